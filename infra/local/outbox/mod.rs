//! Every mail that left the platform.
//!
//! Invariant: a mail is out when its `outbox/<id>.mail` is on the disk (one line of JSON, then the raw mail); its events lie in
//! the journal before that, and count only together with it. Mails are never changed or deleted.

mod admission;
mod publish;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use uuid::Uuid;

pub(crate) use admission::{Refused, Submission};

use crate::clock::Clock;
use crate::durable;
use crate::fields;
use crate::invoke::{Function, Invocations};

/// The function that hears of deliveries, bounces and complaints.
const EVENTS_TO: Function = Function::Quote;

/// One file of a mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// The file's name; empty when it has none.
    pub name: String,
    /// The media type, `application/pdf`.
    #[serde(rename = "type")]
    pub media_type: String,
    /// Decoded bytes.
    pub size: usize,
}

/// One mail as `GET /_local/outbox` shows it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Sent {
    /// The `MessageId` that `SendRawEmail` answered.
    pub id: String,
    /// The address in From.
    pub from: String,
    /// The envelope's recipients.
    pub to: Vec<String>,
    /// Decoded subject.
    pub subject: String,
    /// The plain text part; empty when there is none.
    pub text: String,
    /// The HTML part; empty when there is none.
    pub html: String,
    /// Its files.
    pub attachments: Vec<Attachment>,
    /// Field by name as sent, unfolded; an array where a name comes more than once.
    pub headers: Map<String, Value>,
    /// The Message-ID in the mail, with its angle brackets. SES replaces the sender's own.
    pub message_id: String,
    /// When it was sent, RFC 3339.
    pub at: String,
    /// The configuration set named by the sender.
    pub configuration_set: Option<String>,
    /// The tags given by the sender, by name.
    pub tags: Map<String, Value>,
}

/// The outbox, in a folder and (without the raw mails) in memory.
#[derive(Debug)]
pub struct Outbox {
    folder: PathBuf,
    sent: RwLock<BTreeMap<String, Arc<Sent>>>,
    invocations: Arc<Invocations>,
    clock: Clock,
}

impl Outbox {
    /// Opens the outbox under `data`, with what earlier processes sent.
    pub(crate) fn open(data: &Path, invocations: Arc<Invocations>, clock: Clock) -> io::Result<Self> {
        let folder = data.join("outbox");
        std::fs::create_dir_all(&folder)?;
        let mut sent = BTreeMap::new();
        for path in durable::list(&folder, "mail")? {
            let mut line = Vec::new();
            BufReader::new(File::open(path)?).read_until(b'\n', &mut line)?;
            let mail: Sent = serde_json::from_slice(&line)?;
            sent.insert(mail.id.clone(), Arc::new(mail));
        }
        Ok(Self { folder, sent: RwLock::new(sent), invocations, clock })
    }

    /// Every mail, newest first.
    pub fn list(&self) -> Vec<Arc<Sent>> {
        self.sent.read().unwrap_or_else(PoisonError::into_inner).values().rev().cloned().collect()
    }

    /// The mail as its recipients got it.
    pub fn raw(&self, id: &str) -> Option<Vec<u8>> {
        let known = self.sent.read().unwrap_or_else(PoisonError::into_inner).contains_key(id);
        let mut file = known.then(|| std::fs::read(self.folder.join(format!("{id}.mail"))).ok()).flatten()?;
        let line = file.iter().position(|byte| *byte == b'\n')? + 1;
        Some(file.split_off(line))
    }

    /// Sends a mail: returns its SES message id once it is stored, and publishes the event when a configuration set is named.
    pub(crate) async fn send(self: &Arc<Self>, submission: Submission) -> Result<String, Refused> {
        let outbox = Arc::clone(self);
        let stored = tokio::task::spawn_blocking(move || outbox.store(submission)).await;
        let (id, events) = stored.unwrap_or_else(|error| Err(Refused::Disk(io::Error::other(error))))?;
        for event in events {
            self.invocations.launch(event);
        }
        Ok(id)
    }

