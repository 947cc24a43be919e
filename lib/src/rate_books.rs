//! Compiled rate books, kept by an instance for as long as their version counts.
//!
//! Invariant: a book is found by its tenant and its version; nobody is ever served from another tenant's.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use crate::{
    error::{Error, Result},
    files::Files,
    rates::RateBook,
    store::{SheetPointer, read_sheet},
    tenant::TenantId,
};

/// Rows kept over all tenants of an instance; about 400 bytes each.
const MAX_ROWS: u64 = 300_000;

/// The books an instance holds.
#[derive(Clone, Default)]
pub struct RateBooks {
    books: Arc<Mutex<HashMap<TenantId, Held>>>,
}

struct Held {
    version: u64,
    rows: u64,
    book: Arc<RateBook>,
}

impl RateBooks {
    /// The compiled book of the sheet that a pointer names; read and compiled when this instance does not hold it.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the files do not answer.
    pub async fn book(&self, files: &Files, tenant: &TenantId, pointer: &SheetPointer) -> Result<Arc<RateBook>> {
        if let Some(book) = self.held(tenant, pointer.version) {
            return Ok(book);
        }
        let rows = read_sheet(files, tenant, pointer).await?;
        let book = tokio::task::spawn_blocking(move || RateBook::compile(rows)).await.map_err(Error::internal)?;
        let book = Arc::new(book);
        self.hold(tenant, pointer, &book);
        Ok(book)
    }

    /// Lets go of what is held of a tenant.
    pub fn forget(&self, tenant: &TenantId) {
        self.books.lock().unwrap_or_else(PoisonError::into_inner).remove(tenant);
    }

    /// Whether anything of a tenant is held.
    #[must_use]
    pub fn knows(&self, tenant: &TenantId) -> bool {
        self.books.lock().unwrap_or_else(PoisonError::into_inner).contains_key(tenant)
    }

    fn held(&self, tenant: &TenantId, version: u64) -> Option<Arc<RateBook>> {
        let books = self.books.lock().unwrap_or_else(PoisonError::into_inner);
        books.get(tenant).filter(|held| held.version == version).map(|held| held.book.clone())
    }

    fn hold(&self, tenant: &TenantId, pointer: &SheetPointer, book: &Arc<RateBook>) {
        let mut books = self.books.lock().unwrap_or_else(PoisonError::into_inner);
        let held: u64 = books.values().map(|held| held.rows).sum();
        if held + pointer.rows > MAX_ROWS {
            books.clear();
        }
        books.insert(tenant.clone(), Held { version: pointer.version, rows: pointer.rows, book: book.clone() });
    }
}
