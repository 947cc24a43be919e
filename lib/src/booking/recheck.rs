//! What today's rates would give for what was agreed. The difference is told, never charged.

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    money::Money,
    pricing::{self, PriceRequest, PricedOption, Settings, Snapshot},
    rates::RateBook,
};

/// Options that are looked through for the one that was agreed.
const LOOKED_AT: u32 = 100;

/// The agreed price beside today's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Recheck {
    /// When the rates were looked at.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// What the traveller accepted.
    pub agreed: Money,
    /// What the same would cost by the rates of that moment; absent when they do not price it any more.
    pub now: Option<Money>,
    /// `now` less `agreed`; absent without a price, or in another currency.
    pub difference: Option<Money>,
    /// Margin that the agreed price would leave by the rates of that moment, in percent; absent without a price.
    #[schema(value_type = Option<String>, example = "9.40")]
    pub margin_pct: Option<Decimal>,
    /// Why there is no price, in words.
    pub refusal: Option<String>,
}

/// Prices what was agreed once more, by today's rates and settings.
#[must_use]
pub fn recheck(
    snapshot: &Snapshot,
    agreed: &PricedOption,
    book: &RateBook,
    settings: &Settings,
    at: Timestamp,
) -> Recheck {
    let request = PriceRequest { hotels: vec![agreed.hotel.clone()], limit: LOOKED_AT, ..snapshot.request.clone() };
    let offer = pricing::price_edited(book, &request, settings, &snapshot.edits.only(agreed));
    let found = offer.options.iter().find(|option| {
        (&option.hotel, &option.room_type, &option.board) == (&agreed.hotel, &agreed.room_type, &agreed.board)
    });
    let refused = offer.refused.iter().find(|refusal| {
        (&refusal.hotel, &refusal.room_type, &refusal.board) == (&agreed.hotel, &agreed.room_type, &agreed.board)
    });
    let refusal = match (found, refused) {
        (Some(_), _) => None,
        (None, Some(refusal)) => Some(refusal.detail.clone()),
        (None, None) => Some("it is no longer in the rate sheet".to_owned()),
    };
    let same_currency = found.filter(|option| option.total.currency == agreed.total.currency);
    Recheck {
        at,
        agreed: agreed.total,
        now: found.map(|option| option.total),
        difference: same_currency
            .map(|option| Money::new(option.total.amount - agreed.total.amount, agreed.total.currency)),
        margin_pct: same_currency.and_then(|option| margin_left(option, agreed.total.amount)),
        refusal,
    }
}

/// The margin in percent that `agreed` leaves above today's cost, where today's cost is today's total less its margin.
fn margin_left(today: &PricedOption, agreed: Decimal) -> Option<Decimal> {
    let kept = Decimal::ONE_HUNDRED.checked_sub(today.margin_pct)?;
    let cost = today.total.amount.checked_mul(kept)?.checked_div(Decimal::ONE_HUNDRED)?;
    let share = agreed.checked_sub(cost)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(agreed)?;
    Some(crate::money::round_half_away(share, 2))
}
