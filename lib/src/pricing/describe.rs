//! The words on a line of a quote.
//!
//! Invariant: words never carry an amount; amounts stand beside them.

use super::settings::{Extra, ExtraUnit};
use crate::{enquiry::Board, party::Room};

/// "Room 1: 2 adults and 2 children (4, 9), 7 nights, Garden Suite, half board".
pub(super) fn room(number: u32, room: &Room, nights: u32, room_type: &str, board: Board) -> String {
    format!("Room {number}: {}, {}, {room_type}, {}", people(room), counted(nights, "night", "nights"), meals(board))
}

/// "Airport transfer, 4 people".
pub(super) fn extra(extra: &Extra, people: u32, nights: u32) -> String {
    format!("{}{}", extra.name, units(extra.unit, people, nights))
}

/// ", 4 people": for how many an extra is, as it stands behind its name.
pub(super) fn units(unit: ExtraUnit, people: u32, nights: u32) -> String {
    let (people, nights) = (counted(people, "person", "people"), counted(nights, "night", "nights"));
    match unit {
        ExtraUnit::Booking => String::new(),
        ExtraUnit::Person => format!(", {people}"),
        ExtraUnit::Night => format!(", {nights}"),
        ExtraUnit::PersonNight => format!(", {people}, {nights}"),
    }
}

fn people(room: &Room) -> String {
    let children = u32::try_from(room.child_ages.len()).unwrap_or(u32::MAX);
    let ages: Vec<String> = room.child_ages.iter().map(|age| age_in_words(*age)).collect();
    let children = format!("{} ({})", counted(children, "child", "children"), ages.join(", "));
    let adults = counted(room.adults, "adult", "adults");
    match (room.adults, ages.is_empty()) {
        (_, true) => adults,
        (0, false) => children,
        (_, false) => format!("{adults} and {children}"),
    }
}

fn age_in_words(age: u8) -> String {
    if age == 0 { "under 1".to_owned() } else { age.to_string() }
}

fn counted(number: u32, one: &str, many: &str) -> String {
    let word = if number == 1 { one } else { many };
    format!("{number} {word}")
}

fn meals(board: Board) -> &'static str {
    match board {
        Board::RoomOnly => "room only",
        Board::BedAndBreakfast => "bed and breakfast",
        Board::HalfBoard => "half board",
        Board::FullBoard => "full board",
        Board::AllInclusive => "all inclusive",
        Board::SelfCatering => "self catering",
    }
}
