//! The people of an agency, as its admins see and change them. There is always an admin.

use axum::{Json, extract::State};
use http::StatusCode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    audit::Action,
    error::{Error, Result},
    http::{Body, Listing, Origin, Paging, Params, PathId, Problem, Wire},
    runtime::App,
    session::Session,
    store::{Changes, Commit, Page},
    tenant::TenantId,
    user::{Role, User, person_name},
};
use utoipa::ToSchema;

const LIST: &str = "users";
/// How often a change that met another one looks again.
const ATTEMPTS: usize = 5;

/// A user as the agency's admins see them.
#[derive(Serialize, ToSchema)]
pub(crate) struct UserView {
    /// UUID.
    id: String,
    /// Address they sign in with.
    email: String,
    /// Name shown.
    name: String,
    /// What they may do.
    role: Role,
    /// Whether a code is asked for when they sign in.
    totp_enabled: bool,
    /// When they joined.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
}

impl From<User> for UserView {
    fn from(user: User) -> Self {
        Self {
            totp_enabled: user.asked_factor().is_some(),
            id: user.id,
            email: user.email,
            name: user.name,
            role: user.role,
            created_at: user.created_at,
        }
    }
}

/// The agency's users, in the order they joined.
#[utoipa::path(get, path = "/api/v1/users", tag = "users", security(("bearer" = [])), params(Paging),
    extensions(("x-access" = json!("admin"))), responses((status = 200, body = Listing<UserView>)))]
pub(crate) async fn list(
    State(app): State<App>,
    session: Session,
    Params(paging): Params<Paging>,
) -> Result<Json<Listing<UserView>>, Wire> {
    session.require(Role::Admin)?;
    let request = paging.request(&app.seal, &session.tenant, LIST)?;
    let page = app.store.users(&session.tenant, &request).await?;
    let items = page.items.into_iter().map(UserView::from).collect();
    Ok(Json(Paging::listing(&app.seal, &session.tenant, LIST, Page { items, next: page.next })))
}

/// A change of a user.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UserChange {
    /// Name shown, 1 to 120 characters.
    name: Option<String>,
    /// What they may do; holds from their next call on.
    role: Option<Role>,
}

/// Changes a user's name or role. Nobody changes their own role, and the last admin stays one.
#[utoipa::path(patch, path = "/api/v1/users/{id}", tag = "users", security(("bearer" = [])), request_body = UserChange,
    params(("id" = String, Path, description = "a user's id")), extensions(("x-access" = json!("admin"))),
    responses((status = 200, body = UserView), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn change(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    PathId(id): PathId,
    Body(change): Body<UserChange>,
) -> Result<Json<UserView>, Wire> {
    session.require(Role::Admin)?;
    let tenant = &session.tenant;
    for _ in 0..ATTEMPTS {
        let before = app.store.user(tenant, &id).await?.ok_or(Error::NotFound("user"))?;
        let after = changed(&before, &change, &session)?;
        let fields = [("name", before.name != after.name), ("role", before.role != after.role)];
        let fields: Vec<_> = fields.iter().filter(|(_, is)| *is).map(|(field, _)| (*field).to_owned()).collect();
        if fields.is_empty() {
            return Ok(Json(before.into()));
        }
        let entry = session.entry(&app, Action::UserChanged, &origin).about(&id).changing(fields);
        let mut changes = Changes::new().replace_user(tenant, &after, before.version)?.audit(tenant, entry)?;
        if before.role == Role::Admin && after.role != Role::Admin {
            changes = changes.witness_user(tenant, &another_admin(&app, tenant, &id).await?);
        }
        if changes.commit(&app.store).await? == Commit::Done {
            return Ok(Json(after.into()));
        }
    }
    Err(Error::conflict("the user was changed by somebody else just now").into())
}

fn changed(before: &User, change: &UserChange, session: &Session) -> Result<User> {
    let name = match &change.name {
        Some(name) => person_name(name).ok_or_else(|| Error::invalid("name", "between 1 and 120 characters"))?,
        None => before.name.clone(),
    };
    let role = change.role.unwrap_or(before.role);
    if before.id == session.user_id && role != before.role {
        return Err(Error::conflict("nobody changes their own role: ask another admin"));
    }
    Ok(User { name, role, version: before.version + 1, ..before.clone() })
}

/// Removes a user. Their sessions end at once, and their address is free again.
#[utoipa::path(delete, path = "/api/v1/users/{id}", tag = "users", security(("bearer" = [])),
    params(("id" = String, Path, description = "a user's id")), extensions(("x-access" = json!("admin"))),
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn remove(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    PathId(id): PathId,
) -> Result<StatusCode, Wire> {
    session.require(Role::Admin)?;
    let tenant = &session.tenant;
    for _ in 0..ATTEMPTS {
        let user = app.store.user(tenant, &id).await?.ok_or(Error::NotFound("user"))?;
        let entry = session.entry(&app, Action::UserRemoved, &origin).about(&id);
        let mut changes = Changes::new().leave(tenant, &user).audit(tenant, entry)?;
        if user.role == Role::Admin {
            changes = changes.witness_user(tenant, &another_admin(&app, tenant, &id).await?);
        }
        if changes.commit(&app.store).await? == Commit::Done {
            return Ok(StatusCode::NO_CONTENT);
        }
    }
    Err(Error::conflict("the user was changed by somebody else just now").into())
}

/// Somebody who stays an admin when this one no longer is. The change is saved only if they still are by then.
async fn another_admin(app: &App, tenant: &TenantId, id: &str) -> Result<User> {
    let users = app.store.all_users(tenant).await?;
    let other = users.into_iter().find(|user| user.role == Role::Admin && user.id != id);
    other.ok_or_else(|| Error::conflict("this is the last admin"))
}
