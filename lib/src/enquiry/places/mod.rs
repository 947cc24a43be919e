//! Places in a mail: where to, where from.
//!
//! Invariant: a destination is a name that stands in the mail, or a slip of the pen for one we know; the tenant's own
//! destinations win over the gazetteer.

mod cues;
mod names;
mod words;

use super::{Confidence, Evidence, Origin, gazetteer::Gazetteer, scan::Scan};

use cues::Role;
pub(crate) use cues::{clause, past};
pub(super) use names::Known;

/// A place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) first: usize,
    /// One past the last token, a qualifier ("Seattle, WA") included.
    pub(super) next: usize,
    /// The name we show.
    pub(super) shown: String,
    /// How sure the name alone is, 0 to 100.
    pub(super) weight: u8,
    /// Whether the tenant sells it.
    pub(super) own: bool,
    role: Role,
}

/// Where from and where to, as one part of the mail says it.
#[derive(Debug, Default)]
pub(super) struct Route {
    pub(super) origin: Option<Evidence<String>>,
    pub(super) destinations: Option<Evidence<Vec<String>>>,
    /// Names that stand alone, without a word that makes them a destination.
    pub(super) bare: Option<Evidence<Vec<String>>>,
}

/// Words between the places of a list.
#[rustfmt::skip]
const JOINTS: &[&str] = &[
    ",", "and", "or", "&", "/", "then", "und", "oder", "et", "ou", "y", "o", "e", "en", "of", "+", "the", "both", "-",
    ":", "zona", "region", "regio", "gegend", "raum", "als", "auch", "ersatzweise", "alternativ", "alternatively", "either", "anders", "sonst", "d", "'", "abord", "ensuite", "zuerst", "first", "otherwise", "oppure", "sinon",
    "si", "no", "else", "to", "maybe", "possibly", "perhaps", "even", "dann", "puis", "luego", "depois", "daarna", "poi",
    "sowie", "on", "also", "finally", "plus", "ending", "with", "in", "afterwards", ")", "(",
];

/// Reads the route of one part of the mail.
pub(super) fn read(scan: &Scan, known: &Known) -> Route {
    let mut mentions = names::mentions(scan, known);
    for index in 0..mentions.len() {
        let (first, next) = (mentions[index].first, mentions[index].next);
        let role = cues::role(scan, first, next);
        mentions[index].role = if role != Role::Other && past(scan, first) { Role::Other } else { role };
        joined(scan, &mut mentions, index);
    }
    forgotten(scan, &mut mentions);
    pairs(scan, &mut mentions);
    doors(scan, &mut mentions);
    stops(scan, &mut mentions);
    for index in (1..mentions.len()).rev() {
        led(scan, &mut mentions, index);
    }
    mentions
        .retain(|mention| mention.role != Role::Other && names::believable(scan, mention, mention.role == Role::Bare));
    let of = |role: fn(Role) -> bool| mentions.iter().filter(|mention| role(mention.role)).collect::<Vec<_>>();
    // "Leaving Windhoek by car … we'd fly from Cape Town".
    let flown = |mention: &&Mention| {
        let near = mention.first.saturating_sub(4)..mention.first;
        !scan.holds(
            near,
            &[
                "depart",
                "departing",
                "departure",
                "abflug",
                "partir",
                "leaving from",
                "fly",
                "flying",
                "flight",
                "flights",
                "flug",
                "vol",
                "vuelo",
                "voo",
                "vlucht",
                "volo",
                "vlieg",
            ],
        )
    };
    let mut left_from = of(|role| role == Role::From);
    left_from.sort_by_key(flown);
    let origin = left_from.into_iter().next();
    let left = |mention: &&Mention| origin.is_none_or(|origin| origin.shown != mention.shown);
    let stands = |mention: &&Mention| matches!(mention.role, Role::To | Role::In);
    let is_named = mentions.iter().any(|mention| stands(&mention));
    // "The Namibia trip", "now Egypt!": beside a place that is gone to, a country or region needs no word.
    let inside = |mention: &Mention| {
        let stands = mentions.iter().filter(|mention| stands(mention));
        mention.weight >= 66 && stands.into_iter().any(|wide| Gazetteer::load().lies_in(&mention.shown, &wide.shown))
    };
    let wide = |mention: &&Mention| {
        is_named && mention.role == Role::Bare && !mention.own && (mention.weight >= 90 || inside(mention))
    };
    let gone: Vec<&Mention> = mentions.iter().filter(|mention| stands(mention) || wide(mention)).filter(left).collect();
    let bare: Vec<&Mention> = of(|role| role == Role::Bare).into_iter().filter(left).collect();
    Route {
        origin: origin.and_then(|origin| list(scan, &[origin])).map(|list| Evidence {
            value: list.value.into_iter().next().unwrap_or_default(),
            origin: list.origin,
            confidence: list.confidence,
            source: list.source,
        }),
        destinations: list(scan, &gone),
        bare: list(scan, &bare).map(|mut list| {
            list.confidence = Confidence(list.confidence.0.saturating_sub(20));
            list
        }),
    }
}

