//! The `helpdesk` function: questions of an agency's staff, answered out of its own documents (`product.md` section 7).

mod ask;
mod documents;
mod evaluate;
mod gaps;
mod ingest;
mod prices;
mod retrieve;
mod tickets;

use tripdesk_core::{
    error::Error,
    runtime::{Answer, App, Event, Function},
};
use utoipa_axum::{router::OpenApiRouter, routes};

/// The function, as Lambda and the local platform run it.
pub const FUNCTION: Function = Function { name: "helpdesk", api, on_event };

fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(ask::ask))
        .routes(routes!(retrieve::find))
        .routes(routes!(evaluate::evaluate))
        .routes(routes!(gaps::topics))
        .routes(routes!(gaps::gaps))
        .routes(routes!(gaps::stats))
        .routes(routes!(gaps::feedback))
        .routes(routes!(tickets::list, tickets::create))
        .routes(routes!(tickets::show, tickets::change))
        .routes(routes!(tickets::reply))
        .routes(routes!(documents::list, documents::create))
        .routes(routes!(documents::show, documents::change, documents::remove))
}

fn on_event(_: &App, _: Event) -> Answer<'_> {
    Box::pin(async { Err(Error::invalid("event", "helpdesk answers HTTP alone")) })
}
