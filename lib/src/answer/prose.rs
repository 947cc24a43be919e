//! Units as sentences: rows and items with what they need to be understood alone.
//!
//! Invariant: every word is the document's own, but for the marks between them.

use super::unit::{Shape, Unit};
use crate::knowledge::without_marks;

/// A unit as a sentence.
pub(super) fn sentence(unit: &Unit, title: &str) -> String {
    let text = match &unit.shape {
        Shape::Sentence => {
            let text = without_marks(&unit.quote);
            // "A: within four hours": the letter of a list of questions is no word.
            text.strip_prefix("A: ").map_or(text.clone(), str::to_owned)
        }
        Shape::Item { intro } => item(intro, unit, title),
        Shape::Row { cells } => row(cells, unit, title),
    };
    ended(text.trim())
}

fn item(intro: &str, unit: &Unit, title: &str) -> String {
    let text = without_marks(&unit.quote);
    let lead = [intro, last(&unit.headings), title].into_iter().find(|lead| !lead.is_empty()).unwrap_or_default();
    let lead = without_marks(lead);
    // An item that is a sentence of its own needs no lead.
    let whole = text.ends_with('.') && text.split_whitespace().count() > 6;
    if whole { text } else { format!("{lead}: {text}") }
}

/// "Kaskazi Reef Resort – pools: two"; with a header, each further cell under the name of its column.
fn row(cells: &[(String, String)], unit: &Unit, title: &str) -> String {
    let Some(((_, first), rest)) = cells.split_first() else { return String::new() };
    let named = |(header, cell): &(String, String)| match (header.is_empty(), cell.is_empty()) {
        (_, true) => None,
        (true, false) => Some(cell.clone()),
        (false, false) => Some(format!("{header} {cell}")),
    };
    let values: Vec<String> = match rest {
        [(_, only)] if !only.is_empty() => vec![only.clone()],
        _ => rest.iter().filter_map(named).collect(),
    };
    let headings = last(&unit.headings);
    let plain = ["", "facts", "overview", "at a glance", "details"].contains(&headings.to_lowercase().as_str());
    let lead = if plain { title.to_owned() } else { format!("{title}, {}", lowered(headings)) };
    without_marks(&format!("{lead} – {first}: {}", values.join(", ")))
}

/// The innermost of headings.
fn last(headings: &str) -> &str {
    headings.rsplit(" › ").next().unwrap_or_default()
}

/// With a small first letter, unless the word is a name in capitals.
fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), text.chars().nth(1)) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

fn ended(text: &str) -> String {
    let text = text.trim_end_matches([';', ',', ':']);
    let mut letters = text.chars();
    let begun: String = letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    if begun.ends_with(['.', '!', '?']) || begun.is_empty() { begun } else { format!("{begun}.") }
}

/// Sentences as one text, none twice.
pub(super) fn joined(sentences: &[String]) -> String {
    let mut text = String::new();
    for sentence in sentences {
        if !text.contains(sentence.as_str()) {
            text.push_str(if text.is_empty() { "" } else { " " });
            text.push_str(sentence);
        }
    }
    text
}
