//! Choosing the units that answer, or none. Finding the right passage is not enough: the right hotel may have a page on
//! which nobody wrote about what was asked, so each unit is checked for the question's own words.
//!
//! Invariant: a unit is chosen only when the words of the question that are not the name of its document stand in it, in
//! its row, or in the heading above it.

use std::collections::HashSet;

use super::{
    expect::{Expected, NUMBERS},
    instructions::is_instruction,
    kind::QuestionKind,
    range::Range,
    unit::{Shape, Unit, units},
};
use crate::knowledge::{Found, Hit, Index, PassageView, Term, Tongue, kin, terms};

/// Relevance below which a passage is not looked into, with and without vectors.
const FLOOR: f32 = 0.22;
const LEXICAL_FLOOR: f32 = 0.25;
/// Share of the asked words, by weight, that a unit must have.
const ENOUGH: f32 = 0.55;
/// Share of them that one word alone may miss.
const MOST_MISSING: f32 = 0.34;
/// The same where the unit has not the form that was asked for.
const ENOUGH_WITHOUT_FORM: f32 = 0.8;
/// What a word counts that stands elsewhere in the unit's passage.
const ELSEWHERE: f32 = 0.5;
/// Hits that are looked into.
const LOOKED_INTO: usize = 10;
/// Most units of an answer.
const MOST: usize = 3;
/// How near to the best a further unit must come.
const NEAR: f32 = 0.87;
/// The same for a unit of another passage.
const NEAR_ELSEWHERE: f32 = 0.94;

/// A unit that answers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice {
    /// Which hit it is from.
    pub(super) hit: usize,
    /// The unit.
    pub(super) unit: Unit,
    /// How well it answers.
    pub(super) score: f32,
}

/// What a word does in a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// It says what is asked for.
    Matter,
    /// It says what is done.
    Verb,
    /// Many questions have it; no answer needs it.
    Light,
}

/// A word of the question.
#[derive(Clone)]
struct Asked {
    term: Term,
    weight: f32,
    kin: Vec<String>,
    /// Written with a capital inside the question: a name, which must not be missing.
    name: bool,
    /// What it does in the question.
    part: Part,
    /// Whether it stands in the title of a document that was found: then it names that document and no other.
    titled: bool,
    /// Its value, if it is a whole number: a range that has it answers for it.
    number: Option<u32>,
}

/// Words that many questions have and few answers repeat.
#[rustfmt::skip]
const LIGHT: &[&str] = &[
    "time", "serve", "served", "offer", "offered", "available", "provide", "provided", "include", "included", "cost", "costs", "price", "long", "far",
    "open", "start", "begin", "need", "get", "take", "way", "place", "kind", "type", "happen", "happens", "know", "guest", "guests", "client", "clients",
    "traveller", "travellers", "customer", "customers", "people", "person", "someone", "want", "go", "give", "make", "use", "user", "bring", "find", "old", "big", "large", "deep", "often",
    "early", "late", "day", "days", "allowed", "possible", "exactly", "there", "apply", "work", "works", "hotel", "resort", "stay", "staying", "fee", "charge", "pay", "year", "number", "rule", "rules",
    "policy", "let", "per", "near", "evening", "evenings", "morning", "month", "months", "week", "date", "amount", "sum", "heavy", "high", "tall", "wide", "size", "difference", "soon",
    "visit", "best", "good", "like", "information", "details", "much", "many", "order", "come", "say", "exist", "exists", "currently", "usually", "normally", "anything", "something", "total", "value", "worth", "self", "trip", "trips", "tour", "travel", "look",
    "costa", "cuesta", "custa", "cout", "kostet", "kosten", "preis", "prezzo", "precio", "prix", "kost",
];

/// Words before a word that is most likely a verb: what is done matters less than what it is done to.
#[rustfmt::skip]
const BEFORE_VERBS: &[&str] = &[
    "to", "i", "we", "you", "they", "one", "he", "she", "can", "may", "must", "should", "could", "will", "not", "guests", "clients", "travellers", "people",
    "someone", "who", "children", "kids", "guest", "client", "traveller",
];
/// What the light words add when all of them stand in the unit.
const LIGHT_BONUS: f32 = 0.1;
/// What a light word and a verb count.
const LIGHT_SHARE: f32 = 0.2;
const VERB_SHARE: f32 = 0.4;

