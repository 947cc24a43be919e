//! Every price twice: this platform's and that of `tests/oracle/pricing.py`, written from the specification alone.
//!
//! Invariant: for sheets and stays drawn at random, both offer the same plans at the same amounts, line by line, and refuse
//! the others for the same reason.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{
    collections::BTreeMap,
    io::{ErrorKind, Write},
    process::{Command, Stdio},
};

use serde::Deserialize;
use serde_json::Value;
use tripdesk_core::{
    money::Currency,
    party::Stay,
    pricing::{Extra, FxRate, Line, Offer, Party, PriceRequest, Settings, Trace, price},
    rates::{RateBook, csv},
};

/// 16 sheets × 150 stays, each over 20 plans.
const SEEDS: std::ops::Range<u32> = 1..17;
const STAYS: usize = 150;

#[derive(Deserialize)]
struct Cases {
    rates_csv: String,
    fx: Vec<Fx>,
    settings: Numbers,
    extras: Vec<Extra>,
    stays: Vec<Journey>,
}

#[derive(Deserialize)]
struct Fx {
    from: Currency,
    to: Currency,
    rate: String,
}

#[derive(Deserialize)]
struct Numbers {
    display_currency: Currency,
    markup_pct: String,
    fx_buffer_pct: String,
    rounding_step: String,
}

#[derive(Deserialize)]
struct Journey {
    party: Party,
    dates: Stay,
}

#[derive(Deserialize)]
struct Results {
    stays: Vec<Answers>,
}

#[derive(Deserialize)]
struct Answers {
    plans: Vec<Answer>,
}

#[derive(Deserialize)]
struct Answer {
    hotel: String,
    room_type: String,
    board: String,
    #[serde(default)]
    lines: Vec<Value>,
    total: Option<String>,
    refused: Option<String>,
}

/// What is compared of a plan: its lines and total, or its refusal, as text.
type Verdicts = BTreeMap<(String, String, String), String>;

#[test]
fn both_price_alike() {
    let (mut stays, mut offered, mut refused) = (0, 0, BTreeMap::<String, u32>::new());
    for seed in SEEDS {
        let arguments = ["--seed", &seed.to_string(), "--plans", "20", "--stays", &STAYS.to_string()];
        let Some(drawn) = python("generate.py", &arguments, b"") else { return };
        let cases: Cases = serde_json::from_slice(&drawn).unwrap();
        let theirs: Results = serde_json::from_slice(&python("pricing.py", &[], &drawn).unwrap()).unwrap();
        assert_eq!(theirs.stays.len(), STAYS);
        let book = RateBook::compile(csv::read(cases.rates_csv.as_bytes()).unwrap());
        let settings = settings(&cases);
        for (journey, answers) in cases.stays.iter().zip(&theirs.stays) {
            let request = request(journey);
            let (ours, theirs) = (verdicts_of(&price(&book, &request, &settings)), verdicts_in(answers));
            for (plan, expected) in &theirs {
                let found = ours.get(plan).map_or("nothing", String::as_str);
                assert_eq!(found, expected, "seed {seed}, {plan:?}, {}", serde_json::to_string(&request).unwrap());
                match expected.split_once(' ') {
                    Some(("refused", reason)) => *refused.entry(reason.to_owned()).or_default() += 1,
                    _ => offered += 1,
                }
            }
            assert_eq!(ours.len(), theirs.len());
            stays += 1;
        }
    }
    eprintln!("{stays} stays: {offered} options alike, refused alike {refused:?}");
    assert!(stays >= 2_000 && offered > 5_000, "{stays} stays, {offered} options");
    assert_eq!(refused.len(), 6, "a reason for refusal never occurred: {refused:?}");
}

/// Runs one of the oracle's scripts; none where there is no Python to run it.
fn python(script: &str, arguments: &[&str], input: &[u8]) -> Option<Vec<u8>> {
    let path = format!("{}/tests/oracle/{script}", env!("CARGO_MANIFEST_DIR"));
    let spawned =
        Command::new("python3").arg(path).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = match spawned {
        Ok(child) => child,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            eprintln!("python3 is not installed: the oracle was not asked");
            return None;
        }
        Err(error) => panic!("{error}"),
    };
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{script} failed");
    Some(output.stdout)
}

fn settings(cases: &Cases) -> Settings {
    let rate = |fx: &Fx| FxRate {
        from: fx.from,
        to: fx.to,
        rate: fx.rate.parse().unwrap(),
        as_of: "2027-01-01".to_owned(),
        source: "oracle".to_owned(),
    };
    Settings {
        display_currency: cases.settings.display_currency,
        markup_pct: cases.settings.markup_pct.parse().unwrap(),
        fx_buffer_pct: cases.settings.fx_buffer_pct.parse().unwrap(),
        rounding_step: cases.settings.rounding_step.parse().unwrap(),
        extras: cases.extras.clone(),
        fx: cases.fx.iter().map(rate).collect(),
    }
}

fn request(journey: &Journey) -> PriceRequest {
    PriceRequest { limit: 100, ..PriceRequest::new(journey.party.rooms.clone(), journey.dates) }
}

fn verdicts_of(offer: &Offer) -> Verdicts {
    let options = offer.options.iter().map(|option| {
        let plan = (option.hotel.clone(), option.room_type.clone(), option.board.clone());
        (plan, offered(option.lines.iter().map(our_line), &option.total.amount.to_string()))
    });
    let refusals = offer.refused.iter().map(|refusal| {
        let plan = (refusal.hotel.clone(), refusal.room_type.clone(), refusal.board.clone());
        (plan, format!("refused {}", serde_json::to_value(refusal.reason).unwrap().as_str().unwrap()))
    });
    options.chain(refusals).collect()
}

fn our_line(line: &Line) -> String {
    let amount = line.amount.amount;
    match &line.trace {
        Trace::Accommodation(_) => format!("accommodation {} {amount}", line.room.unwrap()),
        Trace::Extra(trace) => format!("extra {} {amount}", trace.code),
        Trace::Rounding(_) => format!("rounding {amount}"),
        Trace::Own(_) | Trace::Manual(_) => panic!("nobody edited this price"),
    }
}

fn verdicts_in(answers: &Answers) -> Verdicts {
    let verdict = |answer: &Answer| match (&answer.refused, &answer.total) {
        (Some(reason), _) => format!("refused {reason}"),
        (None, Some(total)) => offered(answer.lines.iter().map(their_line), total),
        (None, None) => panic!("the oracle answers neither a total nor a refusal"),
    };
    let plan = |answer: &Answer| (answer.hotel.clone(), answer.room_type.clone(), answer.board.clone());
    answers.plans.iter().map(|answer| (plan(answer), verdict(answer))).collect()
}

fn their_line(line: &Value) -> String {
    let words = ["kind", "room", "code", "amount"].into_iter().filter_map(|name| match line.get(name)? {
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    });
    words.collect::<Vec<_>>().join(" ")
}

fn offered(lines: impl Iterator<Item = String>, total: &str) -> String {
    format!("{} = {total}", lines.collect::<Vec<_>>().join(", "))
}
