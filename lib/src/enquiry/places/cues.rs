//! The words around a place that say what it is to the journey.
//!
//! Invariant: the longest cue that stands right before a place (articles and adjectives between them aside) decides.

use super::super::{language::Language, scan::Scan};

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

const FROM: &[&str] = &[
    "from", "leaving", "leaving from", "departing", "depart", "departing from", "depart from", "leave", "leave from", "ex", "ab", "ab flughafen", "von", "aus", "out of", "desde", "saliendo de", "saliendo desde",
    "salida de", "salida desde", "salida", "saindo de", "saida de", "partindo de", "au depart de", "au depart d", "depart de", "partant de", "a partir de", "partir de", "vanaf", "vanuit", "uit", "dal", "dalla", "partenza da",
    "in partenza da", "partendo da", "based in", "live in", "living in", "lives in", "located in", "starting in", "starting at", "beginning in", "beginning at", "starts in", "begins in", "commencing in", "departure", "departure :",
    "departure city", "departure airport", "departure city :", "departure airport :", "from :", "origin", "origin :", "origin is", "abflug", "abflughafen", "abflughafen :", "abflug ab", "departs", "departs from", "start in", "start from", "start at",
    "back to", "return to", "returning to", "home to", "back home to", "zuruck nach", "retour a", "flying out of", "fly out of", "begin in", "we are in", "i am in", "i 'm in", "we 're in", "wohnen in", "wohne in", "vivimos en",
    "moramos em", "bly in", "ons bly in", "woon in", "woont in", "habito a", "vivo en", "moro em", "habitons a", "wonen in", "abitiamo a", "wir kommen aus", "away from", "set out from", "kicking off in", "departing out of", "here in", "vertrek vanaf", "vertrek uit", "vertrekpunt", "vertrek", "vertrek :", "depart :", "salida :", "saida :", "partida de", "partida :", "partenza", "partenza :", "abflug :", "abreise ab", "flying in from", "ex :", "leaves", "leaves from", "beginning from", "starting off in",
    "i 'm currently in", "currently in", "departure location is", "departure is", "city of departure is", "starting point is", "starting point will be", "origin city is", "origin city", "departing city is", "departure city is", "leaving form",
    "depart form", "coming from", "coming back from", "traveling from", "starting point", "departure location", "departure airport is", "home airport is", "nearest airport is", "departure location :",
];
const TO: &[&str] = &[
    "to", "into", "towards", "toward", "visit", "visiting", "explore", "exploring", "tour", "touring", "see", "heading", "head to", "destination", "destination :", "destination is", "destination of", "destination will be", "reach", "reaching",
    "arrive", "arriving", "arrive in", "arriving in", "arrive at", "arriving at", "arrival", "arrival in", "arrival :", "nach", "vers", "para", "pra", "naar", "verso", "discover", "leaving for", "leave for", "departing for", "depart for", "bound for", "headed for", "headed to",
    "leaving to", "ending in", "end in", "ending at", "finishing in", "finish in", "destination being", "destino", "destino :", "ziel", "reiseziel", "reiseziel :", "bestemming", "bestemming :", "destinazione", "destinazione :", "to :", "to the city of", "visite de", "visiter", "visitar", "besuchen", "bezoeken", "visitare", "covering", "includes",
    "decouvrir", "conocer", "conhecer", "fly into", "flying into", "interested in", "considering", "thinking of", "thinking about", "love", "like", "want", "prefer", "looking at", "choose", "consider", "dreaming of", "stopping in", "besoek", "na", "to either", "experience", "destination country", "try", "do", "dream of",
    "destination - ", "for", "end up in", "venturing into", "through", "across", "between", "either", "around",
];
const IN: &[&str] = &[
    "in", "at", "on", "auf", "im", "en", "em", "no", "na", "nos", "nas", "op", "su", "sull'", "sulla", "sur", "dans", "near", "in der", "auf den", "auf die", "an den", "an die", "in die", "in den", "am", "a l", "a la", "au", "aux", "al", "alla", "alle", "ai", "agli", "ao", "aos", "nel", "nella", "nelle", "in de", "aan de", "aan het", "close to", "outside", "hotel in", "stay in",
    "of", "an der", "zur", "a las", "a los", "en la", "en las", "sur l", "in 't", "all over", "in die omgewing van", "along", "down in", "up in", "over in", "zum",
];
const SKIP: &[&str] = &[
    "the", "a", "an", "beautiful", "sunny", "city", "of", "island", "islands", "lovely", "stunning", "gorgeous", "both", "either", "mainland", "exotic", "wonderful", "airport", "der", "die", "das", "den", "dem", "la", "le", "les", "l", "'", "el", "los", "las", "o", "os", "as", "i", "il", "gli", "de", "het", "ile", "isla",
    "ilha", "isola", "insel", "eiland", "town", "country", "state", "downtown", "central", "northern", "southern", "eastern", "western", "north", "south", "nearby", "amazing", "two", "cities", "places", "like", "region", "area", "coast", "around", "\"", "maybe", "possibly", "perhaps", "somewhere", "ideally", "probably", "only", "just", "-", ":", "(", "*",
];
const OTHER: &[&str] = &[
    "not", "not to", "not in", "via", "anywhere but", "instead of", "rather than", "other than", "except", "avoid", "stopover in", "layover in", "transit in", "been to", "went to", "visited", "were in", "was in", "returned from", "back from", "mr", "mrs", "ms", "dr", "frau", "herr", "mme", "dear", "hi", "hello", "hallo", "hola", "ola", "bonjour", "ciao", "beste", "liebe", "lieber", "air", "aunt", "uncle", "my name is", "i 'm", "name is",
    "similar to", "compared to", "thanks", "friend", "cousin", "sister", "brother", "daughter", "son", "transit through", "change in", "unlike", "honeymooned in", "got married in", "uber", "stopping over in", "no", "kein", "zwischenstopp in", "escale a", "escala en",
];
/// Words after a name that make it something else: an airline, a street, a firm, a dish.
const NAMED_AFTER: &[&str] = &[
    "airlines", "airline", "airways", "air", "travel", "travels", "tours", "bank", "street", "road", "avenue", "university", "cuisine", "cuisines", "food", "express", "times", "ltd", "inc", "gmbh", "pty", "embassy", "passport", "visa", "style", "hilton", "marriott", "cup", "dollars", "rand", "sauvignon", "wine", "wines", "time",
    "embassies", "citizens", "citizen", "passports", "lodge", "hotel", "inn", "resort", "suites", "hotels", "guesthouse", "pounds", "palace", "sheraton", "hyatt", "regency", "grand", "plaza", "ct", "bridge",
];

