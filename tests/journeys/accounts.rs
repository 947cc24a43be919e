//! Sessions from outside: tokens that rotate, end, and are told apart (`hostile.md`, R1–R4, T6, T7, J7, P1–P5, P9).

use std::{collections::HashSet, time::Instant};

use futures_util::future::join_all;
use serde_json::{Value, json};
use tripdesk_core::{
    session::Keys,
    store::Changes,
    tenant::{Status, Tenant},
};

use crate::support::World;

/// A call as somebody: status and body.
pub(crate) async fn call_as(
    world: &World,
    token: Option<&str>,
    method: &str,
    path: &str,
    body: Option<Value>,
) -> (u16, Value) {
    let mut call = world.http.request(method.parse().unwrap(), format!("{}/api/v1{path}", world.base));
    if let Some(token) = token {
        call = call.bearer_auth(token);
    }
    if let Some(body) = body {
        call = call.json(&body);
    }
    let answer = call.send().await.unwrap();
    let status = answer.status().as_u16();
    (status, serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap_or(Value::Null))
}

pub(crate) async fn sign_in(world: &World, email: &str, password: &str) -> (u16, Value) {
    call_as(world, None, "POST", "/auth/login", Some(json!({"email": email, "password": password}))).await
}

/// Address and password of the demo agency's admin.
pub(crate) fn admin(world: &World) -> (String, String) {
    (world.started.demo.clone().unwrap().email, world.started.secrets.demo_password.clone())
}

pub(crate) async fn advance(world: &World, seconds: i64) {
    let call = world.http.post(format!("{}/_local/clock", world.base)).json(&json!({"advance_seconds": seconds}));
    call.send().await.unwrap().error_for_status().unwrap();
}

async fn fresh(world: &World) -> (String, String) {
    let (email, password) = admin(world);
    let (status, granted) = sign_in(world, &email, &password).await;
    assert_eq!(status, 200, "{granted}");
    let text = |name: &str| granted[name].as_str().unwrap().to_owned();
    (text("access_token"), text("refresh_token"))
}

async fn refresh(world: &World, token: &str) -> (u16, Value) {
    call_as(world, None, "POST", "/auth/refresh", Some(json!({"refresh_token": token}))).await
}

