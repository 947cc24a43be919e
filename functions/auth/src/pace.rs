//! Answers that must not tell by their time what they must not tell by their words.

use std::time::Duration;

use tokio::time::{Instant, sleep_until};

/// When such an answer leaves, counted from when its request came: later than the longest of the ways to it takes.
const PACE: Duration = Duration::from_millis(400);

/// Waits until everybody whose request began then is answered.
pub(crate) async fn even(began: Instant) {
    sleep_until(began + PACE).await;
}
