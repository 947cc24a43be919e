//! Mailboxes: addresses that lead to a tenant.
//!
//! Invariant: an address leads to one tenant at most; it is written under the address and under its tenant in one step.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Changes, Key, Store};
use crate::{
    error::Result,
    tenant::{Slug, TenantId},
};

/// An address that leads to a tenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Mailbox {
    /// The address, in lower case and without a tag.
    pub address: String,
    /// The agency it leads to.
    pub tenant_id: Slug,
    /// Whether it is the one that the agency began with, and keeps.
    #[serde(default)]
    pub is_default: bool,
    /// When it was added.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
}

impl Changes {
    /// A new mailbox of a tenant; guard `mailbox` when the address leads somewhere already.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn add_mailbox(self, tenant: &TenantId, mailbox: &Mailbox) -> Result<Self> {
        self.create("mailbox", &by_address(&mailbox.address), mailbox)?.create(
            "mailbox",
            &own(tenant, &mailbox.address),
            mailbox,
        )
    }

    /// Takes a mailbox away from its tenant; guard `mailbox` when it is not theirs any more.
    pub fn remove_mailbox(self, tenant: &TenantId, address: &str) -> Self {
        let id = tenant.as_str();
        self.take("mailbox", &by_address(address), "tenant_id", id).take(
            "mailbox",
            &own(tenant, address),
            "tenant_id",
            id,
        )
    }
}

impl Store {
    /// The tenant an envelope recipient leads to: exactly this address, or nobody.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn tenant_of_mailbox(&self, address: &str) -> Result<Option<TenantId>> {
        let mailbox: Option<Mailbox> = self.get(&by_address(address)).await?;
        Ok(mailbox.map(|mailbox| TenantId::proven(mailbox.tenant_id)))
    }

    /// A tenant's mailbox.
    ///
    /// # Errors
    /// As [`Store::tenant_of_mailbox`].
    pub async fn mailbox(&self, tenant: &TenantId, address: &str) -> Result<Option<Mailbox>> {
        self.get(&own(tenant, address)).await
    }

    /// Every mailbox of a tenant, by address.
    ///
    /// # Errors
    /// As [`Store::tenant_of_mailbox`].
    pub async fn mailboxes(&self, tenant: &TenantId) -> Result<Vec<Mailbox>> {
        self.list_all(tenant, "mailbox").await
    }
}

fn by_address(address: &str) -> Key {
    Key::global("MAILBOX", address)
}

fn own(tenant: &TenantId, address: &str) -> Key {
    Key::of(tenant, "mailbox", address)
}
