//! Regression questions: each gap that a person has closed is asked again, to see that it stays closed.

use axum::{Json, extract::State};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    http::{Listing, Paging, Params, Problem, Wire},
    knowledge::Case,
    runtime::App,
    session::Session,
    store::{Key, Order, PageRequest},
    tenant::TenantId,
    user::Role,
};
use utoipa::ToSchema;

use crate::evaluate::{Evaluation, evaluated};

const LIST: &str = "regressions";
/// Questions of one run: the latest.
const RUN: u16 = 200;

/// A question that must stay answered.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct Regression {
    /// UUID; that of the gap it closed.
    pub id: String,
    /// The question and what its answer must contain.
    pub case: Case,
    /// When it was closed.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
}

/// Where a regression question lies.
pub(crate) fn key(tenant: &TenantId, id: &str) -> Key {
    Key::of(tenant, "regression", id)
}

/// Lists regression questions, newest first.
#[utoipa::path(get, path = "/api/v1/helpdesk/regressions", tag = "helpdesk", security(("bearer" = [])), params(Paging),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Listing<Regression>), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn list(
    State(app): State<App>,
    session: Session,
    Params(paging): Params<Paging>,
) -> Result<Json<Listing<Regression>>, Wire> {
    let request = paging.request(&app.seal, &session.tenant, LIST)?;
    let page = app.store.list(&session.tenant, "regression", Order::Descending, &request).await?;
    Ok(Json(Paging::listing(&app.seal, &session.tenant, LIST, page)))
}

/// Asks the latest 200 of them again and tells what came of it; nothing is saved.
#[utoipa::path(post, path = "/api/v1/helpdesk/regressions/run", tag = "helpdesk", security(("bearer" = [])),
    extensions(("x-access" = json!("consultant"))),
    responses((status = 200, body = Evaluation), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn run(State(app): State<App>, session: Session) -> Result<Json<Evaluation>, Wire> {
    session.require(Role::Consultant)?;
    let request = PageRequest { limit: RUN, after: None };
    let page = app.store.list::<Regression>(&session.tenant, "regression", Order::Descending, &request).await?;
    let cases: Vec<Case> = page.items.into_iter().map(|one| one.case).collect();
    Ok(Json(evaluated(&app, &session, &cases).await?))
}
