//! The `helpdesk` function: questions of staff, answered from the agency's own documents (`product.md` section 7).

use tripdesk_core::{
    error::Error,
    runtime::{Answer, App, Event, Function},
};
use utoipa_axum::router::OpenApiRouter;

/// The function, as Lambda and the local platform run it.
pub const FUNCTION: Function = Function { name: "helpdesk", api: OpenApiRouter::new, on_event };

fn on_event(_: &App, _: Event) -> Answer<'_> {
    Box::pin(async { Err(Error::invalid("event", "helpdesk answers HTTP alone")) })
}
