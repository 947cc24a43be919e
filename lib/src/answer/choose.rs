//! Choosing the units that answer, or none. Finding the right passage is not enough: the right hotel may have a page on
//! which nobody wrote about what was asked, so each unit is weighed by itself.
//!
//! Invariant: what is chosen weighs more than what speaks for there being no answer.

use super::{
    Sources,
    asked::{Asked, Part, asked},
    kind::QuestionKind,
    likeness::{Likeness, WordVectors},
    marks::{Mark, Marks, WITH_SENTENCES, WITH_VECTORS, WORDS_ALONE},
    unit::{Unit, units},
    weigh::{Around, Ask},
};
use crate::knowledge::{Tongue, terms};
use tripdesk_minilm::product;

/// Relevance below which a passage is not looked into.
const FLOOR: f32 = 0.15;
/// Hits that are looked into.
const LOOKED_INTO: usize = 10;
/// Units that are read as sentences: the best of all.
const READ: usize = 3;
/// Most units of an answer.
const MOST: usize = 3;
/// How near to the best a further unit must come, and one of another document in a comparison.
const NEAR: f32 = 1.2;
const NEAR_COMPARED: f32 = 4.0;

/// A unit that answers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice {
    /// Which hit it is from.
    pub(super) hit: usize,
    /// The unit.
    pub(super) unit: Unit,
    /// How well it answers; more than nothing.
    pub(super) score: f32,
}

/// The units that answer a question, best first; none when nothing does.
pub(super) fn choose(question: &str, kind: QuestionKind, sources: Sources<'_>) -> Vec<Choice> {
    let likeness = Likeness::new(sources.vectors, sources.indexes);
    let asked = asked(question, sources.found, sources.indexes);
    let whole = chosen(&Ask::new(question, &asked, kind, &likeness, sources.indexes), kind, sources, &likeness);
    let sentences: Vec<&str> =
        question.split_inclusive(['?', '.', '!']).filter(|part| !part.trim().is_empty()).collect();
    if !whole.is_empty() || sentences.len() < 2 {
        return whole;
    }
    // Several sentences: the last one that is answered by itself, with the names of all of them.
    let tongue = Tongue::of(question);
    let alone = sentences.iter().rev().take(4).map(|sentence| {
        let words = terms(tongue, sentence);
        let of_it = |one: &&Asked| one.name || words.iter().any(|word| word.word == one.term.word);
        let asked: Vec<Asked> = asked.iter().filter(of_it).cloned().collect();
        let says_something = asked.iter().any(|one| one.part == Part::Matter && !one.name);
        let ask = || Ask::new(sentence, &asked, kind, &likeness, sources.indexes);
        if says_something { chosen(&ask(), kind, sources, &likeness) } else { Vec::new() }
    });
    alone.into_iter().find(|choices| !choices.is_empty()).unwrap_or_default()
}

fn chosen(ask: &Ask<'_>, kind: QuestionKind, sources: Sources<'_>, likeness: &Likeness<'_>) -> Vec<Choice> {
    let weights = if likeness.is_there() { &WITH_VECTORS } else { &WORDS_ALONE };
    let first = sources.found.hits.first().map_or(0.0, |hit| hit.score);
    let mut weighed: Vec<Weighed> = Vec::new();
    for (place, hit) in sources.found.hits.iter().enumerate().take(LOOKED_INTO) {
        let Some(view) = hit.view(sources.indexes).filter(|_| hit.relevance >= FLOOR) else { continue };
        let document = view.document;
        let around = Around::new(place, (hit.relevance, first - hit.score), document.tongue, document.title, view.text);
        for unit in units(view.headings, view.text) {
            if let Some(marks) = ask.marks(&around, &unit) {
                let (score, document) = (marks.score(weights), document.id.to_owned());
                weighed.push(Weighed { choice: Choice { hit: place, unit, score }, marks, document });
            }
        }
    }
    if likeness.is_there() {
        read_as_sentences(ask.text(), &mut weighed, sources.sentences);
    }
    let answers = weighed.into_iter().filter(|one| one.choice.score > 0.0);
    let mut choices: Vec<(Choice, String)> = answers.map(|one| (one.choice, one.document)).collect();
    choices.sort_by(|(a, _), (b, _)| b.score.total_cmp(&a.score).then(a.hit.cmp(&b.hit)));
    pick(kind, choices)
}

/// A unit with its figures.
struct Weighed {
    choice: Choice,
    marks: Marks,
    document: String,
}

/// Keeps the best units and weighs them anew by what they mean as a whole: "keep the room until the afternoon" and a line on late
/// check-out share no word. Where no sentence can be read, all stays as it is.
fn read_as_sentences(question: &str, weighed: &mut Vec<Weighed>, sentences: WordVectors<'_>) {
    let Some(asked) = sentences(question) else { return };
    weighed.sort_by(|a, b| b.choice.score.total_cmp(&a.choice.score).then(a.choice.hit.cmp(&b.choice.hit)));
    weighed.truncate(READ);
    let alike = |unit: &Unit| sentences(&unit.as_sentence()).map_or(0.0, |vector| product(&asked, &vector));
    let likeness: Vec<f32> = weighed.iter().map(|one| alike(&one.choice.unit)).collect();
    let most = likeness.iter().copied().fold(f32::MIN, f32::max);
    #[expect(clippy::cast_precision_loss, reason = "a logarithm of a count")]
    let words = (1.0 + question.split_whitespace().count() as f32).ln();
    for (one, likeness) in weighed.iter_mut().zip(likeness) {
        one.marks[Mark::Meaning] = likeness;
        one.marks[Mark::MeaningBehind] = likeness - most;
        one.marks[Mark::MeaningOfLong] = likeness * words;
        one.marks[Mark::Words] = words;
        one.choice.score = one.marks.score(&WITH_SENTENCES);
    }
}

/// The best, and others that come near: for a comparison one of each document.
fn pick(kind: QuestionKind, choices: Vec<(Choice, String)>) -> Vec<Choice> {
    let compares = kind == QuestionKind::Comparison;
    let Some(best) = choices.first().map(|(choice, _)| choice.score) else { return Vec::new() };
    let enough = best - if compares { NEAR_COMPARED } else { NEAR };
    let mut picked: Vec<(Choice, String)> = Vec::new();
    for (choice, document) in choices {
        let again = picked.iter().any(|(other, _)| {
            other.unit.quote.contains(&choice.unit.quote) || choice.unit.quote.contains(&other.unit.quote)
        });
        let second = compares && picked.iter().any(|(_, other)| *other == document);
        if picked.len() < MOST && choice.score >= enough && !again && !second {
            picked.push((choice, document));
        }
    }
    picked.into_iter().map(|(choice, _)| choice).collect()
}
