//! The list of enquiries, narrowed down by what people look for.

use axum::{Json, extract::State};
use jiff::{civil::Date, tz::TimeZone};
use serde::Deserialize;
use tripdesk_core::{
    enquiry::{EnquiryFilter, EnquiryState, EnquiryView, search_form},
    error::{Error, Result},
    http::{Listing, Paging, Params, Problem, Wire},
    ids,
    message::Class,
    runtime::App,
    session::Session,
    store::{Between, Page},
    user::canonical_email,
};
use utoipa::IntoParams;

const LIST: &str = "enquiries";
/// Most words of one search.
const MOST_WORDS: usize = 10;

/// Which enquiries, and how many at a time.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct EnquiryQuery {
    /// 1 to 100; 50 when absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// Only in this state.
    state: Option<EnquiryState>,
    /// Only of this class.
    class: Option<Class>,
    /// Words that all stand in subject, name, address, number, destination or hotel.
    #[param(max_length = 200)]
    q: Option<String>,
    /// Only to this place.
    destination: Option<String>,
    /// First day they were received on, in the agency's time zone.
    #[param(value_type = Option<String>, format = Date)]
    received_from: Option<Date>,
    /// Last day they were received on, in the agency's time zone.
    #[param(value_type = Option<String>, format = Date)]
    received_to: Option<Date>,
    /// Only of the consultant with this address.
    assigned_to: Option<String>,
}

/// Enquiries, newest first.
#[utoipa::path(get, path = "/api/v1/enquiries", tag = "enquiries", security(("bearer" = [])), params(EnquiryQuery),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Listing<EnquiryView>), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn list(
    State(app): State<App>,
    session: Session,
    Params(query): Params<EnquiryQuery>,
) -> Result<Json<Listing<EnquiryView>>, Wire> {
    let paging = Paging { limit: query.limit, cursor: query.cursor.clone() };
    let request = paging.request(&app.seal, &session.tenant, LIST)?;
    let days = received(&query, session.agency.config.zone())?;
    let page = app.store.enquiries_kept(&session.tenant, &filter(query), &days, &request).await?;
    let page = Page { items: page.items.into_iter().map(EnquiryView::from).collect(), next: page.next };
    Ok(Json(Paging::listing(&app.seal, &session.tenant, LIST, page)))
}

fn filter(query: EnquiryQuery) -> EnquiryFilter {
    EnquiryFilter {
        state: query.state,
        class: query.class,
        destination: query.destination,
        assigned_to: query.assigned_to.map(|email| canonical_email(&email).unwrap_or(email)),
        words: words(query.q.as_deref()),
    }
}

/// The words of a search, as they are compared.
pub(crate) fn words(text: Option<&str>) -> Vec<String> {
    search_form(text.unwrap_or_default())
        .split(' ')
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS)
        .map(str::to_owned)
        .collect()
}

/// The ids of what came in between two days.
fn received(query: &EnquiryQuery, zone: TimeZone) -> Result<Between> {
    if let (Some(from), Some(to)) = (query.received_from, query.received_to)
        && to < from
    {
        return Err(Error::invalid("received_to", "before received_from"));
    }
    days(query.received_from, query.received_to, &zone)
}

/// The ids made from the first day on until the end of the last, in a time zone.
pub(crate) fn days(from: Option<Date>, to: Option<Date>, zone: &TimeZone) -> Result<Between> {
    let start = |day: Date| day.to_zoned(zone.clone()).map(|start| ids::beginning(start.timestamp()));
    let from = from.map(|day| start(day).map_err(|_| Error::invalid("received_from", "out of range"))).transpose()?;
    let after = |day: Date| day.tomorrow().and_then(start).map_err(|_| Error::invalid("received_to", "out of range"));
    Ok(Between { from, until: to.map(after).transpose()? })
}
