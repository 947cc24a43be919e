//! Whether a caller may still come in, read anew for every request and never from a cache: so that a suspension, a sign-out
//! and a deletion hold from the next request on, on every instance.

use serde::Deserialize;

use super::{
    Key, Store, record,
    users::{session_key, user_key},
};
use crate::{
    error::Result,
    tenant::{Status, Tenant, TenantId},
    user::Role,
};

/// What of a session decides whether it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct SessionStanding {
    /// Its user's epoch when it began.
    pub epoch: u64,
    /// When it ends by itself, in seconds since 1970.
    pub expires_at: i64,
}

/// What of a user decides whether their sessions hold, and what they may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct UserStanding {
    /// Moves on when every session before is to end.
    #[serde(default)]
    pub epoch: u64,
    /// What they may do now.
    pub role: Role,
}

/// What of an agency decides whether it may work, and which of its records counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct AgencyStanding {
    /// Whether it may work.
    pub status: Status,
    /// The record's version.
    pub version: u64,
}

/// How all three stand.
pub type Standing = (Option<SessionStanding>, Option<UserStanding>, Option<AgencyStanding>);

const FIELDS: [&str; 5] = ["epoch", "role", "expires_at", "status", "version"];

impl Store {
    /// How a session, its user and their agency stand now. A few fields of each, because this is the read of every request.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn standing(&self, tenant: &TenantId, user_id: &str, session_id: &str) -> Result<Standing> {
        let (session, user) = (session_key(tenant, user_id, session_id), user_key(tenant, user_id));
        let keys: [&Key; 3] = [&session, &user, &Tenant::key(tenant)];
        let [session, user, agency] = self.get_parts(keys, &FIELDS).await?;
        let (session, user) = (session.map(record).transpose()?, user.map(record).transpose()?);
        Ok((session, user, agency.map(record).transpose()?))
    }

    /// The version of an agency's record, if there is one.
    ///
    /// # Errors
    /// As [`Store::standing`].
    pub async fn version_of(&self, tenant: &TenantId) -> Result<Option<u64>> {
        let [agency] = self.get_parts([&Tenant::key(tenant)], &FIELDS[3..]).await?;
        let agency: Option<AgencyStanding> = agency.map(record).transpose()?;
        Ok(agency.map(|agency| agency.version))
    }
}
