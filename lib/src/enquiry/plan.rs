//! From what is known of an enquiry to what can be priced: exact nights and people in rooms. What had to be assumed on the
//! way is said in words, so that a person sees it and no quote with an assumption goes out by itself.

use jiff::{SignedDuration, civil::Date};

use super::{Dates, Fields};
use crate::party::{Room, Stay};

/// What can be priced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The party, divided into rooms.
    pub rooms: Vec<Room>,
    /// Check-in and check-out.
    pub stay: Stay,
    /// What was assumed.
    pub notes: Vec<String>,
}

/// Required fields that are not known. A head count is known when the rooms are, nights when both dates are, and a
/// destination when a hotel is.
#[must_use]
pub fn missing(fields: &Fields, required: &[String]) -> Vec<String> {
    let mut missing: Vec<String> = required.iter().filter(|name| !is_known(fields, name)).cloned().collect();
    let children = fields.children.as_ref().map_or(0, |children| children.value);
    let ages = fields.child_ages.as_ref().map_or(0, |ages| ages.value.len());
    if fields.rooms.is_none() && children as usize > ages && !missing.iter().any(|name| name == "child_ages") {
        missing.push("child_ages".to_owned());
    }
    let open_dates =
        matches!(fields.dates.as_ref().map(|dates| &dates.value), Some(Dates::Window { .. } | Dates::Month { .. }));
    if open_dates && fields.nights.is_none() && !missing.iter().any(|name| name == "nights") {
        missing.push("nights".to_owned());
    }
    missing
}

fn is_known(fields: &Fields, name: &str) -> bool {
    match name {
        "destinations" => fields.destinations.is_some() || fields.requested_hotels.is_some(),
        "origin" => fields.origin.is_some(),
        "dates" => fields.dates.is_some(),
        "nights" => {
            fields.nights.is_some()
                || matches!(fields.dates.as_ref().map(|dates| &dates.value), Some(Dates::Exact { .. }))
        }
        "rooms" | "room_count" => fields.rooms.is_some() || fields.room_count.is_some(),
        "adults" => fields.adults.is_some() || fields.rooms.is_some(),
        "children" => fields.children.is_some() || fields.rooms.is_some(),
        "child_ages" => fields.child_ages.is_some() || fields.rooms.is_some(),
        "budget" => fields.budget.is_some(),
        "board" => fields.board.is_some(),
        "stars" => fields.stars.is_some(),
        "requested_hotels" => fields.requested_hotels.is_some(),
        "contact" => fields.contact.email.is_some() || fields.contact.phone.is_some(),
        "special_requests" => fields.special_requests.is_some(),
        _ => true,
    }
}

/// The nights and rooms to be priced, on a day when it is `today` at the agency.
///
/// # Errors
/// The fields that must be known first.
pub fn plan(fields: &Fields, today: Date) -> Result<Plan, Vec<String>> {
    let mut notes = Vec::new();
    match (stay(fields, today, &mut notes), rooms(fields, &mut notes)) {
        (Ok(stay), Ok(rooms)) => Ok(Plan { rooms, stay, notes }),
        (stay, rooms) => Err(stay.err().into_iter().chain(rooms.err()).map(str::to_owned).collect()),
    }
}

fn stay(fields: &Fields, today: Date, notes: &mut Vec<String>) -> Result<Stay, &'static str> {
    let dates = &fields.dates.as_ref().ok_or("dates")?.value;
    let nights = fields.nights.as_ref().map(|nights| nights.value).filter(|nights| (1..=365).contains(nights));
    let (check_in, check_out) = match dates {
        Dates::Exact { check_in, check_out } => (*check_in, *check_out),
        Dates::Window { earliest, .. } => {
            let nights = nights.ok_or("nights")?;
            notes.push(format!("the stay begins on {earliest}, the first day of the dates given"));
            (*earliest, after(*earliest, nights))
        }
        Dates::Month { month } => {
            let nights = nights.ok_or("nights")?;
            let first: Date = format!("{month}-01").parse().map_err(|_| "dates")?;
            let first = first.max(after(today, 1));
            notes.push(format!("the stay begins on {first}, the first day of the month given"));
            (first, after(first, nights))
        }
    };
    if check_in < today || check_out <= check_in { Err("dates") } else { Ok(Stay { check_in, check_out }) }
}

