//! Sheets in and out: what is read, what is refused and in which words, and that nothing is lost on the way.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use proptest::prelude::*;

use super::{
    Basis, COLUMNS, ChildBands, RateBook, RateRecord, RateRow, Unit, conflicts, csv,
    sample::{line, rows, sheet},
};
use crate::enquiry::Board;

fn faults(sheet: &str) -> Vec<String> {
    let errors = csv::read(sheet.as_bytes()).err().unwrap_or_default();
    errors.into_iter().map(|error| format!("{} {}: {}", error.line, error.field, error.message)).collect()
}

#[test]
fn every_column_is_typed() {
    let read =
        rows(&["included=, extra_adult=12.5, child_bands=0-1:free, commission_pct=10, min_nights=3, stop_sell=Yes"]);
    let row = &read[0];
    assert_eq!(
        (row.hotel.as_str(), row.stars, row.board, row.unit),
        ("Blue Lagoon", 4, Board::HalfBoard, Unit::PersonNight)
    );
    assert_eq!((row.included, row.min_nights, row.stop_sell, row.basis), (4, 3, true, Basis::Net));
    assert_eq!(row.valid_to, jiff::civil::date(2027, 7, 31));
    assert_eq!(row.child_bands.to_string(), "0-1:free");
    let plain = &rows(&[""])[0];
    assert_eq!((plain.single_supplement, plain.commission_pct, plain.extra_adult), (0.into(), 0.into(), None));
    assert_eq!((plain.min_nights, plain.stop_sell), (0, false));
}

#[test]
fn a_bad_cell_is_named() {
    for (change, expected) in [
        ("hotel=", "2 hotel: missing"),
        ("stars=8", "2 stars: 0 to 7"),
        ("stars=4.5", "2 stars: a whole number"),
        ("max_adults=", "2 max_adults: missing"),
        ("max_adults=0", "2 max_adults: 1 to 99"),
        ("max_occupancy=two", "2 max_occupancy: a whole number"),
        ("board=XX", "2 board: one of RO BB HB FB AI SC"),
        ("valid_from=1/7/2027", "2 valid_from: a date is written YYYY-MM-DD"),
        ("valid_from=2027-02-30", "2 valid_from: a date is written YYYY-MM-DD"),
        ("valid_to=2027-06-30", "2 valid_to: before valid_from"),
        ("currency=rand", "2 currency: three capital letters (ISO 4217)"),
        ("basis=cost", "2 basis: net or gross"),
        ("unit=night", "2 unit: one of person_night room_night person_stay room_stay"),
        ("price=", "2 price: missing"),
        ("price=NaN", "2 price: digits with a decimal point, such as 1250.50"),
        ("price=-1", "2 price: digits with a decimal point, such as 1250.50"),
        ("price=1e3", "2 price: digits with a decimal point, such as 1250.50"),
        ("price=1_000", "2 price: digits with a decimal point, such as 1250.50"),
        ("price=1000000000000.01", "2 price: 0 to 1000000000000, with at most 4 decimals"),
        ("price=0.00001", "2 price: 0 to 1000000000000, with at most 4 decimals"),
        ("commission_pct=100.5", "2 commission_pct: 0 to 100, with at most 4 decimals"),
        ("included=0", "2 included: 1 to 99"),
        ("min_nights=366", "2 min_nights: 0 to 365"),
        ("stop_sell=maybe", "2 stop_sell: yes, no or blank"),
        ("child_bands=0-5:free;4-9:50%", "2 child_bands: two child bands hold the same child"),
        (
            "unit=room_night, included=2",
            "2 extra_adult: needed where a room may hold more people than its price includes",
        ),
    ] {
        assert_eq!(faults(&sheet(&[change])), [expected], "{change}");
    }
}

#[test]
fn every_bad_cell_of_every_row_is_named_by_its_line() {
    let text = format!(
        "{}\r\n\r\n{}\r\n{}\r\n,,,\r\n{}",
        COLUMNS.join(","),
        line("hotel=\"Blue\nLagoon\", price=x, stars=9"),
        line("room_type=Other"),
        line("unit=x, valid_from=x, valid_to=x")
    );
    let expected = [
        "3 price: digits with a decimal point, such as 1250.50",
        "3 hotel: a name has no control characters",
        "3 stars: 0 to 7",
        "7 valid_from: a date is written YYYY-MM-DD",
        "7 valid_to: a date is written YYYY-MM-DD",
        "7 unit: one of person_night room_night person_stay room_stay",
    ];
    assert_eq!(faults(&text), expected);
}

