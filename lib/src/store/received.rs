//! Marks of received mail, found before a tenant is known: what the sweep need not look at, and the operator's list of
//! mail for nobody.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Changes, Key, Page, PageRequest, Store};
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
    /// Its subject, so that the operator sees what it is.
    #[serde(default)]
    pub subject: String,
    /// When it came.
    pub at: Timestamp,
}

/// The operator's list of mail for nobody.
const UNROUTED: &str = "UNROUTED";
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
    pub async fn keep_unrouted(&self, mail: &MailReceived, subject: &str, now: Timestamp) -> Result<()> {
        let received = Received { at: now, expires_at: (now + KEPT).as_second() };
        let unrouted = Unrouted { mail: mail.clone(), subject: subject.to_owned(), at: now };
        Changes::new()
            .put(&Key::global("MAIL", &mail.ses_message_id), &received)?
            .put(&unrouted_key(&mail.ses_message_id), &unrouted)?
            .commit(self)
            .await
            .map(|_| ())
    }

    /// A mail for nobody.
    ///
    /// # Errors
    /// As [`Store::mark_received`].
    pub async fn unrouted(&self, ses_message_id: &str) -> Result<Option<Unrouted>> {
        self.get(&unrouted_key(ses_message_id)).await
    }

    /// Some mails for nobody, by id.
    ///
    /// # Errors
    /// As [`Store::mark_received`].
    pub async fn unrouted_mails(&self, page: &PageRequest) -> Result<Page<Unrouted>> {
        self.list_in(UNROUTED, page).await
    }
}

impl Changes {
    /// Takes a mail from the operator's list; guard `mail` when it is not there any more.
    pub fn forget_unrouted(self, ses_message_id: &str) -> Self {
        self.take("mail", &unrouted_key(ses_message_id), "sk", ses_message_id)
    }
}

fn unrouted_key(ses_message_id: &str) -> Key {
    Key::in_list(UNROUTED, ses_message_id)
}
