//! Rate sheets as XLSX: the first worksheet, read cell by cell into the same table as a CSV.
//!
//! Invariant: before anything is unpacked to be read, the whole file is unpacked once into nothing, and refused as soon as
//! it grows beyond what a sheet of 100,000 rows needs. Cells beyond the widest header are passed over, never kept.

use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx};
use zip::ZipArchive;

use super::{
    row::RateRow,
    table::{RowError, Table},
};

/// Most files in one workbook.
const MOST_PARTS: usize = 1_000;
/// Largest worksheet when unpacked: 100,000 rows of 21 cells.
const MAX_SHEET: u64 = 192 * 1024 * 1024;
/// Largest of the other parts (names, styles) when unpacked.
const MAX_PART: u64 = 32 * 1024 * 1024;
/// Largest workbook when unpacked.
const MAX_WORKBOOK: u64 = 256 * 1024 * 1024;
/// Widest row that is looked at.
const MOST_COLUMNS: usize = 101;

/// Whether the bytes are those of a ZIP file, as every XLSX is.
#[must_use]
pub fn is_xlsx(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Reads the first worksheet. Dates may be dates or texts, numbers numbers or texts.
///
/// # Errors
/// Everything wrong with the file, its header, or any row: each bad field with its line and reason.
pub fn read(bytes: &[u8]) -> Result<Vec<RateRow>, Vec<RowError>> {
    let whole = |message: &'static str| vec![RowError::new(1, "", message)];
    check_size(bytes).map_err(whole)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| whole(NOT_A_WORKBOOK))?;
    let first = workbook.sheet_names().first().cloned().ok_or_else(|| whole("no worksheet"))?;
    let mut cells = workbook.worksheet_cells_reader(&first).map_err(|_| whole(NOT_A_WORKBOOK))?;
    let mut sheet = Sheet::default();
    while let Some(cell) = cells.next_cell().map_err(|_| whole(NOT_A_WORKBOOK))? {
        let (row, column) = cell.get_position();
        sheet.take(row, column, text(cell.get_value()))?;
    }
    sheet.finish()
}

const NOT_A_WORKBOOK: &str = "not an Excel workbook (.xlsx), or a damaged one";

/// Unpacks everything into nothing, within limits.
fn check_size(bytes: &[u8]) -> Result<(), &'static str> {
    const TOO_LARGE: &str = "the workbook is too large when unpacked";
    let mut parts = ZipArchive::new(Cursor::new(bytes)).map_err(|_| NOT_A_WORKBOOK)?;
    if parts.len() > MOST_PARTS {
        return Err("the workbook has too many parts");
    }
    let mut unpacked = 0_u64;
    for index in 0..parts.len() {
        let part = parts.by_index(index).map_err(|_| NOT_A_WORKBOOK)?;
        let is_sheet = part.name().is_ok_and(|name| name.starts_with("xl/worksheets/"));
        let most = if is_sheet { MAX_SHEET } else { MAX_PART };
        if part.size() > most {
            return Err(TOO_LARGE);
        }
        // What a part says of its size may be a lie: what counts is what comes out of it.
        let size = std::io::copy(&mut part.take(most + 1), &mut std::io::sink()).map_err(|_| NOT_A_WORKBOOK)?;
        unpacked += size;
        if size > most || unpacked > MAX_WORKBOOK {
            return Err(TOO_LARGE);
        }
    }
    Ok(())
}

/// Cells as they come, gathered into rows.
#[derive(Default)]
struct Sheet {
    table: Option<Table>,
    /// Line of the row being gathered, from 1.
    line: u64,
    row: Vec<String>,
    /// How many columns the header has.
    width: usize,
}

