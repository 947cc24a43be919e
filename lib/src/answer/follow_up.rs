//! Questions that lean on the one before: "and for children?", "what about Kaskazi Sands?".
//!
//! Invariant: a question that can stand alone stays as it is.

use serde::{Deserialize, Serialize};

use crate::knowledge::{Tongue, terms};

/// One question of a conversation and what it was taken to mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// As it was asked.
    pub question: String,
    /// With what it leaned on.
    pub resolved: String,
    /// Titles of the documents its answer cites.
    pub titles: Vec<String>,
}

const OPENINGS: &[&str] = &[
    "and ",
    "what about",
    "how about",
    "or ",
    "also ",
    "but ",
    "then ",
    "what if",
    "same for",
    "and?",
    "is that",
    "does that",
];
const POINTING: &[&str] =
    &["it", "its", "they", "them", "their", "there", "that", "this", "those", "these", "he", "she", "one", "ones"];

/// What a question means after the turns before it.
#[must_use]
pub fn resolved(question: &str, turns: &[Turn]) -> String {
    let Some(before) = turns.last() else { return question.to_owned() };
    let tongue = Tongue::of(question);
    let own = terms(tongue, question);
    let asked = question.trim().to_lowercase();
    let opens = OPENINGS.iter().any(|opening| asked.starts_with(opening));
    let points = asked.split(|letter: char| !letter.is_alphanumeric()).any(|word| POINTING.contains(&word));
    if !opens && !points && own.len() > 2 {
        return question.to_owned();
    }
    let title = before.titles.first().map(String::as_str).unwrap_or_default();
    let names = terms(tongue, title);
    let names_another = own.iter().any(|word| starts_upper(question, &word.word)) && opens;
    let opener_only = opens && own.len() <= 4;
    let kept = before.resolved.split_whitespace().filter(|written| {
        let words = terms(tongue, written);
        let of_title = words.iter().any(|word| names.iter().any(|name| name.stem == word.stem));
        // "What about the other hotel?" keeps what was asked; "does it have a pool?" keeps whom it was asked of.
        if names_another { !of_title } else { opener_only || of_title }
    });
    let kept: Vec<&str> = kept.collect();
    if names_another || opener_only {
        format!("{} {question}", kept.join(" "))
    } else if kept.is_empty() {
        format!("{title} {question}")
    } else {
        format!("{question} ({})", kept.join(" "))
    }
}

/// Whether a folded word is written with a capital inside the question.
fn starts_upper(question: &str, word: &str) -> bool {
    let written = question.split_whitespace().skip(1).filter(|written| written.starts_with(char::is_uppercase));
    written.map(crate::rates::folded).any(|written| written.starts_with(word))
}
