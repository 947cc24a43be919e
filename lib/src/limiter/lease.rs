//! Limits in the table. A write for every call would cost more than the call: an instance takes several calls' worth at once,
//! few at first and twice as many each time they are used up, and admits from those. What it does not use within a
//! period is lost to the tenant, not lent twice.
//!
//! Invariant: what the table says was taken is never less than what was admitted.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::sync::{Mutex as Turn, MutexGuard};

use super::{ATTEMPT_BUDGET, BUDGET, Counter, Limiter, Silence};
use crate::{
    error::{Error, Result},
    limits::{Limit, Usage, Verdict, refund, spend},
    store::Swap,
};

/// A fresh lease is this part of a limit, a grown one that.
const FIRST: u32 = 50;
const LARGEST: u32 = 10;
/// How often a charge that met another instance's is tried again.
const ATTEMPTS: u32 = 4;
/// Leases an instance keeps track of; beyond it those that ran out are forgotten.
const MOST: usize = 10_000;

/// What this process may still admit, by counter.
#[derive(Default)]
pub(super) struct Leases(Mutex<HashMap<String, Arc<Turn<Lease>>>>);

#[derive(Default)]
struct Lease {
    /// Calls left of it.
    left: u32,
    /// Calls it was taken for.
    size: u32,
    /// When it was taken, in microseconds since 1970.
    since: i64,
    /// The limit it was taken under.
    count: u32,
}

impl Lease {
    fn holds(&self, limit: Limit, now: i64) -> bool {
        self.left > 0 && self.is_recent(limit, now)
    }

    fn is_recent(&self, limit: Limit, now: i64) -> bool {
        self.count == limit.count && (0..limit.period()).contains(&now.saturating_sub(self.since))
    }

    /// How much to take next.
    fn next_size(&self, limit: Limit, now: i64) -> u32 {
        let first = (limit.count / FIRST).max(1);
        let grown = if self.is_recent(limit, now) { self.size.saturating_mul(2) } else { first };
        grown.clamp(first, (limit.count / LARGEST).max(1))
    }
}

impl Leases {
    fn of(&self, counter: &Counter) -> Arc<Turn<Lease>> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MOST && !all.contains_key(&counter.name) {
            all.retain(|_, lease| Arc::strong_count(lease) > 1);
        }
        all.entry(counter.name.clone()).or_default().clone()
    }
}

impl Limiter {
    /// Decisions one after the other, up to the first refusal.
    pub(super) async fn leased(&self, calls: &[(Counter, Limit)], now: i64) -> Vec<Verdict> {
        let mut verdicts = Vec::with_capacity(calls.len());
        for (counter, limit) in calls {
            let verdict = self.lease(counter, *limit, now).await;
            let is_refused = verdict.refused.is_some();
            verdicts.push(verdict);
            if is_refused {
                break;
            }
        }
        verdicts
    }

    /// The same for attempts: each is charged by itself, but for the brake on all of them, which everybody would wait for.
    /// `None` when the table does not answer.
    pub(super) async fn each(&self, calls: &[(Counter, Limit)], now: i64) -> Option<Vec<Verdict>> {
        let mut verdicts = Vec::with_capacity(calls.len());
        for (counter, limit) in calls {
            let verdict = if is_busy(*limit) {
                self.lease(counter, *limit, now).await
            } else {
                // One after the other within this process, so that instances alone meet each other.
                let turn = self.0.leases.of(counter);
                let _turn = turn.lock().await;
                self.take(counter, *limit, 1, now, ATTEMPT_BUDGET).await.ok()?.0
            };
            verdicts.push(verdict);
            // Whoever guesses from one address is refused there, and uses up nothing of the account's.
            if verdict.refused.is_some() {
                break;
            }
        }
        Some(verdicts)
    }

    /// Gives a call back, for what it cost.
    pub(super) async fn give_back(&self, counter: &Counter, limit: Limit, price: u32, now: i64) {
        let turn = self.0.leases.of(counter);
        let mut lease = turn.lock().await;
        if is_busy(limit) {
            lease.left += 1;
            return;
        }
        let back = |usage| refund(usage, limit, price, now);
        if self.in_time(now, ATTEMPT_BUDGET, self.change(counter, now, limit, back)).await.is_err() {
            // The table keeps the charge until it runs out; this process does not.
            self.learn(counter, back(self.known(counter)), now);
        }
    }

