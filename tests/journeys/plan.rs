//! What a plan allows, wherever something is made (`product.md` section 1): users, quotes of a month, storage.

use futures_util::future::join_all;
use serde_json::{Value, json};
use tripdesk_core::usage;

use crate::{operator::operate, support::World};

/// A picture of one pixel (PNG).
pub(crate) const PIXEL: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/// Gives the demo agency another limit, as the operator does.
async fn limit(world: &World, name: &str, value: u32) {
    let (_, agency) = operate(world, "GET", "admin/tenants/sunbird-travel", None).await;
    let change = json!({"version": agency["version"], "config": {"plan": {name: value}}});
    let (status, changed) = operate(world, "PATCH", "admin/tenants/sunbird-travel", Some(change)).await;
    assert_eq!(status, 200, "{changed}");
}

async fn import(world: &World, csv: String) -> (u16, Value) {
    let call = world.http.post(format!("{}/api/v1/rates/import", world.base)).bearer_auth(&world.token);
    let answer = call.header("content-type", "text/csv").body(csv).send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

/// The agency's own sheet, made longer by rows of hotels that differ in their names alone.
async fn long_sheet(world: &World, rows: usize) -> String {
    let sheet = String::from_utf8(world.bytes("/api/v1/rates/export").await).unwrap();
    let (header, rest) = sheet.split_once('\n').unwrap();
    let (hotel, row) = rest.lines().next().unwrap().split_once(',').unwrap();
    let more = (0..rows).map(|n| format!("{hotel} {n},{row}\n"));
    format!("{header}\n{}", more.collect::<String>())
}

async fn logo(world: &World) -> u16 {
    let bytes = data_encoding::BASE64.decode(PIXEL.as_bytes()).unwrap();
    let call = world.http.put(format!("{}/api/v1/tenants/me/logo", world.base)).bearer_auth(&world.token);
    call.header("content-type", "image/png").body(bytes).send().await.unwrap().status().as_u16()
}

async fn document(world: &World, text: &str) -> (u16, Value) {
    let body = json!({"title": "Long", "text": text});
    world.call("POST", "/api/v1/knowledge/documents", Some(body)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_bring_must_fit_into_the_plans_storage() {
    let world = World::new().await;
    limit(&world, "max_storage_mb", 1).await;
    let before = world.bytes("/api/v1/rates/export").await;
    let sheet = long_sheet(&world, 9_000).await;
    assert!(sheet.len() > 1 << 20, "{}", sheet.len());
    let (status, problem) = import(&world, sheet.clone()).await;
    assert_eq!(status, 409, "{problem}");
    assert!(problem["detail"].as_str().unwrap().contains("1 MB of storage"), "{problem}");
    assert_eq!(world.bytes("/api/v1/rates/export").await, before, "nothing is taken");

    let text = "A line about the lodge.\n".repeat(60_000);
    assert_eq!(document(&world, &text).await.0, 409);
    let (status, small) = document(&world, "Breakfast is served from 7 to 10.").await;
    assert_eq!(status, 201, "{small}");
    let path = format!("/api/v1/knowledge/documents/{}", small["id"].as_str().unwrap());
    assert_eq!(world.call("PATCH", &path, Some(json!({"text": text}))).await.0, 409);

    let (_, upload) = world.call("POST", "/api/v1/knowledge/uploads", Some(json!({"name": "long.md"}))).await;
    let url = upload["upload"]["url"].as_str().unwrap();
    world.http.put(url).body(text).send().await.unwrap().error_for_status().unwrap();
    let path = format!("/api/v1/knowledge/uploads/{}", upload["id"].as_str().unwrap());
    let refused = world.get(&path).await;
    assert_eq!((refused["state"].as_str(), refused["documents_added"].as_u64()), (Some("failed"), Some(0)));
    assert!(refused["errors"][0]["message"].as_str().unwrap().contains("storage"), "{refused}");
    assert_eq!(world.get(&path).await["state"], "failed", "and stays so");

    limit(&world, "max_storage_mb", 0).await;
    assert_eq!(logo(&world).await, 409);
    assert_eq!(document(&world, "short").await.0, 409);
    assert_eq!(world.call("POST", "/api/v1/knowledge/uploads", Some(json!({"name": "a.md"}))).await.0, 409);
    world.mail(&crate::support::enquiry("anna")).await;
    world.settle().await;
    assert_eq!(world.quotes().await.len(), 1, "a traveller's mail is never turned away");

    limit(&world, "max_storage_mb", 100).await;
    assert_eq!(logo(&world).await, 200);
    assert_eq!(import(&world, sheet).await.0, 200);
    assert!(world.get("/api/v1/tenants/me/usage").await["storage_mb"]["used"].as_u64().unwrap() >= 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_at_once_do_not_all_find_the_same_room() {
    let world = World::new().await;
    limit(&world, "max_storage_mb", 4).await;
    let app = &world.started.app;
    let email = &world.started.demo.as_ref().unwrap().email;
    let (agency, _) = app.store.user_of_login(email).await.unwrap().unwrap();
    let tenant = agency.operated();
    let asked = join_all((0..48).map(|_| usage::require_room(app, &tenant, &agency, 256 * 1024))).await;
    let through = asked.iter().filter(|answer| answer.is_ok()).count();
    assert!((8..=16).contains(&through), "{through} of 48 quarters of a megabyte went into 4 MB");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_operator_invites_no_more_than_the_plan_has_room_for() {
    let world = World::new().await;
    limit(&world, "max_users", 3).await;
    let invite = async |name: String| {
        let body = json!({"email": format!("{name}@sunbird.example")});
        operate(&world, "POST", "admin/tenants/sunbird-travel/invite", Some(body)).await.0
    };
    let crowd = join_all((0..6).map(|n| invite(format!("n{n}")))).await;
    let made = crowd.iter().filter(|status| **status == 201).count();
    assert!((1..=2).contains(&made) && crowd.iter().all(|status| [201, 409].contains(status)), "{crowd:?}");
    for n in 0..3 {
        invite(format!("m{n}")).await;
    }
    assert_eq!(world.get("/api/v1/tenants/me/usage").await["users"], json!({"used": 3, "limit": 3}));
    let own = json!({"email": "one.more@sunbird.example", "name": "N", "role": "viewer"});
    assert_eq!(world.call("POST", "/api/v1/invitations", Some(own)).await.0, 409);
    assert_eq!(invite("n0".to_owned()).await, 409, "nobody is invited twice");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quote_by_hand_counts_like_any_other() {
    let world = World::new().await;
    limit(&world, "max_monthly_quotes", 2).await;
    let new = || {
        json!({"traveller": {"name": "Zoë Berg", "email": "zoe@post.example"}, "destination": "Zanzibar",
        "party": {"rooms": [{"adults": 2}]}, "dates": {"check_in": "2027-07-03", "check_out": "2027-07-10"}})
    };
    let crowd = join_all((0..5).map(|_| world.call("POST", "/api/v1/quotes", Some(new())))).await;
    let made = crowd.iter().filter(|(status, _)| *status == 201).count();
    assert_eq!((made, world.quotes().await.len()), (2, 2), "{crowd:?}");
    assert!(crowd.iter().all(|(status, _)| [201, 409].contains(status)), "{crowd:?}");
    assert_eq!(world.get("/api/v1/tenants/me/usage").await["monthly_quotes"], json!({"used": 2, "limit": 2}));
    let asked = json!({"text": "Half board in Zanzibar, two adults, 3 to 10 July 2027.",
        "fields": {"contact": {"name": "Zoë Berg", "email": "zoe@post.example"}}});
    let (_, enquiry) = world.call("POST", "/api/v1/enquiries", Some(asked)).await;
    let path = format!("/api/v1/enquiries/{}/quote", enquiry["id"].as_str().unwrap());
    assert_eq!(world.call("POST", &path, None).await.0, 409);
    limit(&world, "max_monthly_quotes", 3).await;
    assert_eq!(world.call("POST", &path, None).await.0, 202);
    world.settle().await;
    assert_eq!(world.get("/api/v1/tenants/me/usage").await["monthly_quotes"]["used"], 3);
    // Another revision of a quote is no other quote.
    let quote = world.quotes().await[0].clone();
    let path = format!("/api/v1/quotes/{}", quote["id"].as_str().unwrap());
    let change = json!({"version": world.get(&path).await["version"], "hotels": []});
    assert_eq!(world.call("PATCH", &path, Some(change)).await.0, 200);
}
