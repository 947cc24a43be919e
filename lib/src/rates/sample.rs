//! Rows for tests, written as the columns in which they differ from a plain one.

use super::{COLUMNS, RateRow, csv};

/// A plan that holds 2 adults and 4 people at 100 ZAR net a person and night, in July 2027.
const PLAIN: &[(&str, &str)] = &[
    ("hotel", "Blue Lagoon"),
    ("destination", "Mauritius"),
    ("country", "Mauritius"),
    ("stars", "4"),
    ("room_type", "Garden Suite"),
    ("max_adults", "2"),
    ("max_occupancy", "4"),
    ("board", "HB"),
    ("valid_from", "2027-07-01"),
    ("valid_to", "2027-07-31"),
    ("currency", "ZAR"),
    ("basis", "net"),
    ("unit", "person_night"),
    ("price", "100"),
];

/// One line of a sheet: `price=120, board=BB` changes two cells of the plain row.
pub(crate) fn line(changes: &str) -> String {
    let changes: Vec<(&str, &str)> = changes.split(", ").filter_map(|change| change.split_once('=')).collect();
    let value = |column: &str| {
        let find =
            |cells: &[(&'static str, &'static str)]| cells.iter().find(|(name, _)| *name == column).map(|cell| cell.1);
        let changed = changes.iter().rev().find(|(name, _)| *name == column).map(|cell| cell.1.to_owned());
        changed.or_else(|| find(PLAIN).map(str::to_owned)).unwrap_or_default()
    };
    assert!(changes.iter().all(|(column, _)| COLUMNS.contains(column)), "{changes:?}");
    COLUMNS.map(value).join(",")
}

/// A whole sheet.
pub(crate) fn sheet(rows: &[&str]) -> String {
    let lines = rows.iter().map(|changes| line(changes));
    std::iter::once(COLUMNS.join(",")).chain(lines).collect::<Vec<_>>().join("\n")
}

/// Rows that are right.
pub(crate) fn rows(rows: &[&str]) -> Vec<RateRow> {
    csv::read(sheet(rows).as_bytes()).unwrap_or_else(|errors| panic!("{errors:?}"))
}
