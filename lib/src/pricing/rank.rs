//! Which option is best: requested hotel, then within budget, then board and stars asked for, then price, then name.
//!
//! Invariant: the order is total and depends on the request and the options alone.

use rust_decimal::Decimal;

use super::{
    exact::Exact,
    request::PriceRequest,
    settings::{FxRate, Settings},
};
use crate::{
    enquiry::{Board, BudgetBasis},
    rates::{Plan, folded},
};

/// What an option is ranked by; smaller is better.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank<'a> {
    not_requested: bool,
    over_budget: bool,
    other_board: bool,
    fewer_stars: bool,
    total: Decimal,
    name: (&'a str, &'a str, &'static str),
}

/// What the request would like best, read once.
#[derive(Debug)]
pub(super) struct Wishes {
    hotels: Vec<String>,
    board: Option<Board>,
    stars: Option<u8>,
    budget: Option<Ceiling>,
}

/// The most a total may be: `rate` × total ≤ `most`, so that a rate is needed in one direction only.
#[derive(Debug)]
struct Ceiling {
    basis: BudgetBasis,
    rate: Exact,
    most: Exact,
}

/// What an option shows for ranking.
pub(super) struct Shown<'a> {
    pub(super) plan: Plan<'a>,
    pub(super) stars: u8,
    pub(super) total: Decimal,
    pub(super) paying: u32,
    pub(super) nights: u32,
}

impl Wishes {
    pub(super) fn of(request: &PriceRequest, settings: &Settings) -> Self {
        Self {
            hotels: request.hotels.iter().map(|hotel| folded(hotel)).collect(),
            board: request.board,
            stars: request.stars,
            budget: ceiling(request, settings),
        }
    }

    /// Whether the hotel was asked for by name.
    pub(super) fn name_hotel(&self, plan: Plan<'_>) -> bool {
        !self.hotels.is_empty() && self.hotels.contains(&folded(plan.hotel()))
    }

    /// Where an option stands.
    pub(super) fn rank<'a>(&self, option: &Shown<'a>) -> Rank<'a> {
        let plan = option.plan;
        Rank {
            not_requested: !self.name_hotel(plan),
            over_budget: self.budget.as_ref().is_some_and(|ceiling| !ceiling.holds(option)),
            other_board: self.board.is_some_and(|board| board != plan.board()),
            fewer_stars: self.stars.is_some_and(|stars| option.stars < stars),
            total: option.total,
            name: (plan.hotel(), plan.room_type(), plan.board().code()),
        }
    }
}

impl Ceiling {
    fn holds(&self, option: &Shown<'_>) -> bool {
        let times = match self.basis {
            BudgetBasis::Total => 1,
            BudgetBasis::PerPerson => option.paying,
            BudgetBasis::PerNight => option.nights,
        };
        let room = || self.most.times(times.into())?.minus(self.rate.times(option.total.into())?);
        room().is_some_and(|room| !room.is_negative())
    }
}

/// The budget in terms of the display currency: by the table's plain rate, in whichever direction it stands. A budget
/// that cannot be compared ranks nothing.
fn ceiling(request: &PriceRequest, settings: &Settings) -> Option<Ceiling> {
    let budget = request.budget.as_ref()?;
    let most = Exact::from(budget.max.unwrap_or(budget.amount));
    let (theirs, ours) = (budget.currency, settings.display_currency);
    let rate =
        |from, to| settings.fx.iter().find(|fx: &&FxRate| fx.from == from && fx.to == to).map(|fx| fx.rate.into());
    let one = Exact::from(1);
    if theirs == ours {
        Some(Ceiling { basis: budget.basis, rate: one, most })
    } else if let Some(rate) = rate(theirs, ours) {
        Some(Ceiling { basis: budget.basis, rate: one, most: most.times(rate)? })
    } else {
        Some(Ceiling { basis: budget.basis, rate: rate(ours, theirs)?, most })
    }
}
