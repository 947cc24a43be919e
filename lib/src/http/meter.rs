//! What the limits said about a request, on its way to the answer's `RateLimit-*` headers.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use http::{HeaderMap, HeaderName, HeaderValue};

use crate::limits::Verdict;

/// The last verdict about the request at hand: the shell's about its address, then the session's about tenant and user.
#[derive(Debug, Clone, Default)]
pub struct Meter(Arc<Mutex<Option<Verdict>>>);

impl Meter {
    /// Notes a verdict, which says more than the one before.
    pub fn note(&self, verdict: Verdict) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(verdict);
    }

    /// The headers that tell it.
    pub(super) fn tell(&self, headers: &mut HeaderMap) {
        let Some(verdict) = *self.0.lock().unwrap_or_else(PoisonError::into_inner) else { return };
        let numbers = [
            ("ratelimit-limit", u64::from(verdict.limit)),
            ("ratelimit-remaining", u64::from(verdict.remaining)),
            ("ratelimit-reset", whole_seconds(verdict.reset)),
        ];
        for (name, number) in numbers {
            headers.insert(HeaderName::from_static(name), HeaderValue::from(number));
        }
    }
}

/// Seconds, rounded up: whoever waits as long as is said has waited long enough.
pub(super) fn whole_seconds(time: Duration) -> u64 {
    time.as_secs() + u64::from(time.subsec_nanos() > 0)
}
