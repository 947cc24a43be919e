//! The operator: the token alone opens their endpoints, an agency comes to be in one step, and what they do is on record
//! (`hostile.md`, A1–A3, C1, C3, T5, T6).

use std::sync::Arc;

use serde_json::{Value, json};
use tower::ServiceExt;
use tripdesk_core::config::Settings;

use crate::support::World;

/// A call with the operator's token.
pub(crate) async fn operate(world: &World, method: &str, path: &str, body: Option<Value>) -> (u16, Value) {
    let url = format!("{}/api/v1/{path}", world.base);
    let call =
        world.http.request(method.parse().unwrap(), url).header("x-admin-token", &world.started.secrets.admin_token);
    let call = match body {
        Some(body) => call.json(&body),
        None => call,
    };
    let answer = call.send().await.unwrap();
    let status = answer.status().as_u16();
    (status, serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap_or(Value::Null))
}

/// A plain agency.
pub(crate) fn agency(id: &str) -> Value {
    json!({"id": id, "name": "Blue Horizon", "admin_email": format!("admin@{id}.example"),
        "timezone": "Africa/Johannesburg", "currency": "ZAR",
        "config": {"plan": {"requests_per_minute": 100_000}}})
}

pub(crate) async fn provisioned(world: &World, id: &str) -> Value {
    let (status, made) = operate(world, "POST", "admin/tenants", Some(agency(id))).await;
    assert_eq!(status, 201, "{made}");
    made
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_whole_token_in_its_header_is_the_operator() {
    let world = World::new().await;
    let right = world.started.secrets.admin_token.clone();
    let ask = async |token: Option<&str>, query: &str, cookie: &str| {
        let mut call = world.http.get(format!("{}/api/v1/admin/tenants{query}", world.base));
        if let Some(token) = token {
            call = call.header("x-admin-token", token);
        }
        if !cookie.is_empty() {
            call = call.header("cookie", cookie);
        }
        call.send().await.unwrap().status().as_u16()
    };
    assert_eq!(ask(Some(&right), "", "").await, 200);
    let (prefix, longer) = (&right[..right.len() - 1], format!("{right}x"));
    for wrong in [None, Some(""), Some(prefix), Some(longer.as_str()), Some("undefined")] {
        assert_eq!(ask(wrong, "", "").await, 401, "{wrong:?}");
    }
    let cookie = format!("x-admin-token={right}; admin_token={right}");
    assert_eq!(ask(None, "", &cookie).await, 401);
    assert_eq!(ask(None, &format!("?x-admin-token={right}"), "").await, 401);
    // An agency's own token is no operator's, and the other way round.
    assert_eq!(world.call("GET", "/api/v1/admin/tenants", None).await.0, 401);
    assert_eq!(operate(&world, "GET", "tenants/me", None).await.0, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agency_is_made_whole_and_its_admin_invited() {
    let world = World::new().await;
    let mut wish = agency("blue-horizon");
    wish["config"] = json!({"branding": {"primary_color": "#123456"}, "plan": {"max_users": 3}});
    let (status, made) = operate(&world, "POST", "admin/tenants", Some(wish)).await;
    assert_eq!(status, 201, "{made}");
    assert_eq!(made["mailbox"], "blue-horizon@in.tripdesk.example");
    assert_eq!(
        (&made["status"], &made["version"], &made["config"]["plan"]["max_users"]),
        (&json!("active"), &json!(1), &json!(3))
    );
    world.settle().await;
    let outbox = world.outbox().await;
    assert_eq!(outbox.len(), 1, "{outbox:?}");
    assert_eq!(outbox[0]["to"], json!(["admin@blue-horizon.example"]));
    assert!(outbox[0]["text"].as_str().unwrap().contains("/invitation?token="));

    let (_, found) = operate(&world, "GET", "mail/lookup?address=Blue-Horizon%2Bx@in.tripdesk.example", None).await;
    assert_eq!(
        (&found["tenant_id"], &found["mailbox"]),
        (&json!("blue-horizon"), &json!("blue-horizon@in.tripdesk.example"))
    );
    assert_eq!(operate(&world, "GET", "mail/lookup?address=nobody@in.tripdesk.example", None).await.0, 404);
    let (_, list) = operate(&world, "GET", "admin/tenants?limit=1", None).await;
    assert_eq!(list["items"][0]["id"], "blue-horizon");
    let cursor = list["next_cursor"].as_str().unwrap();
    let (_, rest) = operate(&world, "GET", &format!("admin/tenants?cursor={cursor}"), None).await;
    assert_eq!(rest["items"][0]["id"], "sunbird-travel");
    assert_eq!(operate(&world, "GET", &format!("admin/audit?cursor={cursor}"), None).await.0, 400);

    let (_, log) = operate(&world, "GET", "admin/audit?tenant=blue-horizon&action=tenant.created", None).await;
    let entry = &log["items"][0];
    assert_eq!((&entry["actor"]["kind"], &entry["subject"]), (&json!("operator"), &json!("blue-horizon")));
    assert!(!log.to_string().contains("admin@blue-horizon.example"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_bad_field_of_a_wish_is_named() {
    let world = World::new().await;
    let wish = json!({"id": "Blue Horizon", "name": " ", "admin_email": "nobody", "timezone": "Mars/Base", "currency": "ZZ",
        "config": {"branding": {"primary_color": "red"}}});
    let (status, problem) = operate(&world, "POST", "admin/tenants", Some(wish)).await;
    let fields: Vec<_> =
        problem["errors"].as_array().unwrap().iter().map(|error| error["field"].as_str().unwrap()).collect();
    assert_eq!((status, fields), (400, vec!["id", "name", "admin_email", "timezone", "currency"]));
    let mut wish = agency("blue-horizon");
    wish["config"] = json!({"quoting": {"validity_days": 0, "markup_pct": "x"}, "secret": 1});
    let (status, problem) = operate(&world, "POST", "admin/tenants", Some(wish)).await;
    let fields: Vec<_> =
        problem["errors"].as_array().unwrap().iter().map(|error| error["field"].as_str().unwrap()).collect();
    assert_eq!(status, 400, "{problem}");
    for field in ["config.quoting.markup_pct", "config.secret", "config.quoting.validity_days"] {
        assert!(fields.contains(&field), "{field}: {fields:?}");
    }
    for (field, value) in [("status", json!("active")), ("tenant_id", json!("x")), ("version", json!(9))] {
        let mut wish = agency("blue-horizon");
        wish[field] = value;
        assert_eq!(operate(&world, "POST", "admin/tenants", Some(wish)).await.0, 400, "{field}");
    }
    assert_eq!(operate(&world, "GET", "admin/tenants/blue-horizon", None).await.0, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_64_who_want_one_id_at_once_one_gets_it() {
    let world = World::new().await;
    let wishes = (0..64).map(|_| operate(&world, "POST", "admin/tenants", Some(agency("blue-horizon"))));
    let answers = futures_util::future::join_all(wishes).await;
    let count = |wanted: u16| answers.iter().filter(|(status, _)| *status == wanted).count();
    assert_eq!((count(201), count(409)), (1, 63), "{:?}", answers.iter().map(|(status, _)| status).collect::<Vec<_>>());
    world.settle().await;
    assert_eq!(world.outbox().await.len(), 1, "one invitation goes out");
    let (_, log) = operate(&world, "GET", "admin/audit?tenant=blue-horizon", None).await;
    assert_eq!(log["items"].as_array().unwrap().len(), 1, "one entry tells of it");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provisioning_that_was_cut_off_leaves_nothing_or_everything() {
    let world = World::new().await;
    let fault = async |service: &str, operation: &str, mode: &str| {
        let rule = json!({"service": service, "operation": operation, "mode": mode, "rate": 1.0, "seed": 7});
        world
            .http
            .post(format!("{}/_local/faults", world.base))
            .json(&rule)
            .send()
            .await
            .unwrap()
            .error_for_status()
            .unwrap();
    };
    let clear = async || {
        world.http.delete(format!("{}/_local/faults", world.base)).send().await.unwrap();
    };
    let steps = [
        ("s3", "PutObject", "error"),
        ("dynamodb", "TransactWriteItems", "error"),
        ("sqs", "SendMessage", "error"),
        ("dynamodb", "TransactWriteItems", "drop_response"),
    ];
    for (n, (service, operation, mode)) in steps.into_iter().enumerate() {
        let id = format!("cut-off-{n}");
        fault(service, operation, mode).await;
        let (first, _) = operate(&world, "POST", "admin/tenants", Some(agency(&id))).await;
        clear().await;
        let there = operate(&world, "GET", &format!("admin/tenants/{id}"), None).await.0 == 200;
        let mailbox =
            operate(&world, "GET", &format!("mail/lookup?address={id}@in.tripdesk.example"), None).await.0 == 200;
        assert_eq!(there, mailbox, "{operation} {mode}: half made");
        assert!([201, 503].contains(&first), "{operation} {mode}: {first}");
        let (again, _) = operate(&world, "POST", "admin/tenants", Some(agency(&id))).await;
        assert_eq!(again, if there { 409 } else { 201 }, "{operation} {mode}");
    }
    world.http.post(format!("{}/_local/run/sweep", world.base)).send().await.unwrap();
    world.settle().await;
    let outbox = world.outbox().await;
    for n in 0..4 {
        let to = json!([format!("admin@cut-off-{n}.example")]);
        assert_eq!(outbox.iter().filter(|mail| mail["to"] == to).count(), 1, "agency {n} has one invitation");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_are_versioned_checked_and_on_record() {
    let world = World::new().await;
    let me = world.get("/api/v1/tenants/me").await;
    let version = me["version"].as_u64().unwrap();
    let change = json!({"version": version, "config": {"branding": {"primary_color": "#112233"}, "quoting": {"validity_days": 7}}});
    let (status, changed) = world.call("PATCH", "/api/v1/tenants/me", Some(change.clone())).await;
    assert_eq!((status, &changed["version"]), (200, &json!(version + 1)));
    assert_eq!(world.call("PATCH", "/api/v1/tenants/me", Some(change)).await.0, 409);
    for bad in [
        json!({"plan": {"max_users": 999}}),
        json!({"secret": 1}),
        json!({"branding": {"logo_url": "http://10.0.0.1/x"}}),
    ] {
        let body = json!({"version": version + 1, "config": bad});
        assert_eq!(world.call("PATCH", "/api/v1/tenants/me", Some(body)).await.0, 400, "{bad}");
    }
    for field in ["status", "id", "tenant_id", "role"] {
        let body = json!({"version": version + 1, field: "active"});
        assert_eq!(world.call("PATCH", "/api/v1/tenants/me", Some(body)).await.0, 400, "{field}");
    }
    let log = world.get("/api/v1/audit?action=tenant.changed").await;
    assert_eq!(
        log["items"][0]["changed"],
        json!(["branding.primary_color", "quoting.validity_days"].map(|field| format!("config.{field}")))
    );
    assert_eq!(log["items"][0]["actor"]["kind"], "user");
    assert_eq!(world.call("DELETE", "/api/v1/audit", None).await.0, 405);
    let soon = world.get("/api/v1/audit?from=2199-01-01T00:00:00Z").await;
    assert_eq!(soon["items"], json!([]));
    let plan = json!({"version": version + 1, "config": {"plan": {"max_monthly_quotes": 0}}});
    assert_eq!(operate(&world, "PATCH", "admin/tenants/sunbird-travel", Some(plan)).await.0, 200);
    assert_eq!(world.get("/api/v1/tenants/me/usage").await["monthly_quotes"]["limit"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_suspended_agency_is_refused_from_the_next_call_on_and_comes_back() {
    let world = World::new().await;
    assert_eq!(world.call("GET", "/api/v1/tenants/me", None).await.0, 200);
    assert_eq!(operate(&world, "POST", "admin/tenants/sunbird-travel/suspend", None).await.0, 200);
    assert_eq!(operate(&world, "POST", "admin/tenants/sunbird-travel/suspend", None).await.0, 200);
    assert_eq!(world.call("GET", "/api/v1/tenants/me", None).await.0, 403);
    world.mail(&crate::support::enquiry("anna")).await;
    world.settle().await;
    assert_eq!(world.outbox().await, Vec::<Value>::new(), "nothing is answered");
    assert_eq!(operate(&world, "POST", "admin/tenants/sunbird-travel/activate", None).await.0, 200);
    assert_eq!(world.call("GET", "/api/v1/tenants/me", None).await.0, 200);
    let (_, log) = operate(&world, "GET", "admin/audit", None).await;
    let actions: Vec<_> =
        log["items"].as_array().unwrap().iter().map(|entry| entry["action"].as_str().unwrap()).collect();
    let of_status: Vec<_> = actions.into_iter().filter(|action| action.starts_with("tenant.")).take(2).collect();
    assert_eq!(of_status, ["tenant.activated", "tenant.suspended"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_configured_token_every_endpoint_of_the_operator_is_off() {
    let world = World::new().await;
    let mut app = world.started.app.clone();
    app.settings = Arc::new(Settings { admin_token: None, ..(*app.settings).clone() });
    for (function, path) in [
        (tenants_fn::FUNCTION, "/api/v1/admin/tenants"),
        (tenants_fn::FUNCTION, "/api/v1/admin/audit"),
        (inbound_mail_fn::FUNCTION, "/api/v1/admin/mail/unrouted"),
        (inbound_mail_fn::FUNCTION, "/api/v1/mail/status"),
    ] {
        for token in ["", " ", world.started.secrets.admin_token.as_str()] {
            let request = http::Request::get(path).header("x-admin-token", token).body(axum::body::Body::empty());
            let answer = function.router(app.clone()).oneshot(request.unwrap()).await.unwrap();
            assert_eq!(answer.status(), 503, "{path} {token:?}");
        }
    }
}
