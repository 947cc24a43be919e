//! Words of travel that ask for the same thing: a question about luggage is answered by what is written of baggage, and a
//! question in German by a document in English.
//!
//! Invariant: words stand together only where one answers for the other; a sauna is no spa.

use std::{
    collections::{BTreeSet, HashMap},
    sync::LazyLock,
};

use super::{language::Tongue, words::split};
use crate::rates::folded;

/// Families of words, a line each, every word in its written form; "get+into+room" is a phrase that asks for the rest.
const FAMILIES: &str = include_str!("families.txt");
/// The same things in every language, a line each, languages parted by "|" in the order of [`Tongue::ALL`].
const TONGUES: &str = include_str!("tongues.txt");
/// Words that may stand between two words of a phrase.
const BETWEEN: usize = 2;

type Stems = BTreeSet<String>;

/// By language and stem, the stems of the other words of its families.
static KIN: LazyLock<HashMap<(Tongue, String), Vec<String>>> = LazyLock::new(|| {
    let mut kin: HashMap<(Tongue, String), Stems> = HashMap::new();
    let mut link = |tongue: Tongue, stem: &String, others: &Stems| {
        let known = kin.entry((tongue, stem.clone())).or_default();
        known.extend(others.iter().filter(|other| *other != stem).cloned());
    };
    for family in lines(FAMILIES) {
        let stems = stems_of(family);
        stems.iter().for_each(|stem| link(Tongue::English, stem, &stems));
    }
    for line in lines(TONGUES) {
        let columns: Vec<(Tongue, Stems)> =
            Tongue::ALL.into_iter().zip(line.split('|').map(str::to_owned)).map(column).collect();
        for (tongue, stems) in &columns {
            // Which English words stand together is said in the families.
            let others = columns.iter().filter(|(other, _)| *tongue != Tongue::English || other != tongue);
            let others: Stems = others.flat_map(|(_, stems)| stems.iter().cloned()).collect();
            stems.iter().for_each(|stem| link(*tongue, stem, &others));
        }
    }
    kin.into_iter().map(|(key, others)| (key, others.into_iter().collect())).collect()
});

/// Phrases by the stems of their words, each with the stems that it asks for.
static PHRASES: LazyLock<Vec<(Vec<String>, Vec<String>)>> = LazyLock::new(|| {
    let of_line = |family: &'static str| {
        let stems: Vec<String> = stems_of(family).into_iter().collect();
        let phrases = family.split_whitespace().filter(|word| word.contains('+'));
        phrases.map(move |phrase| (phrase.split('+').map(|word| Tongue::English.stem(word)).collect(), stems.clone()))
    };
    lines(FAMILIES).flat_map(of_line).collect()
});

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

fn stems_of(family: &str) -> Stems {
    let words = family.split_whitespace().filter(|word| !word.contains('+'));
    words.map(|word| Tongue::English.stem(&word.replace('-', ""))).collect()
}

fn column((tongue, words): (Tongue, String)) -> (Tongue, Stems) {
    let stems = words.split_whitespace().filter_map(|word| split(word).last()).map(|word| tongue.stem(&folded(&word)));
    (tongue, stems.collect())
}

/// The stems of the other words of a word's families.
pub(crate) fn kin(tongue: Tongue, stem: &str) -> &'static [String] {
    KIN.get(&(tongue, stem.to_owned())).map_or(&[], Vec::as_slice)
}

/// The phrases of a question: by each of their words, as written, the stems that the phrase asks for.
pub(crate) fn phrases(question: &str) -> HashMap<String, Vec<&'static str>> {
    let mut found: HashMap<String, Vec<&'static str>> = HashMap::new();
    if Tongue::of(question) != Tongue::English {
        return found;
    }
    let words: Vec<String> = split(question).collect();
    let stems: Vec<String> = words.iter().map(|word| Tongue::English.stem(word)).collect();
    for (phrase, asks) in PHRASES.iter() {
        for begin in 0..stems.len() {
            for place in places(phrase, &stems, begin) {
                found.entry(words[place].clone()).or_default().extend(asks.iter().map(String::as_str));
            }
        }
    }
    found
}

/// Where the words of a phrase stand that begins at a place; nowhere when it does not.
fn places(phrase: &[String], stems: &[String], begin: usize) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::with_capacity(phrase.len());
    for word in phrase {
        let from = places.last().map_or(begin, |last| last + 1);
        let until = if places.is_empty() { begin + 1 } else { (from + BETWEEN + 1).min(stems.len()) };
        match (from..until).find(|place| stems[*place] == *word) {
            Some(place) => places.push(place),
            None => return Vec::new(),
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::{super::words::terms, *};

    #[test]
    fn a_phrase_asks_for_what_its_words_do_not_say() {
        let asked = |question: &str, word: &str| -> Vec<&str> { phrases(question).remove(word).unwrap_or_default() };
        assert!(asked("When can we get into our rooms?", "rooms").contains(&"checkin"));
        assert!(asked("Do we get our money back?", "money").contains(&"refund"));
        assert!(asked("What money do they take?", "money").is_empty());
    }

    #[test]
    fn a_word_has_its_kin_in_other_languages() {
        let stem = |tongue: Tongue, word: &str| terms(tongue, word).pop().map(|term| term.stem).unwrap_or_default();
        let german = kin(Tongue::German, &stem(Tongue::German, "Hunde"));
        assert!(german.contains(&"dog".to_owned()), "{german:?}");
        assert!(kin(Tongue::English, "pool").contains(&stem(Tongue::German, "Hallenbad")));
    }
}
