//! The sending ledger: one entry a mail, written before the mail is handed to SES (`product.md` section 6).
//!
//! Invariant: a mail is handed over only by whoever moved its entry from `pending` to `claimed`; an entry that was left
//! `claimed` is never handed over again, because nobody can know whether SES took the mail.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::tenant::Slug;

/// How long a claim may stay open before it counts as left behind: longer than a function may run.
pub const CLAIM_LIFE: SignedDuration = SignedDuration::from_secs(120);

/// One mail that goes out, or went, or may have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Send {
    /// UUID.
    pub id: String,
    /// The agency.
    pub tenant_id: Slug,
    /// What the mail is about.
    pub about: About,
    /// How far it has come.
    pub state: SendState,
    /// Envelope and header sender.
    pub from: String,
    /// Envelope recipients.
    pub to: Vec<String>,
    /// The finished mail, as a file of the tenant.
    pub raw_file: String,
    /// SES's id, once it answered.
    #[serde(default)]
    pub ses_message_id: Option<String>,
    /// Why it failed or is not known.
    #[serde(default)]
    pub reason: Option<String>,
    /// When it was written down.
    pub created_at: Timestamp,
    /// When its state last changed.
    pub updated_at: Timestamp,
}

/// What a mail is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum About {
    /// A revision of a quote, to the traveller.
    Quote {
        /// The quote.
        quote_id: String,
        /// Which revision.
        revision: u32,
    },
    /// A reminder of a revision that is open still, to the traveller.
    Reminder {
        /// The quote.
        quote_id: String,
        /// Which revision.
        revision: u32,
    },
    /// Thanks for accepting, to the traveller.
    Acceptance {
        /// The quote.
        quote_id: String,
    },
    /// The confirmation of a booking, to the traveller.
    Booking {
        /// The quote it came of.
        quote_id: String,
    },
    /// An answer about an enquiry, to the traveller.
    Enquiry {
        /// The enquiry.
        enquiry_id: String,
    },
    /// An answer to a ticket, to whoever asked by mail.
    Ticket {
        /// The ticket.
        ticket_id: String,
    },
    /// News for a member of the agency.
    Notification,
    /// A person's own account: an invitation, a new password, a sign-in.
    Account,
}

impl About {
    /// The quote a mail to a traveller is about, if it is about one.
    #[must_use]
    pub fn quote_id(&self) -> Option<&str> {
        match self {
            Self::Quote { quote_id, .. }
            | Self::Reminder { quote_id, .. }
            | Self::Acceptance { quote_id }
            | Self::Booking { quote_id } => Some(quote_id),
            Self::Enquiry { .. } | Self::Ticket { .. } | Self::Notification | Self::Account => None,
        }
    }
}

/// How far a mail has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SendState {
    /// Written down, not yet handed over.
    Pending,
    /// Being handed over.
    Claimed,
    /// SES has it.
    Sent,
    /// Perhaps sent: resolved by SES's own events, or by a person.
    Unknown,
    /// Not sent, and will not be.
    Failed,
}

impl SendState {
    /// The state as stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Claimed => "claimed",
            Self::Sent => "sent",
            Self::Unknown => "unknown",
            Self::Failed => "failed",
        }
    }
}

/// What is known after handing a mail to SES.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handover {
    /// SES took it, under this id.
    Accepted(String),
    /// SES did not take it now and says so; it may be handed over again later.
    Deferred(String),
    /// SES will not take it; the reason.
    Refused(String),
    /// No answer: it may or may not have been taken.
    Unknown(String),
}

/// What a person found out about a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = SendOutcome)]
pub enum Outcome {
    /// It went out.
    Sent,
    /// It did not, and will not.
    NotSent,
}

/// What to do with an entry that a job points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Claim it and hand the mail over.
    HandOver,
    /// Somebody else is at it: look again later.
    Wait,
    /// It was left behind in the middle: nobody can know. Mark it unknown.
    GiveUp,
    /// Nothing is left to do.
    Settled,
}

impl Send {
    /// Whose turn it is at `now`.
    #[must_use]
    pub fn turn(&self, now: Timestamp) -> Turn {
        match self.state {
            SendState::Pending => Turn::HandOver,
            SendState::Claimed if now.duration_since(self.updated_at) < CLAIM_LIFE => Turn::Wait,
            SendState::Claimed => Turn::GiveUp,
            SendState::Sent | SendState::Unknown | SendState::Failed => Turn::Settled,
        }
    }

    /// The entry in another state.
    #[must_use]
    pub fn moved(self, state: SendState, reason: Option<String>, now: Timestamp) -> Self {
        Self { state, reason, updated_at: now, ..self }
    }

