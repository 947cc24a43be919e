//! What one room costs for all nights of a stay in one plan.
//!
//! Invariant: nights, then people, then sell, then exchange, then one rounding.

use super::{
    exact::Exact,
    nights::Run,
    occupancy::{Guests, NoShare, Share, shares},
    refuse::Refused,
    settings::Settings,
    trace::{PeriodTrace, PersonTrace},
};
use crate::rates::{Basis, RateRow};

/// Nights of one row, and how often its price is charged for them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Charge<'a> {
    pub(super) row: &'a RateRow,
    pub(super) run: Run<'a>,
    /// The nights, or 1 for a price per stay.
    pub(super) times: u32,
}

/// One row's part of a room.
#[derive(Debug)]
pub(super) struct ChargeCost<'a> {
    charge: Charge<'a>,
    shares: Vec<Share<'a>>,
    once: Exact,
    subtotal: Exact,
    net: Exact,
    sell: Exact,
}

/// A room for all nights, in the currency of the sheet.
#[derive(Debug)]
pub(super) struct RoomCost<'a> {
    pub(super) charges: Vec<ChargeCost<'a>>,
    /// What the supplier gets.
    pub(super) net: Exact,
    /// What the traveller pays.
    pub(super) sell: Exact,
    /// People whose share is not nothing.
    pub(super) paying: u32,
}

/// Prices a room by the charges of a stay.
pub(super) fn room_cost<'a>(
    guests: &Guests,
    charges: &[Charge<'a>],
    settings: &Settings,
) -> Result<RoomCost<'a>, Refused> {
    let mut cost =
        RoomCost { charges: Vec::with_capacity(charges.len()), net: Exact::ZERO, sell: Exact::ZERO, paying: 0 };
    let mut payers = 0_u32;
    for charge in charges {
        let part = charge_cost(guests, *charge, settings)?;
        cost.net = cost.net.plus(part.net).ok_or(Refused::TooLarge)?;
        cost.sell = cost.sell.plus(part.sell).ok_or(Refused::TooLarge)?;
        payers |= part.shares.iter().filter(|share| share.is_paid(charge.row)).map(Share::bit).sum::<u32>();
        cost.charges.push(part);
    }
    cost.paying = payers.count_ones();
    Ok(cost)
}

fn charge_cost<'a>(guests: &Guests, charge: Charge<'a>, settings: &Settings) -> Result<ChargeCost<'a>, Refused> {
    let row = charge.row;
    let shares = shares(guests, row).map_err(|why| match why {
        NoShare::NoExtraAdult => Refused::NoExtraAdult(charge.run.first),
        NoShare::TooLarge => Refused::TooLarge,
    })?;
    let sums = || {
        let base = if row.unit.is_per_room() { row.price.into() } else { Exact::ZERO };
        let once = shares.iter().filter_map(|share| share.amount).try_fold(base, Exact::plus)?;
        let subtotal = once.times(charge.times.into())?;
        let (net, sell) = net_and_sell(subtotal, row, settings)?;
        Some((once, subtotal, net, sell))
    };
    let (once, subtotal, net, sell) = sums().ok_or(Refused::TooLarge)?;
    Ok(ChargeCost { charge, shares, once, subtotal, net, sell })
}

/// What the supplier gets and what the traveller pays of a sheet's amount.
fn net_and_sell(amount: Exact, row: &RateRow, settings: &Settings) -> Option<(Exact, Exact)> {
    match row.basis {
        Basis::Net => Some((amount, raised_by(amount, settings.markup_pct.into())?)),
        Basis::Gross => Some((amount.minus(amount.times(row.commission_pct.into())?.percent())?, amount)),
    }
}

/// `amount` × (1 + `percent` / 100).
pub(super) fn raised_by(amount: Exact, percent: Exact) -> Option<Exact> {
    amount.plus(amount.times(percent)?.percent())
}

impl ChargeCost<'_> {
    /// The part as a trace tells it.
    pub(super) fn trace(&self, settings: &Settings) -> PeriodTrace {
        let row = self.charge.row;
        let (markup_pct, commission_pct) = match row.basis {
            Basis::Net => (Some(settings.markup_pct), None),
            Basis::Gross => (None, Some(row.commission_pct)),
        };
        PeriodTrace {
            rate_id: row.id(),
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            first_night: self.charge.run.first,
            nights: self.charge.run.nights,
            estimate: self.charge.run.estimate,
            unit: row.unit,
            basis: row.basis,
            price: row.price,
            people: self.shares.iter().map(person_trace).collect(),
            once: self.once,
            times: self.charge.times,
            subtotal: self.subtotal,
            markup_pct,
            commission_pct,
            net: self.net,
            sell: self.sell,
        }
    }
}

fn person_trace(share: &Share<'_>) -> PersonTrace {
    PersonTrace {
        who: share.seat.who(),
        age: share.seat.age,
        rule: share.rule,
        band: share.seat.band.map(ToString::to_string),
        amount: share.amount,
    }
}
