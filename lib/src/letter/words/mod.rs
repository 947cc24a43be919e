//! The wording of letters in each language, as data: placeholders in braces are filled by [`fill`].
//!
//! Invariant: a table holds words only; what is said, and when, is decided in the modules beside it.

mod booking;
mod de;
mod en;
mod es;
mod fr;
mod nl;
mod page;
mod pt;

use serde::Serialize;

pub(crate) use booking::{BookingWords, booking_words};
pub(crate) use page::{PageWords, page_words};

use super::locale::Region;

/// One noun with its count: `one` and `two` whole because they may bend, `other` with `{n}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Noun {
    /// "one night".
    pub one: &'static str,
    /// "two nights".
    pub two: &'static str,
    /// "{n} nights".
    pub other: &'static str,
}

/// Labels that templates print as they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "each label is its own English text, in words/en.rs")]
pub struct Labels {
    pub quote: &'static str,
    pub prepared_for: &'static str,
    pub issued: &'static str,
    pub valid_until: &'static str,
    pub arrival: &'static str,
    pub departure: &'static str,
    pub travellers: &'static str,
    pub rooms: &'static str,
    pub your_request: &'static str,
    pub wishes: &'static str,
    pub consultant: &'static str,
    pub overview: &'static str,
    pub includes: &'static str,
    pub extras: &'static str,
    pub extras_note: &'static str,
    pub total: &'static str,
    pub per_person: &'static str,
    pub per_paying_person: &'static str,
    pub room: &'static str,
    pub board: &'static str,
    pub terms: &'static str,
    pub how_to_accept: &'static str,
    pub colon: &'static str,
    pub hello: &'static str,
    pub page: &'static str,
    pub of: &'static str,
}

/// Phrases that code fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Words {
    pub(crate) labels: Labels,
    // -- dates
    pub(crate) months: [&'static str; 12],
    pub(crate) weekdays: [&'static str; 7],
    // -- counting
    pub(crate) numbers: [&'static str; 10],
    pub(crate) night: Noun,
    pub(crate) adult: Noun,
    pub(crate) child: Noun,
    pub(crate) room: Noun,
    pub(crate) star: Noun,
    pub(crate) person: Noun,
    pub(crate) and: &'static str,
    pub(crate) aged: &'static str,
    pub(crate) aged_one: &'static str,
    // -- the request
    pub(crate) from_to: &'static str,
    pub(crate) request: &'static str,
    pub(crate) in_rooms: &'static str,
    pub(crate) at_least_stars: &'static str,
    pub(crate) budget_total: &'static str,
    pub(crate) budget_per_person: &'static str,
    pub(crate) budget_per_night: &'static str,
    pub(crate) range: &'static str,
    // -- options
    pub(crate) option_n: &'static str,
    pub(crate) room_n: &'static str,
    pub(crate) revision_n: &'static str,
    pub(crate) recommended: &'static str,
    pub(crate) estimate: &'static str,
    pub(crate) estimate_note: &'static str,
    pub(crate) alternatives: &'static str,
    pub(crate) rounding: &'static str,
    pub(crate) own_arrangement: &'static str,
    pub(crate) boards: [&'static str; 6],
    // -- the letter
    pub(crate) dear: &'static str,
    pub(crate) intro: &'static str,
    pub(crate) intro_revised: &'static str,
    pub(crate) attached: &'static str,
    pub(crate) accept_online: &'static str,
    pub(crate) accept_reply: &'static str,
    pub(crate) button: &'static str,
    pub(crate) regards: &'static str,
    pub(crate) subject: &'static str,
    pub(crate) preheader: &'static str,
    pub(crate) mails: Mails,
}

/// Phrases of the small mails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mails {
    // -- to the traveller
    pub(crate) clarify_subject: &'static str,
    pub(crate) clarify_intro: &'static str,
    pub(crate) clarify_close: &'static str,
    /// In the order of `enquiry::FIELD_NAMES`.
    pub(crate) questions: [&'static str; 15],
    pub(crate) reminder_subject: &'static str,
    pub(crate) reminder: &'static str,
    pub(crate) accepted_subject: &'static str,
    pub(crate) accepted: &'static str,
    pub(crate) accepted_next: &'static str,
    // -- to the staff: subject and first sentence
    pub(crate) new_enquiry: [&'static str; 2],
    pub(crate) quote_ready: [&'static str; 2],
    pub(crate) quote_sent: [&'static str; 2],
    pub(crate) quote_accepted: [&'static str; 2],
    pub(crate) quote_declined: [&'static str; 2],
    pub(crate) needs_person: [&'static str; 2],
    pub(crate) open_enquiry: &'static str,
    pub(crate) open_quote: &'static str,
    pub(crate) reasons: &'static str,
    // -- accounts: subject, text, button
    pub(crate) invitation: [&'static str; 3],
    pub(crate) reset: [&'static str; 3],
    pub(crate) sign_in: [&'static str; 2],
    pub(crate) changed: [&'static str; 2],
    pub(crate) expires: &'static str,
    pub(crate) not_you: &'static str,
    pub(crate) ignore: &'static str,
    pub(crate) fallback_link: &'static str,
}

/// The words of a region.
pub(crate) fn words(region: Region) -> &'static Words {
    match region {
        Region::EnGb | Region::EnUs | Region::EnZa | Region::EnIn => &en::WORDS,
        Region::DeDe | Region::DeCh => &de::WORDS,
        Region::FrFr | Region::FrCh => &fr::WORDS,
        Region::EsEs | Region::Es419 => &es::WORDS,
        Region::PtPt => &pt::WORDS,
        Region::PtBr => &pt::BRAZIL,
        Region::NlNl => &nl::WORDS,
    }
}

impl Words {
    /// A count in words up to twelve, in figures above: "seven nights", "21 nights".
    pub(crate) fn count(&self, noun: Noun, n: u32) -> String {
        let figures = n.to_string();
        let spelled = n.checked_sub(3).and_then(|i| self.numbers.get(usize::try_from(i).ok()?).copied());
        match n {
            1 => noun.one.to_owned(),
            2 => noun.two.to_owned(),
            _ => fill(noun.other, &[("n", spelled.unwrap_or(&figures))]),
        }
    }

    /// A count in figures: "4 stars".
    pub(crate) fn figures(&self, noun: Noun, n: u32) -> String {
        let figures = n.to_string();
        match n {
            1 => noun.one.to_owned(),
            _ => fill(noun.other, &[("n", &figures)]),
        }
    }

    /// "a, b and c".
    pub(crate) fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.and),
        }
    }
}

/// Fills `{name}` placeholders in one pass; a value is never read for placeholders, so it stays what it is.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        out.push_str(values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// The first letter made a capital; the rest as it is.
pub(crate) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
