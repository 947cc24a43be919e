//! Indexes of the knowledge base, kept by an instance for as long as their version counts.
//!
//! Invariant: an index is found by its tenant and the file its pointer names; nobody is ever served from another
//! tenant's bytes.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use crate::{
    error::{Error, Result},
    files::Files,
    knowledge::Index,
    store::IndexPointer,
    tenant::TenantId,
};

/// Bytes of indexes kept over all tenants of an instance.
const MOST_BYTES: usize = 256 * 1024 * 1024;

/// The indexes an instance holds.
#[derive(Clone, Default)]
pub struct Indexes {
    held: Arc<Mutex<HashMap<TenantId, Held>>>,
}

/// The file an index came from, and the index.
type Held = (String, Arc<Index>);

impl Indexes {
    /// The index that a pointer names; `None` when there is none yet.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the files do not answer, [`Error::Internal`] when the index is gone or damaged.
    pub async fn index(&self, files: &Files, tenant: &TenantId, pointer: &IndexPointer) -> Result<Option<Arc<Index>>> {
        if pointer.file.is_empty() {
            return Ok(None);
        }
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner).get(tenant).cloned();
        if let Some((_, index)) = held.filter(|(file, _)| *file == pointer.file) {
            return Ok(Some(index));
        }
        let bytes = files.get(tenant, &pointer.file).await?.ok_or_else(|| Error::internal("an index is gone"))?;
        let index = Arc::new(Index::open(&bytes).map_err(Error::internal)?);
        self.hold(tenant, pointer, &index);
        Ok(Some(index))
    }

    /// Lets go of what is held of a tenant.
    pub fn forget(&self, tenant: &TenantId) {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).remove(tenant);
    }

    /// Whether anything of a tenant is held.
    #[must_use]
    pub fn knows(&self, tenant: &TenantId) -> bool {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).contains_key(tenant)
    }

    fn hold(&self, tenant: &TenantId, pointer: &IndexPointer, index: &Arc<Index>) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let bytes: usize = held.values().map(|(_, index)| index.bytes()).sum();
        if bytes + index.bytes() > MOST_BYTES {
            held.clear();
        }
        held.insert(tenant.clone(), (pointer.file.clone(), index.clone()));
    }
}
