//! What form an answer must have: who asks how much is not answered by a sentence without an amount.
//!
//! Invariant: a form is demanded only where the question's own words demand it.

use std::collections::HashSet;

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
/// Numbers in words.
#[rustfmt::skip]
pub(super) const NUMBERS: &[(&str, u32)] = &[
    ("none", 0), ("zero", 0), ("one", 1), ("once", 1), ("single", 1), ("two", 2), ("twice", 2), ("couple", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7),
    ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16), ("eighteen", 18), ("twenty", 20),
    ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("ninety", 90), ("hundred", 100),
];
/// Words that say when.
#[rustfmt::skip]
const TIMES: &[&str] = &[
    "noon", "midnight", "daily", "always", "never", "night", "nightly", "summer", "winter", "spring", "autumn", "weekend", "weekday", "closed", "clock", "anytime", "morning", "evening", "afternoon",
    "immediately", "yearly", "weekly", "monthly", "today", "tomorrow", "uhr", "hourly",
];
const SPANS: &[&str] =
    &["minute", "hour", "day", "week", "month", "year", "am", "pm", "tag", "stunde", "woche", "monat", "jahr"];
/// Words and signs of money.
#[rustfmt::skip]
const MONEY: &[&str] = &[
    "usd", "eur", "euro", "euros", "gbp", "zar", "chf", "aud", "nok", "sek", "dkk", "nad", "inr", "thb", "aed", "kes", "dollar", "dollars", "pound", "pounds", "rand", "franc", "francs", "percent", "per cent",
];

impl Expected {
    pub(super) fn of(question: &str) -> Self {
        let asked = format!(" {} ", folded(question));
        let any = |words: &[&str]| words.iter().any(|word| asked.contains(word));
        if any(&["how much luggage", "how much baggage", "how much notice"]) {
            Self::Number
        } else if any(&[
            "how much",
            "what does it cost",
            " cost",
            " price",
            " fee",
            "surcharge",
            "how expensive",
            "what percentage",
            "what percent",
            "what do we charge",
            "what do they charge",
            " pay for ",
            "what does it cost",
            " premium",
            "how much discount",
        ]) {
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
            "how fast",
            "how quickly",
            "how wide",
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
            "by when",
            "until what",
            "from when",
            "which days",
            "what days",
            "on which",
            "deadline",
        ]) {
            Self::Time
        } else if asked.trim_start().starts_with("who ") || any(&[" whom ", "the name of", "what is the name"]) {
            Self::Name
        } else {
            Self::Any
        }
    }

    /// Whether the question asks for a name and nothing else: who somebody is, not who may do what.
    pub(super) fn is_but_a_name(question: &str) -> bool {
        let asked = folded(question);
        asked.starts_with("who is ") || ["the name of", "what is the name"].iter().any(|words| asked.contains(words))
    }

    /// Whether a sentence has the form.
    pub(super) fn is_met(self, sentence: &str) -> bool {
        let digit = sentence.bytes().any(|byte| byte.is_ascii_digit());
        let plain = folded(sentence);
        let has =
            |words: &[&str]| plain.split(|letter: char| !letter.is_alphanumeric()).any(|word| words.contains(&word));
        match self {
            Self::Any => true,
            Self::Amount => {
                let money = has(MONEY) || sentence.contains(['%', '$', '€', '£', '¥', '|']) || amount(sentence);
                let included = ["included in", "is included", "are included"].iter().any(|words| plain.contains(words));
                (digit && money) || included || has(&["free", "gratis", "complimentary", "none", "nothing"])
            }
            Self::Number => digit || NUMBERS.iter().any(|(name, _)| has(&[name])),
            Self::Time => {
                let words: Vec<&str> = plain.split(|letter: char| !letter.is_alphanumeric()).collect();
                has_clock(&plain)
                    || words.iter().any(|word| TIMES.iter().any(|time| word.strip_suffix('s').unwrap_or(word) == *time))
                    || MONTHS
                        .iter()
                        .any(|name| words.iter().any(|word| word.strip_suffix('s').unwrap_or(word) == *name))
                    || (digit && words.iter().any(|word| SPANS.contains(&word.strip_suffix('s').unwrap_or(word))))
            }
            Self::Name => names(sentence).next().is_some(),
        }
    }

    /// The same, where the answer must tell a name that the question does not have already.
    pub(super) fn is_met_beyond(self, question: &HashSet<String>, sentence: &str) -> bool {
        match self {
            Self::Name => names(sentence).any(|name| name.chars().count() > 2 && !question.contains(&folded(name))),
            _ => self.is_met(sentence),
        }
    }
}

/// Words with a capital that do not begin the text and are no month or day.
fn names(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').filter(|word| !word.is_empty());
    let named = |word: &&str| word.starts_with(char::is_uppercase) && !MONTHS.contains(&word.to_lowercase().as_str());
    words.skip(1).filter(named)
}

/// Whether a currency of letters stands right before a number: "R640", "KES 1,650".
fn amount(sentence: &str) -> bool {
    let digit = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
    let words: Vec<&str> = sentence.split(|letter: char| letter.is_whitespace() || letter == '(').collect();
    words.iter().enumerate().any(|(place, word)| {
        let capitals = (1..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
        word.strip_prefix('R').is_some_and(digit) || (capitals && words.get(place + 1).is_some_and(|next| digit(next)))
    })
}

/// Whether a time of day or a year stands in a text: "14:30", "7.30", "6pm", "2027".
fn has_clock(text: &str) -> bool {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != ':' && letter != '.').any(|word| {
        let word = word.trim_end_matches(['.', ':']);
        let clock = word.split_once([':', '.']).is_some_and(|(hour, minute)| {
            hour.parse::<u8>().is_ok_and(|hour| hour < 25)
                && minute.len() == 2
                && minute.parse::<u8>().is_ok_and(|minute| minute < 60)
        });
        let half = word.strip_suffix("am").or_else(|| word.strip_suffix("pm"));
        let year = word.len() == 4 && (word.starts_with("20") || word.starts_with("19")) && word.parse::<u16>().is_ok();
        clock || year || half.is_some_and(|hour| hour.parse::<u8>().is_ok())
    })
}
