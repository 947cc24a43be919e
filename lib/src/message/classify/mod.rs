//! What a mail is (`product.md` section 3.7): headers first, then the words of the newest part, in eight languages.
//!
//! Invariant: one pass over a bounded text; the same mail and hints always give the same class, with the reason in
//! words.

mod cues;
mod scores;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Parsed, bounce, guard, text::prefix};
use crate::enquiry::Confidence;
use scores::Scores;

/// What a message is (`contract.md`, "A message").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// A traveller asks for a trip.
    Enquiry,
    /// A traveller changes or completes what was asked.
    Amendment,
    /// A traveller takes an offer.
    Acceptance,
    /// Somebody wants to know something.
    HelpdeskQuestion,
    /// A machine answers for an absent person, or confirms reading.
    AutoReply,
    /// A mail of ours did not arrive.
    Bounce,
    /// Sent to many.
    Newsletter,
    /// A hotel, an operator, an invoice.
    Supplier,
    /// Somebody is unhappy.
    Complaint,
    /// Wanted by nobody.
    Spam,
    /// None of these.
    Other,
}

impl Class {
    /// The word for it, as on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Enquiry => "enquiry",
            Self::Amendment => "amendment",
            Self::Acceptance => "acceptance",
            Self::HelpdeskQuestion => "helpdesk_question",
            Self::AutoReply => "auto_reply",
            Self::Bounce => "bounce",
            Self::Newsletter => "newsletter",
            Self::Supplier => "supplier",
            Self::Complaint => "complaint",
            Self::Spam => "spam",
            Self::Other => "other",
        }
    }
}

/// What the caller knows beside the mail.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hints {
    /// It belongs to a conversation that we know.
    pub in_thread: bool,
    /// The sender works for the agency.
    pub is_staff_sender: bool,
    /// What the grammar found in subject and text.
    pub travel: TravelSignals,
}

/// What the grammar found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TravelSignals {
    /// A destination or a hotel.
    pub destination: bool,
    /// Dates, a month or a length of stay.
    pub dates: bool,
    /// A head count or rooms.
    pub party: bool,
    /// A budget.
    pub budget: bool,
}

impl TravelSignals {
    fn count(self) -> u32 {
        [self.destination, self.dates, self.party, self.budget].into_iter().map(u32::from).sum()
    }
}

/// The class of a mail, how sure we are, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Classification {
    /// What the mail is.
    pub class: Class,
    /// In hundredths.
    pub confidence: Confidence,
    /// The evidence in a few words, for the diagnostic record.
    pub reason: String,
}

/// Says what a mail is. `text` is its newest part, as `strip` leaves it.
#[must_use]
pub fn classify(parsed: &Parsed, text: &str, hints: &Hints) -> Classification {
    by_machine(parsed, text).or_else(|| by_mailing(parsed, text, hints)).unwrap_or_else(|| {
        let scores = Scores::of(&parsed.subject, text);
        if hints.is_staff_sender { of_staff(&scores, text, hints) } else { of_stranger(parsed, &scores, text, hints) }
    })
}

fn found(class: Class, confidence: u8, reason: impl Into<String>) -> Classification {
    Classification { class, confidence: Confidence(confidence), reason: reason.into() }
}

/// Bounces, receipts and absence notes.
fn by_machine(parsed: &Parsed, text: &str) -> Option<Classification> {
    if let Some(bounce) = bounce::bounce(parsed) {
        return Some(found(Class::Bounce, 99, format!("delivery report, {:?}", bounce.permanence).to_lowercase()));
    }
    let report = parsed.report.as_ref().map(|report| report.kind.as_str());
    if report.is_some() || parsed.content_type == "multipart/report" {
        return Some(found(Class::AutoReply, 95, "a machine's report"));
    }
    let auto = parsed.header("auto-submitted").unwrap_or_default().to_ascii_lowercase();
    if auto.starts_with("auto-replied") {
        return Some(found(Class::AutoReply, 99, "auto-submitted: auto-replied"));
    }
    let says = |name: &str| parsed.header(name).is_some();
    if says("x-autoreply")
        || says("x-autorespond")
        || says("x-autoresponder")
        || parsed.header("precedence").is_some_and(|value| value.eq_ignore_ascii_case("auto_reply"))
    {
        return Some(found(Class::AutoReply, 97, "auto-reply header"));
    }
    let subject = parsed.subject.to_lowercase();
    let bare = subject.trim_start_matches(['[', '(', '*', ' ']);
    if cues::AUTO_SUBJECTS.iter().any(|phrase| bare.starts_with(phrase)) {
        return Some(found(Class::AutoReply, 95, "subject of an automatic reply"));
    }
    let start = prefix(text, 400).to_lowercase();
    let note = cues::AUTO_TEXTS.iter().find(|phrase| start.contains(*phrase))?;
    let certain = guard::is_automatic(parsed)
        || says("x-auto-response-suppress")
        || cues::AUTO_SUBJECTS.iter().any(|phrase| subject.contains(phrase));
    (certain || text.len() < 1_500)
        .then(|| found(Class::AutoReply, if certain { 95 } else { 80 }, format!("absence note: {note}")))
}

