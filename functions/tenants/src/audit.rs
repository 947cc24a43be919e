//! The audit log, read by the operator over all agencies and by an agency's admin for its own.

use axum::{Json, extract::State};
use jiff::Timestamp;
use serde::Deserialize;
use tripdesk_core::{
    audit::{Action, Entry},
    http::{Listing, Paging, Params, Problem, Wire},
    operator::Operator,
    runtime::App,
    session::Session,
    store::AuditFilter,
    user::Role,
};
use utoipa::IntoParams;

const LIST: &str = "audit";

/// Which entries, and how many of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Own {
    /// 1 to 100; 50 when absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// Of this kind only.
    action: Option<Action>,
    /// From this time on.
    #[param(value_type = Option<String>, format = DateTime)]
    from: Option<Timestamp>,
    /// Before this time.
    #[param(value_type = Option<String>, format = DateTime)]
    to: Option<Timestamp>,
}

/// The same, with the agency.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct OfAll {
    /// 1 to 100; 50 when absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// Of this agency only.
    tenant: Option<String>,
    /// Of this kind only.
    action: Option<Action>,
    /// From this time on.
    #[param(value_type = Option<String>, format = DateTime)]
    from: Option<Timestamp>,
    /// Before this time.
    #[param(value_type = Option<String>, format = DateTime)]
    to: Option<Timestamp>,
}

/// What was done in the agency, newest first: for its admins.
#[utoipa::path(get, path = "/api/v1/audit", tag = "tenants", security(("bearer" = [])), params(Own),
    extensions(("x-access" = json!("admin"))),
    responses((status = 200, body = Listing<Entry>), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn own(
    State(app): State<App>,
    session: Session,
    Params(wanted): Params<Own>,
) -> Result<Json<Listing<Entry>>, Wire> {
    session.require(Role::Admin)?;
    let paging = Paging { limit: wanted.limit, cursor: wanted.cursor };
    let request = paging.request(&app.seal, &session.tenant, LIST)?;
    let filter = AuditFilter { action: wanted.action, from: wanted.from, to: wanted.to };
    let page = app.store.audit(&session.tenant, &filter, &request).await?;
    Ok(Json(Paging::listing(&app.seal, &session.tenant, LIST, page)))
}

/// What was done on the platform, newest first: for the operator.
#[utoipa::path(get, path = "/api/v1/admin/audit", tag = "admin", security(("operator" = [])), params(OfAll),
    extensions(("x-access" = json!("operator"))),
    responses((status = 200, body = Listing<Entry>), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn of_all(
    State(app): State<App>,
    operator: Operator,
    Params(wanted): Params<OfAll>,
) -> Result<Json<Listing<Entry>>, Wire> {
    let paging = Paging { limit: wanted.limit, cursor: wanted.cursor };
    let filter = AuditFilter { action: wanted.action, from: wanted.from, to: wanted.to };
    let list = format!("{LIST}/{}", wanted.tenant.as_deref().unwrap_or_default());
    let request = paging.operators_request(&app.seal, &list)?;
    let page = match &wanted.tenant {
        None => app.store.audit_of_all(&filter, &request).await?,
        Some(id) => {
            let (tenant, _) = operator.tenant(&app.store, id).await?;
            app.store.audit(&tenant, &filter, &request).await?
        }
    };
    Ok(Json(Paging::operators_listing(&app.seal, &list, page)))
}
