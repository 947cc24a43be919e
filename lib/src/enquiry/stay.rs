//! From an enquiry's fields to what pricing needs: exact dates and rooms of people.
//!
//! Invariant: what had to be chosen (the first days of a window, who shares a room) is said in a note; what was not said at
//! all and cannot be chosen is named as missing.

use jiff::civil::Date;

use super::{Dates, Evidence, Fields, dates::plus, read::nights_between};
use crate::party::{Room, Stay};

/// Dates and rooms to price, and what was chosen to get there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The rooms, everybody in one of them.
    pub rooms: Vec<Room>,
    /// The nights.
    pub stay: Stay,
    /// What was chosen for the traveller, in words for the consultant.
    pub notes: Vec<String>,
}

/// Required fields that the enquiry lacks, by the names of [`super::FIELD_NAMES`], and `child_ages` where children travel whose
/// ages are not known.
#[must_use]
pub fn missing(fields: &Fields, required: &[String]) -> Vec<String> {
    let mut lacking: Vec<String> = required.iter().filter(|name| !known(fields, name)).cloned().collect();
    if !ages_known(fields) && !lacking.iter().any(|name| name == "child_ages") {
        lacking.push("child_ages".to_owned());
    }
    lacking
}

fn known(fields: &Fields, name: &str) -> bool {
    let exact = matches!(fields.dates.as_ref().map(|dates| &dates.value), Some(Dates::Exact { .. }));
    match name {
        "destinations" => fields.destinations.is_some() || fields.requested_hotels.is_some(),
        "origin" => fields.origin.is_some(),
        "dates" => fields.dates.is_some(),
        "nights" => fields.nights.is_some() || exact,
        "rooms" | "room_count" => fields.rooms.is_some() || fields.room_count.is_some(),
        "adults" => fields.adults.is_some() || fields.rooms.is_some(),
        "children" => fields.children.is_some() || fields.rooms.is_some() || fields.adults.is_some(),
        "child_ages" => ages_known(fields),
        "budget" => fields.budget.is_some(),
        "board" => fields.board.is_some(),
        "stars" => fields.stars.is_some(),
        "requested_hotels" => fields.requested_hotels.is_some(),
        "contact" => fields.contact.email.is_some() || fields.contact.phone.is_some(),
        "special_requests" => fields.special_requests.is_some(),
        _ => true,
    }
}

/// Whether no child travels, or all their ages are known.
fn ages_known(fields: &Fields) -> bool {
    let children = fields.children.as_ref().map_or(0, |children| children.value);
    let ages = fields.child_ages.as_ref().map_or(0, |ages| ages.value.len());
    fields.rooms.is_some() || u32::try_from(ages).is_ok_and(|ages| ages == children || children == 0)
}

/// What to price: exact dates and rooms. From a window or a month the first days that fit are taken, not before tomorrow.
///
/// # Errors
/// The names of the fields without which nothing can be priced.
pub fn stay_and_party(fields: &Fields, today: Date) -> Result<Plan, Vec<String>> {
    let mut notes = Vec::new();
    let stay = stay(fields, today, &mut notes);
    let rooms = rooms(fields, &mut notes);
    match (stay, rooms) {
        (Ok(stay), Ok(rooms)) => Ok(Plan { rooms, stay, notes }),
        (stay, rooms) => Err([stay.err(), rooms.err()].into_iter().flatten().map(str::to_owned).collect()),
    }
}

