//! An agency's own record.

use std::sync::Arc;

use axum::{Json, extract::State};
use serde::Deserialize;
use serde_json::{Value, json};
use tripdesk_core::{
    audit::{Action, differences},
    error::{Error, FieldError},
    http::{Body, Origin, Problem, Wire},
    runtime::App,
    session::Session,
    store::Changes,
    tenant::{Config, Tenant},
    user::Role,
};
use utoipa::ToSchema;

/// Shows the agency with its whole configuration.
#[utoipa::path(get, path = "/api/v1/tenants/me", tag = "tenants", security(("bearer" = [])),
    responses((status = 200, body = Tenant), (status = 401, body = Problem)))]
pub(crate) async fn show(session: Session) -> Json<Arc<Tenant>> {
    Json(session.agency)
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
    responses((status = 200, body = Tenant), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn change(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    Body(change): Body<AgencyChange>,
) -> Result<Json<Tenant>, Wire> {
    session.require(Role::Admin)?;
    let before = session.agency.clone();
    if change.version != before.version {
        return Err(
            Error::conflict(format!("version {} is stale; it is {} now", change.version, before.version)).into()
        );
    }
    let config = match change.config {
        Some(patch) => patched(&before.config, patch)?,
        None => before.config.clone(),
    };
    let mut after =
        Tenant { version: before.version + 1, updated_at: app.clock.now(), config, ..Tenant::clone(&before) };
    if let Some(name) = change.name {
        if name.trim().is_empty() || name.chars().count() > 120 {
            return Err(Error::invalid("name", "between 1 and 120 characters").into());
        }
        after.name = name;
    }
    let entry = session.entry(&app, Action::TenantChanged, &origin).changing(changed(&before, &after)?);
    let changes =
        Changes::new().replace_tenant(&session.tenant, &after, before.version)?.audit(&session.tenant, entry)?;
    changes.commit(&app.store).await?.or_conflict("the agency was changed by somebody else just now")?;
    Ok(Json(after))
}

/// The paths of what differs between two versions of an agency, for the audit log.
fn changed(before: &Tenant, after: &Tenant) -> Result<Vec<String>, Error> {
    let fields = |tenant: &Tenant| -> Result<Value, Error> {
        Ok(json!({"name": tenant.name, "config": serde_json::to_value(&tenant.config).map_err(Error::internal)?}))
    };
    Ok(differences(&fields(before)?, &fields(after)?))
}

/// The configuration with a merge patch applied, or every field that would be wrong.
fn patched(before: &Config, patch: Value) -> Result<Config, Error> {
    if patch.get("plan").is_some() {
        return Err(Error::invalid("config.plan", "is set by the platform operator"));
    }
    let mut merged = serde_json::to_value(before).map_err(Error::internal)?;
    merge(&mut merged, patch);
    let config: Config = serde_path_to_error::deserialize(merged)
        .map_err(|failure| Error::invalid(format!("config.{}", failure.path()), failure.inner().to_string()))?;
    let faults = config.faults();
    if faults.is_empty() {
        return Ok(config);
    }
    Err(Error::Invalid(
        faults.into_iter().map(|fault| FieldError::new(format!("config.{}", fault.field), fault.message)).collect(),
    ))
}

/// JSON Merge Patch (RFC 7396).
fn merge(target: &mut Value, patch: Value) {
    let Value::Object(patch) = patch else {
        *target = patch;
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    let Value::Object(target) = target else { return };
    for (name, value) in patch {
        if value.is_null() {
            target.remove(&name);
        } else {
            merge(target.entry(name).or_insert(Value::Null), value);
        }
    }
}
