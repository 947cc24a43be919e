//! A rate sheet as a table of cells, whatever file it came in.
//!
//! Invariant: all or nothing. Either every row is read and none forbids another, or every bad cell is named by its line
//! and column.

use std::borrow::Cow;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    bands::{BadBands, ChildBands},
    conflict::conflicts,
    row::{Basis, RateRow, Unit, read_decimal},
};
use crate::{enquiry::Board, money::Currency};

/// The columns of a sheet, in the order they are written; they are read in any order.
pub const COLUMNS: [&str; 21] = [
    "hotel",
    "destination",
    "country",
    "stars",
    "room_type",
    "max_adults",
    "max_occupancy",
    "board",
    "valid_from",
    "valid_to",
    "currency",
    "basis",
    "unit",
    "price",
    "single_supplement",
    "included",
    "extra_adult",
    "child_bands",
    "commission_pct",
    "min_nights",
    "stop_sell",
];

/// Most rows of one sheet (`contract.md`, Sizes).
pub const MAX_ROWS: usize = 100_000;

/// Widest header that is looked at.
const MOST_COLUMNS: usize = 100;

/// A cell, a row or a column that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RowError {
    /// Line of the file on which the row begins; the header is line 1.
    pub line: u64,
    /// Column; empty for the row as a whole.
    #[schema(value_type = String)]
    pub field: Cow<'static, str>,
    /// A lowercase fact: what is wrong with it.
    #[schema(value_type = String)]
    pub message: Cow<'static, str>,
}

impl RowError {
    pub(super) fn new(line: u64, field: impl Into<Cow<'static, str>>, message: impl Into<Cow<'static, str>>) -> Self {
        Self { line, field: field.into(), message: message.into() }
    }
}

/// A sheet being read: opened with its header, then given row after row.
#[derive(Debug)]
pub struct Table {
    /// Where each of [`COLUMNS`] stands in a row.
    places: [usize; COLUMNS.len()],
    width: usize,
    /// Rows met so far, good and bad.
    met: usize,
    rows: Vec<RateRow>,
    /// Line of each of `rows`.
    lines: Vec<u64>,
    errors: Vec<RowError>,
}

impl Table {
    /// Reads the header, whose names may stand in any order and letter case.
    ///
    /// # Errors
    /// Each missing, unknown and repeated column, on `line`.
    pub fn open<C: AsRef<[u8]>>(line: u64, header: &[C]) -> Result<Self, Vec<RowError>> {
        if header.len() > MOST_COLUMNS {
            return Err(vec![RowError::new(line, "", "more than 100 columns")]);
        }
        let names: Vec<String> =
            header.iter().map(|cell| String::from_utf8_lossy(cell.as_ref()).trim().to_ascii_lowercase()).collect();
        let mut errors = Vec::new();
        for (place, name) in names.iter().enumerate() {
            if !COLUMNS.contains(&name.as_str()) {
                errors.push(RowError::new(line, name.chars().take(60).collect::<String>(), "unknown column"));
            } else if names.iter().take(place).any(|earlier| earlier == name) {
                errors.push(RowError::new(line, name.clone(), "column stands twice"));
            }
        }
        let places = COLUMNS.map(|column| names.iter().position(|name| name == column));
        let missing = COLUMNS.iter().zip(places).filter(|(_, place)| place.is_none());
        errors.extend(missing.map(|(column, _)| RowError::new(line, *column, "missing column")));
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Self {
            places: places.map(Option::unwrap_or_default),
            width: header.len(),
            met: 0,
            rows: Vec::new(),
            lines: Vec::new(),
            errors: Vec::new(),
        })
    }

    /// Reads one row; one without any text is passed over.
    pub fn read<C: AsRef<[u8]>>(&mut self, line: u64, cells: &[C]) {
        if self.met > MAX_ROWS || cells.iter().all(|cell| cell.as_ref().trim_ascii().is_empty()) {
            return;
        }
        self.met += 1;
        if self.met > MAX_ROWS {
            self.errors.push(RowError::new(line, "", "more than 100,000 rows"));
            return;
        }
        if cells.len() != self.width {
            let message = format!("{} cells where the header has {}", cells.len(), self.width);
            self.errors.push(RowError::new(line, "", message));
            return;
        }
        let found = self.places.map(|place| cells.get(place).map(AsRef::as_ref).unwrap_or_default());
        match read_row(&found) {
            Ok(row) => {
                self.rows.push(row);
                self.lines.push(line);
            }
            Err(bad) => self.errors.extend(bad.into_iter().map(|(field, message)| RowError::new(line, field, message))),
        }
    }

    /// The rows, in the order of the file.
    ///
    /// # Errors
    /// Everything wrong with any row, by line.
    pub fn finish(self) -> Result<Vec<RateRow>, Vec<RowError>> {
        let Self { rows, lines, mut errors, .. } = self;
        errors.extend(
            conflicts(&rows).into_iter().filter_map(|conflict| {
                Some(RowError::new(*lines.get(conflict.row)?, conflict.field, conflict.message))
            }),
        );
        if errors.is_empty() {
            return Ok(rows);
        }
        errors.sort_by_key(|error| error.line);
        Err(errors)
    }
}

/// Takes off the apostrophe that [`super::csv::write`] puts before a text a spreadsheet would take for a formula.
pub(super) fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula_like(rest) => rest,
        _ => text,
    }
}

