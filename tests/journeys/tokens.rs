//! Access tokens that are not ours, or not any more (`hostile.md`, J1–J6). They are signed with the platform's own key wherever a
//! wrong signature would refuse them first, so that each rule is seen to refuse by itself.

use aws_lc_rs::{
    hmac,
    signature::{Ed25519KeyPair, KeyPair},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use crate::{accounts::advance, support::World};

/// A token of the platform taken apart, with the key that made it.
struct Forge {
    key: Ed25519KeyPair,
    header: Value,
    claims: Value,
}

impl Forge {
    fn of(world: &World) -> Self {
        let keys: Value = serde_json::from_str(&world.started.secrets.jwt_keys).unwrap();
        let seed = URL_SAFE_NO_PAD.decode(keys["keys"][0]["d"].as_str().unwrap()).unwrap();
        let part = |n: usize| -> Value {
            let part = world.token.split('.').nth(n).unwrap();
            serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
        };
        Self { key: Ed25519KeyPair::from_seed_unchecked(&seed).unwrap(), header: part(0), claims: part(1) }
    }

    /// A token of these very texts, rightly signed.
    fn signed(&self, header: &str, claims: &str) -> String {
        let message = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
        let signature = URL_SAFE_NO_PAD.encode(self.key.sign(message.as_bytes()));
        format!("{message}.{signature}")
    }

    fn with_header(&self, name: &str, value: Value) -> String {
        self.signed(&changed(&self.header, name, value), &self.claims.to_string())
    }

    fn with_claim(&self, name: &str, value: Value) -> String {
        self.signed(&self.header.to_string(), &changed(&self.claims, name, value))
    }
}

/// A record with another value of a member, or without the member where the value is null.
fn changed(record: &Value, name: &str, value: Value) -> String {
    let mut record = record.as_object().unwrap().clone();
    record.remove(name);
    if !value.is_null() {
        record.insert(name.to_owned(), value);
    }
    Value::Object(record).to_string()
}

async fn status(world: &World, token: &str) -> u16 {
    let call = world.http.get(format!("{}/api/v1/tenants/me", world.base));
    call.header("authorization", format!("Bearer {token}")).send().await.unwrap().status().as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_header_that_asks_for_other_rules_opens_nothing() {
    let world = World::new().await;
    let forge = Forge::of(&world);
    assert_eq!(status(&world, &forge.signed(&forge.header.to_string(), &forge.claims.to_string())).await, 200);
    let public = URL_SAFE_NO_PAD.encode(forge.key.public_key().as_ref());
    let away = json!("http://127.0.0.1:9/keys");
    let headers = [
        ("alg", json!("none")),
        ("alg", json!("None")),
        ("alg", json!("HS256")),
        ("alg", json!("ES256")),
        ("alg", Value::Null),
        ("typ", json!("JWT")),
        ("typ", json!("rt+jwt")),
        ("typ", Value::Null),
        ("kid", json!("")),
        ("kid", json!("../../../dev/null")),
        ("kid", json!("local-1' OR 1=1")),
        ("kid", json!(1)),
        ("kid", Value::Null),
        ("jku", away.clone()),
        ("x5u", away),
        ("x5c", json!(["MIIB"])),
        ("jwk", json!({"kty": "OKP", "crv": "Ed25519", "x": public})),
        ("crit", json!(["exp"])),
    ];
    for (name, value) in headers {
        let token = forge.with_header(name, value.clone());
        assert_eq!(status(&world, &token).await, 401, "{name}: {value}");
    }
    let twice = changed(&forge.header, "alg", Value::Null).replace('{', r#"{"alg":"EdDSA","alg":"EdDSA","#);
    assert_eq!(status(&world, &forge.signed(&twice, &forge.claims.to_string())).await, 401, "alg twice");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signature_that_is_none_or_made_of_the_public_key_opens_nothing() {
    let world = World::new().await;
    let forge = Forge::of(&world);
    let claims = URL_SAFE_NO_PAD.encode(forge.claims.to_string());
    for alg in ["none", "None", "NONE", "EdDSA"] {
        let header = URL_SAFE_NO_PAD.encode(changed(&forge.header, "alg", json!(alg)));
        for end in [".", "", ".AAAA"] {
            assert_eq!(status(&world, &format!("{header}.{claims}{end}")).await, 401, "{alg} {end:?}");
        }
    }
    let public = forge.key.public_key().as_ref();
    let jwks = world.http.get(format!("{}/.well-known/jwks.json", world.base)).send().await.unwrap();
    let jwks = jwks.bytes().await.unwrap();
    for secret in [public, URL_SAFE_NO_PAD.encode(public).as_bytes(), &jwks] {
        let header = URL_SAFE_NO_PAD.encode(changed(&forge.header, "alg", json!("HS256")));
        let message = format!("{header}.{claims}");
        let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret), message.as_bytes());
        let token = format!("{message}.{}", URL_SAFE_NO_PAD.encode(tag.as_ref()));
        assert_eq!(status(&world, &token).await, 401);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_holds_within_its_times_and_a_minute_around_them() {
    let world = World::new().await;
    let forge = Forge::of(&world);
    let now = world.started.app.clock.now().as_second();
    // The minute's edges are left a margin: calls take time here.
    let times = [
        ("exp", now - 30, 200),
        ("exp", now - 61, 401),
        ("exp", 0, 401),
        ("nbf", now + 50, 200),
        ("nbf", now + 600, 401),
        ("iat", now + 50, 200),
        ("iat", now + 600, 401),
    ];
    for (name, time, expected) in times {
        assert_eq!(status(&world, &forge.with_claim(name, json!(time))).await, expected, "{name} {}", time - now);
    }
    advance(&world, 15 * 60 + 61).await;
    assert_eq!(status(&world, &world.token).await, 401, "past its life and the minute");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_that_is_missing_wrong_or_doubled_opens_nothing() {
    let world = World::new().await;
    let forge = Forge::of(&world);
    for name in ["iss", "aud", "sub", "sid", "tenant", "iat", "nbf", "exp"] {
        assert_eq!(status(&world, &forge.with_claim(name, Value::Null)).await, 401, "without {name}");
        let member = format!("{{\"{name}\":{},", forge.claims[name]);
        let doubled = forge.claims.to_string().replacen('{', &member, 1);
        assert_eq!(status(&world, &forge.signed(&forge.header.to_string(), &doubled)).await, 401, "{name} twice");
    }
    let wrong = [
        ("iss", json!("Tripdesk")),
        ("aud", json!("tripdesk")),
        ("aud", json!(["other"])),
        ("sub", json!("somebody")),
        ("sid", json!("01930b5e-7c5a-7f00-8000-0123456789ab")),
        ("tenant", json!("blue-horizon")),
        ("tenant", json!("Sunbird-Travel")),
        ("tenant", json!("../sunbird-travel")),
        ("exp", json!("9999999999")),
        ("exp", json!(1e20)),
        ("exp", json!(-1)),
        ("exp", json!(true)),
    ];
    for (name, value) in wrong {
        assert_eq!(status(&world, &forge.with_claim(name, value.clone())).await, 401, "{name}: {value}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_token_opens_nothing_whatever_its_shape() {
    let world = World::new().await;
    let forge = Forge::of(&world);
    let parts: Vec<&str> = world.token.split('.').collect();
    let [header, claims, signature] = parts[..] else { panic!("{parts:?}") };
    let login =
        json!({"email": world.started.demo.as_ref().unwrap().email, "password": world.started.secrets.demo_password});
    let granted = world.call("POST", "/api/v1/auth/login", Some(login)).await.1;
    let shapes = [
        granted["refresh_token"].as_str().unwrap().to_owned(),
        String::new(),
        ".".to_owned(),
        "..".to_owned(),
        format!("{header}.{claims}"),
        format!("{}.x", world.token),
        format!("{}.x.y", world.token),
        format!("{}=", world.token),
        format!("{header}.{claims}.{signature}=="),
        format!("{header}=.{claims}.{signature}"),
        format!("{header}.{claims}.{}", &signature[..signature.len() - 2]),
        format!("{header}.{claims}.{}", signature.replace(|c: char| c.is_ascii_alphanumeric(), "+")),
        forge.signed(&forge.header.to_string(), "[]"),
        forge.signed("[]", &forge.claims.to_string()),
        forge.signed(&forge.header.to_string(), &format!("{}x", forge.claims)),
        forge.signed(&forge.header.to_string(), &format!("{}1{}", "[".repeat(1_000), "]".repeat(1_000))),
        "x".repeat(1_000_000),
    ];
    for shape in &shapes {
        assert_eq!(status(&world, shape).await, 401, "{} characters: {:.40}", shape.len(), shape);
    }
    let ask = async |values: &[String]| {
        let mut call = world.http.get(format!("{}/api/v1/tenants/me", world.base));
        for value in values {
            call = call.header("authorization", value);
        }
        call.send().await.unwrap().status().as_u16()
    };
    let whole = format!("Bearer {}", world.token);
    assert_eq!(ask(&[whole.clone(), whole.clone()]).await, 401, "sent twice");
    assert_eq!(ask(&[format!("Basic {}", world.token)]).await, 401);
    assert_eq!(ask(std::slice::from_ref(&world.token)).await, 401);
    assert_eq!(ask(&[whole.replace("Bearer", "bearer")]).await, 200, "a scheme's case means nothing (RFC 9110)");
}
