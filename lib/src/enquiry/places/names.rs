//! Names of places in a text: the tenant's own, the gazetteer's, and slips of the pen for either.
//!
//! Invariant: an everyday word, a person's name or a code is a place only where capitals and the words around it say so.

use std::collections::HashMap;

use super::{Mention, cues::Role};
use crate::{
    enquiry::{
        gazetteer::{Class, Gazetteer, Place},
        read::HotelName,
        scan::{Case, Scan, fold},
    },
    tenant,
};

/// The names we know while reading one mail.
pub(in crate::enquiry) struct Known {
    own: HashMap<String, String>,
    gazetteer: &'static Gazetteer,
}

impl Known {
    pub(in crate::enquiry) fn new(
        destinations: &[tenant::Destination],
        hotels: &[HotelName],
        gazetteer: &'static Gazetteer,
    ) -> Self {
        let mut own = HashMap::new();
        for hotel in hotels {
            own.insert(fold(&hotel.destination), hotel.destination.clone());
        }
        for destination in destinations.iter().filter(|destination| destination.enabled) {
            for name in std::iter::once(&destination.name).chain(&destination.aliases) {
                own.insert(fold(name), destination.name.clone());
            }
        }
        let also: Vec<(String, String)> =
            own.iter().filter_map(|(key, name)| Some((fold(&gazetteer.find(key)?.shown), name.clone()))).collect();
        for (key, name) in also {
            own.entry(key).or_insert(name);
        }
        own.retain(|key, _| key.len() > 1);
        Self { own, gazetteer }
    }

    /// A name the tenant sells, under the name it is sold by: its own, or that of the wider place.
    fn own(&self, key: &str) -> Option<&String> {
        self.own.get(key).or_else(|| {
            let place = self.gazetteer.find(key).filter(|place| place.class >= Class::City(0))?;
            self.own.get(&fold(&place.shown)).or_else(|| self.own.get(&fold(&place.within?)))
        })
    }
}

#[rustfmt::skip]
const LEAVE: &[&str] = &[
    "regards", "kind regards", "best regards", "warm regards", "many thanks", "thanks", "thank you", "cheers",
    "best wishes", "best", "yours sincerely", "sincerely", "yours faithfully", "mit freundlichen grussen",
    "viele grusse", "liebe grusse", "beste grusse", "cordialement", "bien cordialement", "bien a vous", "saludos",
    "un saludo", "atentamente", "cumprimentos", "atenciosamente", "abracos", "obrigado", "obrigada", "groeten",
    "met vriendelijke groet", "vriendelijke groeten", "groetjes", "cordiali saluti", "saluti", "grazie", "groete",
    "vriendelike groete", "mfg", "lg", "dankie", "merci", "gracias", "love", "grusse", "grazie mille", "baie dankie",
    "herzliche grusse", "freundliche grusse", "thanks so much", "thanks in advance", "merci d'avance",
    "gracias de antemano", "yours", "warmly", "thanking you", "cheers heaps", "thanks heaps", "thanks muchly", "ta", "ta muchly", "god bless", "lots of love", "love", "hoogachtend",
    "hochachtungsvoll", "hoogagtend", "groetnis", "bises", "bjs", "beijos", "con stima", "jazakallah khair", "best regards", "warm wishes", "many thanks and regards",
];

const ARTICLES: &[&str] = &["the", "le", "la", "les", "el", "los", "las", "o", "a", "il", "die", "de"];

/// Every name in the text, longest first, none overlapping another.
pub(super) fn mentions(scan: &Scan, known: &Known) -> Vec<Mention> {
    let signed = sign_off(scan);
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < scan.len().min(signed) {
        // "Le Cap" is a place, and so is what follows the article in "le Cap-Vert".
        let after = || exact(scan, at + 1, known).filter(|_| scan.is(at, ARTICLES));
        let longer = |mention: Mention| after().filter(|after| after.next > mention.next).unwrap_or(mention);
        let mention = exact(scan, at, known).map(longer).or_else(|| slip(scan, at, known));
        match mention {
            Some(mention) => {
                at = mention.next.max(at + 1);
                let qualifies = found.last().is_some_and(|last| qualifier(scan, last, &mention));
                match found.last_mut().filter(|_| qualifies) {
                    Some(last) => last.next = mention.next,
                    None => found.push(mention),
                }
            }
            None => at += 1,
        }
        if let Some(last) = found.last_mut().filter(|last| last.next == at)
            && let Some(next) = state_code(scan, at)
        {
            last.next = next;
            at = next;
        }
    }
    found
}

