//! `GET /health`: that the function answers; with `?deep=true` also that what it stands on does.
//!
//! Invariant: nothing is told but words of ours. A load balancer asks for the shallow answer, which costs no call.

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{Params, Problem, Wire};
use crate::{error::Result, runtime::App};

/// How far to look.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct Look {
    /// Whether table and cache are asked, too.
    deep: bool,
}

/// How a function is.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Health {
    /// `ok`, or `degraded` while it does without the cache.
    status: &'static str,
    /// What was asked, where it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    checks: Option<Checks>,
}

/// What the functions stand on.
#[derive(Debug, Serialize, ToSchema)]
struct Checks {
    /// `ok`; without the table the answer is 503.
    table: &'static str,
    /// `ok`, `absent` where there is none, `silent` while limits do without it.
    cache: &'static str,
}

/// Whether this function answers.
#[utoipa::path(
    get, path = "/health", params(Look), extensions(("x-access" = json!("public"))),
    responses(
        (status = 200, description = "It answers", body = Health),
        (status = 400, description = "`deep` is neither true nor false", body = Problem),
        (status = 503, description = "The table does not answer", body = Problem),
    )
)]
pub(super) async fn health(
    State(app): State<App>,
    Params(look): Params<Look>,
) -> std::result::Result<Json<Health>, Wire> {
    let checks = if look.deep { Some(checks(&app).await?) } else { None };
    let is_degraded = checks.as_ref().is_some_and(|checks| checks.cache == "silent");
    Ok(Json(Health { status: if is_degraded { "degraded" } else { "ok" }, checks }))
}

async fn checks(app: &App) -> Result<Checks> {
    app.store.is_up().await?;
    let cache = match &app.cache {
        None => "absent",
        Some(cache) if cache.is_up().await => "ok",
        Some(_) => "silent",
    };
    Ok(Checks { table: "ok", cache })
}
