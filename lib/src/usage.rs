//! What an agency uses of its plan, and the two limits that are asked about where something is made: quotes of a month and
//! storage. Users are counted where somebody is invited, requests where they come in.

use jiff::{SignedDuration, Timestamp};

use crate::{
    error::{Error, Result},
    runtime::App,
    store::StorageMeasure,
    tenant::{Tenant, TenantId, Usage, Used},
};

/// How long a measure of files is good enough: listing them costs a call for every thousand.
const MEASURE_LIFE: SignedDuration = SignedDuration::from_mins(10);
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

/// Lets something of this size in when the plan has room for it.
///
/// # Errors
/// [`Error::Conflict`] when it has not.
pub async fn require_room(app: &App, tenant: &TenantId, agency: &Tenant, bytes: usize) -> Result<()> {
    let limit = u64::from(agency.config.plan.max_storage_mb) * MEGABYTE;
    let wanted = u64::try_from(bytes).unwrap_or(u64::MAX);
    let (files, mail) = (measured(app, tenant).await?, app.store.mail_bytes(tenant).await?);
    if files.bytes.saturating_add(mail).saturating_add(wanted) <= limit {
        // Counted at once, so that many at a time do not all find the same room.
        let measure = StorageMeasure { bytes: files.bytes.saturating_add(wanted), ..files };
        return app.store.keep_storage_measure(tenant, measure).await;
    }
    Err(Error::conflict(format!("the plan's {} MB of storage are used up", agency.config.plan.max_storage_mb)))
}

/// Bytes of files, measured a while ago at most.
async fn measured(app: &App, tenant: &TenantId) -> Result<StorageMeasure> {
    let now = app.clock.now();
    let known = app.store.storage_measure(tenant).await?;
    if let Some(measure) = known.filter(|measure| now.duration_since(measure.at).abs() < MEASURE_LIFE) {
        return Ok(measure);
    }
    let bytes = app.files.list(tenant).await?.iter().map(|file| file.size).sum();
    let measure = StorageMeasure { bytes, at: now };
    app.store.keep_storage_measure(tenant, measure).await?;
    Ok(measure)
}

/// The calendar month that quotes are counted in at a time, in the agency's time zone.
#[must_use]
pub fn month(agency: &Tenant, now: Timestamp) -> String {
    now.to_zoned(agency.config.zone()).strftime("%Y-%m").to_string()
}
