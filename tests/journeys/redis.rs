//! Limits and records that processes share through a real Redis (`hostile.md`, L1, L2; `product.md` sections 1 and 9).

use std::{
    net::TcpListener,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use futures_util::stream::{self, StreamExt as _};
use jiff::Timestamp;
use tripdesk::start::{Choices, start};
use tripdesk_core::{
    cache::Cache,
    error::Error,
    limiter::{Counter, Limiter},
    limits::{Attempt, Limit},
};

use crate::{process::Running, support::World};

/// A Redis of our own on a free port; it dies with the test.
struct Redis {
    process: Child,
    port: u16,
}

impl Redis {
    fn start() -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        Self { process: Self::on(port), port }
    }

    fn on(port: u16) -> Child {
        let arguments = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--port", &port.to_string()];
        let mut server = Command::new("redis-server");
        let process = server.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let process = process.unwrap_or_else(|error| panic!("redis-server cannot be started: {error}"));
        let deadline = Instant::now() + Duration::from_secs(20);
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < deadline, "redis-server does not start");
            std::thread::sleep(Duration::from_millis(20));
        }
        process
    }

    fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    fn signal(&self, signal: &str) {
        let done = Command::new("kill").args([signal, &self.process.id().to_string()]).status().unwrap();
        assert!(done.success());
    }
}

