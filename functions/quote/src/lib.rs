//! The `quote` function: enquiries, rates, prices, quotes and the mails that carry them (`product.md` sections 4 to 6).
//!
//! Invariant: a job may run any number of times; what it makes is written under ids that were fixed when it was promised.

mod deliver;
mod enquiries;
mod jobs;
mod logos;
mod notices;
mod papers;
pub mod pdf;
mod prices;
mod quotes;
mod rates;
mod sweep;
mod tell;
mod write;

use tripdesk_core::{
    error::Error,
    runtime::{Answer, App, Event, Function, Task},
};
use utoipa_axum::{router::OpenApiRouter, routes};

/// The function, as Lambda and the local platform run it.
pub const FUNCTION: Function = Function { name: "quote", api, on_event };

fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(enquiries::list::list, enquiries::edit::create))
        .routes(routes!(enquiries::show, enquiries::edit::change))
        .routes(routes!(enquiries::steps::reject))
        .routes(routes!(enquiries::steps::lose))
        .routes(routes!(enquiries::steps::spam))
        .routes(routes!(enquiries::steps::reopen))
        .routes(routes!(enquiries::extract))
        .routes(routes!(enquiries::quote))
        .routes(routes!(quotes::list))
        .routes(routes!(quotes::show))
        .routes(routes!(quotes::pdf))
        .routes(routes!(quotes::trace))
        .routes(routes!(quotes::send))
        .routes(routes!(logos::show))
        .routes(routes!(prices::price))
        .routes(routes!(rates::list))
        .routes(routes!(rates::import))
        .routes(routes!(rates::export))
        .routes(routes!(rates::show, rates::put, rates::delete))
        .routes(routes!(rates::hotels))
        .routes(routes!(prices::extras, prices::put_extras))
        .routes(routes!(prices::fx, prices::put_fx))
}

fn on_event(app: &App, event: Event) -> Answer<'_> {
    Box::pin(async move {
        match event {
            Event::Jobs(messages) => Ok(jobs::run(app, messages).await),
            Event::Notice(notice) => notices::take(app, notice).await,
            Event::Schedule(Task::Sweep) => sweep::run(app).await,
            Event::Schedule(Task::Expire | Task::FollowUp) => sweep::run(app).await,
            Event::Mail(_) => Err(Error::invalid("event", "quote takes no mail")),
        }
    })
}
