//! What a sign-in gives: a session with its two tokens, as an answer's body or with the refresh token in a cookie.

use axum::{
    Json,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderValue, header};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use tripdesk_core::{
    error::{Error, Result},
    ids,
    runtime::App,
    session::{self, RefreshToken, SessionRecord},
    tenant::TenantId,
    user::{Profile, User},
};
use utoipa::ToSchema;

use crate::caller::Caller;

/// How long a session lasts without signing in again.
const SESSION_LIFE: SignedDuration = SignedDuration::from_hours(24 * 30);
/// The cookie that carries a browser's refresh token.
const COOKIE: &str = "tripdesk_refresh";

/// How the refresh token travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Carrier {
    /// In the answer's body.
    Body,
    /// In a cookie that no script can read.
    Cookie,
}

impl Carrier {
    /// What a caller's `"cookie"` asks for.
    pub(crate) fn asked(cookie: Option<bool>) -> Self {
        if cookie == Some(true) { Self::Cookie } else { Self::Body }
    }
}

/// What signing in gives.
#[derive(Serialize, ToSchema)]
pub(crate) struct SignedIn {
    /// Bearer token for every other call.
    access_token: String,
    /// Always `Bearer`.
    token_type: &'static str,
    /// Seconds the access token still holds.
    expires_in: i64,
    /// Trades once for the next pair of tokens; absent when it travels in a cookie.
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh_token: Option<String>,
    /// Who signed in.
    user: Profile,
}

/// A session that begins now.
pub(crate) fn begun(user: &User, caller: &Caller, now: Timestamp) -> SessionRecord {
    SessionRecord {
        id: ids::new_id(now),
        user_id: user.id.clone(),
        epoch: user.epoch,
        version: 1,
        created_at: now,
        refreshed_at: now,
        expires_at: (now + SESSION_LIFE).as_second(),
        device: caller.device.shown.clone(),
        address: caller.address.map(|address| address.to_string()),
    }
}

/// The answer that hands a saved session's current tokens over.
pub(crate) fn granted(
    app: &App,
    tenant: &TenantId,
    session: &SessionRecord,
    user: User,
    carrier: Carrier,
) -> Result<Response> {
    let access_token = session::access_token(&app.keys, tenant, session)?;
    let age = app.clock.now().duration_since(session.refreshed_at).as_secs().max(0);
    let refresh_token = RefreshToken::current(tenant, session).sealed(&app.seal);
    let mut body = SignedIn {
        access_token,
        token_type: "Bearer",
        expires_in: session::ACCESS_TOKEN_LIFE.as_secs() - age,
        refresh_token: None,
        user: user.into(),
    };
    let cookie = match carrier {
        Carrier::Cookie => Some(cookie(app, &refresh_token, session.expires_at - app.clock.now().as_second())?),
        Carrier::Body => {
            body.refresh_token = Some(refresh_token);
            None
        }
    };
    let mut answer = Json(body).into_response();
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer.headers_mut().extend(cookie.map(|cookie| (header::SET_COOKIE, cookie)));
    Ok(answer)
}

/// The cookie taken back.
pub(crate) fn forgotten(app: &App) -> Result<HeaderValue> {
    cookie(app, "", 0)
}

/// The refresh token of a request's cookie.
pub(crate) fn cookie_of(headers: &HeaderMap) -> Option<String> {
    let sent = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = sent.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, value)| *name == COOKIE && !value.is_empty()).map(|(_, value)| value.to_owned())
}

fn cookie(app: &App, value: &str, seconds: i64) -> Result<HeaderValue> {
    let secure = if app.settings.public_url.starts_with("https://") { "; Secure" } else { "" };
    let text = format!("{COOKIE}={value}; Path=/api/v1/auth; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}");
    HeaderValue::from_str(&text).map_err(Error::internal)
}
