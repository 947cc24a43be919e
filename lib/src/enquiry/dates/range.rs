//! Two dates joined: "3–10 July", "from 28 Dec to 4 January", "between August and October"; and bounds: "after 10 June".
//!
//! Invariant: an end is never before its beginning; a year or month written once holds for both ends.

use jiff::civil::{Date, Weekday};

use super::{
    Bound, Mention, Reference, Shape,
    piece::{self, Partial, Piece},
    words::{self, AND, BETWEEN, FROM, TO},
};
use crate::enquiry::{
    numbers::{count_at, ordinal_at},
    party,
    scan::{Kind, Scan},
};

/// Words between a length and its first day.
#[rustfmt::skip]
const STARTING: &[&str] = &[
    "starting", "starting from", "starting on", "beginning", "beginning on", "commencing", "from", ", from",
    "from the", "ab", "ab dem", "a partir du", "a partir de", "desde", "desde el", "vanaf", "a partire dal",
];

pub(super) fn at(scan: &Scan, start: usize, reference: &Reference) -> Option<Mention> {
    [pair(scan, start, reference), starting(scan, start, reference), bounded(scan, start, reference)]
        .into_iter()
        .flatten()
        .max_by_key(|mention| mention.next)
}

fn pair(scan: &Scan, start: usize, reference: &Reference) -> Option<Mention> {
    let between = scan.phrase(start, BETWEEN);
    let open = between.or_else(|| scan.phrase(start, FROM)).unwrap_or(start);
    let left = left_at(scan, open, reference)?;
    let gap = scan.phrase(left.next, &[",", ")", "(", "am"]).unwrap_or(left.next);
    let joined = |at: usize| {
        scan.phrase(at, TO)
            .or_else(|| between.and_then(|_| scan.phrase(at, AND)))
            .or_else(|| month_joint(scan, &left, at))
            .or_else(|| day_joint(scan, &left, at))
    };
    let joint = joined(gap).or_else(|| joined(left.next))?;
    let right_at =
        scan.phrase(joint, &["the", "on", "den", "dem", "zum", "le", "el", "o", "de", "il"]).unwrap_or(joint);
    let from_named = open > start;
    // "Del 8 al 18": of nothing but days is spoken so.
    let dated = from_named && scan.is(open - 1, &["del", "du", "dal", "vom", "the"]);
    right(scan, &left, right_at, (from_named, dated), reference).map(|mut mention| {
        mention.first = start;
        let days = matches!(left.partial, Partial::DayOfMonth { .. }) && mention.end.first == mention.end.last;
        if days && scan.is(joint - 1, OR) {
            let either = super::Interval { first: mention.start.first, last: mention.end.last };
            (mention.shape, mention.start, mention.end) = (Shape::Span, either, either);
        }
        mention
    })
}

/// Words that leave a choice.
const OR: &[&str] = &["or", "oder", "ou", "o", "of"];

/// "18 and 19 June", "18 or 19 June": days of one month, close together.
fn day_joint(scan: &Scan, left: &Piece, at: usize) -> Option<usize> {
    let Partial::DayOfMonth { day: first, weekday: None } = left.partial else { return None };
    let next = scan.phrase(at, OR).or_else(|| scan.phrase(at, AND)).or_else(|| scan.phrase(at, &["/"]))?;
    let (day, after) = bare_number(scan, next)?;
    let month = scan.phrase(after, &["of", "de", "di", "van"]).unwrap_or(after);
    (first < day && day <= first + 14 && words::month(scan, month).is_some()).then_some(next)
}

/// A left end: a date, or a bare day whose month comes with the right end.
fn left_at(scan: &Scan, at: usize, reference: &Reference) -> Option<Piece> {
    let at = scan.phrase(at, &["the"]).unwrap_or(at);
    let whole = piece::at(scan, at, reference);
    let weekday =
        words::weekday_at(scan, at).map_or(at, |_| scan.phrase(at + 1, &[",", ".", "the", "den"]).unwrap_or(at + 1));
    let bare =
        bare_number(scan, weekday).map(|(day, next)| Piece::new(Partial::DayOfMonth { day, weekday: None }, next));
    match (whole, bare) {
        (Some(whole), Some(bare)) if bare.next > whole.next => Some(bare),
        (Some(whole), _) => Some(whole),
        (None, bare) => bare,
    }
}

