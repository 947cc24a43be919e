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
    pub(super) fn seats<'a>(&self, bands: &'a ChildBands) -> impl Iterator<Item = Seat<'a>> {
        let adults = self.adults as usize;
        let child = move |i: usize, age: u8| Seat { person: adults + i, age: Some(age), band: self.band(i, bands) };
        let children = self.ages.iter().enumerate().map(move |(i, age)| child(i, *age));
        let as_adults = children.clone().filter(|seat| seat.band.is_none());
        let as_children = children.filter(|seat| seat.band.is_some());
        (0..adults).map(|person| Seat { person, age: None, band: None }).chain(as_adults).chain(as_children)
    }

    /// How many count as adults under the bands of a row.
    pub(super) fn adults(&self, bands: &ChildBands) -> usize {
        self.seats(bands).filter(|seat| seat.who() != Who::Child).count()
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

impl Share<'_> {
    /// Whether the share is more than nothing; people whom a room's price includes pay it together.
    pub(super) fn is_paid(&self, row: &RateRow) -> bool {
        self.amount.map_or(!row.price.is_zero(), |amount| !amount.is_zero())
    }

    /// The person as one bit: a room holds at most 20.
    pub(super) fn bit(&self) -> u32 {
        1 << (self.seat.person % 32)
    }
}

/// What everybody pays by one row, once.
pub(super) fn shares<'a>(guests: &Guests, row: &'a RateRow) -> Result<Vec<Share<'a>>, NoShare> {
    let bands = &row.child_bands;
    let alone = guests.people() == 1 && guests.adults(bands) == 1;
    let mut shares = Vec::with_capacity(guests.people());
    for (place, seat) in guests.seats(bands).enumerate() {
        let by_room = row.unit.is_per_room();
        let (rule, amount) = match (by_room, seat.band) {
            (true, _) if place < row.included as usize => {
                shares.push(Share { seat, rule: OccupancyRule::Included, amount: None });
                continue;
            }
            (true, None) => (OccupancyRule::ExtraAdult, Some(extra_adult(row)?.into())),
            (true, Some(band)) => (OccupancyRule::ExtraChild, part(band, extra_adult(row)?)),
            (false, Some(band)) => (OccupancyRule::ChildBand, part(band, row.price)),
            (false, None) if alone => (OccupancyRule::SingleAdult, single(row)),
            (false, None) => (OccupancyRule::Adult, Some(row.price.into())),
        };
        shares.push(Share { seat, rule, amount: Some(amount.ok_or(NoShare::TooLarge)?) });
    }
    Ok(shares)
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