/// The units that answer a question, best first; none when nothing does.
pub(super) fn choose(question: &str, kind: QuestionKind, found: &Found, indexes: &[&Index]) -> Vec<Choice> {
    let asked = asked(question, found, indexes);
    let whole = chosen(&asked, Expected::of(question), kind, found, indexes);
    let sentences: Vec<&str> =
        question.split_inclusive(['?', '.', '!']).filter(|part| !part.trim().is_empty()).collect();
    if !whole.is_empty() || sentences.len() < 2 {
        return whole;
    }
    // Several sentences: the last one that is answered by itself, with the names of all of them.
    let tongue = Tongue::of(question);
    let alone = sentences.iter().rev().take(4).map(|sentence| {
        let words = terms(tongue, sentence);
        let of_it = |one: &&Asked| one.name || words.iter().any(|word| word.word == one.term.word);
        let asked: Vec<Asked> = asked.iter().filter(of_it).cloned().collect();
        let says_something = asked.iter().any(|one| one.part == Part::Matter && !one.name);
        if says_something { chosen(&asked, Expected::of(sentence), kind, found, indexes) } else { Vec::new() }
    });
    alone.into_iter().find(|choices| !choices.is_empty()).unwrap_or_default()
}

fn chosen(asked: &[Asked], expected: Expected, kind: QuestionKind, found: &Found, indexes: &[&Index]) -> Vec<Choice> {
    let mut choices: Vec<(Choice, String)> = Vec::new();
    for (place, hit) in found.hits.iter().enumerate().take(LOOKED_INTO) {
        let floor = if hit.cosine.is_some() { FLOOR } else { LEXICAL_FLOOR };
        let Some(view) = hit.view(indexes).filter(|_| hit.relevance >= floor) else { continue };
        let ask = Ask { asked, expected, kind };
        let scored = units(view.headings, view.text).into_iter().filter_map(|unit| ask.choice(place, hit, &view, unit));
        choices.extend(scored.map(|choice| (choice, view.document.id.to_owned())));
    }
    choices.sort_by(|(a, _), (b, _)| b.score.total_cmp(&a.score).then(a.hit.cmp(&b.hit)));
    pick(kind, choices)
}

fn asked(question: &str, found: &Found, indexes: &[&Index]) -> Vec<Asked> {
    let tongue = Tongue::of(question);
    let titles =
        found.hits.iter().filter_map(|hit| hit.view(indexes)).flat_map(|view| terms(tongue, view.document.title));
    let titled: HashSet<String> = titles.map(|term| term.stem).collect();
    let written: Vec<&str> = question.split_whitespace().collect();
    let place =
        |word: &str| written.iter().position(|written| terms(tongue, written).iter().any(|term| term.word == word));
    let before =
        |place: usize| place.checked_sub(1).and_then(|before| written.get(before)).map(|before| before.to_lowercase());
    let of = |(term, weight): &(Term, f32)| {
        let place = place(&term.word);
        let is_verb = place.and_then(before).is_some_and(|before| BEFORE_VERBS.contains(&before.as_str()));
        let inside = place.filter(|place| *place > 0).and_then(|place| written.get(place));
        let light = LIGHT.contains(&term.word.as_str()) || LIGHT.contains(&term.stem.as_str()) || is_number(&term.word);
        let (part, share) = match (light, is_verb) {
            (true, _) => (Part::Light, LIGHT_SHARE),
            (false, true) => (Part::Verb, VERB_SHARE),
            (false, false) => (Part::Matter, 1.0),
        };
        Asked {
            kin: kin(tongue, &term.word, &term.stem),
            weight: share * weight,
            name: inside
                .is_some_and(|written| written.trim_start_matches(['(', '"', '“']).starts_with(char::is_uppercase)),
            part,
            titled: titled.contains(&term.stem),
            number: term.word.parse().ok(),
            term: term.clone(),
        }
    };
    found.words.iter().map(of).collect()
}

fn is_number(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit()) || NUMBERS.contains(&word)
}

/// The best, and others that come near: for a comparison one of each document first.
fn pick(kind: QuestionKind, choices: Vec<(Choice, String)>) -> Vec<Choice> {
    let Some(best) = choices.first().map(|(choice, _)| choice.score) else { return Vec::new() };
    let mut picked: Vec<(Choice, String)> = Vec::new();
    let near = if kind == QuestionKind::Comparison { 0.6 } else { NEAR };
    for (choice, document) in choices {
        let again = picked.iter().any(|(other, _)| {
            other.unit.quote.contains(&choice.unit.quote) || choice.unit.quote.contains(&other.unit.quote)
        });
        let second = kind == QuestionKind::Comparison && picked.iter().any(|(_, other)| *other == document);
        let elsewhere = kind != QuestionKind::Comparison && picked.iter().any(|(other, _)| other.hit != choice.hit);
        let near = if elsewhere { NEAR_ELSEWHERE } else { near };
        if picked.len() < MOST && choice.score >= near * best && !again && !second {
            picked.push((choice, document));
        }
    }
    picked.into_iter().map(|(choice, _)| choice).collect()
}

struct Ask<'a> {
    asked: &'a [Asked],
    expected: Expected,
    kind: QuestionKind,
}

