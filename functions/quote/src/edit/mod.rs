//! Quotes as consultants change them: the request, the plans offered, extras, lines and amounts of their own.
//!
//! Invariant: what a consultant decides is frozen in the revision's snapshot, so that it is explained and computed again like
//! any price.

pub(crate) mod create;

use axum::{Json, extract::State};
use jiff::{Timestamp, civil::Date};
use serde::Deserialize;
use tripdesk_core::{
    enquiry::{Board, Enquiry},
    error::{Error, FieldError, Result},
    http::{Body, Params, PathId, Problem, Wire},
    party::{Room, Stay},
    pricing::{self, Edits, EstimateChoice, ExtraEdit, Offer, OptionEdit, PriceRequest, Settings, Snapshot},
    quote::{GateInput, Head, Quote, Revision, RevisionDiff, Traveller, gate},
    runtime::App,
    session::Session,
    store::Changes,
    tenant::Tenant,
    user::{Role, canonical_email},
};
use utoipa::{IntoParams, ToSchema};

use crate::{
    papers::Papers,
    quotes::{load, shown},
    views::QuoteView,
    write::refusals,
};

/// What to change of a draft; what is not named stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct QuoteChange {
    /// The version that was read; a stale one is refused with 409.
    version: u64,
    /// Other dates.
    dates: Option<Stay>,
    /// Another party.
    rooms: Option<Vec<Room>>,
    /// Another place.
    destination: Option<String>,
    /// Other hotels asked for.
    hotels: Option<Vec<String>>,
    /// Another board asked for.
    board: Option<Board>,
    /// Whether a night without a rate may be priced by last season's: the option is then marked an estimate.
    estimate: Option<EstimateChoice>,
    /// The plans to offer, the first being the main one, each with lines and amounts of one's own; empty for the best by rank.
    options: Option<Vec<OptionEdit>>,
    /// Extras to treat otherwise than the price list does.
    extras: Option<Vec<ExtraEdit>>,
    /// Another last day.
    #[schema(value_type = Option<String>, format = Date)]
    valid_until: Option<Date>,
    /// For whom it is.
    traveller: Option<Traveller>,
}

