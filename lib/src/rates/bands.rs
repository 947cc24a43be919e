//! What children pay: `0-1:free;2-11:50%;12-15:120.00;2-11#2:100%` (`product.md` section 5).
//!
//! Invariant: two entries have either the same ages or none in common, and no entry stands twice.

use std::{fmt, str::FromStr};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::row::{is_price, read_decimal};

/// Oldest age an entry may name.
const OLDEST: u8 = 99;
/// Highest ordinal an entry may name: more children than a room may hold.
const MOST_CHILDREN: u8 = 20;
/// Most entries of one row.
const MOST_ENTRIES: usize = 60;

/// The entries of one row, in the order written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "0-1:free;2-11:50%;12-15:120.00;2-11#2:100%")]
pub struct ChildBands(Vec<ChildBand>);

/// One entry: which children, and what they pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChildBand {
    /// Youngest age, inclusive, at check-in.
    pub from: u8,
    /// Oldest age, inclusive, at check-in.
    pub to: u8,
    /// Only the n-th child of these ages, oldest first; the others of these ages when absent.
    pub nth: Option<u8>,
    /// What such a child pays.
    pub price: ChildPrice,
}

/// What a child pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChildPrice {
    /// Nothing.
    Free,
    /// A share of the adult's amount, in percent: 50 is half.
    Percent(Decimal),
    /// An amount in the row's currency.
    Fixed(Decimal),
}

impl ChildBands {
    /// The entries in the order written.
    #[must_use]
    pub fn entries(&self) -> &[ChildBand] {
        &self.0
    }

    /// The entry of the `nth` child (from 1, oldest first) among those of the same ages; none: it counts as an adult.
    #[must_use]
    pub fn of(&self, age: u8, nth: usize) -> Option<&ChildBand> {
        let mut others = None;
        for band in self.0.iter().filter(|band| band.holds(age)) {
            match band.nth {
                Some(ordinal) if usize::from(ordinal) == nth => return Some(band),
                Some(_) => {}
                None => others = Some(band),
            }
        }
        others
    }

    /// The ages that children of `age` are counted with, when any entry names them.
    #[must_use]
    pub fn range_of(&self, age: u8) -> Option<(u8, u8)> {
        self.0.iter().find(|band| band.holds(age)).map(|band| (band.from, band.to))
    }
}

impl ChildBand {
    fn holds(&self, age: u8) -> bool {
        (self.from..=self.to).contains(&age)
    }

    fn clashes_with(&self, other: &Self) -> bool {
        let same_ages = self.from == other.from && self.to == other.to;
        let apart = self.to < other.from || other.to < self.from;
        if same_ages { self.nth == other.nth } else { !apart }
    }
}

/// Why a text is no list of child bands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadBands {
    /// An entry does not have the form.
    Syntax,
    /// The first age is above the second, or an age above 99.
    Ages,
    /// An ordinal that no child can have.
    Ordinal,
    /// An amount or percentage outside its limits.
    Price,
    /// Two entries for one child.
    Overlap,
    /// More entries than any room has children.
    TooMany,
}

impl BadBands {
    /// A lowercase fact: what is wrong.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Syntax => "a child band is written 2-11:50%, 2-11:free, 2-11:120.00 or 2-11#2:100%",
            Self::Ages => "the ages of a child band run from the lower to the higher, 0 to 99",
            Self::Ordinal => "the number after # is 1 to 20",
            Self::Price => "a child pays at most 1000000000000, or 1000 %, with at most 4 decimals",
            Self::Overlap => "two child bands hold the same child",
            Self::TooMany => "at most 60 child bands",
        }
    }
}

impl fmt::Display for BadBands {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl std::error::Error for BadBands {}

impl FromStr for ChildBands {
    type Err = BadBands;

    fn from_str(text: &str) -> Result<Self, BadBands> {
        let mut bands: Vec<ChildBand> = Vec::new();
        for entry in text.split(';').map(str::trim).filter(|entry| !entry.is_empty()) {
            let band: ChildBand = entry.parse()?;
            if bands.iter().any(|known| known.clashes_with(&band)) {
                return Err(BadBands::Overlap);
            }
            if bands.len() == MOST_ENTRIES {
                return Err(BadBands::TooMany);
            }
            bands.push(band);
        }
        Ok(Self(bands))
    }
}

impl FromStr for ChildBand {
    type Err = BadBands;

