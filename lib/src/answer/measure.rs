//! Measuring the helpdesk on documents and questions out of a file, with the same search and answers that staff get.
//!
//! Invariant: nothing is known here that a question to the platform would not know; every citation is checked again.

use std::collections::HashSet;

use bytes::Bytes;
use jiff::{Timestamp, civil::Date};
use serde::Deserialize;

use super::{Answer, QuestionKind, Sources, WordVectors, answer};
use crate::{
    knowledge::{
        Audience, Case, Document, DocumentState, Entry, Format, Index, Outcome, Part, Passage, Query, Visibility,
        build, passages, search,
    },
    tenant::Tone,
};

/// Documents, and questions with what is expected of their answers.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct CaseSet {
    /// What the agency knows.
    #[serde(default)]
    pub documents: Vec<CaseDocument>,
    /// What it is asked.
    #[serde(default)]
    pub cases: Vec<Case>,
}

/// A document of a set of cases, as it would be uploaded.
#[derive(Debug, Clone, Deserialize)]
pub struct CaseDocument {
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
    /// How the text is written.
    #[serde(default)]
    pub format: Format,
    /// Its category.
    pub category: Option<String>,
    /// First day it holds.
    pub valid_from: Option<Date>,
    /// Last day it holds.
    pub valid_to: Option<Date>,
}

/// One line of a set: a document or a case.
#[derive(Deserialize)]
#[serde(untagged)]
enum Line {
    Document(CaseDocument),
    Case(Case),
}

impl CaseSet {
    /// Reads a set: one JSON object with `documents` and `cases`, or a line of JSON for each document and each case.
    ///
    /// # Errors
    /// What cannot be read, with its line.
    pub fn read(text: &str) -> Result<Self, String> {
        if let Ok(set) = serde_json::from_str::<Self>(text) {
            return Ok(set);
        }
        let mut set = Self::default();
        for (place, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            match serde_json::from_str(line).map_err(|error| format!("line {}: {error}", place + 1))? {
                Line::Document(document) => set.documents.push(document),
                Line::Case(case) => set.cases.push(case),
            }
        }
        Ok(set)
    }
}

/// Makes the vector of a text, where a model is at hand.
pub type Vectors<'a> = &'a dyn Fn(&str) -> Option<Vec<f32>>;

struct Made {
    document: Document,
    passages: Vec<Passage>,
    vectors: Vec<Vec<f32>>,
}

/// The index of a set's documents.
///
/// # Errors
/// Says so when the bytes that were built do not open again.
pub fn index_of(set: &CaseSet, model: &str, vectors: Vectors<'_>) -> Result<Index, String> {
    let made: Vec<Made> =
        set.documents.iter().enumerate().map(|(number, document)| made(number, document, vectors)).collect();
    let entries: Vec<Entry<'_>> = made
        .iter()
        .map(|made| Entry { document: &made.document, passages: &made.passages, vectors: &made.vectors })
        .collect();
    Index::open(&Bytes::from(build(model, &entries))).map_err(|error| error.to_string())
}

fn made(number: usize, upload: &CaseDocument, vectors: Vectors<'_>) -> Made {
    let passages = passages(&upload.title, upload.format, &upload.text);
    let vectors = passages.iter().map_while(|one| vectors(&one.embedded(&upload.title))).collect();
    let document = Document {
        id: format!("document-{number}"),
        title: upload.title.clone(),
        category: upload.category.clone(),
        state: DocumentState::Published,
        visibility: Visibility::Internal,
        valid_from: upload.valid_from,
        valid_to: upload.valid_to,
        external_id: None,
        format: upload.format,
        passages: u32::try_from(passages.len()).unwrap_or(u32::MAX),
        version: 1,
        created_at: Timestamp::UNIX_EPOCH,
        updated_at: Timestamp::UNIX_EPOCH,
    };
    Made { document, passages, vectors }
}

/// What came of a set's cases, and what is wrong with the proofs of their answers.
#[derive(Debug, Clone, Default)]
pub struct Measured {
    /// One a case, in their order.
    pub outcomes: Vec<Outcome>,
    /// Citations whose quote does not stand in its passage, or whose document does not hold on the day.
    pub unproven: Vec<String>,
}

/// Asks every case on a day.
#[must_use]
pub fn measure(
    index: &Index,
    cases: &[Case],
    (vectors, words): (Vectors<'_>, WordVectors<'_>),
    today: Date,
) -> Measured {
    let mut measured = Measured::default();
    for case in cases {
        let vector = vectors(&case.question);
        let query = Query {
            text: &case.question,
            vector: vector.as_deref(),
            model: index.model(),
            category: None,
            audience: Audience::Staff,
            today,
            limit: 12,
        };
        let found = search(&[Part { index, removed: &HashSet::new() }], &query);
        let kind = QuestionKind::of(&case.question, &[], &[]);
        let sources = Sources { found: &found, indexes: &[index], vectors: words, sentences: vectors };
        let answer = answer(&case.question, kind, sources, Tone::Concise);
        let views: Vec<_> = found.hits.iter().filter_map(|hit| hit.view(&[index])).collect();
        let proofs: HashSet<(String, &str)> = views.iter().map(|view| (view.id(), view.text)).collect();
        measured.unproven.extend(unproven(&answer, &proofs));
        let titles: Vec<&str> = views.iter().map(|view| view.document.title).collect();
        measured.outcomes.push(Outcome::of(case, &answer.text, answer.abstained, &titles));
    }
    measured
}

fn unproven<'a>(answer: &'a Answer, proofs: &'a HashSet<(String, &str)>) -> impl Iterator<Item = String> + 'a {
    let proven = |passage: &str, quote: &str| proofs.iter().any(|(id, text)| id == passage && text.contains(quote));
    let bad = answer.citations.iter().filter(move |one| !proven(&one.passage_id, &one.quote));
    bad.map(|one| format!("{}: {}", one.passage_id, one.quote))
}
