//! Who is at the other end of a request, as far as the request tells: the gateway's address and the browser's name.

use std::{convert::Infallible, net::IpAddr};

use axum::extract::FromRequestParts;
use http::{header::USER_AGENT, request::Parts};
use tripdesk_core::{
    http::RequestId,
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
    /// The request's id, for jobs that follow from it.
    pub(crate) request_id: String,
}

impl FromRequestParts<App> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        let address = parts.extensions.get::<ClientAddress>().map(|ClientAddress(address)| address.to_canonical());
        let agent = parts.headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let request_id = parts.extensions.get::<RequestId>().map(|RequestId(id)| id.clone()).unwrap_or_default();
        Ok(Self { address, device: Device::new(agent, address), request_id })
    }
}

impl Caller {
    /// Device and address in words of ours, for a mail: nothing that the caller wrote stands in it.
    pub(crate) fn in_words(&self) -> String {
        let address = self.address.map(|address| address.to_string());
        let parts = self.device.known.iter().cloned().chain(address);
        parts.collect::<Vec<_>>().join(", ")
    }
}
