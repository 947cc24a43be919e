//! A consultant at the desk: a draft changed and explained, a quote made by hand, an answer written, rates that moved.

use futures_util::future::join_all;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::{
    account_links,
    accounts::call_as,
    support::{World, enquiry},
};

fn amount(money: &Value) -> Decimal {
    money["amount"].as_str().unwrap().parse().unwrap()
}

fn path(quote: &Value, rest: &str) -> String {
    format!("/api/v1/quotes/{}{rest}", quote["id"].as_str().unwrap())
}

async fn by_hand(world: &World) -> Value {
    let new = json!({"traveller": {"name": "Zoë Berg", "email": "zoe@post.example"}, "destination": "Zanzibar",
        "party": {"rooms": [{"adults": 2}]}, "dates": {"check_in": "2027-07-03", "check_out": "2027-07-10"}});
    let (status, quote) = world.call("POST", "/api/v1/quotes", Some(new)).await;
    assert_eq!((status, quote["state"].as_str()), (201, Some("draft")), "{quote}");
    quote
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_changed_line_by_line_and_every_number_stays_explained() {
    let world = World::new().await;
    let quote = by_hand(&world).await;
    assert_eq!(quote["options"].as_array().unwrap().len(), 3);
    let main = &quote["options"][1];
    let edit = json!({"version": quote["version"], "rooms": [{"adults": 2, "child_ages": [9]}], "options": [
        {"hotel": main["hotel"], "room_type": main["room_type"], "board": main["board"],
         "prices": [{"room": 1, "amount": "50000.00", "reason": "agreed with the hotel"}],
         "lines": [{"description": "=Guide <b>Ali</b>", "amount": "1250.00", "net": {"amount": "1000.00", "currency": "ZAR"}},
            {"description": "Flights", "arranged_by": "traveller"}]}]});
    let (status, edited) = world.call("PATCH", &path(&quote, ""), Some(edit.clone())).await;
    assert_eq!(status, 200, "{edited}");
    let options = edited["options"].as_array().unwrap();
    assert_eq!((options.len(), &options[0]["hotel"]), (1, &main["hotel"]));
    let lines = options[0]["lines"].as_array().unwrap();
    let sum: Decimal = lines.iter().map(|line| amount(&line["amount"])).sum();
    assert_eq!(sum, amount(&options[0]["total"]));
    assert_eq!(lines[0]["trace"]["kind"], "manual");
    assert!(lines.iter().any(|line| line["kind"] == "own_arrangement"));
    assert_eq!(world.get(&path(&quote, "/trace")).await["reproduced"], true);
    assert_eq!(world.call("PATCH", &path(&quote, ""), Some(edit)).await.0, 409, "the version is stale");

    let pdf = world.bytes(&path(&quote, "/pdf")).await;
    assert!(pdf.starts_with(b"%PDF-"));
    assert_eq!(world.call("POST", &path(&quote, "/send"), None).await.0, 202);
    world.settle().await;
    let mail = &world.outbox().await[0];
    let html = mail["html"].as_str().unwrap();
    assert!(!html.contains("<b>Ali</b>") && mail["text"].as_str().unwrap().contains("Guide"));
    let late = json!({"version": world.get(&path(&quote, "")).await["version"], "valid_until": "2026-12-24"});
    assert_eq!(world.call("PATCH", &path(&quote, ""), Some(late)).await.0, 409, "what was sent is frozen");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revision_tells_what_it_changes() {
    let world = World::new().await;
    let quote = by_hand(&world).await;
    assert_eq!(world.call("POST", &path(&quote, "/send"), None).await.0, 202);
    world.settle().await;
    assert_eq!(world.call("POST", &path(&quote, "/revise"), None).await.0, 201);
    let draft = world.get(&path(&quote, "")).await;
    let edit = json!({"version": draft["version"], "dates": {"check_in": "2027-07-03", "check_out": "2027-07-12"}});
    assert_eq!(world.call("PATCH", &path(&quote, ""), Some(edit)).await.0, 200);
    let diff = world.get(&path(&quote, "/diff")).await;
    assert_eq!((diff["from"].as_u64(), diff["to"].as_u64()), (Some(1), Some(2)));
    assert_eq!(diff["request"], json!([{"field": "check_out", "before": "2027-07-10", "after": "2027-07-12"}]));
    let option = diff["options"].as_array().unwrap().iter().find(|one| one["change"] == "changed").unwrap();
    assert_eq!(amount(&option["difference"]), amount(&option["after"]) - amount(&option["before"]));
    assert_eq!(world.call("GET", &path(&quote, "/diff?from=7"), None).await.0, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_edit_is_named_and_changes_nothing() {
    let world = World::new().await;
    let quote = by_hand(&world).await;
    let main = &quote["options"][0];
    let plan = json!({"hotel": main["hotel"], "room_type": main["room_type"], "board": main["board"]});
    let cases = [
        (json!({"options": [{"hotel": "Nowhere", "room_type": "x", "board": "HB"}]}), "options[0]"),
        (json!({"rooms": [{"adults": 19}], "options": [plan]}), "options[0]"),
        (json!({"dates": {"check_in": "2027-07-10", "check_out": "2027-07-03"}}), "dates.check_out"),
        (json!({"extras": [{"code": "none", "choice": "included"}]}), "extras[0].code"),
        (json!({"valid_until": "2020-01-01"}), "valid_until"),
        (json!({"traveller": {"name": "x", "email": "nobody"}}), "traveller.email"),
        (json!({"total": "1"}), "total"),
    ];
    for (mut edit, field) in cases {
        edit["version"] = quote["version"].clone();
        let (status, problem) = world.call("PATCH", &path(&quote, ""), Some(edit)).await;
        assert_eq!((status, problem["errors"][0]["field"].as_str()), (400, Some(field)), "{problem}");
    }
    assert_eq!(world.get(&path(&quote, "")).await["options"], quote["options"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_estimate_is_a_choice_and_says_so() {
    let world = World::new().await;
    let dates = json!({"check_in": "2031-07-03", "check_out": "2031-07-10"});
    let new = json!({"destination": "Zanzibar", "party": {"rooms": [{"adults": 2}]}, "dates": dates});
    let (status, quote) = world.call("POST", "/api/v1/quotes", Some(new)).await;
    assert_eq!((status, quote["options"].as_array().unwrap().len()), (201, 0), "{quote}");
    let edit = json!({"version": quote["version"], "estimate": "last_season"});
    let (_, edited) = world.call("PATCH", &path(&quote, ""), Some(edit)).await;
    assert!(edited["options"].as_array().unwrap().iter().all(|option| option["estimate"] == true));
    assert!(!edited["options"].as_array().unwrap().is_empty());
    assert!(edited["reasons"].to_string().contains("estimate"), "{}", edited["reasons"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_goes_out_in_the_thread_and_asks_once() {
    let world = World::new().await;
    world.mail(&enquiry("anna").replace(" from 3 July 2027 to 10 July 2027", "")).await;
    world.settle().await;
    let enquiry = world.get("/api/v1/enquiries").await["items"][0].clone();
    assert_eq!(enquiry["state"], "needs_info", "{enquiry}");
    let at = |rest: &str| format!("/api/v1/enquiries/{}{rest}", enquiry["id"].as_str().unwrap());
    let (status, answer) = world.call("POST", &at("/reply"), Some(json!({}))).await;
    assert_eq!(status, 202, "{answer}");
    world.settle().await;
    let mail = world.outbox().await[0].clone();
    assert_eq!(
        (mail["to"].clone(), mail["subject"].as_str()),
        (json!(["anna@post.example"]), Some("Re: Zanzibar for two"))
    );
    assert_eq!(
        mail["text"].as_str().unwrap().replace("\r\n", "\n").trim(),
        enquiry["draft_reply"].as_str().unwrap().trim()
    );
    let headers = mail["headers"].to_string();
    assert!(headers.contains("anna.1@post.example") && headers.contains("sunbird-travel+"), "{headers}");
    let after = world.get(&at("")).await;
    assert!(after["draft_reply"].is_null());
    assert_eq!(after["replies"][0]["send_id"], answer["send_id"]);
    assert_eq!(world.call("POST", &at("/reply"), Some(json!({}))).await.0, 400, "nothing is left to say");
    let own = json!({"text": "Hello,\n\n<script>alert(1)</script> & see you", "subject": "Your trip"});
    assert_eq!(world.call("POST", &at("/reply"), Some(own)).await.0, 202);
    world.settle().await;
    let mail = world.outbox().await[0].clone();
    assert!(!mail["html"].as_str().unwrap().contains("<script>"));
    assert!(mail["text"].as_str().unwrap().contains("<script>alert(1)</script> & see you"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_is_one_person_with_everything_they_asked_for() {
    let world = World::new().await;
    world.mail(&enquiry("anna")).await;
    world.settle().await;
    world.mail(&enquiry("anna").replace("anna.1@", "anna.9@").replace("Zanzibar for two", "Once more")).await;
    world.mail(&enquiry("ben")).await;
    world.settle().await;
    let clients = world.get("/api/v1/clients").await;
    let names: Vec<_> = clients["items"].as_array().unwrap().iter().map(|one| one["email"].clone()).collect();
    assert_eq!(names, ["anna@post.example", "ben@post.example"]);
    assert_eq!(world.get("/api/v1/clients?q=BEN").await["items"].as_array().unwrap().len(), 1);
    let first = world.get("/api/v1/clients?limit=1").await;
    let rest = world.get(&format!("/api/v1/clients?limit=1&cursor={}", first["next_cursor"].as_str().unwrap())).await;
    assert_eq!((rest["items"][0]["email"].as_str(), rest["next_cursor"].is_null()), (Some("ben@post.example"), true));
    let anna = world.get(&format!("/api/v1/clients/{}", clients["items"][0]["id"].as_str().unwrap())).await;
    assert_eq!((anna["enquiries"].as_array().unwrap().len(), anna["quotes"].as_array().unwrap().len()), (2, 2));
    assert_eq!(world.call("GET", "/api/v1/clients/01930b5e-7c5a-7f00-8000-0123456789ab", None).await.0, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_funnel_counts_what_was_accepted_and_nothing_else() {
    let world = World::new().await;
    for name in ["anna", "ben"] {
        world.mail(&enquiry(name)).await;
    }
    world.settle().await;
    let quote = world.quotes().await[0].clone();
    let token = quote["links"]["public"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    let accept = json!({"option": 2, "name": "Ben Berg", "email": "ben@post.example"});
    let call = world.http.post(format!("{}/api/v1/public/quotes/{token}/accept", world.base)).json(&accept);
    assert!(call.send().await.unwrap().status().is_success());
    world.settle().await;
    let funnel = world.get("/api/v1/analytics/funnel").await;
    let total = &funnel["total"];
    assert_eq!(
        (total["enquiries"].as_u64(), total["quoted"].as_u64(), total["won"].as_u64()),
        (Some(2), Some(2), Some(1))
    );
    assert_eq!(total["conversion_pct"], "50.00");
    assert!(total["median_seconds_to_quote"].as_i64().unwrap() < 60);
    let accepted = world.get(&path(&quote, "")).await["options"][1]["total"].clone();
    assert_eq!(total["sold"][0]["value"], accepted, "one option of one quote");
    assert_eq!(funnel["by_destination"][0]["name"], "Zanzibar");
    assert_eq!(funnel["by_source"][0]["name"], "sunbird-travel@in.tripdesk.example");
    assert_eq!(world.call("GET", "/api/v1/analytics/funnel?from=2027-02-02&to=2027-02-01", None).await.0, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn when_rates_rise_the_desk_hears_of_open_quotes_that_earn_too_little() {
    let world = World::new().await;
    let quote = by_hand(&world).await;
    assert_eq!(world.get("/api/v1/rates/stale").await["items"], json!([]));
    let fx = world.get("/api/v1/fx").await;
    let mut dearer = fx["rates"].clone();
    for rate in dearer.as_array_mut().unwrap() {
        let now: Decimal = rate["rate"].as_str().unwrap().parse().unwrap();
        rate["rate"] = json!((now * Decimal::from(2)).to_string());
        rate["as_of"] = json!("2020-01-01");
    }
    let (status, answer) = world.call("PUT", "/api/v1/fx", Some(json!({"rates": dearer}))).await;
    assert_eq!(status, 200, "{answer}");
    assert_eq!(answer["warnings"][0]["reason"], "old");
    world.settle().await;
    let stale = world.get("/api/v1/rates/stale").await;
    assert_eq!(stale["items"][0]["quote_id"], quote["id"]);
    let news = world.get("/api/v1/notifications").await;
    assert!(news["items"].as_array().unwrap().iter().any(|one| one["kind"] == "rates_stale"), "{news}");
}

#[tokio::test(flavor = "multi_thread")]
async fn news_comes_by_mail_to_those_who_wish_it() {
    let world = World::new().await;
    let wishes = json!({"items": [{"kind": "enquiry_received", "app": false, "mail": "all"}]});
    let (status, kept) = world.call("PUT", "/api/v1/notifications/preferences", Some(wishes.clone())).await;
    assert_eq!(status, 200, "{kept}");
    assert_eq!(kept["items"][0], wishes["items"][0]);
    assert!(kept["items"].as_array().unwrap().len() >= 10);
    assert_eq!(world.get("/api/v1/notifications/preferences").await, kept);
    world.mail(&enquiry("anna")).await;
    world.settle().await;
    let outbox = world.outbox().await;
    let told: Vec<_> = outbox.iter().filter(|mail| mail["to"] == json!(["thandi@sunbird-travel.example"])).collect();
    assert_eq!(told.len(), 1, "{outbox:?}");
    assert!(told[0]["text"].as_str().unwrap().contains("/enquiries/"));
    assert!(told[0]["headers"].to_string().contains("auto-generated"));
    let listed = world.get("/api/v1/notifications").await;
    assert!(listed["items"].as_array().unwrap().iter().all(|one| one["kind"] != "enquiry_received"));
    for bad in [
        json!({"items": [{"kind": "odd", "app": true, "mail": "all"}]}),
        json!({"items": [wishes["items"][0], wishes["items"][0]]}),
    ] {
        assert_eq!(world.call("PUT", "/api/v1/notifications/preferences", Some(bad)).await.0, 400);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn news_that_several_read_at_once_is_read_by_all_of_them() {
    let world = World::new().await;
    let mut readers = vec![world.token.clone()];
    for name in ["sipho", "lindiwe", "jan"] {
        readers.push(account_links::join(&world, &format!("{name}@sunbird.example"), "consultant").await);
    }
    world.mail(&enquiry("anna")).await;
    world.settle().await;
    let unread = async |token: &str| {
        call_as(&world, Some(token), "GET", "/notifications/unread", None).await.1["unread"].clone()
    };
    for reader in &readers {
        assert_ne!(unread(reader).await, 0);
    }
    let all = readers.iter().flat_map(|token| [token, token]);
    let read = all.map(|token| call_as(&world, Some(token), "POST", "/notifications/all/read", None));
    assert!(join_all(read).await.iter().all(|(status, _)| *status == 200));
    for reader in &readers {
        assert_eq!(unread(reader).await, 0);
    }
    let news = world.get("/api/v1/notifications").await;
    for one in news["items"].as_array().unwrap() {
        let mut read_by: Vec<_> = one["read_by"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
        let times = read_by.len();
        read_by.sort_unstable();
        read_by.dedup();
        assert_eq!((read_by.len(), times), (4, 4), "each once: {one}");
    }
}
