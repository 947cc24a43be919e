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

/// Words of a wedding, whose place is no journey's.
#[rustfmt::skip]
const WEDDING: &[&str] = &["sposiamo", "heiraten wir", "wir heiraten", "geheiratet", "casamos", "nous marions", "marierons", "trouwen", "trou ons"];

/// Words right after a place that is gone to, though none before it says so.
#[rustfmt::skip]
const WANTED: &[&str] = &[
    "for two", "for me", "for us", "for 2", "for my", "for the two", "please", ", please", "pls", ", pls", "in particular", "it is", "only", "for preference", "sollen es sein",
    "soll es sein", "bitte", ", bitte", "svp", ", svp", "por favor", ", por favor", "asb", ", asb", "graag", "gaat het worden", "it has to be", "dus", "donc", "s'il vous plait",
];

/// "Madeira... no, forgive me", "Antalya. Ah nee wacht": a place that is taken back at once.
fn taken_back(scan: &Scan, next: usize) -> bool {
    #[rustfmt::skip]
    const NO: &[&str] = &[
        "no ,", "no .", "no wait", "no sorry", "nein ,", "nee ,", "non ,", "scratch that", "scrap that", "sorry , no", "is out", "is too", "non merci", "no thanks", "no gracias",
        "nein danke", "nao precisa", "ni me", "dit kan jy uitlos", "kan jy uitlos", "ah nee", "nee wacht", "never again", "isn't for us",
    ];
    let mut at = next;
    while at < next + 4 && scan.is(at, &[".", ",", "-"]) {
        at += 1;
    }
    scan.phrase(at, NO).is_some()
}

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
    if taken_back(scan, next) {
        return Role::Other;
    }
    let sentence = scan.sentence(first);
    if scan.holds(sentence.start.max(first.saturating_sub(7))..first, WEDDING) {
        return Role::Other;
    }
    // "3N Ubud".
    if scan.norm(first.wrapping_sub(1)) == "n" && scan.glued(first - 1) && scan.is_number(first.wrapping_sub(2)) {
        return Role::In;
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
    } else if scan.norm(first.wrapping_sub(1)) == "("
        || stayed(scan, next)
        || scan.phrase(next, WANTED).is_some()
        || dated(scan, first, next)
    {
        Role::In
    } else {
        Role::Bare
    }
}

/// "Orlando, June 7 to June 12", "Hobart, Thurs 18 Feb": a place that begins a sentence, and a date.
fn dated(scan: &Scan, first: usize, next: usize) -> bool {
    let begins = first == 0 || scan.ends_sentence(first - 1) || scan.norm(first - 1) == "\n";
    let day = next + 1;
    let number =
        scan.is_number(day) && (super::super::dates::is_month(scan, day + 1) || scan.is(day + 1, &["-", "/", "."]));
    begins
        && scan.norm(next) == ","
        && (number || super::super::dates::is_month(scan, day) || super::super::dates::is_weekday(scan, day))
}

/// "Swakopmund for 3 nights", "Chobe (2 nights)": nights right after the name.
fn stayed(scan: &Scan, next: usize) -> bool {
    #[rustfmt::skip]
    const NIGHTS: &[&str] = &[
        "nights", "night", "nachte", "nuits", "noches", "noites", "nachten", "notti", "nagte", "nts", "n", "weeks", "week", "wochen", "woche", "semaine", "semaines",
        "semana", "semanas", "weken", "settimane", "settimana", "weke",
    ];
    let from =
        scan.phrase(next, &["for", "(", ":", "-", "fur", "pour", "por", "voor", "per", ",", "for about", "for the"]);
    let count = from.and_then(|from| count_at(scan, from));
    count.is_some_and(|count| scan.is(scan.phrase(count.next, &["-"]).unwrap_or(count.next), NIGHTS))
}

