//! The rows of an agency, arranged so that a stay is priced by looking at few of them.
//!
//! Invariant: the book is the same whatever the order of the rows. Plans stand by hotel, room type and board; the
//! periods of a plan by their first night.

use std::{collections::HashMap, ops::Range};

use jiff::civil::Date;

use super::{name::folded, row::RateRow};
use crate::enquiry::Board;

/// Rows compiled for pricing.
#[derive(Debug, Clone, Default)]
pub struct RateBook {
    rows: Vec<RateRow>,
    plans: Vec<Range<usize>>,
    by_hotel: HashMap<String, Vec<usize>>,
    by_destination: HashMap<String, Vec<usize>>,
    by_country: HashMap<String, Vec<usize>>,
}

/// One plan of the book: its periods, by their first night; never empty.
#[derive(Debug, Clone, Copy)]
pub struct Plan<'a> {
    periods: &'a [RateRow],
    first: &'a RateRow,
}

impl RateBook {
    /// Compiles rows. Rows that [`super::conflicts`] names are never priced by guess: where two periods overlap, a night
    /// belongs to the one that begins last, or to none when that one ends before it.
    #[must_use]
    pub fn compile(rows: Vec<RateRow>) -> Self {
        let (rows, plans) = arranged(rows);
        let mut book = Self { rows, plans, ..Self::default() };
        book.by_hotel = index(&book, |row| &row.hotel);
        book.by_destination = index(&book, |row| &row.destination);
        book.by_country = index(&book, |row| &row.country);
        book
    }

    /// Every row, by plan and first night.
    #[must_use]
    pub fn rows(&self) -> &[RateRow] {
        &self.rows
    }

    /// Every plan, by hotel, room type and board.
    pub fn plans(&self) -> impl Iterator<Item = Plan<'_>> {
        self.plans.iter().filter_map(|range| self.plan_of(range))
    }

    /// The plans a request asks about, by hotel, room type and board: those at the destination (a place; else a country of
    /// that name) and those of the hotels named; every plan when neither is.
    #[must_use]
    pub fn candidates(&self, destination: Option<&str>, hotels: &[String]) -> Vec<Plan<'_>> {
        if destination.is_none() && hotels.is_empty() {
            return self.plans().collect();
        }
        let mut chosen: Vec<usize> = Vec::new();
        if let Some(place) = destination.map(folded) {
            chosen
                .extend(self.by_destination.get(&place).or_else(|| self.by_country.get(&place)).into_iter().flatten());
        }
        for hotel in hotels {
            chosen.extend(self.by_hotel.get(&folded(hotel)).into_iter().flatten());
        }
        chosen.sort_unstable();
        chosen.dedup();
        chosen.into_iter().filter_map(|plan| self.plan_of(self.plans.get(plan)?)).collect()
    }

    /// One plan by its exact names.
    #[must_use]
    pub fn plan(&self, hotel: &str, room_type: &str, board: Board) -> Option<Plan<'_>> {
        let wanted = (hotel, room_type, board.code());
        let found = self.plans.binary_search_by(|range| key(&self.rows[range.start]).cmp(&wanted)).ok()?;
        self.plan_of(self.plans.get(found)?)
    }

    fn plan_of(&self, range: &Range<usize>) -> Option<Plan<'_>> {
        let periods = self.rows.get(range.clone())?;
        Some(Plan { periods, first: periods.first()? })
    }
}

impl<'a> Plan<'a> {
    /// Name of the hotel.
    #[must_use]
    pub fn hotel(&self) -> &'a str {
        &self.first.hotel
    }

    /// Name of the room type.
    #[must_use]
    pub fn room_type(&self) -> &'a str {
        &self.first.room_type
    }

    /// Its board.
    #[must_use]
    pub fn board(&self) -> Board {
        self.first.board
    }

    /// Its periods, by their first night.
    #[must_use]
    pub fn periods(&self) -> &'a [RateRow] {
        self.periods
    }

    /// The period a night belongs to.
    #[must_use]
    pub fn period(&self, night: Date) -> Option<&'a RateRow> {
        self.period_and_next(night).0
    }

    /// The period a night belongs to, and the first night of the period that begins after it.
    #[must_use]
    pub fn period_and_next(&self, night: Date) -> (Option<&'a RateRow>, Option<Date>) {
        let after = self.periods.partition_point(|row| row.valid_from <= night);
        let begun = after.checked_sub(1).and_then(|last| self.periods.get(last));
        (begun.filter(|row| night <= row.valid_to), self.periods.get(after).map(|row| row.valid_from))
    }
}

fn key(row: &RateRow) -> (&str, &str, &'static str) {
    (&row.hotel, &row.room_type, row.board.code())
}

/// Rows by plan and first night, and the range of each plan. Plans are told apart by hashing, so that only their names
/// are compared and not those of every row.
fn arranged(rows: Vec<RateRow>) -> (Vec<RateRow>, Vec<Range<usize>>) {
    let mut numbers: HashMap<(&str, &str, &str), usize> = HashMap::new();
    let of_plan: Vec<usize> = rows
        .iter()
        .map(|row| {
            let next = numbers.len();
            *numbers.entry(key(row)).or_insert(next)
        })
        .collect();
    let mut names: Vec<_> = numbers.into_iter().collect();
    names.sort_unstable();
    let mut rank = vec![0; names.len()];
    for (place, (_, plan)) in names.into_iter().enumerate() {
        rank[plan] = place;
    }
    let mut order: Vec<(usize, Date, Date, usize)> = Vec::with_capacity(rows.len());
    order.extend(
        rows.iter().zip(&of_plan).enumerate().map(|(i, (row, plan))| (rank[*plan], row.valid_from, row.valid_to, i)),
    );
    order.sort_unstable();
    let mut ranges: Vec<Range<usize>> = Vec::with_capacity(rank.len());
    for (place, (plan, ..)) in order.iter().enumerate() {
        match ranges.get_mut(*plan) {
            Some(range) => range.end = place + 1,
            None => ranges.push(place..place + 1),
        }
    }
    let mut slots: Vec<Option<RateRow>> = rows.into_iter().map(Some).collect();
    let rows = order.into_iter().filter_map(|(.., i)| slots.get_mut(i)?.take()).collect();
    (rows, ranges)
}

/// Folded names of one column, each with the plans that have it in any period.
fn index(book: &RateBook, name: impl Fn(&RateRow) -> &str) -> HashMap<String, Vec<usize>> {
    let mut exact: HashMap<&str, Vec<usize>> = HashMap::new();
    for (plan, range) in book.plans.iter().enumerate() {
        let mut previous = None;
        for row in &book.rows[range.clone()] {
            let text = name(row);
            if previous != Some(text) {
                exact.entry(text).or_default().push(plan);
                previous = Some(text);
            }
        }
    }
    let mut index: HashMap<String, Vec<usize>> = HashMap::with_capacity(exact.len());
    for (text, plans) in exact {
        index.entry(folded(text)).or_default().extend(plans);
    }
    index
}
