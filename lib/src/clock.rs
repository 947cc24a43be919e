//! The time of day, as an edge: core code is given a time, it never asks for one.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use jiff::{SignedDuration, Timestamp};

/// The system's clock, moved by as many seconds as the local platform's test clock was advanced.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    shift_seconds: Arc<AtomicI64>,
}

impl Clock {
    /// Now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let shift = SignedDuration::from_secs(self.shift_seconds.load(Ordering::Relaxed));
        Timestamp::now().checked_add(shift).unwrap_or(Timestamp::MAX)
    }

    /// Moves every copy of this clock forward (or back), and answers the time it then shows.
    pub fn advance(&self, seconds: i64) -> Timestamp {
        self.shift_seconds.fetch_add(seconds, Ordering::Relaxed);
        self.now()
    }
}
