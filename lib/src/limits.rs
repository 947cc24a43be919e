//! How much a caller may ask for (`product.md` section 9): the generic cell rate algorithm (GCRA), beside a ceiling on each
//! period. GCRA alone would let twice the limit through in the minute that follows an idle one; the ceiling alone would
//! let it through around the change of minutes.
//!
//! Invariant: never more than `count` calls within a period that began with its first call, and never more than `count`
//! beyond those that time has earned back. No clock, however wrong, makes anything here panic, or locks a caller out for
//! longer than one period.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// So many calls in so long a time; all of them may come at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// Calls; with none, everything is refused.
    pub count: u32,
    /// Seconds.
    pub seconds: u32,
}

impl Limit {
    /// So many calls a minute.
    #[must_use]
    pub const fn per_minute(count: u32) -> Self {
        Self { count, seconds: 60 }
    }

    /// So many calls in so many minutes.
    #[must_use]
    pub const fn per_minutes(count: u32, minutes: u32) -> Self {
        Self { count, seconds: minutes * 60 }
    }

    /// What one user of an agency may ask for: a quarter of a large plan is left to the colleagues.
    #[must_use]
    pub const fn of_user(plan: u32) -> Self {
        let most = plan as u64 * 3 / 4;
        Self::per_minute(if plan <= 600 {
            plan
        } else if most < 600 {
            600
        } else {
            most as u32
        })
    }

    /// The period in microseconds.
    #[must_use]
    pub fn period(self) -> i64 {
        i64::from(self.seconds) * 1_000_000
    }

    /// Microseconds in which one call is earned back, rounded up.
    #[must_use]
    pub fn interval(self) -> i64 {
        let count = i64::from(self.count.max(1));
        (self.period() + count - 1) / count
    }

    /// Microseconds in which all calls are earned back.
    fn horizon(self) -> i64 {
        i64::from(self.count) * self.interval()
    }
}

/// What a caller has used. Times are microseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Usage {
    /// When all of it is earned back (GCRA's theoretical arrival time).
    pub tat: i64,
    /// When the period at hand began.
    pub since: i64,
    /// Calls in that period.
    pub spent: u32,
}

impl Usage {
    /// What two observers know together. Use only grows, so the greater knowledge is the later one.
    #[must_use]
    pub fn merged(self, other: Self) -> Self {
        let (since, spent) = (self.since, self.spent).max((other.since, other.spent));
        Self { tat: self.tat.max(other.tat), since, spent }
    }

    /// The same at `now`. What lies further ahead than the limit can reach came from a clock that was wrong, and is forgotten;
    /// the calls of the period at hand stay counted.
    #[must_use]
    pub fn settled(self, limit: Limit, now: i64) -> Self {
        let reach = now.saturating_add(limit.horizon());
        let tat = if self.tat > reach { now } else { self.tat.max(now) };
        if self.since > now {
            Self { tat, since: now, ..self }
        } else if now.saturating_sub(self.since) >= limit.period() {
            Self { tat, since: now, spent: 0 }
        } else {
            Self { tat, ..self }
        }
    }
}

/// What is decided about a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// How long to wait, when it is refused.
    pub refused: Option<Duration>,
    /// The limit that was looked at.
    pub limit: u32,
    /// Calls that may follow at once.
    pub remaining: u32,
    /// How long until everything is earned back.
    pub reset: Duration,
}

impl Verdict {
    /// The one that says more about what a caller can still do: a refusal, else the fewest calls left.
    #[must_use]
    pub fn tighter(self, other: Self) -> Self {
        let order = |verdict: &Self| (verdict.refused.is_none(), verdict.remaining);
        if order(&other) < order(&self) { other } else { self }
    }
}

