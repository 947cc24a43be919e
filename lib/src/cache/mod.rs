//! Redis, where `REDIS_URL` is set: memory that instances share. Whoever asks must be able to do without an answer.
//!
//! Invariant: nobody waits longer than [`BUDGET`] here, and after a failure nobody asks at all for a moment. Nothing is true
//! because Redis says so, except how often somebody has called.

mod agencies;

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use redis::{
    AsyncCommands, Client, RedisResult,
    aio::{ConnectionManager, ConnectionManagerConfig},
};

pub use agencies::Agencies;

use crate::metrics::{self, Figure};

/// How long an answer may take. Together with what follows a failure it stays below 50 ms.
pub const BUDGET: Duration = Duration::from_millis(40);
/// How long nobody asks after a failure, so that a silent server is waited for once and not by every call.
const REST: Duration = Duration::from_millis(500);

/// The connection, made when it is first needed and made again by itself.
#[derive(Clone)]
pub struct Cache {
    connection: ConnectionManager,
    rest: Arc<Rest>,
}

/// Until when nobody asks, in milliseconds since `start`.
struct Rest {
    start: Instant,
    until: AtomicU64,
}

impl Cache {
    /// A connection to `url` (`redis://` or `rediss://`), not yet made.
    ///
    /// # Errors
    /// When the address cannot be read.
    pub fn open(url: &str) -> RedisResult<Self> {
        let settings = ConnectionManagerConfig::new()
            .set_connection_timeout(Some(Duration::from_secs(1)))
            .set_response_timeout(Some(BUDGET))
            .set_number_of_retries(0);
        let connection = ConnectionManager::new_lazy_with_config(Client::open(url)?, settings)?;
        Ok(Self { connection, rest: Arc::new(Rest { start: Instant::now(), until: AtomicU64::new(0) }) })
    }

    /// What `call` answers over the connection, or `None` when it does not within the budget.
    pub(crate) async fn ask<T>(&self, call: impl AsyncFnOnce(ConnectionManager) -> RedisResult<T>) -> Option<T> {
        if self.rest.now() < self.rest.until.load(Ordering::Relaxed) {
            return None;
        }
        let cause = match tokio::time::timeout(BUDGET, call(self.connection.clone())).await {
            Ok(Ok(answer)) => return Some(answer),
            Ok(Err(failure)) => failure.category().to_owned(),
            Err(_) => "no answer in time".to_owned(),
        };
        let rest = u64::try_from(REST.as_millis()).unwrap_or(u64::MAX);
        self.rest.until.store(self.rest.now().saturating_add(rest), Ordering::Relaxed);
        tracing::warn!(cause, "redis is left alone for a moment");
        metrics::count(Figure::RedisFailures, "");
        None
    }

    /// Whether the server answers now.
    pub(crate) async fn is_up(&self) -> bool {
        self.ask(async |mut redis| redis.exists::<_, bool>("health").await).await.is_some()
    }

    /// A text under a key.
    async fn text(&self, key: &str) -> Option<String> {
        self.ask(async |mut redis| redis.get::<_, Option<String>>(key).await).await.flatten()
    }

    /// Keeps a text under a key for `seconds`. Should it fail, nobody finds it.
    async fn keep(&self, key: &str, text: String, seconds: u64) {
        self.ask(async |mut redis| redis.set_ex::<_, _, ()>(key, text, seconds).await).await;
    }

    /// Drops what is kept under a key.
    async fn drop(&self, key: &str) {
        self.ask(async |mut redis| redis.del::<_, ()>(key).await).await;
    }
}

impl Rest {
    fn now(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}
