//! Open quotes that would earn too little at today's rates.

use axum::{Json, extract::State};
use jiff::SignedDuration;
use rust_decimal::Decimal;
use serde::Serialize;
use tripdesk_core::{
    error::{Error, Result},
    http::{Problem, Wire},
    ids,
    job::Job,
    notification::{Notification, NotificationKind},
    pricing::{Settings, margin_today},
    quote::{Head, Quote, State as QuoteState},
    runtime::App,
    session::Session,
    store::{Between, Changes},
    tenant::{Tenant, TenantId},
};
use utoipa::ToSchema;

use crate::tell;

/// How far back open quotes are looked for: no quote holds longer than a year.
const REACH: SignedDuration = SignedDuration::from_hours(24 * 400);

/// An open quote's option that would earn too little, or cannot be had any more.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StaleOption {
    quote_id: String,
    number: String,
    revision: u32,
    state: QuoteState,
    hotel: String,
    room_type: String,
    board: String,
    /// Margin when it was quoted, in percent.
    #[schema(value_type = String)]
    quoted_margin_pct: Decimal,
    /// Margin if its rooms were bought today, in percent; absent when they cannot be had.
    #[schema(value_type = Option<String>)]
    margin_pct: Option<Decimal>,
    /// Why, for people.
    reason: String,
}

/// Open quotes to look at.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StaleOptions {
    /// The agency's floor, in percent.
    #[schema(value_type = String)]
    margin_floor_pct: Decimal,
    /// One entry an option, newest quote first.
    items: Vec<StaleOption>,
}

/// Lists options of open quotes whose margin at today's rates and exchange rates is below the agency's floor.
#[utoipa::path(get, path = "/api/v1/rates/stale", tag = "rates", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = StaleOptions), (status = 401, body = Problem),
        (status = 400, body = Problem), (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn list(State(app): State<App>, session: Session) -> Result<Json<StaleOptions>, Wire> {
    let items = stale(&app, &session.tenant, &session.agency).await?;
    Ok(Json(StaleOptions { margin_floor_pct: session.agency.config.quoting.margin_floor_pct, items }))
}

/// Looks over open quotes after rates changed, and tells the agency when some would earn too little.
///
/// # Errors
/// What may pass; the job comes again.
pub(crate) async fn watch(app: &App, tenant: &TenantId, agency: &Tenant, job: &Job) -> Result<()> {
    let stale = stale(app, tenant, agency).await?;
    let mut numbers: Vec<&str> = stale.iter().map(|one| one.number.as_str()).collect();
    numbers.dedup();
    let [first, ..] = stale.as_slice() else { return app.store.finish_job(tenant, job).await.map(|_| ()) };
    let now = app.clock.now();
    let news = Notification {
        id: ids::new_id(now),
        kind: NotificationKind::RatesStale,
        text: told(&numbers, agency.config.quoting.margin_floor_pct),
        subject_id: first.quote_id.clone(),
        read_by: Vec::new(),
        created_at: now,
    };
    tell::commit(app, tenant, Changes::new().finish(tenant, job)?.notify(tenant, &news)?).await.map(|_| ())
}

fn told(numbers: &[&str], floor: Decimal) -> String {
    const SHOWN: usize = 5;
    let named = numbers.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
    let more = numbers.len().saturating_sub(SHOWN);
    let rest = if more == 0 { String::new() } else { format!(" and {more} more") };
    format!("At the new rates these open quotes earn less than {floor} % or cannot be had: {named}{rest}")
}

async fn stale(app: &App, tenant: &TenantId, agency: &Tenant) -> Result<Vec<StaleOption>> {
    let (pointer, list) = app.store.prices(tenant).await?;
    let book = app.rates.book(&app.files, tenant, &pointer).await?;
    let settings = Settings::new(&agency.config, list.extras, list.fx);
    let now = app.clock.now();
    let ids = Between { from: Some(ids::beginning(now - REACH)), until: None };
    let mut quotes = app.store.quotes_between(tenant, &ids).await?;
    quotes.reverse();
    let zone = agency.config.zone();
    let open: Vec<(Quote, Head)> = quotes.into_iter().filter_map(|quote| open(quote.as_of(now, &zone))).collect();
    let wanted: Vec<(&str, u32)> = open.iter().map(|(quote, head)| (quote.id.as_str(), head.revision)).collect();
    let revisions = app.store.revisions(tenant, &wanted).await?;
    let floor = agency.config.quoting.margin_floor_pct;
    let look = move || {
        let mut stale = Vec::new();
        for (quote, head) in &open {
            let Some(revision) = revisions.get(&(quote.id.clone(), head.revision)) else { continue };
            for option in &revision.options {
                let (margin_pct, reason) = match margin_today(&book, &settings, &revision.snapshot, option) {
                    Ok(margin) if margin >= floor => continue,
                    Ok(margin) => (Some(margin), format!("margin {margin} % is below the floor of {floor} %")),
                    Err(reason) => (None, reason),
                };
                stale.push(StaleOption {
                    quote_id: quote.id.clone(),
                    number: quote.number.clone(),
                    revision: head.revision,
                    state: head.state,
                    hotel: option.hotel.clone(),
                    room_type: option.room_type.clone(),
                    board: option.board.clone(),
                    quoted_margin_pct: option.margin_pct,
                    margin_pct,
                    reason,
                });
            }
        }
        stale
    };
    tokio::task::spawn_blocking(look).await.map_err(Error::internal)
}

/// The revision that a traveller may accept or a consultant may send; none of a quote that is settled.
fn open(quote: Quote) -> Option<(Quote, Head)> {
    let head = quote.offered().cloned().or_else(|| {
        Some(&quote.current).filter(|head| matches!(head.state, QuoteState::Draft | QuoteState::Ready)).cloned()
    })?;
    Some((quote, head))
}
