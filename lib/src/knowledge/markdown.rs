//! Markdown and plain text, line by line: headings, paragraphs, lists and tables. What is more is read as text.
//!
//! Invariant: each line is looked at once.

use super::format::{Block, one_line};

/// How headings are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Headings {
    /// By `#`, or a line of `=` or `-` below.
    Marked,
    /// These, and lines in capitals or short lines that stand alone.
    ByLook,
}

/// Reads a text.
pub(super) fn blocks(text: &str, headings: Headings) -> Vec<Block> {
    let lines: Vec<&str> = body(text).lines().collect();
    let mut reader = Reader { blocks: Vec::new(), paragraph: String::new(), fenced: false };
    for (place, line) in lines.iter().enumerate() {
        let before = place.checked_sub(1).map_or("", |before| lines[before].trim());
        let next = lines.get(place + 1).map_or("", |next| next.trim());
        if is_field(line.trim()) && (is_field(before) || is_field(next)) {
            reader.field(line.trim());
        } else {
            reader.read(line, headings, before.is_empty() && !next.is_empty());
        }
    }
    reader.end_paragraph();
    reader.blocks
}

/// The text without its front matter.
fn body(text: &str) -> &str {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Some(rest) = text.strip_prefix("---\n") else { return text };
    rest.split_once("\n---\n").map_or(text, |(_, body)| body)
}

struct Reader {
    blocks: Vec<Block>,
    paragraph: String,
    fenced: bool,
}

impl Reader {
    fn read(&mut self, line: &str, headings: Headings, begins: bool) {
        let text = line.trim().trim_start_matches("> ").trim();
        if text.starts_with("```") || text.starts_with("~~~") {
            self.fenced = !self.fenced;
            return self.end_paragraph();
        }
        if text.is_empty() || (text.starts_with("<!--") && text.ends_with("-->")) {
            return self.end_paragraph();
        }
        if let Some((level, heading)) = marked_heading(text).filter(|_| !self.fenced) {
            self.end_paragraph();
            self.blocks.push(Block::Heading(level, heading.to_owned()));
        } else if let Some(level) = underline(text).filter(|_| !self.paragraph.is_empty()) {
            let heading = std::mem::take(&mut self.paragraph);
            self.blocks.push(Block::Heading(level, heading));
        } else if text.len() >= 3 && text.bytes().all(|byte| matches!(byte, b'-' | b'*' | b'_' | b'=')) {
            self.end_paragraph();
        } else if text.starts_with('|') && text.len() > 1 {
            self.end_paragraph();
            self.row(text);
        } else if let Some(item) = item(text) {
            self.end_paragraph();
            self.blocks.push(Block::Item(one_line(item)));
        } else if headings == Headings::ByLook && begins && looks_like_heading(text) {
            self.end_paragraph();
            self.blocks.push(Block::Heading(2, text.trim_end_matches(':').to_owned()));
        } else {
            self.more(line, text);
        }
    }

    /// A line that goes on with what is open: an item, when it is indented, or a paragraph.
    fn more(&mut self, line: &str, text: &str) {
        let open = self.paragraph.is_empty().then(|| self.blocks.last_mut()).flatten();
        match open {
            Some(Block::Item(item)) if line.starts_with([' ', '\t']) => {
                item.push(' ');
                item.push_str(&one_line(text));
            }
            _ => {
                if !self.paragraph.is_empty() {
                    self.paragraph.push(' ');
                }
                self.paragraph.push_str(&one_line(text));
            }
        }
    }

    /// A line of a list of fields: "Check-in: 14:00".
    fn field(&mut self, text: &str) {
        self.end_paragraph();
        self.blocks.push(Block::Item(one_line(item(text).unwrap_or(text))));
    }

