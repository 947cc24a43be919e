//! A notification: news for the people of an agency, in the API and, for those who wish it, by mail.

mod wishes;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use wishes::{KindWish, MailWish, NewsWishes};

/// One piece of news, seen by everybody of the agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Notification {
    /// UUID.
    pub id: String,
    /// What it is about.
    pub kind: NotificationKind,
    /// For people.
    pub text: String,
    /// Record it leads to: an enquiry, a quote or a ticket.
    pub subject_id: String,
    /// Ids of the users who have read it.
    #[serde(default)]
    pub read_by: Vec<String>,
    /// When it came.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
}

/// What a notification is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NotificationKind {
    /// An enquiry came in.
    EnquiryReceived,
    /// An enquiry lacks what is needed for a quote.
    EnquiryNeedsInfo,
    /// A quote is ready for review.
    QuoteDrafted,
    /// A quote went out.
    QuoteSent,
    /// A traveller accepted.
    QuoteAccepted,
    /// A traveller declined.
    QuoteDeclined,
    /// A quote's time ran out.
    QuoteExpired,
    /// A mail came back, or its recipient complained.
    MailReturned,
    /// Nobody knows whether a mail went out.
    SendUnknown,
    /// A mail could not be sent.
    SendFailed,
    /// Rates or exchange rates changed, and open quotes would earn too little now.
    RatesStale,
    /// A question came by mail that a person may have to answer, or an answer to one.
    TicketOpened,
}

impl NotificationKind {
    /// Every kind.
    pub const ALL: [Self; 12] = [
        Self::EnquiryReceived,
        Self::EnquiryNeedsInfo,
        Self::QuoteDrafted,
        Self::QuoteSent,
        Self::QuoteAccepted,
        Self::QuoteDeclined,
        Self::QuoteExpired,
        Self::MailReturned,
        Self::SendUnknown,
        Self::SendFailed,
        Self::RatesStale,
        Self::TicketOpened,
    ];
}
