//! Signing in, and the public keys that verify what it gives.

use axum::{Json, extract::State, response::Response};
use jiff::SignedDuration;
use serde::Deserialize;
use tokio::time::Instant;
use tripdesk_core::{
    audit::Action,
    error::{Error, Result},
    http::{Body, Problem, Wire},
    letter::{Account, AccountMail},
    limits::Attempt,
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
    pace, totp,
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

/// What came of the secrets somebody gave.
enum Outcome {
    /// They are these people's; a second factor, where there is one, is spent in what comes with it.
    Right(Box<(Tenant, User)>, Option<SecondFactor>),
    /// They are nobody's; or not those of the user whose address it is.
    Wrong(Option<(TenantId, String)>),
}

/// Signs in with address, password and, where one is set up, a second factor: a missing code is asked for (`errors` names
/// `totp`) only after the right password.
#[utoipa::path(post, path = "/api/v1/auth/login", tag = "auth", request_body = Login,
    extensions(("x-access" = json!("public"))),
    responses((status = 200, body = SignedIn), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn login(State(app): State<App>, caller: Caller, Body(login): Body<Login>) -> Result<Response, Wire> {
    let began = Instant::now();
    let email = canonical_email(&login.email).ok_or_else(|| Error::invalid("email", "not a mail address"))?;
    app.limiter.attempt(Attempt::SignIn, &email, caller.address, app.clock.now()).await?;
    let outcome = entered(&app, &email, &login).await;
    if matches!(outcome, Ok(Outcome::Right(..)) | Err(Error::CodeNeeded | Error::TooMany(_))) {
        app.limiter.forgive(Attempt::SignIn, &email, caller.address, app.clock.now()).await;
    }
    match outcome? {
        Outcome::Right(found, _) if found.0.status == Status::Suspended => {
            Err(Error::Forbidden("this agency is suspended").into())
        }
        Outcome::Right(found, spent) => {
            let (agency, user) = *found;
            Ok(begin(&app, &caller, &agency, user, spent, Carrier::asked(login.cookie)).await?)
        }
        Outcome::Wrong(whose) => {
            if let Err(error) = refused(&app, &caller, whose).await {
                // Only somebody known has a log: a failure of it must not show.
                tracing::error!(%error, "a refused sign-in could not be noted");
            }
            pace::even(began).await;
            Err(Error::Unauthenticated.into())
        }
    }
}

async fn entered(app: &App, email: &str, login: &Login) -> Result<Outcome> {
    let known = app.store.user_of_login(email).await?.filter(|(agency, _)| agency.status != Status::Deleted);
    let hash = known.as_ref().map(|(_, user)| user.password_hash.as_str());
    let right = password::matches(&login.password, hash).await?;
    let Some((agency, user)) = known else { return Ok(Outcome::Wrong(None)) };
    let wrong = || Outcome::Wrong(Some((agency.operated(), user.id.clone())));
    if !right {
        return Ok(wrong());
    }
    let Some(factor) = user.asked_factor() else { return Ok(Outcome::Right(Box::new((agency, user)), None)) };
    let code = login.totp.as_deref().ok_or(Error::CodeNeeded)?;
    let spent = factor.spent(&totp::secret(app, &agency.operated(), &user.id, factor), code, app.clock.now());
    Ok(match spent {
        Some(spent) => Outcome::Right(Box::new((agency, user)), Some(spent)),
        None => wrong(),
    })
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
        let entry = caller.entry(app, &user.id, Action::SessionSignedIn);
        let mut changes = Changes::new().begin_session(&tenant, &session)?.audit(&tenant, entry)?;
        if let Some(spent) = &spent {
            changes = totp::spend(app, caller, &tenant, &user, spent, changes)?;
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
    let warning = post::account(app, tenant, agency, to, mail, &caller.origin.request_id).await?;
    Ok((changes.post(tenant, &warning)?, Some(warning)))
}

/// Notes in the agency's log that somebody tried to come in as one of its users.
async fn refused(app: &App, caller: &Caller, whose: Option<(TenantId, String)>) -> Result<()> {
    let Some((tenant, user_id)) = whose else { return Ok(()) };
    let entry = caller.strangers_entry(app, &user_id, Action::SessionRefused);
    Changes::new().audit(&tenant, entry)?.commit(&app.store).await.map(|_| ())
}

/// The public keys that verify access tokens (RFC 7517).
#[utoipa::path(get, path = "/.well-known/jwks.json", tag = "auth",
    extensions(("x-access" = json!("public"))), responses((status = 200, body = PublicKeys)))]
pub(crate) async fn keys(State(app): State<App>) -> Json<PublicKeys> {
    Json(app.keys.published(app.clock.now()))
}
