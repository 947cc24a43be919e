//! Passwords: Argon2id at OWASP's parameters (19 MiB, two passes, one lane) over the NFKC form, so that the same password
//! typed on another keyboard is the same.
//!
//! Invariant: at most [`PERMITS`] hashings run at once and at most [`QUEUE`] wait, so that a thousand sign-ins take neither
//! all memory nor all time; a password is hashed whole or not at all.

mod policy;

use std::{sync::OnceLock, time::Duration};

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

use policy::MOST_BYTES;
pub use policy::{LONGEST, Protection, fault};

use crate::{
    error::{Error, Result},
    ids,
};

/// Hashings at once in one process.
const PERMITS: usize = 2;
/// Hashings that may wait for a permit: about a second's work.
const QUEUE: usize = 64;
/// When to come back after the queue was full.
const COME_BACK: Duration = Duration::from_secs(2);
static HASHING: Semaphore = Semaphore::const_new(PERMITS);
static PLACES: Semaphore = Semaphore::const_new(PERMITS + QUEUE);

/// Hashes a password in PHC form.
///
/// # Errors
/// [`Error::TooMany`] when too many wait already, [`Error::Internal`] when hashing fails.
pub async fn hash(password: &str) -> Result<String> {
    let password = normal(password);
    bounded(move || {
        let salt = ids::random::<16>();
        let hash =
            argon2().hash_password_with_salt(password.as_bytes(), &salt).map_err(|e| Error::internal(e.to_string()))?;
        Ok(hash.to_string())
    })
    .await
}

/// Whether the password is the one behind the hash. Without a hash (no such user) the same work is done for nothing,
/// so that the answer takes as long (`product.md` section 8). What is longer than a password may be is none.
///
/// # Errors
/// As [`hash`]; [`Error::Internal`] when the stored hash cannot be read.
pub async fn matches(password: &str, hash: Option<&str>) -> Result<bool> {
    static NOBODY: OnceLock<String> = OnceLock::new();
    let fits = password.len() <= MOST_BYTES;
    let password = if fits { normal(password) } else { String::new() };
    let known = hash.filter(|_| fits).map(str::to_owned);
    bounded(move || {
        let nobody = || {
            NOBODY.get_or_init(|| {
                let salt = [7; 16];
                argon2().hash_password_with_salt(b"nobody", &salt).map(|hash| hash.to_string()).unwrap_or_default()
            })
        };
        let text = known.as_ref().unwrap_or_else(|| nobody());
        let parsed = PasswordHash::new(text).map_err(|e| Error::internal(e.to_string()))?;
        Ok(argon2().verify_password(password.as_bytes(), &parsed).is_ok() && known.is_some())
    })
    .await
}

/// The form that is counted and hashed (NIST SP 800-63B, section 3.1.1.2).
fn normal(password: &str) -> String {
    password.nfkc().collect()
}

async fn bounded<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let _place = PLACES.try_acquire().map_err(|_| Error::TooMany(COME_BACK))?;
    let _permit = HASHING.acquire().await.map_err(Error::internal)?;
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)?
}

fn argon2() -> Argon2<'static> {
    #[expect(clippy::expect_used, reason = "the parameters are constants within Argon2's bounds")]
    let params = Params::new(19 * 1024, 2, 1, None).expect("valid parameters");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_hashed_whole_and_a_crowd_is_sent_away() {
        let long = "ö".repeat(LONGEST);
        let hash = hash(&long).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(matches(&"o\u{308}".repeat(LONGEST), Some(&hash)).await.unwrap(), "the same, composed otherwise");
        assert!(!matches(&long[..long.len() - 2], Some(&hash)).await.unwrap(), "nothing is cut off");
        assert!(!matches(&format!("{long}x"), Some(&hash)).await.unwrap());
        assert!(!matches("nobody", None).await.unwrap());

        // In the same test, because the places are the process's own.
        let crowd = futures_util::future::join_all((0..PERMITS + QUEUE + 20).map(|_| matches("x", None))).await;
        let sent_away = crowd.iter().filter(|one| std::matches!(one, Err(Error::TooMany(_)))).count();
        assert_eq!(sent_away, 20);
    }
}
