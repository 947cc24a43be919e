//! The platform on this machine: its data folder, its doors, and through the operator's endpoints its table and its queue.

use std::{path::Path, time::Duration};

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    net::TcpStream,
    time::timeout,
};

use super::{Doctor, Finding, over_http};
use crate::secrets::Secrets;

/// How long the greeting of the mail door may take.
const PATIENCE: Duration = Duration::from_secs(5);

pub(super) async fn look(doctor: &Doctor) -> Vec<Finding> {
    let (folder, token) = folder(&doctor.data);
    let mut findings = vec![folder];
    findings.extend(over_http(&doctor.url).await);
    findings.push(mail_door(&doctor.smtp).await);
    match std::env::var("ADMIN_API_TOKEN").ok().or(token).filter(|token| !token.trim().is_empty()) {
        Some(token) => findings.extend(inside(&doctor.url, &token).await),
        None => {
            findings.push(Finding::warning("operator", "no ADMIN_API_TOKEN: table, queue and mail were not looked at"));
        }
    }
    findings
}

/// The data folder with its secrets, and the operator's token out of them.
fn folder(data: &Path) -> (Finding, Option<String>) {
    let path = data.join("secrets.json");
    if !path.is_file() {
        let detail = format!("{} holds no platform yet: start one with `tripdesk`", data.display());
        return (Finding::warning("data folder", detail), None);
    }
    let secrets = match Secrets::of(data) {
        Ok(secrets) => secrets,
        Err(error) => return (Finding::wrong("data folder", format!("{error:#}")), None),
    };
    if readable_by_others(&path) {
        let detail = format!("others may read {}: make it readable by its owner alone", path.display());
        return (Finding::wrong("data folder", detail), Some(secrets.admin_token));
    }
    (Finding::well("data folder", format!("{} is in order", data.display())), Some(secrets.admin_token))
}

#[cfg(unix)]
fn readable_by_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    path.metadata().is_ok_and(|about| about.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn readable_by_others(_: &Path) -> bool {
    false
}

async fn mail_door(address: &str) -> Finding {
    let greeting = async {
        let mut line = String::new();
        BufReader::new(TcpStream::connect(address).await?).read_line(&mut line).await?;
        Ok::<_, std::io::Error>(line)
    };
    match timeout(PATIENCE, greeting).await {
        Ok(Ok(line)) if line.starts_with("220") => Finding::well("mail in", format!("{address} takes mail")),
        Ok(Ok(line)) => Finding::wrong("mail in", format!("{address} is no mail server: it says {:?}", line.trim())),
        Ok(Err(error)) => Finding::wrong("mail in", format!("{address} cannot be reached: {error}")),
        Err(_) => Finding::wrong("mail in", format!("{address} does not greet")),
    }
}

/// Table and queue, as the operator's endpoints see them.
async fn inside(base: &str, token: &str) -> Vec<Finding> {
    let ask = async |path: &str| -> Result<Value, String> {
        let call = reqwest::Client::new().get(format!("{base}{path}")).header("x-admin-token", token);
        let answer = call.send().await.map_err(|_| "cannot be reached".to_owned())?;
        match answer.status().as_u16() {
            200 => answer.json().await.map_err(|error| error.to_string()),
            401 => Err("the operator's token is not the platform's".to_owned()),
            503 => Err("the operator's endpoints are switched off, or the stores do not answer".to_owned()),
            status => Err(format!("{path} answers {status}")),
        }
    };
    let mut findings = Vec::new();
    match ask("/api/v1/admin/overview").await {
        Ok(overview) => {
            let active = &overview["tenants"]["active"];
            findings.push(Finding::well("table", format!("answers; {active} agencies are at work")));
        }
        Err(why) => findings.push(Finding::wrong("table", why)),
    }
    match ask("/api/v1/mail/status").await {
        Ok(status) => findings.extend(queue(&status)),
        Err(why) => findings.push(Finding::wrong("queue", why)),
    }
    findings
}

fn queue(status: &Value) -> Vec<Finding> {
    let number = |name: &str| status[name].as_u64().unwrap_or(0);
    let mut findings = vec![match number("oldest_seconds") {
        late if late > 3_600 => Finding::wrong(
            "queue",
            format!("a job waits since {late} seconds: nobody does the work, or it keeps failing"),
        ),
        _ => {
            Finding::well("queue", format!("{} jobs wait, {} are at work", number("queue_depth"), number("in_flight")))
        }
    }];
    if number("dead_letters") > 0 {
        let detail = format!("{} jobs failed three times: look into the log for why", number("dead_letters"));
        findings.push(Finding::wrong("dead letters", detail));
    }
    if number("open_sends") > 0 {
        let detail = format!("of {} mails nobody knows whether they left: look at the quotes", number("open_sends"));
        findings.push(Finding::warning("mail out", detail));
    }
    if number("unrouted") > 0 {
        let detail = format!("{} mails led to nobody: route them in the operator's panel", number("unrouted"));
        findings.push(Finding::warning("unrouted mail", detail));
    }
    findings
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{super::State, *};

    #[test]
    fn what_waits_too_long_or_failed_is_wrong() {
        let states = |status: Value| queue(&status).into_iter().map(|finding| finding.state).collect::<Vec<_>>();
        assert_eq!(states(json!({"queue_depth": 3, "oldest_seconds": 12})), [State::Well]);
        assert_eq!(states(json!({"oldest_seconds": 7_200, "dead_letters": 1})), [State::Wrong, State::Wrong]);
        assert_eq!(states(json!({"unrouted": 1, "open_sends": 1})), [State::Well, State::Warning, State::Warning]);
    }
}