/// Whether a spreadsheet may take the text for a formula, or the text is one that was guarded before.
pub(super) fn is_formula_like(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

type BadCell = (&'static str, &'static str);

/// One row's cells in the order of [`COLUMNS`], read one after the other.
struct Cells<'a> {
    rest: std::iter::Zip<std::array::IntoIter<&'static str, 21>, std::slice::Iter<'a, &'a [u8]>>,
    bad: Vec<BadCell>,
}

impl<'a> Cells<'a> {
    fn next(&mut self) -> (&'static str, &'a str) {
        let Some((column, bytes)) = self.rest.next() else { return ("", "") };
        let text = std::str::from_utf8(bytes).unwrap_or_else(|_| {
            self.bad.push((column, "not UTF-8"));
            ""
        });
        (column, text.trim())
    }

    fn name(&mut self) -> String {
        unguarded(self.next().1).to_owned()
    }

    /// A value; `fallback` where the cell is blank or bad, so that the rest of the row is still looked at.
    fn value<T>(&mut self, fallback: T, message: &'static str, read: impl Fn(&str) -> Option<T>) -> T {
        let (column, text) = self.next();
        read(text).unwrap_or_else(|| {
            self.bad.push((column, if text.is_empty() { "missing" } else { message }));
            fallback
        })
    }

    /// A value that may be left blank.
    fn optional<T>(&mut self, blank: T, message: &'static str, read: impl Fn(&str) -> Option<T>) -> T {
        let (column, text) = self.next();
        if text.is_empty() {
            return blank;
        }
        read(text).unwrap_or_else(|| {
            self.bad.push((column, message));
            blank
        })
    }

    fn child_bands(&mut self) -> ChildBands {
        let (column, text) = self.next();
        text.parse().unwrap_or_else(|fault: BadBands| {
            self.bad.push((column, fault.message()));
            ChildBands::default()
        })
    }
}

const NOT_A_NUMBER: &str = "a whole number";
const NOT_A_DECIMAL: &str = "digits with a decimal point, such as 1250.50";
const NOT_A_DATE: &str = "a date is written YYYY-MM-DD";

fn read_row(found: &[&[u8]; 21]) -> Result<RateRow, Vec<BadCell>> {
    let mut cells = Cells { rest: COLUMNS.into_iter().zip(found), bad: Vec::new() };
    let (hotel, destination, country) = (cells.name(), cells.name(), cells.name());
    let stars = cells.optional(0, NOT_A_NUMBER, |text| u8::try_from(whole_number(text)?).ok());
    let room_type = cells.name();
    let max_adults = cells.value(1, NOT_A_NUMBER, whole_number);
    let max_occupancy = cells.value(1, NOT_A_NUMBER, whole_number);
    let row = RateRow {
        hotel,
        destination,
        country,
        stars,
        room_type,
        max_adults,
        max_occupancy,
        board: cells
            .value(Board::RoomOnly, "one of RO BB HB FB AI SC", |text| Board::from_code(&text.to_ascii_uppercase())),
        valid_from: cells.value(Date::ZERO, NOT_A_DATE, read_date),
        valid_to: cells.value(Date::MAX, NOT_A_DATE, read_date),
        currency: cells.value(Currency::NONE, "three capital letters (ISO 4217)", |text| text.parse().ok()),
        basis: cells.value(Basis::Net, "net or gross", read_basis),
        unit: cells.value(Unit::PersonNight, "one of person_night room_night person_stay room_stay", read_unit),
        price: cells.value(Decimal::ZERO, NOT_A_DECIMAL, read_decimal),
        single_supplement: cells.optional(Decimal::ZERO, NOT_A_DECIMAL, read_decimal),
        included: cells.optional(max_occupancy, NOT_A_NUMBER, whole_number),
        extra_adult: cells.optional(None, NOT_A_DECIMAL, |text| read_decimal(text).map(Some)),
        child_bands: cells.child_bands(),
        commission_pct: cells.optional(Decimal::ZERO, NOT_A_DECIMAL, read_decimal),
        min_nights: cells.optional(0, NOT_A_NUMBER, whole_number),
        stop_sell: cells.optional(false, "yes, no or blank", read_yes_or_no),
    };
    let mut bad = cells.bad;
    for fault in row.broken_rules() {
        let known = |field: &str| bad.iter().any(|(column, _)| *column == field);
        if !known(fault.field) && !fault.against.iter().any(|field| known(field)) {
            bad.push((fault.field, fault.message));
        }
    }
    if bad.is_empty() { Ok(row) } else { Err(bad) }
}

fn whole_number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

fn read_date(text: &str) -> Option<Date> {
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    if shaped { text.parse().ok() } else { None }
}

fn read_basis(text: &str) -> Option<Basis> {
    match text.to_ascii_lowercase().as_str() {
        "net" => Some(Basis::Net),
        "gross" => Some(Basis::Gross),
        _ => None,
    }
}

fn read_unit(text: &str) -> Option<Unit> {
    match text.to_ascii_lowercase().as_str() {
        "person_night" => Some(Unit::PersonNight),
        "room_night" => Some(Unit::RoomNight),
        "person_stay" => Some(Unit::PersonStay),
        "room_stay" => Some(Unit::RoomStay),
        _ => None,
    }
}

fn read_yes_or_no(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}