/// Newsletters and lists, by the headers that mailing programs set.
fn by_mailing(parsed: &Parsed, text: &str, hints: &Hints) -> Option<Classification> {
    let says = |name: &str| parsed.header(name).is_some();
    let mut evidence = 0;
    if says("list-unsubscribe") {
        evidence += 3;
    }
    if parsed.headers.iter().any(|(name, _)| cues::BULK_HEADERS.contains(name.as_str())) {
        evidence += 3;
    }
    if guard::is_list(parsed) {
        evidence += 2;
    }
    if parsed.header("precedence").is_some_and(guard::is_bulk) {
        evidence += 2;
    }
    if evidence < 2 {
        return None;
    }
    let scores = Scores::of(&parsed.subject, text);
    // An agency's own address may be a group that passes mail on: the list is the way, not the sender.
    let personal = scores.promotion == 0 && !says("list-unsubscribe-post");
    let via_group = says("x-google-group-id") || hints.in_thread;
    if personal && (via_group || (evidence < 5 && hints.travel.count() >= 2 && scores.enquiry >= 3)) {
        return None;
    }
    if scores.spam_strong >= 12 && scores.is_dense_spam(8) {
        return Some(found(Class::Spam, 75, format!("mailing that reads like spam: {}", scores.told())));
    }
    Some(found(Class::Newsletter, if evidence >= 3 { 97 } else { 85 }, "headers of a mailing"))
}

/// A colleague asks the helpdesk, unless a trip is to be quoted.
fn of_staff(scores: &Scores, text: &str, hints: &Hints) -> Classification {
    let asks = is_question(text) || scores.question > 0;
    if hints.travel.count() >= 2
        && (hints.travel.dates || hints.travel.party)
        && scores.enquiry >= 3
        && scores.question < 3
    {
        found(Class::Enquiry, 80, "staff passes on a trip")
    } else if asks {
        found(Class::HelpdeskQuestion, 90, "staff asks")
    } else if hints.travel.count() >= 3 {
        found(Class::Enquiry, 70, "staff passes on a trip")
    } else {
        found(Class::Other, 60, "staff writes, and asks nothing")
    }
}

fn of_stranger(parsed: &Parsed, scores: &Scores, text: &str, hints: &Hints) -> Classification {
    let told = scores.told();
    if scores.aside >= 5 && (hints.travel.count() < 2 || scores.aside >= 10) && !hints.in_thread && scores.booked == 0 {
        return found(Class::Other, 80, told);
    }
    if scores.complains() {
        return found(Class::Complaint, if scores.complaint >= 6 { 92 } else { 80 }, told);
    }
    if let Some(spam) = of_spammer(parsed, scores, hints) {
        return spam;
    }
    let answers = answers_a_quote(&parsed.subject);
    let accepts = scores.acceptance >= 5 && scores.negation == 0;
    let changes = scores.amendment >= 6 || (scores.amendment > 0 && is_question(text));
    if accepts && (hints.in_thread || scores.reference > 0 || answers) && !changes {
        return found(Class::Acceptance, 92, told);
    }
    if hints.in_thread {
        return in_thread(scores, text, hints, told);
    }
    let travel = hints.travel.count();
    if answers && scores.supplier < 4 && scores.booked < 6 {
        return if accepts && scores.amendment < 6 {
            found(Class::Acceptance, 75, told)
        } else if scores.amendment == 0 && scores.question >= 3 && is_question(text) {
            found(Class::HelpdeskQuestion, 70, told)
        } else {
            found(Class::Amendment, 72, told)
        };
    }
    if scores.promotion >= 3 && scores.promotion + scores.spam > travel {
        return found(Class::Newsletter, 80, told);
    }
    if scores.supplier >= 4 && scores.supplier + 1 > (scores.enquiry + travel * 2).min(6) {
        return found(Class::Supplier, if scores.supplier >= 8 { 92 } else { 78 }, told);
    }
    of_traveller(scores, text, hints, told).unwrap_or_else(|| {
        if accepts && scores.words <= 120 {
            found(Class::Acceptance, 65, scores.told())
        } else if asks_us(scores, text) {
            found(Class::HelpdeskQuestion, 55, "a short question to the reader")
        } else {
            found(Class::Other, 50, scores.told())
        }
    })
}

