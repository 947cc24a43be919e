//! Everything a revision's prices depend on, frozen with it.
//!
//! Invariant: [`reprice`] gives the same bytes as the offer the snapshot was taken of, whatever became of the sheets since.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    edit::Edits, nights::runs, offer::PricedOption, price::price_plans, request::PriceRequest, settings::Settings,
};
use crate::{
    enquiry::Board,
    rates::{Plan, RateBook, RateRow},
};

/// A request with the rows and settings that answered it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Snapshot {
    /// What was asked.
    pub request: PriceRequest,
    /// The rows that the options' nights belong to, or are estimated by.
    pub rows: Vec<RateRow>,
    /// Markup, rates, extras and rounding of that moment.
    pub settings: Settings,
    /// What a consultant decided.
    #[serde(default, skip_serializing_if = "Edits::is_empty")]
    pub edits: Edits,
}

impl Snapshot {
    /// Freezes what these options were priced by.
    #[must_use]
    pub fn of(book: &RateBook, request: &PriceRequest, settings: &Settings, options: &[PricedOption]) -> Self {
        let plans = options.iter().filter_map(|option| plan_of(book, option));
        let rows = plans.flat_map(|plan| rows_of(plan, request)).cloned().collect();
        Self { request: request.clone(), rows, settings: settings.clone(), edits: Edits::default() }
    }

    /// The same, with what a consultant decided.
    #[must_use]
    pub fn edited(self, edits: Edits) -> Self {
        Self { edits, ..self }
    }
}

/// Prices a snapshot again: the same options, byte for byte.
#[must_use]
pub fn reprice(snapshot: &Snapshot) -> Vec<PricedOption> {
    let book = RateBook::compile(snapshot.rows.clone());
    let plans = snapshot.edits.plans(&book).unwrap_or_else(|| book.plans().collect());
    price_plans(&plans, &snapshot.request, &snapshot.settings, &snapshot.edits).options
}

fn plan_of<'a>(book: &'a RateBook, option: &PricedOption) -> Option<Plan<'a>> {
    book.plan(&option.hotel, &option.room_type, Board::from_code(&option.board)?)
}

/// The rows of a stay, each once.
fn rows_of<'a>(plan: Plan<'a>, request: &PriceRequest) -> Vec<&'a RateRow> {
    let mut rows: Vec<&RateRow> = Vec::new();
    for row in runs(plan, request.dates, request.estimate).iter().filter_map(|run| run.row) {
        if !rows.iter().any(|known| std::ptr::eq(*known, row)) {
            rows.push(row);
        }
    }
    rows
}
