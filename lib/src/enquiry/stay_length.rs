//! How long: "7 nights", "a week", "zehn Tage", "a long weekend".
//!
//! Invariant: nights are the mail's own; days are taken for nights only when it gives no nights, and then inferred.

use super::{Confidence, Evidence, Origin, numbers::count_at, scan::Scan};

/// What a unit of stay is worth in nights, and whether it says nights itself.
const UNITS: &[(u32, Origin, &str)] = &[
    (
        1,
        Origin::Stated,
        "night nights nite nites nts nacht nachte nachten nachtje nachtjes nachtjie nuit nuits nuitee nuitees noche noches noite noites notte notti nag nagte overnachtingen ubernachtungen ubernachtung pernoites",
    ),
    (
        7,
        Origin::Stated,
        "week weeks wk wks woche wochen semaine semaines semana semanas semanita weken weke weekje settimana settimane",
    ),
    (14, Origin::Stated, "fortnight"),
    (1, Origin::Inferred, "day days tag tage tagen jour jours dia dias dag dagen dae giorno giorni"),
];

/// Words before a length that make it something else than the stay.
#[rustfmt::skip]
const NOT_STAY: &[&str] = &[
    "in", "within", "for the last", "last", "past", "ago", "in about", "every", "next", "the next", "after", "before",
    "per", "minimum", "each", "instead of", "rather than", "not", "originally", "originally wanted", "statt", "au lieu de", "en vez de",
    "em vez de", "in plaats van", "invece di", "first", "the first", "last few", "within the next", "in the next", "reply within", "miss", "missing", "missed",
];

/// Words before the length that counts, when another was named: "we wanted 7, but make that 10 nights".
#[rustfmt::skip]
const CORRECTED: &[&str] = &[
    "make that", "make it", "so", "now it's", "now it is", "it's now", "it is now", "now", "rather", "but actually", "sorry ,", "i mean", "i meant",
    "should be", "no wait ,", "lieber", "doch lieber", "plutot", "mejor", "melhor", "liever", "eerder", "meglio", "in fact", "changed to",
];

/// The length of the stay a part of the mail states.
pub(super) fn read(scan: &Scan) -> Option<Evidence<u32>> {
    let mut best: Option<Evidence<u32>> = None;
    for at in 0..scan.len() {
        let over = || !super::places::past(scan, at);
        if let Some(found) = length(scan, at)
            .filter(|found| best.as_ref().is_none_or(|known| found.confidence > known.confidence))
            .filter(|_| over())
        {
            best = Some(found);
        }
    }
    best
}

