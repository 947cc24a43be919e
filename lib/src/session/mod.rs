//! Who is calling. An access token is a JWT signed with Ed25519 (RFC 8037), typed `at+jwt` (RFC 9068); it opens nothing
//! unless its session still stands in the table, its user is still there, and its tenant is active. A refresh token
//! renews the session.
//!
//! Invariant: this is where a [`TenantId`] comes out of a request, and nowhere else.

mod keys;
mod refresh;

use std::sync::Arc;

use axum::extract::FromRequestParts;
use http::{HeaderMap, header, request::Parts};
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::{Algorithm, Header, Validation};
use serde::{Deserialize, Serialize};

pub use keys::{KeyError, Keys, PublicKey, PublicKeys};
pub use refresh::{GRACE, RefreshToken, Turn};

use crate::{
    audit::{Action, Actor, Entry, Origin},
    error::{Error, Result},
    http::{Meter, Wire},
    ids,
    limiter::Counter,
    limits::Limit,
    runtime::App,
    tenant::{Slug, Status, Tenant, TenantId},
    user::{Role, User},
};

/// How long an access token holds.
pub const ACCESS_TOKEN_LIFE: SignedDuration = SignedDuration::from_mins(15);
/// Clock difference between machines that is forgiven.
const LEEWAY_SECONDS: u64 = 60;
const ISSUER: &str = "tripdesk";
const AUDIENCE: &str = "tripdesk-api";
const TOKEN_TYPE: &str = "at+jwt";

/// A caller whose token, session and tenant all hold.
#[derive(Debug, Clone)]
pub struct Session {
    /// The caller's agency.
    pub tenant: TenantId,
    /// The agency's record, as it is now.
    pub agency: Arc<Tenant>,
    /// The caller.
    pub user_id: String,
    /// The session itself.
    pub session_id: String,
    /// What the caller may do.
    pub role: Role,
}

impl Session {
    /// Lets only this role and those above it through.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for a lesser role.
    pub fn require(&self, role: Role) -> Result<()> {
        if self.role >= role { Ok(()) } else { Err(Error::Forbidden("your role does not allow this")) }
    }

    /// The entry of the audit log for something the caller does now.
    #[must_use]
    pub fn entry(&self, app: &App, action: Action, origin: &Origin) -> Entry {
        let (now, actor) = (app.clock.now(), Actor::User { user_id: self.user_id.clone() });
        Entry::new(ids::new_id(now), now, actor, action, origin)
    }
}

/// What an access token says.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: String,
    tenant: Slug,
    sid: String,
    iat: i64,
    nbf: i64,
    exp: i64,
}

/// A sign-in that lasts until it is ended or runs out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRecord {
    /// UUID.
    pub id: String,
    /// Whose.
    pub user_id: String,
    /// The user's epoch when it began: when the user's moves on, the session is over.
    pub epoch: u64,
    /// Raised by one every time it is renewed.
    pub version: u64,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was renewed last.
    pub refreshed_at: Timestamp,
    /// When it ends by itself, in seconds since 1970 (the table's TTL attribute).
    pub expires_at: i64,
    /// The device it began on, in plain words.
    pub device: String,
    /// The address it began from.
    pub address: Option<String>,
}

impl SessionRecord {
    /// Whether its tokens hold for the user at `now`.
    #[must_use]
    pub fn holds(&self, user: &User, now: Timestamp) -> bool {
        self.user_id == user.id && self.epoch == user.epoch && self.expires_at > now.as_second()
    }
}

/// A signed access token for a session, given at its latest renewal.
///
/// # Errors
/// [`Error::Internal`] when signing fails.
pub fn access_token(keys: &Keys, tenant: &TenantId, session: &SessionRecord) -> Result<String> {
    let iat = session.refreshed_at.as_second();
    let claims = Claims {
        iss: ISSUER.to_owned(),
        aud: AUDIENCE.to_owned(),
        sub: session.user_id.clone(),
        tenant: tenant.slug().clone(),
        sid: session.id.clone(),
        iat,
        nbf: iat,
        exp: iat + ACCESS_TOKEN_LIFE.as_secs(),
    };
    let header = Header {
        typ: Some(TOKEN_TYPE.to_owned()),
        kid: Some(keys.signing_id().to_owned()),
        ..Header::new(Algorithm::EdDSA)
    };
    jsonwebtoken::encode(&header, &claims, keys.signing()).map_err(Error::internal)
}

impl FromRequestParts<App> for Session {
    type Rejection = Wire;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Wire> {
        // What stands around the handlers may have asked already, to know whose request it is.
        if let Some(session) = parts.extensions.get::<Self>() {
            return Ok(session.clone());
        }
        let claims = verified(&app.keys, bearer(&parts.headers)?, app.clock.now())?;
        let tenant = TenantId::proven(claims.tenant.clone());
        check_client_id(&parts.headers, &tenant)?;
        tracing::Span::current().record("tenant", tenant.as_str());
        let session = standing(app, tenant, claims).await?;
        within_limits(app, &session, parts.extensions.get::<Meter>()).await?;
        Ok(session)
    }
}

