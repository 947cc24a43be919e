//! What a deployment must carry, from the first agency to the accepted quote, over HTTP alone: provision, sign in, mail to
//! quote to acceptance, ask, suspend. By itself it runs against a platform of its own; where `TRIPDESK_DEPLOYED` names a file
//! (as `infra/rehearse.sh` writes it), against that deployment.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::time::{Duration, Instant};

use reqwest::{Client, Method};
use serde::Deserialize;
use serde_json::{Value, json};
use tempfile::TempDir;
use tripdesk::start::{Choices, DemoAgency, Started, start};

const AGENCY: &str = "rehearsal-travel";
const ADMIN: &str = "lindiwe@rehearsal-travel.example";
const PASSWORD: &str = "umbrella over Zanzibar 42";
const TRAVELLER: &str = "anna@post.example";
const RATES: &str = include_str!("fixtures/demo/rates.csv");
const FX: &str = include_str!("fixtures/demo/fx.json");
const FACT: &str = include_str!("fixtures/demo/knowledge/airport-transfers.md");
/// How long work may take that goes through a queue, on a loaded machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// Where a deployment is found.
#[derive(Deserialize)]
struct Deployed {
    url: String,
    host: String,
    admin_token: String,
    inbound_domain: String,
    aws_url: String,
    mail_bucket: String,
    inbound_function: String,
}

/// A platform that is asked over HTTP.
struct Desk {
    http: Client,
    url: String,
    host: Option<String>,
    admin_token: String,
    inbound_domain: String,
    post: Post,
}

/// How mail comes in, and where ours is read.
enum Post {
    Local { _data: TempDir, _started: Box<Started> },
    Emulator { aws_url: String, mail_bucket: String, inbound_function: String },
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agency_is_made_quotes_a_mail_answers_a_question_and_is_suspended() {
    let desk = Desk::open().await;
    let token = desk.provisioned().await;
    desk.stocked(&token).await;
    let quote = desk.quoted(&token).await;
    desk.accepted(&token, &quote).await;
    desk.asked(&token).await;
    desk.suspended(&token).await;
}

impl Desk {
    async fn open() -> Self {
        let http = Client::builder().no_proxy().timeout(Duration::from_secs(60)).build().unwrap();
        if let Some(file) = std::env::var_os("TRIPDESK_DEPLOYED") {
            let at: Deployed = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
            let Deployed { aws_url, mail_bucket, inbound_function, .. } = at;
            let post = Post::Emulator { aws_url, mail_bucket, inbound_function };
            let (host, inbound_domain) = (Some(at.host), at.inbound_domain);
            return Self { http, url: at.url, host, admin_token: at.admin_token, inbound_domain, post };
        }
        let data = tempfile::tempdir().unwrap();
        let choices = Choices { demo: DemoAgency::LeftOut, ..Choices::on_free_ports(data.path()) };
        let started = start(&choices).await.unwrap();
        Self {
            http,
            url: format!("http://{}", started.platform.http_addr()),
            host: None,
            admin_token: started.secrets.admin_token.clone(),
            inbound_domain: started.app.settings.inbound_domain.clone(),
            post: Post::Local { _data: data, _started: Box::new(started) },
        }
    }

    /// The agency, and its first user signed in.
    async fn provisioned(&self) -> String {
        let tenant = json!({"id": AGENCY, "name": "Rehearsal Travel", "admin_email": ADMIN,
            "timezone": "Africa/Johannesburg", "currency": "ZAR"});
        let made = self.operator("POST", "/api/v1/admin/tenants", Some(tenant)).await;
        assert_eq!(made.0, 201, "{}", made.1);
        let invitation = self.mail_to(ADMIN).await;
        let token = after(&invitation, "token=");
        let body = json!({"token": token, "name": "Lindiwe Dube", "password": PASSWORD});
        let joined = self.call("POST", "/api/v1/auth/invitations/accept", "", Some(body)).await;
        assert!(joined.0 < 300, "{}", joined.1);
        let body = json!({"email": ADMIN, "password": PASSWORD});
        let (status, signed_in) = self.call("POST", "/api/v1/auth/login", "", Some(body)).await;
        assert_eq!(status, 200, "{signed_in}");
        signed_in["access_token"].as_str().unwrap().to_owned()
    }

