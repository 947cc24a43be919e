//! Rate sheets and prices over HTTP.

use serde_json::{Value, json};

use crate::support::World;

const BAD: &str = include_str!("../fixtures/rates/bad.csv");
const BAD_EXPECTED: &str = include_str!("../fixtures/rates/bad.expected.json");

async fn import(world: &World, csv: &str, query: &str) -> (u16, Value) {
    let call = world.http.post(format!("{}/api/v1/rates/import{query}", world.base)).bearer_auth(&world.token);
    let answer = call.header("content-type", "text/csv").body(csv.to_owned()).send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_with_bad_rows_is_named_row_by_row_and_nothing_is_taken() {
    let world = World::new().await;
    let before = world.bytes("/api/v1/rates/export").await;
    let (status, report) = import(&world, BAD, "").await;
    assert_eq!(status, 400);
    let place = |one: &Value| (one["line"].as_u64().unwrap(), one["field"].as_str().unwrap().to_owned());
    let mut found: Vec<_> = report["errors"].as_array().unwrap().iter().map(place).collect();
    found.sort();
    let expected: Vec<Value> = serde_json::from_str(BAD_EXPECTED).unwrap();
    assert_eq!(found, expected.iter().map(place).collect::<Vec<_>>());
    assert_eq!(world.bytes("/api/v1/rates/export").await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_can_be_imported_again_and_a_dry_run_changes_nothing() {
    let world = World::new().await;
    let sheet = String::from_utf8(world.bytes("/api/v1/rates/export").await).unwrap();
    let shorter: Vec<&str> = sheet.lines().take(10).collect();
    let (status, report) = import(&world, &shorter.join("\n"), "?dry_run=true").await;
    assert_eq!((status, report["imported"].as_u64(), report["dry_run"].as_bool()), (200, Some(9), Some(true)));
    assert_eq!(world.bytes("/api/v1/rates/export").await, sheet.as_bytes());
    assert_eq!(import(&world, &sheet, "").await.0, 200);
    assert_eq!(world.bytes("/api/v1/rates/export").await, sheet.as_bytes());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_price_names_each_bad_field_and_explains_each_number() {
    let world = World::new().await;
    let ask = json!({"party": {"rooms": [{"adults": 2, "child_ages": [4, 9]}]},
        "dates": {"check_in": "2027-07-03", "check_out": "2027-07-13"}, "destination": "Zanzibar"});
    let (status, offer) = world.call("POST", "/api/v1/quotes/price", Some(ask)).await;
    assert_eq!(status, 200);
    let option = &offer["options"][0];
    let sum: rust_decimal::Decimal =
        option["lines"].as_array().unwrap().iter().map(|line| amount(&line["amount"])).sum();
    assert_eq!(sum, amount(&option["total"]));
    assert!(option["lines"].as_array().unwrap().iter().all(|line| !line["trace"].is_null()));

    let wrong = json!({"party": {"rooms": [{"adults": 2}, {"adults": 50}]}, "dates": {"check_in": "2027-07-13", "check_out": "2027-07-03"}});
    let (status, problem) = world.call("POST", "/api/v1/quotes/price", Some(wrong)).await;
    let fields: Vec<_> =
        problem["errors"].as_array().unwrap().iter().map(|one| one["field"].as_str().unwrap()).collect();
    assert_eq!((status, fields), (400, vec!["party.rooms[1].adults", "dates.check_out"]));
}

fn amount(money: &Value) -> rust_decimal::Decimal {
    money["amount"].as_str().unwrap().parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_rate_is_changed_by_its_id() {
    let world = World::new().await;
    let mut rate = world.get("/api/v1/rates?limit=1").await["items"][0].clone();
    let path = format!("/api/v1/rates/{}", rate["id"].as_str().unwrap());
    rate.as_object_mut().unwrap().remove("id");
    rate["stop_sell"] = json!(true);
    let (status, changed) = world.call("PUT", &path, Some(rate.clone())).await;
    assert_eq!(status, 200, "{changed}");
    assert_eq!(world.get(&path).await["stop_sell"], changed["stop_sell"]);
    assert_eq!(world.call("DELETE", &path, None).await.0, 204);
    assert_eq!(world.call("GET", &path, None).await.0, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workbook_is_taken_and_exported_as_csv_that_reads_back_the_same() {
    const SHEET: &[u8] = include_bytes!("../fixtures/rates/sheet.xlsx");
    const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let world = World::new().await;
    let send = async |bytes: Vec<u8>| {
        let call = world.http.post(format!("{}/api/v1/rates/import", world.base)).bearer_auth(&world.token);
        let answer = call.header("content-type", XLSX).body(bytes).send().await.unwrap();
        (answer.status().as_u16(), answer.json::<Value>().await.unwrap())
    };
    let before = world.bytes("/api/v1/rates/export").await;
    let (status, report) = send(SHEET[..SHEET.len() / 2].to_vec()).await;
    assert_eq!((status, report["errors"].as_array().map(Vec::len)), (400, Some(1)), "half a workbook: {report}");
    assert_eq!(world.bytes("/api/v1/rates/export").await, before);
    let (status, report) = send(SHEET.to_vec()).await;
    assert_eq!((status, report["imported"].as_u64()), (200, Some(2)), "{report}");
    let export = String::from_utf8(world.bytes("/api/v1/rates/export").await).unwrap();
    assert!(export.contains(
        "Baobab House,Zanzibar,Tanzania,4,Garden Room,2,3,HB,2026-11-01,2027-10-31,ZAR,net,room_night,2450.5"
    ));
    assert_eq!(import(&world, &export, "").await.0, 200);
    assert_eq!(world.bytes("/api/v1/rates/export").await, export.as_bytes());
}
