//! Parts of the calendar: "first week of July", "mid-August", "end of the year", "summer 2027", "Q1", "the weekend of 12 July".
//!
//! Invariant: a period is days the words circle (or a month's thirds: 1–10, 10–20, 21–end), never one made up within them.

use jiff::civil::Date;

use super::{
    Interval, Reference, Shape,
    piece::{self, Partial, Piece},
    plus,
    words::{self, EARLY, LATE, MIDDLE, Unit},
};
use crate::enquiry::{
    numbers::{self, count_at, ordinal_at},
    scan::Scan,
};

/// Words that join a part to its whole.
#[rustfmt::skip]
const OF: &[&str] = &[
    "of", "in", "of the", "im", "des", "de", "du", "del", "do", "da", "van", "van de", "di", "d'", "in the",
    "of next", "of the month of", "do mes de", "del mes de", "du mois de", "van de maand", "der", "en", "em", "dans le mois de",
];

/// Words between a week and the day that says which.
#[rustfmt::skip]
const JOINED: &[&str] = &[
    "of", "of the", "commencing", "beginning", "starting", "starting on", "starting from", "around", "vom", "ab",
    "du", "del", "van", "from",
];

pub(super) fn at(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    let readings = [
        week_of_month(scan, start, reference),
        part(scan, start, reference),
        half_of_month(scan, start, reference),
        week_of_day(scan, start, reference),
        quarter(scan, start, reference),
        season(scan, start, reference),
        numbered_month(scan, start, reference),
    ];
    readings.into_iter().flatten().max_by_key(|piece| piece.next)
}

/// The month, year or day that follows, and one past it.
fn whole(scan: &Scan, at: usize, reference: &Reference) -> Option<(Interval, Shape, usize)> {
    let from = scan.phrase(at, OF).unwrap_or(at);
    let piece = month_or_year(scan, from, reference)?;
    let (interval, shape) = piece.resolve(reference, None)?;
    Some((interval, shape, piece.next))
}

fn month_or_year(scan: &Scan, at: usize, reference: &Reference) -> Option<Piece> {
    if let Some((month, _)) = words::month(scan, at) {
        let after =
            if scan.norm(at + 1) == "." && scan.glued(at + 1) && scan.norm(at).len() <= 4 { at + 2 } else { at + 1 };
        let from = scan.phrase(after, words::OF).unwrap_or(after);
        let year =
            scan.get(from).filter(|token| token.norm.len() == 4).and_then(|token| token.norm.parse::<i16>().ok());
        let year = year.filter(|year| (1900..2100).contains(year));
        return Some(Piece::new(Partial::Month { year, month }, if year.is_some() { from + 1 } else { after }));
    }
    let year = scan.get(at).filter(|token| token.norm.len() == 4).and_then(|token| token.norm.parse::<i16>().ok());
    if let Some(year) = year.filter(|year| (1900..2100).contains(year)) {
        return Some(Piece::fixed(super::year(year)?, Shape::Year, at + 1));
    }
    let piece = super::relative::at(scan, at, reference)?;
    matches!(piece.partial, Partial::Fixed(_, Shape::Month | Shape::Year | Shape::Span)).then_some(piece)
}

