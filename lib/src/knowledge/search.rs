//! Finding: BM25 over words and cosine over vectors, fused; names in titles decide between hotels that read alike.
//!
//! Invariant: a document that is not open to the reader on the day is not among the hits. The same index, question and
//! day give the same hits in the same order.

use jiff::civil::Date;
use tripdesk_minilm::products;

use super::{
    document::Audience,
    index::{IN_HEADING, IN_TEXT, IN_TITLE, Index, PassageView, day},
    kin::{kin, phrases},
    language::Tongue,
    merge::Part,
    words::{Term, terms},
};

/// Robertson's constants: how fast a repeated word stops counting, how much long passages are held back.
const K1: f32 = 1.2;
const B: f32 = 0.55;
/// A word in the title or in a heading counts as this many more in the text.
const TITLE: f32 = 1.0;
const HEADING: f32 = 1.5;
/// What a word of the same family counts, where the word itself does not stand.
const KIN: f32 = 0.45;
/// Passages of each of the two rankings that are looked at again.
const POOL: usize = 200;
/// What the words of a title add to the fused score when all words of the question that stand in titles stand in it.
const NAMED: f32 = 0.15;

/// A question to an index.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    /// In the asker's words.
    pub text: &'a str,
    /// Its vector, where a model is at hand.
    pub vector: Option<&'a [f32]>,
    /// The model that made it; vectors of another are not compared with it.
    pub model: &'a str,
    /// Only documents of this category.
    pub category: Option<&'a str>,
    /// Who asks.
    pub audience: Audience,
    /// The day it is asked, in the agency's time zone.
    pub today: Date,
    /// At most this many hits.
    pub limit: usize,
}

/// A passage that may answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// Which of the indexes searched.
    pub index: usize,
    /// The passage's number in it.
    pub passage: usize,
    /// Rank among all hits: higher is better.
    pub score: f32,
    /// How much it has to do with the question, from 0 to 1, comparable between questions.
    pub relevance: f32,
    /// Likeness of meaning; absent without a model.
    pub cosine: Option<f32>,
    /// Share of the question's words, by their weight, that stand in it.
    pub coverage: f32,
}

/// A question's words and their weight.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Best first.
    pub hits: Vec<Hit>,
    /// Words of the question that say something, each with its weight: rare ones weigh more.
    pub words: Vec<(Term, f32)>,
}

/// Searches several indexes as if they were one.
#[must_use]
pub fn search(parts: &[Part<'_>], query: &Query<'_>) -> Found {
    let indexes: Vec<&Index> = parts.iter().map(|part| part.index).collect();
    let indexes = indexes.as_slice();
    let mut words = question_words(query.text);
    one_of_compounds(indexes, &mut words);
    let scans: Vec<Scan<'_>> = parts.iter().enumerate().map(|(place, part)| Scan::new(place, part, query)).collect();
    let passages: usize = indexes.iter().map(|index| index.len()).sum();
    let weights: Vec<f32> = words.iter().map(|word| rarity(indexes, word, passages)).collect();
    let titled: Vec<bool> = words.iter().map(|word| indexes.iter().any(|index| in_a_title(index, word))).collect();
    let mut pool: Vec<Candidate> = Vec::new();
    for mut scan in scans {
        scan.read(&words, &weights);
        let mut candidates = scan.candidates();
        mark_words(indexes[scan.place], &words, &mut candidates);
        pool.extend(candidates);
    }
    fuse(&mut pool);
    let total: f32 = weights.iter().sum::<f32>().max(f32::MIN_POSITIVE);
    let names = |covered: u64, within: &dyn Fn(usize) -> bool| -> f32 {
        weights.iter().enumerate().filter(|(i, _)| within(*i) && covered >> i & 1 == 1).map(|(_, weight)| weight).sum()
    };
    let all_names = names(u64::MAX, &|i| titled[i]);
    let mut hits: Vec<Hit> = pool
        .iter()
        .map(|one| {
            let coverage = names(one.covered, &|_| true) / total;
            let named = if all_names > 0.0 { names(one.in_title, &|i| titled[i]) / all_names } else { 0.0 };
            let relevance = one.cosine.map_or(coverage, |cosine| 0.5 * cosine.max(0.0) + 0.5 * coverage);
            Hit {
                index: one.index,
                passage: one.passage,
                score: one.fused + NAMED * named,
                relevance,
                cosine: one.cosine,
                coverage,
            }
        })
        .collect();
    hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.index.cmp(&b.index)).then(a.passage.cmp(&b.passage)));
    hits.truncate(query.limit);
    let words = words.into_iter().map(|word| word.term).zip(weights).collect();
    Found { hits, words }
}

