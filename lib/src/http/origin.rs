//! Where a request came from, for the audit log.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use http::request::Parts;

use super::RequestId;
pub use crate::audit::Origin;
use crate::runtime::ClientAddress;

impl Origin {
    /// The request's id and the address that the gateway saw.
    #[must_use]
    pub fn of(parts: &Parts) -> Self {
        let request_id = parts.extensions.get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
        let address = parts.extensions.get::<ClientAddress>().map(|address| address.0.to_string());
        Self { request_id, address }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Origin {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(parts))
    }
}
