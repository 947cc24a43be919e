//! Words of travel that ask for the same thing: a question about luggage is answered by what is written of baggage.
//!
//! Invariant: words stand together only where one answers for the other; a sauna is no spa.

use std::{
    collections::{BTreeSet, HashMap},
    sync::LazyLock,
};

use super::language::Tongue;

/// Families of words, a line each, every word in its written form.
const FAMILIES: &str = include_str!("families.txt");

/// By stem, the stems of the other words of its families.
static KIN: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
    let mut kin: HashMap<String, BTreeSet<String>> = HashMap::new();
    for family in FAMILIES.lines().filter(|line| !line.starts_with('#')) {
        let stems: BTreeSet<String> =
            family.split_whitespace().map(|word| Tongue::English.stem(&word.replace('-', ""))).collect();
        for stem in &stems {
            kin.entry(stem.clone()).or_default().extend(stems.iter().filter(|other| *other != stem).cloned());
        }
    }
    kin.into_iter().map(|(stem, others)| (stem, others.into_iter().collect())).collect()
});

/// The stems of the other words of a word's families.
pub(crate) fn kin(tongue: Tongue, stem: &str) -> &'static [String] {
    if tongue != Tongue::English {
        return &[];
    }
    KIN.get(stem).map_or(&[], Vec::as_slice)
}
