//! Invocations of the five functions by events, as AWS Lambda does them.
//!
//! Invariant: an asynchronous event that [`Invocations::accept`] took lies in its file until the function has succeeded or has
//! failed three times; a killed process invokes it again at its next start. Events are therefore delivered at least once.

use std::collections::HashSet;
use std::future::Future;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::durable;
use crate::stop::Stop;

/// Waits before the second and third try. Lambda waits one and two minutes, which nobody at a laptop would.
const RETRY_AFTER: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(2)];
/// A run is ended after this time and counts as failed, as a function's own time limit does it.
const LONGEST_RUN: Duration = Duration::from_secs(60);

/// The five functions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the variants are the functions' names")]
pub enum Function {
    Auth,
    Tenants,
    InboundMail,
    Quote,
    Helpdesk,
}

/// A function at work on one event.
pub type Run = Pin<Box<dyn Future<Output = Result<Value, String>> + Send>>;
/// Where every function takes its raw Lambda events.
pub type EventEntry = Arc<dyn Fn(Function, Value) -> Run + Send + Sync>;

/// The journal of asynchronous invocations, and the count of everything at work.
pub struct Invocations {
    data: PathBuf,
    entry: OnceLock<EventEntry>,
    at_work: Mutex<HashSet<PathBuf>>,
    calls: AtomicUsize,
    begun: AtomicU64,
    given_up: AtomicU64,
    stop: Stop,
}

/// An event as it lies in the journal.
#[derive(Debug, Serialize, Deserialize)]
struct Record {
    function: Function,
    event: Value,
    /// The file, below the data folder, whose being there makes the event true; an event without it was never accepted.
    after: Option<String>,
}

impl std::fmt::Debug for Invocations {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Invocations").field("at_work", &self.at_work).finish_non_exhaustive()
    }
}

impl Invocations {
    /// Opens the journal under `data`. Nothing runs before [`Invocations::start`].
    pub(crate) fn open(data: &Path, stop: Stop) -> io::Result<Self> {
        std::fs::create_dir_all(data.join("events/failed"))?;
        Ok(Self {
            data: data.to_owned(),
            entry: OnceLock::new(),
            at_work: Mutex::default(),
            calls: AtomicUsize::new(0),
            begun: AtomicU64::new(0),
            given_up: AtomicU64::new(0),
            stop,
        })
    }

    /// Names the functions, and takes up the events that an earlier process left.
    pub(crate) fn start(self: &Arc<Self>, entry: EventEntry) -> io::Result<()> {
        // The second of two starts would be a mistake of ours; the first one's functions stay.
        let _ = self.entry.set(entry);
        for path in durable::list(&self.data.join("events"), "json")? {
            self.launch(path);
        }
        Ok(())
    }

    /// Takes an event under a name of its own. Blocks on the disk. It runs when [`Invocations::launch`] is called, or at the next
    /// start if the file `after` (below the data folder) is there by then.
    pub(crate) fn accept(
        &self,
        name: &str,
        function: Function,
        event: Value,
        after: Option<String>,
    ) -> io::Result<PathBuf> {
        let path = self.data.join("events").join(format!("{name}.json"));
        durable::write(&path, &serde_json::to_vec(&Record { function, event, after })?)?;
        Ok(path)
    }

    /// Runs an accepted event in the background.
    pub(crate) fn launch(self: &Arc<Self>, path: PathBuf) {
        let Some(entry) = self.entry.get().cloned() else { return };
        if self.working().insert(path.clone()) {
            self.begun.fetch_add(1, Ordering::SeqCst);
            let invocations = Arc::clone(self);
            tokio::spawn(async move {
                if let Err(error) = invocations.settle(&entry, &path).await {
                    tracing::error!(%error, "the journal of events cannot be kept");
                }
                invocations.working().remove(&path);
            });
        }
    }

