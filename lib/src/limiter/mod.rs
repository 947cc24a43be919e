//! Keeping limits: the decision is [`limits`](crate::limits)', the numbers lie in Redis where there is one, else in the table.
//! When that store does not answer within 50 ms, this process goes on alone from what it last knew.
//!
//! Invariant: use is charged before a call is admitted. A call that is admitted because the shared store failed costs
//! [`ALONE`] times as much, so up to as many instances stay within the limit together, during a failure and after it.
//! Attempts cost more still: a store that fails never opens a door. A table that is only slow costs nothing more: while it
//! is silent about limits it is silent about sessions, too. A Redis that lost its memory has it back from whoever calls
//! first, and a few calls more: what the others called meanwhile.

mod lease;
mod memory;
mod shared;

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use jiff::Timestamp;

use self::{lease::Leases, memory::Memory};
use crate::{
    cache::Cache,
    error::{Error, Result},
    limits::{Attempt, Counted, Limit, Usage, Verdict, refund, spend},
    metrics::{self, Figure},
    seal::digest,
    store::{Key, Store},
    tenant::TenantId,
};

/// What a call costs when it is admitted without the shared store.
const ALONE: u32 = 4;
/// What an attempt costs then.
const ATTEMPT_ALONE: u32 = 5;
/// How long the table may take; Redis has its own budget.
const BUDGET: Duration = Duration::from_millis(45);
/// How long it may take over an attempt, which is slow by design and must not be let through by haste.
const ATTEMPT_BUDGET: Duration = Duration::from_secs(1);
/// Debts an instance remembers; beyond it they are not given back.
const MOST_DEBTS: usize = 10_000;
/// How long the table is left alone after it failed, in microseconds.
const REST: i64 = 500_000;

/// Whose calls are counted together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counter {
    /// Name in Redis and in this process.
    name: String,
    /// Place in the table.
    key: Key,
}

impl Counter {
    /// All calls of an agency.
    #[must_use]
    pub fn of_tenant(tenant: &TenantId) -> Self {
        Self { name: format!("limit:tenant:{tenant}"), key: Key::of(tenant, "limit", "tenant") }
    }

    /// The calls of one user.
    #[must_use]
    pub fn of_user(tenant: &TenantId, user_id: &str) -> Self {
        Self {
            name: format!("limit:user:{tenant}:{user_id}"),
            key: Key::of(tenant, "limit", format!("user#{user_id}")),
        }
    }

    /// The calls from one address; of IPv6, from one network, because a whole one is given to each customer.
    #[must_use]
    pub fn of_address(address: IpAddr) -> Self {
        Self::nobodys(&format!("address:{}", network(address)))
    }

    fn of_attempt(attempt: Attempt, counted: Counted, account: &str, address: &str) -> Self {
        let name = attempt.name();
        match counted {
            Counted::Pair => {
                Self::nobodys(&format!("{name}:pair:{}", digest(format!("{account}\n{address}").as_bytes())))
            }
            Counted::Account => Self::nobodys(&format!("{name}:account:{}", digest(account.as_bytes()))),
            Counted::Address => Self::nobodys(&format!("{name}:address:{address}")),
            Counted::Everywhere => Self::nobodys(&format!("{name}:everywhere")),
        }
    }

    fn nobodys(what: &str) -> Self {
        Self { name: format!("limit:{what}"), key: Key::of_limit(what) }
    }
}

/// An address as it stands in keys: a digest, because addresses are personal.
fn network(address: IpAddr) -> String {
    let bytes = match address.to_canonical() {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets()[..8].to_vec(),
    };
    digest(&bytes)[..32].to_owned()
}

/// One limit that a call is charged to.
struct Charge<'a> {
    key: &'a str,
    limit: Limit,
    cost: i64,
    known: Usage,
}

/// The limits of a deployment, as one process keeps them.
#[derive(Clone)]
pub struct Limiter(Arc<Inner>);

