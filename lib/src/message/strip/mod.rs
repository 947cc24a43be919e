//! The newest part of a mail: what this sender wrote this time (`product.md` section 3.4). Quoted history and signature
//! are cut off, in the shapes and languages of the common mail programs.
//!
//! Invariant: the text that remains is lines of the input, in their order, trailing blanks aside; the time is linear.

pub(super) mod attribution;
mod closings;
pub(super) mod headers;
mod signature;
mod words;

use attribution::{attributions, is_quoted, is_separator};
use signature::Above;

/// What [`strip`] made of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stripped {
    /// The newest part, without blank lines around it.
    pub text: String,
    /// What was taken for the sender's signature: names and numbers may be read from it.
    pub signature: String,
    /// Where the first quoted line begins, in bytes of the input.
    pub quoted_from: Option<usize>,
}

/// Lines of one text that are looked at; a mail of more lines is no letter.
const MAX_LINES: usize = 20_000;

/// Lines below a separator that can belong to it.
const MAX_HEADING: usize = 16;

/// What a line is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Said,
    Quoted,
    Signature,
    Banner,
}

/// Cuts quoted history and signature off a text.
#[must_use]
pub fn strip(text: &str) -> Stripped {
    let lines: Vec<&str> =
        text.split('\n').take(MAX_LINES).map(|line| line.strip_suffix('\r').unwrap_or(line)).collect();
    let mut kinds = quotations(&lines);
    banners(&lines, &mut kinds);
    let mut above = Above::Nothing;
    for run in runs(&kinds) {
        let said = lines.get(run.clone()).unwrap_or_default();
        let marked = signature::mark(said, above);
        if said.iter().zip(&marked).any(|(line, cut)| !cut && !line.trim().is_empty()) {
            above = Above::Text;
        }
        for (kind, cut) in kinds.iter_mut().skip(run.start).zip(marked) {
            if cut {
                *kind = Kind::Signature;
            }
        }
    }
    let starts = text.split('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len() + 1;
        Some(start)
    });
    let quoted_from = starts.zip(&kinds).find(|(_, kind)| **kind == Kind::Quoted).map(|(start, _)| start);
    Stripped {
        text: gather(&lines, &kinds, Kind::Said),
        signature: gather(&lines, &kinds, Kind::Signature),
        quoted_from,
    }
}

/// Which lines are quoted history.
fn quotations(lines: &[&str]) -> Vec<Kind> {
    let attributions = attributions(lines);
    let mut next = attributions.iter().peekable();
    let mut kinds = vec![Kind::Said; lines.len()];
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        while next.peek().is_some_and(|(start, _)| *start < at) {
            next.next();
        }
        let mut length = usize::from(is_quoted(line));
        if let Some((_, attributed)) = next.peek().filter(|(start, _)| *start == at) {
            if quote_follows(lines, at + attributed) {
                length = *attributed;
            } else {
                return cut_from(lines, kinds, at);
            }
        } else if let Some(end) = heading_end(lines, at) {
            let answers_below = says_nothing(lines, &kinds, at) && quote_follows(lines, end);
            if !answers_below {
                return cut_from(lines, kinds, at);
            }
            length = end - at;
        }
        kinds.iter_mut().skip(at).take(length).for_each(|kind| *kind = Kind::Quoted);
        at += length.max(1);
    }
    join_broken_quotes(lines, &mut kinds);
    kinds
}

/// Where the separator or header block that begins at this line ends, the block below a separator included.
fn heading_end(lines: &[&str], at: usize) -> Option<usize> {
    if is_separator(lines, at) {
        let is_heading = |line: &&&str| line.trim().is_empty() || headers::is_label(line);
        return Some(at + 1 + lines.iter().skip(at + 1).take(MAX_HEADING).take_while(is_heading).count());
    }
    headers::is_label(lines.get(at)?).then(|| headers::block(lines, at))?.map(|block| block.end)
}

/// Whether the sender wrote nothing above this line: the answer may stand below what it answers.
fn says_nothing(lines: &[&str], kinds: &[Kind], at: usize) -> bool {
    lines.iter().zip(kinds).take(at).all(|(line, kind)| *kind == Kind::Quoted || line.trim().is_empty())
}

