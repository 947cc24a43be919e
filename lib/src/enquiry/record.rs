//! An enquiry as stored and as the API shows it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Change, EnquiryState, Fields, IllegalStep, Step};
use crate::message::{Class, Finding};

/// Most events that an enquiry remembers.
const MAX_EVENTS: usize = 100;

/// A traveller's wish and how far the agency has come with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Enquiry {
    /// UUID.
    pub id: String,
    /// How far it has come.
    pub state: EnquiryState,
    /// Why it was rejected or lost.
    #[serde(default)]
    pub reason: Option<String>,
    /// What the first mail was.
    pub class: Class,
    /// When it came.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Subject of the first mail.
    pub subject: String,
    /// The mails it consists of, oldest first.
    pub message_ids: Vec<String>,
    /// What was understood.
    pub fields: Fields,
    /// Required fields that are not known.
    pub missing: Vec<String>,
    /// Drafted reply that asks for them.
    #[serde(default)]
    pub draft_reply: Option<String>,
    /// Its quote, once there is one.
    #[serde(default)]
    pub quote_id: Option<String>,
    /// The latest revision of its quote that was asked for; 0 before the first.
    #[serde(default)]
    pub revision: u32,
    /// The closed enquiry that this one follows.
    #[serde(default)]
    pub follows: Option<String>,
    /// Where it came from: the mailbox that was written to, or what a person entered, such as `phone`.
    #[serde(default)]
    pub source: String,
    /// Address of the consultant who looks after it.
    #[serde(default)]
    pub assigned_to: Option<String>,
    /// The client who asks, where an address is known.
    #[serde(default)]
    pub client_id: Option<String>,
    /// When its first quote was made.
    #[serde(default)]
    pub quoted_at: Option<Timestamp>,
    /// Required fields that the traveller was asked for already.
    #[serde(default)]
    pub asked: Vec<String>,
    /// What was changed since it came, oldest first.
    #[serde(default)]
    pub history: Vec<EnquiryEvent>,
    /// What consultants wrote, oldest first.
    #[serde(default)]
    pub replies: Vec<Reply>,
    /// How mails about it are sent: thread, sender's standing.
    pub correspondence: Correspondence,
    /// Raised by one on every change.
    pub version: u64,
}

/// What an answer to the traveller has to know of their mail.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Correspondence {
    /// `Message-ID`s of the thread, oldest first.
    pub references: Vec<String>,
    /// DMARC finding about the latest mail; absent when no mail asked.
    pub dmarc: Option<Finding>,
    /// Why the loop guard forbids an automatic answer, if it does.
    pub silenced: Option<String>,
    /// Address in the tenant's mailboxes that was written to.
    pub mailbox: String,
}

/// What somebody, or a reply, changed of an enquiry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct EnquiryEvent {
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// The user who did; absent when the traveller wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    /// The mail that did; absent when a person did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
    /// Field by field.
    pub changes: Vec<Change>,
}

/// A mail that a consultant wrote to the traveller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reply {
    /// Its entry in the sending ledger.
    pub send_id: String,
    /// When it was written.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Who wrote it.
    pub user_id: String,
    /// Subject line.
    pub subject: String,
    /// What it says.
    pub text: String,
}

impl Enquiry {
    /// The enquiry one step on, or why that is not allowed now.
    ///
    /// # Errors
    /// [`IllegalStep`] when the state does not allow the step.
    pub fn after(self, step: Step, reason: Option<String>, now: Timestamp) -> Result<Self, IllegalStep> {
        let state = self.state.after(step)?;
        Ok(Self { state, reason, updated_at: now, version: self.version + 1, ..self })
    }

    /// The history with one more event; the oldest go when it grows long. An event without changes is none.
    #[must_use]
    pub fn history_with(&self, event: EnquiryEvent) -> Vec<EnquiryEvent> {
        let mut history = self.history.clone();
        if !event.changes.is_empty() {
            history.push(event);
        }
        let over = history.len().saturating_sub(MAX_EVENTS);
        history.split_off(over)
    }
}

/// An enquiry as the API shows it: the fields stand together under `fields` and once more beside them by their names.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct EnquiryView {
    /// UUID.
    pub id: String,
    /// How far it has come.
    pub state: EnquiryState,
    /// Why it was rejected or lost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What the first mail was.
    pub class: Class,
    /// When it came.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it last changed.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
    /// Subject of the first mail.
    pub subject: String,
    /// The mails it consists of, oldest first.
    pub message_ids: Vec<String>,
    /// What was understood.
    pub fields: Fields,
    /// The same, by name.
    #[serde(flatten)]
    pub named: Fields,
    /// Required fields that are not known.
    pub missing: Vec<String>,
    /// Drafted reply that asks for them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draft_reply: Option<String>,
    /// Its quote, once there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote_id: Option<String>,
    /// The closed enquiry that this one follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follows: Option<String>,
    /// Where it came from: the mailbox that was written to, or what a person entered, such as `phone`.
    pub source: String,
    /// Address of the consultant who looks after it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assigned_to: Option<String>,
    /// The client who asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// When its first quote was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub quoted_at: Option<Timestamp>,
    /// What was changed since it came, oldest first.
    pub history: Vec<EnquiryEvent>,
    /// What consultants wrote, oldest first.
    pub replies: Vec<Reply>,
    /// For optimistic changes.
    pub version: u64,
}

impl From<Enquiry> for EnquiryView {
    fn from(enquiry: Enquiry) -> Self {
        Self {
            id: enquiry.id,
            state: enquiry.state,
            reason: enquiry.reason,
            class: enquiry.class,
            created_at: enquiry.created_at,
            updated_at: enquiry.updated_at,
            subject: enquiry.subject,
            message_ids: enquiry.message_ids,
            named: enquiry.fields.clone(),
            fields: enquiry.fields,
            missing: enquiry.missing,
            draft_reply: enquiry.draft_reply,
            quote_id: enquiry.quote_id,
            follows: enquiry.follows,
            source: enquiry.source,
            assigned_to: enquiry.assigned_to,
            client_id: enquiry.client_id,
            quoted_at: enquiry.quoted_at,
            history: enquiry.history,
            replies: enquiry.replies,
            version: enquiry.version,
        }
    }
}