struct Inner {
    cache: Option<Cache>,
    store: Store,
    memory: Memory,
    leases: Leases,
    table_failed_until: AtomicI64,
    table_slow_until: AtomicI64,
    /// What attempts that were admitted alone cost beyond one, until they are given back.
    debts: Mutex<HashMap<String, u32>>,
}

impl Limiter {
    /// Limits in Redis where it is given, else in the table.
    #[must_use]
    pub fn new(cache: Option<Cache>, store: Store) -> Self {
        let inner = Inner {
            cache,
            store,
            memory: Memory::default(),
            leases: Leases::default(),
            table_failed_until: AtomicI64::new(0),
            table_slow_until: AtomicI64::new(0),
            debts: Mutex::default(),
        };
        Self(Arc::new(inner))
    }

    /// Decides about one call that falls under all of these limits, the narrowest first.
    pub async fn admit(&self, calls: &[(Counter, Limit)], now: Timestamp) -> Verdict {
        let now = now.as_microsecond();
        let verdicts = match (&self.0.cache, self.refusal(calls, now)) {
            (None, _) => self.leased(calls, now).await,
            (Some(_), Some(refusal)) => return refusal,
            (Some(cache), None) => {
                self.shared(cache, calls, now).await.unwrap_or_else(|| self.alone(calls, ALONE, now))
            }
        };
        let least = verdicts.into_iter().reduce(Verdict::tighter);
        least.unwrap_or_else(|| spend(Usage::default(), Limit::per_minute(0), 1, now).0)
    }

    /// Counts an attempt of somebody who is still to prove who they are, before it is looked at. `account` is what they
    /// call themselves, known or not.
    ///
    /// # Errors
    /// [`Error::TooMany`] when there were too many.
    pub async fn attempt(
        &self,
        attempt: Attempt,
        account: &str,
        address: Option<IpAddr>,
        now: Timestamp,
    ) -> Result<()> {
        let (calls, now) = (counters(attempt, account, address), now.as_microsecond());
        let charged = match &self.0.cache {
            Some(cache) => self.shared(cache, &calls, now).await,
            None => self.each(&calls, now).await,
        };
        let verdicts = charged.unwrap_or_else(|| {
            self.owe(&calls);
            self.alone(&calls, ATTEMPT_ALONE, now)
        });
        match verdicts.into_iter().filter_map(|verdict| verdict.refused).max() {
            None => Ok(()),
            Some(wait) => Err(Error::TooMany(wait)),
        }
    }

    /// Gives an attempt back that turned out right, so that a busy office is not slowed down by its own people.
    pub async fn forgive(&self, attempt: Attempt, account: &str, address: Option<IpAddr>, now: Timestamp) {
        let (calls, now) = (counters(attempt, account, address), now.as_microsecond());
        let prices: Vec<u32> = calls.iter().map(|(counter, _)| self.settle_debt(counter)).collect();
        let Some(cache) = &self.0.cache else {
            for ((counter, limit), price) in calls.iter().zip(prices) {
                self.give_back(counter, *limit, price, now).await;
            }
            return;
        };
        let charges = calls.iter().zip(&prices);
        let charges: Vec<_> =
            charges.map(|((counter, limit), price)| self.charge(counter, *limit, -i64::from(*price))).collect();
        let before = shared::charge(cache, &charges, now).await;
        let before = before.unwrap_or_else(|| charges.iter().map(|charge| charge.known).collect());
        for (((counter, limit), price), before) in calls.iter().zip(prices).zip(before) {
            self.learn(counter, refund(before, *limit, price, now), now);
        }
    }

    /// Use only grows: what is refused by what is known here is refused by the whole truth, and nobody has to be asked.
    fn refusal(&self, calls: &[(Counter, Limit)], now: i64) -> Option<Verdict> {
        let known = calls.iter().map(|(counter, limit)| spend(self.known(counter), *limit, 1, now).0);
        known.filter(|verdict| verdict.refused.is_some()).reduce(Verdict::tighter)
    }

