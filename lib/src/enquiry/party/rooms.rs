//! Rooms: how many, and who sleeps in which when the mail divides the party.
//!
//! Invariant: the party is divided only when the mail says who sleeps in at least two rooms, or names all in the only one.

use super::{
    super::{
        numbers::count_at,
        scan::{Kind, Scan},
    },
    Read, ages,
    words::{Who, noun_after},
};
use crate::party::Room;

/// What rooms are called.
#[rustfmt::skip]
const ROOM: &[&str] = &[
    "room", "rooms", "zimmer", "chambre", "chambres", "habitacion", "habitaciones", "quarto", "quartos", "kamer",
    "kamers", "camera", "camere", "bedroom hotel", "doppelzimmer", "einzelzimmer", "familienzimmer", "hotel room",
    "hotel rooms", "doubles", "twins", "suite", "suites", "dz", "ez", "double", "tweepersoonskamer",
    "tweepersoonskamers", "eenpersoonskamer", "doppelzimmern", "stanze", "stanza", "room(s)", "units", "chalets",
    "chalet", "tent", "tents", "cottage", "cottages", "bungalow", "bungalows", "cabin", "cabins",
];
/// Words between a number and its rooms.
#[rustfmt::skip]
const KINDS: &[&str] = &[
    "double", "twin", "single", "family", "triple", "quad", "standard", "deluxe", "connecting", "interconnecting",
    "interleading", "adjoining", "separate", "hotel", "superior", "sea", "view", "facing", "seaview", "ensuite",
    "more", "luxury", "king", "queen", "bed", "bedded", "large", "big", "nice", "-", "communicating", "doubles",
    "ocean", "beach", "garden", "comfortable", "quiet", "private", "nebeneinander", "adjacent", "cheap", "basic",
    "good", "of", "the", "non", "smoking", "different", "individual",
];

/// Kinds of rooms that "a" may count.
#[rustfmt::skip]
const TOLD: &[&str] = &[
    "double", "twin", "single", "family", "triple", "doppelzimmer", "einzelzimmer", "familienzimmer", "dz", "ez",
];

/// Words after a room that make it something else.
#[rustfmt::skip]
const NO_ROOM: &[&str] = &[
    "service", "type", "types", "rate", "rates", "only", "number", "upgrade", "temperature", "key", "apartment",
    "villa", "house", "beds", "bed",
];

/// Words that begin what is said of one room.
#[rustfmt::skip]
const ONE_ROOM: &[&str] = &[
    "the other room", "other room", "the other", "the other one", "another room", "second room", "the second room",
    "the second", "a second room", "first room", "the first room", "the first", "third room", "the third",
    "the third room", "one room", "1 room", "one double", "one double room", "one twin", "one twin room",
    "one family room", "one single room", "one single", "one triple", "single room for", "another", "another one", "one for", "one with", "a double for",
    "a double room for", "a twin for", "a family room for", "a room for", "a single for", "a triple for",
    "double room for", "twin room for", "family room for", "a triple room for", "a twin room for",
    "a single room for", "ein zimmer", "ein doppelzimmer", "ein weiteres zimmer", "das andere", "une chambre",
    "une autre chambre", "l'autre", "une autre", "una habitacion", "otra habitacion", "otra", "um quarto",
    "outro quarto", "outro", "een kamer", "andere kamer", "de andere", "een andere kamer", "una camera", "un'altra",
    "l'altra", "een doppelzimmer", "ein familienzimmer", "ein einzelzimmer", "eine fur",
];

/// Two adults of a room in one phrase.
#[rustfmt::skip]
const TWO_ADULTS: &[&str] = &[
    "us", "me and my wife", "me and my husband", "my wife and i", "my husband and i", "my parents", "parents",
    "the parents", "grandparents", "the grandparents", "my wife and me", "my in laws", "my wife and myself",
    "us parents", "the two of us", "uns", "meine eltern", "die eltern", "die grosseltern",
];

/// One adult, named by who they are.
#[rustfmt::skip]
const ONE_ADULT: &[&str] = &[
    "grandma", "grandpa", "granny", "grandmother", "grandfather", "my mother", "my father", "my mum", "my mom",
    "my dad", "mum", "mom", "dad", "my sister", "my brother", "my friend", "my aunt", "my uncle", "my mother in law",
    "my father in law", "the nanny", "our nanny", "me", "myself", "oma", "opa", "meine mutter", "mein vater",
];

