//! The life of a quote: what the agency and the traveller do with it, and what time does (`product.md` section 6).

use serde_json::{Value, json};
use tripdesk_core::{
    store::{Changes, Commit},
    tenant::{Status, Tenant},
};

use crate::support::{World, enquiry};

const PHONE: &str =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Safari/604.1";

/// The quote of one enquiry, sent by itself.
async fn sent(world: &World, name: &str) -> Value {
    world.mail(&enquiry(name)).await;
    world.settle().await;
    let id = world.quotes().await[0]["id"].as_str().unwrap().to_owned();
    let quote = quote(world, &id).await;
    assert_eq!(quote["state"], "sent", "{quote}");
    quote
}

async fn quote(world: &World, id: &str) -> Value {
    world.get(&format!("/api/v1/quotes/{id}")).await
}

async fn act(world: &World, quote: &Value, what: &str) -> (u16, Value) {
    world.call("POST", &format!("/api/v1/quotes/{}/{what}", quote["id"].as_str().unwrap()), None).await
}

/// The traveller's own call, without a token.
async fn traveller(world: &World, quote: &Value, method: &str, what: &str, body: Option<Value>) -> (u16, Value) {
    let token = quote["links"]["public"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    let url = format!("{}/api/v1/public/quotes/{token}{what}", world.base);
    let mut call = world.http.request(method.parse().unwrap(), url).header("user-agent", PHONE);
    if let Some(body) = body {
        call = call.json(&body);
    }
    let answer = call.send().await.unwrap();
    let status = answer.status().as_u16();
    (status, serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap_or(Value::Null))
}

fn yes(option: u32) -> Option<Value> {
    Some(json!({"option": option, "name": "Anna Berg", "email": "anna@post.example"}))
}

async fn run(world: &World, task: &str) -> Value {
    let (status, answer) = world.call("POST", &format!("/_local/run/{task}"), None).await;
    assert_eq!(status, 200, "{answer}");
    world.settle().await;
    answer["functions"]["quote"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_traveller_opens_and_accepts_once() {
    let world = World::new().await;
    let before = sent(&world, "anna").await;
    assert!(world.outbox().await[0]["html"].as_str().unwrap().contains(before["links"]["public"].as_str().unwrap()));
    let (status, page) = traveller(&world, &before, "GET", "", None).await;
    assert_eq!((status, page["open"].as_bool(), page["options"].as_array().map(Vec::len)), (200, Some(true), Some(3)));
    for secret in ["net", "margin", "trace", "markup"] {
        assert!(!page.to_string().contains(secret), "{secret} is not the traveller's");
    }
    assert_eq!(traveller(&world, &before, "GET", "/pdf", None).await.0, 200);

    for bad in [
        json!({"option": 0, "name": "A", "email": "a@b.example"}),
        json!({"option": 4, "name": " ", "email": "nobody"}),
    ] {
        let (status, problem) = traveller(&world, &before, "POST", "/accept", Some(bad)).await;
        assert_eq!((status, problem["errors"][0]["field"].as_str()), (400, Some("option")), "{problem}");
    }
    let (status, accepted) = traveller(&world, &before, "POST", "/accept", yes(2)).await;
    assert_eq!(
        (status, accepted["state"].as_str(), accepted["accepted_option"].as_u64()),
        (200, Some("accepted"), Some(2))
    );
    assert_eq!(traveller(&world, &before, "POST", "/accept", yes(2)).await.0, 409);
    assert_eq!(traveller(&world, &before, "POST", "/decline", Some(json!({}))).await.0, 409);
    world.settle().await;

    let after = quote(&world, before["id"].as_str().unwrap()).await;
    assert_eq!(after["state"], "accepted");
    let answer = &after["revisions"][0]["answer"];
    assert_eq!(
        (answer["kind"].as_str(), answer["option"].as_u64(), answer["email"].as_str()),
        (Some("accepted"), Some(2), Some("anna@post.example"))
    );
    assert_eq!(answer["revision_hash"], before["revisions"][0]["hash"]);
    assert_eq!(world.outbox().await.len(), 2, "the quote and the thanks");
    assert_eq!(world.get("/api/v1/enquiries").await["items"][0]["state"], "won");
    for what in ["send", "withdraw", "revise", "ready", "resend"] {
        assert_eq!(act(&world, &after, what).await.0, 409, "{what}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_sixty_four_acceptances_at_once_one_counts() {
    let world = World::new().await;
    let before = sent(&world, "ben").await;
    let all = (0..64).map(|n| traveller(&world, &before, "POST", "/accept", yes(1 + n % 3)));
    let answers: Vec<u16> = futures_util::future::join_all(all).await.into_iter().map(|(status, _)| status).collect();
    assert_eq!(answers.iter().filter(|status| **status == 200).count(), 1, "{answers:?}");
    assert!(
        answers.iter().all(|status| [200, 409, 503].contains(status)),
        "503 is a machine out of breath: {answers:?}"
    );
    world.settle().await;
    assert_eq!(world.outbox().await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_persons_opening_is_a_view() {
    let world = World::new().await;
    let before = sent(&world, "cora").await;
    let url = format!(
        "{}/api/v1/public/quotes/{}",
        world.base,
        before["links"]["public"].as_str().unwrap().rsplit('/').next().unwrap()
    );
    let open = async |headers: &[(&str, &str)]| {
        let call = world.http.get(&url);
        headers
            .iter()
            .fold(call, |call, (name, value)| call.header(*name, *value))
            .send()
            .await
            .unwrap()
            .status()
            .as_u16()
    };
    let bearer = format!("Bearer {}", world.token);
    assert_eq!(open(&[("user-agent", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)")]).await, 200);
    assert_eq!(open(&[("user-agent", PHONE), ("sec-purpose", "prefetch;prerender")]).await, 200);
    assert_eq!(open(&[("user-agent", PHONE), ("purpose", "preview")]).await, 200);
    assert_eq!(open(&[("user-agent", PHONE), ("authorization", &bearer)]).await, 200);
    assert_eq!(world.http.head(&url).header("user-agent", PHONE).send().await.unwrap().status(), 200);
    let id = before["id"].as_str().unwrap();
    let unseen = quote(&world, id).await;
    assert_eq!((unseen["state"].as_str(), unseen["revisions"][0]["views"].as_u64()), (Some("sent"), Some(0)));
    for _ in 0..2 {
        assert_eq!(open(&[("user-agent", PHONE)]).await, 200);
    }
    let seen = quote(&world, id).await;
    assert_eq!((seen["state"].as_str(), seen["revisions"][0]["views"].as_u64()), (Some("viewed"), Some(2)));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_traveller_has_stands_until_the_next_one_is_out() {
    let world = World::new().await;
    let first = sent(&world, "dora").await;
    let (status, revised) = act(&world, &first, "revise").await;
    assert_eq!((status, revised["state"].as_str(), revised["revision"].as_u64()), (201, Some("draft"), Some(2)));
    assert_eq!(revised["offered"], 1);
    assert_eq!(act(&world, &first, "revise").await.0, 409, "a draft is changed as it is");
    assert_eq!(traveller(&world, &first, "GET", "", None).await.1["open"], true);
    assert_eq!(act(&world, &first, "ready").await.1["state"], "ready");
    assert_eq!(act(&world, &first, "send").await.0, 202);
    world.settle().await;
    let second = quote(&world, first["id"].as_str().unwrap()).await;
    let states: Vec<_> =
        second["revisions"].as_array().unwrap().iter().map(|one| one["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["superseded", "sent"]);
    assert_eq!(traveller(&world, &first, "GET", "", None).await.0, 410);
    assert_eq!(traveller(&world, &first, "POST", "/accept", yes(1)).await.0, 410);
    assert_eq!(act(&world, &second, "withdraw").await.1["state"], "withdrawn");
    assert_eq!(traveller(&world, &second, "GET", "", None).await.0, 410);
    assert_eq!(act(&world, &second, "withdraw").await.0, 409);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quote_ends_with_its_last_day_where_the_agency_is() {
    let mut world = World::new().await;
    let quoted = sent(&world, "emil").await;
    let (_, page) = traveller(&world, &quoted, "GET", "", None).await;
    let ends: jiff::Timestamp = page["expires_at"].as_str().unwrap().parse().unwrap();
    let now: jiff::Timestamp = world.get("/_local/clock").await["now"].as_str().unwrap().parse().unwrap();
    world.pass_seconds(ends.duration_since(now).as_secs() - 300).await;
    assert_eq!(run(&world, "expire").await["expired"], 0, "five minutes before the end");
    assert_eq!(traveller(&world, &quoted, "GET", "", None).await.1["open"], true);
    world.pass_seconds(600).await;
    let (status, page) = traveller(&world, &quoted, "GET", "", None).await;
    assert_eq!((status, page["state"].as_str(), page["open"].as_bool()), (200, Some("expired"), Some(false)));
    assert_eq!(traveller(&world, &quoted, "POST", "/accept", yes(1)).await.0, 409);
    assert_eq!(run(&world, "expire").await["expired"], 1);
    assert_eq!(run(&world, "expire").await["looked_at"], 0, "once");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_an_acceptance_and_the_end_of_time_one_counts() {
    let mut world = World::new().await;
    let quoted = sent(&world, "fred").await;
    world.pass_days(15).await;
    let accepted = (0..8).map(|_| traveller(&world, &quoted, "POST", "/accept", yes(1)));
    let (answers, expired) = tokio::join!(futures_util::future::join_all(accepted), run(&world, "expire"));
    assert!(answers.iter().all(|(status, _)| *status == 409));
    assert_eq!(expired["expired"], 1);
    assert_eq!(world.outbox().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_last_second_passes_a_quote_is_accepted_or_expired_and_never_both() {
    let mut world = World::new().await;
    let quoted = sent(&world, "fay").await;
    let (_, page) = traveller(&world, &quoted, "GET", "", None).await;
    let ends: jiff::Timestamp = page["expires_at"].as_str().unwrap().parse().unwrap();
    let now: jiff::Timestamp = world.get("/_local/clock").await["now"].as_str().unwrap().parse().unwrap();
    world.pass_seconds(ends.duration_since(now).as_secs() - 1).await;
    let late = async |n: u64| {
        tokio::time::sleep(std::time::Duration::from_millis(n * 100)).await;
        traveller(&world, &quoted, "POST", "/accept", yes(1)).await.0
    };
    let sweeps = async {
        for _ in 0..12 {
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
            assert_eq!(world.call("POST", "/_local/run/expire", None).await.0, 200);
        }
    };
    let (answers, ()) = tokio::join!(futures_util::future::join_all((0..24).map(late)), sweeps);
    world.settle().await;
    let taken = answers.iter().filter(|status| **status == 200).count();
    let after = quote(&world, quoted["id"].as_str().unwrap()).await;
    let state = after["state"].as_str().unwrap();
    assert!(matches!((taken, state), (1, "accepted") | (0, "expired")), "{taken} taken, {state}: {answers:?}");
    assert_eq!(world.get("/api/v1/bookings").await["items"].as_array().unwrap().len(), taken);
    assert_eq!(world.outbox().await.len(), 1 + taken);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quote_holds_to_the_end_of_its_day_wherever_the_agency_is() {
    let mut world = World::new().await;
    let quoted = sent(&world, "gwen").await;
    let until = quoted["valid_until"].as_str().unwrap().parse::<jiff::civil::Date>().unwrap();
    // East to west, so that the clock goes forward; the mark of the end was set for Johannesburg.
    for zone in ["Pacific/Kiritimati", "Asia/Kathmandu", "Africa/Johannesburg", "America/St_Johns", "Pacific/Pago_Pago"]
    {
        let agency = world.get("/api/v1/tenants/me").await;
        let change = json!({"version": agency["version"], "config": {"timezone": zone}});
        assert_eq!(world.call("PATCH", "/api/v1/tenants/me", Some(change)).await.0, 200);
        let ends = until.tomorrow().unwrap().in_tz(zone).unwrap().timestamp();
        let now: jiff::Timestamp = world.get("/_local/clock").await["now"].as_str().unwrap().parse().unwrap();
        world.pass_seconds(ends.duration_since(now).as_secs() - 300).await;
        assert_eq!(run(&world, "expire").await["expired"], 0, "five minutes early in {zone}");
        let (_, page) = traveller(&world, &quoted, "GET", "", None).await;
        assert_eq!((&page["open"], &page["expires_at"]), (&json!(true), &json!(ends.to_string())), "{zone}");
    }
    world.pass_seconds(600).await;
    assert_eq!(run(&world, "expire").await["expired"], 1, "the mark moved along");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_traveller_is_reminded_once_unless_they_answered() {
    let mut world = World::new().await;
    let silent = sent(&world, "gina").await;
    world.mail(&enquiry("hugo")).await;
    world.settle().await;
    let answered = world.quotes().await[0].clone();
    assert_eq!(traveller(&world, &answered, "POST", "/decline", Some(json!({"reason": "too hot"}))).await.0, 200);
    assert_eq!(run(&world, "follow-up").await["reminded"], 0, "not yet");
    world.pass_seconds(3 * 86_400 + 60).await;
    assert_eq!(run(&world, "follow-up").await["reminded"], 1);
    assert_eq!(run(&world, "follow-up").await["reminded"], 0);
    let outbox = world.outbox().await;
    assert_eq!(outbox.len(), 3);
    let headers = outbox[0]["headers"].to_string();
    assert_eq!(outbox[0]["to"], json!(["gina@post.example"]));
    assert!(headers.contains("auto-generated") && headers.contains("gina.1@post.example"), "{headers}");
    assert!(!quote(&world, silent["id"].as_str().unwrap()).await["revisions"][0]["reminded_at"].is_null());
    let declined = quote(&world, answered["id"].as_str().unwrap()).await;
    assert_eq!(
        (declined["state"].as_str(), declined["answer"]["reason"].as_str()),
        (Some("declined"), Some("too hot"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_unknown_is_said_and_a_person_settles_it() {
    let world = World::new().await;
    world.mail_with(&enquiry("ines"), &[("dmarc", "GRAY")]).await;
    world.settle().await;
    let draft = world.quotes().await[0].clone();
    // Not carried out, and no answer: SES itself will never tell.
    let fault = json!({"service": "ses", "operation": "*", "mode": "error", "rate": 1, "count": 1, "seed": 1});
    assert!(world.call("POST", "/_local/faults", Some(fault)).await.0 < 300);
    assert_eq!(act(&world, &draft, "settle").await.0, 415);
    assert_eq!(act(&world, &draft, "send").await.0, 202);
    world.settle().await;
    let unknown = quote(&world, draft["id"].as_str().unwrap()).await;
    assert_eq!((unknown["state"].as_str(), unknown["sending"]["state"].as_str()), (Some("ready"), Some("unknown")));
    assert!(world.get("/api/v1/notifications").await.to_string().contains("send_unknown"));
    assert_eq!(act(&world, &draft, "send").await.0, 409, "never by itself");
    let path = format!("/api/v1/quotes/{}/settle", draft["id"].as_str().unwrap());
    assert_eq!(world.call("POST", &path, Some(json!({"outcome": "perhaps"}))).await.0, 400);
    let (status, settled) = world.call("POST", &path, Some(json!({"outcome": "not_sent"}))).await;
    assert_eq!((status, settled["sending"]["state"].as_str()), (200, Some("failed")));
    assert_eq!(world.call("POST", &path, Some(json!({"outcome": "sent"}))).await.0, 409);
    assert_eq!(act(&world, &draft, "send").await.0, 202);
    world.settle().await;
    assert_eq!(quote(&world, draft["id"].as_str().unwrap()).await["state"], "sent");
    assert_eq!(world.outbox().await.len(), 1);
    assert_eq!(act(&world, &draft, "resend").await.0, 202);
    assert_eq!(act(&world, &draft, "resend").await.0, 409, "one at a time");
    world.settle().await;
    assert_eq!(world.outbox().await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_mail_failed_and_an_address_that_bounced_is_written_to_no_more() {
    let world = World::new().await;
    let mail = enquiry("jane").replace("jane@post.example", "bounce@simulator.amazonses.com");
    world.mail(&mail).await;
    world.settle().await;
    // An address called "bounce" is answered by nobody of itself.
    let bounced = world.quotes().await[0].clone();
    assert_eq!(act(&world, &bounced, "send").await.0, 202);
    world.settle().await;
    assert_eq!(quote(&world, bounced["id"].as_str().unwrap()).await["state"], "sent");
    let news = world.get("/api/v1/notifications").await;
    assert_eq!(news["items"].as_array().unwrap().iter().filter(|one| one["kind"] == "mail_returned").count(), 1);
    assert_eq!(act(&world, &bounced, "resend").await.0, 202);
    world.settle().await;
    assert_eq!(world.outbox().await.len(), 1, "nothing goes there again");
    let held = quote(&world, bounced["id"].as_str().unwrap()).await;
    assert_eq!(held["sending"]["reason"], "the address bounced");

    let client = world.get("/api/v1/clients").await["items"][0]["id"].as_str().unwrap().to_owned();
    let client = format!("/api/v1/clients/{client}");
    assert_eq!(world.get(&client).await["suppressed"]["reason"], "bounced");
    let lift =
        async |email: &str| world.call("POST", "/api/v1/clients/unsuppress", Some(json!({"email": email}))).await.0;
    assert_eq!((lift("nobody").await, lift("nobody@post.example").await), (400, 404));
    assert_eq!(lift("Bounce@simulator.amazonses.com").await, 204, "a person knows better");
    assert_eq!(lift("bounce@simulator.amazonses.com").await, 404, "once");
    assert!(world.get(&client).await.get("suppressed").is_none());
    assert_eq!(act(&world, &bounced, "resend").await.0, 202);
    world.settle().await;
    assert_eq!(world.outbox().await.len(), 2, "written to again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_is_not_ours_opens_nothing() {
    let world = World::new().await;
    let quoted = sent(&world, "karl").await;
    let url = |token: &str| format!("{}/api/v1/public/quotes/{token}", world.base);
    let token = quoted["links"]["public"].as_str().unwrap().rsplit('/').next().unwrap();
    let (payload, seal) = token.split_once('.').unwrap();
    let flipped: String = payload.chars().rev().collect();
    for forged in ["x", &format!("{flipped}.{seal}"), &format!("{payload}."), payload, &format!("{token}x")] {
        assert_eq!(world.http.get(url(forged)).send().await.unwrap().status(), 404, "{forged}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_suspended_agencys_links_are_shut_and_its_mails_stay() {
    let world = World::new().await;
    let quoted = sent(&world, "lena").await;
    world.mail_with(&enquiry("mia"), &[("dmarc", "GRAY")]).await;
    world.settle().await;
    let draft = world.quotes().await[0].clone();
    let throttled = json!({"service": "sqs", "operation": "SendMessage", "mode": "error", "rate": 1});
    assert!(world.call("POST", "/_local/faults", Some(throttled)).await.0 < 300);
    assert_eq!(act(&world, &draft, "send").await.0, 202, "what is promised stands in the table");
    assert_eq!(world.call("DELETE", "/_local/faults", None).await.0, 204);

    let store = &world.started.app.store;
    let (agency, _) = store.user_of_login(&world.started.demo.clone().unwrap().email).await.unwrap().unwrap();
    let (tenant, version) = (agency.operated(), agency.version);
    let suspended = Tenant { status: Status::Suspended, version: version + 1, ..agency };
    let changes = Changes::new().replace_tenant(&tenant, &suspended, version).unwrap();
    assert_eq!(changes.commit(store).await.unwrap(), Commit::Done);
    for (method, what, body) in [("GET", "", None), ("GET", "/pdf", None), ("POST", "/accept", yes(1))] {
        assert_eq!(traveller(&world, &quoted, method, what, body).await.0, 403, "{method} {what}");
    }
    run(&world, "sweep").await;
    assert_eq!(world.outbox().await.len(), 1, "the promised mail does not leave");

    let active = Tenant { status: Status::Active, version: version + 2, ..suspended };
    let changes = Changes::new().replace_tenant(&tenant, &active, version + 1).unwrap();
    assert_eq!(changes.commit(store).await.unwrap(), Commit::Done);
    let held = quote(&world, draft["id"].as_str().unwrap()).await;
    assert_eq!(held["sending"]["reason"], "the agency was suspended");
    assert_eq!(act(&world, &held, "send").await.0, 202);
    world.settle().await;
    assert_eq!(world.outbox().await.len(), 2);
}
