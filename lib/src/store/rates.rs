//! Rate sheets, extras and exchange rates. The sheet of a tenant is one compressed CSV in S3 under a name that is never
//! used twice; a pointer in the table says which one counts, so that an import takes all or nothing, at once.

use std::io::{Read, Write};

use bytes::Bytes;
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Changes, Key, Store};
use crate::{
    audit::Entry,
    error::{Error, Result},
    files::Files,
    job::Job,
    pricing::{Extra, FxRate},
    rates::{self, RateRow},
    tenant::TenantId,
};

/// Which sheet counts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetPointer {
    /// Raised by one on every change; 0 is no sheet yet.
    pub version: u64,
    /// The sheet, as a file of the tenant.
    pub file: String,
    /// How many rows it has.
    pub rows: u64,
    /// When it was written.
    pub updated_at: Timestamp,
    /// The sheet before it: whoever read the pointer a moment ago still reads that one.
    #[serde(default)]
    pub earlier: Option<String>,
}

/// What is saved in one step with other prices.
#[derive(Debug, Clone)]
pub struct PriceChange {
    /// The work that follows.
    pub job: Job,
    /// What the audit log says of it.
    pub entry: Entry,
}

/// Extras and exchange rates of a tenant.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PriceList {
    /// What may be added to a stay.
    pub extras: Vec<Extra>,
    /// Exchange rates.
    pub fx: Vec<FxRate>,
    /// Raised by one on every change.
    pub version: u64,
}

impl Store {
    /// Which sheet of a tenant counts; version 0 when there is none.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the table does not answer.
    pub async fn sheet_pointer(&self, tenant: &TenantId) -> Result<SheetPointer> {
        Ok(self.get(&sheet_key(tenant)).await?.unwrap_or_default())
    }

    /// Extras and exchange rates of a tenant.
    ///
    /// # Errors
    /// As [`Store::sheet_pointer`].
    pub async fn price_list(&self, tenant: &TenantId) -> Result<PriceList> {
        Ok(self.get(&list_key(tenant)).await?.unwrap_or_default())
    }

    /// Both at once.
    ///
    /// # Errors
    /// As [`Store::sheet_pointer`].
    pub async fn prices(&self, tenant: &TenantId) -> Result<(SheetPointer, PriceList)> {
        let (sheet, list) = self.get_both::<SheetPointer, PriceList>(&sheet_key(tenant), &list_key(tenant)).await?;
        Ok((sheet.unwrap_or_default(), list.unwrap_or_default()))
    }

    /// Puts another price list in place of the one that was read, with what belongs to the change.
    ///
    /// # Errors
    /// [`Error::Conflict`] when it changed since.
    pub async fn replace_price_list(
        &self,
        tenant: &TenantId,
        list: PriceList,
        then: Option<PriceChange>,
    ) -> Result<PriceList> {
        let (key, before) = (list_key(tenant), list.version);
        let list = PriceList { version: before + 1, ..list };
        let changes = promised(replace_or_create(&key, &list, before)?, tenant, then)?;
        changes.commit(self).await?.or_conflict("extras or exchange rates were changed by somebody else just now")?;
        Ok(list)
    }

    /// Puts another sheet in place of the one that was read: first the file, then the pointer, with what belongs to the
    /// change. Only the sheet before stays.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the sheet changed since.
    pub async fn replace_sheet(
        &self,
        files: &Files,
        tenant: &TenantId,
        before: &SheetPointer,
        rows: &[RateRow],
        (now, then): (Timestamp, Option<PriceChange>),
    ) -> Result<SheetPointer> {
        let version = before.version + 1;
        let file = format!("rates/{version}-{}.csv.gz", crate::ids::new_id(now));
        let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
        gzip.write_all(rates::csv::write(rows).as_bytes()).map_err(Error::internal)?;
        let bytes = Bytes::from(gzip.finish().map_err(Error::internal)?);
        files.put(tenant, &file, "application/gzip", bytes).await?;
        let earlier = Some(before.file.clone()).filter(|file| !file.is_empty());
        let pointer = SheetPointer { version, file, rows: rows.len() as u64, updated_at: now, earlier };
        let changes = promised(replace_or_create(&sheet_key(tenant), &pointer, before.version)?, tenant, then)?;
        changes.commit(self).await?.or_conflict("the rates were changed by somebody else just now")?;
        if let Some(unread) = &before.earlier
            && let Err(error) = files.remove(tenant, unread).await
        {
            tracing::warn!(%error, "a sheet that nobody reads any more stays");
        }
        Ok(pointer)
    }
}

/// The rows of the sheet that a pointer names.
///
/// # Errors
/// [`Error::Internal`] when the file is gone or cannot be read.
pub async fn read_sheet(files: &Files, tenant: &TenantId, pointer: &SheetPointer) -> Result<Vec<RateRow>> {
    if pointer.version == 0 {
        return Ok(Vec::new());
    }
    let packed = files.get(tenant, &pointer.file).await?.ok_or_else(|| Error::internal("a rate sheet is gone"))?;
    let mut csv = Vec::new();
    GzDecoder::new(&packed[..]).read_to_end(&mut csv).map_err(Error::internal)?;
    rates::csv::read(&csv)
        .map_err(|errors| Error::internal(format!("a stored rate sheet has {} bad rows", errors.len())))
}

fn replace_or_create<T: Serialize>(key: &Key, record: &T, before: u64) -> Result<Changes> {
    match before {
        0 => Changes::new().create("version", key, record),
        version => Changes::new().replace("version", key, record, version),
    }
}

fn promised(changes: Changes, tenant: &TenantId, then: Option<PriceChange>) -> Result<Changes> {
    match then {
        Some(PriceChange { job, entry }) => changes.promise(tenant, &job)?.audit(tenant, entry),
        None => Ok(changes),
    }
}

fn sheet_key(tenant: &TenantId) -> Key {
    Key::of(tenant, "rates", "sheet")
}

fn list_key(tenant: &TenantId) -> Key {
    Key::of(tenant, "rates", "list")
}
