//! Who travels and when: rooms of people, and the nights between two dates.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The people who share one room. Ages are those at check-in.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Room {
    /// Adults in the room.
    pub adults: u32,
    /// Age of each child in years, at check-in.
    #[serde(default)]
    pub child_ages: Vec<u8>,
}

impl Room {
    /// Everybody in the room.
    #[must_use]
    pub fn people(&self) -> u32 {
        self.adults + u32::try_from(self.child_ages.len()).unwrap_or(u32::MAX)
    }
}

/// Check-in and check-out; the nights are those between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Stay {
    /// First night.
    #[schema(value_type = String, format = Date, example = "2027-07-01")]
    pub check_in: Date,
    /// Morning after the last night.
    #[schema(value_type = String, format = Date, example = "2027-07-08")]
    pub check_out: Date,
}

impl Stay {
    /// The date of each night, in order; none when check-out is not after check-in.
    pub fn nights(&self) -> impl Iterator<Item = Date> + use<> {
        let Self { check_in, check_out } = *self;
        check_in.series(jiff::Span::new().days(1)).take_while(move |night| *night < check_out)
    }

    /// How many nights.
    #[must_use]
    pub fn night_count(&self) -> u32 {
        let days = self.check_in.until(self.check_out).map_or(0, |span| span.get_days());
        u32::try_from(days).unwrap_or(0)
    }
}