    /// Runs a function now and waits for its answer, as the queue poller and the schedule do.
    pub async fn call(&self, function: Function, event: Value) -> Result<Value, String> {
        let entry = self.entry.get().ok_or("the functions have not been started")?;
        self.begun.fetch_add(1, Ordering::SeqCst);
        let _at_work = AtWork::new(&self.calls);
        run(entry, function, event).await
    }

    /// How many events are at work or waiting for another try.
    pub fn busy(&self) -> usize {
        self.working().len() + self.calls.load(Ordering::SeqCst)
    }

    /// How many invocations were ever begun; unchanged between two looks means that nothing ran in between.
    pub(crate) fn begun(&self) -> u64 {
        self.begun.load(Ordering::SeqCst)
    }

    /// How many asynchronous events failed three times since the start; they lie in `events/failed`.
    pub fn given_up(&self) -> u64 {
        self.given_up.load(Ordering::SeqCst)
    }

    async fn settle(&self, entry: &EventEntry, path: &Path) -> io::Result<()> {
        let Some(record) = self.read(path)? else { return Ok(()) };
        for wait in RETRY_AFTER.map(Some).into_iter().chain([None]) {
            match run(entry, record.function, record.event.clone()).await {
                Ok(_) => return durable::remove(path),
                Err(error) => tracing::warn!(function = ?record.function, error, "an event failed"),
            }
            if let Some(wait) = wait
                && !self.stop.sleep(wait).await
            {
                return Ok(());
            }
        }
        self.given_up.fetch_add(1, Ordering::SeqCst);
        let name = path.file_name().unwrap_or_default();
        std::fs::rename(path, self.data.join("events/failed").join(name))
    }

    /// The event, unless it was settled already or never came true.
    fn read(&self, path: &Path) -> io::Result<Option<Record>> {
        let bytes = match std::fs::read(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            other => other?,
        };
        let record: Record = serde_json::from_slice(&bytes)?;
        match &record.after {
            Some(file) if !self.data.join(file).exists() => durable::remove(path).map(|()| None),
            _ => Ok(Some(record)),
        }
    }

    fn working(&self) -> MutexGuard<'_, HashSet<PathBuf>> {
        self.at_work.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One call while it lasts, also when its caller goes away.
struct AtWork<'a>(&'a AtomicUsize);

impl<'a> AtWork<'a> {
    fn new(calls: &'a AtomicUsize) -> Self {
        calls.fetch_add(1, Ordering::SeqCst);
        Self(calls)
    }
}

impl Drop for AtWork<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// A task of its own: a panic in a function is that invocation's failure, as on Lambda.
async fn run(entry: &EventEntry, function: Function, event: Value) -> Result<Value, String> {
    let entry = Arc::clone(entry);
    let mut task = tokio::spawn(async move { entry(function, event).await });
    match tokio::time::timeout(LONGEST_RUN, &mut task).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(error)) => Err(format!("the function ended early: {error}")),
        Err(_) => {
            task.abort();
            Err(format!("the function ran longer than {} s", LONGEST_RUN.as_secs()))
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_event_counts_only_with_the_file_it_tells_of() {
        let data = tempfile::tempdir().unwrap();
        let (_stopper, stop) = crate::stop::channel();
        let before = Invocations::open(data.path(), stop.clone()).unwrap();
        for (name, file) in [("never", "never.json"), ("true", "lies-here.json")] {
            before.accept(name, Function::Quote, Value::from(name), Some(file.to_owned())).unwrap();
        }
        std::fs::write(data.path().join("lies-here.json"), "").unwrap();
        std::fs::write(data.path().join("events/torn.json.0.unfinished"), "{").unwrap();

        let after = Arc::new(Invocations::open(data.path(), stop).unwrap());
        let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
        let entry: EventEntry = Arc::new(move |_, event| {
            tell.send(event).unwrap();
            Box::pin(async { Ok(Value::Null) })
        });
        after.start(entry).unwrap();
        while after.busy() > 0 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        assert_eq!(told.recv().await, Some(Value::from("true")));
        assert!(told.try_recv().is_err());
        assert!(durable::list(&data.path().join("events"), "json").unwrap().is_empty());
    }
}
