//! The mail a quote travels in: HTML and plain text that say the same.

use askama::Template;

use super::QuoteLetter;

/// A mail without its envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailBody {
    /// One line, no control characters.
    pub subject: String,
    /// Complete HTML document with inline styles.
    pub html: String,
    /// The same in plain text.
    pub text: String,
}

#[derive(Template)]
#[template(path = "quote.html")]
struct Html<'a> {
    letter: &'a QuoteLetter,
    look: &'a super::Look,
    preheader: &'a str,
    /// Widest an option's column may be, in CSS pixels.
    column: u32,
}

#[derive(Template)]
#[template(path = "quote.txt")]
struct Text<'a> {
    letter: &'a QuoteLetter,
}

/// The quote's mail.
#[must_use]
pub fn mail(letter: &QuoteLetter) -> MailBody {
    let column = match letter.options.len() {
        0 | 1 => 552,
        2 => 270,
        _ => 178,
    };
    let html = Html { letter, look: &letter.look, preheader: &letter.preheader, column };
    MailBody { subject: letter.subject.clone(), html: rendered(&html), text: rendered(&Text { letter }) }
}

/// Writing into a `String` does not fail, and our templates call nothing that could.
pub(super) fn rendered(template: &impl Template) -> String {
    template.render().unwrap_or_default()
}
