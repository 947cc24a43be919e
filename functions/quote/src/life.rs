//! The life of a quote over HTTP, as far as the agency moves it: ready, send, resend, withdraw, revise, and what became of
//! a mail that nobody knew the end of.

use axum::{Json, extract::State};
use http::StatusCode;
use jiff::SignedDuration;
use serde::Deserialize;
use tripdesk_core::{
    audit::Action,
    error::{Error, Result},
    http::{Body, Origin, PathId, Problem, Wire},
    job::Job,
    mailer::Automatic,
    metrics::{self, Figure},
    pricing::{self, Settings, Snapshot},
    quote::{Head, NotNow, Quote, Revision},
    runtime::App,
    send::{Outcome, Send},
    session::Session,
    store::{Changes, move_send},
    user::Role,
};
use utoipa::ToSchema;

use crate::{
    deliver,
    outgoing::{self, Thread},
    papers::Papers,
    quotes::load,
    views::{self, QuoteSummary},
    write::refusals,
};

const CHANGED: &str = "the quote was changed by somebody else just now";

fn refused(why: NotNow) -> Error {
    Error::conflict(why.to_string())
}

fn summary(app: &App, session: &Session, quote: &Quote) -> Json<QuoteSummary> {
    Json(views::summary(app, &session.tenant, quote, app.clock.now()))
}

