//! The helpdesk measured on questions of our own: what is found, what is answered, and what is not.

use std::collections::HashSet;

use bytes::Bytes;
use jiff::civil::{Date, date};
use serde::Deserialize;

use super::{QuestionKind, answer};
use crate::{
    embed::{Embedder, MODEL},
    knowledge::{
        Audience, Case, Document, Entry, Figures, Format, Index, Outcome, Passage, Query, Visibility, build, figures,
        merge, passages, search,
    },
    tenant::Tone,
};

/// A document as it is uploaded.
#[derive(Deserialize)]
struct Upload {
    title: String,
    text: String,
    category: Option<String>,
    valid_from: Option<Date>,
    valid_to: Option<Date>,
}

struct Made {
    document: Document,
    passages: Vec<Passage>,
    vectors: Vec<Vec<f32>>,
}

impl Made {
    fn entry(&self) -> Entry<'_> {
        Entry { document: &self.document, passages: &self.passages, vectors: &self.vectors }
    }
}

const TODAY: Date = date(2026, 11, 23);

fn fixture(name: &str) -> String {
    std::fs::read_to_string(format!("{}/../tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn model() -> Embedder {
    let folder = std::path::PathBuf::from(format!("{}/../.models", env!("CARGO_MANIFEST_DIR")));
    Embedder::new(Some(folder))
}

fn uploads() -> Vec<Upload> {
    fixture("knowledge/documents.ndjson").lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn made(number: usize, upload: &Upload, embedder: &Embedder) -> Made {
    let passages = passages(&upload.title, Format::Markdown, &upload.text);
    let vectors = passages.iter().filter_map(|one| embedder.vector(&one.embedded(&upload.title))).collect();
    let document = Document {
        id: format!("document-{number}"),
        title: upload.title.clone(),
        category: upload.category.clone(),
        visibility: Visibility::Internal,
        valid_from: upload.valid_from,
        valid_to: upload.valid_to,
        external_id: None,
        format: Format::Markdown,
        passages: u32::try_from(passages.len()).unwrap(),
        version: 1,
        created_at: jiff::Timestamp::UNIX_EPOCH,
        updated_at: jiff::Timestamp::UNIX_EPOCH,
    };
    Made { document, passages, vectors }
}

fn measured(index: &Index, cases: &[Case], embedder: &Embedder) -> (Figures, Vec<Outcome>) {
    let outcomes: Vec<Outcome> = cases
        .iter()
        .map(|case| {
            let vector = embedder.vector(&case.question);
            let query = Query {
                text: &case.question,
                vector: vector.as_deref(),
                category: None,
                audience: Audience::Staff,
                today: TODAY,
                limit: 10,
            };
            let found = search(&[index], &query);
            let kind = QuestionKind::of(&case.question, &[], &[]);
            let answer = answer(&case.question, kind, &found, &[index], Tone::Concise);
            let views: Vec<_> = found.hits.iter().filter_map(|hit| hit.view(&[index])).collect();
            for citation in &answer.citations {
                let cited = views.iter().find(|view| view.id() == citation.passage_id).unwrap();
                assert!(cited.text.contains(&citation.quote), "a quote that does not stand in its passage");
                assert!(cited.document.title != "Payment methods 2024", "an expired document is cited");
            }
            assert!(!answer.text.contains("pay in advance"), "an instruction was repeated: {}", answer.text);
            let titles: Vec<&str> = views.iter().map(|view| view.document.title).collect();
            Outcome::of(case, &answer.text, answer.abstained, &titles)
        })
        .collect();
    (figures(&outcomes), outcomes)
}

fn report(name: &str, figures: &Figures, outcomes: &[Outcome]) {
    eprintln!("{name}: {figures:#?}");
    for one in outcomes.iter().filter(|one| !one.passed || one.rank.is_some_and(|rank| rank > 1)) {
        eprintln!(
            "  {} rank {:?} | {} | {}",
            if one.passed { "ok  " } else { "FAIL" },
            one.rank,
            one.question,
            one.answer
        );
    }
}

#[test]
fn figures_on_our_own_questions() {
    let cases: Vec<Case> = serde_json::from_str(&fixture("knowledge/cases.json")).unwrap();
    let mut all = Vec::new();
    for embedder in [Embedder::new(None), model()] {
        let made: Vec<Made> = uploads().iter().enumerate().map(|(n, upload)| made(n, upload, &embedder)).collect();
        let entries: Vec<Entry<'_>> = made.iter().map(Made::entry).collect();
        let index = Index::open(&Bytes::from(build(MODEL, &entries))).unwrap();
        let (figures, outcomes) = measured(&index, &cases, &embedder);
        report(if embedder.is_there() { "with vectors" } else { "words alone" }, &figures, &outcomes);
        all.push(figures);
    }
    for figures in all {
        assert!(figures.hit_at_1 >= 0.85 && figures.hit_at_5 >= 0.98, "{figures:?}");
        assert!(figures.answered >= 0.85, "{figures:?}");
        assert!(figures.abstention_recall >= 0.9 && figures.abstention_precision >= 0.9, "{figures:?}");
    }
}

/// Questions on the demo agency's documents, which differ in style from those above.
#[test]
fn figures_on_the_demo_agency() {
    let cases: Vec<Case> = serde_json::from_str(&fixture("knowledge/demo-cases.json")).unwrap();
    let folder = format!("{}/../tests/fixtures/demo/knowledge", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let uploads = files.iter().map(|file| {
        let text = std::fs::read_to_string(file).unwrap();
        let title = text.lines().next().unwrap().trim_start_matches("# ").to_owned();
        Upload { title, text, category: None, valid_from: None, valid_to: None }
    });
    let embedder = model();
    let made: Vec<Made> = uploads.enumerate().map(|(n, upload)| made(n, &upload, &embedder)).collect();
    let entries: Vec<Entry<'_>> = made.iter().map(Made::entry).collect();
    let index = Index::open(&Bytes::from(build(MODEL, &entries))).unwrap();
    let (figures, outcomes) = measured(&index, &cases, &embedder);
    report("demo agency", &figures, &outcomes);
    assert!(figures.hit_at_5 >= 0.95 && figures.answered >= 0.8 && figures.abstention_recall >= 0.85, "{figures:?}");
}

#[test]
fn an_index_made_step_by_step_is_the_one_made_at_once() {
    let none = Embedder::new(None);
    let made: Vec<Made> = uploads().iter().enumerate().map(|(n, upload)| made(n, upload, &none)).collect();
    let entries: Vec<Entry<'_>> = made.iter().map(Made::entry).collect();
    let at_once = build(MODEL, &entries);
    let mut steps = build(MODEL, &entries[..1]);
    for entry in &entries[1..] {
        let before = Index::open(&Bytes::from(steps)).unwrap();
        steps = merge(&before, &HashSet::new(), MODEL, &[*entry]);
    }
    assert!(steps == at_once);
    let whole = Index::open(&Bytes::from(at_once)).unwrap();
    let removed = HashSet::from([made[3].document.id.clone()]);
    let less = merge(&whole, &removed, MODEL, &[]);
    let entries: Vec<Entry<'_>> =
        made.iter().enumerate().filter(|(n, _)| *n != 3).map(|(_, made)| made.entry()).collect();
    assert!(less == build(MODEL, &entries));
}

/// Run by hand, optimised: `cargo nextest run --release -p tripdesk-core times_on_many_passages --run-ignored all --no-capture`.
#[test]
#[ignore = "a measurement"]
fn times_on_many_passages() {
    let texts = uploads();
    for count in [5_000_usize, 100_000] {
        let made: Vec<Made> = (0..count)
            .map(|n| {
                let upload = &texts[n % texts.len()];
                let text =
                    format!("{} Reference {n} in ward {}.", upload.text.lines().nth(n % 3).unwrap_or("None."), n % 977);
                let upload = Upload {
                    title: format!("{} {}", upload.title, n / texts.len()),
                    text,
                    category: None,
                    valid_from: None,
                    valid_to: None,
                };
                let mut made = made(n, &upload, &Embedder::new(None));
                let vector =
                    (0..384_usize).map(|d| f32::from(u8::try_from((n * 31 + d * 17) % 251).unwrap()) / 3_000.0 - 0.04);
                let vector: Vec<f32> = vector.collect();
                made.vectors = vec![vector; made.passages.len()];
                made
            })
            .collect();
        let entries: Vec<Entry<'_>> = made.iter().map(Made::entry).collect();
        let start = std::time::Instant::now();
        let bytes = Bytes::from(build(MODEL, &entries));
        let built = start.elapsed();
        let start = std::time::Instant::now();
        let index = Index::open(&bytes).unwrap();
        let opened = start.elapsed();
        let start = std::time::Instant::now();
        let more = merge(&index, &HashSet::new(), MODEL, &entries[..1]);
        let merged = start.elapsed();
        assert!(more.len() > bytes.len());
        let vector = vec![0.05_f32; 384];
        let mut times: Vec<_> = (0..40)
            .map(|n| {
                let text = format!("When can guests check in at Lumbini Ridge Hotel {n}?");
                let query = Query {
                    text: &text,
                    vector: Some(&vector),
                    category: None,
                    audience: Audience::Staff,
                    today: TODAY,
                    limit: 12,
                };
                let start = std::time::Instant::now();
                let found = search(&[&index], &query);
                let searched = start.elapsed();
                let _ = answer(&text, QuestionKind::General, &found, &[&index], Tone::Concise);
                (searched, start.elapsed())
            })
            .collect();
        times.sort();
        eprintln!(
            "{} passages, {} MB: built {built:?}, opened {opened:?}, one more document {merged:?}, search median {:?}, with answer at p95 {:?}",
            index.len(),
            bytes.len() / 1_000_000,
            times[20].0,
            times[37].1
        );
    }
}
