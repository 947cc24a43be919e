//! Words: how a text is divided, folded and stemmed. Documents and questions go through the same hands.
//!
//! Invariant: linear in the text; a number keeps its value ("1,650" and "1650" are one word), a name its letters.

use super::language::{Tongue, is_stop_word};
use crate::rates::folded;

/// Longest word that is kept, in bytes; what is longer is no word.
const LONGEST: usize = 48;

/// A word of a question or a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Term {
    /// As it stands in the index.
    pub stem: String,
    /// Folded, as it was written.
    pub word: String,
}

/// The words of a text that say something, in their order.
#[must_use]
pub fn terms(tongue: Tongue, text: &str) -> Vec<Term> {
    let kept = split(text).filter(|word| !is_stop_word(tongue, word));
    kept.map(|word| Term { stem: tongue.stem(&word), word }).collect()
}

/// Every word of a text, folded. A compound with a hyphen is its parts and both as one word.
pub(crate) fn split(text: &str) -> impl Iterator<Item = String> + '_ {
    let chunks = text.split(|letter: char| {
        letter.is_whitespace() || matches!(letter, '/' | '|' | '–' | '—' | '(' | ')' | '“' | '”' | '"')
    });
    chunks.filter(|chunk| !chunk.is_empty()).flat_map(|chunk| parts(&folded(country(chunk))))
}

/// "US" is a country, and "us" a word that says nothing.
fn country(chunk: &str) -> &str {
    match chunk.trim_end_matches(['.', ',', ';', ':', '?', '!']) {
        "US" | "U.S" => "USA",
        _ => chunk,
    }
}

fn parts(chunk: &str) -> Vec<String> {
    let chunk = chunk.replace('’', "'");
    let chunk = chunk.trim_matches(|letter: char| !letter.is_alphanumeric());
    let whole = chunk.strip_suffix("'s").unwrap_or(chunk);
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let letters: Vec<char> = whole.chars().collect();
    for (place, letter) in letters.iter().copied().enumerate() {
        let before = place.checked_sub(1).and_then(|before| letters.get(before)).copied();
        let after = letters.get(place + 1).copied();
        let digits = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
        match letter {
            ',' if digits(before) && digits(after) => {}
            '.' | ':' if digits(before) && digits(after) => word.push(letter),
            letter if !letter.is_alphanumeric() => end(&mut word, &mut words),
            letter => {
                let turns = before.is_some_and(|before| {
                    before.is_alphanumeric() && before.is_ascii_digit() != letter.is_ascii_digit()
                });
                if turns {
                    end(&mut word, &mut words);
                }
                word.push(letter);
            }
        }
    }
    end(&mut word, &mut words);
    let hyphenated =
        whole.contains('-') && words.len() == 2 && words.iter().all(|word| word.chars().all(char::is_alphabetic));
    if hyphenated {
        words.push(words.concat());
    }
    words
}

fn end(word: &mut String, words: &mut Vec<String>) {
    let word = std::mem::take(word);
    if !word.is_empty() && word.len() <= LONGEST {
        words.push(word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_value_and_compounds_their_parts() {
        for (text, expected) in [
            ("R1,650 one-way", "r 1650 one way oneway"),
            ("from 15:00 (2.4 %)", "from 15:00 2.4"),
            ("The children's Wi-Fi, Réunion!", "the children wi fi wifi reunion"),
            ("42m² | USD 10", "42 m 2 usd 10"),
            ("", ""),
        ] {
            assert_eq!(split(text).collect::<Vec<_>>().join(" "), expected, "{text:?}");
        }
    }
}
