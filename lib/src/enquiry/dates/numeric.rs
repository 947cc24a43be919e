//! Dates in digits: "03/04/2027", "3.4.", "2027-04-03", "20270403".
//!
//! Invariant: 03/04 is read by the tenant's order and says that it is ambiguous; no date outside the calendar comes out.

use jiff::civil::Date;

use super::{
    DateOrder, Interval, Shape,
    piece::{Partial, Piece},
};
use crate::enquiry::{
    party,
    scan::{Kind, Scan},
};

pub(super) fn century(short: i16) -> i16 {
    if short < 70 { 2000 + short } else { 1900 + short }
}

/// "03/04/2027", "3.4.", "2027-04-03", "20270403".
pub(super) fn numeric(scan: &Scan, start: usize, order: DateOrder) -> Option<Piece> {
    let token = scan.get(start).filter(|token| token.kind == Kind::Number)?;
    if scan.glued(start) && scan.is(start.wrapping_sub(1), &[".", "/", ","]) && scan.is_number(start.wrapping_sub(2)) {
        return None;
    }
    if token.norm.len() == 8 && (token.norm.starts_with("20") || token.norm.starts_with("19")) {
        let digits: i32 = token.norm.parse().ok()?;
        let (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100);
        return day_of(i64::from(year), i64::from(month), i64::from(day), start + 1);
    }
    let separator = scan.norm(start + 1);
    let joined = |at: usize| scan.glued(at) && scan.glued(at + 1) && scan.norm(at) == separator;
    if !matches!(separator, "/" | "." | "-") || !joined(start + 1) || !scan.is_number(start + 2) {
        return None;
    }
    let number = |at: usize| scan.norm(at).parse::<i64>().ok();
    let (a, b) = (number(start)?, number(start + 2)?);
    if joined(start + 3)
        && scan.is_number(start + 4)
        && !(scan.glued(start + 5) && scan.is_number(start + 6) && scan.norm(start + 5) == separator)
    {
        let c = number(start + 4)?;
        return match (token.norm.len(), scan.norm(start + 4).len()) {
            (4, 1..=2) => day_of(a, b, c, start + 5),
            (1..=2, 4) => ordered(a, b, Some(i16::try_from(c).ok()?), order, start + 5),
            (1..=2, 2) => ordered(a, b, Some(century(i16::try_from(c).ok()?)), order, start + 5),
            _ => None,
        };
    }
    two_part(scan, start, (a, b), separator, order)
}

/// Two numbers: "03/04", "3.7.", "12-2015", "2027-07".
fn two_part(scan: &Scan, start: usize, (a, b): (i64, i64), separator: &str, order: DateOrder) -> Option<Piece> {
    let lengths = (scan.norm(start).len(), scan.norm(start + 2).len());
    if lengths.1 == 4 && (1..=12).contains(&a) && (1990..2100).contains(&b) {
        return Some(Piece::new(
            Partial::Month { year: i16::try_from(b).ok(), month: i8::try_from(a).ok()? },
            start + 3,
        ));
    }
    if lengths == (4, 2) && (1..=12).contains(&b) && (1990..2100).contains(&a) && separator != "." {
        return Some(Piece::new(
            Partial::Month { year: i16::try_from(a).ok(), month: i8::try_from(b).ok()? },
            start + 3,
        ));
    }
    let close = scan.norm(start + 3) == "." && scan.glued(start + 3);
    let led = scan
        .is(start.wrapping_sub(1), &["am", "vom", "bis", "ab", "den", "zum", "from", "on", "until", "to", "between"]);
    let fits = match separator {
        "/" => !scan.is(start + 3, &["day", "days", "board", "star"]),
        "." => (close || led) && lengths.1 <= 2 && !scan.is(start + 3, &["k", "lakh", "m", "million"]),
        _ => false,
    };
    let next = start + 3 + usize::from(close && separator == ".");
    (fits && lengths.0 <= 2 && lengths.1 <= 2 && !party::counts_something(scan, next))
        .then(|| ordered(a, b, None, if separator == "." { DateOrder::DayFirst } else { order }, next))
        .flatten()
}

/// "7-6" beside a weekday.
pub(super) fn two_numbers(scan: &Scan, start: usize, order: DateOrder) -> Option<Piece> {
    let number = |at: usize| scan.get(at).filter(|token| token.kind == Kind::Number)?.norm.parse::<i64>().ok();
    (scan.is(start + 1, &["-", "/", "."]) && scan.glued(start + 2)).then_some(())?;
    ordered(number(start)?, number(start + 2)?, None, order, start + 3)
}

fn ordered(a: i64, b: i64, year: Option<i16>, order: DateOrder, next: usize) -> Option<Piece> {
    let (day, month) = match order {
        _ if a > 12 => (a, b),
        _ if b > 12 => (b, a),
        DateOrder::DayFirst => (a, b),
        DateOrder::MonthFirst => (b, a),
    };
    Date::new(year.unwrap_or(2028), i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    let partial = Partial::Day { year, month: i8::try_from(month).ok()?, day: i8::try_from(day).ok()? };
    Some(Piece { partial, next, ambiguous: a <= 12 && b <= 12 && a != b })
}

fn day_of(year: i64, month: i64, day: i64, next: usize) -> Option<Piece> {
    let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(Piece::fixed(Interval::day(date), Shape::Day, next))
}
