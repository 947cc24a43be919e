//! The `helpdesk` function: questions of an agency's staff, answered out of its own documents (`product.md` section 7).

mod ask;
mod bulk;
mod compose;
mod documents;
mod evaluate;
mod gaps;
mod ingest;
mod jobs;
mod letters;
mod library;
mod prices;
mod reading;
mod regressions;
mod retrieve;
mod stats;
mod tickets;
mod uploads;
mod vectors;

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
        .routes(routes!(stats::topics))
        .routes(routes!(stats::stats))
        .routes(routes!(gaps::gaps))
        .routes(routes!(gaps::answer))
        .routes(routes!(gaps::dismiss))
        .routes(routes!(gaps::feedback))
        .routes(routes!(regressions::list))
        .routes(routes!(regressions::run))
        .routes(routes!(tickets::list, tickets::create))
        .routes(routes!(tickets::show, tickets::change))
        .routes(routes!(tickets::reply))
        .routes(routes!(documents::list, documents::create))
        .routes(routes!(documents::show, documents::change, documents::remove))
        .routes(routes!(library::list, library::create))
        .routes(routes!(library::change, library::remove))
        .routes(routes!(uploads::create))
        .routes(routes!(uploads::show))
}

fn on_event(app: &App, event: Event) -> Answer<'_> {
    Box::pin(async move {
        match event {
            Event::Jobs(messages) => Ok(jobs::run(app, messages).await),
            _ => Err(Error::invalid("event", "helpdesk takes questions and documents")),
        }
    })
}
