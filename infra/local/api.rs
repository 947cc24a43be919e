//! The endpoints under `/_local` of contract.md: for people and tests at this machine, never in a function.
//!
//! Invariant: they only show and steer what AWS would do; none of them reads or writes a tenant's data.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, Path, RawQuery, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use axum::{Json, Router};
use bytes::Bytes;
use http::{StatusCode, header};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::faults::Rule;
use crate::platform::{Inside, Scripted};
use crate::receive::{Envelope, LARGEST_MAIL, Verdict, Verdicts};
use crate::schedule::{self, Task};

/// How long a drain waits unless `?seconds=` says otherwise.
const DRAIN: Duration = Duration::from_secs(60);

/// An answer of RFC 9457.
struct Problem(StatusCode, String);

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let Self(status, detail) = self;
        let title = status.canonical_reason().unwrap_or_default();
        let body = json!({ "type": "about:blank", "title": title, "status": status.as_u16(), "detail": detail });
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        (status, kind, body.to_string()).into_response()
    }
}

type Answer<T> = Result<T, Problem>;

fn bad(detail: impl Into<String>) -> Problem {
    Problem(StatusCode::BAD_REQUEST, detail.into())
}

pub(crate) fn router(inside: Arc<Inside>) -> Router {
    Router::new()
        .route("/_local/outbox", get(outbox))
        .route("/_local/outbox/{file}", get(raw))
        .route("/_local/mail", post(mail))
        .route("/_local/clock", get(time).post(advance))
        .route("/_local/faults", get(faults).post(order).delete(clear))
        .route("/_local/model", get(questions).post(script))
        .route("/_local/drain", post(drain))
        .route("/_local/run/{task}", post(run))
        .route("/_local/{*rest}", any(unknown))
        .method_not_allowed_fallback(wrong_method)
        .layer(DefaultBodyLimit::max(LARGEST_MAIL))
        .with_state(inside)
}

async fn outbox(State(inside): State<Arc<Inside>>) -> impl IntoResponse {
    Json(inside.outbox.list())
}

async fn raw(State(inside): State<Arc<Inside>>, Path(file): Path<String>) -> Answer<Response> {
    let none = || Problem(StatusCode::NOT_FOUND, format!("no mail {file}"));
    let id = file.strip_suffix(".eml").ok_or_else(none)?.to_owned();
    let read = tokio::task::spawn_blocking(move || inside.outbox.raw(&id)).await;
    let mail = read.ok().flatten().ok_or_else(none)?;
    Ok(([(header::CONTENT_TYPE, "message/rfc822")], mail).into_response())
}

async fn mail(State(inside): State<Arc<Inside>>, RawQuery(query): RawQuery, body: Bytes) -> Answer<Json<Value>> {
    let envelope = envelope(query.as_deref().unwrap_or_default(), &body)?;
    if envelope.to.is_empty() {
        return Err(bad("name at least one recipient, ?rcpt=address"));
    }
    if let Some(stranger) = envelope.to.iter().find(|to| !inside.receiver.takes(to)) {
        return Err(bad(format!("mail to {stranger} is not taken here")));
    }
    match inside.receiver.receive(&body, &envelope).await {
        Ok(id) => Ok(Json(json!({ "ses_message_id": id }))),
        Err(error) => {
            tracing::error!(%error, "a mail could not be stored");
            Err(Problem(StatusCode::SERVICE_UNAVAILABLE, "the mail could not be stored".to_owned()))
        }
    }
}

/// `?rcpt=a&rcpt=b&from=c&spf=FAIL…`. Without `from` the return path is the author's address; `from=` is the null sender.
fn envelope(query: &str, mail: &[u8]) -> Answer<Envelope> {
    let (mut from, mut to, mut verdicts) = (None, Vec::new(), Verdicts::default());
    for (key, value) in form_urlencoded::parse(query.as_bytes()) {
        let verdict = || {
            serde_json::from_value::<Verdict>(json!(value.to_ascii_uppercase()))
                .map_err(|_| bad(format!("{key} is PASS, FAIL, GRAY or PROCESSING_FAILED")))
        };
        match key.as_ref() {
            // A plus typed as it is means a space in a query; no address that anyone types has one.
            "rcpt" => to.push(value.replace(' ', "+")),
            "from" => from = Some(value.replace(' ', "+")),
            "spam" => verdicts.spam = verdict()?,
            "virus" => verdicts.virus = verdict()?,
            "spf" => verdicts.spf = verdict()?,
            "dkim" => verdicts.dkim = verdict()?,
            "dmarc" => verdicts.dmarc = verdict()?,
            _ => return Err(bad(format!("unknown parameter {key}"))),
        }
    }
    Ok(Envelope { from: from.unwrap_or_else(|| author(mail)), to, verdicts })
}

