//! What is sold beside the rooms.
//!
//! Invariant: an extra's price is what the traveller pays and what the supplier gets; it depends on the party and the
//! stay, never on the plan.

use rust_decimal::Decimal;

use super::{
    describe,
    exact::Exact,
    exchange::{Exchange, Exchanged},
    offer::{Line, LineKind},
    refuse::Refused,
    settings::{Extra, ExtraUnit, Settings},
    trace::{ExtraTrace, Trace},
};
use crate::money::Money;

/// The extras of a request.
#[derive(Debug, Default)]
pub(super) struct PricedExtras {
    /// Lines of every option.
    pub(super) required: Vec<Line>,
    /// Their sum, in the display currency.
    pub(super) required_sum: Decimal,
    /// What their suppliers get, exchanged into the display currency.
    pub(super) required_net: Exact,
    /// Lines the traveller may add.
    pub(super) optional: Vec<Line>,
}

/// Prices every extra; an optional one that cannot be exchanged is left out, a required one refuses every plan.
pub(super) fn priced(
    settings: &Settings,
    exchange: &Exchange<'_>,
    people: u32,
    nights: u32,
) -> Result<PricedExtras, Refused> {
    let mut extras = PricedExtras::default();
    for extra in &settings.extras {
        match (extra.optional, line(extra, exchange, people, nights)) {
            (true, Ok((line, _))) => extras.optional.push(line),
            (true, Err(_)) => {}
            (false, Err(refused)) => return Err(refused),
            (false, Ok((line, exact))) => {
                let sum = extras.required_sum.checked_add(line.amount.amount);
                extras.required_sum = sum.ok_or(Refused::TooLarge)?;
                extras.required_net = extras.required_net.plus(exact).ok_or(Refused::TooLarge)?;
                extras.required.push(line);
            }
        }
    }
    Ok(extras)
}

/// The line of an extra, and its exact amount in the display currency.
fn line(extra: &Extra, exchange: &Exchange<'_>, people: u32, nights: u32) -> Result<(Line, Exact), Refused> {
    let units = match extra.unit {
        ExtraUnit::Person => people,
        ExtraUnit::Booking => 1,
        ExtraUnit::Night => nights,
        ExtraUnit::PersonNight => people.saturating_mul(nights),
    };
    let rate = exchange.rate_from(extra.currency)?;
    let subtotal = Exact::from(extra.price).times(units.into()).ok_or(Refused::TooLarge)?;
    let Exchanged { exact, amount, rounding } = exchange.exchanged(subtotal, &rate)?;
    let net = subtotal.rounded(extra.currency.minor_digits()).ok_or(Refused::TooLarge)?;
    let trace = ExtraTrace {
        code: extra.code.clone(),
        unit: extra.unit,
        price: extra.price,
        currency: extra.currency,
        people,
        nights,
        units,
        subtotal,
        fx: rate.trace(),
        rounding,
    };
    let line = Line {
        kind: LineKind::Extra,
        room: None,
        description: describe::extra(extra, people, nights),
        net: Money::new(net, extra.currency),
        amount,
        trace: Trace::Extra(trace),
    };
    Ok((line, exact))
}
