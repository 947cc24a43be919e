//! A text as tokens: words, numbers, marks and line breaks, each with its place in the text.
//!
//! Invariant: a token's `start..end` counts Unicode scalar values of the very text it was made of, so that a span's words
//! are always what stands there. At most [`LIMIT`] characters and [`TOKENS`] tokens are read: no enquiry is longer, and an attack may be.

use super::{Part, Source, language::Language};

/// Characters of a text that are read, and tokens.
const LIMIT: usize = 24_000;
/// See [`LIMIT`].
const TOKENS: usize = 2_500;
/// Tokens looked at on either side of one for its sentence or line, so that a text without full stops is read in linear time.
const REACH: usize = 90;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Number,
    Mark,
    Break,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    Lower,
    Capital,
    Upper,
}

/// One token.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    /// Folded: small letters without diacritics.
    pub(crate) norm: String,
    pub(crate) start: usize,
    pub(crate) end: usize,
    bytes: (usize, usize),
    /// No space before it.
    pub(crate) glued: bool,
    pub(crate) case: Case,
}

/// One part of a message as tokens.
#[derive(Debug, Clone)]
pub(crate) struct Scan<'m> {
    pub(crate) part: Part,
    pub(crate) language: Language,
    raw: &'m str,
    message_id: &'m str,
    pub(crate) tokens: Vec<Token>,
    /// The year of the mail, where it is known: an earlier one is told of as past.
    pub(crate) year: Option<i16>,
    /// For each token, whether a sentence ends with it.
    ends: Vec<bool>,
}

impl<'m> Scan<'m> {
    /// Reads one part of a message.
    pub(crate) fn new(message_id: &'m str, part: Part, raw: &'m str) -> Self {
        let tokens = tokens(raw);
        let language = Language::of(tokens.iter().map(|token| token.norm.as_str()));
        Self { part, language, raw, message_id, tokens, year: None, ends: Vec::new() }.with_ends()
    }

    /// Sentences are asked for at every turn: where they end is told once.
    fn with_ends(mut self) -> Self {
        self.ends = (0..self.len()).map(|at| self.is_end(at)).collect();
        self
    }

    /// The tokens `range` alone; their places in the text stay what they were.
    pub(crate) fn slice(&self, range: std::ops::Range<usize>) -> Self {
        let mut tokens = self.tokens.get(range).unwrap_or_default().to_vec();
        if let Some(first) = tokens.first_mut() {
            first.glued = false;
        }
        let Self { part, language, raw, message_id, year, .. } = *self;
        Self { part, language, raw, message_id, tokens, year, ends: Vec::new() }.with_ends()
    }

    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(crate) fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// The folded token, empty beyond the end.
    pub(crate) fn norm(&self, at: usize) -> &str {
        self.get(at).map_or("", |token| &token.norm)
    }

