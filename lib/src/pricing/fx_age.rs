//! Exchange rates that somebody should look at: old ones, and those a sheet needs and nobody noted.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::settings::{FxRate, Settings};
use crate::{money::Currency, rates::RateBook};

/// Days after which a rate is old.
const OLD_AFTER_DAYS: i64 = 7;

/// An exchange rate that somebody should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FxWarning {
    /// Currency of the sheet.
    pub from: Currency,
    /// Currency of the quote.
    pub to: Currency,
    /// Why.
    pub reason: FxWarningReason,
    /// Whole days since it was noted; absent for one that is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_days: Option<i64>,
}

/// Why an exchange rate should be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FxWarningReason {
    /// It was noted more than seven days ago.
    Old,
    /// It is noted for a day to come.
    Ahead,
    /// The rate sheet or an extra is in this currency, and there is no rate.
    Missing,
}

/// What to look at, rates in their order, then missing ones by currency.
#[must_use]
pub fn fx_warnings(settings: &Settings, book: &RateBook, now: Timestamp) -> Vec<FxWarning> {
    let to = settings.display_currency;
    let noted = settings.fx.iter().filter_map(|fx| aged(fx, now));
    let used: BTreeSet<&str> =
        book.plans().filter_map(|plan| plan.periods().first().map(|row| row.currency.code())).collect();
    let extras = settings.extras.iter().map(|extra| extra.currency.code());
    let known = |code: &str| code == to.code() || settings.fx.iter().any(|fx| fx.to == to && fx.from.code() == code);
    let missing: BTreeSet<&str> = used.iter().copied().chain(extras).filter(|code| !known(code)).collect();
    let lacking = missing.into_iter().filter_map(|code| {
        Some(FxWarning { from: code.parse().ok()?, to, reason: FxWarningReason::Missing, age_days: None })
    });
    noted.chain(lacking).collect()
}

fn aged(fx: &FxRate, now: Timestamp) -> Option<FxWarning> {
    let noted = fx.as_of.parse::<Timestamp>().ok().or_else(|| {
        let day: Date = fx.as_of.parse().ok()?;
        Some(day.to_zoned(TimeZone::UTC).ok()?.timestamp())
    })?;
    let days = now.duration_since(noted).as_hours().div_euclid(24);
    let reason = match days {
        ..=-2 => FxWarningReason::Ahead,
        -1..=OLD_AFTER_DAYS => return None,
        _ => FxWarningReason::Old,
    };
    Some(FxWarning { from: fx.from, to: fx.to, reason, age_days: Some(days) })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use crate::{pricing::sample::settings, rates::sample::rows};

    #[test]
    fn old_early_and_missing_rates_are_told() {
        let mut settings = settings("fx=EUR:20 fx=USD:18 fx=GBP:23 extra=visa:person:50:KES");
        for (place, as_of) in ["2027-03-01", "2027-03-10T08:00:00Z", "2027-04-01"].into_iter().enumerate() {
            settings.fx[place].as_of = as_of.to_owned();
        }
        let book = RateBook::compile(rows(&["currency=EUR", "hotel=B, currency=CHF", "hotel=C, currency=ZAR"]));
        let now: Timestamp = "2027-03-11T08:00:00Z".parse().unwrap();
        let told: Vec<_> = fx_warnings(&settings, &book, now)
            .iter()
            .map(|one| (one.from.code().to_owned(), one.reason, one.age_days))
            .collect();
        let expected = [
            ("EUR", FxWarningReason::Old, Some(10)),
            ("GBP", FxWarningReason::Ahead, Some(-21)),
            ("CHF", FxWarningReason::Missing, None),
            ("KES", FxWarningReason::Missing, None),
        ];
        assert_eq!(told, expected.map(|(code, reason, days)| (code.to_owned(), reason, days)));
    }
}
