//! Rate sheets: rows as agencies keep them, the CSV they travel in, and the book that pricing reads (`product.md` section 5).
//!
//! Invariant: a row that stands in a [`RateBook`] was read whole; nothing in it was guessed.

mod bands;
mod board_code;
mod book;
mod conflict;
pub mod csv;
mod name;
mod row;
mod table;
pub mod xlsx;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod sheets;

pub use bands::{BadBands, ChildBand, ChildBands, ChildPrice};
pub use book::{Plan, RateBook};
pub use conflict::{Conflict, conflicts};
pub use name::folded;
pub use row::{Basis, RateRecord, RateRow, Unit};
pub use table::{COLUMNS, MAX_ROWS, RowError, Table};

/// Reads a sheet, whichever of the two forms it comes in.
///
/// # Errors
/// Everything wrong with it: each bad field with its line and reason.
pub fn read(bytes: &[u8]) -> Result<Vec<RateRow>, Vec<RowError>> {
    if xlsx::is_xlsx(bytes) { xlsx::read(bytes) } else { csv::read(bytes) }
}
