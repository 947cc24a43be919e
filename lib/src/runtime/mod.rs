//! One function of the deployment: its settings, its clients, and the loop that takes raw Lambda events. The same
//! [`App`], routers and event handlers run in the local platform.
//!
//! Invariant: clients are built once a process; what kind of event it is, is decided here alone.

mod event;
mod gateway;

use std::{pin::Pin, sync::Arc};

use aws_config::SdkConfig;
use axum::Router;
use lambda_runtime::{LambdaEvent, service_fn};
use serde_json::Value;
use utoipa_axum::router::OpenApiRouter;

pub use event::{Event, JobMessage, MailReceived, SendNotice, Task};
pub use gateway::ClientAddress;

use crate::{
    aws,
    clock::Clock,
    config::Settings,
    embed::Embedder,
    error::Result,
    files::Files,
    http::shell,
    indexes::Indexes,
    mailer::Mailer,
    model::Model,
    queue::Queue,
    rate_books::RateBooks,
    seal::SealKey,
    secrets,
    session::{KeyError, Keys},
    store::Store,
    telemetry,
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
    /// Builds every client from one shared configuration.
    ///
    /// # Errors
    /// [`KeyError`] when `JWT_KEYS` cannot be used.
    pub fn new(settings: Settings, config: &SdkConfig, clock: Clock) -> Result<Self, KeyError> {
        let seal = SealKey::new(settings.link_key.reveal());
        let model = settings.model_id.as_deref();
        let model = model.map(|id| Model::new(config, id, settings.model_endpoint.as_deref()));
        Ok(Self {
            store: Store::new(config, &settings.table),
            files: Files::new(config, &settings.mail_bucket, &settings.files_bucket),
            queue: Queue::new(config, &settings.quote_queue_url, seal.clone()),
            mailer: Mailer::new(config, settings.configuration_set.as_deref()),
            keys: Arc::new(Keys::parse(settings.jwt_keys.reveal())?),
            rates: RateBooks::default(),
            indexes: Indexes::default(),
            embedder: Embedder::from_env(),
            model,
            seal,
            clock,
            settings: Arc::new(settings),
        })
    }
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
        shell(self.api_router(), app)
    }

    fn api_router(&self) -> Router<App> {
        (self.api)().split_for_parts().0
    }

    /// Handles an event that is not HTTP.
    ///
    /// # Errors
    /// What the handler reports: Lambda, or the local platform in its place, tries again.
    pub async fn handle(&self, app: &App, event: Value) -> Result<Value> {
        (self.on_event)(app, Event::read(event)?).await
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
