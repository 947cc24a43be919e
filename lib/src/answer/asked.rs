//! The words of a question and what each does in it: names must not be missing from an answer, things asked for hardly,
//! and what merely asks may.
//!
//! Invariant: a word's part is told by the question and word lists alone, never by what was found.

use std::{
    cell::OnceCell,
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use super::{expect::NUMBERS, range};
use crate::knowledge::{Found, Index, Term, Tongue, kin, phrases, terms};

/// What a word does in a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// It is the thing asked for.
    Matter,
    /// It says what is done with it, or how it is.
    Soft,
    /// Many questions have it; no answer needs it.
    Light,
}

/// A word of the question.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) term: Term,
    pub(super) weight: f32,
    kin: &'static [String],
    /// What the phrase asks for that it belongs to: "get into the room" is answered by "check-in".
    phrase: Vec<&'static str>,
    /// Written together with the word before or after it: "water skiing" and "waterskiing".
    together: Vec<String>,
    /// Written with a capital inside the question: a name, which must not be missing.
    pub(super) name: bool,
    /// What it does in the question.
    pub(super) part: Part,
    /// Whether it is a thing asked for and no further one follows at once: the club of a kids' club.
    pub(super) head: bool,
    /// Whether it stands in the title of a document that was found: then it names that document and no other.
    pub(super) titled: bool,
    /// Its value, if it is a whole number: a range that has it answers for it.
    pub(super) number: Option<u32>,
    /// Its number, if it is a month.
    pub(super) month: Option<u32>,
}

/// Words that many questions have and few answers repeat.
#[rustfmt::skip]
const LIGHT: &[&str] = &[
    "time", "serve", "served", "offer", "offered", "available", "provide", "provided", "include", "included", "cost", "costs", "price", "long", "far",
    "open", "start", "begin", "need", "get", "take", "way", "place", "kind", "type", "happen", "happens", "know", "guest", "guests", "client", "clients",
    "traveller", "travellers", "customer", "customers", "people", "person", "someone", "somebody", "want", "go", "give", "make", "use", "user", "bring", "find", "old", "big", "large", "deep", "often",
    "early", "late", "day", "days", "allowed", "possible", "exactly", "there", "apply", "work", "works", "hotel", "resort", "stay", "staying", "fee", "charge", "pay", "year", "number", "rule", "rules",
    "policy", "let", "per", "near", "evening", "evenings", "morning", "month", "months", "week", "date", "amount", "sum", "heavy", "high", "tall", "wide", "size", "difference", "soon",
    "visit", "best", "good", "like", "information", "details", "much", "many", "order", "come", "say", "exist", "exists", "currently", "usually", "normally", "anything", "something", "total", "value", "worth", "self", "trip", "trips", "tour", "travel", "look",
    "costa", "cuesta", "custa", "cout", "kostet", "kosten", "preis", "prezzo", "precio", "prix", "kost", "lange", "dauert",
];

/// What is done, how things are, and nouns that any question has: by stem.
static SOFT: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let words = include_str!("soft.txt").lines().filter(|line| !line.starts_with('#'));
    let stems = words.flat_map(|line| terms(Tongue::English, line));
    stems.map(|term| term.stem).collect()
});

/// Words before a word that is most likely a verb: what is done matters less than what it is done to.
#[rustfmt::skip]
const BEFORE_VERBS: &[&str] = &[
    "to", "i", "we", "you", "they", "one", "he", "she", "can", "may", "must", "should", "could", "will", "not", "guests", "clients", "travellers", "people",
    "someone", "who", "children", "kids", "guest", "client", "traveller",
];
/// What a light word and a soft one count.
const LIGHT_SHARE: f32 = 0.2;
const SOFT_SHARE: f32 = 0.4;

/// The words of a question, with what each does in it.
pub(super) fn asked(question: &str, found: &Found, indexes: &[&Index]) -> Vec<Asked> {
    let tongue = Tongue::of(question);
    let titles =
        found.hits.iter().filter_map(|hit| hit.view(indexes)).flat_map(|view| terms(tongue, view.document.title));
    let titled: HashSet<String> = titles.map(|term| term.stem).collect();
    let written: Vec<&str> = question.split_whitespace().collect();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (place, word) in written.iter().enumerate() {
        for term in terms(tongue, word) {
            places.entry(term.word).or_insert(place);
        }
    }
    let joined = |first: Option<&&str>, second: Option<&&str>| -> Option<String> {
        let (first, second) = first.zip(second)?;
        let joined = format!("{first}{second}");
        joined.chars().all(char::is_alphabetic).then(|| terms(tongue, &joined).pop().map(|term| term.stem)).flatten()
    };
    let slips = Slips::new(tongue, found, indexes);
    let mut phrases = phrases(question);
    let plain: Vec<&str> =
        written.iter().map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric())).collect();
    let upper = |place: Option<usize>| {
        place.and_then(|place| plain.get(place)).is_some_and(|word| word.starts_with(char::is_uppercase))
    };
    // German writes every noun with a capital; a soft word is part of a name between others: "Advanced Open Water".
    let names = |part: Part, titled: bool, place: Option<usize>| match part {
        Part::Matter => titled || tongue != Tongue::German,
        Part::Soft => {
            titled || upper(place.and_then(|place| place.checked_sub(1))) || upper(place.map(|place| place + 1))
        }
        Part::Light => false,
    };
    let mut of = |(term, weight): &(Term, f32)| {
        let place = places.get(&term.word).copied();
        let together: Vec<String> = place.map_or(Vec::new(), |place| {
            let (here, next) = (plain.get(place), plain.get(place + 1));
            let before = place.checked_sub(1).and_then(|before| plain.get(before));
            [joined(before, here), joined(here, next)].into_iter().flatten().collect()
        });
        let together: Vec<String> = slips.meant(&term.stem).into_iter().chain(together).collect();
        let before = place.and_then(|place| place.checked_sub(1)).map(|before| written[before].to_lowercase());
        let (part, share) = part(term, before.as_deref());
        let inside = place.filter(|place| *place > 0).map(|place| written[place]);
        let capital =
            inside.is_some_and(|word| word.trim_start_matches(['(', '"', '“']).starts_with(char::is_uppercase));
        let month = range::month(&term.word);
        let titled = titled.contains(&term.stem);
        Asked {
            kin: kin(tongue, &term.stem),
            together,
            weight: share * weight,
            phrase: phrases.remove(&term.word).unwrap_or_default(),
            name: capital && month.is_none() && names(part, titled, place),
            part,
            head: part == Part::Matter,
            titled,
            number: number(&term.word),
            month,
            term: term.clone(),
        }
    };
    let mut asked: Vec<Asked> = found.words.iter().map(&mut of).collect();
    let place = |word: &Asked| places.get(&word.term.word).copied();
    let goes_on = |pair: &[Asked]| {
        matches!(pair, [one, next] if one.part == Part::Matter && next.part == Part::Matter
            && place(next) == place(one).map(|place| place + 1))
    };
    let followed: Vec<bool> = asked.windows(2).map(goes_on).collect();
    asked.iter_mut().zip(followed).for_each(|(word, followed)| word.head &= !followed);
    asked
}

