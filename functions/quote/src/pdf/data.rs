//! The letter as the template's data: every text made typesettable.
//!
//! Invariant: a text only loses characters that no font has (a missing glyph would break PDF/A and PDF/UA; letters leave
//! an ellipsis behind), and gains invisible break points in runs too long for a line.

use serde_json::{Value, json};
use tripdesk_core::letter::QuoteLetter;

use super::{PdfError, desk::Desk};

/// Longest word that a line of the narrowest column takes; longer ones may break, with a hyphen.
const WORD: usize = 22;
/// Longest run of other characters (addresses, figures) before it may break, without a mark.
const RUN: usize = 40;
/// Where a word may end a line, with a hyphen.
const SOFT_HYPHEN: char = '\u{ad}';
/// Where a line may end without a mark.
const BREAK: char = '\u{200b}';

/// JSON for the template: `{letter, logo}`.
pub(super) fn of(letter: &QuoteLetter, logo: bool, desk: &Desk) -> Result<Vec<u8>, PdfError> {
    let mut data = serde_json::to_value(letter)?;
    settle(&mut data, desk);
    if let Some(fields) = data.as_object_mut() {
        // An address is followed, not read: it stays byte for byte.
        fields.insert("link".to_owned(), json!(letter.link));
        // Half a name is worse than none.
        let lost = |c: char| c.is_alphanumeric() && !desk.shows(c);
        if letter.traveller.as_deref().is_some_and(|name| name.contains(lost)) {
            fields.insert("traveller".to_owned(), Value::Null);
            fields.insert("greeting".to_owned(), json!(letter.labels.hello));
        }
    }
    Ok(serde_json::to_vec(&json!({ "letter": data, "logo": logo }))?)
}

fn settle(value: &mut Value, desk: &Desk) {
    match value {
        Value::String(text) => *text = breakable(&shown(text, desk)),
        Value::Array(items) => items.iter_mut().for_each(|item| settle(item, desk)),
        Value::Object(fields) => fields.values_mut().for_each(|field| settle(field, desk)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Without characters that no font has: a run of letters leaves one ellipsis, anything else (emoji) nothing.
fn shown(text: &str, desk: &Desk) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if desk.shows(c) {
            out.push(c);
        } else if c.is_alphanumeric() && !out.ends_with('…') {
            out.push('…');
        }
    }
    out.trim().to_owned()
}

/// With break points in every run that is too long for a line.
fn breakable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (i, word) in text.split(' ').enumerate() {
        if i > 0 {
            out.push(' ');
        }
        let lettered = word.chars().all(char::is_alphabetic);
        let (most, mark) = if lettered { (WORD, SOFT_HYPHEN) } else { (RUN, BREAK) };
        if word.chars().count() <= most {
            out.push_str(word);
        } else {
            word.chars().enumerate().for_each(|(at, c)| {
                if at > 0 && at % (most / 2) == 0 {
                    out.push(mark);
                }
                out.push(c);
            });
        }
    }
    out
}
