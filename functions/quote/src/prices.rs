//! Prices without a quote, and what besides the rate sheet they are made of: extras and exchange rates.

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    audit::{Action, Entry},
    error::{Error, FieldError},
    http::{Body, Origin, Problem, Wire},
    ids,
    job::{Job, Work},
    pricing::{self, Extra, FxRate, FxWarning, Offer, PriceRequest, Settings},
    runtime::App,
    session::Session,
    store::{PriceChange, PriceList},
    user::Role,
};
use utoipa::ToSchema;

use crate::outgoing;

/// Prices a party and a stay from the agency's rates; nothing is saved.
#[utoipa::path(post, path = "/api/v1/quotes/price", tag = "quotes", security(("bearer" = [])), request_body = PriceRequest,
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Offer), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem),
        (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn price(
    State(app): State<App>,
    session: Session,
    Body(request): Body<PriceRequest>,
) -> Result<Json<Offer>, Wire> {
    let faults = request.faults();
    if !faults.is_empty() {
        return Err(Error::Invalid(faults).into());
    }
    let (pointer, list) = app.store.prices(&session.tenant).await?;
    let book = app.rates.book(&app.files, &session.tenant, &pointer).await?;
    let settings = Settings::new(&session.agency.config, list.extras, list.fx);
    Ok(Json(pricing::price(&book, &request, &settings)))
}

/// What may be added to a stay.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Extras {
    /// In the order they are shown.
    items: Vec<Extra>,
}

/// Lists the agency's extras.
#[utoipa::path(get, path = "/api/v1/extras", tag = "rates", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Extras), (status = 401, body = Problem),
        (status = 400, body = Problem), (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn extras(State(app): State<App>, session: Session) -> Result<Json<Extras>, Wire> {
    Ok(Json(Extras { items: app.store.price_list(&session.tenant).await?.extras }))
}

/// Replaces the agency's extras.
#[utoipa::path(put, path = "/api/v1/extras", tag = "rates", security(("bearer" = [])), request_body = Extras,
    extensions(("x-access" = json!("admin"))),
    responses((status = 200, body = Extras), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn put_extras(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    Body(extras): Body<Extras>,
) -> Result<Json<Extras>, Wire> {
    sound(pricing::extras_faults(&extras.items))?;
    let entry = session.entry(&app, Action::ExtrasChanged, &origin);
    let list = changed(&app, &session, entry, |list| PriceList { extras: extras.items, ..list }).await?;
    Ok(Json(Extras { items: list.extras }))
}

/// Exchange rates.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FxRates {
    /// One entry a direction.
    rates: Vec<FxRate>,
    /// What to look at: rates that are old, or missing for a currency of the rate sheet. Ignored in a body.
    #[serde(default)]
    #[schema(read_only)]
    warnings: Vec<FxWarning>,
}

/// Lists the agency's exchange rates.
#[utoipa::path(get, path = "/api/v1/fx", tag = "rates", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = FxRates), (status = 401, body = Problem),
        (status = 400, body = Problem), (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn fx(State(app): State<App>, session: Session) -> Result<Json<FxRates>, Wire> {
    let (pointer, list) = app.store.prices(&session.tenant).await?;
    let book = app.rates.book(&app.files, &session.tenant, &pointer).await?;
    let settings = Settings::new(&session.agency.config, list.extras, list.fx);
    let warnings = pricing::fx_warnings(&settings, &book, app.clock.now());
    Ok(Json(FxRates { rates: settings.fx, warnings }))
}

/// Replaces the agency's exchange rates.
#[utoipa::path(put, path = "/api/v1/fx", tag = "rates", security(("bearer" = [])), request_body = FxRates,
    extensions(("x-access" = json!("admin"))),
    responses((status = 200, body = FxRates), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn put_fx(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    Body(given): Body<FxRates>,
) -> Result<Json<FxRates>, Wire> {
    sound(pricing::fx_faults(&given.rates))?;
    let entry = session.entry(&app, Action::FxChanged, &origin);
    changed(&app, &session, entry, |list| PriceList { fx: given.rates, ..list }).await?;
    fx(State(app), session).await
}

fn sound(faults: Vec<FieldError>) -> Result<(), Error> {
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

async fn changed(
    app: &App,
    session: &Session,
    entry: Entry,
    change: impl FnOnce(PriceList) -> PriceList,
) -> Result<PriceList, Error> {
    session.require(Role::Admin)?;
    let (tenant, now) = (&session.tenant, app.clock.now());
    let before = app.store.price_list(tenant).await?;
    let watch = Job::new(ids::new_id(now), tenant.slug().clone(), Work::Watch, &entry.request_id, now);
    let then = PriceChange { job: watch.clone(), entry };
    let list = app.store.replace_price_list(tenant, change(before), Some(then)).await?;
    outgoing::announce(app, tenant, &watch).await;
    Ok(list)
}
