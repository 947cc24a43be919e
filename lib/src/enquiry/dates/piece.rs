//! One date: a day, a month, or whatever the other readers of this folder make of the words at a token.
//!
//! Invariant: a piece without a year is resolved to the next one to come.

use jiff::civil::{Date, Weekday};

use super::{
    Interval, Reference, Shape, holidays, month,
    numeric::{century, numeric, two_numbers},
    period, relative,
    words::{self, OF, Says, THE},
};
use crate::enquiry::{
    numbers::{count_at, ordinal_at},
    party,
    scan::{Kind, Scan},
};

/// A date as far as its words say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Partial {
    Day { year: Option<i16>, month: i8, day: i8 },
    Month { year: Option<i16>, month: i8 },
    DayOfMonth { day: i8, weekday: Option<Weekday> },
    Fixed(Interval, Shape),
}

/// A partial date and one past its last token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) partial: Partial,
    pub(super) next: usize,
    pub(super) ambiguous: bool,
}

impl Piece {
    pub(super) fn new(partial: Partial, next: usize) -> Self {
        Self { partial, next, ambiguous: false }
    }

    /// A piece of known days.
    pub(super) fn fixed(interval: Interval, shape: Shape, next: usize) -> Self {
        Self::new(Partial::Fixed(interval, shape), next)
    }

    /// The days: the first ones not before `after`, or else not before the reference day.
    pub(super) fn resolve(&self, reference: &Reference, after: Option<Date>) -> Option<(Interval, Shape)> {
        let from = after.unwrap_or(reference.today);
        match self.partial {
            Partial::Fixed(interval, shape) => Some((interval, shape)),
            Partial::Day { year: Some(year), month, day } => {
                Date::new(year, month, day).ok().map(|date| (Interval::day(date), Shape::Day))
            }
            Partial::Day { year: None, month, day } => (0..9)
                .filter_map(|ahead| Date::new(from.year() + ahead, month, day).ok())
                .find(|date| *date >= from)
                .map(|date| (Interval::day(date), Shape::Day)),
            Partial::Month { year: Some(year), month: number } => Some((month(year, number)?, Shape::Month)),
            Partial::Month { year: None, month: number } => {
                let year = if number >= from.month() { from.year() } else { from.year() + 1 };
                Some((month(year, number)?, Shape::Month))
            }
            Partial::DayOfMonth { day, weekday } => (0..40)
                .filter_map(|ahead| super::plus_months(from.first_of_month(), ahead))
                .filter_map(|first| Date::new(first.year(), first.month(), day).ok())
                .find(|date| *date >= from && weekday.is_none_or(|weekday| date.weekday() == weekday))
                .map(|date| (Interval::day(date), Shape::Day)),
        }
    }
}

/// The date that stands at `at`, the longest reading of it.
pub(super) fn at(scan: &Scan, at: usize, reference: &Reference) -> Option<Piece> {
    let readings = [
        numeric(scan, at, reference.order),
        scan.phrase(at, THE).and_then(|next| numeric(scan, next, reference.order)),
        day_month(scan, at, reference),
        month_day(scan, at),
        weekday_day(scan, at, reference),
        relative::at(scan, at, reference),
        period::at(scan, at, reference),
        holidays::at(scan, at, reference),
        month_alone(scan, at, reference),
        day_of_month(scan, at, reference),
        year_alone(scan, at),
    ];
    let piece = readings.into_iter().flatten().rev().max_by_key(|piece| piece.next)?;
    // "27 March 2027 (Sat)".
    let named = scan.norm(piece.next) == "(" && scan.norm(piece.next + 2) == ")";
    let weekday = named && words::weekday_at(scan, piece.next + 1).is_some();
    Some(if weekday { Piece { next: piece.next + 3, ..piece } } else { piece })
}

