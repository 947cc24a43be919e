//! Dates counted from the day of the mail: "tomorrow", "next Friday", "in two weeks", "the week after next".
//!
//! Invariant: "next Friday" is the Friday of the next week (Monday to Sunday), "Friday" and "this Friday" the first to come.

use jiff::civil::{Date, Weekday};

use super::{
    Interval, Reference, Shape, monday, month,
    piece::{Partial, Piece},
    plus, plus_months, week,
    words::{self, COMING, LAST, LAST_AFTER, NEAR_DAYS, NEXT, NEXT_AFTER, Says, THIS, Unit},
    year,
};
use crate::enquiry::{
    language::Language,
    numbers::count_at,
    scan::{Case, Scan},
};

/// Which one of a calendar's units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    This,
    Coming,
    Next,
    Last,
}

pub(super) fn at(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    let readings = [
        near_day(scan, start, reference),
        weekday(scan, start, reference),
        unit(scan, start, reference),
        some_units(scan, start, reference),
        offset(scan, start, reference),
        numbered_week(scan, start, reference),
    ];
    readings.into_iter().flatten().max_by_key(|piece| piece.next)
}

fn near_day(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    let (next, days) = NEAR_DAYS
        .iter()
        .filter_map(|(phrase, days)| Some((scan.phrase(start, &[phrase])?, *days)))
        .max_by_key(|(next, _)| *next)?;
    // "And now" goes on with the story, "between May and now" ends at a day.
    let until_now = scan.is(start.wrapping_sub(1), &["between", "from", "until"])
        || scan.is(start.wrapping_sub(1), &["and"]) && scan.holds(start.saturating_sub(8)..start, &["between"]);
    if scan.norm(start) == "now" && !until_now {
        return None;
    }
    Some(Piece::fixed(Interval::day(plus(reference.today, days)?), Shape::Day, next))
        .or_else(|| german_morning(scan, start, reference))
}

/// German "morgen" is tomorrow but for "am Morgen" and "Guten Morgen".
fn german_morning(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    let tomorrow = scan.norm(start) == "morgen" && scan.get(start)?.case == Case::Lower;
    let reads = matches!(scan.language, Language::German | Language::Dutch);
    (tomorrow && reads).then_some(())?;
    Some(Piece::fixed(Interval::day(plus(reference.today, 1)?), Shape::Day, start + 1))
}

fn which_at(scan: &Scan, at: usize) -> Option<(Which, usize)> {
    [(COMING, Which::Coming), (NEXT, Which::Next), (THIS, Which::This), (LAST, Which::Last)]
        .into_iter()
        .filter_map(|(words, which)| Some((which, scan.phrase(at, words)?)))
        .max_by_key(|(_, next)| *next)
}

fn after_noun(scan: &Scan, at: usize) -> Option<(Which, usize)> {
    let next = scan.phrase(at, NEXT_AFTER).map(|next| (Which::Next, next));
    next.or_else(|| scan.phrase(at, LAST_AFTER).map(|next| (Which::Last, next)))
}

/// "next Friday", "Friday", "Sunday this week", "next week Monday", "vendredi prochain", "on monday of the following week".
fn weekday(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    let from = scan.phrase(start, &["on", "am", "le", "el", "op"]).unwrap_or(start);
    if let Some(piece) = week_then_day(scan, from, reference) {
        return Some(piece);
    }
    let (which, at) = which_at(scan, from).map_or((None, from), |(which, next)| (Some(which), next));
    let (day, says) = words::weekday_at(scan, at)?;
    let number_word =
        matches!(scan.norm(at), "segunda" | "quarta" | "quinta" | "sexta" | "terca") && scan.norm(at + 2) != "feira";
    let bare_short = which.is_none() && says == Says::WithHelp && from == start && scan.get(at)?.case == Case::Lower
        || scan.norm(at) == "sat"
            && which.is_none()
            && from == start
            && !scan.is(at.wrapping_sub(1), &["on", "next", "or", ","]);
    (!bare_short && !number_word).then_some(())?;
    let mut next = scan.phrase(at + 1, &["feira"]).unwrap_or(at + 1);
    if let Some((ahead, after)) = week_after(scan, next) {
        let monday = plus(monday(reference.today)?, 7 * ahead)?;
        let date = plus(monday, i32::from(day.to_monday_zero_offset()))?;
        return Some(Piece::fixed(Interval::day(date), Shape::Day, after));
    }
    if let Some(piece) = weekday_of_offset(scan, next, day, reference) {
        return Some(piece);
    }
    let mut which = which;
    if let Some((after, behind)) = after_noun(scan, next).filter(|_| which.is_none()) {
        (which, next) = (Some(after), behind);
    }
    Some(Piece::fixed(Interval::day(weekday_date(reference.today, day, which)?), Shape::Day, next))
}