    /// Rates, exchange rates and a document.
    async fn stocked(&self, token: &str) {
        let call = self.request("POST", "/api/v1/rates/import").bearer_auth(token);
        let answer = call.header("content-type", "text/csv").body(RATES).send().await.unwrap();
        assert!(answer.status().is_success(), "{}", answer.text().await.unwrap());
        let rates: Value = serde_json::from_str(FX).unwrap();
        let kept = self.call("PUT", "/api/v1/fx", token, Some(rates)).await;
        assert_eq!(kept.0, 200, "{}", kept.1);
        let document = json!({"title": "Airport transfers", "text": FACT});
        let kept = self.call("POST", "/api/v1/knowledge/documents", token, Some(document)).await;
        assert!(kept.0 < 300, "{}", kept.1);
    }

    /// A traveller's mail, and the quote that comes of it.
    async fn quoted(&self, token: &str) -> Value {
        let mailbox = format!("{AGENCY}@{}", self.inbound_domain);
        self.deliver(
            &mailbox,
            &format!(
                "From: Anna Berg <{TRAVELLER}>\r\nTo: {mailbox}\r\nSubject: Zanzibar for two\r\n\
                 Message-ID: <rehearsal.1@post.example>\r\nDate: Mon, 23 Nov 2026 08:00:00 +0200\r\n\r\n\
                 Hello,\r\n\r\nwe are two adults and would like to go to Zanzibar from 3 July 2027 to 10 July 2027, half \
                 board if possible.\r\n\r\nKind regards\r\nAnna Berg\r\n"
            ),
        )
        .await;
        let list = self
            .until("the mail is quoted", async || {
                let list = self.call("GET", "/api/v1/quotes", token, None).await.1;
                (!list["items"].as_array()?.is_empty()).then_some(list)
            })
            .await;
        let path = format!("/api/v1/quotes/{}", list["items"][0]["id"].as_str().unwrap());
        let (status, quote) = self.call("GET", &path, token, None).await;
        assert_eq!(status, 200, "{quote}");
        assert!(!quote["options"].as_array().unwrap().is_empty(), "{quote}");
        quote
    }

