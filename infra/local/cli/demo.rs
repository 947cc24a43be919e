//! The main job, once: mails go in, quotes come out, each stage shown. It looks at the platform as a user would, over HTTP.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context as _, bail, ensure};
use serde_json::{Value, json};

use super::output::Output;
use crate::{
    agency::Demo,
    start::{Choices, Started, start},
};

/// The shipped samples, in the order they are delivered.
const SAMPLES: [(&str, &[u8]); 15] = [
    ("01-family-zanzibar.eml", include_bytes!("../../../tests/fixtures/demo/mail/01-family-zanzibar.eml")),
    ("02-couple-victoria-falls.eml", include_bytes!("../../../tests/fixtures/demo/mail/02-couple-victoria-falls.eml")),
    (
        "03-german-family-cape-town.eml",
        include_bytes!("../../../tests/fixtures/demo/mail/03-german-family-cape-town.eml"),
    ),
    (
        "04-french-honeymoon-seychelles.eml",
        include_bytes!("../../../tests/fixtures/demo/mail/04-french-honeymoon-seychelles.eml"),
    ),
    ("05-spanish-masai-mara.eml", include_bytes!("../../../tests/fixtures/demo/mail/05-spanish-masai-mara.eml")),
    ("06-portuguese-kruger.eml", include_bytes!("../../../tests/fixtures/demo/mail/06-portuguese-kruger.eml")),
    ("07-dutch-garden-route.eml", include_bytes!("../../../tests/fixtures/demo/mail/07-dutch-garden-route.eml")),
    (
        "08-italian-group-mauritius.eml",
        include_bytes!("../../../tests/fixtures/demo/mail/08-italian-group-mauritius.eml"),
    ),
    (
        "09-afrikaans-garden-route.eml",
        include_bytes!("../../../tests/fixtures/demo/mail/09-afrikaans-garden-route.eml"),
    ),
    ("10-no-dates-maldives.eml", include_bytes!("../../../tests/fixtures/demo/mail/10-no-dates-maldives.eml")),
    (
        "11-forwarded-by-staff-algarve.eml",
        include_bytes!("../../../tests/fixtures/demo/mail/11-forwarded-by-staff-algarve.eml"),
    ),
    ("12-html-only-serengeti.eml", include_bytes!("../../../tests/fixtures/demo/mail/12-html-only-serengeti.eml")),
    ("13-web-form-kruger.eml", include_bytes!("../../../tests/fixtures/demo/mail/13-web-form-kruger.eml")),
    ("14-out-of-office.eml", include_bytes!("../../../tests/fixtures/demo/mail/14-out-of-office.eml")),
    ("15-newsletter.eml", include_bytes!("../../../tests/fixtures/demo/mail/15-newsletter.eml")),
];

/// How long one mail may take to become whatever it becomes.
const PATIENCE: Duration = Duration::from_secs(60);

/// Delivers each mail to a fresh platform and writes what comes of it to `out`.
pub(super) async fn run(mails: &[PathBuf], out: &Path, output: &Output) -> anyhow::Result<()> {
    let mails = chosen(mails)?;
    std::fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
    let data = tempfile::tempdir()?;
    let started = start(&Choices::on_free_ports(data.path())).await?;
    let demo = started.demo.clone().context("the demo agency was left out")?;
    output.stage("Started", &format!("an empty platform with the agency {}", demo.name));
    let visitor = Visitor::sign_in(&started, &demo).await?;
    let mut results = Vec::new();
    for (name, mail) in &mails {
        results.push(one(&started, &visitor, name, mail, out, output).await.with_context(|| name.clone())?);
    }
    started.platform.shutdown().await;
    if output.json {
        output.result(&serde_json::to_string_pretty(&results)?);
    }
    Ok(())
}

fn chosen(mails: &[PathBuf]) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    if mails.is_empty() {
        return Ok(SAMPLES.iter().map(|(name, mail)| ((*name).to_owned(), mail.to_vec())).collect());
    }
    let read = |path: &PathBuf| {
        let mail = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), mail))
    };
    mails.iter().map(read).collect()
}

