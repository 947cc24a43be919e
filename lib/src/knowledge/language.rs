//! The languages whose words are stemmed, and their most frequent words, by which a language is told.
//!
//! Invariant: a text in no known language is read as English; nothing depends on more than its words.

use std::{collections::HashMap, sync::LazyLock};

use rust_stemmers::{Algorithm, Stemmer};

use super::words::split;

/// A language that words are stemmed in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tongue {
    /// English.
    #[default]
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Portuguese.
    Portuguese,
    /// Dutch.
    Dutch,
    /// Italian.
    Italian,
}

impl Tongue {
    /// All of them, by their number in an index.
    pub(super) const ALL: [Self; 7] =
        [Self::English, Self::German, Self::French, Self::Spanish, Self::Portuguese, Self::Dutch, Self::Italian];

    /// The language most of whose frequent words stand in a text; English when none leads.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut counts = [0_usize; Self::ALL.len()];
        for mask in split(text).take(400).filter_map(|word| STOP_WORDS.get(word.as_str())) {
            for (place, count) in counts.iter_mut().enumerate() {
                *count += usize::from(mask >> place & 1);
            }
        }
        let best = Self::ALL.iter().zip(counts).skip(1).max_by_key(|(tongue, count)| (*count, **tongue));
        best.filter(|(_, count)| *count > counts[0] && *count >= 2).map_or(Self::English, |(tongue, _)| *tongue)
    }

    /// Its number in an index.
    pub(super) fn number(self) -> u8 {
        Self::ALL.iter().zip(0..).find(|(tongue, _)| **tongue == self).map_or(0, |(_, number)| number)
    }

    /// The stem of a folded word.
    pub(crate) fn stem(self, word: &str) -> String {
        if word.bytes().any(|byte| byte.is_ascii_digit()) {
            return word.to_owned();
        }
        let algorithm = match self {
            Self::English => Algorithm::English,
            Self::German => Algorithm::German,
            Self::French => Algorithm::French,
            Self::Spanish => Algorithm::Spanish,
            Self::Portuguese => Algorithm::Portuguese,
            Self::Dutch => Algorithm::Dutch,
            Self::Italian => Algorithm::Italian,
        };
        Stemmer::create(algorithm).stem(word).into_owned()
    }
}

/// Each frequent word with the languages that have it, a bit each.
static STOP_WORDS: LazyLock<HashMap<&'static str, u8>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for (place, tongue) in Tongue::ALL.iter().enumerate() {
        for word in stop_words(*tongue) {
            *words.entry(*word).or_default() |= 1 << place;
        }
    }
    words
});

/// Whether a folded word says nothing of the matter.
pub(crate) fn is_stop_word(tongue: Tongue, word: &str) -> bool {
    STOP_WORDS.get(word).is_some_and(|mask| mask >> tongue.number() & 1 == 1)
}

fn stop_words(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::English => ENGLISH,
        Tongue::German => GERMAN,
        Tongue::French => FRENCH,
        Tongue::Spanish => SPANISH,
        Tongue::Portuguese => PORTUGUESE,
        Tongue::Dutch => DUTCH,
        Tongue::Italian => ITALIAN,
    }
}

#[rustfmt::skip]
const ENGLISH: &[&str] = &[
    "a", "about", "after", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "been", "before", "being", "but", "by", "can", "cannot",
    "could", "did", "do", "does", "doing", "for", "from", "had", "has", "have", "having", "he", "her", "here", "him", "his", "how", "i", "if", "in",
    "into", "is", "it", "its", "just", "may", "me", "might", "more", "most", "must", "my", "no", "not", "of", "on", "or", "other", "our", "out",
    "own", "please", "shall", "she", "should", "so", "some", "such", "tell", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those",
    "through", "to", "too", "up", "us", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom", "whose", "why", "will", "with",
    "would", "you", "your", "yours", "ll", "ve", "re", "don", "doesn", "isn", "s", "t", "d", "m", "is", "much", "many", "im", "one", "ones", "let", "until", "between", "during", "within", "above", "below", "over", "under", "without", "since", "each", "every", "both", "ever", "still", "another",
];
#[rustfmt::skip]
const GERMAN: &[&str] = &[
    "der", "die", "das", "und", "ist", "sind", "ein", "eine", "einen", "einem", "einer", "fur", "mit", "von", "zu", "im", "den", "dem", "des", "auf",
    "nicht", "auch", "es", "an", "wie", "was", "wann", "wo", "wird", "werden", "bei", "aus", "oder", "sie", "ich", "wir", "kann", "konnen", "gibt", "bis",
    "nach", "vor", "uber", "sich", "als", "zum", "zur", "am", "um", "man", "nur", "noch", "hat", "haben", "mussen", "muss", "ihr", "unser", "viel", "welche",
    "in", "ab", "pro", "beim", "dass", "wer", "welcher", "welches", "mein", "darf",
];
#[rustfmt::skip]
const FRENCH: &[&str] = &[
    "le", "la", "les", "un", "une", "des", "du", "de", "et", "est", "sont", "a", "au", "aux", "en", "dans", "pour", "par", "sur", "avec",
    "ne", "pas", "que", "qui", "quel", "quelle", "quels", "quelles", "ce", "cette", "ces", "il", "elle", "nous", "vous", "ils", "se", "son", "sa", "ses",
    "ou", "y", "d", "l", "qu", "c", "combien", "comment", "quand", "plus", "peut", "faut",
];
#[rustfmt::skip]
const SPANISH: &[&str] = &[
    "el", "la", "los", "las", "un", "una", "unos", "y", "es", "son", "en", "de", "del", "al", "para", "por", "con", "no", "que", "se",
    "su", "sus", "lo", "como", "cual", "cuales", "cuando", "donde", "cuanto", "cuanta", "cuantos", "hay", "esta", "este", "o", "a", "mas", "puede", "tiene", "nos",
    "yo", "mi", "le", "si", "ya", "muy",
];
#[rustfmt::skip]
const PORTUGUESE: &[&str] = &[
    "o", "a", "os", "as", "um", "uma", "e", "sao", "em", "no", "na", "nos", "nas", "de", "do", "da", "dos", "das", "ao", "para",
    "por", "com", "nao", "que", "se", "seu", "sua", "qual", "quais", "quando", "onde", "quanto", "quantos", "ha", "esta", "este", "ou", "mais", "pode", "tem",
    "eu", "meu", "como", "pelo", "pela", "ate", "sem", "muito", "ser", "ja",
];
#[rustfmt::skip]
const DUTCH: &[&str] = &[
    "de", "het", "een", "en", "is", "zijn", "in", "op", "van", "voor", "met", "te", "aan", "bij", "uit", "niet", "ook", "dat", "die", "dit",
    "er", "hoe", "wat", "wanneer", "waar", "wie", "welke", "veel", "wordt", "worden", "of", "tot", "naar", "om", "door", "als", "kan", "kunnen", "moet", "moeten",
    "ik", "wij", "we", "je", "u", "uw", "ons", "onze", "nog", "heeft",
];
#[rustfmt::skip]
const ITALIAN: &[&str] = &[
    "il", "lo", "la", "i", "gli", "le", "un", "uno", "una", "e", "sono", "in", "di", "del", "della", "dei", "delle", "al", "alla", "per",
    "con", "da", "dal", "non", "che", "si", "suo", "sua", "quale", "quali", "quando", "dove", "quanto", "quanti", "come", "nel", "nella", "o", "piu", "puo",
    "a", "ad", "ha", "io", "mio", "noi", "ci", "c", "questo", "questa", "anche", "su",
];
