//! Tenants and their mailboxes: how an address leads to a tenant.

use serde::{Deserialize, Serialize};

use super::{Changes, Commit, Key, Store, Worklist};
use crate::{
    error::Result,
    tenant::{Slug, Tenant, TenantId},
    user::User,
};

/// An address that leads to a tenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Mailbox {
    address: String,
    tenant_id: Slug,
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
}

impl Store {
    /// A tenant's record.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn tenant(&self, tenant: &TenantId) -> Result<Option<Tenant>> {
        self.get(&Tenant::key(tenant)).await
    }

    /// The tenant an envelope recipient leads to: exactly this address, or nobody.
    ///
    /// # Errors
    /// As [`Store::tenant`].
    pub async fn tenant_of_mailbox(&self, address: &str) -> Result<Option<TenantId>> {
        let mailbox: Option<Mailbox> = self.get(&Key::global("MAILBOX", address)).await?;
        Ok(mailbox.map(|mailbox| TenantId::proven(mailbox.tenant_id)))
    }

    /// Makes a tenant with its first mailbox and its first user, all or nothing.
    ///
    /// # Errors
    /// As [`Store::tenant`]; the commit names what was taken: `id`, `mailbox` or `email`.
    pub async fn create_tenant(&self, tenant: &Tenant, mailbox: &str, first_user: &User) -> Result<Commit> {
        let id = TenantId::proven(tenant.id.clone());
        let address = Mailbox { address: mailbox.to_owned(), tenant_id: tenant.id.clone() };
        Changes::new()
            .create_listed("id", &Tenant::key(&id), tenant, Worklist::Tenants, tenant.id.as_str())?
            .create("mailbox", &Key::global("MAILBOX", mailbox), &address)?
            .create("mailbox", &Key::of(&id, "mailbox", mailbox), &address)?
            .join(&id, first_user)?
            .commit(self)
            .await
    }
}

impl Changes {
    /// A tenant in place of the version it was read in; guard `tenant` when it changed since.
    ///
    /// # Errors
    /// As [`Changes::replace`].
    pub fn replace_tenant(self, id: &TenantId, tenant: &Tenant, expected: u64) -> Result<Self> {
        let place = (Worklist::Tenants, tenant.id.as_str());
        self.replace_listed("tenant", &Tenant::key(id), tenant, expected, place)
    }
}
