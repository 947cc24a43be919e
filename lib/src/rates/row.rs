//! One row of a rate sheet: one period of one plan, all its columns typed.
//!
//! Invariant: a row whose [`RateRow::faults`] is empty can be priced without guessing.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use super::{bands::ChildBands, board_code};
use crate::{enquiry::Board, error::FieldError, money::Currency};

/// Longest name, in characters.
const MAX_NAME: usize = 200;
/// Most decimals of a price or percentage: it keeps every product exact.
const MAX_DECIMALS: u32 = 4;
/// Most digits before the point that are read at all.
const MAX_WHOLE_DIGITS: usize = 13;

/// One period of one plan. Field names are those of the CSV columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RateRow {
    /// Name of the hotel.
    pub hotel: String,
    /// Name of the place.
    pub destination: String,
    /// Name of the country; may be empty.
    #[serde(default)]
    pub country: String,
    /// Star rating, 0 (none) to 7.
    #[serde(default)]
    pub stars: u8,
    /// Name of the room type.
    pub room_type: String,
    /// Most adults in one room.
    pub max_adults: u32,
    /// Most people in one room.
    pub max_occupancy: u32,
    /// Board code: `RO BB HB FB AI SC`.
    #[serde(with = "board_code")]
    #[schema(value_type = String, example = "HB")]
    pub board: Board,
    /// First night of the period.
    #[schema(value_type = String, format = Date, example = "2027-07-01")]
    pub valid_from: Date,
    /// Last night of the period, inclusive.
    #[schema(value_type = String, format = Date, example = "2027-07-31")]
    pub valid_to: Date,
    /// Currency of every amount in the row (ISO 4217).
    pub currency: Currency,
    /// Whether the price is what the agency pays or what the traveller pays.
    pub basis: Basis,
    /// What the price is for.
    pub unit: Unit,
    /// Price for one unit.
    #[schema(value_type = String, example = "2450.00")]
    pub price: Decimal,
    /// Added for an adult alone in a room, where the price is per person.
    #[serde(default)]
    #[schema(value_type = String, example = "0")]
    pub single_supplement: Decimal,
    /// People that a room's price covers; in a sheet, blank is `max_occupancy`.
    pub included: u32,
    /// What each adult beyond `included` pays, where the price is per room.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "600.00")]
    pub extra_adult: Option<Decimal>,
    /// What children pay; a child in no band pays as an adult.
    #[serde(default)]
    pub child_bands: ChildBands,
    /// Percent of a gross price that the agency keeps.
    #[serde(default)]
    #[schema(value_type = String, example = "12.5")]
    pub commission_pct: Decimal,
    /// Fewest nights of a stay that begins in the period.
    #[serde(default)]
    pub min_nights: u32,
    /// Whether the period is not sold.
    #[serde(default)]
    pub stop_sell: bool,
}

/// Whether a price is what the agency pays or what the traveller pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// What the agency pays; the traveller pays the markup on top.
    Net,
    /// What the traveller pays; the agency keeps its commission.
    Gross,
}

/// What a price is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// One person, one night.
    PersonNight,
    /// One room, one night.
    RoomNight,
    /// One person, the whole stay.
    PersonStay,
    /// One room, the whole stay.
    RoomStay,
}

/// A row with its id, as `GET /rates` answers it and `PUT /rates/{id}` takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RateRecord {
    /// Id of the row, made of hotel, room type, board and first night; ignored in a body.
    #[serde(default)]
    #[schema(read_only)]
    pub id: String,
    /// The columns.
    #[serde(flatten)]
    pub row: RateRow,
}

impl From<RateRow> for RateRecord {
    fn from(row: RateRow) -> Self {
        Self { id: row.id(), row }
    }
}

/// A rule that a row breaks.
pub(super) struct Fault {
    /// The column to correct.
    pub(super) field: &'static str,
    /// Other columns the rule compares it with.
    pub(super) against: &'static [&'static str],
    /// What is wrong.
    pub(super) message: &'static str,
}

impl RateRow {
    /// The row's id: 32 hex digits made of hotel, room type, board and first night, the same wherever the row stands.
    #[must_use]
    pub fn id(&self) -> String {
        let mut hash = Sha256::new();
        let valid_from = self.valid_from.to_string();
        for part in [self.hotel.as_str(), &self.room_type, self.board.code(), &valid_from] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        hash.finalize().iter().take(16).flat_map(|byte| [byte >> 4, byte & 15]).map(hex_digit).collect()
    }

