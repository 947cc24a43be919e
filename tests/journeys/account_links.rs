//! What comes by mail: invitations, links for a new password, warnings (`hostile.md`, P6–P8, T5, T7).

use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::{
    accounts::{admin, advance, call_as, sign_in},
    support::World,
};

const GOOD: &str = "four small whales at the cape";

/// Texts of the mails to an address, newest first.
async fn mails(world: &World, email: &str) -> Vec<Value> {
    world.settle().await;
    let mails = world.outbox().await;
    mails.into_iter().filter(|mail| mail["to"].to_string().contains(email)).collect()
}

fn token_of(mail: &Value) -> String {
    let text = mail["text"].as_str().unwrap();
    let rest = text.split("?token=").nth(1).unwrap_or_else(|| panic!("no link in {text}"));
    rest.split_whitespace().next().unwrap().to_owned()
}

async fn invite(world: &World, email: &str, role: &str) -> Value {
    let body = json!({"email": email, "name": "Sipho Dlamini", "role": role});
    let (status, invitation) = world.call("POST", "/api/v1/invitations", Some(body)).await;
    assert_eq!(status, 201, "{invitation}");
    invitation
}

async fn accept(world: &World, token: &str, password: &str) -> (u16, Value) {
    let body = json!({"token": token, "name": "Sipho", "password": password});
    call_as(world, None, "POST", "/auth/invitations/accept", Some(body)).await
}

async fn reset(world: &World, token: &str, password: &str) -> (u16, Value) {
    let body = json!({"token": token, "password": password});
    call_as(world, None, "POST", "/auth/password/reset", Some(body)).await
}

