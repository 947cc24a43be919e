//! Limits in Redis: one atomic script for all of a call's limits, so that two instances never admit the same call twice.

use std::sync::LazyLock;

use redis::Script;

use super::Charge;
use crate::{cache::Cache, limits::Usage};

static SCRIPT: LazyLock<Script> = LazyLock::new(|| Script::new(include_str!("usage.lua")));

/// Charges all or none; a negative cost gives back. Answers what was used before, key by key; `None` when Redis does not
/// answer in time. What the caller knows goes along, so that a server that lost its memory has it back with the first call.
pub(super) async fn charge(cache: &Cache, charges: &[Charge<'_>], now: i64) -> Option<Vec<Usage>> {
    let mut call = SCRIPT.prepare_invoke();
    call.arg(now);
    for charge in charges {
        let Usage { tat, since, spent } = charge.known;
        call.key(charge.key);
        call.arg(charge.limit.count).arg(charge.limit.period()).arg(charge.limit.interval()).arg(charge.cost);
        call.arg(tat).arg(since).arg(spent);
    }
    let numbers: Vec<i64> = cache.ask(async |mut redis| call.invoke_async(&mut redis).await).await?;
    let usage = |three: &[i64]| Usage { tat: three[0], since: three[1], spent: u32::try_from(three[2]).unwrap_or(0) };
    let before: Vec<Usage> = numbers.chunks_exact(3).map(usage).collect();
    (before.len() == charges.len()).then_some(before)
}