fn weekday_date(today: Date, day: Weekday, which: Option<Which>) -> Option<Date> {
    let this_week = plus(monday(today)?, i32::from(day.to_monday_zero_offset()))?;
    match which {
        Some(Which::Next) => plus(this_week, 7),
        Some(Which::Last) => plus(this_week, -7),
        Some(Which::This) if this_week >= today => Some(this_week),
        _ => plus(today, i32::from(today.weekday().until(day))),
    }
}

/// "this week", "next week", "of the following week" after a weekday: how many weeks ahead, and one past it.
fn week_after(scan: &Scan, at: usize) -> Option<(i32, usize)> {
    let from = scan.phrase(at, &["of", "in", ",", "der", "de", "de la"]).unwrap_or(at);
    let (which, noun) = which_at(scan, from)?;
    let (unit, next) = words::unit_at(scan, noun)?;
    (unit == Unit::Week).then_some(())?;
    Some((
        if which == Which::Next {
            1
        } else if which == Which::Last {
            -1
        } else {
            0
        },
        next,
    ))
}

/// "next week Monday", "next week on Tuesday".
fn week_then_day(scan: &Scan, at: usize, reference: &Reference) -> Option<Piece> {
    let (ahead, next) = week_after(scan, at)?;
    let next = scan.phrase(next, &["on", ","]).unwrap_or(next);
    let (day, _) = words::weekday_at(scan, next)?;
    let monday = plus(monday(reference.today)?, 7 * ahead)?;
    Some(Piece::fixed(Interval::day(plus(monday, i32::from(day.to_monday_zero_offset()))?), Shape::Day, next + 1))
}

/// "Monday two weeks from now", "Sunday 3 weeks after January 15th": the first such weekday from then on.
fn weekday_of_offset(scan: &Scan, at: usize, day: Weekday, reference: &Reference) -> Option<Piece> {
    let at = scan.phrase(at, &[","]).unwrap_or(at);
    let piece = offset(scan, at, reference)?;
    let Partial::Fixed(interval, Shape::Day) = piece.partial else { return None };
    let date = plus(monday(interval.first)?, i32::from(day.to_monday_zero_offset()))?;
    Some(Piece::fixed(Interval::day(date), Shape::Day, piece.next))
}

/// "next month", "this weekend", "la semaine prochaine", "the week after next", "later this month".
fn unit(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    if let Some(next) = scan.phrase(start, &["the week after next", "week after next", "ubernachste woche"]) {
        return Some(Piece::fixed(week(plus(reference.today, 14)?)?, Shape::Span, next));
    }
    if let Some(next) = scan.phrase(start, &["the month after next", "ubernachsten monat"]) {
        let first = plus_months(reference.today.first_of_month(), 2)?;
        return Some(Piece::fixed(month(first.year(), first.month())?, Shape::Month, next));
    }
    let (which, noun) = which_at(scan, start).map_or((None, start), |(which, next)| (Some(which), next));
    let noun =
        if which.is_none() { scan.phrase(start, &["the", "la", "le", "el", "a", "de"]).unwrap_or(start) } else { noun };
    let (unit, mut next) = words::unit_at(scan, noun)?;
    let mut which = which;
    if let Some((after, behind)) = after_noun(scan, next).filter(|_| which.is_none()) {
        (which, next) = (Some(after), behind);
    }
    if which.is_none() {
        let definite = noun > start && matches!(scan.norm(start), "the") && unit != Unit::Day && unit != Unit::Month;
        (definite && unit == Unit::Weekend).then_some(())?;
    }
    let (interval, shape) = unit_of(reference.today, unit, which.unwrap_or(Which::This))?;
    Some(Piece::fixed(interval, shape, next))
}

