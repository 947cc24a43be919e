//! Addresses that bounced for good or complained: an agency writes to them no more. Kept as digests, not as addresses.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Changes, Key, Store};
use crate::{error::Result, seal, tenant::TenantId};

/// That an address takes no mail, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Suppressed {
    /// What SES told.
    pub reason: Suppression,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
}

/// Why an address takes no mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Suppression {
    /// A mail to it came back for good.
    Bounced,
    /// Its owner complained.
    Complained,
}

impl Suppression {
    /// For people.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bounced => "the address bounced",
            Self::Complained => "the recipient complained",
        }
    }
}

impl Changes {
    /// Notes that an address takes no mail; guard `suppressed` when that is known.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn suppress(self, tenant: &TenantId, address: &str, suppressed: &Suppressed) -> Result<Self> {
        self.create("suppressed", &key(tenant, address), suppressed)
    }

    /// An address takes mail again; guard `suppressed` unless it took none since just that moment.
    pub fn unsuppress(self, tenant: &TenantId, address: &str, suppressed: &Suppressed) -> Self {
        self.take("suppressed", &key(tenant, address), "at", &suppressed.at.to_string())
    }
}

impl Store {
    /// Why an address takes no mail, if it takes none.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn suppressed(&self, tenant: &TenantId, address: &str) -> Result<Option<Suppressed>> {
        self.get(&key(tenant, address)).await
    }
}

fn key(tenant: &TenantId, address: &str) -> Key {
    Key::of(tenant, "suppressed", seal::digest(address.to_lowercase().as_bytes()))
}
