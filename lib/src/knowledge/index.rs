//! The index of one agency: one run of bytes, read in place.
//!
//! ```text
//! magic, 7 section lengths (u32), average length (f32), dimension (u32), model name (64 bytes)
//! documents   24 bytes each: strings, first passage, passages, valid from, valid to, visibility, language
//! passages    16 bytes each: document, text, words, 0
//! terms       12 bytes each, sorted: strings, postings, count
//! strings     a length (u32) and the text: ids, titles, categories, words
//! texts       headings and text of each passage
//! postings    passage (difference to the one before, LEB128) and weight (u8), in the order of passages
//! vectors     a scale (f32) and `dimension` bytes a passage; empty when no model was at hand
//! ```
//!
//! Invariant: opening checks that the sections fill the bytes exactly; reading what a damaged index says gives empty
//! answers, never a panic.

use bytes::Bytes;
use jiff::civil::Date;

use super::{
    document::{Audience, Visibility},
    language::Tongue,
};

pub(super) const MAGIC: [u8; 8] = *b"TDINDEX1";
pub(super) const SECTIONS: usize = 7;
pub(super) const MODEL_BYTES: usize = 64;
pub(super) const HEADER: usize = 8 + SECTIONS * 4 + 8 + MODEL_BYTES;
pub(super) const DOCUMENT: usize = 24;
pub(super) const PASSAGE: usize = 16;
pub(super) const TERM: usize = 12;

/// Marks of a posting's weight: the word stands in the title, in a heading; the rest counts it in the text.
pub(super) const IN_TITLE: u8 = 0x80;
pub(super) const IN_HEADING: u8 = 0x40;
pub(super) const IN_TEXT: u8 = 0x3f;

/// An index, opened.
#[derive(Debug, Clone)]
pub struct Index {
    sections: [Bytes; SECTIONS],
    /// Mean number of words of a passage.
    pub(super) average: f32,
    dimension: usize,
    model: String,
}

/// Bytes that are no index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an index of this version, or not all of it")]
pub struct BadIndex;

/// A document as the index knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentView<'a> {
    /// UUID.
    pub id: &'a str,
    /// For people.
    pub title: &'a str,
    /// Empty when it has none.
    pub category: &'a str,
    /// Who may be told.
    pub visibility: Visibility,
    /// First day, as days since 1970.
    pub(super) valid_from: i32,
    /// Last day, as days since 1970.
    pub(super) valid_to: i32,
    /// Language of its words.
    pub tongue: Tongue,
    pub(super) first: u32,
    pub(super) passages: u32,
}

/// A passage as the index knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PassageView<'a> {
    /// Its document.
    pub document: DocumentView<'a>,
    /// Which of the document's passages, from 1.
    pub number: u32,
    /// Headings, parted by " › ".
    pub headings: &'a str,
    /// Its lines.
    pub text: &'a str,
}

impl PassageView<'_> {
    /// The passage's id: its document's, and its number.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}-{}", self.document.id, self.number)
    }

    /// What is embedded of it, as [`Passage::embedded`](super::Passage::embedded).
    #[must_use]
    pub fn embedded(&self) -> String {
        format!("{}. {}. {}", self.document.title, self.headings.replace(" › ", ". "), self.text)
    }
}

/// Days since 1970.
pub(super) fn day(date: Date) -> i32 {
    let epoch = jiff::civil::date(1970, 1, 1);
    epoch.until(date).map_or(0, |span| span.get_days())
}

impl Index {
    /// Opens an index.
    ///
    /// # Errors
    /// [`BadIndex`] when the bytes are not one.
    pub fn open(bytes: &Bytes) -> Result<Self, BadIndex> {
        let header = bytes.get(..HEADER).filter(|header| header.starts_with(&MAGIC)).ok_or(BadIndex)?;
        let mut sections: [Bytes; SECTIONS] = Default::default();
        let mut at = HEADER;
        for (number, section) in sections.iter_mut().enumerate() {
            let end = at.checked_add(u32_at(header, 8 + number * 4) as usize).ok_or(BadIndex)?;
            *section = bytes.get(at..end).map(|part| bytes.slice_ref(part)).ok_or(BadIndex)?;
            at = end;
        }
        let fixed = 8 + SECTIONS * 4;
        let model = header[fixed + 8..].iter().take_while(|byte| **byte != 0).copied().collect();
        let index = Self {
            sections,
            average: f32::from_bits(u32_at(header, fixed)),
            dimension: u32_at(header, fixed + 4) as usize,
            model: String::from_utf8(model).map_err(|_| BadIndex)?,
        };
        let whole = at == bytes.len() && index.average.is_finite() && index.average >= 1.0;
        if whole { Ok(index) } else { Err(BadIndex) }
    }

    /// The model whose vectors it holds; empty when it has none.
    #[must_use]
    pub fn model(&self) -> &str {
        &self.model
    }