/// Words for the reader, in the languages that enquiries are read in.
const READER: &[&str] = &[
    "you", "your", "sie", "ihr", "ihre", "ihnen", "vous", "votre", "vos", "usted", "ustedes", "su", "voces", "você",
    "vocês", "u", "uw", "jullie", "voi", "vostro", "vostra", "lei", "julle", "jul",
];

/// A short mail that asks its reader something, and has nothing of a mailing.
fn asks_us(scores: &Scores, text: &str) -> bool {
    let to_the_reader = || {
        let lower = text.to_lowercase();
        lower.split(|c: char| !c.is_alphabetic()).any(|word| READER.contains(&word))
    };
    let sells = scores.spam + scores.promotion + scores.supplier;
    // Something of a journey, or no more than a line.
    let ours = scores.enquiry / 2 + scores.question + scores.reference + scores.booked > 0 || scores.words <= 20;
    sells == 0 && ours && scores.words <= 60 && is_question(text) && to_the_reader()
}

/// Whether the subject is that of an answer to a quote: "Re: Your quote TD-2027-0042", "AW: Ihr Angebot".
fn answers_a_quote(subject: &str) -> bool {
    const REPLY: &[&str] = &["re:", "aw:", "r:", "res:", "sv:", "antw:", "antwort:", "rv:", "rép:", "ref:"];
    const QUOTE: &[&str] = &[
        "quote",
        "quotation",
        "proposal",
        "angebot",
        "offerte",
        "devis",
        "presupuesto",
        "cotización",
        "orçamento",
        "cotação",
        "preventivo",
        "kwotasie",
        "itinerary",
    ];
    const OTHER: &[&str] = &[
        "invoice", "document", "voucher", "booking", "ticket", "option", "rechnung", "facture", "factura", "fatura",
        "faktuur", "factuur", "fattura",
    ];
    let lower = subject.trim().to_lowercase();
    let reply = REPLY.iter().any(|prefix| lower.starts_with(prefix));
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let numbered = lower.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')')).any(is_quote_number);
    reply && (says(QUOTE) || numbered) && !says(OTHER)
}

/// "TD-2027-0042": letters, a year, a number.
fn is_quote_number(word: &str) -> bool {
    let mut parts = word.split('-');
    let letters =
        parts.next().is_some_and(|part| (1..=4).contains(&part.len()) && part.chars().all(char::is_alphabetic));
    let digits: Vec<&str> = parts.collect();
    let number = digits.iter().all(|part| part.len() >= 3 && part.chars().all(|c| c.is_ascii_digit()));
    letters && number && (1..=2).contains(&digits.len())
}

/// Somebody who wants to sell or steal, as far as the words and the subject tell.
fn of_spammer(parsed: &Parsed, scores: &Scores, hints: &Hints) -> Option<Classification> {
    let asked = scores.enquiry.min(6) + hints.travel.count() * 3;
    let shouts = if is_shouting(&parsed.subject) { 3 } else { 0 };
    let sells = scores.spam_strong > 0 || (shouts > 0 && scores.spam >= 4);
    let is_spam = sells && scores.spam + shouts >= 6 + asked && scores.is_dense_spam(6) && scores.reference == 0;
    let is_newsletter = scores.promotion >= 3 && scores.spam_strong < 8;
    (is_spam && !is_newsletter && !hints.in_thread)
        .then(|| found(Class::Spam, if scores.spam >= 12 { 90 } else { 70 }, scores.told()))
}

