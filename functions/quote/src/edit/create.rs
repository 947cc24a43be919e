//! Quotes made by hand, without a mail.

use axum::{Json, extract::State};
use http::StatusCode;
use jiff::{SignedDuration, Timestamp, civil::Date};
use serde::Deserialize;
use tripdesk_core::{
    client::{Client, client_id},
    enquiry::{
        Board, Budget, ContactEdits, Correspondence, Dates, Enquiry, EnquiryState, FieldEdits, Fields, Step,
        consultant_in_turn,
    },
    error::{Error, Result},
    http::{Body, Problem, Wire},
    ids,
    message::Class,
    metrics::{self, Figure},
    party::Stay,
    pricing::{Edits, EstimateChoice, ExtraEdit, OptionEdit, Party, PriceRequest},
    quote::{Head, Quote, Traveller},
    runtime::App,
    session::Session,
    store::{Changes, Commit},
    usage,
    user::Role,
};
use utoipa::ToSchema;

use super::{Draw, sound, who_and_when};
use crate::{papers::Papers, quotes::shown, views::QuoteView};

/// A quote to be made by hand.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewQuote {
    /// The enquiry it answers, which has no quote yet; one is written down when absent.
    enquiry_id: Option<String>,
    /// For whom it is; whoever asks in the enquiry when absent.
    traveller: Option<Traveller>,
    /// Who travels.
    party: Party,
    /// Check-in and check-out.
    dates: Stay,
    /// A place, or else a country.
    destination: Option<String>,
    /// Hotels asked for.
    #[serde(default)]
    hotels: Vec<String>,
    /// Board asked for.
    board: Option<Board>,
    /// Least star rating asked for.
    stars: Option<u8>,
    /// What it may cost.
    budget: Option<Budget>,
    /// Whether a night without a rate may be priced by last season's.
    #[serde(default)]
    estimate: EstimateChoice,
    /// The plans to offer; the best by rank when empty.
    #[serde(default)]
    options: Vec<OptionEdit>,
    /// Extras to treat otherwise than the price list does.
    #[serde(default)]
    extras: Vec<ExtraEdit>,
    /// Last day; by the agency's validity when absent.
    #[schema(value_type = Option<String>, format = Date)]
    valid_until: Option<Date>,
}

