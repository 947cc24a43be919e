//! The letter as the template's data: every text made typesettable.
//!
//! Invariant: a text only loses characters that no font has (a missing glyph would break PDF/A and PDF/UA), and gains
//! invisible break points in runs too long for a line.

use serde_json::{Value, json};
use tripdesk_core::letter::QuoteLetter;

use super::{PdfError, desk::Desk};

/// Longest run without a space that fits the narrowest column.
const RUN: usize = 18;
/// A place where a line may end, without width or mark.
const BREAK: char = '\u{200b}';

/// JSON for the template: `{letter, logo}`.
pub(super) fn of(letter: &QuoteLetter, logo: bool, desk: &Desk) -> Result<Vec<u8>, PdfError> {
    let mut letter_data = serde_json::to_value(letter)?;
    settle(&mut letter_data, desk);
    // An address is followed, not read: it stays byte for byte.
    if let Some(fields) = letter_data.as_object_mut() {
        fields.insert("link".to_owned(), json!(letter.link));
    }
    Ok(serde_json::to_vec(&json!({ "letter": letter_data, "logo": logo }))?)
}

fn settle(value: &mut Value, desk: &Desk) {
    match value {
        Value::String(text) => *text = typesettable(text, desk),
        Value::Array(items) => items.iter_mut().for_each(|item| settle(item, desk)),
        Value::Object(fields) => fields.values_mut().for_each(|field| settle(field, desk)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn typesettable(text: &str, desk: &Desk) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for c in text.chars().filter(|c| c.is_ascii() || desk.shows(*c)) {
        run = if matches!(c, ' ' | '-' | '–') { 0 } else { run + 1 };
        if run > RUN {
            out.push(BREAK);
            run = 1;
        }
        out.push(c);
    }
    out.trim().to_owned()
}
