//! The Lambda Runtime API for one instance: hands out events one by one and takes the answers.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use bytes::Bytes;
use serde_json::Value;
use tokio::{
    net::TcpListener,
    sync::{Mutex, mpsc},
    task::JoinHandle,
};

/// What the instance tells.
#[derive(Debug)]
pub(crate) enum Told {
    /// It asks for work.
    Ready,
    /// It answers.
    Answer(Value),
    /// It reports a failure; told by whoever gives up because of it.
    #[expect(dead_code, reason = "read by its Debug form")]
    Failure(Value),
}

/// A served Runtime API.
pub(crate) struct RuntimeApi {
    pub(crate) address: SocketAddr,
    pub(crate) told: mpsc::UnboundedReceiver<Told>,
    events: mpsc::UnboundedSender<Value>,
    server: JoinHandle<()>,
}

struct Inside {
    told: mpsc::UnboundedSender<Told>,
    events: Mutex<mpsc::UnboundedReceiver<Value>>,
}

impl RuntimeApi {
    pub(crate) async fn serve() -> Self {
        let (tell, told) = mpsc::unbounded_channel();
        let (events, waiting) = mpsc::unbounded_channel();
        let inside = Arc::new(Inside { told: tell, events: Mutex::new(waiting) });
        let router = Router::new()
            .route("/2018-06-01/runtime/invocation/next", get(next))
            .route("/2018-06-01/runtime/invocation/{id}/response", post(answer))
            .route("/2018-06-01/runtime/invocation/{id}/error", post(failure))
            .route("/2018-06-01/runtime/init/error", post(failure))
            .with_state(inside);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let server = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { address, told, events, server }
    }

    pub(crate) fn hand_out(&self, event: Value) {
        self.events.send(event).unwrap();
    }
}

impl Drop for RuntimeApi {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn next(State(inside): State<Arc<Inside>>) -> Response {
    drop(inside.told.send(Told::Ready));
    let Some(event) = inside.events.lock().await.recv().await else { return StatusCode::GONE.into_response() };
    let mut headers = HeaderMap::new();
    let mut set = |name: &'static str, value: &'static str| headers.insert(name, HeaderValue::from_static(value));
    set("lambda-runtime-aws-request-id", "00000000-0000-4000-8000-000000000001");
    set("lambda-runtime-deadline-ms", "4102444800000");
    set("lambda-runtime-invoked-function-arn", "arn:aws:lambda:us-east-1:000000000000:function:measured");
    set("lambda-runtime-trace-id", "Root=1-00000000-000000000000000000000001;Sampled=0");
    set("content-type", "application/json");
    (headers, event.to_string()).into_response()
}

async fn answer(State(inside): State<Arc<Inside>>, Path(_): Path<String>, body: Bytes) -> StatusCode {
    drop(inside.told.send(Told::Answer(serde_json::from_slice(&body).unwrap_or_default())));
    StatusCode::ACCEPTED
}

async fn failure(State(inside): State<Arc<Inside>>, body: Bytes) -> StatusCode {
    drop(inside.told.send(Told::Failure(serde_json::from_slice(&body).unwrap_or_default())));
    StatusCode::ACCEPTED
}