/// Decides about a call that costs `cost`, and says what is used afterwards: the same as before when it is refused.
#[must_use]
pub fn spend(usage: Usage, limit: Limit, cost: u32, now: i64) -> (Verdict, Usage) {
    let before = usage.settled(limit, now);
    let tat = before.tat.saturating_add(i64::from(cost).saturating_mul(limit.interval()));
    let after = Usage { tat, spent: before.spent.saturating_add(cost), ..before };
    let beyond_gcra = tat.saturating_sub(now.saturating_add(limit.horizon()));
    let full = after.spent > limit.count;
    if beyond_gcra <= 0 && !full {
        return (verdict(after, limit, now, None), after);
    }
    let until_next = before.since.saturating_add(limit.period()).saturating_sub(now);
    let wait = beyond_gcra.max(if full { until_next } else { 0 });
    // What costs more than there ever is, is never admitted; the period is only an honest "much later".
    let wait = if cost > limit.count { limit.period() } else { wait };
    (verdict(before, limit, now, Some(micros(wait.max(1)))), before)
}

/// What is used after a call turned out not to count.
#[must_use]
pub fn refund(usage: Usage, limit: Limit, cost: u32, now: i64) -> Usage {
    let before = usage.settled(limit, now);
    let tat = before.tat.saturating_sub(i64::from(cost).saturating_mul(limit.interval())).max(now);
    Usage { tat, spent: before.spent.saturating_sub(cost), ..before }
}

fn verdict(usage: Usage, limit: Limit, now: i64, refused: Option<Duration>) -> Verdict {
    let earned = now.saturating_add(limit.horizon()).saturating_sub(usage.tat) / limit.interval().max(1);
    let remaining = u32::try_from(earned.max(0)).unwrap_or(u32::MAX).min(limit.count.saturating_sub(usage.spent));
    let period_ends = if usage.spent > 0 { usage.since.saturating_add(limit.period()) } else { now };
    Verdict {
        refused,
        limit: limit.count,
        remaining,
        reset: micros(usage.tat.max(period_ends).saturating_sub(now).max(0)),
    }
}

fn micros(count: i64) -> Duration {
    Duration::from_micros(u64::try_from(count).unwrap_or(0))
}

/// What somebody tries who has not proven yet who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// A password, or a second factor.
    SignIn,
    /// Asking for a mail: a reset, an invitation again.
    Mail,
    /// Redeeming a link that came by mail.
    Link,
}

/// Whose attempts are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Those on one account from one address. The tight one: whoever guesses from elsewhere does not lock the owner out.
    Pair,
    /// Those on one account from anywhere.
    Account,
    /// Those from one address on any account.
    Address,
    /// All: the brake that spraying from many addresses meets.
    Everywhere,
}

