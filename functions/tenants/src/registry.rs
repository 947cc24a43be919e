//! The operator's list of agencies: seen, changed, stopped, started again, and deleted.

use axum::{Json, extract::State};
use http::StatusCode;
use serde::Deserialize;
use serde_json::Value;
use tripdesk_core::{
    audit::{Action, Entry},
    error::{Error, Result},
    http::{Body, Listing, Paging, Params, PathText, Problem, Wire},
    operator::Operator,
    runtime::App,
    store::Changes,
    tenant::{Status, Tenant, TenantId, patched},
};
use utoipa::ToSchema;

use crate::{agency::changed_fields, provision::one_line};

const LIST: &str = "tenants";

/// Every agency, by id; deleted ones until they are purged.
#[utoipa::path(get, path = "/api/v1/admin/tenants", tag = "admin", security(("operator" = [])), params(Paging),
    extensions(("x-access" = json!("operator"))),
    responses((status = 200, body = Listing<Tenant>), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn list(
    State(app): State<App>,
    _: Operator,
    Params(paging): Params<Paging>,
) -> Result<Json<Listing<Tenant>>, Wire> {
    let request = paging.operators_request(&app.seal, LIST)?;
    let page = app.store.tenants(&request).await?;
    Ok(Json(Paging::operators_listing(&app.seal, LIST, page)))
}

/// One agency with its whole configuration.
#[utoipa::path(get, path = "/api/v1/admin/tenants/{id}", tag = "admin", security(("operator" = [])), params(("id" = String, Path)),
    extensions(("x-access" = json!("operator"))),
    responses((status = 200, body = Tenant), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn show(
    State(app): State<App>,
    operator: Operator,
    PathText(id): PathText,
) -> Result<Json<Tenant>, Wire> {
    Ok(Json(operator.tenant(&app.store, &id).await?.1))
}

/// A change of an agency by the operator.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TenantChange {
    /// The version that was read; a stale one is refused with 409.
    version: u64,
    /// Another name.
    name: Option<String>,
    /// Sections or single settings to change, the plan included; what is not named stays (RFC 7396).
    #[schema(value_type = Option<Object>)]
    config: Option<Value>,
}

/// Changes an agency's name, settings or plan.
#[utoipa::path(patch, path = "/api/v1/admin/tenants/{id}", tag = "admin", security(("operator" = [])), params(("id" = String, Path)),
    request_body = TenantChange, extensions(("x-access" = json!("operator"))),
    responses((status = 200, body = Tenant), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn change(
    State(app): State<App>,
    operator: Operator,
    PathText(id): PathText,
    Body(change): Body<TenantChange>,
) -> Result<Json<Tenant>, Wire> {
    let (tenant, before) = operator.tenant(&app.store, &id).await?;
    if before.status == Status::Deleted {
        return Err(Error::conflict("the agency is deleted").into());
    }
    if change.version != before.version {
        return Err(stale(change.version, before.version).into());
    }
    let mut after = before.clone();
    if let Some(name) = change.name {
        after.name = one_line(&name).map_err(|message| Error::invalid("name", message))?;
    }
    if let Some(patch) = change.config {
        after.config = patched(&before.config, patch)?;
    }
    let entry = operator.entry(&app, Action::TenantChanged).changing(changed_fields(&before, &after)?);
    Ok(Json(save(&app, &tenant, &before, after, entry).await?))
}

/// Why a change of an older version is not made.
pub(crate) fn stale(given: u64, current: u64) -> Error {
    Error::conflict(format!("version {given} is stale; it is {current} now"))
}

/// Stops an agency: sign-in, tokens, mail, jobs and public links are refused from the next request on.
#[utoipa::path(post, path = "/api/v1/admin/tenants/{id}/suspend", tag = "admin", security(("operator" = [])),
    params(("id" = String, Path)), extensions(("x-access" = json!("operator"))),
    responses((status = 200, body = Tenant), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn suspend(
    State(app): State<App>,
    operator: Operator,
    PathText(id): PathText,
) -> Result<Json<Tenant>, Wire> {
    Ok(Json(turn(&app, &operator, &id, Status::Suspended, Action::TenantSuspended).await?))
}

/// Lets a suspended agency work again.
#[utoipa::path(post, path = "/api/v1/admin/tenants/{id}/activate", tag = "admin", security(("operator" = [])),
    params(("id" = String, Path)), extensions(("x-access" = json!("operator"))),
    responses((status = 200, body = Tenant), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn activate(
    State(app): State<App>,
    operator: Operator,
    PathText(id): PathText,
) -> Result<Json<Tenant>, Wire> {
    Ok(Json(turn(&app, &operator, &id, Status::Active, Action::TenantActivated).await?))
}

/// Deletes an agency for its users. Its data waits for the purge; its id is never used again.
#[utoipa::path(delete, path = "/api/v1/admin/tenants/{id}", tag = "admin", security(("operator" = [])), params(("id" = String, Path)),
    extensions(("x-access" = json!("operator"))),
    responses((status = 204), (status = 401, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn delete(
    State(app): State<App>,
    operator: Operator,
    PathText(id): PathText,
) -> Result<StatusCode, Wire> {
    turn(&app, &operator, &id, Status::Deleted, Action::TenantDeleted).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Gives an agency another status. One it has already is no change; from deletion there is no way back.
async fn turn(app: &App, operator: &Operator, id: &str, status: Status, action: Action) -> Result<Tenant> {
    let (tenant, before) = operator.tenant(&app.store, id).await?;
    match (before.status, status) {
        (now, wanted) if now == wanted => return Ok(before),
        (Status::Deleted, _) => return Err(Error::conflict("the agency is deleted")),
        _ => {}
    }
    let after = Tenant { status, ..before.clone() };
    let entry = operator.entry(app, action).about(id).changing(vec!["status".to_owned()]);
    save(app, &tenant, &before, after, entry).await
}

/// Saves another version of an agency together with its entry in the audit log.
pub(crate) async fn save(app: &App, id: &TenantId, before: &Tenant, after: Tenant, entry: Entry) -> Result<Tenant> {
    let after = Tenant { version: before.version + 1, updated_at: app.clock.now(), ..after };
    let changes = Changes::new().replace_tenant(id, &after, before.version)?.audit(id, entry)?;
    changes.commit(&app.store).await?.or_conflict("the agency was changed by somebody else just now")?;
    app.agencies.forget(app.cache.as_ref(), id).await;
    Ok(after)
}
