//! Marks of received mail, found before a tenant is known: what the sweep need not look at, and the operator's list of
//! mail for nobody.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Changes, Key, Store};
use crate::{error::Result, runtime::MailReceived};

/// That a mail was dealt with.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Received {
    at: Timestamp,
    expires_at: i64,
}

/// A mail that led to no tenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unrouted {
    /// What SES told of it.
    pub mail: MailReceived,
    /// When it came.
    pub at: Timestamp,
}

/// How long a mark is kept: longer than the sweep looks back.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 14);

impl Store {
    /// Marks a mail as dealt with.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn mark_received(&self, mail: &MailReceived, now: Timestamp) -> Result<()> {
        let received = Received { at: now, expires_at: (now + KEPT).as_second() };
        self.put(&Key::global("MAIL", &mail.ses_message_id), &received).await
    }

    /// Whether a mail was dealt with.
    ///
    /// # Errors
    /// As [`Store::mark_received`].
    pub async fn was_received(&self, ses_message_id: &str) -> Result<bool> {
        Ok(self.get::<Received>(&Key::global("MAIL", ses_message_id)).await?.is_some())
    }

    /// Keeps a mail for nobody in the operator's list.
    ///
    /// # Errors
    /// As [`Store::mark_received`].
    pub async fn keep_unrouted(&self, mail: &MailReceived, now: Timestamp) -> Result<()> {
        let received = Received { at: now, expires_at: (now + KEPT).as_second() };
        Changes::new()
            .put(&Key::global("MAIL", &mail.ses_message_id), &received)?
            .put(&Key::in_list("UNROUTED", &mail.ses_message_id), &Unrouted { mail: mail.clone(), at: now })?
            .commit(self)
            .await
            .map(|_| ())
    }
}
