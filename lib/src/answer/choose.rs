//! Choosing the units that answer, or none. Finding the right passage is not enough: the right hotel may have a page on
//! which nobody wrote about what was asked, so each unit is checked for the question's own words.
//!
//! Invariant: a unit is chosen only when the words of the question that are not the name of its document stand in it, in
//! its row, or in the heading above it.

use std::collections::HashSet;

use super::{
    asked::{Asked, Part, asked},
    expect::Expected,
    instructions::is_instruction,
    kind::QuestionKind,
    range::{self, Range},
    unit::{Shape, Unit, units},
};
use crate::knowledge::{Found, Index, Tongue, terms};

/// Relevance below which a passage is not looked into, with and without vectors.
const FLOOR: f32 = 0.22;
const LEXICAL_FLOOR: f32 = 0.25;
/// Share of the asked words, by weight, that a unit must have.
const ENOUGH: f32 = 0.55;
/// Share of the things asked for that may stand nowhere near, and the same where only one of three or more does not.
const MOST_MISSING: f32 = 0.34;
const MOST_MISSING_OF_SEVERAL: f32 = 0.45;
/// The same where the unit has not the form that was asked for.
const ENOUGH_WITHOUT_FORM: f32 = 0.8;
/// What a word counts that stands elsewhere in the unit's passage.
const ELSEWHERE: f32 = 0.5;
/// What a unit loses whose ranges do not have the question's number.
const BESIDE: f32 = 0.12;
/// Hits that are looked into.
const LOOKED_INTO: usize = 10;
/// Most units of an answer.
const MOST: usize = 3;
/// How near to the best a further unit must come.
const NEAR: f32 = 0.87;
/// The same for a unit of another passage.
const NEAR_ELSEWHERE: f32 = 0.94;

/// A unit that answers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice {
    /// Which hit it is from.
    pub(super) hit: usize,
    /// The unit.
    pub(super) unit: Unit,
    /// How well it answers.
    pub(super) score: f32,
}

/// What the light words add when all of them stand in the unit.
const LIGHT_BONUS: f32 = 0.1;

/// The units that answer a question, best first; none when nothing does.
pub(super) fn choose(question: &str, kind: QuestionKind, found: &Found, indexes: &[&Index]) -> Vec<Choice> {
    let asked = asked(question, found, indexes);
    let whole = chosen(&asked, Expected::of(question), kind, found, indexes);
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
        if says_something { chosen(&asked, Expected::of(sentence), kind, found, indexes) } else { Vec::new() }
    });
    alone.into_iter().find(|choices| !choices.is_empty()).unwrap_or_default()
}

fn chosen(asked: &[Asked], expected: Expected, kind: QuestionKind, found: &Found, indexes: &[&Index]) -> Vec<Choice> {
    let mut choices: Vec<(Choice, String)> = Vec::new();
    for (place, hit) in found.hits.iter().enumerate().take(LOOKED_INTO) {
        let floor = if hit.cosine.is_some() { FLOOR } else { LEXICAL_FLOOR };
        let Some(view) = hit.view(indexes).filter(|_| hit.relevance >= floor) else { continue };
        let ask = Ask { asked, expected, kind };
        let tongue = view.document.tongue;
        let around = Around {
            hit: place,
            relevance: hit.relevance,
            tongue,
            title: stems(tongue, view.document.title),
            whole: stems(tongue, view.text),
        };
        let scored = units(view.headings, view.text).into_iter().filter_map(|unit| ask.choice(&around, unit));
        choices.extend(scored.map(|choice| (choice, view.document.id.to_owned())));
    }
    choices.sort_by(|(a, _), (b, _)| b.score.total_cmp(&a.score).then(a.hit.cmp(&b.hit)));
    pick(kind, choices)
}

/// The best, and others that come near: for a comparison one of each document first.
fn pick(kind: QuestionKind, choices: Vec<(Choice, String)>) -> Vec<Choice> {
    let Some(best) = choices.first().map(|(choice, _)| choice.score) else { return Vec::new() };
    let mut picked: Vec<(Choice, String)> = Vec::new();
    let near = if kind == QuestionKind::Comparison { 0.6 } else { NEAR };
    for (choice, document) in choices {
        let again = picked.iter().any(|(other, _)| {
            other.unit.quote.contains(&choice.unit.quote) || choice.unit.quote.contains(&other.unit.quote)
        });
        let second = kind == QuestionKind::Comparison && picked.iter().any(|(_, other)| *other == document);
        let elsewhere = kind != QuestionKind::Comparison && picked.iter().any(|(other, _)| other.hit != choice.hit);
        let near = if elsewhere { NEAR_ELSEWHERE } else { near };
        if picked.len() < MOST && choice.score >= near * best && !again && !second {
            picked.push((choice, document));
        }
    }
    picked.into_iter().map(|(choice, _)| choice).collect()
}

/// Whether a unit has the form that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// It has not.
    Missed,
    /// None was asked for.
    Free,
    /// It has.
    Met,
}

/// What stands around the units of a passage.
struct Around {
    hit: usize,
    relevance: f32,
    tongue: Tongue,
    title: HashSet<String>,
    whole: HashSet<String>,
}

fn stems(tongue: Tongue, text: &str) -> HashSet<String> {
    terms(tongue, text).into_iter().map(|term| term.stem).collect()
}

struct Ask<'a> {
    asked: &'a [Asked],
    expected: Expected,
    kind: QuestionKind,
}

