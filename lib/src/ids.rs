//! Identifiers and randomness, as an edge. Ids are UUIDs of version 7 (RFC 9562): they sort by the time of their making,
//! so a list by id is a list by age.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::Timestamp;
use uuid::Uuid;

/// A new id, made at `now`.
#[must_use]
pub fn new_id(now: Timestamp) -> String {
    let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &random::<10>()).into_uuid().to_string()
}

/// How the ids made at `moment` or later begin: what comes before in the order of ids is older.
#[must_use]
pub fn beginning(moment: Timestamp) -> String {
    let millis = u64::try_from(moment.as_millisecond()).unwrap_or(0);
    format!("{:08x}-{:04x}-", millis >> 16, millis & 0xffff)
}

/// A secret of 256 random bits, as it stands in a link or a refresh token.
#[must_use]
pub fn new_secret() -> String {
    URL_SAFE_NO_PAD.encode(random::<32>())
}

/// Whether a text could be one of our ids: anything else is answered as one that does not exist.
#[must_use]
pub fn is_id(text: &str) -> bool {
    text.len() == 36 && Uuid::parse_str(text).is_ok_and(|id| id.to_string() == text)
}

/// Whether an id of ours was made after a moment.
#[must_use]
pub fn made_after(id: &str, moment: Timestamp) -> bool {
    let made = Uuid::parse_str(id).ok().and_then(|id| id.get_timestamp()).map(|made| made.to_unix());
    made.and_then(|(seconds, _)| i64::try_from(seconds).ok()).is_some_and(|seconds| seconds > moment.as_second())
}

/// Bytes from the operating system's generator. A machine without one cannot run this service.
#[must_use]
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    #[expect(clippy::expect_used, reason = "without randomness every secret would be guessable; stopping is right")]
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}
