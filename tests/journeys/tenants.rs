//! An agency's whole life: imported, given mailboxes and mail, exported, deleted, purged (`product.md` section 1).

use std::{collections::BTreeMap, io::Read, path::Path};

use flate2::read::GzDecoder;
use serde_json::{Value, json};

use crate::{
    operator::{operate, provisioned},
    support::{World, enquiry},
};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/tenants");

/// The folder of the earlier platform: 4 agencies and 63 tests.
fn folders() -> Vec<Value> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(FIXTURES).unwrap().map(Result::unwrap) {
        let text = std::fs::read_to_string(entry.path().join("client.yaml")).unwrap();
        files.push(
            json!({"path": format!("clients/{}/client.yaml", entry.file_name().to_string_lossy()), "text": text}),
        );
    }
    for n in 0..63 {
        let text = format!("client: {{id: tn_{n:08x}, name: Test {n}, timezone: UTC, currency: USD}}\n");
        files.push(json!({"path": format!("clients/tn_{n:08x}/client.yaml"), "text": text}));
    }
    files
}

#[tokio::test(flavor = "multi_thread")]
async fn agencies_of_the_earlier_platform_are_taken_over_once() {
    let world = World::new().await;
    let body = json!({"files": folders()});
    let import = async |dry_run: bool| {
        let (status, report) =
            operate(&world, "POST", &format!("admin/tenants/import?dry_run={dry_run}"), Some(body.clone())).await;
        assert_eq!(status, 200, "{report}");
        report
    };
    let numbers =
        |report: &Value| ["created", "unchanged", "skipped", "failed"].map(|name| report[name].as_u64().unwrap());
    let dry = import(true).await;
    assert_eq!(numbers(&dry), [4, 0, 63, 0], "{dry}");
    assert_eq!(operate(&world, "GET", "admin/tenants/marula-travel", None).await.0, 404, "a dry run does nothing");
    let first = import(false).await;
    assert_eq!(numbers(&first), [4, 0, 63, 0], "{first}");
    let (_, before) = operate(&world, "GET", "admin/tenants?limit=100", None).await;
    let ids: Vec<_> = before["items"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["agency-2019-nordlicht", "blue-horizon", "karoo-escapes", "marula-travel", "sunbird-travel"]);
    assert_eq!(numbers(&import(false).await), [0, 4, 63, 0]);
    assert_eq!(operate(&world, "GET", "admin/tenants?limit=100", None).await.1, before, "a second run changes nothing");
    for secret in ["hunter2", "sk-not-a-real-key", "rk_not_real", "geheim", "not-real@10.0.0.4"] {
        assert!(!before.to_string().contains(secret) && !first.to_string().contains(secret), "{secret}");
    }
    let (status, invited) =
        operate(&world, "POST", "admin/tenants/marula-travel/invite", Some(json!({"email": "lindiwe@marula.example"})))
            .await;
    assert_eq!(status, 201, "{invited}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_archive_is_read_within_its_limits() {
    let world = World::new().await;
    let send = async |bytes: Vec<u8>, kind: &str| {
        let call = world.http.post(format!("{}/api/v1/admin/tenants/import?dry_run=true", world.base));
        let call = call.header("x-admin-token", &world.started.secrets.admin_token).header("content-type", kind);
        let answer = call.body(bytes).send().await.unwrap();
        (answer.status().as_u16(), answer.json::<Value>().await.unwrap())
    };
    let mut tar = tar::Builder::new(flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast()));
    tar.append_dir_all("clients", FIXTURES).unwrap();
    let archive = tar.into_inner().unwrap().finish().unwrap();
    let (status, report) = send(archive, "application/gzip").await;
    assert_eq!((status, report["created"].as_u64()), (200, Some(4)), "{report}");
    assert_eq!(send(b"no archive".to_vec(), "application/gzip").await.0, 400);
    assert_eq!(send(b"{}".to_vec(), "application/json").await.0, 400);
    assert_eq!(send(b"x".to_vec(), "text/plain").await.0, 415);
    assert_eq!(send(vec![b' '; 6 * 1024 * 1024], "application/json").await.0, 413);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mailbox_leads_to_one_agency() {
    let world = World::new().await;
    provisioned(&world, "blue-horizon").await;
    let add = async |address: &str| {
        world.call("POST", "/api/v1/tenants/me/mailboxes", Some(json!({"address": address}))).await.0
    };
    assert_eq!(add("Groups.Sunbird@in.tripdesk.example").await, 201);
    assert_eq!(add("groups.sunbird@in.tripdesk.example").await, 409);
    assert_eq!(add("blue-horizon@in.tripdesk.example").await, 409);
    for bad in ["groups@elsewhere.example", "a+b@in.tripdesk.example", "postmaster@in.tripdesk.example", "x"] {
        assert_eq!(add(bad).await, 400, "{bad}");
    }
    let list = world.get("/api/v1/tenants/me/mailboxes").await;
    assert_eq!(list["items"].as_array().unwrap().len(), 2);
    let remove = async |address: &str| {
        world.call("DELETE", &format!("/api/v1/tenants/me/mailboxes?address={address}"), None).await.0
    };
    assert_eq!(remove("blue-horizon@in.tripdesk.example").await, 404, "another's is as good as none");
    assert_eq!(remove("sunbird-travel@in.tripdesk.example").await, 409);
    assert_eq!(remove("groups.sunbird@in.tripdesk.example").await, 204);
    assert_eq!(remove("groups.sunbird@in.tripdesk.example").await, 404);
    assert_eq!(operate(&world, "GET", "mail/lookup?address=groups.sunbird@in.tripdesk.example", None).await.0, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_for_nobody_waits_until_the_operator_routes_it() {
    let world = World::new().await;
    let raw = enquiry("stray").replace("To: sunbird-travel@", "To: sunbrid-travel@").replace('\n', "\r\n");
    let call = world.http.post(format!("{}/_local/mail", world.base));
    let call = call.query(&[("rcpt", "sunbrid-travel@in.tripdesk.example"), ("from", "stray@post.example")]);
    call.body(raw).send().await.unwrap().error_for_status().unwrap();
    world.settle().await;
    assert!(world.outbox().await.is_empty(), "a mail for nobody is not answered");
    let (_, list) = operate(&world, "GET", "admin/mail/unrouted", None).await;
    let stray = &list["items"][0];
    assert_eq!(
        (&stray["subject"], &stray["to"]),
        (&json!("Zanzibar for two"), &json!(["sunbrid-travel@in.tripdesk.example"]))
    );
    let path = format!("admin/mail/{}/route", stray["id"].as_str().unwrap());
    assert_eq!(operate(&world, "POST", &path, Some(json!({"tenant_id": "nobody-here"}))).await.0, 404);
    let (status, routed) = operate(&world, "POST", &path, Some(json!({"tenant_id": "sunbird-travel"}))).await;
    assert_eq!((status, &routed["class"]), (200, &json!("enquiry")), "{routed}");
    world.settle().await;
    assert_eq!(world.quotes().await.len(), 1);
    let (_, list) = operate(&world, "GET", "admin/mail/unrouted", None).await;
    assert_eq!(list["items"], json!([]));
    assert_eq!(operate(&world, "POST", &path, Some(json!({"tenant_id": "sunbird-travel"}))).await.0, 404);
    let (_, status) = operate(&world, "GET", "mail/status", None).await;
    assert_eq!(
        (&status["queue_depth"], &status["dead_letters"], &status["unrouted"]),
        (&json!(0), &json!(0), &json!(0))
    );
    let (_, overview) = operate(&world, "GET", "admin/overview", None).await;
    assert_eq!(overview["tenants"]["active"], 1);
}

/// What an archive holds, by name.
fn unpacked(archive: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in tar::Archive::new(GzDecoder::new(archive)).entries().unwrap().map(Result::unwrap) {
        let mut entry = entry;
        let (name, mut bytes) = (entry.path().unwrap().to_string_lossy().into_owned(), Vec::new());
        entry.read_to_end(&mut bytes).unwrap();
        files.insert(name, bytes);
    }
    files
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_holds_everything_but_secrets_and_a_purge_leaves_nothing() {
    let world = World::new().await;
    provisioned(&world, "blue-horizon").await;
    let own = world.mail(&enquiry("anna")).await;
    let both = [("rcpt", "blue-horizon@in.tripdesk.example")];
    let shared = world.mail_with(&enquiry("ben"), &both).await;
    world.settle().await;
    let quote = world.quotes().await.len();
    assert_eq!(quote, 2);
    let (_, stats) = operate(&world, "GET", "admin/tenants/sunbird-travel/stats", None).await;
    assert_eq!((&stats["messages"], &stats["usage"]["monthly_quotes"]["used"]), (&json!(2), &json!(2)), "{stats}");

    let call = world.http.get(format!("{}/api/v1/admin/tenants/sunbird-travel/export", world.base));
    let call = call.header("x-admin-token", &world.started.secrets.admin_token);
    let archive = call.send().await.unwrap().error_for_status().unwrap().bytes().await.unwrap();
    let files = unpacked(&archive);
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    assert!(names.contains(&format!("mail/{own}.eml").as_str()), "{names:?}");
    for part in ["records/quote.jsonl", "records/enquiry.jsonl", "records/user.jsonl", "manifest.json"] {
        assert!(names.contains(&part), "{part}: {names:?}");
    }
    assert!(names.iter().any(|name| Path::new(name).extension().is_some_and(|end| end == "pdf")), "{names:?}");
    let text: String = files.values().map(|bytes| String::from_utf8_lossy(bytes)).collect();
    assert!(!text.contains("$argon2id$"), "no password hash leaves");

    assert_eq!(operate(&world, "POST", "admin/tenants/sunbird-travel/purge", None).await.0, 409);
    assert_eq!(operate(&world, "DELETE", "admin/tenants/sunbird-travel", None).await.0, 204);
    assert_eq!(world.call("GET", "/api/v1/tenants/me", None).await.0, 401);
    assert_eq!(operate(&world, "POST", "admin/tenants/sunbird-travel/activate", None).await.0, 409);
    let (status, purge) = operate(&world, "POST", "admin/tenants/sunbird-travel/purge", None).await;
    assert_eq!((status, &purge["complete"], &purge["shared_mails"]), (200, &json!(true), &json!(1)), "{purge}");
    assert!(purge["removed"]["records"].as_u64().unwrap() > 10, "{purge}");
    for place in ["table", "index", "files", "mails", "caches"] {
        assert_eq!(purge["left"][place], json!([]), "{place}");
    }
    assert_eq!(operate(&world, "GET", "admin/tenants/sunbird-travel", None).await.0, 404);
    assert_eq!(operate(&world, "POST", "admin/tenants/sunbird-travel/purge", None).await.1["complete"], true);
    assert_eq!(operate(&world, "POST", "admin/tenants", Some(crate::operator::agency("sunbird-travel"))).await.0, 409);
    assert!(world.started.app.files.raw_mail(&own).await.is_err());
    assert!(world.started.app.files.raw_mail(&shared).await.is_ok(), "the other agency keeps its mail");
    let (_, other) = operate(&world, "GET", "admin/tenants/blue-horizon/stats", None).await;
    assert_eq!(other["messages"], 1);
    let (_, log) = operate(&world, "GET", "admin/audit?action=tenant.purged", None).await;
    assert_eq!(log["items"][0]["tenant_id"], "sunbird-travel");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_purge_that_was_cut_off_goes_on_when_called_again() {
    let world = World::new().await;
    world.mail(&enquiry("anna")).await;
    world.settle().await;
    assert_eq!(operate(&world, "DELETE", "admin/tenants/sunbird-travel", None).await.0, 204);
    for (service, operation) in
        [("s3", "DeleteObject"), ("dynamodb", "BatchWriteItem"), ("dynamodb", "TransactWriteItems")]
    {
        let rule = json!({"service": service, "operation": operation, "mode": "error", "rate": 1.0, "seed": 3});
        world
            .http
            .post(format!("{}/_local/faults", world.base))
            .json(&rule)
            .send()
            .await
            .unwrap()
            .error_for_status()
            .unwrap();
        assert_eq!(operate(&world, "POST", "admin/tenants/sunbird-travel/purge", None).await.0, 503, "{operation}");
        world.http.delete(format!("{}/_local/faults", world.base)).send().await.unwrap();
        assert_eq!(operate(&world, "GET", "admin/tenants/sunbird-travel", None).await.0, 200, "{operation}");
    }
    assert_eq!(operate(&world, "POST", "admin/tenants/sunbird-travel/purge", None).await.1["complete"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_quotes_are_written_than_the_plan_allows() {
    let world = World::new().await;
    let version = world.get("/api/v1/tenants/me").await["version"].clone();
    let plan = json!({"version": version, "config": {"plan": {"max_monthly_quotes": 1}}});
    assert_eq!(operate(&world, "PATCH", "admin/tenants/sunbird-travel", Some(plan)).await.0, 200);
    for name in ["anna", "ben", "cleo"] {
        world.mail(&enquiry(name)).await;
        world.settle().await;
    }
    assert_eq!(world.quotes().await.len(), 1);
    assert_eq!(world.get("/api/v1/tenants/me/usage").await["monthly_quotes"], json!({"used": 1, "limit": 1}));
    let news = world.get("/api/v1/notifications?limit=100").await;
    let told = news["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["text"].as_str().unwrap().contains("used up"))
        .count();
    assert_eq!(told, 2, "people are told: {news}");
}
