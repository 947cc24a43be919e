//! How an amount came about, number by number.
//!
//! Invariant: every figure of a line can be recomputed from its trace alone, in the order nights, children and
//! supplements, sell, currency, rounding.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{describe, exact::Exact, settings::ExtraUnit};
use crate::{
    money::{Currency, Money},
    rates::{Basis, Unit},
};

/// How a line's amount came about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Trace {
    /// A room for all nights.
    Accommodation(RoomTrace),
    /// An extra.
    Extra(ExtraTrace),
    /// The step up to a round total.
    Rounding(StepTrace),
    /// A line of a consultant's own.
    Own(OwnTrace),
    /// An amount set by hand.
    Manual(ManualTrace),
}

/// What a line of a consultant's own costs the agency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OwnTrace {
    /// What the supplier gets, in the display currency.
    pub owed: Exact,
    /// Exchange into the display currency; absent when the net is in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fx: Option<FxTrace>,
}

/// An amount that a consultant set in place of the computed one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ManualTrace {
    /// The amount that was computed.
    pub instead_of: Money,
    /// Why it was set.
    pub reason: String,
    /// How the computed amount came about.
    #[schema(no_recursion)]
    pub computed: Box<Trace>,
}

/// How a room's amount came about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RoomTrace {
    /// Currency of the rate sheet; every figure up to `sell` is in it.
    pub currency: Currency,
    /// The nights, by the period that prices them.
    pub periods: Vec<PeriodTrace>,
    /// What the supplier gets: the sum over the periods.
    pub net: Exact,
    /// What the traveller pays before exchange: the sum over the periods.
    pub sell: Exact,
    /// Exchange into the display currency; absent when the sheet is in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fx: Option<FxTrace>,
    /// The one rounding of the line.
    pub rounding: RoundingTrace,
}

/// The nights that one row of the sheet prices.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PeriodTrace {
    /// Id of the row.
    pub rate_id: String,
    /// First night of the row's period.
    #[schema(value_type = String, format = Date)]
    pub valid_from: Date,
    /// Last night of the row's period.
    #[schema(value_type = String, format = Date)]
    pub valid_to: Date,
    /// First of the nights priced by it.
    #[schema(value_type = String, format = Date)]
    pub first_night: Date,
    /// How many nights in a row.
    pub nights: u32,
    /// Whether the row is of an earlier season.
    pub estimate: bool,
    /// What the price is for.
    pub unit: Unit,
    /// Whose price it is.
    pub basis: Basis,
    /// Price for one unit.
    #[schema(value_type = String)]
    pub price: Decimal,
    /// What each person adds, and by which rule.
    pub people: Vec<PersonTrace>,
    /// All people together, once.
    pub once: Exact,
    /// How often that is charged: the nights, or 1 for a price per stay.
    pub times: u32,
    /// `once` × `times`.
    pub subtotal: Exact,
    /// Percent added to a net price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub markup_pct: Option<Decimal>,
    /// Percent of a gross price that the agency keeps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub commission_pct: Option<Decimal>,
    /// What the supplier gets.
    pub net: Exact,
    /// What the traveller pays, before exchange.
    pub sell: Exact,
}

/// What one person adds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PersonTrace {
    /// Adult or child.
    pub who: Who,
    /// A child's age at check-in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<u8>,
    /// By which rule.
    pub rule: OccupancyRule,
    /// The child band that applied, as in the sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub band: Option<String>,
    /// Once; absent for a person whom a room's price includes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Exact>,
}

/// Adult or child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// An adult.
    Adult,
    /// A child in a band of the sheet.
    Child,
    /// A child in no band, which pays and counts as an adult.
    ChildAsAdult,
}

/// Why a person adds what they add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OccupancyRule {
    /// Pays the price.
    Adult,
    /// Pays the price and the supplement for being alone in the room.
    SingleAdult,
    /// Pays its band of the price.
    ChildBand,
    /// Is covered by the room's price.
    Included,
    /// Pays for an extra adult.
    ExtraAdult,
    /// Pays its band of the price for an extra adult.
    ExtraChild,
}

/// Exchange into the display currency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FxTrace {
    /// Currency before.
    pub from: Currency,
    /// Currency after.
    pub to: Currency,
    /// Units of `to` for one unit of `from`.
    #[schema(value_type = String)]
    pub rate: Decimal,
    /// Percent added to the rate.
    #[schema(value_type = String)]
    pub buffer_pct: Decimal,
    /// `rate` × (1 + `buffer_pct` / 100).
    pub effective: Exact,
    /// Who noted the rate.
    pub source: String,
    /// When it was noted.
    pub as_of: String,
}

/// The one rounding of a line: half away from zero.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RoundingTrace {
    /// Before.
    pub exact: Exact,
    /// Decimals kept: those of the display currency's minor unit.
    pub digits: u32,
    /// After.
    #[schema(value_type = String)]
    pub rounded: Decimal,
}

/// How an extra's amount came about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ExtraTrace {
    /// The extra's code.
    pub code: String,
    /// What its price is for.
    pub unit: ExtraUnit,
    /// Price for one unit.
    #[schema(value_type = String)]
    pub price: Decimal,
    /// Currency of the price.
    pub currency: Currency,
    /// Everybody who travels.
    pub people: u32,
    /// Nights of the stay.
    pub nights: u32,
    /// Units charged.
    pub units: u32,
    /// `price` × `units`.
    pub subtotal: Exact,
    /// Exchange into the display currency; absent when the price is in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fx: Option<FxTrace>,
    /// The one rounding of the line.
    pub rounding: RoundingTrace,
}

impl ExtraTrace {
    /// The extra's own name out of its line's words: without for how many it is, which another language says otherwise.
    #[must_use]
    pub fn name_in<'a>(&self, description: &'a str) -> &'a str {
        let units = describe::units(self.unit, self.people, self.nights);
        description.strip_suffix(units.as_str()).unwrap_or(description)
    }
}

/// How the step up to a round total came about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct StepTrace {
    /// Sum of the lines before.
    #[schema(value_type = String)]
    pub before: Decimal,
    /// The agency's step.
    #[schema(value_type = String)]
    pub step: Decimal,
    /// The next multiple of the step.
    #[schema(value_type = String)]
    pub after: Decimal,
}