/// ", WA" or " CA" after a city.
fn state_code(scan: &Scan, at: usize) -> Option<usize> {
    let from = scan.phrase(at, &[","]).unwrap_or(at);
    const CODES: &str = "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc bc ab on qc ns nb mb sk nsw vic qld tas uk usa us uae nz sa";
    let token = scan.get(from).filter(|token| token.case == Case::Upper && token.norm.len() <= 3)?;
    CODES.split(' ').any(|code| code == token.norm).then_some(from + 1)
}

/// "Paris, France", "Algarve in Portugal", "Washington state": a wider place that only says which.
fn qualifier(scan: &Scan, last: &Mention, mention: &Mention) -> bool {
    // "Puerto Natales, Torres del Paine" are two.
    if mention.weight < 92 && !Gazetteer::load().lies_in(&last.shown, &mention.shown) {
        return false;
    }
    let gap = last.next..mention.first;
    let comma = gap.len() == 1 && scan.is(gap.start, &[",", "("]);
    let inside = gap.len() == 1 && scan.is(gap.start, &["in", "en", "em"])
        || gap.len() == 2 && scan.is(gap.start, &["in"]) && scan.is(gap.start + 1, &["the"]);
    let listed = scan.is(mention.next, &[",", "and", "or", "&", "und", "et", "y", "e", "en"])
        && comma
        && !scan.is(mention.next, &[","]);
    let named = last.weight >= 60 || last.own;
    named && (comma && !listed || inside) && mention.weight >= 88 && mention.weight > last.weight && !mention.own
}

/// The name at `at`: the longest one that the tenant or the gazetteer knows.
fn exact(scan: &Scan, at: usize, known: &Known) -> Option<Mention> {
    scan.is_word(at).then_some(())?;
    let mut key = scan.norm(at).to_owned();
    let mut next = at + 1;
    let mut best = named(scan, at, next, &key, known);
    for _ in 0..5 {
        let mut from = next;
        if scan.is(from, &["-", "'", "."]) && scan.glued(from) || scan.is(from, &["&"]) {
            from += 1;
        }
        let more = scan.get(from).filter(|_| scan.is_word(from) || scan.is_number(from));
        let Some(token) = more else { break };
        key.push(' ');
        key.push_str(&token.norm);
        next = from + 1;
        best = named(scan, at, next, &key, known).or(best);
        let prefix = known.gazetteer.continues(&key) || known.own.keys().any(|own| own.starts_with(&key));
        if !prefix {
            break;
        }
    }
    best
}

fn named(scan: &Scan, first: usize, next: usize, key: &str, known: &Known) -> Option<Mention> {
    if let Some(own) = known.own(key) {
        let everyday = known.gazetteer.find(key).is_some_and(|place| place.class == Class::EverydayWord);
        let capital = scan.get(first)?.case != Case::Lower;
        let code = key.len() <= 3 && scan.get(first)?.case != Case::Upper;
        if (!everyday || capital) && !code {
            return Some(Mention { first, next, shown: own.clone(), weight: 98, own: true, role: Role::Bare });
        }
    }
    // "AU$".
    (scan.norm(next) != "$").then_some(())?;
    let place = known.gazetteer.find(key)?;
    let weight = weight(scan, first, next, &place)?;
    Some(Mention { first, next, shown: place.shown, weight, own: false, role: Role::Bare })
}

/// How sure a place is whose name is also a person's, with a capital.
pub(super) const A_PERSONS: u8 = 70;

/// How sure the name alone is; absent where its spelling rules it out.
fn weight(scan: &Scan, first: usize, next: usize, place: &Place) -> Option<u8> {
    let token = scan.get(first)?;
    let capital = token.case != Case::Lower;
    let words = next - first;
    match place.class {
        Class::Country => Some(92),
        Class::Region => Some(90),
        Class::Spot => Some(86),
        Class::City(size) => match (capital || words > 1, size) {
            (true, size) => Some(60 + 3 * size),
            (false, 3..) => Some(50 + 3 * size),
            (false, _) => Some(40),
        },
        Class::State => Some(if capital { 75 } else { 45 }),
        Class::PersonName => Some(if capital { A_PERSONS } else { 55 }),
        // "HYD-DEL-IXL", a child "CWB" (without bed): legs of a flight, an agent's shorthand.
        Class::Code if scan.glued(first) && scan.norm(first.wrapping_sub(1)) == "-" || is_shorthand(scan, first) => {
            None
        }
        Class::Code => (token.case == Case::Upper && !shouted(scan, first)
            || matches!(token.norm.as_str(), "sf" | "nyc" | "sfo" | "lax"))
        .then_some(50),
        Class::EverydayWord => (capital && !shouted(scan, first)).then_some(42),
    }
}

