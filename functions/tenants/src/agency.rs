//! An agency's own record, and what it uses of its plan.

use std::sync::Arc;

use axum::{Json, extract::State};
use serde::Deserialize;
use serde_json::{Value, json};
use tripdesk_core::{
    audit::{Action, differences},
    error::{Error, Result},
    http::{Body, Origin, Problem, Wire},
    runtime::App,
    session::Session,
    tenant::{Tenant, Usage, patched},
    usage,
    user::Role,
};
use utoipa::ToSchema;

use crate::{
    provision::one_line,
    registry::{save, stale},
};

/// Shows the agency with its whole configuration.
#[utoipa::path(get, path = "/api/v1/tenants/me", tag = "tenants", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Tenant), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn show(session: Session) -> Json<Arc<Tenant>> {
    Json(session.agency)
}

/// What the agency uses of its plan.
#[utoipa::path(get, path = "/api/v1/tenants/me/usage", tag = "tenants", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Usage), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn uses(State(app): State<App>, session: Session) -> Result<Json<Usage>, Wire> {
    Ok(Json(usage::of(&app, &session.tenant, &session.agency).await?))
}

/// A change of an agency's record.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgencyChange {
    /// The version that was read; a stale one is refused with 409.
    version: u64,
    /// Another name.
    name: Option<String>,
    /// Sections or single settings to change; what is not named stays (RFC 7396).
    #[schema(value_type = Option<Object>)]
    config: Option<Value>,
}

/// Changes the agency's name or settings. The plan belongs to the operator.
#[utoipa::path(patch, path = "/api/v1/tenants/me", tag = "tenants", security(("bearer" = [])), request_body = AgencyChange,
    extensions(("x-access" = json!("admin"))),
    responses((status = 200, body = Tenant), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn change(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    Body(change): Body<AgencyChange>,
) -> Result<Json<Tenant>, Wire> {
    session.require(Role::Admin)?;
    let before = &session.agency;
    if change.version != before.version {
        return Err(stale(change.version, before.version).into());
    }
    let mut after = Tenant::clone(before);
    if let Some(name) = change.name {
        after.name = one_line(&name).map_err(|message| Error::invalid("name", message))?;
    }
    if let Some(patch) = change.config {
        if patch.get("plan").is_some() {
            return Err(Error::invalid("config.plan", "is set by the platform operator").into());
        }
        after.config = patched(&before.config, patch)?;
    }
    let entry = session.entry(&app, Action::TenantChanged, &origin).changing(changed_fields(before, &after)?);
    Ok(Json(save(&app, &session.tenant, before, after, entry).await?))
}

/// The paths of what differs between two versions of an agency, for the audit log.
pub(crate) fn changed_fields(before: &Tenant, after: &Tenant) -> Result<Vec<String>> {
    let fields = |tenant: &Tenant| -> Result<Value> {
        Ok(json!({"name": tenant.name, "config": serde_json::to_value(&tenant.config).map_err(Error::internal)?}))
    };
    Ok(differences(&fields(before)?, &fields(after)?))
}