impl Attempt {
    /// Its name in keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Mail => "mail",
            Self::Link => "link",
        }
    }

    /// How many may fail. A success is given back.
    #[must_use]
    pub fn limits(self) -> &'static [(Counted, Limit)] {
        const SIGN_IN: [(Counted, Limit); 4] = [
            (Counted::Pair, Limit::per_minutes(10, 15)),
            (Counted::Account, Limit::per_minutes(100, 60)),
            (Counted::Address, Limit::per_minutes(100, 10)),
            (Counted::Everywhere, Limit::per_minute(3_000)),
        ];
        const MAIL: [(Counted, Limit); 4] = [
            (Counted::Pair, Limit::per_minutes(5, 60)),
            (Counted::Account, Limit::per_minutes(10, 60)),
            (Counted::Address, Limit::per_minutes(60, 60)),
            (Counted::Everywhere, Limit::per_minute(600)),
        ];
        const LINK: [(Counted, Limit); 2] =
            [(Counted::Address, Limit::per_minutes(60, 10)), (Counted::Everywhere, Limit::per_minute(3_000))];
        match self {
            Self::SignIn => &SIGN_IN,
            Self::Mail => &MAIL,
            Self::Link => &LINK,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SECOND: i64 = 1_000_000;

    /// How many of `calls` at the given times are admitted, from a fresh start.
    fn admitted(limit: Limit, times: impl IntoIterator<Item = i64>) -> Vec<i64> {
        let mut usage = Usage::default();
        let mut through = Vec::new();
        for now in times {
            let (verdict, after) = spend(usage, limit, 1, now);
            usage = after;
            if verdict.refused.is_none() {
                through.push(now);
            }
        }
        through
    }

    #[test]
    fn a_whole_limit_may_come_at_once_and_no_more_in_its_minute() {
        let start = 1_800_000_000 * SECOND;
        let through = admitted(Limit::per_minute(5), (0..600).map(|tenth| start + tenth * SECOND / 10));
        assert_eq!(through.len(), 5, "ten calls a second for a minute");
        let through = admitted(Limit::per_minute(5), (0..1_200).map(|tenth| start + tenth * SECOND / 10));
        assert_eq!(through.len(), 10, "and for two");
    }

    #[test]
    fn a_refusal_says_when_the_next_call_is_admitted() {
        let limit = Limit::per_minute(3);
        let start = 1_800_000_000 * SECOND;
        let mut usage = Usage::default();
        for left in [2, 1, 0] {
            let (verdict, after) = spend(usage, limit, 1, start);
            assert_eq!((verdict.refused, verdict.remaining, verdict.limit), (None, left, 3));
            usage = after;
        }
        let (refused, usage) = spend(usage, limit, 1, start + SECOND);
        let wait = refused.refused.unwrap_or_default();
        assert_eq!(wait, Duration::from_secs(59));
        let again = |micros| spend(usage, limit, 1, start + SECOND + micros).0.refused.is_none();
        assert!(again(59 * SECOND) && !again(59 * SECOND - 1));
    }

    #[test]
    fn nothing_is_admitted_by_a_limit_of_none() {
        let (verdict, _) = spend(Usage::default(), Limit::per_minute(0), 1, 0);
        assert_eq!((verdict.refused, verdict.remaining), (Some(Duration::from_secs(60)), 0));
    }

    #[test]
    fn a_clock_that_was_an_hour_ahead_locks_out_for_a_minute_at_most() {
        let limit = Limit::per_minute(10);
        let (_, ahead) = spend(Usage::default(), limit, 10, 3_600 * SECOND);
        assert!(spend(ahead, limit, 1, 0).0.refused.is_some());
        let (_, seen) = spend(ahead, limit, 0, 0);
        assert!(spend(seen, limit, 1, 60 * SECOND).0.refused.is_none());
    }

    #[test]
    fn what_did_not_count_is_given_back() {
        let limit = Limit::per_minute(1);
        let (_, used) = spend(Usage::default(), limit, 1, SECOND);
        assert!(spend(used, limit, 1, SECOND).0.refused.is_some());
        assert!(spend(refund(used, limit, 1, SECOND), limit, 1, SECOND).0.refused.is_none());
    }

    proptest! {
        #[test]
        fn no_period_and_no_stretch_of_time_sees_more_than_the_limit(
            count in 0_u32..40,
            gaps in prop::collection::vec(0_i64..4_000_000, 1..300),
        ) {
            let limit = Limit::per_minute(count);
            let times: Vec<i64> = gaps.iter().scan(0, |now, gap| { *now += gap; Some(*now) }).collect();
            let through = admitted(limit, times);
            for (place, first) in through.iter().enumerate() {
                for (more, last) in through[place..].iter().enumerate() {
                    let earned = (last - first) / limit.interval();
                    prop_assert!(more as i64 <= i64::from(count) + earned, "{more} calls after {first}");
                }
            }
            let mut since = i64::MIN;
            let mut spent = 0;
            for time in through {
                if since == i64::MIN || time - since >= limit.period() {
                    (since, spent) = (time, 0);
                }
                spent += 1;
                // Refused calls open periods, too, so ours may begin later than the limiter's: at most two overlap.
                prop_assert!(spent <= 2 * count);
            }
        }

        #[test]
        fn nothing_panics_and_waiting_as_long_as_was_said_helps(
            tat: i64, since: i64, spent: u32, count: u32, seconds in 0_u32..100_000, cost: u32, now: i64,
        ) {
            let (usage, limit) = (Usage { tat, since, spent }, Limit { count, seconds });
            let (verdict, after) = spend(usage, limit, cost, now);
            let _ = refund(after, limit, cost, now);
            let _ = usage.merged(after);
            let sane = cost <= count && (0..i64::MAX / 4).contains(&now) && seconds > 0;
            if let (Some(wait), true) = (verdict.refused, sane) {
                let later = now + i64::try_from(wait.as_micros()).unwrap_or(0);
                prop_assert!(spend(after, limit, cost, later).0.refused.is_none());
            }
        }
    }
}
