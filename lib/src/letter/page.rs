//! The traveller's page: the letter to read, and the form to answer it, without a script.
//!
//! Invariant: the page holds one style and no script, so that its policy can allow exactly that style by its digest. Words of
//! strangers are escaped text, never markup, address or style.

use askama::Template;
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::{
    Look, OptionCard, QuoteLetter,
    color::Palette,
    locale::Region,
    mail::rendered,
    words::{PageWords, fill, page_words},
};
use crate::tenant::{Branding, Config};

/// A page, and what its policy has to name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageBody {
    /// Complete HTML document.
    pub html: String,
    /// `sha256-…` of its one style.
    pub style: String,
}

/// How a quote stands, as its page tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It can be answered.
    Open,
    /// The agency looks before it sends.
    Preview,
    /// An option was accepted: which, from 1.
    Accepted(u32),
    /// It was declined.
    Declined,
    /// Its time is over.
    Expired,
}

impl Standing {
    fn is_open(self) -> bool {
        self == Self::Open
    }
}

/// Why there is a page without a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// The agency took the quote back.
    Withdrawn,
    /// A newer version was sent.
    Superseded,
}

/// Why there is a page without an agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blank {
    /// The link is none of ours.
    Nowhere,
    /// The agency is not at work.
    Closed,
    /// Something does not answer just now.
    Later,
}

/// What the page is made of, beside the letter.
#[derive(Debug, Clone, Copy)]
pub struct PageParts<'a> {
    /// How the quote stands.
    pub standing: Standing,
    /// Where the page's own address begins: its forms post below it.
    pub action: &'a str,
    /// Where the PDF is.
    pub pdf: &'a str,
    /// Where the agency's logo is, if it has one.
    pub logo: Option<&'a str>,
    /// What was typed before, when a form came back.
    pub form: &'a Form,
}

/// A form as it came in, with the fields that will not do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    /// Which option, from 1.
    pub option: Option<u32>,
    /// Name as typed.
    pub name: String,
    /// Address as typed.
    pub email: String,
    /// Names of the fields that will not do.
    pub bad: Vec<String>,
}

#[derive(Template)]
#[template(path = "page.css", escape = "none")]
struct Style<'a> {
    p: &'a Palette,
}

#[derive(Template)]
#[template(path = "page.html")]
struct Html<'a> {
    letter: &'a QuoteLetter,
    says: &'a PageWords,
    standing: Standing,
    cards: Vec<Choice<'a>>,
    banner: Option<(String, String)>,
    problems: Vec<&'static str>,
    action: &'a str,
    pdf: &'a str,
    logo: Option<&'a str>,
    name: &'a str,
    email: &'a str,
    option_error: bool,
    name_error: bool,
    email_error: bool,
    style: &'a str,
}

/// An option that is shown.
struct Choice<'a> {
    number: u32,
    card: &'a OptionCard,
    is_chosen: bool,
}

/// The page of a quote in the agency's look and language.
#[must_use]
pub fn page(config: &Config, letter: &QuoteLetter, parts: &PageParts<'_>) -> PageBody {
    let says = page_words(Region::of(config, config.language));
    let style = rendered(&Style { p: &letter.look.palette });
    let bad = |field: &str| parts.form.bad.iter().any(|bad| bad == field);
    let html = Html {
        letter,
        says,
        standing: parts.standing,
        cards: choices(letter, parts),
        banner: banner(says, letter, parts.standing),
        problems: if bad("reason") { vec![says.reason_long] } else { problems(says, bad) },
        action: parts.action,
        pdf: parts.pdf,
        logo: parts.logo,
        name: &parts.form.name,
        email: &parts.form.email,
        option_error: bad("option"),
        name_error: bad("name"),
        email_error: bad("email"),
        style: &style,
    };
    PageBody { html: rendered(&html), style: digest(&style) }
}

/// The options to choose from, or the one that was chosen.
fn choices<'a>(letter: &'a QuoteLetter, parts: &PageParts<'_>) -> Vec<Choice<'a>> {
    let shown = |number: u32| match parts.standing {
        Standing::Accepted(option) => number == option,
        _ => true,
    };
    let numbered = (1..).zip(&letter.options).filter(|(number, _)| shown(*number));
    numbered.map(|(number, card)| Choice { number, card, is_chosen: parts.form.option == Some(number) }).collect()
}

fn problems(says: &PageWords, bad: impl Fn(&str) -> bool) -> Vec<&'static str> {
    let known = [("option", says.option_missing), ("name", says.name_missing), ("email", says.email_missing)];
    known.into_iter().filter(|(field, _)| bad(field)).map(|(_, problem)| problem).collect()
}

