//! Answers out of passages: what kind of question it is, which sentences answer it, and when none does
//! (`product.md` section 7).
//!
//! Invariant: an answer says nothing but what stands, word for word, in a passage that was found; what cannot be cited is
//! not said.
#![expect(clippy::float_arithmetic, reason = "scores of sentences are floats; no money is touched here")]

mod asked;
mod choose;
mod clock;
mod expect;
mod follow_up;
mod instructions;
mod kind;
mod likeness;
mod marks;
pub mod measure;
mod price;
mod prose;
mod quantity;
mod range;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests;
mod unit;
pub mod verified;
mod weigh;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use follow_up::{Turn, resolved};
pub use kind::QuestionKind;
pub use likeness::WordVectors;
pub use price::PriceQuestion;

use crate::{
    knowledge::{Found, Index},
    tenant::Tone,
};

/// An answer with its proof.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Answer {
    /// One to three sentences, or that there is none.
    #[serde(rename = "answer")]
    pub text: String,
    /// Whether nothing in the documents answers the question.
    pub abstained: bool,
    /// Where each sentence stands.
    pub citations: Vec<Citation>,
}

/// Where a sentence stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Citation {
    /// The document.
    pub document_id: String,
    /// Its title.
    pub title: String,
    /// The passage.
    pub passage_id: String,
    /// The words, as they stand in the passage.
    pub quote: String,
    /// How sure it is that they answer, from 0 to 1.
    pub score: f32,
}

/// What was found for a question, and what an answer is chosen with.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// The hits and the question's words.
    pub found: &'a Found,
    /// The indexes that were searched.
    pub indexes: &'a [&'a Index],
    /// Vectors of single words, where a model is at hand.
    pub vectors: WordVectors<'a>,
    /// Vectors of whole sentences by the same model; milliseconds of work each, asked for some four times a question.
    pub sentences: WordVectors<'a>,
}

/// Answers from what was found, or says that nothing there answers.
#[must_use]
pub fn answer(question: &str, kind: QuestionKind, sources: Sources<'_>, tone: Tone) -> Answer {
    let Sources { found, indexes, .. } = sources;
    let chosen = choose::choose(question, kind, sources);
    let cited: Vec<(String, Citation)> = chosen.iter().filter_map(|one| cited(one, found, indexes)).collect();
    if cited.is_empty() {
        return none(tone);
    }
    let sentences: Vec<String> = cited.iter().map(|(sentence, _)| sentence.clone()).collect();
    Answer {
        text: prose::joined(&sentences),
        abstained: false,
        citations: cited.into_iter().map(|(_, citation)| citation).collect(),
    }
}

/// The sentence of a choice and its citation, if the quote stands in the passage.
fn cited(one: &choose::Choice, found: &Found, indexes: &[&Index]) -> Option<(String, Citation)> {
    let view = found.hits.get(one.hit)?.view(indexes)?;
    let stands = view.text.contains(&one.unit.quote);
    stands.then(|| {
        let citation = Citation {
            document_id: view.document.id.to_owned(),
            title: view.document.title.to_owned(),
            passage_id: view.id(),
            quote: one.unit.quote.clone(),
            score: 1.0 / (1.0 + (-one.score).exp()),
        };
        (prose::sentence(&one.unit, view.document.title), citation)
    })
}

/// The answer when there is none.
#[must_use]
pub fn none(tone: Tone) -> Answer {
    let text = match tone {
        Tone::Friendly => {
            "I'm sorry, I could not find this in our knowledge base. Shall I open a ticket, so that a colleague can answer it?"
        }
        Tone::Formal => "The knowledge base does not answer this question. You may open a ticket for it.",
        Tone::Concise => "Not in the knowledge base. Open a ticket?",
    };
    Answer { text: text.to_owned(), abstained: true, citations: Vec::new() }
}
