//! News for the people of an agency, and how each of them wishes to hear it.

use axum::{
    Json,
    extract::{Path, State},
};
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    error::Error,
    http::{Body, Listing, Paging, Params, Problem, Wire},
    ids,
    notification::{KindWish, NewsWishes, Notification},
    runtime::App,
    session::Session,
    store::{Changes, PageRequest},
};
use utoipa::ToSchema;

const LIST: &str = "notifications";
/// How far back "all" reaches, and how many unread ones are counted.
const RECENT: u16 = 100;

/// News that the caller wishes to see, newest first.
#[utoipa::path(get, path = "/api/v1/notifications", tag = "tenants", security(("bearer" = [])), params(Paging),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Listing<Notification>), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn list(
    State(app): State<App>,
    session: Session,
    Params(paging): Params<Paging>,
) -> Result<Json<Listing<Notification>>, Wire> {
    let request = paging.request(&app.seal, &session.tenant, LIST)?;
    let wishes = app.store.news_wishes(&session.tenant, &session.user_id).await?;
    let mut page = app.store.notifications(&session.tenant, &request).await?;
    page.items.retain(|news| wishes.of(news.kind).app);
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
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Unread), (status = 401, body = Problem),
        (status = 400, body = Problem), (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn unread(State(app): State<App>, session: Session) -> Result<Json<Unread>, Wire> {
    let wishes = app.store.news_wishes(&session.tenant, &session.user_id).await?;
    let news = recent(&app, &session).await?;
    let is_unread = |one: &&Notification| wishes.of(one.kind).app && !one.read_by.contains(&session.user_id);
    Ok(Json(Unread { unread: news.iter().filter(is_unread).count() }))
}

/// Marks one piece of news, or the latest hundred (`all`), as read by the caller.
#[utoipa::path(post, path = "/api/v1/notifications/{id}/read", tag = "tenants", security(("bearer" = [])),
    params(("id" = String, Path, description = "a notification's id, or `all`")), extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Unread), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 400, body = Problem), (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem), (status = 422, body = Problem)))]
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
    for one in chosen.iter().filter(|one| !one.read_by.contains(&session.user_id)) {
        Changes::new().mark_read(&session.tenant, &one.id, &session.user_id).commit(&app.store).await?;
    }
    unread(State(app), session).await
}

/// How the caller wishes to hear each kind of news.
#[derive(Serialize, ToSchema)]
pub(crate) struct Preferences {
    /// Every kind once.
    items: Vec<KindWish>,
}

/// How the caller wishes to hear news from now on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChosenPreferences {
    /// A kind that is not named is listed in the API and not mailed.
    items: Vec<KindWish>,
}

/// Shows how the caller wishes to hear each kind of news.
#[utoipa::path(get, path = "/api/v1/notifications/preferences", tag = "tenants", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Preferences), (status = 401, body = Problem),
        (status = 400, body = Problem), (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn preferences(State(app): State<App>, session: Session) -> Result<Json<Preferences>, Wire> {
    let wishes = app.store.news_wishes(&session.tenant, &session.user_id).await?;
    Ok(Json(Preferences { items: wishes.every() }))
}

/// Chooses how the caller hears each kind of news: in the API, and by mail for all of it or for their own enquiries.
#[utoipa::path(put, path = "/api/v1/notifications/preferences", tag = "tenants", security(("bearer" = [])),
    request_body = ChosenPreferences, extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Preferences), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem),
        (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn put_preferences(
    State(app): State<App>,
    session: Session,
    Body(chosen): Body<ChosenPreferences>,
) -> Result<Json<Preferences>, Wire> {
    let wishes = NewsWishes::chosen(&session.user_id, chosen.items).map_err(Error::Invalid)?;
    app.store.keep_news_wishes(&session.tenant, &wishes).await?;
    Ok(Json(Preferences { items: wishes.every() }))
}

async fn recent(app: &App, session: &Session) -> Result<Vec<Notification>, Error> {
    let request = PageRequest { limit: RECENT, after: None };
    Ok(app.store.notifications(&session.tenant, &request).await?.items)
}
