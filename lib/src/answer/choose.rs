//! Choosing the units that answer, or none. Finding the right passage is not enough: the right hotel may have a page on
//! which nobody wrote about what was asked, so each unit is weighed by itself.
//!
//! Invariant: what is chosen weighs more than what speaks for there being no answer.

use super::{
    Sources,
    asked::{Asked, Part, asked},
    kind::QuestionKind,
    likeness::Likeness,
    marks::{WITH_VECTORS, WORDS_ALONE},
    unit::{Unit, units},
    weigh::{Around, Ask},
};
use crate::knowledge::{Tongue, terms};

/// Relevance below which a passage is not looked into.
const FLOOR: f32 = 0.15;
/// Hits that are looked into.
const LOOKED_INTO: usize = 10;
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
    let mut choices: Vec<(Choice, String)> = Vec::new();
    for (place, hit) in sources.found.hits.iter().enumerate().take(LOOKED_INTO) {
        let Some(view) = hit.view(sources.indexes).filter(|_| hit.relevance >= FLOOR) else { continue };
        let document = view.document;
        let around = Around::new(place, (hit.relevance, first - hit.score), document.tongue, document.title, view.text);
        for unit in units(view.headings, view.text) {
            let score = ask.marks(&around, &unit).map(|marks| marks.score(weights));
            if let Some(score) = score.filter(|score| *score > 0.0) {
                choices.push((Choice { hit: place, unit, score }, document.id.to_owned()));
            }
        }
    }
    choices.sort_by(|(a, _), (b, _)| b.score.total_cmp(&a.score).then(a.hit.cmp(&b.hit)));
    pick(kind, choices)
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