impl Hit {
    /// The passage itself.
    #[must_use]
    pub fn view<'a>(&self, indexes: &[&'a Index]) -> Option<PassageView<'a>> {
        indexes.get(self.index)?.passage(self.passage)
    }
}

struct Word {
    term: Term,
    /// Every stem that counts for the word, with what it counts.
    stems: Vec<(String, f32)>,
}

/// At most 64 words of a question, each once, in every language they may be in.
fn question_words(text: &str) -> Vec<Word> {
    let tongue = Tongue::of(text);
    let phrases = phrases(text);
    let mut words: Vec<Word> = Vec::new();
    for term in terms(tongue, text) {
        if words.len() == 64 || words.iter().any(|word| word.term.stem == term.stem) {
            continue;
        }
        let mut stems = vec![(term.stem.clone(), 1.0)];
        for other in Tongue::ALL {
            let stem = other.stem(&term.word);
            if stems.iter().all(|(known, _)| *known != stem) {
                stems.push((stem, 0.9));
            }
        }
        let of_phrase = phrases.get(&term.word).into_iter().flatten().copied();
        for stem in kin(tongue, &term.stem).iter().map(String::as_str).chain(of_phrase) {
            if stems.iter().all(|(known, _)| known != stem) {
                stems.push((stem.to_owned(), KIN));
            }
        }
        words.push(Word { term, stems });
    }
    words
}

/// "Wi-Fi" is asked as three words: the compound where the documents have it, else its parts.
fn one_of_compounds(indexes: &[&Index], words: &mut Vec<Word>) {
    let mut place = 2_usize;
    while let Some([first, second, both]) = words.get(place.saturating_sub(2)..=place) {
        if both.term.word.strip_prefix(first.term.word.as_str()) != Some(second.term.word.as_str()) {
            place += 1;
        } else if indexes.iter().any(|index| index.postings(&both.term.stem).is_some()) {
            words.drain(place - 2..place);
        } else {
            words.remove(place);
        }
    }
}

/// How much a word tells: the logarithm of how few passages have it, or any of its family.
fn rarity(indexes: &[&Index], word: &Word, passages: usize) -> f32 {
    let having =
        |stem: &str| indexes.iter().filter_map(|index| index.postings(stem)).map(|list| list.passages()).sum::<u32>();
    let having = word.stems.iter().map(|(stem, _)| having(stem)).max().unwrap_or(0);
    #[expect(clippy::cast_precision_loss, reason = "a logarithm of counts")]
    let (all, having) = (passages as f32, having as f32);
    (1.0 + (all - having + 0.5).max(0.0) / (having + 0.5)).ln()
}

/// Whether a word stands in the title of few documents: then it may be a name.
fn in_a_title(index: &Index, word: &Word) -> bool {
    let Some((stem, _)) = word.stems.first() else { return false };
    index.postings(stem).is_some_and(|list| list.take(2_000).any(|(_, weight)| weight & IN_TITLE != 0))
}

struct Candidate {
    index: usize,
    passage: usize,
    lexical: f32,
    cosine: Option<f32>,
    covered: u64,
    in_title: u64,
    fused: f32,
}

struct Scan<'a> {
    place: usize,
    index: &'a Index,
    vector: Option<Vec<i16>>,
    scale: f32,
    open: Vec<bool>,
    scores: Vec<f32>,
}

impl<'a> Scan<'a> {
    fn new(place: usize, part: &Part<'a>, query: &Query<'_>) -> Self {
        let (index, today) = (part.index, day(query.today));
        let plain = query.category.is_none() && part.removed.is_empty();
        let counts = |number: usize| {
            index.document(number).is_some_and(|document| {
                query.category.is_none_or(|wanted| wanted == document.category) && !part.removed.contains(document.id)
            })
        };
        let open = |number: usize| index.is_open(number, query.audience, today) && (plain || counts(number));
        let open = (0..index.documents()).map(open);
        let vector = query.vector.filter(|_| index.model() == query.model);
        let largest =
            vector.map_or(1.0, |vector| vector.iter().fold(f32::MIN_POSITIVE, |most, value| most.max(value.abs())));
        #[expect(clippy::cast_possible_truncation, reason = "the quotient lies between -2047 and 2047")]
        let whole = |vector: &[f32]| vector.iter().map(|value| (value / largest * 2_047.0).round() as i16).collect();
        Self {
            place,
            index,
            vector: vector.map(whole),
            scale: largest / 2_047.0,
            open: open.collect(),
            scores: vec![0.0; index.len()],
        }
    }

