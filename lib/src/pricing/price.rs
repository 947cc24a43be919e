//! From a request to its offer: the one function everything else here serves.
//!
//! Invariant: a plan is either priced whole, every room and every night, or refused with its reason.

use rust_decimal::Decimal;

use super::{
    describe,
    exact::Exact,
    exchange::{Exchange, Rate},
    extras::{self, PricedExtras},
    nights::{Run, runs},
    occupancy::{Guests, adults_among},
    offer::{Line, LineKind, Offer, PricedOption},
    rank::{Shown, Wishes},
    refuse::Refused,
    request::PriceRequest,
    room::{Charge, RoomCost, room_cost},
    settings::Settings,
    trace::{RoomTrace, StepTrace, Trace},
};
use crate::{
    money::Money,
    rates::{Plan, RateBook, RateRow},
};

/// Most refusals answered; those of hotels asked for by name come first.
const MOST_REFUSALS: usize = 1_000;
/// Above this no total is offered; it keeps the last step's arithmetic far from the end of a decimal.
const LARGEST_TOTAL: Decimal = Decimal::from_parts(0xa4c6_8000, 0x0003_8d7e, 0, false, 0);

/// Prices every plan a request asks about and ranks the options; a request with faults has none.
#[must_use]
pub fn price(book: &RateBook, request: &PriceRequest, settings: &Settings) -> Offer {
    price_plans(&book.candidates(request.destination.as_deref(), &request.hotels), request, settings)
}

/// Prices these plans and no others.
pub(super) fn price_plans(plans: &[Plan<'_>], request: &PriceRequest, settings: &Settings) -> Offer {
    let Some(ask) = Ask::new(request, settings) else { return Offer::default() };
    let mut priced = Vec::new();
    let mut refused = Vec::new();
    for plan in plans {
        match draft(&ask, *plan) {
            Ok(draft) => priced.push((ask.wishes.rank(&draft.shown(&ask)), draft)),
            Err(reason) => refused.push((!ask.wishes.name_hotel(*plan), *plan, reason)),
        }
    }
    priced.sort_by(|(one, _), (other, _)| one.cmp(other));
    refused.sort_by_key(|(not_requested, ..)| *not_requested);
    let limit = usize::try_from(request.limit).unwrap_or(usize::MAX);
    Offer {
        options: priced
            .iter()
            .take(limit)
            .enumerate()
            .filter_map(|(i, (_, draft))| draft.option(&ask, i == 0))
            .collect(),
        refused: refused.into_iter().take(MOST_REFUSALS).map(|(_, plan, reason)| reason.of(plan)).collect(),
    }
}

/// A request, with all that does not depend on the plan worked out once.
struct Ask<'a> {
    request: &'a PriceRequest,
    settings: &'a Settings,
    guests: Vec<Guests>,
    nights: u32,
    exchange: Exchange<'a>,
    extras: Result<PricedExtras, Refused>,
    wishes: Wishes,
}

impl<'a> Ask<'a> {
    /// None for a request with faults.
    fn new(request: &'a PriceRequest, settings: &'a Settings) -> Option<Self> {
        if !request.faults().is_empty() {
            return None;
        }
        let guests: Vec<Guests> = request.party.rooms.iter().map(Guests::of).collect();
        let people = guests.iter().map(Guests::people).sum::<usize>();
        let nights = request.dates.night_count();
        let exchange = Exchange::new(settings);
        let extras = extras::priced(settings, &exchange, u32::try_from(people).ok()?, nights);
        Some(Self { request, settings, guests, nights, exchange, extras, wishes: Wishes::of(request, settings) })
    }
}

/// A plan's price before it is put into words.
struct Draft<'a> {
    plan: Plan<'a>,
    first: &'a RateRow,
    estimate: bool,
    rate: Rate<'a>,
    rooms: Vec<RoomCost<'a>>,
    amounts: Vec<Decimal>,
    sum: Decimal,
    total: Decimal,
    per_person: Decimal,
}

