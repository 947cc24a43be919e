//! SES, the Query protocol of its first version (`SendRawEmail`, and `GetSendQuota` for the doctor).
//! (<https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html>)
//!
//! Invariant: an answer with a `MessageId` means that the mail lies in the outbox, on the disk.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::StatusCode;

use super::{Answer, plain, refusal};
use crate::outbox::{Outbox, Refused, Submission};

/// Carries one action out.
pub(crate) async fn answer(outbox: &Arc<Outbox>, action: &str, body: &[u8]) -> Answer {
    match action {
        "SendRawEmail" => send_raw_email(outbox, body).await,
        "GetSendQuota" => success(
            action,
            "<Max24HourSend>200.0</Max24HourSend><MaxSendRate>1.0</MaxSendRate><SentLast24Hours>0.0</SentLast24Hours>",
        ),
        _ => refusal::ses(StatusCode::BAD_REQUEST, "Sender", "InvalidAction", "This action is not served here."),
    }
}

async fn send_raw_email(outbox: &Arc<Outbox>, body: &[u8]) -> Answer {
    let Some(submission) = submission(body) else {
        let message = "RawMessage.Data is missing or not Base64.";
        return refusal::ses(StatusCode::BAD_REQUEST, "Sender", "InvalidParameterValue", message);
    };
    match outbox.send(submission).await {
        Ok(id) => success("SendRawEmail", &format!("<MessageId>{id}</MessageId>")),
        Err(Refused::Rejected(why)) => refusal::ses(StatusCode::BAD_REQUEST, "Sender", "MessageRejected", &why),
        Err(Refused::Invalid(why)) => refusal::ses(StatusCode::BAD_REQUEST, "Sender", "InvalidParameterValue", &why),
        Err(Refused::Disk(error)) => {
            tracing::error!(%error, "a mail could not be stored in the outbox");
            refusal::failed(crate::faults::Service::Ses)
        }
    }
}

/// The parameters `Source`, `Destinations.member.N`, `RawMessage.Data`, `ConfigurationSetName`, `Tags.member.N.{Name,Value}`.
fn submission(body: &[u8]) -> Option<Submission> {
    let mut submission = Submission::default();
    let mut raw = None;
    for (key, value) in form_urlencoded::parse(body) {
        let value = value.into_owned();
        match key.as_ref() {
            "Source" => submission.source = Some(value),
            "RawMessage.Data" => raw = Some(value),
            "ConfigurationSetName" => submission.configuration_set = Some(value),
            key if key.starts_with("Destinations.member.") => submission.destinations.push(value),
            // The SDK writes a tag's name right before its value.
            key if key.starts_with("Tags.member.") && key.ends_with(".Name") => {
                submission.tags.push((value, String::new()));
            }
            key if key.starts_with("Tags.member.") && key.ends_with(".Value") => {
                submission.tags.last_mut()?.1 = value;
            }
            _ => {}
        }
    }
    submission.raw = STANDARD.decode(raw?).ok()?;
    Some(submission)
}

fn success(action: &str, result: &str) -> Answer {
    let body = format!(
        "<{action}Response xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><{action}Result>{result}</{action}Result>\
         <ResponseMetadata><RequestId>{}</RequestId></ResponseMetadata></{action}Response>",
        uuid::Uuid::now_v7()
    );
    plain(StatusCode::OK, "text/xml", body)
}
