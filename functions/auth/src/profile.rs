//! The caller's own account.

use axum::{Json, extract::State};
use serde::Deserialize;
use tripdesk_core::{
    audit::Action,
    error::{Error, Result},
    http::{Body, Origin, Problem, Wire},
    runtime::App,
    session::Session,
    store::Changes,
    user::{Profile, User, person_name},
};
use utoipa::ToSchema;

/// The caller's record as it is now.
pub(crate) async fn of(app: &App, session: &Session) -> Result<User> {
    app.store.user(&session.tenant, &session.user_id).await?.ok_or(Error::Unauthenticated)
}

/// Who is signed in.
#[utoipa::path(get, path = "/api/v1/auth/me", tag = "auth", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))), responses((status = 200, body = Profile)))]
pub(crate) async fn me(State(app): State<App>, session: Session) -> Result<Json<Profile>, Wire> {
    Ok(Json(of(&app, &session).await?.into()))
}

/// A change of one's own account.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProfileChange {
    /// Name shown, 1 to 120 characters.
    name: Option<String>,
}

/// Changes the caller's own name. Address and role belong to the agency's admins.
#[utoipa::path(patch, path = "/api/v1/auth/profile", tag = "auth", security(("bearer" = [])), request_body = ProfileChange,
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Profile), (status = 409, body = Problem)))]
pub(crate) async fn change(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    Body(change): Body<ProfileChange>,
) -> Result<Json<Profile>, Wire> {
    let before = of(&app, &session).await?;
    let Some(name) = change.name else { return Ok(Json(before.into())) };
    let name = person_name(&name).ok_or_else(|| Error::invalid("name", "between 1 and 120 characters"))?;
    let after = User { name, version: before.version + 1, ..before.clone() };
    let entry = session.entry(&app, Action::UserChanged, &origin).about(&after.id).changing(vec!["name".to_owned()]);
    let changes =
        Changes::new().replace_user(&session.tenant, &after, before.version)?.audit(&session.tenant, entry)?;
    changes.commit(&app.store).await?.or_conflict("your account was changed somewhere else just now")?;
    Ok(Json(after.into()))
}
