//! Passwords: Argon2id at OWASP's parameters (19 MiB, two passes, one lane), behind bounded permits so that a thousand
//! sign-ins at once cannot take all memory.

use std::sync::OnceLock;

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use tokio::sync::Semaphore;

use crate::{
    error::{Error, Result},
    ids,
};

/// Hashings at once in one process.
const PERMITS: usize = 2;
static HASHING: Semaphore = Semaphore::const_new(PERMITS);

/// Hashes a password in PHC form.
///
/// # Errors
/// [`Error::Internal`] when hashing fails.
pub async fn hash(password: &str) -> Result<String> {
    let password = password.to_owned();
    bounded(move || {
        let salt = ids::random::<16>();
        let hash =
            argon2().hash_password_with_salt(password.as_bytes(), &salt).map_err(|e| Error::internal(e.to_string()))?;
        Ok(hash.to_string())
    })
    .await
}

/// Whether the password is the one behind the hash. Without a hash (no such user) the same work is done for nothing,
/// so that the answer takes as long (`product.md` section 8).
///
/// # Errors
/// [`Error::Internal`] when the stored hash cannot be read.
pub async fn matches(password: &str, hash: Option<&str>) -> Result<bool> {
    static NOBODY: OnceLock<String> = OnceLock::new();
    let password = password.to_owned();
    let known = hash.map(str::to_owned);
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

async fn bounded<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let _permit = HASHING.acquire().await.map_err(Error::internal)?;
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)?
}

fn argon2() -> Argon2<'static> {
    #[expect(clippy::expect_used, reason = "the parameters are constants within Argon2's bounds")]
    let params = Params::new(19 * 1024, 2, 1, None).expect("valid parameters");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}
