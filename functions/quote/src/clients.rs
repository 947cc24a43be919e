//! Clients over HTTP: who asked, and what became of it.

use axum::{Json, extract::State};
use http::StatusCode;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    client::Client,
    enquiry::{Enquiry, EnquiryState},
    error::Error,
    http::{Body, Listing, Paging, Params, PathId, Problem, Wire},
    money::Money,
    quote::{Quote, State as QuoteState},
    runtime::App,
    session::Session,
    store::{Changes, Suppressed},
    user::{Role, canonical_email},
};
use utoipa::{IntoParams, ToSchema};

use crate::enquiries::list::words;

const LIST: &str = "clients";

/// Which clients, and how many at a time.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ClientQuery {
    /// 1 to 100; 50 when absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// Words that all stand in name, address or telephone number.
    #[param(max_length = 200)]
    q: Option<String>,
}

/// Clients, by name.
#[utoipa::path(get, path = "/api/v1/clients", tag = "clients", security(("bearer" = [])), params(ClientQuery),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Listing<Client>), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn list(
    State(app): State<App>,
    session: Session,
    Params(query): Params<ClientQuery>,
) -> Result<Json<Listing<Client>>, Wire> {
    let paging = Paging { limit: query.limit, cursor: query.cursor };
    let request = paging.request(&app.seal, &session.tenant, LIST)?;
    let page = app.store.clients(&session.tenant, &words(query.q.as_deref()), &request).await?;
    Ok(Json(Paging::listing(&app.seal, &session.tenant, LIST, page)))
}

/// A client with everything they asked for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClientView {
    #[serde(flatten)]
    client: Client,
    /// Why no mail goes to their address; absent when it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    suppressed: Option<Suppressed>,
    /// The latest hundred, newest first.
    enquiries: Vec<ClientEnquiry>,
    /// The quotes of those.
    quotes: Vec<ClientQuote>,
    /// The bookings of those quotes.
    bookings: Vec<ClientBooking>,
}

/// An enquiry of a client.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClientEnquiry {
    id: String,
    subject: String,
    state: EnquiryState,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
}

/// A quote for a client.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClientQuote {
    id: String,
    number: String,
    enquiry_id: String,
    state: QuoteState,
    /// What the main option costs.
    main_total: Option<Money>,
    #[schema(value_type = String, format = Date)]
    valid_until: Date,
}

/// A booking of a client.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClientBooking {
    id: String,
    quote_id: String,
    number: String,
}

/// One client with their enquiries, quotes and bookings.
#[utoipa::path(get, path = "/api/v1/clients/{id}", tag = "clients", security(("bearer" = [])), params(("id" = String, Path)),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = ClientView), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 400, body = Problem), (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn show(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
) -> Result<Json<ClientView>, Wire> {
    let client = app.store.client_by_id(&session.tenant, &id).await?.ok_or(Error::NotFound("client"))?;
    let suppressed = app.store.suppressed(&session.tenant, &client.email).await?;
    let enquiries = app.store.enquiries_of_client(&session.tenant, &id).await?;
    let quote_ids: Vec<&str> = enquiries.iter().filter_map(|enquiry| enquiry.quote_id.as_deref()).collect();
    let (now, zone) = (app.clock.now(), session.agency.config.zone());
    let quotes = app.store.quotes_of(&session.tenant, &quote_ids).await?;
    let quotes: Vec<Quote> = quotes.into_iter().map(|quote| quote.as_of(now, &zone)).collect();
    let booking = |quote: &Quote| {
        let (quote_id, number) = (quote.id.clone(), quote.number.clone());
        quote.booking_id.clone().map(|id| ClientBooking { id, quote_id, number })
    };
    Ok(Json(ClientView {
        client,
        suppressed,
        bookings: quotes.iter().filter_map(booking).collect(),
        quotes: quotes.into_iter().map(ClientQuote::from).collect(),
        enquiries: enquiries.into_iter().map(ClientEnquiry::from).collect(),
    }))
}

/// The address that takes mail again.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Readmitted {
    /// As it was written to.
    email: String,
}

/// Lets mail go again to an address that bounced or complained, because a person knows better.
#[utoipa::path(post, path = "/api/v1/clients/unsuppress", tag = "clients", security(("bearer" = [])), request_body = Readmitted,
    extensions(("x-access" = json!("consultant"))),
    responses((status = 204), (status = 400, body = Problem), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem),
        (status = 503, body = Problem)))]
pub(crate) async fn unsuppress(
    State(app): State<App>,
    session: Session,
    Body(Readmitted { email }): Body<Readmitted>,
) -> Result<StatusCode, Wire> {
    session.require(Role::Consultant)?;
    let email = canonical_email(&email).ok_or_else(|| Error::invalid("email", "not a mail address"))?;
    let known = app.store.suppressed(&session.tenant, &email).await?.ok_or(Error::NotFound("suppressed address"))?;
    let changes = Changes::new().unsuppress(&session.tenant, &email, &known);
    changes.commit(&app.store).await?.or_conflict("somebody else let this address be written to just now")?;
    tracing::info!(user_id = session.user_id, reason = known.reason.as_str(), "an address is written to again");
    Ok(StatusCode::NO_CONTENT)
}

impl From<Enquiry> for ClientEnquiry {
    fn from(enquiry: Enquiry) -> Self {
        let Enquiry { id, subject, state, created_at, .. } = enquiry;
        Self { id, subject, state, created_at }
    }
}

impl From<Quote> for ClientQuote {
    fn from(quote: Quote) -> Self {
        let head = quote.standing().clone();
        Self {
            id: quote.id,
            number: quote.number,
            enquiry_id: quote.enquiry_id,
            state: head.state,
            main_total: head.main_total,
            valid_until: head.valid_until,
        }
    }
}
