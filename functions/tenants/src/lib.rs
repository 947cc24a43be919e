//! The `tenants` function: an agency's own settings and news (`product.md` section 1), and the answer to whatever no
//! other function has a route for.

mod agency;
mod audit;
mod logo;
mod mailboxes;
pub mod export;
pub mod import;
mod notifications;
mod provision;
pub mod purge;
mod registry;
mod stats;

use axum::{response::IntoResponse, routing::get};
use http::header::CONTENT_TYPE;
use tripdesk_core::{
    error::Error,
    runtime::{Answer, App, Event, Function},
};
use utoipa_axum::{router::OpenApiRouter, routes};

/// The function, as Lambda and the local platform run it.
pub const FUNCTION: Function = Function { name: "tenants", api, on_event };

fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(agency::show, agency::change))
        .routes(routes!(logo::put, logo::delete))
        .routes(routes!(agency::uses))
        .routes(routes!(mailboxes::list, mailboxes::add, mailboxes::remove))
        .routes(routes!(registry::list, provision::create))
        .routes(routes!(registry::show, registry::change, registry::delete))
        .routes(routes!(registry::suspend))
        .routes(routes!(registry::activate))
        .routes(routes!(provision::invite))
        .routes(routes!(import::import))
        .routes(routes!(export::export))
        .routes(routes!(purge::purge))
        .routes(routes!(stats::of_one))
        .routes(routes!(stats::overview))
        .routes(routes!(audit::own))
        .routes(routes!(audit::of_all))
        .routes(routes!(notifications::list))
        .routes(routes!(notifications::unread))
        .routes(routes!(notifications::read))
        .routes(routes!(notifications::preferences, notifications::put_preferences))
        .route("/openapi.json", get(description))
}

/// The description of the whole API, as it was when this was built; a test holds it to the routes.
async fn description() -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json")], include_str!("../../../openapi.json"))
}

fn on_event(_: &App, _: Event) -> Answer<'_> {
    Box::pin(async { Err(Error::invalid("event", "tenants answers HTTP alone")) })
}