/// The session that a token speaks of, if it, its user and its agency still stand.
async fn standing(app: &App, tenant: TenantId, claims: Claims) -> Result<Session> {
    let now = app.clock.now().as_second();
    let (record, user, standing) = app.store.standing(&tenant, &claims.sub, &claims.sid).await?;
    let (Some(record), Some(user), Some(standing)) = (record, user, standing) else {
        return Err(Error::Unauthenticated);
    };
    if record.epoch != user.epoch || record.expires_at <= now {
        return Err(Error::Unauthenticated);
    }
    may_work(standing.status)?;
    let agency = app.agencies.agency(&app.store, app.cache.as_ref(), &tenant, standing.version, now).await?;
    let agency = agency.ok_or(Error::Unauthenticated)?;
    may_work(agency.status)?;
    Ok(Session { tenant, agency, user_id: claims.sub, session_id: claims.sid, role: user.role })
}

fn may_work(status: Status) -> Result<()> {
    match status {
        Status::Active => Ok(()),
        Status::Suspended => Err(Error::Forbidden("this agency is suspended")),
        Status::Deleted => Err(Error::Unauthenticated),
    }
}

/// Lets a request through that the agency's plan has room for, and that leaves some to the user's colleagues.
async fn within_limits(app: &App, session: &Session, meter: Option<&Meter>) -> Result<()> {
    let plan = session.agency.config.plan.requests_per_minute;
    let calls = [
        (Counter::of_user(&session.tenant, &session.user_id), Limit::of_user(plan)),
        (Counter::of_tenant(&session.tenant), Limit::per_minute(plan)),
    ];
    let verdict = app.limiter.admit(&calls, app.clock.now()).await;
    if let Some(meter) = meter {
        meter.note(verdict);
    }
    verdict.refused.map_or(Ok(()), |wait| Err(Error::TooMany(wait)))
}

fn bearer(headers: &HeaderMap) -> Result<&str> {
    let mut values = headers.get_all(header::AUTHORIZATION).iter();
    let (Some(only), None) = (values.next(), values.next()) else { return Err(Error::Unauthenticated) };
    let (scheme, token) = only.to_str().ok().and_then(|value| value.split_once(' ')).ok_or(Error::Unauthenticated)?;
    let fits = scheme.eq_ignore_ascii_case("Bearer") && token.len() <= 4_096;
    fits.then_some(token).ok_or(Error::Unauthenticated)
}

/// `X-Client-ID` must be the token's tenant, byte for byte; twice or empty it is a mistake.
fn check_client_id(headers: &HeaderMap, tenant: &TenantId) -> Result<()> {
    let mut values = headers.get_all("x-client-id").iter();
    match (values.next(), values.next()) {
        (None, _) => Ok(()),
        (Some(only), None) if only.is_empty() => Err(Error::invalid("X-Client-ID", "empty")),
        (Some(only), None) if only.as_bytes() == tenant.as_str().as_bytes() => Ok(()),
        (Some(_), None) => Err(Error::Forbidden("X-Client-ID is not your agency")),
        (Some(_), Some(_)) => Err(Error::invalid("X-Client-ID", "sent more than once")),
    }
}

fn verified(keys: &Keys, token: &str, now: Timestamp) -> Result<Claims> {
    let header = jsonwebtoken::decode_header(token).map_err(|_| Error::Unauthenticated)?;
    let typed = header.typ.as_deref() == Some(TOKEN_TYPE);
    // Keys that a token brings along, and demands that nobody here knows (RFC 7515, section 4.1.11).
    let brings_keys = header.jku.is_some() || header.jwk.is_some() || header.x5u.is_some() || header.x5c.is_some();
    let tricks = brings_keys || header.crit.is_some();
    let key = header.kid.as_deref().and_then(|kid| keys.verifying(kid, now));
    let Some(key) = key.filter(|_| typed && !tricks) else { return Err(Error::Unauthenticated) };
    // Times are checked below against our own clock, which the local platform may move.
    let mut rules = Validation::new(Algorithm::EdDSA);
    rules.validate_exp = false;
    rules.set_required_spec_claims(&["iss", "aud", "sub", "exp", "nbf"]);
    rules.set_issuer(&[ISSUER]);
    rules.set_audience(&[AUDIENCE]);
    let claims = jsonwebtoken::decode::<Claims>(token, key, &rules).map_err(|_| Error::Unauthenticated)?.claims;
    let (now, leeway) = (now.as_second(), i64::try_from(LEEWAY_SECONDS).unwrap_or(0));
    let holds = claims.exp > now - leeway && claims.nbf <= now + leeway && claims.iat <= now + leeway;
    if holds { Ok(claims) } else { Err(Error::Unauthenticated) }
}
