//! Files into text: what an agency has as Markdown, text, HTML, PDF or DOCX becomes a text that passages are made of.
//!
//! Invariant: whatever a file claims of itself, reading it takes bounded time and memory; a file that cannot be read is
//! refused with a sentence that its sender understands.

mod archive;
mod docx;
mod pdf;
mod place;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests;
mod weight;

use tripdesk_core::{
    error::{Error, Result},
    knowledge::Format,
};

/// Largest file that is read, in bytes.
pub(crate) const LARGEST: usize = 64 * 1024 * 1024;
/// Most bytes that a file may unpack to.
const MOST_UNPACKED: u64 = 128 * 1024 * 1024;
/// Longest text that is made of a file, in bytes.
const LONGEST_TEXT: usize = 4 * 1024 * 1024;

/// Why a file is not read, for its sender.
type Unreadable = &'static str;

/// The text of a file and how it is written, by the ending of its name. It takes its time: call it where blocking is
/// allowed.
///
/// # Errors
/// [`Error::Invalid`] says what is wrong with the file; `field` is its name in the request.
pub(crate) fn read(field: &str, name: &str, bytes: &[u8]) -> Result<(Format, String)> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let read = match ending.as_str() {
        _ if bytes.len() > LARGEST => Err("a file may have at most 64 MB"),
        "md" | "markdown" => plain(bytes).map(|text| (Format::Markdown, text)),
        "txt" | "text" => plain(bytes).map(|text| (Format::Text, text)),
        "html" | "htm" => plain(bytes).map(|text| (Format::Html, text)),
        "pdf" => pdf::markdown(bytes).map(|text| (Format::Markdown, text)),
        "docx" => docx::markdown(bytes).map(|text| (Format::Markdown, text)),
        _ => return Err(Error::invalid(format!("{field}.name"), "a file ends in .md, .txt, .html, .pdf or .docx")),
    };
    read.map_err(|reason| Error::invalid(format!("{field}.data"), reason))
}

/// UTF-8, or UTF-16 with its mark.
fn plain(bytes: &[u8]) -> std::result::Result<String, Unreadable> {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair)).collect();
        String::from_utf16(&units).ok()
    };
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    };
    text.filter(|text| !text.contains('\0')).ok_or("not text in UTF-8")
}
