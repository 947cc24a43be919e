//! An accepted quote becomes a booking: confirmed, paid in parts, re-checked and never repriced.

use serde_json::{Value, json};

use crate::support::{World, enquiry};

/// A quote of the demo agency that its traveller accepted: the quote.
async fn accepted(world: &World, name: &str) -> Value {
    world.mail(&enquiry(name)).await;
    world.settle().await;
    let quote = world.quotes().await[0].clone();
    let token = quote["links"]["public"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    let url = format!("{}/api/v1/public/quotes/{token}/accept", world.base);
    let yes = json!({"option": 2, "name": "Anna Berg", "email": "anna@post.example"});
    assert_eq!(world.http.post(url).json(&yes).send().await.unwrap().status(), 200);
    world.settle().await;
    world.get(&format!("/api/v1/quotes/{}", quote["id"].as_str().unwrap())).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_accepted_quote_is_booked_once_with_its_payments() {
    let world = World::new().await;
    let quote = accepted(&world, "anna").await;
    let bookings = world.get("/api/v1/bookings").await;
    let open = bookings["items"][0].clone();
    assert_eq!((open["state"].as_str(), open["option"].as_u64()), (Some("open"), Some(2)));
    assert_eq!(open["id"], quote["booking_id"]);
    assert_eq!(open["total"], quote["options"][1]["total"], "the one option's, and no sum");
    let payments = open["payments"].as_array().unwrap();
    let kinds: Vec<_> = payments.iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["deposit", "balance"]);
    assert_eq!(open["travellers"][0]["name"], "Anna Berg");
    assert_eq!(open["recheck"]["difference"]["amount"], "0.00");

    let book = format!("/api/v1/quotes/{}/book", quote["id"].as_str().unwrap());
    let (status, confirmed) = world.call("POST", &book, None).await;
    assert_eq!((status, confirmed["state"].as_str()), (201, Some("confirmed")), "{confirmed}");
    assert_eq!(world.call("POST", &book, None).await.0, 409);
    world.settle().await;
    let outbox = world.outbox().await;
    assert_eq!(outbox.len(), 3, "the quote, the thanks, the confirmation");
    assert_eq!(outbox[0]["attachments"][0]["type"], "application/pdf");
    assert!(outbox[0]["text"].as_str().unwrap().contains("Deposit: "), "{}", outbox[0]["text"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn names_and_payments_change_and_the_price_does_not() {
    let world = World::new().await;
    let quote = accepted(&world, "ben").await;
    let path = format!("/api/v1/bookings/{}", quote["booking_id"].as_str().unwrap());
    let before = world.get(&path).await;
    let travellers = json!([{"room": 1, "name": "Anna Berg"}, {"room": 1, "name": "Bo Berg"}]);
    let paid = json!([{"number": 1, "paid_on": "2026-11-30"}]);
    let change = json!({"version": before["version"], "travellers": travellers, "payments": paid});
    let (status, after) = world.call("PATCH", &path, Some(change.clone())).await;
    assert_eq!((status, after["travellers"][1]["name"].as_str()), (200, Some("Bo Berg")), "{after}");
    assert_eq!(after["payments"][0]["paid_on"], "2026-11-30");
    assert_eq!(after["total"], before["total"]);
    assert_eq!(world.call("PATCH", &path, Some(change)).await.0, 409, "a stale version");
    let version = after["version"].clone();
    for (bad, field) in [
        (json!({"version": version, "total": {"amount": "1.00", "currency": "ZAR"}}), "total"),
        (json!({"version": version, "payments": [{"number": 3, "paid_on": null}]}), "payments[0].number"),
        (json!({"version": version, "travellers": [{"room": 1, "name": "Anna"}]}), "travellers"),
        (json!({"version": version, "state": "confirmed"}), "state"),
    ] {
        let (status, problem) = world.call("PATCH", &path, Some(bad)).await;
        assert_eq!((status, problem["errors"][0]["field"].as_str()), (400, Some(field)), "{problem}");
    }
    let early = json!({"version": version, "state": "completed"});
    assert_eq!(world.call("PATCH", &path, Some(early)).await.0, 409, "not before it was confirmed");
    let (status, ended) = world.call("PATCH", &path, Some(json!({"version": version, "state": "cancelled"}))).await;
    assert_eq!((status, ended["state"].as_str()), (200, Some("cancelled")));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_accepted_is_not_booked() {
    let world = World::new().await;
    world.mail(&enquiry("cora")).await;
    world.settle().await;
    let quote = world.quotes().await[0].clone();
    assert_eq!(
        world.call("POST", &format!("/api/v1/quotes/{}/book", quote["id"].as_str().unwrap()), None).await.0,
        409
    );
    assert_eq!(world.get("/api/v1/bookings").await["items"], json!([]));
    assert_eq!(world.call("GET", "/api/v1/bookings/00000000-0000-7000-8000-000000000000", None).await.0, 404);
}
