//! Numbers between the rate sheet and the one rounding at the end.
//!
//! Invariant: nothing is rounded before [`Exact::rounded`] or [`Exact::ratio`]. A product of price, share, markup, rate and
//! buffer has more digits than a [`Decimal`] holds, hence 256 bits; what exceeds even those is `None`, never wrong.

use std::fmt;

use ethnum::I256;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, Schema},
};

/// Largest power of ten in 256 bits with a sign.
const MOST_DIGITS: u32 = 76;

/// An exact decimal number. On the wire its plain digits as text, without trailing zeros.
#[derive(Clone, Copy, Default)]
pub struct Exact {
    units: I256,
    scale: u32,
}

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self { units: I256::ZERO, scale: 0 };

    /// One hundredth of it.
    #[must_use]
    pub fn percent(self) -> Self {
        Self { scale: self.scale + 2, ..self }
    }

    /// Whether it is nothing.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.units == I256::ZERO
    }

    /// Whether it is less than nothing.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.units.is_negative()
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let (a, b, scale) = self.aligned(other)?;
        Some(Self { units: a.checked_add(b)?, scale })
    }

    /// The difference.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        let (a, b, scale) = self.aligned(other)?;
        Some(Self { units: a.checked_sub(b)?, scale })
    }

    /// The product.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        Some(Self { units: product(self.units, other.units)?, scale: self.scale + other.scale })
    }

    /// Rounded half away from zero to `digits` places.
    #[must_use]
    pub fn rounded(self, digits: u32) -> Option<Decimal> {
        let units = if self.scale <= digits {
            self.units_at(digits)?
        } else {
            divided(self.units, power_of_ten(self.scale - digits)?)?
        };
        decimal(units, digits)
    }

    /// `self / by`, rounded half away from zero to `digits` places; none when `by` is nothing.
    #[must_use]
    pub fn ratio(self, by: Self, digits: u32) -> Option<Decimal> {
        let (a, b, _) = self.aligned(by)?;
        decimal(divided(product(a, power_of_ten(digits)?)?, b)?, digits)
    }

    fn aligned(self, other: Self) -> Option<(I256, I256, u32)> {
        let scale = self.scale.max(other.scale);
        Some((self.units_at(scale)?, other.units_at(scale)?, scale))
    }

    /// Its units at a scale that is not below its own.
    fn units_at(self, scale: u32) -> Option<I256> {
        if scale == self.scale || self.is_zero() {
            return Some(self.units);
        }
        product(self.units, power_of_ten(scale - self.scale)?)
    }
}

impl From<Decimal> for Exact {
    fn from(number: Decimal) -> Self {
        Self { units: I256::from(number.mantissa()), scale: number.scale() }
    }
}

impl From<u32> for Exact {
    fn from(number: u32) -> Self {
        Self { units: I256::from(number), scale: 0 }
    }
}

impl PartialSchema for Exact {
    fn schema() -> RefOr<Schema> {
        String::schema()
    }
}

impl ToSchema for Exact {}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.aligned(*other).is_some_and(|(a, b, _)| a == b)
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = usize::try_from(self.scale).unwrap_or(usize::MAX);
        let digits = self.units.unsigned_abs().to_string();
        let padded = format!("{digits:0>width$}", width = scale.saturating_add(1).min(400));
        let (whole, decimals) = padded.split_at(padded.len().saturating_sub(scale));
        let decimals = decimals.trim_end_matches('0');
        let sign = if self.units.is_negative() { "-" } else { "" };
        let point = if decimals.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{decimals}")
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        read(&text).ok_or_else(|| D::Error::custom("an exact number is written in at most 76 digits with a point"))
    }
}

fn read(text: &str) -> Option<Exact> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let scale = u32::try_from(decimals.len()).ok().filter(|scale| *scale <= MOST_DIGITS)?;
    if !decimals.bytes().all(|b| b.is_ascii_digit()) || whole.len() > 78 || whole.starts_with('+') {
        return None;
    }
    let units = format!("{whole}{decimals}").parse().ok()?;
    Some(Exact { units, scale })
}

fn power_of_ten(digits: u32) -> Option<I256> {
    match digits {
        0..=19 => Some(I256::from(10_u64.pow(digits))),
        _ => I256::from(10).checked_pow(digits),
    }
}

/// `a * b`, by the processor's own multiplication where both are short: nearly always.
fn product(a: I256, b: I256) -> Option<I256> {
    match (i64::try_from(a), i64::try_from(b)) {
        (Ok(a), Ok(b)) => Some(I256::from(i128::from(a) * i128::from(b))),
        _ => a.checked_mul(b),
    }
}

/// `a / b`, half away from zero.
fn divided(a: I256, b: I256) -> Option<I256> {
    if let (Ok(a), Ok(b)) = (i128::try_from(a), i128::try_from(b)) {
        let (whole, rest) = (a.checked_div(b)?, a.checked_rem(b)?);
        let up = rest.unsigned_abs() >= b.unsigned_abs() - rest.unsigned_abs();
        return I256::from(whole).checked_add(I256::from(step(up, a < 0, b < 0)));
    }
    let (whole, rest) = (a.checked_div(b)?, a.checked_rem(b)?);
    let up = rest.unsigned_abs() >= b.unsigned_abs() - rest.unsigned_abs();
    whole.checked_add(I256::from(step(up, a.is_negative(), b.is_negative())))
}

fn step(up: bool, a_is_negative: bool, b_is_negative: bool) -> i8 {
    match (up, a_is_negative == b_is_negative) {
        (false, _) => 0,
        (true, true) => 1,
        (true, false) => -1,
    }
}

fn decimal(units: I256, digits: u32) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(i128::try_from(units).ok()?, digits).ok()
}
