//! What a quote says: one presentation model, composed once, that the mail and the PDF both print.
//!
//! Invariant: every text is final (wording, dates and money in the agency's language) and plain: words of strangers are
//! cleaned here and are data to every template. A total belongs to one option; nothing here sums over options.

mod booking;
mod clean;
mod color;
mod locale;
mod mail;
mod note;
mod options;
mod page;
mod request;
mod words;

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use booking::{BookedCard, booking, confirmation};
pub(crate) use clean::line as plain_line;
pub use color::Palette;
pub use mail::{MailBody, mail};
pub use note::{
    About, Account, AccountMail, Clarify, Look, Note, Notice, acceptance, account, clarify, note, notice, reminder,
    reply, reply_subject, report,
};
pub use options::{OptionCard, PriceLine};
pub use page::{Blank, Closed, Form, PageBody, PageParts, Standing, blank_page, closed_page, page};
pub use words::{Labels, Noun};

use crate::{
    enquiry::Fields,
    party::{Room, Stay},
    pricing::PricedOption,
    tenant::Config,
};
use locale::Region;
use words::fill;

/// Everything a letter is composed of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LetterInput {
    /// The agency's configuration, as frozen in the revision.
    pub config: Config,
    /// The agency's name, for where its branding names no company.
    pub tenant_name: String,
    /// `Q-<year>-<counter>`.
    pub number: String,
    /// From 1.
    pub revision: u32,
    /// Alternatives, best first.
    pub options: Vec<PricedOption>,
    /// The nights that were priced.
    pub stay: Stay,
    /// The rooms that were priced.
    pub rooms: Vec<Room>,
    /// What the traveller asked for.
    pub fields: Fields,
    /// The lead traveller's name, where known.
    pub traveller: Option<String>,
    /// Who looks after the traveller.
    pub consultant: Option<Sender>,
    /// Where the quote can be read and accepted.
    pub link: Option<String>,
    /// Date of issue, in the agency's time zone.
    pub issued: Date,
    /// Last day of validity, in the agency's time zone.
    pub valid_until: Date,
}

/// Who looks after the traveller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sender {
    /// Name.
    pub name: String,
    /// Mail address.
    pub email: String,
}

/// A quote as it is printed: final texts in reading order.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuoteLetter {
    /// BCP 47 tag of the language all texts are in.
    pub language: String,
    /// Name and colours of the agency.
    pub look: Look,
    /// Words that templates print as they stand.
    pub labels: Labels,
    /// "Quote Q-2027-0042".
    pub title: String,
    /// `Q-2027-0042`.
    pub number: String,
    /// "Revision 2", from the second on.
    pub revision: Option<String>,
    /// Date of issue, for the PDF's own properties.
    pub issued_on: Date,
    /// Date of issue in words.
    pub issued: String,
    /// Last day of validity in words.
    pub valid_until: String,
    /// What was asked for.
    pub journey: Journey,
    /// Lead traveller, where known.
    pub traveller: Option<String>,
    /// "Dear Anna Maria,".
    pub greeting: String,
    /// First sentence.
    pub intro: String,
    /// Alternatives, best first.
    pub options: Vec<OptionCard>,
    /// "These options are alternatives", when there are several.
    pub alternatives: Option<String>,
    /// How to accept.
    pub accept: String,
    /// Where to accept.
    pub link: Option<String>,
    /// What the link says.
    pub button: String,
    /// Terms, by paragraph.
    pub terms: Vec<String>,
    /// Who looks after the traveller.
    pub consultant: Option<Sender>,
    /// "Kind regards,".
    pub regards: String,
    /// "The same quote is attached as a PDF."
    pub attached: String,
    /// Subject of the mail.
    pub subject: String,
    /// What a mailbox shows beside the subject.
    pub preheader: String,
    /// What a confirmed booking adds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub booked: Option<BookedCard>,
}

/// Where, when and for whom: the request said back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Journey {
    /// "Zanzibar".
    pub place: String,
    /// "Seven nights".
    pub nights: String,
    /// "3–10 July 2027".
    pub dates: String,
    /// "Two adults and two children aged 4 and 9".
    pub party: String,
    /// The request in one sentence.
    pub request: String,
    /// What else the traveller asked for.
    pub wishes: Vec<String>,
    /// "Saturday 3 July 2027".
    pub arrival: String,
    /// "Saturday 10 July 2027".
    pub departure: String,
    /// "Room 1: two adults", when there are several.
    pub rooms: Vec<String>,
}

/// Composes the letter. Total: any input gives a letter, however strange its words.
#[must_use]
pub fn compose(input: &LetterInput) -> QuoteLetter {
    let region = Region::of(&input.config, input.config.language);
    let words = region.words();
    let number = clean::line(&input.number, 40);
    let link = input.link.as_deref().and_then(web_address);
    let valid_until = region.date(input.valid_until);
    let traveller = input.traveller.as_deref().map(|name| clean::line(name, 80)).filter(|name| !name.is_empty());
    let journey = request::journey(input, region);
    let options = options::cards(input, region);
    let accept = if link.is_some() { words.accept_online } else { words.accept_reply };
    let values = [
        ("number", number.as_str()),
        ("place", &journey.place),
        ("dates", &journey.dates),
        ("nights", &journey.nights),
        ("amount", options.first().map_or("", |main| &main.total)),
        ("date", &valid_until),
    ];
    QuoteLetter {
        language: region.tag().to_owned(),
        look: Look::of(&input.config, &input.tenant_name),
        labels: words.labels,
        title: format!("{} {number}", words.labels.quote),
        revision: (input.revision > 1).then(|| fill(words.revision_n, &[("n", &input.revision.to_string())])),
        issued_on: input.issued,
        issued: region.date(input.issued),
        greeting: note::greeting(words, input.traveller.as_deref()),
        intro: if input.revision > 1 { words.intro_revised } else { words.intro }.to_owned(),
        alternatives: (options.len() > 1).then(|| words.alternatives.to_owned()),
        accept: fill(accept, &[("date", &valid_until.replace(' ', "\u{a0}"))]),
        button: words.button.to_owned(),
        terms: clean::paragraphs(&input.config.quoting.terms, 5_000),
        consultant: input.consultant.as_ref().map(sender),
        regards: words.regards.to_owned(),
        attached: words.attached.to_owned(),
        subject: fill(words.subject, &values),
        preheader: fill(words.preheader, &values),
        booked: None,
        number,
        valid_until,
        journey,
        traveller,
        options,
        link,
    }
}

fn sender(sender: &Sender) -> Sender {
    Sender { name: clean::line(&sender.name, 80), email: clean::line(&sender.email, 254) }
}

/// An address that a button may lead to: of the web, and without anything a mail or a PDF could trip over.
fn web_address(text: &str) -> Option<String> {
    let sound = text.len() <= 2_000 && text.bytes().all(|b| b.is_ascii_graphic() && !b"\"'<>\\`{}|^".contains(&b));
    let web = text.starts_with("https://") || text.starts_with("http://");
    (sound && web).then(|| text.to_owned())
}
