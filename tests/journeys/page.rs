//! The traveller's page: read, answered by its forms, and shut with words of its own, all without a script.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use crate::support::{World, enquiry};

const PHONE: &str = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36";

/// A visitor who follows no redirect by themselves.
struct Visitor {
    http: reqwest::Client,
    page: String,
}

impl Visitor {
    async fn of_a_sent_quote(world: &World, name: &str) -> Self {
        world.mail(&enquiry(name)).await;
        world.settle().await;
        let page = world.quotes().await[0]["links"]["public"].as_str().unwrap().to_owned();
        let http = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).user_agent(PHONE);
        Self { http: http.build().unwrap(), page }
    }

    async fn open(&self) -> reqwest::Response {
        self.http.get(&self.page).send().await.unwrap()
    }

    async fn post(&self, form: &str, body: &str) -> reqwest::Response {
        let call = self.http.post(format!("{}/{form}", self.page));
        call.header("content-type", "application/x-www-form-urlencoded").body(body.to_owned()).send().await.unwrap()
    }
}

fn style_of(html: &str) -> &str {
    html.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0
}

/// Every page is HTML, carries the seven headers, and allows its own style and no script.
async fn sound(answer: reqwest::Response, status: u16) -> String {
    assert_eq!(answer.status(), status);
    let headers = answer.headers().clone();
    let header = |name: &str| headers.get(name).unwrap_or_else(|| panic!("no {name}")).to_str().unwrap().to_owned();
    for name in ["strict-transport-security", "x-frame-options", "x-content-type-options", "referrer-policy"] {
        header(name);
    }
    header("permissions-policy");
    header("cross-origin-opener-policy");
    assert!(header("content-type").starts_with("text/html"));
    assert!(header("cache-control").contains("no-store"));
    let policy = header("content-security-policy");
    let html = answer.text().await.unwrap();
    let digest = STANDARD.encode(Sha256::digest(style_of(&html).as_bytes()));
    assert!(
        policy.contains(&format!("style-src 'sha256-{digest}'")) && policy.contains("default-src 'none'"),
        "{policy}"
    );
    assert!(!html.contains("<script") && !html.contains(" style=") && html.len() < 60_000, "{} bytes", html.len());
    html
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_accepts_and_leads_back_to_the_page() {
    let world = World::new().await;
    let visitor = Visitor::of_a_sent_quote(&world, "anna").await;
    let html = sound(visitor.open().await, 200).await;
    let quote = world.quotes().await[0].clone();
    assert!(
        html.contains("Zanzibar")
            && html.contains("type=\"radio\"")
            && html.contains(quote["number"].as_str().unwrap())
    );
    let (_, shown) = html.split_once("</style>").unwrap();
    for secret in ["margin", "markup", "net "] {
        assert!(!shown.contains(secret), "{secret}");
    }

    let missing = sound(visitor.post("accept", "option=2&name=+&email=nobody").await, 400).await;
    assert!(
        missing.contains("id=\"name-error\"") && missing.contains("id=\"email-error\"") && missing.contains("checked")
    );
    assert_eq!(world.quotes().await[0]["state"], "viewed");

    let taken = visitor.post("accept", "option=2&name=Anna+Berg&email=anna%40post.example").await;
    assert_eq!(
        (taken.status().as_u16(), taken.headers()["location"].to_str().unwrap().starts_with("/q/")),
        (303, true)
    );
    world.settle().await;
    assert_eq!(world.quotes().await[0]["state"], "accepted");
    let accepted = sound(visitor.open().await, 200).await;
    assert!(!accepted.contains("<form") && accepted.contains("role=\"status\""));
    let again = visitor.post("accept", "option=1&name=Anna+Berg&email=anna%40post.example").await;
    assert_eq!(again.status(), 303, "whoever comes second sees how it stands");
    world.settle().await;
    assert_eq!(world.outbox().await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_declines_with_its_reason() {
    let world = World::new().await;
    let visitor = Visitor::of_a_sent_quote(&world, "ben").await;
    assert_eq!(visitor.post("decline", "reason=too+far%0D%0Afrom+the+beach").await.status(), 303);
    let id = world.quotes().await[0]["id"].as_str().unwrap().to_owned();
    let quote = world.get(&format!("/api/v1/quotes/{id}")).await;
    assert_eq!((quote["state"].as_str(), quote["answer"]["kind"].as_str()), (Some("declined"), Some("declined")));
    assert!(!sound(visitor.open().await, 200).await.contains("<form"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shut_page_says_why() {
    let world = World::new().await;
    let visitor = Visitor::of_a_sent_quote(&world, "cora").await;
    let quote = world.quotes().await[0].clone();
    let withdraw = format!("/api/v1/quotes/{}/withdraw", quote["id"].as_str().unwrap());
    assert_eq!(world.call("POST", &withdraw, None).await.0, 200);
    let gone = sound(visitor.open().await, 410).await;
    assert!(gone.contains("withdrawn") && gone.contains("Sunbird Travel") && !gone.contains("ZAR"));
    sound(visitor.post("accept", "option=1&name=A&email=a%40post.example").await, 410).await;
    let nowhere = Visitor { page: format!("{}/q/none.such", world.base), ..visitor };
    sound(nowhere.open().await, 404).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_shows_a_draft_and_takes_no_answer() {
    let world = World::new().await;
    world.mail_with(&enquiry("dora"), &[("dmarc", "GRAY")]).await;
    world.settle().await;
    let draft = world.quotes().await[0].clone();
    assert!(draft["links"]["public"].is_null());
    let http = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let preview = Visitor { http, page: draft["links"]["preview"].as_str().unwrap().to_owned() };
    let html = sound(preview.open().await, 200).await;
    assert!(html.contains("Preview") && !html.contains("<form"));
    assert_eq!(preview.post("accept", "option=1&name=A&email=a%40post.example").await.status(), 403);
    assert_eq!(world.quotes().await[0]["state"], "draft");
}