    fn store(&self, submission: Submission) -> Result<(String, Vec<PathBuf>), Refused> {
        let to = admission::check(&submission)?;
        let now = self.clock.now();
        // The machine's own time, because the outbox is in the order of ids and the clock may be moved back.
        let id = format!("0100{:012x}-{}-000000", Timestamp::now().as_millisecond(), Uuid::now_v7());
        let message_id = format!("<{id}@email.amazonses.com>");
        let raw = admission::as_delivered(&submission.raw, &message_id, now);
        let (configuration_set, tags) = admission::routing(&submission);
        let sent = Sent { id, to, message_id, at: now.to_string(), configuration_set, tags, ..describe(&raw) };
        self.write(&sent, &raw, &submission).map_err(Refused::Disk)
    }

    /// The events first, then the file that makes them count.
    fn write(&self, sent: &Sent, raw: &[u8], submission: &Submission) -> io::Result<(String, Vec<PathBuf>)> {
        let id = &sent.id;
        let mut accepted = Vec::new();
        for event in publish::events(sent, submission) {
            let after = Some(format!("outbox/{id}.mail"));
            let name = format!("mail-{id}-{}", accepted.len());
            accepted.push(self.invocations.accept(&name, EVENTS_TO, event, after)?);
        }
        let file = [serde_json::to_vec(sent)?.as_slice(), b"\n", raw].concat();
        durable::write_synced(&self.folder.join(format!("{id}.mail")), &file)?;
        let mut all = self.sent.write().unwrap_or_else(PoisonError::into_inner);
        all.insert(id.clone(), Arc::new(sent.clone()));
        Ok((id.clone(), accepted))
    }
}

/// What stands in the mail itself.
fn describe(raw: &[u8]) -> Sent {
    let message = mail_parser::MessageParser::default().parse(raw).unwrap_or_default();
    let mut headers = Map::new();
    for field in fields::split(raw).0 {
        let value = Value::String(field.value());
        match headers.get_mut(&field.name()) {
            None => drop(headers.insert(field.name(), value)),
            Some(Value::Array(values)) => values.push(value),
            Some(first) => *first = json!([first.take(), value]),
        }
    }
    Sent {
        id: String::new(),
        from: from_address(&message).unwrap_or_default(),
        to: Vec::new(),
        subject: message.subject().unwrap_or_default().to_owned(),
        text: body(&message, &message.text_body, "text/plain"),
        html: body(&message, &message.html_body, "text/html"),
        attachments: attachments(&message),
        headers,
        message_id: String::new(),
        at: String::new(),
        configuration_set: None,
        tags: Map::new(),
    }
}

/// The first body part of this kind; `mail-parser` lists an HTML part among the text bodies when there is no text.
fn body(message: &mail_parser::Message<'_>, parts: &[u32], kind: &str) -> String {
    let part = |id: &u32| match &message.parts.get(*id as usize)?.body {
        mail_parser::PartType::Text(text) if kind == "text/plain" => Some(text.to_string()),
        mail_parser::PartType::Html(html) if kind == "text/html" => Some(html.to_string()),
        _ => None,
    };
    parts.iter().find_map(part).unwrap_or_default()
}

fn attachments(message: &mail_parser::Message<'_>) -> Vec<Attachment> {
    use mail_parser::MimeHeaders as _;
    let describe = |part: &mail_parser::MessagePart<'_>| Attachment {
        name: part.attachment_name().unwrap_or_default().to_owned(),
        media_type: part.content_type().map_or_else(
            || "application/octet-stream".to_owned(),
            |kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or("*")),
        ),
        size: part.len(),
    };
    message.attachments().map(describe).collect()
}

pub(crate) fn from_address(message: &mail_parser::Message<'_>) -> Option<String> {
    Some(message.from()?.first()?.address()?.to_owned())
}
