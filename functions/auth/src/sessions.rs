//! Sessions: renewed, listed, ended.

use axum::{Json, extract::State, response::Response};
use http::{HeaderMap, StatusCode, header};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    audit::Action,
    error::{Error, Result},
    http::{Body, Listing, Origin, Paging, Params, PathId, Problem, Wire},
    runtime::App,
    session::{RefreshToken, Session, SessionRecord, Turn},
    store::{Changes, Commit, Page},
    tenant::Status,
    user::User,
};
use utoipa::ToSchema;

use crate::{
    caller::Caller,
    granted::{Carrier, SignedIn, cookie_of, forgotten, granted},
    profile,
};

const LIST: &str = "sessions";
/// How often a renewal that met another one looks again.
const ATTEMPTS: usize = 8;

/// A refresh token, unless a cookie carries it.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Refresh {
    /// The token that the latest answer gave.
    refresh_token: Option<String>,
    /// Whether the next one is to come in a cookie.
    cookie: Option<bool>,
}

/// Trades a refresh token for the next pair. Within ten seconds of a lost answer the same pair comes again; a token that
/// comes back later than that ends the whole session.
#[utoipa::path(post, path = "/api/v1/auth/refresh", tag = "auth", request_body = Option<Refresh>,
    extensions(("x-access" = json!("public"))),
    responses((status = 200, body = SignedIn), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn refresh(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Option<Body<Refresh>>,
) -> Result<Response, Wire> {
    let given = body.map(|Body(given)| given).unwrap_or_default();
    let (token, carrier) = match given.refresh_token {
        Some(token) => (token, Carrier::asked(given.cookie)),
        None => (cookie_of(&headers).ok_or(Error::Unauthenticated)?, Carrier::Cookie),
    };
    let token = RefreshToken::opened(&app.seal, &token).ok_or(Error::Unauthenticated)?;
    tracing::Span::current().record("tenant", token.tenant.as_str());
    match app.store.tenant(&token.tenant).await?.map(|agency| agency.status) {
        Some(Status::Active) => {}
        Some(Status::Suspended) => return Err(Error::Forbidden("this agency is suspended").into()),
        Some(Status::Deleted) | None => return Err(Error::Unauthenticated.into()),
    }
    let (session, user) = renewed(&app, &caller, &token).await?;
    Ok(granted(&app, &token.tenant, &session, user, carrier)?)
}

/// The session moved on by one, or as somebody moved it on a moment ago.
async fn renewed(app: &App, caller: &Caller, token: &RefreshToken) -> Result<(SessionRecord, User)> {
    for _ in 0..ATTEMPTS {
        let now = app.clock.now();
        let standing = app.store.session_with_user(&token.tenant, &token.user_id, &token.session_id).await?;
        let (Some(session), Some(user)) = standing else { return Err(Error::Unauthenticated) };
        if !session.holds(&user, now) {
            return Err(Error::Unauthenticated);
        }
        match session.turn(token.generation, now) {
            Turn::Repeat => return Ok((session, user)),
            Turn::Refuse => return Err(Error::Unauthenticated),
            Turn::Advance => {
                let next = session.refreshed(now);
                let changes = Changes::new().renew_session(&token.tenant, &next, token.generation)?;
                if changes.commit(&app.store).await? == Commit::Done {
                    return Ok((next, user));
                }
            }
            Turn::Revoke => {
                tracing::warn!(session_id = token.session_id, "a refresh token came back: its session ends");
                let entry = caller.strangers_entry(app, &token.user_id, Action::SessionReused);
                let changes = Changes::new().end_session(&token.tenant, &token.user_id, &token.session_id);
                changes.audit(&token.tenant, entry)?.commit(&app.store).await?;
                return Err(Error::Unauthenticated);
            }
        }
    }
    Err(Error::unavailable("a session is renewed by too many at once"))
}

/// A session to end, unless it is the one of the access token or of the cookie.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Logout {
    /// Its refresh token: signs out even when the access token has run out.
    refresh_token: Option<String>,
}

