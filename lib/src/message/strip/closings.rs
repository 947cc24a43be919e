//! Lines that end a letter: "Kind regards", "Thanks".
//!
//! Invariant: [`kind`] looks at one short line; a farewell in the middle of a sentence is none.

use super::words::{FAREWELLS, NOUN_STARTS, NOUNS, THANKS};

/// How a line ends a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// "Kind regards".
    Farewell,
    /// "Thanks", which may also be all there is to say.
    Thanks,
}

/// What the line is, if it closes a mail.
pub(super) fn kind(line: &str) -> Option<Kind> {
    let line = line.trim().trim_matches(['*', '_']);
    let words = line.split_whitespace().count();
    if line.is_empty() || line.chars().count() > 70 || words > 9 || line.ends_with(['?', '？', ':', '：']) {
        return None;
    }
    let lower = line.to_lowercase();
    let bare = lower.trim_end_matches([',', '.', '!', ';', '，', '。', '！', '、', ' ', '-', '–', ')', ':']).trim_end();
    if FAREWELLS.contains(bare)
        || bare
            .split_once([',', '，'])
            .is_some_and(|(first, rest)| FAREWELLS.contains(first.trim()) && rest.split_whitespace().count() <= 3)
    {
        return Some(Kind::Farewell);
    }
    // "With kind regards from sunny Cape Town": the noun decides, near the end of a short line.
    let ends_so = |phrase: &&str| bare.ends_with(*phrase) && bare.len() <= phrase.len() + 45;
    if words <= 7 && NOUNS.iter().any(ends_so) && !bare.contains(['.', '?', ':']) {
        return Some(Kind::Farewell);
    }
    let starts_so = NOUN_STARTS.iter().any(|start| {
        bare.strip_prefix(*start)
            .is_some_and(|rest| rest.starts_with([' ', ',']) && rest.split_whitespace().count() <= 4)
    });
    if starts_so {
        return Some(Kind::Farewell);
    }
    THANKS.contains(bare).then_some(Kind::Thanks).filter(|_| !line.ends_with(['!', '?']))
}