/// A weekday, then a date that a reader below understands: "Friday, 12 July", "this friday (jun-15)".
fn weekday_day(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    let lead = scan
        .phrase(
            start,
            &["this", "that", "next", "on", "upcoming", "el", "le", "op", "am", "il", "no", "na", "a", "den", "dem"],
        )
        .unwrap_or(start);
    let (weekday, _) = words::weekday_at(scan, lead)?;
    let after = scan.phrase(lead + 1, &["feira", "feira santa", "feira de cinzas", "santo"]).unwrap_or(lead + 1);
    let mut next = scan.phrase(after, &[".", ",", "(", ". ,", "the", ", the", "the day"]).unwrap_or(after);
    next = scan.phrase(next, THE).unwrap_or(next);
    let dated = numbers_on(weekday, scan, next, reference)
        .or_else(|| day_month(scan, next, reference))
        .or_else(|| month_day(scan, next));
    if let Some(mut piece) = dated {
        piece.next = scan.phrase(piece.next, &[")"]).unwrap_or(piece.next);
        return Some(piece);
    }
    let (day, next) = bare_day(scan, next)?;
    let this_month = month_after(scan, next, reference);
    match this_month {
        Some((month, year, next)) => Some(Piece::new(Partial::Day { year: Some(year), month, day }, next)),
        None => Some(Piece::new(Partial::DayOfMonth { day, weekday: Some(weekday) }, next)),
    }
}

/// Digits beside a weekday: of 7/6 and 6/7, whichever falls on it.
fn numbers_on(weekday: Weekday, scan: &Scan, at: usize, reference: &Reference) -> Option<Piece> {
    let read = |order| numeric(scan, at, order).or_else(|| two_numbers(scan, at, order));
    let usual = read(reference.order)?;
    if !usual.ambiguous {
        return Some(usual);
    }
    let falls_on =
        |piece: &Piece| piece.resolve(reference, None).is_some_and(|(days, _)| days.first.weekday() == weekday);
    let said = [Some(usual), read(reference.order.other())].into_iter().flatten().find(falls_on);
    Some(said.map_or(usual, |piece| Piece { ambiguous: false, ..piece }))
}

/// A day's number that counts nothing else.
fn bare_day(scan: &Scan, at: usize) -> Option<(i8, usize)> {
    let (value, next) = ordinal_at(scan, at).or_else(|| {
        let count =
            count_at(scan, at).filter(|count| !count.article && scan.is_number(at) && scan.norm(at).len() <= 2)?;
        let next = if scan.norm(count.next) == "." && scan.glued(count.next) && scan.is_word(count.next + 1) {
            count.next + 1
        } else {
            count.next
        };
        Some((count.value, next))
    })?;
    let clock = scan.is(next, &[":", "am", "pm", "h", "uhr", "%", "x", "/"]);
    let counted = party::counts_something(scan, next);
    (!clock && !counted && (1..=31).contains(&value)).then_some(())?;
    Some((i8::try_from(value).ok()?, next))
}

/// "3 July 2027", "3rd of July", "le 1er août", "3. Juli", "23-Sep-2020", "18 de mayo de 2027".
fn day_month(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    let from = scan.phrase(start, THE).unwrap_or(start);
    let (day, mut next) = day_number(scan, from)?;
    next = scan.phrase(next, &["of", "de", "di", "van", "-", "/", "of the", "."]).unwrap_or(next);
    let (number, says) = words::month(scan, next)?;
    if says == Says::WithHelp && scan.norm(next) == "may" && scan.is(next + 1, &["be", "i", "we", "have"]) {
        return None;
    }
    let (year, next) = year_after(scan, after_month(scan, next), reference);
    Some(Piece::new(Partial::Day { year, month: number, day }, next))
}

fn day_number(scan: &Scan, at: usize) -> Option<(i8, usize)> {
    let (value, mut next) = ordinal_at(scan, at).or_else(|| {
        let count = count_at(scan, at).filter(|count| !count.article)?;
        (!scan.glued(at) || scan.is(at.wrapping_sub(1), &["-", "(", ",", "/", "'"]))
            .then_some((count.value, count.next))
    })?;
    if scan.norm(next) == "." && scan.glued(next) {
        next += 1;
    }
    (1..=31).contains(&value).then(|| i8::try_from(value).ok().map(|day| (day, next))).flatten()
}

/// One past a month's name and the point of its abbreviation.
fn after_month(scan: &Scan, at: usize) -> usize {
    let point = scan.norm(at + 1) == "." && scan.glued(at + 1) && scan.norm(at).len() <= 4;
    at + 1 + usize::from(point)
}