fn stay(fields: &Fields, today: Date, notes: &mut Vec<String>) -> Result<Stay, &'static str> {
    let dates = fields.dates.as_ref().ok_or("dates")?;
    let nights = fields.nights.as_ref().map(|nights| nights.value).filter(|nights| *nights > 0);
    let tomorrow = plus(today, 1).ok_or("dates")?;
    let from = |earliest: Date, latest: Date| -> Result<Stay, &'static str> {
        let nights = nights.ok_or("nights")?;
        let check_in = earliest.max(tomorrow);
        let check_out = i32::try_from(nights).ok().and_then(|nights| plus(check_in, nights)).ok_or("nights")?;
        (latest >= tomorrow).then_some(Stay { check_in, check_out }).ok_or("dates")
    };
    match &dates.value {
        Dates::Exact { check_in, .. } if *check_in < today => Err("dates"),
        Dates::Exact { check_in, check_out } if nights_between(*check_in, *check_out) > 0 => {
            Ok(Stay { check_in: *check_in, check_out: *check_out })
        }
        Dates::Exact { check_in, .. } => from(*check_in, *check_in),
        Dates::Window { earliest, latest } => {
            let stay = from(*earliest, *latest)?;
            if earliest != latest {
                notes.push(format!(
                    "priced from {}, the first day that fits between {earliest} and {latest}",
                    stay.check_in
                ));
            }
            Ok(stay)
        }
        Dates::Month { month } => {
            let first: Date = format!("{month}-01").parse().map_err(|_| "dates")?;
            let stay = from(first, first.last_of_month())?;
            notes.push(format!("priced from {}, the first day that fits in {month}", stay.check_in));
            Ok(stay)
        }
    }
}

fn rooms(fields: &Fields, notes: &mut Vec<String>) -> Result<Vec<Room>, &'static str> {
    if let Some(rooms) = fields.rooms.as_ref().filter(|rooms| !rooms.value.is_empty()) {
        return Ok(rooms.value.clone());
    }
    let value = |count: &Option<Evidence<u32>>| count.as_ref().map(|count| count.value);
    let adults = value(&fields.adults).filter(|adults| (1..=200).contains(adults)).ok_or("adults")?;
    if !ages_known(fields) {
        return Err("child_ages");
    }
    let mut ages = fields.child_ages.as_ref().map_or_else(Vec::new, |ages| ages.value.clone());
    if value(&fields.children) == Some(0) {
        ages.clear();
    }
    let asked = value(&fields.room_count).filter(|count| *count > 0);
    let count = asked.unwrap_or(if adults <= 3 { 1 } else { adults.div_ceil(2) });
    if count > adults {
        return Err("rooms");
    }
    if count > 1 {
        notes.push(format!("the party was divided evenly over {count} rooms"));
    }
    Ok(divided(adults, ages, count))
}

/// Adults evenly, the first rooms taking one more; children in turn, oldest first, from the last room on.
fn divided(adults: u32, mut ages: Vec<u8>, count: u32) -> Vec<Room> {
    ages.sort_unstable_by(|a, b| b.cmp(a));
    let (each, over) = (adults / count, adults % count);
    let mut rooms: Vec<Room> =
        (0..count).map(|index| Room { adults: each + u32::from(index < over), child_ages: Vec::new() }).collect();
    let places = rooms.len();
    for (index, age) in ages.into_iter().enumerate() {
        if let Some(room) = rooms.get_mut(places - 1 - index % places) {
            room.child_ages.push(age);
        }
    }
    rooms
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use crate::enquiry::{Confidence, Origin};

    fn stated<T>(value: T) -> Option<Evidence<T>> {
        Some(Evidence { value, origin: Origin::Stated, confidence: Confidence(90), source: None })
    }

    fn today() -> Date {
        "2027-03-01".parse().unwrap()
    }

    #[test]
    fn a_month_and_nights_are_priced_from_the_first_day_that_fits() {
        let fields = Fields {
            dates: stated(Dates::Month { month: "2027-03".to_owned() }),
            nights: stated(7),
            adults: stated(2),
            ..Fields::default()
        };
        let plan = stay_and_party(&fields, today()).unwrap();
        assert_eq!(plan.stay.check_in.to_string(), "2027-03-02");
        assert_eq!(plan.stay.night_count(), 7);
        assert_eq!(plan.notes.len(), 1);
    }

    #[test]
    fn what_nobody_said_is_named() {
        let fields = Fields { children: stated(2), adults: stated(2), ..Fields::default() };
        assert_eq!(stay_and_party(&fields, today()), Err(vec!["dates".to_owned(), "child_ages".to_owned()]));
        assert_eq!(missing(&fields, &["destinations".to_owned(), "adults".to_owned()]), ["destinations", "child_ages"]);
    }

    #[test]
    fn a_party_is_divided_over_the_rooms_asked_for() {
        assert_eq!(
            divided(3, vec![4, 9], 2),
            [Room { adults: 2, child_ages: vec![4] }, Room { adults: 1, child_ages: vec![9] }]
        );
    }
}
