//! The built-in extractor: a mail in, the fields of an enquiry out, each with the words it was read from.
//!
//! Invariant: what the mail does not say is absent. The text wins over the subject, both over the sender; nothing in the
//! mail is more than data.

use jiff::{Zoned, civil::Date};

use super::{
    Confidence, DateOrder, Dates, Evidence, Fields, Origin, Part, board_stars, budget, contact,
    dates::{Reference, plus},
    form,
    gazetteer::Gazetteer,
    language::Language,
    party,
    places::{self, Known, Route},
    scan::Scan,
    stay_length, travel, wishes,
};
use crate::{money::Currency, tenant};

/// A mail as the extractor reads it.
#[derive(Debug, Clone)]
pub struct Mail<'a> {
    /// Its id, for the evidence.
    pub message_id: &'a str,
    /// Subject line.
    pub subject: &'a str,
    /// Text, stripped of quotes and signature.
    pub text: &'a str,
    /// The signature; may be empty. Read for name and telephone number only.
    pub signature: &'a str,
    /// Display name of the sender.
    pub from_name: Option<&'a str>,
    /// Address of the sender.
    pub from_address: Option<&'a str>,
    /// When it came, in the tenant's zone.
    pub received: Zoned,
}

/// A hotel the tenant sells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HotelName {
    /// Its name, as in the rate sheet.
    pub name: String,
    /// Where it is.
    pub destination: String,
}

/// What the tenant's own settings say about how to read a mail.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Which comes first in 03/04.
    pub date_order: DateOrder,
    /// Of amounts without a currency.
    pub currency: Currency,
    /// Places the tenant sells.
    pub destinations: &'a [tenant::Destination],
    /// Hotels the tenant sells.
    pub hotels: &'a [HotelName],
    /// Country of telephone numbers without one (ISO 3166 alpha-2); none where it is not sure.
    pub country: Option<&'a str>,
}

#[rustfmt::skip]
const SOUTH: &[&str] = &[
    "Africa/Johannesburg", "Africa/Windhoek", "Africa/Gaborone", "Africa/Harare", "Africa/Maputo", "Africa/Lusaka",
    "Indian/Mauritius", "Pacific/Auckland", "America/Sao_Paulo", "America/Santiago", "America/Montevideo",
];

#[rustfmt::skip]
const TRAVEL: &[&str] = &[
    "trip", "travel", "holiday", "holidays", "vacation", "flight", "flights", "hotel", "hotels", "stay", "safari",
    "honeymoon", "quote", "resort", "cruise", "tour", "itinerary", "book", "booking", "getaway", "reise", "urlaub",
    "angebot", "flug", "ferien", "rundreise", "voyage", "sejour", "vacances", "devis", "vol", "viaje", "vacaciones",
    "vuelo", "presupuesto", "viagem", "ferias", "voo", "orcamento", "reis", "vakantie", "vlucht", "offerte",
    "viaggio", "vacanza", "volo", "preventivo", "vakansie", "kwotasie", "lodge", "accommodation", "rooms", "room",
    "unterkunft", "hebergement", "alojamiento", "zimmer", "package", "package deal", "break", "weekend away", "fly",
    "check in",
];

/// Reads a mail (`product.md` section 4).
#[must_use]
pub fn extract(mail: &Mail, context: &Context, gazetteer: &'static Gazetteer) -> Fields {
    let mut text = Scan::new(mail.message_id, Part::Text, mail.text);
    let mut subject = Scan::new(mail.message_id, Part::Subject, mail.subject);
    let language = Language::of(text.tokens.iter().chain(&subject.tokens).map(|token| token.norm.as_str()));
    (text.language, subject.language) = (language, language);
    let reference = reference(mail, context);
    (text.year, subject.year) = (Some(reference.today.year()), Some(reference.today.year()));
    let mut fields = Fields::default();
    let parts = [&text, &subject];
    for scan in parts {
        party::read(scan, &mut fields);
        fields.budget = fields.budget.take().or_else(|| budget::read(scan, context.currency));
        fields.board = fields
            .board
            .take()
            .or_else(|| board_stars::board(scan))
            .or_else(|| board_stars::board_code(scan))
            .or_else(|| board_stars::meals(scan));
        fields.stars = fields.stars.take().or_else(|| board_stars::stars(scan));
    }
    let known = Known::new(context.destinations, context.hotels, gazetteer);
    places_and_hotels(parts, &known, context.hotels, &mut fields);
    when(parts, &reference, &mut fields);
    fields.interests = wishes::interests(&text).or_else(|| wishes::interests(&subject));
    fields.special_requests = wishes::special_requests(&text);
    let signature = Scan::new(mail.message_id, Part::Signature, mail.signature);
    let from_name = Scan::new(mail.message_id, Part::From, mail.from_name.unwrap_or_default());
    let from_address = Scan::new(mail.message_id, Part::From, mail.from_address.unwrap_or_default());
    fields.contact = contact::read(&text, &signature, &from_name, &from_address, context.country);
    form::read(&text, &known, &reference, context.currency, &mut fields);
    let asked = is_travel_enquiry(parts, &fields);
    fields.is_travel_enquiry =
        Some(Evidence { value: asked, origin: Origin::Inferred, confidence: Confidence(85), source: None });
    fields
}

fn reference(mail: &Mail, context: &Context) -> Reference {
    let zone = mail.received.time_zone().iana_name().unwrap_or_default();
    let south = SOUTH.contains(&zone) || zone.starts_with("Australia/") || zone.starts_with("America/Argentina");
    Reference { today: mail.received.date(), order: context.date_order, south }
}