/// "first week of July", "3rd week of jan", "last weekend of June", "first 2 weeks of 2021", "second half of August",
/// "1st week of Oct. on Friday".
fn week_of_month(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    let from =
        scan.phrase(start, &["the", "die", "der", "den", "la", "el", "les", "a", "de", "in der", "o"]).unwrap_or(start);
    let (rank, next) = ordinal_at(scan, from)?;
    let count = count_at(scan, next).filter(|count| !count.article && words::unit_at(scan, count.next).is_some());
    let (count, noun) = count.map_or((1, next), |count| (i32::try_from(count.value).unwrap_or(1), count.next));
    let half = scan.phrase(
        noun,
        &["half", "halfte", "quinzaine", "moitie", "mitad", "quincena", "metade", "quinzena", "helft", "meta"],
    );
    let (unit, next) = half.map_or_else(|| words::unit_at(scan, noun), |next| Some((Unit::Fortnight, next)))?;
    let (outer, shape, next) = whole(scan, next, reference)?;
    (matches!(shape, Shape::Month | Shape::Year)
        && matches!(unit, Unit::Week | Unit::Weekend | Unit::Fortnight | Unit::Day))
    .then_some(())?;
    let interval = match (unit, rank) {
        (Unit::Day, numbers::LAST) => Interval { first: plus(outer.last, 1 - count)?, last: outer.last },
        (Unit::Day, rank) => Interval::days(plus(outer.first, i32::try_from(rank).ok()? - 1)?, count)?,
        (Unit::Fortnight, 1) => Interval::days(outer.first, 15)?,
        (Unit::Fortnight, _) => Interval { first: plus(outer.first, 15)?, last: outer.last },
        (Unit::Weekend, _) => weekend_of(outer, rank)?,
        _ if shape == Shape::Year => iso_weeks(outer, rank, count)?,
        (_, numbers::LAST) => Interval { first: plus(outer.last, 1 - 7 * count)?, last: outer.last },
        (_, rank) => Interval::days(plus(outer.first, 7 * (i32::try_from(rank).ok()? - 1))?, 7 * count)?,
    };
    let shape = if unit == Unit::Day && count == 1 { Shape::Day } else { Shape::Span };
    let weekday = scan.phrase(next, &["on"]).and_then(|at| words::weekday_at(scan, at).map(|(day, _)| (day, at + 1)));
    match weekday {
        Some((day, next)) => {
            let monday = super::monday(interval.first)?;
            let date = plus(monday, i32::from(day.to_monday_zero_offset()))?;
            Some(Piece::fixed(Interval::day(date), Shape::Day, next))
        }
        None => Some(Piece::fixed(interval, shape, next)),
    }
}

fn weekend_of(outer: Interval, rank: u32) -> Option<Interval> {
    let saturday = plus(outer.first, i32::from(outer.first.weekday().until(jiff::civil::Weekday::Saturday)))?;
    let first = if rank == numbers::LAST {
        plus(outer.last, -i32::from(jiff::civil::Weekday::Saturday.until(outer.last.weekday())))?
    } else {
        plus(saturday, 7 * (i32::try_from(rank).ok()? - 1))?
    };
    Interval::days(first, 2)
}

fn iso_weeks(outer: Interval, rank: u32, count: i32) -> Option<Interval> {
    let january = super::monday(Date::new(outer.first.year(), 1, 4).ok()?)?;
    let december = super::monday(Date::new(outer.first.year(), 12, 28).ok()?)?;
    let first = if rank == numbers::LAST {
        plus(december, 7 * (1 - count))?
    } else {
        plus(january, 7 * (i32::try_from(rank).ok()? - 1))?
    };
    Interval::days(first, 7 * count)
}

/// "early July", "mid-August", "end of next month", "fin août", "Mitte Juli", "later this month".
fn part(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    if let Some(next) = scan.phrase(start, &["eoy", "the eoy", "end of year"]) {
        return Some(Piece::fixed(third(super::year(reference.today.year())?, Shape::Year, 2)?, Shape::Span, next));
    }
    if let Some(next) = scan.phrase(start, &["eom", "end of month"]) {
        let month = super::month(reference.today.year(), reference.today.month())?;
        return Some(Piece::fixed(third(month, Shape::Month, 2)?, Shape::Span, next));
    }
    let from = scan.phrase(start, &["the", "in the", "in", "at the"]).unwrap_or(start);
    let found = [(EARLY, 0), (MIDDLE, 1), (LATE, 2)]
        .into_iter()
        .filter_map(|(words, index)| Some((index, scan.phrase(from, words)?)))
        .max_by_key(|(_, next)| *next)?;
    let (first, next) = found;
    let (index, next) = mixed(scan, next).unwrap_or((first, next));
    let next = scan.phrase(next, &["-", "/"]).unwrap_or(next);
    let (outer, shape, next) = whole(scan, next, reference)?;
    (matches!(shape, Shape::Month | Shape::Year)).then_some(())?;
    let beginning = third(outer, shape, first.min(index))?;
    let end = third(outer, shape, index.max(first))?;
    Some(Piece::fixed(Interval { first: beginning.first, last: end.last }, Shape::Span, next))
}