impl Sheet {
    fn take(&mut self, row: u32, column: u32, text: String) -> Result<(), Vec<RowError>> {
        let line = u64::from(row) + 1;
        if line != self.line {
            self.close_row()?;
            self.line = line;
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if text.is_empty() || column >= MOST_COLUMNS {
            return Ok(());
        }
        if self.row.len() <= column {
            self.row.resize(column + 1, String::new());
        }
        self.row[column] = text;
        Ok(())
    }

    /// The row so far is whole: the first with any text is the header, and the others are as wide as it at least.
    fn close_row(&mut self) -> Result<(), Vec<RowError>> {
        let mut row = std::mem::take(&mut self.row);
        if row.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(());
        }
        match &mut self.table {
            None => {
                self.width = row.len();
                self.table = Some(Table::open(self.line, &row)?);
            }
            Some(table) => {
                row.resize(row.len().max(self.width), String::new());
                table.read(self.line, &row);
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<RateRow>, Vec<RowError>> {
        self.close_row()?;
        self.table.ok_or_else(|| vec![RowError::new(1, "", "no header")])?.finish()
    }
}

/// A cell as a CSV would have it.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => day_of(text),
        DataRef::SharedString(text) => day_of(text),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => decimal(*number),
        DataRef::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::Error(_) => "#ERROR".to_owned(),
        DataRef::Empty => String::new(),
    }
}

/// `2027-07-01T00:00:00` is a day; anything else stays as it is.
fn day_of(text: &str) -> String {
    text.strip_suffix("T00:00:00").unwrap_or(text).to_owned()
}

/// Fifteen digits are what a spreadsheet shows: the rest is noise of binary fractions.
fn decimal(number: f64) -> String {
    if !number.is_finite() {
        return "#ERROR".to_owned();
    }
    let shown = format!("{number:.14e}");
    match rust_decimal::Decimal::from_scientific(&shown) {
        Ok(exact) => exact.normalize().to_string(),
        Err(_) => shown,
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use std::io::Write;

    use zip::{ZipWriter, write::SimpleFileOptions};

    use super::*;
    use crate::rates::{COLUMNS, csv};

    const ROW: [&str; 21] = [
        "Kaskazi, Reef",
        "Zanzibar",
        "Tanzania",
        "4",
        "Garden",
        "2",
        "3",
        "HB",
        "2027-07-01",
        "2027-07-31",
        "USD",
        "net",
        "person_night",
        "120.5",
        "0",
        "3",
        "",
        "0-1:free",
        "0",
        "2",
        "no",
    ];

    /// A workbook with one worksheet of these rows; what begins with `#` is a number, with `@` a date's number.
    fn workbook(rows: &[Vec<String>]) -> Vec<u8> {
        let mut sheet = String::from(
            r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#,
        );
        for (r, row) in rows.iter().enumerate() {
            sheet.push_str(&format!(r#"<row r="{}">"#, r + 1));
            for (c, cell) in row.iter().enumerate() {
                let place = format!("{}{}", char::from(b'A' + u8::try_from(c).unwrap()), r + 1);
                if let Some(number) = cell.strip_prefix('#') {
                    sheet.push_str(&format!(r#"<c r="{place}"><v>{number}</v></c>"#));
                } else if let Some(number) = cell.strip_prefix('@') {
                    sheet.push_str(&format!(r#"<c r="{place}" s="1"><v>{number}</v></c>"#));
                } else {
                    sheet.push_str(&format!(r#"<c r="{place}" t="inlineStr"><is><t>{cell}</t></is></c>"#));
                }
            }
            sheet.push_str("</row>");
        }
        sheet.push_str("</sheetData></worksheet>");
        packed(&[("xl/worksheets/sheet1.xml", sheet.as_bytes())])
    }

    fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let always: [(&str, &[u8]); 5] = [
            ("_rels/.rels", br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
            ("[Content_Types].xml", br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#),
            ("xl/workbook.xml", br#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Rates" sheetId="1" r:id="rId1"/></sheets></workbook>"#),
            ("xl/_rels/workbook.xml.rels", br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#),
            ("xl/styles.xml", br#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#),
        ];
        for (name, content) in always.iter().chain(parts) {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn row(change: &[(&str, &str)]) -> Vec<String> {
        let mut row: Vec<String> = ROW.map(str::to_owned).to_vec();
        for (column, text) in change {
            row[COLUMNS.iter().position(|known| known == column).unwrap()] = (*text).to_owned();
        }
        row
    }

    fn header() -> Vec<String> {
        COLUMNS.map(str::to_owned).to_vec()
    }

    #[test]
    fn a_workbook_says_the_same_as_a_csv() {
        let typed = row(&[("valid_from", "@46204"), ("valid_to", "@46234"), ("price", "#120.5"), ("stars", "#4")]);
        let read = read(&workbook(&[header(), Vec::new(), typed])).unwrap();
        let mut quoted = ROW.map(str::to_owned);
        quoted[0] = format!("\"{}\"", quoted[0]);
        let sheet = format!("{}\n{}\n", COLUMNS.join(","), quoted.join(","));
        let expected: Vec<RateRow> =
            csv::read(sheet.replace("2027-07-01", "2026-07-01").replace("2027-07-31", "2026-07-31").as_bytes())
                .unwrap();
        assert_eq!(read, expected);
    }

    #[test]
    fn a_bad_cell_is_named_by_its_line() {
        let bad = row(&[("board", "XX"), ("price", "#-1")]);
        let errors = read(&workbook(&[header(), row(&[]), bad])).unwrap_err();
        let places: Vec<_> = errors.iter().map(|error| (error.line, error.field.as_ref())).collect();
        assert_eq!(places, [(3, "board"), (3, "price")]);
    }

    #[test]
    fn noise_of_binary_fractions_is_no_price() {
        assert_eq!(decimal(0.1 + 0.2), "0.3");
        assert_eq!(decimal(1250.0), "1250");
        assert_eq!(decimal(46_204.0), "46204");
        assert_eq!(decimal(f64::NAN), "#ERROR");
    }

    #[test]
    fn a_bomb_is_refused_before_it_goes_off() {
        let blank = vec![b' '; 40 * 1024 * 1024];
        let bomb = packed(&[("xl/sharedStrings.xml", &blank), ("xl/worksheets/sheet1.xml", b"<worksheet/>")]);
        assert!(bomb.len() < 1_000_000, "{}", bomb.len());
        let errors = read(&bomb).unwrap_err();
        assert_eq!(errors[0].message, "the workbook is too large when unpacked");
        // A cell in the last corner of the grid makes no room for those before it.
        let corner = br#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>"#;
        assert_eq!(read(&packed(&[("xl/worksheets/sheet1.xml", corner)])).unwrap_err()[0].message, "no header");
        for broken in [&b"PK\x03\x04"[..], b"PK\x03\x04 and nothing else", &bomb[..200]] {
            assert_eq!(read(broken).unwrap_err()[0].message, NOT_A_WORKBOOK);
        }
    }
}
