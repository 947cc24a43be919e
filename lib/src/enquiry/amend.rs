//! Replies that change an enquiry: "make it 8 nights and add a child aged 4", "one week later", "Zanzibar instead of Mauritius".
//!
//! Invariant: what a reply does not mention stays; every change is told field by field, and nothing is overwritten in place.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::{
    Confidence, Dates, Evidence, Fields, Origin, Part, Source,
    dates::plus,
    gazetteer::Gazetteer,
    numbers::count_at,
    read::{Context, Mail, extract, nights_between},
    scan::Scan,
};

/// One field before and after a reply.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Change {
    /// Name of the field, as in [`super::FIELD_NAMES`].
    pub field: String,
    /// Its value before; absent when it was not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    /// Its value now; absent when it is no longer known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Value>,
}

/// Words that replace one place by another.
#[rustfmt::skip]
const INSTEAD: &[&str] = &[
    "instead", "statt", "anstatt", "au lieu", "plutot", "en lugar", "em vez", "in plaats", "invece", "change",
    "rather",
];

#[rustfmt::skip]
const LONGER: &[&str] = &[
    "extend", "extend by", "longer", "more nights", "more night", "more days", "extra", "additional", "add",
    "another", "langer", "mehr", "de plus", "mas", "mais", "piu", "nog",
];

#[rustfmt::skip]
const SHORTER: &[&str] = &[
    "shorter", "less", "fewer", "shorten", "cut", "kurzer", "weniger", "de moins", "menos", "korter", "minder",
    "meno",
];

/// Reads a reply against what is known: "one more adult" and "a week later" become the new head count and dates.
#[must_use]
pub fn read_amendment(mail: &Mail, before: &Fields, context: &Context, gazetteer: &'static Gazetteer) -> Fields {
    let mut reply = extract(&Mail { subject: "", ..mail.clone() }, context, gazetteer);
    let mut scan = Scan::new(mail.message_id, Part::Text, mail.text);
    scan.language = super::language::Language::of(scan.tokens.iter().map(|token| token.norm.as_str()));
    people(&scan, before, &mut reply);
    length(&scan, before, &mut reply);
    moved(&scan, before, &mut reply);
    places(&scan, before, &mut reply);
    reply
}

#[rustfmt::skip]
const ADD: &[&str] = &[
    "add", "adding", "include", "including", "plus", "extra", "additional", "another", "one more", "more",
    "also bring", "bringing", "joining us", "joining", "join us", "will join", "zusatzlich", "noch", "dazu",
    "hinzufugen", "ajouter", "ajoutez", "en plus", "de plus", "anadir", "agregar", "adicional", "mas", "adicionar",
    "mais", "toevoegen", "erbij", "aggiungere", "in piu", "byvoeg", "nog",
];
#[rustfmt::skip]
const REMOVE: &[&str] = &[
    "remove", "drop", "without", "minus", "not coming", "can't come", "cannot come", "no longer coming",
    "won't be coming", "won't be joining", "will not be joining", "staying home", "stays home", "stay home",
    "one less", "fewer", "less", "leave out", "weniger", "ohne", "kommt nicht mit", "en moins", "sans", "menos",
    "sin", "sem", "minder", "zonder", "in meno", "senza", "cancel",
];

/// Whether words that add or take away stand just before the tokens, or in their sentence.
fn near(scan: &Scan, at: usize, words: &[&str]) -> bool {
    let sentence = scan.sentence(at);
    let clause = (sentence.start..at)
        .rev()
        .find(|&index| scan.is(index, &[",", "and", "und", "et", "y"]) && at - index > 3)
        .unwrap_or(sentence.start);
    scan.holds(clause..(at + 3).min(sentence.end), words)
}

/// Heads added to or taken from the party.
fn people(scan: &Scan, before: &Fields, reply: &mut Fields) {
    let place = |source: &Option<Source>| {
        scan.tokens.iter().position(|token| source.as_ref().is_some_and(|source| source.start == token.start))
    };
    let signed = |count: &Option<Evidence<u32>>| -> i64 {
        let Some(at) = count.as_ref().and_then(|count| place(&count.source)) else { return 0 };
        i64::from(near(scan, at, ADD)) - i64::from(near(scan, at, REMOVE))
    };
    for (known, said) in [(&before.adults, &mut reply.adults), (&before.children, &mut reply.children)] {
        let sign = signed(said);
        let base = known.as_ref().map_or(0, |known| i64::from(known.value));
        if let Some(count) = said.as_mut().filter(|_| sign != 0) {
            count.value = u32::try_from((base + sign * i64::from(count.value)).max(0)).unwrap_or(0);
        }
    }
    let more = reply.child_ages.as_ref().and_then(|ages| place(&ages.source)).is_some_and(|at| near(scan, at, ADD))
        || signed(&reply.children.clone()) > 0;
    if let (Some(known), Some(said)) = (&before.child_ages, reply.child_ages.as_mut().filter(|_| more)) {
        said.value = known.value.iter().chain(&said.value).copied().collect();
    }
}

