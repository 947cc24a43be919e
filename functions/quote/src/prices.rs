//! Prices without a quote, and what besides the rate sheet they are made of: extras and exchange rates.

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    error::{Error, FieldError},
    http::{Body, Problem, Wire},
    pricing::{self, Extra, FxRate, Offer, PriceRequest, Settings},
    runtime::App,
    session::Session,
    store::PriceList,
    user::Role,
};
use utoipa::ToSchema;

/// Prices a party and a stay from the agency's rates; nothing is saved.
#[utoipa::path(post, path = "/api/v1/quotes/price", tag = "quotes", security(("bearer" = [])), request_body = PriceRequest,
    responses((status = 200, body = Offer), (status = 400, body = Problem), (status = 401, body = Problem)))]
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
    responses((status = 200, body = Extras), (status = 401, body = Problem)))]
pub(crate) async fn extras(State(app): State<App>, session: Session) -> Result<Json<Extras>, Wire> {
    Ok(Json(Extras { items: app.store.price_list(&session.tenant).await?.extras }))
}

/// Replaces the agency's extras.
#[utoipa::path(put, path = "/api/v1/extras", tag = "rates", security(("bearer" = [])), request_body = Extras,
    responses((status = 200, body = Extras), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn put_extras(
    State(app): State<App>,
    session: Session,
    Body(extras): Body<Extras>,
) -> Result<Json<Extras>, Wire> {
    sound(pricing::extras_faults(&extras.items))?;
    let list = changed(&app, &session, |list| PriceList { extras: extras.items, ..list }).await?;
    Ok(Json(Extras { items: list.extras }))
}

/// Exchange rates.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FxRates {
    /// One entry a direction.
    rates: Vec<FxRate>,
}

/// Lists the agency's exchange rates.
#[utoipa::path(get, path = "/api/v1/fx", tag = "rates", security(("bearer" = [])),
    responses((status = 200, body = FxRates), (status = 401, body = Problem)))]
pub(crate) async fn fx(State(app): State<App>, session: Session) -> Result<Json<FxRates>, Wire> {
    Ok(Json(FxRates { rates: app.store.price_list(&session.tenant).await?.fx }))
}

/// Replaces the agency's exchange rates.
#[utoipa::path(put, path = "/api/v1/fx", tag = "rates", security(("bearer" = [])), request_body = FxRates,
    responses((status = 200, body = FxRates), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn put_fx(
    State(app): State<App>,
    session: Session,
    Body(fx): Body<FxRates>,
) -> Result<Json<FxRates>, Wire> {
    sound(pricing::fx_faults(&fx.rates))?;
    let list = changed(&app, &session, |list| PriceList { fx: fx.rates, ..list }).await?;
    Ok(Json(FxRates { rates: list.fx }))
}

fn sound(faults: Vec<FieldError>) -> Result<(), Error> {
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

async fn changed(
    app: &App,
    session: &Session,
    change: impl FnOnce(PriceList) -> PriceList,
) -> Result<PriceList, Error> {
    session.require(Role::Admin)?;
    let before = app.store.price_list(&session.tenant).await?;
    app.store.replace_price_list(&session.tenant, change(before)).await
}
