//! A new agency, in one step: its record, its first mailbox, the invitation of its first admin and the mail that carries it.

use axum::{Json, extract::State, response::IntoResponse};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tripdesk_core::{
    audit::Action,
    error::{Error, FieldError, Result},
    http::{Body, PathText, Problem, Wire},
    ids,
    invitation::{INVITATION_LIFE, Invitation},
    money::Currency,
    one_time::OneTimeToken,
    operator::Operator,
    post::{self, Posted},
    runtime::App,
    seal::Purpose,
    store::{Changes, Commit},
    tenant::{Config, Slug, Status, Tenant, patched},
    usage,
    user::{Role, canonical_email},
};
use utoipa::ToSchema;

/// Who invites the first admin, as their mail says it.
const INVITER: &str = "Tripdesk";

/// A new agency.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewTenant {
    /// Its id, for ever.
    #[schema(pattern = "^[a-z][a-z0-9-]{2,39}$", example = "blue-horizon")]
    id: String,
    /// Name people know it by.
    name: String,
    /// Who is invited to set it up.
    admin_email: String,
    /// Their name.
    admin_name: Option<String>,
    /// IANA time zone.
    #[schema(example = "Africa/Johannesburg")]
    timezone: String,
    /// ISO 4217.
    #[schema(example = "ZAR")]
    currency: String,
    /// Sections or single settings, the plan included; what is not named has its default.
    #[schema(value_type = Option<Object>)]
    config: Option<Value>,
}

/// An agency that was made.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NewTenantMade)]
pub(crate) struct Provisioned {
    /// Its record.
    #[serde(flatten)]
    tenant: Tenant,
    /// Where travellers write to.
    mailbox: String,
    /// The invitation that is on its way.
    invitation_id: String,
}

/// Makes an agency and invites its first admin: all of it or nothing. An id that was ever taken stays taken.
#[utoipa::path(post, path = "/api/v1/admin/tenants", tag = "admin", security(("operator" = [])), request_body = NewTenant,
    extensions(("x-access" = json!("operator"))),
    responses((status = 201, body = Provisioned), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 409, body = Problem), (status = 413, body = Problem), (status = 415, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn create(
    State(app): State<App>,
    operator: Operator,
    Body(wish): Body<NewTenant>,
) -> Result<impl IntoResponse, Wire> {
    let Checked { tenant, email, name } = checked(&app, wish)?;
    if app.store.is_taken(tenant.id.as_str()).await? {
        return Err(Error::conflict("the id is taken").into());
    }
    let mailbox = tenant.default_mailbox(&app.settings.inbound_domain);
    let (invitation, mail) = invitation(&app, &operator, &tenant, email, name).await?;
    let id = tenant.operated();
    let entry = operator.entry(&app, Action::TenantCreated).about(tenant.id.as_str());
    let changes = Changes::new()
        .provision(&tenant, &mailbox)?
        .invite(&id, &invitation)?
        .widen_circle(&id, 0)?
        .post(&id, &mail)?
        .audit(&id, entry)?;
    refused(changes.commit(&app.store).await?)?;
    post::announce(&app, &id, &mail).await;
    tracing::info!(tenant = %tenant.id, "agency made");
    let answer = Provisioned { tenant, mailbox: mailbox.address, invitation_id: invitation.id };
    Ok((StatusCode::CREATED, Json(answer)))
}

/// What stood in the way of making an agency.
pub(crate) fn refused(commit: Commit) -> Result<()> {
    match commit {
        Commit::Done => Ok(()),
        Commit::Refused("id") => Err(Error::conflict("the id is taken")),
        Commit::Refused("mailbox") => Err(Error::conflict("the mailbox is taken")),
        Commit::Refused(other) => Err(Error::conflict(format!("the {other} is taken"))),
    }
}

/// A wish whose every field is right.
struct Checked {
    tenant: Tenant,
    email: String,
    name: String,
}

/// Names every bad field at once.
fn checked(app: &App, wish: NewTenant) -> Result<Checked> {
    let mut errors = Vec::new();
    let mut note = |field: &str, message: &str| errors.push(FieldError::new(field, message));
    let id = Slug::parse(&wish.id).map_err(|wrong| note("id", &wrong.to_string())).ok();
    let name = one_line(&wish.name).map_err(|message| note("name", message)).ok();
    let email = canonical_email(&wish.admin_email);
    if email.is_none() {
        note("admin_email", "not a mail address");
    }
    let person = wish.admin_name.as_deref().map(one_line).transpose();
    if let Err(message) = person {
        note("admin_name", message);
    }
    if jiff::tz::TimeZone::get(&wish.timezone).is_err() {
        note("timezone", "not a known IANA time zone");
    }
    let currency = wish.currency.parse::<Currency>().map_err(|_| note("currency", "not a currency of ISO 4217")).ok();
    let plain = currency.map(|currency| Config::new(&wish.timezone, currency));
    let config = match (plain, wish.config) {
        (Some(plain), Some(patch)) => match patched(&plain, patch) {
            Ok(config) => Some(config),
            Err(Error::Invalid(more)) => {
                // The zone was named above already, where the caller wrote it.
                errors.extend(more.into_iter().filter(|error| error.field != "config.timezone"));
                None
            }
            Err(error) => return Err(error),
        },
        (plain, _) => plain,
    };
    match (id, name, email, config) {
        (Some(id), Some(name), Some(email), Some(config)) if errors.is_empty() => {
            let now = app.clock.now();
            let person =
                person.ok().flatten().unwrap_or_else(|| email.split('@').next().unwrap_or_default().to_owned());
            let tenant =
                Tenant { id, name, status: Status::Active, version: 1, config, created_at: now, updated_at: now };
            Ok(Checked { tenant, email, name: person })
        }
        _ => Err(Error::Invalid(errors)),
    }
}

/// A name of an agency or a person, without the space around it; what is wrong with it otherwise.
pub(crate) fn one_line(text: &str) -> Result<String, &'static str> {
    let fits = !text.trim().is_empty() && text.chars().count() <= 120;
    if fits && !text.chars().any(char::is_control) {
        return Ok(text.trim().to_owned());
    }
    Err("between 1 and 120 characters on one line")
}

