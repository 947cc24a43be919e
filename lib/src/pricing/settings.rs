//! What an agency adds to its sheets' prices: markup, exchange rates, extras and rounding.
//!
//! Invariant: settings are frozen with a revision; pricing reads nothing else of the agency.

use std::collections::HashSet;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{error::FieldError, money::Currency, tenant::Config};

/// Most extras or rates an agency keeps.
const MOST_RECORDS: usize = 1_000;

/// Everything beside the rows and the request that a price depends on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Currency of every amount the traveller sees.
    pub display_currency: Currency,
    /// Added to net prices, in percent.
    #[schema(value_type = String, example = "12.5")]
    pub markup_pct: Decimal,
    /// Added to exchange rates, in percent.
    #[schema(value_type = String, example = "2")]
    pub fx_buffer_pct: Decimal,
    /// Totals are raised to the next multiple of it; 0 leaves them.
    #[schema(value_type = String, example = "10")]
    pub rounding_step: Decimal,
    /// Extras, in the order they are shown.
    pub extras: Vec<Extra>,
    /// Exchange rates.
    pub fx: Vec<FxRate>,
}

/// Something that is sold beside the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Extra {
    /// Short code, unique.
    pub code: String,
    /// For people.
    pub name: String,
    /// What the price is for.
    pub unit: ExtraUnit,
    /// What the traveller pays for one unit; no markup is added.
    #[schema(value_type = String, example = "450.00")]
    pub price: Decimal,
    /// Currency of the price (ISO 4217).
    pub currency: Currency,
    /// Whether the traveller may leave it out; then it stands outside the total.
    #[serde(default)]
    pub optional: bool,
}

/// What an extra's price is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExtraUnit {
    /// Each person, children included.
    Person,
    /// All together.
    Booking,
    /// Each night.
    Night,
    /// Each person, each night.
    PersonNight,
}

/// What one unit of a currency costs in another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FxRate {
    /// Currency of the sheet.
    pub from: Currency,
    /// Currency of the quote.
    pub to: Currency,
    /// Units of `to` for one unit of `from`.
    #[schema(value_type = String, example = "18.4275")]
    pub rate: Decimal,
    /// When the rate was noted: RFC 3339, or a date.
    #[schema(example = "2027-03-01T09:00:00Z")]
    pub as_of: String,
    /// Who noted it, such as a bank.
    pub source: String,
}

impl Settings {
    /// An agency's settings with its extras and rates.
    #[must_use]
    pub fn new(config: &Config, extras: Vec<Extra>, fx: Vec<FxRate>) -> Self {
        Self {
            display_currency: config.display_currency(),
            markup_pct: config.quoting.markup_pct,
            fx_buffer_pct: config.quoting.fx_buffer_pct,
            rounding_step: config.quoting.rounding_step,
            extras,
            fx,
        }
    }
}

/// Every field of `PUT /extras {items}` that breaks a rule, such as `items[2].price`.
#[must_use]
pub fn extras_faults(items: &[Extra]) -> Vec<FieldError> {
    if items.len() > MOST_RECORDS {
        return vec![FieldError::new("items", "at most 1,000")];
    }
    let mut faults = Vec::new();
    let mut codes = HashSet::new();
    for (i, extra) in items.iter().enumerate() {
        let rules = [
            (is_text(&extra.code, 40), "code", "1 to 40 characters"),
            (codes.insert(extra.code.trim()), "code", "stands twice"),
            (is_text(&extra.name, 200), "name", "1 to 200 characters"),
            (is_amount(extra.price, 12, 4), "price", "0 to 1000000000000, with at most 4 decimals"),
        ];
        faults.extend(broken(&format!("items[{i}]"), &rules));
    }
    faults
}