/// "erste Augusthälfte", "in der zweiten Julihälfte".
fn half_of_month(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    let from = scan.phrase(start, &["die", "der", "in der", "in die"]).unwrap_or(start);
    let (rank, noun) = ordinal_at(scan, from).filter(|(rank, _)| (1..=2).contains(rank))?;
    let name = scan.norm(noun).strip_suffix("halfte").filter(|name| name.len() > 2)?;
    let number = words::month_named(name)?;
    let after = scan.get(noun + 1).filter(|token| token.norm.len() == 4).and_then(|token| token.norm.parse().ok());
    let year = after.filter(|year| (2000..2100).contains(year));
    let month = Piece::new(Partial::Month { year, month: number }, noun + 1).resolve(reference, None)?.0;
    let middle = plus(month.first, 14)?;
    let half = if rank == 1 {
        Interval { first: month.first, last: middle }
    } else {
        Interval { first: plus(middle, 1)?, last: month.last }
    };
    Some(Piece::fixed(half, Shape::Span, noun + 1 + usize::from(year.is_some())))
}

/// "mid to late", "Anfang bis Mitte": the second word.
fn mixed(scan: &Scan, at: usize) -> Option<(usize, usize)> {
    let from = scan.phrase(at, &["to", "-", "bis", "/", "or", "a", "tot"])?;
    [(EARLY, 0), (MIDDLE, 1), (LATE, 2)].into_iter().find_map(|(words, index)| Some((index, scan.phrase(from, words)?)))
}

fn third(outer: Interval, shape: Shape, index: usize) -> Option<Interval> {
    let (first, last) = (outer.first, outer.last);
    if shape == Shape::Year {
        let month = |month: i8| super::month(first.year(), month);
        let (from, to) = [(1, 4), (5, 8), (9, 12)][index.min(2)];
        return Some(Interval { first: month(from)?.first, last: month(to)?.last });
    }
    let day = |day: i8| Date::new(first.year(), first.month(), day).ok();
    Some(match index {
        0 => Interval { first, last: day(10)? },
        1 => Interval { first: day(10)?, last: day(20)? },
        _ => Interval { first: day(21)?, last },
    })
}

/// "the week of 12 July", "week commencing 12 July", "w/c 12 July", "the weekend of halloween", "halloween weekend".
fn week_of_day(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    let from = scan.phrase(start, &["the", "in the", "in der", "la", "de"]).unwrap_or(start);
    let (unit, noun) = match scan.phrase(from, &["w / c", "w/c", "wc"]) {
        Some(next) => (Unit::Week, next),
        None => words::unit_at(scan, from).filter(|(unit, _)| matches!(unit, Unit::Week | Unit::Weekend))?,
    };
    let after =
        scan.phrase(noun, JOINED).or_else(|| (scan.norm(from) == "w" || scan.norm(from) == "wc").then_some(noun))?;
    let piece = piece::at(scan, scan.phrase(after, &["the"]).unwrap_or(after), reference)?;
    // "The weekend of April 15-18" names both days.
    if scan.phrase(piece.next, words::TO).is_some_and(|next| scan.is_number(next)) {
        return None;
    }
    let (interval, shape) = piece.resolve(reference, None)?;
    let one_day = matches!(shape, Shape::Day | Shape::Feast) || interval.first == interval.last;
    one_day.then_some(())?;
    let week = super::week(interval.first)?;
    let from_day = scan.holds(noun..after, &["commencing", "beginning", "starting"]) || scan.norm(from) == "w";
    let days = match unit {
        Unit::Weekend => Interval::days(plus(week.first, 5)?, 2)?,
        _ if from_day => Interval::days(interval.first, 7)?,
        _ => week,
    };
    Some(Piece::fixed(days, Shape::Span, piece.next))
}

