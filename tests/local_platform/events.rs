//! Queue, schedule and the journal of events.

use std::collections::HashMap;
use std::sync::Mutex;

use serde_json::{Value, json};
use tripdesk::invoke::Function;
use tripdesk::platform::{Settings, prepare};

use crate::support::{Seen, failures, recording, start, start_prepared, start_with};

#[tokio::test(flavor = "multi_thread")]
async fn a_message_becomes_a_lambda_event() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    let id = world.queue(r#"{"job":1}"#).await;
    assert_eq!(world.drain().await, json!({ "processed": 1, "dead_letters": 0 }));
    let events = world.seen.unscheduled(Function::Quote);
    let record = &events[0]["Records"][0];
    assert_eq!(record["messageId"], json!(id));
    assert_eq!(record["body"], r#"{"job":1}"#);
    assert_eq!(record["attributes"]["ApproximateReceiveCount"], "1");
    assert_eq!(record["eventSource"], "aws:sqs");
}

#[tokio::test(flavor = "multi_thread")]
async fn exactly_the_failed_messages_come_again_and_die_after_three() {
    let data = tempfile::tempdir().unwrap();
    let tries: Mutex<HashMap<String, u32>> = Mutex::default();
    let world = start_with(data.path(), move |_, event| {
        let records = event["Records"].as_array().cloned().unwrap_or_default();
        let mut tries = tries.lock().unwrap();
        let mut failed = Vec::new();
        for record in records {
            let body = record["body"].as_str().unwrap().to_owned();
            let count = tries.entry(body.clone()).or_default();
            *count += 1;
            assert!(*count == 1 || body.contains("poison") || body.contains("late"), "{body} came {count} times");
            if body.contains("poison") || (body.contains("late") && *count < 2) {
                failed.push(record["messageId"].as_str().unwrap().to_owned());
            }
        }
        Ok(failures(&failed.iter().map(String::as_str).collect::<Vec<_>>()))
    })
    .await;
    for n in 0..10 {
        let kind = ["fine", "fine", "late", "poison", "fine"][n % 5];
        world.queue(&format!("{kind} {n}")).await;
    }
    assert_eq!(world.drain().await, json!({ "processed": 8, "dead_letters": 2 }));
    let dead =
        world.sqs().receive_message().queue_url(&world.resources.dead_letter_queue_url).max_number_of_messages(10);
    let mut dead: Vec<String> =
        dead.send().await.unwrap().messages().iter().map(|m| m.body().unwrap().to_owned()).collect();
    dead.sort();
    assert_eq!(dead, ["poison 3", "poison 8"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panic_fails_the_batch_and_nothing_else() {
    let data = tempfile::tempdir().unwrap();
    let panicked = Mutex::new(false);
    let world = start_with(data.path(), move |_, event| {
        let first = event["Records"].is_array() && !std::mem::replace(&mut *panicked.lock().unwrap(), true);
        assert!(!first, "the first batch panics");
        Ok(Value::Null)
    })
    .await;
    // The recording function panics before it returns its future, the harshest place.
    world.queue("once more").await;
    assert_eq!(world.drain().await, json!({ "processed": 1, "dead_letters": 0 }));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_schedule_sweeps_at_start_and_runs_on_demand() {
    let data = tempfile::tempdir().unwrap();
    let world = start_with(data.path(), |function, _| Ok(json!({ "by": function }))).await;
    world.drain().await;
    for function in [Function::InboundMail, Function::Quote] {
        assert_eq!(world.seen.of(function), [json!({ "tripdesk": "sweep" })]);
    }
    let (status, answer) = world.post("/_local/run/follow-up", "").await;
    assert_eq!((status, answer), (200, json!({ "task": "follow-up", "functions": { "quote": { "by": "quote" } } })));
    assert_eq!(world.post("/_local/run/everything", "").await.0, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_clock_moves_for_events_too() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    let (status, answer) = world.post("/_local/clock", r#"{"advance_seconds":86400}"#).await;
    assert_eq!((status, &answer["shift_seconds"]), (200, &json!(86400)));
    world.post("/_local/mail?rcpt=a@in.tripdesk.example", "From: b@x.example\r\n\r\nhi").await;
    world.drain().await;
    let event = world.seen.unscheduled(Function::InboundMail).remove(0);
    let at: jiff::Timestamp = event["Records"][0]["ses"]["mail"]["timestamp"].as_str().unwrap().parse().unwrap();
    assert!(at.as_second() > jiff::Timestamp::now().as_second() + 86_000);
    assert_eq!(world.post("/_local/clock", r#"{"advance_seconds":99999999999}"#).await.0, 400);
    assert_eq!(world.post("/_local/clock", "soon").await.0, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_and_what_it_takes() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    let (status, answer) = world.get("/_local/nothing").await;
    assert_eq!((status, &answer["status"], &answer["title"]), (404, &json!(404), &json!("Not Found")));
    let answer = world.http.put(world.url("/_local/outbox")).send().await.unwrap();
    assert_eq!(
        (answer.status().as_u16(), &answer.headers()["content-type"]),
        (405, &"application/problem+json".parse().unwrap())
    );
    assert!(answer.headers()["allow"].to_str().unwrap().contains("GET"));
    for wrong in ["{}", r#"{"service":"dynamodb","mode":"melt"}"#, r#"{"service":"dynamodb","mode":"error","rate":2}"#]
    {
        assert_eq!(world.post("/_local/faults", wrong).await.0, 400, "{wrong}");
    }
    assert_eq!(world.post("/_local/drain?seconds=soon", "").await.0, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drain_that_takes_too_long_says_what_is_left() {
    let data = tempfile::tempdir().unwrap();
    let world = start_with(data.path(), |_, event| match event["Records"].is_array() {
        true => Err("not now".to_owned()),
        false => Ok(Value::Null),
    })
    .await;
    world.queue("stuck").await;
    let (status, answer) = world.post("/_local/drain?seconds=0", "").await;
    assert_eq!(status, 504, "{answer}");
    assert_eq!(world.drain().await, json!({ "processed": 0, "dead_letters": 1 }));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_is_tried_three_times_then_kept_aside() {
    let data = tempfile::tempdir().unwrap();
    let world = start_with(data.path(), |function, event| match function {
        Function::InboundMail if event["Records"].is_array() => Err("no".to_owned()),
        _ => Ok(Value::Null),
    })
    .await;
    let (status, _) = world.post("/_local/mail?rcpt=a@in.tripdesk.example", "From: b@x.example\r\n\r\nhi").await;
    assert_eq!(status, 200);
    assert_eq!(world.drain().await, json!({ "processed": 0, "dead_letters": 1 }));
    assert_eq!(world.seen.unscheduled(Function::InboundMail).len(), 3);
    assert_eq!(std::fs::read_dir(data.path().join("events/failed")).unwrap().count(), 1);
}

#[test]
fn an_event_at_work_when_the_process_dies_comes_again() {
    let data = tempfile::tempdir().unwrap();
    let dying = tokio::runtime::Runtime::new().unwrap();
    dying.block_on(async {
        let prepared = prepare(Settings::new(data.path())).await.unwrap();
        let hanging: tripdesk::invoke::EventEntry = std::sync::Arc::new(|_, _| Box::pin(std::future::pending()));
        let world = start_prepared(prepared, Seen::default(), hanging).await;
        let (status, _) = world.post("/_local/mail?rcpt=a@in.tripdesk.example", "From: b@x.example\r\n\r\nhi").await;
        assert_eq!(status, 200);
        std::mem::forget(world.seen);
    });
    dying.shutdown_timeout(std::time::Duration::from_secs(5));
    let living = tokio::runtime::Runtime::new().unwrap();
    living.block_on(async {
        let prepared = prepare(Settings::new(data.path())).await.unwrap();
        let seen = Seen::default();
        let events = recording(&seen, |_, _| Ok(Value::Null));
        let world = start_prepared(prepared, seen, events).await;
        world.drain().await;
        assert_eq!(world.seen.unscheduled(Function::InboundMail).len(), 1);
    });
}