fn draft<'a>(ask: &Ask<'a>, plan: Plan<'a>) -> Result<Draft<'a>, Refused> {
    let check_in = ask.request.dates.check_in;
    let runs = runs(plan, ask.request.dates, ask.request.estimate);
    let first = runs.first().and_then(|run| run.row).ok_or(Refused::Unrated(check_in))?;
    fits(ask, first)?;
    is_sold(&runs)?;
    let charges = charges(ask, &runs, first)?;
    let rooms =
        ask.guests.iter().map(|guests| room_cost(guests, &charges, ask.settings)).collect::<Result<Vec<_>, _>>()?;
    let rate = ask.exchange.rate_from(first.currency)?;
    let extras = ask.extras.as_ref().map_err(|refused| *refused)?;
    let mut amounts = Vec::with_capacity(rooms.len());
    let mut sum = extras.required_sum;
    for room in &rooms {
        let amount = ask.exchange.exchanged(room.sell, &rate)?.amount.amount;
        sum = sum.checked_add(amount).filter(|sum| *sum <= LARGEST_TOTAL).ok_or(Refused::TooLarge)?;
        amounts.push(amount);
    }
    let total = stepped(sum, ask.settings)?;
    let per_person = per_person(total, &rooms, ask.settings)?;
    let estimate = runs.iter().any(|run| run.estimate);
    Ok(Draft { plan, first, estimate, rate, rooms, amounts, sum, total, per_person })
}

/// The check-in period's limits, each over all rooms before the next.
fn fits(ask: &Ask<'_>, first: &RateRow) -> Result<(), Refused> {
    for (i, guests) in ask.guests.iter().enumerate() {
        let adults = adults_among(&guests.seats(&first.child_bands));
        if adults > first.max_adults as usize {
            return Err(Refused::MaxAdults { room: i + 1, adults, most: first.max_adults });
        }
    }
    for (i, guests) in ask.guests.iter().enumerate() {
        let people = guests.people();
        if people > first.max_occupancy as usize {
            return Err(Refused::MaxOccupancy { room: i + 1, people, most: first.max_occupancy });
        }
    }
    if ask.nights < first.min_nights {
        return Err(Refused::MinNights { least: first.min_nights, nights: ask.nights });
    }
    Ok(())
}

/// A borrowed row says nothing about what is sold now.
fn is_sold(runs: &[Run<'_>]) -> Result<(), Refused> {
    let closed = runs.iter().find(|run| !run.estimate && run.row.is_some_and(|row| row.stop_sell));
    closed.map_or(Ok(()), |run| Err(Refused::StopSell(run.first)))
}

/// What is charged how often: a price per stay once, by the first night's row; else each night by its own.
fn charges<'a>(ask: &Ask<'a>, runs: &[Run<'a>], first: &'a RateRow) -> Result<Vec<Charge<'a>>, Refused> {
    let mut charges = Vec::with_capacity(runs.len());
    for run in runs {
        let row = run.row.ok_or(Refused::Unrated(run.first))?;
        if first.unit.is_per_stay() {
            continue;
        }
        if row.unit.is_per_stay() {
            return Err(Refused::PerStay(run.first));
        }
        if row.currency != first.currency {
            return Err(Refused::OtherCurrency(run.first));
        }
        charges.push(Charge { row, run: *run, times: run.nights });
    }
    if let (true, Some(run)) = (first.unit.is_per_stay(), runs.first()) {
        charges.push(Charge { row: first, run: Run { nights: ask.nights, ..*run }, times: 1 });
    }
    Ok(charges)
}

fn stepped(sum: Decimal, settings: &Settings) -> Result<Decimal, Refused> {
    if settings.rounding_step > LARGEST_TOTAL {
        return Err(Refused::TooLarge);
    }
    Ok(Money::new(sum, settings.display_currency).raised_to(settings.rounding_step).amount)
}