/// A member of the demo agency: their access token.
pub(crate) async fn join(world: &World, email: &str, role: &str) -> String {
    invite(world, email, role).await;
    let token = token_of(&mails(world, email).await[0]);
    let (status, joined) = accept(world, &token, GOOD).await;
    assert_eq!((status, joined["role"].as_str()), (201, Some(role)), "{joined}");
    sign_in(world, email, GOOD).await.1["access_token"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_is_mailed_renewed_and_taken_up_once() {
    let world = World::new().await;
    let invitation = invite(&world, "sipho@sunbird.example", "consultant").await;
    let first = mails(&world, "sipho@sunbird.example").await.remove(0);
    let public = world.started.app.settings.public_url.clone();
    assert!(first["text"].as_str().unwrap().contains(&format!("{public}/invitation?token=")));
    assert!(first["subject"].as_str().unwrap().contains("Sunbird"), "{}", first["subject"]);
    let again = json!({"email": "SIPHO@sunbird.example", "name": "x", "role": "viewer"});
    assert_eq!(world.call("POST", "/api/v1/invitations", Some(again)).await.0, 409);

    let id = invitation["id"].as_str().unwrap();
    assert_eq!(world.call("POST", &format!("/api/v1/invitations/{id}/resend"), None).await.0, 200);
    assert_eq!(accept(&world, &token_of(&first), GOOD).await.0, 400, "replaced");
    let token = token_of(&mails(&world, "sipho@sunbird.example").await[0]);
    assert_eq!(accept(&world, &format!("{token}x"), GOOD).await.0, 400);
    assert_eq!(accept(&world, &token, "too short").await.1["errors"][0]["field"], "password");
    let race = join_all((0..12).map(|_| accept(&world, &token, GOOD))).await;
    assert_eq!(race.iter().filter(|(status, _)| *status == 201).count(), 1, "{race:?}");
    assert!(race.iter().all(|(status, _)| [201, 400, 429].contains(status)), "{race:?}");
    assert_eq!(sign_in(&world, "Sipho@Sunbird.example", GOOD).await.0, 200);
    assert_eq!(world.get("/api/v1/invitations").await["items"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_runs_out_is_revoked_and_counts_against_the_plan() {
    let world = World::new().await;
    let invitation = invite(&world, "late@sunbird.example", "viewer").await;
    let token = token_of(&mails(&world, "late@sunbird.example").await[0]);
    let other = invite(&world, "never@sunbird.example", "viewer").await;
    let revoked = token_of(&mails(&world, "never@sunbird.example").await[0]);
    let id = other["id"].as_str().unwrap();
    assert_eq!(world.call("DELETE", &format!("/api/v1/invitations/{id}"), None).await.0, 204);
    assert_eq!(world.call("DELETE", &format!("/api/v1/invitations/{id}"), None).await.0, 404);
    assert_eq!(accept(&world, &revoked, GOOD).await.0, 400);

    // The plan has room for 25: one user and one invitation are there.
    let crowd = join_all((0..30).map(|n| {
        let body = json!({"email": format!("n{n}@sunbird.example"), "name": "N", "role": "viewer"});
        let world = &world;
        async move { world.call("POST", "/api/v1/invitations", Some(body)).await.0 }
    }))
    .await;
    let open = world.get("/api/v1/invitations?limit=100").await["items"].as_array().unwrap().len();
    assert!(open <= 24, "{open} open invitations: {crowd:?}");
    assert!(crowd.iter().all(|status| [201, 409, 429, 503].contains(status)), "{crowd:?}");

    advance(&world, 7 * 24 * 3_600 + 1).await;
    assert_eq!(accept(&world, &token, GOOD).await.0, 400, "{invitation}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_known_elsewhere_is_invited_in_the_same_words() {
    let world = World::new().await;
    let (email, _) = admin(&world);
    let body = |email: &str| json!({"email": email, "name": "Somebody", "role": "viewer"});
    let (known_status, known) = world.call("POST", "/api/v1/invitations", Some(body(&email))).await;
    let (status, unknown) = world.call("POST", "/api/v1/invitations", Some(body("somebody@post.example"))).await;
    assert_eq!((known_status, status), (201, 201));
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&known), names(&unknown));
    let token = token_of(&mails(&world, &email).await[0]);
    assert_eq!(accept(&world, &token, GOOD).await.0, 409, "the mail's receiver alone learns it");
    let wrong = json!({"email": "a@post.example", "name": "A", "role": "operator"});
    assert_eq!(world.call("POST", "/api/v1/invitations", Some(wrong)).await.0, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_for_a_new_password_opens_once_and_ends_every_session() {
    let world = World::new().await;
    let (email, password) = admin(&world);
    let forgot = async |host: &str| {
        let call =
            world.http.post(format!("{}/api/v1/auth/password/forgot", world.base)).json(&json!({"email": email}));
        call.header("x-forwarded-host", host)
            .header("origin", format!("https://{host}"))
            .send()
            .await
            .unwrap()
            .status()
            .as_u16()
    };
    assert_eq!((forgot("evil.example").await, forgot("evil.example").await), (202, 202));
    let mail = mails(&world, &email).await;
    assert!(mail.iter().all(|mail| !mail.to_string().contains("evil.example")));
    let (token, other) = (token_of(&mail[0]), token_of(&mail[1]));
    for (bad, why) in [("fourteen chars", "short"), ("password1234567", "tried first")] {
        assert_eq!(reset(&world, &token, bad).await.1["errors"][0]["field"], "password", "{why}");
    }
    let race = join_all((0..12).map(|_| reset(&world, &token, GOOD))).await;
    assert_eq!(race.iter().filter(|(status, _)| *status == 204).count(), 1, "{race:?}");
    assert_eq!(reset(&world, &other, "another good one, honestly").await.0, 400, "a new password ends other links");
    assert_eq!(world.call("GET", "/api/v1/auth/me", None).await.0, 401, "and every session");
    assert_eq!(sign_in(&world, &email, &password).await.0, 401);
    assert_eq!(sign_in(&world, &email, GOOD).await.0, 200);
    let told = mails(&world, &email).await;
    assert!(told.iter().any(|mail| mail["subject"] == "Your password was changed"), "{told:?}");

    forgot("evil.example").await;
    let token = token_of(&mails(&world, &email).await[0]);
    advance(&world, 3_601).await;
    assert_eq!(reset(&world, &token, "yet another good one here").await.0, 400, "run out");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_password_ends_old_tokens_and_gives_new_ones() {
    let world = World::new().await;
    let (email, password) = admin(&world);
    let change = async |old: &str, new: &str| {
        let body = json!({"current_password": old, "new_password": new});
        world.call("POST", "/api/v1/auth/password/change", Some(body)).await
    };
    assert_eq!(change("wrong", GOOD).await.1["errors"][0]["field"], "current_password");
    // Rows of lengths: never cut off, counted in characters.
    let long = "Fluß und Kraal, 41 Störche; ".repeat(5);
    let of = |length: usize| long.chars().take(length).collect::<String>();
    for (length, expected) in [(7, 400), (8, 400), (14, 400), (129, 400)] {
        assert_eq!(change(&password, &of(length)).await.0, expected, "{length}");
    }
    let (status, granted) = change(&password, &of(128)).await;
    assert_eq!(status, 200, "{granted}");
    assert_eq!(world.call("GET", "/api/v1/auth/me", None).await.0, 401);
    let token = granted["access_token"].as_str().unwrap();
    assert_eq!(call_as(&world, Some(token), "GET", "/auth/me", None).await.0, 200);
    assert_eq!(sign_in(&world, &email, &of(127)).await.0, 401);
    assert_eq!(sign_in(&world, &email, &of(129)).await.0, 401);
    assert_eq!(sign_in(&world, &email, &of(128)).await.0, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_device_is_told_of_and_a_known_one_is_not() {
    let world = World::new().await;
    let (email, password) = admin(&world);
    let login = async |agent: &str| {
        let call = world.http.post(format!("{}/api/v1/auth/login", world.base)).header("user-agent", agent);
        let body = json!({"email": email, "password": password});
        call.json(&body).send().await.unwrap().status().as_u16()
    };
    let firefox = "Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0";
    assert_eq!((login(firefox).await, login(firefox).await), (200, 200));
    assert_eq!(login("visit http://evil.example now").await, 200);
    let told = mails(&world, &email).await;
    let told: Vec<_> = told.iter().filter(|mail| mail["subject"] == "New sign-in to your account").collect();
    assert_eq!(told.len(), 2);
    assert!(told.iter().any(|mail| mail["text"].as_str().unwrap().contains("Firefox, Windows")));
    assert!(told.iter().all(|mail| !mail.to_string().contains("evil.example")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_with_a_link_is_shredded_once_it_is_settled() {
    let world = World::new().await;
    let outgoing = async || {
        let tenant = world.started.app.store.tenant_of_mailbox(&world.mailbox).await.unwrap().unwrap();
        let files = world.started.app.files.list(&tenant).await.unwrap();
        files.iter().filter(|file| file.name.starts_with("outgoing/")).count()
    };
    invite(&world, "sipho@sunbird.example", "viewer").await;
    let (email, _) = admin(&world);
    assert_eq!(call_as(&world, None, "POST", "/auth/password/forgot", Some(json!({"email": email}))).await.0, 202);
    assert_eq!(mails(&world, "sipho@sunbird.example").await.len(), 1);
    assert_eq!(mails(&world, &email).await.len(), 1);
    assert_eq!(outgoing().await, 0, "a file that opens an account is left");
    world.mail(&crate::support::enquiry("anna")).await;
    world.settle().await;
    assert_eq!(outgoing().await, 1, "a traveller's mail is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failure_behind_it_tells_nobody_who_is_known() {
    let world = World::new().await;
    let (email, _) = admin(&world);
    for (service, operation) in [("s3", "PutObject"), ("dynamodb", "TransactWriteItems"), ("sqs", "SendMessage")] {
        let fault = json!({"service": service, "operation": operation, "mode": "error", "rate": 1.0, "seed": 7});
        assert!(world.call("POST", "/_local/faults", Some(fault)).await.0 < 300);
        let mut answers = Vec::new();
        for email in [email.as_str(), "nobody@post.example"] {
            let body = json!({"email": email});
            let forgot = call_as(&world, None, "POST", "/auth/password/forgot", Some(body)).await;
            let login = sign_in(&world, email, "not the password at all").await;
            answers.push((forgot.0, forgot.1, login.0, login.1["detail"].clone()));
        }
        assert!(world.call("DELETE", "/_local/faults", None).await.0 < 300);
        assert_eq!(answers[0], answers[1], "{service} {operation}");
        assert_eq!((answers[0].0, answers[0].2), (202, 401), "{service} {operation}");
    }
}
