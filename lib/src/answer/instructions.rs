//! Sentences in documents that speak to a machine instead of to a reader. Documents are data: no such sentence is
//! followed, and none is repeated to a person as if it were knowledge.
//!
//! Invariant: a sentence is left out whole or not at all.

use crate::rates::folded;

#[rustfmt::skip]
const MARKS: &[&str] = &[
    "ignore all", "ignore any", "ignore the above", "ignore previous", "ignore your", "ignore prior", "ignore every", "ignore the previous", "disregard all", "disregard any", "disregard previous",
    "disregard the", "disregard your", "forget all", "forget your", "forget previous", "previous instructions", "prior instructions", "system prompt", "you are now", "as an ai", "ai assistant",
    "ai model", "language model", "assistant:", "assistant must", "assistant should", "chatbot", "answer every question", "answer all questions", "respond only", "reply only", "reveal", "new instructions",
];

/// Whether a sentence gives instructions to a machine.
pub(super) fn is_instruction(sentence: &str) -> bool {
    let sentence = folded(sentence);
    MARKS.iter().any(|mark| sentence.contains(mark))
}
