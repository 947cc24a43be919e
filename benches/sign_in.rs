//! What signing in costs: the password's hash alone, and the whole call with the embedded table's work in it, as this
//! process's time on its processors.
//!
//! `cargo bench --bench sign_in`
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement stops at the first surprise and prints")]

use axum::body::Body;
use http::Request;
use serde_json::json;
use tower::ServiceExt;
use tripdesk::start::{Choices, start};
use tripdesk_core::password;

const CALLS: u64 = 200;

fn main() {
    let data = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let started = start(&Choices::on_free_ports(data.path())).await.unwrap();
        let (email, password) = (started.demo.clone().unwrap().email, started.secrets.demo_password.clone());
        let hash = password::hash(&password).await.unwrap();
        let router = auth_fn::FUNCTION.router(started.app.clone());
        let login = json!({"email": email, "password": password}).to_string();
        let call = async || {
            let request = Request::post("/api/v1/auth/login").header("content-type", "application/json");
            let answer = router.clone().oneshot(request.body(Body::from(login.clone())).unwrap()).await.unwrap();
            assert_eq!(answer.status(), 200);
        };
        call().await;
        let before = on_processors();
        for _ in 0..CALLS {
            assert!(password::matches(&password, Some(&hash)).await.unwrap());
        }
        println!("Argon2id, 19 MiB, t=2, p=1: {} ms of processor time", (on_processors() - before) / CALLS);
        let before = on_processors();
        for _ in 0..CALLS {
            call().await;
        }
        println!("POST /api/v1/auth/login: {} ms, the table's work included", (on_processors() - before) / CALLS);
        started.platform.shutdown().await;
    });
}

/// Milliseconds that this process has spent on processors.
fn on_processors() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<_> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    let ticks = |place: usize| fields[place].parse::<u64>().unwrap();
    (ticks(11) + ticks(12)) * 10
}
