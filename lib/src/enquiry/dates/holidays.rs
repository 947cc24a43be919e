//! Feasts people travel at: Easter, Christmas, New Year and others that have a name.
//!
//! Invariant: a feast without a year is the next one to come.

use jiff::civil::{Date, Weekday};

use super::{Interval, Reference, Shape, piece::Piece, plus};
use crate::enquiry::scan::Scan;

/// How a feast's days follow from the year.
#[derive(Debug, Clone, Copy)]
enum Rule {
    /// From and to, as days after Easter Sunday.
    Easter(i32, i32),
    /// Month, day, and how many days.
    On(i8, i8, i32),
    /// The nth weekday of a month; counted from the end when negative.
    Nth(i8, i8, Weekday),
    /// Known dates, first to last year (moon calendars).
    Known(&'static [(i16, i8, i8)]),
}

use Rule::{Easter, Known, Nth, On};

const EID: &[(i16, i8, i8)] = &[
    (2021, 5, 13),
    (2022, 5, 2),
    (2023, 4, 21),
    (2024, 4, 10),
    (2025, 3, 30),
    (2026, 3, 20),
    (2027, 3, 9),
    (2028, 2, 26),
    (2029, 2, 14),
    (2030, 2, 4),
];
const EID_AL_ADHA: &[(i16, i8, i8)] =
    &[(2024, 6, 16), (2025, 6, 6), (2026, 5, 27), (2027, 5, 16), (2028, 5, 5), (2029, 4, 24), (2030, 4, 13)];
const DIWALI: &[(i16, i8, i8)] =
    &[(2024, 10, 31), (2025, 10, 20), (2026, 11, 8), (2027, 10, 29), (2028, 10, 17), (2029, 11, 5), (2030, 10, 26)];
const LUNAR_NEW_YEAR: &[(i16, i8, i8)] =
    &[(2024, 2, 10), (2025, 1, 29), (2026, 2, 17), (2027, 2, 6), (2028, 1, 26), (2029, 2, 13), (2030, 2, 3)];

const FEASTS: &[(Rule, &[&str])] = &[
    (
        Easter(-2, -2),
        &[
            "good friday",
            "karfreitag",
            "vendredi saint",
            "viernes santo",
            "sexta feira santa",
            "goede vrijdag",
            "venerdi santo",
            "goeie vrydag",
        ],
    ),
    (Easter(0, 0), &["easter", "easter sunday", "ostersonntag"]),
    (Easter(1, 1), &["easter monday", "ostermontag", "lundi de paques", "paasmaandag", "pasquetta", "family day"]),
    (
        Easter(-2, 1),
        &[
            "easter weekend",
            "easter long weekend",
            "easter holidays",
            "easter break",
            "osterferien",
            "ostern",
            "paques",
            "pasen",
            "pasqua",
            "pascoa",
            "paasfees",
            "paasnaweek",
            "week end de paques",
            "paasweekend",
            "osterwochenende",
        ],
    ),
    (Easter(-7, 0), &["semana santa", "holy week", "easter week", "karwoche"]),
    (Easter(39, 39), &["ascension", "ascension day", "christi himmelfahrt", "himmelfahrt", "hemelvaart"]),
    (Easter(47, 50), &["pfingsten", "pentecost weekend", "whitsun", "pentecote", "pinksteren", "pfingstferien"]),
    (Easter(49, 49), &["pentecost", "whit sunday"]),
    (Easter(-48, -47), &["carnival", "karneval", "fasching", "carnaval"]),
    (On(12, 24, 1), &["christmas eve", "heiligabend", "nochebuena", "kerstavond"]),
    (On(12, 25, 1), &["christmas day", "xmas day", "christmas", "xmas", "1 weihnachtstag"]),
    (
        On(12, 24, 3),
        &[
            "christmas holidays",
            "christmas break",
            "over christmas",
            "over xmas",
            "weihnachten",
            "noel",
            "navidad",
            "natal",
            "kerst",
            "kerstmis",
            "natale",
            "kersfees",
            "kersttijd",
            "festive season",
            "christmas time",
        ],
    ),
    (On(12, 26, 1), &["boxing day", "day of goodwill"]),
    (
        On(12, 31, 1),
        &[
            "new year's eve",
            "new years eve",
            "new year' s eve",
            "new year ' s eve",
            "nye",
            "silvester",
            "reveillon",
            "saint sylvestre",
            "nochevieja",
            "oudejaarsavond",
            "capodanno",
        ],
    ),
    (
        On(1, 1, 1),
        &[
            "new year's day",
            "new years day",
            "new year",
            "new years",
            "new year's",
            "neujahr",
            "nouvel an",
            "ano nuevo",
            "ano novo",
            "nieuwjaar",
            "nuwejaar",
        ],
    ),
    (
        On(2, 14, 1),
        &[
            "valentine's day",
            "valentines day",
            "valentine's",
            "valentines",
            "valentinstag",
            "saint valentin",
            "san valentin",
            "san valentino",
        ],
    ),
    (On(3, 17, 1), &["st patrick's day", "saint patrick's day", "st patricks day", "saint patrick", "st patrick"]),
    (On(4, 22, 1), &["earth day"]),
    (On(4, 27, 1), &["king's day", "koningsdag", "vryheidsdag"]),
    (
        On(5, 1, 1),
        &[
            "labour day weekend",
            "workers day",
            "workers' day",
            "workers ' day",
            "international workers' day",
            "international workers ' day",
            "tag der arbeit",
            "may day",
            "fete du travail",
        ],
    ),
    (On(6, 19, 1), &["juneteenth", "freedom day", "jubilee day"]),
    (On(7, 4, 1), &["independence day", "fourth of july", "4th of july"]),
    (On(7, 14, 1), &["bastille day", "14 juillet"]),
    (On(8, 15, 1), &["assumption", "ferragosto", "maria himmelfahrt", "assomption"]),
    (On(9, 24, 1), &["heritage day", "erfenisdag"]),
    (On(10, 3, 1), &["german unity day", "tag der deutschen einheit"]),
    (On(10, 31, 1), &["halloween"]),
    (On(11, 1, 1), &["all saints", "allerheiligen", "toussaint", "todos los santos"]),
    (On(12, 16, 1), &["day of reconciliation"]),
    (Nth(11, 4, Weekday::Thursday), &["thanksgiving", "thanksgiving day"]),
    (Nth(9, 1, Weekday::Monday), &["labor day", "labor day weekend"]),
    (
        Nth(5, -1, Weekday::Monday),
        &["memorial day", "memorial day weekend", "late may bank holiday", "spring bank holiday"],
    ),
    (Nth(5, 1, Weekday::Monday), &["early may bank holiday", "may bank holiday"]),
    (Nth(8, -1, Weekday::Monday), &["august bank holiday", "summer bank holiday"]),
    (Known(EID), &["eid al fitr", "eid ul fitr", "eid"]),
    (Known(EID_AL_ADHA), &["eid al adha", "bakrid"]),
    (Known(DIWALI), &["diwali", "deepavali"]),
    (Known(LUNAR_NEW_YEAR), &["chinese new year", "lunar new year"]),
];

#[rustfmt::skip]
const NEW_YEAR: &[&str] = &[
    "over new year", "over new year's", "over new years", "for new year", "for new year's", "for new years",
    "uber silvester", "uber neujahr", "for nye", "over nye",
];

#[rustfmt::skip]
const BOTH: &[&str] = &[
    "christmas and new year", "christmas / new year", "christmas / new years", "christmas & new year",
    "xmas and new year", "between christmas and new year", "zwischen den jahren", "zwischen weihnachten und neujahr",
    "zwischen weihnachten und silvester", "entre noel et le nouvel an", "entre noel et nouvel an",
    "tussen kerst en oud en nieuw", "between christmas and new year's", "christmas and new year's",
    "christmas to new year", "christmas through new year",
];

pub(super) fn at(scan: &Scan, start: usize, reference: &Reference) -> Option<Piece> {
    let last = scan.phrase(start, &["last"]);
    let lead = last.or_else(|| scan.phrase(start, &["next", "this", "the", "over", "zu", "an"])).unwrap_or(start);
    let from = if rule_at(scan, start).is_some() { start } else { lead };
    if let Some(next) = festive(scan, start) {
        return turn_of_year(reference, next, scan);
    }
    let (rule, next) = rule_at(scan, from)?;
    let weekend = scan.phrase(next, &["weekend", "long weekend"]);
    let after = scan.phrase(weekend.unwrap_or(next), &["of", "in", ","]).unwrap_or(weekend.unwrap_or(next));
    let (given, end) =
        year_at(scan, after, reference).map_or((None, weekend.unwrap_or(next)), |(year, next)| (Some(year), next));
    let interval = match (given, last) {
        (Some(year), _) => days(rule, year)?,
        (None, Some(_)) => (0..3)
            .filter_map(|back| days(rule, reference.today.year() - back))
            .find(|days| days.last < reference.today)?,
        (None, None) => (0..4)
            .filter_map(|ahead| days(rule, reference.today.year() + ahead))
            .find(|days| days.last >= reference.today)?,
    };
    let interval = match weekend {
        Some(_) => around(interval.first)?,
        None => interval,
    };
    let shape = if interval.first == interval.last { Shape::Feast } else { Shape::Span };
    Some(Piece::fixed(interval, shape, end))
}

fn rule_at(scan: &Scan, at: usize) -> Option<(Rule, usize)> {
    // "Father Xmas" is no day, "mercatini di Natale" no holiday.
    let named = scan
        .is(at.wrapping_sub(1), &["father", "santa", "papa", "pere", "papai", "market", "markets", "babbo"])
        || scan
            .phrase_before(at, &["mercatini di", "marches de", "mercados de", "marche de", "mercadillos de"])
            .is_some()
        || scan.is(at + 1, &["market", "markets", "lunch", "party", "cake", "markt", "shopping"]);
    // "In the new year" is the year, not its first day.
    let coming =
        scan.norm(at) == "new" && scan.is(at.wrapping_sub(1), &["the"]) && scan.is(at.wrapping_sub(2), &["in"]);
    if named || coming {
        return None;
    }
    FEASTS.iter().filter_map(|(rule, names)| Some((*rule, scan.phrase(at, names)?))).max_by_key(|(_, next)| *next)
}

fn year_at(scan: &Scan, at: usize, reference: &Reference) -> Option<(i16, usize)> {
    for (phrase, ahead) in [("this year", 0), ("next year", 1), ("last year", -1)] {
        if let Some(next) = scan.phrase(at, &[phrase]) {
            return Some((reference.today.year() + ahead, next));
        }
    }
    let year: i16 = scan.get(at).filter(|token| token.norm.len() == 4)?.norm.parse().ok()?;
    (1990..2100).contains(&year).then_some((year, at + 1))
}

/// "over New Year", "Christmas and New Year", "zwischen den Jahren", "entre Noël et Nouvel An".
fn festive(scan: &Scan, at: usize) -> Option<usize> {
    scan.phrase(at, BOTH).or_else(|| scan.phrase(at, NEW_YEAR))
}

/// The days around the turn of the year: from Christmas when it was named, else from the 30th.
fn turn_of_year(reference: &Reference, next: usize, scan: &Scan) -> Option<Piece> {
    let christmas =
        scan.holds(next.saturating_sub(6)..next, &["christmas", "xmas", "weihnachten", "noel", "kerst", "jahren"]);
    let given = year_at(scan, next, reference);
    let january = reference.today.month() == 1 && reference.today.day() <= 1;
    let year =
        given.map_or(if january { reference.today.year() - 1 } else { reference.today.year() }, |(year, _)| year);
    let first = Date::new(year, 12, if christmas { 24 } else { 30 }).ok()?;
    let interval = Interval { first, last: Date::new(year + 1, 1, 2).ok()? };
    Some(Piece::fixed(interval, Shape::Span, given.map_or(next, |(_, next)| next)))
}

fn days(rule: Rule, year: i16) -> Option<Interval> {
    let (first, last) = match rule {
        Easter(from, to) => {
            let sunday = easter(year)?;
            (plus(sunday, from)?, plus(sunday, to)?)
        }
        On(month, day, count) => {
            let first = Date::new(year, month, day).ok()?;
            (first, plus(first, count - 1)?)
        }
        Nth(month, nth, weekday) => {
            let date = Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?;
            (date, date)
        }
        Known(dates) => {
            let (year, month, day) = *dates.iter().find(|(known, ..)| *known == year)?;
            let date = Date::new(year, month, day).ok()?;
            (date, date)
        }
    };
    Some(Interval { first, last })
}

/// The weekend nearest to a day: Saturday and Sunday of its week.
fn around(date: Date) -> Option<Interval> {
    let early = matches!(date.weekday(), Weekday::Monday | Weekday::Tuesday);
    Interval::days(plus(super::monday(date)?, if early { -2 } else { 5 })?, 2)
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_church_says() {
        for (year, month, day) in
            [(2019, 4, 21), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)]
        {
            assert_eq!(easter(year), Date::new(year, month, day).ok());
        }
    }
}
