//! Forwarded mail: who wrote what was forwarded (`product.md` section 3.4: when staff forwards a mail, the traveller
//! is the forwarded mail's author).
//!
//! Invariant: this module reads what the text claims. Whether the sender is staff, and the claim therefore counts, is
//! the caller's to say.

use super::{
    Mailbox, Parsed, address, parse,
    strip::{
        attribution::{is_forward_marker, is_forward_subject, is_quoted},
        headers, strip,
    },
    text::one_line,
};

/// A mail found inside a mail.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forwarded {
    /// Its author; absent when the block names no valid address.
    pub from: Option<Mailbox>,
    /// Its author's name when there is no address.
    pub from_name: Option<String>,
    /// Its subject, when the block gives one.
    pub subject: Option<String>,
    /// Its date in the words of the program that forwarded it.
    pub date: Option<String>,
    /// Its newest part.
    pub text: String,
    /// Its signature.
    pub signature: String,
    /// What the one who forwarded it wrote above it.
    pub note: String,
}

/// The forwarded mail inside this one: attached as a file, marked in the text, or told by the subject ("Fwd:") and a
/// block of headers.
#[must_use]
pub fn forwarded(raw: &[u8], parsed: &Parsed) -> Option<Forwarded> {
    in_text(&parsed.text, &parsed.subject).or_else(|| {
        let inner = parse::attached_mail(raw, parsed)?;
        let stripped = strip(&inner.text);
        Some(Forwarded {
            from: inner.from,
            from_name: None,
            subject: Some(inner.subject),
            date: inner.date.map(|date| date.to_string()),
            text: stripped.text,
            signature: stripped.signature,
            note: strip(&parsed.text).text,
        })
    })
}

/// The forwarded mail in a text.
#[must_use]
pub fn in_text(text: &str, subject: &str) -> Option<Forwarded> {
    let lines: Vec<&str> = text.lines().collect();
    let marker = lines.iter().position(|line| is_forward_marker(line));
    let by_subject = is_forward_subject(subject);
    let (note_end, start) = match marker {
        Some(at) => (at, at + 1),
        None if by_subject => {
            let begins = |at: &usize| {
                lines.get(*at).is_some_and(|line| headers::is_label(line.trim_start_matches(['>', ' '])))
                    && headers::block(&unquoted(&lines, *at, 30), 0).is_some()
            };
            let at = (0..lines.len()).find(begins)?;
            (at, at)
        }
        None => return None,
    };
    let inner = unquoted(&lines, start, lines.len());
    let first = inner.iter().position(|line| !line.trim().is_empty())?;
    let block = headers::block(&inner, first);
    if block.is_none() && marker.is_none() {
        return None;
    }
    let body = inner.get(block.as_ref().map_or(first, |block| block.end)..)?.join("\n");
    let stripped = strip(&body);
    let author = block.as_ref().and_then(|block| block.from).map(author).unwrap_or_default();
    Some(Forwarded {
        from: author.0,
        from_name: author.1,
        subject: block.as_ref().and_then(|block| block.subject).map(|subject| one_line(subject, 500)),
        date: block.as_ref().and_then(|block| block.date).map(|date| one_line(date, 100)),
        text: stripped.text,
        signature: stripped.signature,
        note: strip(&lines.get(..note_end)?.join("\n")).text,
    })
}

/// The lines from `start` on, at most `max`; one level of `>` taken off where all of them carry it.
fn unquoted<'a>(lines: &[&'a str], start: usize, max: usize) -> Vec<&'a str> {
    let rest: Vec<&str> = lines.iter().skip(start).take(max).copied().collect();
    let first_is_quoted = rest.iter().find(|line| !line.trim().is_empty()).is_some_and(|line| is_quoted(line));
    if !first_is_quoted {
        return rest;
    }
    rest.into_iter()
        .map(|line| {
            let inner = line.trim_start().strip_prefix('>').unwrap_or(line);
            inner.strip_prefix(' ').unwrap_or(inner)
        })
        .collect()
}

/// "Jo Smith <jo@mail.example>", "Jo Smith [mailto:jo@mail.example]", "jo@mail.example", "Jo Smith".
fn author(value: &str) -> (Option<Mailbox>, Option<String>) {
    let value = value.trim().trim_matches('*');
    let clean = value.replace("mailto:", "").replace('[', "<").replace(']', ">");
    let (name, rest) = clean.split_once('<').unwrap_or(("", clean.as_str()));
    let address =
        rest.split(['>', ' ', '<']).map(str::trim).find(|word| word.contains('@')).and_then(address::normalise);
    let name = one_line(name.trim_matches(|c: char| c == '"' || c == '\'' || c == '*' || c.is_whitespace()), 200);
    match address {
        Some(address) => {
            (Some(Mailbox { name: Some(name).filter(|name| !name.is_empty() && !name.contains('@')), address }), None)
        }
        None => (None, Some(one_line(value, 200)).filter(|name| !name.is_empty())),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn the_author_of_a_forwarded_mail_is_found() {
        let gmail = "FYI, please quote.\n\n---------- Forwarded message ---------\nFrom: Jo Smith <jo@mail.example>\nDate: Mon, Mar 3, 2025 at 10:15 AM\nSubject: Zanzibar in July\nTo: <al@agency.example>\n\n\nHi, two adults for 7 nights please.\n\nKind regards\nJo\n";
        let found = in_text(gmail, "Fwd: Zanzibar in July").unwrap();
        assert_eq!(found.from.unwrap().address, "jo@mail.example");
        assert_eq!(found.text, "Hi, two adults for 7 nights please.");
        assert_eq!(found.note, "FYI, please quote.");
        assert_eq!(found.subject.as_deref(), Some("Zanzibar in July"));
    }

    #[test]
    fn apple_quotes_and_outlook_only_shows_headers() {
        let apple = "Bitte anbieten\n\nAnfang der weitergeleiteten Nachricht:\n\n> Von: Jo Schmidt <jo@mail.example>\n> Betreff: Sansibar\n> Datum: 3. März 2025 um 10:15:00 MEZ\n> An: agentur@agency.example\n> \n> Zwei Erwachsene, 7 Nächte.\n";
        let found = in_text(apple, "Fwd: Sansibar").unwrap();
        assert_eq!(found.from.unwrap().address, "jo@mail.example");
        assert_eq!(found.text, "Zwei Erwachsene, 7 Nächte.");
        let outlook = "________________________________\nFrom: Jo Smith [mailto:jo@mail.example]\nSent: Monday, 3 March 2025 10:15\nTo: Al\nSubject: Zanzibar\n\nTwo adults.\n";
        assert_eq!(in_text(outlook, "FW: Zanzibar").unwrap().text, "Two adults.");
        assert_eq!(in_text(outlook, "RE: Zanzibar"), None);
    }
}
