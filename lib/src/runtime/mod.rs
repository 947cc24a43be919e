//! One function of the deployment: its settings, its clients, and the loop that takes raw Lambda events. The same
//! [`App`], routers and event handlers run in the local platform.
//!
//! Invariant: clients are built once a process; what kind of event it is, is decided here alone.

mod event;
mod gateway;

use std::{pin::Pin, sync::Arc, time::Instant};

use aws_config::SdkConfig;
use axum::{Router, extract::Request, middleware::map_request};
use lambda_runtime::{LambdaEvent, service_fn};
use serde_json::Value;
use tracing::Instrument;
use utoipa_axum::router::OpenApiRouter;

pub use event::{Event, JobMessage, MailReceived, SendNotice, Task};
pub use gateway::ClientAddress;

use crate::{
    aws,
    cache::{Agencies, Cache},
    clock::Clock,
    config::Settings,
    credentials::Scopes,
    embed::Embedder,
    error::Result,
    files::Files,
    http::shell,
    indexes::Indexes,
    limiter::Limiter,
    mailer::Mailer,
    metrics::{self, Figure},
    model::Model,
    queue::Queue,
    rate_books::RateBooks,
    seal::SealKey,
    secrets,
    session::{KeyError, Keys},
    store::Store,
    telemetry,
    tenant::{Tenant, TenantId},
};

/// Everything a handler may ask for.
#[derive(Clone)]
pub struct App {
    /// Settings of the process.
    pub settings: Arc<Settings>,
    /// Time.
    pub clock: Clock,
    /// The table.
    pub store: Store,
    /// The buckets.
    pub files: Files,
    /// The job queue.
    pub queue: Queue,
    /// SES.
    pub mailer: Mailer,
    /// Keys of access tokens.
    pub keys: Arc<Keys>,
    /// Seal of links, jobs and cursors.
    pub seal: SealKey,
    /// Redis, where there is one.
    pub cache: Option<Cache>,
    /// Agencies' records, by version.
    pub agencies: Agencies,
    /// Limits on what callers may ask for.
    pub limiter: Limiter,
    /// Compiled rate books, by tenant and version.
    pub rates: RateBooks,
    /// Indexes of knowledge bases, by tenant and version.
    pub indexes: Indexes,
    /// The embedding model, perhaps.
    pub embedder: Embedder,
    /// The language model, where the deployment names one.
    pub model: Option<Model>,
}

impl App {
    /// Builds every client from one shared configuration. Nothing is connected yet.
    ///
    /// # Errors
    /// [`Unusable`] when `JWT_KEYS`, `REDIS_URL` or `TENANT_ROLE_ARN` cannot be used.
    pub fn new(settings: Settings, config: &SdkConfig, clock: Clock) -> Result<Self, Unusable> {
        let seal = SealKey::new(settings.link_key.reveal());
        let scopes = settings
            .tenant_role
            .as_deref()
            .map(|arn| Scopes::new(config, arn, &settings.table, &settings.files_bucket).ok_or(Unusable::Role));
        let scopes = scopes.transpose()?;
        let store = Store::new(config, &settings.table).scoped(scopes.clone());
        let cache = settings.redis_url.as_ref().map(|url| Cache::open(url.reveal())).transpose()?;
        let model = settings.model_id.as_deref();
        let model = model.map(|id| Model::new(config, id, settings.model_endpoint.as_deref()));
        Ok(Self {
            limiter: Limiter::new(cache.clone(), store.clone()),
            agencies: Agencies::default(),
            cache,
            store,
            files: Files::new(config, &settings.mail_bucket, &settings.files_bucket).scoped(scopes),
            queue: Queue::new(config, &settings.quote_queue_url, &settings.knowledge_queue_url, seal.clone()),
            mailer: Mailer::new(config, settings.configuration_set.as_deref()),
            keys: Arc::new(Keys::parse(settings.jwt_keys.reveal())?),
            rates: RateBooks::default(),
            indexes: Indexes::default(),
            embedder: match settings.embed_model_id.as_deref() {
                Some(id) => Embedder::bedrock(config, id, settings.model_endpoint.as_deref()),
                None => Embedder::from_env(),
            },
            model,
            seal,
            clock,
            settings: Arc::new(settings),
        })
    }

    /// An agency's record as it is now: its version is read from the table, the rest as a rule from memory.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn agency(&self, tenant: &TenantId) -> Result<Option<Arc<Tenant>>> {
        let Some(version) = self.store.version_of(tenant).await? else { return Ok(None) };
        self.agencies.agency(&self.store, self.cache.as_ref(), tenant, version, self.clock.now().as_second()).await
    }
}

/// A setting that is there and makes no sense.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// `JWT_KEYS`.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// `REDIS_URL`; the address itself is not told, it may hold a password.
    #[error("REDIS_URL is not an address of the form redis://host:port or rediss://host:port")]
    Redis(#[from] redis::RedisError),
    /// `TENANT_ROLE_ARN`.
    #[error("TENANT_ROLE_ARN is not the ARN of a role")]
    Role,
}

/// What a handler of queue, mail and schedule events returns: the answer to Lambda.
pub type Answer<'a> = Pin<Box<dyn Future<Output = Result<Value>> + Send + 'a>>;

/// One of the five functions.
#[derive(Clone, Copy)]
pub struct Function {
    /// Its name, as in the template and in the logs.
    pub name: &'static str,
    /// Its HTTP routes.
    pub api: fn() -> OpenApiRouter<App>,
    /// What it does with any other event.
    pub on_event: for<'a> fn(&'a App, Event) -> Answer<'a>,
}

impl Function {
    /// The finished router of this function alone.
    pub fn router(&self, app: App) -> Router {
        shell(self.routes(), app)
    }

    /// Its routes, whose log lines name it.
    #[must_use]
    pub fn routes(&self) -> OpenApiRouter<App> {
        let name = self.name;
        (self.api)().layer(map_request(move |request: Request| {
            tracing::Span::current().record("function", name);
            std::future::ready(request)
        }))
    }

    /// Handles an event that is not HTTP.
    ///
    /// # Errors
    /// What the handler reports: Lambda, or the local platform in its place, tries again.
    pub async fn handle(&self, app: &App, event: Value) -> Result<Value> {
        let (started, cold) = (Instant::now(), telemetry::first_call());
        let event = Event::read(event)?;
        let kind = event.kind();
        let span = tracing::info_span!("event", function = self.name);
        let outcome = (self.on_event)(app, event).instrument(span).await;
        let micros = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
        tracing::info!(function = self.name, kind, done = outcome.is_ok(), micros, cold, "event");
        if cold {
            metrics::count(Figure::ColdStarts, "");
        }
        outcome
    }
}

/// Runs a function in AWS Lambda until the instance is retired.
///
/// # Errors
/// A missing setting, by name; or a failure of the Lambda runtime itself.
pub async fn run(function: Function) -> std::result::Result<(), lambda_runtime::Error> {
    telemetry::init(telemetry::Format::Json, "info", function.name);
    let config = aws::config_from_env().await;
    let settings = secrets::resolved(Settings::read(|name| std::env::var(name).ok())?, &config)
        .await
        .map_err(|failure| format!("a secret cannot be read: {failure:?}"))?;
    let app = App::new(settings, &config, Clock::default())?;
    let router = function.router(app.clone());
    let handler = service_fn(async |event: LambdaEvent<Value>| {
        let payload = event.payload;
        if gateway::is_http(&payload) {
            return gateway::call(router.clone(), &payload).await;
        }
        function.handle(&app, payload).await.map_err(lambda_runtime::Error::from)
    });
    lambda_runtime::run(handler).await
}
