//! Logs: one JSON object a line on AWS, readable text on a terminal. Levels come from `LOG_LEVEL`.
//!
//! Invariant: nobody's mail, address, password or token is ever a field of a log line.

use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt, util::SubscriberInitExt};

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One JSON object a line.
    Json,
    /// For people.
    Text,
}

/// What is counted over all requests of a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Metric {
    /// A call was decided without the store that instances share.
    LimiterAlone,
    /// Redis failed, or did not answer in time.
    RedisFailed,
}

impl Metric {
    fn name(self) -> &'static str {
        match self {
            Self::LimiterAlone => "limiter_alone",
            Self::RedisFailed => "redis_failed",
        }
    }
}

/// Counts one. The line is what a metric filter, or an embedded metric, is made of.
pub fn count(metric: Metric) {
    tracing::info!(metric = metric.name(), value = 1, "counted");
}

/// Starts logging to standard error, at `default_level` unless `LOG_LEVEL` says otherwise. A second call changes nothing.
pub fn init(format: Format, default_level: &str) {
    let level = std::env::var("LOG_LEVEL").unwrap_or_else(|_| default_level.to_owned());
    let filter =
        EnvFilter::try_new(format!("{level},aws_config=warn,aws_smithy_runtime=error,hyper=warn,lambda_runtime=warn"));
    let filter = filter.unwrap_or_else(|_| EnvFilter::new("info"));
    let registry = tracing_subscriber::registry().with(filter);
    let lines = fmt::layer().with_writer(std::io::stderr).with_target(false);
    let started = match format {
        Format::Json => {
            registry.with(lines.json().flatten_event(true).with_current_span(true).with_span_list(false)).try_init()
        }
        Format::Text => registry.with(lines.compact()).try_init(),
    };
    drop(started);
    // The words of a panic may hold what somebody sent, so only its place is told.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panic");
    }));
}
