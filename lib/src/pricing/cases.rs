//! Prices worked out by hand: each case names the rows, the party, the nights and the settings, and what comes of them.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use super::{
    EstimateChoice, LineKind, Offer,
    sample::{offer, request, settings},
};

/// An offer in one line: of an option its lines, total, price per person and margin; of a refusal its reason and detail.
fn shown(offer: &Offer) -> String {
    let option = offer.options.iter().map(|option| {
        let lines: Vec<String> = option.lines.iter().map(|line| line.amount.amount.to_string()).collect();
        let (total, each) = (option.total.amount, option.per_person.amount);
        format!("{} = {total} ({each} each, {} %)", lines.join(" + "), option.margin_pct)
    });
    let refusal = offer.refused.iter().map(|refusal| {
        let reason = serde_json::to_value(refusal.reason).unwrap();
        format!("{}: {}", reason.as_str().unwrap(), refusal.detail)
    });
    option.chain(refusal).collect::<Vec<_>>().join("; ")
}

struct Case {
    what: &'static str,
    sheet: &'static [&'static str],
    party: &'static str,
    dates: &'static str,
    settings: &'static str,
    expected: &'static str,
}

const THREE: &str = "2027-07-01..2027-07-04";

const fn case(
    what: &'static str,
    sheet: &'static [&'static str],
    party: &'static str,
    settings: &'static str,
    expected: &'static str,
) -> Case {
    Case { what, sheet, party, dates: THREE, settings, expected }
}

