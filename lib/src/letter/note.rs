//! The small mails, all in the agency's look: questions to the traveller, news to the staff, and account mails.

use askama::Template;
use jiff::Timestamp;
use serde::Serialize;

use super::{
    QuoteLetter, clean,
    color::Palette,
    locale::Region,
    mail::{MailBody, rendered},
    web_address,
    words::{Words, fill},
};
use crate::{
    enquiry::FIELD_NAMES,
    tenant::{Config, Language},
};

/// Name, colours and closing lines of an agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Look {
    /// BCP 47 tag.
    pub language: String,
    /// Name people know the agency by.
    pub agency: String,
    /// Address of the uploaded logo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
    /// Readable colours.
    pub palette: Palette,
    /// Closing lines.
    pub signature: Vec<String>,
}

impl Look {
    /// The look an agency has set up, in its own language.
    #[must_use]
    pub fn of(config: &Config, tenant_name: &str) -> Self {
        Self::speaking(Region::of(config, config.language), config, tenant_name)
    }

    fn speaking(region: Region, config: &Config, tenant_name: &str) -> Self {
        let company = clean::line(&config.branding.company_name, 120);
        Self {
            language: region.tag().to_owned(),
            agency: if company.is_empty() { clean::line(tenant_name, 120) } else { company },
            logo: config
                .branding
                .logo_url
                .as_deref()
                .filter(|url| url.contains(crate::logo::PATH))
                .and_then(web_address),
            palette: Palette::of(&config.branding),
            signature: clean::paragraphs(&config.branding.email_signature, 2_000),
        }
    }
}

/// A small mail: a heading, some sentences, perhaps a list and a button.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Note {
    /// Subject and heading.
    pub subject: String,
    /// "Dear Anna Maria,".
    pub greeting: Option<String>,
    /// Before the list.
    pub paragraphs: Vec<String>,
    /// A list.
    pub items: Vec<String>,
    /// What the button says, and where it leads (only web addresses do).
    pub button: Option<(String, String)>,
    /// "If the button does not work".
    pub button_help: Option<String>,
    /// After the button.
    pub closing: Vec<String>,
    /// "Kind regards,"; the signature follows it.
    pub regards: Option<String>,
    /// Who writes, above the signature.
    pub signed: Option<String>,
}

#[derive(Template)]
#[template(path = "note.html")]
struct Html<'a> {
    note: &'a Note,
    look: &'a Look,
    preheader: &'a str,
}

#[derive(Template)]
#[template(path = "note.txt")]
struct Text<'a> {
    note: &'a Note,
    look: &'a Look,
}

/// Prints a small mail.
#[must_use]
pub fn note(look: &Look, note: &Note) -> MailBody {
    let note = &Note {
        subject: clean::line(&note.subject, 200),
        button: note.button.clone().filter(|(_, address)| web_address(address).is_some()),
        ..note.clone()
    };
    let preheader = note.paragraphs.first().map_or("", String::as_str);
    MailBody {
        subject: note.subject.clone(),
        html: rendered(&Html { note, look, preheader }),
        text: rendered(&Text { note, look }),
    }
}

/// A clarifying reply.
#[derive(Debug, Clone, Copy)]
pub struct Clarify<'a> {
    /// The traveller's language where known, else the agency's.
    pub language: Option<Language>,
    /// The traveller's name, where known.
    pub traveller: Option<&'a str>,
    /// Fields to ask for, by their names in `enquiry::FIELD_NAMES`.
    pub missing: &'a [String],
    /// Subject of the mail this answers.
    pub in_reply_to: Option<&'a str>,
}

/// Asks the traveller for exactly the missing fields, each once, in the order of `FIELD_NAMES`.
#[must_use]
pub fn clarify(config: &Config, tenant_name: &str, ask: Clarify<'_>) -> MailBody {
    let region = Region::of(config, ask.language.unwrap_or(config.language));
    let words = region.words();
    let asked = FIELD_NAMES.iter().zip(words.mails.questions);
    let subject = ask.in_reply_to.map(|subject| clean::line(subject, 150)).filter(|subject| !subject.is_empty());
    let body = Note {
        subject: subject.map_or(words.mails.clarify_subject.to_owned(), |subject| reply_subject(&subject)),
        greeting: Some(greeting(words, ask.traveller)),
        paragraphs: vec![words.mails.clarify_intro.to_owned()],
        items: asked
            .filter(|(field, _)| ask.missing.iter().any(|missing| missing == *field))
            .map(|(_, question)| question.to_owned())
            .collect(),
        closing: vec![words.mails.clarify_close.to_owned()],
        regards: Some(words.regards.to_owned()),
        ..Note::default()
    };
    note(&Look::speaking(region, config, tenant_name), &body)
}

