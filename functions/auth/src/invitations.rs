//! Invitations: made, mailed again, revoked, taken up. An address that somebody signs in with already is invited in the same
//! words and the same time as any other; only whoever receives the mail learns it.

use axum::{Json, extract::State};
use http::StatusCode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    audit::Action,
    error::{Error, Result},
    http::{Body, Listing, Paging, Params, PathId, Problem, Wire},
    ids,
    invitation::{INVITATION_LIFE, Invitation},
    limits::Attempt,
    one_time::{self, OneTimeToken},
    password::{self, Protection},
    post::{self, Posted},
    runtime::App,
    seal::{Purpose, digest},
    session::Session,
    store::{Changes, Commit, Page},
    tenant::{Tenant, TenantId},
    usage,
    user::{Profile, Role, User, canonical_email, person_name},
};
use utoipa::ToSchema;

use crate::{caller::Caller, links, profile};

const LIST: &str = "invitations";
/// How often an invitation that met another one looks again.
const ATTEMPTS: usize = 8;

/// An invitation as the agency's admins see it.
#[derive(Serialize, ToSchema)]
pub(crate) struct InvitationView {
    /// UUID.
    id: String,
    /// Who is invited.
    email: String,
    /// Their name.
    name: String,
    /// What they will be allowed to do.
    role: Role,
    /// Name of who invited.
    invited_by: String,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// When it can no longer be taken up, unless it is mailed again.
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
}

impl From<Invitation> for InvitationView {
    fn from(one: Invitation) -> Self {
        Self {
            id: one.id,
            email: one.email,
            name: one.name,
            role: one.role,
            invited_by: one.invited_by,
            created_at: one.created_at,
            expires_at: one.ends_at,
        }
    }
}

/// Open invitations, newest first.
#[utoipa::path(get, path = "/api/v1/invitations", tag = "users", security(("bearer" = [])), params(Paging),
    extensions(("x-access" = json!("admin"))), responses((status = 200, body = Listing<InvitationView>)))]
pub(crate) async fn list(
    State(app): State<App>,
    session: Session,
    Params(paging): Params<Paging>,
) -> Result<Json<Listing<InvitationView>>, Wire> {
    session.require(Role::Admin)?;
    let request = paging.request(&app.seal, &session.tenant, LIST)?;
    let page = app.store.invitations(&session.tenant, &request).await?;
    let items = page.items.into_iter().map(InvitationView::from).collect();
    Ok(Json(Paging::listing(&app.seal, &session.tenant, LIST, Page { items, next: page.next })))
}

/// Who is to be invited.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Invitee {
    /// Address the mail goes to, and that they will sign in with.
    email: String,
    /// Their name, 1 to 120 characters; they may change it.
    name: String,
    /// What they will be allowed to do.
    role: Role,
}

/// Invites somebody, as long as the agency's plan has room for another user.
#[utoipa::path(post, path = "/api/v1/invitations", tag = "users", security(("bearer" = [])), request_body = Invitee,
    extensions(("x-access" = json!("admin"))),
    responses((status = 201, body = InvitationView), (status = 409, body = Problem)))]
pub(crate) async fn create(
    State(app): State<App>,
    session: Session,
    caller: Caller,
    Body(invitee): Body<Invitee>,
) -> Result<(StatusCode, Json<InvitationView>), Wire> {
    session.require(Role::Admin)?;
    let email = canonical_email(&invitee.email).ok_or_else(|| Error::invalid("email", "not a mail address"))?;
    let name = person_name(&invitee.name).ok_or_else(|| Error::invalid("name", "between 1 and 120 characters"))?;
    let invited_by = profile::of(&app, &session).await?.name;
    let tenant = &session.tenant;
    let now = app.clock.now();
    let (id, ends_at) = (ids::new_id(now), now + INVITATION_LIFE);
    let token = OneTimeToken::new(&app.seal, Purpose::Invitation, tenant, &id, &ids::new_secret());
    let invitation = Invitation {
        id,
        email,
        name,
        role: invitee.role,
        invited_by,
        digest: token.digest(),
        created_at: now,
        ends_at,
    };
    let posted = mail(&app, &session, &caller, &invitation, &token).await?;
    for _ in 0..ATTEMPTS {
        let circle = usage::require_seat(&app, tenant, &session.agency, &invitation.email).await?;
        let entry = session.entry(&app, Action::InvitationCreated, &caller.origin).about(&invitation.id);
        let changes = Changes::new().widen_circle(tenant, circle)?.invite(tenant, &invitation)?;
        if changes.post(tenant, &posted)?.audit(tenant, entry)?.commit(&app.store).await? == Commit::Done {
            post::announce(&app, tenant, &posted).await;
            return Ok((StatusCode::CREATED, Json(invitation.into())));
        }
    }
    Err(Error::conflict("too many invitations at once").into())
}

async fn mail(
    app: &App,
    session: &Session,
    caller: &Caller,
    invitation: &Invitation,
    token: &OneTimeToken,
) -> Result<Posted> {
    post::invitation(app, &session.tenant, &session.agency, invitation, token, &caller.origin.request_id).await
}

