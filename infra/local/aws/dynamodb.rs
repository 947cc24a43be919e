//! DynamoDB, by dynoxide on a SQLite file.
//!
//! Invariant: dynoxide alone interprets requests. It serves HTTP only on a listener of its own (its dispatcher is private), so
//! requests hop to it over loopback; nothing is changed on the way.

use std::path::Path;
use std::time::Duration;

use anyhow::Context as _;
use dynoxide::Database;
use http::uri::{Authority, Scheme};
use http_body_util::{BodyExt as _, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use tokio::net::TcpListener;

use super::{Answer, Call, refusal};
use crate::faults::Service;
use crate::stop::Stop;

/// How often items past their time to live are deleted; on AWS that takes days, so nothing may depend on it.
const SWEEP_EXPIRED: Duration = Duration::from_secs(3600);

/// The tables, in one file.
#[derive(Debug)]
pub(crate) struct Tables {
    client: Client<HttpConnector, Full<bytes::Bytes>>,
    authority: Authority,
}

impl Tables {
    /// Opens or makes the file, and serves it until `stop`.
    pub(crate) async fn open(file: &Path, stop: Stop) -> anyhow::Result<Self> {
        let path = file.to_str().context("the data folder's name is not UTF-8")?;
        let database = Database::new(path).with_context(|| format!("cannot open {path}"))?;
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let authority = Authority::try_from(listener.local_addr()?.to_string())?;
        tokio::spawn(delete_expired(database.clone(), stop.clone()));
        tokio::spawn(async move {
            let served = dynoxide::server::serve_with_shutdown(listener, database, async move { stop.wait().await });
            if let Err(error) = served.await {
                tracing::error!(error, "the embedded DynamoDB stopped");
            }
        });
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        Ok(Self { client: Client::builder(TokioExecutor::new()).build(connector), authority })
    }

    /// Hands the request over and the answer back.
    pub(crate) async fn answer(&self, call: Call) -> Answer {
        let (mut parts, body) = call.into_parts();
        let mut uri = std::mem::take(&mut parts.uri).into_parts();
        uri.scheme = Some(Scheme::HTTP);
        uri.authority = Some(self.authority.clone());
        let Ok(uri) = http::Uri::from_parts(uri) else { return refusal::failed(Service::Dynamodb) };
        parts.uri = uri;
        match self.forward(http::Request::from_parts(parts, Full::new(body))).await {
            Ok(answer) => answer,
            Err(error) => {
                tracing::error!(%error, "the embedded DynamoDB does not answer");
                refusal::failed(Service::Dynamodb)
            }
        }
    }

    async fn forward(&self, request: http::Request<Full<bytes::Bytes>>) -> anyhow::Result<Answer> {
        let (parts, body) = self.client.request(request).await?.into_parts();
        Ok(http::Response::from_parts(parts, Full::new(body.collect().await?.to_bytes())))
    }
}

async fn delete_expired(database: Database, stop: Stop) {
    while stop.sleep(SWEEP_EXPIRED).await {
        let database = database.clone();
        let swept = tokio::task::spawn_blocking(move || database.sweep_ttl()).await;
        tracing::debug!(?swept, "deleted expired items");
    }
}
