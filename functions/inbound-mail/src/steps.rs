//! The diagnostic record of a message: one entry a step, with what came of it and how long it took.

use std::time::Instant;

use serde_json::Value;
use tripdesk_core::message::Step;

/// The record so far.
pub(crate) struct Steps {
    steps: Vec<Step>,
    since: Instant,
}

impl Steps {
    pub(crate) fn start() -> Self {
        Self { steps: Vec::new(), since: Instant::now() }
    }

    /// Notes what came of the step that began when the last one ended.
    pub(crate) fn note(&mut self, step: &str, outcome: impl Into<String>, data: Value) {
        let ms = u64::try_from(self.since.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.steps.push(Step { step: step.to_owned(), outcome: outcome.into(), data, ms });
        self.since = Instant::now();
    }

    pub(crate) fn into_inner(self) -> Vec<Step> {
        self.steps
    }
}