/// The role of the place whose tokens are `first..next`.
pub(super) fn role(scan: &Scan, first: usize, next: usize) -> Role {
    if scan.is(next, NAMED_AFTER) && scan.get(next).is_some_and(|token| token.case != super::super::scan::Case::Lower || scan.is(next, &["airlines", "airline", "airways", "cuisine", "cuisines", "food", "passport", "time", "style", "dollars", "embassy"])) {
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
    } else if scan.norm(first.wrapping_sub(1)) == "(" {
        Role::In
    } else {
        Role::Bare
    }
}

fn cue(scan: &Scan, at: usize) -> Option<Role> {
    let found = |phrases: &[&str]| scan.phrase_before(at, phrases);
    let (from, to, inside, other) = (found(FROM), found(TO), found(IN), found(OTHER));
    let best = [(other, Role::Other), (from, Role::From), (to, Role::To), (inside, Role::In)]
        .into_iter()
        .filter_map(|(start, role)| start.map(|start| (start, role)))
        .min_by_key(|(start, _)| *start);
    if let Some((start, role)) = best {
        let verb = scan.is(start, &["no", "do", "of", "for", "like", "want", "try"]);
        let believed = !(verb && role == Role::Other && !matches!(scan.language, Language::English));
        if believed && !(role == Role::In && scan.is(at.wrapping_sub(1), &["of"]) && from_of(scan, at)) {
            return Some(role);
        }
    }
    romance_or_short(scan, at)
}

