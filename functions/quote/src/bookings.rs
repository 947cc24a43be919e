//! Bookings over HTTP: an accepted quote is confirmed, and its travellers and payments are kept.

use axum::{Extension, Json, extract::State, response::Response};
use http::StatusCode;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    booking::{BookedStay, Booking, BookingCommand, BookingState, Guest, IllegalBooking, Payment, Recheck},
    error::{Error, Result},
    http::{Body, Listing, Paging, Params, PathId, Problem, RequestId, Wire},
    job::Job,
    letter,
    mailer::{Attachment, Automatic},
    money::Money,
    quote::{Quote, Traveller},
    runtime::App,
    send::{About, Send},
    session::Session,
    store::{Changes, Page},
    user::Role,
};
use utoipa::ToSchema;

use crate::{
    answer::todays,
    outgoing::{self, Parcel},
    papers::{Papers, booking_file},
    quotes::{inline_pdf, load},
};

const LIST: &str = "bookings";
const CHANGED: &str = "the booking was changed by somebody else just now";
/// Longest name of a traveller, in characters.
const MAX_NAME: usize = 120;

/// A booking.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BookingView {
    id: String,
    quote_id: String,
    /// The quote's number, which is the booking's, too.
    number: String,
    enquiry_id: String,
    revision: u32,
    /// Which option was accepted, from 1.
    option: u32,
    state: BookingState,
    stay: BookedStay,
    total: Money,
    /// Who accepted.
    lead: Traveller,
    travellers: Vec<Guest>,
    payments: Vec<Payment>,
    /// What the rates of a later moment would give: told, not charged.
    recheck: Option<Recheck>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    #[schema(value_type = Option<String>, format = DateTime)]
    confirmed_at: Option<Timestamp>,
    version: u64,
}

impl From<Booking> for BookingView {
    fn from(booking: Booking) -> Self {
        Self {
            id: booking.id,
            quote_id: booking.quote_id,
            number: booking.number,
            enquiry_id: booking.enquiry_id,
            revision: booking.revision,
            option: booking.option,
            state: booking.state,
            stay: booking.stay,
            total: booking.total,
            lead: booking.lead,
            travellers: booking.guests,
            payments: booking.payments,
            recheck: booking.recheck,
            created_at: booking.created_at,
            updated_at: booking.updated_at,
            confirmed_at: booking.confirmed_at,
            version: booking.version,
        }
    }
}

fn refused(why: IllegalBooking) -> Error {
    Error::conflict(why.to_string())
}

/// Confirms the booking of an accepted quote: looks at the rates once more, and sends the confirmation with its PDF.
#[utoipa::path(post, path = "/api/v1/quotes/{id}/book", tag = "bookings", security(("bearer" = [])), params(("id" = String, Path)),
    extensions(("x-access" = json!("consultant"))),
    responses((status = 201, body = BookingView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn book(
    State(app): State<App>,
    session: Session,
    Extension(RequestId(request_id)): Extension<RequestId>,
    PathId(id): PathId,
) -> Result<(StatusCode, Json<BookingView>), Wire> {
    session.require(Role::Consultant)?;
    let tenant = &session.tenant;
    let quote = load(&app, &session, &id).await?;
    let Some(booking_id) = &quote.booking_id else {
        return Err(Error::conflict("only an accepted quote can be booked").into());
    };
    let before = app.store.booking(tenant, booking_id).await?.ok_or(Error::NotFound("booking"))?;
    let version = before.version;
    let confirmed = before.after(BookingCommand::Confirm, app.clock.now()).map_err(refused)?;
    let (confirmed, mail) = confirmation(&app, &session, &quote, confirmed, &request_id).await?;
    let changes = Changes::new().replace_booking(tenant, &confirmed, version)?;
    let enquiry = app.store.enquiry(tenant, &quote.enquiry_id).await?.ok_or(Error::NotFound("enquiry"))?;
    let thread = outgoing::Thread { app: &app, tenant, agency: &session.agency, enquiry: &enquiry };
    thread.promise(changes, (&mail.0, &mail.1))?.commit(&app.store).await?.or_conflict(CHANGED)?;
    outgoing::announce(&app, tenant, &mail.1).await;
    Ok((StatusCode::CREATED, Json(confirmed.into())))
}

/// The booking with what today's rates say, and the mail that confirms it.
async fn confirmation(
    app: &App,
    session: &Session,
    quote: &Quote,
    booking: Booking,
    request_id: &str,
) -> Result<(Booking, (Send, Job))> {
    let (tenant, agency, now) = (&session.tenant, &session.agency, app.clock.now());
    let revision = app.store.revision(tenant, &quote.id, booking.revision).await?.ok_or(Error::NotFound("quote"))?;
    let enquiry = app.store.enquiry(tenant, &quote.enquiry_id).await?.ok_or(Error::NotFound("enquiry"))?;
    let option = revision.option(booking.option).ok_or_else(|| Error::internal("a booking without its option"))?;
    let recheck = todays(app, tenant, agency, (&revision, option), now).await?;
    let booking = booking.rechecked(Some(recheck));
    let papers = Papers { app, tenant, agency, enquiry: &enquiry, quote };
    let letter = papers.letter(&revision, now.to_zoned(agency.config.zone()).date());
    let letter = letter::booking(&agency.config, letter, &booking);
    let pdf = papers.booking_pdf(&letter, &booking.id).await?;
    let parcel = Parcel {
        about: About::Booking { quote_id: quote.id.clone() },
        to: booking.lead.clone(),
        besides: Vec::new(),
        body: letter::confirmation(&letter),
        attachments: vec![Attachment {
            name: format!("{}.pdf", booking.number),
            content_type: "application/pdf",
            bytes: pdf.into(),
        }],
        automatic: Automatic::No,
    };
    let mail = papers.thread().pack(parcel, request_id).await?;
    Ok((booking, mail))
}

/// Bookings, newest first.
#[utoipa::path(get, path = "/api/v1/bookings", tag = "bookings", security(("bearer" = [])), params(Paging),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Listing<BookingView>), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn list(
    State(app): State<App>,
    session: Session,
    Params(paging): Params<Paging>,
) -> Result<Json<Listing<BookingView>>, Wire> {
    let request = paging.request(&app.seal, &session.tenant, LIST)?;
    let page = app.store.bookings(&session.tenant, &request).await?;
    let page = Page { items: page.items.into_iter().map(BookingView::from).collect(), next: page.next };
    Ok(Json(Paging::listing(&app.seal, &session.tenant, LIST, page)))
}

/// One booking.
#[utoipa::path(get, path = "/api/v1/bookings/{id}", tag = "bookings", security(("bearer" = [])), params(("id" = String, Path)),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = BookingView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 429, body = Problem),
        (status = 503, body = Problem)))]
