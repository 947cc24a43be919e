//! How good finding is on a public set: documents, queries and judgements in BEIR's files in, nDCG@10 out, by words alone and,
//! where there is a model, by words and meaning, as the helpdesk searches.

use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, anyhow, ensure};
use jiff::civil::date;
use serde::Deserialize;
use serde_json::json;
use tripdesk_core::{
    answer::measure::{CaseDocument, CaseSet, index_of},
    embed::{Embedder, MODEL},
    knowledge::{Audience, Format, Index, Part, Query, gain, search},
};

use super::output::Output;

/// Hits that are judged, and how many passages are looked at to find as many documents.
const JUDGED: usize = 10;
const PASSAGES: usize = 60;

#[derive(Deserialize)]
struct Entry {
    #[serde(alias = "_id")]
    id: String,
    #[serde(default)]
    title: String,
    text: String,
}

/// A set as it lies in a folder: `corpus.jsonl`, `queries.jsonl`, and `qrels.tsv` (query, document, grade).
struct Set {
    corpus: Vec<Entry>,
    queries: Vec<Entry>,
    grades: HashMap<String, HashMap<String, u32>>,
}

/// Measures each folder and prints its figures.
pub(super) fn retrieval(folders: &[PathBuf], output: &Output) -> anyhow::Result<()> {
    ensure!(!folders.is_empty(), "name at least one folder with corpus.jsonl, queries.jsonl and qrels.tsv");
    let embedder = Embedder::from_env();
    for folder in folders {
        let set = Set::read(folder)?;
        let found = |embedder: &Embedder| measured(&set, embedder);
        let words = found(&Embedder::new(None))?;
        let both = if embedder.is_there() { Some(found(&embedder)?) } else { None };
        if output.json {
            output
                .result(&json!({"set": folder, "queries": set.grades.len(), "words": words, "both": both}).to_string());
            continue;
        }
        let both = both.map_or("no model (scripts/fetch-model.py fetches it)".to_owned(), |both| format!("{both:.4}"));
        let name = folder.display();
        let (documents, queries) = (set.corpus.len(), set.grades.len());
        output.result(&format!(
            "\n{name} ({documents} documents, {queries} queries), nDCG@10\n  words alone           {words:.4}\n  words and meaning     {both}"
        ));
    }
    Ok(())
}

impl Set {
    fn read(folder: &Path) -> anyhow::Result<Self> {
        let text = |name: &str| {
            std::fs::read_to_string(folder.join(name))
                .with_context(|| format!("cannot read {name} in {}", folder.display()))
        };
        let entries = |name: &str| -> anyhow::Result<Vec<Entry>> {
            let text = text(name)?;
            let lines = text.lines().filter(|line| !line.trim().is_empty());
            lines.map(|line| serde_json::from_str(line).with_context(|| format!("{name}: {line}"))).collect()
        };
        let mut grades: HashMap<String, HashMap<String, u32>> = HashMap::new();
        for line in text("qrels.tsv")?.lines() {
            let mut cells = line.split('\t');
            let (query, document, grade) = (cells.next(), cells.next(), cells.next());
            // The first line names the columns.
            if let (Some(query), Some(document), Some(Ok(grade @ 1..))) =
                (query, document, grade.map(str::parse::<u32>))
            {
                grades.entry(query.to_owned()).or_default().insert(document.to_owned(), grade);
            }
        }
        let queries: Vec<Entry> = entries("queries.jsonl")?;
        grades.retain(|query, _| queries.iter().any(|known| known.id == *query));
        ensure!(!grades.is_empty(), "{}: no query is judged", folder.display());
        Ok(Self { corpus: entries("corpus.jsonl")?, queries, grades })
    }
}

/// The mean of the gains of all judged queries.
fn measured(set: &Set, embedder: &Embedder) -> anyhow::Result<f64> {
    let documents = set.corpus.iter().map(|entry| CaseDocument {
        title: entry.title.clone(),
        text: entry.text.clone(),
        format: Format::Text,
        category: Some(entry.id.clone()),
        valid_from: None,
        valid_to: None,
    });
    let cases = CaseSet { documents: documents.collect(), cases: Vec::new() };
    let vectors = |text: &str| embedder.vector(text);
    let index = index_of(&cases, MODEL, &vectors).map_err(|failure| anyhow!(failure))?;
    let judged = set.queries.iter().filter_map(|query| Some((query, set.grades.get(&query.id)?)));
    let gains: Vec<f64> = judged.map(|(query, grades)| gain(&found(&index, &query.text, embedder), grades)).collect();
    #[expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "a mean of figures of retrieval")]
    let mean = gains.iter().sum::<f64>() / gains.len() as f64;
    Ok(mean)
}

/// Ids of the documents found, best first, each once.
fn found(index: &Index, text: &str, embedder: &Embedder) -> Vec<String> {
    let vector = embedder.vector(text);
    let query = Query {
        text,
        vector: vector.as_deref(),
        model: index.model(),
        category: None,
        audience: Audience::Staff,
        today: date(2026, 1, 1),
        limit: PASSAGES,
    };
    let none = HashSet::new();
    let hits = search(&[Part { index, removed: &none }], &query).hits;
    let mut ids: Vec<String> = Vec::new();
    for view in hits.iter().filter_map(|hit| hit.view(&[index])) {
        let id = view.document.category.to_owned();
        if ids.len() < JUDGED && !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}