/// Everything from `at` on is quoted, and so is the rule drawn above it.
fn cut_from(lines: &[&str], mut kinds: Vec<Kind>, at: usize) -> Vec<Kind> {
    let above = (0..at).rev().find(|at| lines.get(*at).is_some_and(|line| !line.trim().is_empty()));
    let from = above.filter(|above| lines.get(*above).is_some_and(|line| is_rule(line))).unwrap_or(at);
    kinds.iter_mut().skip(from).for_each(|kind| *kind = Kind::Quoted);
    let first = kinds.get(..from).map_or(0, <[Kind]>::len);
    if let Some(said) = kinds.get_mut(..first) {
        join_broken_quotes(lines, said);
    }
    kinds
}

fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 3 && line.chars().all(|c| matches!(c, '-' | '_' | '=' | '*' | '─' | '–' | '—' | ' '))
}

fn quote_follows(lines: &[&str], from: usize) -> bool {
    lines.iter().skip(from).find(|line| !line.trim().is_empty()).is_some_and(|line| is_quoted(line))
}

/// A long quoted line that was broken on the way leaves its tail without a mark, between two quoted lines.
fn join_broken_quotes(lines: &[&str], kinds: &mut [Kind]) {
    for at in 1..kinds.len().saturating_sub(1) {
        let (Some(above), Some(line), Some(below)) = (lines.get(at - 1), lines.get(at), lines.get(at + 1)) else {
            return;
        };
        let between = is_quoted(above) && is_quoted(below) && kinds.get(at) == Some(&Kind::Said);
        let is_tail = line.chars().next().is_some_and(char::is_lowercase) && line.len() < above.len();
        if between
            && is_tail
            && above.len() >= 60
            && let Some(kind) = kinds.get_mut(at)
        {
            *kind = Kind::Quoted;
        }
    }
}

/// Warnings that a gateway put above the text.
fn banners(lines: &[&str], kinds: &mut [Kind]) {
    let Some(first) = lines.iter().position(|line| !line.trim().is_empty()) else { return };
    let lower = lines.get(first).map(|line| line.trim().trim_start_matches(['*', '[', '_', ' ']).to_lowercase());
    let is_banner = lower.is_some_and(|line| {
        line.starts_with("external email")
            || line.starts_with("caution: this")
            || line.starts_with("caution: external")
            || line.starts_with("you don't often get email from")
            || line.starts_with("warning: this email")
            || line.starts_with("external sender")
            || line.starts_with("achtung: externe")
    });
    if is_banner {
        let length = lines.iter().skip(first).take_while(|line| !line.trim().is_empty()).count();
        kinds.iter_mut().skip(first).take(length.min(6)).for_each(|kind| *kind = Kind::Banner);
    }
}

/// Runs of lines that are said, each to be searched for a signature of its own.
fn runs(kinds: &[Kind]) -> Vec<std::ops::Range<usize>> {
    let mut runs = Vec::new();
    let mut start = None;
    for (at, kind) in kinds.iter().enumerate() {
        match (kind, start) {
            (Kind::Said, None) => start = Some(at),
            (Kind::Said, Some(_)) | (_, None) => {}
            (_, Some(from)) => {
                runs.push(from..at);
                start = None;
            }
        }
    }
    runs.extend(start.map(|from| from..kinds.len()));
    runs
}

/// The lines of one kind; where others were cut out between them, one blank line at most.
fn gather(lines: &[&str], kinds: &[Kind], wanted: Kind) -> String {
    let mut text = String::new();
    let mut blanks = 0;
    let mut gap = false;
    for (line, kind) in lines.iter().zip(kinds) {
        let line = line.trim_end();
        if *kind != wanted {
            gap = true;
        } else if line.is_empty() {
            blanks += 1;
        } else {
            if !text.is_empty() {
                let blanks = if gap { blanks.min(1) } else { blanks };
                text.push_str(&"\n".repeat(blanks + 1));
            }
            text.push_str(line);
            blanks = 0;
            gap = false;
        }
    }
    text
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests;