#[test]
fn the_header_names_its_columns_in_any_order() {
    let header = COLUMNS.join(",").replace("price,single_supplement", "Prize, single_supplement,stars");
    let expected = ["1 prize: unknown column", "1 stars: column stands twice", "1 price: missing column"];
    assert_eq!(faults(&header), expected);
    assert_eq!(faults(""), ["1 : no header"]);
    let turned = |line: &str| line.split(',').rev().collect::<Vec<_>>().join(";");
    let text: String = sheet(&["price=7.25"]).lines().map(|line| format!("{}\n", turned(line))).collect();
    assert_eq!(csv::read(format!("\u{feff}{text}").as_bytes()).unwrap(), rows(&["price=7.25"]));
}

#[test]
fn a_row_has_as_many_cells_as_the_header() {
    let text = format!("{}\nBlue Lagoon,Mauritius\n\"open,{}", COLUMNS.join(","), line(""));
    assert_eq!(faults(&text), ["2 : 2 cells where the header has 21", "3 : 1 cells where the header has 21"]);
}

#[test]
fn a_sheet_has_at_most_100_000_rows_and_100_columns() {
    let short_rows = "x\n".repeat(100_002);
    let errors = csv::read(format!("{}\n{short_rows}", COLUMNS.join(",")).as_bytes()).unwrap_err();
    let last = errors.last().unwrap();
    assert_eq!((errors.len(), last.line, last.message.as_ref()), (100_001, 100_002, "more than 100,000 rows"));
    assert_eq!(faults(&"hotel,".repeat(200_000)), ["1 : more than 100 columns"]);
}

#[test]
fn text_that_is_not_utf8_is_named() {
    let text = sheet(&["hotel=R#union"]);
    let latin: Vec<u8> = text.bytes().map(|b| if b == b'#' { 0xe9 } else { b }).collect();
    let errors = csv::read(&latin).unwrap_err();
    assert_eq!((errors[0].line, errors[0].field.as_ref(), errors[0].message.as_ref()), (2, "hotel", "not UTF-8"));
}

#[test]
fn periods_of_one_plan_neither_overlap_nor_change_currency() {
    let text = sheet(&[
        "valid_from=2027-07-01, valid_to=2027-12-31",
        "valid_from=2027-08-01, valid_to=2027-08-05, currency=EUR",
        "board=BB, valid_from=2027-08-01, valid_to=2027-08-05, currency=EUR",
        "valid_from=2027-12-31, valid_to=2028-01-31",
        "valid_from=2027-06-01, valid_to=2027-07-01",
        "valid_from=2028-02-01, valid_to=2028-02-01",
    ]);
    let expected = [
        "3 currency: not the currency of the plan's first row",
        "3 valid_from: overlaps another period of the plan",
        "5 valid_from: overlaps another period of the plan",
        "6 valid_from: overlaps another period of the plan",
    ];
    assert_eq!(faults(&text), expected);
}

#[test]
fn nothing_written_is_a_formula() {
    let names = ["=1+1", "'=1", "+1", "-1", "@x", "＝1", "O'Hara", "'quoted'", "a;b", "a \"b\", c"];
    let mut written = rows(&[""; 1]);
    let plain = written.remove(0);
    written.extend(names.iter().map(|name| RateRow { hotel: (*name).to_owned(), ..plain.clone() }));
    let text = csv::write(&written);
    assert_eq!(csv::read(text.as_bytes()).unwrap(), written);
    let first_cells: Vec<&str> = text.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(
        first_cells,
        ["'=1+1", "''=1", "'+1", "'-1", "'@x", "'＝1", "O'Hara", "'quoted'", "\"a;b\"", "\"a \"\"b\"\""]
    );
}

#[test]
fn an_id_is_made_of_the_plan_and_the_first_night() {
    let id = |changes: &str| rows(&[changes])[0].id();
    assert_eq!(id("price=1"), id("price=2, valid_to=2027-07-02"));
    let others =
        ["hotel=B", "room_type=B", "board=BB", "valid_from=2027-07-02", "hotel=Blue LagoonG, room_type=arden Suite"];
    for other in others {
        assert_ne!(id(other), id(""), "{other}");
    }
    assert_eq!(id(""), "8a71aa4f7d2e9509b6d8876ceb59471d");
}

#[test]
fn a_record_travels_with_the_names_of_its_columns() {
    let record = RateRecord::from(rows(&["child_bands=2-11:50%"]).remove(0));
    let json = serde_json::to_value(&record).unwrap();
    let names: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names[0], "id");
    assert_eq!(names[1..], COLUMNS);
    assert_eq!(json["board"], "HB");
    assert_eq!(json["price"], "100");
    assert_eq!(serde_json::from_value::<RateRecord>(json.clone()).unwrap(), record);
    let with = |field: &str, value: serde_json::Value| {
        let mut json = json.clone();
        json[field] = value;
        serde_json::from_value::<RateRecord>(json)
    };
    assert!(with("tenant_id", "other".into()).is_err());
    assert!(with("board", "half_board".into()).is_err());
    let faults = with("price", "-1".into()).unwrap().row.faults();
    assert_eq!(faults[0].field, "price");
}