fn author(mail: &[u8]) -> String {
    let message = mail_parser::MessageParser::default().parse_headers(mail);
    let address = message.as_ref().and_then(|m| m.from()?.first()?.address());
    address.unwrap_or_default().to_owned()
}

async fn time(State(inside): State<Arc<Inside>>) -> Json<Value> {
    Json(json!({ "now": inside.clock.now() }))
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    advance_seconds: i64,
}

async fn advance(State(inside): State<Arc<Inside>>, body: Bytes) -> Answer<Json<Value>> {
    let Advance { advance_seconds } = parse(&body)?;
    let shift = inside.clock.advance(advance_seconds).ok_or_else(|| bad("the clock moves a hundred years at most"))?;
    Ok(Json(json!({ "now": inside.clock.now(), "shift_seconds": shift })))
}

async fn faults(State(inside): State<Arc<Inside>>) -> impl IntoResponse {
    Json(json!({ "faults": inside.faults.list() }))
}

async fn order(State(inside): State<Arc<Inside>>, body: Bytes) -> Answer<impl IntoResponse> {
    inside.faults.add(parse::<Rule>(&body)?).map_err(bad)?;
    Ok((StatusCode::CREATED, faults(State(inside)).await))
}

async fn clear(State(inside): State<Arc<Inside>>) -> StatusCode {
    inside.faults.clear();
    StatusCode::NO_CONTENT
}

/// What the language model was asked since its script was set.
async fn questions(State(inside): State<Arc<Inside>>) -> impl IntoResponse {
    Json(json!({ "questions": inside.services.model.questions() }))
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ModelScript {
    answers: Vec<Scripted>,
}

/// Sets what the language model answers, in order; the last answer stays.
async fn script(State(inside): State<Arc<Inside>>, body: Bytes) -> Answer<StatusCode> {
    let ModelScript { answers } = parse(&body)?;
    inside.services.model.script(answers);
    Ok(StatusCode::NO_CONTENT)
}

async fn drain(State(inside): State<Arc<Inside>>, RawQuery(query): RawQuery) -> Answer<impl IntoResponse> {
    let query = query.unwrap_or_default();
    let patience = match query.strip_prefix("seconds=") {
        Some(seconds) => {
            Duration::from_secs(seconds.parse::<u32>().map_err(|_| bad("seconds is a whole number"))?.into())
        }
        None => DRAIN,
    };
    let timed_out = |left| Problem(StatusCode::GATEWAY_TIMEOUT, left);
    inside.drain(patience).await.map(Json).map_err(timed_out)
}

async fn run(State(inside): State<Arc<Inside>>, Path(task): Path<String>) -> Answer<Json<Value>> {
    let unknown = |_| Problem(StatusCode::NOT_FOUND, format!("no task {task}"));
    let task: Task = serde_json::from_value(json!(task)).map_err(unknown)?;
    let failed = |error| Problem(StatusCode::BAD_GATEWAY, error);
    schedule::run(&inside.invocations, task).await.map(Json).map_err(failed)
}

async fn unknown() -> Problem {
    Problem(StatusCode::NOT_FOUND, "no such endpoint".to_owned())
}

async fn wrong_method() -> Problem {
    Problem(StatusCode::METHOD_NOT_ALLOWED, "this endpoint has other methods".to_owned())
}

/// A body as JSON, whatever its content type says: these endpoints are typed by hand.
fn parse<T: DeserializeOwned>(body: &[u8]) -> Answer<T> {
    serde_json::from_slice(body).map_err(|error| bad(error.to_string()))
}
