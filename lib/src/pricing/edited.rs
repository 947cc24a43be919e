//! What a consultant decides about prices, and what that does to an option.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use super::{
    Edits, Offer, PriceRequest, PricedOption, Settings, Snapshot, margin_today, price_edited, reprice,
    sample::{request, settings},
};
use crate::rates::{RateBook, sample::rows};

const SHEET: &[&str] = &[
    "hotel=Alpha, board=HB, price=100",
    "hotel=Beta, board=HB, price=300",
    "hotel=Gamma, board=BB, price=200, currency=EUR",
];
const WITH: &str = "markup=10 step=50 fx=EUR:20 extra=levy:person:30:ZAR extra=transfer?:booking:200:ZAR";

fn edits(json: &str) -> Edits {
    serde_json::from_str(json).unwrap()
}

fn asked() -> PriceRequest {
    request("2", "2027-07-01..2027-07-04")
}

fn priced(edits: &Edits, with: &Settings) -> (RateBook, Offer) {
    let book = RateBook::compile(rows(SHEET));
    let offer = price_edited(&book, &asked(), with, edits);
    (book, offer)
}

fn lines(option: &PricedOption) -> Vec<String> {
    option.lines.iter().map(|line| format!("{} {}", line.description, line.amount.amount)).collect()
}

#[test]
fn chosen_plans_stand_in_their_order_and_the_first_is_the_main_one() {
    let chosen = r#"{"options":[{"hotel":"Beta","room_type":"Garden Suite","board":"HB"},{"hotel":"Alpha","room_type":"Garden Suite","board":"HB"}]}"#;
    let (_, offer) = priced(&edits(chosen), &settings(WITH));
    let hotels: Vec<_> = offer.options.iter().map(|option| (option.hotel.as_str(), option.is_main)).collect();
    assert_eq!(hotels, [("Beta", true), ("Alpha", false)]);
}

#[test]
fn an_amount_by_hand_keeps_the_computed_one_and_the_sums_follow() {
    let by_hand = r#"{"options":[{"hotel":"Alpha","room_type":"Garden Suite","board":"HB","prices":[
        {"room":1,"amount":"600.00","reason":"agreed on the phone"},{"extra":"levy","amount":"0","reason":"waived"}],
        "lines":[{"description":"Guide for a day","amount":"125.50","net":{"amount":"5","currency":"EUR"}},
            {"description":"Flights","arranged_by":"traveller"},{"description":"Champagne","amount":"99","optional":true}]}]}"#;
    let (book, offer) = priced(&edits(by_hand), &settings(WITH));
    let option = &offer.options[0];
    // 600 + 0 + 125.50 + 0 = 725.50, raised to 750; two people; owed 2 x 3 x 100 + 60 levy + 5 x 20 guide.
    assert_eq!(
        lines(option).iter().map(|line| line.rsplit(' ').next().unwrap()).collect::<Vec<_>>(),
        ["600.00", "0.00", "125.50", "0.00", "24.50"]
    );
    assert_eq!((option.total.to_string(), option.per_person.to_string()), ("ZAR 750.00".into(), "ZAR 375.00".into()));
    assert_eq!(option.margin_pct.to_string(), "-1.33");
    let trace = serde_json::to_value(&option.lines[0].trace).unwrap();
    assert_eq!(trace["kind"], "manual");
    assert_eq!(
        (trace["instead_of"]["amount"].as_str(), trace["reason"].as_str()),
        (Some("660.00"), Some("agreed on the phone"))
    );
    assert_eq!(trace["computed"]["kind"], "accommodation");
    assert_eq!(option.optional_extras.len(), 2);

    let frozen = Snapshot::of(&book, &asked(), &settings(WITH), &offer.options).edited(edits(by_hand));
    let thawed: Snapshot = serde_json::from_slice(&serde_json::to_vec(&frozen).unwrap()).unwrap();
    let bytes = |options: &[PricedOption]| serde_json::to_vec(options).unwrap();
    assert_eq!(bytes(&reprice(&thawed)), bytes(&offer.options));
}

#[test]
fn extras_are_moved_in_and_out_of_the_total() {
    let moved = r#"{"extras":[{"code":"levy","choice":"left_out"},{"code":"transfer","choice":"included"}]}"#;
    let (book, offer) = priced(&edits(moved), &settings(WITH));
    let option = &offer.options[0];
    assert_eq!(lines(option).len(), 3, "a room, the transfer and the rounding");
    assert!(option.optional_extras.is_empty() && lines(option)[1].starts_with("transfer"));
    let frozen = Snapshot::of(&book, &asked(), &settings(WITH), &offer.options).edited(edits(moved));
    assert_eq!(reprice(&frozen), offer.options);
}

#[test]
fn every_bad_edit_is_named() {
    let bad = r#"{"options":[{"hotel":"Omega","room_type":"Garden Suite","board":"HB"},
        {"hotel":"Alpha","room_type":"Garden Suite","board":"HB","prices":[{"amount":"1","reason":"x"},{"room":1,"amount":"-1","reason":" "}],
         "lines":[{"description":"","amount":"1.005"},{"description":"Flights","arranged_by":"traveller","amount":"1"},
            {"description":"Boat","amount":"1","net":{"amount":"1","currency":"USD"}}]},
        {"hotel":"Alpha","room_type":"Garden Suite","board":"HB"}],"extras":[{"code":"spa","choice":"included"}]}"#;
    let book = RateBook::compile(rows(SHEET));
    let found: Vec<_> = edits(bad).faults(&book, &settings(WITH)).into_iter().map(|fault| fault.field).collect();
    let expected = [
        "options[0]",
        "options[1].prices[0].room",
        "options[1].prices[1].amount",
        "options[1].prices[1].reason",
        "options[1].lines[0].description",
        "options[1].lines[0].amount",
        "options[1].lines[1].amount",
        "options[1].lines[2].net",
        "options[2]",
        "extras[0].code",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_quoted_option_earns_less_when_its_rooms_or_the_currency_grow_dearer() {
    let with = settings("markup=10 fx=EUR:20");
    let gamma = edits(r#"{"options":[{"hotel":"Gamma","room_type":"Garden Suite","board":"BB"}]}"#);
    let (book, offer) = priced(&gamma, &with);
    let frozen = Snapshot::of(&book, &asked(), &with, &offer.options).edited(gamma);
    let margin = |book: &RateBook, with: &Settings| margin_today(book, with, &frozen, &offer.options[0]);
    // 6 x 200 EUR x 1.1 x 20 = 26,400 quoted; 24,000 owed.
    assert_eq!(margin(&book, &with).unwrap().to_string(), "9.09");
    assert_eq!(margin(&book, &settings("markup=50 fx=EUR:21")).unwrap().to_string(), "4.55");
    let dearer = RateBook::compile(rows(&["hotel=Gamma, board=BB, price=220, currency=EUR"]));
    assert_eq!(margin(&dearer, &with).unwrap().to_string(), "0.00");
    assert!(margin(&RateBook::default(), &with).unwrap_err().contains("no longer"));
    let closed = RateBook::compile(rows(&["hotel=Gamma, board=BB, price=200, currency=EUR, stop_sell=yes"]));
    assert!(margin(&closed, &with).unwrap_err().contains("not sold"));
}
