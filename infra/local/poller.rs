//! From queue to function, as Lambda's event source mapping does it with `ReportBatchItemFailures`.
//!
//! Invariant: a message is deleted only after its function has said that it is done, or once it lies among the dead letters,
//! where it comes after its third failure.

use std::collections::HashSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::aws::{MAX_RECEIVES, Queues, Resources};
use crate::invoke::{Function, Invocations};
use crate::stop::Stop;

/// Batches at work at once. Lambda would start more; two cores would not thank us.
pub(crate) const POLLERS: usize = 4;
/// How long to wait for the bell before looking for messages that became visible again.
const LOOK_AGAIN: Duration = Duration::from_millis(250);
/// How long a failed message rests, in seconds. Lambda leaves it hidden for the rest of the visibility timeout.
const REST_SECONDS: u32 = 1;

/// A queue, and the function that it feeds.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    pub(crate) url: String,
    pub(crate) function: Function,
}

/// A queue of jobs and what came of it.
#[derive(Debug)]
pub(crate) struct Poller {
    queues: Arc<Queues>,
    source: Source,
    resources: Resources,
    invocations: Arc<Invocations>,
    processed: AtomicU64,
    /// Messages put back and not seen since: winterbaume leaves these out of its counts.
    resting: Mutex<HashSet<String>>,
}

impl Poller {
    pub(crate) fn new(
        queues: Arc<Queues>,
        source: Source,
        resources: Resources,
        invocations: Arc<Invocations>,
    ) -> Self {
        Self { queues, source, resources, invocations, processed: AtomicU64::new(0), resting: Mutex::default() }
    }

    /// Messages done since the start.
    pub(crate) fn processed(&self) -> u64 {
        self.processed.load(Ordering::SeqCst)
    }

    /// Messages that still stand in the queue, those at work included.
    pub(crate) async fn waiting(&self) -> Result<u64, String> {
        let resting = self.resting().len() as u64;
        Ok(resting + self.queues.depth(&self.source.url).await?)
    }

    /// Messages that were given up.
    pub(crate) async fn dead_letters(&self) -> Result<u64, String> {
        self.queues.depth(&self.resources.dead_letter_queue_url).await
    }

    /// Polls until `stop`; a batch at work is finished first.
    pub(crate) async fn run(&self, stop: Stop) {
        loop {
            let received = tokio::select! {
                received = self.queues.receive(&self.source.url, LOOK_AGAIN) => received,
                () = stop.wait() => return,
            };
            let handled = match received {
                Ok(messages) if messages.is_empty() => Ok(()),
                Ok(messages) => self.handle(&messages).await,
                Err(error) => Err(error),
            };
            if let Err(error) = handled {
                tracing::error!(error, "the queue does not answer");
                stop.sleep(LOOK_AGAIN).await;
            }
        }
    }

    async fn handle(&self, messages: &[Value]) -> Result<(), String> {
        for message in messages {
            self.resting().remove(id(message));
        }
        let records: Vec<Value> = messages.iter().map(record).collect();
        let answer = self.invocations.call(self.source.function, json!({ "Records": records })).await;
        if let Err(error) = &answer {
            tracing::warn!(error, messages = messages.len(), "a batch failed");
        }
        for message in messages {
            match (failed(&answer, message), receives(message) >= MAX_RECEIVES) {
                (false, _) => {
                    // Counted first: whoever finds the queue empty finds the count right.
                    self.processed.fetch_add(1, Ordering::SeqCst);
                    self.delete(message).await?;
                }
                (true, false) => self.put_back(message).await?,
                (true, true) => self.bury(message).await?,
            }
        }
        Ok(())
    }

    async fn put_back(&self, message: &Value) -> Result<(), String> {
        self.resting().insert(id(message).to_owned());
        let input = json!({
            "QueueUrl": self.source.url,
            "ReceiptHandle": message["ReceiptHandle"],
            "VisibilityTimeout": REST_SECONDS,
        });
        self.queues.call("ChangeMessageVisibility", &input).await.map(drop)
    }

    /// Moves a message to the dead letters. The queue's redrive policy would do it too, but only when somebody looks again.
    async fn bury(&self, message: &Value) -> Result<(), String> {
        let mut input = json!({ "QueueUrl": self.resources.dead_letter_queue_url, "MessageBody": message["Body"] });
        if message["MessageAttributes"].is_object() {
            input["MessageAttributes"] = message["MessageAttributes"].clone();
        }
        self.queues.call("SendMessage", &input).await?;
        self.delete(message).await
    }

    async fn delete(&self, message: &Value) -> Result<(), String> {
        let input = json!({ "QueueUrl": self.source.url, "ReceiptHandle": message["ReceiptHandle"] });
        self.queues.call("DeleteMessage", &input).await.map(drop)
    }

    fn resting(&self) -> MutexGuard<'_, HashSet<String>> {
        self.resting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn id(message: &Value) -> &str {
    message["MessageId"].as_str().unwrap_or_default()
}

fn receives(message: &Value) -> u32 {
    message["Attributes"]["ApproximateReceiveCount"].as_str().and_then(|n| n.parse().ok()).unwrap_or(1)
}

/// Whether this message is to be tried again. An answer whose failures name a message that was not in the batch, or that has
/// no sensible shape, fails the whole batch, as on AWS.
fn failed(answer: &Result<Value, String>, message: &Value) -> bool {
    match answer {
        Err(_) => true,
        Ok(Value::Null) => false,
        Ok(answer) => match answer.get("batchItemFailures") {
            None | Some(Value::Null) => false,
            Some(Value::Array(failures)) => failures.iter().any(|failure| {
                failure["itemIdentifier"].as_str().is_none_or(str::is_empty)
                    || failure["itemIdentifier"] == message["MessageId"]
            }),
            Some(_) => true,
        },
    }
}

/// A message as a record of the Lambda event.
/// (<https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html>)
fn record(message: &Value) -> Value {
    let attributes: Map<String, Value> = match &message["MessageAttributes"] {
        Value::Object(attributes) => attributes.iter().map(|(name, value)| (name.clone(), attribute(value))).collect(),
        _ => Map::new(),
    };
    json!({
        "messageId": message["MessageId"],
        "receiptHandle": message["ReceiptHandle"],
        "body": message["Body"],
        "attributes": message["Attributes"],
        "messageAttributes": attributes,
        "md5OfBody": message["MD5OfBody"],
        "eventSource": "aws:sqs",
        "eventSourceARN": "arn:aws:sqs:us-east-1:123456789012:tripdesk-quote",
        "awsRegion": "us-east-1",
    })
}

fn attribute(value: &Value) -> Value {
    json!({
        "stringValue": value["StringValue"],
        "stringListValues": [],
        "binaryListValues": [],
        "dataType": value["DataType"],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_messages_failed() {
        let message = json!({ "MessageId": "m1" });
        let cases = [
            (Err("boom".to_owned()), true),
            (Ok(Value::Null), false),
            (Ok(json!({})), false),
            (Ok(json!({ "batchItemFailures": [] })), false),
            (Ok(json!({ "batchItemFailures": [{ "itemIdentifier": "m1" }] })), true),
            (Ok(json!({ "batchItemFailures": [{ "itemIdentifier": "m2" }] })), false),
            (Ok(json!({ "batchItemFailures": [{ "itemIdentifier": "" }] })), true),
            (Ok(json!({ "batchItemFailures": "m1" })), true),
        ];
        for (answer, expected) in cases {
            assert_eq!(failed(&answer, &message), expected, "{answer:?}");
        }
    }
}
