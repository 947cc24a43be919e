//! Why a plan is not offered, and the words for it.
//!
//! Invariant: the reasons apply in one order: no rate for the first night; adults, people and nights by the check-in
//! period, each over all rooms; a night that is not sold; a night without a rate; no exchange rate.

use jiff::civil::Date;

use super::offer::{Refusal, RefusalReason};
use crate::{money::Currency, rates::Plan};

/// Why a plan is not offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// No period holds the night.
    Unrated(Date),
    /// The night's price is for a stay, and the stay began in a period priced by the night.
    PerStay(Date),
    /// The night's row has no price for somebody beyond the people included.
    NoExtraAdult(Date),
    /// The night's row is in another currency than the first one's.
    OtherCurrency(Date),
    /// The night lies in a period that is not sold.
    StopSell(Date),
    /// The stay is too short.
    MinNights { least: u32, nights: u32 },
    /// Too many adults in a room; rooms count from 1.
    MaxAdults { room: usize, adults: usize, most: u32 },
    /// Too many people in a room; rooms count from 1.
    MaxOccupancy { room: usize, people: usize, most: u32 },
    /// No exchange rate.
    FxMissing { from: Currency, to: Currency },
    /// The amounts are beyond what is computed exactly.
    TooLarge,
}

impl Refused {
    fn reason(self) -> RefusalReason {
        match self {
            Self::Unrated(_) | Self::PerStay(_) | Self::NoExtraAdult(_) | Self::OtherCurrency(_) | Self::TooLarge => {
                RefusalReason::UnratedNight
            }
            Self::StopSell(_) => RefusalReason::StopSell,
            Self::MinNights { .. } => RefusalReason::MinNights,
            Self::MaxAdults { .. } => RefusalReason::MaxAdults,
            Self::MaxOccupancy { .. } => RefusalReason::MaxOccupancy,
            Self::FxMissing { .. } => RefusalReason::FxMissing,
        }
    }

    fn detail(self) -> String {
        match self {
            Self::Unrated(night) => format!("no rate for the night of {night}"),
            Self::PerStay(night) => format!("the rate for the night of {night} is for a whole stay"),
            Self::NoExtraAdult(night) => format!("no price for extra people on the night of {night}"),
            Self::OtherCurrency(night) => format!("the rate for the night of {night} is in another currency"),
            Self::StopSell(night) => format!("not sold on the night of {night}"),
            Self::MinNights { least, nights } => format!("stays of at least {least} nights; {nights} asked for"),
            Self::MaxAdults { room, adults, most } => format!("room {room}: {adults} adults, at most {most}"),
            Self::MaxOccupancy { room, people, most } => format!("room {room}: {people} people, at most {most}"),
            Self::FxMissing { from, to } => format!("no exchange rate from {from} to {to}"),
            Self::TooLarge => "the amounts are too large to be computed exactly".to_owned(),
        }
    }

    /// The refusal as it is answered.
    pub(super) fn of(self, plan: Plan<'_>) -> Refusal {
        Refusal {
            hotel: plan.hotel().to_owned(),
            room_type: plan.room_type().to_owned(),
            board: plan.board().code().to_owned(),
            reason: self.reason(),
            detail: self.detail(),
        }
    }
}
