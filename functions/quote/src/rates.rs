//! The agency's rate sheet over HTTP: taken in whole or not at all, shown, changed row by row, given back.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Json,
    extract::{Path, Request, State},
    response::{IntoResponse, Response},
};
use http::{StatusCode, header};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    audit::{Action, Entry},
    error::{Error, FieldError},
    http::{Body, Listing, Origin, Paging, Params, Problem, Wire, read_body},
    ids,
    job::{Job, Work},
    rates::{self, RateBook, RateRecord, RateRow, RowError},
    runtime::App,
    session::Session,
    store::{Page, PriceChange, SheetPointer},
    usage,
    user::Role,
};
use utoipa::{IntoParams, ToSchema};

use crate::{enquiries::list::words, outgoing};

const LIST: &str = "rates";
/// Largest sheet in bytes: 100,000 rows with long names.
const MAX_SHEET: usize = 32 * 1024 * 1024;

/// Which rates, and how many at a time.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct RateQuery {
    /// 1 to 100; 50 when absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// Words that all stand in hotel, place, country or room type.
    #[param(max_length = 200)]
    q: Option<String>,
    /// Only of this hotel, whatever its spelling.
    hotel: Option<String>,
    /// Only at this place.
    destination: Option<String>,
    /// Only with this board: `RO BB HB FB AI SC`.
    board: Option<String>,
    /// Only periods that hold this night.
    #[param(value_type = Option<String>, format = Date)]
    on: Option<Date>,
}

impl RateQuery {
    fn keeps(&self, row: &RateRow, words: &[String]) -> bool {
        let same = |wanted: &Option<String>, name: &str| {
            wanted.as_ref().is_none_or(|wanted| rates::folded(wanted) == rates::folded(name))
        };
        let board = self.board.as_ref().is_none_or(|board| board.eq_ignore_ascii_case(row.board.code()));
        let on = self.on.is_none_or(|night| row.valid_from <= night && night <= row.valid_to);
        board && on && same(&self.hotel, &row.hotel) && same(&self.destination, &row.destination) && {
            let shown = || rates::folded(&[&*row.hotel, &row.destination, &row.country, &row.room_type].join(" "));
            words.is_empty() || words.iter().all(|word| shown().contains(word.as_str()))
        }
    }
}

/// Rates, by hotel, room type, board and first night.
#[utoipa::path(get, path = "/api/v1/rates", tag = "rates", security(("bearer" = [])), params(RateQuery),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Listing<RateRecord>), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn list(
    State(app): State<App>,
    session: Session,
    Params(query): Params<RateQuery>,
) -> Result<Json<Listing<RateRecord>>, Wire> {
    let paging = Paging { limit: query.limit, cursor: query.cursor.clone() };
    let request = paging.request(&app.seal, &session.tenant, LIST)?;
    let (_, book) = sheet(&app, &session).await?;
    let start = request.after.as_ref().and_then(|place| place.parse().ok()).unwrap_or(0_usize);
    let words = words(query.q.as_deref());
    let kept = book.rows().iter().enumerate().skip(start).filter(|(_, row)| query.keeps(row, &words));
    let mut shown: Vec<(usize, &RateRow)> = kept.take(usize::from(request.limit) + 1).collect();
    let next = shown.get(usize::from(request.limit)).map(|(place, _)| place.to_string());
    shown.truncate(request.limit.into());
    let page = Page { items: shown.into_iter().map(|(_, row)| row.clone().into()).collect(), next };
    Ok(Json(Paging::listing(&app.seal, &session.tenant, LIST, page)))
}

/// How to import.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ImportParams {
    /// Only checks the sheet.
    #[serde(default)]
    dry_run: bool,
}

/// What an import did, or would have done.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ImportReport {
    /// Rows of the sheet that count now.
    imported: usize,
    /// Whether it was only a check.
    dry_run: bool,
    /// Every bad row with its line and reason; one is enough for nothing to be taken.
    errors: Vec<RowError>,
}

/// Replaces the rate sheet by a CSV or the first worksheet of an XLSX. Takes every row or none; each bad field is named with its line.
#[utoipa::path(post, path = "/api/v1/rates/import", tag = "rates", security(("bearer" = [])), params(ImportParams),
    request_body(content((String = "text/csv"), (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))),
    extensions(("x-access" = json!("admin"))),
    responses((status = 200, body = ImportReport), (status = 400, body = ImportReport), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn import(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    Params(params): Params<ImportParams>,
    request: Request,
) -> Result<Response, Wire> {
    session.require(Role::Admin)?;
    let bytes = match read_body(request, MAX_SHEET).await {
        Ok(bytes) => bytes,
        Err(refused) => return Ok(refused),
    };
    let size = bytes.len() as u64;
    let read = tokio::task::spawn_blocking(move || rates::read(&bytes)).await.map_err(Error::internal)?;
    let rows = match read {
        Ok(rows) => rows,
        Err(errors) => {
            let report = ImportReport { imported: 0, dry_run: params.dry_run, errors };
            return Ok((StatusCode::BAD_REQUEST, Json(report)).into_response());
        }
    };
    if !params.dry_run {
        usage::require_room(&app, &session.tenant, &session.agency, size).await?;
        let before = app.store.sheet_pointer(&session.tenant).await?;
        let entry = session.entry(&app, Action::RatesImported, &origin);
        replace(&app, &session, &before, &rows, entry).await?;
    }
    Ok(Json(ImportReport { imported: rows.len(), dry_run: params.dry_run, errors: Vec::new() }).into_response())
}

/// The rate sheet as CSV, ready to be edited and imported again.
#[utoipa::path(get, path = "/api/v1/rates/export", tag = "rates", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = String, content_type = "text/csv"), (status = 401, body = Problem),
        (status = 400, body = Problem), (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn export(State(app): State<App>, session: Session) -> Result<Response, Wire> {
    let (_, book) = sheet(&app, &session).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"rates.csv\""),
    ];
    Ok((headers, rates::csv::write(book.rows())).into_response())
}