    /// The quote goes out and is accepted through its link.
    async fn accepted(&self, token: &str, quote: &Value) {
        let path = format!("/api/v1/quotes/{}", quote["id"].as_str().unwrap());
        let sent = self.call("POST", &format!("{path}/send"), token, Some(json!({}))).await;
        assert!(sent.0 < 300, "{}", sent.1);
        self.mail_to(TRAVELLER).await;
        let quote = self.call("GET", &path, token, None).await.1;
        let link = quote["links"]["public"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
        let shown = self.call("GET", &format!("/api/v1/public/quotes/{link}"), "", None).await;
        assert_eq!(shown.0, 200, "{}", shown.1);
        let body = json!({"option": 1, "name": "Anna Berg", "email": TRAVELLER});
        let answer = self.call("POST", &format!("/api/v1/public/quotes/{link}/accept"), "", Some(body)).await;
        assert!(answer.0 < 300, "{}", answer.1);
        assert_eq!(self.call("GET", &path, token, None).await.1["state"], "accepted");
    }

    async fn asked(&self, token: &str) {
        let question = json!({"question": "How many minutes does the driver wait in the arrivals hall for international flights?"});
        self.until("the document answers", async || {
            let (status, answer) = self.call("POST", "/api/v1/helpdesk/ask", token, Some(question.clone())).await;
            assert_eq!(status, 200, "{answer}");
            (answer["abstained"] == false && !answer["citations"].as_array()?.is_empty()).then_some(())
        })
        .await;
    }

    async fn suspended(&self, token: &str) {
        let path = format!("/api/v1/admin/tenants/{AGENCY}/suspend");
        let (status, answer) = self.operator("POST", &path, Some(json!({}))).await;
        assert!(status < 300, "{answer}");
        assert_eq!(self.call("GET", "/api/v1/auth/me", token, None).await.0, 403);
    }

    fn request(&self, method: &str, path: &str) -> reqwest::RequestBuilder {
        let call = self.http.request(method.parse::<Method>().unwrap(), format!("{}{path}", self.url));
        match &self.host {
            Some(host) => call.header("host", host),
            None => call,
        }
    }

    async fn call(&self, method: &str, path: &str, token: &str, body: Option<Value>) -> (u16, Value) {
        let call = self.request(method, path);
        answered(if token.is_empty() { call } else { call.bearer_auth(token) }, body).await
    }

    async fn operator(&self, method: &str, path: &str, body: Option<Value>) -> (u16, Value) {
        answered(self.request(method, path).header("x-admin-token", &self.admin_token), body).await
    }

    /// A mail as SES would hand it over.
    async fn deliver(&self, to: &str, raw: &str) {
        match &self.post {
            Post::Local { .. } => {
                let call =
                    self.http.post(format!("{}/_local/mail", self.url)).query(&[("rcpt", to), ("from", TRAVELLER)]);
                call.body(raw.to_owned()).send().await.unwrap().error_for_status().unwrap();
            }
            Post::Emulator { aws_url, mail_bucket, inbound_function } => {
                let put = self.http.put(format!("{aws_url}/{mail_bucket}/mail/rehearsal-anna")).body(raw.to_owned());
                put.send().await.unwrap().error_for_status().unwrap();
                let pass = json!({"status": "PASS"});
                let event = json!({"Records": [{"eventSource": "aws:ses", "eventVersion": "1.0", "ses": {
                    "mail": {"messageId": "rehearsal-anna", "source": TRAVELLER, "destination": [to],
                        "timestamp": "2026-11-23T06:00:00.000Z"},
                    "receipt": {"recipients": [to], "timestamp": "2026-11-23T06:00:00.000Z", "spamVerdict": pass,
                        "virusVerdict": pass, "spfVerdict": pass, "dkimVerdict": pass, "dmarcVerdict": pass}}}]});
                let call = self.http.post(format!("{aws_url}/2015-03-31/functions/{inbound_function}/invocations"));
                let answer = call.json(&event).send().await.unwrap().error_for_status().unwrap();
                assert!(!answer.headers().contains_key("x-amz-function-error"), "{}", answer.text().await.unwrap());
            }
        }
    }

    /// The text of the newest mail that went to an address, once there is one.
    async fn mail_to(&self, address: &str) -> String {
        self.until(&format!("a mail goes to {address}"), async || {
            self.sent().await.into_iter().find_map(|(to, text)| to.contains(address).then_some(text))
        })
        .await
    }

    /// Recipients and text of what went out, newest first.
    async fn sent(&self) -> Vec<(String, String)> {
        let get = async |url: String| -> Value { self.http.get(url).send().await.unwrap().json().await.unwrap() };
        match &self.post {
            Post::Local { .. } => {
                let mails = get(format!("{}/_local/outbox", self.url)).await;
                mails.as_array().unwrap().iter().map(|mail| (mail["to"].to_string(), text_of(&mail["text"]))).collect()
            }
            Post::Emulator { aws_url, .. } => {
                let mails = get(format!("{aws_url}/_ministack/ses/messages")).await;
                let all = mails["messages"].as_object().unwrap().values().flat_map(|of| of.as_array().unwrap());
                let mut all: Vec<_> = all.map(|mail| (mail["To"].to_string(), text_of(&mail["BodyText"]))).collect();
                all.reverse();
                all
            }
        }
    }

    /// What `look` finds, as soon as it finds it.
    async fn until<T>(&self, what: &str, look: impl AsyncFn() -> Option<T>) -> T {
        let began = Instant::now();
        loop {
            if let Some(found) = look().await {
                return found;
            }
            assert!(began.elapsed() < PATIENCE, "{what}: not within {PATIENCE:?}");
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
    }
}

async fn answered(call: reqwest::RequestBuilder, body: Option<Value>) -> (u16, Value) {
    let call = match body {
        Some(body) => call.json(&body),
        None => call,
    };
    let answer = call.send().await.unwrap();
    let status = answer.status().as_u16();
    (status, serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap_or(Value::Null))
}

fn text_of(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The word that follows `mark`.
fn after(text: &str, mark: &str) -> String {
    let rest = &text[text.find(mark).unwrap_or_else(|| panic!("no {mark} in {text}")) + mark.len()..];
    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_.~".contains(*c)).collect()
}
