//! Whether a caller may still come in, read anew for every request and never from a cache: so that a suspension, a sign-out
//! and a deletion hold from the next request on, on every instance.

use serde::{Deserialize, de::IgnoredAny};

use super::{Key, Store};
use crate::{
    error::Result,
    tenant::{Status, Tenant, TenantId},
    user::Role,
};

/// What of a session decides whether it holds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SessionStanding {
    /// Whose it is.
    pub user_id: String,
    /// What they may do.
    pub role: Role,
    /// When it ends by itself, in seconds since 1970.
    pub expires_at: i64,
}

/// What of an agency decides whether it may work, and which of its records counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct AgencyStanding {
    /// Whether it may work.
    pub status: Status,
    /// The record's version.
    pub version: u64,
}

const FIELDS: [&str; 5] = ["user_id", "role", "expires_at", "status", "version"];

impl Store {
    /// How a session and its agency stand now. A few fields of both, because this is the read of every request.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn standing(
        &self,
        session: &Key,
        tenant: &TenantId,
    ) -> Result<(Option<SessionStanding>, Option<AgencyStanding>)> {
        self.get_parts([session, &Tenant::key(tenant)], &FIELDS).await
    }

    /// The version of an agency's record, if there is one.
    ///
    /// # Errors
    /// As [`Store::standing`].
    pub async fn version_of(&self, tenant: &TenantId) -> Result<Option<u64>> {
        let nobodys = Key::of(tenant, "session", "-");
        let (_, agency) =
            self.get_parts::<IgnoredAny, AgencyStanding>([&nobodys, &Tenant::key(tenant)], &FIELDS[3..]).await?;
        Ok(agency.map(|agency| agency.version))
    }
}