/// Every field of `PUT /fx {rates}` that breaks a rule, such as `rates[0].rate`.
#[must_use]
pub fn fx_faults(rates: &[FxRate]) -> Vec<FieldError> {
    if rates.len() > MOST_RECORDS {
        return vec![FieldError::new("rates", "at most 1,000")];
    }
    let mut faults = Vec::new();
    let mut pairs = HashSet::new();
    for (i, fx) in rates.iter().enumerate() {
        let rules = [
            (fx.from != fx.to, "to", "the same currency as from"),
            (pairs.insert((fx.from, fx.to)), "from", "this pair stands twice"),
            (
                !fx.rate.is_zero() && is_amount(fx.rate, 9, 12),
                "rate",
                "above 0, at most 1000000000, with at most 12 decimals",
            ),
            (is_time(&fx.as_of), "as_of", "a time is written as in RFC 3339, a date YYYY-MM-DD"),
            (is_text(&fx.source, 200), "source", "1 to 200 characters"),
        ];
        faults.extend(broken(&format!("rates[{i}]"), &rules));
    }
    faults
}

fn broken(record: &str, rules: &[(bool, &str, &str)]) -> Vec<FieldError> {
    let broken = rules.iter().filter(|(holds, ..)| !holds);
    broken.map(|(_, field, message)| FieldError::new(format!("{record}.{field}"), *message)).collect()
}

fn is_text(text: &str, most: usize) -> bool {
    !text.trim().is_empty() && text.chars().take(most + 1).count() <= most && !text.chars().any(char::is_control)
}

/// Not negative, at most `10^zeros`, at most `decimals` places: what keeps every product exact.
fn is_amount(amount: Decimal, zeros: u32, decimals: u32) -> bool {
    (Decimal::ZERO..=Decimal::from(10_u64.pow(zeros))).contains(&amount) && amount.scale() <= decimals
}

fn is_time(text: &str) -> bool {
    let is_date = text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok();
    is_date || text.parse::<jiff::Timestamp>().is_ok()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    fn told(faults: Vec<FieldError>) -> Vec<String> {
        faults.into_iter().map(|fault| format!("{}: {}", fault.field, fault.message)).collect()
    }

    #[test]
    fn every_bad_field_of_an_extra_is_named() {
        let json = r#"[{"code":"A","name":"Transfer","unit":"person","price":"10.5","currency":"EUR"},
            {"code":"A ","name":" ","unit":"booking","price":"-1","currency":"EUR","optional":true},
            {"code":"","name":"Levy","unit":"person_night","price":0.00001,"currency":"EUR"}]"#;
        let expected = [
            "items[1].code: stands twice",
            "items[1].name: 1 to 200 characters",
            "items[1].price: 0 to 1000000000000, with at most 4 decimals",
            "items[2].code: 1 to 40 characters",
            "items[2].price: 0 to 1000000000000, with at most 4 decimals",
        ];
        assert_eq!(told(extras_faults(&serde_json::from_str::<Vec<Extra>>(json).unwrap())), expected);
        let unknown = r#"[{"code":"A","name":"B","unit":"week","price":"1","currency":"EUR"}]"#;
        assert!(serde_json::from_str::<Vec<Extra>>(unknown).is_err());
    }

    #[test]
    fn every_bad_field_of_a_rate_is_named() {
        let json = r#"[{"from":"EUR","to":"ZAR","rate":"20.123456789012","as_of":"2027-03-01","source":"bank"},
            {"from":"EUR","to":"ZAR","rate":"0","as_of":"2027-03-01T09:00:00Z","source":"bank"},
            {"from":"ZAR","to":"ZAR","rate":"1000000001","as_of":"yesterday","source":""}]"#;
        let expected = [
            "rates[1].from: this pair stands twice",
            "rates[1].rate: above 0, at most 1000000000, with at most 12 decimals",
            "rates[2].to: the same currency as from",
            "rates[2].rate: above 0, at most 1000000000, with at most 12 decimals",
            "rates[2].as_of: a time is written as in RFC 3339, a date YYYY-MM-DD",
            "rates[2].source: 1 to 200 characters",
        ];
        assert_eq!(told(fx_faults(&serde_json::from_str::<Vec<FxRate>>(json).unwrap())), expected);
    }
}
