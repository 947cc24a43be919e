//! Rate sheets as CSV (RFC 4180), in and out.
//!
//! Invariant: what [`write`] writes, [`read`] reads back to the same rows; and no cell of it is a formula to a spreadsheet.

use csv::{ByteRecord, ReaderBuilder};

use super::{
    row::{Basis, RateRow, Unit},
    table::{COLUMNS, RowError, Table, is_formula_like},
};

/// Reads a sheet: UTF-8 with or without a byte order mark, parted by commas, or by semicolons when the header is.
///
/// # Errors
/// Everything wrong with the header, or with any row: each bad field with its line and reason.
pub fn read(bytes: &[u8]) -> Result<Vec<RateRow>, Vec<RowError>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(bytes)).from_reader(bytes);
    let mut record = ByteRecord::new();
    let mut lines = Lines { bytes, counted: 0, line: 1 };
    let mut table: Option<Table> = None;
    while reader.read_byte_record(&mut record).is_ok_and(|more| more) {
        let line = lines.line_of(record.position().map_or(0, csv::Position::byte));
        let cells: Vec<&[u8]> = record.iter().collect();
        match &mut table {
            None => table = Some(Table::open(line, &cells)?),
            Some(table) => table.read(line, &cells),
        }
    }
    table.ok_or_else(|| vec![RowError::new(1, "", "no header")])?.finish()
}

/// Writes rows under a header. Names that a spreadsheet would take for a formula get an apostrophe before them, which
/// [`read`] takes off again.
#[must_use]
pub fn write(rows: &[RateRow]) -> String {
    let mut text = COLUMNS.join(",");
    text.push_str("\r\n");
    for row in rows {
        for (i, cell) in cells(row).iter().enumerate() {
            if i > 0 {
                text.push(',');
            }
            push_cell(&mut text, cell);
        }
        text.push_str("\r\n");
    }
    text
}

fn cells(row: &RateRow) -> [String; 21] {
    [
        guarded(&row.hotel),
        guarded(&row.destination),
        guarded(&row.country),
        row.stars.to_string(),
        guarded(&row.room_type),
        row.max_adults.to_string(),
        row.max_occupancy.to_string(),
        row.board.code().to_owned(),
        row.valid_from.to_string(),
        row.valid_to.to_string(),
        row.currency.to_string(),
        basis(row.basis).to_owned(),
        unit(row.unit).to_owned(),
        row.price.to_string(),
        row.single_supplement.to_string(),
        row.included.to_string(),
        row.extra_adult.map(|amount| amount.to_string()).unwrap_or_default(),
        row.child_bands.to_string(),
        row.commission_pct.to_string(),
        row.min_nights.to_string(),
        if row.stop_sell { "yes" } else { "no" }.to_owned(),
    ]
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Net => "net",
        Basis::Gross => "gross",
    }
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::PersonNight => "person_night",
        Unit::RoomNight => "room_night",
        Unit::PersonStay => "person_stay",
        Unit::RoomStay => "room_stay",
    }
}

fn guarded(text: &str) -> String {
    if is_formula_like(text) { format!("'{text}") } else { text.to_owned() }
}

fn push_cell(out: &mut String, cell: &str) {
    if cell.contains([',', ';', '"', '\r', '\n']) {
        out.push('"');
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(cell);
    }
}

/// The header decides: semicolons are what spreadsheets write where the comma is the decimal point.
fn delimiter(bytes: &[u8]) -> u8 {
    let header = bytes.split(|b| *b == b'\n' || *b == b'\r').find(|line| !line.is_empty()).unwrap_or_default();
    let count = |wanted: u8| header.iter().filter(|b| **b == wanted).count();
    if count(b';') > count(b',') { b';' } else { b',' }
}

/// Counts lines up to where a record begins, so that blank lines before it and line breaks inside cells count too.
struct Lines<'a> {
    bytes: &'a [u8],
    counted: usize,
    line: u64,
}

impl Lines<'_> {
    fn line_of(&mut self, byte: u64) -> u64 {
        let wanted = usize::try_from(byte).unwrap_or(usize::MAX).min(self.bytes.len());
        while self.counted < wanted {
            self.step();
        }
        while matches!(self.bytes.get(self.counted), Some(b'\n' | b'\r')) {
            self.step();
        }
        self.line
    }

    /// One byte on; `\n`, `\r` and `\r\n` each end one line.
    fn step(&mut self) {
        let ends_line = match self.bytes.get(self.counted) {
            Some(b'\n') => true,
            Some(b'\r') => self.bytes.get(self.counted + 1) != Some(&b'\n'),
            _ => false,
        };
        self.line += u64::from(ends_line);
        self.counted += 1;
    }
}