fn cue(scan: &Scan, at: usize) -> Option<Role> {
    let found = |phrases: &[&str]| scan.phrase_before(at, phrases);
    let (from, to, inside, other) = (found(FROM), found(TO), found(IN), found(OTHER));
    // "No Funchal" is no English "no".
    let verb = |start: usize| scan.is(start, &["no", "do", "of", "for", "like", "want", "try"]);
    let foreign = !matches!(scan.language, Language::English);
    let other = other.filter(|start| !(verb(*start) && foreign));
    let best = [(other, Role::Other), (from, Role::From), (to, Role::To), (inside, Role::In)]
        .into_iter()
        .filter_map(|(start, role)| start.map(|start| (start, role)))
        .min_by_key(|(start, _)| *start);
    if let Some((start, role)) = best {
        // "My brother lives in Perth, so we want to visit him"; "into Lima and out of Quito".
        let theirs = scan.is(start, &["lives", "live", "woont", "wohnt", "vive", "habite", "mora", "bly", "abita", "studeert", "studies"]) && is_relative(scan, start)
            // "Träumt seit Ewigkeiten von Mauritius".
            || scan.is(start, &["von", "van", "vom"]) && dreams(scan, start);
        let open_jaw = scan.phrase(start, &["out of"]).is_some()
            && scan.holds(scan.sentence(start).start..start, &["into", "land in", "arrive in", "arriving in"]);
        if role == Role::From && (theirs || open_jaw) {
            return Some(Role::In);
        }
        // "The relatives from Poland".
        if role == Role::From && scan.is(start, &["aus", "from", "de", "van"]) && is_relative(scan, start) {
            return Some(Role::Other);
        }
        if !(role == Role::In && scan.is(at.wrapping_sub(1), &["of"]) && from_of(scan, at)) {
            return Some(role);
        }
    }
    romance_or_short(scan, at)
}

/// Whether "von" follows a verb of [`DREAM`].
fn dreams(scan: &Scan, at: usize) -> bool {
    scan.holds(at.saturating_sub(9)..at, DREAM)
}

/// Verbs whose "von" leads to what is wished for.
#[rustfmt::skip]
const DREAM: &[&str] = &[
    "traumt", "traume", "traumen", "getraumt", "schwarmt", "schwarmen", "spricht", "sprechen", "redet", "reden", "droomt", "dromen", "droom", "gedroomd", "praat",
    "praten", "houden", "hou",
];

/// Whether the word before is somebody whom a traveller may visit.
fn is_relative(scan: &Scan, at: usize) -> bool {
    #[rustfmt::skip]
    const VISITED: &[&str] = &[
        "brother", "sister", "son", "daughter", "friend", "friends", "parents", "mother", "father", "mum", "mom", "dad", "cousin",
        "cousins", "dochter", "zoon", "broer", "zus", "tochter", "sohn", "bruder", "schwester", "hija", "hijo", "hermano", "hermana", "fils", "fille", "frere", "soeur", "filha", "filho",
        "irmao", "irma", "figlia", "figlio", "fratello", "sorella", "suster", "seun", "dogter", "vriend", "vriendin", "freund", "freundin", "uncle", "aunt", "grandparents", "grandmother", "grandfather", "he", "she", "they", "relatives", "verwandten", "verwandte", "bekannte", "bekannten", "freunde", "freunden", "vrienden", "amis", "amigos", "amici", "niece", "nephew",
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
        (Language::Dutch | Language::Afrikaans, "van") => Some(if dreams(scan, at) { Role::In } else { Role::From }),
        _ => None,
    }
}

/// "de Lyon à Lisbonne": a "de" that an "à" follows soon.
fn arrow(scan: &Scan, at: usize) -> Option<Role> {
    let same = |ahead: &usize| !(at..at + ahead).any(|at| scan.ends_sentence(at));
    (1..5).filter(same).any(|ahead| scan.is(at + ahead, &["a", "para", "vers", "hasta", "ate"])).then_some(Role::From)
}