/// "Re: " once.
#[must_use]
pub fn reply_subject(subject: &str) -> String {
    let bytes = subject.as_bytes();
    let is_reply =
        ["re:", "aw:", "sv:"].iter().any(|mark| bytes.len() >= 3 && bytes[..3].eq_ignore_ascii_case(mark.as_bytes()));
    if is_reply { subject.to_owned() } else { format!("Re: {subject}") }
}

pub(super) fn greeting(words: &Words, name: Option<&str>) -> String {
    let name = name.map(|name| clean::line(name, 80)).filter(|name| !name.is_empty());
    name.map_or(words.labels.hello.to_owned(), |name| fill(words.dear, &[("name", &name)]))
}

/// Reminds the traveller, once, of a quote that is still open.
#[must_use]
pub fn reminder(config: &Config, letter: &QuoteLetter) -> MailBody {
    let words = Region::of(config, config.language).words();
    let values = [
        ("number", letter.number.as_str()),
        ("place", &letter.journey.place),
        ("dates", &letter.journey.dates),
        ("date", &letter.valid_until),
    ];
    let body = Note {
        subject: fill(words.mails.reminder_subject, &values),
        greeting: Some(letter.greeting.clone()),
        paragraphs: vec![fill(words.mails.reminder, &values)],
        button: letter.link.clone().map(|link| (letter.button.clone(), link)),
        button_help: Some(words.mails.fallback_link.to_owned()),
        regards: Some(letter.regards.clone()),
        signed: letter.consultant.as_ref().map(|consultant| consultant.name.clone()),
        ..Note::default()
    };
    note(&letter.look, &body)
}

/// Thanks the traveller for accepting the option at `index` (from 0); `None` when the letter has no such option.
#[must_use]
pub fn acceptance(config: &Config, letter: &QuoteLetter, index: usize) -> Option<MailBody> {
    let words = Region::of(config, config.language).words();
    let option = letter.options.get(index)?;
    let values = [
        ("number", letter.number.as_str()),
        ("option", &option.label),
        ("hotel", &option.hotel),
        ("dates", &letter.journey.dates),
        ("total", &option.total),
    ];
    let body = Note {
        subject: fill(words.mails.accepted_subject, &values),
        greeting: Some(letter.greeting.clone()),
        paragraphs: vec![fill(words.mails.accepted, &values), words.mails.accepted_next.to_owned()],
        regards: Some(letter.regards.clone()),
        signed: letter.consultant.as_ref().map(|consultant| consultant.name.clone()),
        ..Note::default()
    };
    Some(note(&letter.look, &body))
}

/// News for a consultant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// An enquiry came in.
    NewEnquiry,
    /// A quote waits to be looked at and sent.
    QuoteReady,
    /// A quote was held back, with reasons.
    NeedsPerson,
    /// A quote went out.
    QuoteSent,
    /// The traveller accepted.
    QuoteAccepted,
    /// The traveller declined.
    QuoteDeclined,
}

/// Tells a consultant what happened: `traveller` by name or address, `number` of the quote where there is one, `facts` as
/// a list (the request, totals by option, the reasons), `link` into the console.
#[must_use]
pub fn notice(look: &Look, config: &Config, news: Notice, about: &About<'_>) -> MailBody {
    let words = Region::of(config, config.language).words();
    let mails = &words.mails;
    let [subject, sentence] = match news {
        Notice::NewEnquiry => mails.new_enquiry,
        Notice::QuoteReady => mails.quote_ready,
        Notice::NeedsPerson => mails.needs_person,
        Notice::QuoteSent => mails.quote_sent,
        Notice::QuoteAccepted => mails.quote_accepted,
        Notice::QuoteDeclined => mails.quote_declined,
    };
    let traveller = clean::line(about.traveller, 80);
    let number = clean::line(about.number.unwrap_or(""), 40);
    let values = [("name", traveller.as_str()), ("number", number.as_str())];
    let label = if about.number.is_some() { mails.open_quote } else { mails.open_enquiry };
    let body = Note {
        subject: fill(subject, &values),
        paragraphs: vec![fill(sentence, &values)],
        items: about.facts.iter().map(|fact| clean::line(fact, 300)).collect(),
        button: about.link.map(|link| (label.to_owned(), link.to_owned())),
        button_help: Some(mails.fallback_link.to_owned()),
        ..Note::default()
    };
    note(look, &body)
}