/// Every place of a form's line.
pub(super) fn all(value: &Scan, known: &Known) -> Option<Evidence<Vec<String>>> {
    let mentions = names::mentions(value, known);
    list(value, &mentions.iter().collect::<Vec<_>>())
}

/// "Paris, Rome and Venice": a name joined to the one before has its role.
fn joined(scan: &Scan, mentions: &mut [Mention], index: usize) {
    let Some(before) = index.checked_sub(1).map(|before| mentions[before].clone()) else { return };
    let own_cue = !matches!(mentions[index].role, Role::Bare);
    let adjacent = mentions[index].first > before.next && beside(scan, &before, &mentions[index]);
    // "From Munich or Nuremberg".
    let either = before.role == Role::From
        && mentions[index].first == before.next + 1
        && scan.is(before.next, &["or", "oder", "ou", "of", "/"]);
    if adjacent && !own_cue && (either || matches!(before.role, Role::To | Role::In | Role::Other)) {
        mentions[index].role = before.role;
    }
}

/// "Center Parcs in Holland? nah forget that, Barcelona": what is taken back, and "Schiphol (Amsterdam)": where one leaves from, twice.
fn forgotten(scan: &Scan, mentions: &mut [Mention]) {
    const FORGET: &[&str] = &[
        "forget that",
        "scrap that",
        "scratch that",
        "lascia stare",
        "lasciate stare",
        "vergiss das",
        "vergessen sie das",
        "laat maar",
        "laisse tomber",
        "olvidalo",
    ];
    let taken = (0..scan.len()).rfind(|&at| scan.phrase(at, FORGET).is_some());
    for index in 0..mentions.len() {
        if taken.is_some_and(|at| mentions[index].next <= at && at < mentions[index].next + 16) {
            mentions[index].role = Role::Other;
        }
        let twice = index > 0
            && mentions[index - 1].role == Role::From
            && mentions[index].first == mentions[index - 1].next + 1
            && scan.norm(mentions[index - 1].next) == "(";
        if twice {
            mentions[index].role = Role::Other;
        }
    }
}

/// "Vancouver and then Banff": a bare name before one that is gone to, in one list.
fn led(scan: &Scan, mentions: &mut [Mention], index: usize) {
    #[rustfmt::skip]
    const LISTED: &[&str] = &[
        ",", "and", "or", "&", "/", "then", "und", "oder", "et", "ou", "y", "o", "e", "en", "+", "plus", "dann", "puis", "luego", "depois", "daarna", "poi",
        "followed", "by",
    ];
    let (before, after) = (mentions[index - 1].clone(), &mentions[index]);
    let listed = after.first > before.next && (before.next..after.first).all(|at| scan.is(at, LISTED));
    let sure = before.own || before.weight >= 66;
    if listed && sure && before.role == Role::Bare && matches!(after.role, Role::To | Role::In) {
        mentions[index - 1].role = after.role;
    }
}

/// Whether nothing but the words of a list stands between two names.
fn beside(scan: &Scan, before: &Mention, after: &Mention) -> bool {
    (before.next..after.first).all(|at| scan.is(at, JOINTS))
}

/// Airports that are nobody's destination, as they are written.
#[rustfmt::skip]
const AIRPORTS: &[&str] = &[
    "gatwick", "heathrow", "stansted", "luton", "london gatwick", "london heathrow", "leeds bradford", "east midlands", "lax", "jfk",
    "newark", "laguardia", "o'hare", "schiphol", "lanseria", "or tambo", "king shaka", "cdg", "orly", "charleroi", "london luton",
    "charles de gaulle", "malpensa", "linate", "fiumicino", "barajas", "zaventem", "roissy", "congonhas", "galeao", "ezeiza",
];

/// "Airport", and what else follows where somebody flies from.
const AIRPORT: &[&str] =
    &["airport", "airports", "departure", "flughafen", "aeroport", "aeropuerto", "aeroporto", "luchthaven", "lughawe"];

/// "Gatwick, around a grand each", "Leeds airport", "Perth family here": where somebody is or flies from, though no word says so.
fn doors(scan: &Scan, mentions: &mut [Mention]) {
    for index in 0..mentions.len() {
        let mention = &mentions[index];
        let is_airport = scan.phrase(mention.first, AIRPORTS).is_some_and(|next| next <= mention.next)
            || scan.is(mention.next, AIRPORT) && !mention.own;
        // "A Mauritius family holiday" goes there.
        let suits = scan
            .phrase(mention.next, &["would be best", "would be ideal", "would suit", "preferred", "if possible"])
            .is_some();
        let is_home = suits && mention.role == Role::Bare
            || scan.is(mention.next, &["based"])
            || scan.is(mention.next, &["family", "couple"])
                && scan.is(mention.next + 1, &["here", "of", "looking", "with"]);
        if mention.role != Role::Bare || !(is_airport || is_home) {
            continue;
        }
        mentions[index].role = Role::From;
        // "Manchester or Leeds airport".
        let before = index
            .checked_sub(1)
            .filter(|&before| mentions[before].role == Role::Bare && beside(scan, &mentions[before], &mentions[index]));
        if let Some(before) = before.filter(|_| is_airport) {
            mentions[before].role = Role::From;
        }
    }
}

