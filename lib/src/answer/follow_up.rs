//! Questions that lean on the one before: "and for children?", "what about Kaskazi Sands?".
//!
//! Invariant: a question that can stand alone stays as it is.

use serde::{Deserialize, Serialize};

use crate::knowledge::{Term, Tongue, terms};

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

/// Words of which a question asks for one: whoever goes on with children no longer asks for adults.
const INSTEAD: &[&[&str]] = &[
    &[
        "adult",
        "adults",
        "child",
        "children",
        "kids",
        "infant",
        "infants",
        "babies",
        "seniors",
        "students",
        "teenagers",
    ],
    &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekdays", "weekends"],
    &["summer", "winter", "spring", "autumn"],
    &["breakfast", "lunch", "dinner"],
    &["single", "double", "twin", "triple"],
    &["arrival", "departure"],
];

/// Whether a written word stands for what one of these words now stands for.
fn is_replaced(written: &str, own: &[Term]) -> bool {
    let plain = crate::rates::folded(written);
    let plain = plain.trim_matches(|letter: char| !letter.is_alphanumeric());
    let groups = INSTEAD.iter().filter(|group| group.contains(&plain));
    groups.flat_map(|group| group.iter()).any(|other| *other != plain && own.iter().any(|word| word.word == *other))
}

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
    let left = before.resolved.split_whitespace().filter(|written| !is_replaced(written, &own));
    let kept = left.filter(|written| {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_that_goes_on_keeps_what_it_does_not_replace() {
        let before = Turn {
            question: String::new(),
            resolved: "What does a quad tour cost for adults at Dune Lodge?".to_owned(),
            titles: vec!["Dune Lodge".to_owned()],
        };
        let resolved = |question: &str| resolved(question, std::slice::from_ref(&before));
        assert_eq!(resolved("And for children?"), "What does a quad tour cost for at Dune Lodge? And for children?");
        assert_eq!(
            resolved("What about Reef Lodge?"),
            "What does a quad tour cost for adults at What about Reef Lodge?"
        );
        assert_eq!(resolved("Until when is its pool open?"), "Until when is its pool open? (Dune Lodge?)");
        assert_eq!(resolved("Which visa do Germans need for Kenya?"), "Which visa do Germans need for Kenya?");
    }
}
