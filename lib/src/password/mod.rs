//! Passwords: Argon2id at OWASP's parameters (19 MiB, two passes, one lane) over the NFKC form, so that the same password
//! typed on another keyboard is the same.
//!
//! Invariant: at most [`PERMITS`] hashings run at once and at most [`QUEUE`] wait, so that a thousand sign-ins take neither
//! all memory nor all time; a password is hashed whole or not at all.

mod policy;

use std::{
    sync::{Mutex, OnceLock, PoisonError},
    time::Duration,
};

use argon2::{
    Algorithm, Argon2, Block, Params, Version,
    password_hash::{
        self,
        phc::{Output, ParamsString, PasswordHash, Salt},
    },
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
        let hash = hashed(&password, &ids::random::<16>()).map_err(|e| Error::internal(e.to_string()))?;
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
        let nobody =
            || NOBODY.get_or_init(|| hashed("nobody", &[7; 16]).map(|hash| hash.to_string()).unwrap_or_default());
        let text = known.as_ref().unwrap_or_else(|| nobody());
        let parsed = PasswordHash::new(text).map_err(|e| Error::internal(e.to_string()))?;
        let fits = verified(&password, &parsed).map_err(|e| Error::internal(e.to_string()))?;
        Ok(fits && known.is_some())
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

/// Argon2id at the parameters above.
fn hashed(password: &str, salt: &[u8; 16]) -> password_hash::Result<PasswordHash> {
    let params = Params::new(19 * 1024, 2, 1, None)?;
    let (algorithm, version) = (Algorithm::Argon2id, Version::V0x13);
    let mut out = [0; Params::DEFAULT_OUTPUT_LEN];
    fill(&Argon2::new(algorithm, version, params.clone()), password, salt, &mut out)?;
    Ok(PasswordHash {
        algorithm: algorithm.ident(),
        version: Some(version.into()),
        params: ParamsString::try_from(&params)?,
        salt: Some(Salt::new(salt)?),
        hash: Some(Output::new(&out)?),
    })
}

/// Whether the password is the one behind the hash, at the parameters the hash names; compared in constant time.
fn verified(password: &str, hash: &PasswordHash) -> password_hash::Result<bool> {
    let (Some(salt), Some(expected)) = (&hash.salt, &hash.hash) else {
        return Err(password_hash::Error::EncodingInvalid);
    };
    let version = hash.version.map(Version::try_from).transpose()?.unwrap_or_default();
    let argon2 = Argon2::new(Algorithm::try_from(hash.algorithm.as_str())?, version, Params::try_from(hash)?);
    let mut out = [0; Output::MAX_LENGTH];
    let out = out.get_mut(..expected.len()).ok_or(password_hash::Error::OutputSize)?;
    fill(&argon2, password, salt, out)?;
    Ok(Output::new(out)? == *expected)
}

/// Computes a hash in memory that is kept for the next one: to be given 19 MiB anew costs as much as the hashing, and what several
/// threads were given is not returned by all allocators.
fn fill(argon2: &Argon2<'_>, password: &str, salt: &[u8], out: &mut [u8]) -> password_hash::Result<()> {
    static SPARE: Mutex<Vec<Vec<Block>>> = Mutex::new(Vec::new());
    let spare = || SPARE.lock().unwrap_or_else(PoisonError::into_inner);
    let mut blocks = spare().pop().unwrap_or_default();
    blocks.resize(argon2.params().block_count(), Block::default());
    let done = argon2.hash_password_into_with_memory(password.as_bytes(), salt, out, &mut blocks);
    let mut spare = spare();
    if spare.len() < PERMITS {
        spare.push(blocks);
    }
    Ok(done?)
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
