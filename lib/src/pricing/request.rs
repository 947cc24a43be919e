//! A question for prices: who, when, where, and what they would like best.
//!
//! Invariant: a request whose [`PriceRequest::faults`] is empty is priced in bounded time.

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, de::Error};
use utoipa::ToSchema;

use crate::{
    enquiry::{Board, Budget},
    error::FieldError,
    party::{Room, Stay},
};

/// The body of `POST /quotes/price`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PriceRequest {
    /// Who travels.
    pub party: Party,
    /// Check-in and check-out.
    pub dates: Stay,
    /// A place, or else a country, as in the rate sheet; letter case and diacritics make no difference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destination: Option<String>,
    /// Hotels asked for by name: they are priced beside those of the destination and rank before them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hotels: Vec<String>,
    /// Board asked for, by name (`half_board`) or code (`HB`); it ranks, it does not exclude.
    #[serde(default, deserialize_with = "board_by_name_or_code", skip_serializing_if = "Option::is_none")]
    pub board: Option<Board>,
    /// Least star rating asked for; it ranks, it does not exclude.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stars: Option<u8>,
    /// What it may cost; it ranks, it does not exclude.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<Budget>,
    /// Most options to answer.
    #[serde(default = "three")]
    #[schema(minimum = 1, maximum = 100, default = 3)]
    pub limit: u32,
    /// What to do with a night that has no period.
    #[serde(default)]
    pub estimate: EstimateChoice,
}

/// Who travels, by rooms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// 1 to 20 rooms.
    pub rooms: Vec<Room>,
}

/// What to do with a night that has no period: a consultant's explicit choice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EstimateChoice {
    /// Refuse the plan.
    #[default]
    None,
    /// Price the night by the plan's period of the same date one or more whole years before; the option is an estimate.
    LastSeason,
}

impl PriceRequest {
    /// A request for the three best options of a party and a stay, anywhere.
    #[must_use]
    pub fn new(rooms: Vec<Room>, dates: Stay) -> Self {
        Self {
            party: Party { rooms },
            dates,
            destination: None,
            hotels: Vec::new(),
            board: None,
            stars: None,
            budget: None,
            limit: three(),
            estimate: EstimateChoice::None,
        }
    }

    /// Every field that breaks a rule, by its path in the body.
    #[must_use]
    pub fn faults(&self) -> Vec<FieldError> {
        let mut faults = party_faults(&self.party);
        let mut demand = |holds: bool, field: &str, message: &str| {
            if !holds {
                faults.push(FieldError::new(field, message));
            }
        };
        let nights = self.dates.night_count();
        demand(self.dates.check_out > self.dates.check_in, "dates.check_out", "not after check_in");
        demand(nights <= 365, "dates.check_out", "at most 365 nights");
        demand(self.destination.as_deref().is_none_or(is_name), "destination", NOT_A_NAME);
        demand(self.hotels.len() <= 20, "hotels", "at most 20");
        for (i, hotel) in self.hotels.iter().enumerate().take(20) {
            demand(is_name(hotel), &format!("hotels[{i}]"), NOT_A_NAME);
        }
        demand(self.stars.is_none_or(|stars| stars <= 7), "stars", "0 to 7");
        demand((1..=100).contains(&self.limit), "limit", "1 to 100");
        if let Some(budget) = &self.budget {
            let sensible = |amount: Decimal| amount > Decimal::ZERO && amount <= Decimal::from(1_000_000_000_000_u64);
            demand(sensible(budget.amount), "budget.amount", "above 0, at most 1000000000000");
            demand(budget.max.is_none_or(|max| max >= budget.amount), "budget.max", "below the amount");
            demand(budget.max.is_none_or(sensible), "budget.max", "above 0, at most 1000000000000");
        }
        faults
    }
}

const NOT_A_NAME: &str = "a name of 1 to 200 characters";

fn is_name(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().take(201).count() <= 200 && !text.chars().any(char::is_control)
}

fn party_faults(party: &Party) -> Vec<FieldError> {
    if party.rooms.is_empty() || party.rooms.len() > 20 {
        return vec![FieldError::new("party.rooms", "1 to 20 rooms")];
    }
    let mut faults = Vec::new();
    for (i, room) in party.rooms.iter().enumerate() {
        let at = |field: &str| format!("party.rooms[{i}].{field}");
        if room.adults > 20 {
            faults.push(FieldError::new(at("adults"), "at most 20"));
        } else if room.adults == 0 && room.child_ages.is_empty() {
            faults.push(FieldError::new(at("adults"), "nobody stays in this room"));
        } else if room.child_ages.len() > 20 {
            faults.push(FieldError::new(at("child_ages"), "at most 20"));
        } else if room.people() > 20 {
            faults.push(FieldError::new(at("child_ages"), "at most 20 people in a room"));
        }
        for (n, _) in room.child_ages.iter().enumerate().take(20).filter(|(_, age)| **age > 17) {
            faults.push(FieldError::new(at(&format!("child_ages[{n}]")), "a child is 0 to 17 years old at check-in"));
        }
    }
    if faults.is_empty() && party.rooms.iter().all(|room| room.adults == 0) {
        faults.push(FieldError::new("party.rooms[0].adults", "no adult travels"));
    }
    faults
}

fn board_by_name_or_code<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Board>, D::Error> {
    let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
    let by_name = || Board::deserialize(serde::de::value::StrDeserializer::<D::Error>::new(&text)).ok();
    let unknown = || D::Error::custom("a board is half_board or HB, and so on");
    Board::from_code(&text).or_else(by_name).map(Some).ok_or_else(unknown)
}

fn three() -> u32 {
    3
}
