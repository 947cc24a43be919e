//! Every mail that left the platform, and the events that SES publishes about it.
//!
//! Invariant: a mail is out when its `outbox/<id>.json` is on the disk; its event lies in the journal before that, and counts only
//! together with it. Mails are never changed or deleted.

use std::collections::{BTreeMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::clock::Clock;
use crate::durable;
use crate::fields::{self, Field};
use crate::invoke::{Function, Invocations, eventbridge};

/// SES takes at most this from `SendRawEmail` of its first API (SES quotas).
const LARGEST_MAIL: usize = 10 * 1024 * 1024;
/// To, Cc and Bcc together (SES quotas).
const MOST_RECIPIENTS: usize = 50;
/// SES refuses a second one of these.
const ONCE: [&str; 9] = ["from", "sender", "reply-to", "to", "cc", "bcc", "message-id", "date", "subject"];
/// What SES reads or sets itself; a recipient never sees the sender's own.
const NOT_SENT_ON: [&str; 6] =
    ["message-id", "bcc", "return-path", "x-ses-configuration-set", "x-ses-message-tags", "x-ses-source-arn"];
/// The mailbox simulator: `bounce@`, `complaint@`, `success@` and so on.
const SIMULATOR: &str = "simulator.amazonses.com";
/// The function that hears of deliveries, bounces and complaints.
const EVENTS_TO: Function = Function::Quote;

/// What `SendRawEmail` was given.
#[derive(Debug, Default)]
pub(crate) struct Submission {
    pub(crate) raw: Vec<u8>,
    pub(crate) source: Option<String>,
    pub(crate) destinations: Vec<String>,
    pub(crate) configuration_set: Option<String>,
    pub(crate) tags: Vec<(String, String)>,
}

/// Why a mail was not taken.
#[derive(Debug)]
pub(crate) enum Refused {
    /// `MessageRejected`: the mail or an address in it cannot be sent.
    Rejected(String),
    /// `InvalidParameterValue`: the request breaks a rule of SES.
    Invalid(String),
    /// It could not be stored.
    Disk(io::Error),
}

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
        for path in durable::list(&folder, "json")? {
            let mail: Sent = serde_json::from_slice(&std::fs::read(path)?)?;
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
        known.then(|| std::fs::read(self.folder.join(format!("{id}.eml"))).ok()).flatten()
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
        let to = check(&submission)?;
        let now = self.clock.now();
        let id = format!("0100{:012x}-{}-000000", now.as_millisecond(), Uuid::now_v7());
        let message_id = format!("<{id}@email.amazonses.com>");
        let raw = as_delivered(&submission.raw, &message_id, now);
        let (configuration_set, tags) = routing(&submission);
        let sent = Sent { id, to, message_id, at: now.to_string(), configuration_set, tags, ..describe(&raw) };
        self.write(&sent, &raw, &submission).map_err(Refused::Disk)
    }

    /// Raw mail, then its events, then the file that makes them count.
    fn write(&self, sent: &Sent, raw: &[u8], submission: &Submission) -> io::Result<(String, Vec<PathBuf>)> {
        let id = &sent.id;
        durable::write(&self.folder.join(format!("{id}.eml")), raw)?;
        let mut accepted = Vec::new();
        for (kind, event) in events(sent, submission) {
            let resource = "arn:aws:ses:us-east-1:123456789012:configuration-set/tripdesk";
            let event = eventbridge("aws.ses", kind, resource, self.clock.now(), event);
            let after = Some(format!("outbox/{id}.json"));
            let name = format!("mail-{id}-{}", accepted.len());
            accepted.push(self.invocations.accept(&name, EVENTS_TO, event, after)?);
        }
        durable::write(&self.folder.join(format!("{id}.json")), &serde_json::to_vec(sent)?)?;
        let mut all = self.sent.write().unwrap_or_else(PoisonError::into_inner);
        all.insert(id.clone(), Arc::new(sent.clone()));
        Ok((id.clone(), accepted))
    }
}