fn after(day: Date, nights: u32) -> Date {
    day.saturating_add(SignedDuration::from_hours(24 * i64::from(nights)))
}

fn rooms(fields: &Fields, notes: &mut Vec<String>) -> Result<Vec<Room>, &'static str> {
    if let Some(rooms) = &fields.rooms {
        return Ok(rooms.value.clone());
    }
    let adults = fields.adults.as_ref().map(|adults| adults.value).filter(|adults| *adults > 0).ok_or("adults")?;
    let children = fields.children.as_ref().map_or(0, |children| children.value) as usize;
    let ages = fields.child_ages.as_ref().map(|ages| ages.value.clone()).unwrap_or_default();
    if children > ages.len() {
        return Err("child_ages");
    }
    let asked = fields.room_count.as_ref().map(|count| count.value).filter(|count| (1..=20).contains(count));
    let count = asked.unwrap_or_else(|| adults.div_ceil(2).min(20)).min(adults);
    if count > 1 {
        let why = if asked.is_some() { "the party is divided evenly" } else { "two adults share a room" };
        notes.push(format!("{count} rooms: {why}"));
    }
    Ok(divided(adults, &ages, count))
}

/// The party over `count` rooms, as evenly as it goes; children join the rooms in turn.
fn divided(adults: u32, ages: &[u8], count: u32) -> Vec<Room> {
    let mut rooms: Vec<Room> = (0..count)
        .map(|room| Room { adults: adults / count + u32::from(room < adults % count), child_ages: Vec::new() })
        .collect();
    let size = rooms.len().max(1);
    for (place, age) in ages.iter().enumerate() {
        if let Some(room) = rooms.get_mut(place % size) {
            room.child_ages.push(*age);
        }
    }
    rooms
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use crate::enquiry::{Confidence, Evidence, Origin};

    fn said<T>(value: T) -> Option<Evidence<T>> {
        Some(Evidence { value, origin: Origin::Stated, confidence: Confidence(90), source: None })
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_family_shares_one_room_and_a_group_is_divided() {
        let fields = Fields {
            dates: said(Dates::Exact { check_in: day("2027-07-03"), check_out: day("2027-07-10") }),
            adults: said(2),
            children: said(2),
            child_ages: said(vec![9, 4]),
            ..Fields::default()
        };
        let family = plan(&fields, day("2026-11-23")).unwrap();
        assert_eq!(family.rooms, [Room { adults: 2, child_ages: vec![9, 4] }]);
        assert!(family.notes.is_empty());
        let group = plan(&Fields { adults: said(5), room_count: said(3), ..fields }, day("2026-11-23")).unwrap();
        assert_eq!(group.rooms.iter().map(|room| room.adults).collect::<Vec<_>>(), [2, 2, 1]);
        assert_eq!(group.notes, ["3 rooms: the party is divided evenly"]);
    }

    #[test]
    fn what_cannot_be_priced_is_named() {
        let today = day("2026-11-23");
        let fields = Fields { children: said(1), adults: said(2), ..Fields::default() };
        assert_eq!(plan(&fields, today).unwrap_err(), ["dates", "child_ages"]);
        let month =
            Fields { dates: said(Dates::Month { month: "2027-02".to_owned() }), adults: said(2), ..Fields::default() };
        assert_eq!(plan(&month, today).unwrap_err(), ["nights"]);
        assert_eq!(missing(&month, &["dates".to_owned(), "destinations".to_owned()]), ["destinations", "nights"]);
        let week = Fields { nights: said(7), ..month };
        assert_eq!(
            plan(&week, today).unwrap().stay,
            Stay { check_in: day("2027-02-01"), check_out: day("2027-02-08") }
        );
        let past =
            Fields { dates: said(Dates::Exact { check_in: day("2026-07-03"), check_out: day("2026-07-10") }), ..week };
        assert_eq!(plan(&past, today).unwrap_err(), ["dates"]);
    }
}
