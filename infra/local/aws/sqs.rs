//! SQS standard queues, by winterbaume in memory.
//!
//! Invariant: nothing relies on a message outliving the process; each job stands in the table first and the sweep queues it again.

use std::time::Duration;

use http::{HeaderMap, HeaderValue, StatusCode};
use http_body_util::Full;
use serde_json::{Value, json};
use tokio::sync::Notify;
use winterbaume_core::{MockRequest, MockResponse, MockService as _};
use winterbaume_sqs::SqsService;

use super::{Answer, Call};

/// The queues, with a bell that rings when a message is sent, so that nobody polls for it.
#[derive(Default)]
pub(crate) struct Queues {
    service: SqsService,
    sent: Notify,
}

impl std::fmt::Debug for Queues {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Queues")
    }
}

impl Queues {
    /// Carries a request of the SDK out.
    pub(crate) async fn answer(&self, operation: &str, call: Call) -> Answer {
        let (parts, body) = call.into_parts();
        let response = self.handle(parts.headers, body).await;
        if operation.starts_with("SendMessage") {
            self.sent.notify_waiters();
        }
        from_winterbaume(response)
    }

    /// One operation from inside, as the AWS side of Lambda does it: past the fault switch.
    pub(crate) async fn call(&self, operation: &'static str, input: &Value) -> Result<Value, String> {
        let mut headers = HeaderMap::new();
        let target = HeaderValue::from_str(&format!("AmazonSQS.{operation}")).map_err(|e| e.to_string())?;
        headers.insert("x-amz-target", target);
        let response = self.handle(headers, input.to_string().into()).await;
        let output: Value = serde_json::from_slice(&response.body).unwrap_or(Value::Null);
        if response.status == 200 { Ok(output) } else { Err(format!("{operation}: {output}")) }
    }

    /// Up to ten messages, at once or when one is sent within `patience`; an empty list otherwise.
    pub(crate) async fn receive(&self, queue_url: &str, patience: Duration) -> Result<Vec<Value>, String> {
        // Registered before looking, so a message sent in between is not missed.
        let sent = self.sent.notified();
        tokio::pin!(sent);
        sent.as_mut().enable();
        let messages = self.receive_now(queue_url).await?;
        if !messages.is_empty() || tokio::time::timeout(patience, sent).await.is_err() {
            return Ok(messages);
        }
        self.receive_now(queue_url).await
    }

    async fn receive_now(&self, queue_url: &str) -> Result<Vec<Value>, String> {
        let input = json!({
            "QueueUrl": queue_url, "MaxNumberOfMessages": 10, "WaitTimeSeconds": 0,
            "MessageSystemAttributeNames": ["All"], "MessageAttributeNames": ["All"],
        });
        let mut output = self.call("ReceiveMessage", &input).await?;
        Ok(match output["Messages"].take() {
            Value::Array(messages) => messages,
            _ => Vec::new(),
        })
    }

    /// How many messages stand in the queue, hidden and delayed ones included.
    pub(crate) async fn depth(&self, queue_url: &str) -> Result<u64, String> {
        let input = json!({ "QueueUrl": queue_url, "AttributeNames": ["All"] });
        let output = self.call("GetQueueAttributes", &input).await?;
        let count = |name: &str| output["Attributes"][name].as_str().and_then(|n| n.parse::<u64>().ok()).unwrap_or(0);
        Ok(count("ApproximateNumberOfMessages")
            + count("ApproximateNumberOfMessagesNotVisible")
            + count("ApproximateNumberOfMessagesDelayed"))
    }

    async fn handle(&self, headers: HeaderMap, body: bytes::Bytes) -> MockResponse {
        let uri = "https://sqs.us-east-1.amazonaws.com/".to_owned();
        self.service.handle(MockRequest { method: "POST".to_owned(), uri, headers, body }).await
    }
}

/// Winterbaume's answer as ours.
pub(crate) fn from_winterbaume(response: MockResponse) -> Answer {
    let mut answer = http::Response::new(Full::new(response.body));
    *answer.status_mut() = StatusCode::from_u16(response.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    *answer.headers_mut() = response.headers;
    answer
}
