//! Quotes over HTTP.

use axum::{
    Extension, Json,
    extract::State,
    response::{IntoResponse, Response},
};
use http::{StatusCode, header};
use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use tripdesk_core::{
    error::Error,
    http::{Listing, Paging, Params, PathId, Problem, RequestId, Wire},
    mailer::Automatic,
    money::Money,
    party::{Room, Stay},
    pricing::{self, PricedOption},
    quote::{Command, Quote, Revision, State as QuoteState, Traveller},
    runtime::App,
    session::Session,
    store::{Changes, Page},
    user::Role,
};
use utoipa::ToSchema;

use crate::papers::{self, Papers};

const LIST: &str = "quotes";

/// A quote in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QuoteSummary {
    id: String,
    number: String,
    enquiry_id: String,
    state: QuoteState,
    revision: u32,
    #[schema(value_type = String, format = Date)]
    valid_until: Date,
    /// Why it was not sent by itself.
    reasons: Vec<String>,
    traveller: Traveller,
    /// What the main option costs.
    main_total: Option<Money>,
    main_hotel: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    version: u64,
    links: Links,
}

/// Where to see a quote.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Links {
    /// The traveller's page; absent until there is one.
    public: Option<String>,
    /// Its PDF.
    pdf: String,
}

/// A quote with its current revision.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QuoteView {
    #[serde(flatten)]
    summary: QuoteSummary,
    /// Every revision, oldest first.
    revisions: Vec<RevisionSummary>,
    /// The alternatives of the current revision.
    options: Vec<PricedOption>,
    dates: Stay,
    rooms: Vec<Room>,
    /// What was assumed where the enquiry left it open.
    notes: Vec<String>,
}

/// One revision in short.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RevisionSummary {
    revision: u32,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    main_total: Option<Money>,
}

impl From<Quote> for QuoteSummary {
    fn from(quote: Quote) -> Self {
        let links = Links { public: None, pdf: format!("/api/v1/quotes/{}/pdf", quote.id) };
        Self {
            links,
            id: quote.id,
            number: quote.number,
            enquiry_id: quote.enquiry_id,
            state: quote.state,
            revision: quote.revision,
            valid_until: quote.valid_until,
            reasons: quote.reasons,
            traveller: quote.traveller,
            main_total: quote.main_total,
            main_hotel: quote.main_hotel,
            created_at: quote.created_at,
            updated_at: quote.updated_at,
            version: quote.version,
        }
    }
}

/// Quotes, newest first.
#[utoipa::path(get, path = "/api/v1/quotes", tag = "quotes", security(("bearer" = [])), params(Paging),
    responses((status = 200, body = Listing<QuoteSummary>), (status = 400, body = Problem), (status = 401, body = Problem)))]
pub(crate) async fn list(
    State(app): State<App>,
    session: Session,
    Params(paging): Params<Paging>,
) -> Result<Json<Listing<QuoteSummary>>, Wire> {
    let request = paging.request(&app.seal, &session.tenant, LIST)?;
    let page = app.store.quotes(&session.tenant, &request).await?;
    let page = Page { items: page.items.into_iter().map(QuoteSummary::from).collect(), next: page.next };
    Ok(Json(Paging::listing(&app.seal, &session.tenant, LIST, page)))
}

/// One quote with the options of its current revision.
#[utoipa::path(get, path = "/api/v1/quotes/{id}", tag = "quotes", security(("bearer" = [])), params(("id" = String, Path)),
    responses((status = 200, body = QuoteView), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn show(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
) -> Result<Json<QuoteView>, Wire> {
    let quote = app.store.quote(&session.tenant, &id).await?.ok_or(Error::NotFound("quote"))?;
    let mut revisions = Vec::new();
    for number in 1..=quote.revision {
        revisions.extend(app.store.revision(&session.tenant, &id, number).await?);
    }
    let current = revisions.last().cloned().ok_or(Error::NotFound("quote"))?;
    let summaries = revisions.into_iter().map(|revision| RevisionSummary {
        revision: revision.revision,
        created_at: revision.created_at,
        main_total: revision.options.first().map(|option| option.total),
    });
    Ok(Json(QuoteView {
        revisions: summaries.collect(),
        summary: quote.into(),
        options: current.options,
        dates: current.stay,
        rooms: current.rooms,
        notes: current.notes,
    }))
}

/// The PDF of the current revision.
#[utoipa::path(get, path = "/api/v1/quotes/{id}/pdf", tag = "quotes", security(("bearer" = [])), params(("id" = String, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "application/pdf"), (status = 401, body = Problem),
        (status = 404, body = Problem)))]
