//! The endpoint, through the AWS SDK.

use std::time::{Duration, Instant};

use aws_sdk_dynamodb::error::ProvideErrorMetadata as _;
use aws_sdk_dynamodb::types::{AttributeValue, Put, TransactWriteItem};
use aws_sdk_s3::presigning::PresigningConfig;
use serde_json::json;
use tripdesk::platform::{Settings, prepare};

use crate::support::{World, eventually, start};

fn text(value: &str) -> AttributeValue {
    AttributeValue::S(value.to_owned())
}

async fn put(world: &World, sk: &str) -> Result<(), String> {
    let call = world.dynamodb().put_item().table_name("tripdesk").item("pk", text("T#a")).item("sk", text(sk));
    call.send().await.map(drop).map_err(|e| e.code().unwrap_or("no answer").to_owned())
}

async fn has(world: &World, sk: &str) -> bool {
    let call = world.dynamodb().get_item().table_name("tripdesk").key("pk", text("T#a")).key("sk", text(sk));
    call.send().await.unwrap().item().is_some()
}

#[tokio::test(flavor = "multi_thread")]
async fn items_and_objects_outlive_the_process() {
    let data = tempfile::tempdir().unwrap();
    let long_key = format!("files/{}/x", "k".repeat(700));
    let world = start(data.path()).await;
    put(&world, "kept").await.unwrap();
    for key in [long_key.as_str(), "a", "a/b", "odd key+%2F&=~.txt"] {
        let call = world.s3().put_object().bucket("tripdesk-files").key(key).content_type("text/plain");
        call.metadata("owner", "a").body(key.as_bytes().to_vec().into()).send().await.unwrap();
    }
    let beyond = world.s3().put_object().bucket("tripdesk-files").key("ü").body(vec![].into()).send().await;
    assert_eq!(beyond.unwrap_err().code(), Some("InvalidURI"), "said, not garbled");
    world.s3().delete_object().bucket("tripdesk-files").key("a").send().await.unwrap();
    world.platform.shutdown().await;

    let world = start(data.path()).await;
    assert!(has(&world, "kept").await);
    let listed = world.s3().list_objects_v2().bucket("tripdesk-files").send().await.unwrap();
    let mut keys: Vec<&str> = listed.contents().iter().filter_map(|o| o.key()).collect();
    keys.sort_unstable();
    let mut expected = [long_key.as_str(), "a/b", "odd key+%2F&=~.txt"];
    expected.sort_unstable();
    assert_eq!(keys, expected);
    let got = world.s3().get_object().bucket("tripdesk-files").key("odd key+%2F&=~.txt").send().await.unwrap();
    assert_eq!(got.content_type(), Some("text/plain"));
    assert_eq!(got.metadata().and_then(|m| m.get("owner")).map(String::as_str), Some("a"));
    assert_eq!(got.body.collect().await.unwrap().to_vec(), "odd key+%2F&=~.txt".as_bytes());
    let gone = world.s3().get_object().bucket("tripdesk-files").key("a").send().await.unwrap_err();
    assert_eq!(gone.code(), Some("NoSuchKey"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_condition_has_one_winner() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    let create = |n: usize| {
        let (dynamodb, s3) = (world.dynamodb(), world.s3());
        async move {
            let put = Put::builder().table_name("tripdesk").item("pk", text("T#x")).item("sk", text("one"));
            let put = put.condition_expression("attribute_not_exists(pk)").build().unwrap();
            let item = TransactWriteItem::builder().put(put).build();
            let written = dynamodb.transact_write_items().transact_items(item).send().await.is_ok();
            let object = s3.put_object().bucket("tripdesk-files").key("one").if_none_match("*");
            (written, object.body(vec![u8::try_from(n).unwrap()].into()).send().await.is_ok())
        }
    };
    let all = tokio::task::JoinSet::from_iter((0..16).map(create)).join_all().await;
    assert_eq!(all.iter().filter(|(item, _)| *item).count(), 1);
    assert_eq!(all.iter().filter(|(_, object)| *object).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn uploads_streamed_ranged_and_presigned() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    let s3 = world.s3();
    let file = data.path().join("big");
    let bytes: Vec<u8> = (0..3_000_000_u32).flat_map(u32::to_le_bytes).collect();
    std::fs::write(&file, &bytes).unwrap();
    let body = aws_sdk_s3::primitives::ByteStream::from_path(&file).await.unwrap();
    s3.put_object().bucket("tripdesk-files").key("big").body(body).send().await.unwrap();
    let got = s3.get_object().bucket("tripdesk-files").key("big").send().await.unwrap();
    assert!(got.body.collect().await.unwrap().to_vec() == bytes, "12 MB come back as they were");
    let part = s3.get_object().bucket("tripdesk-files").key("big").range("bytes=4-7").send().await.unwrap();
    assert_eq!(part.body.collect().await.unwrap().to_vec(), 1_u32.to_le_bytes());

    let hour = PresigningConfig::expires_in(Duration::from_secs(3600)).unwrap();
    let address = s3.put_object().bucket("tripdesk-files").key("up").presigned(hour).await.unwrap();
    let ask = world.http.request(reqwest::Method::OPTIONS, address.uri());
    let ask = ask.header("origin", "http://console.example").header("access-control-request-method", "PUT");
    let allowed = ask.send().await.unwrap();
    assert_eq!(allowed.headers()["access-control-allow-origin"], "*");
    let sent =
        world.http.put(address.uri()).header("origin", "http://console.example").body("hello").send().await.unwrap();
    assert!(sent.status().is_success(), "{}", sent.status());
    let got = s3.get_object().bucket("tripdesk-files").key("up").send().await.unwrap();
    assert_eq!(got.body.collect().await.unwrap().to_vec(), b"hello");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_throttled_operation_is_retried_by_the_sdk_and_then_told() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    world.fault(json!({ "service": "dynamodb", "operation": "PutItem", "mode": "throttle", "count": 1 })).await;
    put(&world, "after one").await.unwrap();
    world.fault(json!({ "service": "dynamodb", "operation": "PutItem", "mode": "throttle" })).await;
    assert_eq!(put(&world, "never").await.unwrap_err(), "ProvisionedThroughputExceededException");
    assert!(!has(&world, "never").await);

    world.fault(json!({ "service": "s3", "mode": "throttle" })).await;
    let s3 = world.s3().head_bucket().bucket("tripdesk-mail").send().await;
    assert_eq!(s3.unwrap_err().raw_response().unwrap().status().as_u16(), 503);
    world.fault(json!({ "service": "sqs", "mode": "throttle" })).await;
    let sqs = world.sqs().send_message().queue_url(&world.resources.quote_queue_url).message_body("x").send().await;
    assert_eq!(sqs.unwrap_err().code(), Some("RequestThrottled"));
    world.fault(json!({ "service": "ses", "mode": "throttle" })).await;
    assert_eq!(world.send("From: a@x.example\r\n\r\nhi", &["b@x.example"]).await.unwrap_err(), "Throttling");

    assert_eq!(world.http.delete(world.url("/_local/faults")).send().await.unwrap().status(), 204);
    put(&world, "after the storm").await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_is_the_services_own() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    world.fault(json!({ "service": "dynamodb", "mode": "error" })).await;
    assert_eq!(put(&world, "x").await.unwrap_err(), "InternalServerError");
    world.fault(json!({ "service": "ses", "mode": "error" })).await;
    assert_eq!(world.send("From: a@x.example\r\n\r\nhi", &["b@x.example"]).await.unwrap_err(), "InternalFailure");
    world.fault(json!({ "service": "s3", "mode": "error" })).await;
    let s3 = world.s3().get_object().bucket("tripdesk-mail").key("x").send().await;
    assert_eq!(s3.unwrap_err().code(), Some("InternalError"));
}

/// A client that asks once, so that an operation and its effect can be counted.
fn once(sdk: &aws_config::SdkConfig) -> aws_config::SdkConfig {
    sdk.to_builder().retry_config(aws_config::retry::RetryConfig::disabled()).build()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_answer_leaves_the_effect() {
    let data = tempfile::tempdir().unwrap();
    let mut world = start(data.path()).await;
    world.sdk = once(&world.sdk);
    world.fault(json!({ "service": "dynamodb", "operation": "PutItem", "mode": "drop_response", "count": 1 })).await;
    assert_eq!(put(&world, "done").await.unwrap_err(), "no answer");
    assert!(has(&world, "done").await);
    world.fault(json!({ "service": "ses", "mode": "drop_response", "count": 1 })).await;
    assert_eq!(world.send("From: a@x.example\r\n\r\nhi", &["b@x.example"]).await.unwrap_err(), "no answer");
    assert_eq!(world.platform.outbox().list().len(), 1, "the mail is out, and the sender does not know");
    eventually("the event tells", async || !world.seen.unscheduled(tripdesk::invoke::Function::Quote).is_empty()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_silent_service_does_nothing_and_stops_with_the_platform() {
    let data = tempfile::tempdir().unwrap();
    let mut world = start(data.path()).await;
    let limit = aws_config::timeout::TimeoutConfig::builder().operation_timeout(Duration::from_millis(300)).build();
    world.sdk = once(&world.sdk).to_builder().timeout_config(limit).build();
    world.fault(json!({ "service": "dynamodb", "operation": "PutItem", "mode": "timeout" })).await;
    let began = Instant::now();
    assert_eq!(put(&world, "x").await.unwrap_err(), "no answer");
    assert!(began.elapsed() < Duration::from_secs(2));
    assert!(!has(&world, "x").await);
    let began = Instant::now();
    world.platform.shutdown().await;
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_counts_although_its_sender_has_gone() {
    let data = tempfile::tempdir().unwrap();
    let mut world = start(data.path()).await;
    let limit = aws_config::timeout::TimeoutConfig::builder().operation_timeout(Duration::from_millis(2)).build();
    world.sdk = once(&world.sdk).to_builder().timeout_config(limit).build();
    let mut unknown = 0;
    for _ in 0..20 {
        unknown += usize::from(world.send("From: a@x.example\r\n\r\nhi", &["b@x.example"]).await.is_err());
    }
    assert!(unknown > 0, "2 ms are not enough for every one of 20");
    tokio::time::sleep(Duration::from_millis(500)).await;
    let sent = world.platform.outbox().list().len();
    let notices = || world.seen.unscheduled(tripdesk::invoke::Function::Quote).len();
    eventually("each mail has its two events", async || notices() == 2 * sent).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_process_per_folder() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    let second = prepare(Settings::new(data.path())).await.unwrap_err();
    assert!(second.to_string().contains("another process"), "{second}");
    drop(world);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unsigned_request_is_refused() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    let answer = world.http.get(format!("{}/tripdesk-mail/x", world.platform.endpoint_url())).send().await.unwrap();
    assert_eq!(answer.status(), 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_copies_and_deletions() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    let s3 = world.s3();
    for n in 0..25 {
        let key = format!("t/{}/{n:02}", ["a", "b"][n % 2]);
        s3.put_object().bucket("tripdesk-files").key(key).body(vec![b'x'; n].into()).send().await.unwrap();
    }
    let mut keys = Vec::new();
    let mut pages = s3.list_objects_v2().bucket("tripdesk-files").prefix("t/a/").max_keys(5).into_paginator().send();
    while let Some(page) = pages.next().await {
        keys.extend(page.unwrap().contents().iter().map(|o| (o.key().unwrap().to_owned(), o.size().unwrap())));
    }
    let expected: Vec<(String, i64)> = (0..25).step_by(2).map(|n| (format!("t/a/{n:02}"), n)).collect();
    assert_eq!(keys, expected);
    let after =
        s3.list_objects_v2().bucket("tripdesk-files").prefix("t/a/").start_after("t/a/20").send().await.unwrap();
    assert_eq!(after.contents().iter().filter_map(|o| o.key()).collect::<Vec<_>>(), ["t/a/22", "t/a/24"]);
    let folders = s3.list_objects_v2().bucket("tripdesk-files").prefix("t/").delimiter("/").send().await.unwrap();
    assert_eq!(folders.common_prefixes().iter().filter_map(|p| p.prefix()).collect::<Vec<_>>(), ["t/a/", "t/b/"]);

    s3.copy_object().bucket("tripdesk-files").key("copy").copy_source("tripdesk-files/t/a/24").send().await.unwrap();
    assert_eq!(s3.head_object().bucket("tripdesk-files").key("copy").send().await.unwrap().content_length(), Some(24));
    let one = |key: &String| aws_sdk_s3::types::ObjectIdentifier::builder().key(key).build().unwrap();
    let all = keys.iter().map(|(key, _)| one(key)).collect();
    let all = aws_sdk_s3::types::Delete::builder().set_objects(Some(all)).build().unwrap();
    s3.delete_objects().bucket("tripdesk-files").delete(all).send().await.unwrap();
    let left = s3.list_objects_v2().bucket("tripdesk-files").send().await.unwrap();
    assert_eq!(left.key_count(), Some(13), "copy and the twelve of b");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_overwrite_cut_short_leaves_one_version() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    let put = async |world: &World, body: &'static str| {
        let put = world.s3().put_object().bucket("tripdesk-files").key("k").body(body.as_bytes().to_vec().into());
        put.send().await.unwrap();
    };
    put(&world, "old").await;
    let saved = tempfile::tempdir().unwrap();
    let copy = |from: &std::path::Path, to: &std::path::Path| {
        let copied = std::process::Command::new("cp").arg("-rn").arg(from.join("s3")).arg(to).status().unwrap();
        assert!(copied.success());
    };
    copy(data.path(), saved.path());
    put(&world, "new").await;
    world.platform.shutdown().await;
    // The files of before, those of the old version too: as if the process had died before it took them away.
    copy(saved.path(), data.path());

    let world = start(data.path()).await;
    let got = world.s3().get_object().bucket("tripdesk-files").key("k").send().await.unwrap();
    assert_eq!(got.body.collect().await.unwrap().to_vec(), b"new");
    world.s3().delete_object().bucket("tripdesk-files").key("k").send().await.unwrap();
    world.platform.shutdown().await;
    let world = start(data.path()).await;
    let gone = world.s3().get_object().bucket("tripdesk-files").key("k").send().await.unwrap_err();
    assert_eq!(gone.code(), Some("NoSuchKey"), "the old version does not come back");
}