/// Somebody who asks: for a trip, for a change to one, or for a fact.
fn of_traveller(scores: &Scores, text: &str, hints: &Hints, told: String) -> Option<Classification> {
    let travel = hints.travel.count();
    if scores.reference > 0 && scores.amendment >= 3 {
        return Some(found(Class::Amendment, 82, told));
    }
    // Who has only the flights asks for a journey, and says who travels.
    let TravelSignals { destination, dates, party, .. } = hints.travel;
    let asks_trip = if scores.booked >= 6 {
        scores.enquiry_strong > 0 && party
    } else {
        scores.enquiry > 3 && scores.enquiry_strong > 0 || party && (dates || destination) && scores.question < 3
    };
    if scores.booked >= 6 && !asks_trip && scores.amendment < 6 {
        return Some(found(Class::HelpdeskQuestion, 84, told));
    }
    if scores.booked > 0 && is_question(text) && scores.amendment < 3 && !asks_trip {
        return Some(found(Class::HelpdeskQuestion, 82, told));
    }
    let asks_fact = scores.question >= 3 && (is_question(text) || scores.question >= 6);
    if asks_fact && travel < 3 && !(hints.travel.dates && hints.travel.party) && scores.question >= scores.enquiry {
        return Some(found(Class::HelpdeskQuestion, 78, told));
    }
    if asks_for_travel(scores, text, hints) {
        return Some(found(Class::Enquiry, if travel >= 2 && scores.enquiry >= 3 { 95 } else { 75 }, told));
    }
    if asks_fact {
        return Some(found(Class::HelpdeskQuestion, 65, told));
    }
    (scores.enquiry >= 3 && is_question(text)).then(|| found(Class::Enquiry, 60, told))
}

/// Whether somebody wants to travel. Places, days and sums stand in any long text and in advertising: they count beside words of
/// travel, more of which a longer text must hold, or alone in a short one.
fn asks_for_travel(scores: &Scores, text: &str, hints: &Hints) -> bool {
    let travel = hints.travel.count();
    let sells = scores.spam + scores.promotion + scores.supplier;
    if sells > scores.enquiry + travel * 2 {
        return false;
    }
    if scores.enquiry == 0 {
        let TravelSignals { destination, dates, party, .. } = hints.travel;
        let asks = is_question(text) && scores.words <= 40;
        return sells <= 2 && scores.words <= 80 && (destination && (dates || party || asks) || dates && party);
    }
    let enough = scores.enquiry >= scores.words / 100;
    match travel {
        0 => scores.enquiry >= 5 && enough,
        1 => (scores.enquiry >= 2 || is_question(text) && scores.words <= 80) && enough,
        _ => enough,
    }
}

/// An answer in a conversation that we know: a yes, a change, or a question.
fn in_thread(scores: &Scores, text: &str, hints: &Hints, told: String) -> Classification {
    let brief = text.split_whitespace().count() <= 25;
    if scores.acceptance >= 2
        && scores.negation == 0
        && brief
        && scores.amendment == 0
        && hints.travel.count() == 0
        && !is_question(text)
    {
        return found(Class::Acceptance, 75, told);
    }
    if scores.amendment >= 3 || scores.change > 0 && hints.travel.count() > 0 {
        return found(Class::Amendment, 90, told);
    }
    if scores.question >= 3 || (is_question(text) && hints.travel.count() == 0) {
        return found(Class::HelpdeskQuestion, 70, told);
    }
    if hints.travel.count() > 0 {
        return found(Class::Amendment, 85, told);
    }
    found(Class::Other, 55, told)
}

fn is_question(text: &str) -> bool {
    text.contains(['?', '？', '؟'])
}

fn is_shouting(subject: &str) -> bool {
    let letters = subject.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = subject.chars().filter(|c| c.is_uppercase()).count();
    (letters >= 8 && capitals * 4 >= letters * 3) || subject.contains("!!") || subject.contains('$')
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests;
