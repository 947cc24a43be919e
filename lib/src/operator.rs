//! The platform operator: whoever sends the one token that the deployment was given.
//!
//! Invariant: an [`Operator`] exists only because `X-Admin-Token` was right, or because a command runs with the platform's own
//! credentials. It is the only way to an agency that is named by a caller.

use aws_lc_rs::{constant_time::verify_slices_are_equal, digest};
use axum::extract::FromRequestParts;
use http::{HeaderMap, request::Parts};

use crate::{
    audit::{Action, Actor, Entry},
    config::Settings,
    error::{Error, Result},
    http::{Origin, Wire},
    ids,
    runtime::App,
    store::Store,
    tenant::{Slug, Tenant, TenantId},
};

const HEADER: &str = "x-admin-token";

/// A caller whose token is the operator's.
#[derive(Debug, Clone)]
pub struct Operator {
    origin: Origin,
}

impl Operator {
    /// Whoever runs a command with the platform's own credentials.
    #[must_use]
    pub fn at_the_keyboard(command_id: String) -> Self {
        Self { origin: Origin::command(command_id) }
    }

    /// Proof for the agency that a caller names; whether there is one is another question.
    #[must_use]
    pub fn reach(&self, slug: Slug) -> TenantId {
        TenantId::proven(slug)
    }

    /// An agency by what stands in a path: what is no slug is answered as one that does not exist.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub async fn tenant(&self, store: &Store, id: &str) -> Result<(TenantId, Tenant)> {
        let slug = Slug::parse(id).map_err(|_| Error::NotFound("agency"))?;
        let id = self.reach(slug);
        let tenant = store.tenant(&id).await?.ok_or(Error::NotFound("agency"))?;
        Ok((id, tenant))
    }

    /// The entry of the audit log for something the operator does now.
    #[must_use]
    pub fn entry(&self, app: &App, action: Action) -> Entry {
        let now = app.clock.now();
        Entry::new(ids::new_id(now), now, Actor::Operator, action, &self.origin)
    }

    /// The request that the operator came with.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
    }
}

impl FromRequestParts<App> for Operator {
    type Rejection = Wire;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Wire> {
        check(&parts.headers, &app.settings)?;
        Ok(Self { origin: Origin::of(parts) })
    }
}

/// Compares digests in constant time, so that neither the token's length nor a right beginning shows.
fn check(headers: &HeaderMap, settings: &Settings) -> Result<()> {
    let expected = settings.admin_token.as_ref().map(|token| token.reveal()).filter(|token| !token.trim().is_empty());
    let Some(expected) = expected else {
        return Err(Error::Disabled("the operator's endpoints are switched off here"));
    };
    let mut values = headers.get_all(HEADER).iter();
    let given = match (values.next(), values.next()) {
        (Some(only), None) => only.as_bytes(),
        _ => return Err(Error::Unauthenticated),
    };
    let digest_of = |bytes: &[u8]| digest::digest(&digest::SHA256, bytes);
    verify_slices_are_equal(digest_of(given).as_ref(), digest_of(expected.as_bytes()).as_ref())
        .map_err(|_| Error::Unauthenticated)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn settings(token: &str) -> Settings {
        Settings::read(|name| Some(if name == "ADMIN_API_TOKEN" { token } else { "x" }.to_owned())).unwrap()
    }

    fn answer(configured: &str, sent: &[&str]) -> Result<()> {
        let mut headers = HeaderMap::new();
        for value in sent {
            headers.append(HEADER, HeaderValue::from_str(value).unwrap());
        }
        check(&headers, &settings(configured))
    }

    #[test]
    fn only_the_whole_token_sent_once_is_the_operator() {
        assert!(answer("right-token", &["right-token"]).is_ok());
        for sent in
            [&["right-toke"][..], &["right-token2"], &["RIGHT-TOKEN"], &[""], &[], &["right-token", "right-token"]]
        {
            assert!(matches!(answer("right-token", sent), Err(Error::Unauthenticated)), "{sent:?}");
        }
        assert!(matches!(answer(" ", &[" "]), Err(Error::Disabled(_))));
        assert!(matches!(answer("", &[""]), Err(Error::Disabled(_))));
    }
}