fn places_and_hotels(parts: [&Scan; 2], known: &Known, sold: &[HotelName], fields: &mut Fields) {
    let [text, subject] = parts.map(|scan| places::read(scan, known));
    fields.origin = text.origin.clone().or_else(|| subject.origin.clone());
    fields.destinations = destinations(text, subject);
    if let (Some(origin), Some(destinations)) = (&fields.origin, &mut fields.destinations) {
        destinations.value.retain(|name| *name != origin.value);
    }
    fields.destinations = fields.destinations.take().filter(|destinations| !destinations.value.is_empty());
    let hotels = parts.into_iter().find_map(|scan| wishes::hotels(scan, sold));
    if let Some((hotels, mut places)) = hotels {
        places.dedup();
        if fields.destinations.is_none() {
            let source = hotels.source.clone();
            fields.destinations =
                Some(Evidence { value: places, origin: Origin::Inferred, confidence: Confidence(85), source });
        }
        fields.requested_hotels = Some(hotels);
    }
}

/// Where to: what the text calls so, with what the subject adds; else names that stand alone, the subject's first.
fn destinations(text: Route, subject: Route) -> Option<Evidence<Vec<String>>> {
    match (text.destinations, subject.destinations.or(subject.bare)) {
        (Some(text), Some(subject)) if subject.confidence.0 >= 65 => {
            // A subject "Vietnam" says no more than a text "Hanoi and Da Nang".
            let new = |name: &String| !text.value.contains(name) && !places::holds_one_of(name, &text.value);
            let more = subject.value.into_iter().filter(new).collect::<Vec<_>>();
            let mut both = text;
            both.value.extend(more);
            Some(both)
        }
        (Some(text), _) => Some(text),
        (None, Some(subject)) => {
            // "Andaman" above, "Havelock Island" in the text.
            let narrower = |bare: &Evidence<Vec<String>>| {
                bare.value.iter().any(|name| subject.value.iter().any(|wide| places::lies_in(name, wide)))
            };
            Some(text.bare.filter(narrower).unwrap_or(subject))
        }
        (None, None) => text.bare,
    }
}

/// Dates and nights, each from the first part that says it, and what follows from both.
fn when(parts: [&Scan; 2], reference: &Reference, fields: &mut Fields) {
    let found = parts.into_iter().find_map(|scan| travel::read(scan, reference));
    let legs = stay_length::legs(parts[0]);
    fields.nights = legs.or_else(|| parts.into_iter().find_map(stay_length::read));
    let Some(found) = found else { return };
    fields.dates = Some(found.dates);
    let nights = fields.nights.as_ref().map(|nights| nights.value);
    let Some(dates) = fields.dates.as_mut() else { return };
    match (dates.value.clone(), nights) {
        (Dates::Exact { check_in, check_out }, Some(nights)) if loose(dates, fields.nights.as_ref(), nights) => {
            dates.value = Dates::Window { earliest: check_in, latest: check_out };
        }
        (Dates::Exact { check_in, check_out }, _) => {
            let between = nights_between(check_in, check_out);
            let other = |nights: &Evidence<u32>| {
                nights.value != between && (nights.origin != Origin::Stated || nights.value * 3 < between)
            };
            if fields.nights.as_ref().is_none_or(other) {
                let source = dates.source.clone();
                fields.nights =
                    Some(Evidence { value: between, origin: Origin::Inferred, confidence: dates.confidence, source });
            }
        }
        (Dates::Window { earliest, .. }, Some(nights)) if found.only_start => {
            if let Some(check_out) = i32::try_from(nights).ok().and_then(|nights| plus(earliest, nights)) {
                dates.value = Dates::Exact { check_in: earliest, check_out };
            }
        }
        _ => {}
    }
}

/// Whether two days only bound the stay: the nights stated are fewer, or the words are "between".
fn loose(dates: &Evidence<Dates>, stated: Option<&Evidence<u32>>, nights: u32) -> bool {
    const BETWEEN: &[&str] = &["between", "zwischen", "entre", "tussen", "tra", "fra"];
    let Dates::Exact { check_in, check_out } = dates.value else { return false };
    // "We arrive on the 15th and fly home on the 22nd": both ends are named, whatever is stayed where.
    if dates.confidence == Confidence(93) {
        return false;
    }
    let days = nights_between(check_in, check_out);
    let said = stated.is_some_and(|nights| nights.origin == Origin::Stated);
    let words = dates.source.as_ref().map_or("", |source| source.text.as_str()).to_lowercase();
    let between = BETWEEN.iter().any(|word| words.starts_with(word));
    // One night on a houseboat is no length of a week's stay.
    said && (nights + 1 < days && nights * 3 >= days || between && nights != days)
}

/// Nights between two days; none when the second is not later.
pub(crate) fn nights_between(check_in: Date, check_out: Date) -> u32 {
    check_in.until(check_out).map_or(0, |span| u32::try_from(span.get_days()).unwrap_or(0))
}

/// Whether a journey is asked for: at least two of where, when, who and a travel word.
fn is_travel_enquiry(parts: [&Scan; 2], fields: &Fields) -> bool {
    let word = parts.iter().any(|scan| scan.holds(0..scan.len(), TRAVEL));
    let where_to = fields.destinations.is_some() || fields.requested_hotels.is_some();
    let when = fields.dates.is_some() || fields.nights.is_some();
    let who = fields.adults.is_some() || fields.children.is_some() || fields.rooms.is_some();
    [word, where_to, when, who].into_iter().filter(|said| *said).count() >= 2 && (where_to || word)
}