/// One rate.
#[utoipa::path(get, path = "/api/v1/rates/{id}", tag = "rates", security(("bearer" = [])), params(("id" = String, Path)),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = RateRecord), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 400, body = Problem), (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn show(
    State(app): State<App>,
    session: Session,
    Path(id): Path<String>,
) -> Result<Json<RateRecord>, Wire> {
    let (_, book) = sheet(&app, &session).await?;
    let row = book.rows().iter().find(|row| row.id() == id).ok_or(Error::NotFound("rate"))?;
    Ok(Json(row.clone().into()))
}

/// Replaces one rate. Its id follows from plan and first night, so it may change.
#[utoipa::path(put, path = "/api/v1/rates/{id}", tag = "rates", security(("bearer" = [])), params(("id" = String, Path)),
    request_body = RateRow, extensions(("x-access" = json!("admin"))),
    responses((status = 200, body = RateRecord), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn put(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    Path(id): Path<String>,
    Body(row): Body<RateRow>,
) -> Result<Json<RateRecord>, Wire> {
    session.require(Role::Admin)?;
    let faults = row.faults();
    if !faults.is_empty() {
        return Err(Error::Invalid(faults).into());
    }
    let (pointer, book) = sheet(&app, &session).await?;
    let mut rows = book.rows().to_vec();
    let place = rows.iter().position(|row| row.id() == id).ok_or(Error::NotFound("rate"))?;
    rows[place] = row.clone();
    let clashes = rates::conflicts(&rows).into_iter().filter(|clash| clash.row == place || clash.with == place);
    let faults: Vec<_> = clashes.map(|clash| FieldError::new(clash.field, clash.message)).collect();
    if !faults.is_empty() {
        return Err(Error::Invalid(faults).into());
    }
    let entry = session.entry(&app, Action::RatesChanged, &origin).about(&id);
    replace(&app, &session, &pointer, &rows, entry).await?;
    Ok(Json(row.into()))
}

/// Removes one rate.
#[utoipa::path(delete, path = "/api/v1/rates/{id}", tag = "rates", security(("bearer" = [])), params(("id" = String, Path)),
    extensions(("x-access" = json!("admin"))),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem),
        (status = 400, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn delete(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    Path(id): Path<String>,
) -> Result<StatusCode, Wire> {
    session.require(Role::Admin)?;
    let (pointer, book) = sheet(&app, &session).await?;
    let rows: Vec<_> = book.rows().iter().filter(|row| row.id() != id).cloned().collect();
    if rows.len() == book.rows().len() {
        return Err(Error::NotFound("rate").into());
    }
    let entry = session.entry(&app, Action::RatesChanged, &origin).about(&id);
    replace(&app, &session, &pointer, &rows, entry).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A hotel of the sheet.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Hotel {
    /// Its name.
    name: String,
    /// Where it is.
    destination: String,
    /// In which country.
    country: String,
    /// Star rating.
    stars: u8,
    /// Its room types, by name.
    room_types: Vec<String>,
}

/// Every hotel of the sheet.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Hotels {
    /// By name.
    items: Vec<Hotel>,
    /// Always `null`: all of them are here.
    next_cursor: Option<String>,
}

/// Lists the hotels of the rate sheet.
#[utoipa::path(get, path = "/api/v1/hotels", tag = "rates", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Hotels), (status = 401, body = Problem),
        (status = 400, body = Problem), (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn hotels(State(app): State<App>, session: Session) -> Result<Json<Hotels>, Wire> {
    let (_, book) = sheet(&app, &session).await?;
    let mut hotels: BTreeMap<&str, Hotel> = BTreeMap::new();
    for row in book.rows() {
        let hotel = hotels.entry(&row.hotel).or_insert_with(|| Hotel {
            name: row.hotel.clone(),
            destination: row.destination.clone(),
            country: row.country.clone(),
            stars: row.stars,
            room_types: Vec::new(),
        });
        if !hotel.room_types.contains(&row.room_type) {
            hotel.room_types.push(row.room_type.clone());
        }
    }
    Ok(Json(Hotels { items: hotels.into_values().collect(), next_cursor: None }))
}

/// Puts the rows in place of the sheet that was read, and has open quotes looked over.
async fn replace(
    app: &App,
    session: &Session,
    before: &SheetPointer,
    rows: &[RateRow],
    entry: Entry,
) -> Result<(), Error> {
    let (tenant, now) = (&session.tenant, app.clock.now());
    let watch = Job::new(ids::new_id(now), tenant.slug().clone(), Work::Watch, &entry.request_id, now);
    let then = PriceChange { job: watch.clone(), entry };
    app.store.replace_sheet(&app.files, tenant, before, rows, (now, Some(then))).await?;
    outgoing::announce(app, tenant, &watch).await;
    Ok(())
}

async fn sheet(app: &App, session: &Session) -> Result<(SheetPointer, Arc<RateBook>), Error> {
    let pointer = app.store.sheet_pointer(&session.tenant).await?;
    let book = app.rates.book(&app.files, &session.tenant, &pointer).await?;
    Ok((pointer, book))
}
