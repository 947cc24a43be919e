//! The traveller's request said back in one sentence, and the wishes beyond it.

use rust_decimal::Decimal;

use super::{
    Journey, LetterInput, clean,
    locale::Region,
    options,
    words::{Words, capitalised, fill},
};
use crate::{enquiry::BudgetBasis, money::Money, party::Room};

/// The request said back, in the region's words.
pub(super) fn journey(input: &LetterInput, region: Region) -> Journey {
    let words = region.words();
    let place = place(input);
    Journey {
        nights: capitalised(&words.count(words.night, input.stay.night_count())),
        dates: region.range(input.stay.check_in, input.stay.check_out),
        party: capitalised(&party(words, &input.rooms)),
        request: sentence(input, region, &place),
        wishes: wishes(input, region),
        arrival: region.weekday_date(input.stay.check_in),
        departure: region.weekday_date(input.stay.check_out),
        rooms: rooms(words, &input.rooms),
        place,
    }
}

/// Where the journey goes: what the options offer, else what was asked for.
fn place(input: &LetterInput) -> String {
    let mut places: Vec<String> = Vec::new();
    let asked = input.fields.destinations.iter().flat_map(|asked| asked.value.iter());
    let offered: Vec<&String> = input.options.iter().map(|option| &option.destination).collect();
    let from: Vec<&String> = if offered.is_empty() { asked.collect() } else { offered };
    for place in from.into_iter().map(|place| clean::line(place, 60)) {
        if !place.is_empty() && !places.contains(&place) && places.len() < 3 {
            places.push(place);
        }
    }
    places.join(" / ")
}

/// "Seven nights in Zanzibar from 3 to 10 July 2027 for two adults and two children aged 4 and 9."
fn sentence(input: &LetterInput, region: Region, place: &str) -> String {
    let words = region.words();
    let nights = words.count(words.night, input.stay.night_count());
    let dates = region.between(input.stay.check_in, input.stay.check_out);
    let mut party = party(words, &input.rooms);
    if input.rooms.len() > 1 {
        let count = words.count(words.room, u32::try_from(input.rooms.len()).unwrap_or(u32::MAX));
        party = format!("{party} {}", fill(words.in_rooms, &[("rooms", &count)]));
    }
    let values = [("nights", nights.as_str()), ("place", place), ("dates", &dates), ("party", &party)];
    format!("{}.", capitalised(&fill(words.request, &values)))
}

/// "two adults and two children aged 4 and 9", over all rooms; children from the youngest.
pub(super) fn party(words: &Words, rooms: &[Room]) -> String {
    let adults = rooms.iter().fold(0_u32, |sum, room| sum.saturating_add(room.adults));
    let mut ages: Vec<u8> = rooms.iter().flat_map(|room| room.child_ages.iter().copied()).collect();
    ages.sort_unstable();
    let mut parts = Vec::new();
    if adults > 0 || ages.is_empty() {
        parts.push(words.count(words.adult, adults));
    }
    if !ages.is_empty() {
        let children = words.count(words.child, u32::try_from(ages.len()).unwrap_or(u32::MAX));
        let list: Vec<String> = ages.iter().take(20).map(u8::to_string).collect();
        let aged = if ages.last() == Some(&1) { words.aged_one } else { words.aged };
        parts.push(format!("{children} {}", fill(aged, &[("ages", &words.list(&list))])));
    }
    words.list(&parts)
}

/// "Room 1: two adults", when there are several rooms.
fn rooms(words: &Words, rooms: &[Room]) -> Vec<String> {
    if rooms.len() < 2 {
        return Vec::new();
    }
    let each = |(i, room): (usize, &Room)| {
        let label = fill(words.room_n, &[("n", &(i + 1).to_string())]);
        format!("{label}: {}", party(words, std::slice::from_ref(room)))
    };
    rooms.iter().enumerate().map(each).collect()
}

/// What the traveller asked for beside place, dates and party.
fn wishes(input: &LetterInput, region: Region) -> Vec<String> {
    let words = region.words();
    let fields = &input.fields;
    let mut wishes = Vec::new();
    if let Some(board) = &fields.board {
        wishes.push(options::board_name(words, board.value).to_owned());
    }
    if let Some(stars) = &fields.stars {
        let stars = words.figures(words.star, u32::from(stars.value));
        wishes.push(fill(words.at_least_stars, &[("stars", &stars)]));
    }
    if let Some(budget) = &fields.budget {
        let template = match budget.value.basis {
            BudgetBasis::Total => words.budget_total,
            BudgetBasis::PerPerson => words.budget_per_person,
            BudgetBasis::PerNight => words.budget_per_night,
        };
        let amount = |amount: Decimal| region.money(Money::new(amount, budget.value.currency));
        let low = amount(budget.value.amount);
        let range = budget.value.max.map(|high| fill(words.range, &[("a", &low), ("b", &amount(high))]));
        wishes.push(fill(template, &[("amount", range.as_ref().unwrap_or(&low))]));
    }
    for hotel in fields.requested_hotels.iter().flat_map(|hotels| hotels.value.iter().take(5)) {
        wishes.push(clean::line(hotel, 80));
    }
    for interest in fields.interests.iter().flat_map(|interests| interests.value.iter().take(5)) {
        wishes.push(clean::line(interest, 60));
    }
    if let Some(special) = &fields.special_requests {
        wishes.push(clean::line(&special.value, 240));
    }
    wishes.retain(|wish| !wish.is_empty());
    wishes.iter().map(|wish| capitalised(wish)).collect()
}
