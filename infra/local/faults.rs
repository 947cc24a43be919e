//! Faults on order: which operation of which service fails now, and how.
//!
//! Invariant: deterministic. The same rules and the same sequence of matching operations give the same faults, whatever else runs.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

/// A service whose operations can fail. `Redis` has no server here: whoever calls it asks [`Faults::strike`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the variants are the services' names")]
pub enum Service {
    Dynamodb,
    S3,
    Sqs,
    Ses,
    Sts,
    Bedrock,
    Redis,
}

/// How an operation fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Not carried out; the service's own throttling error.
    Throttle,
    /// Not carried out; the service's own HTTP 500.
    Error,
    /// Not carried out; no answer until the client gives up (at most 30 s).
    Timeout,
    /// Carried out; then the connection closes without an answer.
    DropResponse,
}

/// An order for faults, as `POST /_local/faults` takes it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The service.
    pub service: Service,
    /// The operation by its AWS name (`PutItem`, `SendRawEmail`), or `*` for all.
    #[serde(default = "every_operation")]
    pub operation: String,
    /// How it fails.
    pub mode: Mode,
    /// The share of matching operations that fail, 0 to 1.
    #[serde(default = "always")]
    pub rate: f64,
    /// How many faults before the rule is spent; without it, no end.
    #[serde(default)]
    pub count: Option<u64>,
    /// Where the rule's own sequence of chances starts.
    #[serde(default)]
    pub seed: u64,
}

/// A rule with what it has done so far, as `GET /_local/faults` shows it.
#[derive(Debug, Clone, Serialize)]
pub struct Armed {
    /// The rule as it was ordered.
    #[serde(flatten)]
    pub rule: Rule,
    /// How many operations it made fail.
    pub fired: u64,
    #[serde(skip)]
    chances: u64,
    #[serde(skip)]
    threshold: u64,
}

/// The standing rules, shared by everything that can fail.
#[derive(Debug, Default)]
pub struct Faults(Mutex<Vec<Armed>>);

impl Faults {
    /// Adds a rule behind those that stand. Refuses a rate outside 0 to 1.
    pub fn add(&self, rule: Rule) -> Result<(), String> {
        let threshold = threshold(rule.rate).ok_or("rate is not between 0 and 1")?;
        let chances = rule.seed;
        self.rules().push(Armed { rule, fired: 0, chances, threshold });
        Ok(())
    }

    /// Forgets every rule.
    pub fn clear(&self) {
        self.rules().clear();
    }

    /// The rules that stand, the spent ones included.
    pub fn list(&self) -> Vec<Armed> {
        self.rules().clone()
    }

    /// Whether this operation fails now: the first rule that matches it and whose chance comes up decides.
    pub fn strike(&self, service: Service, operation: &str) -> Option<Mode> {
        self.rules().iter_mut().find_map(|armed| armed.strike(service, operation))
    }

    fn rules(&self) -> MutexGuard<'_, Vec<Armed>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Armed {
    fn strike(&mut self, service: Service, operation: &str) -> Option<Mode> {
        let rule = &self.rule;
        let matches = rule.service == service && (rule.operation == "*" || rule.operation == operation);
        let spent = rule.count.is_some_and(|count| self.fired >= count);
        if !matches || spent || next(&mut self.chances) >> 11 >= self.threshold {
            return None;
        }
        self.fired += 1;
        Some(rule.mode)
    }
}

fn every_operation() -> String {
    "*".to_owned()
}

fn always() -> f64 {
    1.0
}

/// The rate as a bound on a 53-bit number: exact for every `f64`, and all of them lie below the bound of 1.
#[expect(clippy::float_arithmetic, reason = "a chance, not money; JSON has no other number")]
fn threshold(rate: f64) -> Option<u64> {
    (0.0..=1.0).contains(&rate).then_some((rate * (1_u64 << 53) as f64) as u64)
}

/// SplitMix64 (Steele, Lea and Flood 2014): one state word, good enough for chances, the same on every machine.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    fn rule(json: &str) -> Rule {
        serde_json::from_str(json).unwrap()
    }

    fn pattern(seed: u64) -> Vec<bool> {
        let faults = Faults::default();
        faults.add(rule(&format!(r#"{{"service":"s3","mode":"error","rate":0.5,"seed":{seed}}}"#))).unwrap();
        (0..64).map(|_| faults.strike(Service::S3, "GetObject").is_some()).collect()
    }

    #[test]
    fn a_seed_names_its_sequence() {
        assert_eq!(pattern(7), pattern(7));
        assert_ne!(pattern(7), pattern(8));
        let hits = pattern(7).into_iter().filter(|hit| *hit).count();
        assert!((16..48).contains(&hits), "half of 64, more or less: {hits}");
    }

    #[test]
    fn a_rule_is_spent_after_its_count_and_touches_nothing_else() {
        let faults = Faults::default();
        faults.add(rule(r#"{"service":"ses","operation":"SendRawEmail","mode":"throttle","count":2}"#)).unwrap();
        let strike = |service, operation: &str| faults.strike(service, operation);
        assert_eq!(strike(Service::Sqs, "SendRawEmail"), None);
        assert_eq!(strike(Service::Ses, "GetSendQuota"), None);
        assert_eq!(strike(Service::Ses, "SendRawEmail"), Some(Mode::Throttle));
        assert_eq!(strike(Service::Ses, "SendRawEmail"), Some(Mode::Throttle));
        assert_eq!(strike(Service::Ses, "SendRawEmail"), None);
        faults.clear();
        assert!(faults.list().is_empty());
    }

    #[test]
    fn rates_at_and_beyond_the_ends() {
        let all = Faults::default();
        all.add(rule(r#"{"service":"redis","mode":"timeout"}"#)).unwrap();
        assert!((0..1000).all(|_| all.strike(Service::Redis, "GET").is_some()));
        let none = Faults::default();
        none.add(rule(r#"{"service":"redis","mode":"timeout","rate":0}"#)).unwrap();
        assert!((0..1000).all(|_| none.strike(Service::Redis, "GET").is_none()));
        assert!(none.add(rule(r#"{"service":"redis","mode":"timeout","rate":1.5}"#)).is_err());
        assert!(serde_json::from_str::<Rule>(r#"{"service":"redis","mode":"timeout","times":3}"#).is_err());
    }
}