    /// Redis' decision, or `None` when it does not answer in time.
    async fn shared(&self, cache: &Cache, calls: &[(Counter, Limit)], now: i64) -> Option<Vec<Verdict>> {
        let charges: Vec<_> = calls.iter().map(|(counter, limit)| self.charge(counter, *limit, 1)).collect();
        let before = shared::charge(cache, &charges, now).await?;
        let decided: Vec<_> =
            calls.iter().zip(&before).map(|((_, limit), before)| spend(*before, *limit, 1, now)).collect();
        let admitted = decided.iter().all(|(verdict, _)| verdict.refused.is_none());
        for (((counter, _), before), (_, after)) in calls.iter().zip(before).zip(&decided) {
            self.learn(counter, if admitted { *after } else { before }, now);
        }
        Some(decided.into_iter().map(|(verdict, _)| verdict).collect())
    }

    /// This process's own decisions, at a price, up to the first refusal: what is refused is charged to nobody else.
    fn alone(&self, calls: &[(Counter, Limit)], price: u32, now: i64) -> Vec<Verdict> {
        metrics::count(Figure::LimiterFallbacks, "");
        let mut verdicts = Vec::with_capacity(calls.len());
        for (counter, limit) in calls {
            let cost = price.min(limit.count.max(1));
            let (verdict, after) = spend(self.known(counter), *limit, cost, now);
            self.learn(counter, after, now);
            verdicts.push(verdict);
            if verdict.refused.is_some() {
                break;
            }
        }
        verdicts
    }

    /// Notes that attempts are about to cost more than one.
    fn owe(&self, calls: &[(Counter, Limit)]) {
        let mut debts = self.0.debts.lock().unwrap_or_else(PoisonError::into_inner);
        if debts.len() > MOST_DEBTS {
            debts.clear();
        }
        for (counter, limit) in calls {
            *debts.entry(counter.name.clone()).or_default() += ATTEMPT_ALONE.min(limit.count.max(1)) - 1;
        }
    }

    /// What an attempt cost that is given back now.
    fn settle_debt(&self, counter: &Counter) -> u32 {
        let mut debts = self.0.debts.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(debt) = debts.get_mut(&counter.name) else { return 1 };
        let paid = (*debt).min(ATTEMPT_ALONE - 1);
        *debt -= paid;
        if *debt == 0 {
            debts.remove(&counter.name);
        }
        1 + paid
    }

    fn charge<'a>(&self, counter: &'a Counter, limit: Limit, cost: i64) -> Charge<'a> {
        Charge { key: &counter.name, limit, cost, known: self.known(counter) }
    }

    fn known(&self, counter: &Counter) -> Usage {
        self.0.memory.known(&counter.name)
    }

    fn learn(&self, counter: &Counter, usage: Usage, now: i64) {
        self.0.memory.learn(&counter.name, usage, now);
    }

    /// Why the table is not asked now, if so.
    fn table_rests(&self, now: i64) -> Option<Silence> {
        // A clock that went back must not keep it resting.
        let rests = |until: &AtomicI64| (now..now.saturating_add(REST)).contains(&until.load(Ordering::Relaxed));
        if rests(&self.0.table_failed_until) {
            return Some(Silence::Failed);
        }
        rests(&self.0.table_slow_until).then_some(Silence::Slow)
    }

    fn let_table_rest(&self, silence: Silence, now: i64) {
        let until = match silence {
            Silence::Slow => &self.0.table_slow_until,
            Silence::Failed => &self.0.table_failed_until,
        };
        until.store(now.saturating_add(REST - 1), Ordering::Relaxed);
    }
}

/// Why the table has not said anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Silence {
    /// It takes its time.
    Slow,
    /// It failed, just now or a moment ago.
    Failed,
}

impl Silence {
    /// What a call costs that is admitted nevertheless.
    fn price(self) -> u32 {
        match self {
            Self::Slow => 1,
            Self::Failed => ALONE,
        }
    }
}

fn counters(attempt: Attempt, account: &str, address: Option<IpAddr>) -> Vec<(Counter, Limit)> {
    let address = address.map_or_else(|| "none".to_owned(), network);
    let limits = attempt.limits().iter();
    limits.map(|(counted, limit)| (Counter::of_attempt(attempt, *counted, account, &address), *limit)).collect()
}
