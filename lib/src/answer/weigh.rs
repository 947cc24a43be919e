//! Weighing a unit: each word of the question is looked for in it, above it, in the title and in the rest of the passage.
//!
//! Invariant: a unit that lacks a name of the question, gives orders to a machine, or is about another range than the
//! number asked for, is no answer, whatever speaks for it.

use std::collections::HashSet;

use super::{
    asked::{Asked, Part},
    clock,
    expect::Expected,
    instructions::is_instruction,
    kind::QuestionKind,
    likeness::Likeness,
    marks::{Mark, Marks},
    quantity,
    range::{self, Range},
    unit::{Shape, Unit},
};
use crate::knowledge::{Index, Term, Tongue, split, terms};

/// A word counts as there from this on; less is a word that only begins alike, or a literal part of a phrase.
const THERE: f32 = 0.5;

/// A question, read.
pub(super) struct Ask<'a> {
    text: &'a str,
    asked: &'a [Asked],
    expected: Expected,
    kind: QuestionKind,
    likeness: &'a Likeness<'a>,
    indexes: &'a [&'a Index],
    words: HashSet<String>,
    counted: Option<&'a Asked>,
    direction: Vec<f32>,
    is_yes_or_no: bool,
}

/// What stands around the units of a passage.
pub(super) struct Around {
    /// Which hit it is.
    pub(super) hit: usize,
    pub(super) relevance: f32,
    /// How far the hit is behind the first.
    pub(super) behind: f32,
    pub(super) tongue: Tongue,
    title: HashSet<String>,
    whole: HashSet<String>,
}

impl Around {
    pub(super) fn new(hit: usize, (relevance, behind): (f32, f32), tongue: Tongue, title: &str, text: &str) -> Self {
        Self { hit, relevance, behind, tongue, title: stems(tongue, title), whole: stems(tongue, text) }
    }
}

fn stems(tongue: Tongue, text: &str) -> HashSet<String> {
    terms(tongue, text).into_iter().map(|term| term.stem).collect()
}

/// How far a word is there: in the unit, above it, in the title, elsewhere in the passage.
struct Cover {
    own: f32,
    above: f32,
    title: f32,
    elsewhere: f32,
}

/// Sums of weights on the way to shares.
#[derive(Default)]
struct Sums {
    things: f32,
    soft: f32,
    light: f32,
    all: f32,
}

const YES_OR_NO: &[&str] = &[
    "is", "are", "does", "do", "can", "may", "must", "will", "has", "have", "was", "were", "did", "should", "could",
    "would",
];