async fn one(
    started: &Started,
    visitor: &Visitor,
    name: &str,
    mail: &[u8],
    out: &Path,
    output: &Output,
) -> anyhow::Result<Value> {
    output.stage("Mail", name);
    let delivered = visitor.deliver(mail).await?;
    settle(started).await?;
    let mut outcome = visitor.outcome(&delivered).await?;
    show_message(&outcome, output);
    if let Some(quote) = outcome.quote.clone() {
        if quote["state"] == "draft" && quote["options"].as_array().is_some_and(|options| !options.is_empty()) {
            let reasons: Vec<_> = quote["reasons"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            output.stage("Draft", &format!("not sent by itself: {}", reasons.join("; ")));
            if visitor.send(&quote).await? {
                output.stage("Sent", "by a consultant's hand");
                settle(started).await?;
                outcome = visitor.outcome(&delivered).await?;
            }
        }
        show_quote(&outcome, output);
        write_papers(visitor, &outcome, out, output).await?;
    }
    ensure!(
        !(outcome.quote.is_none() && outcome.enquiry["state"] == "qualified"),
        "the enquiry was understood, and no quote came of it"
    );
    Ok(json!({"mail": name, "message": outcome.message, "enquiry": outcome.enquiry, "quote": outcome.quote}))
}

async fn settle(started: &Started) -> anyhow::Result<()> {
    let drained = started.platform.drain(PATIENCE).await.map_err(anyhow::Error::msg)?;
    ensure!(drained.dead_letters == 0, "a job failed three times and became a dead letter");
    Ok(())
}

fn show_message(outcome: &Outcome, output: &Output) {
    for step in outcome.message["steps"].as_array().into_iter().flatten() {
        let text = |name: &str| step[name].as_str().unwrap_or_default().to_owned();
        output.stage(&text("step"), &format!("{} ({} ms)", text("outcome"), step["ms"]));
    }
    if output.json {
        return;
    }
    output.result(&format!("\n{}", outcome.subject));
    output.result(&format!("  class         {}", outcome.message["class"].as_str().unwrap_or_default()));
    let Some(fields) = outcome.enquiry["fields"].as_object() else { return };
    output.result(&format!("  enquiry       {}", outcome.enquiry["state"].as_str().unwrap_or_default()));
    for (name, field) in fields.iter().filter(|(name, _)| name.as_str() != "contact") {
        output.result(&format!("  {name:<13} {}", plain(&field["value"])));
    }
    for (name, field) in fields.get("contact").and_then(Value::as_object).into_iter().flatten() {
        output.result(&format!("  {name:<13} {}", plain(&field["value"])));
    }
    let missing = outcome.enquiry["missing"].as_array().filter(|missing| !missing.is_empty());
    if let Some(missing) = missing {
        output.result(&format!("  missing       {}", plain(&json!(missing))));
    }
}

fn show_quote(outcome: &Outcome, output: &Output) {
    let Some(quote) = outcome.quote.as_ref().filter(|_| !output.json) else { return };
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    output.result(&format!(
        "  quote         {} ({}), valid until {}",
        text(&quote["number"]),
        text(&quote["state"]),
        text(&quote["valid_until"])
    ));
    for option in quote["options"].as_array().into_iter().flatten() {
        let mark = if option["is_main"] == true { "*" } else { " " };
        let money = |value: &Value| format!("{} {}", text(&value["currency"]), text(&value["amount"]));
        output.result(&format!(
            "  {mark} option      {}, {}, {}: {} in all, {} per person",
            text(&option["hotel"]),
            text(&option["room_type"]),
            text(&option["board"]),
            money(&option["total"]),
            money(&option["per_person"]),
        ));
    }
}

/// A value in a few words.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| *name != "kind")
            .map(|(name, value)| format!("{name} {}", plain(value)))
            .collect::<Vec<_>>()
            .join(", "),
        other => other.to_string(),
    }
}

async fn write_papers(visitor: &Visitor, outcome: &Outcome, out: &Path, output: &Output) -> anyhow::Result<()> {
    let Some(quote) = &outcome.quote else { return Ok(()) };
    let number = quote["number"].as_str().unwrap_or_default();
    let pdf = visitor.get_bytes(quote["links"]["pdf"].as_str().unwrap_or_default()).await?;
    let path = out.join(format!("{number}.pdf"));
    std::fs::write(&path, pdf).with_context(|| format!("cannot write {}", path.display()))?;
    output.stage("PDF", &path.display().to_string());
    if let Some(mail) = visitor.mail_about(number).await? {
        let path = out.join(format!("{number}.eml"));
        std::fs::write(&path, mail).with_context(|| format!("cannot write {}", path.display()))?;
        output.stage("Mail out", &path.display().to_string());
    }
    Ok(())
}

/// What became of a mail.
pub(super) struct Outcome {
    pub(super) subject: String,
    pub(super) message: Value,
    pub(super) enquiry: Value,
    pub(super) quote: Option<Value>,
}

/// Somebody who uses the platform over HTTP, signed in to the demo agency.
pub(super) struct Visitor {
    client: reqwest::Client,
    base: String,
    token: String,
    mailbox: String,
}