    /// Adds up every word's share of every passage it stands in; where the word itself stands, its family adds nothing.
    fn read(&mut self, words: &[Word], weights: &[f32]) {
        let mut counted = vec![0_u8; self.scores.len()];
        for ((word, weight), turn) in words.iter().zip(weights).zip(1_u8..) {
            for (stem, share) in &word.stems {
                for (passage, tf) in self.index.postings(stem).into_iter().flatten() {
                    let passage = passage as usize;
                    let Some(score) = self.scores.get_mut(passage) else { break };
                    if std::mem::replace(&mut counted[passage], turn) != turn {
                        *score += share * weight * saturated(tf, self.index.words(passage), self.index.average);
                    }
                }
            }
        }
    }

    /// The best of both rankings, with everything known of them.
    fn candidates(&mut self) -> Vec<Candidate> {
        for passage in 0..self.scores.len() {
            let open = self.index.document_of(passage).and_then(|document| self.open.get(document)).copied();
            if !open.unwrap_or(false) {
                self.scores[passage] = -1.0;
            }
        }
        let cosines = self.cosines();
        let mut chosen = best(&self.scores, |score| *score > 0.0);
        let alike: Vec<f32> = cosines
            .iter()
            .zip(&self.scores)
            .map(|(cosine, score)| if *score < 0.0 { -1.0 } else { cosine.unwrap_or(-1.0) })
            .collect();
        chosen.extend(best(&alike, |cosine| *cosine > 0.0));
        chosen.sort_unstable();
        chosen.dedup();
        let of = |passage: usize| Candidate {
            index: self.place,
            passage,
            lexical: self.scores[passage],
            cosine: cosines[passage],
            covered: 0,
            in_title: 0,
            fused: 0.0,
        };
        chosen.into_iter().map(of).collect()
    }

    /// Each passage's likeness; none where there is no vector.
    fn cosines(&self) -> Vec<Option<f32>> {
        let mut cosines = vec![None; self.scores.len()];
        if let Some(question) = &self.vector {
            let products = products(question, self.index.vectors(question.len()));
            for (cosine, product) in cosines.iter_mut().zip(products) {
                // A passage without a vector has a scale of nothing.
                *cosine = (product != 0.0).then_some(product * self.scale);
            }
        }
        cosines
    }
}

/// Notes which words each candidate has; candidates are in the order of their passages.
fn mark_words(index: &Index, words: &[Word], candidates: &mut [Candidate]) {
    for (bit, word) in words.iter().enumerate() {
        for (stem, _) in &word.stems {
            let mut candidates = candidates.iter_mut().peekable();
            for (passage, weight) in index.postings(stem).into_iter().flatten() {
                let passage = passage as usize;
                while candidates.next_if(|one| one.passage < passage).is_some() {}
                match candidates.next_if(|one| one.passage == passage) {
                    Some(one) => {
                        one.covered |= 1 << bit;
                        one.in_title |= u64::from(weight & IN_TITLE != 0) << bit;
                    }
                    None if candidates.peek().is_none() => break,
                    None => {}
                }
            }
        }
    }
}

fn saturated(weight: u8, words: u32, average: f32) -> f32 {
    let mut tf = f32::from(weight & IN_TEXT);
    tf += if weight & IN_TITLE != 0 { TITLE } else { 0.0 };
    tf += if weight & IN_HEADING != 0 { HEADING } else { 0.0 };
    #[expect(clippy::cast_precision_loss, reason = "a count of words")]
    let length = words as f32 / average;
    tf * (K1 + 1.0) / (tf + K1 * (1.0 - B + B * length))
}

/// The places of the largest values that are kept.
fn best(values: &[f32], kept: impl Fn(&f32) -> bool) -> Vec<usize> {
    let mut places: Vec<usize> = (0..values.len()).filter(|place| kept(&values[*place])).collect();
    if places.len() > POOL {
        places.select_nth_unstable_by(POOL, |a, b| values[*b].total_cmp(&values[*a]));
        places.truncate(POOL);
    }
    places
}

/// Half the one score and half the other, each stretched from 0 to 1 over the pool.
fn fuse(pool: &mut [Candidate]) {
    let span = |value: &dyn Fn(&Candidate) -> f32| {
        let low = pool.iter().map(value).fold(f32::MAX, f32::min);
        let high = pool.iter().map(value).fold(f32::MIN, f32::max);
        (low, (high - low).max(f32::MIN_POSITIVE))
    };
    let (low, width) = span(&|one| one.lexical);
    let (cosine_low, cosine_width) = span(&|one| one.cosine.unwrap_or(0.0));
    for one in pool {
        let lexical = (one.lexical - low) / width;
        one.fused = one.cosine.map_or(lexical, |cosine| 0.5 * lexical + 0.5 * (cosine - cosine_low) / cosine_width);
    }
}