/// Nights added or taken away: "two more nights", "extend by 3 nights", "one night less".
fn length(scan: &Scan, before: &Fields, reply: &mut Fields) {
    let (Some(known), Some(said)) = (&before.nights, reply.nights.as_mut()) else { return };
    let Some(at) =
        said.source.as_ref().and_then(|source| scan.tokens.iter().position(|token| token.start == source.start))
    else {
        return;
    };
    let around = at.saturating_sub(3)..(at + 3).min(scan.len());
    let (longer, shorter) = (scan.holds(around.clone(), LONGER), scan.holds(around, SHORTER));
    if longer {
        said.value = known.value.saturating_add(said.value);
    } else if shorter {
        said.value = known.value.saturating_sub(said.value).max(1);
    }
}

/// Dates moved by a length: "a week later", "two days earlier".
fn moved(scan: &Scan, before: &Fields, reply: &mut Fields) {
    let Some(known) = &before.dates else { return };
    for at in 0..scan.len() {
        let Some(count) = count_at(scan, at) else { continue };
        let days = match scan.norm(count.next) {
            "day" | "days" | "tag" | "tage" | "jour" | "jours" | "dia" | "dias" | "dag" | "dagen" | "giorno"
            | "giorni" => 1,
            "week" | "weeks" | "woche" | "wochen" | "semaine" | "semaines" | "semana" | "semanas" | "weken"
            | "settimana" | "settimane" => 7,
            _ => continue,
        };
        let later = scan.is(count.next + 1, &["later", "spater", "tard", "despues", "depois", "dopo"])
            || scan.phrase(count.next + 1, &["plus tard", "mas tarde", "mais tarde", "piu tardi"]).is_some();
        let earlier = scan.is(count.next + 1, &["earlier", "sooner", "fruher", "antes", "eerder", "prima", "vroeer"])
            || scan.phrase(count.next + 1, &["plus tot"]).is_some();
        let Some(value) = i32::try_from(count.value)
            .ok()
            .filter(|_| later || earlier)
            .map(|value| value * days * if later { 1 } else { -1 })
        else {
            continue;
        };
        let shift = |date: Date| plus(date, value).unwrap_or(date);
        let value = match &known.value {
            Dates::Exact { check_in, check_out } => {
                Dates::Exact { check_in: shift(*check_in), check_out: shift(*check_out) }
            }
            Dates::Window { earliest, latest } => Dates::Window { earliest: shift(*earliest), latest: shift(*latest) },
            Dates::Month { .. } => continue,
        };
        let source = scan.source(at, count.next + 1);
        reply.dates = Some(Evidence { value, origin: Origin::Stated, confidence: Confidence(85), source });
        reply.nights = None;
        return;
    }
}

/// "Also Zanzibar" adds a place, "Zanzibar instead of Mauritius" replaces one, "drop Zanzibar" takes it away.
fn places(scan: &Scan, before: &Fields, reply: &mut Fields) {
    let (Some(known), Some(said)) = (&before.destinations, reply.destinations.as_mut()) else { return };
    let at = said
        .source
        .as_ref()
        .and_then(|source| scan.tokens.iter().position(|token| token.start == source.start))
        .unwrap_or(0);
    let sentence = scan.sentence(at);
    if scan.holds(sentence.clone(), INSTEAD) {
        said.value.retain(|name| !known.value.contains(name) || known.value.len() > 1);
    } else if scan.holds(
        sentence.clone(),
        &["also", "as well", "too", "add", "auch", "aussi", "tambien", "tambem", "ook", "anche", "and then"],
    ) {
        let more = said.value.iter().filter(|name| !known.value.contains(name));
        said.value = known.value.iter().chain(more).cloned().collect();
    } else if scan.holds(sentence, &["drop", "remove", "skip", "leave out", "without"]) {
        said.value = known.value.iter().filter(|name| !said.value.contains(name)).cloned().collect();
    }
    if said.value.is_empty() {
        reply.destinations = None;
    }
}

