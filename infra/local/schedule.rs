//! The hourly schedule of `template.yaml`, as EventBridge runs it.
//!
//! Invariant: a task may run twice or late, never concurrently with itself out of this module's own timer.

use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::invoke::{Function, Invocations};
use crate::stop::Stop;

const EVERY: Duration = Duration::from_secs(3600);

/// A task of the schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Task {
    /// Finds raw mail without a message and jobs without a queue entry.
    Sweep,
    /// Ends quotes whose last day has passed.
    Expire,
    /// Reminds of quotes without an answer.
    FollowUp,
}

/// All of them, in the order of the hourly run.
pub const TASKS: [Task; 3] = [Task::Sweep, Task::Expire, Task::FollowUp];

impl Task {
    /// The name in paths and events.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sweep => "sweep",
            Self::Expire => "expire",
            Self::FollowUp => "follow-up",
        }
    }

    const fn functions(self) -> &'static [Function] {
        match self {
            Self::Sweep => &[Function::InboundMail, Function::Quote],
            Self::Expire | Self::FollowUp => &[Function::Quote],
        }
    }
}

/// Runs a task now: what each of its functions answered, by the function's name. The first failure ends it.
pub async fn run(invocations: &Invocations, task: Task) -> Result<Value, String> {
    let mut answers = Map::new();
    for function in task.functions() {
        // The constant input of the rule's target, in place of EventBridge's own event.
        let answer = invocations.call(*function, json!({ "tripdesk": task.name() })).await?;
        let name = serde_json::to_value(function).ok().and_then(|name| name.as_str().map(str::to_owned));
        answers.insert(name.unwrap_or_default(), answer);
    }
    Ok(json!({ "task": task.name(), "functions": answers }))
}

/// Sweeps once, because the queue of an earlier process is gone, then runs everything each hour until `stop`.
pub(crate) async fn hourly(invocations: Arc<Invocations>, stop: Stop) {
    let attempt = async |task| {
        if let Err(error) = run(&invocations, task).await {
            tracing::error!(error, task = task.name(), "a scheduled task failed");
        }
    };
    attempt(Task::Sweep).await;
    while stop.sleep(EVERY).await {
        for task in TASKS {
            attempt(task).await;
        }
    }
}
