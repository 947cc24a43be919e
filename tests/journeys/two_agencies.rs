//! Two agencies in one process: nothing of the one is reached by the other's people (`hostile.md`, T1–T4, T10).

use serde_json::{Value, json};
use tripdesk_core::{
    ids, password,
    store::Changes,
    tenant::Slug,
    user::{Role, User},
};

use crate::{
    operator::provisioned,
    support::{World, enquiry},
};

const PASSWORD: &str = "a long walk along the dunes";

/// A second agency with an admin who is signed in, and a mail of its own.
struct Other {
    token: String,
    enquiry: String,
    message: String,
}

impl Other {
    async fn beside(world: &World) -> Self {
        provisioned(world, "blue-horizon").await;
        let app = &world.started.app;
        let (email, now) = ("berta@blue-horizon.example".to_owned(), app.clock.now());
        let user = User {
            id: ids::new_id(now),
            tenant_id: Slug::parse("blue-horizon").unwrap(),
            email: email.clone(),
            name: "Berta".to_owned(),
            role: Role::Admin,
            password_hash: password::hash(PASSWORD).await.unwrap(),
            epoch: 0,
            second_factor: None,
            version: 1,
            created_at: now,
        };
        let tenant = app.store.tenant_of_mailbox("blue-horizon@in.tripdesk.example").await.unwrap().unwrap();
        Changes::new().join(&tenant, &user).unwrap().commit(&app.store).await.unwrap();
        let login = json!({"email": email, "password": PASSWORD});
        let call = world.http.post(format!("{}/api/v1/auth/login", world.base)).json(&login);
        let answer: Value = call.send().await.unwrap().json().await.unwrap();
        let token = answer["access_token"].as_str().unwrap().to_owned();
        let raw = enquiry("berta-canary").replace("sunbird-travel@", "blue-horizon@").replace('\n', "\r\n");
        let call = world.http.post(format!("{}/_local/mail", world.base));
        let call = call.query(&[("rcpt", "blue-horizon@in.tripdesk.example"), ("from", "x@post.example")]).body(raw);
        call.send().await.unwrap().error_for_status().unwrap();
        world.settle().await;
        let mut other = Self { token, enquiry: String::new(), message: String::new() };
        let first = async |path: &str| {
            ask(world, &other.token, "GET", path, None).await.1["items"][0]["id"].as_str().unwrap().to_owned()
        };
        let (enquiry, message) = (first("/api/v1/enquiries").await, first("/api/v1/mail/messages").await);
        (other.enquiry, other.message) = (enquiry, message);
        other
    }
}

async fn ask(world: &World, token: &str, method: &str, path: &str, body: Option<Value>) -> (u16, Value) {
    let call = world.http.request(method.parse().unwrap(), format!("{}{path}", world.base)).bearer_auth(token);
    let call = match body {
        Some(body) => call.json(&body),
        None => call,
    };
    let answer = call.send().await.unwrap();
    let status = answer.status().as_u16();
    let mut body: Value = serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap_or(Value::Null);
    if let Some(body) = body.as_object_mut() {
        body.remove("request_id");
    }
    (status, body)
}

