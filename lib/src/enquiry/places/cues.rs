//! The words around a place that say what it is to the journey.
//!
//! Invariant: the longest cue that stands right before a place (articles and adjectives between them aside) decides.

use super::{
    super::{language::Language, numbers::count_at, party::counts_people, scan::Scan},
    words::{AGAIN, FROM, IN, NAMED_AFTER, OTHER, PAST, SKIP, TO},
};

/// What a place is to the journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Left from.
    From,
    /// Gone to.
    To,
    /// Stayed in.
    In,
    /// Named only.
    Bare,
    /// No part of the journey: a past one, a stopover, a thing named after it.
    Other,
}

/// Nouns whose "of" leads to a place that is gone to.
#[rustfmt::skip]
const PART_OF: &[&str] = &[
    "island", "islands", "tour", "city", "cities", "north", "south", "east", "west", "coast", "part", "parts", "rest",
    "exploration", "highlights", "beaches", "trip", "area", "region", "town", "outside", "centre", "center", "visit",
    "republic", "state",
];

/// The role of the place whose tokens are `first..next`.
pub(super) fn role(scan: &Scan, first: usize, next: usize) -> Role {
    if scan.is(next, NAMED_AFTER)
        && scan.get(next).is_some_and(|token| {
            token.case != super::super::scan::Case::Lower
                || scan.is(
                    next,
                    &[
                        "airlines", "airline", "airways", "cuisine", "cuisines", "food", "passport", "time", "style",
                        "dollars", "embassy",
                    ],
                )
        })
    {
        return Role::Other;
    }
    let mut at = first;
    for _ in 0..5 {
        if let Some(role) = cue(scan, at) {
            return role;
        }
        if !scan.is(at.wrapping_sub(1), SKIP) {
            break;
        }
        at -= 1;
    }
    if scan.is(next, &["-"]) && scan.is(next + 1, &["based"]) {
        Role::From
    } else if scan.is(next, &["toe"]) {
        Role::To
    } else if scan.norm(first.wrapping_sub(1)) == "(" || stayed(scan, next) {
        Role::In
    } else {
        Role::Bare
    }
}

/// "Swakopmund for 3 nights", "Chobe (2 nights)": nights right after the name.
fn stayed(scan: &Scan, next: usize) -> bool {
    const NIGHTS: &[&str] =
        &["nights", "night", "nachte", "nuits", "noches", "noites", "nachten", "notti", "nagte", "nts"];
    let from = scan.phrase(next, &["for", "(", ":", "-", "fur", "pour", "por", "voor", "per"]);
    let count = from.and_then(|from| count_at(scan, from));
    count.is_some_and(|count| scan.is(scan.phrase(count.next, &["-"]).unwrap_or(count.next), NIGHTS))
}

fn cue(scan: &Scan, at: usize) -> Option<Role> {
    let found = |phrases: &[&str]| scan.phrase_before(at, phrases);
    let (from, to, inside, other) = (found(FROM), found(TO), found(IN), found(OTHER));
    let best = [(other, Role::Other), (from, Role::From), (to, Role::To), (inside, Role::In)]
        .into_iter()
        .filter_map(|(start, role)| start.map(|start| (start, role)))
        .min_by_key(|(start, _)| *start);
    if let Some((start, role)) = best {
        // "My brother lives in Perth, so we want to visit him"; "into Lima and out of Quito".
        let theirs = scan.is(start, &["lives", "live"]) && is_relative(scan, start);
        let open_jaw = scan.phrase(start, &["out of"]).is_some()
            && scan.holds(scan.sentence(start).start..start, &["into", "land in", "arrive in", "arriving in"]);
        if role == Role::From && (theirs || open_jaw) {
            return Some(Role::In);
        }
        let verb = scan.is(start, &["no", "do", "of", "for", "like", "want", "try"]);
        let believed = !(verb && role == Role::Other && !matches!(scan.language, Language::English));
        if believed && !(role == Role::In && scan.is(at.wrapping_sub(1), &["of"]) && from_of(scan, at)) {
            return Some(role);
        }
    }
    romance_or_short(scan, at)
}

