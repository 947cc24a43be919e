//! Passwords: forgotten, chosen anew by a mailed link, changed by their owner. Every new one ends all sessions before it.

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use jiff::SignedDuration;
use serde::Deserialize;
use tokio::time::Instant;
use tripdesk_core::{
    audit::{Action, Entry},
    error::{Error, Result},
    http::{Body, Problem, Wire},
    ids,
    letter::{Account, AccountMail},
    limits::Attempt,
    one_time::{self, OneTimeToken},
    password::{self, Protection},
    post::{self, Addressee},
    runtime::App,
    seal::{Purpose, digest},
    session::Session,
    store::{Changes, Commit, ResetRecord},
    tenant::{Status, Tenant, TenantId},
    user::{User, canonical_email},
};
use utoipa::ToSchema;

use crate::{
    caller::Caller,
    granted::{Carrier, SignedIn, begun, cookie_of, granted},
    links, pace, profile,
};

/// How long a link for a new password holds.
const RESET_LIFE: SignedDuration = SignedDuration::from_hours(1);
/// The console's page for a new password.
const PAGE: &str = "reset-password";

/// Whose password was forgotten.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Forgotten {
    /// Address of the user.
    email: String,
}

/// Mails a link for a new password to a user of that address, if there is one. The answer never tells: not even that a mail
/// could not be written, which happens to those who are known alone.
#[utoipa::path(post, path = "/api/v1/auth/password/forgot", tag = "auth", request_body = Forgotten,
    extensions(("x-access" = json!("public"))), responses((status = 202, description = "Whoever it is has mail, if they are known")))]
pub(crate) async fn forgot(
    State(app): State<App>,
    caller: Caller,
    Body(given): Body<Forgotten>,
) -> Result<StatusCode, Wire> {
    let began = Instant::now();
    let email = canonical_email(&given.email).ok_or_else(|| Error::invalid("email", "not a mail address"))?;
    app.limiter.attempt(Attempt::Mail, &email, caller.address, app.clock.now()).await?;
    let known = app.store.user_of_login(&email).await?.filter(|(agency, _)| agency.status == Status::Active);
    if let Some((agency, user)) = known
        && let Err(error) = mail_link(&app, &caller, &agency, &user).await
    {
        let cause = std::error::Error::source(&error).map(ToString::to_string);
        tracing::error!(tenant = %agency.id, %error, cause, "a link for a new password could not be mailed");
    }
    pace::even(began).await;
    Ok(StatusCode::ACCEPTED)
}

async fn mail_link(app: &App, caller: &Caller, agency: &Tenant, user: &User) -> Result<()> {
    let (tenant, now) = (agency.operated(), app.clock.now());
    let token = OneTimeToken::new(&app.seal, Purpose::PasswordReset, &tenant, &user.id, &ids::new_secret());
    let reset = ResetRecord {
        digest: token.digest(),
        user_id: user.id.clone(),
        epoch: user.epoch,
        expires_at: (now + RESET_LIFE).as_second(),
    };
    let link = token.link(&app.settings.public_url, PAGE);
    let mail = AccountMail { event: Account::PasswordReset, at: now + RESET_LIFE, link: Some(&link) };
    let to = Addressee { name: &user.name, email: &user.email };
    let posted = post::account(app, &tenant, agency, to, mail, &caller.origin.request_id).await?;
    let entry = caller.strangers_entry(app, &user.id, Action::PasswordForgotten);
    let changes = Changes::new().remember_reset(&tenant, &reset)?.post(&tenant, &posted)?.audit(&tenant, entry)?;
    changes.commit(&app.store).await?.or_conflict("a mail of the same id was written before")?;
    post::announce(app, &tenant, &posted).await;
    Ok(())
}

/// A link's token and the password it is to set.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reset {
    /// Token of the mailed link.
    token: String,
    /// The new password.
    password: String,
}

/// Sets a new password by a mailed link, once. Every session of the user ends.
#[utoipa::path(post, path = "/api/v1/auth/password/reset", tag = "auth", request_body = Reset,
    extensions(("x-access" = json!("public"))), responses((status = 204), (status = 403, body = Problem)))]
