//! News for the people of an agency.

use axum::{
    Json,
    extract::{Path, State},
};
use serde::Serialize;
use tripdesk_core::{
    error::Error,
    http::{Listing, Paging, Params, Problem, Wire},
    ids,
    notification::Notification,
    runtime::App,
    session::Session,
    store::{Changes, PageRequest},
};
use utoipa::ToSchema;

const LIST: &str = "notifications";
/// How far back "all" reaches, and how many unread ones are counted.
const RECENT: u16 = 100;

/// News, newest first.
#[utoipa::path(get, path = "/api/v1/notifications", tag = "tenants", security(("bearer" = [])), params(Paging),
    responses((status = 200, body = Listing<Notification>), (status = 400, body = Problem), (status = 401, body = Problem)))]
pub(crate) async fn list(
    State(app): State<App>,
    session: Session,
    Params(paging): Params<Paging>,
) -> Result<Json<Listing<Notification>>, Wire> {
    let request = paging.request(&app.seal, &session.tenant, LIST)?;
    let page = app.store.notifications(&session.tenant, &request).await?;
    Ok(Json(Paging::listing(&app.seal, &session.tenant, LIST, page)))
}

/// How much news is unread.
#[derive(Serialize, ToSchema)]
pub(crate) struct Unread {
    /// Among the latest hundred.
    unread: usize,
}

/// Counts unread news among the latest hundred.
#[utoipa::path(get, path = "/api/v1/notifications/unread", tag = "tenants", security(("bearer" = [])),
    responses((status = 200, body = Unread), (status = 401, body = Problem)))]
pub(crate) async fn unread(State(app): State<App>, session: Session) -> Result<Json<Unread>, Wire> {
    let news = recent(&app, &session).await?;
    Ok(Json(Unread { unread: news.iter().filter(|one| !one.read_by.contains(&session.user_id)).count() }))
}

/// Marks one piece of news, or the latest hundred (`all`), as read by the caller.
#[utoipa::path(post, path = "/api/v1/notifications/{id}/read", tag = "tenants", security(("bearer" = [])),
    params(("id" = String, Path, description = "a notification's id, or `all`")),
    responses((status = 200, body = Unread), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn read(
    State(app): State<App>,
    session: Session,
    Path(id): Path<String>,
) -> Result<Json<Unread>, Wire> {
    let chosen = match id.as_str() {
        "all" => recent(&app, &session).await?,
        id if ids::is_id(id) => {
            let one = app.store.notification(&session.tenant, id).await?;
            vec![one.ok_or(Error::NotFound("notification"))?]
        }
        _ => return Err(Error::NotFound("notification").into()),
    };
    for mut one in chosen.into_iter().filter(|one| !one.read_by.contains(&session.user_id)) {
        one.read_by.push(session.user_id.clone());
        Changes::new().notify(&session.tenant, &one)?.commit(&app.store).await?;
    }
    unread(State(app), session).await
}

async fn recent(app: &App, session: &Session) -> Result<Vec<Notification>, Error> {
    let request = PageRequest { limit: RECENT, after: None };
    Ok(app.store.notifications(&session.tenant, &request).await?.items)
}