/// Mails an invitation again, under a new link; the one before leads nowhere any more.
#[utoipa::path(post, path = "/api/v1/invitations/{id}/resend", tag = "users", security(("bearer" = [])),
    params(("id" = String, Path, description = "an invitation's id")), extensions(("x-access" = json!("admin"))),
    responses((status = 200, body = InvitationView), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn resend(
    State(app): State<App>,
    session: Session,
    caller: Caller,
    PathId(id): PathId,
) -> Result<Json<InvitationView>, Wire> {
    session.require(Role::Admin)?;
    let (tenant, now) = (&session.tenant, app.clock.now());
    let before = app.store.invitation(tenant, &id).await?.ok_or(Error::NotFound("invitation"))?;
    app.limiter.attempt(Attempt::Mail, &before.email, caller.address, now).await?;
    let token = OneTimeToken::new(&app.seal, Purpose::Invitation, tenant, &id, &ids::new_secret());
    let after = Invitation { digest: token.digest(), ends_at: now + INVITATION_LIFE, ..before.clone() };
    let posted = mail(&app, &session, &caller, &after, &token).await?;
    let entry = session.entry(&app, Action::InvitationResent, &caller.origin).about(&id);
    let changes = Changes::new().renew_invitation(tenant, &after, &before.digest)?.post(tenant, &posted)?;
    let commit = changes.audit(tenant, entry)?.commit(&app.store).await?;
    commit.or_conflict("the invitation was taken up, revoked or mailed again just now")?;
    post::announce(&app, tenant, &posted).await;
    Ok(Json(after.into()))
}

/// Revokes an invitation.
#[utoipa::path(delete, path = "/api/v1/invitations/{id}", tag = "users", security(("bearer" = [])),
    params(("id" = String, Path, description = "an invitation's id")), extensions(("x-access" = json!("admin"))),
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn revoke(
    State(app): State<App>,
    session: Session,
    caller: Caller,
    PathId(id): PathId,
) -> Result<StatusCode, Wire> {
    session.require(Role::Admin)?;
    let tenant = &session.tenant;
    let invitation = app.store.invitation(tenant, &id).await?.ok_or(Error::NotFound("invitation"))?;
    let entry = session.entry(&app, Action::InvitationRevoked, &caller.origin).about(&id);
    let changes = Changes::new().take_invitation(tenant, &invitation).audit(tenant, entry)?;
    changes.commit(&app.store).await?.or_conflict("the invitation was taken up or mailed again just now")?;
    Ok(StatusCode::NO_CONTENT)
}

/// An invitation taken up.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = InvitationAcceptance)]
pub(crate) struct Acceptance {
    /// Token of the mailed link.
    token: String,
    /// Name to be known by; the invitation's when absent or blank.
    name: Option<String>,
    /// The password they choose.
    password: String,
}

/// Takes an invitation up, once: its addressee becomes a user and can sign in.
#[utoipa::path(post, path = "/api/v1/auth/invitations/accept", tag = "auth", request_body = Acceptance,
    extensions(("x-access" = json!("public"))),
    responses((status = 201, body = Profile), (status = 403, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn accept(
    State(app): State<App>,
    caller: Caller,
    Body(given): Body<Acceptance>,
) -> Result<(StatusCode, Json<Profile>), Wire> {
    let now = app.clock.now();
    app.limiter.attempt(Attempt::Link, "", caller.address, now).await?;
    let (tenant, invitation) = open_link(&app, &given.token).await?;
    app.limiter.forgive(Attempt::Link, "", caller.address, now).await;
    let agency = links::agency(&app, &tenant).await?;
    let user = invited(&agency, &invitation, given, now).await?;
    let entry = caller.entry(&app, &user.id, Action::InvitationAccepted);
    let changes = Changes::new().take_invitation(&tenant, &invitation).join(&tenant, &user)?.audit(&tenant, entry)?;
    match changes.commit(&app.store).await? {
        Commit::Done => Ok((StatusCode::CREATED, Json(user.into()))),
        Commit::Refused("email") => Err(Error::conflict("somebody signs in with this address already").into()),
        Commit::Refused(_) => Err(links::dead().into()),
    }
}

/// The user that an invitation's addressee becomes.
async fn invited(agency: &Tenant, invitation: &Invitation, given: Acceptance, now: Timestamp) -> Result<User> {
    let name = given.name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| invitation.name.clone());
    let name = person_name(&name).ok_or_else(|| Error::invalid("name", "between 1 and 120 characters"))?;
    let known_by = [name.as_str(), &invitation.email, &agency.name];
    if let Some(fault) = password::fault(&given.password, Protection::PasswordAlone, &known_by) {
        return Err(Error::invalid("password", fault));
    }
    Ok(User {
        id: ids::new_id(now),
        tenant_id: agency.id.clone(),
        email: invitation.email.clone(),
        name,
        role: invitation.role,
        password_hash: password::hash(&given.password).await?,
        epoch: 0,
        second_factor: None,
        version: 1,
        created_at: now,
    })
}

async fn open_link(app: &App, token: &str) -> Result<(TenantId, Invitation)> {
    let (tenant, id) = one_time::opened(&app.seal, Purpose::Invitation, token).ok_or_else(links::dead)?;
    let invitation = app.store.invitation(&tenant, &id).await?;
    let opens = |one: &Invitation| one.opens(&digest(token.as_bytes()), app.clock.now());
    invitation.filter(opens).map(|invitation| (tenant, invitation)).ok_or_else(links::dead)
}