#[test]
fn a_book_finds_plans_by_place_country_and_hotel() {
    let book = RateBook::compile(rows(&[
        "hotel=Zénith, destination=Réunion, country=France",
        "hotel=Alpe, destination=Chamonix, country=France",
        "hotel=Paris Inn, destination=Paris, country=France",
    ]));
    let found = |place: Option<&str>, hotels: &[&str]| {
        let hotels: Vec<String> = hotels.iter().map(|hotel| (*hotel).to_owned()).collect();
        book.candidates(place, &hotels).iter().map(|plan| plan.hotel().to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(found(Some("REUNION"), &[]), "Zénith");
    assert_eq!(found(Some("france"), &[]), "Alpe Paris Inn Zénith");
    assert_eq!(found(Some("Chamonix"), &["paris  inn", "nowhere"]), "Alpe Paris Inn");
    assert_eq!(found(None, &["ZENITH"]), "Zénith");
    assert_eq!(found(Some("Atlantis"), &[]), "");
    assert_eq!(found(None, &[]), "Alpe Paris Inn Zénith");
}

prop_compose! {
    fn name()(text in "[ -~à-öЀ-я=+@'\"-]{1,30}") -> String {
        let name = text.trim().to_owned();
        if name.is_empty() { "x".to_owned() } else { name }
    }
}

prop_compose! {
    fn price()(units in 0_i64..1_000_000_000, scale in 0_u32..=4) -> rust_decimal::Decimal {
        rust_decimal::Decimal::new(units, scale)
    }
}

prop_compose! {
    fn any_row()(
        (hotel, room_type, destination, country) in (name(), name(), name(), name()),
        (price, supplement, extra, commission) in (price(), price(), proptest::option::of(price()), 0_i64..=1_000_000),
        (from, days, stars, included, min_nights) in (0_i32..4_000, 0_i32..400, 0_u8..=7, 1_u32..=9, 0_u32..=30),
        (board, unit, gross, stop_sell) in (0_usize..6, 0_usize..4, any::<bool>(), any::<bool>()),
        bands in proptest::sample::select(vec!["", "0-1:free", "2-11:50%;2-11#2:33.3333%;12-15:120.00"]),
    ) -> RateRow {
        let start = jiff::civil::date(2020, 1, 1).checked_add(jiff::Span::new().days(from)).unwrap();
        RateRow {
            hotel, destination, country, stars, room_type,
            max_adults: included, max_occupancy: included,
            board: Board::CODES[board].0,
            valid_from: start,
            valid_to: start.checked_add(jiff::Span::new().days(days)).unwrap(),
            currency: "ZAR".parse().unwrap(),
            basis: if gross { Basis::Gross } else { Basis::Net },
            unit: [Unit::PersonNight, Unit::RoomNight, Unit::PersonStay, Unit::RoomStay][unit],
            price,
            single_supplement: supplement,
            included,
            extra_adult: extra,
            child_bands: bands.parse().unwrap(),
            commission_pct: rust_decimal::Decimal::new(commission, 4),
            min_nights, stop_sell,
        }
    }
}

proptest! {
    #[test]
    fn what_is_written_reads_back(rows in proptest::collection::vec(any_row(), 0..20)) {
        prop_assume!(conflicts(&rows).is_empty());
        let text = csv::write(&rows);
        let read = csv::read(text.as_bytes());
        prop_assert_eq!(read.as_ref(), Ok(&rows));
        prop_assert_eq!(csv::write(&read.unwrap()), text);
    }

    #[test]
    fn bytes_of_strangers_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = csv::read(&bytes);
        let _ = String::from_utf8_lossy(&bytes).parse::<ChildBands>();
    }

    #[test]
    fn a_broken_sheet_is_refused_or_read(
        rows in proptest::collection::vec(any_row(), 1..5),
        breaks in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut bytes = csv::write(&rows).into_bytes();
        for (place, byte) in breaks {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Err(errors) = csv::read(&bytes) {
            prop_assert!(!errors.is_empty());
        }
    }

    #[test]
    fn bands_are_read_or_refused(text in "[0-9#:;%. a-z-]{0,40}") {
        if let Ok(bands) = text.parse::<ChildBands>() {
            let again: ChildBands = bands.to_string().parse().unwrap();
            prop_assert_eq!(again, bands);
        }
    }
}
