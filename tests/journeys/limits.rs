//! Limits and repeated requests over HTTP (`hostile.md`, L3–L5, I10; `product.md` section 9).

use serde_json::{Value, json};

use crate::support::World;

/// Gives the demo agency a plan of so many requests a minute, past the operator's API.
pub(crate) async fn plan(world: &World, requests_per_minute: u32) {
    let store = &world.started.app.store;
    let demo = world.started.demo.as_ref().unwrap();
    let (agency, _) = store.user_of_login(&demo.email).await.unwrap().unwrap();
    let (tenant, version) = (agency.operated(), agency.version);
    let mut changed = agency;
    changed.version += 1;
    changed.config.plan.requests_per_minute = requests_per_minute;
    let changes = tripdesk_core::store::Changes::new().replace_tenant(&tenant, &changed, version).unwrap();
    changes.commit(store).await.unwrap().or_conflict("raced").unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_admits_its_minute_and_says_when_to_come_back() {
    let world = World::new().await;
    plan(&world, 6).await;
    let mut statuses = Vec::new();
    for attempt in 0..12 {
        let call = world.http.get(format!("{}/api/v1/tenants/me", world.base)).bearer_auth(&world.token);
        // What a caller says about its own address changes nothing.
        let answer = call.header("x-forwarded-for", format!("10.0.0.{attempt}")).send().await.unwrap();
        let number = |name: &str| answer.headers()[name].to_str().unwrap().parse::<u64>().unwrap();
        assert_eq!(number("ratelimit-limit"), 6);
        assert!(number("ratelimit-remaining") < 6 && number("ratelimit-reset") <= 60);
        if answer.status() == 429 {
            assert!((1..=60).contains(&number("retry-after")));
            assert_eq!(answer.headers()["content-type"], "application/problem+json");
        }
        statuses.push(answer.status().as_u16());
    }
    assert_eq!(statuses, [[200; 6], [429; 6]].concat());
    world.http.post(format!("{}/_local/clock", world.base)).json(&json!({"advance_seconds": 61})).send().await.unwrap();
    assert_eq!(world.call("GET", "/api/v1/tenants/me", None).await.0, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_that_is_leased_in_parts_admits_all_of_it() {
    let world = World::new().await;
    plan(&world, 150).await;
    let mut through = 0;
    for _ in 0..200 {
        through += u32::from(world.call("GET", "/api/v1/tenants/me", None).await.0 == 200);
    }
    // What is earned back while the test runs comes only with the next minute.
    assert!((150..=300).contains(&through), "{through} of a plan of 150");
    assert_eq!(world.get("/health").await["status"], "ok", "nobody else is held up");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_of_none_refuses_everything_and_a_clock_that_goes_back_nothing_more() {
    let world = World::new().await;
    assert_eq!(world.call("GET", "/api/v1/tenants/me", None).await.0, 200);
    world
        .http
        .post(format!("{}/_local/clock", world.base))
        .json(&json!({"advance_seconds": -300}))
        .send()
        .await
        .unwrap();
    assert_eq!(world.call("GET", "/api/v1/tenants/me", None).await.0, 401, "a token from the future, and no 429");
    world
        .http
        .post(format!("{}/_local/clock", world.base))
        .json(&json!({"advance_seconds": 300}))
        .send()
        .await
        .unwrap();
    assert_eq!(world.call("GET", "/api/v1/tenants/me", None).await.0, 200);
    plan(&world, 0).await;
    assert_eq!(world.call("GET", "/api/v1/tenants/me", None).await.0, 429);
}

/// A request with an `Idempotency-Key`: status, whether it was replayed, body.
async fn keyed(world: &World, path: &str, key: &str, body: &Value) -> (u16, bool, Value) {
    let call = world.http.post(format!("{}{path}", world.base)).bearer_auth(&world.token);
    let answer = call.header("idempotency-key", key).json(body).send().await.unwrap();
    let (status, replayed) = (answer.status().as_u16(), answer.headers().contains_key("idempotency-replayed"));
    (status, replayed, answer.json().await.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repeated_request_is_answered_and_not_carried_out_again() {
    let world = World::new().await;
    let ticket = json!({"subject": "Lost voucher", "text": "The voucher of the Bergs is gone."});
    let path = "/api/v1/helpdesk/tickets";
    let (status, replayed, first) = keyed(&world, path, "once", &ticket).await;
    assert_eq!((status, replayed), (201, false), "{first}");
    assert_eq!(keyed(&world, path, "once", &ticket).await, (201, true, first.clone()));
    let other = json!({"subject": "Lost voucher", "text": "Another text."});
    assert_eq!(keyed(&world, path, "once", &other).await.0, 422);
    let (status, replayed, second) = keyed(&world, path, "twice", &ticket).await;
    assert_eq!((status, replayed), (201, false));
    assert_ne!(first["id"], second["id"]);
    let elsewhere = keyed(&world, "/api/v1/enquiries/extract", "once", &json!({"subject": "", "text": "a trip"})).await;
    assert!(!elsewhere.1, "another path is another request");

    let all = futures_util::future::join_all((0..32).map(|_| keyed(&world, path, "at once", &ticket))).await;
    let ids: std::collections::BTreeSet<_> =
        all.iter().filter(|(status, ..)| *status == 201).map(|(.., body)| body["id"].to_string()).collect();
    assert_eq!(ids.len(), 1);
    assert!(all.iter().all(|(status, ..)| [201, 409].contains(status)));

    world
        .http
        .post(format!("{}/_local/clock", world.base))
        .json(&json!({"advance_seconds": 24 * 3600}))
        .send()
        .await
        .unwrap();
    let (status, ..) = keyed(&world, path, "once", &ticket).await;
    assert_eq!(status, 401, "the token is over by then, and nothing is replayed without one");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_is_none_is_named_and_a_failure_is_not_kept() {
    let world = World::new().await;
    let path = "/api/v1/helpdesk/tickets";
    let (status, _, problem) = keyed(&world, path, "", &json!({})).await;
    assert_eq!((status, &problem["errors"][0]["field"]), (400, &json!("Idempotency-Key")));
    assert_eq!(keyed(&world, path, &"k".repeat(256), &json!({})).await.0, 400);
    assert_eq!(keyed(&world, path, "mended", &json!({"nonsense": 1})).await.0, 400);
    let ticket = json!({"subject": "Lost voucher", "text": "It is gone."});
    assert_eq!(keyed(&world, path, "mended", &ticket).await.0, 201);
}
