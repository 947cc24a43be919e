//! Logs: one JSON object a line on AWS, readable text on a terminal. Levels come from `LOG_LEVEL`.
//!
//! Invariant: nobody's mail, address, password or token is ever a field of a log line.

use std::sync::atomic::{AtomicBool, Ordering};

use tracing_subscriber::{EnvFilter, Layer, filter::filter_fn, fmt, layer::SubscriberExt, util::SubscriberInitExt};

use crate::metrics::{self, Embedded};

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One JSON object a line.
    Json,
    /// For people.
    Text,
}

/// Starts logging to standard error, at `default_level` unless `LOG_LEVEL` says otherwise, and figures of `function` where
/// they are wanted. A second call changes nothing.
pub fn init(format: Format, default_level: &str, function: &str) {
    let level = std::env::var("LOG_LEVEL").unwrap_or_else(|_| default_level.to_owned());
    let filter = EnvFilter::try_new(format!(
        "{level},tripdesk::figures=info,aws_config=warn,aws_smithy_runtime=error,hyper=warn,lambda_runtime=warn,dynoxide=error"
    ));
    let filter = filter.unwrap_or_else(|_| EnvFilter::new("info"));
    let registry = tracing_subscriber::registry().with(filter).with(figures(function));
    let lines = fmt::layer().with_writer(std::io::stderr).with_target(false);
    let no_figures = filter_fn(|metadata| metadata.target() != metrics::TARGET);
    let started = match format {
        Format::Json => {
            let lines = lines.json().flatten_event(true).with_current_span(true).with_span_list(false);
            registry.with(lines.with_filter(no_figures)).try_init()
        }
        Format::Text => registry.with(lines.compact().with_filter(no_figures)).try_init(),
    };
    drop(started);
    // The words of a panic may hold what somebody sent, so only its place is told.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panic");
    }));
}

/// Whether this is the process's first call: the mark of a cold start, once.
pub(crate) fn first_call() -> bool {
    static FIRST: AtomicBool = AtomicBool::new(true);
    FIRST.swap(false, Ordering::Relaxed)
}

/// Figures are written where `METRICS_NAMESPACE` names a place for them.
fn figures(function: &str) -> Option<Embedded<std::io::Stdout>> {
    let namespace = std::env::var("METRICS_NAMESPACE").ok().filter(|namespace| !namespace.trim().is_empty())?;
    Some(Embedded::new(namespace, function, std::io::stdout))
}