fn bare_number(scan: &Scan, at: usize) -> Option<(i8, usize)> {
    let glued_to_number = scan.glued(at) && scan.is(at.wrapping_sub(1), &["/", ".", ":", "$", "€", "£", "r", "+"]);
    let (value, next) = ordinal_at(scan, at).or_else(|| {
        let token = scan.get(at).filter(|token| token.kind == Kind::Number && token.norm.len() <= 2)?;
        let next = if scan.norm(at + 1) == "." && scan.glued(at + 1) { at + 2 } else { at + 1 };
        Some((token.norm.parse().ok()?, next))
    })?;
    (!glued_to_number && (1..=31).contains(&value)).then(|| i8::try_from(value).ok().map(|day| (day, next))).flatten()
}

/// "July or August", "July/August", "June, July" between months.
fn month_joint(scan: &Scan, left: &Piece, at: usize) -> Option<usize> {
    let next = scan.phrase(
        at,
        &["or", "oder", "ou", "of", "/", "o", "and", "und", "et", "y", "e", "en", "&", "or maybe", "or early"],
    )?;
    let month = matches!(left.partial, Partial::Month { .. });
    let part = matches!(left.partial, Partial::Fixed(_, Shape::Span))
        && scan.is(
            next,
            &[
                "early",
                "mid",
                "late",
                "beginning",
                "end",
                "first",
                "anfang",
                "mitte",
                "ende",
                "debut",
                "fin",
                "begin",
                "eind",
                "inizio",
                "principios",
            ],
        )
        && scan.is(next - 1, &["or", "oder", "ou", "of", "o"]);
    if part {
        return Some(next);
    }
    (month && words::month(scan, next).is_some() && scan.norm(next) != "may").then_some(next)
}

fn right(
    scan: &Scan,
    left: &Piece,
    at: usize,
    (from_named, dated): (bool, bool),
    reference: &Reference,
) -> Option<Mention> {
    let whole = piece::at(scan, at, reference).filter(|piece| fits(left, piece, from_named));
    let bare = right_day(scan, left, at, dated);
    let right = match (whole, bare) {
        (Some(whole), Some(bare)) if whole.next < bare.next => bare,
        (Some(whole), _) => whole,
        (None, bare) => bare?,
    };
    let (left, right, next) = shared(*left, right);
    let (start, shape) = left.resolve(reference, None)?;
    let (end, end_shape) = right.resolve(reference, Some(start.first))?;
    // "Until the Sunday" is the first one after the beginning.
    let weekday = words::weekday_at(scan, at).filter(|_| next == at + 1 && shape == Shape::Day);
    let end = match weekday {
        Some((day, _)) => super::Interval::day(after(start.first, day)?),
        None => end,
    };
    let start = if shape == Shape::Span { in_the_year_of(scan, left.next, (at, next), start, end) } else { start };
    let (start, end) = if end.last < start.first { earlier_year(&left, start, end)? } else { (start, end) };
    let year_shape = shape == Shape::Year && end_shape != Shape::Year && from_named;
    (end.last >= start.first && (shape == end_shape || from_named || year_shape || compatible(shape, end_shape)))
        .then_some(())?;
    let ambiguous = left.ambiguous || right.ambiguous;
    let monthless = matches!((left.partial, right.partial), (Partial::DayOfMonth { .. }, Partial::DayOfMonth { .. }));
    Some(Mention { first: at, next, shape: Shape::Pair, start, end, bound: Bound::Exactly, ambiguous, monthless })
}

/// "Late March to mid-April 2028": the year that only the end names is that of the beginning, too.
fn in_the_year_of(
    scan: &Scan,
    left: usize,
    right: (usize, usize),
    start: super::Interval,
    end: super::Interval,
) -> super::Interval {
    let year = |at: usize| scan.is_number(at) && scan.norm(at).len() == 4;
    let named = (right.0..right.1).any(year) && !(left.saturating_sub(5)..left).any(year);
    let moved = |date: Date, year: i16| Date::new(year, date.month(), date.day()).ok();
    let in_year = |year: i16| {
        let days = super::Interval { first: moved(start.first, year)?, last: moved(start.last, year)? };
        (days.first <= end.first).then_some(days)
    };
    let year = end.first.year();
    if named { in_year(year).or_else(|| in_year(year - 1)).unwrap_or(start) } else { start }
}

/// The first such weekday after a day.
fn after(date: Date, day: Weekday) -> Option<Date> {
    let ahead = i32::from(date.weekday().until(day));
    super::plus(date, if ahead == 0 { 7 } else { ahead })
}