impl Ask<'_> {
    fn choice(&self, place: usize, hit: &Hit, view: &PassageView<'_>, unit: Unit) -> Option<Choice> {
        if is_instruction(&unit.quote) {
            return None;
        }
        let tongue = view.document.tongue;
        let stems = |text: &str| terms(tongue, text).into_iter().map(|term| term.stem).collect::<HashSet<String>>();
        let (own, above, title) = (stems(&shown(&unit)), stems(&unit.headings), stems(view.document.title));
        let whole = stems(view.text);
        let range = Range::of(&unit);
        let mut sums = Sums::default();
        for word in self.asked {
            let (mut own, above, title) = (word.covered_by(&own), word.covered_by(&above), word.covered_by(&title));
            if let (Some(range), Some(number)) = (&range, word.number) {
                if !range.has(number) {
                    return None;
                }
                own = 1.0;
            }
            let elsewhere = word.covered_by(&whole);
            let missing = own.max(above).max(title) < 0.5 && (word.titled || elsewhere < 0.5);
            if word.name && missing && self.kind != QuestionKind::Comparison {
                return None;
            }
            let above = above.max(ELSEWHERE * elsewhere);
            sums.add(word, own, above, title);
        }
        let share = sums.share();
        let form = self.expected.is_met(&shown(&unit));
        let formed = form && self.expected != Expected::Any;
        let enough = if form { ENOUGH } else { ENOUGH_WITHOUT_FORM };
        // Where only a verb is left beside the names, an answer of the form asked for is enough.
        let formed = formed && self.expected != Expected::Name && self.asked.iter().any(|word| word.name);
        let answers = share >= enough || (sums.matter == 0.0 && formed);
        if !answers || sums.missing > MOST_MISSING * sums.rest {
            return None;
        }
        let lead = if unit.leads { 0.03 } else { 0.0 };
        let score = 0.55 * sums.direct()
            + 0.15 * share
            + 0.2 * sums.title_share()
            + 0.1 * hit.relevance
            + if form && self.expected != Expected::Any { 0.1 } else { 0.0 }
            + lead;
        Some(Choice { hit: place, unit, score })
    }
}

/// What is read of a unit when words are looked for.
fn shown(unit: &Unit) -> String {
    match &unit.shape {
        Shape::Sentence => unit.quote.clone(),
        Shape::Item { intro } => format!("{} {intro}", unit.quote),
        Shape::Row { cells } => {
            let headers: Vec<&str> =
                cells.iter().filter(|(_, cell)| !cell.is_empty()).map(|(header, _)| header.as_str()).collect();
            format!("{} {}", unit.quote, headers.join(" "))
        }
    }
}

impl Asked {
    /// 1 when the word stands there, less when one of its family does, or for all but names a word that begins alike.
    fn covered_by(&self, stems: &HashSet<String>) -> f32 {
        let stem = &self.term.stem;
        if stems.contains(stem) {
            1.0
        } else if self.kin.iter().any(|kin| stems.contains(kin)) {
            0.85
        } else if !self.name
            && stem.len() >= 4
            && stems
                .iter()
                .any(|other| other.len() >= 4 && (other.starts_with(stem.as_str()) || stem.starts_with(other.as_str())))
        {
            0.8
        } else {
            0.0
        }
    }
}

/// Weights of the question's words by where they stand.
#[derive(Default)]
struct Sums {
    /// Words that are neither in the title nor names.
    rest: f32,
    rest_near: f32,
    all: f32,
    named: f32,
    /// Words that are not light, by how directly they stand in the unit.
    direct: f32,
    /// Light words, and those of them that stand in the unit.
    light_all: f32,
    light_own: f32,
    /// Words of the rest that are no verbs.
    matter: f32,
    /// The heaviest of these that stands nowhere near.
    missing: f32,
}

impl Sums {
    fn add(&mut self, word: &Asked, own: f32, above: f32, title: f32) {
        let weight = word.weight;
        self.all += weight;
        self.named += weight * title.max(own).max(above);
        self.light_all += if word.part == Part::Light { weight } else { 0.0 };
        self.direct += if word.part == Part::Light { 0.0 } else { weight * own.max(0.7 * title) };
        self.light_own += if word.part == Part::Light { weight * own } else { 0.0 };
        if title < 0.5 && !word.name && word.part != Part::Light {
            self.rest += weight;
            self.rest_near += weight * own.max(0.9 * above);
            if word.part == Part::Matter {
                self.matter += weight;
                self.missing = if own.max(above) < 0.5 { self.missing.max(weight) } else { self.missing };
            }
        }
    }

    /// Share of the words beside the title's that stand in the unit or above it.
    fn share(&self) -> f32 {
        if self.rest > 0.0 { self.rest_near / self.rest } else { 1.0 }
    }

    /// How much of the question stands in the unit itself; the title's words count less, light words decide where no
    /// others are left.
    fn direct(&self) -> f32 {
        let (all, light) = (self.all - self.light_all, self.light_all);
        let own = if all > 0.0 { self.direct / all } else { 0.5 };
        own + if light > 0.0 { LIGHT_BONUS * self.light_own / light } else { 0.0 }
    }

    fn title_share(&self) -> f32 {
        if self.all > 0.0 { self.named / self.all } else { 0.0 }
    }
}