/// Whether the sentence turns here from what was to what is to be.
fn turns(scan: &Scan, at: usize) -> bool {
    #[rustfmt::skip]
    const TURNS: &[&str] = &[
        "but", "so", "and now", "dit keer", "dit maal", "stavolta", "this time", "diesmal", "aber", "jetzt", "dieses jahr", "cette fois", "cette annee", "esta vez", "pero",
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
    // "Saalbach, last year Gerlos was too small".
    // … "Zanzibar, because friends were there in 2025".
    const BECAUSE: &[&str] =
        &["because", "weil", "porque", "parce", "car", "omdat", "perche", "want", "aangesien", "after"];
    let was = |index: usize| {
        scan.is(index, &[",", "-", "(", ";"])
            && (scan.phrase(index + 1, PAST).is_some()
                || scan.is(index + 1, BECAUSE) && scan.language != Language::English
                || scan.is(index + 1, &["because"]))
    };
    let start = start.max((sentence.start..at).rev().find(|&index| was(index)));
    let end = (at..sentence.end)
        .find(|&index| turns(scan, index) || scan.is(index, &[",", "-"]) && again(index) || index > at && was(index));
    start.unwrap_or(sentence.start)..end.unwrap_or(sentence.end)
}

/// Whether the words around `at` speak of a journey that is over.
pub(crate) fn past(scan: &Scan, at: usize) -> bool {
    let clause = clause(scan, at);
    // "The last week of May" is to come.
    let is_part = |next| {
        scan.is(next, &["of", "thinking", "hoping", "looking", "wondering", "planning", "considering", "for"])
            || scan.is(next - 1, &["habitude"]) && scan.holds(next.saturating_sub(5)..next, &["comme"])
            || scan.is(next, &["in"]) && scan.language == Language::English
    };
    let over = clause.clone().any(|at| scan.phrase(at, PAST).is_some_and(|next| next <= clause.end && !is_part(next)));
    let over = over || earlier_year(scan, clause.clone(), at);
    over && !scan.holds(
        clause.start..at,
        &["would like", "want to", "we'd like", "would love", "we'd love", "hoping", "planning"],
    )
}

/// "In 2019", "l'hôtel de 2023": a year before the mail's own, which nobody was born in.
fn earlier_year(scan: &Scan, clause: std::ops::Range<usize>, place: usize) -> bool {
    const BORN: &[&str] = &[
        "born", "geboren", "geb", "ne", "nee", "nacido", "nascido", "nato", "dob", "since", "seit", "depuis", "desde",
        "sinds", "/", ".", "-",
    ];
    let year_at =
        |at: usize| scan.get(at).filter(|token| token.norm.len() == 4).and_then(|token| token.norm.parse::<i16>().ok());
    // "In 2017 it was the Galapagos, and in 2027 it's going to be Patagonia": the year that was named last.
    let last = (clause.start..place).rfind(|&at| year_at(at).is_some_and(|year| (1800..2100).contains(&year)));
    let mut clause = last.map_or(clause.clone(), |at| at..at + 1);
    clause.any(|at| {
        // "In '94".
        let short = scan.norm(at.wrapping_sub(1)) == "'"
            && scan.glued(at)
            && scan.norm(at).len() == 2
            && scan.norm(at).parse::<i16>().is_ok_and(|year| (40..100).contains(&year));
        if short {
            return true;
        }
        let earlier = year_at(at).is_some_and(|year| year >= 1800 && scan.year.is_some_and(|now| year < now));
        const MONEY: &[&str] = &[
            "$", "€", "£", "r", "+", "eur", "usd", "zar", "gbp", "euro", "euros", "rand", "pounds", "pp", "per", "inr",
            "chf", "aud", "cad", "n", "rs",
        ];
        let counted = scan.is(at.wrapping_sub(1), MONEY)
            || scan.is(at + 1, MONEY)
            || scan.glued(at + 1) && !scan.is(at + 1, &[".", ",", ")", "?", "!"]);
        earlier && !counted && !(1..=3).any(|back| scan.is(at.wrapping_sub(back), BORN))
    })
}
