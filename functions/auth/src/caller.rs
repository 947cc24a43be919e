//! Who is at the other end of a request, as far as the request tells: the gateway's address and the browser's name.

use std::{convert::Infallible, net::IpAddr};

use axum::extract::FromRequestParts;
use http::{header::USER_AGENT, request::Parts};
use tripdesk_core::{
    audit::{Action, Actor, Entry},
    http::Origin,
    ids,
    runtime::{App, ClientAddress},
};

use crate::device::Device;

/// A request's origin.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    /// Address that the gateway saw.
    pub(crate) address: Option<IpAddr>,
    /// What they use.
    pub(crate) device: Device,
    /// The same for the audit log.
    pub(crate) origin: Origin,
}

impl FromRequestParts<App> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        let address = parts.extensions.get::<ClientAddress>().map(|ClientAddress(address)| address.to_canonical());
        let agent = parts.headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        Ok(Self { address, device: Device::new(agent, address), origin: Origin::of(parts) })
    }
}

impl Caller {
    /// Device and address in words of ours, for a mail: nothing that the caller wrote stands in it.
    pub(crate) fn in_words(&self) -> String {
        let address = self.address.map(|address| address.to_string());
        let parts = self.device.known.iter().cloned().chain(address);
        parts.collect::<Vec<_>>().join(", ")
    }

    /// The entry of the audit log for something this user does now without a session.
    pub(crate) fn entry(&self, app: &App, user_id: &str, action: Action) -> Entry {
        self.entry_of(app, Actor::User { user_id: user_id.to_owned() }, action).about(user_id)
    }

    /// The entry for something that somebody does to an account who has not proven to be its owner.
    pub(crate) fn strangers_entry(&self, app: &App, user_id: &str, action: Action) -> Entry {
        self.entry_of(app, Actor::Nobody, action).about(user_id)
    }

    fn entry_of(&self, app: &App, actor: Actor, action: Action) -> Entry {
        let now = app.clock.now();
        Entry::new(ids::new_id(now), now, actor, action, &self.origin)
    }
}