/// The recipients, after the checks that SES makes before it takes a mail.
fn check(submission: &Submission) -> Result<Vec<String>, Refused> {
    if submission.raw.len() > LARGEST_MAIL {
        let size = submission.raw.len();
        return Err(Refused::Invalid(format!("Message length is more than {LARGEST_MAIL} bytes long: '{size}'.")));
    }
    let (fields, _) = fields::split(&submission.raw);
    let mut seen = HashSet::new();
    for name in fields.iter().map(|field| field.name().to_ascii_lowercase()) {
        if ONCE.contains(&name.as_str()) && !seen.insert(name.clone()) {
            return Err(Refused::Invalid(format!("Duplicate header '{name}'.")));
        }
    }
    if !seen.contains("from") {
        return Err(Refused::Invalid("Missing required header 'From'.".to_owned()));
    }
    let message = mail_parser::MessageParser::default().parse_headers(submission.raw.as_slice());
    let to = match submission.destinations.as_slice() {
        [] => message.iter().flat_map(header_recipients).collect(),
        given => given.to_vec(),
    };
    let from = submission.source.clone().or_else(|| message.as_ref().and_then(from_address)).unwrap_or_default();
    for address in to.iter().chain([&from]) {
        check_address(bare(address)).map_err(Refused::Rejected)?;
    }
    match to.len() {
        0 => Err(Refused::Invalid("No recipients.".to_owned())),
        1..=MOST_RECIPIENTS => Ok(to.iter().map(|address| bare(address).to_owned()).collect()),
        _ => Err(Refused::Invalid(format!("Recipient count exceeds {MOST_RECIPIENTS}."))),
    }
}

/// `Name <address>` or an address alone.
fn bare(address: &str) -> &str {
    let inner = address.rsplit_once('<').and_then(|(_, rest)| rest.strip_suffix('>'));
    inner.unwrap_or(address).trim()
}

/// What SES asks of an address: ASCII (domains in Punycode), one `@`, a local part of at most 64, a domain of labels.
fn check_address(address: &str) -> Result<(), String> {
    let (local, domain) = address.rsplit_once('@').ok_or("Missing final '@domain'")?;
    let local_fits = (1..=64).contains(&local.len())
        && local.bytes().all(|b| b.is_ascii_graphic() && !b"@,;:<>()[]\\\"".contains(&b))
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..");
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    match local_fits && domain.len() <= 255 && domain.contains('.') && domain.split('.').all(label) {
        true => Ok(()),
        false => Err(format!("Illegal address: {address}")),
    }
}

/// The mail as it goes out: SES sets Message-ID, adds a missing Date, and takes its own fields and Bcc off.
fn as_delivered(raw: &[u8], message_id: &str, now: jiff::Timestamp) -> Vec<u8> {
    let (fields, rest) = fields::split(raw);
    let mut mail = format!("Message-ID: {message_id}\r\n").into_bytes();
    if !fields.iter().any(|field| field.is("date")) {
        let date = now.strftime("%a, %d %b %Y %H:%M:%S +0000");
        mail.extend_from_slice(format!("Date: {date}\r\n").as_bytes());
    }
    let sent_on = |field: &&Field<'_>| !NOT_SENT_ON.contains(&field.name().to_ascii_lowercase().as_str());
    for field in fields.iter().filter(sent_on) {
        mail.extend_from_slice(field.raw);
    }
    mail.extend_from_slice(rest);
    mail
}

