//! The agency's logo: taken in, made small and safe, shown on quotes, mails and pages.

use axum::{
    Json,
    extract::{Request, State},
    response::{IntoResponse, Response},
};
use http::StatusCode;
use serde::Serialize;
use tripdesk_core::{
    audit::Action,
    error::{Error, Result},
    http::{Origin, Problem, Wire, read_body},
    logo,
    runtime::App,
    session::Session,
    store::Changes,
    tenant::Tenant,
    usage,
    user::Role,
};
use utoipa::ToSchema;

/// Where the logo is shown from.
#[derive(Serialize, ToSchema)]
pub(crate) struct Logo {
    /// Its path under the API's own name, as in `config.branding.logo_url`.
    logo_url: String,
    /// The agency's version with it.
    version: u64,
}

/// Uploads the agency's logo: PNG, JPEG or WebP of at most 1 MB and 4,096 pixels a side. It is read, made smaller and
/// written anew; what was sent is not kept.
#[utoipa::path(put, path = "/api/v1/tenants/me/logo", tag = "tenants", security(("bearer" = [])),
    request_body(content((Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/webp"))),
    extensions(("x-access" = json!("admin"))),
    responses((status = 200, body = Logo), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn put(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    request: Request,
) -> Result<Response, Wire> {
    session.require(Role::Admin)?;
    let bytes = match read_body(request, logo::MAX_FILE).await {
        Ok(bytes) => bytes,
        Err(refused) => return Ok(refused),
    };
    let prepared = tokio::task::spawn_blocking(move || logo::prepare(&bytes)).await.map_err(Error::internal)?;
    let png = prepared.ok_or_else(|| Error::invalid("", "a PNG, JPEG or WebP of at most 4,096 pixels a side"))?;
    usage::require_room(&app, &session.tenant, &session.agency, png.len() as u64).await?;
    let file = logo::file(&png);
    app.files.put(&session.tenant, &file, "image/png", png.into()).await?;
    let token = logo::token(&app.seal, &session.tenant, &file);
    let url = format!("{}{token}", logo::PATH);
    let after = branded(&app, &session, &origin, Some(url.clone())).await?;
    Ok(Json(Logo { logo_url: url, version: after.version }).into_response())
}

/// Takes the logo away; the agency's name stands in its place.
#[utoipa::path(delete, path = "/api/v1/tenants/me/logo", tag = "tenants", security(("bearer" = [])),
    extensions(("x-access" = json!("admin"))),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 400, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn delete(State(app): State<App>, session: Session, origin: Origin) -> Result<StatusCode, Wire> {
    session.require(Role::Admin)?;
    branded(&app, &session, &origin, None).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn branded(app: &App, session: &Session, origin: &Origin, logo_url: Option<String>) -> Result<Tenant> {
    let before = &session.agency;
    let mut after = Tenant { version: before.version + 1, updated_at: app.clock.now(), ..Tenant::clone(before) };
    after.config.branding.logo_url = logo_url;
    let entry = session.entry(app, Action::TenantLogo, origin);
    let changes =
        Changes::new().replace_tenant(&session.tenant, &after, before.version)?.audit(&session.tenant, entry)?;
    changes.commit(&app.store).await?.or_conflict("the agency was changed by somebody else just now")?;
    Ok(after)
}
