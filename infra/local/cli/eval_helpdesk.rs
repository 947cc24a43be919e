//! How good the helpdesk is: documents and questions with known answers in, figures out (`contract.md`, Commands).

use std::path::PathBuf;

use anyhow::{Context as _, anyhow, ensure};
use serde_json::json;
use tripdesk_core::{
    answer::measure::{CaseSet, index_of, measure},
    clock::Clock,
    embed::{Embedder, MODEL},
    knowledge::{Figures, Outcome, figures},
};

use super::output::Output;

/// Measures each file and prints its figures; with `verbose`, every case that failed, too.
pub(super) fn helpdesk(files: &[PathBuf], verbose: bool, output: &Output) -> anyhow::Result<()> {
    ensure!(!files.is_empty(), "name at least one file of documents and cases");
    let embedder = Embedder::from_env();
    if !embedder.is_there() {
        output.stage("model", "not there (scripts/fetch-model.py fetches it): search is by words alone");
    }
    let today = Clock::default().now().to_zoned(jiff::tz::TimeZone::UTC).date();
    for file in files {
        let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        let set = CaseSet::read(&text).map_err(|failure| anyhow!("{}: {failure}", file.display()))?;
        ensure!(!set.documents.is_empty(), "{}: there are no documents in it", file.display());
        let vectors = |text: &str| embedder.vector(text);
        let index = index_of(&set, MODEL, &vectors).map_err(|failure| anyhow!(failure))?;
        let words = |word: &str| embedder.word(word);
        let measured = measure(&index, &set.cases, (&vectors, &words), today);
        let figures = figures(&measured.outcomes);
        if output.json {
            let report = json!({"file": file, "passages": index.len(), "figures": figures,
                "citations_unproven": measured.unproven, "outcomes": measured.outcomes});
            output.result(&report.to_string());
            continue;
        }
        output.result(&table(&file.display().to_string(), index.len(), &figures, measured.unproven.len()));
        for outcome in measured.outcomes.iter().filter(|outcome| verbose && !outcome.passed) {
            output.result(&told(outcome));
        }
    }
    Ok(())
}

fn table(name: &str, passages: usize, figures: &Figures, unproven: usize) -> String {
    let percent = |share: f64| format!("{share:.3}");
    let lines = [
        ("cases", figures.cases.to_string()),
        ("hit@1", percent(figures.hit_at_1)),
        ("hit@5", percent(figures.hit_at_5)),
        ("answer contains the fact", percent(figures.answered)),
        ("abstention recall", percent(figures.abstention_recall)),
        ("abstention precision", percent(figures.abstention_precision)),
        ("citations that do not verify", unproven.to_string()),
    ];
    let lines: Vec<String> = lines.iter().map(|(name, value)| format!("  {name:30}{value}")).collect();
    format!("\n{name} ({passages} passages)\n{}", lines.join("\n"))
}

fn told(outcome: &Outcome) -> String {
    let rank = outcome.rank.map_or("-".to_owned(), |rank| rank.to_string());
    format!("  failed (rank {rank}): {} => {}", outcome.question, outcome.answer)
}
