//! An enquiry as stored and as the API shows it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Fields;
use crate::message::{Class, Finding};

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

/// How far an enquiry has come (`product.md` section 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EnquiryState {
    /// Just came in.
    New,
    /// Something required is missing.
    NeedsInfo,
    /// All that is required is known.
    Qualified,
    /// A quote was made.
    Quoted,
    /// Accepted.
    Won,
    /// Declined or gone elsewhere.
    Lost,
    /// Not to be served.
    Rejected,
    /// Not an enquiry at all.
    Spam,
}

impl EnquiryState {
    /// Whether a reply opens a new enquiry instead of changing this one.
    #[must_use]
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Won | Self::Lost | Self::Rejected | Self::Spam)
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
            version: enquiry.version,
        }
    }
}