fn length(scan: &Scan, at: usize) -> Option<Evidence<u32>> {
    // "Nights: 5".
    let is_night = UNITS[0].2.split_ascii_whitespace().any(|name| name == scan.norm(at));
    let labelled =
        count_at(scan, at + 2).filter(|count| is_night && scan.norm(at + 1) == ":" && (1..=60).contains(&count.value));
    if let Some(count) = labelled {
        return Some(evidence(scan, at, count.next, count.value, Origin::Stated, 97));
    }
    if let Some(next) = scan.phrase(at, &["fortnight", "week long", "for the week", "a long weekend", "week-long"]) {
        let (value, origin) = match scan.norm(at) {
            "fortnight" => (14, Origin::Stated),
            "a" => (3, Origin::Inferred),
            _ => (7, Origin::Inferred),
        };
        return Some(evidence(scan, at, next, value, origin, 80));
    }
    if let Some(found) = packaged(scan, at) {
        return Some(found);
    }
    let part_of =
        scan.glued(at) && scan.is(at.wrapping_sub(1), &["/", ".", ",", ":", "$", "€", "£"]) && scan.is_number(at);
    let upper_end = at >= 2
        && scan.is(at - 1, &["-", "to", "or", "bis", "oder", "a", "ou", "o", "tot", "of"])
        && count_at(scan, at - 2).is_some_and(|count| !count.article && count.next == at - 1);
    let count = count_at(scan, at).filter(|count| (1..=120).contains(&count.value) && !part_of && !upper_end)?;
    let (count, upper) = match scan
        .phrase(count.next, &["-", "to", "or", "bis", "oder", "a", "ou", "o", "tot", "of"])
        .and_then(|next| count_at(scan, next))
    {
        Some(upper) if upper.value > count.value && !count.article => {
            (super::numbers::Count { next: upper.next, ..count }, true)
        }
        _ => (count, false),
    };
    let from = scan
        .phrase(
            count.next,
            &["-", "full", "whole", "x", "or so", "more", "extra", "additional", "further", "weitere", "mehr"],
        )
        .unwrap_or(count.next);
    let (worth, origin, _) =
        UNITS.iter().find(|(.., names)| names.split_ascii_whitespace().any(|name| name == scan.norm(from)))?;
    let mut next = from + 1;
    if scan.is(next, &["old", "ago", "later", "before", "after", "notice", "from", "of", "earlier", "prior", "'"])
        && !scan.is(next, &["from", "of", "'"])
        && !(scan.is(next, &["before", "after"])
            && scan.is(
                next + 1,
                &["he", "she", "we", "i", "they", "returning", "heading", "going", "flying", "coming", "moving"],
            ))
        || scan.phrase(next, &["from now", "from today", "of age", "in advance", "wait"]).is_some()
    {
        return None;
    }
    let corrected = scan.phrase_before(at, CORRECTED).is_some();
    // "I'm after four nights".
    let sought = scan.is(at.wrapping_sub(1), &["after"]) && scan.is(at.wrapping_sub(2), &["m", "am", "re", "are"]);
    let italian = scan.language == super::language::Language::Italian && scan.is(at.wrapping_sub(1), &["per"]);
    let sought = sought || italian;
    let blocked = !sought && scan.phrase_before(at, NOT_STAY).is_some()
        || *worth == 1 && count.article && *origin == Origin::Inferred;
    let tour = scan.is(
        next,
        &["trip", "tour", "stay", "holiday", "vacation", "itinerary", "cruise", "safari", "honeymoon", "break"],
    );
    if blocked && !tour {
        return None;
    }
    let mut value = count.value.checked_mul(*worth)?;
    if let Some((more, end)) = more(scan, next) {
        (value, next) = (value + more, end);
    }
    let value = if scan.is(next, &["and"]) && scan.phrase(next, &["and a half"]).is_some() && *worth == 7 {
        value + 3
    } else {
        value
    };
    let night = *worth == 1 && *origin == Origin::Stated;
    let out = scan.norm(next) == "out" && scan.norm(from) == "night";
    let priced =
        count.article && (scan.is_number(at.wrapping_sub(1)) || scan.is(at.wrapping_sub(1), &["k", "€", "£", "$"]));
    let per_place = night && (count.article && scan.phrase_before(at, &["per", "a"]).is_some() || priced || out);
    (!per_place && value <= 120).then_some(())?;
    let confidence = if night {
        97
    } else if *origin == Origin::Stated {
        92
    } else {
        80
    } + if corrected { 2 } else { 0 }
        - if upper { 15 } else { 0 }
        - if count.article && night { 30 } else { 0 }
        // "Maybe a couple of nights somewhere nice".
        - if scan.is(at, &["a", "couple"]) && count.value == 2 { 25 } else { 0 };
    Some(evidence(scan, at, next, value, if upper { Origin::Inferred } else { *origin }, confidence))
}

