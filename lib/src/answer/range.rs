//! Ranges in the first cell of a row: who asks about 20 days before departure is answered by the row "30 to 15 days".
//!
//! Invariant: a cell that is not wholly a range is none.

use super::unit::{Shape, Unit};

/// Numbers a row is about, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    low: u32,
    high: u32,
}

impl Range {
    /// The range of a row's first cell, or of the term an item begins with.
    pub(super) fn of(unit: &Unit) -> Option<Self> {
        match &unit.shape {
            Shape::Row { cells } => cells.first().and_then(|(_, cell)| Self::read(cell)),
            Shape::Item { .. } => unit.quote.split_once(':').and_then(|(term, _)| Self::read(term)),
            Shape::Sentence => None,
        }
    }

    fn read(cell: &str) -> Option<Self> {
        let plain = crate::knowledge::without_marks(cell).to_lowercase().replace(['–', '—', '-'], " to ");
        let numbers: Vec<u32> =
            plain.split(|letter: char| !letter.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
        let has = |words: &[&str]| words.iter().any(|word| plain.contains(word));
        match numbers[..] {
            [one, other] if has(&[" to ", " until ", " and "]) => {
                Some(Self { low: one.min(other), high: one.max(other) })
            }
            [one] if has(&["more than", "over ", "above", "longer than"]) => {
                Some(Self { low: one.saturating_add(1), high: u32::MAX })
            }
            [one] if has(&["or more", "at least", "and more", "or longer", "from "]) => {
                Some(Self { low: one, high: u32::MAX })
            }
            [one] if has(&["less than", "fewer than", "under ", "below", "within "]) => {
                Some(Self { low: 0, high: one.saturating_sub(1) })
            }
            // "Up to 45 days before departure" is over once fewer are left.
            [one] if has(&["up to", "until"]) && has(&[" before", " prior"]) => Some(Self { low: one, high: u32::MAX }),
            [one] if has(&["or less", "up to", "at most", "or fewer"]) => Some(Self { low: 0, high: one }),
            _ => None,
        }
    }

    pub(super) fn has(self, number: u32) -> bool {
        (self.low..=self.high).contains(&number)
    }

    /// The same for months, whose ranges may go over the end of the year.
    pub(super) fn has_month(self, month: u32) -> bool {
        if self.low <= self.high { self.has(month) } else { month >= self.low || month <= self.high }
    }
}

/// Every range of numbers in a text: "3–6 years", "between 3 % and 8 %", "under 12".
pub(super) fn ranges(text: &str) -> Vec<Range> {
    let plain = text.to_lowercase().replace(['–', '—', '-'], " to ").replace('%', " ");
    let words: Vec<&str> =
        plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let number = |place: usize| words.get(place).and_then(|word| word.parse::<u32>().ok());
    let mut found = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let between = matches!(*word, "to" | "and" | "until");
        if let (true, Some(low), Some(high)) = (between, place.checked_sub(1).and_then(number), number(place + 1)) {
            found.push(Range { low: low.min(high), high: low.max(high) });
        }
        match (*word, number(place + 1)) {
            ("to", Some(limit)) if place > 0 && words[place - 1] == "up" => {
                let before = words.iter().skip(place + 2).take(2).any(|word| *word == "before");
                found.push(if before { Range { low: limit, high: u32::MAX } } else { Range { low: 0, high: limit } });
            }
            ("under" | "below", Some(limit)) => found.push(Range { low: 0, high: limit.saturating_sub(1) }),
            ("over" | "above", Some(limit)) => found.push(Range { low: limit.saturating_add(1), high: u32::MAX }),
            _ => {}
        }
    }
    found
}

/// Every range of months in a text: "July to December", "10 June–30 March".
pub(super) fn months(text: &str) -> Vec<Range> {
    let plain = text.to_lowercase().replace(['–', '—', '-'], " to ");
    let words: Vec<&str> =
        plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut found = Vec::new();
    for (place, _) in words.iter().enumerate().filter(|(_, word)| matches!(**word, "to" | "until" | "and")) {
        let near =
            |range: std::ops::Range<usize>| words.get(range).unwrap_or_default().iter().find_map(|word| month(word));
        let low = near(place.saturating_sub(2)..place);
        let high = near(place + 1..(place + 3).min(words.len()));
        found.extend(low.zip(high).map(|(low, high)| Range { low, high }));
    }
    found
}

/// The number of a month by its English name.
pub(super) fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    MONTHS.iter().zip(1..).find(|(name, _)| **name == word).map(|(_, number)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_as_people_write_them() {
        for (cell, expected) in [
            ("60 to 31 days", Some((31, 60))),
            ("2–11 years", Some((2, 11))),
            ("more than 45", Some((46, u32::MAX))),
            ("14 days or less", Some((0, 14))),
            ("14 to 0, or no show", Some((0, 14))),
            ("less than 7 days", Some((0, 6))),
            ("up to 45 days before departure", Some((45, u32::MAX))),
            ("no show", None),
            ("2 October", None),
        ] {
            assert_eq!(Range::read(cell).map(|range| (range.low, range.high)), expected, "{cell}");
        }
    }
}
