//! The whole platform: what starts, in which order, and how it stops.
//!
//! Invariant: one process per data folder. [`prepare`] makes everything that the functions need to be built;
//! [`Prepared::start`] lets the world in. Dropping a [`Platform`] stops it, [`Platform::shutdown`] also waits.

use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;
use std::time::Duration;

use anyhow::Context as _;
use aws_config::SdkConfig;
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use http::Request;
use hyper::body::Incoming;
use hyper::service::service_fn;
use serde::Serialize;
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tower::ServiceExt as _;

use crate::aws::{self, Services};
pub use crate::aws::{Model, Resources, Scripted};
use crate::clock::Clock;
use crate::faults::Faults;
use crate::invoke::{self, EventEntry, Invocations};
use crate::outbox::Outbox;
use crate::poller::{POLLERS, Poller, Source};
use crate::receive::{self, Receiver};
use crate::stop::{Stop, Stopper};
use crate::{api, connections, redis, schedule, smtp, stop};

/// How long requests and batches at work have to end when the platform stops.
const GRACE: Duration = Duration::from_millis(800);

/// Domain of the local platform's mail (`contract.md`, Environment).
pub const INBOUND_DOMAIN: &str = "in.tripdesk.example";

/// What a person chooses.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where everything is kept.
    pub data: PathBuf,
    /// API and console; port 0 takes a free one.
    pub http: SocketAddr,
    /// Mail in; port 0 takes a free one.
    pub smtp: SocketAddr,
    /// The domain that mail is taken for.
    pub inbound_domain: String,
    /// Redis, where limits and records are to be shared with another process.
    pub redis_url: Option<String>,
    /// Seconds that the clock runs ahead, shared with the functions.
    pub clock: Arc<AtomicI64>,
}

impl Settings {
    /// Free ports on loopback, the inbound domain of contract.md, the machine's own time.
    pub fn new(data: impl Into<PathBuf>) -> Self {
        let free = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        Self {
            data: data.into(),
            http: free,
            smtp: free,
            inbound_domain: INBOUND_DOMAIN.to_owned(),
            redis_url: None,
            clock: Arc::default(),
        }
    }
}

/// The five functions, as the platform sees them.
pub struct Functions {
    /// Every route of every function; stands for API Gateway. Requests carry `ConnectInfo<SocketAddr>`.
    pub http: Router,
    /// Takes one raw Lambda event for one function, and gives its answer.
    pub events: EventEntry,
}

/// Stores open, resources made, addresses bound; nobody is served yet but the AWS SDK.
#[derive(Debug)]
pub struct Prepared {
    settings: Settings,
    resources: Resources,
    sdk: SdkConfig,
    endpoint_url: String,
    redis_url: String,
    http: TcpListener,
    smtp: TcpListener,
    services: Arc<Services>,
    outbox: Arc<Outbox>,
    faults: Arc<Faults>,
    invocations: Arc<Invocations>,
    stopper: Stopper,
    stop: Stop,
    tasks: JoinSet<()>,
    only_process: File,
}

/// Opens everything under the data folder and serves the AWS SDK. Fails when another process has the folder, or a port is taken.
pub async fn prepare(settings: Settings) -> anyhow::Result<Prepared> {
    let data = &settings.data;
    std::fs::create_dir_all(data).with_context(|| format!("cannot make the data folder {}", data.display()))?;
    let only_process = File::create(data.join("lock"))?;
    only_process.try_lock().with_context(|| format!("another process uses the data folder {}", data.display()))?;
    let http = bind(settings.http).await?;
    let smtp = bind(settings.smtp).await?;
    let endpoint = bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await?;
    let endpoint_url = format!("http://{}", endpoint.local_addr()?);
    let (stopper, stop) = stop::channel();
    let clock = Clock::new(Arc::clone(&settings.clock));
    let invocations = Arc::new(Invocations::open(data, stop.clone())?);
    let outbox = Arc::new(Outbox::open(data, Arc::clone(&invocations), clock)?);
    let faults = Arc::<Faults>::default();
    let services = Services::open(data, Arc::clone(&outbox), Arc::clone(&faults), &stop).await?;
    let services = Arc::new(services);
    let mut tasks = JoinSet::new();
    tasks.spawn(aws::serve(endpoint, Arc::clone(&services), stop.clone(), GRACE));
    let redis_url = match &settings.redis_url {
        Some(url) => redis_door(url, &faults, &stop, &mut tasks).await?,
        None => String::new(),
    };
    let sdk = aws::sdk_config(&endpoint_url);
    let resources = Resources::make(&sdk).await?;
    Ok(Prepared {
        settings,
        resources,
        sdk,
        endpoint_url,
        redis_url,
        http,
        smtp,
        services,
        outbox,
        faults,
        invocations,
        stopper,
        stop,
        tasks,
        only_process,
    })
}