    /// How many passages it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sections[1].len() / PASSAGE
    }

    /// Whether it has no passage.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many documents it has.
    #[must_use]
    pub fn documents(&self) -> usize {
        self.sections[0].len() / DOCUMENT
    }

    /// Bytes it takes in memory.
    #[must_use]
    pub fn bytes(&self) -> usize {
        HEADER + self.sections.iter().map(Bytes::len).sum::<usize>()
    }

    /// A document by its number.
    #[must_use]
    pub fn document(&self, number: usize) -> Option<DocumentView<'_>> {
        let record = record(&self.sections[0], number, DOCUMENT)?;
        let mut strings = self.sections[3].get(u32_at(record, 0) as usize..)?;
        let (id, title, category) = (take_text(&mut strings)?, take_text(&mut strings)?, take_text(&mut strings)?);
        Some(DocumentView {
            id,
            title,
            category,
            visibility: visibility(record[20]),
            first: u32_at(record, 4),
            passages: u32_at(record, 8),
            valid_from: u32_at(record, 12).cast_signed(),
            valid_to: u32_at(record, 16).cast_signed(),
            tongue: Tongue::ALL.get(usize::from(record[21])).copied().unwrap_or_default(),
        })
    }

    /// The number of the document a passage belongs to.
    pub(super) fn document_of(&self, passage: usize) -> Option<usize> {
        record(&self.sections[1], passage, PASSAGE).map(|record| u32_at(record, 0) as usize)
    }

    /// How many words a passage has.
    pub(super) fn words(&self, passage: usize) -> u32 {
        record(&self.sections[1], passage, PASSAGE).map_or(0, |record| u32_at(record, 8))
    }

    /// A passage by its number.
    #[must_use]
    pub fn passage(&self, number: usize) -> Option<PassageView<'_>> {
        let record = record(&self.sections[1], number, PASSAGE)?;
        let document = self.document(u32_at(record, 0) as usize)?;
        let mut texts = self.sections[4].get(u32_at(record, 4) as usize..)?;
        let (headings, text) = (take_text(&mut texts)?, take_text(&mut texts)?);
        let number = u32::try_from(number).ok()?.checked_sub(document.first)?.checked_add(1)?;
        Some(PassageView { document, number, headings, text })
    }

    pub(super) fn term_count(&self) -> usize {
        self.sections[2].len() / TERM
    }

    /// A word of the index by its number.
    pub(super) fn term(&self, number: usize) -> Option<(&str, Postings<'_>)> {
        let record = record(&self.sections[2], number, TERM)?;
        let mut strings = self.sections[3].get(u32_at(record, 0) as usize..)?;
        let bytes = self.sections[5].get(u32_at(record, 4) as usize..)?;
        Some((take_text(&mut strings)?, Postings { bytes, left: u32_at(record, 8), passage: 0 }))
    }

    /// Where a word stands.
    pub(super) fn postings(&self, word: &str) -> Option<Postings<'_>> {
        let (mut low, mut high) = (0, self.term_count());
        while low < high {
            let middle = low.midpoint(high);
            let (found, postings) = self.term(middle)?;
            match found.cmp(word) {
                std::cmp::Ordering::Equal => return Some(postings),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// In how many passages a word stands.
    #[must_use]
    pub fn having(&self, stem: &str) -> u32 {
        self.postings(stem).map_or(0, |list| list.passages())
    }

    /// The vector of a passage, as whole numbers and their scale; none where none was made yet.
    pub(super) fn vector(&self, passage: usize) -> Option<(f32, &[u8])> {
        let size = self.dimension.checked_add(4).filter(|_| self.dimension > 0)?;
        let record = record(&self.sections[6], passage, size)?;
        let scale = f32::from_bits(u32_at(record, 0));
        (scale > 0.0).then(|| (scale, &record[4..]))
    }

    /// Every vector behind its scale, if they have this many numbers.
    pub(super) fn vectors(&self, dimension: usize) -> &[u8] {
        if self.dimension == dimension && dimension > 0 { &self.sections[6] } else { &[] }
    }

    /// Passages without a vector of this model, at most `most`, by their numbers.
    #[must_use]
    pub fn without_vector(&self, model: &str, most: usize) -> Vec<usize> {
        let has = |passage: &usize| self.model() == model && self.vector(*passage).is_some();
        (0..self.len()).filter(|passage| !has(passage)).take(most).collect()
    }

    /// Whether a document of this number is open to a reader on a day; its texts are not looked at.
    pub(super) fn is_open(&self, number: usize, audience: Audience, day: i32) -> bool {
        let Some(record) = record(&self.sections[0], number, DOCUMENT) else { return false };
        let validity = u32_at(record, 12).cast_signed()..=u32_at(record, 16).cast_signed();
        visibility(record[20]).allows(audience) && validity.contains(&day)
    }
}

/// Where a word stands: passages in their order, each with the word's weight.
#[derive(Debug, Clone, Copy)]
pub(super) struct Postings<'a> {
    bytes: &'a [u8],
    left: u32,
    passage: u32,
}

impl Postings<'_> {
    /// In how many passages.
    pub(super) fn passages(&self) -> u32 {
        self.left
    }
}

impl Iterator for Postings<'_> {
    type Item = (u32, u8);

    fn next(&mut self) -> Option<(u32, u8)> {
        self.left = self.left.checked_sub(1)?;
        let (mut step, mut shift) = (0_u32, 0);
        loop {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            step |= u32::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;
            if byte & 0x80 == 0 {
                break;
            }
        }
        let (weight, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        self.passage = self.passage.checked_add(step)?;
        Some((self.passage, *weight))
    }
}

fn visibility(number: u8) -> Visibility {
    match number {
        0 => Visibility::Public,
        1 => Visibility::Internal,
        _ => Visibility::Admin,
    }
}

fn record(section: &[u8], number: usize, size: usize) -> Option<&[u8]> {
    let begin = number.checked_mul(size)?;
    section.get(begin..begin.checked_add(size)?)
}

fn take_text<'a>(bytes: &mut &'a [u8]) -> Option<&'a str> {
    let length = u32_at(bytes.get(..4)?, 0) as usize;
    let rest = bytes.get(4..)?;
    let text = rest.get(..length)?;
    *bytes = &rest[length..];
    std::str::from_utf8(text).ok()
}

/// Four bytes at a place; 0 where there are none.
fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..).and_then(|rest| rest.first_chunk::<4>()).map_or(0, |four| u32::from_le_bytes(*four))
}
