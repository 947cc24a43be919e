//! Agencies' records with their configuration, kept in the process and, where there is one, in Redis.
//!
//! Invariant: a record is served only under the version that the table named in this very request
//! ([`Store::standing`](crate::store::Store::standing)). A change through the API is therefore seen by every instance at
//! once, with Redis and without; age only bounds how long something purged lies around.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use super::Cache;
use crate::{
    error::Result,
    store::Store,
    tenant::{Tenant, TenantId},
};

/// How long a record is kept, in seconds.
const KEPT: i64 = 300;
/// Records an instance holds; some 10 KB each.
const MOST: usize = 500;

/// The records that an instance holds.
#[derive(Clone, Default)]
pub struct Agencies {
    held: Arc<Mutex<HashMap<TenantId, Held>>>,
}

struct Held {
    agency: Arc<Tenant>,
    since: i64,
}

impl Agencies {
    /// The record of a tenant whose version in the table is `version` at `now` (seconds since 1970), or a newer one.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn agency(
        &self,
        store: &Store,
        cache: Option<&Cache>,
        tenant: &TenantId,
        version: u64,
        now: i64,
    ) -> Result<Option<Arc<Tenant>>> {
        if let Some(agency) = self.held(tenant, version, now) {
            return Ok(Some(agency));
        }
        let kept = match cache {
            Some(cache) => cache.text(&key(tenant)).await.and_then(|text| serde_json::from_str::<Tenant>(&text).ok()),
            None => None,
        };
        if let Some(agency) = kept.filter(|agency| agency.version == version && agency.id == *tenant.slug()) {
            return Ok(Some(self.hold(tenant, agency, now)));
        }
        let Some(agency) = store.tenant(tenant).await? else { return Ok(None) };
        if let (Some(cache), Ok(text)) = (cache, serde_json::to_string(&agency)) {
            cache.keep(&key(tenant), text, KEPT.unsigned_abs()).await;
        }
        Ok(Some(self.hold(tenant, agency, now)))
    }

    /// Forgets a tenant, here and in Redis. Other instances have forgotten it after five minutes.
    pub async fn forget(&self, cache: Option<&Cache>, tenant: &TenantId) {
        self.all().remove(tenant);
        if let Some(cache) = cache {
            cache.drop(&key(tenant)).await;
        }
    }

    /// Whether anything of a tenant is remembered, here or in Redis.
    pub async fn knows(&self, cache: Option<&Cache>, tenant: &TenantId) -> bool {
        let shared = match cache {
            Some(cache) => cache.text(&key(tenant)).await.is_some(),
            None => false,
        };
        shared || self.last_seen(tenant).is_some()
    }

    /// The record that is held here, of whatever version: for what may be a moment old, such as a limit.
    #[must_use]
    pub fn last_seen(&self, tenant: &TenantId) -> Option<Arc<Tenant>> {
        self.all().get(tenant).map(|held| held.agency.clone())
    }

    fn held(&self, tenant: &TenantId, version: u64, now: i64) -> Option<Arc<Tenant>> {
        let all = self.all();
        let held = all.get(tenant).filter(|held| held.agency.version == version)?;
        (0..KEPT).contains(&(now - held.since)).then(|| held.agency.clone())
    }

    fn hold(&self, tenant: &TenantId, agency: Tenant, now: i64) -> Arc<Tenant> {
        let agency = Arc::new(agency);
        let mut all = self.all();
        if all.len() >= MOST {
            all.retain(|_, held| (0..KEPT).contains(&(now - held.since)));
        }
        if all.len() >= MOST {
            all.clear();
        }
        all.insert(tenant.clone(), Held { agency: agency.clone(), since: now });
        agency
    }

    fn all(&self) -> MutexGuard<'_, HashMap<TenantId, Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn key(tenant: &TenantId) -> String {
    format!("agency:{tenant}")
}
