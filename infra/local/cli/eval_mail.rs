//! What the reader of mail makes of raw mails that nobody has labelled: folders of them in, how many of each class and what
//! reading one costs out. With `verbose` a line a mail, which other programs can hold against what they know of it.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context as _, ensure};
use tripdesk_core::message::{Class, Classification, bounce::bounce};

use super::{eval, output::Output};

/// How often progress is told.
const TOLD_EVERY: usize = 1_000;

/// Reads every file below the folders as a mail, and prints the counts and the times.
pub(super) fn mail(folders: &[PathBuf], verbose: bool, output: &Output) -> anyhow::Result<()> {
    ensure!(!folders.is_empty(), "name at least one folder of mails (RFC 5322)");
    let mut files = Vec::new();
    for folder in folders {
        collect(folder, &mut files)?;
    }
    files.sort();
    ensure!(!files.is_empty(), "there is no file below the folders named");
    let mut classes: BTreeMap<Class, usize> = BTreeMap::new();
    let mut times = Vec::with_capacity(files.len());
    for (count, file) in files.iter().enumerate() {
        let raw = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        let before = cpu();
        let (opened, classification) = eval::read(&raw)?;
        times.push(cpu().saturating_sub(before));
        *classes.entry(classification.class).or_default() += 1;
        if verbose {
            output.result(&line(file, &classification, &opened));
        }
        if (count + 1) % TOLD_EVERY == 0 {
            output.stage("reading", &format!("{} of {} mails", count + 1, files.len()));
        }
    }
    times.sort();
    let at = |hundredth: usize| times.get((times.len() - 1) * hundredth / 100).copied().unwrap_or_default();
    output.result(&format!("\n{} mails", files.len()));
    for (class, count) in &classes {
        output.result(&format!("  {:<20}{count:>7}", class.as_str()));
    }
    output.result(&format!(
        "  processor time of one: median {:.1?}, p99 {:.1?}, longest {:.1?}",
        at(50),
        at(99),
        at(100)
    ));
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    if folder.is_file() {
        files.push(folder.to_owned());
        return Ok(());
    }
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        collect(&entry?.path(), files)?;
    }
    Ok(())
}

/// File, class with its reason, and of a bounce whether it is for good and whom it names; parted by tabs.
fn line(file: &Path, is: &Classification, opened: &eval::Opened) -> String {
    let (permanence, recipients) = match bounce(&opened.parsed).filter(|_| is.class == Class::Bounce) {
        Some(bounce) => (format!("{:?}", bounce.permanence).to_lowercase(), bounce.recipients.join(" ")),
        None => Default::default(),
    };
    format!("{}\t{}\t{permanence}\t{recipients}\t{}", file.display(), is.class.as_str(), is.reason)
}

/// Time of this thread on a processor, as the kernel's scheduler counts it (its first figure is nanoseconds); elsewhere the clock.
fn cpu() -> Duration {
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    let account = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = account.and_then(|line| line.split(' ').next().and_then(|first| first.parse().ok()));
    nanos.map_or_else(|| START.elapsed(), Duration::from_nanos)
}
