//! A mail comes in: what SES does between the SMTP conversation and the function.
//!
//! Invariant: [`Receiver::receive`] returns an id only when the mail lies in the bucket and its event in the journal.

use std::sync::Arc;

use aws_config::SdkConfig;
use aws_sdk_s3::config::RequestChecksumCalculation;
use aws_sdk_s3::primitives::ByteStream;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::clock::Clock;
use crate::fields;
use crate::invoke::{Function, Invocations};

/// The largest mail taken. SES stops at 40 MB; the platform must also stand what a wider door lets in.
pub const LARGEST_MAIL: usize = 64 * 1024 * 1024;
/// SES leaves out of the event what lies beyond this many bytes of header.
const HEADER_IN_EVENT: usize = 10 * 1024;

/// What SES found out about a mail.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "the words are those of the SES event")]
pub enum Verdict {
    #[default]
    Pass,
    Fail,
    Gray,
    #[serde(rename = "PROCESSING_FAILED")]
    ProcessingFailed,
}

/// The five verdicts of a receipt; all PASS unless said otherwise.
#[derive(Debug, Clone, Copy, Default)]
#[expect(missing_docs, reason = "the fields are those of the SES event")]
pub struct Verdicts {
    pub spam: Verdict,
    pub virus: Verdict,
    pub spf: Verdict,
    pub dkim: Verdict,
    pub dmarc: Verdict,
}

/// Who hands the mail over, and for whom.
#[derive(Debug, Clone)]
pub struct Envelope {
    /// The return path; empty for the null sender of bounces.
    pub from: String,
    /// The recipients, at least one.
    pub to: Vec<String>,
    /// What the checks said.
    pub verdicts: Verdicts,
}

/// The way in.
#[derive(Debug)]
pub struct Receiver {
    s3: aws_sdk_s3::Client,
    bucket: String,
    domain: String,
    invocations: Arc<Invocations>,
    clock: Clock,
}

/// An S3 client that reckons no checksums which nobody checks.
pub(crate) fn client(sdk: &SdkConfig) -> aws_sdk_s3::Client {
    let required = RequestChecksumCalculation::WhenRequired;
    let config = aws_sdk_s3::config::Builder::from(sdk).request_checksum_calculation(required);
    aws_sdk_s3::Client::from_conf(config.build())
}

impl Receiver {
    pub(crate) fn new(
        s3: aws_sdk_s3::Client,
        bucket: String,
        domain: String,
        invocations: Arc<Invocations>,
        clock: Clock,
    ) -> Self {
        Self { s3, bucket, domain, invocations, clock }
    }

    /// Whether mail to this address is taken here: its domain is the inbound domain, in any case.
    pub fn takes(&self, address: &str) -> bool {
        address
            .rsplit_once('@')
            .is_some_and(|(local, domain)| !local.is_empty() && domain.eq_ignore_ascii_case(&self.domain))
    }

    /// Stores the mail under `mail/<id>`, journals the SES event for `inbound-mail` and starts it; returns the SES message id.
    pub async fn receive(&self, mail: &[u8], envelope: &Envelope) -> anyhow::Result<String> {
        let id = Uuid::now_v7().simple().to_string();
        let now = self.clock.now();
        let stored = as_stored(mail, &id, envelope, now);
        let event = event(&stored, &id, envelope, now);
        let key = format!("mail/{id}");
        let put = self.s3.put_object().bucket(&self.bucket).key(key).body(ByteStream::from(stored));
        // Hashing 40 MB for a hop over loopback would only take time.
        put.customize().disable_payload_signing().send().await?;
        let (invocations, name) = (Arc::clone(&self.invocations), format!("receipt-{id}"));
        let accept = move || invocations.accept(&name, Function::InboundMail, event, None);
        self.invocations.launch(tokio::task::spawn_blocking(accept).await??);
        Ok(id)
    }
}

/// The mail as SES stores it: with the trace and its findings on top.
fn as_stored(mail: &[u8], id: &str, envelope: &Envelope, now: Timestamp) -> Vec<u8> {
    let Verdicts { spam, virus, spf, dkim, dmarc } = envelope.verdicts;
    let date = now.strftime("%a, %d %b %Y %H:%M:%S +0000 (UTC)");
    let recipient = match envelope.to.as_slice() {
        [one] => format!(" for {one};"),
        _ => ";".to_owned(),
    };
    let from = &envelope.from;
    let top = format!(
        "Return-Path: <{from}>\r\n\
         Received: from client (localhost [127.0.0.1]) by inbound-smtp.us-east-1.amazonaws.com with SMTP id {id}{recipient} {date}\r\n\
         X-SES-Spam-Verdict: {}\r\n\
         X-SES-Virus-Verdict: {}\r\n\
         Received-SPF: {}\r\n\
         Authentication-Results: amazonses.com; spf={}; dkim={}; dmarc={};\r\n",
        word(spam),
        word(virus),
        word(spf).to_ascii_lowercase(),
        word(spf).to_ascii_lowercase(),
        word(dkim).to_ascii_lowercase(),
        word(dmarc).to_ascii_lowercase(),
    );
    [top.as_bytes(), mail].concat()
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "PASS",
        Verdict::Fail => "FAIL",
        Verdict::Gray => "GRAY",
        Verdict::ProcessingFailed => "PROCESSING_FAILED",
    }
}

