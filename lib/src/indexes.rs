//! Indexes of knowledge bases, kept by an instance for as long as their pointer names them.
//!
//! Invariant: a segment is found by its tenant and its file, whose name is never used twice; nobody is ever served from
//! another tenant's bytes.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use futures_util::future::try_join_all;

use crate::{
    error::{Error, Result},
    files::Files,
    knowledge::{Index, Segment},
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

/// A tenant's segments by their files.
type Held = HashMap<String, Arc<Index>>;

impl Indexes {
    /// The segments that a pointer names, in its order.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the files do not answer, [`Error::Internal`] when a segment is gone or damaged.
    pub async fn segments(&self, files: &Files, tenant: &TenantId, pointer: &IndexPointer) -> Result<Vec<Arc<Index>>> {
        let known = self.held().get(tenant).cloned().unwrap_or_default();
        let one = async |segment: &Segment| match known.get(&segment.file) {
            Some(index) => Ok(Arc::clone(index)),
            None => read(files, tenant, segment).await,
        };
        let indexes = try_join_all(pointer.segments.iter().map(one)).await?;
        if pointer.segments.iter().any(|segment| !known.contains_key(&segment.file)) {
            self.hold(tenant, pointer, &indexes);
        }
        Ok(indexes)
    }

    /// Lets go of what is held of a tenant.
    pub fn forget(&self, tenant: &TenantId) {
        self.held().remove(tenant);
    }

    /// Whether anything of a tenant is held.
    #[must_use]
    pub fn knows(&self, tenant: &TenantId) -> bool {
        self.held().contains_key(tenant)
    }

    /// Keeps a tenant's segments and lets go of those that no longer count.
    fn hold(&self, tenant: &TenantId, pointer: &IndexPointer, indexes: &[Arc<Index>]) {
        let mut held = self.held();
        held.remove(tenant);
        let bytes: usize = held.values().flat_map(HashMap::values).map(|index| index.bytes()).sum();
        if bytes + indexes.iter().map(|index| index.bytes()).sum::<usize>() > MOST_BYTES {
            held.clear();
        }
        let files = pointer.segments.iter().map(|segment| segment.file.clone());
        held.insert(tenant.clone(), files.zip(indexes.iter().cloned()).collect());
    }

    fn held(&self) -> std::sync::MutexGuard<'_, HashMap<TenantId, Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn read(files: &Files, tenant: &TenantId, segment: &Segment) -> Result<Arc<Index>> {
    let bytes = files.get(tenant, &segment.file).await?.ok_or_else(|| Error::internal("an index is gone"))?;
    Index::open(&bytes).map(Arc::new).map_err(Error::internal)
}