impl<'a> Ask<'a> {
    pub(super) fn new(
        text: &'a str,
        asked: &'a [Asked],
        kind: QuestionKind,
        likeness: &'a Likeness<'a>,
        indexes: &'a [&'a Index],
    ) -> Self {
        let counted = quantity::counted(text);
        let rest = asked.iter().filter(|word| !word.name && !word.titled).map(|word| &word.term);
        let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
        Self {
            text,
            asked,
            expected: Expected::of(text),
            kind,
            likeness,
            indexes,
            words: split(text).collect(),
            counted: asked.iter().find(|word| Some(&word.term.word) == counted.as_ref()),
            direction: likeness.direction(rest),
            is_yes_or_no: YES_OR_NO.contains(&first.as_str()),
        }
    }

    /// The question.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// The figures of a unit; none when it cannot be an answer.
    pub(super) fn marks(&self, around: &Around, unit: &Unit) -> Option<Marks> {
        if is_instruction(&unit.quote) {
            return None;
        }
        let shown = shown(unit);
        let (own, above) = (terms(around.tongue, &shown), terms(around.tongue, &unit.headings));
        let mut marks = Marks::default();
        let sums = self.words(around, unit, (&shown, &own, &above), &mut marks)?;
        self.to_shares(&sums, &mut marks);
        let met = self.expected.is_met_beyond(&self.words, &shown);
        if !met && Expected::is_but_a_name(self.text) {
            return None;
        }
        marks[Mark::FormMet] = flag(self.expected != Expected::Any && met);
        marks[Mark::FormMissed] = flag(!met);
        marks[Mark::Relevance] = around.relevance;
        marks[Mark::First] = flag(around.hit == 0);
        marks[Mark::Behind] = around.behind;
        marks[Mark::Leads] = flag(unit.leads);
        let direction = self.likeness.direction(own.iter().chain(&above));
        marks[Mark::Likeness] = tripdesk_minilm::product(&self.direction, &direction);
        #[expect(clippy::cast_precision_loss, reason = "a logarithm of a count")]
        let letters = shown.chars().count() as f32;
        marks[Mark::Length] = (1.0 + letters).ln() / 5.0;
        marks[Mark::Counted] = self.counted.map_or(0.0, |word| quantity::counts(&word.stems(), &shown));
        marks[Mark::Quantity] = quantity::met(self.text, &shown);
        marks[Mark::InTime] = flag(clock::within(self.text, &shown));
        Some(marks)
    }

    fn words(
        &self,
        around: &Around,
        unit: &Unit,
        (shown, own, above): (&str, &[Term], &[Term]),
        marks: &mut Marks,
    ) -> Option<Sums> {
        let set = |terms: &[Term]| -> HashSet<String> { terms.iter().map(|term| term.stem.clone()).collect() };
        let (own_stems, above_stems) = (set(own), set(above));
        let written: HashSet<String> = own.iter().chain(above).map(|term| term.word.clone()).collect();
        let (term, ranges, months) = (Range::of(unit), range::ranges(shown), range::months(shown));
        let mut sums = Sums::default();
        for word in self.asked {
            let mut cover = Cover {
                own: word.covered_by(&own_stems),
                above: word.covered_by(&above_stems),
                title: word.covered_by(&around.title),
                elsewhere: word.covered_by(&around.whole),
            };
            if self.names_another(word, around) {
                return None;
            }
            if let Some(number) = word.number {
                match term {
                    Some(range) if !range.has(number) => return None,
                    None if !ranges.iter().any(|range| range.has(number)) => {
                        let beside = !ranges.is_empty() && cover.own < THERE;
                        marks[Mark::Beside] = marks[Mark::Beside].max(flag(beside));
                    }
                    _ => (cover.own, marks[Mark::InRange]) = (1.0, 1.0),
                }
            }
            if word.month.is_some_and(|month| months.iter().any(|range| range.has_month(month))) {
                (cover.own, marks[Mark::InRange]) = (1.0, 1.0);
            }
            let lacks = word.name && cover.own.max(cover.above).max(cover.title) < THERE;
            let elsewhere = cover.elsewhere >= THERE && !word.titled && unit.shape == Shape::Sentence;
            if lacks && !elsewhere && self.kind != QuestionKind::Comparison {
                return None;
            }
            marks[Mark::NameElsewhere] += flag(lacks);
            self.add(word, &cover, &written, (&mut sums, &mut *marks));
        }
        Some(sums)
    }

    /// Whether the question names a document by its number, and this is one of another number: "Zebra Inn 7".
    fn names_another(&self, word: &Asked, around: &Around) -> bool {
        let numbered = || around.title.iter().any(|stem| stem.bytes().all(|byte| byte.is_ascii_digit()));
        let named = word.number.is_some() && word.titled && self.kind != QuestionKind::Comparison;
        named && !around.title.contains(&word.term.stem) && numbered()
    }

    /// Adds what one word says.
    fn add(&self, word: &Asked, cover: &Cover, written: &HashSet<String>, (sums, marks): (&mut Sums, &mut Marks)) {
        let (weight, near) = (word.weight, cover.own.max(cover.above));
        sums.all += weight;
        marks[Mark::Title] += weight * cover.title.max(if word.name { cover.own } else { 0.0 });
        if word.part == Part::Light {
            sums.light += weight;
            marks[Mark::Light] += weight * cover.own;
            return;
        }
        let of_title = if word.name { 0.95 } else { 0.7 } * cover.title;
        marks[Mark::Direct] += weight * cover.own.max(of_title).max(0.6 * cover.above);
        if cover.title >= THERE || word.name {
            return;
        }
        if word.part == Part::Soft {
            sums.soft += weight;
            marks[Mark::Soft] += weight * near;
            return;
        }
        sums.things += weight;
        marks[Mark::Own] += weight * cover.own;
        marks[Mark::Near] += weight * (cover.above - cover.own).max(0.0);
        marks[Mark::Elsewhere] += weight * (cover.elsewhere - near).max(0.0);
        if near < THERE && cover.elsewhere < THERE {
            let missed = 1.0 - self.likeness.best(&word.term.word, written);
            marks[Mark::Missing] += weight * missed;
            marks[Mark::AnyMissing] = marks[Mark::AnyMissing].max(missed);
            if word.head {
                marks[Mark::HeadMissing] = marks[Mark::HeadMissing].max(missed);
            }
            if word.stems().into_iter().any(|stem| self.indexes.iter().any(|index| index.having(stem) > 0)) {
                marks[Mark::KnownMissing] += weight * missed;
            }
        }
    }

    /// Sums of weights become shares; where there is nothing to share, what such questions have on the whole.
    fn to_shares(&self, sums: &Sums, marks: &mut Marks) {
        if sums.things > 0.0 {
            for mark in [Mark::Own, Mark::Near, Mark::Elsewhere, Mark::Missing, Mark::KnownMissing] {
                marks[mark] /= sums.things;
            }
        } else {
            marks[Mark::Own] = 0.6;
        }
        marks[Mark::YesMissing] = marks[Mark::Missing] * flag(self.is_yes_or_no);
        let share = |part: f32, of: f32, none: f32| if of > 0.0 { part / of } else { none };
        marks[Mark::Soft] = share(marks[Mark::Soft], sums.soft, 0.5);
        marks[Mark::Light] = share(marks[Mark::Light], sums.light, 0.3);
        marks[Mark::Title] = share(marks[Mark::Title], sums.all, 0.0);
        marks[Mark::Direct] = share(marks[Mark::Direct], sums.all - sums.light, 0.5);
    }
}

/// A yes as a figure.
fn flag(holds: bool) -> f32 {
    f32::from(u8::from(holds))
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
