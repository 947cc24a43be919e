//! Bytes of a stranger to a [`Parsed`] mail: headers, text, list of attachments.
//!
//! Invariant: every sequence of bytes gives a result, in linear time, with the caps of `product.md` section 3.4; what a
//! cap cut off is marked. Subject, names and addresses hold no line break. No attachment is opened.

use jiff::Timestamp;
use mail_parser::{HeaderValue, parsers::MessageStream};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Mailbox, Mark,
    address::{self, Mailboxes, readable},
    body, mime,
    mime::{Part, Walk},
    text::{one_line, prefix},
    thread,
};

/// Bytes of a mail that are read; what lies beyond is kept in the raw mail and marked.
pub const MAX_BYTES: usize = mime::MAX_BYTES;
/// Bytes of text that are kept.
pub const MAX_TEXT: usize = 200 * 1024;
/// Characters of a subject that are kept (RFC 5322 section 2.1.1 has 998 to a line).
const MAX_SUBJECT: usize = 500;
/// Bytes of a header that are kept for the loop guard and the classifier.
const MAX_HEADER: usize = 2 * 1024;
/// Message ids kept of one header.
const MAX_IDS: usize = 100;

/// A mail, read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Parsed {
    /// Raw size in bytes.
    pub size: u64,
    /// What was cut short or looked wrong.
    pub marks: Vec<Mark>,
    /// The one sender; absent when there is none, or several.
    pub from: Option<Mailbox>,
    /// Where the sender wants answers; absent when nothing valid is said.
    pub reply_to: Option<Mailbox>,
    /// `To`.
    pub to: Vec<Mailbox>,
    /// `Cc`.
    pub cc: Vec<Mailbox>,
    /// Decoded, on one line.
    pub subject: String,
    /// The mail's own date.
    pub date: Option<Timestamp>,
    /// Without angle brackets.
    pub message_id: Option<String>,
    /// Without angle brackets.
    pub in_reply_to: Vec<String>,
    /// Oldest first, without angle brackets.
    pub references: Vec<String>,
    /// The whole text: quoted history and signature are still in it.
    pub text: String,
    /// Everything that is not the text.
    pub attachments: Vec<Attachment>,
    /// What a `multipart/report` says (RFC 3464, RFC 8098).
    pub report: Option<Report>,
    /// Every header of the mail itself, in order: name in lower case, value unfolded.
    pub headers: Vec<(String, String)>,
    /// `type/subtype` of the mail itself, in lower case.
    pub content_type: String,
}

/// A file that came with a mail. It is listed, never opened; the raw mail holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Attachment {
    /// A safe file name: no path, no control character.
    pub name: String,
    /// `type/subtype` as the mail claims it.
    #[serde(rename = "type")]
    pub kind: String,
    /// Decoded size in bytes.
    pub size: u64,
    /// Which part of the mail it is, for [`attachment`].
    pub part: usize,
}

/// A machine's report inside a mail.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// `delivery-status`, `disposition-notification`, `feedback-report`; empty when not said.
    pub kind: String,
    /// The machine-readable part.
    pub status: String,
    /// `Message-ID` of the mail it is about, without angle brackets.
    pub about: Option<String>,
}

impl Parsed {
    /// The unfolded value of the first header of this name; the name in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// `To` and `Cc`, in this order.
    pub fn recipients(&self) -> impl Iterator<Item = &Mailbox> {
        self.to.iter().chain(&self.cc)
    }

    fn mark(&mut self, mark: Mark) {
        if !self.marks.contains(&mark) {
            self.marks.push(mark);
        }
    }
}

