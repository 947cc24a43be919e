//! Who travels: adults, children and their ages, rooms (`product.md` section 4).
//!
//! Invariant: a head count is never made up. "Family of four" and "honeymoon" are inferred and say so; "our kids" counts nobody.

mod ages;
mod count;
mod heads;
mod relatives;
mod rooms;
mod words;

use super::{Confidence, Evidence, Fields, Origin, scan::Scan};

pub(crate) use words::{counts_people, counts_something, is_one_person};

/// A value and the tokens it was read from, the last included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Read<T> {
    pub(super) value: T,
    pub(super) first: usize,
    pub(super) last: usize,
}

impl<T> Read<T> {
    /// The value with its words.
    fn evidence(self, scan: &Scan, origin: Origin, confidence: u8) -> Evidence<T> {
        let source = scan.source(self.first, self.last);
        Evidence { value: self.value, origin, confidence: Confidence(confidence), source }
    }
}

/// All the ages that a form's line lists: "15, 12 & 9", "7 anni", "10 months".
pub(super) fn ages_listed(value: &Scan) -> Option<Evidence<Vec<u8>>> {
    let (ages, first, last) = ages::every(value);
    let read = Read { value: ages, first, last };
    (!read.value.is_empty()).then(|| read.evidence(value, Origin::Stated, 96))
}

/// Fills in what one part of the mail says of the party.
pub(super) fn read(scan: &Scan, fields: &mut Fields) {
    count::read(scan, fields);
    let count = rooms::count(scan);
    match rooms::divided(scan, count.as_ref()) {
        Some(divided) if fields.rooms.is_none() => {
            let adults: u32 = divided.value.iter().map(|room| room.adults).sum();
            let ages: Vec<u8> = divided.value.iter().flat_map(|room| room.child_ages.clone()).collect();
            let children = u32::try_from(ages.len()).unwrap_or(0);
            let rooms = divided.evidence(scan, Origin::Stated, 93);
            let same = |value| {
                Some(Evidence {
                    value,
                    origin: Origin::Stated,
                    confidence: Confidence(90),
                    source: rooms.source.clone(),
                })
            };
            fields.adults = same(adults);
            fields.children = if children > 0 { same(children) } else { fields.children.take() };
            if children > 0 {
                let source = rooms.source.clone();
                fields.child_ages =
                    Some(Evidence { value: ages, origin: Origin::Stated, confidence: Confidence(90), source });
            }
            fields.room_count = None;
            fields.rooms = Some(rooms);
        }
        _ => {
            if let Some(count) = count.filter(|_| fields.room_count.is_none() && fields.rooms.is_none()) {
                fields.room_count = Some(count.evidence(scan, Origin::Stated, 95));
            }
        }
    }
}
