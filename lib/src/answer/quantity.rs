//! What an answer is counted in: who asks how heavy is told of kilograms, who asks how many rooms of a number of rooms.
//!
//! Invariant: a question that names no quantity is met by nothing and missed by nothing.

use std::collections::HashSet;

use super::expect::NUMBERS;
use crate::{
    knowledge::{Tongue, is_stop_word, split},
    rates::folded,
};

/// What asks for a quantity, and the words and signs that one is told in.
struct Quantity {
    asks: &'static [&'static str],
    words: &'static [&'static str],
    signs: &'static [&'static str],
}

#[rustfmt::skip]
const QUANTITIES: &[Quantity] = &[
    Quantity { asks: &["how heavy", "weigh", "weight", "how many kilo"], words: &["kg", "kilo", "kilos", "kilogram", "kilograms", "lb", "lbs", "pounds", "gram", "grams", "tonne", "tonnes"], signs: &[] },
    Quantity { asks: &["how far", "distance"], words: &["km", "kilometre", "kilometres", "kilometer", "kilometers", "m", "metre", "metres", "meter", "meters", "mile", "miles", "min", "minute", "minutes", "hour", "hours", "step", "steps", "walk"], signs: &[] },
    Quantity { asks: &["how long"], words: &["min", "mins", "minute", "minutes", "hour", "hours", "h", "day", "days", "week", "weeks", "month", "months", "year", "years", "night", "nights", "m", "metre", "metres", "km", "cm", "stunden", "tage"], signs: &[] },
    Quantity { asks: &["how big", "how large", "what size", "size of"], words: &["m2", "sqm", "square", "hectare", "hectares", "ha", "km", "people", "persons", "participants", "travellers", "passengers", "guests", "x"], signs: &["×"] },
    Quantity { asks: &["how deep", "how high is the", "how tall", "altitude", "height", "depth"], words: &["m", "metre", "metres", "meter", "meters", "feet", "ft", "cm", "eur", "usd"], signs: &["€", "%"] },
    Quantity { asks: &["how fast", "speed"], words: &["kmh", "mph", "mbit", "mbps", "knots"], signs: &["km/h"] },
    Quantity { asks: &["how hot", "how cold", "how warm", "temperature", "what degree"], words: &["degrees", "heated", "unheated"], signs: &["°"] },
    Quantity { asks: &["how often"], words: &["daily", "every", "times", "once", "twice", "hourly", "weekly", "each", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], signs: &["per day", "a day", "a week"] },
    Quantity { asks: &["percent", "per cent"], words: &["percent"], signs: &["%", "per cent"] },
    Quantity { asks: &["email", "e-mail address", "mail address"], words: &[], signs: &["@"] },
    Quantity { asks: &["website", "web address", "web site"], words: &[], signs: &["www.", "http", ".com", ".org", ".net", ".example"] },
    Quantity { asks: &["which currency", "what currency"], words: &["usd", "eur", "euro", "euros", "rand", "dollar", "dollars", "pound", "pounds", "zar", "gbp", "currency"], signs: &[] },
];

/// What asks for the number of a telephone.
const TELEPHONE: &[&str] =
    &["phone number", "telephone number", "emergency number", "number of the", "what number", "phone", "hotline"];
/// Digits of the shortest of them.
const SHORTEST_TELEPHONE: usize = 7;

/// 1 when a text tells the quantity that is asked for, -1 when it does not, 0 when none is asked for.
pub(super) fn met(question: &str, text: &str) -> f32 {
    let asked = folded(question);
    let asks = |words: &[&str]| words.iter().any(|word| asked.contains(word));
    let told = if let Some(quantity) = QUANTITIES.iter().find(|quantity| asks(quantity.asks)) {
        quantity.is_told(&folded(text))
    } else if asks(TELEPHONE) {
        longest_number(text) >= SHORTEST_TELEPHONE
    } else {
        return 0.0;
    };
    if told { 1.0 } else { -1.0 }
}

impl Quantity {
    fn is_told(&self, text: &str) -> bool {
        let mut words = text.split(|letter: char| !letter.is_alphanumeric());
        let unit = |word: &str| word.trim_start_matches(|letter: char| letter.is_ascii_digit()).to_owned();
        self.signs.iter().any(|sign| text.contains(sign)) || words.any(|word| self.words.contains(&unit(word).as_str()))
    }
}

/// Most digits in a row, with nothing but spaces and the marks of telephone numbers between them.
fn longest_number(text: &str) -> usize {
    let (mut longest, mut digits) = (0, 0);
    for letter in text.chars() {
        match letter {
            '0'..='9' => digits += 1,
            ' ' | '(' | ')' | '/' | '-' => {}
            _ => digits = 0,
        }
        longest = longest.max(digits);
    }
    longest
}

/// What is counted in a question: the last noun after "how many".
pub(super) fn counted(question: &str) -> Option<String> {
    const VERBS: &[&str] = &["get", "fit", "come", "sleep", "go", "stay", "need", "take"];
    let question = folded(question);
    let (_, after) = question.split_once("how many ")?;
    let nouns = split(after).take_while(|word| !is_stop_word(Tongue::English, word) && !VERBS.contains(&word.as_str()));
    nouns.last()
}

/// 1 when a number stands with what is counted, -1 when none does.
pub(super) fn counts(stems: &HashSet<&str>, text: &str) -> f32 {
    let words: Vec<String> = split(text).collect();
    let is_number = |word: &String| {
        word.starts_with(|letter: char| letter.is_ascii_digit()) || NUMBERS.iter().any(|(name, _)| name == word)
    };
    let near = |place: usize| {
        let (before, after) = (place.saturating_sub(3)..place, place + 1..(place + 3).min(words.len()));
        words[before].iter().any(is_number) || words.get(after).unwrap_or_default().iter().any(is_number)
    };
    let stands = |place: usize| stems.contains(Tongue::English.stem(&words[place]).as_str());
    if (0..words.len()).any(|place| stands(place) && near(place)) { 1.0 } else { -1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_is_told_in_its_own_words() {
        for (question, text, expected) in [
            ("How heavy may a bag be?", "20kg in a soft bag", 1.0),
            ("How heavy may a bag be?", "two bags a person", -1.0),
            ("How big is the suite?", "Suite: 58 m²", 1.0),
            ("What is the phone number?", "Call +27 21 555 0148.", 1.0),
            ("What is the phone number?", "Call room 214.", -1.0),
            ("Is there a pool?", "no", 0.0),
        ] {
            assert!((met(question, text) - expected).abs() < f32::EPSILON, "{question} {text}");
        }
    }

    #[test]
    fn a_number_stands_with_what_it_counts() {
        assert_eq!(counted("How many conference rooms does it have?").as_deref(), Some("rooms"));
        let rooms: HashSet<&str> = HashSet::from(["room"]);
        assert!(counts(&rooms, "It has 31 rooms on two floors.") > 0.0);
        assert!(counts(&rooms, "The rooms are light; the lift holds 8.") < 0.0);
    }
}