pub(crate) async fn reset(
    State(app): State<App>,
    caller: Caller,
    Body(given): Body<Reset>,
) -> Result<StatusCode, Wire> {
    let now = app.clock.now();
    app.limiter.attempt(Attempt::Link, "", caller.address, now).await?;
    let (tenant, reset, user) = open_link(&app, &given.token).await?;
    app.limiter.forgive(Attempt::Link, "", caller.address, now).await;
    let agency = links::agency(&app, &tenant).await?;
    let change = PasswordChange {
        password: &given.password,
        field: "password",
        entry: caller.entry(&app, &user.id, Action::PasswordReset),
    };
    let changes = Changes::new().take_reset(&tenant, &reset);
    match renewed(&app, &caller, (&agency, &tenant), &user, change, changes).await? {
        Some(_) => Ok(StatusCode::NO_CONTENT),
        None => Err(links::dead().into()),
    }
}

async fn open_link(app: &App, token: &str) -> Result<(TenantId, ResetRecord, User)> {
    let (tenant, user_id) = one_time::opened(&app.seal, Purpose::PasswordReset, token).ok_or_else(links::dead)?;
    let reset = app.store.reset(&tenant, &digest(token.as_bytes())).await?.ok_or_else(links::dead)?;
    let user = app.store.user(&tenant, &user_id).await?.ok_or_else(links::dead)?;
    let holds = reset.expires_at > app.clock.now().as_second() && reset.epoch == user.epoch;
    if holds { Ok((tenant, reset, user)) } else { Err(links::dead()) }
}

/// Old and new password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPassword {
    /// The password so far.
    current_password: String,
    /// The new one.
    new_password: String,
}

/// Changes the caller's password. Every session ends, this one too; the answer begins a new one.
#[utoipa::path(post, path = "/api/v1/auth/password/change", tag = "auth", security(("bearer" = [])), request_body = NewPassword,
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = SignedIn), (status = 409, body = Problem)))]
pub(crate) async fn change(
    State(app): State<App>,
    session: Session,
    caller: Caller,
    headers: HeaderMap,
    Body(given): Body<NewPassword>,
) -> Result<Response, Wire> {
    let user = profile::of(&app, &session).await?;
    app.limiter.attempt(Attempt::SignIn, &user.email, caller.address, app.clock.now()).await?;
    if !password::matches(&given.current_password, Some(&user.password_hash)).await? {
        return Err(Error::invalid("current_password", "not your password").into());
    }
    app.limiter.forgive(Attempt::SignIn, &user.email, caller.address, app.clock.now()).await;
    let next = begun(&User { epoch: user.epoch + 1, ..user.clone() }, &caller, app.clock.now());
    let change = PasswordChange {
        password: &given.new_password,
        field: "new_password",
        entry: session.entry(&app, Action::PasswordChanged, &caller.origin).about(&user.id),
    };
    let changes = Changes::new().begin_session(&session.tenant, &next)?;
    let agency = (&*session.agency, &session.tenant);
    let changed = renewed(&app, &caller, agency, &user, change, changes).await?;
    let user = changed.ok_or_else(|| Error::conflict("your account was changed somewhere else just now"))?;
    let carrier = Carrier::asked(Some(cookie_of(&headers).is_some()));
    Ok(granted(&app, &session.tenant, &next, user, carrier)?)
}

/// A password to be set.
struct PasswordChange<'a> {
    password: &'a str,
    /// Name of the field it came in.
    field: &'static str,
    entry: Entry,
}

/// The user with a new password, saved with `changes` and a mail that tells them; `None` when a guard did not hold.
async fn renewed(
    app: &App,
    caller: &Caller,
    (agency, tenant): (&Tenant, &TenantId),
    user: &User,
    change: PasswordChange<'_>,
    changes: Changes,
) -> Result<Option<User>> {
    let protection = user.asked_factor().map_or(Protection::PasswordAlone, |_| Protection::SecondFactor);
    if let Some(fault) = password::fault(change.password, protection, &[&user.name, &user.email, &agency.name]) {
        return Err(Error::invalid(change.field, fault));
    }
    let password_hash = password::hash(change.password).await?;
    let after = User { password_hash, epoch: user.epoch + 1, version: user.version + 1, ..user.clone() };
    let event = Account::PasswordChanged { detail: &caller.in_words() };
    let mail = AccountMail { event, at: app.clock.now(), link: None };
    let to = Addressee { name: &user.name, email: &user.email };
    let posted = post::account(app, tenant, agency, to, mail, &caller.origin.request_id).await?;
    let changes = changes.replace_user(tenant, &after, user.version)?.post(tenant, &posted)?;
    match changes.audit(tenant, change.entry)?.commit(&app.store).await? {
        Commit::Refused(_) => Ok(None),
        Commit::Done => {
            post::announce(app, tenant, &posted).await;
            Ok(Some(after))
        }
    }
}