const AMOUNTS: &[Case] = &[
    case("adults pay by the night", &[""], "2", "", "600.00 = 600.00 (300.00 each, 0.00 %)"),
    case("markup on net", &[""], "2", "markup=12.5", "675.00 = 675.00 (337.50 each, 11.11 %)"),
    case(
        "commission of gross, and no markup",
        &["basis=gross, commission_pct=10"],
        "2",
        "markup=50",
        "600.00 = 600.00 (300.00 each, 10.00 %)",
    ),
    case("a line a room", &[""], "2 | 1", "", "600.00 + 300.00 = 900.00 (300.00 each, 0.00 %)"),
    case(
        "children by band; a free one does not pay",
        &["child_bands=0-1:free;2-11:50%;12-15:30.00"],
        "2+1,4 | 1+12",
        "",
        "750.00 + 390.00 = 1140.00 (228.00 each, 0.00 %)",
    ),
    case(
        "the second child of a band, oldest first",
        &["child_bands=2-11:50%;2-11#2:100%"],
        "2+4,9",
        "",
        "1050.00 = 1050.00 (262.50 each, 0.00 %)",
    ),
    case(
        "the first child of a band is the oldest",
        &["child_bands=2-5:free;6-11#1:10%;6-11:50%"],
        "1+3,7,9",
        "",
        "480.00 = 480.00 (160.00 each, 0.00 %)",
    ),
    case(
        "an ordinal that nobody has: the others are in no band",
        &["child_bands=2-11#2:50%"],
        "1+4,9",
        "",
        "750.00 = 750.00 (250.00 each, 0.00 %)",
    ),
    case("a child in no band pays as an adult", &[""], "1+9", "", "600.00 = 600.00 (300.00 each, 0.00 %)"),
    case("one adult alone", &["single_supplement=40"], "1", "", "420.00 = 420.00 (420.00 each, 0.00 %)"),
    case(
        "one adult with a child in a band",
        &["single_supplement=40, child_bands=0-1:free"],
        "1+1",
        "",
        "300.00 = 300.00 (300.00 each, 0.00 %)",
    ),
    case(
        "one adult with a child who counts as an adult",
        &["single_supplement=40, child_bands=0-1:free"],
        "1+5",
        "",
        "600.00 = 600.00 (300.00 each, 0.00 %)",
    ),
    case(
        "a child alone who counts as an adult",
        &["single_supplement=40"],
        "2 | 0+16",
        "",
        "600.00 + 420.00 = 1020.00 (340.00 each, 0.00 %)",
    ),
    case(
        "a room's price includes adults before children",
        &["unit=room_night, price=300, included=2, extra_adult=80, child_bands=2-11:50%;12-15:30"],
        "2+4,13",
        "",
        "1110.00 = 1110.00 (277.50 each, 0.00 %)",
    ),
    case(
        "and older children before younger ones",
        &["unit=room_night, price=300, included=2, extra_adult=80, child_bands=2-11:50%;12-15:30"],
        "1+4,13",
        "",
        "1020.00 = 1020.00 (340.00 each, 0.00 %)",
    ),
    case(
        "a child in no band is included as an adult, before older children in one",
        &["unit=room_night, price=300, included=2, extra_adult=80, child_bands=12-15:30"],
        "1+4,13",
        "",
        "990.00 = 990.00 (330.00 each, 0.00 %)",
    ),
    case(
        "extra adults, and a free extra child who does not pay",
        &["unit=room_night, price=300, included=1, extra_adult=80, child_bands=0-1:free, single_supplement=9"],
        "2+1",
        "",
        "1140.00 = 1140.00 (570.00 each, 0.00 %)",
    ),
    case(
        "a price per person and stay, once",
        &["unit=person_stay, child_bands=2-11:50%"],
        "2+4",
        "",
        "250.00 = 250.00 (83.33 each, 0.00 %)",
    ),
    case("a price per room and stay, once", &["unit=room_stay"], "2", "", "100.00 = 100.00 (50.00 each, 0.00 %)"),
    case(
        "each night by its own period",
        &["valid_to=2027-07-02", "valid_from=2027-07-03, price=150, basis=gross, commission_pct=20"],
        "2",
        "markup=10",
        "740.00 = 740.00 (370.00 each, 13.51 %)",
    ),
    case(
        "a price per stay belongs to the first night",
        &["valid_to=2027-07-01, unit=room_stay, price=555", "valid_from=2027-07-02, price=9"],
        "2",
        "",
        "555.00 = 555.00 (277.50 each, 0.00 %)",
    ),
    case(
        "exchange with its buffer",
        &["currency=EUR"],
        "2",
        "buffer=2.5 fx=USD:18 fx=EUR:20",
        "12300.00 = 12300.00 (6150.00 each, 0.00 %)",
    ),
    case(
        "each line is rounded once, half away from zero",
        &["price=0.335"],
        "1 | 1",
        "",
        "1.01 + 1.01 = 2.02 (1.01 each, 0.50 %)",
    ),
    case(
        "nothing is rounded in between",
        &["price=33.3333, child_bands=2-11:33.3333%, currency=EUR"],
        "1+4",
        "markup=7.77 buffer=1.3 fx=EUR:19.87654321",
        "2893.25 = 2893.25 (1446.63 each, 7.21 %)",
    ),
    case(
        "a total is raised to the next step",
        &[""],
        "2",
        "markup=12.5 step=50",
        "675.00 + 25.00 = 700.00 (350.00 each, 14.29 %)",
    ),
    case("a total on the step stays", &[""], "2", "step=50", "600.00 = 600.00 (300.00 each, 0.00 %)"),
    case(
        "a currency without a minor unit",
        &["currency=EUR, price=10.05"],
        "1",
        "display=JPY fx=EUR:150.5",
        "4538 = 4538 (4538 each, 0.01 %)",
    ),
    case(
        "extras by person, booking, night, and both",
        &["child_bands=0-1:free"],
        "2+1",
        "extra=a:person:10:ZAR extra=b:booking:10:ZAR extra=c:night:10:ZAR extra=d:person_night:10:ZAR extra=e?:person:99:ZAR",
        "600.00 + 30.00 + 10.00 + 30.00 + 90.00 = 760.00 (380.00 each, 0.00 %)",
    ),
    case(
        "an extra is exchanged and carries no markup",
        &[""],
        "2",
        "markup=100 buffer=10 fx=EUR:20 extra=a:booking:10.001:EUR",
        "1200.00 + 220.02 = 1420.02 (710.01 each, 42.25 %)",
    ),
    case("a stay that costs nothing", &["price=0"], "2", "", "0.00 = 0.00 (0.00 each, 0.00 %)"),
];