/// "Q1 2027", "2019 H2", "third quarter of 2027".
fn quarter(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    let four = |at: usize| {
        scan.get(at)
            .filter(|token| token.norm.len() == 4)?
            .norm
            .parse::<i16>()
            .ok()
            .filter(|year| (1990..2100).contains(year))
    };
    let before = four(start);
    let at = if before.is_some() { scan.phrase(start + 1, &["-"]).unwrap_or(start + 1) } else { start };
    let months = match scan.norm(at) {
        "q" => 3,
        "h" => 6,
        _ => return None,
    };
    let number: i8 = scan.get(at + 1).filter(|token| token.glued && token.norm.len() == 1)?.norm.parse().ok()?;
    (number >= 1 && i32::from(number) * months <= 12).then_some(())?;
    let after = scan.phrase(at + 2, &["of", "-", "/"]).unwrap_or(at + 2);
    let later = four(after).filter(|_| before.is_none());
    let year = before.or(later).unwrap_or(reference.today.year());
    let first = super::plus_months(Date::new(year, 1, 1).ok()?, (i32::from(number) - 1) * months)?;
    let last = plus(super::plus_months(first, months)?, -1)?;
    let first =
        if before.or(later).is_none() && last < reference.today { super::plus_months(first, 12)? } else { first };
    let last = plus(super::plus_months(first, months)?, -1)?;
    Some(Piece::fixed(Interval { first, last }, Shape::Span, if later.is_some() { after + 1 } else { at + 2 }))
}

const SEASONS: &[(i8, &[&str])] = &[
    (3, &["spring", "fruhling", "fruhjahr", "printemps", "primavera", "lente", "voorjaar"]),
    (6, &["summer", "sommer", "ete", "verano", "verao", "zomer", "estate", "somer", "summertime"]),
    (9, &["autumn", "herbst", "automne", "otono", "outono", "herfst", "autunno"]),
    (12, &["winter", "hiver", "invierno", "inverno"]),
];

/// "this summer", "summer 2027", "im Sommer", "l'été prochain": three months, by the tenant's half of the world.
fn season(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    let lead = scan.phrase(
        start,
        &[
            "in the", "in", "this", "next", "the", "im", "nachsten", "diesen", "l'", "cet", "en", "este", "el", "no",
            "de", "in de", "la",
        ],
    );
    let at = lead.unwrap_or(start);
    let (month, next) = SEASONS.iter().find_map(|(month, words)| Some((*month, scan.phrase(at, words)?)))?;
    let after = scan.phrase(next, &["of", "'", ","]).unwrap_or(next);
    let year = scan.get(after).and_then(|token| token.norm.parse::<i16>().ok()).and_then(|year| match year {
        2000..2100 => Some(year),
        20..70 if scan.norm(after.wrapping_sub(1)) == "'" => Some(2000 + year),
        _ => None,
    });
    (lead.is_some() || year.is_some()).then_some(())?;
    (!scan.is(next, &["dress", "clothes", "house", "school", "sale", "palace", "garden"])).then_some(())?;
    let month = if reference.south { (month + 5) % 12 + 1 } else { month };
    let ends_on = |year: i16| -> Option<Interval> {
        let first = Date::new(year, month, 1).ok()?;
        Some(Interval { first, last: plus(super::plus_months(first, 3)?, -1)? })
    };
    let next_year = scan.norm(start) == "next" && ends_on(reference.today.year())?.first <= reference.today;
    let found = match year {
        Some(year) => ends_on(year)?,
        None => (-1..3)
            .filter_map(|ahead| ends_on(reference.today.year() + ahead))
            .find(|season| if next_year { season.first > reference.today } else { season.last >= reference.today })?,
    };
    Some(Piece::fixed(found, Shape::Span, if year.is_some() { after + 1 } else { next }))
}

/// "the 9th month of next year".
fn numbered_month(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    let from = scan.phrase(start, &["the"]).unwrap_or(start);
    let (rank, next) = ordinal_at(scan, from)?;
    let (unit, next) = words::unit_at(scan, next)?;
    let (outer, shape, next) = whole(scan, next, reference)?;
    (unit == Unit::Month && shape == Shape::Year).then_some(())?;
    let rank = if rank == numbers::LAST { 12 } else { i8::try_from(rank).ok()? };
    Some(Piece::fixed(super::month(outer.first.year(), rank)?, Shape::Month, next))
}
