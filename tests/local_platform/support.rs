//! A platform with recording functions, and the few clients that the tests speak with.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use aws_config::SdkConfig;
use axum::Router;
use serde_json::{Value, json};
use tripdesk::invoke::{EventEntry, Function, Run};
use tripdesk::platform::{Functions, Platform, Prepared, Resources, Settings, prepare};

/// What every function was invoked with, in order.
#[derive(Clone, Default)]
pub(crate) struct Seen(Arc<Mutex<Vec<(Function, Value)>>>);

impl Seen {
    pub(crate) fn of(&self, function: Function) -> Vec<Value> {
        self.0.lock().unwrap().iter().filter(|(f, _)| *f == function).map(|(_, event)| event.clone()).collect()
    }

    /// Events of the schedule aside.
    pub(crate) fn unscheduled(&self, function: Function) -> Vec<Value> {
        let events = self.of(function).into_iter();
        events.filter(|event| event["tripdesk"].is_null()).collect()
    }
}

/// A running platform with its clients.
pub(crate) struct World {
    pub(crate) platform: Platform,
    pub(crate) seen: Seen,
    pub(crate) sdk: SdkConfig,
    pub(crate) resources: Resources,
    pub(crate) http: reqwest::Client,
}

/// Functions that note each event and answer with `answer(function, event)`.
pub(crate) fn recording(
    seen: &Seen,
    answer: impl Fn(Function, &Value) -> Result<Value, String> + Send + Sync + 'static,
) -> EventEntry {
    let seen = seen.clone();
    Arc::new(move |function, event: Value| -> Run {
        let answer = answer(function, &event);
        seen.0.lock().unwrap().push((function, event));
        Box::pin(async move { answer })
    })
}

pub(crate) async fn start(data: &Path) -> World {
    start_with(data, |_, _| Ok(Value::Null)).await
}

pub(crate) async fn start_with(
    data: &Path,
    answer: impl Fn(Function, &Value) -> Result<Value, String> + Send + Sync + 'static,
) -> World {
    let prepared = prepare(Settings::new(data)).await.unwrap();
    let seen = Seen::default();
    let events = recording(&seen, answer);
    start_prepared(prepared, seen, events).await
}

pub(crate) async fn start_prepared(prepared: Prepared, seen: Seen, events: EventEntry) -> World {
    let (sdk, resources) = (prepared.sdk_config().clone(), prepared.resources().clone());
    let platform = prepared.start(Functions { http: Router::new(), events }).await.unwrap();
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    World { platform, seen, sdk, resources, http }
}

impl World {
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.platform.http_addr())
    }

    pub(crate) async fn post(&self, path: &str, body: impl Into<reqwest::Body>) -> (u16, Value) {
        let answer = self.http.post(self.url(path)).body(body).send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap_or_default())
    }

    pub(crate) async fn get(&self, path: &str) -> (u16, Value) {
        let answer = self.http.get(self.url(path)).send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap_or_default())
    }

    pub(crate) async fn fault(&self, rule: Value) {
        let (status, answer) = self.post("/_local/faults", rule.to_string()).await;
        assert_eq!(status, 201, "{answer}");
    }

    pub(crate) async fn drain(&self) -> Value {
        let (status, answer) = self.post("/_local/drain", "").await;
        assert_eq!(status, 200, "{answer}");
        answer
    }

    pub(crate) fn dynamodb(&self) -> aws_sdk_dynamodb::Client {
        aws_sdk_dynamodb::Client::new(&self.sdk)
    }

    pub(crate) fn s3(&self) -> aws_sdk_s3::Client {
        aws_sdk_s3::Client::new(&self.sdk)
    }

    pub(crate) fn sqs(&self) -> aws_sdk_sqs::Client {
        aws_sdk_sqs::Client::new(&self.sdk)
    }

    pub(crate) fn ses(&self) -> aws_sdk_ses::Client {
        aws_sdk_ses::Client::new(&self.sdk)
    }

    pub(crate) async fn queue(&self, body: &str) -> String {
        let sent = self.sqs().send_message().queue_url(&self.resources.quote_queue_url).message_body(body);
        sent.send().await.unwrap().message_id().unwrap().to_owned()
    }

    /// Sends a mail through SES; the error by its code.
    pub(crate) async fn send(&self, raw: &str, to: &[&str]) -> Result<String, String> {
        send(&self.ses(), raw, to).await
    }
}

pub(crate) async fn send(ses: &aws_sdk_ses::Client, raw: &str, to: &[&str]) -> Result<String, String> {
    let raw = aws_sdk_ses::types::RawMessage::builder().data(raw.as_bytes().into()).build().unwrap();
    let mut call = ses.send_raw_email().configuration_set_name("tripdesk").raw_message(raw);
    for address in to {
        call = call.destinations(*address);
    }
    match call.send().await {
        Ok(answer) => Ok(answer.message_id().to_owned()),
        Err(error) => {
            use aws_sdk_ses::error::ProvideErrorMetadata as _;
            Err(error.code().unwrap_or("no answer").to_owned())
        }
    }
}

/// Waits until `done`, for at most five seconds.
pub(crate) async fn eventually(what: &str, mut done: impl AsyncFnMut() -> bool) {
    for _ in 0..500 {
        if done().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("never: {what}");
}

/// The answer of a queue function that failed these messages.
pub(crate) fn failures(ids: &[&str]) -> Value {
    json!({ "batchItemFailures": ids.iter().map(|id| json!({ "itemIdentifier": id })).collect::<Vec<_>>() })
}