#[tokio::test(flavor = "multi_thread")]
async fn anothers_id_is_answered_as_one_that_does_not_exist() {
    let world = World::new().await;
    let other = Other::beside(&world).await;
    let nobody = ids::new_id(world.started.app.clock.now());
    let paths = [
        ("GET", "/api/v1/enquiries/{}", &other.enquiry),
        ("POST", "/api/v1/enquiries/{}/quote", &other.enquiry),
        ("GET", "/api/v1/mail/messages/{}", &other.message),
        ("GET", "/api/v1/mail/messages/{}/raw", &other.message),
        ("POST", "/api/v1/mail/messages/{}/replay?dry_run=true", &other.message),
    ];
    for (method, path, id) in paths {
        let theirs = ask(&world, &world.token, method, &path.replace("{}", id), None).await;
        let unknown = ask(&world, &world.token, method, &path.replace("{}", &nobody), None).await;
        assert_eq!(theirs, unknown, "{method} {path}");
        assert_eq!(theirs.0, 404, "{method} {path}");
    }
    for name in ["anna", "ben"] {
        world.mail(&enquiry(name)).await;
    }
    world.settle().await;
    let own = ask(&world, &world.token, "GET", "/api/v1/enquiries?limit=1", None).await.1;
    let cursor = own["next_cursor"].as_str().unwrap();
    assert_eq!(ask(&world, &world.token, "GET", &format!("/api/v1/enquiries?cursor={cursor}"), None).await.0, 200);
    assert_eq!(ask(&world, &other.token, "GET", &format!("/api/v1/enquiries?cursor={cursor}"), None).await.0, 400);
    assert_eq!(ask(&world, &world.token, "GET", &format!("/api/v1/audit?cursor={cursor}"), None).await.0, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_id_is_the_token_s_tenant_byte_for_byte() {
    let world = World::new().await;
    let other = Other::beside(&world).await;
    let me = async |values: &[&str]| {
        let mut call = world.http.get(format!("{}/api/v1/tenants/me", world.base)).bearer_auth(&other.token);
        for value in values {
            call = call.header("x-client-id", reqwest::header::HeaderValue::from_bytes(value.as_bytes()).unwrap());
        }
        call.send().await.unwrap().status().as_u16()
    };
    assert_eq!((me(&[]).await, me(&["blue-horizon"]).await), (200, 200));
    let alike = [
        "sunbird-travel",
        "Blue-Horizon",
        "BLUE-HORIZON",
        "ｂlue-horizon",
        "blue-horizon\u{200b}",
        "blue-horizon%00",
        "blue_horizon",
        "blue-horizo",
        "blue-horizonn",
    ];
    for value in alike {
        assert_eq!(me(&[value]).await, 403, "{value:?}");
    }
    assert_eq!((me(&[""]).await, me(&["blue-horizon", "blue-horizon"]).await), (400, 400));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_warm_process_never_mixes_two_agencies_up() {
    let world = World::new().await;
    let other = Other::beside(&world).await;
    world.mail(&enquiry("sunny-canary")).await;
    world.settle().await;
    let paths =
        ["/api/v1/tenants/me", "/api/v1/enquiries", "/api/v1/quotes", "/api/v1/mail/messages", "/api/v1/notifications"];
    for round in 0..1_000_usize {
        let path = paths[round % paths.len()];
        let (own, foreign) =
            tokio::join!(ask(&world, &world.token, "GET", path, None), ask(&world, &other.token, "GET", path, None));
        let (own, foreign) = (own.1.to_string(), foreign.1.to_string());
        assert!(!own.contains("berta-canary") && !own.contains("blue-horizon"), "{path}: {own}");
        assert!(!foreign.contains("sunny-canary") && !foreign.contains("sunbird"), "{path}: {foreign}");
    }
}

/// A body that a route takes, so that it comes as far as looking the id up.
fn body_for(route: &str) -> Value {
    match route.split_once(' ').unwrap() {
        ("PATCH", path) if path.contains("/quotes/") || path.contains("/enquiries/") || path.contains("/bookings/") => {
            json!({"version": 1})
        }
        ("PATCH", path) if path.contains("/tickets/") => json!({"state": "open"}),
        ("PATCH", path) if path.contains("/documents/") => json!({"title": "Mine"}),
        ("PATCH", _) => json!({"name": "Mine"}),
        ("POST", path) if path.contains("/gaps/") => json!({"answer": "mine"}),
        ("POST", path) if path.ends_with("/settle") => json!({"outcome": "sent"}),
        ("POST", path) if path.ends_with("/reply") => json!({"text": "mine"}),
        ("POST", path) if path.ends_with("/lose") || path.ends_with("/reject") => json!({"reason": "mine"}),
        _ => json!({}),
    }
}

/// Ids of everything that the demo agency has.
async fn every_id(world: &World) -> Vec<String> {
    world.mail(&enquiry("anna")).await;
    world.settle().await;
    let saved = [
        ("/api/v1/helpdesk/tickets", json!({"subject": "Lost", "text": "The voucher is gone."})),
        ("/api/v1/knowledge/documents", json!({"title": "Meals", "text": "Breakfast is served from 7 to 10."})),
        ("/api/v1/invitations", json!({"email": "new@sunbird.example", "name": "N", "role": "viewer"})),
        ("/api/v1/knowledge/uploads", json!({"name": "a.md"})),
    ];
    let mut ids = Vec::new();
    for (path, body) in saved {
        let (status, made) = world.call("POST", path, Some(body)).await;
        assert_eq!(status, 201, "{path}: {made}");
        ids.push(made["id"].as_str().unwrap().to_owned());
    }
    let (_, told) = world.call("POST", "/api/v1/helpdesk/ask", Some(json!({"question": "who feeds the owls?"}))).await;
    ids.push(told["conversation_id"].as_str().unwrap().to_owned());
    for list in [
        "enquiries",
        "quotes",
        "clients",
        "mail/messages",
        "notifications",
        "users",
        "auth/sessions",
        "rates",
        "helpdesk/gaps",
    ] {
        let first = &world.get(&format!("/api/v1/{list}?limit=1")).await["items"][0]["id"];
        ids.push(first.as_str().unwrap_or_else(|| panic!("there is no id in {list}")).to_owned());
    }
    ids
}

/// An id of the same shape that nobody has.
fn unlike(world: &World, id: &str) -> String {
    if ids::is_id(id) { ids::new_id(world.started.app.clock.now()) } else { id.chars().rev().collect() }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_route_tells_anothers_id_from_one_that_nobody_has() {
    let world = World::new().await;
    let other = Other::beside(&world).await;
    let ids = every_id(&world).await;
    let description = serde_json::to_value(tripdesk::functions::openapi()).unwrap();
    let mut not_found = 0;
    for (path, item) in description["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap().iter().filter(|_| path.contains("{id}")) {
            if operation["x-access"] == "operator" {
                continue;
            }
            let method = method.to_uppercase();
            let body = operation.get("requestBody").map(|_| body_for(&format!("{method} {path}")));
            let mut looked_up = false;
            for id in &ids {
                let nobodys = unlike(&world, id);
                let theirs = ask(&world, &other.token, &method, &path.replace("{id}", id), body.clone()).await;
                let unknown = ask(&world, &other.token, &method, &path.replace("{id}", &nobodys), body.clone()).await;
                assert_eq!(theirs, unknown, "{method} {path} {id}");
                looked_up |= theirs.0 == 404;
            }
            not_found += u32::from(looked_up);
        }
    }
    assert!(not_found > 35, "{not_found} routes came as far as looking an id up");
    let mine = |id: &str| {
        let (party, dates) =
            (json!({"rooms": [{"adults": 2}]}), json!({"check_in": "2027-07-03", "check_out": "2027-07-10"}));
        [
            ("/api/v1/quotes", json!({"enquiry_id": id, "party": party, "dates": dates})),
            ("/api/v1/helpdesk/feedback", json!({"id": id, "helpful": false})),
        ]
    };
    for id in &ids {
        for ((path, theirs), (_, unknown)) in mine(id).into_iter().zip(mine(&unlike(&world, id))) {
            let theirs = ask(&world, &other.token, "POST", path, Some(theirs)).await;
            let unknown = ask(&world, &other.token, "POST", path, Some(unknown)).await;
            assert_eq!(theirs, unknown, "{path} {id} in a body");
            assert!([400, 404].contains(&theirs.0), "{path}: {theirs:?}");
        }
    }
}

/// A thousand questions of two agencies in turn, whose documents read alike but for a canary in each (`hostile.md`, X2,
/// T10): nobody is ever answered out of the other's.
#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_never_answered_from_anothers_documents() {
    let world = World::new().await;
    let other = Other::beside(&world).await;
    let things = ["harbour", "desert", "island", "mountain", "river"];
    for thing in things {
        for (token, canary) in [(&world.token, "sunny-canary"), (&other.token, "berta-canary")] {
            let text = format!(
                "# The {thing} transfer\n\nThe {thing} transfer leaves at 9:30 and its code is {canary}-{thing}."
            );
            let document = json!({"title": format!("The {thing} transfer"), "text": text});
            let (status, kept) = ask(&world, token, "POST", "/api/v1/knowledge/documents", Some(document)).await;
            assert!(status < 300, "{kept}");
        }
    }
    let mut answered = 0;
    for round in 0..500_usize {
        let thing = things[round % things.len()];
        let (path, body) = if round % 10 == 9 {
            ("/api/v1/helpdesk/search", json!({"query": format!("canary code {thing}"), "limit": 50}))
        } else {
            ("/api/v1/helpdesk/ask", json!({"question": format!("What is the code of the {thing} transfer?")}))
        };
        let (own, foreign) = tokio::join!(
            ask(&world, &world.token, "POST", path, Some(body.clone())),
            ask(&world, &other.token, "POST", path, Some(body.clone()))
        );
        let (own, foreign) = (own.1.to_string(), foreign.1.to_string());
        assert!(!own.contains("berta-canary"), "{own}");
        assert!(!foreign.contains("sunny-canary"), "{foreign}");
        answered += usize::from(own.contains("sunny-canary")) + usize::from(foreign.contains("berta-canary"));
    }
    assert!(answered > 900, "the questions are answered at all: {answered}");
}
