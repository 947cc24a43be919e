//! Logos as travellers' mails and pages show them: by a sealed address, to anybody who has it.

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use http::header;
use tripdesk_core::{
    error::Error,
    http::{Problem, Wire},
    logo,
    runtime::App,
    tenant::Status,
};

/// An agency's logo.
#[utoipa::path(get, path = "/api/v1/public/logos/{token}", tag = "public", params(("token" = String, Path)),
    extensions(("x-access" = json!("public"))),
    responses((status = 200, body = Vec<u8>, content_type = "image/png"), (status = 404, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn show(State(app): State<App>, Path(token): Path<String>) -> Result<Response, Wire> {
    let (tenant, file) = logo::open(&app.seal, &token).ok_or(Error::NotFound("logo"))?;
    let agency = app.store.tenant(&tenant).await?.filter(|agency| agency.status == Status::Active);
    agency.ok_or(Error::NotFound("logo"))?;
    let png = app.files.get(&tenant, &file).await?.ok_or(Error::NotFound("logo"))?;
    let headers = [
        (header::CONTENT_TYPE, "image/png"),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"),
    ];
    Ok((headers, png).into_response())
}
