//! A message: one mail that came in, what it is and what became of it (`product.md` section 3).
//!
//! Invariant: nothing here decides whose mail it is. Sender, recipients and headers are the mail's own claims; the
//! tenant comes from the envelope, whether the sender may be believed from SES's verdicts, and both are handed in from
//! outside.

pub mod address;
mod body;
pub mod bounce;
pub mod classify;
pub mod forward;
pub mod guard;
mod html;
mod lexicon;
mod mime;
pub mod parse;
pub mod strip;
mod text;
pub mod thread;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use address::Mailbox;
pub use classify::{Class, Classification, Hints, TravelSignals, classify};
pub use parse::{Attachment, Parsed, parse};
pub use strip::{Stripped, strip};

/// One inbound mail of one tenant, as stored and as the API shows it (`contract.md`, "A message").
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Message {
    /// UUIDv7.
    pub id: String,
    /// What the mail is.
    pub class: Class,
    /// How far it has come.
    pub state: State,
    /// The sender's bare address; absent when the mail names none, or several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The sender's display name, on one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_name: Option<String>,
    /// Bare addresses of `To` and `Cc`, each once.
    pub to: Vec<String>,
    /// On one line, decoded.
    pub subject: String,
    /// The mail's own date, as its sender's clock had it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub date: Option<Timestamp>,
    /// When SES took it.
    #[schema(value_type = String, format = DateTime)]
    pub received_at: Timestamp,
    /// What SES found out about it.
    pub verdicts: Verdicts,
    /// The newest part only: no quoted history, no signature.
    pub text: String,
    /// What was cut off as the signature; names and numbers may still be read from it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub signature: String,
    /// Listed, never opened.
    pub attachments: Vec<Attachment>,
    /// The conversation it belongs to.
    pub thread_id: String,
    /// The enquiry it opened or belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enquiry_id: Option<String>,
    /// The helpdesk ticket it opened or belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticket_id: Option<String>,
    /// One record per step of the pipeline, in order.
    pub steps: Vec<Step>,
    /// SES's id of the delivery; with the tenant the first key of deduplication.
    pub ses_message_id: String,
    /// `Message-ID` without angle brackets; with the tenant the second key of deduplication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rfc_message_id: Option<String>,
    /// `In-Reply-To`, without angle brackets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub in_reply_to: Vec<String>,
    /// `References`, oldest first, without angle brackets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<String>,
    /// Envelope sender; empty for a null return path.
    #[serde(default)]
    pub envelope_from: String,
    /// Envelope recipients.
    #[serde(default)]
    pub envelope_to: Vec<String>,
    /// Where the raw mail lies.
    pub raw_key: String,
    /// Raw size in bytes.
    pub size: u64,
    /// What was cut short or looked wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

/// What the envelope and SES say of a mail that arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// UUIDv7 of the message that it becomes.
    pub id: String,
    /// SES's id of the delivery.
    pub ses_message_id: String,
    /// Envelope sender; empty for a null return path.
    pub envelope_from: String,
    /// Envelope recipients.
    pub envelope_to: Vec<String>,
    /// Where the raw mail lies.
    pub raw_key: String,
    /// When SES took it.
    pub received_at: Timestamp,
    /// What SES found out about it.
    pub verdicts: Verdicts,
}

impl Message {
    /// The record of a mail that was read, before anything is decided: it is its own conversation, and in no class.
    #[must_use]
    pub fn received(delivery: Delivery, parsed: &Parsed, stripped: Stripped) -> Self {
        let mut to: Vec<String> = Vec::new();
        for mailbox in parsed.recipients() {
            if !to.contains(&mailbox.address) {
                to.push(mailbox.address.clone());
            }
        }
        Self {
            thread_id: delivery.id.clone(),
            id: delivery.id,
            class: Class::Other,
            state: if delivery.verdicts.quarantines() { State::Quarantined } else { State::Received },
            from: parsed.from.as_ref().map(|from| from.address.clone()),
            from_name: parsed.from.as_ref().and_then(|from| from.name.clone()),
            to,
            subject: parsed.subject.clone(),
            date: parsed.date,
            received_at: delivery.received_at,
            verdicts: delivery.verdicts,
            text: stripped.text,
            signature: stripped.signature,
            attachments: parsed.attachments.clone(),
            enquiry_id: None,
            ticket_id: None,
            steps: Vec::new(),
            ses_message_id: delivery.ses_message_id,
            rfc_message_id: parsed.message_id.clone(),
            in_reply_to: parsed.in_reply_to.clone(),
            references: parsed.references.clone(),
            envelope_from: delivery.envelope_from,
            envelope_to: delivery.envelope_to,
            raw_key: delivery.raw_key,
            size: parsed.size,
            marks: parsed.marks.clone(),
        }
    }
}

/// How far a message has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = MessageState)]
pub enum State {
    /// Stored; nothing decided yet.
    Received,
    /// Every step done.
    Processed,
    /// Spam or virus: kept apart, nothing follows from it.
    Quarantined,
    /// A step failed for good; the record says which.
    Failed,
}

/// One step of the pipeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Step {
    /// Name of the step (`parse`, `thread`, `classify` …).
    pub step: String,
    /// What came of it, in a word or two.
    pub outcome: String,
    /// What the outcome rests on.
    #[schema(value_type = Object)]
    pub data: serde_json::Value,
    /// How long it took, in milliseconds.
    pub ms: u64,
}

/// SES's findings (`receipt.*Verdict`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Verdicts {
    /// Content looks like spam.
    pub spam: Finding,
    /// Content carries a virus.
    pub virus: Finding,
    /// RFC 7208.
    pub spf: Finding,
    /// RFC 6376.
    pub dkim: Finding,
    /// RFC 7489.
    pub dmarc: Finding,
}

impl Verdicts {
    /// Whether the mail goes to quarantine (`product.md` section 3.2).
    #[must_use]
    pub fn quarantines(&self) -> bool {
        self.spam == Finding::Fail || self.virus == Finding::Fail
    }
}

/// One finding of SES.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Finding {
    /// The check passed.
    Pass,
    /// The check failed.
    Fail,
    /// The check came to no result (no policy, no signature).
    Gray,
    /// The check itself broke, or SES said something unknown.
    ProcessingFailed,
    /// Scanning is switched off.
    Disabled,
}

impl Finding {
    /// Reads SES's word; an unknown one is no pass.
    #[must_use]
    pub fn from_ses(status: &str) -> Self {
        match status.to_ascii_uppercase().as_str() {
            "PASS" => Self::Pass,
            "FAIL" => Self::Fail,
            "GRAY" => Self::Gray,
            "DISABLED" => Self::Disabled,
            _ => Self::ProcessingFailed,
        }
    }
}

/// What was cut short or looked wrong. A marked message is kept all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// More than 40 MB; what lies beyond was not read.
    TooLarge,
    /// Nested deeper than 32; what follows was not read.
    TooDeep,
    /// More than 200 parts; the others were not read.
    TooManyParts,
    /// More than 1,000 headers in one block; the others were not read.
    TooManyHeaders,
    /// The text was cut at its cap.
    TextTruncated,
    /// No sender, or none with a valid address.
    NoSender,
    /// Several senders, of which none can be believed alone.
    SeveralSenders,
    /// An address that breaks the rules was left out.
    BadAddress,
    /// A part's encoding was broken; read as far as it goes.
    BadEncoding,
    /// The text came from HTML.
    FromHtml,
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests;
