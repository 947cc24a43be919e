//! What the words of a mail speak for: sums of the weights of its cues.
//!
//! Invariant: each cue counts once, however often it stands; what the sums mean is decided in the module above.

use std::collections::BTreeSet;

use super::cues::{CUES, Cue, Topic};
use crate::message::text::prefix;

/// Bytes of text that are weighed: what somebody wants stands near the top.
const MAX_TEXT: usize = 12 * 1024;

/// Sums of the cues found, each counted once.
#[derive(Debug, Default)]
pub(super) struct Scores {
    pub(super) enquiry: u32,
    /// The part of `enquiry` that asks for a journey in so many words.
    pub(super) enquiry_strong: u32,
    pub(super) aside: u32,
    pub(super) acceptance: u32,
    pub(super) amendment: u32,
    pub(super) change: u32,
    pub(super) reference: u32,
    /// Of a journey that is bought already.
    pub(super) booked: u32,
    pub(super) negation: u32,
    pub(super) complaint: u32,
    pub(super) question: u32,
    pub(super) supplier: u32,
    pub(super) promotion: u32,
    pub(super) spam: u32,
    /// The part of `spam` that honest mail hardly ever earns.
    pub(super) spam_strong: u32,
    pub(super) words: u32,
    cues: Vec<&'static str>,
}

impl Scores {
    pub(super) fn of(subject: &str, text: &str) -> Self {
        let mut scores = Self::default();
        let Some((automaton, cues)) = CUES.as_ref() else { return scores };
        let haystack = format!("{subject}\n{}", prefix(text, MAX_TEXT)).to_lowercase().replace('’', "'");
        let joined: String = haystack.split_whitespace().collect::<Vec<_>>().join(" ");
        scores.words = u32::try_from(joined.split(' ').count()).unwrap_or(u32::MAX);
        if names_a_booking(&joined) {
            scores.booked += 6;
        }
        let mut seen = BTreeSet::new();
        for hit in automaton.find_overlapping_iter(&joined) {
            let Some(cue) = cues.get(hit.pattern().as_usize()) else { continue };
            let starts = !joined.get(..hit.start()).unwrap_or_default().ends_with(is_word);
            let ends = cue.goes_on || !joined.get(hit.end()..).unwrap_or_default().starts_with(is_word);
            let bounded = (starts || !cue.words.starts_with(is_word)) && (ends || !cue.words.ends_with(is_word));
            if bounded && seen.insert((cue.topic, cue.words)) {
                scores.add(cue);
            }
        }
        scores
    }

    fn add(&mut self, cue: &Cue) {
        let slot = match cue.topic {
            Topic::Enquiry => &mut self.enquiry,
            Topic::Acceptance => &mut self.acceptance,
            Topic::Amendment => &mut self.amendment,
            Topic::Change => &mut self.change,
            Topic::Reference => &mut self.reference,
            Topic::Booked => &mut self.booked,
            Topic::Negation => &mut self.negation,
            Topic::Complaint => &mut self.complaint,
            Topic::Question => &mut self.question,
            Topic::Supplier => &mut self.supplier,
            Topic::Promotion => &mut self.promotion,
            Topic::Spam => &mut self.spam,
            Topic::Aside => &mut self.aside,
        };
        *slot += cue.weight;
        if cue.topic == Topic::Enquiry && cue.weight >= 3 {
            self.enquiry_strong += cue.weight;
        }
        if cue.topic == Topic::Spam && cue.weight >= 4 {
            self.spam_strong += cue.weight;
        }
        self.cues.push(cue.words);
    }

    /// Whether the spam cues are many for the length: a long honest text holds some of them.
    pub(super) fn is_dense_spam(&self, least: u32) -> bool {
        self.spam >= least + self.words / 60
    }

    pub(super) fn complains(&self) -> bool {
        self.complaint >= 4
            && self.complaint > self.spam
            && self.promotion == 0
            && self.complaint >= 2 + self.words / 100
    }

    /// The cues in words, at most eight.
    pub(super) fn told(&self) -> String {
        if self.cues.is_empty() {
            return "no cue".to_owned();
        }
        self.cues.iter().take(8).copied().collect::<Vec<_>>().join(", ")
    }
}

/// Whether a text names a booking by its number: "booking ref 88213", "reserva 30442", "pratica 6120", "dossier TD-2027-0071".
fn names_a_booking(text: &str) -> bool {
    const BOOKING: &[&str] = &[
        "booking",
        "reservation",
        "dossier",
        "reserva",
        "pratica",
        "prenotazione",
        "buchung",
        "buchungsnummer",
        "vorgang",
        "boeking",
        "boekingsnummer",
        "bespreking",
        "réservation",
        "ref",
        "reference",
    ];
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    let numbered = |word: &&str| word.len() >= 4 && word.chars().filter(char::is_ascii_digit).count() >= 4;
    words.iter().enumerate().any(|(place, word)| {
        let after = words.get(place + 1..(place + 4).min(words.len())).unwrap_or_default();
        // The year of a journey is no number of a booking.
        BOOKING.contains(word)
            && after.iter().any(|word| numbered(word) && !(word.len() == 4 && word.starts_with("20")))
    })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric()
}