fn unit_of(today: Date, unit: Unit, which: Which) -> Option<(Interval, Shape)> {
    let ahead = match which {
        Which::This => 0,
        Which::Coming | Which::Next => 1,
        Which::Last => -1,
    };
    let monday = plus(monday(today)?, 7 * ahead)?;
    match unit {
        Unit::Week => Some((Interval::days(monday, 7)?, Shape::Span)),
        Unit::WorkWeek => Some((Interval::days(monday, 5)?, Shape::Span)),
        Unit::Weekend => {
            let monday = if which == Which::Coming { super::monday(today)? } else { monday };
            Some((Interval::days(plus(monday, 5)?, 2)?, Shape::Span))
        }
        Unit::Month => {
            let first = plus_months(today.first_of_month(), ahead)?;
            Some((month(first.year(), first.month())?, Shape::Month))
        }
        Unit::Quarter => {
            let index = i32::from((today.month() - 1) / 3) + ahead;
            let first = plus_months(Date::new(today.year(), 1, 1).ok()?, index * 3)?;
            Some((Interval { first, last: plus(plus_months(first, 3)?, -1)? }, Shape::Span))
        }
        Unit::Year => Some((year(today.year() + i16::try_from(ahead).ok()?)?, Shape::Year)),
        Unit::Decade => {
            let start = today.year() / 10 * 10 + 10 * i16::try_from(ahead).ok()?;
            Some((
                Interval { first: Date::new(start, 1, 1).ok()?, last: Date::new(start + 9, 12, 31).ok()? },
                Shape::Span,
            ))
        }
        Unit::Day | Unit::BusinessDay | Unit::Fortnight => None,
    }
}

/// "the next 3 weeks", "previous three quarters", "next couple weeks": days from tomorrow on, or up to yesterday.
fn some_units(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    let lead = scan.phrase(start, &["within the", "within", "in the", "over the", "in"]).unwrap_or(start);
    let (which, at) =
        which_at(scan, lead).filter(|(which, _)| matches!(which, Which::Next | Which::Last | Which::Coming))?;
    let few =
        scan.phrase(at, &["few", "couple", "couple of"]).map(|next| (if scan.norm(at) == "few" { 3 } else { 2 }, next));
    let (count, next) = few.or_else(|| {
        count_at(scan, at)
            .filter(|count| !count.article)
            .map(|count| (i32::try_from(count.value).unwrap_or(0), count.next))
    })?;
    let (mut unit, mut next) = words::unit_at(scan, next)?;
    let sign = if which == Which::Last { -1 } else { 1 };
    let mut edge = shift(reference.today, unit, sign * count)?;
    while let Some((more, after)) = joined_units(scan, next) {
        edge = shift(edge, more.0, sign * more.1)?;
        (unit, next) = (more.0, after);
    }
    let interval = match (which, unit) {
        (Which::Last, Unit::Quarter) => Interval {
            first: plus_months(quarter_start(reference.today)?, -3 * count)?,
            last: plus(quarter_start(reference.today)?, -1)?,
        },
        (Which::Last, _) => Interval { first: edge, last: plus(reference.today, -1)? },
        (_, Unit::Quarter) => {
            let first = plus_months(quarter_start(reference.today)?, 3)?;
            Interval { first, last: plus(plus_months(first, 3 * count)?, -1)? }
        }
        _ if lead > start && scan.norm(start) == "within" => Interval { first: reference.today, last: plus(edge, -1)? },
        _ => Interval { first: plus(reference.today, 1)?, last: edge },
    };
    (interval.last >= interval.first).then(|| Piece::fixed(interval, Shape::Span, next))
}

fn quarter_start(date: Date) -> Option<Date> {
    Date::new(date.year(), (date.month() - 1) / 3 * 3 + 1, 1).ok()
}

/// "and 2 days" after a length.
fn joined_units(scan: &Scan, at: usize) -> Option<((Unit, i32), usize)> {
    let from = scan.phrase(at, &["and", ","])?;
    let count = count_at(scan, from)?;
    let (unit, next) = words::unit_at(scan, count.next)?;
    Some(((unit, i32::try_from(count.value).ok()?), next))
}

fn shift(date: Date, unit: Unit, count: i32) -> Option<Date> {
    match unit {
        Unit::Day => plus(date, count),
        Unit::BusinessDay => {
            let step = count.signum();
            (0..count.abs().min(200)).try_fold(date, |date, _| {
                (1..4)
                    .filter_map(|days| plus(date, step * days))
                    .find(|day| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday))
            })
        }
        Unit::Week | Unit::WorkWeek | Unit::Weekend => plus(date, count.checked_mul(7)?),
        Unit::Fortnight => plus(date, count.checked_mul(14)?),
        Unit::Month => plus_months(date, count),
        Unit::Quarter => plus_months(date, count.checked_mul(3)?),
        Unit::Year => plus_months(date, count.checked_mul(12)?),
        Unit::Decade => plus_months(date, count.checked_mul(120)?),
    }
}

