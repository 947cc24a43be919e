//! Refresh tokens. A session is a family: its current token is a place in a count, sealed, and every use moves the count
//! on by one.
//!
//! Invariant: no token lies in the table. The count alone does, so the child of a token can be given again to whoever lost
//! the answer, and nobody who reads the table can make one.

use jiff::{SignedDuration, Timestamp};

use super::SessionRecord;
use crate::{
    seal::{Purpose, SealKey},
    tenant::{Slug, TenantId},
};

/// How long a token that was just used up gets its child again: its first answer may have been lost.
pub const GRACE: SignedDuration = SignedDuration::from_secs(10);

/// What a refresh token says: which session, and how often it had been renewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefreshToken {
    /// The agency.
    pub tenant: TenantId,
    /// Whose session.
    pub user_id: String,
    /// The session.
    pub session_id: String,
    /// The session's count when the token was given.
    pub generation: u64,
}

/// What to do about a refresh token that came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It is the current one: move on to its child.
    Advance,
    /// It was just used: its child is given again.
    Repeat,
    /// It was used up long ago, so it is in two hands: the family ends.
    Revoke,
    /// The session has run out, or knows nothing of it.
    Refuse,
}

impl RefreshToken {
    /// The current token of a session.
    #[must_use]
    pub fn current(tenant: &TenantId, session: &SessionRecord) -> Self {
        Self {
            tenant: tenant.clone(),
            user_id: session.user_id.clone(),
            session_id: session.id.clone(),
            generation: session.version,
        }
    }

    /// The token as it travels.
    #[must_use]
    pub fn sealed(&self, seal: &SealKey) -> String {
        let payload = format!("{}\n{}\n{}\n{}", self.tenant, self.user_id, self.session_id, self.generation);
        seal.seal(Purpose::Refresh, payload.as_bytes())
    }

    /// What a token of ours says; `None` for any other text.
    #[must_use]
    pub fn opened(seal: &SealKey, token: &str) -> Option<Self> {
        let payload = String::from_utf8(seal.open(Purpose::Refresh, token)?).ok()?;
        let mut parts = payload.split('\n');
        let tenant = TenantId::proven(Slug::parse(parts.next()?).ok()?);
        let mut part = || parts.next().map(str::to_owned);
        Some(Self { tenant, user_id: part()?, session_id: part()?, generation: part()?.parse().ok()? })
    }
}

impl SessionRecord {
    /// What to do about a token of this session at `now`.
    #[must_use]
    pub fn turn(&self, generation: u64, now: Timestamp) -> Turn {
        if self.expires_at <= now.as_second() || generation > self.version {
            Turn::Refuse
        } else if generation == self.version {
            Turn::Advance
        } else if generation + 1 == self.version && now.duration_since(self.refreshed_at) <= GRACE {
            Turn::Repeat
        } else {
            Turn::Revoke
        }
    }

    /// The session after its current token was used at `now`.
    #[must_use]
    pub fn refreshed(self, now: Timestamp) -> Self {
        Self { version: self.version + 1, refreshed_at: now, ..self }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn session(version: u64) -> SessionRecord {
        SessionRecord {
            id: "s".to_owned(),
            user_id: "u".to_owned(),
            epoch: 0,
            version,
            created_at: Timestamp::UNIX_EPOCH,
            refreshed_at: Timestamp::UNIX_EPOCH,
            expires_at: 1_000_000,
            device: String::new(),
            address: None,
        }
    }

    #[test]
    fn only_our_own_seal_opens() {
        let key = SealKey::new("k");
        let token = RefreshToken::current(&TenantId::proven(Slug::parse("blue-horizon").unwrap()), &session(7));
        let sealed = token.sealed(&key);
        assert_eq!(RefreshToken::opened(&key, &sealed), Some(token));
        assert_eq!(RefreshToken::opened(&SealKey::new("other"), &sealed), None);
        assert_eq!(RefreshToken::opened(&key, &key.seal(Purpose::Job, b"blue-horizon\nu\ns\n7")), None);
    }

    #[test]
    fn a_session_that_ran_out_is_refused_without_alarm() {
        let late = Timestamp::from_second(1_000_000).unwrap();
        assert_eq!(session(3).turn(3, late), Turn::Refuse);
        assert_eq!(session(3).turn(1, late), Turn::Refuse);
        assert_eq!(session(3).turn(4, Timestamp::UNIX_EPOCH), Turn::Refuse);
    }

    proptest! {
        /// However tokens come back, the family ends exactly when one comes that is neither the current one nor its
        /// parent within the grace.
        #[test]
        fn a_family_ends_on_reuse_alone(uses in prop::collection::vec((0..4_u64, 0..20_i64), 1..40)) {
            let mut now = Timestamp::UNIX_EPOCH;
            let mut family = session(1);
            for (behind, seconds) in uses {
                now += SignedDuration::from_secs(seconds);
                let generation = family.version.saturating_sub(behind);
                let rested = now.duration_since(family.refreshed_at);
                match family.turn(generation, now) {
                    Turn::Advance => {
                        prop_assert_eq!(behind, 0);
                        family = family.refreshed(now);
                    }
                    Turn::Repeat => prop_assert!(family.version - generation == 1 && rested <= GRACE),
                    Turn::Revoke => {
                        prop_assert!(family.version - generation > 1 || rested > GRACE);
                        break;
                    }
                    Turn::Refuse => prop_assert!(false, "nothing ran out"),
                }
            }
        }
    }
}