const REFUSALS: &[Case] = &[
    case(
        "no night",
        &["valid_to=2027-07-03", "valid_from=2027-07-05"],
        "2",
        "",
        "600.00 = 600.00 (300.00 each, 0.00 %)",
    ),
    Case {
        dates: "2027-07-30..2027-08-03",
        ..case("a night at the end", &[""], "2", "", "unrated_night: no rate for the night of 2027-08-01")
    },
    Case {
        dates: "2027-06-30..2027-07-03",
        ..case(
            "the first night goes before everything",
            &["max_adults=1, stop_sell=yes"],
            "2",
            "",
            "unrated_night: no rate for the night of 2027-06-30",
        )
    },
    case(
        "a gap",
        &["valid_to=2027-07-01", "valid_from=2027-07-03"],
        "2",
        "",
        "unrated_night: no rate for the night of 2027-07-02",
    ),
    case("adults", &["min_nights=9"], "2 | 3", "", "max_adults: room 2: 3 adults, at most 2"),
    case("a child in no band counts as an adult", &[""], "2+5", "", "max_adults: room 1: 3 adults, at most 2"),
    case(
        "adults of any room go before people of any",
        &["child_bands=0-17:free"],
        "1+1,2,3,4 | 3",
        "",
        "max_adults: room 2: 3 adults, at most 2",
    ),
    case(
        "people",
        &["child_bands=0-17:free, min_nights=9"],
        "2 | 2+1,2,3",
        "",
        "max_occupancy: room 2: 5 people, at most 4",
    ),
    case(
        "too short, by the check-in period",
        &["valid_to=2027-07-01, min_nights=4", "valid_from=2027-07-02, stop_sell=yes"],
        "2",
        "",
        "min_nights: stays of at least 4 nights; 3 asked for",
    ),
    case(
        "a later period's least stay does not matter",
        &["valid_to=2027-07-01", "valid_from=2027-07-02, min_nights=9, max_adults=1, max_occupancy=1"],
        "2",
        "",
        "600.00 = 600.00 (300.00 each, 0.00 %)",
    ),
    case(
        "a night that is not sold goes before one without a rate",
        &["valid_to=2027-07-01", "valid_from=2027-07-03, stop_sell=yes"],
        "2",
        "",
        "stop_sell: not sold on the night of 2027-07-03",
    ),
    case(
        "not sold within a price per stay",
        &["valid_to=2027-07-01, unit=room_stay", "valid_from=2027-07-02, stop_sell=yes"],
        "2",
        "",
        "stop_sell: not sold on the night of 2027-07-02",
    ),
    case(
        "a price per stay after a night has no price for a night",
        &["valid_to=2027-07-01", "valid_from=2027-07-02, unit=room_stay"],
        "2",
        "",
        "unrated_night: the rate for the night of 2027-07-02 is for a whole stay",
    ),
    case(
        "people beyond a later period's room, which has no price for them",
        &[
            "valid_to=2027-07-01, unit=room_night, included=2, extra_adult=5, child_bands=0-9:free",
            "valid_from=2027-07-02, unit=room_night, max_occupancy=2",
        ],
        "2+4",
        "",
        "unrated_night: no price for extra people on the night of 2027-07-02",
    ),
    case("no rate of exchange", &["currency=EUR"], "2", "fx=USD:20", "fx_missing: no exchange rate from EUR to ZAR"),
    case(
        "a required extra without a rate of exchange",
        &[""],
        "2",
        "extra=a:person:1:EUR",
        "fx_missing: no exchange rate from EUR to ZAR",
    ),
    case(
        "an optional extra without one is left out",
        &[""],
        "2",
        "extra=a?:person:1:EUR",
        "600.00 = 600.00 (300.00 each, 0.00 %)",
    ),
    case(
        "beyond what is computed exactly",
        &["price=1000000000000, currency=EUR"],
        "2",
        "fx=EUR:1000000000",
        "unrated_night: the amounts are too large to be computed exactly",
    ),
];