#[rustfmt::skip]
const IN: &[&str] = &[
    "in", "in about", "in around", "in another", "dans", "en", "em", "over", "oor", "tra", "fra", "daqui a",
    "dentro de", "within",
];

/// "in two weeks", "3 days from now", "2 weeks from January 15", "5 days before new year", "2 weeks and 2 days ago".
fn offset(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    let lead = scan.phrase(start, IN).filter(|next| count_at(scan, *next).is_some());
    let count = count_at(scan, lead.unwrap_or(start))?;
    let (unit, mut next) = words::unit_at(scan, count.next)?;
    let value = i32::try_from(count.value).ok()?;
    let mut rest: Vec<(Unit, i32)> = vec![(unit, value)];
    while let Some((more, after)) = joined_units(scan, next).filter(|_| rest.len() < 4) {
        rest.push(more);
        next = after;
    }
    let apply = |date: Date, sign: i32| {
        rest.iter().try_fold(date, |date, (unit, count)| shift(date, *unit, sign.checked_mul(*count)?))
    };
    let day = |date: Date, next: usize| Some(Piece::fixed(Interval::day(date), Shape::Day, next));
    if let Some(next) = scan.phrase(next, &["from now", "from today", "after today", "later", "hence"]) {
        return day(apply(reference.today, 1)?, next);
    }
    if let Some(next) = scan
        .phrase(next, &["ago", "back"])
        .or_else(|| scan.phrase(start, &["vor", "il y a", "hace", "ha"]).map(|_| next))
    {
        return day(apply(reference.today, -1)?, next);
    }
    for (phrases, sign) in [(&["after", "from", "since"][..], 1), (&["before", "prior to"][..], -1)] {
        let other = scan
            .phrase(next, phrases)
            .and_then(|from| super::piece::at(scan, scan.phrase(from, &["the"]).unwrap_or(from), reference));
        if let Some((other, (interval, shape))) = other.and_then(|piece| Some((piece, piece.resolve(reference, None)?)))
            && matches!(shape, Shape::Day | Shape::Feast | Shape::Year | Shape::Span)
        {
            return day(apply(interval.first, sign)?, other.next);
        }
    }
    let foreign = match scan.norm(start) {
        "en" => matches!(scan.language, Language::Spanish | Language::French),
        "over" => matches!(scan.language, Language::Dutch),
        "oor" => matches!(scan.language, Language::Afrikaans),
        _ => true,
    };
    let lead = lead.filter(|_| foreign)?;
    let whole = unit != Unit::Weekend && !(lead > start && scan.is(start, &["within"]));
    let next = scan.phrase(next, &["'s time", "' time", "time", "' s time"]).unwrap_or(next);
    whole.then_some(())?;
    let next = scan
        .phrase(next, &["on"])
        .filter(|after| words::weekday_at(scan, *after).is_some())
        .map_or(next, |after| after + 1);
    day(apply(reference.today, 1)?, next)
}

/// "week 31", "KW 31", "semaine 31", "week 27 of last year".
fn numbered_week(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    let from = scan.phrase(start, &["week", "the week", "kw", "kalenderwoche", "semaine", "semana", "uge"])?;
    let number: i8 = scan.get(from).filter(|token| token.norm.len() <= 2)?.norm.parse().ok()?;
    (1..=53).contains(&number).then_some(())?;
    (!crate::enquiry::party::counts_something(scan, from + 1)).then_some(())?;
    let after = scan.phrase(from + 1, &["of", "in", "/", ","]).unwrap_or(from + 1);
    let (wanted, next) =
        match which_at(scan, after).and_then(|(which, noun)| Some((which, words::unit_at(scan, noun)?))) {
            Some((which, (Unit::Year, next))) => {
                (reference.today.year() + i16::from(which == Which::Next) - i16::from(which == Which::Last), next)
            }
            _ => match scan.norm(after).parse::<i16>().ok().filter(|year| (2000..2100).contains(year)) {
                Some(year) => (year, after + 1),
                None => (reference.today.iso_week_date().year(), from + 1),
            },
        };
    let date = jiff::civil::ISOWeekDate::new(wanted, number, Weekday::Monday).ok()?.date();
    let passed = after == from + 1 && date < plus(reference.today, -250)?;
    let date = if passed { plus(date, 364)? } else { date };
    Some(Piece::fixed(week(date)?, Shape::Span, next))
}
