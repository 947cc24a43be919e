//! A platform with the demo agency, and somebody signed in to it.

use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;
use tripdesk::start::{Choices, Started, start};

/// A running platform and its data.
pub(crate) struct World {
    pub(crate) started: Started,
    pub(crate) base: String,
    pub(crate) http: reqwest::Client,
    pub(crate) token: String,
    pub(crate) mailbox: String,
    pub(crate) data: TempDir,
}

impl World {
    pub(crate) async fn new() -> Self {
        Self::over(tempfile::tempdir().unwrap()).await
    }

    /// A platform over data that may be there from before.
    pub(crate) async fn over(data: TempDir) -> Self {
        let started = start(&Choices::on_free_ports(data.path())).await.unwrap();
        Self::signed_in(started, data).await
    }

    /// Somebody signed in to a platform that was started already.
    pub(crate) async fn signed_in(started: Started, data: TempDir) -> Self {
        let base = format!("http://{}", started.platform.http_addr());
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let demo = started.demo.clone().unwrap();
        let login = json!({"email": demo.email, "password": started.secrets.demo_password});
        let answer: Value =
            http.post(format!("{base}/api/v1/auth/login")).json(&login).send().await.unwrap().json().await.unwrap();
        let token = answer["access_token"].as_str().unwrap().to_owned();
        Self { started, base, http, token, mailbox: demo.mailbox, data }
    }

    /// Stops, and starts again over the same data.
    pub(crate) async fn restarted(self) -> Self {
        self.started.platform.shutdown().await;
        drop(self.started.app);
        Self::over(self.data).await
    }

    /// An answer to a signed-in call: status and body.
    pub(crate) async fn call(&self, method: &str, path: &str, body: Option<Value>) -> (u16, Value) {
        let method: reqwest::Method = method.parse().unwrap();
        let mut call = self.http.request(method, format!("{}{path}", self.base)).bearer_auth(&self.token);
        if let Some(body) = body {
            call = call.json(&body);
        }
        let answer = call.send().await.unwrap();
        let status = answer.status().as_u16();
        (status, serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap_or(Value::Null))
    }

    pub(crate) async fn get(&self, path: &str) -> Value {
        let (status, body) = self.call("GET", path, None).await;
        assert_eq!(status, 200, "{path}: {body}");
        body
    }

    pub(crate) async fn bytes(&self, path: &str) -> Vec<u8> {
        let call = self.http.get(format!("{}{path}", self.base)).bearer_auth(&self.token);
        call.send().await.unwrap().error_for_status().unwrap().bytes().await.unwrap().into()
    }

    /// Hands a mail to the demo agency.
    pub(crate) async fn mail(&self, raw: &str) -> String {
        self.mail_with(raw, &[]).await
    }

    /// The same, with SES verdicts of one's own.
    pub(crate) async fn mail_with(&self, raw: &str, more: &[(&str, &str)]) -> String {
        let mut query = vec![("rcpt", self.mailbox.as_str()), ("from", "anna@post.example")];
        query.extend_from_slice(more);
        let raw = raw.replace('\n', "\r\n");
        let call = self.http.post(format!("{}/_local/mail", self.base)).query(&query).body(raw);
        let answer: Value = call.send().await.unwrap().error_for_status().unwrap().json().await.unwrap();
        answer["ses_message_id"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn settle(&self) {
        self.started.platform.drain(Duration::from_secs(60)).await.unwrap();
    }

    pub(crate) async fn message(&self, ses_message_id: &str) -> Value {
        let list = self.get("/api/v1/mail/messages?limit=100").await;
        let found = list["items"].as_array().unwrap().iter().find(|one| one["ses_message_id"] == ses_message_id);
        found.unwrap_or_else(|| panic!("{ses_message_id} became no message")).clone()
    }

    pub(crate) async fn quotes(&self) -> Vec<Value> {
        self.get("/api/v1/quotes?limit=100").await["items"].as_array().unwrap().clone()
    }

    pub(crate) async fn outbox(&self) -> Vec<Value> {
        self.get("/_local/outbox").await.as_array().unwrap().clone()
    }
}

/// An enquiry that can be quoted, from `name`, under a Message-ID of its own.
pub(crate) fn enquiry(name: &str) -> String {
    format!(
        "From: {name} Berg <{name}@post.example>\nTo: sunbird-travel@in.tripdesk.example\nSubject: Zanzibar for two\n\
         Message-ID: <{name}.1@post.example>\nDate: Mon, 23 Nov 2026 08:00:00 +0200\n\
         Content-Type: text/plain; charset=utf-8\n\nHello,\n\nwe are two adults and would like to go to Zanzibar from 3 July \
         2027 to 10 July 2027, half board if possible.\n\nKind regards\n{name} Berg\n"
    )
}
