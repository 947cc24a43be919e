//! `GET /health`: the shallow answer depends on nothing, the deep one on the table.

use serde_json::{Value, json};

use crate::support::World;

async fn ask(world: &World, path: &str) -> (u16, Value) {
    let answer = world.http.get(format!("{}{path}", world.base)).send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn it_says_how_far_a_failure_goes() {
    let world = World::new().await;
    assert_eq!(ask(&world, "/health").await, (200, json!({"status": "ok"})));
    let whole = json!({"status": "ok", "checks": {"table": "ok", "cache": "absent"}});
    assert_eq!(ask(&world, "/health?deep=true").await, (200, whole));
    assert_eq!(ask(&world, "/health?deep=perhaps").await.0, 400);

    let fault = json!({"service": "dynamodb", "operation": "*", "mode": "error"});
    assert!(world.call("POST", "/_local/faults", Some(fault)).await.0 < 300);
    assert_eq!(ask(&world, "/health").await.0, 200);
    let (status, problem) = ask(&world, "/health?deep=true").await;
    assert_eq!((status, problem["status"].as_u64()), (503, Some(503)));
    assert_eq!(world.call("DELETE", "/_local/faults", None).await.0, 204);
    assert_eq!(ask(&world, "/health?deep=true").await.0, 200);
}