/// "5N6D", "5N/6D": nights and days as travel agents write them.
fn packaged(scan: &Scan, at: usize) -> Option<Evidence<u32>> {
    let nights = count_at(scan, at).filter(|count| scan.is_number(at) && (1..=60).contains(&count.value))?;
    let is_unit = |at: usize, unit: &str| scan.norm(at) == unit && scan.glued(at);
    is_unit(nights.next, "n").then_some(())?;
    let days = scan.phrase(nights.next + 1, &["/", "-", "+"]).unwrap_or(nights.next + 1);
    let is_days = scan.is_number(days) && is_unit(days + 1, "d");
    is_days.then(|| evidence(scan, at, days + 2, nights.value, Origin::Stated, 97))
}

/// "and 3 nights" after weeks, "+ 4 nights" after nights elsewhere.
fn more(scan: &Scan, at: usize) -> Option<(u32, usize)> {
    let count = count_at(scan, scan.phrase(at, &["and", "plus", "+", "und", "et", "y", "e", "en"])?)?;
    let nights = scan.is(
        count.next,
        &["nights", "days", "nachte", "tage", "nuits", "jours", "noches", "dias", "noites", "nachten", "dagen"],
    );
    let again = scan.phrase(count.next + 1, &["in", "at"]).is_some();
    (nights && !again && count.value < 7).then_some((count.value, count.next + 1))
}

fn evidence(scan: &Scan, first: usize, next: usize, value: u32, origin: Origin, confidence: u8) -> Evidence<u32> {
    Evidence { value, origin, confidence: Confidence(confidence), source: scan.source(first, next - 1) }
}

/// Several stays one after another ("4 nights in Cape Town, then 3 in the Kruger", "Sossusvlei for 2 nights, Swakopmund for
/// 3 nights") as one length: their sum.
pub(super) fn legs(scan: &Scan) -> Option<Evidence<u32>> {
    let mut nights: Vec<(usize, usize, u32)> = Vec::new();
    for at in 0..scan.len() {
        if let Some((next, value)) = leg(scan, at, nights.last().map(|last| last.1)) {
            nights.push((at, next - 1, value));
        }
    }
    let (first, last) = (nights.first()?, nights.last()?);
    let apart = nights.len() >= 2 && nights.windows(2).all(|pair| pair[1].0 < pair[0].1 + 24);
    let total = scan.holds(0..scan.len(), &["or"])
        && nights.windows(2).any(|pair| scan.holds(pair[0].1..pair[1].0, &["or", "oder", "alternatively"]));
    (apart && !total)
        .then(|| evidence(scan, first.0, last.1, nights.iter().map(|(.., value)| value).sum(), Origin::Inferred, 85))
}

/// Nights in a place that is named right after or right before them; after a first leg (that ended at `since`) the word may
/// be left out.
fn leg(scan: &Scan, at: usize, since: Option<usize>) -> Option<(usize, u32)> {
    const IN: &[&str] = &["in", "at", "on", "a", "en", "auf", "im", "au", "op", "em", "no", "na"];
    let count = count_at(scan, at).filter(|count| !count.article && (1..=60).contains(&count.value))?;
    let named =
        |at: usize| scan.get(at).is_some_and(|token| scan.is_word(at) && token.case != super::scan::Case::Lower);
    // "Cairo 3N, Nile cruise 4N".
    let short = scan.norm(count.next) == "n" && scan.glued(count.next);
    let night = short || UNITS[0].2.split_ascii_whitespace().any(|name| name == scan.norm(count.next));
    // "Then five more in Split".
    let more = usize::from(!night && since.is_some() && scan.is(count.next, &["more"]));
    let next = if night { count.next + 1 } else { count.next + more };
    let inside = scan.is(next, IN) && (named(next + 1) || scan.is(next + 1, &["the"]));
    // "Swakopmund for 3 nights", "Chobe 2 nts".
    let before = named(at.wrapping_sub(1))
        || scan.is(at.wrapping_sub(1), &["for", "(", "-", ":", ","]) && named(at.wrapping_sub(2));
    let placed = inside || short || night && (named(next) || before);
    let followed = since.is_some_and(|since| at < since + 16) && inside;
    (placed && (night || followed)).then_some((next, count.value))
}
