//! What a question is about.
//!
//! Invariant: every question has exactly one kind; it decides how the answer is made, never whether there is one.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::rates::folded;

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// A hotel and what it has.
    Hotel,
    /// What something costs.
    Price,
    /// A place.
    Destination,
    /// How the platform is used.
    Platform,
    /// Two or more things side by side.
    Comparison,
    /// A booking: making, changing, paying, cancelling.
    Booking,
    /// Anything else.
    General,
}

const COMPARISON: &[&str] =
    &["compare", "comparison", "difference", "differ", "versus", " vs ", "better", "which of", "which one"];
const PRICE: &[&str] =
    &["how much", "price", "cost", "rate for", "rates for", "quote for", "expensive", "cheap", "fee", "charge"];
const PLATFORM: &[&str] = &[
    "tripdesk",
    "console",
    "sign in",
    "log in",
    "login",
    "password",
    "upload",
    "import",
    "rate sheet",
    "two-factor",
    "totp",
    "mailbox",
    "dashboard",
    "notification",
];
const BOOKING: &[&str] = &[
    "book", "cancel", "reserv", "deposit", "balance", "refund", "pay", "instal", "amend", "voucher", "invoice",
    "confirm", "no show",
];
const HOTEL: &[&str] = &[
    "hotel",
    "resort",
    "lodge",
    "camp",
    "villa",
    "suite",
    "room",
    "pool",
    "check-in",
    "check in",
    "check-out",
    "check out",
    "breakfast",
    "dinner",
    "wi-fi",
    "wifi",
    "spa",
    "beach",
    "bar ",
    "guesthouse",
    "restaurant",
    "reception",
];

impl QuestionKind {
    /// Tells the kind by the words, and by the names of hotels and places that the agency knows.
    #[must_use]
    pub fn of(question: &str, hotels: &[String], places: &[String]) -> Self {
        let asked = format!(" {} ", folded(question));
        let any = |words: &[&str]| words.iter().any(|word| asked.contains(word));
        let names = |names: &[String]| {
            names.iter().map(|name| folded(name)).filter(|name| name.len() > 2).any(|name| asked.contains(&name))
        };
        if any(COMPARISON) {
            Self::Comparison
        } else if any(PLATFORM) {
            Self::Platform
        } else if any(PRICE) {
            Self::Price
        } else if names(hotels) {
            Self::Hotel
        } else if any(BOOKING) {
            Self::Booking
        } else if any(HOTEL) {
            Self::Hotel
        } else if names(places) {
            Self::Destination
        } else {
            Self::General
        }
    }
}