/// "July 3, 2027", "July the 3rd", "May twenty nine", "Sep-23-2020", "September-2020-23", "mar3".
fn month_day(scan: &Scan, start: usize) -> Option<Piece> {
    let (number, _) = words::month(scan, start)?;
    let mut next = after_month(scan, start);
    next = scan.phrase(next, &["the", "-", "/", ","]).unwrap_or(next);
    if let Some((year, after)) =
        four_digits(scan, next).filter(|(_, after)| scan.norm(*after) == "-" && scan.is_number(after + 1))
    {
        let (day, next) = day_number(scan, after + 1)?;
        return Some(Piece::new(Partial::Day { year: Some(year), month: number, day }, next));
    }
    let (day, next) = month_day_number(scan, next)?;
    let (year, next) = year_words(scan, scan.phrase(next, &[",", "of", "in", "-", "/", ", in"]).unwrap_or(next))
        .map_or((None, next), |(year, next)| (Some(year), next));
    Some(Piece::new(Partial::Day { year, month: number, day }, next))
}

fn month_day_number(scan: &Scan, at: usize) -> Option<(i8, usize)> {
    let ordinal = ordinal_at(scan, at).filter(|(value, _)| *value <= 31);
    let (value, next) =
        ordinal.or_else(|| count_at(scan, at).filter(|count| !count.article).map(|count| (count.value, count.next)))?;
    let short = scan.norm(at).len() <= 2 || !scan.is_number(at);
    let other = scan.is(next, &[":", "am", "pm", "%", "x", "k"]) || party::counts_something(scan, next);
    (short && !other && (1..=31).contains(&value)).then(|| i8::try_from(value).ok().map(|day| (day, next))).flatten()
}

/// "July 2027", "in May", "Dec, 2018", "12-2015", "2020 May".
fn month_alone(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    if let Some((year, after)) = four_digits(scan, start)
        && let Some((number, _)) = words::month(scan, scan.phrase(after, &["-", "/", ","]).unwrap_or(after))
    {
        let next = after_month(scan, scan.phrase(after, &["-", "/", ","]).unwrap_or(after));
        if let Some((day, next)) = scan.phrase(next, &["-", "/"]).and_then(|next| day_number(scan, next)) {
            return Some(Piece::new(Partial::Day { year: Some(year), month: number, day }, next));
        }
        return Some(Piece::new(Partial::Month { year: Some(year), month: number }, next));
    }
    if let Some(past) = scan.phrase(start, words::LAST).filter(|next| words::month(scan, *next).is_some()) {
        let (number, _) = words::month(scan, past)?;
        let today = reference.today;
        let year = if number < today.month() { today.year() } else { today.year() - 1 };
        return Some(Piece::new(Partial::Month { year: Some(year), month: number }, after_month(scan, past)));
    }
    let (number, says) = words::month(scan, start)?;
    let after = after_month(scan, start);
    // British schools are closed for a week in the middle of a term.
    let after = scan.phrase(after, &["half term"]).unwrap_or(after);
    let bracket = scan.phrase(after, &["("]);
    let year =
        year_words(scan, scan.phrase(after, OF).or(bracket).unwrap_or(after)).or_else(|| short_year(scan, after));
    let after = if year.is_none() { scan.phrase(after, words::NEXT_AFTER).unwrap_or(after) } else { after };
    if year.is_none() && says == Says::WithHelp && !helped(scan, start, after) {
        return None;
    }
    let next = year.map_or(after, |(_, next)| next);
    Some(Piece::new(Partial::Month { year: year.map(|(year, _)| year), month: number }, next))
}

/// "'27" or "of 87" after a month.
fn short_year(scan: &Scan, at: usize) -> Option<(i16, usize)> {
    let next = scan.phrase(at, &["'", "of", "of '"])?;
    let value: i16 =
        scan.get(next).filter(|token| token.kind == Kind::Number && token.norm.len() == 2)?.norm.parse().ok()?;
    Some((century(value), next + 1))
}