    /// The folded token `back` places before `at`, empty before the beginning.
    pub(crate) fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.norm(at))
    }

    pub(crate) fn is(&self, at: usize, words: &[&str]) -> bool {
        self.get(at).is_some_and(|token| words.contains(&token.norm.as_str()))
    }

    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.kind == Kind::Word)
    }

    pub(crate) fn is_number(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.kind == Kind::Number)
    }

    /// Whether the token touches the one before it.
    pub(crate) fn glued(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.glued)
    }

    /// One past the longest of `phrases` that stands at `at`. Words of a phrase may be joined by a hyphen in the text.
    pub(crate) fn phrase(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        let first = self.get(at).map(|token| token.norm.as_str()).filter(|norm| !norm.is_empty())?;
        // Most phrases begin with another letter: comparing one byte first saves most of the time of reading a mail.
        let letter = first.as_bytes().first();
        phrases
            .iter()
            .filter(|phrase| phrase.as_bytes().first() == letter && phrase.starts_with(first))
            .filter_map(|phrase| self.one_phrase(at, phrase))
            .max()
    }

    fn one_phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut next = at;
        let words = phrase.split(' ').flat_map(|word| {
            let inner = |mark: char| word.len() > 1 && matches!(mark, '\'' | '-');
            word.split(inner).filter(|piece| !piece.is_empty())
        });
        for (index, word) in words.enumerate() {
            if index > 0 && matches!(self.norm(next), "-" | "'" | "_") && word != "-" {
                next += 1;
            }
            if self.norm(next) != word {
                return None;
            }
            next += 1;
        }
        Some(next)
    }

    /// Where the longest of `phrases` begins that ends just before `at`.
    pub(crate) fn phrase_before(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        let last = at.checked_sub(1).and_then(|at| self.get(at)).map(|token| token.norm.as_str())?;
        let letter = last.as_bytes().last();
        phrases
            .iter()
            .filter(|phrase| phrase.as_bytes().last() == letter && !last.is_empty() && phrase.ends_with(last))
            .filter_map(|phrase| {
                let words = phrase.split([' ', '-', '\'']).count();
                (1..=words * 2).find_map(|back| {
                    let start = at.checked_sub(back)?;
                    (self.one_phrase(start, phrase) == Some(at)).then_some(start)
                })
            })
            .min()
    }

    /// Whether one of `phrases` stands in the tokens `range`.
    pub(crate) fn holds(&self, range: std::ops::Range<usize>, phrases: &[&str]) -> bool {
        let end = range.end;
        range.into_iter().any(|at| self.phrase(at, phrases).is_some_and(|next| next <= end))
    }

    /// The tokens of the sentence around `at`: up to a full stop, a question mark or a blank line, [`REACH`] at most either way.
    pub(crate) fn sentence(&self, at: usize) -> std::ops::Range<usize> {
        let (low, high) = self.reach(at);
        let start = (low..at.min(high)).rev().find(|&index| self.ends_sentence(index)).map_or(low, |index| index + 1);
        let end = (at..high).find(|&index| self.ends_sentence(index)).unwrap_or(high);
        start..end.max(start)
    }

    /// The tokens of the line around `at`.
    pub(crate) fn line(&self, at: usize) -> std::ops::Range<usize> {
        let is_break = |index: &usize| self.tokens[*index].kind == Kind::Break;
        let (low, high) = self.reach(at);
        let start = (low..at.min(high)).rev().find(is_break).map_or(low, |index| index + 1);
        let end = (at..high).find(is_break).unwrap_or(high);
        start..end.max(start)
    }

    fn reach(&self, at: usize) -> (usize, usize) {
        (at.saturating_sub(REACH).min(self.len()), at.saturating_add(REACH).min(self.len()))
    }

    /// Whether a sentence ends with the token; beyond the text all are at an end.
    pub(crate) fn ends_sentence(&self, at: usize) -> bool {
        self.ends.get(at).copied().unwrap_or(true)
    }

    /// A full stop followed by a space and no small letter, a question or exclamation mark, an empty line, or a line break before a
    /// bullet or a label.
    fn is_end(&self, at: usize) -> bool {
        let Some(token) = self.get(at) else { return true };
        let next = self.get(at + 1);
        match (token.kind, token.norm.as_str()) {
            (Kind::Break, _) => {
                next.is_none_or(|next| next.kind == Kind::Break || matches!(next.norm.as_str(), "-" | "*" | "•"))
                    || self.begins_with_label(at + 1)
            }
            (Kind::Mark, "?" | "!" | ";") => true,
            (Kind::Mark, ".") => next.is_none_or(|next| {
                let abbreviation = at.checked_sub(1).and_then(|index| self.get(index)).is_some_and(|before| {
                    before.kind == Kind::Number
                        || matches!(
                            before.norm.as_str(),
                            "st" | "ste"
                                | "mr"
                                | "mrs"
                                | "dr"
                                | "approx"
                                | "ca"
                                | "max"
                                | "min"
                                | "no"
                                | "nr"
                                | "tel"
                                | "incl"
                                | "inkl"
                                | "excl"
                                | "bzw"
                                | "evtl"
                                | "ggf"
                        )
                });
                let counted = next.kind == Kind::Number && at.checked_sub(1).is_some_and(|index| self.is_word(index));
                let goes_on =
                    next.kind == Kind::Word && next.case != Case::Capital || counted || before_is_title(self, at);
                !(next.glued || abbreviation && goes_on)
            }),
            _ => false,
        }
    }

    /// Whether the line that begins at `at` does so with a label: "Destination: …", "No. of children (2-11): …".
    fn begins_with_label(&self, at: usize) -> bool {
        let colon = (at + 1..at + 12)
            .find(|&at| self.norm(at) == ":" || self.get(at).is_none_or(|token| token.kind == Kind::Break));
        colon.is_some_and(|colon| self.norm(colon) == ":" && !(self.is_number(colon - 1) && self.is_number(colon + 1)))
    }

    /// The words of the tokens `first..=last`, and where they stand.
    pub(crate) fn source(&self, first: usize, last: usize) -> Option<Source> {
        let (first, last) = (self.get(first)?, self.get(last)?);
        let text = self.raw.get(first.bytes.0..last.bytes.1)?.to_owned();
        Some(Source {
            message_id: self.message_id.to_owned(),
            part: self.part,
            text,
            start: first.start,
            end: last.end,
        })
    }

    /// The words of the tokens `range` as written; empty when there are none.
    pub(crate) fn text(&self, range: std::ops::Range<usize>) -> &'m str {
        match (self.get(range.start), range.end.checked_sub(1).and_then(|last| self.get(last))) {
            (Some(first), Some(last)) => self.raw.get(first.bytes.0..last.bytes.1).unwrap_or(""),
            _ => "",
        }
    }
}

