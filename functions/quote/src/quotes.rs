//! Quotes over HTTP: seeing them.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use futures_util::future::try_join_all;
use http::header;
use serde::Serialize;
use tripdesk_core::{
    error::{Error, Result},
    http::{Listing, Paging, Params, PathId, Problem, Wire},
    pricing::{self, PricedOption},
    quote::{Quote, Revision},
    runtime::App,
    session::Session,
    store::Page,
    tenant::TenantId,
};
use utoipa::ToSchema;

use crate::views::{self, QuoteSummary, QuoteView};

const LIST: &str = "quotes";

/// A quote of the caller's agency as it is now: what is past its last day is expired.
pub(crate) async fn load(app: &App, session: &Session, id: &str) -> Result<Quote> {
    let quote = app.store.quote(&session.tenant, id).await?.ok_or(Error::NotFound("quote"))?;
    Ok(quote.as_of(app.clock.now(), &session.agency.config.zone()))
}

/// Quotes, newest first.
#[utoipa::path(get, path = "/api/v1/quotes", tag = "quotes", security(("bearer" = [])), params(Paging),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Listing<QuoteSummary>), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn list(
    State(app): State<App>,
    session: Session,
    Params(paging): Params<Paging>,
) -> Result<Json<Listing<QuoteSummary>>, Wire> {
    let request = paging.request(&app.seal, &session.tenant, LIST)?;
    let page = app.store.quotes(&session.tenant, &request).await?;
    let (now, zone) = (app.clock.now(), session.agency.config.zone());
    let shown = |quote: Quote| views::summary(&app, &session.tenant, &quote.as_of(now, &zone), now);
    let page = Page { items: page.items.into_iter().map(shown).collect(), next: page.next };
    Ok(Json(Paging::listing(&app.seal, &session.tenant, LIST, page)))
}

/// One quote with the options of the revision that counts.
#[utoipa::path(get, path = "/api/v1/quotes/{id}", tag = "quotes", security(("bearer" = [])), params(("id" = String, Path)),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = QuoteView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 429, body = Problem),
        (status = 503, body = Problem)))]
pub(crate) async fn show(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
) -> Result<Json<QuoteView>, Wire> {
    let quote = load(&app, &session, &id).await?;
    Ok(Json(shown(&app, &session.tenant, &quote).await?))
}

/// A quote with its revision and views, ready to be shown.
pub(crate) async fn shown(app: &App, tenant: &TenantId, quote: &Quote) -> Result<QuoteView> {
    let standing = app.store.revision(tenant, &quote.id, quote.standing().revision).await?;
    let standing = standing.ok_or(Error::NotFound("quote"))?;
    let viewed = quote.heads().map(|head| async move {
        if head.sent_at.is_none() { Ok(0) } else { app.store.views(tenant, &quote.id, head.revision).await }
    });
    let views = try_join_all(viewed).await?;
    Ok(views::view(views::summary(app, tenant, quote, app.clock.now()), quote, standing, &views))
}

/// The PDF of the revision that counts.
#[utoipa::path(get, path = "/api/v1/quotes/{id}/pdf", tag = "quotes", security(("bearer" = [])), params(("id" = String, Path)),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Vec<u8>, content_type = "application/pdf"), (status = 400, body = Problem),
        (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn pdf(State(app): State<App>, session: Session, PathId(id): PathId) -> Result<Response, Wire> {
    let quote = app.store.quote(&session.tenant, &id).await?.ok_or(Error::NotFound("quote"))?;
    Ok(pdf_file(&app, &session.tenant, &quote, quote.standing().revision).await?)
}

/// The PDF of a revision, to be looked at in place.
pub(crate) async fn pdf_file(app: &App, tenant: &TenantId, quote: &Quote, revision: u32) -> Result<Response> {
    let file = app.files.get(tenant, &quote.pdf_file(revision)).await?;
    let file = file.ok_or_else(|| Error::internal("the PDF of a quote is gone"))?;
    Ok(inline_pdf(&quote.number, file))
}

/// A PDF to be looked at in place, under a name of ours.
pub(crate) fn inline_pdf(number: &str, file: Bytes) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("inline; filename=\"{number}.pdf\"")),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (headers, file).into_response()
}

/// How the revision that counts came about.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QuoteTrace {
    revision: u32,
    /// The options with the trace of every line, as they were frozen.
    options: Vec<PricedOption>,
    /// Whether computing them again from the revision's own snapshot gives the same, byte for byte.
    reproduced: bool,
}

/// Explains every number of the revision that counts, and computes it again from its snapshot.
#[utoipa::path(get, path = "/api/v1/quotes/{id}/trace", tag = "quotes", security(("bearer" = [])), params(("id" = String, Path)),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = QuoteTrace), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 429, body = Problem),
        (status = 503, body = Problem)))]
pub(crate) async fn trace(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
) -> Result<Json<QuoteTrace>, Wire> {
    let quote = app.store.quote(&session.tenant, &id).await?.ok_or(Error::NotFound("quote"))?;
    let standing = quote.standing().revision;
    let revision = app.store.revision(&session.tenant, &id, standing).await?.ok_or(Error::NotFound("quote"))?;
    let reproduced = reproduced(&revision)?;
    Ok(Json(QuoteTrace { revision: revision.revision, options: revision.options, reproduced }))
}

fn reproduced(revision: &Revision) -> Result<bool> {
    let frozen = serde_json::to_vec(&revision.options).map_err(Error::internal)?;
    let again = serde_json::to_vec(&pricing::reprice(&revision.snapshot)).map_err(Error::internal)?;
    Ok(frozen == again)
}
