//! Making an index: of documents, or of indexes and what has changed since. Nothing is divided into words twice.
//!
//! Invariant: the same documents in the same order give the same bytes, whether at once or one after the other.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    iter::Peekable,
};

use super::{
    document::{Document, Visibility},
    index::{HEADER, IN_HEADING, IN_TEXT, IN_TITLE, Index, MAGIC, MODEL_BYTES, Postings, SECTIONS, day},
    language::Tongue,
    passage::Passage,
    words::terms,
};

/// A document on its way into an index.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// Its record.
    pub document: &'a Document,
    /// Its passages.
    pub passages: &'a [Passage],
    /// The vector of each passage, of length one; empty when no model is at hand.
    pub vectors: &'a [Vec<f32>],
}

/// An index, and the documents of it that no longer count.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// The index.
    pub index: &'a Index,
    /// Ids of documents that were removed or replaced since.
    pub removed: &'a HashSet<String>,
}

/// The index of documents; `model` names what made their vectors.
#[must_use]
pub fn build(model: &str, entries: &[Entry<'_>]) -> Vec<u8> {
    join(&[], model, entries)
}

/// One index of several, without what was removed, and with other documents behind the rest.
#[must_use]
pub fn join(parts: &[Part<'_>], model: &str, added: &[Entry<'_>]) -> Vec<u8> {
    let mut writer = Writer::new(model);
    let places: Vec<Places> = parts.iter().map(|part| writer.keep(part, &|_| None)).collect();
    added.iter().for_each(|entry| writer.add(entry));
    let sources = parts.iter().zip(&places).map(|(part, places)| Source::new(part.index, places));
    writer.finish(sources.collect())
}

/// The same index with these vectors, by the number of their passage; the others stay as they are, if `model` made them.
#[must_use]
pub fn embedded(index: &Index, model: &str, vectors: &HashMap<usize, Vec<f32>>) -> Vec<u8> {
    let mut writer = Writer::new(model);
    let places = writer.keep(&Part { index, removed: &HashSet::new() }, &|number| vectors.get(&number));
    writer.finish(vec![Source::new(index, &places)])
}

/// A passage's place in the new index, by its place in the old one.
type Places = Vec<Option<u32>>;

/// The words of an index that is taken over, in their order.
struct Source<'a> {
    index: &'a Index,
    places: &'a Places,
    next: usize,
}

impl<'a> Source<'a> {
    fn new(index: &'a Index, places: &'a Places) -> Self {
        Self { index, places, next: 0 }
    }

    fn word(&self) -> Option<(&'a str, Postings<'a>)> {
        self.index.term(self.next)
    }

    /// Where the word stands in the new index, if it is this source's next.
    fn take(&mut self, word: &str) -> Vec<(u32, u8)> {
        let Some((_, list)) = self.word().filter(|(next, _)| *next == word) else { return Vec::new() };
        self.next += 1;
        let place = |passage: u32| *self.places.get(passage as usize)?;
        list.filter_map(|(passage, weight)| Some((place(passage)?, weight))).collect()
    }
}

#[derive(Default)]
struct Writer {
    model: String,
    dimension: usize,
    documents: Vec<u8>,
    passages: Vec<u8>,
    strings: Vec<u8>,
    texts: Vec<u8>,
    vectors: Vec<u8>,
    /// Words of added passages.
    postings: BTreeMap<String, Vec<(u32, u8)>>,
    document_count: u32,
    passage_count: u32,
    words: u64,
}

impl Writer {
    fn new(model: &str) -> Self {
        Self { model: model.chars().take(MODEL_BYTES).filter(char::is_ascii).collect(), ..Self::default() }
    }

