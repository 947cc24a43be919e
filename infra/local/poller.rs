//! From queue to function, as Lambda's event source mapping does it with `ReportBatchItemFailures`.
//!
//! Invariant: a message is deleted only after its function has said that it is done. After three failures the queue's redrive
//! policy moves it to the dead letters.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::aws::{Queues, Resources};
use crate::invoke::{Function, Invocations};
use crate::stop::Stop;

/// Batches at work at once. Lambda would start more; two cores would not thank us.
pub(crate) const POLLERS: usize = 4;
/// How long to wait for the bell before looking for messages that became visible again.
const LOOK_AGAIN: Duration = Duration::from_millis(250);
/// How long a failed message rests, in seconds. Lambda leaves it hidden for the rest of the visibility timeout.
const REST_SECONDS: u32 = 1;

/// The queue of quote jobs and what came of it.
#[derive(Debug)]
pub(crate) struct Poller {
    queues: Arc<Queues>,
    resources: Resources,
    invocations: Arc<Invocations>,
    processed: AtomicU64,
}

impl Poller {
    pub(crate) fn new(queues: Arc<Queues>, resources: Resources, invocations: Arc<Invocations>) -> Self {
        Self { queues, resources, invocations, processed: AtomicU64::new(0) }
    }

    /// Messages done since the start.
    pub(crate) fn processed(&self) -> u64 {
        self.processed.load(Ordering::SeqCst)
    }

    /// Messages that still stand in the queue, those at work included.
    pub(crate) async fn waiting(&self) -> Result<u64, String> {
        self.queues.depth(&self.resources.quote_queue_url).await
    }

    /// Messages that were given up.
    pub(crate) async fn dead_letters(&self) -> Result<u64, String> {
        self.queues.depth(&self.resources.dead_letter_queue_url).await
    }

    /// Polls until `stop`; a batch at work is finished first.
    pub(crate) async fn run(&self, stop: Stop) {
        loop {
            let received = tokio::select! {
                received = self.queues.receive(&self.resources.quote_queue_url, LOOK_AGAIN) => received,
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
        let records: Vec<Value> = messages.iter().map(record).collect();
        let answer = self.invocations.call(Function::Quote, json!({ "Records": records })).await;
        if let Err(error) = &answer {
            tracing::warn!(error, messages = messages.len(), "a batch failed");
        }
        for message in messages {
            match failed(&answer, message) {
                true => self.put_back(message).await?,
                false => self.delete(message).await?,
            }
        }
        Ok(())
    }

    async fn delete(&self, message: &Value) -> Result<(), String> {
        let input = json!({ "QueueUrl": self.resources.quote_queue_url, "ReceiptHandle": message["ReceiptHandle"] });
        // Counted first: whoever finds the queue empty finds the count right.
        self.processed.fetch_add(1, Ordering::SeqCst);
        self.queues.call("DeleteMessage", &input).await.map(drop)
    }

    async fn put_back(&self, message: &Value) -> Result<(), String> {
        let receives = message["Attributes"]["ApproximateReceiveCount"].as_str().and_then(|n| n.parse::<u32>().ok());
        // The last failure needs no rest: the next look moves the message to the dead letters.
        let spent = receives.is_some_and(|n| n >= crate::aws::MAX_RECEIVES);
        let input = json!({
            "QueueUrl": self.resources.quote_queue_url,
            "ReceiptHandle": message["ReceiptHandle"],
            "VisibilityTimeout": if spent { 0 } else { REST_SECONDS },
        });
        self.queues.call("ChangeMessageVisibility", &input).await.map(drop)
    }
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