impl Visitor {
    pub(super) async fn sign_in(started: &Started, demo: &Demo) -> anyhow::Result<Self> {
        let client = reqwest::Client::builder().no_proxy().build()?;
        let base = format!("http://{}", started.platform.http_addr());
        let login = json!({"email": demo.email, "password": started.secrets.demo_password});
        let answer = client.post(format!("{base}/api/v1/auth/login")).json(&login).send().await?;
        let answer: Value = answer.error_for_status().context("the demo user cannot sign in")?.json().await?;
        let token = answer["access_token"].as_str().context("no token came back")?.to_owned();
        Ok(Self { client, base, token, mailbox: demo.mailbox.clone() })
    }

    /// Puts a Markdown document into the agency's knowledge; its first line is its title.
    pub(super) async fn add_document(&self, markdown: &str) -> anyhow::Result<()> {
        let title = markdown.lines().next().unwrap_or_default().trim_start_matches('#').trim();
        let url = format!("{}/api/v1/knowledge/documents", self.base);
        let body = json!({"title": title, "text": markdown});
        let answer = self.client.post(url).bearer_auth(&self.token).json(&body).send().await?;
        answer.error_for_status().with_context(|| format!("the document {title:?} was not taken"))?;
        Ok(())
    }

    /// Hands a mail to the demo agency and answers SES's id of it.
    pub(super) async fn deliver(&self, mail: &[u8]) -> anyhow::Result<String> {
        let url = format!("{}/_local/mail", self.base);
        let envelope = [("rcpt", self.mailbox.as_str()), ("from", "traveller@post.example")];
        let call = self.client.post(url).query(&envelope).header("content-type", "message/rfc822").body(mail.to_vec());
        let answer: Value = call.send().await?.error_for_status()?.json().await?;
        Ok(answer["ses_message_id"].as_str().context("the mail was not taken")?.to_owned())
    }

    /// What became of a delivered mail.
    pub(super) async fn outcome(&self, ses_message_id: &str) -> anyhow::Result<Outcome> {
        let messages = self.get("/api/v1/mail/messages?limit=100").await?;
        let message =
            messages["items"].as_array().into_iter().flatten().find(|one| one["ses_message_id"] == ses_message_id);
        let Some(message) = message.cloned() else { bail!("the mail became no message") };
        let enquiry = match message["enquiry_id"].as_str() {
            Some(id) => self.get(&format!("/api/v1/enquiries/{id}")).await?,
            None => Value::Null,
        };
        let quote = match enquiry["quote_id"].as_str() {
            Some(id) => Some(self.get(&format!("/api/v1/quotes/{id}")).await?),
            None => None,
        };
        let subject = message["subject"].as_str().unwrap_or_default().to_owned();
        Ok(Outcome { subject, message, enquiry, quote })
    }

    /// Sends a drafted quote; `false` when it has nobody to go to.
    async fn send(&self, quote: &Value) -> anyhow::Result<bool> {
        let url = format!("{}/api/v1/quotes/{}/send", self.base, quote["id"].as_str().unwrap_or_default());
        let answer = self.client.post(url).bearer_auth(&self.token).send().await?;
        if answer.status() == reqwest::StatusCode::CONFLICT {
            return Ok(false);
        }
        answer.error_for_status().context("the quote could not be sent")?;
        Ok(true)
    }

    /// The outgoing mail about a quote, if there is one.
    async fn mail_about(&self, number: &str) -> anyhow::Result<Option<Vec<u8>>> {
        let outbox = self.get("/_local/outbox").await?;
        let mails = outbox.as_array().or_else(|| outbox["items"].as_array());
        let file = format!("{number}.pdf");
        let carries = |mail: &&Value| {
            mail["attachments"].as_array().into_iter().flatten().any(|one| one["name"] == file.as_str())
        };
        let Some(mail) = mails.into_iter().flatten().find(carries) else { return Ok(None) };
        let id = mail["id"].as_str().unwrap_or_default();
        self.get_bytes(&format!("/_local/outbox/{id}.eml")).await.map(Some)
    }

    async fn get(&self, path: &str) -> anyhow::Result<Value> {
        Ok(serde_json::from_slice(&self.get_bytes(path).await?)?)
    }

    async fn get_bytes(&self, path: &str) -> anyhow::Result<Vec<u8>> {
        let call = self.client.get(format!("{}{path}", self.base)).bearer_auth(&self.token);
        let answer = call.send().await?.error_for_status().with_context(|| path.to_owned())?;
        Ok(answer.bytes().await?.into())
    }
}
