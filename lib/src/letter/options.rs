//! The alternatives, each as one card: what it is, what it includes, what it costs.

use serde::Serialize;

use super::{
    LetterInput, clean,
    locale::Region,
    request,
    words::{Words, capitalised, fill},
};
use crate::{
    enquiry::Board,
    party::Room,
    pricing::{Exact, ExtraUnit, Line, LineKind, PricedOption, Trace},
};

/// One alternative as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OptionCard {
    /// "Option 1".
    pub label: String,
    /// "Recommended", on the main one of several.
    pub recommended: Option<String>,
    /// Hotel.
    pub hotel: String,
    /// "Zanzibar, Tanzania".
    pub place: String,
    /// How many stars, 0 when unrated.
    pub stars: u8,
    /// "4 stars"; empty when unrated.
    pub stars_text: String,
    /// Room type.
    pub room_type: String,
    /// Board in words.
    pub board: String,
    /// "Estimate", when it is one.
    pub estimate: Option<String>,
    /// What that means, when it is one.
    pub estimate_note: Option<String>,
    /// What is included, with amounts that add up to the total.
    pub lines: Vec<PriceLine>,
    /// Extras outside the total.
    pub extras: Vec<PriceLine>,
    /// What this option costs.
    pub total: String,
    /// Total by paying people, where that differs from the total.
    pub per_person: Option<String>,
    /// Whose share that is: everybody's, or that of those who pay.
    pub per: &'static str,
}

/// One line with its amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PriceLine {
    /// What it is.
    pub text: String,
    /// For whom, how long; empty when the text says it all.
    pub detail: String,
    /// What it costs.
    pub amount: String,
}

/// A card for each option, at most the three that pricing offers.
pub(super) fn cards(input: &LetterInput, region: Region) -> Vec<OptionCard> {
    let mut cards: Vec<OptionCard> =
        input.options.iter().take(3).enumerate().map(|(i, option)| card(input, region, i, option)).collect();
    if let [only] = cards.as_mut_slice() {
        only.recommended = None;
    }
    cards
}

fn card(input: &LetterInput, region: Region, i: usize, option: &PricedOption) -> OptionCard {
    let words = region.words();
    let lines = |lines: &[Line]| lines.iter().map(|line| price_line(input, region, option, line)).collect();
    let places = [clean::line(&option.destination, 60), clean::line(&option.country, 60)];
    let mut place: Vec<String> = places.into_iter().filter(|place| !place.is_empty()).collect();
    place.dedup();
    let board = Board::from_code(&option.board).map(|board| board_name(words, board).to_owned());
    let stars = option.stars.min(7);
    OptionCard {
        label: fill(words.option_n, &[("n", &(i + 1).to_string())]),
        recommended: option.is_main.then(|| words.recommended.to_owned()),
        hotel: clean::line(&option.hotel, 100),
        place: place.join(", "),
        stars,
        stars_text: if stars == 0 { String::new() } else { words.figures(words.star, stars.into()) },
        room_type: clean::line(&option.room_type, 80),
        board: board.unwrap_or_else(|| clean::line(&option.board, 40)),
        estimate: option.estimate.then(|| words.estimate.to_owned()),
        estimate_note: option.estimate.then(|| words.estimate_note.to_owned()),
        lines: lines(&option.lines),
        extras: lines(&option.optional_extras),
        total: region.money(option.total),
        per_person: (option.per_person != option.total).then(|| region.money(option.per_person)),
        per: if all_pay(input, option) { words.labels.per_person } else { words.labels.per_paying_person },
    }
}

/// Whether the share of one is that of everybody: a baby that sleeps for nothing makes the others' larger.
fn all_pay(input: &LetterInput, option: &PricedOption) -> bool {
    let people = input.rooms.iter().map(Room::people).sum::<u32>().max(1);
    let (total, share) = (option.total, option.per_person);
    Exact::from(total.amount).ratio(people.into(), total.currency.minor_digits()) == Some(share.amount)
}

fn price_line(input: &LetterInput, region: Region, option: &PricedOption, line: &Line) -> PriceLine {
    let words = region.words();
    let (text, detail) = match line.kind {
        LineKind::Accommodation => (accommodation(words, option, line), guests(input, words, line)),
        LineKind::Extra => extra(words, line),
        LineKind::Rounding => (words.rounding.to_owned(), String::new()),
        LineKind::Own => (clean::line(&line.description, 200), String::new()),
        LineKind::OwnArrangement => (clean::line(&line.description, 200), words.own_arrangement.to_owned()),
    };
    let amount = if line.kind == LineKind::OwnArrangement { "–".to_owned() } else { region.money(line.amount) };
    PriceLine { text, detail, amount }
}

/// "Airport transfer" and "Four people": the name is the agency's, the rest in the reader's language.
fn extra(words: &Words, line: &Line) -> (String, String) {
    let trace = match &line.trace {
        Trace::Manual(manual) => &*manual.computed,
        trace => trace,
    };
    let Trace::Extra(extra) = trace else { return (clean::line(&line.description, 200), String::new()) };
    let (people, nights) = (words.count(words.person, extra.people), words.count(words.night, extra.nights));
    let detail = match extra.unit {
        ExtraUnit::Booking => String::new(),
        ExtraUnit::Person => people,
        ExtraUnit::Night => nights,
        ExtraUnit::PersonNight => format!("{people}, {nights}"),
    };
    (clean::line(extra.name_in(&line.description), 200), capitalised(&detail))
}

/// "Room 1: Garden Suite", by the room's number where there are several.
fn accommodation(words: &Words, option: &PricedOption, line: &Line) -> String {
    let rooms = option.lines.iter().filter(|line| line.kind == LineKind::Accommodation).count();
    let room_type = clean::line(&option.room_type, 80);
    match line.room {
        Some(n) if rooms > 1 => format!("{}: {room_type}", fill(words.room_n, &[("n", &n.to_string())])),
        _ => room_type,
    }
}

/// "Seven nights, two adults and one child aged 4": the line's own words stay the agency's, in its files.
fn guests(input: &LetterInput, words: &Words, line: &Line) -> String {
    let nights = capitalised(&words.count(words.night, input.stay.night_count()));
    let index = usize::try_from(line.room.unwrap_or(1)).unwrap_or(1).saturating_sub(1);
    match input.rooms.get(index) {
        Some(room) => format!("{nights}, {}", request::party(words, std::slice::from_ref(room))),
        None => nights,
    }
}

/// A board in words.
pub(super) fn board_name(words: &Words, board: Board) -> &'static str {
    let index = Board::CODES.iter().position(|(known, _)| *known == board).unwrap_or(0);
    words.boards.get(index).copied().unwrap_or("")
}
