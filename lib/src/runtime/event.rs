//! Events that are not HTTP, as our own small types: what SQS, SES, its event publishing and the schedule send, reduced
//! to what is used. The parsers take what AWS documents and refuse the rest by name.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    error::{Error, Result},
    message::{Finding, Verdicts},
};

/// An event that is not HTTP.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A batch from the job queue.
    Jobs(Vec<JobMessage>),
    /// A mail that SES has laid in the bucket.
    Mail(MailReceived),
    /// What became of a mail that we sent.
    Notice(SendNotice),
    /// The schedule's turn.
    Schedule(Task),
}

/// One message of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobMessage {
    /// SQS's id, to report a failure by.
    pub message_id: String,
    /// The sealed body.
    pub body: String,
}

/// A received mail, as SES tells of it: no body, no header that matters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailReceived {
    /// SES's id, and the key of the raw mail.
    pub ses_message_id: String,
    /// Envelope sender; empty for a null return path.
    pub envelope_from: String,
    /// Envelope recipients.
    pub recipients: Vec<String>,
    /// What SES thinks of it.
    pub verdicts: Verdicts,
}

/// What became of a mail that we sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendNotice {
    /// Our own tag on the mail: the sealed send.
    pub send: String,
    /// SES's id of it, where it is SES that tells.
    pub ses_message_id: Option<String>,
    /// `Send`, `Delivery`, `Bounce`, `Complaint`, `Reject`, …
    pub kind: String,
    /// Addresses that bounced or complained.
    pub addresses: Vec<String>,
    /// Whether a bounce is permanent.
    pub permanent: bool,
}

/// The schedule's turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Task {
    /// Finds mail and jobs whose event was lost.
    Sweep,
    /// Ends quotes whose time is over.
    Expire,
    /// Reminds travellers once.
    FollowUp,
}

impl Event {
    /// The word for it in log lines.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Jobs(_) => "jobs",
            Self::Mail(_) => "mail",
            Self::Notice(_) => "notice",
            Self::Schedule(Task::Sweep) => "sweep",
            Self::Schedule(Task::Expire) => "expire",
            Self::Schedule(Task::FollowUp) => "follow-up",
        }
    }

    /// Tells an event by its shape.
    ///
    /// # Errors
    /// [`Error::Invalid`] for an event of no known kind.
    pub fn read(mut event: Value) -> Result<Self> {
        if let Some(task) = event.get("tripdesk") {
            return serde_json::from_value(task.clone()).map(Self::Schedule).map_err(|_| unknown("tripdesk"));
        }
        if event.get("eventType").is_some() {
            return notice(&event).map(Self::Notice).ok_or_else(|| unknown("eventType"));
        }
        let records = event.get_mut("Records").and_then(Value::as_array_mut).map(std::mem::take).unwrap_or_default();
        let source = records.first().and_then(|record| record.get("eventSource").or(record.get("EventSource")));
        match source.and_then(Value::as_str) {
            Some("aws:sqs") => Ok(Self::Jobs(records.iter().filter_map(job_message).collect())),
            Some("aws:ses") => mail(&records[0]).map(Self::Mail).ok_or_else(|| unknown("Records[0].ses")),
            Some("aws:sns") => {
                let inner = records[0]["Sns"]["Message"].as_str().and_then(|text| serde_json::from_str(text).ok());
                let notice = inner.as_ref().and_then(notice);
                notice.map(Self::Notice).ok_or_else(|| unknown("Records[0].Sns.Message"))
            }
            _ => Err(unknown("event")),
        }
    }
}

fn unknown(field: &str) -> Error {
    Error::invalid(field, "not an event this function knows")
}

fn job_message(record: &Value) -> Option<JobMessage> {
    Some(JobMessage { message_id: text(&record["messageId"])?, body: text(&record["body"])? })
}

fn mail(record: &Value) -> Option<MailReceived> {
    let (mail, receipt) = (&record["ses"]["mail"], &record["ses"]["receipt"]);
    let verdict = |name: &str| Finding::from_ses(receipt[name]["status"].as_str().unwrap_or_default());
    Some(MailReceived {
        ses_message_id: text(&mail["messageId"]).filter(|id| is_object_name(id))?,
        envelope_from: text(&mail["source"]).unwrap_or_default(),
        recipients: texts(&receipt["recipients"]),
        verdicts: Verdicts {
            spam: verdict("spamVerdict"),
            virus: verdict("virusVerdict"),
            spf: verdict("spfVerdict"),
            dkim: verdict("dkimVerdict"),
            dmarc: verdict("dmarcVerdict"),
        },
    })
}

/// An id that may become part of an object's key.
fn is_object_name(id: &str) -> bool {
    (1..=200).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

fn notice(event: &Value) -> Option<SendNotice> {
    let (mail, kind) = (&event["mail"], text(&event["eventType"])?);
    let of = |list: &Value| -> Vec<String> {
        list.as_array().into_iter().flatten().filter_map(|one| text(&one["emailAddress"])).collect()
    };
    let addresses = match kind.as_str() {
        "Bounce" => of(&event["bounce"]["bouncedRecipients"]),
        "Complaint" => of(&event["complaint"]["complainedRecipients"]),
        _ => Vec::new(),
    };
    Some(SendNotice {
        send: text(&mail["tags"]["send"][0])?,
        ses_message_id: Some(text(&mail["messageId"])?),
        permanent: event["bounce"]["bounceType"] == "Permanent",
        addresses,
        kind,
    })
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(text).collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_received_mail_is_known_by_its_envelope() {
        let event = json!({"Records": [{"eventSource": "aws:ses", "ses": {
            "mail": {"messageId": "abc123", "source": "a@x.example", "destination": ["forged@y.example"]},
            "receipt": {"recipients": ["agency@in.example"], "spamVerdict": {"status": "PASS"}, "dmarcVerdict": {"status": "FAIL"}},
        }}]});
        let Event::Mail(mail) = Event::read(event).unwrap() else { panic!("not a mail") };
        assert_eq!(mail.recipients, ["agency@in.example"]);
        assert_eq!(
            (mail.verdicts.spam, mail.verdicts.dmarc, mail.verdicts.spf),
            (Finding::Pass, Finding::Fail, Finding::ProcessingFailed)
        );
    }

    #[test]
    fn an_id_that_could_leave_its_folder_is_refused() {
        let event = json!({"Records": [{"eventSource": "aws:ses", "ses": {"mail": {"messageId": "../t/other"}, "receipt": {}}}]});
        assert!(Event::read(event).is_err());
    }

    #[test]
    fn other_events_are_told_apart() {
        let jobs = json!({"Records": [{"eventSource": "aws:sqs", "messageId": "1", "body": "b"}]});
        assert_eq!(
            Event::read(jobs).unwrap(),
            Event::Jobs(vec![JobMessage { message_id: "1".into(), body: "b".into() }])
        );
        assert_eq!(Event::read(json!({"tripdesk": "follow-up"})).unwrap(), Event::Schedule(Task::FollowUp));
        assert!(Event::read(json!({"tripdesk": "dance"})).is_err());
        assert!(Event::read(json!({"Records": []})).is_err());
        assert!(Event::read(json!(null)).is_err());
    }
}
