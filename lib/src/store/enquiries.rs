//! Messages, enquiries and what ties them together: dedupe marks, thread marks.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Changes, Commit, Key, Order, Page, PageRequest, Store};
use crate::{enquiry::Enquiry, error::Result, intake::Arrival, message::Message, seal, tenant::TenantId};

/// That a mail was seen, and as which message.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Seen {
    message_id: String,
    job_id: Option<String>,
}

/// That a mail belongs to a ticket.
#[derive(Serialize, Deserialize)]
struct TicketMark {
    ticket_id: String,
}

/// That a mail belongs to a thread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct ThreadMark {
    enquiry_id: String,
}

impl Store {
    /// Saves what a mail brings about. Refused with `ses` or `message-id` when the mail was taken in before, and with
    /// `enquiry` when the enquiry changed meanwhile.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn save_arrival(&self, tenant: &TenantId, arrival: &Arrival) -> Result<Commit> {
        let message = &arrival.message;
        let seen = Seen { message_id: message.id.clone(), job_id: arrival.job.as_ref().map(|job| job.id.clone()) };
        let mut changes = Changes::new()
            .create("ses", &seen_key(tenant, "ses", &message.ses_message_id), &seen)?
            .put(&message_key(tenant, &message.id), message)?;
        if let Some(id) = &message.rfc_message_id {
            changes = changes.create("message-id", &seen_key(tenant, "mid", id), &seen)?;
        }
        if let Some((enquiry, before)) = &arrival.enquiry {
            let key = enquiry_key(tenant, &enquiry.id);
            changes = match before {
                None => changes.create("enquiry", &key, enquiry)?,
                Some(version) => changes.replace("enquiry", &key, enquiry, *version)?,
            };
            changes = changes.put_row(tenant, enquiry)?;
            if let Some(id) = &message.rfc_message_id {
                changes = changes.mark_thread(tenant, id, &enquiry.id)?;
            }
            if let Some((known, client)) = &arrival.client {
                changes = changes.put_client(tenant, known.as_ref(), client)?;
                changes = changes.note_client(tenant, &client.id, &enquiry.id)?;
            }
        }
        if let Some(job) = &arrival.job {
            changes = changes.promise(tenant, job)?;
        }
        if let Some(notification) = &arrival.notification {
            changes = changes.notify(tenant, notification)?;
        }
        changes.commit(self).await
    }

    /// The job that a mail called for when it was taken in before; `None` when it was not, or called for none.
    ///
    /// # Errors
    /// As [`Store::save_arrival`].
    pub async fn job_of_mail(&self, tenant: &TenantId, ses_message_id: &str) -> Result<Option<String>> {
        let seen: Option<Seen> = self.get(&seen_key(tenant, "ses", ses_message_id)).await?;
        Ok(seen.and_then(|seen| seen.job_id))
    }

    /// Whether a mail was taken in for a tenant.
    ///
    /// # Errors
    /// As [`Store::save_arrival`].
    pub async fn has_seen(&self, tenant: &TenantId, ses_message_id: &str) -> Result<bool> {
        Ok(self.get::<Seen>(&seen_key(tenant, "ses", ses_message_id)).await?.is_some())
    }

    /// The enquiry of the thread that a `Message-ID` belongs to.
    ///
    /// # Errors
    /// As [`Store::save_arrival`].
    pub async fn enquiry_of_thread(&self, tenant: &TenantId, rfc_message_id: &str) -> Result<Option<Enquiry>> {
        let mark: Option<ThreadMark> = self.get(&thread_key(tenant, rfc_message_id)).await?;
        match mark {
            Some(mark) => self.enquiry(tenant, &mark.enquiry_id).await,
            None => Ok(None),
        }
    }

    /// The ticket that a `Message-ID` belongs to.
    ///
    /// # Errors
    /// As [`Store::save_arrival`].
    pub async fn ticket_of_thread(&self, tenant: &TenantId, rfc_message_id: &str) -> Result<Option<String>> {
        let mark: Option<TicketMark> = self.get(&ticket_thread_key(tenant, rfc_message_id)).await?;
        Ok(mark.map(|mark| mark.ticket_id))
    }

    /// A tenant's message.
    ///
    /// # Errors
    /// As [`Store::save_arrival`].
    pub async fn message(&self, tenant: &TenantId, message_id: &str) -> Result<Option<Message>> {
        self.get(&message_key(tenant, message_id)).await
    }

    /// A tenant's messages, newest first.
    ///
    /// # Errors
    /// As [`Store::save_arrival`].
    pub async fn messages(&self, tenant: &TenantId, page: &PageRequest) -> Result<Page<Message>> {
        self.list(tenant, "message", Order::Descending, page).await
    }

    /// A tenant's enquiry.
    ///
    /// # Errors
    /// As [`Store::save_arrival`].
    pub async fn enquiry(&self, tenant: &TenantId, enquiry_id: &str) -> Result<Option<Enquiry>> {
        self.get(&enquiry_key(tenant, enquiry_id)).await
    }

    /// Whose turn it is to look after a new enquiry of a tenant, counted from 1.
    ///
    /// # Errors
    /// As [`Store::save_arrival`].
    pub async fn next_turn(&self, tenant: &TenantId) -> Result<u64> {
        self.count_up(&Key::of(tenant, "counter", "turn")).await
    }
}

