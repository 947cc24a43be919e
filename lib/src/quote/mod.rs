//! A quote: the agency's answer to an enquiry, in revisions that never change once sent (`product.md` section 6).
//!
//! Invariant: a state is a revision's. What was offered stands in the [`Revision`] and is frozen; what became of it stands
//! in its [`Head`], which the quote's record holds, so that one guarded write moves all of them together.

mod diff;
mod edit;
mod gate;
mod life;
#[cfg(test)]
mod machine;
mod state;
mod validity;
mod visit;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use diff::{FieldDiff, LineDiff, OptionChange, OptionDiff, RevisionDiff};
pub use gate::{GateInput, gate};
pub use life::NotNow;
pub use state::{Command, IllegalChange, State};
pub use validity::ends_at;
pub use visit::{Opening, SignedIn, is_view};

use crate::{
    money::Money,
    party::{Room, Stay},
    pricing::{PricedOption, Snapshot},
    seal,
    send::SendState,
};

/// Revisions that a quote may have.
pub const MAX_REVISIONS: u32 = 100;

/// A quote as stored, with the heads of its revisions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// UUID.
    pub id: String,
    /// `Q-<year>-<counter>`, counted per tenant.
    pub number: String,
    /// The enquiry it answers.
    pub enquiry_id: String,
    /// The latest revision.
    pub current: Head,
    /// Those before it, oldest first.
    #[serde(default)]
    pub earlier: Vec<Head>,
    /// Whom it is for.
    pub traveller: Traveller,
    /// The booking that came of it.
    #[serde(default)]
    pub booking_id: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Raised by one on every change.
    pub version: u64,
}

/// Whom a quote is for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Traveller {
    /// Name, when known.
    pub name: String,
    /// Address; empty when none is known.
    pub email: String,
}

/// What became of a revision, and what lists show of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Which revision, from 1.
    pub revision: u32,
    /// Which wish of the enquiry it answers (`Enquiry::revision`): a job that comes late finds its wish answered.
    pub answers: u32,
    /// Its state.
    pub state: State,
    /// When it was computed.
    pub created_at: Timestamp,
    /// Last day it holds, in the agency's time zone.
    pub valid_until: Date,
    /// Why it was not sent by itself; empty when it was.
    pub reasons: Vec<String>,
    /// How many alternatives it offers.
    pub options: u32,
    /// What the main option costs.
    #[serde(default)]
    pub main_total: Option<Money>,
    /// Where the main option is.
    #[serde(default)]
    pub main_hotel: Option<String>,
    /// SHA-256 of the frozen revision: what was offered, and what an acceptance accepts.
    pub hash: String,
    /// How far its latest mail has come.
    #[serde(default)]
    pub sending: Option<Sending>,
    /// When its mail was first known to have gone out.
    #[serde(default)]
    pub sent_at: Option<Timestamp>,
    /// When the traveller was reminded.
    #[serde(default)]
    pub reminded_at: Option<Timestamp>,
    /// What the traveller said.
    #[serde(default)]
    pub answer: Option<Answer>,
}

/// How far the mail of a revision has come, as its entry in the ledger says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = QuoteSending)]
pub struct Sending {
    /// The entry in the sending ledger.
    pub send_id: String,
    /// How far it has come.
    pub state: SendState,
    /// Why it failed or is not known.
    pub reason: Option<String>,
    /// When that was last noted.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
}

/// What a traveller said to a revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[schema(as = QuoteAnswer)]
pub enum Answer {
    /// Yes, to one of the options.
    Accepted(Acceptance),
    /// No.
    Declined(Decline),
}

/// The record of an acceptance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Acceptance {
    /// Which option, from 1.
    pub option: u32,
    /// Name as given.
    pub name: String,
    /// E-mail address as given.
    pub email: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Address the call came from.
    pub ip: Option<String>,
    /// SHA-256 of the revision that was accepted.
    pub revision_hash: String,
}

/// The record of a refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Decline {
    /// Why, in the traveller's words; empty when they gave none.
    pub reason: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Address the call came from.
    pub ip: Option<String>,
}

/// One revision: what was offered, frozen, with everything it was computed from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Revision {
    /// Which one, from 1.
    pub revision: u32,
    /// When it was computed.
    pub created_at: Timestamp,
    /// Check-in and check-out.
    pub stay: Stay,
    /// The party.
    pub rooms: Vec<Room>,
    /// The alternatives.
    pub options: Vec<PricedOption>,
    /// What they were computed from.
    pub snapshot: Snapshot,
    /// What was assumed where the enquiry left it open.
    pub notes: Vec<String>,
}

impl Revision {
    /// SHA-256 of the whole revision as it is stored.
    #[must_use]
    pub fn hash(&self) -> String {
        seal::digest(&serde_json::to_vec(self).unwrap_or_default())
    }

    /// The alternative of this number, from 1.
    #[must_use]
    pub fn option(&self, number: u32) -> Option<&PricedOption> {
        self.options.get(usize::try_from(number).ok()?.checked_sub(1)?)
    }
}

impl Head {
    /// The head of a revision that was just computed: a draft.
    #[must_use]
    pub fn of(revision: &Revision, answers: u32, valid_until: Date, reasons: Vec<String>) -> Self {
        let main = revision.options.first();
        Self {
            revision: revision.revision,
            answers,
            state: State::Draft,
            created_at: revision.created_at,
            valid_until,
            reasons,
            options: u32::try_from(revision.options.len()).unwrap_or(u32::MAX),
            main_total: main.map(|option| option.total),
            main_hotel: main.map(|option| option.hotel.clone()),
            hash: revision.hash(),
            sending: None,
            sent_at: None,
            reminded_at: None,
            answer: None,
        }
    }

    /// What the traveller accepted, if they did.
    #[must_use]
    pub fn acceptance(&self) -> Option<&Acceptance> {
        match &self.answer {
            Some(Answer::Accepted(acceptance)) => Some(acceptance),
            Some(Answer::Declined(_)) | None => None,
        }
    }

    /// How far its mail has come, if one was ever written down.
    #[must_use]
    pub fn send_state(&self) -> Option<SendState> {
        self.sending.as_ref().map(|sending| sending.state)
    }

    /// Whether the traveller may have it: its mail went out, or may have.
    #[must_use]
    pub fn may_have_arrived(&self) -> bool {
        self.sent_at.is_some() || matches!(self.send_state(), Some(SendState::Pending | SendState::Unknown))
    }
}

impl Quote {
    /// File of a revision's PDF, named by what was frozen: of two who change a draft at once, the one who comes too late
    /// leaves the other's PDF alone.
    #[must_use]
    pub fn pdf_file(&self, revision: u32) -> String {
        let hash = self.head(revision).map_or("", |head| head.hash.as_str());
        format!("quotes/{}/r{revision}-{}.pdf", self.id, hash.get(..16).unwrap_or(hash))
    }

    /// The heads of all revisions, oldest first.
    pub fn heads(&self) -> impl Iterator<Item = &Head> {
        self.earlier.iter().chain([&self.current])
    }

    /// The head of one revision.
    #[must_use]
    pub fn head(&self, revision: u32) -> Option<&Head> {
        self.heads().find(|head| head.revision == revision)
    }

    /// The revision that counts: the accepted one, or else the latest.
    #[must_use]
    pub fn standing(&self) -> &Head {
        self.heads().find(|head| head.state == State::Accepted).unwrap_or(&self.current)
    }

    /// The revision that the traveller can accept now.
    #[must_use]
    pub fn offered(&self) -> Option<&Head> {
        self.heads().filter(|head| matches!(head.state, State::Sent | State::Viewed)).last()
    }
}