    /// The entry after a claimed mail was handed over.
    #[must_use]
    pub fn handed_over(self, known: Handover, now: Timestamp) -> Self {
        match known {
            Handover::Accepted(id) => Self { ses_message_id: Some(id), ..self.moved(SendState::Sent, None, now) },
            Handover::Deferred(reason) => self.moved(SendState::Pending, Some(reason), now),
            Handover::Refused(reason) => self.moved(SendState::Failed, Some(reason), now),
            Handover::Unknown(reason) => self.moved(SendState::Unknown, Some(reason), now),
        }
    }

    /// The entry after a person said what became of a mail that nobody knew the end of; `None` when that is known.
    #[must_use]
    pub fn told(self, outcome: Outcome, now: Timestamp) -> Option<Self> {
        match (self.state, outcome) {
            (SendState::Unknown, Outcome::Sent) => Some(self.moved(SendState::Sent, None, now)),
            (SendState::Unknown, Outcome::NotSent) => {
                Some(self.moved(SendState::Failed, Some("a person found that it did not go out".to_owned()), now))
            }
            _ => None,
        }
    }

    /// The entry after a mail that went out came back; `None` when that is no news, or the mail is not known to be out.
    #[must_use]
    pub fn came_back(self, reason: &str, now: Timestamp) -> Option<Self> {
        (self.state == SendState::Sent && self.reason.is_none())
            .then(|| self.moved(SendState::Sent, Some(reason.to_owned()), now))
    }

    /// The entry after SES itself, or a report that came as a mail, told what became of it; `None` when that is no news. Only
    /// SES knows its own id of the mail.
    #[must_use]
    pub fn noticed(self, kind: &str, ses_message_id: Option<String>, now: Timestamp) -> Option<Self> {
        let open = matches!(self.state, SendState::Claimed | SendState::Unknown);
        let state = match kind {
            "Send" | "Delivery" | "Bounce" | "Complaint" if open => SendState::Sent,
            "Reject" if open => SendState::Failed,
            _ => return None,
        };
        let ses_message_id = ses_message_id.or_else(|| self.ses_message_id.clone());
        Some(Self { ses_message_id, ..self.moved(state, None, now) })
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    fn entry(state: SendState) -> Send {
        let at: Timestamp = "2026-11-23T08:00:00Z".parse().unwrap();
        Send {
            id: "s".to_owned(),
            tenant_id: Slug::parse("blue-horizon").unwrap(),
            about: About::Notification,
            state,
            from: String::new(),
            to: Vec::new(),
            raw_file: String::new(),
            ses_message_id: None,
            reason: None,
            created_at: at,
            updated_at: at,
        }
    }

    #[test]
    fn a_claim_that_was_left_behind_is_never_handed_over_again() {
        let claimed = entry(SendState::Claimed);
        let soon = claimed.updated_at + SignedDuration::from_secs(5);
        let late = claimed.updated_at + CLAIM_LIFE;
        assert_eq!((claimed.turn(soon), claimed.turn(late)), (Turn::Wait, Turn::GiveUp));
        for settled in [SendState::Sent, SendState::Unknown, SendState::Failed] {
            assert_eq!(entry(settled).turn(late), Turn::Settled);
        }
    }

    #[test]
    fn only_what_ses_surely_did_not_take_becomes_pending_again() {
        let after = |known| entry(SendState::Claimed).handed_over(known, Timestamp::UNIX_EPOCH).state;
        assert_eq!(after(Handover::Accepted("1".into())), SendState::Sent);
        assert_eq!(after(Handover::Deferred("Throttling".into())), SendState::Pending);
        assert_eq!(after(Handover::Refused("MessageRejected".into())), SendState::Failed);
        assert_eq!(after(Handover::Unknown("no answer".into())), SendState::Unknown);
    }

    #[test]
    fn what_came_back_is_noted_once_and_only_of_what_went_out() {
        let back = |send: Send| send.came_back("the address bounced", Timestamp::UNIX_EPOCH);
        let noted = back(entry(SendState::Sent)).unwrap();
        assert_eq!((noted.state, noted.reason.as_deref()), (SendState::Sent, Some("the address bounced")));
        assert_eq!(back(noted), None);
        assert_eq!(back(entry(SendState::Unknown)), None);
    }

    #[test]
    fn an_unknown_send_is_resolved_by_ses() {
        let told =
            |state, kind| entry(state).noticed(kind, Some("1".into()), Timestamp::UNIX_EPOCH).map(|send| send.state);
        assert_eq!(told(SendState::Unknown, "Delivery"), Some(SendState::Sent));
        assert_eq!(told(SendState::Claimed, "Send"), Some(SendState::Sent));
        assert_eq!(told(SendState::Unknown, "Reject"), Some(SendState::Failed));
        assert_eq!(told(SendState::Sent, "Delivery"), None);
    }
}
