//! An invitation: a place at an agency, held for whoever receives its mail. It is gone once it is taken up or revoked.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::user::Role;

/// How long an invitation may be taken up.
pub const INVITATION_LIFE: SignedDuration = SignedDuration::from_hours(24 * 7);

/// An invitation as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// UUID.
    pub id: String,
    /// Who is invited; they sign in with this address afterwards.
    pub email: String,
    /// Name to begin with.
    pub name: String,
    /// What they will be allowed to do.
    pub role: Role,
    /// Name of who invites.
    pub invited_by: String,
    /// Digest of the token in the latest mail; those of earlier ones lead nowhere.
    pub digest: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it can no longer be taken up.
    pub ends_at: Timestamp,
}

impl Invitation {
    /// Whether it can be taken up at `now` by the token with this digest.
    #[must_use]
    pub fn opens(&self, digest: &str, now: Timestamp) -> bool {
        self.digest == digest && now < self.ends_at
    }
}
