//! The `auth` function: who may come in (`product.md` section 8).
//!
//! Invariant: a wrong address and a wrong password are answered with the same words after the same time.

mod caller;
mod device;
mod granted;
mod invitations;
mod pace;
mod passwords;
mod profile;
mod sessions;
mod sign_in;
mod totp;
mod users;

use tripdesk_core::{
    error::Error,
    runtime::{Answer, App, Event, Function},
};
use utoipa_axum::{router::OpenApiRouter, routes};

/// The function, as Lambda and the local platform run it.
pub const FUNCTION: Function = Function { name: "auth", api, on_event };

fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(sign_in::login))
        .routes(routes!(sign_in::keys))
        .routes(routes!(sessions::refresh))
        .routes(routes!(sessions::logout))
        .routes(routes!(sessions::list))
        .routes(routes!(sessions::end))
        .routes(routes!(profile::me))
        .routes(routes!(profile::change))
        .routes(routes!(passwords::forgot))
        .routes(routes!(passwords::reset))
        .routes(routes!(passwords::change))
        .routes(routes!(totp::enroll))
        .routes(routes!(totp::confirm))
        .routes(routes!(totp::disable))
        .routes(routes!(invitations::list, invitations::create))
        .routes(routes!(invitations::resend))
        .routes(routes!(invitations::revoke))
        .routes(routes!(invitations::accept))
        .routes(routes!(users::list))
        .routes(routes!(users::change, users::remove))
}

fn on_event(_: &App, _: Event) -> Answer<'_> {
    Box::pin(async { Err(Error::invalid("event", "auth answers HTTP alone")) })
}