    async fn lease(&self, counter: &Counter, limit: Limit, now: i64) -> Verdict {
        let slot = self.0.leases.of(counter);
        let mut lease = slot.lock().await;
        if lease.holds(limit, now) {
            lease.left -= 1;
            return self.still(counter, limit, &lease, now);
        }
        let size = lease.next_size(limit, now);
        match self.take(counter, limit, size, now, BUDGET).await {
            Err(silence) => self.alone(&[(counter.clone(), limit)], silence.price(), now)[0],
            Ok((verdict, taken)) => {
                renew(&mut lease, limit, taken, now);
                if taken > 0 { self.still(counter, limit, &lease, now) } else { verdict }
            }
        }
    }

    /// What an admitted call is told: the lease's rest belongs to the calls that may follow.
    fn still(&self, counter: &Counter, limit: Limit, lease: &Lease, now: i64) -> Verdict {
        let verdict = spend(self.known(counter), limit, 0, now).0;
        Verdict { refused: None, remaining: (verdict.remaining + lease.left).min(limit.count), ..verdict }
    }

    /// Charges up to `want` calls; answers how many.
    async fn take(
        &self,
        counter: &Counter,
        limit: Limit,
        want: u32,
        now: i64,
        budget: Duration,
    ) -> Result<(Verdict, u32), Silence> {
        let fitting = |usage: Usage| want.min(spend(usage, limit, 0, now).0.remaining).max(1);
        let charge = self.change(counter, now, limit, |usage| spend(usage, limit, fitting(usage), now).1);
        let (before, after) = self.in_time(now, budget, charge).await?;
        let (verdict, _) = spend(before, limit, fitting(before), now);
        let taken = after.spent.saturating_sub(before.settled(limit, now).spent);
        Ok((verdict, if verdict.refused.is_some() { 0 } else { taken }))
    }

    /// Replaces a usage by what `next` makes of it, against everybody else's changes. Answers it before and after.
    async fn change(
        &self,
        counter: &Counter,
        now: i64,
        limit: Limit,
        next: impl Fn(Usage) -> Usage,
    ) -> Result<(Usage, Usage)> {
        let mut stored = self.known(counter);
        for _ in 0..ATTEMPTS {
            // What this process admitted alone, while the table was silent, counts as well.
            let before = stored.merged(self.known(counter)).settled(limit, now);
            let after = next(before);
            if after == before {
                return Ok((before, after));
            }
            let ends = (now.saturating_add(2 * limit.period())) / 1_000_000;
            match self.0.store.swap_usage(&counter.key, stored, after, ends).await? {
                Swap::Done => {
                    self.learn(counter, after, now);
                    return Ok((before, after));
                }
                Swap::Moved(current) => {
                    self.learn(counter, current.merged(self.known(counter)), now);
                    stored = current;
                }
            }
        }
        Err(Error::unavailable("too many instances count the same calls at once"))
    }

    /// A change within a budget. That the table was slow a moment ago keeps hasty calls from asking it, and no attempt: those
    /// have the time, and would cost more without it.
    async fn in_time<T>(
        &self,
        now: i64,
        budget: Duration,
        change: impl Future<Output = Result<T>>,
    ) -> Result<T, Silence> {
        let is_hasty = budget < ATTEMPT_BUDGET;
        if let Some(silence) = self.table_rests(now).filter(|silence| is_hasty || *silence == Silence::Failed) {
            return Err(silence);
        }
        let silence = match tokio::time::timeout(budget, change).await {
            Ok(Ok(done)) => return Ok(done),
            Ok(Err(failure)) => {
                tracing::warn!(%failure, "the table of limits is left alone for a moment");
                Silence::Failed
            }
            Err(_) => Silence::Slow,
        };
        self.let_table_rest(silence, now);
        Err(silence)
    }
}

/// Whether so many calls are counted together that instances would wait for each other.
fn is_busy(limit: Limit) -> bool {
    limit.count >= 300
}

fn renew(lease: &mut MutexGuard<'_, Lease>, limit: Limit, taken: u32, now: i64) {
    **lease = Lease { left: taken.saturating_sub(1), size: taken, since: now, count: limit.count };
}