/// A pair of a yearless date and an earlier one with its year: "28 December to 4 January 2027".
fn earlier_year(
    left: &Piece,
    start: super::Interval,
    end: super::Interval,
) -> Option<(super::Interval, super::Interval)> {
    let back = |date: Date| Date::new(date.year() - 1, date.month(), date.day()).ok();
    let yearless = matches!(left.partial, Partial::Day { year: None, .. } | Partial::Month { year: None, .. });
    let moved = super::Interval { first: back(start.first)?, last: back(start.last)? };
    (yearless && moved.first <= end.last).then_some((moved, end))
}

fn compatible(left: Shape, right: Shape) -> bool {
    matches!(
        (left, right),
        (
            Shape::Month | Shape::Span | Shape::Day | Shape::Feast,
            Shape::Month | Shape::Span | Shape::Day | Shape::Feast
        )
    )
}

/// What may follow a left end: a bare day needs a day with its month; years join only after "from" or as digits.
fn fits(left: &Piece, right: &Piece, from_named: bool) -> bool {
    match (left.partial, right.partial) {
        (
            Partial::DayOfMonth { .. },
            Partial::Month { .. } | Partial::Fixed(_, Shape::Month | Shape::Year | Shape::Span),
        ) => false,
        (Partial::DayOfMonth { .. }, Partial::Fixed(..)) => from_named,
        (Partial::Fixed(_, Shape::Year), Partial::Day { .. } | Partial::DayOfMonth { .. }) => from_named,
        _ => true,
    }
}

/// A bare day after a date with its month: "July 3–10", "from July 3rd to the 10th", "4-23 in next month".
fn right_day(scan: &Scan, left: &Piece, at: usize, dated: bool) -> Option<Piece> {
    let weekday =
        words::weekday_at(scan, at).map_or(at, |_| scan.phrase(at + 1, &[",", "the", "den"]).unwrap_or(at + 1));
    let (day, next) = bare_number(scan, weekday).or_else(|| {
        let count =
            count_at(scan, weekday).filter(|count| !count.article && !scan.is_number(weekday) && count.value <= 31)?;
        Some((i8::try_from(count.value).ok()?, count.next))
    })?;
    let other = scan.is(next, &[":", "am", "pm", "%", "k", "h", "uhr"]) || party::counts_something(scan, next);
    match left.partial {
        Partial::Day { year, month, day: first } if !other && day > first => {
            let year_at = scan.phrase(next, &[",", "of", "de", ", in"]).unwrap_or(next);
            let written = scan
                .get(year_at)
                .filter(|token| token.norm.len() == 4)
                .and_then(|token| token.norm.parse::<i16>().ok());
            let written = written.filter(|year| (2000..2100).contains(year));
            let next = if written.is_some() { year_at + 1 } else { next };
            Some(Piece::new(Partial::Day { year: year.or(written), month, day }, next))
        }
        Partial::Fixed(_, Shape::Day) | Partial::DayOfMonth { .. }
            if !other && (dated || ordinal_at(scan, weekday).is_some()) =>
        {
            Some(Piece::new(Partial::DayOfMonth { day, weekday: None }, next))
        }
        _ => None,
    }
}

/// Gives the end that lacks a month or a year that of the other.
fn shared(mut left: Piece, right: Piece) -> (Piece, Piece, usize) {
    match (left.partial, right.partial) {
        (Partial::DayOfMonth { day, .. }, Partial::Day { year, month, day: last }) => {
            let (year, month) = if day <= last {
                (year, month)
            } else if month == 1 {
                (year.map(|year| year - 1), 12)
            } else {
                (year, month - 1)
            };
            left.partial = Partial::Day { year, month, day };
        }
        (Partial::Day { year: None, month, day }, Partial::Day { year: Some(year), month: end, .. }) => {
            let year = if month > end { year - 1 } else { year };
            left.partial = Partial::Day { year: Some(year), month, day };
        }
        (Partial::Month { year: None, month }, Partial::Month { year: Some(year), month: end }) => {
            let year = if month > end { year - 1 } else { year };
            left.partial = Partial::Month { year: Some(year), month };
        }
        _ => {}
    }
    let mut end = right;
    match (left.partial, right.partial) {
        (Partial::Day { year: Some(year), month, .. }, Partial::Day { year: None, month: last, day }) => {
            end.partial = Partial::Day { year: Some(if last < month { year + 1 } else { year }), month: last, day };
        }
        (Partial::Month { year: Some(year), month }, Partial::Month { year: None, month: last }) => {
            end.partial = Partial::Month { year: Some(if last < month { year + 1 } else { year }), month: last };
        }
        _ => {}
    }
    (left, end, right.next)
}

