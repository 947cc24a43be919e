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
    /// A clock that runs ahead by as many seconds as `shift` says, now and later.
    #[must_use]
    pub fn shifted(shift: Arc<AtomicI64>) -> Self {
        Self { shift_seconds: shift }
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let shift = SignedDuration::from_secs(self.shift_seconds.load(Ordering::Relaxed));
        Timestamp::now().checked_add(shift).unwrap_or(Timestamp::MAX)
    }
}
