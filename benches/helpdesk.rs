//! The helpdesk on a hundred thousand passages: opening, searching, answering, adding one document more, and the memory
//! it all takes. `cargo bench --bench helpdesk` prints a line for each size.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement stops at the first surprise and prints")]
#![expect(clippy::float_arithmetic, reason = "vectors and times are floats")]

use std::{
    collections::HashSet,
    hint::black_box,
    time::{Duration, Instant},
};

use bytes::Bytes;
use jiff::{Timestamp, civil::date};
use tripdesk_core::{
    answer::{QuestionKind, Sources, answer},
    embed::{Embedder, MODEL},
    knowledge::{
        Audience, Change, Document, DocumentState, Entry, Format, Index, Part, Passage, Query, Segment, Visibility,
        build, changed, passages, search,
    },
    tenant::Tone,
};

const PLACES: [&str; 8] = ["Zanzibar", "Diani", "Watamu", "Lamu", "Mombasa", "Pemba", "Mafia", "Kilifi"];
const NAMES: [&str; 10] =
    ["Kaskazi", "Kusini", "Bahari", "Mwezi", "Nyota", "Tembo", "Simba", "Twiga", "Mango", "Coral"];
const KINDS: [&str; 5] = ["Reef Resort", "Beach Hotel", "Sands Lodge", "Bay Camp", "Palms Villa"];

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

fn made(number: usize) -> Made {
    let (place, name) = (PLACES[number % PLACES.len()], NAMES[number / 8 % NAMES.len()]);
    let title = format!("{name} {} {}, {place}", KINDS[number / 80 % KINDS.len()], number / 400);
    let text = format!(
        "Check-in at {title} is from {}:00 and check-out until {}:30. Breakfast costs USD {} a person. The pool is {} \
         metres long, and the transfer from the airport takes {} minutes.",
        12 + number % 5,
        9 + number % 4,
        8 + number % 17,
        10 + number % 23,
        15 + number % 90
    );
    let passages = passages(&title, Format::Markdown, &text);
    // Vectors of the right length and spread: what they mean makes no difference to the time.
    let vector: Vec<f32> = (0..384_usize)
        .map(|d| f32::from(u8::try_from((number * 31 + d * 17) % 251).unwrap()) / 1_500.0 - 0.08)
        .collect();
    let document = Document {
        id: format!("{number:08}-0000-7000-8000-000000000000"),
        title,
        category: None,
        state: DocumentState::Published,
        visibility: Visibility::Internal,
        valid_from: None,
        valid_to: None,
        external_id: None,
        format: Format::Markdown,
        passages: 1,
        version: 1,
        created_at: Timestamp::UNIX_EPOCH,
        updated_at: Timestamp::UNIX_EPOCH,
    };
    let vectors = vec![vector; passages.len()];
    Made { document, passages, vectors }
}

fn main() {
    println!("memory at the start: {} MB", resident());
    let embedder = Embedder::from_env();
    for count in [5_000_usize, 100_000] {
        measure(count, &embedder);
    }
    if embedder.is_there() {
        let times =
            timed(40, |n| drop(black_box(embedder.vector(&format!("When can guests check in at the hotel {n}?")))));
        println!("embedding of a question: median {:?}, p95 {:?}", times[20], times[37]);
        println!("memory with the model: {} MB", resident());
    }
}

fn measure(count: usize, embedder: &Embedder) {
    let begun = Instant::now();
    let bytes = {
        let made: Vec<Made> = (0..count).map(made).collect();
        let entries: Vec<Entry<'_>> = made.iter().map(Made::entry).collect();
        Bytes::from(build(MODEL, &entries))
    };
    let built = begun.elapsed();
    let begun = Instant::now();
    let index = Index::open(&bytes).unwrap();
    let opened = begun.elapsed();
    let none = HashSet::new();
    let parts = [Part { index: &index, removed: &none }];
    let question = |n: usize| format!("When can guests check in at {} {} {}?", NAMES[n % 10], KINDS[n % 5], n * 3 % 40);
    let vector = vec![0.05_f32; 384];
    let searched = timed(40, |n| drop(black_box(search(&parts, &query(&question(n), &vector)))));
    let words = |word: &str| embedder.word(word);
    let answered = timed(40, |n| {
        let text = question(n);
        let own = embedder.vector(&text).unwrap_or_else(|| vector.clone());
        let found = search(&parts, &query(&text, &own));
        let sources =
            Sources { found: &found, indexes: &[&index], vectors: &words, sentences: &|text| embedder.vector(text) };
        drop(black_box(answer(&text, QuestionKind::Hotel, sources, Tone::Concise)));
    });
    let segment = Segment::of("all".to_owned(), &index);
    let one = made(count + 1);
    let begun = Instant::now();
    let entries = [one.entry()];
    let change = Change { added: &entries, removed: &none, model: MODEL, file: "one" };
    black_box(changed(&[segment], &[&index], &change));
    println!(
        "{} passages, {} MB: built {built:?}, opened {opened:?}, search median {:?} p95 {:?}, question to answer median {:?} \
         p95 {:?}, one more document {:?}, memory {} MB",
        index.len(),
        bytes.len() / 1_000_000,
        searched[20],
        searched[37],
        answered[20],
        answered[37],
        begun.elapsed(),
        resident()
    );
}

/// How long each of some turns takes, shortest first.
fn timed(turns: usize, mut turn: impl FnMut(usize)) -> Vec<Duration> {
    let mut times: Vec<Duration> = (0..turns)
        .map(|n| {
            let begun = Instant::now();
            turn(n);
            begun.elapsed()
        })
        .collect();
    times.sort();
    times
}

/// Megabytes of memory the process holds, where the system tells.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok()).map_or(0, |kilobytes| kilobytes / 1_024)
}

fn query<'a>(text: &'a str, vector: &'a [f32]) -> Query<'a> {
    Query {
        text,
        vector: Some(vector),
        model: MODEL,
        category: None,
        audience: Audience::Staff,
        today: date(2026, 11, 24),
        limit: 12,
    }
}
