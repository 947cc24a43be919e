//! What a quoted option would earn if its rooms were bought today.
//!
//! Invariant: the traveller pays what was quoted; only what the suppliers get is computed anew.

use rust_decimal::Decimal;

use super::{
    edit::{margin_pct, owed},
    exact::Exact,
    offer::PricedOption,
    price::price_edited,
    settings::Settings,
    snapshot::Snapshot,
};
use crate::rates::RateBook;

/// The margin of a frozen option at today's rates, in percent of the quoted total.
///
/// # Errors
/// Why the option cannot be had today, in words.
pub fn margin_today(
    book: &RateBook,
    settings: &Settings,
    snapshot: &Snapshot,
    option: &PricedOption,
) -> Result<Decimal, String> {
    let edits = snapshot.edits.only(option);
    // What was offered beside the rooms is bought as it was offered; only rates and exchange are today's.
    let today = Settings { fx: settings.fx.clone(), ..snapshot.settings.clone() };
    let offer = price_edited(book, &snapshot.request, &today, &edits);
    let Some(now) = offer.options.first() else {
        let why = offer.refused.first().map(|refusal| refusal.detail.clone());
        return Err(why.unwrap_or_else(|| "the plan is no longer in the rates".to_owned()));
    };
    let owed = now.lines.iter().try_fold(Exact::ZERO, |sum, line| sum.plus(owed(&line.trace)?));
    owed.and_then(|owed| margin_pct(option.total.amount, owed))
        .ok_or_else(|| "beyond what is computed exactly".to_owned())
}