/// Whether a preposition or another month stands beside a word that may be a month.
fn helped(scan: &Scan, start: usize, after: usize) -> bool {
    let before = [
        "in", "of", "during", "for", "mid", "early", "late", "next", "this", "im", "en", "de", "em", "a", "until",
        "till", "from", "to", "by", "after", "before", "between", "and", "or", "since", "through", "/", "-", "about",
        "around", "ende", "anfang", "mitte", "fin", "debut", "over",
    ];
    let modal = scan.norm(start) == "may"
        && scan.is(
            after,
            &[
                "be", "i", "we", "have", "you", "also", "not", "need", "want", "well", "or", "prefer", "consider",
                "like",
            ],
        )
        && words::month(scan, after + 1).is_none();
    let named =
        scan.get(start).is_some_and(|token| token.case != super::super::scan::Case::Lower) && scan.norm(start) != "mar";
    let common = scan.norm(start).len() <= 3
        && scan.is(start, &["out", "set", "ago", "mar", "gen", "mag", "des", "dic", "ene", "may"]);
    let english_may = scan.norm(start) == "may" && named && start > 0 && !scan.ends_sentence(start - 1);
    let march_of = scan.norm(start) == "march" && scan.is(start.wrapping_sub(1), &["to"]);
    !modal
        && !march_of
        && (scan.is(start.wrapping_sub(1), &before) && (!common || named || scan.norm(start) == "may")
            || named && !common
            || english_may)
}

/// "the 12th", "12th of this month", "am 12.", "le 12", "12th".
fn day_of_month(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    let back = Some(start + 1).filter(|_| scan.norm(start) == "a" && returns_in_portuguese(scan, start));
    let lead = scan.phrase(start, THE).or_else(|| scan.phrase(start, &["on", "on the"])).or(back);
    let from = lead.unwrap_or(start);
    let (day, next) = match ordinal_at(scan, from).filter(|(value, _)| *value <= 31) {
        Some((value, next)) => (i8::try_from(value).ok()?, next),
        None if from > start => definite_day(scan, start, from)?,
        None => return None,
    };
    let next = scan.phrase(next, &["day"]).unwrap_or(next);
    let of = scan.phrase(next, &["of", "de", "di", "van"]).unwrap_or(next);
    if words::month(scan, of).is_some() {
        return None;
    }
    if let Some((month, year, next)) = month_after(scan, next, reference) {
        return Some(Piece::new(Partial::Day { year: Some(year), month, day }, next));
    }
    let written = scan.is_number(from);
    let counts = scan.is_word(next) && (party::counts_something(scan, next) || scan.is(next, ORDERED));
    let word_alone = !written && !scan.is(start, &["the", "on"]);
    let small = !written && day < 4;
    if counts || word_alone || small || scan.is(start, &["die", "de", "o", "'"]) {
        return None;
    }
    Some(Piece::new(Partial::DayOfMonth { day, weekday: None }, next))
}

/// Things that come first, second and third, and are no days.
#[rustfmt::skip]
const ORDERED: &[&str] = &[
    "time", "floor", "birthday", "anniversary", "choice", "option", "room", "wedding", "child", "kid", "person",
    "class", "one", "of", "party", "quarter", "century", "trip", "visit", "night", "week", "weekend", "half", "leg",
    "stop", "email", "adult", "bedroom", "bday", "year", "district", "street", "avenue", "place", "arrondissement",
    "etage", "largest", "best", "grade", "month", "day", "edition", "base", "flight", "ticket", "seat", "retweet",
    "hotel",
];

/// "am 12.", "le 12", "el 12", "op de 12": a bare number after an article that dates.
fn definite_day(scan: &Scan, start: usize, from: usize) -> Option<(i8, usize)> {
    let german = scan.is(start, &["am", "zum", "dem", "den"]) && scan.norm(from + 1) == ".";
    let romance =
        scan.is(start, &["le", "el", "dia", "il"]) || scan.norm(start) == "a" && returns_in_portuguese(scan, start);
    let english = scan.phrase(start, &["on the", "on"]).is_some();
    if !(german || romance || english) || scan.norm(from).len() > 2 || !scan.is_number(from) {
        return None;
    }
    let (day, next) = bare_day(scan, from)?;
    (english
        && scan.is_word(next)
        && !scan.is(next, &["for", "from", "to", "and", "until", "till", "in", "at", "with", "this"]))
    .then_some(())
    .map_or(Some((day, if german { next.max(from + 2) } else { next })), |()| None)
}

/// "Voltávamos a 24": an "a" that dates.
fn returns_in_portuguese(scan: &Scan, at: usize) -> bool {
    scan.is(
        at.wrapping_sub(1),
        &["voltavamos", "voltamos", "voltar", "volta", "regressamos", "regressavamos", "regressar", "regresso"],
    )
}

