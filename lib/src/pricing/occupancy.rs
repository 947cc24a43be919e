//! Who in a room pays what, once: the rules of children, supplements and included people (`product.md` section 5).
//!
//! Invariant: everybody in the room has exactly one seat. Adults sit first, then children in no band, who count as adults,
//! then the others, oldest first.

use rust_decimal::Decimal;

use super::{
    exact::Exact,
    trace::{OccupancyRule, Who},
};
use crate::{
    party::Room,
    rates::{ChildBand, ChildBands, ChildPrice, RateRow},
};

/// The people of one room, children oldest first.
#[derive(Debug, Clone)]
pub(super) struct Guests {
    adults: u32,
    ages: Vec<u8>,
}

/// One person under the bands of one row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seat<'a> {
    /// Number of the person in the room: adults from 0, then children, oldest first. The same under every row.
    pub(super) person: usize,
    /// A child's age.
    pub(super) age: Option<u8>,
    /// The band of a child that is in one.
    pub(super) band: Option<&'a ChildBand>,
}

/// What one person pays, once.
#[derive(Debug, Clone, Copy)]
pub(super) struct Share<'a> {
    pub(super) seat: Seat<'a>,
    pub(super) rule: OccupancyRule,
    /// Absent for a person whom the room's price includes.
    pub(super) amount: Option<Exact>,
}

/// Why a row cannot say what everybody pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoShare {
    /// Somebody is beyond `included`, and the row has no `extra_adult`.
    NoExtraAdult,
    /// Beyond 256 bits.
    TooLarge,
}

impl Guests {
    pub(super) fn of(room: &Room) -> Self {
        let mut ages = room.child_ages.clone();
        ages.sort_by(|a, b| b.cmp(a));
        Self { adults: room.adults, ages }
    }

    pub(super) fn people(&self) -> usize {
        self.adults as usize + self.ages.len()
    }

    /// Everybody's seat under the bands of a row.
    pub(super) fn seats<'a>(&self, bands: &'a ChildBands) -> Vec<Seat<'a>> {
        let adults = self.adults as usize;
        let mut seats = Vec::with_capacity(self.people());
        seats.extend((0..adults).map(|person| Seat { person, age: None, band: None }));
        for (i, age) in self.ages.iter().enumerate() {
            seats.push(Seat { person: adults + i, age: Some(*age), band: self.band(i, bands) });
        }
        seats.sort_by_key(|seat| (seat.who() == Who::Child, seat.age.is_some()));
        seats
    }

    /// The band of the `i`-th child: counted among the children of the same band's ages, oldest first.
    fn band<'a>(&self, i: usize, bands: &'a ChildBands) -> Option<&'a ChildBand> {
        let age = *self.ages.get(i)?;
        let (from, to) = bands.range_of(age)?;
        let before = self.ages.iter().take(i).filter(|other| (from..=to).contains(*other)).count();
        bands.of(age, before + 1)
    }
}

impl Seat<'_> {
    /// Adult, child, or child that counts as an adult.
    pub(super) fn who(&self) -> Who {
        match (self.age, self.band) {
            (None, _) => Who::Adult,
            (Some(_), Some(_)) => Who::Child,
            (Some(_), None) => Who::ChildAsAdult,
        }
    }
}

/// How many count as adults.
pub(super) fn adults_among(seats: &[Seat<'_>]) -> usize {
    seats.iter().filter(|seat| seat.who() != Who::Child).count()
}

/// What everybody pays by one row, once.
pub(super) fn shares<'a>(seats: Vec<Seat<'a>>, row: &RateRow) -> Result<Vec<Share<'a>>, NoShare> {
    let alone = seats.len() == 1 && adults_among(&seats) == 1;
    let included = row.included as usize;
    let by_room = row.unit.is_per_room();
    let share = |(place, seat): (usize, Seat<'a>)| {
        let (rule, amount) = match (by_room, seat.band) {
            (true, _) if place < included => return Ok(Share { seat, rule: OccupancyRule::Included, amount: None }),
            (true, None) => (OccupancyRule::ExtraAdult, Some(extra_adult(row)?.into())),
            (true, Some(band)) => (OccupancyRule::ExtraChild, part(band, extra_adult(row)?)),
            (false, Some(band)) => (OccupancyRule::ChildBand, part(band, row.price)),
            (false, None) if alone => (OccupancyRule::SingleAdult, single(row)),
            (false, None) => (OccupancyRule::Adult, Some(row.price.into())),
        };
        Ok(Share { seat, rule, amount: Some(amount.ok_or(NoShare::TooLarge)?) })
    };
    seats.into_iter().enumerate().map(share).collect()
}

fn extra_adult(row: &RateRow) -> Result<Decimal, NoShare> {
    row.extra_adult.ok_or(NoShare::NoExtraAdult)
}

fn single(row: &RateRow) -> Option<Exact> {
    Exact::from(row.price).plus(row.single_supplement.into())
}

/// A child's band of an adult's amount.
fn part(band: &ChildBand, adult: Decimal) -> Option<Exact> {
    match band.price {
        ChildPrice::Free => Some(Exact::ZERO),
        ChildPrice::Fixed(amount) => Some(amount.into()),
        ChildPrice::Percent(percent) => Some(Exact::from(adult).times(percent.into())?.percent()),
    }
}