/// Reads a mail. Never fails: a mail that is nothing but noise is a mail without a sender.
#[must_use]
pub fn parse(raw: &[u8]) -> Parsed {
    let readable = raw.get(..MAX_BYTES).unwrap_or(raw);
    let walk = mime::walk(readable);
    let mut parsed = Parsed { size: raw.len() as u64, marks: walk.marks.clone(), ..Parsed::default() };
    if raw.len() > MAX_BYTES {
        parsed.mark(Mark::TooLarge);
    }
    if let Some(root) = walk.parts.first() {
        read_headers(&mut parsed, root);
    }
    let body = body::read(&walk, readable);
    parsed.attachments = attachments(&walk, readable, &body.used);
    parsed.report = report(&walk, readable);
    let text = body.text;
    parsed.marks.extend(body.marks);
    if text.len() > MAX_TEXT {
        parsed.mark(Mark::TextTruncated);
    }
    prefix(&text, MAX_TEXT).clone_into(&mut parsed.text);
    parsed
}

/// The decoded bytes of one part, by its number in [`Attachment::part`].
#[must_use]
pub fn attachment(raw: &[u8], part: usize) -> Option<Vec<u8>> {
    let readable = raw.get(..MAX_BYTES).unwrap_or(raw);
    let walk = mime::walk(readable);
    walk.parts.get(part).map(|part| body::decode(part, readable, usize::MAX).0.into_owned())
}

/// The first mail that is attached to this one (`message/rfc822`), read: what staff forwards "as attachment".
#[must_use]
pub fn attached_mail(raw: &[u8], parsed: &Parsed) -> Option<Parsed> {
    let is_mail = |attachment: &&Attachment| matches!(attachment.kind.as_str(), "message/rfc822" | "message/global");
    let inner = attachment(raw, parsed.attachments.iter().find(is_mail)?.part)?;
    Some(parse(&inner))
}

fn read_headers(parsed: &mut Parsed, root: &Part<'_>) {
    let senders = mailboxes(parsed, root, "from");
    parsed.from = one_sender(parsed, senders);
    let mut answers = mailboxes(parsed, root, "reply-to");
    parsed.reply_to = if answers.valid.len() == 1 { answers.valid.pop() } else { None };
    parsed.to = mailboxes(parsed, root, "to").valid;
    parsed.cc = mailboxes(parsed, root, "cc").valid;
    parsed.subject = root.header("subject").map(unstructured).unwrap_or_default();
    parsed.date = root.header("date").and_then(date);
    parsed.message_id = ids(root, "message-id").into_iter().next();
    parsed.in_reply_to = ids(root, "in-reply-to");
    parsed.references = ids(root, "references");
    parsed.content_type.clone_from(&root.content.mime);
    parsed.headers = root
        .headers
        .iter()
        .map(|field| {
            let value = String::from_utf8_lossy(field.value.get(..MAX_HEADER).unwrap_or(field.value));
            (String::from_utf8_lossy(field.name).to_ascii_lowercase(), one_line(&value, MAX_HEADER))
        })
        .collect();
}

fn mailboxes(parsed: &mut Parsed, root: &Part<'_>, name: &str) -> Mailboxes {
    let mut all = Mailboxes::default();
    for value in root.all(name).take(20) {
        all.extend(address::read(value));
    }
    if all.refused > 0 {
        parsed.mark(Mark::BadAddress);
    }
    all
}

/// One valid sender, or none: an author who cannot be told from another is not answered.
fn one_sender(parsed: &mut Parsed, senders: Mailboxes) -> Option<Mailbox> {
    let total = senders.valid.len() + senders.refused;
    if total > 1 {
        parsed.mark(Mark::SeveralSenders);
        return None;
    }
    let sender = senders.valid.into_iter().next();
    if sender.is_none() {
        parsed.mark(Mark::NoSender);
    }
    sender
}

/// Decodes a header of free text (RFC 2047) onto one line.
fn unstructured(value: &[u8]) -> String {
    match MessageStream::new(&readable(value, 4 * 1024)).parse_unstructured() {
        HeaderValue::Text(text) => one_line(&text, MAX_SUBJECT),
        HeaderValue::TextList(texts) => one_line(&texts.join(" "), MAX_SUBJECT),
        _ => String::new(),
    }
}