    /// Takes over what stays of an index; a passage gets a new vector where there is one.
    fn keep<'v>(&mut self, part: &Part<'_>, vector: &dyn Fn(usize) -> Option<&'v Vec<f32>>) -> Places {
        let before = part.index;
        let mut places: Places = vec![None; before.len()];
        for document in (0..before.documents()).filter_map(|number| before.document(number)) {
            if part.removed.contains(document.id) {
                continue;
            }
            let texts = [document.id, document.title, document.category];
            let validity = (document.valid_from, document.valid_to);
            self.document(texts, document.passages, validity, document.visibility, document.tongue);
            for passage in document.first..document.first.saturating_add(document.passages) {
                let number = passage as usize;
                let (Some(view), Some(place)) = (before.passage(number), places.get_mut(number)) else { continue };
                *place = Some(self.passage_count);
                self.passage(view.headings, view.text, before.words(number));
                let old = before.vector(number).filter(|_| before.model() == self.model);
                match (vector(number), old) {
                    (Some(vector), _) => self.vector(vector),
                    (None, Some((scale, whole))) => self.vector_bytes(scale, whole),
                    (None, None) => self.no_vector(),
                }
            }
        }
        places
    }

    fn add(&mut self, entry: &Entry<'_>) {
        let document = entry.document;
        let sample: String = entry.passages.iter().take(5).flat_map(|passage| [passage.text.as_str(), " "]).collect();
        let tongue = Tongue::of(&sample);
        let validity = (document.valid_from.map_or(i32::MIN, day), document.valid_to.map_or(i32::MAX, day));
        let texts = [&document.id, &document.title, document.category.as_deref().unwrap_or_default()];
        let count = u32::try_from(entry.passages.len()).unwrap_or(u32::MAX);
        self.document(texts, count, validity, document.visibility, tongue);
        let title = terms(tongue, &document.title);
        for (number, passage) in entry.passages.iter().enumerate() {
            let headings = passage.headings.join(" › ");
            let mut weights: HashMap<String, u8> = HashMap::new();
            let text = terms(tongue, &passage.text);
            let words = u32::try_from(text.len()).unwrap_or(u32::MAX);
            for term in text {
                let weight = weights.entry(term.stem).or_default();
                *weight = (*weight + 1).min(IN_TEXT);
            }
            for term in terms(tongue, &headings) {
                *weights.entry(term.stem).or_default() |= IN_HEADING;
            }
            for term in &title {
                *weights.entry(term.stem.clone()).or_default() |= IN_TITLE;
            }
            for (stem, weight) in weights {
                self.postings.entry(stem).or_default().push((self.passage_count, weight));
            }
            self.passage(&headings, &passage.text, words);
            match entry.vectors.get(number) {
                Some(vector) => self.vector(vector),
                None => self.no_vector(),
            }
        }
    }

    fn document(&mut self, texts: [&str; 3], passages: u32, validity: (i32, i32), who: Visibility, tongue: Tongue) {
        let place = self.strings.len();
        texts.iter().for_each(|text| push_text(&mut self.strings, text));
        push_number(&mut self.documents, place);
        self.documents.extend(self.passage_count.to_le_bytes());
        self.documents.extend(passages.to_le_bytes());
        self.documents.extend(validity.0.to_le_bytes());
        self.documents.extend(validity.1.to_le_bytes());
        let who = match who {
            Visibility::Public => 0,
            Visibility::Internal => 1,
            Visibility::Admin => 2,
        };
        self.documents.extend([who, tongue.number(), 0, 0]);
        self.document_count += 1;
    }

    fn passage(&mut self, headings: &str, text: &str, words: u32) {
        self.passages.extend((self.document_count - 1).to_le_bytes());
        push_number(&mut self.passages, self.texts.len());
        self.passages.extend(words.to_le_bytes());
        self.passages.extend([0; 4]);
        push_text(&mut self.texts, headings);
        push_text(&mut self.texts, text);
        self.passage_count += 1;
        self.words += u64::from(words);
    }

    fn vector(&mut self, vector: &[f32]) {
        let largest = vector.iter().fold(f32::MIN_POSITIVE, |most, value| most.max(value.abs()));
        #[expect(clippy::cast_possible_truncation, reason = "the quotient lies between -127 and 127")]
        let whole: Vec<u8> =
            vector.iter().map(|value| ((value / largest * 127.0).round() as i8).cast_unsigned()).collect();
        self.vector_bytes(largest / 127.0, &whole);
    }

    fn vector_bytes(&mut self, scale: f32, whole: &[u8]) {
        if self.dimension == 0 {
            // Passages before the first vector get empty ones.
            self.dimension = whole.len();
            let before = (self.passage_count as usize).saturating_sub(1);
            self.vectors = vec![0; before * (self.dimension + 4)];
        }
        self.vectors.extend(scale.to_le_bytes());
        self.vectors.extend(whole.iter().copied().chain(std::iter::repeat(0)).take(self.dimension));
    }

    fn no_vector(&mut self) {
        if self.dimension > 0 {
            self.vectors.extend(std::iter::repeat_n(0, self.dimension + 4));
        }
    }

    fn finish(mut self, mut sources: Vec<Source<'_>>) -> Vec<u8> {
        let (mut terms, mut postings) = (Vec::new(), Vec::new());
        let mut added = std::mem::take(&mut self.postings).into_iter().peekable();
        loop {
            let old = sources.iter().filter_map(Source::word).map(|(word, _)| word).min();
            let new = added.peek().map(|(word, _)| word.as_str());
            let Some(word) = [old, new].into_iter().flatten().min().map(str::to_owned) else { break };
            let mut list: Vec<(u32, u8)> = sources.iter_mut().flat_map(|source| source.take(&word)).collect();
            list.extend(same_word(&mut added, &word));
            self.term(&mut terms, &mut postings, &word, list.into_iter());
        }
        self.written(&terms, &postings)
    }

    fn term(&mut self, terms: &mut Vec<u8>, postings: &mut Vec<u8>, word: &str, list: impl Iterator<Item = (u32, u8)>) {
        let (place, mut count, mut last) = (postings.len(), 0_u32, 0);
        for (passage, weight) in list {
            let mut step = passage - last;
            while step >= 0x80 {
                postings.push((step & 0x7f) as u8 | 0x80);
                step >>= 7;
            }
            postings.extend([(step & 0x7f) as u8, weight]);
            last = passage;
            count += 1;
        }
        if count > 0 {
            push_number(terms, self.strings.len());
            push_number(terms, place);
            terms.extend(count.to_le_bytes());
            push_text(&mut self.strings, word);
        }
    }

    fn written(&self, terms: &[u8], postings: &[u8]) -> Vec<u8> {
        let sections: [&[u8]; SECTIONS] =
            [&self.documents, &self.passages, terms, &self.strings, &self.texts, postings, &self.vectors];
        let mut bytes = Vec::with_capacity(HEADER + sections.iter().map(|section| section.len()).sum::<usize>());
        bytes.extend(MAGIC);
        sections.iter().for_each(|section| push_number(&mut bytes, section.len()));
        #[expect(clippy::cast_precision_loss, reason = "a mean needs no more than seven digits")]
        let average = (self.words as f32 / self.passage_count.max(1) as f32).max(1.0);
        bytes.extend(average.to_le_bytes());
        push_number(&mut bytes, self.dimension);
        let model = if self.dimension > 0 { self.model.as_bytes() } else { &[] };
        bytes.extend(model.iter().copied().chain(std::iter::repeat(0)).take(MODEL_BYTES));
        sections.iter().for_each(|section| bytes.extend(*section));
        bytes
    }
}

fn same_word(
    added: &mut Peekable<impl Iterator<Item = (String, Vec<(u32, u8)>)>>,
    word: &str,
) -> std::vec::IntoIter<(u32, u8)> {
    added.next_if(|(other, _)| other == word).map(|(_, list)| list).unwrap_or_default().into_iter()
}

/// An index stays far below 4 GB: 100,000 passages of at most 4 kB a line.
fn push_number(bytes: &mut Vec<u8>, number: usize) {
    bytes.extend(u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
}

fn push_text(bytes: &mut Vec<u8>, text: &str) {
    push_number(bytes, text.len());
    bytes.extend(text.as_bytes());
}
