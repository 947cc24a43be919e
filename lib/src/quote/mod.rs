//! A quote: the agency's answer to an enquiry, in revisions that never change once sent (`product.md` section 6).

mod diff;
mod gate;
mod state;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use diff::{FieldDiff, LineDiff, OptionChange, OptionDiff, RevisionDiff};
pub use gate::{GateInput, gate};
pub use state::{Command, IllegalChange, State};

use crate::{
    money::Money,
    party::{Room, Stay},
    pricing::{PricedOption, Snapshot},
};

/// A quote as stored; its revisions are records of their own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// UUID.
    pub id: String,
    /// `Q-<year>-<counter>`, counted per tenant.
    pub number: String,
    /// The enquiry it answers.
    pub enquiry_id: String,
    /// State of the current revision.
    pub state: State,
    /// The current revision, from 1.
    pub revision: u32,
    /// Last day it holds, in the agency's time zone.
    pub valid_until: Date,
    /// Why it was not sent by itself; empty when it was.
    pub reasons: Vec<String>,
    /// Whom it is for.
    pub traveller: Traveller,
    /// What the main option costs, for lists.
    #[serde(default)]
    pub main_total: Option<Money>,
    /// Where the main option is, for lists.
    #[serde(default)]
    pub main_hotel: Option<String>,
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

impl Quote {
    /// File of a revision's PDF.
    #[must_use]
    pub fn pdf_file(&self, revision: u32) -> String {
        format!("quotes/{}/r{revision}.pdf", self.id)
    }

    /// The quote after a command, or why that is not allowed now.
    ///
    /// # Errors
    /// [`IllegalChange`] when the state does not allow the command.
    pub fn after(self, command: Command, now: Timestamp) -> Result<Self, IllegalChange> {
        let state = self.state.after(command)?;
        Ok(Self { state, updated_at: now, version: self.version + 1, ..self })
    }
}