/// What agents write for a child's bed, a meal plan and the like, that are airports' codes, too.
fn is_shorthand(scan: &Scan, at: usize) -> bool {
    scan.is(
        at,
        &[
            "cwb", "cnb", "map", "cp", "ep", "ap", "doj", "pax", "tcs", "inf", "adt", "chd", "bb", "hb", "fb", "dbl",
            "sgl", "twn", "trp", "est", "gst", "vat", "asap", "eod",
        ],
    )
}

/// Whether the words around are all in capitals, so that capitals say nothing.
fn shouted(scan: &Scan, at: usize) -> bool {
    let line = scan.line(at);
    let words: Vec<Case> = line
        .filter(|index| scan.is_word(*index))
        .filter_map(|index| scan.get(index))
        .filter(|token| token.norm.len() > 3)
        .map(|token| token.case)
        .collect();
    words.len() >= 3 && words.iter().filter(|case| **case == Case::Upper).count() * 2 > words.len()
}

/// Words right before a name that make a place of an everyday word.
#[rustfmt::skip]
const STRONG: &[&str] = &[
    "from", "to", "in", "visit", "visiting", "nach", "ab", "leaving", "departing", "at", "heading", "en", "a", "naar", ",", "and",
    "or", "into", "toward", "towards", "aus", "vanaf", "desde", "de", "da", "auf", "exploring", "fancy", "frm", "abflug",
    "flughafen", "vanuit", "partenza", "salida", "saida", "vertrek", "depart", "dal", "ex", "out", "near", "explore", "around", "either", "between", "do", "das", "dos", "for", "want", "need", "book", "wanting",
];

/// Whether the name may be a place in its role: weak names need a cue, and capitals in the middle of a sentence.
pub(super) fn believable(scan: &Scan, mention: &Mention, bare: bool) -> bool {
    if mention.own {
        return true;
    }
    let place_only = mention.weight >= 78;
    let capital = scan.get(mention.first).is_some_and(|token| token.case != Case::Lower);
    if bare {
        return place_only && (capital || mention.weight >= 90) || mention.role == Role::From;
    }
    let cue = scan.before(mention.first, 1);
    let article = matches!(cue, "the" | "a" | "an");
    let everyday = mention.weight == 42 || !capital && mention.weight < 66 && mention.next == mention.first + 1;
    let strong = STRONG.contains(&cue);
    !(everyday && (article || !strong))
}

/// A slip of the pen: an unknown word close to a name, where a capital or a preposition says that a place is meant.
fn slip(scan: &Scan, at: usize, known: &Known) -> Option<Mention> {
    let token = scan.get(at).filter(|token| scan.is_word(at) && token.norm.len() >= 5 && token.norm.is_ascii())?;
    let cued = scan.is(
        at.wrapping_sub(1),
        &[
            "to", "in", "visit", "visiting", "nach", "naar", "para", "from", "the", "ab", "explore", "a", "en", "auf",
            "na", "or", "and",
        ],
    );
    (token.case != Case::Lower && cued
        || cued && token.norm.len() >= 7 && scan.is(at.wrapping_sub(1), &["to", "from", "visit", "nach", "naar"]))
    .then_some(())?;
    let letters = token.norm.len();
    let allowed = if letters >= 9 { 2 } else { 1 };
    let near =
        |name: &str| name.len().abs_diff(letters) <= allowed && strsim::osa_distance(name, &token.norm) <= allowed;
    let mention = |shown: String, own: bool| Mention {
        first: at,
        next: at + 1,
        shown,
        weight: if own { 80 } else { 79 },
        own,
        role: Role::Bare,
    };
    if let Some((_, own)) = known
        .own
        .iter()
        .filter(|(key, _)| near(key) && key.len() >= 5)
        .min_by_key(|(key, _)| (strsim::osa_distance(key, &token.norm), (*key).clone()))
    {
        return Some(mention(own.clone(), true));
    }
    (letters >= 6).then_some(())?;
    let first = token.norm.chars().next()?;
    let sure = |class: Class| matches!(class, Class::Country | Class::Region | Class::Spot | Class::City(6..));
    known
        .gazetteer
        .beginning_with(first, |key| key.len() >= 6 && near(key))
        .filter(|(_, place)| sure(place.class))
        .min_by_key(|(key, _)| strsim::osa_distance(key, &token.norm))
        .map(|(_, place)| mention(place.shown, false))
}

/// The token where the mail takes its leave: names after it are people's.
fn sign_off(scan: &Scan) -> usize {
    let starts_line = |at: usize| at > 0 && scan.get(at - 1).is_some_and(|token| token.norm == "\n");
    (1..scan.len())
        .filter(|&at| starts_line(at))
        .filter_map(|at| scan.phrase(at, LEAVE))
        .find(|&next| {
            let rest = scan.line(next.saturating_sub(1)).end.saturating_sub(next);
            rest <= 3
        })
        .unwrap_or(usize::MAX)
}