/// "3 days starting from next Monday", "for 1 week, from 20th dec": a length and its first day.
fn starting(scan: &Scan, start: usize, reference: &Reference) -> Option<Mention> {
    let from = scan.phrase(start, &["for"]).unwrap_or(start);
    let count = count_at(scan, from)?;
    let (unit, next) = words::unit_at(scan, count.next)?;
    let days = match unit {
        words::Unit::Day => 1,
        words::Unit::Week => 7,
        words::Unit::Fortnight => 14,
        _ => return None,
    };
    let after = scan.phrase(next, STARTING)?;
    let piece = piece::at(scan, after, reference)?;
    let (first, shape) = piece.resolve(reference, None)?;
    (shape == Shape::Day).then_some(())?;
    let last = super::plus(first.first, i32::try_from(count.value).ok()?.checked_mul(days)?)?;
    let end = super::Interval::day(last);
    Some(Mention {
        first: start,
        next: piece.next,
        shape: Shape::Pair,
        start: first,
        end,
        bound: Bound::Exactly,
        ambiguous: piece.ambiguous,
        monthless: false,
    })
}

#[rustfmt::skip]
const SINCE: &[&str] = &[
    "after", "after the", "since", "from", "starting", "starting from", "beginning", "beginning on", "later than",
    "not before", "any time after", "anytime after", "nach dem", "fruhestens", "fruhestens ab", "ab", "ab dem",
    "a partir du", "a partir de", "desde", "vanaf", "not earlier than", "no earlier than", "greater than", "earliest",
];
#[rustfmt::skip]
const UNTIL: &[&str] = &[
    "before", "before the", "by", "by the", "until", "till", "no later than", "not later than", "at the latest",
    "as late as", "prior to", "vor dem", "spatestens", "bis", "bis zum", "avant", "avant le", "antes de", "antes del",
    "antes do", "uiterlijk", "uiterlijk voor", "voor het einde van", "prima di", "prima del", "less than", "latest", "up to",
];

/// Of [`SINCE`], the words that leave the month or the year itself out.
const PAST: &[&str] =
    &["after", "after the", "later than", "any time after", "anytime after", "nach dem", "greater than"];

/// "by the end of December" has all of December before it.
const END_OF: &[&str] =
    &["end", "the end", "ende", "fin", "la fin", "eind", "einde", "het einde", "fine", "fim", "final", "finales"];

/// The month after a month, the year after a year.
fn following(days: super::Interval, shape: Shape) -> Option<super::Interval> {
    let first = super::plus(days.last, 1)?;
    let last = if shape == Shape::Year { first.last_of_year() } else { first.last_of_month() };
    Some(super::Interval { first, last })
}

/// "after 10 June", "before the end of December", "by 15 May".
fn bounded(scan: &Scan, start: usize, reference: &Reference) -> Option<Mention> {
    let since = scan.phrase(start, SINCE).map(|next| (Bound::Since, next));
    let until = scan.phrase(start, UNTIL).map(|next| (Bound::Until, next));
    let (bound, at) = since.into_iter().chain(until).max_by_key(|(_, next)| *next)?;
    // "We can't go before the 18th".
    let barred = scan.norm(start) == "before"
        && scan.holds(start.saturating_sub(5)..start, &["can't", "cannot", "can not", "cant", "unable to", "not"]);
    let bound = if barred { Bound::Since } else { bound };
    let piece = piece::at(scan, at, reference)?;
    let (days, shape) = piece.resolve(reference, None)?;
    let days = match (bound, shape) {
        (Bound::Since, Shape::Month | Shape::Year) if scan.phrase(start, PAST) == Some(at) => following(days, shape)?,
        (Bound::Until, Shape::Span) if scan.phrase(at, END_OF).is_some() => super::Interval::day(days.last),
        _ => days,
    };
    let monthless = matches!(piece.partial, Partial::DayOfMonth { .. });
    Some(Mention {
        first: start,
        next: piece.next,
        shape,
        start: days,
        end: days,
        bound,
        ambiguous: piece.ambiguous,
        monthless,
    })
}
