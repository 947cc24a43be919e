//! The second factor: an authenticator app, and recovery codes for when it is lost.

use axum::{Json, extract::State};
use data_encoding::BASE32_NOPAD;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    audit::Action,
    error::{Error, Result},
    http::{Body, Origin, Problem, Wire},
    ids,
    limits::Attempt,
    password::{self, Protection},
    runtime::App,
    seal::Purpose,
    session::Session,
    store::Changes,
    tenant::TenantId,
    user::{FactorState, RECOVERY_CODES, SecondFactor, User, recovery_code},
};
use utoipa::ToSchema;

use crate::{caller::Caller, profile};

const CHANGED: &str = "your account was changed somewhere else just now";

/// The secret that a user's app holds: made again from the factor's salt each time it is needed.
pub(crate) fn secret(app: &App, tenant: &TenantId, user_id: &str, factor: &SecondFactor) -> [u8; 20] {
    app.seal.derived(Purpose::SecondFactor, format!("{tenant}\n{user_id}\n{}", factor.salt).as_bytes())
}

/// Writes down that a code was spent at sign-in; one of two sign-ins with the same code finds the user changed.
pub(crate) fn spend(
    app: &App,
    caller: &Caller,
    tenant: &TenantId,
    user: &User,
    spent: &SecondFactor,
    changes: Changes,
) -> Result<Changes> {
    let after = User { second_factor: Some(spent.clone()), version: user.version + 1, ..user.clone() };
    let changes = changes.replace_user(tenant, &after, user.version)?;
    let left = |user: &User| user.second_factor.as_ref().map_or(0, |factor| factor.recovery.len());
    if left(&after) == left(user) {
        return Ok(changes);
    }
    changes.audit(tenant, caller.entry(app, &user.id, Action::TotpRecoveryCodeUsed))
}

/// What an authenticator app is told.
#[derive(Serialize, ToSchema)]
pub(crate) struct Enrolment {
    /// The secret in base 32, for typing.
    secret: String,
    /// The same as an `otpauth:` address, for a QR code.
    uri: String,
}

/// Begins to set up an authenticator app. Nothing is asked for at sign-in before a code was confirmed.
#[utoipa::path(post, path = "/api/v1/auth/totp/enroll", tag = "auth", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Enrolment), (status = 409, body = Problem)))]
pub(crate) async fn enroll(State(app): State<App>, session: Session) -> Result<Json<Enrolment>, Wire> {
    let user = profile::of(&app, &session).await?;
    if user.asked_factor().is_some() {
        return Err(Error::conflict("a second factor is set up already").into());
    }
    let factor = SecondFactor::pending(ids::new_secret());
    let secret = BASE32_NOPAD.encode(&secret(&app, &session.tenant, &user.id, &factor));
    let uri = format!("otpauth://totp/Tripdesk:{}?secret={secret}&issuer=Tripdesk", escaped(&user.email));
    let after = User { second_factor: Some(factor), version: user.version + 1, ..user.clone() };
    let changes = Changes::new().replace_user(&session.tenant, &after, user.version)?;
    changes.commit(&app.store).await?.or_conflict(CHANGED)?;
    Ok(Json(Enrolment { secret, uri }))
}

/// A code of the app.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Confirmation {
    /// Six digits.
    code: String,
}

/// Codes for a lost telephone; shown this once.
#[derive(Serialize, ToSchema)]
pub(crate) struct RecoveryCodes {
    /// Each opens once, in place of a code of the app.
    recovery_codes: Vec<String>,
}

/// Turns the second factor on with a first code, and gives the recovery codes.
#[utoipa::path(post, path = "/api/v1/auth/totp/confirm", tag = "auth", security(("bearer" = [])),
    request_body = Confirmation, extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = RecoveryCodes), (status = 409, body = Problem)))]
pub(crate) async fn confirm(
    State(app): State<App>,
    session: Session,
    caller: Caller,
    Body(given): Body<Confirmation>,
) -> Result<Json<RecoveryCodes>, Wire> {
    let user = profile::of(&app, &session).await?;
    let pending = user.second_factor.as_ref().filter(|factor| factor.state == FactorState::Pending);
    let pending = pending.ok_or_else(|| Error::conflict("no second factor is being set up"))?;
    let now = app.clock.now();
    app.limiter.attempt(Attempt::SignIn, &user.email, caller.address, now).await?;
    let spent = pending.spent(&secret(&app, &session.tenant, &user.id, pending), &given.code, now);
    let spent = spent.ok_or_else(|| Error::invalid("code", "not the code of this moment"))?;
    app.limiter.forgive(Attempt::SignIn, &user.email, caller.address, now).await;
    let (shown, stored) = (0..RECOVERY_CODES).map(|_| recovery_code(ids::random::<10>())).unzip();
    let factor = SecondFactor { state: FactorState::On, recovery: stored, ..spent };
    let after = User { second_factor: Some(factor), version: user.version + 1, ..user.clone() };
    let entry = session.entry(&app, Action::TotpEnabled, &caller.origin).about(&user.id);
    let changes = Changes::new().replace_user(&session.tenant, &after, user.version)?.audit(&session.tenant, entry)?;
    changes.commit(&app.store).await?.or_conflict(CHANGED)?;
    Ok(Json(RecoveryCodes { recovery_codes: shown }))
}

/// The password and a code.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Disabling {
    /// The user's password.
    password: String,
    /// A code of the app, or a recovery code.
    code: String,
}

/// Turns the second factor off. The password then protects the account alone, so it must be long enough for that.
#[utoipa::path(post, path = "/api/v1/auth/totp/disable", tag = "auth", security(("bearer" = [])),
    request_body = Disabling, extensions(("x-access" = json!("viewer"))),
    responses((status = 204), (status = 409, body = Problem)))]
pub(crate) async fn disable(
    State(app): State<App>,
    session: Session,
    caller: Caller,
    origin: Origin,
    Body(given): Body<Disabling>,
) -> Result<StatusCode, Wire> {
    let user = profile::of(&app, &session).await?;
    let factor = user.asked_factor().ok_or_else(|| Error::conflict("no second factor is set up"))?;
    app.limiter.attempt(Attempt::SignIn, &user.email, caller.address, app.clock.now()).await?;
    if !password::matches(&given.password, Some(&user.password_hash)).await? {
        return Err(Error::invalid("password", "not your password").into());
    }
    let spent = factor.spent(&secret(&app, &session.tenant, &user.id, factor), &given.code, app.clock.now());
    spent.ok_or_else(|| Error::invalid("code", "not the code of this moment"))?;
    app.limiter.forgive(Attempt::SignIn, &user.email, caller.address, app.clock.now()).await;
    if let Some(fault) = password::fault(&given.password, Protection::PasswordAlone, &[]) {
        return Err(Error::conflict(format!("choose another password first: {fault}")).into());
    }
    let after = User { second_factor: None, version: user.version + 1, ..user.clone() };
    let entry = session.entry(&app, Action::TotpDisabled, &origin).about(&user.id);
    let changes = Changes::new().replace_user(&session.tenant, &after, user.version)?.audit(&session.tenant, entry)?;
    changes.commit(&app.store).await?.or_conflict(CHANGED)?;
    Ok(StatusCode::NO_CONTENT)
}

/// An address as it may stand in an `otpauth:` address.
fn escaped(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~@".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