    /// Whether two rows are periods of one plan.
    #[must_use]
    pub fn same_plan(&self, other: &Self) -> bool {
        self.hotel == other.hotel && self.room_type == other.room_type && self.board == other.board
    }

    /// Every column that breaks a rule of `product.md` section 5.
    #[must_use]
    pub fn faults(&self) -> Vec<FieldError> {
        self.broken_rules().map(|fault| FieldError::new(fault.field, fault.message)).collect()
    }

    pub(super) fn broken_rules(&self) -> impl Iterator<Item = Fault> {
        let names = [("hotel", &self.hotel), ("destination", &self.destination), ("room_type", &self.room_type)];
        let missing = names.into_iter().filter(|(_, name)| name.is_empty()).map(|(field, _)| (field, "missing"));
        let country = [("country", &self.country)];
        let unfit = names.into_iter().chain(country).filter_map(|(field, name)| Some((field, unfit_name(name)?)));
        let rules = [
            (self.stars <= 7, "stars", "0 to 7"),
            ((1..=99).contains(&self.max_adults), "max_adults", "1 to 99"),
            ((1..=99).contains(&self.max_occupancy), "max_occupancy", "1 to 99"),
            ((1..=99).contains(&self.included), "included", "1 to 99"),
            (self.min_nights <= 365, "min_nights", "0 to 365"),
            (is_price(self.price), "price", NOT_A_PRICE),
            (is_price(self.single_supplement), "single_supplement", NOT_A_PRICE),
            (self.extra_adult.is_none_or(is_price), "extra_adult", NOT_A_PRICE),
            (is_percent(self.commission_pct), "commission_pct", "0 to 100, with at most 4 decimals"),
        ];
        let ranges = rules.into_iter().filter(|(holds, ..)| !holds).map(|(_, field, message)| (field, message));
        let own = missing.chain(unfit).chain(ranges).map(|(field, message)| Fault { field, against: &[], message });
        own.chain(self.broken_relations())
    }

    fn broken_relations(&self) -> impl Iterator<Item = Fault> {
        let dates = Fault { field: "valid_to", against: &["valid_from"], message: "before valid_from" };
        let extra = Fault {
            field: "extra_adult",
            against: &["unit", "included", "max_occupancy"],
            message: "needed where a room may hold more people than its price includes",
        };
        let room = Fault { field: "max_occupancy", against: &["max_adults"], message: "fewer people than adults" };
        let backwards = (self.valid_to < self.valid_from).then_some(dates);
        let cramped = (self.max_occupancy < self.max_adults).then_some(room);
        let unpriced = self.unit.is_per_room() && self.included < self.max_occupancy && self.extra_adult.is_none();
        backwards.into_iter().chain(cramped).chain(unpriced.then_some(extra))
    }
}

impl Unit {
    /// Whether the price is for the whole stay.
    #[must_use]
    pub fn is_per_stay(self) -> bool {
        matches!(self, Self::PersonStay | Self::RoomStay)
    }

    /// Whether the price is for a room.
    #[must_use]
    pub fn is_per_room(self) -> bool {
        matches!(self, Self::RoomNight | Self::RoomStay)
    }
}

const NOT_A_PRICE: &str = "0 to 1000000000000, with at most 4 decimals";

/// Whether an amount may stand in a sheet: not negative, at most 10^12, at most four decimals.
pub(super) fn is_price(amount: Decimal) -> bool {
    let most = Decimal::from(1_000_000_000_000_u64);
    amount.scale() <= MAX_DECIMALS && amount <= most && (amount.is_zero() || amount.is_sign_positive())
}

fn is_percent(percent: Decimal) -> bool {
    is_price(percent) && percent <= Decimal::ONE_HUNDRED
}

/// Reads digits with an optional point between them; no sign, exponent, blank or thousands separator.
pub(super) fn read_decimal(text: &str) -> Option<Decimal> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits_only = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let short_enough = whole.len() <= MAX_WHOLE_DIGITS && decimals.len() <= 12;
    if digits_only(whole) && digits_only(decimals) && short_enough { Decimal::from_str_exact(text).ok() } else { None }
}

fn unfit_name(name: &str) -> Option<&'static str> {
    if name.chars().count() > MAX_NAME {
        Some("at most 200 characters")
    } else if name.chars().any(char::is_control) {
        Some("a name has no control characters")
    } else if name.trim() != name {
        Some("a name neither begins nor ends with a space")
    } else {
        None
    }
}

fn hex_digit(nibble: u8) -> char {
    char::from_digit(u32::from(nibble), 16).unwrap_or('0')
}
