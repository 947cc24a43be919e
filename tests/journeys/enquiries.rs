//! Enquiries as consultants work on them: found, corrected, written down by hand, turned down.

use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::support::{World, enquiry};

/// A mail that says where to and nothing else.
fn vague(name: &str) -> String {
    format!(
        "From: {name} Berg <{name}@post.example>\nTo: sunbird-travel@in.tripdesk.example\nSubject: Ferien auf Sansibar\n\
         Message-ID: <{name}.1@post.example>\nDate: Mon, 23 Nov 2026 08:00:00 +0200\n\
         Content-Type: text/plain; charset=utf-8\n\nGuten Tag,\n\nwir sind zwei Erwachsene und möchten gern nach Sansibar. \
         Bitte machen Sie uns ein Angebot.\n\nMit freundlichen Grüßen\n{name} Berg\n"
    )
}

async fn only_enquiry(world: &World) -> Value {
    let list = world.get("/api/v1/enquiries").await;
    assert_eq!(list["items"].as_array().unwrap().len(), 1);
    list["items"][0].clone()
}

fn path(enquiry: &Value, rest: &str) -> String {
    format!("/api/v1/enquiries/{}{rest}", enquiry["id"].as_str().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_lacks_something_gets_a_draft_that_asks_for_it_in_the_travellers_language() {
    let world = World::new().await;
    world.mail(&vague("uta")).await;
    world.settle().await;
    let enquiry = only_enquiry(&world).await;
    assert_eq!((enquiry["state"].as_str(), enquiry["missing"].clone()), (Some("needs_info"), json!(["dates"])));
    let draft = enquiry["draft_reply"].as_str().unwrap();
    assert!(draft.contains("An welchen Tagen") && !draft.contains("Wie viele Erwachsene"), "{draft}");
    assert!(world.outbox().await.is_empty(), "a draft waits for a person");

    let edit = json!({"version": enquiry["version"], "fields": {"dates": {"kind": "exact", "check_in": "2027-07-03", "check_out": "2027-07-10"}}});
    let (status, changed) = world.call("PATCH", &path(&enquiry, ""), Some(edit.clone())).await;
    assert_eq!((status, changed["state"].as_str()), (200, Some("qualified")), "{changed}");
    assert_eq!(changed["dates"]["origin"], "stated");
    assert_eq!(changed["dates"]["source"]["part"], "edited");
    assert_eq!(changed["history"][0]["changes"][0]["field"], "dates");
    assert!(changed["draft_reply"].is_null());
    assert_eq!(world.call("PATCH", &path(&enquiry, ""), Some(edit)).await.0, 409, "the version is stale");

    assert_eq!(world.call("POST", &path(&enquiry, "/quote"), None).await.0, 202);
    world.settle().await;
    let quoted = world.get(&path(&enquiry, "")).await;
    assert_eq!(quoted["state"], "quoted");
    assert!(quoted["quoted_at"].is_string());
}

/// Nobody's second click makes a second quote, however early it comes.
#[tokio::test(flavor = "multi_thread")]
async fn a_quote_that_is_asked_for_many_times_at_once_is_written_once() {
    let world = World::new().await;
    let new = json!({"text": "Half board in Zanzibar, two adults, 3 to 10 July 2027.",
        "fields": {"contact": {"name": "Zoë Berg", "email": "zoe@post.example"}}});
    let (_, enquiry) = world.call("POST", "/api/v1/enquiries", Some(new)).await;
    let path = path(&enquiry, "/quote");
    let clicks = join_all((0..8).map(|_| world.call("POST", &path, None))).await;
    assert!(clicks.iter().filter(|(status, _)| *status == 202).count() >= 2, "several are in time: {clicks:?}");
    world.settle().await;
    assert_eq!(world.quotes().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_enquiry_is_written_down_by_hand_and_the_consultants_take_turns() {
    let world = World::new().await;
    let new = json!({"source": "phone", "text": "Half board in Zanzibar, two adults, 3 to 10 July 2027.",
        "fields": {"contact": {"name": "Zoë Berg", "email": "Zoe@Post.example"}, "stars": 4}});
    let (status, first) = world.call("POST", "/api/v1/enquiries", Some(new)).await;
    assert_eq!((status, first["state"].as_str()), (201, Some("qualified")), "{first}");
    assert_eq!((first["adults"]["value"].as_u64(), first["stars"]["value"].as_u64()), (Some(2), Some(4)));
    assert_eq!(first["contact"]["email"]["value"], "zoe@post.example");
    let (_, second) = world.call("POST", "/api/v1/enquiries", Some(json!({"fields": {"adults": 2}}))).await;
    assert_eq!(second["state"], "needs_info");
    let turns = [&first["assigned_to"], &second["assigned_to"]];
    assert_eq!(turns, ["nomsa@sunbird-travel.example", "pieter@sunbird-travel.example"]);

    let other = json!({"version": first["version"], "assigned_to": "aisha@sunbird-travel.example"});
    let (_, moved) = world.call("PATCH", &path(&first, ""), Some(other)).await;
    assert_eq!(moved["assigned_to"], "aisha@sunbird-travel.example");
    for bad in [
        json!({}),
        json!({"text": "hello", "assigned_to": "eve@post.example"}),
        json!({"fields": {"adults": 0}}),
        json!({"fields": {"price": "1"}}),
        json!({"text": "hello", "tenant_id": "other"}),
    ] {
        let (status, problem) = world.call("POST", "/api/v1/enquiries", Some(bad)).await;
        assert_eq!(status, 400, "{problem}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_are_narrowed_down_and_paged() {
    let world = World::new().await;
    for name in ["anna", "ben", "cora"] {
        world.mail(&enquiry(name)).await;
    }
    world.mail(&vague("uta")).await;
    world.settle().await;
    let count =
        async |query: &str| world.get(&format!("/api/v1/enquiries?{query}")).await["items"].as_array().unwrap().len();
    assert_eq!(count("state=needs_info").await, 1);
    assert_eq!(count("state=quoted&class=enquiry").await, 3);
    assert_eq!(count("q=BEN%20berg").await, 1);
    assert_eq!(count("q=nobody").await, 0);
    assert_eq!(count("destination=zanzibar").await, 4);
    assert_eq!(count("destination=Mauritius").await, 0);
    assert_eq!(count("assigned_to=nomsa@sunbird-travel.example").await, 2);
    assert_eq!(count("received_from=2026-01-01&received_to=2099-01-01").await, 4);
    assert_eq!(count("received_to=2020-01-01").await, 0);

    let first = world.get("/api/v1/enquiries?q=berg&limit=3").await;
    let cursor = first["next_cursor"].as_str().unwrap();
    let rest = world.get(&format!("/api/v1/enquiries?q=berg&limit=3&cursor={cursor}")).await;
    assert_eq!((first["items"].as_array().unwrap().len(), rest["items"].as_array().unwrap().len()), (3, 1));
    assert!(rest["next_cursor"].is_null());
    for bad in ["limit=0", "limit=101", "state=odd", "received_from=2027-02-30", "cursor=x", "tenant=b"] {
        assert_eq!(world.call("GET", &format!("/api/v1/enquiries?{bad}"), None).await.0, 400, "{bad}");
    }
    let backwards = "received_from=2027-02-02&received_to=2027-02-01";
    assert_eq!(world.call("GET", &format!("/api/v1/enquiries?{backwards}"), None).await.0, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_enquiry_is_turned_down_and_taken_up_again() {
    let world = World::new().await;
    world.mail(&vague("uta")).await;
    world.settle().await;
    let enquiry = only_enquiry(&world).await;
    assert_eq!(world.call("POST", &path(&enquiry, "/reject"), Some(json!({"reason": " "}))).await.0, 400);
    let (status, rejected) =
        world.call("POST", &path(&enquiry, "/reject"), Some(json!({"reason": "fully booked"}))).await;
    assert_eq!(
        (status, rejected["state"].as_str(), rejected["reason"].as_str()),
        (200, Some("rejected"), Some("fully booked"))
    );
    assert_eq!(world.call("POST", &path(&enquiry, "/reject"), Some(json!({"reason": "again"}))).await.0, 409);
    let edit = json!({"version": rejected["version"], "fields": {"adults": 3}});
    assert_eq!(world.call("PATCH", &path(&enquiry, ""), Some(edit)).await.0, 409, "it is closed");
    let (status, opened) = world.call("POST", &path(&enquiry, "/reopen"), None).await;
    assert_eq!((status, opened["state"].as_str()), (200, Some("needs_info")));
    assert_eq!(world.call("POST", &path(&enquiry, "/reopen"), None).await.0, 409);
    assert_eq!(world.call("POST", "/api/v1/enquiries/no-such/reopen", None).await.0, 404);
}