/// The event of a Lambda action in a receipt rule.
/// (<https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html>)
fn event(stored: &[u8], id: &str, envelope: &Envelope, now: Timestamp) -> Value {
    let at = now.strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string();
    let status = |verdict: Verdict| json!({ "status": word(verdict) });
    let Verdicts { spam, virus, spf, dkim, dmarc } = envelope.verdicts;
    let (headers, common, truncated) = headers(stored, &envelope.from);
    json!({ "Records": [{
        "eventSource": "aws:ses",
        "eventVersion": "1.0",
        "ses": {
            "mail": {
                "timestamp": at,
                "source": envelope.from,
                "messageId": id,
                "destination": envelope.to,
                "headersTruncated": truncated,
                "headers": headers,
                "commonHeaders": common,
            },
            "receipt": {
                "timestamp": at,
                "processingTimeMillis": 1,
                "recipients": envelope.to,
                "spamVerdict": status(spam),
                "virusVerdict": status(virus),
                "spfVerdict": status(spf),
                "dkimVerdict": status(dkim),
                "dmarcVerdict": status(dmarc),
                "dmarcPolicy": "none",
                "action": {
                    "type": "Lambda",
                    "functionArn": "arn:aws:lambda:us-east-1:123456789012:function:tripdesk-inbound-mail",
                    "invocationType": "Event",
                },
            },
        },
    }] })
}

/// `headers`, `commonHeaders` and `headersTruncated` of the event: whole fields up to the limit, so a monstrous header costs nothing.
fn headers(stored: &[u8], from: &str) -> (Vec<Value>, Value, bool) {
    let top = stored.get(..HEADER_IN_EVENT).unwrap_or(stored);
    let (mut fields, rest) = fields::split(top);
    let truncated = rest.is_empty() && top.len() < stored.len();
    if truncated {
        // The last one may have been cut.
        fields.pop();
    }
    let list = fields.iter().map(|field| json!({ "name": field.name(), "value": field.value() })).collect();
    let of = |name: &str| fields.iter().find(|field| field.is(name)).map(fields::Field::value);
    let many = |name: &str| of(name).map(|value| split_addresses(&value));
    let mut common = json!({ "returnPath": from });
    for (key, value) in [
        ("from", many("from").map(Value::from)),
        ("date", of("date").map(Value::from)),
        ("to", many("to").map(Value::from)),
        ("cc", many("cc").map(Value::from)),
        ("replyTo", many("reply-to").map(Value::from)),
        ("messageId", of("message-id").map(Value::from)),
        ("subject", of("subject").map(Value::from)),
    ] {
        if let Some(value) = value {
            common[key] = value;
        }
    }
    (list, common, truncated)
}

/// An address list at its commas, those in quotes aside.
fn split_addresses(list: &str) -> Vec<String> {
    let mut quoted = false;
    list.split(|c: char| {
        quoted ^= c == '"';
        c == ',' && !quoted
    })
    .map(|address| address.trim().to_owned())
    .filter(|address| !address.is_empty())
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn envelope() -> Envelope {
        Envelope { from: String::new(), to: vec!["a@in.example".to_owned()], verdicts: Verdicts::default() }
    }

    #[test]
    fn the_event_is_that_of_ses_and_has_no_body() {
        let mail = b"From: \"Doe, Jane\" <j@x.example>, k@x.example\r\nSubject: Trip\r\n\r\nsecret body\r\n";
        let stored = as_stored(mail, "id1", &envelope(), Timestamp::UNIX_EPOCH);
        let event = event(&stored, "id1", &envelope(), Timestamp::UNIX_EPOCH);
        let ses = &event["Records"][0]["ses"];
        assert_eq!(ses["mail"]["commonHeaders"]["from"], json!(["\"Doe, Jane\" <j@x.example>", "k@x.example"]));
        assert_eq!(ses["mail"]["timestamp"], "1970-01-01T00:00:00.000Z");
        assert_eq!(ses["receipt"]["dmarcVerdict"]["status"], "PASS");
        assert_eq!(ses["mail"]["headersTruncated"], false);
        assert!(!event.to_string().contains("secret body"));
        assert!(stored.ends_with(mail));
    }

    #[test]
    fn a_long_header_is_cut_at_a_whole_field() {
        let mail = format!("X-A: {}\r\nX-B: {}\r\n\r\nbody", "a".repeat(9_000), "b".repeat(9_000));
        let stored = as_stored(mail.as_bytes(), "id1", &envelope(), Timestamp::UNIX_EPOCH);
        let (headers, _, truncated) = headers(&stored, "");
        assert!(truncated);
        assert_eq!(headers.last().map(|h| h["name"].clone()), Some(json!("X-A")));
    }
}
