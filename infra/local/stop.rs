//! The one signal that ends every task of the platform.
//!
//! Invariant: once given it stays given; a task that asks late still hears it.

use tokio::sync::watch;

/// The giving end; dropping it gives the signal too, so a forgotten platform does not run on.
#[derive(Debug)]
pub(crate) struct Stopper(watch::Sender<bool>);

/// The hearing end, one per task.
#[derive(Debug, Clone)]
pub(crate) struct Stop(watch::Receiver<bool>);

pub(crate) fn channel() -> (Stopper, Stop) {
    let (give, hear) = watch::channel(false);
    (Stopper(give), Stop(hear))
}

impl Stopper {
    pub(crate) fn stop(&self) {
        self.0.send_replace(true);
    }
}

impl Stop {
    /// Completes when the platform stops.
    pub(crate) async fn wait(&self) {
        // An error means that the giving end is gone, which is the same signal.
        let _ = self.0.clone().wait_for(|stopped| *stopped).await;
    }

    /// Sleeps, unless the platform stops first; true when it slept its time.
    pub(crate) async fn sleep(&self, time: std::time::Duration) -> bool {
        tokio::select! {
            () = tokio::time::sleep(time) => true,
            () = self.wait() => false,
        }
    }
}
