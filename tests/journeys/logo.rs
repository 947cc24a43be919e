//! An agency's logo: taken in, made safe, shown to travellers.

use crate::support::{World, enquiry};

/// A picture of one pixel (PNG).
const PIXEL: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8,
    6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, b'I', b'D', b'A', b'T', 0x78, 0xda, 0x63, 0x64, 0xf8, 0xcf,
    0x50, 0x0f, 0, 0x03, 0x86, 0x01, 0x80, 0x5a, 0x34, 0x7d, 0x6b, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42,
    0x60, 0x82,
];

async fn upload(world: &World, bytes: &[u8]) -> (u16, serde_json::Value) {
    let call = world.http.put(format!("{}/api/v1/tenants/me/logo", world.base)).bearer_auth(&world.token);
    let answer = call.header("content-type", "image/png").body(bytes.to_vec()).send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_logo_is_written_anew_and_shown_in_mail_and_pdf() {
    let world = World::new().await;
    let (status, logo) = upload(&world, PIXEL).await;
    assert_eq!(status, 200, "{logo}");
    let url = logo["logo_url"].as_str().unwrap().to_owned();
    let place = &url[url.find("/api/v1/").unwrap()..];
    let shown = world.http.get(format!("{}{place}", world.base)).send().await.unwrap();
    assert_eq!(shown.status(), 200);
    assert_eq!(shown.headers()["content-type"], "image/png");
    assert!(shown.headers().contains_key("x-content-type-options"));
    world.mail(&enquiry("anna")).await;
    world.settle().await;
    assert!(world.outbox().await[0]["html"].as_str().unwrap().contains(&url));
    let forged = world.http.get(format!("{}{place}x", world.base)).send().await.unwrap();
    assert_eq!(forged.status(), 404);
    assert_eq!(world.call("DELETE", "/api/v1/tenants/me/logo", None).await.0, 204);
    assert!(world.get("/api/v1/tenants/me").await["config"]["branding"]["logo_url"].is_null());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_logo_is_refused() {
    let world = World::new().await;
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
    assert_eq!(upload(&world, svg).await.0, 400);
    assert_eq!(upload(&world, &vec![0; (1 << 20) + 1]).await.0, 413);
    let version = world.get("/api/v1/tenants/me").await["version"].clone();
    let foreign =
        serde_json::json!({"version": version, "config": {"branding": {"logo_url": "https://evil.example/x.png"}}});
    assert_eq!(world.call("PATCH", "/api/v1/tenants/me", Some(foreign)).await.0, 400);
}