/// Changes a draft and computes it anew at today's rates.
#[utoipa::path(patch, path = "/api/v1/quotes/{id}", tag = "quotes", security(("bearer" = [])), request_body = QuoteChange,
    params(("id" = String, Path)), extensions(("x-access" = json!("consultant"))),
    responses((status = 200, body = QuoteView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn change(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
    Body(change): Body<QuoteChange>,
) -> Result<Json<QuoteView>, Wire> {
    session.require(Role::Consultant)?;
    let tenant = &session.tenant;
    let now = app.clock.now();
    let today = now.to_zoned(session.agency.config.zone()).date();
    // Whoever changes a draft that lay too long is not asked for a last day that they did not speak of.
    let before = load(&app, &session, &id).await?.renewed(today, session.agency.config.quoting.validity_days);
    if change.version != before.version {
        return Err(
            Error::conflict(format!("version {} is stale; it is {} now", change.version, before.version)).into()
        );
    }
    before.may_be_edited().map_err(|refused| Error::conflict(refused.to_string()))?;
    let draft = app.store.revision(tenant, &id, before.current.revision).await?.ok_or(Error::NotFound("quote"))?;
    let enquiry = app.store.enquiry(tenant, &before.enquiry_id).await?.ok_or(Error::NotFound("enquiry"))?;
    let valid_until = change.valid_until.unwrap_or(before.current.valid_until);
    let traveller = change.traveller.clone().unwrap_or_else(|| before.traveller.clone());
    sound(who_and_when(&traveller, valid_until, today))?;
    let (request, edits) = changed(&draft.snapshot, change);
    let drawn = Draw { number: draft.revision, notes: draft.notes, request, edits };
    let (revision, reasons) = drawn.draw(&app, &session, &enquiry, now).await?;
    let head = Head::of(&revision, before.current.answers, valid_until, reasons);
    let expected = before.version;
    let after = before.edited(head, traveller, now).map_err(|refused| Error::conflict(refused.to_string()))?;
    save(&app, &session, &enquiry, (expected, &after), &revision).await?;
    Ok(Json(shown(&app, tenant, &after).await?))
}

/// Request and edits of a draft after a change.
fn changed(snapshot: &Snapshot, change: QuoteChange) -> (PriceRequest, Edits) {
    let mut request = snapshot.request.clone();
    request.dates = change.dates.unwrap_or(request.dates);
    request.party.rooms = change.rooms.unwrap_or(request.party.rooms);
    request.destination = change.destination.or(request.destination);
    request.hotels = change.hotels.unwrap_or(request.hotels);
    request.board = change.board.or(request.board);
    request.estimate = change.estimate.unwrap_or(request.estimate);
    let edits = Edits {
        options: change.options.unwrap_or_else(|| snapshot.edits.options.clone()),
        extras: change.extras.unwrap_or_else(|| snapshot.edits.extras.clone()),
    };
    (request, edits)
}

fn who_and_when(traveller: &Traveller, valid_until: Date, today: Date) -> Vec<FieldError> {
    let mut faults = Vec::new();
    let sound_name = traveller.name.chars().count() <= 120 && !traveller.name.chars().any(char::is_control);
    if !sound_name {
        faults.push(FieldError::new("traveller.name", "at most 120 characters on one line"));
    }
    if !traveller.email.is_empty() && canonical_email(&traveller.email).is_none() {
        faults.push(FieldError::new("traveller.email", "not a mail address"));
    }
    if valid_until < today || valid_until > today.saturating_add(jiff::Span::new().days(365)) {
        faults.push(FieldError::new("valid_until", "from today on, at most a year ahead"));
    }
    faults
}

pub(crate) fn sound(faults: Vec<FieldError>) -> Result<()> {
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

/// A revision to be computed.
pub(crate) struct Draw {
    pub(crate) number: u32,
    pub(crate) notes: Vec<String>,
    pub(crate) request: PriceRequest,
    pub(crate) edits: Edits,
}

impl Draw {
    /// The revision at today's rates, and why it does not go by itself. A plan that was chosen and cannot be had is named.
    pub(crate) async fn draw(
        self,
        app: &App,
        session: &Session,
        enquiry: &Enquiry,
        now: Timestamp,
    ) -> Result<(Revision, Vec<String>)> {
        let (pointer, list) = app.store.prices(&session.tenant).await?;
        let book = app.rates.book(&app.files, &session.tenant, &pointer).await?;
        let settings = Settings::new(&session.agency.config, list.extras, list.fx);
        let mut faults = self.request.faults();
        faults.extend(self.edits.faults(&book, &settings));
        sound(faults)?;
        let offer = pricing::price_edited(&book, &self.request, &settings, &self.edits);
        sound(not_to_be_had(&self.edits, &offer))?;
        let snapshot = Snapshot::of(&book, &self.request, &settings, &offer.options).edited(self.edits);
        let reasons = reasons(&session.agency, enquiry, &self.notes, &offer);
        let revision = Revision {
            revision: self.number,
            created_at: now,
            stay: self.request.dates,
            rooms: self.request.party.rooms,
            options: offer.options,
            snapshot,
            notes: self.notes,
        };
        Ok((revision, reasons))
    }
}

/// Each chosen plan that was refused, with the reason.
fn not_to_be_had(edits: &Edits, offer: &Offer) -> Vec<FieldError> {
    let refused = edits.options.iter().enumerate().filter_map(|(place, option)| {
        let refusal = offer.refused.iter().find(|refusal| {
            (&refusal.hotel, &refusal.room_type, &refusal.board) == (&option.hotel, &option.room_type, &option.board)
        })?;
        Some(FieldError::new(format!("options[{place}]"), refusal.detail.clone()))
    });
    refused.collect()
}

/// What a consultant should look at before sending; that they changed it comes first.
fn reasons(agency: &Tenant, enquiry: &Enquiry, notes: &[String], offer: &Offer) -> Vec<String> {
    let input = GateInput {
        config: &agency.config,
        dmarc: enquiry.correspondence.dmarc,
        silenced: enquiry.correspondence.silenced.as_deref(),
        fields: &enquiry.fields,
        notes,
        options: &offer.options,
    };
    let mut reasons = vec!["a consultant changed this draft: it is sent by hand".to_owned()];
    reasons.extend(gate(&input));
    if offer.options.is_empty() {
        reasons.extend(refusals(offer));
    }
    reasons
}

/// Lays the PDF down, then the quote with its draft in one step.
async fn save(
    app: &App,
    session: &Session,
    enquiry: &Enquiry,
    (expected, quote): (u64, &Quote),
    revision: &Revision,
) -> Result<()> {
    let tenant = &session.tenant;
    let papers = Papers { app, tenant, agency: &session.agency, enquiry, quote };
    let today = app.clock.now().to_zoned(session.agency.config.zone()).date();
    papers.pdf(&papers.letter(revision, today), revision.revision).await?;
    let changes = Changes::new().replace_quote(tenant, quote, expected)?.put_revision(tenant, &quote.id, revision)?;
    changes.commit(&app.store).await?.or_conflict("the quote was changed by somebody else just now")
}

/// Which revisions to compare.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct DiffQuery {
    /// The earlier one; the one before `to` when absent.
    #[param(minimum = 1)]
    from: Option<u32>,
    /// The later one; the latest when absent.
    #[param(minimum = 1)]
    to: Option<u32>,
}

/// What a revision changes against an earlier one: dates, rooms, and each option by itself.
#[utoipa::path(get, path = "/api/v1/quotes/{id}/diff", tag = "quotes", security(("bearer" = [])),
    params(("id" = String, Path), DiffQuery), extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = RevisionDiff), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem),
        (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn diff(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
    Params(query): Params<DiffQuery>,
) -> Result<Json<RevisionDiff>, Wire> {
    let quote = load(&app, &session, &id).await?;
    let to = query.to.unwrap_or(quote.current.revision);
    let from = query.from.unwrap_or_else(|| to.saturating_sub(1).max(1));
    let wanted = [(id.as_str(), from), (id.as_str(), to)];
    let mut found = app.store.revisions(&session.tenant, if from == to { &wanted[..1] } else { &wanted }).await?;
    let later = found.remove(&(id.clone(), to)).ok_or_else(|| Error::invalid("to", "no such revision"))?;
    let earlier = if from == to { Some(later.clone()) } else { found.remove(&(id, from)) };
    let earlier = earlier.ok_or_else(|| Error::invalid("from", "no such revision"))?;
    Ok(Json(later.against(&earlier)))
}