fn before_is_title(scan: &Scan, at: usize) -> bool {
    matches!(scan.before(at, 1), "st" | "ste" | "mr" | "mrs" | "dr")
}

fn class(letter: char) -> Kind {
    if letter.is_ascii_digit() {
        Kind::Number
    } else if letter.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&letter) {
        Kind::Word
    } else {
        Kind::Mark
    }
}

fn tokens(raw: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut glued = false;
    let mut open = false;
    for (index, (byte, letter)) in raw.char_indices().take(LIMIT).enumerate() {
        let blank = letter.is_whitespace() || letter.is_control() || letter == '\u{200b}' || letter == '\u{feff}';
        if blank && (letter != '\n' || is_soft_wrap(raw, byte)) {
            (glued, open) = (false, false);
            continue;
        }
        let kind = if letter == '\n' { Kind::Break } else { class(letter) };
        let joins = open && matches!(kind, Kind::Word | Kind::Number);
        let full = found.len() >= TOKENS;
        match found.last_mut() {
            Some(last) if joins && last.kind == kind => {
                fold_into(&mut last.norm, letter);
                last.end = index + 1;
                last.bytes.1 = byte + letter.len_utf8();
                last.case = match (last.case, letter.is_uppercase()) {
                    (Case::Lower, _) => Case::Lower,
                    (Case::Capital, true) if last.end - last.start == 2 => Case::Upper,
                    (Case::Upper, false) if letter.is_alphabetic() => Case::Capital,
                    (case, _) => case,
                };
            }
            _ if full => break,
            _ => {
                let mut norm = String::new();
                fold_into(&mut norm, letter);
                let case = if letter.is_uppercase() { Case::Capital } else { Case::Lower };
                let bytes = (byte, byte + letter.len_utf8());
                found.push(Token { kind, norm, start: index, end: index + 1, bytes, glued, case });
            }
        }
        (glued, open) = (letter != '\n', true);
    }
    found
}

/// Columns from which on a mail program may have broken the line by itself.
const WRAPPED: usize = 50;

/// Whether the line break at `byte` is one that a mail program put into a long line: what stands on both sides is one
/// sentence.
fn is_soft_wrap(raw: &str, byte: usize) -> bool {
    let before = raw[..byte].rsplit('\n').next().unwrap_or_default().trim_end();
    let after = raw[byte + 1..].split('\n').next().unwrap_or_default();
    let goes_on = after.starts_with(|first: char| first.is_alphanumeric() || first == '(');
    let labelled = after.split_once(':').is_some_and(|(label, _)| label.len() <= 30);
    let ended = before.ends_with(['.', '!', '?', ':', ';']);
    goes_on && !labelled && !ended && before.chars().count() >= WRAPPED
}

/// Adds the folded form of `letter`: small, without diacritics, typographic marks as their plain sisters.
fn fold_into(norm: &mut String, letter: char) {
    match letter {
        'ß' => norm.push_str("ss"),
        'æ' | 'Æ' => norm.push_str("ae"),
        'œ' | 'Œ' => norm.push_str("oe"),
        '’' | '‘' | '`' | '´' | 'ʼ' => norm.push('\''),
        '–' | '—' | '‐' | '‑' | '−' => norm.push('-'),
        '\u{300}'..='\u{36f}' => {}
        _ if letter.is_ascii() => norm.push(letter.to_ascii_lowercase()),
        _ => letter.to_lowercase().for_each(|small| norm.push(plain(small))),
    }
}

/// The letter without its diacritic, for Latin letters (Latin-1 and Latin Extended-A).
fn plain(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ð' | 'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ł' | 'ĺ' | 'ļ' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

/// The folded form of a name, as the gazetteer's keys are: its words and numbers with one space between.
pub(crate) fn fold(name: &str) -> String {
    let words: Vec<String> = tokens(name)
        .into_iter()
        .filter(|token| matches!(token.kind, Kind::Word | Kind::Number))
        .map(|token| token.norm)
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn folds_names_as_the_gazetteer_does() {
        assert_eq!(fold("Côte d’Azur"), "cote d azur");
        assert_eq!(fold("Chi-Town"), "chi town");
        assert_eq!(fold("Großbritannien"), "grossbritannien");
    }

    proptest! {
        #[test]
        fn a_span_says_what_stands_there(text in "\\PC{0,80}[\\n ]{0,3}\\PC{0,80}") {
            let scan = Scan::new("m", Part::Text, &text);
            for (index, token) in scan.tokens.iter().enumerate() {
                let source = scan.source(index, index);
                let words: String = text.chars().skip(token.start).take(token.end - token.start).collect();
                prop_assert_eq!(source.map(|source| source.text), Some(words));
            }
        }
    }
}
