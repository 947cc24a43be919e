//! Phrases kept as data: files of sections `[name]`, phrases divided by `;`, comments after `#`.
//!
//! Invariant: phrases are in lower case, as every text is when it is compared with them; each is read once.

use std::collections::BTreeSet;

/// The sections of a file, in order: what stands between the brackets, and the phrases below it.
pub(super) fn sections(file: &'static str) -> Vec<(&'static str, Vec<&'static str>)> {
    let mut sections: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            sections.push((name, Vec::new()));
        } else if let Some((_, phrases)) = sections.last_mut() {
            phrases.extend(line.split(';').map(str::trim).filter(|phrase| !phrase.is_empty()));
        }
    }
    sections
}

/// The phrases of one section; none when the file has no such section.
pub(super) fn section(file: &'static str, name: &str) -> BTreeSet<&'static str> {
    sections(file).into_iter().filter(|(known, _)| *known == name).flat_map(|(_, phrases)| phrases).collect()
}

/// Declares tables that are read from a file when they are first asked for.
macro_rules! tables {
    ($file:literal: $($(#[$doc:meta])* $table:ident = $section:literal;)+) => {
        $($(#[$doc])* pub(super) static $table: std::sync::LazyLock<std::collections::BTreeSet<&'static str>> =
            std::sync::LazyLock::new(|| crate::message::lexicon::section(include_str!($file), $section));)+

        #[test]
        fn every_table_has_phrases_in_lower_case() {
            $(assert!(!$table.is_empty() && $table.iter().all(|phrase| phrase.to_lowercase() == *phrase), $section);)+
        }
    };
}
pub(super) use tables;