/// The address under which the functions reach Redis.
async fn redis_door(url: &str, faults: &Arc<Faults>, stop: &Stop, tasks: &mut JoinSet<()>) -> anyhow::Result<String> {
    let door = bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await?;
    let Some((server, url)) = redis::through(url, door.local_addr()?) else { return Ok(url.to_owned()) };
    tasks.spawn(redis::serve(door, server, Arc::clone(faults), stop.clone()));
    Ok(url)
}

async fn bind(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| format!("cannot listen on {address}"))
}

impl Prepared {
    /// The configuration for every AWS client of the functions.
    pub fn sdk_config(&self) -> &SdkConfig {
        &self.sdk
    }

    /// Table, buckets and queue.
    pub fn resources(&self) -> &Resources {
        &self.resources
    }

    /// Where API and console will be.
    pub fn http_addr(&self) -> SocketAddr {
        self.http.local_addr().unwrap_or(self.settings.http)
    }

    /// Where mail will be taken.
    pub fn smtp_addr(&self) -> SocketAddr {
        self.smtp.local_addr().unwrap_or(self.settings.smtp)
    }

    /// The environment that the deployment would give to the functions.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        let resources = &self.resources;
        vec![
            ("TABLE_NAME", resources.table_name.clone()),
            ("MAIL_BUCKET", resources.mail_bucket.clone()),
            ("FILES_BUCKET", resources.files_bucket.clone()),
            ("QUOTE_QUEUE_URL", resources.quote_queue_url.clone()),
            ("KNOWLEDGE_QUEUE_URL", resources.knowledge_queue_url.clone()),
            ("SES_CONFIGURATION_SET", "tripdesk".to_owned()),
            ("INBOUND_DOMAIN", self.settings.inbound_domain.clone()),
            ("PUBLIC_URL", format!("http://{}", self.http_addr())),
            ("REDIS_URL", self.redis_url.clone()),
            ("AWS_ENDPOINT_URL", self.endpoint_url.clone()),
            ("AWS_REGION", "us-east-1".to_owned()),
        ]
    }

    /// The faults that are ordered, for those clients of the functions that do not come through the endpoint (Redis).
    pub fn faults(&self) -> Arc<Faults> {
        Arc::clone(&self.faults)
    }

    /// Takes up left events, then opens the doors: queue, schedule, SMTP, HTTP.
    pub async fn start(mut self, functions: Functions) -> anyhow::Result<Platform> {
        let (http_addr, smtp_addr) = (self.http.local_addr()?, self.smtp.local_addr()?);
        let clock = Clock::new(Arc::clone(&self.settings.clock));
        let (resources, invocations) = (self.resources, self.invocations);
        let poller = |url: &str, function| {
            let source = Source { url: url.to_owned(), function };
            Poller::new(Arc::clone(&self.services.sqs), source, resources.clone(), Arc::clone(&invocations))
        };
        let pollers = [
            poller(&resources.quote_queue_url, invoke::Function::Quote),
            poller(&resources.knowledge_queue_url, invoke::Function::Helpdesk),
        ];
        let receiver = Receiver::new(
            receive::client(&self.sdk),
            resources.mail_bucket,
            self.settings.inbound_domain,
            Arc::clone(&invocations),
            clock.clone(),
        );
        let inside = Arc::new(Inside {
            invocations,
            pollers,
            clock,
            receiver: Arc::new(receiver),
            outbox: self.outbox,
            faults: self.faults,
            services: self.services,
        });
        inside.invocations.start(functions.events)?;
        spawn(&mut self.tasks, &inside, &self.stop, self.smtp);
        self.tasks.spawn(serve_http(self.http, functions.http.merge(api::router(Arc::clone(&inside))), self.stop));
        Ok(Platform {
            inside,
            http_addr,
            smtp_addr,
            endpoint_url: self.endpoint_url,
            stopper: self.stopper,
            tasks: self.tasks,
            _only_process: self.only_process,
        })
    }
}

