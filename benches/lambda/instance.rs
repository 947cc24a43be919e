//! One instance of a function: its process, and what the kernel knows of it.

use std::{
    path::Path,
    process::Stdio,
    time::{Duration, Instant},
};

use serde_json::Value;
use tokio::{
    process::{Child, Command},
    time::timeout,
};

use crate::runtime_api::{RuntimeApi, Told};

const PATIENCE: Duration = Duration::from_secs(30);

/// A function that runs and waits for work.
pub(crate) struct Instance {
    /// From the start of the process to its first question for work.
    pub(crate) cold: Duration,
    process: Child,
    api: RuntimeApi,
    function: &'static str,
}

impl Instance {
    pub(crate) async fn start(binary: &Path, function: &'static str, environment: &[(String, String)]) -> Self {
        let mut api = RuntimeApi::serve().await;
        let began = Instant::now();
        let process = Command::new(binary)
            .env_clear()
            .envs(environment.iter().cloned())
            .env("AWS_LAMBDA_RUNTIME_API", api.address.to_string())
            .env("AWS_LAMBDA_FUNCTION_NAME", function)
            .env("AWS_LAMBDA_FUNCTION_VERSION", "1")
            .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512")
            .env("AWS_LAMBDA_LOG_STREAM_NAME", "measured")
            .env("AWS_LAMBDA_LOG_GROUP_NAME", "measured")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let told = timeout(PATIENCE, api.told.recv()).await.unwrap().unwrap();
        assert!(matches!(told, Told::Ready), "{function} did not start: {told:?}");
        Self { cold: began.elapsed(), process, api, function }
    }

    /// Hands it one event and waits until it asks for the next; how long the answer took.
    pub(crate) async fn call(&mut self, event: &Value) -> Duration {
        let began = Instant::now();
        self.api.hand_out(event.clone());
        let told = timeout(PATIENCE, self.api.told.recv()).await.unwrap().unwrap();
        let took = began.elapsed();
        match told {
            Told::Answer(answer) => {
                let status = answer.get("statusCode").and_then(Value::as_u64).unwrap_or(200);
                assert!(status < 300, "{}: {answer}", self.function);
            }
            other => panic!("{}: {other:?}", self.function),
        }
        let told = timeout(PATIENCE, self.api.told.recv()).await.unwrap().unwrap();
        assert!(matches!(told, Told::Ready), "{told:?}");
        took
    }

    /// Time on a processor of all its threads so far; the first figure of each `schedstat` is nanoseconds.
    pub(crate) fn cpu(&self) -> Duration {
        let threads = std::fs::read_dir(format!("/proc/{}/task", self.process.id().unwrap())).unwrap();
        let nanos = threads.flatten().filter_map(|thread| {
            let text = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
            text.split_whitespace().next()?.parse::<u64>().ok()
        });
        Duration::from_nanos(nanos.sum())
    }

    /// Memory that is resident now, in MB.
    pub(crate) fn resident_mb(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id().unwrap())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1_000.0
    }

    pub(crate) async fn stop(mut self) {
        drop(self.process.kill().await);
    }
}
