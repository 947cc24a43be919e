//! What form an answer must have: who asks how much is not answered by a sentence without an amount.
//!
//! Invariant: a form is demanded only where the question's own words demand it.

use crate::rates::folded;

/// The form a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    /// An amount of money, a share, or that it is free.
    Amount,
    /// A number.
    Number,
    /// A time, a date, a month or a number of days.
    Time,
    /// A name.
    Name,
    /// Anything.
    Any,
}

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
pub(super) const NUMBERS: &[&str] =
    &["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twice", "once"];

impl Expected {
    pub(super) fn of(question: &str) -> Self {
        let asked = format!(" {} ", folded(question));
        let any = |words: &[&str]| words.iter().any(|word| asked.contains(word));
        if any(&["how much luggage", "how much baggage", "how much notice"]) {
            Self::Number
        } else if any(&["how much", "what does it cost", " cost", " price", " fee", "surcharge", "how expensive"]) {
            Self::Amount
        } else if any(&[
            "how many",
            "how old",
            "how far",
            "how deep",
            "how long",
            "how big",
            "how large",
            "how heavy",
            "what age",
            "how high",
            "how often",
            "minimum age",
        ]) {
            Self::Number
        } else if any(&[
            "what time",
            " when ",
            "how early",
            "how late",
            "which month",
            "what month",
            "until when",
            "which day",
            "opening hours",
            "how soon",
        ]) {
            Self::Time
        } else if asked.trim_start().starts_with("who ") || asked.contains(" whom ") {
            Self::Name
        } else {
            Self::Any
        }
    }

    /// Whether a sentence has the form.
    pub(super) fn is_met(self, sentence: &str) -> bool {
        let digit = sentence.bytes().any(|byte| byte.is_ascii_digit());
        let plain = folded(sentence);
        let has =
            |words: &[&str]| plain.split(|letter: char| !letter.is_alphanumeric()).any(|word| words.contains(&word));
        match self {
            Self::Any => true,
            Self::Amount => digit || has(&["free", "none", "included", "complimentary", "charge", "extra", "no"]),
            Self::Number => digit || has(NUMBERS),
            Self::Time => {
                digit
                    || has(MONTHS)
                    || has(&[
                        "noon", "midnight", "daily", "always", "never", "night", "day", "year", "summer", "winter",
                        "closed",
                    ])
            }
            Self::Name => sentence.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase)),
        }
    }
}