/// Whether the word before is somebody whom a traveller may visit.
fn is_relative(scan: &Scan, at: usize) -> bool {
    #[rustfmt::skip]
    const VISITED: &[&str] = &[
        "brother", "sister", "son", "daughter", "friend", "friends", "parents", "mother", "father", "mum", "mom", "dad", "cousin",
        "cousins", "uncle", "aunt", "grandparents", "grandmother", "grandfather", "he", "she", "they", "relatives", "niece", "nephew",
    ];
    scan.is(at.wrapping_sub(1), VISITED)
}

/// "bank of", "friends of": what "of" follows is not gone to unless it is a part of a journey.
fn from_of(scan: &Scan, at: usize) -> bool {
    !scan.is(at.wrapping_sub(2), PART_OF)
}

/// "de Paris", "à Rome", "a Roma", "da Milano", which ask for the language.
fn romance_or_short(scan: &Scan, at: usize) -> Option<Role> {
    let word = scan.before(at, 1);
    let before = scan.before(at, 2);
    match (scan.language, word) {
        (Language::French, "a") | (Language::Spanish | Language::Portuguese | Language::Italian, "a" | "ad") => {
            Some(Role::To)
        }
        (Language::French | Language::Spanish | Language::Portuguese, "de" | "d" | "'") => {
            let leaving = [
                "depart", "partir", "partant", "salida", "saliendo", "salir", "saida", "saindo", "vol", "vols",
                "vuelo", "vuelos", "voo", "voos", "viajar", "viajamos", "voyager", "partons", "salimos", "partida",
                "ir", "aller", "saimos", "trajet", "vamos",
            ];
            // "Un couple de retraités de Bruxelles".
            let people = counts_people(before) && word == "de" && !scan.is_number(at.wrapping_sub(3));
            let from = leaving.contains(&before) || before.starts_with("partir") || people;
            if from { Some(Role::From) } else { arrow(scan, at) }
        }
        (Language::Italian, "da") => Some(Role::From),
        (Language::Dutch | Language::Afrikaans, "van") => Some(Role::From),
        _ => None,
    }
}

/// "de Lyon à Lisbonne": a "de" that an "à" follows soon.
fn arrow(scan: &Scan, at: usize) -> Option<Role> {
    (1..5).any(|ahead| scan.is(at + ahead, &["a", "para", "vers", "hasta", "ate"])).then_some(Role::From)
}

/// Whether the sentence turns here from what was to what is to be.
fn turns(scan: &Scan, at: usize) -> bool {
    #[rustfmt::skip]
    const TURNS: &[&str] = &[
        "but", "so", "and now", "this time", "diesmal", "aber", "jetzt", "dieses jahr", "cette fois", "cette annee", "esta vez", "pero",
        "asi que", "este ano", "ahora", "agora", "desta vez", "maar", "deze keer", "dit jaar", "questa volta", "quest'anno", "hierdie keer",
        "hierdie jaar",
    ];
    scan.phrase(at, TURNS).is_some() || scan.language == Language::French && scan.is(at, &["mais"])
}

/// The tokens around `at` that speak of one thing: a sentence, up to where it turns from what was to what is to be.
pub(crate) fn clause(scan: &Scan, at: usize) -> std::ops::Range<usize> {
    let sentence = scan.sentence(at);
    let again = |index: usize| scan.phrase(index + 1, AGAIN).is_some();
    let start = (sentence.start..at).rev().find(|&index| {
        scan.is(index, &[",", "-", ":"]) && again(index)
            || scan.phrase(index, &["and want", "and would", "want something"]).is_some()
            || turns(scan, index)
    });
    let end = (at..sentence.end).find(|&index| turns(scan, index) || scan.is(index, &[",", "-"]) && again(index));
    start.unwrap_or(sentence.start)..end.unwrap_or(sentence.end)
}

/// Whether the words around `at` speak of a journey that is over.
pub(crate) fn past(scan: &Scan, at: usize) -> bool {
    let clause = clause(scan, at);
    // "The last week of May" is to come.
    let is_part = |next| {
        scan.is(next, &["of", "thinking", "hoping", "looking", "wondering", "planning", "considering"])
            || scan.is(next, &["in"]) && scan.language == Language::English
    };
    let over = clause.clone().any(|at| scan.phrase(at, PAST).is_some_and(|next| next <= clause.end && !is_part(next)));
    over && !scan.holds(
        clause.start..at,
        &["would like", "want to", "we'd like", "would love", "we'd love", "hoping", "planning"],
    )
}
