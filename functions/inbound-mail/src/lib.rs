//! The `inbound-mail` function: every mail that SES lays in the bucket becomes a message, and an enquiry becomes work
//! (`product.md` section 3).
//!
//! Invariant: nothing that reached the bucket is lost. A mail is taken in once per tenant; what fails on the way is tried
//! again by Lambda and then by the sweep.

mod admin;
mod messages;
mod read;
mod receive;
mod returned;
mod steps;
mod sweep;

use tripdesk_core::{
    error::Error,
    runtime::{Answer, App, Event, Function, Task},
};
use utoipa_axum::{router::OpenApiRouter, routes};

/// The function, as Lambda and the local platform run it.
pub const FUNCTION: Function = Function { name: "inbound-mail", api, on_event };

fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(messages::list))
        .routes(routes!(messages::show))
        .routes(routes!(messages::raw))
        .routes(routes!(messages::replay))
        .routes(routes!(admin::unrouted))
        .routes(routes!(admin::route))
        .routes(routes!(admin::lookup))
        .routes(routes!(admin::status))
}

fn on_event(app: &App, event: Event) -> Answer<'_> {
    Box::pin(async move {
        match event {
            Event::Mail(mail) => receive::mail(app, &mail).await,
            Event::Schedule(Task::Sweep) => sweep::run(app).await,
            _ => Err(Error::invalid("event", "inbound-mail takes mail and the sweep")),
        }
    })
}