    fn from_str(entry: &str) -> Result<Self, BadBands> {
        let (who, price) = entry.split_once(':').ok_or(BadBands::Syntax)?;
        let (ages, nth) = match who.split_once('#') {
            Some((ages, nth)) => (ages, Some(small_number(nth)?)),
            None => (who, None),
        };
        let (from, to) = ages.split_once('-').ok_or(BadBands::Syntax)?;
        let (from, to) = (small_number(from)?, small_number(to)?);
        if from > to || to > OLDEST {
            return Err(BadBands::Ages);
        }
        if nth.is_some_and(|nth| !(1..=MOST_CHILDREN).contains(&nth)) {
            return Err(BadBands::Ordinal);
        }
        Ok(Self { from, to, nth, price: price.parse()? })
    }
}

impl FromStr for ChildPrice {
    type Err = BadBands;

    fn from_str(text: &str) -> Result<Self, BadBands> {
        let text = text.trim();
        if text.eq_ignore_ascii_case("free") {
            return Ok(Self::Free);
        }
        let price = match text.strip_suffix('%') {
            Some(percent) => Self::Percent(read_decimal(percent.trim()).ok_or(BadBands::Syntax)?),
            None => Self::Fixed(read_decimal(text).ok_or(BadBands::Syntax)?),
        };
        let within = match price {
            Self::Free => true,
            Self::Percent(percent) => is_price(percent) && percent <= Decimal::ONE_THOUSAND,
            Self::Fixed(amount) => is_price(amount),
        };
        if within { Ok(price) } else { Err(BadBands::Price) }
    }
}

fn small_number(text: &str) -> Result<u8, BadBands> {
    let text = text.trim();
    if text.is_empty() || text.len() > 3 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(BadBands::Syntax);
    }
    text.parse().map_err(|_| BadBands::Ages)
}

impl fmt::Display for ChildPrice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Free => f.write_str("free"),
            Self::Percent(percent) => write!(f, "{percent}%"),
            Self::Fixed(amount) => write!(f, "{amount}"),
        }
    }
}

impl fmt::Display for ChildBand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from, self.to)?;
        if let Some(nth) = self.nth {
            write!(f, "#{nth}")?;
        }
        write!(f, ":{}", self.price)
    }
}

impl fmt::Display for ChildBands {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, band) in self.0.iter().enumerate() {
            let parted = if i == 0 { "" } else { ";" };
            write!(f, "{parted}{band}")?;
        }
        Ok(())
    }
}

impl TryFrom<String> for ChildBands {
    type Error = BadBands;

    fn try_from(text: String) -> Result<Self, BadBands> {
        text.parse()
    }
}

impl From<ChildBands> for String {
    fn from(bands: ChildBands) -> Self {
        bands.to_string()
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn is_written_as_it_was_read() {
        for text in ["", "0-1:free", "0-1:free;2-11:50%;12-15:120.00;2-11#2:100%", "5-5:0", "2-11#1:33.3333%"] {
            assert_eq!(text.parse::<ChildBands>().unwrap().to_string(), text);
        }
        assert_eq!(" 0-1 : FREE ; 2-11 # 2: 50 % ;".parse::<ChildBands>().unwrap().to_string(), "0-1:free;2-11#2:50%");
    }

    #[test]
    fn a_fault_is_told_by_its_kind() {
        for (text, expected) in [
            ("2-11", BadBands::Syntax),
            ("2:50%", BadBands::Syntax),
            ("2-11:half", BadBands::Syntax),
            ("2-11:-5", BadBands::Syntax),
            ("2-11:1e3", BadBands::Syntax),
            ("-1-2:free", BadBands::Syntax),
            ("11-2:50%", BadBands::Ages),
            ("2-100:50%", BadBands::Ages),
            ("2-999:50%", BadBands::Ages),
            ("2-11#0:50%", BadBands::Ordinal),
            ("2-11#21:50%", BadBands::Ordinal),
            ("2-11:1000.5%", BadBands::Price),
            ("2-11:0.00001", BadBands::Price),
            ("0-2:free;2-11:50%", BadBands::Overlap),
            ("2-11:50%;2-11:60%", BadBands::Overlap),
            ("2-11#2:50%;2-11#2:60%", BadBands::Overlap),
            ("2-11#1:50%;2-12:60%", BadBands::Overlap),
        ] {
            assert_eq!(text.parse::<ChildBands>(), Err(expected), "{text}");
        }
    }

    #[test]
    fn an_ordinal_goes_before_the_others_of_its_ages() {
        let bands: ChildBands = "2-11:50%;2-11#2:100%;12-15#1:free".parse().unwrap();
        let entry = |age, nth| bands.of(age, nth).map(ToString::to_string);
        assert_eq!(entry(9, 1).as_deref(), Some("2-11:50%"));
        assert_eq!(entry(4, 2).as_deref(), Some("2-11#2:100%"));
        assert_eq!(entry(2, 3).as_deref(), Some("2-11:50%"));
        assert_eq!(entry(12, 1).as_deref(), Some("12-15#1:free"));
        assert_eq!(entry(12, 2), None);
        assert_eq!(entry(1, 1), None);
    }
}