fn date(value: &[u8]) -> Option<Timestamp> {
    match MessageStream::new(&readable(value, 200)).parse_date() {
        HeaderValue::DateTime(date) if date.is_valid() => Timestamp::from_second(date.to_timestamp()).ok(),
        _ => None,
    }
}

fn ids(root: &Part<'_>, name: &str) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for value in root.all(name).take(5) {
        let value = value.get(..64 * 1024).unwrap_or(value);
        for id in thread::message_ids(&String::from_utf8_lossy(value)) {
            if ids.len() < MAX_IDS && !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    ids
}

/// Every leaf that is not text of the mail itself; a mail inside the mail is one attachment, whatever it holds.
fn attachments(walk: &Walk<'_>, raw: &[u8], used: &[usize]) -> Vec<Attachment> {
    let mut inside = vec![false; walk.parts.len()];
    let mut list = Vec::new();
    for (index, part) in walk.parts.iter().enumerate() {
        let parent = part.parent.and_then(|parent| walk.parts.get(parent).map(|around| (parent, around)));
        let covered =
            parent.is_some_and(|(at, around)| around.is_message() || inside.get(at).copied().unwrap_or(false));
        if let Some(slot) = inside.get_mut(index) {
            *slot = covered;
        }
        let is_leaf = !part.is_container() || part.is_message();
        let is_empty = part.payload == 0 && part.content.name.is_none() && !part.is_message();
        if !covered && is_leaf && !is_empty && !used.contains(&index) {
            list.push(Attachment {
                name: file_name(part, list.len() + 1),
                kind: one_line(&part.content.mime, 100),
                size: body::decoded_size(part, raw),
                part: index,
            });
        }
    }
    list
}

/// The name a file may be stored and shown under.
fn file_name(part: &Part<'_>, number: usize) -> String {
    let claimed = part.content.name.as_deref().map(|name| unstructured(name.as_bytes())).unwrap_or_default();
    let base = claimed.rsplit(['/', '\\']).next().unwrap_or_default();
    let safe: String = base.chars().map(|c| if "<>:\"|?*%".contains(c) { '_' } else { c }).collect();
    let safe = safe.trim_matches(|c: char| c == '.' || c.is_whitespace());
    if safe.is_empty() {
        return format!("attachment-{number}{}", extension(&part.content.mime));
    }
    match safe.rsplit_once('.') {
        Some((stem, extension)) if extension.len() <= 8 => format!("{}.{extension}", one_line(stem, 110)),
        _ => one_line(safe, 120),
    }
}

fn extension(mime: &str) -> &'static str {
    match mime {
        "application/pdf" => ".pdf",
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "message/rfc822" | "message/global" => ".eml",
        "text/calendar" => ".ics",
        "text/html" => ".html",
        mime if mime.starts_with("text/") => ".txt",
        _ => ".bin",
    }
}

/// The machine-readable half of a `multipart/report`, and the mail it is about.
fn report(walk: &Walk<'_>, raw: &[u8]) -> Option<Report> {
    let root = walk.parts.first()?;
    let mut report = Report { kind: root.content.report_type.clone().unwrap_or_default(), ..Report::default() };
    let mut found = root.content.mime == "multipart/report";
    for part in &walk.parts {
        match part.content.mime.as_str() {
            "message/delivery-status"
            | "message/global-delivery-status"
            | "message/disposition-notification"
            | "message/feedback-report" => {
                found = true;
                let (bytes, _) = body::decode(part, raw, 64 * 1024);
                report.status.push_str(&String::from_utf8_lossy(&bytes));
                report.status.push('\n');
            }
            "text/rfc822-headers" => {
                let (bytes, _) = body::decode(part, raw, 64 * 1024);
                let inner = mime::walk(&bytes);
                report.about = inner.parts.first().and_then(|inner| ids(inner, "message-id").into_iter().next());
            }
            _ => {}
        }
        let in_message = part.parent.and_then(|at| walk.parts.get(at)).is_some_and(Part::is_message);
        if in_message && report.about.is_none() {
            report.about = ids(part, "message-id").into_iter().next();
        }
    }
    found.then_some(report)
}
