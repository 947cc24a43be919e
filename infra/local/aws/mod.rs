//! One loopback endpoint that answers the AWS SDK for DynamoDB, S3, SQS, SES and Bedrock.
//!
//! Invariant: every SDK call of the process passes [`answer`], so the fault switch stands in front of all five services. The
//! service is the one that the caller signed for (the SigV4 credential scope), never guessed from a path.

mod bedrock;
mod calls;
mod chunked;
mod dynamodb;
mod files;
mod operation;
mod refusal;
mod resources;
pub(crate) mod roles;
mod s3;
mod sdk;
mod ses;
mod sqs;
mod sts;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Incoming;
use hyper::service::service_fn;
use tokio::net::TcpListener;

pub use bedrock::{Model, Scripted};
pub(crate) use resources::MAX_RECEIVES;
pub use resources::Resources;
pub use sdk::sdk_config;
pub(crate) use sqs::Queues;

use crate::connections;
use crate::faults::{Faults, Mode, Service};
use crate::outbox::Outbox;
use crate::stop::Stop;

/// The longest that a `timeout` fault keeps a client waiting.
const LONGEST_SILENCE: Duration = Duration::from_secs(30);
/// The largest body taken: an S3 object is held in memory here.
const LARGEST_BODY: usize = 1 << 30;

/// A request with its body read.
pub(crate) type Call = Request<Bytes>;
/// An answer, whole in memory.
pub(crate) type Answer = Response<Full<Bytes>>;

/// What hyper is told to close a connection without an answer.
#[derive(Debug, thiserror::Error)]
#[error("the connection is closed without an answer, as ordered")]
struct Unanswered;

/// The services behind the endpoint.
#[derive(Debug)]
pub(crate) struct Services {
    dynamodb: dynamodb::Tables,
    s3: s3::Objects,
    pub(crate) sqs: Arc<Queues>,
    pub(crate) model: Model,
    outbox: Arc<Outbox>,
    faults: Arc<Faults>,
    sessions: sts::Sessions,
    calls: calls::Calls,
}

impl Services {
    /// Opens the stores under `data`, finding again what an earlier process left there.
    pub(crate) async fn open(
        data: &Path,
        outbox: Arc<Outbox>,
        faults: Arc<Faults>,
        stop: &Stop,
    ) -> anyhow::Result<Self> {
        Ok(Self {
            dynamodb: dynamodb::Tables::open(&data.join("dynamodb.sqlite"), stop.clone()).await?,
            s3: s3::Objects::open(&data.join("s3")).await?,
            sqs: Arc::default(),
            model: Model::default(),
            outbox,
            faults,
            sessions: sts::Sessions::default(),
            calls: calls::Calls::from_env(),
        })
    }
}

/// Serves `listener` until `stop`; open requests then have `grace` to end.
pub(crate) async fn serve(listener: TcpListener, services: Arc<Services>, stop: Stop, grace: Duration) {
    let stopping = stop.clone();
    let service_for = move |_| {
        let (services, stop) = (Arc::clone(&services), stopping.clone());
        service_fn(move |request| {
            let (services, stop) = (Arc::clone(&services), stop.clone());
            async move { answer(request, &services, &stop).await }
        })
    };
    connections::serve(listener, stop, grace, service_for).await;
}

/// Finds service and operation, applies the faults ordered for it, and carries it out.
async fn answer(request: Request<Incoming>, services: &Arc<Services>, stop: &Stop) -> Result<Answer, Unanswered> {
    let (parts, body) = request.into_parts();
    let Ok(body) = Limited::new(body, LARGEST_BODY).collect().await else {
        return Err(Unanswered);
    };
    let call = Request::from_parts(parts, body.to_bytes());
    if let Some(answer) = s3::preflight(&call) {
        return Ok(answer);
    }
    let Some(service) = operation::service(&call) else {
        return Ok(refusal::unsigned());
    };
    let operation = operation::name(service, &call);
    services.calls.note(service, &operation, &call);
    match services.faults.strike(service, &operation) {
        None => carry_out(services, service, operation, call).await,
        Some(Mode::Throttle) => Ok(refusal::throttled(service)),
        Some(Mode::Error) => Ok(refusal::failed(service)),
        Some(Mode::Timeout) => {
            stop.sleep(LONGEST_SILENCE).await;
            Err(Unanswered)
        }
        Some(Mode::DropResponse) => {
            carry_out(services, service, operation, call).await?;
            Err(Unanswered)
        }
    }
}

/// A task of its own: a client that goes away must not leave an operation half done, as it would not on AWS.
async fn carry_out(
    services: &Arc<Services>,
    service: Service,
    operation: String,
    call: Call,
) -> Result<Answer, Unanswered> {
    let services = Arc::clone(services);
    let work = tokio::spawn(async move { services.carry_out(service, &operation, call).await });
    work.await.map_err(|error| {
        tracing::error!(%error, ?service, "an operation of the embedded endpoint broke off");
        Unanswered
    })
}

impl Services {
    async fn carry_out(&self, service: Service, operation: &str, call: Call) -> Answer {
        if let Some(denied) = self.sessions.denial(service, &call) {
            return denied;
        }
        match service {
            Service::Dynamodb => self.dynamodb.answer(call).await,
            Service::S3 => self.s3.answer(call).await,
            Service::Sqs => self.sqs.answer(operation, call).await,
            Service::Ses => ses::answer(&self.outbox, operation, call.body()).await,
            Service::Sts => self.sessions.answer(operation, call.body()),
            Service::Bedrock => self.model.answer(operation, call.body()),
            Service::Redis => refusal::unsigned(),
        }
    }
}

/// An answer of this status, type and body.
pub(crate) fn plain(status: StatusCode, content_type: &'static str, body: impl Into<Bytes>) -> Answer {
    let mut answer = Response::new(Full::new(body.into()));
    *answer.status_mut() = status;
    answer.headers_mut().insert(http::header::CONTENT_TYPE, http::HeaderValue::from_static(content_type));
    answer
}