/// "of this month", "next month", "dieses Monats".
fn month_after(scan: &Scan, at: usize, reference: &Reference) -> Option<(i8, i16, usize)> {
    let from = scan.phrase(at, &["of", "in", "de", "of the", "van"]).unwrap_or(at);
    let (ahead, noun) = scan
        .phrase(from, words::NEXT)
        .map(|next| (1, next))
        .or_else(|| scan.phrase(from, words::THIS).map(|next| (0, next)))
        .or_else(|| scan.is(from.wrapping_sub(2), &["of"]).then_some((0, from)))?;
    let (unit, next) = words::unit_at(scan, noun)?;
    (unit == words::Unit::Month).then_some(())?;
    let month = super::plus_months(reference.today.first_of_month(), ahead)?;
    Some((month.month(), month.year(), next))
}

/// A year after a date, with "of", a comma or "this year" before it.
fn year_after(scan: &Scan, at: usize, reference: &Reference) -> (Option<i16>, usize) {
    let from = scan.phrase(at, &[",", "of", "de", "del", "in", "-", "/", ", in", "."]).unwrap_or(at);
    if let Some((year, next)) = year_words(scan, from).or_else(|| short_year(scan, at)) {
        return (Some(year), next);
    }
    let short = scan
        .get(from)
        .filter(|token| from > at && scan.is(at, &["-", "/"]) && token.kind == Kind::Number && token.norm.len() == 2);
    if let Some(year) = short.and_then(|token| token.norm.parse().ok()) {
        return (Some(century(year)), from + 1);
    }
    for (phrases, ahead) in
        [(["this year", "of this year", "dieses jahr"], 0), (["next year", "of next year", "nachstes jahr"], 1)]
    {
        if let Some(next) = scan.phrase(at, &phrases) {
            return (Some(reference.today.year() + ahead), next);
        }
    }
    (None, at)
}

/// A year in digits or English words.
fn year_words(scan: &Scan, at: usize) -> Option<(i16, usize)> {
    four_digits(scan, at).or_else(|| {
        if scan.is_number(at) {
            return None;
        }
        if let Some(next) = scan.phrase(at, &["two thousand and", "two thousand"]) {
            let rest =
                count_at(scan, next).filter(|count| !count.article && count.value < 100 && !scan.is_number(next));
            return Some(
                rest.map_or((2000, next), |count| (2000 + i16::try_from(count.value).unwrap_or(0), count.next)),
            );
        }
        let hundreds = count_at(scan, at).filter(|count| (16..=20).contains(&count.value))?;
        let from = scan.phrase(hundreds.next, &["hundred and", "hundred"]).unwrap_or(hundreds.next);
        let rest = count_at(scan, from)
            .filter(|count| !count.article && (10..100).contains(&count.value) && !scan.is_number(from))?;
        Some((i16::try_from(hundreds.value * 100 + rest.value).ok()?, rest.next))
    })
}

fn four_digits(scan: &Scan, at: usize) -> Option<(i16, usize)> {
    let token = scan.get(at).filter(|token| token.kind == Kind::Number && token.norm.len() == 4)?;
    let year: i16 = token.norm.parse().ok()?;
    (1900..2100).contains(&year).then_some((year, at + 1))
}

/// "2027", where a year may stand.
fn year_alone(scan: &Scan, start: usize) -> Option<Piece> {
    let lead = scan
        .phrase(start, &["year", "the year", "calendar year", "the calendar year", "cy", "in", "during", "summer of"]);
    let from = lead.unwrap_or(start);
    let (year, next) = year_words(scan, from)?;
    let money = scan
        .is(next, &["usd", "eur", "euro", "euros", "rand", "pounds", "dollars", "pp", "per", "%", ".", ","])
        && scan.get(next + 1).is_some_and(|token| token.kind == Kind::Number && token.glued)
        || scan.is(
            next,
            &[
                "usd", "eur", "euro", "euros", "zar", "gbp", "rand", "pounds", "dollars", "pp", "per", "pm", "hrs",
                "m", "km",
            ],
        );
    let priced = scan
        .is(from.wrapping_sub(1), &["$", "€", "£", "r", "usd", "eur", "gbp", "zar", "of", "+", ":", "#", "/", "."])
        && lead.is_none();
    (!money && !priced && !party::counts_something(scan, next)).then_some(())?;
    Some(Piece::fixed(super::year(year)?, Shape::Year, next))
}