pub(crate) async fn show(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
) -> Result<Json<BookingView>, Wire> {
    let booking = app.store.booking(&session.tenant, &id).await?.ok_or(Error::NotFound("booking"))?;
    Ok(Json(booking.into()))
}

/// The PDF that confirmed a booking.
#[utoipa::path(get, path = "/api/v1/bookings/{id}/pdf", tag = "bookings", security(("bearer" = [])), params(("id" = String, Path)),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Vec<u8>, content_type = "application/pdf"), (status = 400, body = Problem),
        (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn pdf(State(app): State<App>, session: Session, PathId(id): PathId) -> Result<Response, Wire> {
    let booking = app.store.booking(&session.tenant, &id).await?.ok_or(Error::NotFound("booking"))?;
    let file = app.files.get(&session.tenant, &booking_file(&id)).await?.ok_or(Error::NotFound("confirmation"))?;
    Ok(inline_pdf(&booking.number, file))
}

/// What is to change of a booking.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BookingChange {
    /// The version that was looked at; 409 when the booking changed since.
    version: u64,
    /// How it ended. A booking is confirmed by `POST /quotes/{id}/book`.
    #[serde(default)]
    state: Option<BookingEnd>,
    /// Everybody who travels, by room and age as priced; names may change.
    #[serde(default)]
    travellers: Option<Vec<Guest>>,
    /// Payments made, or found not to be.
    #[serde(default)]
    payments: Vec<PaymentChange>,
}

/// How a booking ends.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum BookingEnd {
    /// The journey was made.
    Completed,
    /// It was called off.
    Cancelled,
}

/// A payment made, or found not to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PaymentChange {
    /// Which payment of the schedule, from 1.
    number: usize,
    /// When it was made; `null` when it was not.
    #[schema(value_type = Option<String>, format = Date)]
    paid_on: Option<Date>,
}

/// Changes the names of travellers, notes payments, or ends a booking. The price never changes here.
#[utoipa::path(patch, path = "/api/v1/bookings/{id}", tag = "bookings", security(("bearer" = [])), params(("id" = String, Path)),
    request_body = BookingChange, extensions(("x-access" = json!("consultant"))),
    responses((status = 200, body = BookingView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem), (status = 429, body = Problem),
        (status = 503, body = Problem)))]
pub(crate) async fn change(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
    Body(change): Body<BookingChange>,
) -> Result<Json<BookingView>, Wire> {
    session.require(Role::Consultant)?;
    let before = app.store.booking(&session.tenant, &id).await?.ok_or(Error::NotFound("booking"))?;
    if before.version != change.version {
        return Err(Error::conflict(CHANGED).into());
    }
    let expected = before.version;
    let after = Booking { version: expected + 1, ..changed(before, change, app.clock.now())? };
    let changes = Changes::new().replace_booking(&session.tenant, &after, expected)?;
    changes.commit(&app.store).await?.or_conflict(CHANGED)?;
    Ok(Json(after.into()))
}

fn changed(mut booking: Booking, change: BookingChange, now: Timestamp) -> Result<Booking> {
    if let Some(guests) = change.travellers {
        let long = |guest: &Guest| guest.name.chars().count() > MAX_NAME || guest.name.chars().any(char::is_control);
        if let Some(place) = guests.iter().position(long) {
            let field = format!("travellers[{place}].name");
            return Err(Error::invalid(field, format!("a name of at most {MAX_NAME} characters")));
        }
        let fits = booking.with_guests(guests, now);
        booking = fits.ok_or_else(|| Error::invalid("travellers", "not the party that was priced"))?;
    }
    for (place, payment) in change.payments.into_iter().enumerate() {
        let noted = payment.number.checked_sub(1).and_then(|number| booking.clone().paid(number, payment.paid_on, now));
        let field = format!("payments[{place}].number");
        booking = noted.ok_or_else(|| Error::invalid(field, "no such payment of this booking"))?;
    }
    match change.state {
        Some(BookingEnd::Completed) => booking.after(BookingCommand::Complete, now).map_err(refused),
        Some(BookingEnd::Cancelled) => booking.after(BookingCommand::Cancel, now).map_err(refused),
        None => Ok(booking),
    }
}
