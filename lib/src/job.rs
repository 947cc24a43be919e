//! A job: work that was promised when an event was taken in. It stands in the table before any queue hears of it.
//!
//! Invariant: a job's ids are fixed when it is made, so that doing it twice writes the same records once.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A promise of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// UUID.
    pub id: String,
    /// What is to be done.
    pub work: Work,
    /// Whether it is done.
    pub state: JobState,
    /// When it was promised.
    pub created_at: Timestamp,
    /// Id of the request or mail it came from; finds every log line of one case.
    pub request_id: String,
    /// The agency, for the sweep, which looks over all of them.
    pub tenant_id: crate::tenant::Slug,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Work {
    /// Price an enquiry and write a revision of its quote.
    Quote {
        /// The enquiry.
        enquiry_id: String,
        /// The quote to be.
        quote_id: String,
        /// The revision to be, from 1.
        revision: u32,
    },
    /// Take in documents that were uploaded.
    Upload {
        /// The upload.
        upload_id: String,
    },
    /// Make the vectors that an index lacks.
    Embed,
    /// Make those that the platform's library lacks, promised by the agency that found it so.
    EmbedLibrary,
    /// Draft the answer to a question that came by mail.
    Question {
        /// The mail.
        message_id: String,
        /// The ticket to be.
        ticket_id: String,
    },
    /// Hand a mail to SES.
    Send {
        /// The entry in the sending ledger.
        send_id: String,
    },
    /// Tell a piece of news by mail to those who wish it.
    Tell {
        /// The notification.
        notification_id: String,
    },
    /// Take in that a mail of ours came back.
    Returned {
        /// The entry in the sending ledger.
        send_id: String,
        /// The addresses that the report names.
        addresses: Vec<String>,
        /// What the report is.
        report: Report,
    },
    /// Look which open quotes would earn too little at today's rates.
    Watch,
}

/// What a mail says about one of ours that came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Report {
    /// It did not arrive, and will not.
    Bounce,
    /// It has not arrived yet, or a full mailbox sent it back.
    Delay,
    /// Its reader calls it spam.
    Complaint,
}

/// Whether a job is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    /// Not yet.
    Pending,
    /// Nothing is left to do.
    Done,
}

impl Job {
    /// A promise made at `now`, under an id that is fixed with it.
    #[must_use]
    pub fn new(id: String, tenant_id: crate::tenant::Slug, work: Work, request_id: &str, now: Timestamp) -> Self {
        Self { id, work, state: JobState::Pending, created_at: now, request_id: request_id.to_owned(), tenant_id }
    }
}

impl JobState {
    /// The state as stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Done => "done",
        }
    }
}
