//! Signing in and out, and the public keys that verify what signing in gives.

use axum::{Json, extract::State};
use http::StatusCode;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    error::Error,
    http::{Body, Problem, Wire},
    ids, password,
    runtime::App,
    session::{self, PublicKeys, Session, SessionRecord},
    tenant::Status,
    user::{Profile, canonical_email},
};
use utoipa::ToSchema;

/// How long a session lasts without signing in again.
const SESSION_LIFE: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Address and password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Login {
    /// Address of the user.
    #[schema(example = "thandi@sunbird.example")]
    email: String,
    /// Their password.
    password: String,
}

/// What signing in gives.
#[derive(Serialize, ToSchema)]
pub(crate) struct SignedIn {
    /// Bearer token for every other call.
    access_token: String,
    /// Always `Bearer`.
    token_type: &'static str,
    /// Seconds the access token holds.
    expires_in: i64,
    /// Who signed in.
    user: Profile,
}

/// Signs in with address and password.
#[utoipa::path(post, path = "/api/v1/auth/login", tag = "auth", request_body = Login,
    responses((status = 200, body = SignedIn), (status = 400, body = Problem), (status = 401, body = Problem)))]
pub(crate) async fn login(State(app): State<App>, Body(login): Body<Login>) -> Result<Json<SignedIn>, Wire> {
    let email = canonical_email(&login.email).ok_or_else(|| Error::invalid("email", "not a mail address"))?;
    let known = app.store.user_of_login(&email).await?.filter(|(tenant, _)| tenant.status == Status::Active);
    let hash = known.as_ref().map(|(_, user)| user.password_hash.as_str());
    let right = password::matches(&login.password, hash).await?;
    let Some((tenant, user)) = known.filter(|_| right) else { return Err(Error::Unauthenticated.into()) };

    let now = app.clock.now();
    let record = SessionRecord {
        id: ids::new_id(now),
        user_id: user.id.clone(),
        role: user.role,
        created_at: now,
        expires_at: (now + SESSION_LIFE).as_second(),
    };
    app.store.put(&session::session_key(&tenant.operated(), &record.id), &record).await?;
    let access_token = session::access_token(&app.keys, &user, &record.id, now)?;
    let expires_in = session::ACCESS_TOKEN_LIFE.as_secs();
    Ok(Json(SignedIn { access_token, token_type: "Bearer", expires_in, user: user.into() }))
}

/// Ends the session at hand; its tokens stop working at once.
#[utoipa::path(post, path = "/api/v1/auth/logout", tag = "auth", security(("bearer" = [])),
    responses((status = 204), (status = 401, body = Problem)))]
pub(crate) async fn logout(State(app): State<App>, session: Session) -> Result<StatusCode, Wire> {
    app.store.delete(&session::session_key(&session.tenant, &session.session_id)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Who is signed in.
#[utoipa::path(get, path = "/api/v1/auth/me", tag = "auth", security(("bearer" = [])),
    responses((status = 200, body = Profile), (status = 401, body = Problem)))]
pub(crate) async fn me(State(app): State<App>, session: Session) -> Result<Json<Profile>, Wire> {
    let user = app.store.user(&session.tenant, &session.user_id).await?.ok_or(Error::Unauthenticated)?;
    Ok(Json(user.into()))
}

/// The public keys that verify access tokens (RFC 7517).
#[utoipa::path(get, path = "/.well-known/jwks.json", tag = "auth", responses((status = 200, body = PublicKeys)))]
pub(crate) async fn keys(State(app): State<App>) -> Json<PublicKeys> {
    Json(app.keys.published().clone())
}