/// Marks the draft as looked at and good; it waits to be sent.
#[utoipa::path(post, path = "/api/v1/quotes/{id}/ready", tag = "quotes", security(("bearer" = [])), params(("id" = String, Path)),
    extensions(("x-access" = json!("consultant"))),
    responses((status = 200, body = QuoteSummary), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn ready(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
) -> Result<Json<QuoteSummary>, Wire> {
    session.require(Role::Consultant)?;
    let quote = load(&app, &session, &id).await?;
    let version = quote.version;
    let ready = quote.ready(app.clock.now()).map_err(refused)?;
    let changes = Changes::new().replace_quote(&session.tenant, &ready, version)?;
    changes.commit(&app.store).await?.or_conflict(CHANGED)?;
    Ok(summary(&app, &session, &ready))
}

/// Sends the current revision to the traveller, as a consultant's own act. The answer is the quote as it is now; it
/// becomes `sent` once SES has taken the mail.
#[utoipa::path(post, path = "/api/v1/quotes/{id}/send", tag = "quotes", security(("bearer" = [])), params(("id" = String, Path)),
    extensions(("x-access" = json!("consultant"))),
    responses((status = 202, body = QuoteSummary), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn send(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    PathId(id): PathId,
) -> Result<(StatusCode, Json<QuoteSummary>), Wire> {
    session.require(Role::Consultant)?;
    let config = &session.agency.config;
    let now = app.clock.now();
    let quote = load(&app, &session, &id).await?;
    let version = quote.version;
    quote.may_be_sent().map_err(refused)?;
    let quote = quote.renewed(now.to_zoned(config.zone()).date(), config.quoting.validity_days);
    let packed = pack(&app, &session, &quote, quote.current.revision, &origin.request_id).await?;
    let sent = quote.being_sent(&packed.send, now).map_err(refused)?;
    let entry = session.entry(&app, Action::QuoteSent, &origin).about(&id);
    let changes = Changes::new().replace_quote(&session.tenant, &sent, version)?.audit(&session.tenant, entry)?;
    promised(&app, &session, &packed, changes).await?;
    Ok((StatusCode::ACCEPTED, summary(&app, &session, &sent)))
}

/// Sends the mail once more: of the revision that the traveller has, or of one whose mail failed or is unknown.
#[utoipa::path(post, path = "/api/v1/quotes/{id}/resend", tag = "quotes", security(("bearer" = [])), params(("id" = String, Path)),
    extensions(("x-access" = json!("consultant"))),
    responses((status = 202, body = QuoteSummary), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn resend(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    PathId(id): PathId,
) -> Result<(StatusCode, Json<QuoteSummary>), Wire> {
    session.require(Role::Consultant)?;
    let now = app.clock.now();
    let quote = load(&app, &session, &id).await?;
    let version = quote.version;
    let revision = quote.to_resend().map_err(refused)?;
    let packed = pack(&app, &session, &quote, revision, &origin.request_id).await?;
    let mut changes = Changes::new();
    // Whoever sends once more takes the first mail for lost.
    if let Ok((_, unknown)) = quote.unknown_send()
        && let Some(entry) = app.store.send(&session.tenant, &unknown.send_id).await?
        && let (state, Some(given_up)) = (entry.state, entry.told(Outcome::NotSent, now))
    {
        changes = move_send(changes, &session.tenant, state, &given_up)?;
    }
    let sent = quote.being_resent(&packed.send, now).map_err(refused)?;
    let entry = session.entry(&app, Action::QuoteSent, &origin).about(&id);
    let changes = changes.replace_quote(&session.tenant, &sent, version)?.audit(&session.tenant, entry)?;
    promised(&app, &session, &packed, changes).await?;
    Ok((StatusCode::ACCEPTED, summary(&app, &session, &sent)))
}

/// A mail that is ready to be promised.
struct Packed {
    enquiry: tripdesk_core::enquiry::Enquiry,
    send: Send,
    job: Job,
}

async fn pack(app: &App, session: &Session, quote: &Quote, revision: u32, request_id: &str) -> Result<Packed> {
    let tenant = &session.tenant;
    let frozen = app.store.revision(tenant, &quote.id, revision).await?.ok_or(Error::NotFound("quote"))?;
    let enquiry = app.store.enquiry(tenant, &quote.enquiry_id).await?.ok_or(Error::NotFound("enquiry"))?;
    let papers = Papers { app, tenant, agency: &session.agency, enquiry: &enquiry, quote };
    let today = app.clock.now().to_zoned(session.agency.config.zone()).date();
    let (send, job) = papers.mail(&papers.letter(&frozen, today), revision, Automatic::No, request_id).await?;
    Ok(Packed { enquiry, send, job })
}

async fn promised(app: &App, session: &Session, packed: &Packed, changes: Changes) -> Result<()> {
    let Packed { enquiry, send, job } = packed;
    let thread = Thread { app, tenant: &session.tenant, agency: &session.agency, enquiry };
    thread.promise(changes, (send, job))?.commit(&app.store).await?.or_conflict(CHANGED)?;
    outgoing::announce(app, &session.tenant, job).await;
    Ok(())
}

/// Takes the quote back: every open revision is withdrawn, and the traveller's link says so.
#[utoipa::path(post, path = "/api/v1/quotes/{id}/withdraw", tag = "quotes", security(("bearer" = [])), params(("id" = String, Path)),
    extensions(("x-access" = json!("consultant"))),
    responses((status = 200, body = QuoteSummary), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn withdraw(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    PathId(id): PathId,
) -> Result<Json<QuoteSummary>, Wire> {
    session.require(Role::Consultant)?;
    let quote = load(&app, &session, &id).await?;
    let version = quote.version;
    let withdrawn = quote.withdrawn(app.clock.now()).map_err(refused)?;
    let entry = session.entry(&app, Action::QuoteWithdrawn, &origin).about(&id);
    let changes = Changes::new().replace_quote(&session.tenant, &withdrawn, version)?.audit(&session.tenant, entry)?;
    changes.commit(&app.store).await?.or_conflict(CHANGED)?;
    Ok(summary(&app, &session, &withdrawn))
}

/// Begins another revision: the same request by today's rates, as a draft. What the traveller has stays acceptable until
/// the new one has gone out.
#[utoipa::path(post, path = "/api/v1/quotes/{id}/revise", tag = "quotes", security(("bearer" = [])), params(("id" = String, Path)),
    extensions(("x-access" = json!("consultant"))),
    responses((status = 201, body = QuoteSummary), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn revise(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
) -> Result<(StatusCode, Json<QuoteSummary>), Wire> {
    session.require(Role::Consultant)?;
    let tenant = &session.tenant;
    let quote = load(&app, &session, &id).await?;
    let version = quote.version;
    quote.may_be_revised().map_err(refused)?;
    let (revision, head) = repriced(&app, &session, &quote).await?;
    let enquiry = app.store.enquiry(tenant, &quote.enquiry_id).await?.ok_or(Error::NotFound("enquiry"))?;
    let now = app.clock.now();
    let revised = quote.amended(head, now).map_err(refused)?;
    let papers = Papers { app: &app, tenant, agency: &session.agency, enquiry: &enquiry, quote: &revised };
    let letter = papers.letter(&revision, now.to_zoned(session.agency.config.zone()).date());
    papers.pdf(&letter, revision.revision).await?;
    let changes = Changes::new().replace_quote(tenant, &revised, version)?;
    changes.create_revision(tenant, &id, &revision)?.commit(&app.store).await?.or_conflict(CHANGED)?;
    metrics::count(Figure::Quotes, "draft");
    Ok((StatusCode::CREATED, summary(&app, &session, &revised)))
}

/// The next revision: what the current one was asked for, by today's rates.
async fn repriced(app: &App, session: &Session, quote: &Quote) -> Result<(Revision, Head)> {
    let (tenant, config) = (&session.tenant, &session.agency.config);
    let last = app.store.revision(tenant, &quote.id, quote.current.revision).await?.ok_or(Error::NotFound("quote"))?;
    let (pointer, list) = app.store.prices(tenant).await?;
    let book = app.rates.book(&app.files, tenant, &pointer).await?;
    let settings = Settings::new(config, list.extras, list.fx);
    let (request, edits) = (last.snapshot.request, last.snapshot.edits);
    let offer = pricing::price_edited(&book, &request, &settings, &edits);
    let mut reasons = vec!["revised by a person: look before sending".to_owned()];
    if offer.options.is_empty() {
        reasons.extend(refusals(&offer));
    }
    let now = app.clock.now();
    let validity = SignedDuration::from_hours(24 * i64::from(config.quoting.validity_days));
    let revision = Revision {
        revision: quote.current.revision + 1,
        created_at: now,
        stay: request.dates,
        rooms: request.party.rooms.clone(),
        snapshot: Snapshot::of(&book, &request, &settings, &offer.options).edited(edits),
        options: offer.options,
        notes: last.notes,
    };
    let valid_until = now.to_zoned(config.zone()).date().saturating_add(validity);
    let head = Head::of(&revision, quote.current.answers, valid_until, reasons);
    Ok((revision, head))
}

/// What became of a mail that nobody knew the end of.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settlement {
    outcome: Outcome,
}

/// Says what became of a mail whose state is `unknown`: that it went out, or that it did not and may be sent again.
#[utoipa::path(post, path = "/api/v1/quotes/{id}/settle", tag = "quotes", security(("bearer" = [])), params(("id" = String, Path)),
    request_body = Settlement, extensions(("x-access" = json!("consultant"))),
    responses((status = 200, body = QuoteSummary), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem), (status = 422, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn settle(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
    Body(settlement): Body<Settlement>,
) -> Result<Json<QuoteSummary>, Wire> {
    session.require(Role::Consultant)?;
    let tenant = &session.tenant;
    let quote = load(&app, &session, &id).await?;
    let (_, unknown) = quote.unknown_send().map_err(refused)?;
    let entry = app.store.send(tenant, &unknown.send_id).await?.ok_or(Error::NotFound("mail"))?;
    let before = entry.state;
    let told = entry.told(settlement.outcome, app.clock.now()).ok_or_else(|| refused(NotNow::Known))?;
    let changes = move_send(Changes::new(), tenant, before, &told)?;
    let changes = deliver::consequences(&app, tenant, &told, changes).await?;
    changes.commit(&app.store).await?.or_conflict(CHANGED)?;
    Ok(summary(&app, &session, &load(&app, &session, &id).await?))
}