/// Configuration set and tags, from the call or from the mail's own `X-SES-` fields.
fn routing(submission: &Submission) -> (Option<String>, Map<String, Value>) {
    let (fields, _) = fields::split(&submission.raw);
    let field = |name: &str| fields.iter().find(|field| field.is(name)).map(Field::value);
    let set = submission.configuration_set.clone().or_else(|| field("x-ses-configuration-set"));
    let in_mail = field("x-ses-message-tags").unwrap_or_default();
    let in_mail = in_mail.split([',', ';']).filter_map(|tag| tag.split_once('='));
    let mut tags: Map<String, Value> = in_mail.map(|(k, v)| (k.trim().to_owned(), json!(v.trim()))).collect();
    tags.extend(submission.tags.iter().map(|(name, value)| (name.clone(), json!(value))));
    (set.filter(|set| !set.is_empty()), tags)
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

fn from_address(message: &mail_parser::Message<'_>) -> Option<String> {
    Some(message.from()?.first()?.address()?.to_owned())
}

fn header_recipients(message: &mail_parser::Message<'_>) -> Vec<String> {
    let lists = [message.to(), message.cc(), message.bcc()];
    let addresses = lists.into_iter().flatten().flat_map(mail_parser::Address::iter);
    addresses.filter_map(|address| address.address().map(str::to_owned)).collect()
}

/// The events that SES publishes about a mail, with EventBridge's name for each: none without a configuration set.
/// (<https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html>)
fn events(sent: &Sent, submission: &Submission) -> Vec<(&'static str, Value)> {
    if sent.configuration_set.is_none() {
        return Vec::new();
    }
    let simulated = |name: &'static str| {
        move |to: &&String| {
            to.split_once('@').is_some_and(|(local, domain)| {
                domain.eq_ignore_ascii_case(SIMULATOR) && local.split('+').next() == Some(name)
            })
        }
    };
    let bounces = |to: &&String| simulated("bounce")(to) || simulated("suppressionlist")(to);
    let bounced: Vec<&String> = sent.to.iter().filter(bounces).collect();
    let delivered: Vec<&String> = sent.to.iter().filter(|to| !bounces(to)).collect();
    let complained: Vec<&String> = sent.to.iter().filter(simulated("complaint")).collect();
    let mail = mail_object(sent, submission);
    let event = |kind: &str, key: &str, detail: Value| json!({ "eventType": kind, "mail": mail, key: detail });
    let mut events = Vec::new();
    if !delivered.is_empty() {
        events.push(("Email Delivered", event("Delivery", "delivery", delivery(sent, &delivered))));
    }
    if !bounced.is_empty() {
        events.push(("Email Bounced", event("Bounce", "bounce", bounce(sent, &bounced))));
    }
    if !complained.is_empty() {
        events.push(("Email Complaint Received", event("Complaint", "complaint", complaint(sent, &complained))));
    }
    events
}

fn mail_object(sent: &Sent, submission: &Submission) -> Value {
    let headers: Vec<Value> = fields::split(&submission.raw)
        .0
        .iter()
        .map(|field| json!({ "name": field.name(), "value": field.value() }))
        .collect();
    let mut tags: Map<String, Value> = sent.tags.iter().map(|(name, value)| (name.clone(), json!([value]))).collect();
    tags.insert("ses:configuration-set".to_owned(), json!([sent.configuration_set]));
    json!({
        "timestamp": sent.at,
        "source": submission.source.as_deref().map_or(sent.from.as_str(), bare),
        "sendingAccountId": "123456789012",
        "messageId": sent.id,
        "destination": sent.to,
        "headersTruncated": false,
        "headers": headers,
        "commonHeaders": { "from": [sent.from], "to": sent.to, "messageId": sent.id, "subject": sent.subject },
        "tags": tags,
    })
}

fn delivery(sent: &Sent, recipients: &[&String]) -> Value {
    json!({
        "timestamp": sent.at, "processingTimeMillis": 1, "recipients": recipients,
        "smtpResponse": "250 2.6.0 Message received", "reportingMTA": "mta.example.com",
    })
}

fn bounce(sent: &Sent, recipients: &[&String]) -> Value {
    let recipient = |address: &&String| {
        json!({
            "emailAddress": address, "action": "failed", "status": "5.1.1",
            "diagnosticCode": "smtp; 550 5.1.1 user unknown",
        })
    };
    json!({
        "bounceType": "Permanent", "bounceSubType": "General", "timestamp": sent.at,
        "bouncedRecipients": recipients.iter().map(recipient).collect::<Vec<_>>(),
        "feedbackId": format!("bounce-{}", sent.id), "reportingMTA": "dsn; mta.example.com",
    })
}

fn complaint(sent: &Sent, recipients: &[&String]) -> Value {
    let recipients: Vec<Value> = recipients.iter().map(|address| json!({ "emailAddress": address })).collect();
    json!({
        "complainedRecipients": recipients, "timestamp": sent.at, "complaintFeedbackType": "abuse",
        "feedbackId": format!("complaint-{}", sent.id), "userAgent": "Amazon SES Mailbox Simulator",
    })
}
