//! From the sheet's currency into the display currency.
//!
//! Invariant: a rate is the direct pair of the agency's own table, or none is needed; a missing one is never 1.

use super::{
    exact::Exact,
    refuse::Refused,
    room::raised_by,
    settings::{FxRate, Settings},
    trace::{FxTrace, RoundingTrace},
};
use crate::money::{Currency, Money};

/// The agency's rates into its display currency.
#[derive(Debug)]
pub(super) struct Exchange<'a> {
    settings: &'a Settings,
    rates: Vec<&'a FxRate>,
    /// Decimals of the display currency's minor unit.
    digits: u32,
}

/// What one unit of a currency costs in the display currency.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rate<'a> {
    /// None where the currencies are the same.
    quoted: Option<(&'a FxRate, &'a Settings)>,
    effective: Exact,
}

/// An amount in the display currency.
#[derive(Debug)]
pub(super) struct Exchanged {
    /// Before rounding.
    pub(super) exact: Exact,
    /// Rounded once.
    pub(super) amount: Money,
    /// How.
    pub(super) rounding: RoundingTrace,
}

impl<'a> Exchange<'a> {
    pub(super) fn new(settings: &'a Settings) -> Self {
        let into_display = settings.fx.iter().filter(|fx| fx.to == settings.display_currency);
        Self { settings, rates: into_display.collect(), digits: settings.display_currency.minor_digits() }
    }

    /// The rate from a currency, with the agency's buffer.
    pub(super) fn rate_from(&self, currency: Currency) -> Result<Rate<'a>, Refused> {
        let to = self.settings.display_currency;
        if currency == to {
            return Ok(Rate { quoted: None, effective: Exact::from(1) });
        }
        let quoted = self.rates.iter().find(|fx| fx.from == currency && !fx.rate.is_zero());
        let fx = *quoted.ok_or(Refused::FxMissing { from: currency, to })?;
        let effective = raised_by(fx.rate.into(), self.settings.fx_buffer_pct.into()).ok_or(Refused::TooLarge)?;
        Ok(Rate { quoted: Some((fx, self.settings)), effective })
    }

    /// Exchanges an amount and rounds it, once.
    pub(super) fn exchanged(&self, amount: Exact, rate: &Rate<'_>) -> Result<Exchanged, Refused> {
        let currency = self.settings.display_currency;
        let digits = self.digits;
        let exact = rate.of(amount).ok_or(Refused::TooLarge)?;
        let rounded = exact.rounded(digits).ok_or(Refused::TooLarge)?;
        Ok(Exchanged {
            exact,
            amount: Money { amount: rounded, currency },
            rounding: RoundingTrace { exact, digits, rounded },
        })
    }
}

impl Rate<'_> {
    /// An amount in the display currency, exactly.
    pub(super) fn of(&self, amount: Exact) -> Option<Exact> {
        if self.quoted.is_none() { Some(amount) } else { amount.times(self.effective) }
    }

    /// The exchange as a trace tells it; none where the currencies are the same.
    pub(super) fn trace(&self) -> Option<FxTrace> {
        let (fx, settings) = self.quoted?;
        Some(FxTrace {
            from: fx.from,
            to: fx.to,
            rate: fx.rate,
            buffer_pct: settings.fx_buffer_pct,
            effective: self.effective,
            source: fx.source.clone(),
            as_of: fx.as_of.clone(),
        })
    }
}
