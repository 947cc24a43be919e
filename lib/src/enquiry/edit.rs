//! Fields that a member of the agency writes down or corrects by hand.
//!
//! Invariant: what is entered is `stated`, with the part `edited` as its source; what is not named stays as it was.

use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;

use super::{Board, Budget, Change, Confidence, Dates, Evidence, Fields, Origin, Part, Source, amend::changes};
use crate::{error::FieldError, party::Room, user::canonical_email};

/// Longest text of a field, in characters.
const MAX_TEXT: usize = 2_000;
/// Most entries of a list.
const MAX_ITEMS: usize = 20;

/// Fields as a person enters them: plain values, `null` to clear one, nothing to leave it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FieldEdits {
    /// Where to, in the order wished for.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<Vec<String>>)]
    pub destinations: Option<Option<Vec<String>>>,
    /// Where from.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<String>)]
    pub origin: Option<Option<String>>,
    /// When.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<Dates>)]
    pub dates: Option<Option<Dates>>,
    /// How many nights.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<u32>)]
    pub nights: Option<Option<u32>>,
    /// The party by rooms.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<Vec<Room>>)]
    pub rooms: Option<Option<Vec<Room>>>,
    /// How many rooms.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<u32>)]
    pub room_count: Option<Option<u32>>,
    /// How many adults.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<u32>)]
    pub adults: Option<Option<u32>>,
    /// How many children.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<u32>)]
    pub children: Option<Option<u32>>,
    /// Their ages in years.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<Vec<u8>>)]
    pub child_ages: Option<Option<Vec<u8>>>,
    /// What it may cost.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<Budget>)]
    pub budget: Option<Option<Budget>>,
    /// Which meals.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<Board>)]
    pub board: Option<Option<Board>>,
    /// Least star rating.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<u8>)]
    pub stars: Option<Option<u8>>,
    /// Hotels by name.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<Vec<String>>)]
    pub requested_hotels: Option<Option<Vec<String>>>,
    /// What they like to do.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<Vec<String>>)]
    pub interests: Option<Option<Vec<String>>>,
    /// Anything else.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<String>)]
    pub special_requests: Option<Option<String>>,
    /// Who asks.
    pub contact: ContactEdits,
}

/// Who asks, as a person enters it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ContactEdits {
    /// Full name.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<String>)]
    pub name: Option<Option<String>>,
    /// Mail address.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<String>)]
    pub email: Option<Option<String>>,
    /// Telephone number in E.164.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<String>)]
    pub phone: Option<Option<String>>,
}

/// A field that is named, be it as `null`.
fn named<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

impl FieldEdits {
    /// Every field that breaks a rule, by its path under `fields`.
    #[must_use]
    pub fn faults(&self) -> Vec<FieldError> {
        let mut faults = Vec::new();
        let mut demand = |holds: bool, field: &str, message: &str| {
            if !holds {
                faults.push(FieldError::new(format!("fields.{field}"), message));
            }
        };
        for (field, names) in [
            ("destinations", &self.destinations),
            ("requested_hotels", &self.requested_hotels),
            ("interests", &self.interests),
        ] {
            let names = entered(names).map_or(&[][..], Vec::as_slice);
            demand(names.len() <= MAX_ITEMS && names.iter().all(|name| is_line(name, 200)), field, NAMES);
        }
        for (field, text, most) in [
            ("origin", &self.origin, 200),
            ("contact.name", &self.contact.name, 120),
            ("special_requests", &self.special_requests, MAX_TEXT),
        ] {
            demand(entered(text).is_none_or(|text| is_text(text, most)), field, "a text without control characters");
        }
        let address = entered(&self.contact.email);
        demand(address.is_none_or(|text| canonical_email(text).is_some()), "contact.email", "not a mail address");
        demand(entered(&self.contact.phone).is_none_or(|text| is_phone(text)), "contact.phone", "such as +27215550100");
        demand(entered(&self.dates).is_none_or(Dates::is_possible), "dates", "the end is not after the start");
        demand(entered(&self.nights).is_none_or(|nights| (1..=365).contains(nights)), "nights", "1 to 365");
        demand(entered(&self.adults).is_none_or(|adults| (1..=200).contains(adults)), "adults", "1 to 200");
        demand(entered(&self.children).is_none_or(|children| *children <= 100), "children", "at most 100");
        demand(entered(&self.room_count).is_none_or(|rooms| (1..=20).contains(rooms)), "room_count", "1 to 20");
        demand(entered(&self.stars).is_none_or(|stars| *stars <= 7), "stars", "0 to 7");
        let ages = entered(&self.child_ages).map_or(&[][..], Vec::as_slice);
        demand(ages.len() <= 100 && ages.iter().all(|age| *age <= 17), "child_ages", "0 to 17 years");
        demand(entered(&self.rooms).is_none_or(|rooms| are_rooms(rooms)), "rooms", "1 to 20 rooms of 1 to 20 people");
        let sensible =
            |budget: &Budget| budget.amount.is_sign_positive() && budget.max.is_none_or(|most| most >= budget.amount);
        demand(entered(&self.budget).is_none_or(sensible), "budget", "an amount above 0, and no maximum below it");
        faults
    }

