//! What a request may ask, what it is answered about, and which option comes first.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use super::{
    PriceRequest,
    sample::{offer, request, settings},
};
use crate::enquiry::{Board, Budget, BudgetBasis};

const THREE: &str = "2027-07-01..2027-07-04";

const HOTELS: &[&str] = &[
    "hotel=Alpha, stars=3, board=BB, price=100",
    "hotel=Beta, stars=5, board=HB, price=300",
    "hotel=Gamma, stars=4, board=HB, price=200",
    "hotel=Delta, stars=4, board=BB, price=100",
];

fn ranking(change: impl Fn(&mut PriceRequest), with: &str) -> String {
    let mut asked = request("2+1", THREE);
    change(&mut asked);
    let sheet: Vec<String> = HOTELS.iter().map(|row| format!("{row}, child_bands=0-1:free")).collect();
    let sheet: Vec<&str> = sheet.iter().map(String::as_str).collect();
    let options = offer(&sheet, &asked, &settings(with)).options;
    assert_eq!(options.iter().map(|option| option.is_main).collect::<Vec<_>>(), [true, false, false, false]);
    options.iter().map(|option| option.hotel.as_str()).collect::<Vec<_>>().join(" ")
}

fn budget(amount: u32, currency: &str, basis: BudgetBasis) -> Option<Budget> {
    Some(Budget { amount: amount.into(), max: None, currency: currency.parse().unwrap(), basis })
}

#[test]
fn the_best_option_comes_first() {
    assert_eq!(ranking(|_| {}, ""), "Alpha Delta Gamma Beta");
    assert_eq!(ranking(|asked| asked.stars = Some(4), ""), "Delta Gamma Beta Alpha");
    assert_eq!(ranking(|asked| asked.board = Some(Board::HalfBoard), ""), "Gamma Beta Alpha Delta");
    let named = |asked: &mut PriceRequest| {
        asked.hotels = vec!["BETA".to_owned()];
        asked.destination = Some("mauritius".to_owned());
        asked.budget = budget(1_199, "ZAR", BudgetBasis::Total);
    };
    assert_eq!(ranking(named, ""), "Beta Alpha Delta Gamma");
}

#[test]
fn a_budget_is_compared_per_its_basis() {
    let within = |amount: u32, currency: &str, basis: BudgetBasis, with: &str| {
        let wish = |asked: &mut PriceRequest| {
            asked.budget = budget(amount, currency, basis);
            asked.board = Some(Board::HalfBoard);
        };
        ranking(wish, with)
    };
    let (gamma_fits, gamma_is_over) = ("Gamma Alpha Delta Beta", "Alpha Delta Gamma Beta");
    assert_eq!(within(1_200, "ZAR", BudgetBasis::Total, ""), gamma_fits);
    assert_eq!(within(1_199, "ZAR", BudgetBasis::Total, ""), gamma_is_over);
    assert_eq!(within(600, "ZAR", BudgetBasis::PerPerson, ""), gamma_fits);
    assert_eq!(within(599, "ZAR", BudgetBasis::PerPerson, ""), gamma_is_over);
    assert_eq!(within(400, "ZAR", BudgetBasis::PerNight, ""), gamma_fits);
    assert_eq!(within(399, "ZAR", BudgetBasis::PerNight, ""), gamma_is_over);
    assert_eq!(within(60, "EUR", BudgetBasis::Total, "fx=EUR:20"), gamma_fits);
    assert_eq!(within(59, "EUR", BudgetBasis::Total, "fx=EUR:20"), gamma_is_over);
    assert_eq!(within(1, "EUR", BudgetBasis::Total, ""), "Gamma Beta Alpha Delta");
    let range = |asked: &mut PriceRequest| {
        asked.budget = budget(1, "ZAR", BudgetBasis::Total);
        asked.budget.as_mut().unwrap().max = Some(1_200.into());
        asked.board = Some(Board::HalfBoard);
    };
    assert_eq!(ranking(range, ""), gamma_fits);
}

#[test]
fn only_what_was_asked_about_is_answered() {
    let sheet = ["hotel=Alpha", "hotel=Beta, destination=Réunion", "hotel=Gamma, destination=Réunion, stop_sell=yes"];
    let hotels = |change: &dyn Fn(&mut PriceRequest)| {
        let mut asked = request("2", THREE);
        change(&mut asked);
        let found = offer(&sheet, &asked, &settings(""));
        let offered = found.options.iter().map(|option| option.hotel.clone());
        offered
            .chain(found.refused.iter().map(|refusal| format!("not {}", refusal.hotel)))
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(hotels(&|_| {}), "Alpha Beta not Gamma");
    assert_eq!(hotels(&|asked| asked.limit = 1), "Alpha not Gamma");
    assert_eq!(hotels(&|asked| asked.destination = Some("reunion".to_owned())), "Beta not Gamma");
    assert_eq!(hotels(&|asked| asked.hotels = vec!["gamma".to_owned()]), "not Gamma");
    let both = |asked: &mut PriceRequest| {
        asked.destination = Some("Réunion".to_owned());
        asked.hotels = vec!["Alpha".to_owned()];
    };
    assert_eq!(hotels(&both), "Alpha Beta not Gamma");
    assert_eq!(hotels(&|asked| asked.limit = 0), "");
}

#[test]
fn a_request_names_its_faults() {
    let json = |body: &str| serde_json::from_str::<PriceRequest>(body);
    let body = r#"{"party":{"rooms":[{"adults":2,"child_ages":[4,18]},{"adults":21},{"adults":0},{"adults":19,"child_ages":[1,2]}]},
        "dates":{"check_in":"2027-07-01","check_out":"2027-07-01"},"destination":" ","hotels":[""],"board":"half_board","limit":0}"#;
    let request = json(body).unwrap();
    assert_eq!(request.board, Some(Board::HalfBoard));
    let fields: Vec<String> = request.faults().into_iter().map(|fault| fault.field).collect();
    let expected = [
        "party.rooms[0].child_ages[1]",
        "party.rooms[1].adults",
        "party.rooms[2].adults",
        "party.rooms[3].child_ages",
        "dates.check_out",
        "destination",
        "hotels[0]",
        "limit",
    ];
    assert_eq!(fields, expected);
    let minimal = |rest: &str| {
        let party = r#"{"party":{"rooms":[{"adults":2}]},"dates":{"check_in":"2027-07-01","check_out":"2028-06-30"}"#;
        json(&format!("{party}{rest}}}"))
    };
    let good = minimal(r#","board":"HB""#).unwrap();
    assert_eq!((good.limit, good.board, good.faults().len()), (3, Some(Board::HalfBoard), 0));
    assert!(minimal(r#","price":1"#).is_err());
    assert!(minimal(r#","board":"XX""#).is_err());
    let mut alone = good.clone();
    alone.party.rooms = super::sample::party("0+5 | 0+6");
    assert_eq!(alone.faults()[0].field, "party.rooms[0].adults");
    alone.dates.check_out = jiff::civil::date(2028, 7, 1);
    assert_eq!(alone.faults()[1].message, "at most 365 nights");
}