/// "Hanoi, Hoi An and maybe a night on the water": names in a row are the stops of a journey, unless what is before them says else.
fn stops(scan: &Scan, mentions: &mut [Mention]) {
    let known = |mention: &Mention| mention.own || mention.weight >= 60 && mention.weight != names::A_PERSONS;
    // "Kandy, Ella and Galle": an everyday word between places is one.
    let between: Vec<bool> = (0..mentions.len())
        .map(|index| {
            let before = index
                .checked_sub(1)
                .is_some_and(|before| known(&mentions[before]) && beside(scan, &mentions[before], &mentions[index]));
            let after =
                mentions.get(index + 1).is_some_and(|after| known(after) && beside(scan, &mentions[index], after));
            before || after
        })
        .collect();
    let stop: Vec<bool> = mentions
        .iter()
        .zip(between)
        .map(|(mention, between)| mention.role == Role::Bare && (known(mention) || between && mention.weight >= 42))
        .collect();
    let is_stop = |index: usize| stop[index];
    let mut start = 0;
    while start < mentions.len() {
        let is_next = |&index: &usize| {
            let (before, mention) = (&mentions[index - 1], &mentions[index]);
            let touching = mention.first == before.next;
            is_stop(index) && beside(scan, before, mention) && (!touching || mention.weight.min(before.weight) >= 78)
        };
        let end = if is_stop(start) {
            start + (start + 1..mentions.len()).take_while(is_next).count() + 1
        } else {
            start + 1
        };
        let from_before = start.checked_sub(1).is_some_and(|before| {
            mentions[before].role == Role::From && beside(scan, &mentions[before], &mentions[start])
        });
        let sure = mentions[start..end].iter().any(|mention| mention.own || mention.weight >= 68);
        if end - start >= 2 && sure && !from_before {
            mentions[start..end].iter_mut().for_each(|mention| mention.role = Role::To);
        }
        start = end;
    }
}

/// Words of a date between two places that are not otherwise joined.
#[rustfmt::skip]
const DATED: &[&str] = &[
    "st", "nd", "rd", "th", "of", "this", "next", "month", "week", "on", "the", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow", "today",
];

/// "Mumbai to Goa", "JNB-CPT", "London → Rome": the first of two names with only an arrow between is where from.
fn pairs(scan: &Scan, mentions: &mut [Mention]) {
    for index in 1..mentions.len() {
        let (before, after) = (mentions[index - 1].clone(), mentions[index].clone());
        let gap = before.next..after.first;
        let arrow = gap.len() == 1 && scan.is(gap.start, &["to", "-", "→", ">", "nach", "naar", "a", "para", "vers"])
            || gap.len() == 2 && scan.phrase(gap.start, &["- >", "= >", "- -", "to the"]).is_some();
        let dash = scan.is(gap.start, &["-"]) && before.weight >= 60 && !scan.glued(gap.start) && !before.own;
        let dated = !gap.is_empty() && gap.len() <= 6 && gap.clone().all(|at| scan.is_number(at) || scan.is(at, DATED));
        let open = before.role == Role::Bare || before.role == Role::From;
        if (arrow || dated && after.role == Role::Bare)
            && open
            && (!scan.is(gap.start, &["-"]) || dash || scan.glued(gap.start) && before.weight < 60)
        {
            mentions[index - 1].role = Role::From;
            mentions[index].role = Role::To;
        }
    }
}

/// Whether `narrow` lies in `wide`.
pub(super) fn lies_in(narrow: &str, wide: &str) -> bool {
    Gazetteer::load().lies_in(narrow, wide)
}

/// Whether a place only says where one of `names` lies: "Vietnam" beside "Hanoi".
pub(super) fn holds_one_of(wide: &str, names: &[String]) -> bool {
    names.iter().any(|narrow| Gazetteer::load().lies_in(narrow, wide))
}

fn list(scan: &Scan, mentions: &[&Mention]) -> Option<Evidence<Vec<String>>> {
    let (first, last) = (mentions.first()?, mentions.last()?);
    let mut value: Vec<String> = Vec::new();
    for mention in mentions {
        if !value.contains(&mention.shown) {
            value.push(mention.shown.clone());
        }
    }
    if value.len() > 1 {
        let wide = ["Africa", "Europe", "Asia", "South America", "Indian Ocean", "Caribbean", "Mediterranean"];
        value.retain(|name| !wide.contains(&name.as_str()));
    }
    value.truncate(12);
    let near = last.next <= first.next + 30;
    let end = if near { last.next } else { first.next };
    let weight = mentions.iter().map(|mention| mention.weight).max().unwrap_or(50);
    let origin = if mentions.iter().all(|mention| mention.weight < 50) { Origin::Inferred } else { Origin::Stated };
    Some(Evidence {
        value,
        origin,
        confidence: Confidence(weight.max(40)),
        source: scan.source(first.first, end.saturating_sub(1)),
    })
}
