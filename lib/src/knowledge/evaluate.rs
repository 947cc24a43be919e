//! How good the helpdesk is, in figures: questions with the fact their answer must contain, and questions that nothing
//! in the documents answers.
//!
//! Invariant: figures are counts of outcomes; a case that failed is named.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One question and what is expected of its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The question.
    pub question: String,
    /// What the answer must contain; letter case, spaces and marks of punctuation make no difference. Absent: the
    /// documents do not answer it.
    #[serde(default, alias = "answer", alias = "expected", skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
    /// Title of the document that answers it.
    #[serde(default, alias = "title", skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
}

/// What came of one case.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Outcome {
    /// The question.
    pub question: String,
    /// What was answered.
    pub answer: String,
    /// Whether it was as expected.
    pub passed: bool,
    /// Whether nothing was answered.
    pub abstained: bool,
    /// Place of the right document among the hits, from 1; absent when it is not among them.
    pub rank: Option<u32>,
    #[serde(skip)]
    answerable: bool,
    #[serde(skip)]
    has_document: bool,
}

impl Outcome {
    /// Judges an answer; `titles` are those of the hits, best first.
    #[must_use]
    pub fn of(case: &Case, answer: &str, abstained: bool, titles: &[&str]) -> Self {
        let rank = case.document.as_ref().and_then(|wanted| titles.iter().zip(1..).find(|(title, _)| *title == wanted));
        let holds = case.fact.as_ref().is_some_and(|fact| plain(answer).contains(&plain(fact)));
        Self {
            question: case.question.clone(),
            answer: answer.to_owned(),
            passed: if case.fact.is_some() { holds && !abstained } else { abstained },
            abstained,
            rank: rank.map(|(_, rank)| rank),
            answerable: case.fact.is_some(),
            has_document: case.document.is_some(),
        }
    }
}

/// The figures of a set of cases, each from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = EvaluationFigures)]
pub struct Figures {
    /// Cases in all.
    pub cases: usize,
    /// Share of answerable questions whose document came first.
    pub hit_at_1: f64,
    /// Share of answerable questions whose document was among the first five.
    pub hit_at_5: f64,
    /// Share of answerable questions whose answer contains the fact.
    pub answered: f64,
    /// Share of unanswerable questions that were not answered.
    pub abstention_recall: f64,
    /// Share of the questions not answered that are unanswerable.
    pub abstention_precision: f64,
}

/// Counts outcomes.
#[must_use]
pub fn figures(outcomes: &[Outcome]) -> Figures {
    let share = |of: &dyn Fn(&Outcome) -> bool, among: &dyn Fn(&Outcome) -> bool| {
        let all = outcomes.iter().filter(|one| among(one)).count();
        let having = outcomes.iter().filter(|one| among(one) && of(one)).count();
        #[expect(clippy::cast_precision_loss, reason = "counts of cases")]
        let (having, all) = (having as f64, all as f64);
        if all > 0.0 { having / all } else { 1.0 }
    };
    Figures {
        cases: outcomes.len(),
        hit_at_1: share(&|one| one.rank == Some(1), &|one| one.has_document),
        hit_at_5: share(&|one| one.rank.is_some_and(|rank| rank <= 5), &|one| one.has_document),
        answered: share(&|one| one.passed, &|one| one.answerable),
        abstention_recall: share(&|one| one.abstained, &|one| !one.answerable),
        abstention_precision: share(&|one| !one.answerable, &|one| one.abstained),
    }
}

/// The discounted gain of hits, best first, as a share of the most that these grades allow in as many places: nDCG.
#[must_use]
pub fn gain(hits: &[String], grades: &HashMap<String, u32>) -> f64 {
    let discounted = |grades: &mut dyn Iterator<Item = u32>| -> f64 {
        grades.zip(2_u32..).map(|(grade, place)| f64::from(grade) / f64::from(place).log2()).sum()
    };
    let mut best: Vec<u32> = grades.values().copied().collect();
    best.sort_unstable_by(|a, b| b.cmp(a));
    let most = discounted(&mut best.into_iter().take(10));
    if most > 0.0 { discounted(&mut hits.iter().map(|hit| grades.get(hit).copied().unwrap_or(0))) / most } else { 0.0 }
}

/// Letters and digits of a text, words parted by one space.
fn plain(text: &str) -> String {
    super::words::split(text).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gain_of_hits_falls_with_their_place() {
        let grades = HashMap::from([("a".to_owned(), 1), ("b".to_owned(), 1)]);
        let hits = |ids: &[&str]| -> Vec<String> { ids.iter().map(|id| (*id).to_owned()).collect() };
        let near = |one: f64, other: f64| (one - other).abs() < 1e-4;
        assert!(near(gain(&hits(&["a", "b"]), &grades), 1.0));
        assert!(near(gain(&hits(&["x", "a"]), &grades), 0.3869));
        assert!(near(gain(&hits(&["x"]), &grades), 0.0));
    }
}
