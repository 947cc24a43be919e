//! From the words of a mail to the fields of an enquiry, in the light of what the agency sells: by the built-in grammar, and
//! by a language model whose answer the grammar checks.

mod belief;
pub mod question;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests;

use jiff::Timestamp;
use serde_json::Value;

pub use self::belief::Checked;
use crate::{
    enquiry::{Context, DateOrder, Fields, Gazetteer, HotelName, Mail, amend, extract, read_amendment},
    message::classify::TravelSignals,
    rates::RateBook,
    tenant::Config,
};

/// The words to be understood.
#[derive(Debug, Clone, Copy)]
pub struct Wording<'a> {
    /// Message they stand in; empty for text that was never a message.
    pub message_id: &'a str,
    /// Subject line.
    pub subject: &'a str,
    /// Text without history and signature.
    pub text: &'a str,
    /// The signature that was cut off.
    pub signature: &'a str,
    /// The sender's name.
    pub from_name: Option<&'a str>,
    /// The sender's address.
    pub from_address: Option<&'a str>,
    /// When they were written; relative dates count from here.
    pub received_at: Timestamp,
}

/// What the built-in grammar understands of a first mail.
#[must_use]
pub fn understand(wording: &Wording<'_>, config: &Config, book: &RateBook) -> Fields {
    read(wording, config, book, |mail, context| extract(mail, context, Gazetteer::load()))
}

/// What is known when a model has answered [`question`] too; absent when its answer is nonsense.
#[must_use]
pub fn checked(
    document: &Value,
    grammar: &Fields,
    wording: &Wording<'_>,
    config: &Config,
    book: &RateBook,
) -> Option<Checked> {
    read(wording, config, book, |mail, context| belief::checked(document, grammar, mail, context))
}

/// What is known after a reply: the fields before it, with what it changes.
#[must_use]
pub fn understand_reply(before: &Fields, wording: &Wording<'_>, config: &Config, book: &RateBook) -> Fields {
    read(wording, config, book, |mail, context| {
        amend(before, &read_amendment(mail, before, context, Gazetteer::load())).0
    })
}

fn read<T>(
    wording: &Wording<'_>,
    config: &Config,
    book: &RateBook,
    reader: impl FnOnce(&Mail<'_>, &Context<'_>) -> T,
) -> T {
    let hotels = hotels(book);
    let mail = Mail {
        message_id: wording.message_id,
        subject: wording.subject,
        text: wording.text,
        signature: wording.signature,
        from_name: wording.from_name,
        from_address: wording.from_address,
        received: wording.received_at.to_zoned(config.zone()),
    };
    let context = Context {
        date_order: date_order(config),
        currency: config.currency,
        destinations: &config.destinations,
        hotels: &hotels,
        country: country(config),
    };
    reader(&mail, &context)
}

/// What the fields say to the classifier.
#[must_use]
pub fn signals(fields: &Fields) -> TravelSignals {
    TravelSignals {
        destination: fields.destinations.is_some() || fields.requested_hotels.is_some(),
        dates: fields.dates.is_some() || fields.nights.is_some(),
        party: fields.adults.is_some() || fields.children.is_some() || fields.rooms.is_some(),
        budget: fields.budget.is_some(),
    }
}

/// Where a telephone number without a country code is dialled: only where zone and currency agree.
fn country(config: &Config) -> Option<&'static str> {
    const SURE: [(&str, &str, &str); 8] = [
        ("ZAR", "Africa/Johannesburg", "ZA"),
        ("GBP", "Europe/London", "GB"),
        ("EUR", "Europe/Berlin", "DE"),
        ("EUR", "Europe/Paris", "FR"),
        ("EUR", "Europe/Amsterdam", "NL"),
        ("EUR", "Europe/Madrid", "ES"),
        ("EUR", "Europe/Lisbon", "PT"),
        ("EUR", "Europe/Rome", "IT"),
    ];
    let fits =
        |(currency, zone, _): &&(&str, &str, &str)| config.currency.code() == *currency && config.timezone == *zone;
    SURE.iter().find(fits).map(|(_, _, country)| *country)
}

/// Whether 03/04 is in March or April, where the agency is.
fn date_order(config: &Config) -> DateOrder {
    const MONTH_FIRST: [&str; 3] = ["America/New_York", "America/Chicago", "America/Denver"];
    let american = config.currency.code() == "USD" && config.timezone.starts_with("America/");
    if american || MONTH_FIRST.contains(&config.timezone.as_str()) {
        DateOrder::MonthFirst
    } else {
        DateOrder::DayFirst
    }
}

fn hotels(book: &RateBook) -> Vec<HotelName> {
    let mut hotels: Vec<HotelName> = Vec::new();
    for plan in book.plans() {
        if hotels.last().is_none_or(|last| last.name != plan.hotel()) {
            let destination = plan.periods().first().map(|row| row.destination.clone()).unwrap_or_default();
            hotels.push(HotelName { name: plan.hotel().to_owned(), destination });
        }
    }
    hotels
}
