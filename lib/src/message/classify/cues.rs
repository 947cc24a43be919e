//! The phrases that speak for a class, by language, each with its weight (`cues.txt`), and one automaton over them.
//!
//! Invariant: tables only; what the sums mean is decided in the module above.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::message::lexicon::{sections, tables};

tables! { "cues.txt":
    AUTO_SUBJECTS = "auto_subjects";
    AUTO_TEXTS = "auto_texts";
    BULK_HEADERS = "bulk_headers";
}

/// What a cue speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Topic {
    Enquiry,
    Acceptance,
    Amendment,
    Change,
    Reference,
    Booked,
    Negation,
    Complaint,
    Question,
    Supplier,
    Promotion,
    Spam,
    /// What is none of the agency's business: applications, minutes, things found.
    Aside,
}

/// A phrase and what it weighs.
pub(super) struct Cue {
    pub(super) topic: Topic,
    pub(super) weight: u32,
    pub(super) words: &'static str,
    /// The last word may be longer.
    pub(super) goes_on: bool,
}

/// Every cue, and the automaton whose patterns they are, in the same order.
pub(super) static CUES: LazyLock<Option<(AhoCorasick, Vec<Cue>)>> = LazyLock::new(|| {
    let sections = sections(include_str!("cues.txt"));
    let cues: Vec<Cue> = sections
        .into_iter()
        .filter_map(|(name, phrases)| {
            name.split_once(' ').and_then(|(name, weight)| Some((topic(name)?, weight.parse().ok()?, phrases)))
        })
        .flat_map(|(topic, weight, phrases)| {
            phrases.into_iter().map(move |phrase| Cue {
                topic,
                weight,
                words: phrase.trim_end_matches('*'),
                goes_on: phrase.ends_with('*'),
            })
        })
        .collect();
    AhoCorasick::new(cues.iter().map(|cue| cue.words)).ok().map(|automaton| (automaton, cues))
});

fn topic(name: &str) -> Option<Topic> {
    Some(match name {
        "enquiry" => Topic::Enquiry,
        "acceptance" => Topic::Acceptance,
        "amendment" => Topic::Amendment,
        "change" => Topic::Change,
        "reference" => Topic::Reference,
        "booked" => Topic::Booked,
        "negation" => Topic::Negation,
        "complaint" => Topic::Complaint,
        "question" => Topic::Question,
        "supplier" => Topic::Supplier,
        "promotion" => Topic::Promotion,
        "spam" => Topic::Spam,
        "aside" => Topic::Aside,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_has_cues() {
        let cues = CUES.as_ref().map(|(_, cues)| cues.as_slice()).unwrap_or_default();
        for name in [
            "enquiry",
            "acceptance",
            "amendment",
            "change",
            "reference",
            "booked",
            "negation",
            "complaint",
            "question",
            "supplier",
            "promotion",
            "spam",
            "aside",
        ] {
            assert!(cues.iter().any(|cue| Some(cue.topic) == topic(name)), "{name}");
        }
    }
}
