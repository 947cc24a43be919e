//! People and roles from outside, and the second factor (`hostile.md`, T5, T7, T8, P8).

use data_encoding::BASE32_NOPAD;
use futures_util::future::join;
use serde_json::{Value, json};
use tripdesk_core::user::{code, step};

use crate::{
    account_links,
    accounts::{admin, advance, call_as, sign_in},
    support::World,
};

async fn id_of(world: &World, token: &str) -> String {
    call_as(world, Some(token), "GET", "/auth/me", None).await.1["id"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn roles_hold_from_the_next_call_and_a_removed_user_is_out_at_once() {
    let world = World::new().await;
    let member = account_links::join(&world, "sipho@sunbird.example", "consultant").await;
    let id = id_of(&world, &member).await;
    let path = format!("/api/v1/users/{id}");
    assert_eq!(call_as(&world, Some(&member), "GET", "/users", None).await.0, 403);
    assert_eq!(
        call_as(&world, Some(&member), "PATCH", &format!("/users/{id}"), Some(json!({"role": "admin"}))).await.0,
        403
    );
    for mass in [
        json!({"role": "operator"}),
        json!({"tenant_id": "other"}),
        json!({"password_hash": "x"}),
        json!({"name": " "}),
    ] {
        assert_eq!(world.call("PATCH", &path, Some(mass.clone())).await.0, 400, "{mass}");
    }
    assert_eq!(call_as(&world, Some(&member), "PATCH", "/auth/profile", Some(json!({"role": "admin"}))).await.0, 400);
    let (status, renamed) =
        call_as(&world, Some(&member), "PATCH", "/auth/profile", Some(json!({"name": "S. Dlamini"}))).await;
    assert_eq!((status, renamed["name"].as_str()), (200, Some("S. Dlamini")));

    assert_eq!(world.call("PATCH", &path, Some(json!({"role": "admin"}))).await.0, 200);
    assert_eq!(call_as(&world, Some(&member), "GET", "/users", None).await.0, 200, "no new token is needed");
    assert_eq!(world.call("DELETE", &path, None).await.0, 204);
    assert_eq!(call_as(&world, Some(&member), "GET", "/auth/me", None).await.0, 401);
    assert_eq!(sign_in(&world, "sipho@sunbird.example", "four small whales at the cape").await.0, 401);
    assert_eq!(world.call("DELETE", &path, None).await.0, 404);
    account_links::join(&world, "sipho@sunbird.example", "viewer").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn there_is_always_an_admin() {
    let world = World::new().await;
    let own = world.get("/api/v1/auth/me").await["id"].as_str().unwrap().to_owned();
    let own = format!("/api/v1/users/{own}");
    assert_eq!(world.call("PATCH", &own, Some(json!({"role": "viewer"}))).await.0, 409, "one's own role");
    assert_eq!(world.call("DELETE", &own, None).await.0, 409, "the last admin");

    let other = account_links::join(&world, "sipho@sunbird.example", "admin").await;
    let theirs = format!("/api/v1/users/{}", id_of(&world, &other).await);
    let demote = json!({"role": "viewer"});
    let path = own.trim_start_matches("/api/v1").to_owned();
    // Each removes the other at the same moment.
    let (first, second) = join(
        world.call("PATCH", &theirs, Some(demote.clone())),
        call_as(&world, Some(&other), "PATCH", &path, Some(demote)),
    )
    .await;
    let done = [first.0, second.0].iter().filter(|status| **status == 200).count();
    assert_eq!(done, 1, "{first:?} {second:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_factor_is_set_up_asked_for_and_taken_off() {
    let world = World::new().await;
    let (email, password) = admin(&world);
    let post =
        async |path: &str, body: Value| world.call("POST", &format!("/api/v1/auth/totp/{path}"), Some(body)).await;
    let enrolment = world.call("POST", "/api/v1/auth/totp/enroll", None).await.1;
    let secret = BASE32_NOPAD.decode(enrolment["secret"].as_str().unwrap().as_bytes()).unwrap();
    assert!(enrolment["uri"].as_str().unwrap().starts_with("otpauth://totp/Tripdesk:"), "{enrolment}");
    assert_eq!(sign_in(&world, &email, &password).await.0, 200, "nothing is asked for yet");
    let current = || code(&secret, step(world.started.app.clock.now()));
    assert_eq!(post("confirm", json!({"code": "000000"})).await.0, 400);
    let first = current();
    let (status, codes) = post("confirm", json!({"code": first})).await;
    assert_eq!((status, codes["recovery_codes"].as_array().map(Vec::len)), (200, Some(10)), "{codes}");

    let (status, asked) = sign_in(&world, &email, &password).await;
    assert_eq!((status, asked["errors"][0]["field"].as_str()), (401, Some("totp")));
    let (_, wrong) = sign_in(&world, &email, "not the password at all").await;
    assert_eq!(wrong["errors"], json!([]), "asked for after the right password alone");
    let with = async |totp: &str| {
        let body = json!({"email": email, "password": password, "totp": totp});
        call_as(&world, None, "POST", "/auth/login", Some(body)).await.0
    };
    assert_eq!(with(&first).await, 401, "spent when it was confirmed");
    advance(&world, 90).await;
    let next = current();
    let (one, two) = join(with(&next), with(&next)).await;
    assert_eq!([one, two].iter().filter(|status| **status == 200).count(), 1, "{one} {two}");
    let recovery = codes["recovery_codes"][0].as_str().unwrap();
    assert_eq!((with(recovery).await, with(recovery).await), (200, 401));
    assert_eq!(world.get("/api/v1/auth/me").await["totp_enabled"], true);

    // Eight characters are enough beside a code, and not without one.
    let change = json!({"current_password": password, "new_password": "Kra4l,ok"});
    let (status, granted) = world.call("POST", "/api/v1/auth/password/change", Some(change)).await;
    assert_eq!(status, 200, "{granted}");
    let token = granted["access_token"].as_str().unwrap();
    advance(&world, 90).await;
    let disable = json!({"password": "Kra4l,ok", "code": current()});
    assert_eq!(call_as(&world, Some(token), "POST", "/auth/totp/disable", Some(disable)).await.0, 409);
    let change = json!({"current_password": "Kra4l,ok", "new_password": password});
    let granted = call_as(&world, Some(token), "POST", "/auth/password/change", Some(change)).await.1;
    let token = granted["access_token"].as_str().unwrap();
    advance(&world, 90).await;
    let disable = |code: String| json!({"password": password, "code": code});
    assert_eq!(call_as(&world, Some(token), "POST", "/auth/totp/disable", Some(disable("123".into()))).await.0, 400);
    assert_eq!(call_as(&world, Some(token), "POST", "/auth/totp/disable", Some(disable(current()))).await.0, 204);
    assert_eq!(sign_in(&world, &email, &password).await.0, 200);
}
