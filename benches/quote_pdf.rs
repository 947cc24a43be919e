//! What a quote's PDF costs on a warm instance (at most 40 ms for three options), for each letter of the fixtures.
//!
//! `cargo bench --bench quote_pdf`. Every letter differs from the one before, as quotes do: nothing is laid out from memory.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement prints, and stops at the first surprise")]

use std::time::{Duration, Instant};

use tripdesk_core::letter::{LetterInput, compose};

const LETTERS: [(&str, &str); 3] = [
    ("family, three options", include_str!("../lib/src/letter/fixtures/family.json")),
    ("group, many rooms", include_str!("../lib/src/letter/fixtures/group.json")),
    ("one traveller", include_str!("../lib/src/letter/fixtures/solo.json")),
];
const RUNS: u32 = 50;

fn main() {
    for (name, letter) in LETTERS {
        let mut input: LetterInput = serde_json::from_str(letter).unwrap();
        let mut taken = Vec::new();
        for run in 0..=RUNS {
            input.number = format!("Q-2026-{run:04}");
            input.traveller = Some(format!("Anna Berg the {run}th"));
            let letter = compose(&input);
            let start = Instant::now();
            let pdf = quote_fn::pdf::render(&letter, None).unwrap();
            // The first of all loads the fonts.
            if run > 0 {
                taken.push((start.elapsed(), pdf.len()));
            }
        }
        taken.sort_unstable();
        let (median, worst) = (taken[taken.len() / 2], taken[taken.len() - 1].0);
        let mean: Duration = taken.iter().map(|(time, _)| *time).sum::<Duration>() / RUNS;
        println!("{name}: median {:?}, mean {mean:?}, worst {worst:?}, {} bytes", median.0, median.1);
    }
}