    /// The fields with what was entered, and what that changes.
    #[must_use]
    pub fn applied(self, before: &Fields) -> (Fields, Vec<Change>) {
        let mut after = before.clone();
        enter(&mut after.destinations, self.destinations);
        enter(&mut after.origin, self.origin);
        enter(&mut after.dates, self.dates);
        enter(&mut after.nights, self.nights);
        let divided = matches!(self.rooms, Some(Some(_)));
        let counted = [&self.room_count, &self.adults, &self.children].into_iter().any(Option::is_some);
        if (counted || self.child_ages.is_some()) && !divided {
            // Heads that were counted anew are no longer divided as they were.
            after.rooms = None;
        }
        enter(&mut after.rooms, self.rooms);
        enter(&mut after.room_count, self.room_count);
        enter(&mut after.adults, self.adults);
        enter(&mut after.children, self.children);
        enter(&mut after.child_ages, self.child_ages);
        enter(&mut after.budget, self.budget);
        enter(&mut after.board, self.board);
        enter(&mut after.stars, self.stars);
        enter(&mut after.requested_hotels, self.requested_hotels);
        enter(&mut after.interests, self.interests);
        enter(&mut after.special_requests, self.special_requests);
        enter(&mut after.contact.name, self.contact.name);
        enter(
            &mut after.contact.email,
            self.contact.email.map(|email| email.and_then(|email| canonical_email(&email))),
        );
        enter(&mut after.contact.phone, self.contact.phone);
        let changes = changes(before, &after);
        (after, changes)
    }
}

const NAMES: &str = "at most 20 names of 1 to 200 characters";

fn entered<T>(edit: &Option<Option<T>>) -> Option<&T> {
    edit.as_ref().and_then(Option::as_ref)
}

fn enter<T: Serialize>(known: &mut Option<Evidence<T>>, edit: Option<Option<T>>) {
    if let Some(edit) = edit {
        *known = edit.map(by_hand);
    }
}

/// A value as a member of the agency states it.
pub(crate) fn by_hand<T: Serialize>(value: T) -> Evidence<T> {
    let text = match serde_json::to_value(&value) {
        Ok(serde_json::Value::String(text)) => text,
        Ok(other) => other.to_string(),
        Err(_) => String::new(),
    };
    let end = text.chars().count();
    let source = Source { message_id: String::new(), part: Part::Edited, text, start: 0, end };
    Evidence { value, origin: Origin::Stated, confidence: Confidence(100), source: Some(source) }
}

fn is_line(text: &str, most: usize) -> bool {
    !text.trim().is_empty() && text.chars().count() <= most && !text.chars().any(char::is_control)
}

fn is_text(text: &str, most: usize) -> bool {
    text.chars().count() <= most && !text.chars().any(|c| c.is_control() && c != '\n')
}

fn is_phone(text: &str) -> bool {
    let digits = text.strip_prefix('+').unwrap_or_default();
    (7..=15).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit())
}

fn are_rooms(rooms: &[Room]) -> bool {
    let fits = |room: &Room| room.adults <= 20 && room.child_ages.len() <= 20 && (1..=20).contains(&room.people());
    (1..=20).contains(&rooms.len())
        && rooms.iter().all(|room| fits(room) && room.child_ages.iter().all(|age| *age <= 17))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    fn edits(json: &str) -> FieldEdits {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn what_is_entered_is_stated_by_hand_and_the_rest_stays() {
        let (known, _) = edits(r#"{"adults":2,"board":"half_board","origin":"Durban"}"#).applied(&Fields::default());
        let (after, told) = edits(r#"{"adults":3,"origin":null}"#).applied(&known);
        let adults = after.adults.unwrap();
        assert_eq!((adults.value, adults.origin, adults.source.unwrap().part), (3, Origin::Stated, Part::Edited));
        assert_eq!((after.origin, after.board.unwrap().value), (None, Board::HalfBoard));
        let told: Vec<_> = told.iter().map(|change| change.field.as_str()).collect();
        assert_eq!(told, ["origin", "adults"]);
    }

    #[test]
    fn a_new_head_count_undoes_the_division_into_rooms() {
        let (known, _) = edits(r#"{"rooms":[{"adults":2,"child_ages":[4]}]}"#).applied(&Fields::default());
        let (after, _) = edits(r#"{"adults":4}"#).applied(&known);
        assert!(after.rooms.is_none());
    }

    #[test]
    fn every_bad_field_is_named() {
        let bad = r#"{"adults":0,"child_ages":[44],"contact":{"email":"a@b\nBcc: c@d.example","phone":"12"},
            "dates":{"kind":"exact","check_in":"2027-07-10","check_out":"2027-07-03"},"rooms":[{"adults":0}]}"#;
        let fields: Vec<_> = edits(bad).faults().into_iter().map(|fault| fault.field).collect();
        let expected = ["contact.email", "contact.phone", "dates", "adults", "child_ages", "rooms"]
            .map(|field| format!("fields.{field}"));
        assert_eq!(fields, expected);
        assert!(serde_json::from_str::<FieldEdits>(r#"{"price":"1"}"#).is_err());
    }
}