#[test]
fn amounts_and_refusals_are_as_worked_out_by_hand() {
    for case in AMOUNTS.iter().chain(REFUSALS) {
        let found = offer(case.sheet, &request(case.party, case.dates), &settings(case.settings));
        assert_eq!(shown(&found), case.expected, "{}", case.what);
    }
}

#[test]
fn last_season_is_an_estimate_by_choice() {
    let sheet = [
        "valid_from=2025-07-01, valid_to=2025-07-31, price=80",
        "valid_from=2026-07-03, valid_to=2026-07-03, price=90, stop_sell=yes",
        "valid_from=2027-07-01, valid_to=2027-07-02",
    ];
    let mut asked = request("2", THREE);
    assert_eq!(shown(&offer(&sheet, &asked, &settings(""))), "unrated_night: no rate for the night of 2027-07-03");
    asked.estimate = EstimateChoice::LastSeason;
    let estimate = offer(&sheet, &asked, &settings(""));
    assert_eq!(shown(&estimate), "580.00 = 580.00 (290.00 each, 0.00 %)");
    assert!(estimate.options[0].estimate);
    asked.dates = super::sample::stay("2028-07-30..2028-08-01");
    let older = offer(&sheet, &asked, &settings(""));
    assert_eq!(shown(&older), "320.00 = 320.00 (160.00 each, 0.00 %)");
    asked.dates = super::sample::stay("2028-07-31..2028-08-02");
    let gap = offer(&sheet, &asked, &settings(""));
    assert_eq!(shown(&gap), "unrated_night: no rate for the night of 2028-08-01");
    let leap = ["valid_from=2027-02-28, valid_to=2027-02-28, price=70"];
    asked.dates = super::sample::stay("2028-02-29..2028-03-01");
    assert_eq!(shown(&offer(&leap, &asked, &settings(""))), "140.00 = 140.00 (70.00 each, 0.00 %)");
}

#[test]
fn lines_read_well() {
    let read = offer(
        &["child_bands=0-17:free", "hotel=Alpha, board=RO, child_bands=0-17:free"],
        &request("2+4,9 | 1 | 1+0", "2027-07-01..2027-07-08"),
        &settings("step=1000 extra=Transfer:person:1:ZAR extra=Levy:person_night:1:ZAR extra=Fee?:booking:1:ZAR"),
    );
    let option = &read.options[1];
    let words: Vec<&str> = option.lines.iter().map(|line| line.description.as_str()).collect();
    let expected = [
        "Room 1: 2 adults and 2 children (4, 9), 7 nights, Garden Suite, half board",
        "Room 2: 1 adult, 7 nights, Garden Suite, half board",
        "Room 3: 1 adult and 1 child (under 1), 7 nights, Garden Suite, half board",
        "Transfer, 7 people",
        "Levy, 7 people, 7 nights",
        "Rounding",
    ];
    assert_eq!(words, expected);
    assert_eq!(option.optional_extras[0].description, "Fee");
    assert_eq!(option.lines.last().unwrap().kind, LineKind::Rounding);
    assert!(read.options[0].is_main && !option.is_main);
}

#[test]
fn supplier_amounts_are_in_the_currency_of_the_sheet() {
    let found = offer(
        &["currency=EUR, basis=gross, commission_pct=12.5, price=33.33"],
        &request("1", THREE),
        &settings("fx=EUR:20 step=100"),
    );
    let nets: Vec<String> = found.options[0].lines.iter().map(|line| line.net.to_string()).collect();
    assert_eq!(nets, ["EUR 87.49", "ZAR 0.00"]);
}

#[test]
fn an_option_has_the_shape_of_the_contract() {
    let found = offer(
        &["currency=EUR, child_bands=2-11:50%"],
        &request("2+4", THREE),
        &settings("markup=10 buffer=2 fx=EUR:20.5 step=10"),
    );
    insta::assert_json_snapshot!(found);
}
