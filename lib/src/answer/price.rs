//! Reading a price question: which hotel or place, which dates, who travels.
//!
//! Invariant: a question without a date of arrival, and without a hotel or a place, is none; whoever travels is said in
//! the answer, as two adults are taken when nobody is named.

use jiff::{ToSpan, civil::Date};

use super::Answer;
use crate::{
    party::{Room, Stay},
    pricing::{Offer, PriceRequest},
    rates::folded,
};

/// A question for the price of a stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceQuestion {
    /// What to price.
    pub request: PriceRequest,
}

const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NUMBERS: &[&str] = &["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

impl PriceQuestion {
    /// Reads a question; `today` decides the year of a date that has none.
    #[must_use]
    pub fn read(question: &str, hotels: &[String], places: &[String], today: Date) -> Option<Self> {
        let text = folded(question);
        let named = |names: &[String]| -> Vec<String> {
            let found = names.iter().filter(|name| text.contains(&folded(name)));
            found.cloned().collect()
        };
        let (hotels, place) = (named(hotels), named(places).into_iter().next());
        let words: Vec<&str> = text
            .split(|letter: char| !letter.is_alphanumeric() && letter != '-')
            .filter(|word| !word.is_empty())
            .collect();
        let dates = dates(&words, today);
        let check_in = *dates.first()?;
        let nights = number_before(&words, &["night", "nights"])
            .or_else(|| number_before(&words, &["week", "weeks"]).map(|weeks| weeks.saturating_mul(7)));
        let by_nights = nights.and_then(|nights| check_in.checked_add(i64::from(nights).days()).ok());
        let check_out = dates.get(1).copied().or(by_nights)?;
        if hotels.is_empty() && place.is_none() {
            return None;
        }
        let mut request = PriceRequest::new(vec![party(&words)], Stay { check_in, check_out });
        request.destination = place.filter(|_| hotels.is_empty());
        request.hotels = hotels;
        request.faults().is_empty().then_some(Self { request })
    }

    /// The rate engine's offer in words.
    #[must_use]
    pub fn answer(&self, offer: &Offer) -> Answer {
        let Stay { check_in, check_out } = self.request.dates;
        let room = &self.request.party.rooms[0];
        let children = match room.child_ages.len() {
            0 => String::new(),
            1 => " and one child".to_owned(),
            many => format!(" and {many} children"),
        };
        let adults = if room.adults == 1 { "one adult".to_owned() } else { format!("{} adults", room.adults) };
        let stay = format!("for {adults}{children} from {check_in} to {check_out}");
        let one = |option: &crate::pricing::PricedOption| {
            format!("{}, {} ({}): {}", option.hotel, option.room_type, option.board, option.total)
        };
        let options: Vec<String> = offer.options.iter().map(one).collect();
        let refused = offer.refused.first().map(|refusal| format!("{}: {}", refusal.hotel, refusal.detail));
        let text = match (options.is_empty(), refused) {
            (false, _) => format!("Priced from the agency's rates {stay}: {}.", options.join("; ")),
            (true, Some(reason)) => format!("There is no price {stay}. {reason}."),
            (true, None) => format!("There is no price {stay}: the rates have no plan for it."),
        };
        Answer { text, abstained: options.is_empty(), citations: Vec::new() }
    }
}

/// Dates in the order they stand: 2027-07-01, "1 July 2027", "July 1", "1 to 8 July".
fn dates(words: &[&str], today: Date) -> Vec<Date> {
    let mut found: Vec<(usize, Date)> = Vec::new();
    for (place, word) in words.iter().enumerate() {
        if let Ok(date) = word.parse::<Date>() {
            found.push((place, date));
            continue;
        }
        let Some(month) = month(word) else { continue };
        let number = |place: Option<usize>| place.and_then(|place| day(words.get(place)?));
        let year = |place: usize| words.get(place)?.parse::<i16>().ok().filter(|year| (2000..2100).contains(year));
        let before = number(place.checked_sub(1)).map(|day| (day, year(place + 1)));
        let after = || number(Some(place + 1)).map(|day| (day, year(place + 2)));
        let Some((last, year)) = before.or_else(after) else { continue };
        // "from 1 to 8 July": the first day stands before a word between.
        let between = place
            .checked_sub(2)
            .and_then(|at| words.get(at))
            .is_some_and(|word| matches!(*word, "to" | "until" | "and" | "-"));
        let first = number(place.checked_sub(3)).filter(|_| before.is_some() && between);
        found.extend(first.and_then(|day| next(day, month, year, today)).map(|date| (place, date)));
        found.extend(next(last, month, year, today).map(|date| (place, date)));
    }
    found.into_iter().map(|(_, date)| date).collect()
}

fn month(word: &str) -> Option<i8> {
    let known = word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let place = MONTHS.iter().position(|month| known && word.starts_with(month))?;
    // "may I" is no month; neither is "march" of penguins, which no date stands beside.
    i8::try_from(place + 1).ok()
}

fn day(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

/// The date in its year, or the next one to come.
fn next(day: i8, month: i8, year: Option<i16>, today: Date) -> Option<Date> {
    let in_year = |year: i16| Date::new(year, month, day).ok();
    match year {
        Some(year) => in_year(year),
        None => in_year(today.year()).filter(|date| *date >= today).or_else(|| in_year(today.year() + 1)),
    }
}

fn number(word: &str) -> Option<u32> {
    word.parse().ok().or_else(|| NUMBERS.iter().zip(0..).find(|(name, _)| *name == &word).map(|(_, number)| number))
}

fn number_before(words: &[&str], nouns: &[&str]) -> Option<u32> {
    let place = words.iter().position(|word| nouns.contains(word))?;
    number(words.get(place.checked_sub(1)?)?).filter(|number| (1..=365).contains(number))
}

fn party(words: &[&str]) -> Room {
    let couple = words.contains(&"couple") || words.contains(&"honeymoon");
    let adults = number_before(words, &["adult", "adults", "people", "persons", "guests"]);
    let single = words.windows(2).any(|pair| pair == ["one", "person"] || pair == ["1", "person"]);
    let adults = adults.or(single.then_some(1)).filter(|_| !couple).unwrap_or(2);
    let place = words.iter().position(|word| matches!(*word, "child" | "children" | "kid" | "kids" | "aged" | "ages"));
    let after = words.iter().skip(place.map_or(words.len(), |place| place + 1)).take(8);
    let ages = after.take_while(|word| number(word).is_some() || matches!(**word, "and" | "aged" | "ages" | "age"));
    let child_ages =
        ages.filter_map(|word| number(word)).filter_map(|age| u8::try_from(age).ok()).filter(|age| *age <= 17);
    Room { adults, child_ages: child_ages.collect() }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn dates_people_and_names_are_read() {
        let hotels = ["Kaskazi Reef Resort".to_owned()];
        let places = ["Zanzibar".to_owned()];
        let today = date(2026, 11, 23);
        let read = |question: &str| PriceQuestion::read(question, &hotels, &places, today);
        let asked =
            read("How much is Kaskazi Reef Resort for 2 adults and 2 children (4 and 9) from 1 to 8 July 2027?");
        let request = asked.unwrap().request;
        assert_eq!((request.dates.check_in, request.dates.check_out), (date(2027, 7, 1), date(2027, 7, 8)));
        assert_eq!(request.party.rooms, [Room { adults: 2, child_ages: vec![4, 9] }]);
        assert_eq!(request.hotels, hotels);
        let request = read("price for a couple in Zanzibar, 7 nights from 2027-03-02").unwrap().request;
        assert_eq!((request.dates.check_out, request.destination.as_deref()), (date(2027, 3, 9), Some("Zanzibar")));
        let request = read("cost of zanzibar from 3 March to 10 March").unwrap().request;
        assert_eq!((request.dates.check_in, request.dates.check_out), (date(2027, 3, 3), date(2027, 3, 10)));
        for none in
            ["How much is late check-out at Kaskazi Reef Resort?", "price in May?", "31 February to 2 March, Zanzibar"]
        {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