impl Store {
    /// Automatic answers given before `now`: in an enquiry's thread ever, and to an address within 24 hours.
    ///
    /// # Errors
    /// As [`Store::save_arrival`].
    pub async fn answers_given(
        &self,
        tenant: &TenantId,
        enquiry_id: Option<&str>,
        address: Option<&str>,
        now: Timestamp,
    ) -> Result<(u32, u32)> {
        let since = now - SignedDuration::from_hours(24);
        let in_thread = match enquiry_id {
            Some(id) => self.answers(tenant, &format!("thread#{id}#"), Timestamp::MIN).await?,
            None => 0,
        };
        let to_sender = match address {
            Some(address) => self.answers(tenant, &format!("sender#{}#", address_digest(address)), since).await?,
            None => 0,
        };
        Ok((in_thread, to_sender))
    }

    async fn answers(&self, tenant: &TenantId, prefix: &str, since: Timestamp) -> Result<u32> {
        let page = PageRequest { limit: 10, after: None };
        let latest = self.list_under::<Answered>(tenant, ANSWERED, prefix, Order::Descending, &page).await?;
        let recent = latest.items.iter().filter(|answered| answered.at > since).count();
        Ok(u32::try_from(recent).unwrap_or(u32::MAX))
    }
}

/// That an automatic answer was given.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Answered {
    at: Timestamp,
    /// When the table may forget it, in seconds since 1970.
    expires_at: i64,
}

const ANSWERED: &str = "answered";

fn address_digest(address: &str) -> String {
    seal::digest(address.to_lowercase().as_bytes())
}

impl Changes {
    /// Notes that an automatic answer is given, for the loop guard. The send's id sorts by time.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn note_answer(
        self,
        tenant: &TenantId,
        enquiry_id: &str,
        address: &str,
        send_id: &str,
        now: Timestamp,
    ) -> Result<Self> {
        let answered = Answered { at: now, expires_at: (now + SignedDuration::from_hours(24 * 365)).as_second() };
        let thread = Key::of(tenant, ANSWERED, format!("thread#{enquiry_id}#{send_id}"));
        let sender = Key::of(tenant, ANSWERED, format!("sender#{}#{send_id}", address_digest(address)));
        self.put(&thread, &answered)?.put(&sender, &answered)
    }

    /// An enquiry nobody knows yet; guard `enquiry`.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn create_enquiry(self, tenant: &TenantId, enquiry: &Enquiry) -> Result<Self> {
        self.create("enquiry", &enquiry_key(tenant, &enquiry.id), enquiry)?.put_row(tenant, enquiry)
    }

    /// An enquiry in place of the version it was read in; guard `enquiry` when it changed since.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn replace_enquiry(self, tenant: &TenantId, enquiry: &Enquiry, expected: u64) -> Result<Self> {
        self.replace("enquiry", &enquiry_key(tenant, &enquiry.id), enquiry, expected)?.put_row(tenant, enquiry)
    }

    /// Ties a `Message-ID` to an enquiry, so that an answer to that mail finds it.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn mark_thread(self, tenant: &TenantId, rfc_message_id: &str, enquiry_id: &str) -> Result<Self> {
        self.put(&thread_key(tenant, rfc_message_id), &ThreadMark { enquiry_id: enquiry_id.to_owned() })
    }

    /// Ties a `Message-ID` to a ticket, so that an answer to that mail finds it.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn mark_ticket(self, tenant: &TenantId, rfc_message_id: &str, ticket_id: &str) -> Result<Self> {
        self.put(&ticket_thread_key(tenant, rfc_message_id), &TicketMark { ticket_id: ticket_id.to_owned() })
    }
}

fn ticket_thread_key(tenant: &TenantId, rfc_message_id: &str) -> Key {
    Key::of(tenant, "ticket-thread", seal::digest(rfc_message_id.as_bytes()))
}

fn message_key(tenant: &TenantId, id: &str) -> Key {
    Key::of(tenant, "message", id)
}

pub(super) fn enquiry_key(tenant: &TenantId, id: &str) -> Key {
    Key::of(tenant, "enquiry", id)
}

fn seen_key(tenant: &TenantId, kind: &str, id: &str) -> Key {
    Key::of(tenant, "seen", format!("{kind}#{}", seal::digest(id.as_bytes())))
}

fn thread_key(tenant: &TenantId, rfc_message_id: &str) -> Key {
    Key::of(tenant, "thread", seal::digest(rfc_message_id.as_bytes()))
}
