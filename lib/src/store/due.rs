//! What falls due on a revision that went out: its end, and the one reminder. Each stands in a worklist by its moment, so
//! that the sweep reads what is due and nothing else.
//!
//! Invariant: a mark only says where to look; whether anything is to be done is decided by the quote itself.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Changes, Key, Store, Worklist};
use crate::{
    error::Result,
    tenant::{Slug, TenantId},
};

/// That something falls due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The agency.
    pub tenant_id: Slug,
    /// What.
    pub kind: DueKind,
    /// The quote.
    pub quote_id: String,
    /// Which revision.
    pub revision: u32,
    /// When.
    pub at: Timestamp,
}

/// What falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DueKind {
    /// Its time is over.
    Expiry,
    /// The traveller is reminded.
    FollowUp,
}

impl DueKind {
    fn list(self) -> Worklist {
        match self {
            Self::Expiry => Worklist::Expiries,
            Self::FollowUp => Worklist::FollowUps,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Expiry => "expiry",
            Self::FollowUp => "follow-up",
        }
    }
}

impl Changes {
    /// Notes that something falls due.
    ///
    /// # Errors
    /// As [`Changes::put`].
    pub fn expect_due(self, tenant: &TenantId, due: &Due) -> Result<Self> {
        self.put_listed(&key(tenant, due.kind, &due.quote_id, due.revision), due, due.kind.list(), &due.at.to_string())
    }

    /// Notes that nothing of that kind falls due any more.
    pub fn forget_due(self, tenant: &TenantId, kind: DueKind, quote_id: &str, revision: u32) -> Self {
        self.delete(&key(tenant, kind, quote_id, revision))
    }
}

impl Store {
    /// What fell due until a moment, over all tenants, longest overdue first.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn due(&self, kind: DueKind, until: Timestamp, limit: u16) -> Result<Vec<(TenantId, Due)>> {
        let due: Vec<Due> = self.worklist(kind.list(), &until.to_string(), limit).await?;
        Ok(due.into_iter().map(|due| (TenantId::proven(due.tenant_id.clone()), due)).collect())
    }
}

fn key(tenant: &TenantId, kind: DueKind, quote_id: &str, revision: u32) -> Key {
    Key::of(tenant, "due", format!("{}#{quote_id}#{revision:05}", kind.name()))
}
