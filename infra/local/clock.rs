//! The wall clock of the whole process, which `/_local/clock` can move forward and back.
//!
//! Invariant: everything that stamps a time (mail, events, and the functions through the shared shift) uses this one clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

/// A hundred years: far enough for any test, and every shifted time stays a representable date.
const FARTHEST_SECONDS: i64 = 100 * 366 * 86_400;

/// A clock shared by reference: clones see the same shift.
#[derive(Debug, Clone, Default)]
pub struct Clock(Arc<AtomicI64>);

impl Clock {
    /// A clock that runs `shift` seconds ahead of the machine's; the functions may hold the same `Arc`.
    pub fn new(shift: Arc<AtomicI64>) -> Self {
        Self(shift)
    }

    /// The time now, shifted.
    pub fn now(&self) -> Timestamp {
        let now = Timestamp::now();
        now.checked_add(SignedDuration::from_secs(self.0.load(Ordering::SeqCst))).unwrap_or(now)
    }

    /// Moves the clock by `seconds` and returns the whole shift; `None`, and nothing moved, beyond a hundred years.
    pub fn advance(&self, seconds: i64) -> Option<i64> {
        let moved =
            |shift: i64| shift.checked_add(seconds).filter(|s| (-FARTHEST_SECONDS..=FARTHEST_SECONDS).contains(s));
        self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, moved).ok().and_then(moved)
    }
}
