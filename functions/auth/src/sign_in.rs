//! Signing in, and the public keys that verify what it gives.

use axum::{Json, extract::State, response::Response};
use jiff::SignedDuration;
use serde::Deserialize;
use tokio::time::Instant;
use tripdesk_core::{
    error::{Error, Result},
    http::{Body, Problem, Wire},
    letter::{Account, AccountMail},
    password,
    post::{self, Addressee, Posted},
    runtime::App,
    session::PublicKeys,
    store::{Changes, Commit, Devices, KnownDevice},
    tenant::{Status, Tenant, TenantId},
    user::{SecondFactor, User, canonical_email},
};
use utoipa::ToSchema;

use crate::{
    caller::Caller,
    granted::{Carrier, SignedIn, begun, granted},
    pace,
    refusals::{Any, WithBody},
    totp,
};

/// How long a device is remembered.
const DEVICE_LIFE: SignedDuration = SignedDuration::from_hours(24 * 180);

/// Address and password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Login {
    /// Address of the user.
    #[schema(example = "thandi@sunbird.example")]
    email: String,
    /// Their password.
    password: String,
    /// A code of their authenticator app, or a recovery code, where they have set one up.
    totp: Option<String>,
    /// Whether the refresh token is to come in a cookie instead of the body.
    cookie: Option<bool>,
}

/// Signs in with address, password and, where one is set up, a second factor.
#[utoipa::path(post, path = "/api/v1/auth/login", tag = "auth", request_body = Login,
    extensions(("x-access" = json!("public"))),
    responses((status = 200, body = SignedIn), (status = 401, body = Problem), (status = 403, body = Problem), Any, WithBody))]
pub(crate) async fn login(State(app): State<App>, caller: Caller, Body(login): Body<Login>) -> Result<Response, Wire> {
    let began = Instant::now();
    let email = canonical_email(&login.email).ok_or_else(|| Error::invalid("email", "not a mail address"))?;
    let Some((agency, user, spent)) = entered(&app, &email, &login).await? else {
        pace::even(began).await;
        return Err(Error::Unauthenticated.into());
    };
    if agency.status == Status::Suspended {
        return Err(Error::Forbidden("this agency is suspended").into());
    }
    Ok(begin(&app, &caller, &agency, user, spent, Carrier::asked(login.cookie)).await?)
}

/// Who the given secrets belong to, with their second factor as it is once its code is spent; `None` when they are not
/// somebody's. A missing code is asked for only after the right password.
async fn entered(app: &App, email: &str, login: &Login) -> Result<Option<(Tenant, User, Option<SecondFactor>)>> {
    let known = app.store.user_of_login(email).await?.filter(|(agency, _)| agency.status != Status::Deleted);
    let hash = known.as_ref().map(|(_, user)| user.password_hash.as_str());
    let right = password::matches(&login.password, hash).await?;
    let Some((agency, user)) = known.filter(|_| right) else { return Ok(None) };
    let Some(factor) = user.asked_factor() else { return Ok(Some((agency, user, None))) };
    let code = login.totp.as_deref().ok_or(Error::CodeNeeded)?;
    let spent = factor.spent(&totp::secret(app, &agency.operated(), &user.id, factor), code, app.clock.now());
    Ok(spent.map(|spent| (agency, user, Some(spent))))
}

async fn begin(
    app: &App,
    caller: &Caller,
    agency: &Tenant,
    user: User,
    spent: Option<SecondFactor>,
    carrier: Carrier,
) -> Result<Response> {
    let tenant = agency.operated();
    let session = begun(&user, caller, app.clock.now());
    loop {
        let mut changes = Changes::new().begin_session(&tenant, &session)?;
        if let Some(spent) = &spent {
            let after = User { second_factor: Some(spent.clone()), version: user.version + 1, ..user.clone() };
            changes = changes.replace_user(&tenant, &after, user.version)?;
        }
        let (changes, warning) = met(app, caller, (agency, &tenant), &user, changes).await?;
        match changes.commit(&app.store).await? {
            Commit::Done => {
                if let Some(warning) = &warning {
                    post::announce(app, &tenant, warning).await;
                }
                return granted(app, &tenant, &session, user, carrier);
            }
            // Another sign-in on the same new device came first: now it is a known one.
            Commit::Refused("device") => {}
            // The code was spent by another sign-in at the same moment.
            Commit::Refused(_) => return Err(Error::Unauthenticated),
        }
    }
}

/// Gets to know the device, and warns the user when they are known by others but not by this one.
async fn met(
    app: &App,
    caller: &Caller,
    (agency, tenant): (&Tenant, &TenantId),
    user: &User,
    changes: Changes,
) -> Result<(Changes, Option<Posted>)> {
    let devices = app.store.devices(tenant, &user.id, &caller.device.mark).await?;
    if devices == Devices::Known {
        return Ok((changes, None));
    }
    let now = app.clock.now();
    let known = KnownDevice { user_id: user.id.clone(), expires_at: (now + DEVICE_LIFE).as_second() };
    let changes = changes.know_device(tenant, &caller.device.mark, &known)?;
    if devices == Devices::None {
        return Ok((changes, None));
    }
    let event = Account::NewSignIn { detail: &caller.in_words() };
    let mail = AccountMail { event, at: now, link: None };
    let to = Addressee { name: &user.name, email: &user.email };
    let warning = post::account(app, tenant, agency, to, mail, &caller.request_id).await?;
    Ok((changes.post(tenant, &warning)?, Some(warning)))
}

/// The public keys that verify access tokens (RFC 7517).
#[utoipa::path(get, path = "/.well-known/jwks.json", tag = "auth",
    extensions(("x-access" = json!("public"))), responses((status = 200, body = PublicKeys), Any))]
pub(crate) async fn keys(State(app): State<App>) -> Json<PublicKeys> {
    Json(app.keys.published(app.clock.now()))
}
