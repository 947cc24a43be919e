//! The pipeline in figures, over HTTP.

use axum::{Json, extract::State};
use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    error::{Error, Result},
    funnel::{Funnel, Sale, funnel},
    http::{Params, Problem, Wire},
    quote::{Head, Quote},
    runtime::App,
    session::Session,
    store::Between,
};
use utoipa::{IntoParams, ToSchema};

use crate::enquiries::list::days;

/// Longest range of days.
const MOST_DAYS: i32 = 731;

/// Over which days enquiries are counted, in the agency's time zone.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct FunnelQuery {
    /// First day they came in on; 89 days before the last when absent.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<Date>,
    /// Last day they came in on; today when absent.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<Date>,
}

/// The pipeline over some days.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FunnelView {
    #[schema(value_type = String, format = Date)]
    from: Date,
    #[schema(value_type = String, format = Date)]
    to: Date,
    #[serde(flatten)]
    funnel: Funnel,
}

/// Counts enquiries by what became of them: how fast the first quote was, how many were won, and what the accepted options
/// earn, altogether and by source, destination and consultant.
#[utoipa::path(get, path = "/api/v1/analytics/funnel", tag = "analytics", security(("bearer" = [])), params(FunnelQuery),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = FunnelView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn show(
    State(app): State<App>,
    session: Session,
    Params(query): Params<FunnelQuery>,
) -> Result<Json<FunnelView>, Wire> {
    let zone = session.agency.config.zone();
    let today = app.clock.now().to_zoned(zone.clone()).date();
    let to = query.to.unwrap_or(today);
    let from = query.from.unwrap_or_else(|| to.saturating_sub(89.days()));
    if from > to || from.until(to).map_or(i32::MAX, |span| span.get_days()) >= MOST_DAYS {
        return Err(Error::invalid("from", "not after `to`, and at most 731 days in all").into());
    }
    let ids = days(Some(from), Some(to), &zone)?;
    let rows = app.store.enquiry_rows(&session.tenant, &ids).await?;
    // A quote is made after its enquiry, so that its id comes after the first enquiry's.
    let quotes = app.store.quotes_between(&session.tenant, &Between { until: None, ..ids }).await?;
    let sales = sales(&app, &session, &quotes).await?;
    Ok(Json(FunnelView { from, to, funnel: funnel(&rows, &sales) }))
}

/// The option that was accepted, of every quote that was.
async fn sales(app: &App, session: &Session, quotes: &[Quote]) -> Result<Vec<Sale>> {
    let accepted = |quote: &Quote| quote.heads().find(|head| head.acceptance().is_some()).cloned();
    let won: Vec<(&Quote, Head)> = quotes.iter().filter_map(|quote| Some((quote, accepted(quote)?))).collect();
    let wanted: Vec<(&str, u32)> = won.iter().map(|(quote, head)| (quote.id.as_str(), head.revision)).collect();
    let revisions = app.store.revisions(&session.tenant, &wanted).await?;
    let sale = |(quote, head): &(&Quote, Head)| {
        let revision = revisions.get(&(quote.id.clone(), head.revision))?;
        let option = revision.option(head.acceptance()?.option)?;
        Some(Sale { enquiry_id: quote.enquiry_id.clone(), total: option.total, margin_pct: option.margin_pct })
    };
    Ok(won.iter().filter_map(sale).collect())
}
