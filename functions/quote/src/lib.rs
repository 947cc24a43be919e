//! The `quote` function: enquiries, rates, prices, quotes and the mails that carry them (`product.md` sections 4 to 6).
//!
//! Invariant: a job may run any number of times; what it makes is written under ids that were fixed when it was promised.

mod analytics;
mod answer;
mod bookings;
mod clients;
mod deliver;
mod due;
mod edit;
mod enquiries;
mod jobs;
mod life;
mod logos;
mod news;
mod notices;
mod outgoing;
mod page;
mod papers;
pub mod pdf;
mod prices;
mod public;
mod quotes;
mod rates;
mod sweep;
mod tell;
mod views;
mod visit;
mod watch;
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
        .routes(routes!(enquiries::reply::reply))
        .routes(routes!(enquiries::steps::reject))
        .routes(routes!(enquiries::steps::lose))
        .routes(routes!(enquiries::steps::spam))
        .routes(routes!(enquiries::steps::reopen))
        .routes(routes!(enquiries::extract))
        .routes(routes!(enquiries::quote))
        .routes(routes!(quotes::list, edit::create::create))
        .routes(routes!(quotes::show, edit::change))
        .routes(routes!(edit::diff))
        .routes(routes!(quotes::pdf))
        .routes(routes!(quotes::trace))
        .routes(routes!(logos::show))
        .routes(routes!(life::ready))
        .routes(routes!(life::send))
        .routes(routes!(life::resend))
        .routes(routes!(life::withdraw))
        .routes(routes!(life::revise))
        .routes(routes!(life::settle))
        .routes(routes!(bookings::book))
        .routes(routes!(bookings::list))
        .routes(routes!(bookings::show, bookings::change))
        .routes(routes!(bookings::pdf))
        .routes(routes!(public::show))
        .routes(routes!(public::pdf))
        .routes(routes!(public::accept))
        .routes(routes!(public::decline))
        .routes(routes!(page::show))
        .routes(routes!(page::accept))
        .routes(routes!(page::decline))
        .routes(routes!(prices::price))
        .routes(routes!(clients::list))
        .routes(routes!(clients::show))
        .routes(routes!(clients::unsuppress))
        .routes(routes!(analytics::show))
        .routes(routes!(watch::list))
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
            Event::Schedule(Task::Expire) => due::expire(app).await,
            Event::Schedule(Task::FollowUp) => due::follow_up(app).await,
            Event::Mail(_) => Err(Error::invalid("event", "quote takes no mail")),
        }
    })
}
