//! What SES tells about a mail once it is out: sent, delivered, bounced, complained about.
//!
//! Invariant: every mail is sent, and every recipient is in exactly one of delivery and bounce; only the mailbox simulator's addresses bounce or complain.

use serde_json::{Map, Value, json};

use super::Sent;
use super::admission::{Submission, bare};
use crate::fields;

/// The mailbox simulator: `bounce@`, `complaint@`, `success@` and so on.
const SIMULATOR: &str = "simulator.amazonses.com";

/// The events that SES publishes about a mail through SNS: none without a configuration set.
/// (<https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html>)
pub(crate) fn events(sent: &Sent, submission: &Submission) -> Vec<Value> {
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
    let event =
        |kind: &str, key: &str, detail: Value| sns(&sent.at, &json!({ "eventType": kind, "mail": mail, key: detail }));
    let mut events = vec![event("Send", "send", json!({}))];
    if !delivered.is_empty() {
        events.push(event("Delivery", "delivery", delivery(sent, &delivered)));
    }
    if !bounced.is_empty() {
        events.push(event("Bounce", "bounce", bounce(sent, &bounced)));
    }
    if !complained.is_empty() {
        events.push(event("Complaint", "complaint", complaint(sent, &complained)));
    }
    events
}

/// A notification of SNS as Lambda gets it.
/// (<https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html>)
fn sns(at: &str, message: &Value) -> Value {
    let topic = "arn:aws:sns:us-east-1:123456789012:tripdesk-mail-events";
    json!({ "Records": [{
        "EventSource": "aws:sns",
        "EventVersion": "1.0",
        "EventSubscriptionArn": format!("{topic}:{}", uuid::Uuid::nil()),
        "Sns": {
            "Type": "Notification",
            "MessageId": uuid::Uuid::now_v7(),
            "TopicArn": topic,
            "Subject": "Amazon SES Email Event Notification",
            "Message": message.to_string(),
            "Timestamp": at,
            "MessageAttributes": {},
        },
    }] })
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
