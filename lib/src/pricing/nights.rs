//! Which row prices which night.
//!
//! Invariant: the runs of a stay cover each of its nights once and in order; a night without a period has no row.

use jiff::{ToSpan, civil::Date};

use super::request::EstimateChoice;
use crate::{
    party::Stay,
    rates::{Plan, RateRow},
};

/// How many years back a rate may be borrowed from.
const MOST_YEARS_BACK: i16 = 10;

/// Consecutive nights of one row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run<'a> {
    /// The row they belong to, or are estimated by; none when the sheet has none.
    pub(super) row: Option<&'a RateRow>,
    /// First of them.
    pub(super) first: Date,
    /// How many.
    pub(super) nights: u32,
    /// Whether the row is of an earlier season.
    pub(super) estimate: bool,
}

/// The nights of a stay by the rows of a plan.
pub(super) fn runs<'a>(plan: Plan<'a>, stay: Stay, choice: EstimateChoice) -> Vec<Run<'a>> {
    let mut runs = Vec::with_capacity(2);
    let mut night = stay.check_in;
    while night < stay.check_out {
        let (row, next) = plan.period_and_next(night);
        let own_end = row.and_then(|row| row.valid_to.tomorrow().ok()).unwrap_or(stay.check_out);
        let end = own_end.min(next.unwrap_or(stay.check_out)).min(stay.check_out);
        match (row, choice) {
            (None, EstimateChoice::LastSeason) => borrow_nights(&mut runs, plan, night, end),
            _ => runs.push(Run { row, first: night, nights: days_between(night, end), estimate: false }),
        }
        night = end;
    }
    runs
}

/// Prices each night before `end` by the same date of the latest earlier year that has a period; from the first night that
/// has none on, the nights stay without a row.
fn borrow_nights<'a>(runs: &mut Vec<Run<'a>>, plan: Plan<'a>, first: Date, end: Date) {
    let stay = Stay { check_in: first, check_out: end };
    for night in stay.nights() {
        let row = (1..=MOST_YEARS_BACK).find_map(|years| plan.period(night.checked_sub(years.years()).ok()?));
        let Some(row) = row else {
            runs.push(Run { row: None, first: night, nights: days_between(night, end), estimate: false });
            return;
        };
        match runs.last_mut() {
            Some(run) if run.estimate && run.row.is_some_and(|last| std::ptr::eq(last, row)) => run.nights += 1,
            _ => runs.push(Run { row: Some(row), first: night, nights: 1, estimate: true }),
        }
    }
}

fn days_between(first: Date, end: Date) -> u32 {
    Stay { check_in: first, check_out: end }.night_count()
}
