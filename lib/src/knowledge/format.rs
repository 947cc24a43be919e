//! The blocks that every format is read into.
//!
//! Invariant: a block's text stands in the source, but for white space; nothing is reworded.

use super::{document::Format, html, markdown};

/// Longest text of a document that is read, in bytes; the rest is left out.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading of level 1 to 6.
    Heading(usize, String),
    /// Sentences.
    Paragraph(String),
    /// An item of a list.
    Item(String),
    /// Rows of cells; the first is the header.
    Table(Vec<Vec<String>>),
}

/// Reads a text.
pub(super) fn blocks(format: Format, text: &str) -> Vec<Block> {
    let end = (0..=text.len().min(MOST_BYTES)).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    match format {
        Format::Markdown => markdown::blocks(&text[..end], markdown::Headings::Marked),
        Format::Text => markdown::blocks(&text[..end], markdown::Headings::ByLook),
        Format::Html => html::blocks(&text[..end]),
    }
}

/// A text with every run of white space as one space.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