/// Ends a session; its tokens stop working at once.
#[utoipa::path(post, path = "/api/v1/auth/logout", tag = "auth", security(("bearer" = [])), request_body = Option<Logout>,
    extensions(("x-access" = json!("public"))),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn logout(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    session: Result<Session, Wire>,
    body: Option<Body<Logout>>,
) -> Result<(HeaderMap, StatusCode), Wire> {
    let cookie = cookie_of(&headers);
    let given = body.and_then(|Body(given)| given.refresh_token).or_else(|| cookie.clone());
    let (tenant, user_id, session_id) = match given.and_then(|token| RefreshToken::opened(&app.seal, &token)) {
        Some(token) => (token.tenant, token.user_id, token.session_id),
        None => session.map(|session| (session.tenant, session.user_id, session.session_id))?,
    };
    let entry = caller.entry(&app, &user_id, Action::SessionSignedOut);
    let changes = Changes::new().end_session(&tenant, &user_id, &session_id).audit(&tenant, entry)?;
    changes.commit(&app.store).await?;
    let mut headers = HeaderMap::new();
    if cookie.is_some() {
        headers.insert(header::SET_COOKIE, forgotten(&app)?);
    }
    Ok((headers, StatusCode::NO_CONTENT))
}

/// A session as its owner sees it.
#[derive(Serialize, ToSchema)]
pub(crate) struct SessionView {
    /// UUID.
    id: String,
    /// Browser and system, or what the program calls itself.
    device: String,
    /// The address it began from.
    address: Option<String>,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// When it was renewed last.
    #[schema(value_type = String, format = DateTime)]
    refreshed_at: Timestamp,
    /// When it ends by itself.
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
    /// Whether it is the one that asks.
    current: bool,
}

/// Where the caller is signed in, newest first.
#[utoipa::path(get, path = "/api/v1/auth/sessions", tag = "auth", security(("bearer" = [])), params(Paging),
    extensions(("x-access" = json!("viewer"))), responses((status = 200, body = Listing<SessionView>)))]
pub(crate) async fn list(
    State(app): State<App>,
    session: Session,
    Params(paging): Params<Paging>,
) -> Result<Json<Listing<SessionView>>, Wire> {
    let request = paging.request(&app.seal, &session.tenant, LIST)?;
    let page = app.store.sessions(&session.tenant, &session.user_id, &request).await?;
    let (user, now) = (profile::of(&app, &session).await?, app.clock.now());
    let standing = page.items.into_iter().filter(|one| one.holds(&user, now));
    let items = standing.map(|one| view(one, &session.session_id)).collect();
    Ok(Json(Paging::listing(&app.seal, &session.tenant, LIST, Page { items, next: page.next })))
}

fn view(one: SessionRecord, current: &str) -> SessionView {
    SessionView {
        current: one.id == current,
        id: one.id,
        device: one.device,
        address: one.address,
        created_at: one.created_at,
        refreshed_at: one.refreshed_at,
        expires_at: Timestamp::from_second(one.expires_at).unwrap_or(Timestamp::MAX),
    }
}

/// Ends one of the caller's own sessions.
#[utoipa::path(delete, path = "/api/v1/auth/sessions/{id}", tag = "auth", security(("bearer" = [])),
    params(("id" = String, Path, description = "a session's id")), extensions(("x-access" = json!("viewer"))),
    responses((status = 204), (status = 404, body = Problem)))]
pub(crate) async fn end(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    PathId(id): PathId,
) -> Result<StatusCode, Wire> {
    let found = app.store.session_with_user(&session.tenant, &session.user_id, &id).await?;
    let (Some(one), Some(user)) = found else { return Err(Error::NotFound("session").into()) };
    if !one.holds(&user, app.clock.now()) {
        return Err(Error::NotFound("session").into());
    }
    let entry = session.entry(&app, Action::SessionRevoked, &origin).about(&id);
    let changes = Changes::new().end_session(&session.tenant, &session.user_id, &id);
    changes.audit(&session.tenant, entry)?.commit(&app.store).await?;
    Ok(StatusCode::NO_CONTENT)
}
