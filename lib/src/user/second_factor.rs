//! Codes of an authenticator app (RFC 6238: SHA-1, six digits, thirty seconds) and recovery codes for a lost telephone.
//!
//! Invariant: a code opens once. Its time step, or the recovery code itself, is spent in the record that comes back.

use aws_lc_rs::{constant_time::verify_slices_are_equal, hmac};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::seal::digest;

/// Recovery codes a user is given.
pub const RECOVERY_CODES: usize = 10;
/// Seconds a code is shown.
const STEP_SECONDS: i64 = 30;
/// Steps before and after the current one that are taken as well: clocks differ, and people type slowly.
const DRIFT: i64 = 1;

/// A user's second factor. The secret itself lies nowhere: it is derived from the salt with the platform's own key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactor {
    /// What the secret is derived from.
    pub salt: String,
    /// Whether it is asked for.
    pub state: FactorState,
    /// Latest time step whose code was taken.
    pub last_step: i64,
    /// Digests of the recovery codes that are left.
    pub recovery: Vec<String>,
}

/// Whether a second factor is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactorState {
    /// The secret was shown, but no code has proven yet that an app holds it.
    Pending,
    /// Asked for at every sign-in.
    On,
}

impl SecondFactor {
    /// A factor that waits for its first code.
    #[must_use]
    pub fn pending(salt: String) -> Self {
        Self { salt, state: FactorState::Pending, last_step: 0, recovery: Vec::new() }
    }

    /// The factor after a code of the app or, once it is on, a recovery code was spent; `None` when neither fits.
    #[must_use]
    pub fn spent(&self, secret: &[u8], given: &str, now: Timestamp) -> Option<Self> {
        let given: String = given.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
        let current = step(now);
        let fits = |step: &i64| *step > self.last_step && same(&code(secret, *step), &given);
        if let Some(last_step) = (current - DRIFT..=current + DRIFT).find(fits) {
            return Some(Self { last_step, ..self.clone() });
        }
        let given = digest(given.as_bytes());
        let place = self.recovery.iter().position(|known| same(known, &given))?;
        let mut left = self.clone();
        left.recovery.swap_remove(place);
        Some(left)
    }
}

/// The time step that a moment lies in.
#[must_use]
pub fn step(at: Timestamp) -> i64 {
    at.as_second().div_euclid(STEP_SECONDS)
}

/// The six digits of a time step (RFC 4226, section 5.3).
#[must_use]
pub fn code(secret: &[u8], step: i64) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret);
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let tag = tag.as_ref();
    let offset = usize::from(tag[tag.len() - 1] & 0x0f);
    let number = u32::from_be_bytes([tag[offset] & 0x7f, tag[offset + 1], tag[offset + 2], tag[offset + 3]]);
    format!("{:06}", number % 1_000_000)
}

/// A recovery code of 80 random bits, as people write it down, and its digest.
#[must_use]
pub fn recovery_code(random: [u8; 10]) -> (String, String) {
    let plain = data_encoding::BASE32_NOPAD.encode(&random).to_ascii_lowercase();
    let shown = [&plain[..4], &plain[4..8], &plain[8..12], &plain[12..]].join("-");
    let stored = digest(plain.as_bytes());
    (shown, stored)
}

fn same(known: &str, given: &str) -> bool {
    verify_slices_are_equal(known.as_bytes(), given.as_bytes()).is_ok()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"12345678901234567890";

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, cut to six digits.
        for (second, expected) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code(SECRET, step(at(second))), expected, "{second}");
        }
    }

    #[test]
    fn a_code_opens_once_and_only_around_its_time() {
        let factor = SecondFactor { state: FactorState::On, ..SecondFactor::pending("s".to_owned()) };
        let now = at(1_111_111_109);
        let after = factor.spent(SECRET, "081 804", now).unwrap();
        assert_eq!(after.spent(SECRET, "081804", now), None, "spent");
        assert_eq!(factor.spent(SECRET, "081804", at(1_111_111_109 + 90)), None, "too late");
        assert_eq!(factor.spent(SECRET, "081804", at(1_111_111_109 - 90)), None, "too early");
        assert!(factor.spent(SECRET, "081804", at(1_111_111_109 + 30)).is_some());
        for wrong in ["", "000000", "81804", "0818041", "０８１８０４"] {
            assert_eq!(factor.spent(SECRET, wrong, now), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_recovery_code_opens_once_however_it_is_written() {
        let (shown, stored) = recovery_code([7; 10]);
        let factor = SecondFactor { recovery: vec![stored], ..SecondFactor::pending("s".to_owned()) };
        let after = factor.spent(SECRET, &shown.to_uppercase().replace('-', " "), at(0)).unwrap();
        assert_eq!(after.recovery.len(), 0);
        assert_eq!(after.spent(SECRET, &shown, at(0)), None);
        assert_eq!(shown.len(), 19);
    }
}
