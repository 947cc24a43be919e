//! What an agency uses of its plan, and the limits that are asked about where something is made: users, quotes of a month,
//! and storage. Requests are counted where they come in.
//!
//! Invariant: mail is counted and never refused, and so are the papers of a quote that may be written; what people bring
//! (rates, knowledge, a logo) must fit.

use jiff::{SignedDuration, Timestamp};

use crate::{
    error::{Error, Result},
    runtime::App,
    store::StorageMeasure,
    tenant::{Tenant, TenantId, Usage, Used},
};

/// How long a measure of files is good enough: listing them costs a call for every thousand.
const MEASURE_LIFE: SignedDuration = SignedDuration::from_mins(10);
/// What lies there for a while only: uploads until they are taken in, and the operator's archives.
const PASSING: [&str; 2] = ["knowledge/uploads/", "exports/"];
const MEGABYTE: u64 = 1024 * 1024;

/// What an agency uses now.
///
/// # Errors
/// [`Error::Unavailable`] when table or files do not answer.
pub async fn of(app: &App, tenant: &TenantId, agency: &Tenant) -> Result<Usage> {
    let (plan, month) = (&agency.config.plan, month(agency, app.clock.now()));
    let users = app.store.count(tenant, "user").await? + app.store.count(tenant, "invitation").await?;
    let quotes = app.store.quotes_of_month(tenant, &month).await?;
    let bytes = measured(app, tenant).await?.bytes + app.store.mail_bytes(tenant).await?;
    Ok(Usage {
        month,
        users: Used { used: users, limit: plan.max_users.into() },
        monthly_quotes: Used { used: quotes, limit: plan.max_monthly_quotes.into() },
        storage_mb: Used { used: bytes.div_ceil(MEGABYTE), limit: plan.max_storage_mb.into() },
        requests_per_minute: plan.requests_per_minute,
    })
}

/// Lets something of this size in when the plan has room for it. It is counted at once, so that many at a time do not all
/// find the same room.
///
/// # Errors
/// [`Error::Conflict`] when it has not.
pub async fn require_room(app: &App, tenant: &TenantId, agency: &Tenant, bytes: u64) -> Result<()> {
    measured(app, tenant).await?;
    let limit = u64::from(agency.config.plan.max_storage_mb) * MEGABYTE;
    let files = limit.checked_sub(app.store.mail_bytes(tenant).await?);
    let has_room = match files {
        Some(most) => app.store.take_room(tenant, bytes, most).await?,
        None => false,
    };
    if has_room {
        return Ok(());
    }
    let most = agency.config.plan.max_storage_mb;
    Err(Error::conflict(format!("there is no room for it: your plan has {most} MB of storage")))
}

/// Lets one more be invited when the plan has room for another user, and answers the circle's count at which that was
/// true: whoever invites guards it.
///
/// # Errors
/// [`Error::Conflict`] when the address is invited already, or there is no room.
pub async fn require_seat(app: &App, tenant: &TenantId, agency: &Tenant, email: &str) -> Result<u64> {
    let circle = app.store.circle(tenant).await?;
    // Invitations first: one that is taken up meanwhile is then counted twice, never left out.
    let open = app.store.all_invitations(tenant).await?;
    if open.iter().any(|one| one.email == email) {
        return Err(Error::conflict("this address is invited already: mail that invitation again"));
    }
    let taken = open.len() + app.store.all_users(tenant).await?.len();
    let most = agency.config.plan.max_users;
    if u32::try_from(taken).is_ok_and(|taken| taken < most) {
        return Ok(circle);
    }
    Err(Error::conflict(format!("the plan has room for {most} users, invited ones included")))
}

/// Lets another quote be promised when the plan allows one this month. Whoever writes it counts it.
///
/// # Errors
/// [`Error::Conflict`] when the plan does not.
pub async fn require_quote(app: &App, tenant: &TenantId, agency: &Tenant) -> Result<()> {
    let written = app.store.quotes_of_month(tenant, &month(agency, app.clock.now())).await?;
    if written < agency.config.plan.max_monthly_quotes.into() { Ok(()) } else { Err(no_more_quotes(agency)) }
}

/// What an agency hears whose plan allows no more quotes this month.
#[must_use]
pub fn no_more_quotes(agency: &Tenant) -> Error {
    Error::conflict(format!("the plan's {} quotes of this month are used up", agency.config.plan.max_monthly_quotes))
}

/// Bytes of files, measured a while ago at most.
async fn measured(app: &App, tenant: &TenantId) -> Result<StorageMeasure> {
    let now = app.clock.now();
    let known = app.store.storage_measure(tenant).await?;
    if let Some(measure) = known.filter(|measure| now.duration_since(measure.at).abs() < MEASURE_LIFE) {
        return Ok(measure);
    }
    let kept = |name: &str| !PASSING.iter().any(|folder| name.starts_with(folder));
    let files = app.files.list(tenant).await?;
    let bytes = files.iter().filter(|file| kept(&file.name)).map(|file| file.size).sum();
    let measure = StorageMeasure { bytes, at: now };
    if app.store.renew_storage_measure(tenant, known, measure).await? {
        return Ok(measure);
    }
    // Somebody measured at the same time, or is just bringing something: theirs is as good, and has it counted.
    Ok(app.store.storage_measure(tenant).await?.unwrap_or(measure))
}

/// The calendar month that quotes are counted in at a time, in the agency's time zone.
#[must_use]
pub fn month(agency: &Tenant, now: Timestamp) -> String {
    now.to_zoned(agency.config.zone()).strftime("%Y-%m").to_string()
}