impl Drop for Redis {
    fn drop(&mut self) {
        // It may have been killed by the test.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// An instance of a function: a limiter with memory and a connection of its own, over one table and one Redis.
fn instance(world: &World, redis: &Redis) -> Limiter {
    Limiter::new(Some(Cache::open(&redis.url()).unwrap()), world.started.app.store.clone())
}

fn counter(number: u8) -> Counter {
    Counter::of_address([10, 0, 0, number].into())
}

/// How many of `calls` calls are admitted by instances in turn, all at one moment; and the slowest call.
async fn admitted(
    instances: &[Limiter],
    counter: &Counter,
    limit: Limit,
    calls: usize,
    now: Timestamp,
) -> (u32, Duration) {
    let (mut through, mut slowest) = (0, Duration::ZERO);
    for call in 0..calls {
        let began = Instant::now();
        let verdict = instances[call % instances.len()].admit(&[(counter.clone(), limit)], now).await;
        slowest = slowest.max(began.elapsed());
        through += u32::from(verdict.refused.is_none());
    }
    (through, slowest)
}

#[tokio::test(flavor = "multi_thread")]
async fn instances_that_share_redis_never_admit_more_than_the_limit() {
    let (world, redis) = (World::new().await, Redis::start());
    let limit = Limit::per_minute(1_000);
    let now = Timestamp::now();
    let both = [instance(&world, &redis), instance(&world, &redis)];
    let workers = (0..16).map(|worker| {
        let limiter = both[worker % 2].clone();
        tokio::spawn(async move { admitted(&[limiter], &counter(1), limit, 100_000 / 16, now).await.0 })
    });
    let mut through = 0;
    for worker in workers.collect::<Vec<_>>() {
        through += worker.await.unwrap();
    }
    assert!((900..=1_000).contains(&through), "{through} of 100,000 were admitted");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redis_that_dies_hangs_or_forgets_opens_nothing_and_holds_nobody_up() {
    let (world, mut redis) = (World::new().await, Redis::start());
    let limit = Limit::per_minute(200);
    let now = Timestamp::now();
    let both = [instance(&world, &redis), instance(&world, &redis)];
    let (first, _) = admitted(&both, &counter(2), limit, 60, now).await;
    assert_eq!(first, 60);

    redis.kill();
    let (alone, slowest) = admitted(&both, &counter(2), limit, 400, now).await;
    assert!(alone > 0 && first + alone <= 200, "{first} and {alone} alone");
    assert!(slowest < Duration::from_millis(150), "{slowest:?} (50 ms and a loaded machine)");

    redis.process = Redis::on(redis.port);
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    let (after, _) = admitted(&both, &counter(2), limit, 400, now).await;
    assert!(first + alone + after <= 200, "{first}, {alone} alone, {after} after Redis was back, empty");

    let (fresh, _) = admitted(&both, &counter(3), limit, 100, now).await;
    assert_eq!(fresh, 100);
    redis.signal("-STOP");
    let (hanging, slowest) = admitted(&both, &counter(3), limit, 400, now).await;
    redis.signal("-CONT");
    assert!(fresh + hanging <= 200, "{fresh} and {hanging} while Redis hung");
    assert!(slowest < Duration::from_millis(150), "{slowest:?} (50 ms and a loaded machine)");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flushed_redis_has_its_memory_back_from_the_instances() {
    let (world, redis) = (World::new().await, Redis::start());
    let limit = Limit::per_minute(100);
    let now = Timestamp::now();
    let both = [instance(&world, &redis), instance(&world, &redis)];
    assert_eq!(admitted(&both, &counter(4), limit, 80, now).await.0, 80);
    let flushed = Command::new("redis-cli").args(["-p", &redis.port.to_string(), "flushall"]).output().unwrap();
    assert!(flushed.status.success());
    let (after, _) = admitted(&both, &counter(4), limit, 100, now).await;
    // An instance knows what it saw at its own last call. The other one's since then is lost with the server, and presumed: more
    // than there were, so that never more than the limit is admitted.
    assert!((16..=20).contains(&after), "{after} after the flush");
}

#[tokio::test(flavor = "multi_thread")]
async fn sign_in_limits_hold_with_redis_and_without() {
    let (world, mut redis) = (World::new().await, Redis::start());
    let both = [instance(&world, &redis), instance(&world, &redis)];
    let now = Timestamp::now();
    let tries = async |account: &str, count: usize| {
        let mut through = 0;
        for number in 0..count {
            let tried = both[number % 2].attempt(Attempt::SignIn, account, Some([10, 1, 1, 1].into()), now).await;
            match tried {
                Ok(()) => through += 1,
                Err(Error::TooMany(wait)) => assert!(wait > Duration::ZERO),
                Err(other) => panic!("{other}"),
            }
        }
        through
    };
    assert_eq!(tries("a@agency.example", 30).await, 10);
    both[0].attempt(Attempt::SignIn, "b@agency.example", None, now).await.unwrap();
    redis.kill();
    assert_eq!(tries("a@agency.example", 30).await, 0, "what was closed stays closed");
    let stricter = tries("c@agency.example", 30).await;
    assert!((1..=4).contains(&stricter), "{stricter} on two instances alone");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_right_password_is_given_back() {
    let (world, redis) = (World::new().await, Redis::start());
    let now = Timestamp::now();
    for limiter in [instance(&world, &redis), Limiter::new(None, world.started.app.store.clone())] {
        for _ in 0..50 {
            limiter.attempt(Attempt::SignIn, "a@agency.example", Some([10, 1, 1, 1].into()), now).await.unwrap();
            limiter.forgive(Attempt::SignIn, "a@agency.example", Some([10, 1, 1, 1].into()), now).await;
        }
    }
}

/// Calls that two processes answer in the test below; `TRIPDESK_HITS=100000` for the whole of it, which takes minutes.
const HITS: usize = 3_000;

/// Statuses of so many calls of one user, to processes in turn, some side by side; and how long each took.
async fn hits(processes: &[Running], tokens: &[String], path: &str, count: usize) -> Vec<(u16, Duration)> {
    let one = |number: usize| {
        let (process, token) = (&processes[number % processes.len()], &tokens[number % processes.len()]);
        async move {
            let began = Instant::now();
            let call = process.http.get(format!("{}{path}", process.base)).bearer_auth(token);
            (call.send().await.unwrap().status().as_u16(), began.elapsed())
        }
    };
    stream::iter(0..count).map(one).buffer_unordered(16).collect().await
}

fn median(hits: &[(u16, Duration)]) -> Duration {
    let mut times: Vec<_> = hits.iter().map(|(_, time)| *time).collect();
    times.sort();
    times[times.len() / 2]
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_admit_what_one_may_and_outlive_their_redis() {
    let mut redis = Redis::start();
    let url = redis.url();
    let settings = [("REDIS_URL", url.as_str())];
    let processes = [Running::start(&settings).await, Running::start(&settings).await];
    let mut tokens = Vec::new();
    for process in &processes {
        let password = "four small whales at the cape";
        let granted = process.agency("blue-horizon", "berta@blue.example", password, 500).await;
        tokens.push(granted["access_token"].as_str().unwrap().to_owned());
    }
    let count = std::env::var("TRIPDESK_HITS").ok().and_then(|count| count.parse().ok()).unwrap_or(HITS);
    let began = Instant::now();
    let before = hits(&processes, &tokens, "/api/v1/tenants/me", count).await;
    let through = before.iter().filter(|(status, _)| *status == 200).count();
    // One limit a period, and what another period lets through that began meanwhile. Two users of one agency share its plan.
    // Where a loaded machine makes Redis late, calls cost more, so fewer are admitted.
    let periods = began.elapsed().as_secs() as usize / 60 + 1;
    assert!((100..=500 * periods).contains(&through), "{through} of {count} were admitted in {periods} periods");
    assert!(before.iter().all(|(status, _)| [200, 429].contains(status)));

    redis.kill();
    let after = hits(&processes, &tokens, "/api/v1/tenants/me", 600).await;
    assert!(after.iter().all(|(status, _)| [200, 429].contains(status)), "no call fails because Redis is gone");
    let (usual, alone) = (median(&before), median(&after));
    assert!(alone < usual + Duration::from_millis(50), "{usual:?} with Redis, {alone:?} without");
    let mut tried = Vec::new();
    for turn in 0..24 {
        let login = serde_json::json!({"email": "berta@blue.example", "password": "not the password at all"});
        tried.push(processes[turn % 2].call("POST", "/api/v1/auth/login", &[], Some(&login)).await.0);
    }
    let guesses = tried.iter().filter(|status| **status == 401).count();
    assert!((1..=10).contains(&guesses), "{guesses} guesses were looked at: {tried:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_platforms_share_what_they_admit_and_the_fault_switch_stands_before_redis() {
    let redis = Redis::start();
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let mut worlds = Vec::new();
    for folder in folders {
        let choices = Choices { redis_url: Some(redis.url()), ..Choices::on_free_ports(folder.path()) };
        let started = start(&choices).await.unwrap();
        worlds.push(World::signed_in(started, folder).await);
    }
    for world in &worlds {
        super::limits::plan(world, 50).await;
    }
    let mut through = 0;
    for call in 0..200 {
        through += u32::from(worlds[call % 2].call("GET", "/api/v1/tenants/me", None).await.0 == 200);
    }
    assert!((45..=60).contains(&through), "{through} admitted by two platforms together");

    let faults = format!("{}/_local/faults", worlds[0].base);
    let order = serde_json::json!({"service": "redis", "mode": "timeout"});
    worlds[0].http.post(&faults).json(&order).send().await.unwrap().error_for_status().unwrap();
    let began = Instant::now();
    let answer = worlds[0].http.get(format!("{}/health", worlds[0].base)).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert!(began.elapsed() < Duration::from_millis(500), "{:?}", began.elapsed());
}
