//! Dates in running text: what calendar days the words mean, seen from the day the mail was written.
//!
//! Invariant: a mention's days follow from its words, the reference day and, where 03/04 could be either, the tenant's order
//! of day and month (then marked ambiguous). Nothing is known here of travel.

mod holidays;
mod numeric;
mod period;
mod piece;
mod range;
mod relative;
mod words;

use jiff::{Span, civil::Date};

use super::scan::Scan;

/// Which comes first in 03/04.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// 3 April.
    DayFirst,
    /// March 4.
    MonthFirst,
}

impl DateOrder {
    fn other(self) -> Self {
        match self {
            Self::DayFirst => Self::MonthFirst,
            Self::MonthFirst => Self::DayFirst,
        }
    }
}

/// What dates are read against.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reference {
    pub(crate) today: Date,
    pub(crate) order: DateOrder,
    /// Whether summer is in January where the tenant is.
    pub(crate) south: bool,
}

/// Days from `first` to `last`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Interval {
    pub(crate) first: Date,
    pub(crate) last: Date,
}

impl Interval {
    fn day(date: Date) -> Self {
        Self { first: date, last: date }
    }

    fn days(first: Date, count: i32) -> Option<Self> {
        Some(Self { first, last: plus(first, count - 1)? })
    }
}

/// What the words name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// One day.
    Day,
    /// A feast of one day, which people travel around.
    Feast,
    /// A month.
    Month,
    /// Days the words only circle: a week, mid-July, a season, a holiday.
    Span,
    /// A year.
    Year,
    /// Two ends, both named.
    Pair,
}

/// Whether the words name the days or a bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bound {
    Exactly,
    /// From then on.
    Since,
    /// Until then.
    Until,
}

/// A date in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mention {
    /// First token.
    pub(crate) first: usize,
    /// One past the last token.
    pub(crate) next: usize,
    pub(crate) shape: Shape,
    /// The days; of a pair, those of its beginning.
    pub(crate) start: Interval,
    /// The days; of a pair, those of its end.
    pub(crate) end: Interval,
    pub(crate) bound: Bound,
    /// 03/04, read by the tenant's order.
    pub(crate) ambiguous: bool,
    /// Days without their month: "from the 10th to the 20th".
    pub(crate) monthless: bool,
}

impl Mention {
    /// The same days of another month, where the mention names none itself.
    pub(crate) fn in_month(mut self, month: Interval) -> Self {
        let moved =
            |day: Interval| Date::new(month.first.year(), month.first.month(), day.first.day()).ok().map(Interval::day);
        if let (true, Some(start), Some(end)) = (self.monthless, moved(self.start), moved(self.end))
            && end.first >= start.first
        {
            (self.start, self.end) = (start, end);
        }
        self
    }
}

/// Every date of the text, in order, none overlapping another.
pub(crate) fn mentions(scan: &Scan, reference: &Reference) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < scan.len() {
        match mention_at(scan, at, reference) {
            Some(mention) if mention.next > at => {
                at = mention.next;
                let mention = counted_on(scan, mention, found.last(), reference);
                found.push(mention);
            }
            _ => at += 1,
        }
    }
    found
}

/// "On 4 September … two days later": counted from the day just named, not from today.
fn counted_on(scan: &Scan, mention: Mention, before: Option<&Mention>, reference: &Reference) -> Mention {
    let named = before.filter(|before| before.shape == Shape::Day && before.start.first > reference.today);
    let moved =
        named.filter(|_| mention.shape == Shape::Day && scan.is(mention.next - 1, &["later"])).and_then(|named| {
            let days = reference.today.until(mention.start.first).ok()?.get_days();
            plus(named.start.first, days).map(Interval::day)
        });
    moved.map_or(mention, |day| Mention { start: day, end: day, ..mention })
}

fn mention_at(scan: &Scan, at: usize, reference: &Reference) -> Option<Mention> {
    range::at(scan, at, reference).or_else(|| {
        let piece = piece::at(scan, at, reference)?;
        let (interval, shape) = piece.resolve(reference, None)?;
        let bound = Bound::Exactly;
        let monthless = matches!(piece.partial, piece::Partial::DayOfMonth { .. });
        Some(Mention {
            first: at,
            next: piece.next,
            shape,
            start: interval,
            end: interval,
            bound,
            ambiguous: piece.ambiguous,
            monthless,
        })
    })
}

/// Whether the word at `at` names a weekday.
pub(crate) fn is_weekday(scan: &Scan, at: usize) -> bool {
    words::weekday_at(scan, at).is_some()
}

/// Whether the word at `at` names a month.
pub(crate) fn is_month(scan: &Scan, at: usize) -> bool {
    words::month(scan, at).is_some()
}

/// `date` and `days` more; absent beyond the calendar's end.
pub(crate) fn plus(date: Date, days: i32) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}

fn plus_months(date: Date, months: i32) -> Option<Date> {
    date.checked_add(Span::new().try_months(months).ok()?).ok()
}

/// The whole month.
pub(crate) fn month(year: i16, month: i8) -> Option<Interval> {
    let first = Date::new(year, month, 1).ok()?;
    Some(Interval { first, last: first.last_of_month() })
}

fn year(year: i16) -> Option<Interval> {
    Some(Interval { first: Date::new(year, 1, 1).ok()?, last: Date::new(year, 12, 31).ok()? })
}

/// Monday of the week of `date`.
fn monday(date: Date) -> Option<Date> {
    plus(date, -i32::from(date.weekday().to_monday_zero_offset()))
}

/// The whole week of `date`, Monday to Sunday.
fn week(date: Date) -> Option<Interval> {
    Interval::days(monday(date)?, 7)
}
