//! What rows forbid each other: periods of one plan never overlap, and one plan has one currency.

use std::collections::HashMap;

use super::row::RateRow;
use crate::enquiry::Board;

/// A row that cannot stand beside an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conflict {
    /// Index of the later row of the two.
    pub row: usize,
    /// Index of the earlier row.
    pub with: usize,
    /// The column to correct.
    pub field: &'static str,
    /// What is wrong.
    pub message: &'static str,
}

/// Every row that overlaps an earlier period of its plan or has another currency, in the order of the rows.
#[must_use]
pub fn conflicts(rows: &[RateRow]) -> Vec<Conflict> {
    let mut found = Vec::new();
    for mut periods in by_plan(rows).into_values() {
        found.extend(currency_conflicts(rows, &periods));
        periods.sort_by_key(|index| (rows[*index].valid_from, *index));
        found.extend(overlaps(rows, &periods));
    }
    found.sort_by_key(|conflict| (conflict.row, conflict.field, conflict.with));
    found.dedup_by_key(|conflict| (conflict.row, conflict.field));
    found
}

fn by_plan(rows: &[RateRow]) -> HashMap<(&str, &str, Board), Vec<usize>> {
    let mut plans: HashMap<_, Vec<usize>> = HashMap::new();
    for (index, row) in rows.iter().enumerate() {
        plans.entry((row.hotel.as_str(), row.room_type.as_str(), row.board)).or_default().push(index);
    }
    plans
}

/// `periods` in the order of the rows.
fn currency_conflicts(rows: &[RateRow], periods: &[usize]) -> impl Iterator<Item = Conflict> {
    let first = periods.first().copied();
    periods.iter().filter_map(move |&row| {
        let with = first?;
        let differs = rows[row].currency != rows[with].currency;
        differs.then_some(Conflict {
            row,
            with,
            field: "currency",
            message: "not the currency of the plan's first row",
        })
    })
}

/// `periods` by their first night: each is compared with the one that reaches furthest before it.
fn overlaps(rows: &[RateRow], periods: &[usize]) -> Vec<Conflict> {
    let mut found = Vec::new();
    let mut furthest: Option<usize> = None;
    for &index in periods {
        match furthest {
            Some(before) if rows[index].valid_from <= rows[before].valid_to => {
                let (with, row) = (before.min(index), before.max(index));
                found.push(Conflict { row, with, field: "valid_from", message: "overlaps another period of the plan" });
                if rows[index].valid_to > rows[before].valid_to {
                    furthest = Some(index);
                }
            }
            _ => furthest = Some(index),
        }
    }
    found
}
