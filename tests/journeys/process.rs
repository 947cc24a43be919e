//! A platform in a process of its own, as a person starts it: for what one process alone cannot show.

use std::{
    fs::File,
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::Value;
use tempfile::TempDir;

/// A running process; it ends with the test.
pub(crate) struct Running {
    process: Child,
    pub(crate) base: String,
    pub(crate) secrets: Value,
    pub(crate) http: reqwest::Client,
    data: TempDir,
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

impl Running {
    /// A platform without the demo agency, whose log is kept.
    pub(crate) async fn start(more: &[(&str, &str)]) -> Self {
        let data = tempfile::tempdir().unwrap();
        let (http, smtp) = (free_port(), free_port());
        let mut command = Command::new(env!("CARGO_BIN_EXE_tripdesk"));
        command.args(["serve", "--no-demo", "--log", "json", "--data", data.path().to_str().unwrap()]);
        command.args(["--http", &format!("127.0.0.1:{http}"), "--smtp", &format!("127.0.0.1:{smtp}")]);
        // Without npm there is no console to be built, which nobody here looks at.
        command.env("PATH", "").env_remove("ADMIN_API_TOKEN").envs(more.iter().copied());
        let log = File::create(data.path().join("log")).unwrap();
        let process = command.stdout(Stdio::null()).stderr(log).spawn().unwrap();
        let base = format!("http://127.0.0.1:{http}");
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let began = Instant::now();
        while client.get(format!("{base}/health")).send().await.is_err() {
            assert!(began.elapsed() < Duration::from_secs(120), "the platform does not start");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let secrets = std::fs::read(data.path().join("secrets.json")).unwrap();
        let secrets = serde_json::from_slice(&secrets).unwrap();
        Self { process, base, secrets, http: client, data }
    }

    /// What was written to the log so far.
    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(self.folder().join("log")).unwrap()
    }

    pub(crate) fn folder(&self) -> &Path {
        self.data.path()
    }

    /// The operator's token.
    pub(crate) fn operator(&self) -> &str {
        self.secrets["admin_token"].as_str().unwrap()
    }

    /// An answer to a call with these headers: status and body.
    pub(crate) async fn call(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&Value>,
    ) -> (u16, Value) {
        let mut call = self.http.request(method.parse().unwrap(), format!("{}{path}", self.base));
        for (name, value) in headers {
            call = call.header(*name, *value);
        }
        if let Some(body) = body {
            call = call.json(body);
        }
        let answer = call.send().await.unwrap();
        let status = answer.status().as_u16();
        let bytes = answer.bytes().await.unwrap();
        let text = || Value::String(String::from_utf8_lossy(&bytes).into_owned());
        (status, serde_json::from_slice(&bytes).unwrap_or_else(|_| text()))
    }

    /// An agency with an admin who has taken their invitation up: the admin's tokens.
    pub(crate) async fn agency(&self, id: &str, email: &str, password: &str, requests_per_minute: u32) -> Value {
        let operator = [("x-admin-token", self.operator())];
        let wish = serde_json::json!({"id": id, "name": id, "admin_email": email, "timezone": "UTC", "currency": "EUR",
            "config": {"plan": {"requests_per_minute": requests_per_minute}}});
        let (status, made) = self.call("POST", "/api/v1/admin/tenants", &operator, Some(&wish)).await;
        assert_eq!(status, 201, "{made}");
        self.call("POST", "/_local/drain", &[], None).await;
        let (_, outbox) = self.call("GET", "/_local/outbox", &[], None).await;
        let mail = outbox.as_array().unwrap().iter().find(|mail| mail["to"].to_string().contains(email)).unwrap();
        let link = mail["text"].as_str().unwrap().split("?token=").nth(1).unwrap();
        let token = link.split_whitespace().next().unwrap();
        let accept = serde_json::json!({"token": token, "password": password});
        let (status, joined) = self.call("POST", "/api/v1/auth/invitations/accept", &[], Some(&accept)).await;
        assert_eq!(status, 201, "{joined}");
        let login = serde_json::json!({"email": email, "password": password});
        let (status, granted) = self.call("POST", "/api/v1/auth/login", &[], Some(&login)).await;
        assert_eq!(status, 200, "{granted}");
        granted
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