/// Words that say every room holds so many.
#[rustfmt::skip]
const IN_EACH: &[&str] = &[
    "each", "per room", "in each", "in each room", "a room", "pro zimmer", "par chambre", "por habitacion",
    "per kamer", "por quarto", "per camera",
];

/// "2 rooms", "one double room", "two doubles and a single", "ein Doppelzimmer", with the sum of all in one sentence.
pub(super) fn count(scan: &Scan) -> Option<Read<u32>> {
    if let Some(read) = (0..scan.len()).find_map(|at| labelled(scan, at)) {
        return Some(read);
    }
    let mut found: Option<Read<u32>> = None;
    let mut at = 0;
    while at < scan.len() {
        match one(scan, at) {
            Some((value, next)) if (1..=50).contains(&value) => {
                let read = found.get_or_insert(Read { value: 0, first: at, last: next - 1 });
                let near = at <= read.last + 6 && !(read.last..at).any(|at| scan.ends_sentence(at));
                let again = read.value > 0 && scan.holds(read.last..at, &["room", "rooms", "("]);
                if read.value == 0
                    || (near
                        && !again
                        && scan.holds(read.last..at + 1, &["and", "+", "&", "und", "et", "y", "e", "en", ","]))
                {
                    read.value += value;
                    read.last = next - 1;
                }
                at = next;
            }
            _ => at += 1,
        }
    }
    found
}

/// "Rooms: 2", "Number of rooms: 1", "Zimmer: 2".
fn labelled(scan: &Scan, at: usize) -> Option<Read<u32>> {
    let label = scan.phrase(
        at,
        &["rooms", "room", "room ( s )", "zimmer", "chambres", "habitaciones", "quartos", "kamers", "camere"],
    )?;
    let from = scan.phrase(label, &[":", "=", "required :", "needed :", "- "])?;
    let count = count_at(scan, from).filter(|count| scan.is_number(from) && (1..=50).contains(&count.value))?;
    let alone = scan.get(count.next).is_none_or(|token| token.kind == Kind::Break)
        || scan.is(count.next, &[",", ";", "|", ".", "double", "twin"]);
    alone.then_some(Read { value: count.value, first: at, last: count.next - 1 })
}

fn one(scan: &Scan, at: usize) -> Option<(u32, usize)> {
    // "Both 9 - twins!" are children.
    let children = scan.norm(at + 1) == "-" && !scan.glued(at + 1) && scan.is(at + 2, &["twins"]);
    if children
        || scan.is(at.wrapping_sub(1), &["room", "zimmer", "chambre", "class", "-", "/", "$", "€", "£"])
            && scan.is_number(at)
    {
        return None;
    }
    let count = count_at(scan, at)?;
    let first = scan.phrase(count.next, &["x"]).unwrap_or(count.next);
    for next in first..first + 4 {
        if let Some(end) = scan.phrase(next, ROOM) {
            let end = scan.phrase(end, ROOM).filter(|_| scan.is(next, &["double", "hotel"])).unwrap_or(end);
            let adjective = scan.is(end, NO_ROOM);
            let told = (count.next..end).any(|at| scan.is(at, TOLD));
            return (!adjective && (told || !count.article)).then_some((count.value, end));
        }
        if !scan.is(next, KINDS) {
            return None;
        }
    }
    None
}

/// Who sleeps where: "Room 1: 2 adults, Room 2: 2 adults + 1 child (5)", "one room for 2 adults and one for ...",
/// "2 rooms with 2 adults each".
pub(super) fn divided(scan: &Scan, count: Option<&Read<u32>>) -> Option<Read<Vec<Room>>> {
    let heads: Vec<(usize, u32)> = (0..scan.len()).filter_map(|at| head(scan, at)).collect();
    let mut rooms = Vec::new();
    let (mut first, mut last) = (None, 0);
    for (index, (at, times)) in heads.iter().enumerate() {
        let end = heads.get(index + 1).map_or(scan.len(), |(next, _)| *next).min(at + 40);
        if let Some((room, next)) = room_in(scan, *at..end) {
            rooms.extend(std::iter::repeat_n(room, usize::try_from((*times).min(20)).unwrap_or(1)));
            first.get_or_insert(*at);
            last = last.max(next.saturating_sub(1));
        }
    }
    let alone = rooms.len() == 1 && count.is_some_and(|count| count.value > 1);
    if rooms.len() >= 2 && !alone {
        return Some(Read { value: rooms, first: first?, last });
    }
    each(scan, count?)
}