/// The invitation of an admin by the operator, and its mail.
pub(crate) async fn invitation(
    app: &App,
    operator: &Operator,
    tenant: &Tenant,
    email: String,
    name: String,
) -> Result<(Invitation, Posted)> {
    if app.store.user_of_login(&email).await?.is_some() {
        return Err(Error::conflict("somebody signs in with this address already"));
    }
    let (id, now) = (tenant.operated(), app.clock.now());
    let invitation_id = ids::new_id(now);
    let token = OneTimeToken::new(&app.seal, Purpose::Invitation, &id, &invitation_id, &ids::new_secret());
    let invitation = Invitation {
        id: invitation_id,
        email,
        name,
        role: Role::Admin,
        invited_by: INVITER.to_owned(),
        digest: token.digest(),
        created_at: now,
        ends_at: now + INVITATION_LIFE,
    };
    let mail = post::invitation(app, &id, tenant, &invitation, &token, &operator.origin().request_id).await?;
    Ok((invitation, mail))
}

/// Who is to set up an agency.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AdminInvitation)]
pub(crate) struct Invited {
    /// Their address.
    email: String,
    /// Their name.
    name: Option<String>,
}

/// An invitation that is on its way.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AdminInvited)]
pub(crate) struct OnItsWay {
    /// UUID.
    id: String,
    /// Where it goes.
    email: String,
}

/// Invites an admin to an agency that has none yet, after an import, or none any more. The plan's limit of users holds.
#[utoipa::path(post, path = "/api/v1/admin/tenants/{id}/invite", tag = "admin", security(("operator" = [])),
    params(("id" = String, Path)), request_body = Invited, extensions(("x-access" = json!("operator"))),
    responses((status = 201, body = OnItsWay), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem), (status = 415, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn invite(
    State(app): State<App>,
    operator: Operator,
    PathText(id): PathText,
    Body(wish): Body<Invited>,
) -> Result<impl IntoResponse, Wire> {
    let (tenant, agency) = operator.tenant(&app.store, &id).await?;
    if agency.status != Status::Active {
        return Err(Error::conflict("the agency is not active").into());
    }
    let email = canonical_email(&wish.email).ok_or_else(|| Error::invalid("email", "not a mail address"))?;
    let name = match wish.name.as_deref() {
        Some(name) => one_line(name).map_err(|message| Error::invalid("name", message))?,
        None => email.split('@').next().unwrap_or_default().to_owned(),
    };
    let circle = usage::require_seat(&app, &tenant, &agency, &email).await?;
    let (invitation, mail) = invitation(&app, &operator, &agency, email, name).await?;
    let entry = operator.entry(&app, Action::InvitationCreated).about(&invitation.id);
    let changes = Changes::new()
        .invite(&tenant, &invitation)?
        .widen_circle(&tenant, circle)?
        .post(&tenant, &mail)?
        .audit(&tenant, entry)?;
    changes.commit(&app.store).await?.or_conflict("somebody else was invited just now")?;
    post::announce(&app, &tenant, &mail).await;
    Ok((StatusCode::CREATED, Json(OnItsWay { id: invitation.id, email: invitation.email })))
}
