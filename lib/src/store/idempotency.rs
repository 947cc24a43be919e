//! Answers that are kept for a day, so that a request that comes again is answered and not carried out again.
//!
//! Invariant: of two requests with one key, one carries it out. A process that died at it holds the key for a minute.

use serde::{Deserialize, Serialize};

use super::{Changes, Commit, Key, Store};
use crate::{error::Result, tenant::TenantId};

/// How long an answer is kept, in seconds.
const KEPT: i64 = 24 * 3600;
/// How long a request may be at work, in seconds: longer than the longest run of a function.
const AT_WORK: i64 = 90;
/// The largest answer that fits into a record beside the rest.
const LARGEST: usize = 350_000;

/// What a request may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Turn {
    /// It is the first: carry it out.
    Mine,
    /// It was carried out.
    Answered(KeptAnswer),
    /// Another one is at it.
    AtWork,
    /// The key came with another body before.
    OtherBody,
}

/// A kept answer; its body can be read by us alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeptAnswer {
    pub status: u16,
    pub content_type: Option<String>,
    pub location: Option<String>,
    #[serde(with = "serde_bytes")]
    pub locked: Vec<u8>,
}

/// What lies under a key.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Record {
    version: u64,
    body: String,
    started_at: i64,
    answer: Option<KeptAnswer>,
    expires_at: i64,
}

impl Record {
    fn begun(version: u64, body: &str, now: i64) -> Self {
        Self { version, body: body.to_owned(), started_at: now, answer: None, expires_at: now + KEPT }
    }
}

impl Key {
    /// An answer kept for a user of an agency, or for somebody outside of all.
    pub(crate) fn of_answer(tenant: Option<&TenantId>, id: &str) -> Self {
        match tenant {
            Some(tenant) => Self::of(tenant, "idempotency", id),
            None => Self::global("IDEMPOTENCY", id),
        }
    }
}

impl Store {
    /// Whether a request with this body (its digest) is carried out.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub(crate) async fn idempotent_turn(&self, key: &Key, body: &str, now: i64) -> Result<Turn> {
        let mine = Record::begun(1, body, now);
        if Changes::new().create("key", key, &mine)?.commit(self).await? == Commit::Done {
            return Ok(Turn::Mine);
        }
        let Some(found) = self.get::<Record>(key).await? else { return Ok(Turn::AtWork) };
        let is_over = found.expires_at <= now;
        if !is_over && found.body != body {
            return Ok(Turn::OtherBody);
        }
        match found.answer {
            Some(answer) if !is_over => return Ok(Turn::Answered(answer)),
            None if !is_over && now - found.started_at < AT_WORK => return Ok(Turn::AtWork),
            _ => {}
        }
        let mine = Record::begun(found.version + 1, body, now);
        let taken = Changes::new().replace("key", key, &mine, found.version)?.commit(self).await?;
        Ok(if taken == Commit::Done { Turn::Mine } else { Turn::AtWork })
    }

    /// Keeps the answer to a request that was carried out. One that is too large is only remembered as given.
    ///
    /// # Errors
    /// As [`Store::idempotent_turn`].
    pub(crate) async fn keep_answer(&self, key: &Key, body: &str, answer: KeptAnswer, now: i64) -> Result<()> {
        let locked = if answer.locked.len() > LARGEST { Vec::new() } else { answer.locked };
        let answer = Some(KeptAnswer { locked, ..answer });
        self.put(key, &Record { answer, ..Record::begun(1, body, now) }).await
    }
}
