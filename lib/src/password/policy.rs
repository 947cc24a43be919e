//! Which passwords may be chosen (`product.md` section 8): long rather than colourful, and none of those that are tried
//! first. Pure.

use std::{collections::HashSet, sync::LazyLock};

use super::normal;

/// Most characters of a password.
pub const LONGEST: usize = 128;
/// More bytes than a password of [`LONGEST`] characters has in any of its forms.
pub(super) const MOST_BYTES: usize = 4_096;
/// Fewest letters of a word of somebody's own that must not make up a password.
const WORD: usize = 4;

/// What protects an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protection {
    /// The password and nothing else.
    PasswordAlone,
    /// A password and a code.
    SecondFactor,
}

impl Protection {
    /// Fewest characters of a password.
    fn shortest(self) -> usize {
        match self {
            Self::PasswordAlone => 15,
            Self::SecondFactor => 8,
        }
    }
}

/// Words in lower case that are known to be tried first; `lib/data/README.md` says where they come from.
static TRIED_FIRST: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("../../data/passwords.txt").lines().collect());

/// Ways a finger walks over a keyboard or an alphabet.
const WALKS: [&str; 4] = [
    "qwertyuiopasdfghjklzxcvbnmqwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm1234567890qwertzuiop",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "1q2w3e4r5t6y7u8i9o0p",
];

/// Why a password may not be chosen by somebody who is known by these words (name, address, agency); `None` when it may.
#[must_use]
pub fn fault(password: &str, protection: Protection, known_by: &[&str]) -> Option<&'static str> {
    let password = if password.len() <= MOST_BYTES { normal(password) } else { return Some("at most 128 characters") };
    let length = password.chars().count();
    if length > LONGEST {
        return Some("at most 128 characters");
    }
    if length < protection.shortest() {
        return Some(match protection {
            Protection::PasswordAlone => "at least 15 characters",
            Protection::SecondFactor => "at least 8 characters",
        });
    }
    let folded = password.to_lowercase();
    if is_tried_first(&folded) {
        return Some("too easy to guess: one of the passwords that are tried first");
    }
    let left = known_by.iter().flat_map(|text| words(text)).fold(folded, |left, word| left.replace(&word, ""));
    (left.chars().count() < protection.shortest() / 2).then_some("too easy to guess: made of a name or an address")
}

fn is_tried_first(folded: &str) -> bool {
    let core = folded.trim_matches(|c: char| !c.is_alphabetic());
    let listed = |text: &str| TRIED_FIRST.contains(text);
    let unit = unit(folded);
    listed(folded)
        || listed(core)
        || (unit.len() < folded.len() && (unit.chars().count() < 8 || listed(unit)))
        || is_run(folded)
        || WALKS.iter().any(|walk| walk.contains(folded))
}

/// The shortest text that the whole is a repetition of.
fn unit(text: &str) -> &str {
    let ends = text.char_indices().skip(1).map(|(at, _)| &text[..at]);
    let mut parts = ends.filter(|part| text.len().is_multiple_of(part.len()));
    parts.find(|part| part.repeat(text.len() / part.len()) == text).unwrap_or(text)
}

/// Whether the text only counts up, counts down or stands still, with a break or two.
fn is_run(text: &str) -> bool {
    let breaks = text.chars().zip(text.chars().skip(1)).filter(|(a, b)| u32::from(*a).abs_diff(u32::from(*b)) > 1);
    breaks.count() <= 2
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= WORD);
    words.map(|word| normal(word).to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOBODY: [&str; 0] = [];

    fn alone(password: &str) -> Option<&'static str> {
        fault(password, Protection::PasswordAlone, &NOBODY)
    }

    #[test]
    fn lengths_are_counted_in_characters() {
        let text = "Kraal über dem Fluß, 41 Störche; ".repeat(4);
        let of = |length: usize| text.chars().take(length).collect::<String>();
        assert_eq!(alone(&of(14)), Some("at least 15 characters"));
        assert_eq!(alone(&of(15)), None);
        assert_eq!(alone(&of(128)), None);
        assert_eq!(alone(&of(129)), Some("at most 128 characters"));
        assert_eq!(fault(&of(7), Protection::SecondFactor, &NOBODY), Some("at least 8 characters"));
        assert_eq!(fault(&of(8), Protection::SecondFactor, &NOBODY), None);
        assert_eq!(alone("🦓🌍🛶🏔🦒🌅🐘🎒🧭🏝🦩🚙⛺🐾🌴"), None);
        assert_eq!(alone(&"x".repeat(1_000_000)), Some("at most 128 characters"));
    }

    #[test]
    fn what_is_tried_first_is_refused() {
        for bad in [
            "password1234567",
            "Password!!!!!!!!2026",
            "passwordpassword",
            "monkey123456789",
            "aaaaaaaaaaaaaaaa",
            "abcabcabcabcabcabc",
            "123456789012345",
            "abcdefghijklmnopq",
            "zyxwvutsrqponmlkj",
            "qwertyuiopasdfgh",
            "1q2w3e4r5t6y7u8i9o0p",
            "                    ",
            "ｐａｓｓｗｏｒｄ１２３４５６７",
        ] {
            assert!(alone(bad).is_some(), "{bad}");
        }
        for good in
            ["correct horse battery staple", "sunbird-q7TzK2mWc0aV", "vier kleine wale am kap", "Zg4#kk0-Pw_81xQ"]
        {
            assert_eq!(alone(good), None, "{good}");
        }
    }

    #[test]
    fn somebodys_own_words_do_not_make_a_password() {
        let known_by = ["Thandi Mokoena", "thandi.mokoena@sunbird.example", "Sunbird Travel"];
        let of = |password| fault(password, Protection::PasswordAlone, &known_by);
        for bad in ["ThandiMokoena2026", "thandi.mokoena@sunbird.example", "sunbird-travel-thandi"] {
            assert!(of(bad).is_some(), "{bad}");
        }
        assert_eq!(of("thandi keeps four zebras"), None);
    }

    proptest! {
        #[test]
        fn never_panics(password in "\\PC{0,160}", word in "\\PC{0,20}") {
            let _ = fault(&password, Protection::SecondFactor, &[&word]);
        }
    }
}
