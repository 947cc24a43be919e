//! Units: the sentences, items and rows of a passage, each of which can be cited by itself.
//!
//! Invariant: a unit's quote stands in the passage byte for byte.

/// Something that can be cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    /// As it stands in the passage.
    pub(super) quote: String,
    /// What it is.
    pub(super) shape: Shape,
    /// Headings above it.
    pub(super) headings: String,
    /// Whether it is the first line under its heading.
    pub(super) leads: bool,
}

impl Unit {
    /// Headings, what introduces it, and its words: as a model reads it, whose work grows with the length.
    pub(super) fn as_sentence(&self) -> String {
        let intro = match &self.shape {
            Shape::Sentence => String::new(),
            Shape::Item { intro } => intro.clone(),
            Shape::Row { cells } => {
                let cells: Vec<String> = cells.iter().map(|(header, cell)| format!("{header} {cell}")).collect();
                cells.join(", ")
            }
        };
        let whole = format!("{} {intro} {}", self.headings, self.quote.replace('|', " "));
        whole.chars().take(LONGEST_READ).collect()
    }
}

/// What a unit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// A sentence, and the one before it where it cannot stand alone.
    Sentence,
    /// An item and the line that introduces the list.
    Item { intro: String },
    /// A row: each cell with the header of its column.
    Row { cells: Vec<(String, String)> },
}

/// Words a sentence begins with that point to the one before.
const POINTING: &[&str] = &[
    "it",
    "its",
    "they",
    "them",
    "their",
    "this",
    "these",
    "those",
    "that",
    "he",
    "she",
    "both",
    "there",
    "otherwise",
    "then",
    "such",
];

/// Characters of a unit that are read as a sentence.
const LONGEST_READ: usize = 160;
/// Most bytes of one quote.
const LONGEST: usize = 1_200;

/// The units of a passage.
pub(super) fn units(headings: &str, text: &str) -> Vec<Unit> {
    let mut reader = Reader { headings: headings.to_owned(), ..Reader::default() };
    let lines: Vec<&str> = text.lines().collect();
    for (place, line) in lines.iter().enumerate() {
        let header = lines.get(place + 1).is_some_and(|next| is_rule(next));
        reader.line(line, header);
    }
    reader.units
}

#[derive(Default)]
struct Reader {
    units: Vec<Unit>,
    headings: String,
    intro: String,
    header: Vec<String>,
    leads: bool,
    /// A question of the document, which is a heading to what follows.
    question: String,
}

impl Reader {
    fn line(&mut self, line: &str, is_header: bool) {
        if line.starts_with('#') {
            line.trim_start_matches('#').trim().clone_into(&mut self.headings);
            self.intro.clear();
            self.question.clear();
            self.leads = true;
        } else if is_rule(line) {
        } else if line.starts_with('|') {
            if is_header { self.header = cells(line) } else { self.row(line) }
        } else if let Some(item) = line.strip_prefix("- ") {
            let intro = self.intro.clone();
            for (place, sentence) in sentences(item).into_iter().enumerate() {
                let shape = if place == 0 { Shape::Item { intro: intro.clone() } } else { Shape::Sentence };
                self.push(sentence, shape);
            }
        } else {
            self.paragraph(line);
        }
    }

    fn paragraph(&mut self, line: &str) {
        self.intro = if line.ends_with(':') { line.trim_end_matches(':').to_owned() } else { String::new() };
        let mut begin = None;
        let mut end = 0;
        for sentence in sentences(line) {
            let at = end + line[end..].find(sentence).unwrap_or(0);
            end = at + sentence.len();
            if is_question(sentence) {
                sentence.clone_into(&mut self.question);
                (self.leads, begin) = (true, None);
                continue;
            }
            // "For cruises it is 30 %": what "it" is stands in the sentence before.
            let mut first = sentence.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
            let begins = first.next().unwrap_or_default().to_lowercase();
            let pointing =
                POINTING.contains(&begins.as_str()) || first.take(3).any(|word| word == "it" || word == "they");
            let from = begin.filter(|from| pointing && end - from <= LONGEST).unwrap_or(at);
            self.push(&line[from..end], Shape::Sentence);
            begin = Some(at);
        }
    }

    fn row(&mut self, line: &str) {
        let header = self.header.iter().cloned().chain(std::iter::repeat(String::new()));
        let cells = header.zip(cells(line)).collect();
        self.push(line, Shape::Row { cells });
    }

    fn push(&mut self, quote: &str, shape: Shape) {
        let leads = std::mem::take(&mut self.leads);
        if !quote.is_empty() && quote.len() <= LONGEST {
            let headings = [self.headings.as_str(), &self.question].join(" ").trim().to_owned();
            self.units.push(Unit { quote: quote.to_owned(), shape, headings, leads });
        }
    }
}

/// A question that a document asks itself, as lists of frequent questions do.
fn is_question(sentence: &str) -> bool {
    sentence.trim_end_matches(['*', '"', '”', ')']).ends_with('?')
}

fn is_rule(line: &str) -> bool {
    line.starts_with('|') && line.contains('-') && line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '))
}

fn cells(line: &str) -> Vec<String> {
    let inner = line.trim_start_matches('|');
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    inner.split('|').map(|cell| cell.trim().to_owned()).collect()
}

/// The sentences of a line.
fn sentences(line: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut begin = 0;
    for (at, _) in line.match_indices(' ') {
        let (before, after) = (&line[begin..at], &line[at + 1..]);
        let ends = before.trim_end_matches(['"', '”', ')', '*']).ends_with(['.', '!', '?']);
        let begins = after
            .trim_start_matches(['"', '“', '(', '*'])
            .starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit());
        if ends && begins && !is_abbreviation(before) && !is_date(before, after) {
            sentences.push(before);
            begin = at + 1;
        }
    }
    sentences.push(&line[begin..]);
    sentences
}

/// "10. Januar": the point belongs to the day.
fn is_date(before: &str, after: &str) -> bool {
    const MONTHS: &[&str] = &[
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ];
    let day = before.rsplit(' ').next().and_then(|word| word.strip_suffix('.'));
    day.is_some_and(|day| day.len() <= 2 && day.parse::<u8>().is_ok())
        && MONTHS.iter().any(|month| after.starts_with(month))
}

fn is_abbreviation(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default().trim_start_matches('(').to_lowercase();
    let known = [
        "mr.", "mrs.", "ms.", "dr.", "st.", "no.", "nr.", "approx.", "e.g.", "i.e.", "incl.", "excl.", "max.", "min.",
        "ca.", "tel.", "z.b.", "bzw.",
    ];
    known.contains(&last.as_str()) || (last.len() == 2 && last.starts_with(char::is_alphabetic))
}