impl Ask<'_> {
    fn choice(&self, around: &Around, unit: Unit) -> Option<Choice> {
        if is_instruction(&unit.quote) {
            return None;
        }
        let shown = shown(&unit);
        let (own, above) = (stems(around.tongue, &shown), stems(around.tongue, &unit.headings));
        let (title, whole) = (&around.title, &around.whole);
        let (term, ranges) = (Range::of(&unit), range::ranges(&shown));
        let mut sums = Sums::default();
        let mut beside = false;
        for word in self.asked {
            let (mut own, above, title) = (word.covered_by(&own), word.covered_by(&above), word.covered_by(title));
            let inside = |number: u32| ranges.iter().any(|range| range.has(number));
            if let Some(number) = word.number {
                match term {
                    Some(range) if !range.has(number) => return None,
                    None if !inside(number) => beside |= !ranges.is_empty() && own < 0.5,
                    _ => own = 1.0,
                }
            }
            if word.month.is_some_and(|month| range::months(&shown).iter().any(|range| range.has_month(month))) {
                own = 1.0;
            }
            let elsewhere = word.covered_by(whole);
            let missing = own.max(above).max(title) < 0.5 && (word.titled || elsewhere < 0.5);
            if word.name && missing && self.kind != QuestionKind::Comparison {
                return None;
            }
            sums.add(word, own, above, title, elsewhere);
        }
        let form = match (self.expected, self.expected.is_met(&shown)) {
            (Expected::Any, _) => Form::Free,
            (_, true) => Form::Met,
            (_, false) => Form::Missed,
        };
        let hopeless = form == Form::Missed && self.expected.is_strict();
        if hopeless || !sums.answers(if self.expected == Expected::Name { Form::Free } else { form }) {
            return None;
        }
        let lead = if unit.leads { 0.03 } else { 0.0 };
        let score = 0.55 * sums.direct()
            + 0.15 * sums.share()
            + 0.2 * sums.title_share()
            + 0.1 * around.relevance
            + if form == Form::Met { 0.1 } else { 0.0 }
            + if beside { -BESIDE } else { lead };
        Some(Choice { hit: around.hit, unit, score })
    }
}

/// What is read of a unit when words are looked for.
fn shown(unit: &Unit) -> String {
    match &unit.shape {
        Shape::Sentence => unit.quote.clone(),
        Shape::Item { intro } => format!("{} {intro}", unit.quote),
        Shape::Row { cells } => {
            let headers: Vec<&str> =
                cells.iter().filter(|(_, cell)| !cell.is_empty()).map(|(header, _)| header.as_str()).collect();
            format!("{} {}", unit.quote, headers.join(" "))
        }
    }
}

/// Weights of the question's words by where they stand.
#[derive(Default)]
struct Sums {
    /// Words that are neither in the title nor names nor light.
    rest: f32,
    rest_near: f32,
    all: f32,
    named: f32,
    /// Words that are not light, by how directly they stand in the unit.
    direct: f32,
    /// Light words, and those of them that stand in the unit.
    light_all: f32,
    light_own: f32,
    /// Things asked for, beside names and the title.
    matter: f32,
    /// Those of them that stand nowhere in the passage.
    missing: f32,
    /// How many things are asked for, and how many of them stand nowhere.
    matters: u32,
    misses: u32,
    /// Whether a name or a word of the title is among the words.
    names: bool,
}

impl Sums {
    fn add(&mut self, word: &Asked, own: f32, above: f32, title: f32, elsewhere: f32) {
        let weight = word.weight;
        let near = above.max(ELSEWHERE * elsewhere);
        self.all += weight;
        self.names |= word.name || title >= 0.5;
        self.named += weight * title.max(own).max(near);
        if word.part == Part::Light {
            self.light_all += weight;
            self.light_own += weight * own;
            return;
        }
        self.direct += weight * own.max(if word.name { 0.95 } else { 0.7 } * title).max(0.6 * above);
        if title < 0.5 && !word.name {
            self.rest += weight;
            self.rest_near += weight * own.max(0.9 * near);
            if word.part == Part::Matter {
                self.matter += weight;
                self.matters += 1;
                if own.max(above).max(elsewhere) < 0.5 {
                    self.missing += weight;
                    self.misses += 1;
                }
            }
        }
    }

    /// Whether enough of what was asked for stands here.
    fn answers(&self, form: Form) -> bool {
        let enough = if form == Form::Missed { ENOUGH_WITHOUT_FORM } else { ENOUGH };
        // Where only soft words are left beside the names, an answer of the form asked for is enough.
        let only_soft = self.matter == 0.0 && form == Form::Met && self.names;
        let most = if self.matters >= 3 && self.misses == 1 { MOST_MISSING_OF_SEVERAL } else { MOST_MISSING };
        (self.share() >= enough || only_soft) && self.missing <= most * self.matter
    }

    /// Share of the words beside the title's that stand in the unit or above it.
    fn share(&self) -> f32 {
        if self.rest > 0.0 { self.rest_near / self.rest } else { 1.0 }
    }

    /// How much of the question stands in the unit itself; the title's words count less, light words decide where no
    /// others are left.
    fn direct(&self) -> f32 {
        let (all, light) = (self.all - self.light_all, self.light_all);
        let own = if all > 0.0 { self.direct / all } else { 0.5 };
        own + if light > 0.0 { LIGHT_BONUS * self.light_own / light } else { 0.0 }
    }

    fn title_share(&self) -> f32 {
        if self.all > 0.0 { self.named / self.all } else { 0.0 }
    }
}
