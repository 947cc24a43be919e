//! Exact money: a decimal amount with its currency. No float ever holds it, and two currencies are never added.
//!
//! Rounding is a named act, never a side effect: [`Money::rounded`] rounds half away from zero to the currency's
//! minor unit, [`Money::raised_to`] lifts to the next multiple of a step (`product.md` section 5).

use std::{fmt, str::FromStr};

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An ISO 4217 currency code: three capital letters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "ZAR", pattern = "^[A-Z]{3}$")]
pub struct Currency([u8; 3]);

impl Currency {
    /// No currency (ISO 4217: `XXX`).
    pub const NONE: Self = Self(*b"XXX");

    /// The code, such as `ZAR`.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Digits after the point of the smallest unit that is paid (ISO 4217, list one of 2024): 2 for most.
    #[must_use]
    pub fn minor_digits(&self) -> u32 {
        match self.code() {
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI" | "VND"
            | "VUV" | "XAF" | "XOF" | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            "CLF" | "UYW" => 4,
            _ => 2,
        }
    }
}

impl FromStr for Currency {
    type Err = NotACurrency;

    fn from_str(text: &str) -> Result<Self, NotACurrency> {
        match text.as_bytes() {
            [a, b, c] if [a, b, c].iter().all(|letter| letter.is_ascii_uppercase()) => Ok(Self([*a, *b, *c])),
            _ => Err(NotACurrency),
        }
    }
}

impl TryFrom<String> for Currency {
    type Error = NotACurrency;

    fn try_from(text: String) -> Result<Self, NotACurrency> {
        text.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A text that is not three capital letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a currency is three capital letters (ISO 4217)")]
pub struct NotACurrency;

/// Two currencies met where only one may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("amounts in {0} and {1} are never added")]
pub struct CurrencyMismatch(pub Currency, pub Currency);

/// An exact amount in one currency. On the wire `{"amount":"1234.50","currency":"ZAR"}`, with at least the minor digits.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Money {
    /// Decimal amount as text, with at least the currency's minor digits.
    #[serde(with = "rust_decimal::serde::str")]
    #[schema(value_type = String, example = "1234.50")]
    pub amount: Decimal,
    /// ISO 4217 code.
    pub currency: Currency,
}

impl Money {
    /// An amount with at least the currency's minor digits shown.
    #[must_use]
    pub fn new(amount: Decimal, currency: Currency) -> Self {
        Self { amount: with_min_scale(amount, currency.minor_digits()), currency }
    }

    /// Nothing, in `currency`.
    #[must_use]
    pub fn zero(currency: Currency) -> Self {
        Self::new(Decimal::ZERO, currency)
    }

    /// The sum of two amounts of one currency.
    ///
    /// # Errors
    /// [`CurrencyMismatch`] when the currencies differ.
    pub fn plus(self, other: Self) -> Result<Self, CurrencyMismatch> {
        if self.currency == other.currency {
            Ok(Self::new(self.amount + other.amount, self.currency))
        } else {
            Err(CurrencyMismatch(self.currency, other.currency))
        }
    }

    /// Rounded half away from zero to the currency's minor unit (`product.md` section 5).
    #[must_use]
    pub fn rounded(self) -> Self {
        Self::new(round_half_away(self.amount, self.currency.minor_digits()), self.currency)
    }

    /// Raised to the next multiple of `step`; a step of zero or less changes nothing.
    #[must_use]
    pub fn raised_to(self, step: Decimal) -> Self {
        if step <= Decimal::ZERO {
            return self;
        }
        let over = self.amount % step;
        if over.is_zero() {
            self
        } else if over.is_sign_positive() {
            Self::new(self.amount - over + step, self.currency)
        } else {
            Self::new(self.amount - over, self.currency)
        }
    }
}

/// Half away from zero, to `digits` places: what a person does with 0.005.
#[must_use]
pub fn round_half_away(amount: Decimal, digits: u32) -> Decimal {
    amount.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero)
}

/// The same number without trailing zeros beyond `digits` places, and with zeros up to them.
fn with_min_scale(amount: Decimal, digits: u32) -> Decimal {
    let mut amount = amount.normalize();
    if amount.scale() < digits {
        amount.rescale(digits);
    }
    amount
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.currency, self.amount)
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    fn money(text: &str, currency: &str) -> Money {
        Money::new(text.parse().unwrap(), currency.parse().unwrap())
    }

    #[test]
    fn rounds_half_away_from_zero_to_the_minor_unit() {
        assert_eq!(money("1.005", "EUR").rounded().to_string(), "EUR 1.01");
        assert_eq!(money("-1.005", "EUR").rounded().to_string(), "EUR -1.01");
        assert_eq!(money("1.5", "JPY").rounded().to_string(), "JPY 2");
        assert_eq!(money("1.0005", "KWD").rounded().to_string(), "KWD 1.001");
    }

    #[test]
    fn is_raised_to_the_next_multiple_of_a_step() {
        let raised = |text: &str, step: &str| money(text, "ZAR").raised_to(step.parse().unwrap()).to_string();
        assert_eq!(raised("1201.01", "50"), "ZAR 1250.00");
        assert_eq!(raised("1250", "50"), "ZAR 1250.00");
        assert_eq!(raised("1250.01", "0"), "ZAR 1250.01");
        assert_eq!(raised("0.03", "0.05"), "ZAR 0.05");
        assert_eq!(raised("-1201.01", "50"), "ZAR -1200.00");
    }

    #[test]
    fn two_currencies_are_never_added() {
        assert!(money("1", "EUR").plus(money("1", "USD")).is_err());
        assert_eq!(money("1.10", "EUR").plus(money("2", "EUR")).unwrap().to_string(), "EUR 3.10");
    }

    #[test]
    fn travels_as_text() {
        let json = serde_json::to_string(&money("1234.5", "ZAR")).unwrap();
        assert_eq!(json, r#"{"amount":"1234.50","currency":"ZAR"}"#);
        assert!(serde_json::from_str::<Money>(r#"{"amount":"1","currency":"zar"}"#).is_err());
    }
}