fn banner(says: &PageWords, letter: &QuoteLetter, standing: Standing) -> Option<(String, String)> {
    let [heading, text] = match standing {
        Standing::Open => return None,
        Standing::Preview => says.preview,
        Standing::Accepted(_) => says.accepted,
        Standing::Declined => says.declined,
        Standing::Expired => says.expired,
    };
    let number = if let Standing::Accepted(number) = standing { number } else { 1 };
    let option = usize::try_from(number).ok().and_then(|number| letter.options.get(number.checked_sub(1)?));
    let values = [
        ("option", option.map_or("", |option| option.label.as_str())),
        ("hotel", option.map_or("", |option| &option.hotel)),
        ("total", option.map_or("", |option| &option.total)),
        ("date", &letter.valid_until),
    ];
    Some((heading.to_owned(), fill(text, &values)))
}

#[derive(Template)]
#[template(path = "closed.html")]
struct Shut<'a> {
    language: &'a str,
    agency: &'a str,
    number: &'a str,
    heading: &'a str,
    text: &'a str,
    style: &'a str,
}

/// The page of a quote that is no more, in the agency's look: it tells no price.
#[must_use]
pub fn closed_page(config: &Config, look: &Look, number: &str, closed: Closed) -> PageBody {
    let says = page_words(Region::of(config, config.language));
    let [heading, text] = match closed {
        Closed::Withdrawn => says.withdrawn,
        Closed::Superseded => says.superseded,
    };
    shut(&look.palette, (&look.language, &look.agency, number), [heading, text])
}

/// The page of a link that leads to no agency, in nobody's look.
#[must_use]
pub fn blank_page(blank: Blank) -> PageBody {
    let says = page_words(Region::EnGb);
    let words = match blank {
        Blank::Nowhere => says.nowhere,
        Blank::Closed => says.closed,
        Blank::Later => says.later,
    };
    shut(&Palette::of(&Branding::default()), ("en", "", ""), words)
}

fn shut(palette: &Palette, (language, agency, number): (&str, &str, &str), [heading, text]: [&str; 2]) -> PageBody {
    let style = rendered(&Style { p: palette });
    let html = rendered(&Shut { language, agency, number, heading, text, style: &style });
    PageBody { html, style: digest(&style) }
}

fn digest(style: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(style.as_bytes())))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use crate::letter::{LetterInput, compose};

    fn shown(fixture: &str, standing: Standing, form: &Form) -> PageBody {
        let input: LetterInput = serde_json::from_str(fixture).unwrap();
        let parts = PageParts { standing, action: "/q/token", pdf: "/pdf", logo: None, form };
        page(&input.config, &compose(&input), &parts)
    }

    #[test]
    fn words_of_strangers_are_text_and_the_page_is_small() {
        let body = shown(include_str!("fixtures/hostile.json"), Standing::Open, &Form::default());
        assert!(!body.html.contains("<script>") && body.html.contains("&#60;script&#62;"));
        assert!(!body.html.contains("javascript:") || !body.html.contains("href=\"javascript"));
        let family = shown(include_str!("fixtures/family.json"), Standing::Open, &Form::default());
        assert!(family.html.len() < 60_000, "{} bytes", family.html.len());
        assert!(!family.html.contains(" style=\"") && !family.html.contains("<script"));
    }

    #[test]
    fn a_form_comes_back_with_what_was_typed_and_what_is_missing() {
        let form = Form {
            option: Some(2),
            name: "Anna \"<b>\"".to_owned(),
            email: "nobody".to_owned(),
            bad: vec!["email".to_owned()],
        };
        let html = shown(include_str!("fixtures/family.json"), Standing::Open, &form).html;
        assert!(html.contains("value=\"Anna &#34;&#60;b&#62;&#34;\""), "{html}");
        assert!(html.contains("value=\"2\" required checked") && html.contains("id=\"email-error\""));
        assert!(!html.contains("id=\"name-error\""));
    }

    #[test]
    fn what_is_answered_takes_no_answer() {
        for standing in [Standing::Accepted(2), Standing::Declined, Standing::Expired, Standing::Preview] {
            let html = shown(include_str!("fixtures/family.json"), standing, &Form::default()).html;
            assert!(!html.contains("<form") && html.contains("class=\"banner\""), "{standing:?}");
        }
        let accepted = shown(include_str!("fixtures/family.json"), Standing::Accepted(2), &Form::default()).html;
        assert_eq!(accepted.matches("<article").count(), 1, "the option that was chosen");
    }
}
