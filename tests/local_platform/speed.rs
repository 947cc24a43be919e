//! What the platform's own part costs. Run by hand: `cargo nextest run -p tripdesk --run-ignored only --no-capture speed`.

use std::time::{Duration, Instant};

use aws_sdk_dynamodb::types::AttributeValue;
use tripdesk::platform::{Settings, prepare};

use crate::support::start;

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

async fn measure(what: &str, mut work: impl AsyncFnMut(usize)) {
    let mut times = Vec::new();
    for n in 0..200 {
        let began = Instant::now();
        work(n).await;
        times.push(began.elapsed());
    }
    eprintln!("{what}: median {:?}", median(times));
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a measurement, not a check"]
async fn medians() {
    let data = tempfile::tempdir().unwrap();
    let began = Instant::now();
    let world = start(data.path()).await;
    eprintln!("first start: {:?}", began.elapsed());
    let (dynamodb, s3) = (world.dynamodb(), world.s3());
    let text = |value: String| AttributeValue::S(value);
    measure("PutItem", async |n| {
        let put =
            dynamodb.put_item().table_name("tripdesk").item("pk", text("T#a".into())).item("sk", text(n.to_string()));
        put.send().await.unwrap();
    })
    .await;
    measure("GetItem", async |n| {
        let get =
            dynamodb.get_item().table_name("tripdesk").key("pk", text("T#a".into())).key("sk", text(n.to_string()));
        get.send().await.unwrap();
    })
    .await;
    measure("PutObject 10 kB", async |n| {
        let put = s3.put_object().bucket("tripdesk-files").key(format!("k{n}")).body(vec![0; 10_000].into());
        put.send().await.unwrap();
    })
    .await;
    measure("GetObject 10 kB", async |n| {
        s3.get_object()
            .bucket("tripdesk-files")
            .key(format!("k{n}"))
            .send()
            .await
            .unwrap()
            .body
            .collect()
            .await
            .unwrap();
    })
    .await;
    measure("SendRawEmail", async |_| {
        world.send("From: a@x.example\r\n\r\nhi", &["b@x.example"]).await.unwrap();
    })
    .await;
    measure("mail in", async |_| {
        world.post("/_local/mail?rcpt=a@in.tripdesk.example", "From: a@x.example\r\n\r\nhi").await;
    })
    .await;
    let large = vec![b'x'; 41_000_000];
    let began = Instant::now();
    world.post("/_local/mail?rcpt=a@in.tripdesk.example&from=", large).await;
    eprintln!("a mail of 41 MB: {:?}", began.elapsed());
    world.drain().await;
    let began = Instant::now();
    world.platform.shutdown().await;
    eprintln!("stop: {:?}", began.elapsed());
    let began = Instant::now();
    drop(prepare(Settings::new(data.path())).await.unwrap());
    eprintln!("second start, with all of that: {:?}", began.elapsed());
}
