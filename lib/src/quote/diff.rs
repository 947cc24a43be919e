//! What one revision changes against another.
//!
//! Invariant: options are compared one by one, by what they are; nothing here adds two of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::Revision;
use crate::{
    money::Money,
    pricing::{Line, PricedOption},
};

/// What a revision changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RevisionDiff {
    /// The revision that is compared with.
    pub from: u32,
    /// The revision that is compared.
    pub to: u32,
    /// Dates and rooms, where they differ.
    pub request: Vec<FieldDiff>,
    /// Every option of either, those of the later first.
    pub options: Vec<OptionDiff>,
}

/// One value before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FieldDiff {
    /// Its name.
    pub field: String,
    /// Before.
    pub before: Value,
    /// After.
    pub after: Value,
}

/// One option before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OptionDiff {
    /// Hotel.
    pub hotel: String,
    /// Room type.
    pub room_type: String,
    /// Board code.
    pub board: String,
    /// What became of it.
    pub change: OptionChange,
    /// What it cost before; absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Money>,
    /// What it costs now; absent for one that is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Money>,
    /// After less before, where both are in one currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difference: Option<Money>,
    /// Lines that differ.
    pub lines: Vec<LineDiff>,
}

/// What became of an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OptionChange {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It costs or says something else.
    Changed,
    /// It is as it was.
    Same,
}

/// One line before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LineDiff {
    /// What it says.
    pub description: String,
    /// Its amount before; absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Money>,
    /// Its amount now; absent for one that is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Money>,
}

impl Revision {
    /// What this revision changes against an earlier one.
    #[must_use]
    pub fn against(&self, earlier: &Self) -> RevisionDiff {
        let fields = [
            ("check_in", json!(earlier.stay.check_in), json!(self.stay.check_in)),
            ("check_out", json!(earlier.stay.check_out), json!(self.stay.check_out)),
            ("rooms", json!(earlier.rooms), json!(self.rooms)),
        ];
        let request = fields.into_iter().filter(|(_, before, after)| before != after);
        let find =
            |of: &'_ Self, option: &PricedOption| of.options.iter().find(|other| name(other) == name(option)).cloned();
        let now = self.options.iter().map(|option| compared(find(earlier, option).as_ref(), Some(option)));
        let gone = earlier.options.iter().filter(|option| find(self, option).is_none());
        RevisionDiff {
            from: earlier.revision,
            to: self.revision,
            request: request
                .map(|(field, before, after)| FieldDiff { field: field.to_owned(), before, after })
                .collect(),
            options: now.chain(gone.map(|option| compared(Some(option), None))).flatten().collect(),
        }
    }
}

fn name(option: &PricedOption) -> (&str, &str, &str) {
    (&option.hotel, &option.room_type, &option.board)
}

fn compared(before: Option<&PricedOption>, after: Option<&PricedOption>) -> Option<OptionDiff> {
    let shown = after.or(before)?;
    let lines = lines(before, after);
    let (old, new) = (before.map(|option| option.total), after.map(|option| option.total));
    let change = match (old, new) {
        (None, _) => OptionChange::Added,
        (_, None) => OptionChange::Removed,
        (old, new) if old == new && lines.is_empty() => OptionChange::Same,
        _ => OptionChange::Changed,
    };
    let difference = match (old, new) {
        (Some(old), Some(new)) => new.plus(Money::new(-old.amount, old.currency)).ok(),
        _ => None,
    };
    Some(OptionDiff {
        hotel: shown.hotel.clone(),
        room_type: shown.room_type.clone(),
        board: shown.board.clone(),
        change,
        before: old,
        after: new,
        difference,
        lines,
    })
}

type BeforeAfter = (Option<Money>, Option<Money>);

/// Lines by what they say: those of which the amounts differ.
fn lines(before: Option<&PricedOption>, after: Option<&PricedOption>) -> Vec<LineDiff> {
    let mut all: BTreeMap<(usize, &str), BeforeAfter> = BTreeMap::new();
    let of =
        |option: Option<&'_ PricedOption>| option.map(|option| option.lines.as_slice()).unwrap_or_default().to_vec();
    let (old, new): (Vec<Line>, Vec<Line>) = (of(before), of(after));
    for (place, line) in new.iter().enumerate() {
        all.entry((place_of(&new, place), &line.description)).or_default().1 = Some(line.amount);
    }
    for (place, line) in old.iter().enumerate() {
        all.entry((place_of(&old, place), &line.description)).or_default().0 = Some(line.amount);
    }
    let differ = all.into_iter().filter(|(_, (before, after))| before != after);
    differ.map(|((_, text), (before, after))| LineDiff { description: text.to_owned(), before, after }).collect()
}

/// The how-manieth line of these words it is, so that two of the same words stay two.
fn place_of(lines: &[Line], place: usize) -> usize {
    let words = lines.get(place).map(|line| line.description.as_str());
    lines.iter().take(place).filter(|line| Some(line.description.as_str()) == words).count()
}