pub(crate) async fn pdf(State(app): State<App>, session: Session, PathId(id): PathId) -> Result<Response, Wire> {
    let quote = app.store.quote(&session.tenant, &id).await?.ok_or(Error::NotFound("quote"))?;
    let file = app.files.get(&session.tenant, &quote.pdf_file(quote.revision)).await?;
    let file = file.ok_or_else(|| Error::internal("the PDF of a quote is gone"))?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("inline; filename=\"{}.pdf\"", quote.number)),
    ];
    Ok((headers, file).into_response())
}

/// Sends the current revision to the traveller, as a consultant's own act. The answer is the quote as it is now; it
/// becomes `sent` once SES has taken the mail.
#[utoipa::path(post, path = "/api/v1/quotes/{id}/send", tag = "quotes", security(("bearer" = [])), params(("id" = String, Path)),
    responses((status = 202, body = QuoteSummary), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn send(
    State(app): State<App>,
    session: Session,
    Extension(RequestId(request_id)): Extension<RequestId>,
    PathId(id): PathId,
) -> Result<(StatusCode, Json<QuoteSummary>), Wire> {
    session.require(Role::Consultant)?;
    let tenant = &session.tenant;
    let quote = app.store.quote(tenant, &id).await?.ok_or(Error::NotFound("quote"))?;
    let now = app.clock.now();
    let ready = quote.clone().after(Command::Ready, now).map_err(|refused| match quote.state {
        QuoteState::Ready => Error::conflict("this quote is being sent already"),
        _ => Error::conflict(refused.to_string()),
    })?;
    let revision = app.store.revision(tenant, &id, quote.revision).await?.ok_or(Error::NotFound("quote"))?;
    if revision.options.is_empty() || quote.traveller.email.is_empty() {
        return Err(Error::conflict("a quote without options, or without an address, cannot be sent").into());
    }
    let enquiry = app.store.enquiry(tenant, &quote.enquiry_id).await?.ok_or(Error::NotFound("enquiry"))?;
    let papers = Papers { app: &app, tenant, agency: &session.agency, enquiry: &enquiry, quote: &quote };
    let letter = papers.letter(&revision, now.to_zoned(session.agency.config.zone()).date());
    let pdf = papers.pdf(&letter).await?;
    let (send, job) = papers.mail(&letter, pdf, Automatic::No, &request_id).await?;
    let changes = Changes::new().replace_quote(tenant, &ready, quote.version)?;
    let changes = papers::promise(&app, changes, tenant, &enquiry.id, (&send, &job))?;
    changes.commit(&app.store).await?.or_conflict("the quote was changed by somebody else just now")?;
    app.queue.announce(tenant, &job.id).await?;
    Ok((StatusCode::ACCEPTED, Json(ready.into())))
}

/// How the current revision came about.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QuoteTrace {
    revision: u32,
    /// The options with the trace of every line, as they were frozen.
    options: Vec<PricedOption>,
    /// Whether computing them again from the revision's own snapshot gives the same, byte for byte.
    reproduced: bool,
}

/// Explains every number of the current revision, and computes it again from its snapshot.
#[utoipa::path(get, path = "/api/v1/quotes/{id}/trace", tag = "quotes", security(("bearer" = [])), params(("id" = String, Path)),
    responses((status = 200, body = QuoteTrace), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn trace(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
) -> Result<Json<QuoteTrace>, Wire> {
    let quote = app.store.quote(&session.tenant, &id).await?.ok_or(Error::NotFound("quote"))?;
    let revision = app.store.revision(&session.tenant, &id, quote.revision).await?.ok_or(Error::NotFound("quote"))?;
    let reproduced = reproduced(&revision)?;
    Ok(Json(QuoteTrace { revision: revision.revision, options: revision.options, reproduced }))
}

fn reproduced(revision: &Revision) -> Result<bool, Error> {
    let frozen = serde_json::to_vec(&revision.options).map_err(Error::internal)?;
    let again = serde_json::to_vec(&pricing::reprice(&revision.snapshot)).map_err(Error::internal)?;
    Ok(frozen == again)
}
