//! What pricing answers: options that are alternatives of each other, and the plans that were refused with their reason.
//!
//! Invariant: a total belongs to one option; nothing here sums over options.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::trace::Trace;
use crate::money::Money;

/// The answer to one question for prices.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Offer {
    /// Alternatives, best first; the first is the main one.
    pub options: Vec<PricedOption>,
    /// Plans that were considered and cannot be offered.
    pub refused: Vec<Refusal>,
}

/// One alternative: every room in one plan of one hotel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PricedOption {
    /// Hotel as in the rate sheet.
    pub hotel: String,
    /// Destination as in the rate sheet.
    pub destination: String,
    /// Country as in the rate sheet.
    pub country: String,
    /// Room type as in the rate sheet.
    pub room_type: String,
    /// Board code: `RO BB HB FB AI SC`.
    pub board: String,
    /// Star rating.
    pub stars: u8,
    /// Whether this is the one recommended.
    pub is_main: bool,
    /// Whether a night was priced from another season by a consultant's explicit choice.
    pub estimate: bool,
    /// One line per room, one per extra, and perhaps one for rounding; they add up to the total.
    pub lines: Vec<Line>,
    /// Extras the traveller may add, outside the total.
    #[serde(default)]
    pub optional_extras: Vec<Line>,
    /// What this option costs.
    pub total: Money,
    /// Total divided by paying people: shown, not billed.
    pub per_person: Money,
    /// Margin in percent of the total.
    #[schema(value_type = String, example = "12.50")]
    pub margin_pct: Decimal,
}

/// One line of an option.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Line {
    /// What the line is for.
    pub kind: LineKind,
    /// Which room, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<u32>,
    /// For people.
    pub description: String,
    /// What the agency owes its supplier, in the rate sheet's currency.
    pub net: Money,
    /// What the traveller pays, rounded once, in the display currency.
    pub amount: Money,
    /// How the amount came about.
    pub trace: Trace,
}

/// What a line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// A room for all nights.
    Accommodation,
    /// An extra.
    Extra,
    /// The step up to a round total.
    Rounding,
    /// Something the agency arranges besides.
    Own,
    /// Something the traveller arranges: on the quote as a reminder, without an amount.
    OwnArrangement,
}

/// A plan that cannot be offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Refusal {
    /// Hotel as in the rate sheet.
    pub hotel: String,
    /// Room type as in the rate sheet.
    pub room_type: String,
    /// Board code.
    pub board: String,
    /// Why not.
    pub reason: RefusalReason,
    /// For people: which night, which room, which rate.
    pub detail: String,
}

/// Why a plan cannot be offered (`product.md` section 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RefusalReason {
    /// A night has no period.
    UnratedNight,
    /// A night lies in a period that is not sold.
    StopSell,
    /// The stay is too short for the check-in period.
    MinNights,
    /// Too many adults in a room.
    MaxAdults,
    /// Too many people in a room.
    MaxOccupancy,
    /// No exchange rate into the display currency.
    FxMissing,
}
