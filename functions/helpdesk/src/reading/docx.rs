//! DOCX: the paragraphs, lists and tables of `word/document.xml` as Markdown.
//!
//! Invariant: one pass over the XML; nothing it refers to is fetched or expanded.

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::{LONGEST_TEXT, MOST_UNPACKED, Unreadable, archive};

/// Names of heading styles, as word processors in several languages write them, before their level.
const HEADINGS: [&str; 8] = ["heading", "berschrift", "titre", "tulo", "kop", "titolo", "rubrik", "overskrift"];

/// The text of a file.
pub(super) fn markdown(bytes: &[u8]) -> Result<String, Unreadable> {
    let xml = archive::entry(bytes, "word/document.xml", MOST_UNPACKED)?.ok_or("not a DOCX file")?;
    let xml = std::str::from_utf8(&xml).map_err(|_| "not a whole DOCX file")?;
    let mut reader = Reader::from_str(xml);
    let mut writer = Writer::default();
    loop {
        match reader.read_event().map_err(|_| "not a whole DOCX file")? {
            Event::Start(tag) => writer.opens(&tag),
            Event::Empty(tag) => {
                writer.opens(&tag);
                writer.closes(tag.local_name().as_ref());
            }
            Event::End(tag) => writer.closes(tag.local_name().as_ref()),
            Event::Text(text) => writer.says(&text.decode().unwrap_or_default()),
            Event::GeneralRef(name) => writer.says(letter(&name.decode().unwrap_or_default())),
            Event::Eof => break,
            _ => {}
        }
        if writer.text.len() > LONGEST_TEXT {
            return Err("the text is longer than is read");
        }
    }
    Ok(writer.text)
}

fn letter(name: &str) -> &'static str {
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => " ",
    }
}

#[derive(Default)]
struct Writer {
    text: String,
    paragraph: String,
    heading: Option<usize>,
    is_item: bool,
    /// Whether what is read stands inside a run's text.
    told: bool,
    /// Elements that repeat what was told before, for programs that cannot read it.
    fallback: usize,
    rows: Vec<Vec<String>>,
    depth: usize,
}

impl Writer {
    fn opens(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            b"t" => self.told = true,
            b"tab" | b"br" | b"cr" => self.paragraph.push(' '),
            b"pStyle" => self.heading = value(tag).and_then(|style| level(&style)),
            b"numPr" => self.is_item = true,
            b"Fallback" => self.fallback += 1,
            b"tbl" => self.depth += 1,
            b"tr" if self.depth == 1 => self.rows.push(Vec::new()),
            b"tc" if self.depth == 1 => {
                if let Some(row) = self.rows.last_mut() {
                    row.push(String::new());
                }
            }
            _ => {}
        }
    }

    fn closes(&mut self, name: &[u8]) {
        match name {
            b"t" => self.told = false,
            b"p" => self.end_paragraph(),
            b"Fallback" => self.fallback = self.fallback.saturating_sub(1),
            b"tbl" => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.end_table();
                }
            }
            _ => {}
        }
    }

    fn says(&mut self, text: &str) {
        if self.told && self.fallback == 0 {
            self.paragraph.push_str(text);
        }
    }

    fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.paragraph);
        let (heading, is_item) = (self.heading.take(), std::mem::take(&mut self.is_item));
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        if self.depth > 0 {
            if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
                cell.push_str(if cell.is_empty() { "" } else { " " });
                cell.push_str(&text.replace('|', "/"));
            }
            return;
        }
        match heading {
            Some(level) => self.text.push_str(&format!("\n{} {text}\n\n", "#".repeat(level))),
            None if is_item => self.text.push_str(&format!("- {text}\n")),
            None => self.text.push_str(&format!("{text}\n\n")),
        }
    }

    fn end_table(&mut self) {
        self.text.push('\n');
        for (place, row) in std::mem::take(&mut self.rows).iter().enumerate() {
            self.text.push_str(&format!("| {} |\n", row.join(" | ")));
            if place == 0 {
                self.text.push_str(&format!("|{}\n", "---|".repeat(row.len())));
            }
        }
        self.text.push('\n');
    }
}

fn value(tag: &BytesStart<'_>) -> Option<String> {
    let attribute = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == b"val")?;
    String::from_utf8(attribute.value.to_vec()).ok()
}

/// The level of a heading's style; `None` for any other.
fn level(style: &str) -> Option<usize> {
    let style = style.to_lowercase();
    if matches!(style.as_str(), "title" | "titel" | "titre") {
        return Some(1);
    }
    let digit = style.chars().last().and_then(|last| last.to_digit(10)).filter(|level| (1..=6).contains(level))?;
    HEADINGS.iter().any(|name| style.contains(name)).then_some(digit as usize)
}
