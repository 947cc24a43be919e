//! Passages: parts of a document of about 80 to 200 words that keep their title and their headings.
//!
//! Invariant: every line of a passage is one thing that can be cited: a heading, a paragraph, an item, or a row of a
//! table whose header stands above it. Lines stand in the document, but for white space.

use super::{
    document::Format,
    format::{Block, blocks},
};

/// A passage ends at a heading once it has this many words.
const ENOUGH: usize = 80;
/// A passage has no more words, unless one block alone does.
const MOST: usize = 200;
/// A longer paragraph is divided at the end of a sentence.
const LONGEST_LINE: usize = 150;
/// Bytes of one line; what is longer is no prose.
const MOST_LINE_BYTES: usize = 4_000;

/// A part of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passage {
    /// Headings it stands under, outermost first, without the title.
    pub headings: Vec<String>,
    /// Its lines.
    pub text: String,
}

impl Passage {
    /// What is embedded of it: with its title and headings, without which a row of a table means nothing.
    #[must_use]
    pub fn embedded(&self, title: &str) -> String {
        format!("{title}. {}. {}", self.headings.join(". "), self.text)
    }
}

/// Divides a document. A first heading that repeats the title is left out.
#[must_use]
pub fn passages(title: &str, format: Format, text: &str) -> Vec<Passage> {
    let mut divider = Divider::default();
    for (place, block) in blocks(format, text).into_iter().enumerate() {
        match block {
            Block::Heading(_, heading) if place == 0 && heading.eq_ignore_ascii_case(title) => {}
            Block::Heading(level, heading) => divider.heading(level, heading),
            Block::Paragraph(text) => cut(&text).into_iter().for_each(|part| divider.line(part)),
            Block::Item(text) => cut(&text).into_iter().for_each(|part| divider.line(&format!("- {part}"))),
            Block::Table(rows) => divider.table(&rows),
        }
    }
    divider.end();
    divider.done
}

#[derive(Default)]
struct Divider {
    done: Vec<Passage>,
    path: Vec<(usize, String)>,
    open: Passage,
    words: usize,
}

impl Divider {
    fn heading(&mut self, level: usize, heading: String) {
        self.path.retain(|(above, _)| *above < level);
        self.path.push((level, heading));
        if self.words >= ENOUGH || self.words == 0 {
            self.end();
        } else if let Some((level, heading)) = self.path.last() {
            let line = format!("{} {heading}", "#".repeat((*level).max(2)));
            self.push(&line);
        }
    }

    fn line(&mut self, line: &str) {
        if self.words > 0 && self.words + count(line) > MOST {
            self.end();
        }
        self.push(line);
    }

    fn table(&mut self, rows: &[Vec<String>]) {
        let Some((header, rows)) = rows.split_first() else { return };
        let header = format!("{}\n|{}", row(header), "---|".repeat(header.len()));
        let mut headed = false;
        for cells in rows {
            let line = row(cells);
            if self.words > 0 && self.words + count(&line) > MOST {
                self.end();
                headed = false;
            }
            if !std::mem::replace(&mut headed, true) {
                self.push(&header);
            }
            cut_bytes(&line).into_iter().take(1).for_each(|line| self.push(line));
        }
        if rows.is_empty() {
            self.push(&header);
        }
    }

    fn push(&mut self, line: &str) {
        if self.open.text.is_empty() {
            self.open.headings = self.path.iter().map(|(_, heading)| heading.clone()).collect();
        } else {
            self.open.text.push('\n');
        }
        self.open.text.push_str(line);
        self.words += count(line);
    }

    fn end(&mut self) {
        self.words = 0;
        let open = std::mem::take(&mut self.open);
        if open.text.lines().any(|line| !line.starts_with('#')) {
            self.done.push(open);
        }
    }
}

fn row(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}

fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| *word != "|").count()
}

/// A paragraph in parts of whole sentences.
fn cut(text: &str) -> Vec<&str> {
    cut_bytes(text).into_iter().flat_map(cut_words).collect()
}

fn cut_words(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut begin, mut words) = (0, 0);
    for (at, _) in text.match_indices(' ') {
        words += 1;
        let sentence_ends = text[..at].ends_with(['.', '!', '?']);
        if (words >= LONGEST_LINE && sentence_ends) || words >= MOST {
            parts.push(&text[begin..at]);
            (begin, words) = (at + 1, 0);
        }
    }
    parts.push(&text[begin..]);
    parts
}

fn cut_bytes(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while rest.len() > MOST_LINE_BYTES {
        let end = (0..=MOST_LINE_BYTES).rev().find(|end| rest.is_char_boundary(*end)).unwrap_or(rest.len());
        let end = rest[..end].rfind(' ').filter(|space| *space > 0).unwrap_or(end);
        parts.push(&rest[..end]);
        rest = rest[end..].trim_start();
    }
    parts.push(rest);
    parts
}
