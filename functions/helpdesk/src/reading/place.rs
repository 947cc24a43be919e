//! Letters with their places on a page, put together as Markdown: lines, paragraphs, headings by their size, and tables
//! by the gaps within their lines.
//!
//! Invariant: every letter that was found stands in the text once, but for white space.
#![expect(clippy::float_arithmetic, reason = "places on a page are floats")]

/// A letter, or several that one glyph stands for.
#[derive(Debug, Clone)]
pub(super) struct Letter {
    pub(super) text: String,
    pub(super) x: f64,
    pub(super) end: f64,
    pub(super) y: f64,
    pub(super) size: f64,
}

/// Gaps, in sizes of the letters beside them: between words, and between the cells of a row.
const WORD_GAP: f64 = 0.17;
const CELL_GAP: f64 = 1.4;
/// How much larger than the body a heading is set.
const HEADING: f64 = 1.15;
const TITLE: f64 = 1.6;
/// Distance of two lines from which a new paragraph begins, in sizes.
const PARAGRAPH: f64 = 1.75;

/// Marks that begin an item of a list.
const BULLETS: [char; 7] = ['•', '·', '▪', '●', '◦', '‣', '–'];

/// A line: its cells, each from where it begins.
#[derive(Debug)]
struct Line {
    cells: Vec<(f64, String)>,
    y: f64,
    size: f64,
    page: usize,
}

/// Takes page after page.
#[derive(Debug, Default)]
pub(super) struct Writer {
    lines: Vec<Line>,
    pages: usize,
    bytes: usize,
}

impl Writer {
    /// How many bytes of text there are.
    pub(super) fn len(&self) -> usize {
        self.bytes
    }

    /// Takes the letters of a page.
    pub(super) fn page(&mut self, mut letters: Vec<Letter>) {
        letters.retain(|letter| !letter.text.trim().is_empty());
        letters.sort_by(|a, b| b.y.total_cmp(&a.y));
        let mut rest = letters.as_slice();
        while let Some(first) = rest.first() {
            let same = rest.iter().take_while(|letter| first.y - letter.y < 0.45 * first.size.max(letter.size)).count();
            let mut line = rest[..same.max(1)].to_vec();
            rest = &rest[same.max(1)..];
            line.sort_by(|a, b| a.x.total_cmp(&b.x));
            let line = Line { cells: cells(&line), y: first.y, size: size(&line), page: self.pages };
            self.bytes += line.cells.iter().map(|(_, text)| text.len()).sum::<usize>();
            self.lines.push(line);
        }
        self.pages += 1;
    }

    /// All of it as Markdown.
    pub(super) fn finish(self) -> String {
        let body = body(&self.lines);
        let mut text = String::with_capacity(self.bytes * 2);
        let mut rest = self.lines.as_slice();
        let mut before: Option<&Line> = None;
        while let Some(line) = rest.first() {
            let rows = rest.iter().take_while(|line| line.cells.len() > 1).count();
            if rows >= 2 {
                table(&mut text, &rest[..rows]);
                rest = &rest[rows..];
                before = None;
                continue;
            }
            one(&mut text, line, before, body);
            (before, rest) = (Some(line), &rest[1..]);
        }
        text
    }
}

/// A line that belongs to no table.
fn one(text: &mut String, line: &Line, before: Option<&Line>, body: f64) {
    let words: Vec<&str> = line.cells.iter().map(|(_, cell)| cell.as_str()).collect();
    let words = words.join(" ");
    if line.size > HEADING * body && words.chars().count() <= 120 {
        let level = if line.size > TITLE * body { "#" } else { "##" };
        text.push_str(&format!("\n\n{level} {words}\n\n"));
        return;
    }
    let apart = before.is_none_or(|before| {
        before.page != line.page || before.y - line.y > PARAGRAPH * line.size || before.size > HEADING * body
    });
    if apart {
        text.push_str("\n\n");
    } else if text.ends_with('-') && words.starts_with(char::is_lowercase) {
        // A word that was divided at the end of a line.
        text.pop();
    } else {
        text.push('\n');
    }
    text.push_str(&bulleted(&words));
}

/// Rows of a table, each cell in the column whose head begins nearest.
fn table(text: &mut String, rows: &[Line]) {
    let heads: Vec<f64> = rows
        .iter()
        .max_by_key(|row| row.cells.len())
        .map_or(Vec::new(), |row| row.cells.iter().map(|(x, _)| *x).collect());
    text.push_str("\n\n");
    for (place, row) in rows.iter().enumerate() {
        let mut columns = vec![String::new(); heads.len()];
        for (x, cell) in &row.cells {
            let nearest = heads.iter().enumerate().min_by(|(_, a), (_, b)| (*a - x).abs().total_cmp(&(*b - x).abs()));
            if let Some((column, _)) = nearest {
                let column = &mut columns[column];
                column.push_str(if column.is_empty() { "" } else { " " });
                column.push_str(&cell.replace('|', "/"));
            }
        }
        text.push_str(&format!("| {} |\n", columns.join(" | ")));
        if place == 0 {
            text.push_str(&format!("|{}\n", "---|".repeat(heads.len())));
        }
    }
    text.push('\n');
}

/// The letters of a line, divided where the gaps are wide.
fn cells(letters: &[Letter]) -> Vec<(f64, String)> {
    let mut cells: Vec<(f64, String)> = Vec::new();
    let mut end = f64::MIN;
    for letter in letters {
        let gap = (letter.x - end) / letter.size.max(1.0);
        match cells.last_mut() {
            Some((_, cell)) if gap < CELL_GAP => {
                if gap > WORD_GAP {
                    cell.push(' ');
                }
                cell.push_str(&letter.text);
            }
            _ => cells.push((letter.x, letter.text.clone())),
        }
        end = end.max(letter.end);
    }
    // A bullet stands well before its item, and is no cell.
    if cells.len() > 1 && is_bullet(&cells[0].1) {
        let (x, mark) = cells.remove(0);
        cells[0] = (x, format!("{mark} {}", cells[0].1));
    }
    cells
}

fn is_bullet(cell: &str) -> bool {
    let number = cell.strip_suffix(['.', ')']).is_some_and(|number| number.len() <= 2 && number.parse::<u8>().is_ok());
    number || BULLETS.iter().any(|mark| cell.strip_prefix(*mark) == Some(""))
}

/// The size most letters of a line are set in.
fn size(letters: &[Letter]) -> f64 {
    let mut sizes: Vec<f64> = letters.iter().map(|letter| letter.size).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(1.0)
}

/// The size that half of the text is not larger than.
fn body(lines: &[Line]) -> f64 {
    let weight = |line: &Line| line.cells.iter().map(|(_, cell)| cell.len()).sum::<usize>();
    let mut sizes: Vec<(f64, usize)> = lines.iter().map(|line| (line.size, weight(line))).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = sizes.iter().map(|(_, weight)| weight).sum::<usize>() / 2;
    let mut sum = 0;
    let middle = sizes.iter().find(|(_, weight)| {
        sum += weight;
        sum >= half
    });
    middle.map_or(1.0, |(size, _)| *size)
}

/// "• Towels" as an item of a list.
fn bulleted(words: &str) -> String {
    let item = BULLETS.iter().find_map(|mark| words.strip_prefix(*mark));
    item.map_or_else(|| words.to_owned(), |item| format!("- {}", item.trim_start()))
}