async fn me(world: &World, token: &str) -> u16 {
    call_as(world, Some(token), "GET", "/auth/me", None).await.0
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_is_given_again_and_a_reused_token_ends_the_family() {
    let world = World::new().await;
    let (access, parent) = fresh(&world).await;
    let (status, child) = refresh(&world, &parent).await;
    assert_eq!((status, child["token_type"].as_str()), (200, Some("Bearer")));
    assert_ne!(child["refresh_token"], json!(parent));
    let (status, again) = refresh(&world, &parent).await;
    assert_eq!((status, &again["refresh_token"]), (200, &child["refresh_token"]));
    assert_eq!(me(&world, &access).await, 200);

    advance(&world, 11).await;
    assert_eq!(refresh(&world, &parent).await.0, 401);
    assert_eq!(refresh(&world, child["refresh_token"].as_str().unwrap()).await.0, 401, "the family has ended");
    assert_eq!(me(&world, &access).await, 401);
    assert_eq!(me(&world, &world.token).await, 200, "other sessions go on");
}

#[tokio::test(flavor = "multi_thread")]
async fn sixty_four_refreshes_at_once_have_one_child() {
    let world = World::new().await;
    let (_, parent) = fresh(&world).await;
    let answers = join_all((0..64).map(|_| refresh(&world, &parent))).await;
    let granted = answers.iter().filter(|(status, _)| *status == 200);
    let children: HashSet<_> = granted.map(|(_, body)| body["refresh_token"].as_str().unwrap()).collect();
    assert_eq!(children.len(), 1, "{:?}", answers.iter().map(|(status, _)| *status).collect::<Vec<_>>());
    assert!(answers.iter().all(|(status, _)| [200, 503].contains(status)));
    assert_eq!(refresh(&world, children.into_iter().next().unwrap()).await.0, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn forged_tokens_sign_nobody_out_and_kinds_are_not_mixed() {
    let world = World::new().await;
    let (access, token) = fresh(&world).await;
    let (payload, tag) = token.split_once('.').unwrap();
    for forged in
        [format!("{payload}x.{tag}"), format!("{payload}."), access.clone(), String::new(), "x".repeat(10_000)]
    {
        assert_eq!(refresh(&world, &forged).await.0, 401, "{forged}");
    }
    assert_eq!(me(&world, &token).await, 401, "a refresh token opens nothing else");
    assert_eq!(me(&world, &access).await, 200);
    assert_eq!(refresh(&world, &token).await.0, 200);
    let unknown = json!({"refresh_token": token, "tenant_id": "other"});
    assert_eq!(call_as(&world, None, "POST", "/auth/refresh", Some(unknown)).await.0, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_keeps_its_refresh_token_in_a_cookie_that_no_script_reads() {
    let world = World::new().await;
    let (email, password) = admin(&world);
    let post = async |path: &str, cookie: Option<&str>, body: Value| {
        let mut call = world.http.post(format!("{}/api/v1/auth/{path}", world.base)).json(&body);
        if let Some(cookie) = cookie {
            call = call.header("cookie", format!("other=1; {cookie}"));
        }
        let answer = call.send().await.unwrap();
        let set = answer.headers().get("set-cookie").map(|value| value.to_str().unwrap().to_owned());
        let status = answer.status().as_u16();
        (status, set, answer.json::<Value>().await.unwrap_or(Value::Null))
    };
    let login = json!({"email": email, "password": password, "cookie": true});
    let (status, set, body) = post("login", None, login).await;
    let set = set.unwrap();
    assert_eq!((status, body.get("refresh_token")), (200, None));
    for part in ["HttpOnly", "SameSite=Strict", "Path=/api/v1/auth", "Max-Age="] {
        assert!(set.contains(part), "{set}");
    }
    let pair = set.split(';').next().unwrap().to_owned();
    let (status, next, body) = post("refresh", Some(&pair), json!({})).await;
    assert_eq!((status, body.get("refresh_token")), (200, None));
    let next = next.unwrap().split(';').next().unwrap().to_owned();
    assert_ne!(next, pair);
    assert_eq!(post("refresh", None, json!({})).await.0, 401);
    let (status, gone, _) = post("logout", Some(&next), json!({})).await;
    assert_eq!(status, 204);
    assert!(gone.unwrap().contains("Max-Age=0"));
    assert_eq!(post("refresh", Some(&next), json!({})).await.0, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_are_listed_and_ended_one_by_one() {
    let world = World::new().await;
    let (other, _) = fresh(&world).await;
    let list = world.get("/api/v1/auth/sessions").await;
    let items = list["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    assert_eq!(items.iter().filter(|one| one["current"] == true).count(), 1);
    let theirs = items.iter().find(|one| one["current"] == false).unwrap()["id"].as_str().unwrap().to_owned();
    assert_eq!(world.call("DELETE", &format!("/api/v1/auth/sessions/{theirs}"), None).await.0, 204);
    assert_eq!(world.call("DELETE", &format!("/api/v1/auth/sessions/{theirs}"), None).await.0, 404);
    assert_eq!((me(&world, &other).await, me(&world, &world.token).await), (401, 200));

    let (access, token) = fresh(&world).await;
    let body = json!({"refresh_token": token});
    assert_eq!(call_as(&world, None, "POST", "/auth/logout", Some(body)).await.0, 204);
    assert_eq!((me(&world, &access).await, refresh(&world, &token).await.0), (401, 401));
    assert_eq!(call_as(&world, None, "POST", "/auth/logout", None).await.0, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_suspended_agency_is_refused_everywhere_at_once() {
    let world = World::new().await;
    let (access, token) = fresh(&world).await;
    let (email, password) = admin(&world);
    let app = &world.started.app;
    let (agency, _) = app.store.user_of_login(&email).await.unwrap().unwrap();
    let suspended = Tenant { status: Status::Suspended, version: agency.version + 1, ..agency.clone() };
    let changes = Changes::new().replace_tenant(&agency.operated(), &suspended, agency.version).unwrap();
    changes.commit(&app.store).await.unwrap().or_conflict("changed").unwrap();
    assert_eq!(me(&world, &access).await, 403);
    assert_eq!(refresh(&world, &token).await.0, 403);
    assert_eq!(sign_in(&world, &email, &password).await.0, 403);
    assert_eq!(sign_in(&world, &email, "not the password at all").await.0, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rotated_key_is_believed_during_the_overlap_and_not_after() {
    let world = World::new().await;
    let (access, _) = fresh(&world).await;
    let old: Value = serde_json::from_str(&world.started.secrets.jwt_keys).unwrap();
    let new: Value = serde_json::from_str(&Keys::generate("local-2")).unwrap();
    let path = world.data.path().join("secrets.json");
    let mut secrets: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    let mut retired = old["keys"][0].clone();
    retired["exp"] = json!(world.started.app.clock.now().as_second() + 600);
    secrets["jwt_keys"] = json!(json!({"keys": [new["keys"][0], retired]}).to_string());
    std::fs::write(&path, secrets.to_string()).unwrap();

    let world = world.restarted().await;
    let kids = async || {
        let set: Value =
            world.http.get(format!("{}/.well-known/jwks.json", world.base)).send().await.unwrap().json().await.unwrap();
        set["keys"].as_array().unwrap().iter().map(|key| key["kid"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(kids().await, ["local-2", "local-1"]);
    assert_eq!(me(&world, &access).await, 200, "within the overlap");
    advance(&world, 601).await;
    assert_eq!(kids().await, ["local-2"]);
    assert_eq!(me(&world, &access).await, 401, "after it, though the token itself still holds");
    assert_eq!(me(&world, &world.token).await, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn known_and_unknown_take_as_long_and_are_told_the_same() {
    let world = World::new().await;
    let (email, _) = admin(&world);
    let ask = async |path: &str, email: &str| {
        let mut body = json!({"email": email});
        if path == "/auth/login" {
            body["password"] = json!("not the password at all");
        }
        let began = Instant::now();
        let (status, mut answer) = call_as(&world, None, "POST", path, Some(body)).await;
        answer["request_id"] = Value::Null;
        (status, answer, began.elapsed().as_millis())
    };
    for path in ["/auth/login", "/auth/password/forgot"] {
        let mut times = [Vec::new(), Vec::new()];
        for turn in 0..4 {
            let (known, unknown) = (ask(path, &email).await, ask(path, &format!("nobody{turn}@post.example")).await);
            assert_eq!((known.0, &known.1), (unknown.0, &unknown.1), "{path}");
            times[0].push(known.2);
            times[1].push(unknown.2);
        }
        let least = times.map(|times| times.into_iter().min().unwrap());
        assert!(least[0].abs_diff(least[1]) < 60, "{path}: {least:?} ms");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_is_slowed_down_and_the_owner_can_still_reset() {
    let world = World::new().await;
    let (email, password) = admin(&world);
    let guesses = join_all((0..30).map(|turn| {
        let (world, email) = (&world, &email);
        async move { sign_in(world, email, &format!("a wrong guess, number {turn}")).await.0 }
    }))
    .await;
    assert!(guesses.contains(&429), "{guesses:?}");
    let answer = world.http.post(format!("{}/api/v1/auth/login", world.base));
    let answer = answer.json(&json!({"email": email, "password": password})).send().await.unwrap();
    assert_eq!(answer.status().as_u16(), 429);
    assert!(answer.headers().contains_key("retry-after"));
    assert_eq!(call_as(&world, None, "POST", "/auth/password/forgot", Some(json!({"email": email}))).await.0, 202);
    world.settle().await;
    assert!(world.outbox().await.iter().any(|mail| mail["text"].as_str().unwrap().contains("/reset-password?token=")));
    assert_eq!(me(&world, &world.token).await, 200, "who is signed in stays so");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_sign_ins_at_once_are_bounded() {
    let world = World::new().await;
    let crowd = join_all((0..1_000).map(|turn| {
        let world = &world;
        async move { sign_in(world, &format!("nobody{turn}@post.example"), "whatever they try first").await.0 }
    }))
    .await;
    assert!(crowd.iter().all(|status| [401, 429, 503].contains(status)), "{crowd:?}");
    assert!(crowd.contains(&429));
    let (email, password) = admin(&world);
    advance(&world, 3_600).await;
    assert_eq!(sign_in(&world, &email, &password).await.0, 200);
}