/// Tells a consultant something that has no words of its own in the agency's language: the news as it stands.
#[must_use]
pub fn report(look: &Look, config: &Config, news: &str, about: &About<'_>) -> MailBody {
    let mails = &Region::of(config, config.language).words().mails;
    let label = if about.number.is_some() { mails.open_quote } else { mails.open_enquiry };
    let body = Note {
        subject: clean::line(news, 120),
        paragraphs: vec![clean::line(news, 1_000)],
        button: about.link.map(|link| (label.to_owned(), link.to_owned())),
        button_help: Some(mails.fallback_link.to_owned()),
        ..Note::default()
    };
    note(look, &body)
}

/// A consultant's own words to a traveller, in the agency's look: nothing is added, not even a closing line.
#[must_use]
pub fn reply(config: &Config, tenant_name: &str, subject: &str, text: &str) -> MailBody {
    let look = Look::of(config, tenant_name);
    let paragraphs: Vec<String> = text.lines().map(|line| clean::line(line, 20_000)).collect();
    let plain = paragraphs.join("\n");
    let shown = Note {
        subject: clean::line(subject, 200),
        greeting: paragraphs.iter().find(|line| !line.is_empty()).cloned(),
        paragraphs: paragraphs.into_iter().filter(|line| !line.is_empty()).skip(1).collect(),
        ..Note::default()
    };
    MailBody { text: plain, ..note(&look, &shown) }
}

/// What a notice is about.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The traveller's name or address.
    pub traveller: &'a str,
    /// The quote's number, where there is a quote.
    pub number: Option<&'a str>,
    /// Facts in plain words.
    pub facts: &'a [String],
    /// Where to look, in the console.
    pub link: Option<&'a str>,
}

/// What happened to an account.
#[derive(Debug, Clone, Copy)]
pub enum Account<'a> {
    /// Somebody is invited.
    Invitation {
        /// Who invites.
        inviter: &'a str,
    },
    /// A new password was asked for.
    PasswordReset,
    /// Signed in from somewhere new.
    NewSignIn {
        /// Device or address, in plain words.
        detail: &'a str,
    },
    /// The password changed.
    PasswordChanged {
        /// Device or address, in plain words.
        detail: &'a str,
    },
}

/// An account mail.
#[derive(Debug, Clone, Copy)]
pub struct AccountMail<'a> {
    /// What happened.
    pub event: Account<'a>,
    /// When it happened; for a link, when it ends.
    pub at: Timestamp,
    /// Where the button leads, for those that have one.
    pub link: Option<&'a str>,
}

/// Tells a user about their account. Nothing secret stands outside the link.
#[must_use]
pub fn account(look: &Look, config: &Config, mail: AccountMail<'_>) -> MailBody {
    let region = Region::of(config, config.language);
    let mails = &region.words().mails;
    let at = moment(region, config, mail.at);
    let with_link = |[subject, text, button]: [&str; 3], inviter: &str| {
        let values = [("agency", look.agency.as_str()), ("inviter", inviter)];
        let closing = [fill(mails.expires, &[("until", &at)]), mails.ignore.to_owned()];
        Note {
            subject: fill(subject, &values),
            paragraphs: vec![fill(text, &values)],
            button: mail.link.map(|link| (button.to_owned(), link.to_owned())),
            button_help: Some(mails.fallback_link.to_owned()),
            closing: closing.to_vec(),
            ..Note::default()
        }
    };
    let warning = |[subject, text]: [&str; 2], detail: &str| {
        let detail = format!("{at}, {}", clean::line(detail, 120));
        let detail = detail.trim_end_matches([' ', ',']);
        let text = fill(text, &[("agency", &look.agency), ("detail", detail)]);
        Note { subject: subject.to_owned(), paragraphs: vec![text, mails.not_you.to_owned()], ..Note::default() }
    };
    let body = match mail.event {
        Account::Invitation { inviter } => with_link(mails.invitation, &clean::line(inviter, 80)),
        Account::PasswordReset => with_link(mails.reset, ""),
        Account::NewSignIn { detail } => warning(mails.sign_in, detail),
        Account::PasswordChanged { detail } => warning(mails.changed, detail),
    };
    note(look, &body)
}

/// "3 July 2027, 14:05" in the agency's time zone, with its name.
fn moment(region: Region, config: &Config, at: Timestamp) -> String {
    let local = at.to_zoned(config.zone());
    format!("{}, {:02}:{:02} ({})", region.date(local.date()), local.hour(), local.minute(), local.strftime("%Z"))
}