/// The enquiry after a reply, and what changed (`product.md` section 4). A stated value replaces any; an inferred one only
/// what was not stated. Nights and dates are kept in step.
#[must_use]
pub fn amend(before: &Fields, reply: &Fields) -> (Fields, Vec<Change>) {
    let mut after = before.clone();
    take(&mut after.destinations, &reply.destinations);
    take(&mut after.origin, &reply.origin);
    take(&mut after.budget, &reply.budget);
    take(&mut after.board, &reply.board);
    take(&mut after.stars, &reply.stars);
    take(&mut after.requested_hotels, &reply.requested_hotels);
    take(&mut after.special_requests, &reply.special_requests);
    take(&mut after.interests, &reply.interests);
    take(&mut after.contact.phone, &reply.contact.phone);
    after.contact.name = before.contact.name.clone().or_else(|| reply.contact.name.clone());
    after.contact.email = before.contact.email.clone().or_else(|| reply.contact.email.clone());
    party(before, reply, &mut after);
    dates(before, reply, &mut after);
    let changes = changes(before, &after);
    (after, changes)
}

fn take<T: Clone>(known: &mut Option<Evidence<T>>, said: &Option<Evidence<T>>) {
    let believed = said.as_ref().filter(|said| {
        said.origin == Origin::Stated || known.as_ref().is_none_or(|known| known.origin != Origin::Stated)
    });
    if let Some(said) = believed {
        *known = Some(said.clone());
    }
}

fn party(before: &Fields, reply: &Fields, after: &mut Fields) {
    take(&mut after.adults, &reply.adults);
    take(&mut after.children, &reply.children);
    take(&mut after.child_ages, &reply.child_ages);
    take(&mut after.room_count, &reply.room_count);
    if let Some(rooms) = &reply.rooms {
        after.rooms = Some(rooms.clone());
        after.room_count = None;
        return;
    }
    let value = |count: &Option<Evidence<u32>>| count.as_ref().map(|count| count.value);
    let changed = value(&before.adults) != value(&after.adults)
        || value(&before.children) != value(&after.children)
        || reply.room_count.is_some();
    if let Some(rooms) = after.rooms.take_if(|_| changed) {
        let count = u32::try_from(rooms.value.len()).unwrap_or(1);
        let kept =
            Evidence { value: count, origin: Origin::Inferred, confidence: Confidence(60), source: rooms.source };
        after.room_count.get_or_insert(kept);
    }
    let ages = after.child_ages.as_ref().map(|ages| ages.value.len());
    if reply.children.is_some() && ages.is_some_and(|ages| u32::try_from(ages).ok() != value(&after.children)) {
        after.child_ages = None;
    }
}

fn dates(before: &Fields, reply: &Fields, after: &mut Fields) {
    take(&mut after.nights, &reply.nights);
    if let Some(dates) = &reply.dates {
        after.dates = Some(dates.clone());
    }
    let Some(dates) = after.dates.as_mut() else { return };
    let length = after.nights.as_ref().and_then(|nights| i32::try_from(nights.value).ok());
    let check_out = |check_in: Date| length.and_then(|nights| plus(check_in, nights));
    match dates.value.clone() {
        Dates::Exact { check_in, .. } if reply.dates.is_none() && reply.nights.is_some() => {
            if let (Some(check_out), Some(nights)) = (check_out(check_in), &reply.nights) {
                dates.value = Dates::Exact { check_in, check_out };
                dates.source = nights.source.clone();
            }
        }
        Dates::Exact { check_in, check_out } if reply.dates.is_some() => {
            let (value, source) = (nights_between(check_in, check_out), dates.source.clone());
            if before.nights.as_ref().is_none_or(|nights| nights.value != value) {
                after.nights = Some(Evidence { value, origin: Origin::Inferred, confidence: dates.confidence, source });
            }
        }
        Dates::Window { earliest, latest } if earliest == latest => {
            if let Some(check_out) = check_out(earliest) {
                dates.value = Dates::Exact { check_in: earliest, check_out };
            }
        }
        _ => {}
    }
}

/// The fields whose values differ, in the order of the fields.
#[must_use]
pub fn changes(before: &Fields, after: &Fields) -> Vec<Change> {
    let values = |fields: &Fields| serde_json::to_value(fields).unwrap_or_default();
    let (old, new) = (values(before), values(after));
    super::FIELD_NAMES
        .into_iter()
        .filter(|name| *name != "contact")
        .map(|name| (name.to_owned(), format!("/{name}/value")))
        .chain(["name", "email", "phone"].map(|name| (format!("contact.{name}"), format!("/contact/{name}/value"))))
        .filter_map(|(field, pointer)| {
            let (before, after) = (old.pointer(&pointer).cloned(), new.pointer(&pointer).cloned());
            (before != after).then_some(Change { field, before, after })
        })
        .collect()
}