    fn row(&mut self, text: &str) {
        let inner = text.trim_start_matches('|').strip_suffix('|').unwrap_or(text.trim_start_matches('|'));
        let cells: Vec<String> = inner.split('|').map(one_line).collect();
        let rule = cells.iter().all(|cell| !cell.is_empty() && cell.bytes().all(|byte| matches!(byte, b'-' | b':')));
        match self.blocks.last_mut() {
            Some(Block::Table(_)) if rule => {}
            Some(Block::Table(rows)) => rows.push(cells),
            _ => self.blocks.push(Block::Table(vec![cells])),
        }
    }

    fn end_paragraph(&mut self) {
        if !self.paragraph.is_empty() {
            self.blocks.push(Block::Paragraph(std::mem::take(&mut self.paragraph)));
        }
    }
}

fn marked_heading(text: &str) -> Option<(usize, &str)> {
    let level = text.bytes().take_while(|byte| *byte == b'#').count();
    let heading = text[level..].strip_prefix(' ')?.trim().trim_end_matches('#').trim();
    ((1..=6).contains(&level) && !heading.is_empty()).then_some((level, heading))
}

fn underline(text: &str) -> Option<usize> {
    let all = |mark: u8| text.len() >= 3 && text.bytes().all(|byte| byte == mark);
    if all(b'=') { Some(1) } else { all(b'-').then_some(2) }
}

fn item(text: &str) -> Option<&str> {
    let bullet = ["- ", "* ", "+ ", "• ", "– "].iter().find_map(|mark| text.strip_prefix(mark));
    let numbered = || {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let rest = text[digits..].strip_prefix(['.', ')'])?.strip_prefix(' ')?;
        (1..=3).contains(&digits).then_some(rest)
    };
    bullet.or_else(numbered).map(str::trim).filter(|item| !item.is_empty())
}

/// A short term, a colon, and what is said of it.
fn is_field(text: &str) -> bool {
    let text = text.trim_start_matches("**").trim_start_matches("__");
    let begins = text.chars().next().is_some_and(|letter| letter.is_uppercase() || letter.is_ascii_digit());
    let term = text.split_once(':').filter(|(_, rest)| rest.starts_with([' ', '*', '_', '\t']) && rest.len() > 1);
    begins
        && term.is_some_and(|(term, _)| {
            (3..=60).contains(&term.len())
                && term.split_whitespace().count() <= 6
                && !term.contains(['.', '!', '?', '|', '#'])
        })
}

/// A short line before others, in capitals or ending in a colon or in no mark at all.
fn looks_like_heading(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let capitals = text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase);
    let begins = text.chars().next().is_some_and(char::is_uppercase);
    words <= 8 && (capitals || (begins && !text.ends_with(['.', '!', '?', ',', ';'])))
}

/// A text as it reads: without emphasis, code marks and the addresses of links.
pub(crate) fn without_marks(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['*', '`', '[', '_', '!']) {
        plain.push_str(&rest[..at]);
        let tail = &rest[at..];
        let (taken, shown) = mark(tail, plain.chars().next_back());
        plain.push_str(shown);
        rest = &tail[taken..];
    }
    plain.push_str(rest);
    plain
}

/// How many bytes the mark at the beginning takes, and what is shown of them.
fn mark(tail: &str, before: Option<char>) -> (usize, &str) {
    let bytes = tail.as_bytes();
    match bytes {
        [b'*' | b'`', ..] => (1, ""),
        [b'!', b'[', ..] => (1, ""),
        [b'_', ..] => {
            let inside = before.is_some_and(char::is_alphanumeric) && tail[1..].starts_with(char::is_alphanumeric);
            (1, if inside { "_" } else { "" })
        }
        [b'[', ..] => {
            // Only the near neighbourhood is looked at: a thousand open brackets must not take quadratic time.
            let near = (0..=tail.len().min(300)).rev().find(|end| tail.is_char_boundary(*end)).unwrap_or(0);
            let link =
                tail[..near].find("](").and_then(|middle| Some((middle, tail[middle..near].find(')')? + middle)));
            link.map_or((1, "["), |(middle, end)| (end + 1, &tail[1..middle]))
        }
        _ => (1, &tail[..1]),
    }
}