fn spawn(tasks: &mut JoinSet<()>, inside: &Arc<Inside>, stop: &Stop, smtp: TcpListener) {
    for number in 0..POLLERS {
        let (inside, stop) = (Arc::clone(inside), stop.clone());
        tasks.spawn(async move { inside.pollers[number % inside.pollers.len()].run(stop).await });
    }
    tasks.spawn(schedule::hourly(Arc::clone(&inside.invocations), stop.clone()));
    tasks.spawn(smtp::serve(smtp, Arc::clone(&inside.receiver), stop.clone()));
}

async fn serve_http(listener: TcpListener, router: Router, stop: Stop) {
    let service_for = move |peer: SocketAddr| {
        let router = router.clone();
        service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            router.clone().oneshot(request.map(Body::new))
        })
    };
    connections::serve(listener, stop, GRACE, service_for).await;
}

/// What the endpoints under `/_local` work on.
#[derive(Debug)]
pub(crate) struct Inside {
    pub(crate) invocations: Arc<Invocations>,
    pub(crate) pollers: [Poller; 2],
    pub(crate) receiver: Arc<Receiver>,
    pub(crate) outbox: Arc<Outbox>,
    pub(crate) faults: Arc<Faults>,
    pub(crate) services: Arc<Services>,
    pub(crate) clock: Clock,
}

/// What [`Platform::drain`] answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Drained {
    /// Queue messages done since the start.
    pub processed: u64,
    /// Queue messages and events given up since the start.
    pub dead_letters: u64,
}

impl Inside {
    /// Messages that stand in either queue.
    async fn waiting(&self) -> Result<u64, String> {
        let [first, second] = &self.pollers;
        Ok(first.waiting().await? + second.waiting().await?)
    }

    /// Waits until the queue is empty and no event is at work. `Err` names what is left when `patience` ends.
    pub(crate) async fn drain(&self, patience: Duration) -> Result<Drained, String> {
        let deadline = tokio::time::Instant::now() + patience;
        loop {
            let begun = self.invocations.begun();
            let (busy, waiting) = (self.invocations.busy(), self.waiting().await?);
            // Nothing that could have queued more ran while the queue was looked at.
            if busy == 0 && waiting == 0 && self.invocations.busy() == 0 && self.invocations.begun() == begun {
                let dead_letters = self.pollers[0].dead_letters().await? + self.invocations.given_up();
                let processed = self.pollers.iter().map(Poller::processed).sum();
                return Ok(Drained { processed, dead_letters });
            }
            if tokio::time::Instant::now() >= deadline {
                return Err(format!("{waiting} messages wait in the queue and {busy} events are at work"));
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

/// The running platform.
#[derive(Debug)]
pub struct Platform {
    inside: Arc<Inside>,
    http_addr: SocketAddr,
    smtp_addr: SocketAddr,
    endpoint_url: String,
    stopper: Stopper,
    tasks: JoinSet<()>,
    _only_process: File,
}

impl Platform {
    /// Where API and console are.
    pub fn http_addr(&self) -> SocketAddr {
        self.http_addr
    }

    /// Where mail is taken.
    pub fn smtp_addr(&self) -> SocketAddr {
        self.smtp_addr
    }

    /// Where the AWS SDK is answered.
    pub fn endpoint_url(&self) -> &str {
        &self.endpoint_url
    }

    /// The way in for mail, without SMTP.
    pub fn receiver(&self) -> &Receiver {
        &self.inside.receiver
    }

    /// Every mail sent.
    pub fn outbox(&self) -> &Outbox {
        &self.inside.outbox
    }

    /// The faults that are ordered.
    pub fn faults(&self) -> &Faults {
        &self.inside.faults
    }

    /// What stands in for Bedrock's model.
    pub fn model(&self) -> &Model {
        &self.inside.services.model
    }

    /// Waits until the queue is empty and no event is at work; `Err` says what is left after `patience`.
    pub async fn drain(&self, patience: Duration) -> Result<Drained, String> {
        self.inside.drain(patience).await
    }

    /// Stops: no new work, a moment for what is at work, then cut. Unfinished events are taken up at the next start.
    pub async fn shutdown(mut self) {
        self.stopper.stop();
        let ended = async { while self.tasks.join_next().await.is_some() {} };
        if tokio::time::timeout(GRACE + Duration::from_millis(200), ended).await.is_err() {
            tracing::warn!("work was cut off by the stop; it is taken up at the next start");
        }
        self.tasks.shutdown().await;
    }
}