/// Makes a quote by hand: a draft, priced at today's rates.
#[utoipa::path(post, path = "/api/v1/quotes", tag = "quotes", security(("bearer" = [])), request_body = NewQuote,
    extensions(("x-access" = json!("consultant"))),
    responses((status = 201, body = QuoteView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn create(
    State(app): State<App>,
    session: Session,
    Body(new): Body<NewQuote>,
) -> Result<(StatusCode, Json<QuoteView>), Wire> {
    session.require(Role::Consultant)?;
    usage::require_quote(&app, &session.tenant, &session.agency).await?;
    let now = app.clock.now();
    let today = now.to_zoned(session.agency.config.zone()).date();
    let validity = SignedDuration::from_hours(24 * i64::from(session.agency.config.quoting.validity_days));
    let valid_until = new.valid_until.unwrap_or_else(|| today.saturating_add(validity));
    let asked = asked(&app, &session, &new).await?;
    let traveller = new.traveller.clone().unwrap_or_else(|| traveller_of(asked.as_ref()));
    sound(who_and_when(&traveller, valid_until, today))?;
    let (before, enquiry) = match asked {
        Some(enquiry) => (Some(enquiry.version), enquiry),
        None => (None, written(&app, &session, &new, &traveller, now).await?),
    };
    let draw = Draw {
        number: 1,
        notes: Vec::new(),
        request: request(&new),
        edits: Edits { options: new.options, extras: new.extras },
    };
    let (revision, reasons) = draw.draw(&app, &session, &enquiry, now).await?;
    let quote = Quote {
        id: ids::new_id(now),
        number: app.store.next_quote_number(&session.tenant, today.year()).await?,
        enquiry_id: enquiry.id.clone(),
        current: Head::of(&revision, 1, valid_until, reasons),
        earlier: Vec::new(),
        traveller,
        booking_id: None,
        created_at: now,
        updated_at: now,
        version: 1,
    };
    let papers =
        Papers { app: &app, tenant: &session.tenant, agency: &session.agency, enquiry: &enquiry, quote: &quote };
    papers.pdf(&papers.letter(&revision, today), 1).await?;
    let quoted = quoted(enquiry, &quote, now)?;
    let changes = Changes::new().create_quote(&session.tenant, &quote, &revision)?;
    let changes = match before {
        Some(version) => changes.replace_enquiry(&session.tenant, &quoted, version)?,
        None => with_client(&app, &session, changes.create_enquiry(&session.tenant, &quoted)?, &quoted).await?,
    };
    counted(&app, &session, changes, now).await?;
    metrics::count(Figure::Quotes, "draft");
    Ok((StatusCode::CREATED, Json(shown(&app, &session.tenant, &quote).await?)))
}

/// Saves a quote and counts it in one step: the plan's limit of the month holds for quotes by hand, too.
async fn counted(app: &App, session: &Session, changes: Changes, now: Timestamp) -> Result<()> {
    let agency = &session.agency;
    let (month, limit) = (usage::month(agency, now), agency.config.plan.max_monthly_quotes);
    match changes.count_quote(&session.tenant, &month, limit).commit(&app.store).await? {
        Commit::Done => Ok(()),
        Commit::Refused("plan") => Err(usage::no_more_quotes(agency)),
        Commit::Refused(_) => Err(Error::conflict("the enquiry was changed by somebody else just now")),
    }
}

/// The enquiry that is named, if it may have a quote.
async fn asked(app: &App, session: &Session, new: &NewQuote) -> Result<Option<Enquiry>> {
    let Some(id) = &new.enquiry_id else { return Ok(None) };
    let found = if ids::is_id(id) { app.store.enquiry(&session.tenant, id).await? } else { None };
    let enquiry = found.ok_or_else(|| Error::invalid("enquiry_id", "no such enquiry"))?;
    if let Some(quote_id) = &enquiry.quote_id {
        return Err(Error::conflict(format!("this enquiry has quote {quote_id} already")));
    }
    Ok(Some(enquiry))
}

fn traveller_of(enquiry: Option<&Enquiry>) -> Traveller {
    let contact = enquiry.map(|enquiry| &enquiry.fields.contact);
    let said = |said: Option<&tripdesk_core::enquiry::Evidence<String>>| {
        said.map(|said| said.value.clone()).unwrap_or_default()
    };
    Traveller {
        name: said(contact.and_then(|contact| contact.name.as_ref())),
        email: said(contact.and_then(|contact| contact.email.as_ref())),
    }
}

fn request(new: &NewQuote) -> PriceRequest {
    let mut request = PriceRequest::new(new.party.rooms.clone(), new.dates);
    request.destination.clone_from(&new.destination);
    request.hotels.clone_from(&new.hotels);
    request.board = new.board;
    request.stars = new.stars;
    request.budget.clone_from(&new.budget);
    request.estimate = new.estimate;
    request
}

/// The enquiry that a quote made by hand stands for.
async fn written(app: &App, session: &Session, new: &NewQuote, who: &Traveller, now: Timestamp) -> Result<Enquiry> {
    let turn = app.store.next_turn(&session.tenant).await?;
    let told = |text: &String| (!text.is_empty()).then(|| Some(text.clone()));
    let edits = FieldEdits {
        destinations: new.destination.clone().map(|place| Some(vec![place])),
        dates: Some(Some(Dates::Exact { check_in: new.dates.check_in, check_out: new.dates.check_out })),
        rooms: Some(Some(new.party.rooms.clone())),
        requested_hotels: (!new.hotels.is_empty()).then(|| Some(new.hotels.clone())),
        board: new.board.map(Some),
        stars: new.stars.map(Some),
        budget: new.budget.clone().map(Some),
        contact: ContactEdits { name: told(&who.name), email: told(&who.email), phone: None },
        ..FieldEdits::default()
    };
    let place = new.destination.clone().into_iter().chain(Some(who.name.clone()).filter(|name| !name.is_empty()));
    let subject = place.collect::<Vec<_>>().join(", ");
    Ok(Enquiry {
        id: ids::new_id(now),
        state: EnquiryState::Qualified,
        reason: None,
        class: Class::Enquiry,
        created_at: now,
        updated_at: now,
        subject: if subject.is_empty() { "Quote by hand".to_owned() } else { subject },
        message_ids: Vec::new(),
        fields: edits.applied(&Fields::default()).0,
        missing: Vec::new(),
        draft_reply: None,
        quote_id: None,
        revision: 0,
        follows: None,
        source: "by_hand".to_owned(),
        assigned_to: consultant_in_turn(&session.agency.config.consultants, turn).map(|one| one.email.clone()),
        client_id: client_id(&session.agency.id, &who.email),
        quoted_at: None,
        asked: Vec::new(),
        history: Vec::new(),
        replies: Vec::new(),
        correspondence: Correspondence::default(),
        version: 0,
    })
}

fn quoted(enquiry: Enquiry, quote: &Quote, now: Timestamp) -> Result<Enquiry> {
    // A consultant who quotes knows what was missing.
    let state = enquiry.state.after(Step::Complete).and_then(|state| state.after(Step::Quote));
    Ok(Enquiry {
        state: state.map_err(|refused| Error::conflict(refused.to_string()))?,
        quote_id: Some(quote.id.clone()),
        revision: 1,
        quoted_at: enquiry.quoted_at.or(Some(now)),
        missing: Vec::new(),
        draft_reply: None,
        updated_at: now,
        version: enquiry.version + 1,
        ..enquiry
    })
}

async fn with_client(app: &App, session: &Session, changes: Changes, enquiry: &Enquiry) -> Result<Changes> {
    let Some(id) = &enquiry.client_id else { return Ok(changes) };
    let known = app.store.client_by_id(&session.tenant, id).await?;
    let client = Client::asking(&session.agency.id, &enquiry.fields, known.as_ref(), enquiry.created_at);
    match client {
        Some(client) => changes.put_client(&session.tenant, known.as_ref(), &client)?.note_client(
            &session.tenant,
            &client.id,
            &enquiry.id,
        ),
        None => Ok(changes),
    }
}
