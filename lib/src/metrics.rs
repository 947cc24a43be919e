//! Figures for dashboards and alarms, in CloudWatch's Embedded Metric Format: a log line that is also a metric, so that
//! counting costs no call. A figure is a tracing event of its own target; only where a namespace is set (on AWS) does a
//! layer write it out.
//!
//! Invariant: a figure's dimensions are the function and a word of ours, never a tenant, an address or an id: each
//! combination is paid for, and metrics outlive what they counted.

use std::{fmt, io::Write, time::SystemTime};

use serde_json::json;
use tracing::{
    Event, Subscriber,
    field::{Field, Visit},
};
use tracing_subscriber::{Layer, layer::Context};

/// Target of the events that carry figures.
pub const TARGET: &str = "tripdesk::figures";

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// One answered request; kind: `2xx`, `4xx`, `5xx` …
    Requests,
    /// Milliseconds a request took.
    Latency,
    /// One mail taken in; kind: its class.
    Mails,
    /// One revision of a quote written; kind: `auto` or `draft`.
    Quotes,
    /// One mail of ours; kind: what became of it.
    Sends,
    /// One question that was not answered.
    Abstentions,
    /// One decision of a limiter whose store did not answer.
    LimiterFallbacks,
    /// One call of Redis that failed, or was not answered in time.
    RedisFailures,
    /// One instance started.
    ColdStarts,
}

impl Figure {
    fn name(self) -> &'static str {
        match self {
            Self::Requests => "Requests",
            Self::Latency => "Latency",
            Self::Mails => "Mails",
            Self::Quotes => "Quotes",
            Self::Sends => "Sends",
            Self::Abstentions => "Abstentions",
            Self::LimiterFallbacks => "LimiterFallbacks",
            Self::RedisFailures => "RedisFailures",
            Self::ColdStarts => "ColdStarts",
        }
    }

    fn unit(self) -> &'static str {
        match self {
            Self::Latency => "Milliseconds",
            _ => "Count",
        }
    }
}

/// Counts one of a kind; `kind` is one of few words of ours, or empty. A kind's count is also part of the figure's whole.
pub fn count(figure: Figure, kind: &str) {
    measure(figure, kind, 1);
}

/// Records a value in the figure's unit.
pub fn measure(figure: Figure, kind: &str, value: u64) {
    tracing::info!(target: TARGET, figure = figure.name(), unit = figure.unit(), kind, value);
}

/// Writes figures to standard output as CloudWatch reads them.
#[derive(Debug)]
pub struct Embedded<W> {
    namespace: String,
    function: String,
    out: fn() -> W,
}

impl<W> Embedded<W> {
    /// Figures of one function, under a namespace of CloudWatch.
    pub fn new(namespace: String, function: &str, out: fn() -> W) -> Self {
        Self { namespace, function: function.to_owned(), out }
    }
}

impl<S: Subscriber, W: Write + 'static> Layer<S> for Embedded<W> {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() != TARGET {
            return;
        }
        let mut read = Read::default();
        event.record(&mut read);
        let line = line(&self.namespace, &self.function, &read, SystemTime::now());
        // One write a line: lines of two threads must not mix. A figure that cannot be written is no reason to fail.
        drop((self.out)().write_all(format!("{line}\n").as_bytes()));
    }
}

fn line(namespace: &str, function: &str, read: &Read, now: SystemTime) -> serde_json::Value {
    let millis = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_millis();
    let dimensions =
        if read.kind.is_empty() { json!([["function"]]) } else { json!([["function"], ["function", "kind"]]) };
    let mut line = json!({
        "_aws": {
            "Timestamp": u64::try_from(millis).unwrap_or(0),
            "CloudWatchMetrics": [{
                "Namespace": namespace,
                "Dimensions": dimensions,
                "Metrics": [{"Name": read.figure, "Unit": read.unit}],
            }],
        },
        "function": function,
    });
    if !read.kind.is_empty() {
        line["kind"] = json!(read.kind);
    }
    line[read.figure.as_str()] = json!(read.value);
    line
}

#[derive(Debug, Default)]
struct Read {
    figure: String,
    unit: String,
    kind: String,
    value: u64,
}

impl Visit for Read {
    fn record_u64(&mut self, field: &Field, value: u64) {
        if field.name() == "value" {
            self.value = value;
        }
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        match field.name() {
            "figure" => value.clone_into(&mut self.figure),
            "unit" => value.clone_into(&mut self.unit),
            "kind" => value.clone_into(&mut self.kind),
            _ => {}
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn fmt::Debug) {}
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use std::sync::Mutex;

    use tracing_subscriber::layer::SubscriberExt;

    use super::*;

    static WRITTEN: Mutex<Vec<u8>> = Mutex::new(Vec::new());

    struct Sink;

    impl Write for Sink {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            WRITTEN.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_figure_is_a_line_that_cloudwatch_reads() {
        let layer = Embedded::new("Tripdesk/desk".to_owned(), "quote", || Sink);
        tracing::subscriber::with_default(tracing_subscriber::registry().with(layer), || {
            tracing::info!(name = "not a figure");
            measure(Figure::Latency, "", 12);
            count(Figure::Sends, "unknown");
        });
        let text = String::from_utf8(WRITTEN.lock().unwrap().clone()).unwrap();
        let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.len(), 2);
        let described = &lines[0]["_aws"]["CloudWatchMetrics"][0];
        assert_eq!(described["Metrics"], json!([{"Name": "Latency", "Unit": "Milliseconds"}]));
        assert_eq!((described["Namespace"].as_str(), lines[0]["Latency"].as_u64()), (Some("Tripdesk/desk"), Some(12)));
        assert_eq!(described["Dimensions"], json!([["function"]]));
        assert_eq!((lines[1]["kind"].as_str(), lines[1]["Sends"].as_u64()), (Some("unknown"), Some(1)));
    }
}