/// Words of the passages that were found, for those of a question that stand nowhere: slips of the pen.
struct Slips<'a> {
    tongue: Tongue,
    found: &'a Found,
    indexes: &'a [&'a Index],
    /// Gathered when the first such word comes: most questions have none.
    written: OnceCell<HashSet<String>>,
}

impl<'a> Slips<'a> {
    fn new(tongue: Tongue, found: &'a Found, indexes: &'a [&'a Index]) -> Self {
        Self { tongue, found, indexes, written: OnceCell::new() }
    }

    fn written(&self) -> &HashSet<String> {
        self.written.get_or_init(|| {
            let views = self.found.hits.iter().filter_map(|hit| hit.view(self.indexes));
            let of = |text: &str| terms(self.tongue, text);
            let words = views.flat_map(|view| of(view.document.title).into_iter().chain(of(view.text)));
            words.map(|term| term.stem).collect()
        })
    }

    /// The word that is meant by one that no document has: "lugage", "toursit".
    fn meant(&self, stem: &str) -> Option<String> {
        /// Letters of the shortest word that is mended, and of the shortest in which two may be wrong.
        const SHORTEST: usize = 5;
        const LONG: usize = 8;
        let (letters, first) = (stem.chars().count(), stem.chars().next()?);
        let plain = letters >= SHORTEST && stem.chars().all(char::is_alphabetic);
        if !plain || self.indexes.iter().any(|index| index.having(stem) > 0) {
            return None;
        }
        let most = if letters >= LONG { 2 } else { 1 };
        let near = self.written().iter().filter(|other| other.starts_with(first));
        let near = near.map(|other| (strsim::osa_distance(stem, other), other)).filter(|(wrong, _)| *wrong <= most);
        near.min().map(|(_, other)| other.clone())
    }
}

fn part(term: &Term, before: Option<&str>) -> (Part, f32) {
    let light = LIGHT.contains(&term.word.as_str()) || LIGHT.contains(&term.stem.as_str());
    if light || number(&term.word).is_some() || term.word.starts_with(|letter: char| letter.is_ascii_digit()) {
        (Part::Light, LIGHT_SHARE)
    } else if SOFT.contains(&term.stem) || before.is_some_and(|before| BEFORE_VERBS.contains(&before)) {
        (Part::Soft, SOFT_SHARE)
    } else {
        (Part::Matter, 1.0)
    }
}

fn number(word: &str) -> Option<u32> {
    let named = || NUMBERS.iter().find(|(name, _)| *name == word).map(|(_, number)| *number);
    word.parse().ok().or_else(named)
}

impl Asked {
    /// 1 when the word stands there, less when one of its family does or a word that begins alike.
    pub(super) fn covered_by(&self, stems: &HashSet<String>) -> f32 {
        let stem = &self.term.stem;
        if !self.phrase.is_empty() {
            let meant = self.phrase.iter().any(|asked| stems.contains(*asked));
            return if meant {
                1.0
            } else if stems.contains(stem) {
                0.5
            } else {
                0.0
            };
        }
        if stems.contains(stem) || self.together.iter().any(|both| stems.contains(both)) {
            1.0
        } else if !(self.name && self.titled) && self.kin.iter().any(|kin| stems.contains(kin)) {
            0.85
        } else if stem.len() >= 4 && stems.iter().any(|other| self.begins_alike(other)) {
            0.8
        } else {
            0.0
        }
    }

    /// Every stem that counts for the word.
    pub(super) fn stems(&self) -> HashSet<&str> {
        let kin = self.kin.iter().map(String::as_str).chain(self.phrase.iter().copied());
        kin.chain([self.term.stem.as_str()]).collect()
    }

    /// "Reservation" and "reserve"; of names only what is made of a country: "Kenyan" and "Kenya".
    fn begins_alike(&self, other: &str) -> bool {
        let stem = self.term.stem.as_str();
        let rest = other.strip_prefix(stem).or_else(|| stem.strip_prefix(other));
        other.len() >= 4
            && rest.is_some_and(|rest| !self.name || ["n", "an", "ian", "ese", "es", "s", "i"].contains(&rest))
    }
}