fn per_person(total: Decimal, rooms: &[RoomCost<'_>], settings: &Settings) -> Result<Decimal, Refused> {
    let paying = rooms.iter().map(|room| room.paying).sum::<usize>().max(1);
    let paying = u32::try_from(paying).map_err(|_| Refused::TooLarge)?;
    let digits = settings.display_currency.minor_digits();
    Exact::from(total).ratio(paying.into(), digits).ok_or(Refused::TooLarge)
}

impl<'a> Draft<'a> {
    fn shown(&self, ask: &Ask<'_>) -> Shown<'a> {
        Shown {
            plan: self.plan,
            stars: self.first.stars,
            total: self.total,
            per_person: self.per_person,
            nights: ask.nights,
        }
    }

    fn option(&self, ask: &Ask<'a>, is_main: bool) -> Option<PricedOption> {
        let extras = ask.extras.as_ref().ok()?;
        let currency = ask.settings.display_currency;
        let rooms = self.rooms.iter().zip(&ask.request.party.rooms).zip(&self.amounts).zip(1..);
        let rooms: Option<Vec<Line>> = rooms
            .map(|(((cost, room), amount), number)| {
                let nights = ask.nights;
                let words = describe::room(number, room, nights, self.plan.room_type(), self.plan.board());
                self.line(ask, cost, *amount, number, words)
            })
            .collect();
        let mut lines = rooms?;
        lines.extend(extras.required.iter().cloned());
        lines.extend(self.rounding_line(ask.settings));
        Some(PricedOption {
            hotel: self.plan.hotel().to_owned(),
            destination: self.first.destination.clone(),
            country: self.first.country.clone(),
            room_type: self.plan.room_type().to_owned(),
            board: self.plan.board().code().to_owned(),
            stars: self.first.stars,
            is_main,
            estimate: self.estimate,
            lines,
            optional_extras: extras.optional.clone(),
            total: Money::new(self.total, currency),
            per_person: Money::new(self.per_person, currency),
            margin_pct: self.margin_pct(extras)?,
        })
    }

    fn line(&self, ask: &Ask<'_>, cost: &RoomCost<'_>, amount: Decimal, number: u32, words: String) -> Option<Line> {
        let sheet = self.first.currency;
        let exchanged = ask.exchange.exchanged(cost.sell, &self.rate).ok()?;
        let trace = RoomTrace {
            currency: sheet,
            periods: cost.charges.iter().map(|charge| charge.trace(ask.settings)).collect(),
            net: cost.net,
            sell: cost.sell,
            fx: self.rate.trace(),
            rounding: exchanged.rounding,
        };
        Some(Line {
            kind: LineKind::Accommodation,
            room: Some(number),
            description: words,
            net: Money::new(cost.net.rounded(sheet.minor_digits())?, sheet),
            amount: Money::new(amount, ask.settings.display_currency),
            trace: Trace::Accommodation(trace),
        })
    }

    fn rounding_line(&self, settings: &Settings) -> Option<Line> {
        let step = self.total.checked_sub(self.sum).filter(|step| !step.is_zero())?;
        let currency = settings.display_currency;
        Some(Line {
            kind: LineKind::Rounding,
            room: None,
            description: "Rounding".to_owned(),
            net: Money::zero(currency),
            amount: Money::new(step, currency),
            trace: Trace::Rounding(StepTrace { before: self.sum, step: settings.rounding_step, after: self.total }),
        })
    }

    /// (total − what the suppliers get) / total, in percent; 0 for a total of nothing.
    fn margin_pct(&self, extras: &PricedExtras) -> Option<Decimal> {
        let mut margin = Exact::from(self.total).minus(extras.required_net)?;
        for room in &self.rooms {
            margin = margin.minus(self.rate.of(room.net)?)?;
        }
        if self.total.is_zero() {
            return Some(Decimal::new(0, 2));
        }
        margin.times(Exact::from(100))?.ratio(self.total.into(), 2)
    }
}
