//! The text of a mail out of its parts: which parts are the text, and how their bytes become characters.
//!
//! Invariant: at most [`MAX_ENCODED`] bytes of a part are decoded for its text; broken encodings give what can be read
//! and a mark, never nothing and never an error.

use std::borrow::Cow;

use base64::{
    Engine as _, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use mail_parser::decoders::charsets::map::charset_decoder;

use super::{
    Mark, html,
    mime::{Content, Encoding, Part, Walk},
    parse::MAX_TEXT,
    text::clean_lines,
};

/// Bytes of an encoded text part that are read: ten times the text that is kept.
const MAX_ENCODED: usize = 2 * 1024 * 1024;

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The text, the parts it came from, and what was wrong with them.
#[derive(Default)]
pub(super) struct Body {
    pub(super) text: String,
    pub(super) used: Vec<usize>,
    pub(super) marks: Vec<Mark>,
}

/// Chooses and decodes the text of the mail itself.
pub(super) fn read(walk: &Walk<'_>, raw: &[u8]) -> Body {
    let mut body = Body::default();
    for index in text_parts(walk, raw, 0) {
        let Some(part) = walk.parts.get(index) else { continue };
        body.used.push(index);
        if body.text.len() > MAX_TEXT {
            continue;
        }
        let (text, sound) = text_of(part, raw, MAX_ENCODED);
        if !sound && !body.marks.contains(&Mark::BadEncoding) {
            body.marks.push(Mark::BadEncoding);
        }
        if part.content.mime == "text/html" && !body.marks.contains(&Mark::FromHtml) {
            body.marks.push(Mark::FromHtml);
        }
        if !body.text.is_empty() && !body.text.ends_with('\n') {
            body.text.push('\n');
        }
        body.text.push_str(&text);
    }
    // The other forms of the same text are no attachments.
    for (index, part) in walk.parts.iter().enumerate() {
        if is_text(&part.content) && is_alternative(walk, part) {
            body.used.push(index);
        }
    }
    body
}

/// Whether a part stands somewhere inside a `multipart/alternative` of the mail itself.
fn is_alternative(walk: &Walk<'_>, part: &Part<'_>) -> bool {
    let mut parent = part.parent;
    while let Some(around) = parent.and_then(|at| walk.parts.get(at)).filter(|around| !around.is_message()) {
        if around.content.mime == "multipart/alternative" {
            return true;
        }
        parent = around.parent;
    }
    false
}

/// The leaves below `index` that make up the text. Recursion is bounded by the depth the walk allows.
fn text_parts(walk: &Walk<'_>, raw: &[u8], index: usize) -> Vec<usize> {
    let Some(part) = walk.parts.get(index) else { return Vec::new() };
    if part.is_message() && index > 0 {
        return Vec::new();
    }
    if !part.is_container() {
        return if is_text(&part.content) { vec![index] } else { Vec::new() };
    }
    let children = walk.parts.iter().enumerate().filter(|(_, child)| child.parent == Some(index)).map(|(at, _)| at);
    let mut found = children.map(|child| text_parts(walk, raw, child)).filter(|parts| !parts.is_empty());
    match part.content.mime.as_str() {
        "multipart/alternative" => best_alternative(walk, raw, found.collect()),
        "multipart/related" | "multipart/signed" | "multipart/report" => found.next().unwrap_or_default(),
        _ => found.flatten().collect(),
    }
}

/// Plain text where it says anything, else the last form, which is the richest (RFC 2046 section 5.1.4).
fn best_alternative(walk: &Walk<'_>, raw: &[u8], mut forms: Vec<Vec<usize>>) -> Vec<usize> {
    let says_something = |parts: &Vec<usize>| {
        parts.iter().filter_map(|at| walk.parts.get(*at)).any(|part| {
            part.content.mime == "text/plain"
                && text_of(part, raw, 4 * 1024).0.chars().filter(|c| c.is_alphanumeric()).count() > 1
        })
    };
    match forms.iter().position(says_something) {
        Some(plain) => forms.swap_remove(plain),
        None => forms.pop().unwrap_or_default(),
    }
}

fn is_text(content: &Content) -> bool {
    let shown = !content.is_attachment && content.name.is_none();
    match content.mime.as_str() {
        "text/plain" | "text/html" | "text/enriched" => shown,
        // Apple Mail gives the body a name now and then; a file has a disposition.
        _ => false,
    }
}

/// The characters of a text part, at most `max` encoded bytes read, cleaned; and whether its encoding was sound.
fn text_of(part: &Part<'_>, raw: &[u8], max: usize) -> (String, bool) {
    let (bytes, sound) = decode(part, raw, max);
    let (text, known) = characters(&bytes, part.content.charset.as_deref());
    let text = if part.content.mime == "text/html" { html::to_text(&text) } else { text.into_owned() };
    (clean_lines(&text), sound && known)
}

/// The bytes of a part, at most `max` encoded ones read, and whether the encoding was sound.
pub(super) fn decode<'a>(part: &Part<'_>, raw: &'a [u8], max: usize) -> (Cow<'a, [u8]>, bool) {
    let body = raw.get(part.body.clone()).unwrap_or_default();
    let body = body.get(..max).unwrap_or(body);
    match part.content.encoding {
        Encoding::Identity => (body.into(), true),
        Encoding::QuotedPrintable => (quoted_printable(body).into(), true),
        Encoding::Base64 => base64(body),
    }
}

