//! From a request to its offer: the one function everything else here serves.
//!
//! Invariant: a plan is either priced whole, every room and every night, or refused with its reason.

use rust_decimal::Decimal;

use super::{
    describe,
    edit::{Edits, margin_pct},
    exact::Exact,
    exchange::{Exchange, Exchanged, Rate},
    extras::{self, PricedExtras},
    nights::{Run, runs},
    occupancy::Guests,
    offer::{Line, LineKind, Offer, PricedOption},
    rank::{Rank, Shown, Wishes},
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
    price_edited(book, request, settings, &Edits::default())
}

/// The same, as a consultant decided: their plans in their order, their lines and amounts.
#[must_use]
pub fn price_edited(book: &RateBook, request: &PriceRequest, settings: &Settings, edits: &Edits) -> Offer {
    let plans = edits.plans(book);
    let plans = plans.unwrap_or_else(|| book.candidates(request.destination.as_deref(), &request.hotels));
    price_plans(&plans, request, settings, edits)
}

/// Prices these plans and no others: by rank, or in the order in which they were chosen.
pub(super) fn price_plans(plans: &[Plan<'_>], request: &PriceRequest, settings: &Settings, edits: &Edits) -> Offer {
    let settings = &*edits.settings(settings);
    let Some(ask) = Ask::new(request, settings) else { return Offer::default() };
    let mut ranked = Vec::new();
    let mut refused = Vec::new();
    for plan in plans {
        match draft(&ask, *plan) {
            Ok(draft) => ranked.push((ask.wishes.rank(&draft.shown(&ask)), *plan)),
            Err(reason) => refused.push((!ask.wishes.name_hotel(*plan), *plan, reason)),
        }
    }
    let chosen = if edits.options.is_empty() {
        best(ranked, usize::try_from(request.limit).unwrap_or(usize::MAX))
    } else {
        ranked.into_iter().map(|(_, plan)| plan).collect()
    };
    let mut options = Vec::new();
    for plan in chosen {
        match draft(&ask, plan).and_then(|draft| draft.edited(&ask, edits).ok_or(Refused::TooLarge)) {
            Ok(option) => options.push(PricedOption { is_main: options.is_empty(), ..option }),
            Err(reason) => refused.push((!ask.wishes.name_hotel(plan), plan, reason)),
        }
    }
    refused.sort_by_key(|(not_requested, ..)| *not_requested);
    let refused = refused.into_iter().take(MOST_REFUSALS).map(|(_, plan, reason)| reason.of(plan)).collect();
    Offer { options, refused }
}

/// The first `limit` plans by rank. Only these are kept and put into words: a book has thousands of others.
fn best<'a>(mut ranked: Vec<(Rank<'a>, Plan<'a>)>, limit: usize) -> Vec<Plan<'a>> {
    if limit < ranked.len() {
        ranked.select_nth_unstable_by(limit, |(one, _), (other, _)| one.cmp(other));
        ranked.truncate(limit);
    }
    ranked.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    ranked.into_iter().map(|(_, plan)| plan).collect()
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
    rooms: Vec<(RoomCost<'a>, Exchanged)>,
    /// Sum of the lines before the last step.
    sum: Decimal,
    /// Sum of all lines.
    total: Decimal,
}

fn draft<'a>(ask: &Ask<'a>, plan: Plan<'a>) -> Result<Draft<'a>, Refused> {
    let check_in = ask.request.dates.check_in;
    let runs = runs(plan, ask.request.dates, ask.request.estimate);
    let first = runs.first().and_then(|run| run.row).ok_or(Refused::Unrated(check_in))?;
    fits(ask, first)?;
    is_sold(&runs)?;
    let charges = charges(ask, &runs, first)?;
    let costs: Vec<RoomCost<'_>> =
        ask.guests.iter().map(|guests| room_cost(guests, &charges, ask.settings)).collect::<Result<_, _>>()?;
    let rate = ask.exchange.rate_from(first.currency)?;
    let mut sum = ask.extras.as_ref().map_err(|refused| *refused)?.required_sum;
    let mut rooms = Vec::with_capacity(costs.len());
    for cost in costs {
        let exchanged = ask.exchange.exchanged(cost.sell, &rate)?;
        sum = sum.checked_add(exchanged.amount.amount).filter(|sum| *sum <= LARGEST_TOTAL).ok_or(Refused::TooLarge)?;
        rooms.push((cost, exchanged));
    }
    let total = stepped(sum, ask.settings)?;
    let estimate = runs.iter().any(|run| run.estimate);
    Ok(Draft { plan, first, estimate, rate, rooms, sum, total })
}

/// The check-in period's limits, each over all rooms before the next.
fn fits(ask: &Ask<'_>, first: &RateRow) -> Result<(), Refused> {
    for (i, guests) in ask.guests.iter().enumerate() {
        let adults = guests.adults(&first.child_bands);
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

impl<'a> Draft<'a> {
    fn shown(&self, ask: &Ask<'_>) -> Shown<'a> {
        Shown { plan: self.plan, stars: self.first.stars, total: self.total, paying: self.paying(), nights: ask.nights }
    }

    /// The draft in words, with what a consultant decided about it.
    fn edited(&self, ask: &Ask<'a>, edits: &Edits) -> Option<PricedOption> {
        edits.applied(self.option(ask)?, self.paying(), ask.settings)
    }

    /// The draft in words, not yet the main one; none when a figure is beyond a decimal.
    fn option(&self, ask: &Ask<'a>) -> Option<PricedOption> {
        let extras = ask.extras.as_ref().ok()?;
        let currency = ask.settings.display_currency;
        let rooms = (1..).zip(&self.rooms).zip(&ask.request.party.rooms);
        let mut lines = rooms
            .map(|((number, priced), room)| {
                let words = describe::room(number, room, ask.nights, self.plan.room_type(), self.plan.board());
                self.room_line(ask.settings, priced, number, words)
            })
            .collect::<Option<Vec<Line>>>()?;
        lines.extend(extras.required.iter().cloned());
        lines.extend(rounding_line(self.sum, self.total, ask.settings));
        Some(PricedOption {
            hotel: self.plan.hotel().to_owned(),
            destination: self.first.destination.clone(),
            country: self.first.country.clone(),
            room_type: self.plan.room_type().to_owned(),
            board: self.plan.board().code().to_owned(),
            stars: self.first.stars,
            is_main: false,
            estimate: self.estimate,
            lines,
            optional_extras: extras.optional.clone(),
            total: Money::new(self.total, currency),
            per_person: Money::new(self.per_person(ask.settings)?, currency),
            margin_pct: self.margin_pct(extras)?,
        })
    }

    fn room_line(
        &self,
        settings: &Settings,
        (cost, exchanged): &(RoomCost<'_>, Exchanged),
        number: u32,
        words: String,
    ) -> Option<Line> {
        let sheet = self.first.currency;
        let trace = RoomTrace {
            currency: sheet,
            periods: cost.charges.iter().map(|charge| charge.trace(settings)).collect(),
            net: cost.net,
            sell: cost.sell,
            fx: self.rate.trace(),
            rounding: exchanged.rounding.clone(),
        };
        Some(Line {
            kind: LineKind::Accommodation,
            room: Some(number),
            description: words,
            net: Money::new(cost.net.rounded(sheet.minor_digits())?, sheet),
            amount: exchanged.amount,
            trace: Trace::Accommodation(trace),
        })
    }

    /// People whose share of the rooms is not nothing; at least one.
    fn paying(&self) -> u32 {
        self.rooms.iter().map(|(room, _)| room.paying).sum::<u32>().max(1)
    }

    fn per_person(&self, settings: &Settings) -> Option<Decimal> {
        Exact::from(self.total).ratio(self.paying().into(), settings.display_currency.minor_digits())
    }

    fn margin_pct(&self, extras: &PricedExtras) -> Option<Decimal> {
        let mut net = extras.required_net;
        for (room, _) in &self.rooms {
            net = net.plus(self.rate.of(room.net)?)?;
        }
        margin_pct(self.total, net)
    }
}

/// The step from a sum up to a round total, where there is one.
pub(super) fn rounding_line(sum: Decimal, total: Decimal, settings: &Settings) -> Option<Line> {
    let step = total.checked_sub(sum).filter(|step| !step.is_zero())?;
    let currency = settings.display_currency;
    Some(Line {
        kind: LineKind::Rounding,
        room: None,
        description: "Rounding".to_owned(),
        net: Money::zero(currency),
        amount: Money::new(step, currency),
        trace: Trace::Rounding(StepTrace { before: sum, step: settings.rounding_step, after: total }),
    })
}
