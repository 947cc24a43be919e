//! A confirmed booking, told by the letter of the quote it came of: one option, what is paid when, who travels.

use serde::Serialize;

use super::{
    MailBody, Note, PriceLine, QuoteLetter, clean,
    locale::Region,
    note,
    words::{BookingWords, booking_words, fill},
};
use crate::{
    booking::{Booking, Guest, Payment, PaymentKind},
    tenant::Config,
};

/// What a confirmation says beyond its quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BookedCard {
    /// "Payments".
    pub heading: String,
    /// Each payment with the day it is due, or was made.
    pub payments: Vec<PriceLine>,
    /// Who travels, by name where known.
    pub travellers: Vec<String>,
    /// Subject of the mail.
    pub subject: String,
    /// Its one sentence.
    pub sentence: String,
}

/// The letter of a quote turned into the confirmation of its booking.
#[must_use]
pub fn booking(config: &Config, letter: QuoteLetter, booking: &Booking) -> QuoteLetter {
    let region = Region::of(config, config.language);
    let says = booking_words(region);
    let place = usize::try_from(booking.option).ok().and_then(|option| option.checked_sub(1));
    let chosen = place.and_then(|place| letter.options.get(place)).cloned();
    let chosen = chosen.map(|mut option| {
        option.recommended = None;
        option
    });
    let values = [
        ("number", letter.number.as_str()),
        ("hotel", chosen.as_ref().map_or("", |option| &option.hotel)),
        ("dates", &letter.journey.dates),
        ("total", chosen.as_ref().map_or("", |option| &option.total)),
    ];
    let card = BookedCard {
        heading: says.payments.to_owned(),
        payments: booking.payments.iter().map(|one| payment(says, region, one)).collect(),
        travellers: booking.guests.iter().map(|guest| traveller(says, guest)).collect(),
        subject: fill(says.subject, &values),
        sentence: fill(says.sentence, &values),
    };
    let name = clean::line(&booking.lead.name, 80);
    QuoteLetter {
        title: format!("{} {}", says.title, letter.number),
        revision: None,
        greeting: note::greeting(region.words(), Some(name.as_str())),
        traveller: Some(name).filter(|name| !name.is_empty()),
        intro: says.intro.to_owned(),
        options: chosen.into_iter().collect(),
        alternatives: None,
        link: None,
        booked: Some(card),
        ..letter
    }
}

fn payment(says: &BookingWords, region: Region, payment: &Payment) -> PriceLine {
    let text = match payment.kind {
        PaymentKind::Deposit => says.deposit,
        PaymentKind::Balance => says.balance,
        PaymentKind::Full => says.full,
    };
    let detail = match payment.paid_on {
        Some(day) => fill(says.paid, &[("date", &region.date(day))]),
        None => fill(says.due, &[("date", &region.date(payment.due))]),
    };
    PriceLine { text: text.to_owned(), detail, amount: region.money(payment.amount) }
}

fn traveller(says: &BookingWords, guest: &Guest) -> String {
    let name = clean::line(&guest.name, 120);
    match (name.is_empty(), guest.age) {
        (true, None) => says.adult.to_owned(),
        (false, None) => name,
        (true, Some(age)) => fill(says.child, &[("age", &age.to_string())]),
        (false, Some(age)) => format!("{name}, {}", fill(says.child, &[("age", &age.to_string())])),
    }
}

/// The mail that carries a confirmation.
#[must_use]
pub fn confirmation(letter: &QuoteLetter) -> MailBody {
    let card = letter.booked.as_ref();
    let payments = card.into_iter().flat_map(|card| &card.payments);
    let body = Note {
        subject: card.map(|card| card.subject.clone()).unwrap_or_default(),
        greeting: Some(letter.greeting.clone()),
        paragraphs: card.map(|card| card.sentence.clone()).into_iter().collect(),
        items: payments
            .map(|one| format!("{}{} {}, {}", one.text, letter.labels.colon, one.amount, one.detail))
            .collect(),
        regards: Some(letter.regards.clone()),
        signed: letter.consultant.as_ref().map(|consultant| consultant.name.clone()),
        ..Note::default()
    };
    note::note(&letter.look, &body)
}