/// Decoded size, reckoned from the payload without decoding it.
pub(super) fn decoded_size(part: &Part<'_>, raw: &[u8]) -> u64 {
    let body = raw.get(part.body.clone()).unwrap_or_default();
    let size = match part.content.encoding {
        Encoding::Base64 => {
            let padding = body.trim_ascii_end().iter().rev().take(2).filter(|byte| **byte == b'=').count();
            (part.payload / 4 * 3 + [0, 0, 1, 2][part.payload % 4]).saturating_sub(padding)
        }
        Encoding::QuotedPrintable => quoted_printable(body.get(..MAX_ENCODED).unwrap_or(body)).len(),
        Encoding::Identity => body.len(),
    };
    size as u64
}

/// Base64 with foreign characters passed over (RFC 2045 section 6.8); text that only claims to be base64 stays text.
fn base64(body: &[u8]) -> (Cow<'_, [u8]>, bool) {
    let is_symbol = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    let end = body.iter().position(|byte| *byte == b'=').unwrap_or(body.len());
    let mut symbols: Vec<u8> = Vec::with_capacity(end);
    let mut foreign = 0;
    for byte in body.get(..end).unwrap_or_default() {
        if is_symbol(byte) {
            symbols.push(*byte);
        } else if !matches!(byte, b'\r' | b'\n') {
            foreign += 1;
        }
    }
    if foreign * 10 > symbols.len() {
        return (body.into(), false);
    }
    if symbols.len() % 4 == 1 {
        symbols.pop();
    }
    match BASE64.decode(&symbols) {
        Ok(bytes) => (bytes.into(), foreign == 0),
        Err(_) => (body.into(), false),
    }
}

/// Quoted-printable (RFC 2045 section 6.7); what is no valid sequence stands for itself.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first != b'=' {
            bytes.push(first);
        } else if let Some((value, after)) = hex_pair(after) {
            bytes.push(value);
            rest = after;
        } else {
            let blank = after.iter().take(80).take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).count();
            match after.get(blank) {
                Some(b'\n') => rest = after.get(blank + 1..).unwrap_or_default(),
                None => rest = &[],
                Some(_) => bytes.push(first),
            }
        }
    }
    bytes
}

fn hex_pair(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let (pair, rest) = bytes.split_at_checked(2)?;
    let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    Some((digit(pair.first()?)? * 16 + digit(pair.last()?)?, rest))
}

/// Bytes to characters: as declared, as UTF-8 where nothing is declared, and as Windows-1252 where that fails; and
/// whether nothing was lost.
fn characters<'a>(bytes: &'a [u8], charset: Option<&str>) -> (Cow<'a, str>, bool) {
    let charset = charset.unwrap_or_default().trim().to_ascii_lowercase();
    let says_nothing = matches!(charset.as_str(), "" | "us-ascii" | "ascii" | "utf-8" | "utf8" | "unknown-8bit");
    if says_nothing {
        return match (std::str::from_utf8(bytes), charset_decoder(b"windows-1252")) {
            (Ok(text), _) => (text.into(), true),
            (Err(_), Some(decoder)) if !charset.starts_with("utf") => (decoder(bytes).into(), true),
            (Err(_), _) => (String::from_utf8_lossy(bytes), false),
        };
    }
    match charset_decoder(charset.as_bytes()) {
        Some(decoder) => (decoder(bytes).into(), true),
        None => (String::from_utf8_lossy(bytes), false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_encodings_are_read_as_far_as_they_go() {
        assert_eq!(quoted_printable(b"a=3Db=\r\nc =C3=A9 =zz ="), "a=bc é =zz ".as_bytes());
        assert_eq!(base64(b"aGVs\r\nbG8=").0.as_ref(), b"hello");
        assert_eq!(base64(b"aGVsbG8").0.as_ref(), b"hello");
        assert_eq!(base64(b"Dear team, this is no base64 at all.").0.as_ref(), b"Dear team, this is no base64 at all.");
        assert_eq!(characters(b"caf\xe9", None).0, "café");
        assert_eq!(characters("café".as_bytes(), Some("us-ascii")).0, "café");
    }
}
