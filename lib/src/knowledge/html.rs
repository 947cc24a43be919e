//! HTML, one pass over its tags: what stands in headings, paragraphs, items and cells, and nothing of scripts, styles and
//! the page's own navigation.
//!
//! Invariant: time is linear in the text, and no depth of nesting matters.

use super::format::{Block, one_line};

/// Elements whose content is not the document's.
const LEFT_OUT: [&str; 7] = ["script", "style", "noscript", "template", "nav", "svg", "head"];

/// Reads a page.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        reader.text(&rest[..open]);
        let tag = &rest[open + 1..];
        if let Some(comment) = tag.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let Some(close) = tag.find('>') else {
            rest = "";
            break;
        };
        rest = &tag[close + 1..];
        let name: String = tag[..close].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
        let name = name.to_ascii_lowercase();
        if LEFT_OUT.contains(&name.as_str()) && !tag[..close].ends_with('/') {
            rest = after_element(rest, &name);
        } else {
            reader.tag(&name);
        }
    }
    reader.text(rest);
    reader.end();
    reader.blocks
}

/// What follows the end of an element; nothing when it has none.
fn after_element<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        rest = &rest[at + 2..];
        let ends = rest.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name));
        if ends {
            return rest.find('>').map_or("", |end| &rest[end + 1..]);
        }
    }
    ""
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    open: String,
    kind: Kind,
    row: Option<Vec<String>>,
    new_table: bool,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Kind {
    #[default]
    Text,
    Heading(usize),
    Item,
    Cell,
}

impl Reader {
    fn text(&mut self, text: &str) {
        self.open.push_str(&decoded(text));
    }

    fn tag(&mut self, name: &str) {
        let (closing, name) = name.strip_prefix('/').map_or((false, name), |name| (true, name));
        let kind = match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Kind::Heading(usize::from(name.as_bytes()[1] - b'0')),
            "li" | "dd" | "dt" => Kind::Item,
            "td" | "th" => Kind::Cell,
            "p" | "div" | "section" | "article" | "ul" | "ol" | "dl" | "blockquote" | "tr" | "table" | "br" | "hr"
            | "header" | "footer" | "main" | "body" | "html" | "pre" | "caption" | "figure" => Kind::Text,
            _ => return,
        };
        let inside = self.kind == Kind::Cell || (self.kind == Kind::Item && matches!(name, "p" | "br" | "div"));
        if inside && kind == Kind::Text && !matches!(name, "tr" | "table") {
            return self.open.push(' ');
        }
        self.end();
        match name {
            "tr" if closing => self.end_row(),
            "tr" => self.row = Some(Vec::new()),
            "table" => self.new_table = true,
            _ => {}
        }
        self.kind = if closing { Kind::Text } else { kind };
    }

    /// Ends what is open.
    fn end(&mut self) {
        let text = one_line(&std::mem::take(&mut self.open));
        let kind = std::mem::take(&mut self.kind);
        match (kind, &mut self.row) {
            (Kind::Cell, Some(row)) => row.push(text.replace('|', "/")),
            _ if text.is_empty() => {}
            (Kind::Heading(level), _) => self.blocks.push(Block::Heading(level, text)),
            (Kind::Item, _) => self.blocks.push(Block::Item(text)),
            _ => self.blocks.push(Block::Paragraph(text)),
        }
    }

    fn end_row(&mut self) {
        let Some(row) = self.row.take().filter(|row| row.iter().any(|cell| !cell.is_empty())) else { return };
        let goes_on = !std::mem::take(&mut self.new_table);
        match self.blocks.last_mut() {
            Some(Block::Table(rows)) if goes_on => rows.push(row),
            _ => self.blocks.push(Block::Table(vec![row])),
        }
    }
}

/// A text with the common character references in their own letters.
fn decoded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        let tail = &rest[at + 1..];
        let end = tail.bytes().take(10).position(|byte| byte == b';');
        match end.and_then(|end| Some((end, letter(&tail[..end])?))) {
            Some((end, letter)) => {
                plain.push(letter);
                rest = &tail[end + 1..];
            }
            None => {
                plain.push('&');
                rest = tail;
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn letter(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok());
        return char::from_u32(code?).filter(|letter| !letter.is_control());
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "euro" => '€',
        "pound" => '£',
        "rsquo" => '’',
        "lsquo" => '‘',
        "ldquo" => '“',
        "rdquo" => '”',
        "eacute" => 'é',
        "egrave" => 'è',
        "agrave" => 'à',
        "ccedil" => 'ç',
        "uuml" => 'ü',
        "ouml" => 'ö',
        "auml" => 'ä',
        "szlig" => 'ß',
        "times" => '×',
        "deg" => '°',
        "hellip" => '…',
        _ => return None,
    })
}