/// "bank of", "friends of": what "of" follows is not gone to unless it is a part of a journey.
fn from_of(scan: &Scan, at: usize) -> bool {
    !scan.is(at.wrapping_sub(2), &["island", "islands", "tour", "city", "cities", "north", "south", "east", "west", "coast", "part", "parts", "rest", "exploration", "highlights", "beaches", "trip", "area", "region", "town", "outside", "centre", "center", "visit", "republic", "state"])
}

/// "de Paris", "à Rome", "a Roma", "da Milano", which ask for the language.
fn romance_or_short(scan: &Scan, at: usize) -> Option<Role> {
    let word = scan.before(at, 1);
    let before = scan.before(at, 2);
    match (scan.language, word) {
        (Language::French, "a") | (Language::Spanish | Language::Portuguese | Language::Italian, "a" | "ad") => Some(Role::To),
        (Language::French | Language::Spanish | Language::Portuguese, "de" | "d" | "'") => {
            let leaving = ["depart", "partir", "partant", "salida", "saliendo", "salir", "saida", "saindo", "vol", "vols", "vuelo", "vuelos", "voo", "voos", "viajar", "viajamos", "voyager", "partons", "salimos", "partida", "ir", "aller", "saimos", "trajet", "vamos"];
            if leaving.contains(&before) { Some(Role::From) } else { arrow(scan, at) }
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

const PAST: &[&str] = &[
    "last year", "last summer", "last winter", "last month", "last week", "last december", "last time", "previously", "years ago", "have been to", "been to", "we went", "i went", "went to", "we visited", "had visited", "we stayed", "we were", "letztes jahr", "letzten sommer", "letztes mal", "waren wir", "l'annee derniere", "l'an dernier",
    "l'ete dernier", "el ano pasado", "el verano pasado", "ano passado", "vorig jaar", "vorige keer", "afgelopen", "l'anno scorso", "l'estate scorsa", "verlede jaar", "we loved", "already been", "just returned", "came back from", "got back", "you organised", "you organized", "you booked", "you arranged", "first met", "we had a", "enjoyed", "was amazing",
    "was wonderful", "was great", "was nice", "was lovely", "was fantastic", "was perfect", "fuimos", "estuvimos", "fomos", "siamo stati", "etions", "sommes alles", "sommes deja alles", "waren schon", "zijn geweest", "we did", "recommended by", "used to live", "was born", "grew up",
];
const AGAIN: &[&str] = &["this time", "this year", "now we", "again", "would like", "want to", "we'd like", "we'd love", "dieses mal", "diesmal", "cette fois", "esta vez", "desta vez", "deze keer", "questa volta", "hierdie keer", "but", "so", "next", "would love", "hoping", "planning", "looking", "mochten", "return to", "go back to", "wollen"];

/// Whether the words around `at` speak of a journey that is over.
pub(crate) fn past(scan: &Scan, at: usize) -> bool {
    let sentence = scan.sentence(at);
    let clause_start = (sentence.start..at).rev().find(|&index| scan.is(index, &[",", "-", ":"]) && scan.phrase(index + 1, AGAIN).is_some() || scan.phrase(index, &["but", "so", "and now", "this time"]).is_some()).unwrap_or(sentence.start);
    let clause_end = (at..sentence.end).find(|&index| scan.phrase(index, &["but", "so", "and now", "this time", "diesmal", "cette fois", "esta vez"]).is_some() || scan.is(index, &[",", "-"]) && scan.phrase(index + 1, AGAIN).is_some()).unwrap_or(sentence.end);
    let over = (clause_start..clause_end).any(|at| scan.phrase(at, PAST).is_some_and(|next| next <= clause_end && !scan.is(next, &["of", "in"])));
    over && !scan.holds(clause_start..at, &["would like", "want to", "we'd like", "would love", "we'd love", "hoping", "planning"])
}
