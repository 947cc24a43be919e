//! Mails come in while every service fails now and then: no quote is lost, no mail goes out twice, nothing is stuck, and what
//! nobody can know is said. `TRIPDESK_FAULT_RUNS` says how many mails, `TRIPDESK_FAULT_SEED` where the faults begin, `TRIPDESK_FAULT_MINUTES` when
//! it is enough even if they are fewer.

use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::support::{Random, World, enquiry};

/// Mails of one test run, unless the environment says otherwise.
const RUNS: u64 = 48;
/// Mails that meet the same faults side by side.
const AT_ONCE: u64 = 12;
/// Rounds that share one platform: its outbox grows, and every list with it.
const ROUNDS_OF_A_WORLD: u64 = 16;

/// One fault for each of the services, at a rate that leaves some calls alone.
async fn order(world: &World, random: &mut Random) {
    for service in ["dynamodb", "s3", "sqs", "ses"] {
        let mode = ["throttle", "error", "drop_response"][random.place(3)];
        let rate = ["0.05", "0.15", "0.4"][random.place(3)].parse::<f64>().unwrap();
        let rule = json!({"service": service, "operation": "*", "mode": mode, "rate": rate, "count": 40, "seed": random.below(1 << 40)});
        let (status, answer) = world.call("POST", "/_local/faults", Some(rule)).await;
        assert!(status < 300, "{answer}");
    }
}

/// Hands a mail over as a mail server does: again until it is taken.
async fn deliver(world: &World, raw: &str) {
    let mut query = vec![("rcpt", world.mailbox.as_str()), ("from", "anna@post.example")];
    query.push(("dmarc", "PASS"));
    for _ in 0..60 {
        let call = world.http.post(format!("{}/_local/mail", world.base)).query(&query).body(raw.replace('\n', "\r\n"));
        if call.send().await.unwrap().status().is_success() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("a mail was never taken");
}

/// Lets the sweep find whatever was lost on the way, as the hourly schedule would.
async fn sweep(world: &mut World) {
    world.settle().await;
    for _ in 0..3 {
        world.pass_seconds(3_600).await;
        let (status, answer) = world.call("POST", "/_local/run/sweep", None).await;
        assert_eq!(status, 200, "{answer}");
        world.settle().await;
    }
}

/// Exactly one quote and at most one mail for each; a mail that is not out is known to be unknown or failed, and said.
async fn check(world: &World, names: &[String], log: &str) {
    let (quotes, outbox) = (all(world, "/api/v1/quotes").await, world.outbox().await);
    let news = all(world, "/api/v1/notifications").await;
    for name in names {
        let address = format!("{name}@post.example");
        let mine: Vec<&Value> = quotes.iter().filter(|quote| quote["traveller"]["email"] == address.as_str()).collect();
        assert_eq!(mine.len(), 1, "{name} has {} quotes; {log}", mine.len());
        let mails = outbox.iter().filter(|mail| mail["to"] == json!([address])).count();
        let (state, sending) =
            (mine[0]["state"].as_str().unwrap(), mine[0]["sending"]["state"].as_str().unwrap_or("none"));
        let told = |kind: &str| news.iter().any(|one| one["kind"] == kind && one["subject_id"] == mine[0]["id"]);
        match (mails, state, sending) {
            (1, "sent", "sent") => {}
            // Found by the sweep after its event was lost: nobody vouches for the sender, so a person decides.
            (0, "draft", "none") => {}
            (0 | 1, "ready", "unknown") => {
                assert!(told("send_unknown"), "{name} is unknown and nobody was told; {log}")
            }
            (0, "ready", "failed") => assert!(told("send_failed"), "{name} failed and nobody was told; {log}"),
            other => panic!("{name} ended as {other:?}; {log}"),
        }
    }
}

async fn all(world: &World, path: &str) -> Vec<Value> {
    let (mut items, mut cursor) = (Vec::new(), None::<String>);
    loop {
        let after = cursor.map(|cursor| format!("&cursor={cursor}")).unwrap_or_default();
        let page = world.get(&format!("{path}?limit=100{after}")).await;
        items.extend(page["items"].as_array().unwrap().clone());
        cursor = page["next_cursor"].as_str().map(str::to_owned);
        if cursor.is_none() {
            return items;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_doubled_or_stuck() {
    let number = |name: &str, or: u64| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(or);
    let (runs, first) = (number("TRIPDESK_FAULT_RUNS", RUNS), number("TRIPDESK_FAULT_SEED", 1));
    let (begun, minutes) = (std::time::Instant::now(), number("TRIPDESK_FAULT_MINUTES", u64::MAX / 60));
    let mut world = World::new().await;
    for seed in first..first + runs.div_ceil(AT_ONCE) {
        if begun.elapsed().as_secs() > minutes * 60 {
            eprintln!("{} of {runs} mails, then the time was up", (seed - first) * AT_ONCE);
            break;
        }
        if seed > first && (seed - first).is_multiple_of(ROUNDS_OF_A_WORLD) {
            eprintln!("{} of {runs} mails", (seed - first) * AT_ONCE);
            world = World::new().await;
        }
        let names: Vec<String> = (0..AT_ONCE).map(|n| format!("fault{seed}n{n}")).collect();
        order(&world, &mut Random(seed)).await;
        let mails: Vec<String> = names.iter().map(|name| enquiry(name)).collect();
        join_all(mails.iter().map(|mail| deliver(&world, mail))).await;
        // The faults last as long as there is work, or until they are spent.
        let _ = world.started.platform.drain(std::time::Duration::from_secs(60)).await;
        assert_eq!(world.call("DELETE", "/_local/faults", None).await.0, 204);
        sweep(&mut world).await;
        check(&world, &names, &format!("seed {seed}")).await;
    }
}
