//! An enquiry: what a traveller asks for, each value with the evidence it was read from (`product.md` section 4).
//!
//! Invariant: what the mail does not say is absent. A value without a span in a message is `inferred` or `default` and says so.

mod amend;
mod assign;
mod board_stars;
mod budget;
mod contact;
mod dates;
mod edit;
pub mod eval;
mod form;
mod gazetteer;
mod language;
mod numbers;
mod party;
mod places;
mod read;
mod record;
mod row;
mod scan;
mod state;
mod stay;
mod stay_length;
mod telephone;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests;
mod travel;
mod wishes;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub(crate) use self::read::nights_between;
pub use self::{
    amend::{Change, amend, changes, read_amendment},
    assign::consultant_in_turn,
    dates::DateOrder,
    edit::{ContactEdits, FieldEdits},
    gazetteer::Gazetteer,
    language::language_of,
    read::{Context, HotelName, Mail, extract},
    record::{Correspondence, Enquiry, EnquiryEvent, EnquiryView, Reply},
    row::{EnquiryFilter, EnquiryRow, search_form},
    state::{EnquiryState, IllegalStep, Step},
    stay::{Plan, missing, stay_and_party},
};
use crate::{money::Currency, party::Room};

/// The names of the fields, as in the API and in `required_enquiry_fields`.
pub const FIELD_NAMES: [&str; 15] = [
    "destinations",
    "origin",
    "dates",
    "nights",
    "rooms",
    "room_count",
    "adults",
    "children",
    "child_ages",
    "budget",
    "board",
    "stars",
    "requested_hotels",
    "contact",
    "special_requests",
];

/// A value and why we believe it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Evidence<T> {
    /// What was understood.
    pub value: T,
    /// Whether the traveller said it.
    pub origin: Origin,
    /// 0 to 1.
    pub confidence: Confidence,
    /// The words it was read from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Whether the traveller said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// In so many words.
    Stated,
    /// Follows from what was said ("family of four").
    Inferred,
    /// The tenant's default.
    Default,
}

/// Confidence in hundredths; on the wire a number from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(from = "f64", into = "f64")]
#[schema(value_type = f64, example = 0.97)]
pub struct Confidence(pub u8);

impl From<Confidence> for f64 {
    #[expect(clippy::float_arithmetic, reason = "a confidence is no money; the wire shows it from 0 to 1")]
    fn from(confidence: Confidence) -> Self {
        Self::from(confidence.0) / 100.0
    }
}

impl From<f64> for Confidence {
    #[expect(
        clippy::float_arithmetic,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0..=100 first"
    )]
    fn from(share: f64) -> Self {
        Self((share * 100.0).round().clamp(0.0, 100.0) as u8)
    }
}

/// A span of one message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Source {
    /// Message the words stand in; empty for text that was never a message.
    pub message_id: String,
    /// Which part of it.
    pub part: Part,
    /// The words themselves.
    pub text: String,
    /// First character, counted in Unicode scalar values from 0.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
}

/// The part of a message a span counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The subject line.
    Subject,
    /// The stripped text.
    Text,
    /// The sender's name or address.
    From,
    /// The signature.
    Signature,
    /// Entered by a member of the agency.
    Edited,
}

/// Everything understood of an enquiry. Absent is not known.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Fields {
    /// Where to, in the order named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destinations: Option<Evidence<Vec<String>>>,
    /// Where from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Evidence<String>>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dates: Option<Evidence<Dates>>,
    /// How many nights.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nights: Option<Evidence<u32>>,
    /// The party by rooms, only when the mail divides it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rooms: Option<Evidence<Vec<Room>>>,
    /// How many rooms, when the mail does not divide the party.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room_count: Option<Evidence<u32>>,
    /// How many adults.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adults: Option<Evidence<u32>>,
    /// How many children.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub children: Option<Evidence<u32>>,
    /// Their ages in years, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub child_ages: Option<Evidence<Vec<u8>>>,
    /// What it may cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<Evidence<Budget>>,
    /// Which meals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub board: Option<Evidence<Board>>,
    /// Least star rating asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stars: Option<Evidence<u8>>,
    /// Hotels asked for by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requested_hotels: Option<Evidence<Vec<String>>>,
    /// What they like to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interests: Option<Evidence<Vec<String>>>,
    /// Anything else asked for, in the traveller's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub special_requests: Option<Evidence<String>>,
    /// Who asks.
    pub contact: Contact,
    /// Whether this is a request for travel at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_travel_enquiry: Option<Evidence<bool>>,
}

/// Who asks, each part with its own evidence.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Contact {
    /// Full name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Evidence<String>>,
    /// Mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<Evidence<String>>,
    /// Telephone number in E.164.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<Evidence<String>>,
}

/// When the party travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Dates {
    /// On these dates.
    Exact {
        /// First night.
        #[schema(value_type = String, format = Date)]
        check_in: Date,
        /// Morning after the last night.
        #[schema(value_type = String, format = Date)]
        check_out: Date,
    },
    /// Some time between.
    Window {
        /// Earliest first night.
        #[schema(value_type = String, format = Date)]
        earliest: Date,
        /// Latest morning after.
        #[schema(value_type = String, format = Date)]
        latest: Date,
    },
    /// Some time in a month.
    Month {
        /// `YYYY-MM`.
        #[schema(example = "2027-07")]
        month: String,
    },
}

impl Dates {
    /// Whether the dates are in order and the month is one.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        match self {
            Self::Exact { check_in, check_out } => check_in < check_out,
            Self::Window { earliest, latest } => earliest <= latest,
            Self::Month { month } => format!("{month}-01").parse::<Date>().is_ok(),
        }
    }
}

/// What it may cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Budget {
    /// The amount, or the lower end of a range.
    #[serde(with = "rust_decimal::serde::str")]
    #[schema(value_type = String, example = "80000")]
    pub amount: Decimal,
    /// The upper end of a range.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "rust_decimal::serde::str_option")]
    #[schema(value_type = Option<String>)]
    pub max: Option<Decimal>,
    /// Stated, or the tenant's own when the mail gives none.
    pub currency: Currency,
    /// What the amount is for.
    pub basis: BudgetBasis,
}

/// What a budget is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BudgetBasis {
    /// Everybody, the whole stay.
    Total,
    /// Each person, the whole stay.
    PerPerson,
    /// Each night, everybody.
    PerNight,
}

/// Which meals are included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Board {
    /// None.
    RoomOnly,
    /// Breakfast.
    BedAndBreakfast,
    /// Breakfast and dinner.
    HalfBoard,
    /// Three meals.
    FullBoard,
    /// Meals and drinks.
    AllInclusive,
    /// A kitchen of one's own.
    SelfCatering,
}

impl Board {
    /// Every board with the code rate sheets use.
    pub const CODES: [(Self, &'static str); 6] = [
        (Self::RoomOnly, "RO"),
        (Self::BedAndBreakfast, "BB"),
        (Self::HalfBoard, "HB"),
        (Self::FullBoard, "FB"),
        (Self::AllInclusive, "AI"),
        (Self::SelfCatering, "SC"),
    ];

    /// The code rate sheets use: `RO BB HB FB AI SC`.
    #[must_use]
    pub fn code(self) -> &'static str {
        Self::CODES.iter().find(|(board, _)| *board == self).map_or("RO", |(_, code)| code)
    }

    /// Reads a rate sheet's code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().find(|(_, known)| *known == code).map(|(board, _)| *board)
    }
}
