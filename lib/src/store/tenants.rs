//! Tenants: how they come to be, how they are found, and that an id is never used twice.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Changes, Commit, Key, Mailbox, Order, Page, PageRequest, Store, Worklist};
use crate::{
    error::Result,
    tenant::{Slug, Tenant, TenantId},
    user::User,
};

/// That an id is taken, for ever. It outlives the purge, and holds nothing of the agency but the id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct TakenId {
    slug: Slug,
    taken_at: Timestamp,
}

impl Tenant {
    /// Where a tenant's record lies.
    #[must_use]
    pub fn key(tenant: &TenantId) -> Key {
        Key::of(tenant, "tenant", "tenant")
    }

    /// Proof for the operator and for the platform's own start, who reach every tenant.
    #[must_use]
    pub fn operated(&self) -> TenantId {
        TenantId::proven(self.id.clone())
    }

    /// The mailbox an agency begins with.
    #[must_use]
    pub fn default_mailbox(&self, inbound_domain: &str) -> Mailbox {
        Mailbox {
            address: format!("{}@{inbound_domain}", self.id),
            tenant_id: self.id.clone(),
            is_default: true,
            created_at: self.created_at,
        }
    }
}

impl Store {
    /// A tenant's record.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn tenant(&self, tenant: &TenantId) -> Result<Option<Tenant>> {
        self.get(&Tenant::key(tenant)).await
    }

    /// Some tenants, by id. The index may lag a moment behind.
    ///
    /// # Errors
    /// As [`Store::tenant`].
    pub async fn tenants(&self, page: &PageRequest) -> Result<Page<Tenant>> {
        self.index_page(Worklist::Tenants, Order::Ascending, page).await
    }

    /// Whether an id was ever given to a tenant.
    ///
    /// # Errors
    /// As [`Store::tenant`].
    pub async fn is_taken(&self, id: &str) -> Result<bool> {
        Ok(self.get::<TakenId>(&Key::global("SLUG", id)).await?.is_some())
    }

    /// Makes a tenant with its first mailbox and its first user, all or nothing.
    ///
    /// # Errors
    /// As [`Store::tenant`]; the commit names what was taken: `id`, `mailbox` or `email`.
    pub async fn create_tenant(&self, tenant: &Tenant, mailbox: &Mailbox, first_user: &User) -> Result<Commit> {
        Changes::new().provision(tenant, mailbox)?.join(&tenant.operated(), first_user)?.commit(self).await
    }
}

impl Changes {
    /// A new tenant with its first mailbox; guards `id` when the id was ever taken, and `mailbox`.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn provision(self, tenant: &Tenant, mailbox: &Mailbox) -> Result<Self> {
        let id = tenant.operated();
        let taken = TakenId { slug: tenant.id.clone(), taken_at: tenant.created_at };
        self.create("id", &Key::global("SLUG", tenant.id.as_str()), &taken)?
            .create_listed("id", &Tenant::key(&id), tenant, Worklist::Tenants, tenant.id.as_str())?
            .add_mailbox(&id, mailbox)
    }

    /// A tenant in place of the version it was read in; guard `tenant` when it changed since.
    ///
    /// # Errors
    /// As [`Changes::replace`].
    pub fn replace_tenant(self, id: &TenantId, tenant: &Tenant, expected: u64) -> Result<Self> {
        let place = (Worklist::Tenants, tenant.id.as_str());
        self.replace_listed("tenant", &Tenant::key(id), tenant, expected, place)
    }

    /// Takes the record of a deleted tenant away, once nothing else of it is left; guard `tenant`. Its id stays taken.
    pub fn forget_tenant(self, id: &TenantId) -> Self {
        self.take("tenant", &Tenant::key(id), "status", "deleted")
    }
}
