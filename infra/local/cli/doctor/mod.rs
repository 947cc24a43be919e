//! `doctor`: looks at a platform from outside and says in words what is wrong with it. A deployment when `TABLE_NAME` is set, else
//! the platform on this machine.
//!
//! Invariant: it changes nothing, and prints no secret.

mod deployed;
mod dns;
mod local;

use std::path::PathBuf;

use anyhow::bail;
use serde::Serialize;

use super::output::Output;

/// What every answer carries (`product.md` section 9).
const HEADERS: [&str; 7] = [
    "strict-transport-security",
    "content-security-policy",
    "x-frame-options",
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
    "cross-origin-opener-policy",
];

/// What the doctor is told.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Doctor {
    /// Where the platform on this machine answers.
    #[arg(long, default_value = "http://127.0.0.1:8080")]
    url: String,
    /// Where it takes mail.
    #[arg(long, default_value = "127.0.0.1:2525")]
    smtp: String,
    /// Its data folder.
    #[arg(long, default_value = ".tripdesk")]
    data: PathBuf,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Finding {
    /// What.
    check: String,
    /// How it is.
    state: State,
    /// In words: what was found, and what to do about it.
    detail: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Well,
    /// Works, but somebody should look.
    Warning,
    Wrong,
}

impl Finding {
    fn well(check: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { check: check.into(), state: State::Well, detail: detail.into() }
    }

    fn warning(check: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { check: check.into(), state: State::Warning, detail: detail.into() }
    }

    fn wrong(check: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { check: check.into(), state: State::Wrong, detail: detail.into() }
    }
}

/// Looks at everything, tells it, and fails when something is wrong.
pub(super) async fn run(doctor: &Doctor, output: &Output) -> anyhow::Result<()> {
    let is_deployed = std::env::var("TABLE_NAME").is_ok_and(|name| !name.trim().is_empty());
    let findings = if is_deployed { deployed::look().await } else { local::look(doctor).await };
    if output.json {
        output.result(&serde_json::to_string_pretty(&findings)?);
    } else {
        for finding in &findings {
            let word = match finding.state {
                State::Well => "well",
                State::Warning => "warning",
                State::Wrong => "wrong",
            };
            output.result(&format!("{word:<8} {:<18} {}", finding.check, finding.detail));
        }
    }
    match findings.iter().filter(|finding| finding.state == State::Wrong).count() {
        0 => Ok(()),
        1 => bail!("one thing is wrong"),
        several => bail!("{several} things are wrong"),
    }
}

/// Whether a platform answers over HTTP as it should: its health, its headers, its keys.
async fn over_http(base: &str) -> Vec<Finding> {
    let client = match reqwest::Client::builder().timeout(std::time::Duration::from_secs(10)).build() {
        Ok(client) => client,
        Err(error) => return vec![Finding::wrong("http", format!("no client: {error}"))],
    };
    let health = match client.get(format!("{base}/health?deep=true")).send().await {
        Ok(answer) => answer,
        Err(error) => {
            let why = if error.is_timeout() { "does not answer in time" } else { "cannot be reached" };
            return vec![Finding::wrong("health", format!("{base} {why}: is it running, and is the address right?"))];
        }
    };
    let mut findings = vec![match health.status().as_u16() {
        200 => Finding::well("health", format!("{base} answers")),
        status => Finding::wrong("health", format!("{base}/health answers {status} instead of 200")),
    }];
    let missing: Vec<_> = HEADERS.into_iter().filter(|name| !health.headers().contains_key(*name)).collect();
    findings.push(match missing.as_slice() {
        [] => Finding::well("headers", "all seven security headers are there"),
        missing => Finding::wrong("headers", format!("lacks {}", missing.join(", "))),
    });
    findings.push(keys(&client, base).await);
    findings
}

async fn keys(client: &reqwest::Client, base: &str) -> Finding {
    let read = async {
        let answer = client.get(format!("{base}/.well-known/jwks.json")).send().await?.error_for_status()?;
        answer.json::<serde_json::Value>().await
    };
    match read.await {
        Ok(set) => match set["keys"].as_array().map_or(0, Vec::len) {
            0 => Finding::wrong("keys", "no public key is published: nobody can sign in; fill JWT_KEYS"),
            count => Finding::well("keys", format!("{count} public keys of access tokens are published")),
        },
        Err(error) => Finding::wrong("keys", format!("/.well-known/jwks.json cannot be read: {error}")),
    }
}