/// The start of what is said of one room, and how many rooms it is said of.
fn head(scan: &Scan, at: usize) -> Option<(usize, u32)> {
    let numbered = ["room", "rm", "zimmer", "chambre", "habitacion", "quarto", "kamer", "camera"];
    if scan.is(at, &numbered) && scan.is_number(at + 1) && scan.norm(at + 1).len() == 1 {
        return Some((at, 1));
    }
    if scan.phrase(at, ONE_ROOM).is_some() {
        return Some((at, 1));
    }
    let (value, next) = one(scan, at)?;
    (value > 1
        && value <= 20
        && scan.is(next, &["for", "with", "fur", "pour", "para", "voor", "per"])
        && count_at(scan, next + 1).is_some()
        && scan.holds(next..next + 6, &["each"]))
    .then_some((at, value))
}

/// The people named in the tokens of one room.
fn room_in(scan: &Scan, range: std::ops::Range<usize>) -> Option<(Room, usize)> {
    let mut room = Room { adults: 0, child_ages: Vec::new() };
    let (mut at, mut end, mut children) = (range.start + 1, None, 0_u32);
    let stop = (range.start + 1..range.end).find(|&at| scan.ends_sentence(at)).unwrap_or(range.end);
    while at < stop {
        if let Some(found) = child_with_age(scan, at) {
            let (count, ages, next) = found;
            children += count;
            room.child_ages.extend(ages);
            (at, end) = (next, Some(next));
            continue;
        }
        let counted = count_at(scan, at).and_then(|count| Some((count.value, noun_after(scan, count.next)?)));
        if let Some((value, (who, next))) = counted {
            match who {
                Who::Adult | Who::Person | Who::Companion => room.adults += value.min(20),
                Who::Couple => room.adults += 2 * value.min(10),
                _ => {}
            }
            (at, end) = (next, Some(next));
            continue;
        }
        let named = scan.phrase(at, TWO_ADULTS).map(|next| (2, next));
        if let Some((adults, next)) = named.or_else(|| scan.phrase(at, ONE_ADULT).map(|next| (1, next))) {
            room.adults += adults;
            (at, end) = (next, Some(next));
            continue;
        }
        at += 1;
    }
    let known = u32::try_from(room.child_ages.len()).is_ok_and(|ages| ages == children);
    (room.people() > 0 && known).then_some(())?;
    Some((room, end?))
}

/// "2 children (5 and 8)", "a child of 4", "one 7-year-old": how many, their ages, one past them.
fn child_with_age(scan: &Scan, at: usize) -> Option<(u32, Vec<u8>, usize)> {
    if let Some(ages) = ages::at(scan, at) {
        return Some((u32::try_from(ages.ages.len()).ok()?, ages.ages, ages.next));
    }
    let count = count_at(scan, at)?;
    let (who, next) = noun_after(scan, count.next)?;
    matches!(who, Who::Child | Who::OneChild).then_some(())?;
    match ages::after_children(scan, next, count.value) {
        Some(ages) => Some((count.value, ages.ages, ages.next)),
        None => Some((count.value, Vec::new(), next)),
    }
}

/// "2 rooms, 2 adults each".
fn each(scan: &Scan, count: &Read<u32>) -> Option<Read<Vec<Room>>> {
    let sentence = scan.sentence(count.first);
    let at = (count.last + 1..sentence.end.min(count.last + 8)).find(|&at| {
        count_at(scan, at)
            .and_then(|count| noun_after(scan, count.next))
            .is_some_and(|(who, next)| matches!(who, Who::Adult | Who::Person) && scan.phrase(next, IN_EACH).is_some())
    })?;
    let adults = count_at(scan, at)?;
    let (_, next) = noun_after(scan, adults.next)?;
    (adults.value <= 20 && count.value <= 20).then_some(())?;
    let room = Room { adults: adults.value, child_ages: Vec::new() };
    Some(Read { value: vec![room; usize::try_from(count.value).ok()?], first: count.first, last: next })
}
