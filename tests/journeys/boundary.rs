//! The HTTP boundary: problem documents, headers and refusals that are the same everywhere (`hostile.md`, H1, I1–I3, T1–T4, J).

use serde_json::{Value, json};

use crate::support::World;

const HEADERS: [&str; 7] = [
    "strict-transport-security",
    "content-security-policy",
    "x-frame-options",
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
    "cross-origin-opener-policy",
];

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_has_its_headers_and_every_error_its_document() {
    let world = World::new().await;
    let calls = [
        ("GET", "/api/v1/auth/me", 200),
        ("GET", "/api/v1/nothing", 404),
        ("DELETE", "/api/v1/auth/login", 405),
        ("OPTIONS", "/api/v1/quotes", 405),
        ("HEAD", "/api/v1/auth/me", 200),
        ("GET", "/api/v1/quotes?limit=-1", 400),
        ("GET", "/api/v1/quotes?limit=1000000000", 400),
        ("GET", "/api/v1/quotes?cursor=forged.forged", 400),
        ("GET", "/api/v1/quotes/00000000-0000-7000-8000-000000000000", 404),
        ("GET", "/api/v1/quotes/..%2f..%2fx", 404),
        ("POST", "/api/v1/auth/login", 415),
        ("GET", "/openapi.json", 200),
        ("GET", "/health", 200),
        ("GET", "/", 200),
    ];
    for (method, path, expected) in calls {
        let call =
            world.http.request(method.parse().unwrap(), format!("{}{path}", world.base)).bearer_auth(&world.token);
        let answer = call.send().await.unwrap();
        let status = answer.status().as_u16();
        assert!(status == expected || path == "/", "{method} {path}: {status}");
        for name in HEADERS {
            assert!(answer.headers().contains_key(name), "{method} {path} lacks {name}");
        }
        if status >= 400 && method != "HEAD" && path != "/" {
            let id = answer.headers()["x-request-id"].to_str().unwrap().to_owned();
            if status == 405 {
                assert!(answer.headers().contains_key("allow"), "{method} {path} lacks Allow");
            }
            let problem: Value = answer.json().await.unwrap();
            assert_eq!(
                (problem["status"].as_u64(), problem["request_id"].as_str()),
                (Some(u64::from(status)), Some(id.as_str()))
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_is_read_within_limits() {
    let world = World::new().await;
    let post = async |body: Vec<u8>, kind: &str| {
        let call = world.http.post(format!("{}/api/v1/quotes/price", world.base)).bearer_auth(&world.token);
        call.header("content-type", kind).body(body).send().await.unwrap().status().as_u16()
    };
    assert_eq!(post(vec![b'['; 100_000], "application/json").await, 400);
    assert_eq!(post(vec![b' '; 10_000_000], "application/json").await, 413);
    assert_eq!(post(b"{}".to_vec(), "text/plain").await, 415);
    assert_eq!(post(b"{}".to_vec(), "application/json; charset=utf-16").await, 415);
    assert_eq!(post(br#"{"party":1,"party":2}"#.to_vec(), "application/json").await, 400);
    assert_eq!(post(br#"{"party":{"rooms":[{"adults":1e999}]}}"#.to_vec(), "application/json").await, 400);
    assert_eq!(post(b"\xff\xfe{}".to_vec(), "application/json").await, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_whole_token_of_a_standing_session_opens_anything() {
    let world = World::new().await;
    let me = async |token: &str, client: Option<&str>| {
        let mut call =
            world.http.get(format!("{}/api/v1/auth/me", world.base)).header("authorization", format!("Bearer {token}"));
        if let Some(client) = client {
            call = call.header("x-client-id", client);
        }
        call.send().await.unwrap().status().as_u16()
    };
    let token = world.token.clone();
    let parts: Vec<&str> = token.split('.').collect();
    let none = "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0";
    let forged = [
        String::new(),
        format!("{none}.{}.", parts[1]),
        format!("{}.{}.", parts[0], parts[1]),
        format!("{}.{}.{}", parts[0], parts[1], parts[2].chars().rev().collect::<String>()),
        format!("{token}.x.y"),
        "x".repeat(1_000_000),
    ];
    for token in &forged[..5] {
        assert_eq!(me(token, None).await, 401);
    }
    assert_eq!(me(&token, Some("sunbird-travel")).await, 200);
    for other in ["other", "Sunbird-Travel", "sunbird-travel "] {
        assert!([400, 403].contains(&me(&token, Some(other)).await) || other.ends_with(' '), "{other:?}");
    }
    assert_eq!(me(&token, Some("")).await, 400);
    assert_eq!(world.call("POST", "/api/v1/auth/logout", None).await.0, 204);
    assert_eq!(me(&token, None).await, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_answers_the_same_for_known_and_unknown() {
    let world = World::new().await;
    let email = world.started.demo.clone().unwrap().email;
    let login = async |email: &str, password: &str| {
        let body = json!({"email": email, "password": password});
        let mut answer: Value = world
            .http
            .post(format!("{}/api/v1/auth/login", world.base))
            .json(&body)
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap();
        answer["request_id"] = Value::Null;
        answer
    };
    assert_eq!(login(&email, "wrong").await, login("nobody@nowhere.example", "wrong").await);
}
