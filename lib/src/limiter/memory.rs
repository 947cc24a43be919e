//! What this process last knew of everybody's use: where a shared store that fails is taken up from, and what a shared store
//! that lost its memory is told.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use crate::limits::Usage;

/// Callers remembered, about 150 bytes each. When there are more, those whose use is over are forgotten, then all: the
/// shared store still knows them.
const MOST: usize = 50_000;

/// Use by key.
#[derive(Default)]
pub(super) struct Memory {
    usages: Mutex<HashMap<String, Usage>>,
}

impl Memory {
    pub(super) fn known(&self, key: &str) -> Usage {
        self.all().get(key).copied().unwrap_or_default()
    }

    pub(super) fn learn(&self, key: &str, usage: Usage, now: i64) {
        let mut all = self.all();
        if all.len() >= MOST && !all.contains_key(key) {
            all.retain(|_, usage| usage.tat > now);
            if all.len() >= MOST {
                all.clear();
            }
        }
        all.insert(key.to_owned(), usage);
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, Usage>> {
        self.usages.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
