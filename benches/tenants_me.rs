//! What `GET /tenants/me` costs the function: its thread's time on the processor, the table's answer being served by other
//! threads. The agency's record is remembered, who may come in is read anew each time.
//!
//! `cargo bench --bench tenants_me`
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement stops at the first surprise and prints")]

use axum::body::Body;
use http::Request;
use serde_json::json;
use tower::ServiceExt;
use tripdesk::{
    aws::sdk_config,
    start::{Choices, Started, start},
};
use tripdesk_core::{clock::Clock, runtime::App};

const CALLS: u64 = 3_000;

fn main() {
    let data = tempfile::tempdir().unwrap();
    let outside = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let (started, token) = outside.block_on(async {
        let started = start(&Choices::on_free_ports(data.path())).await.unwrap();
        let token = sign_in(&started).await;
        (started, token)
    });
    let function = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    function.block_on(async {
        let config = sdk_config(started.platform.endpoint_url());
        let app = App::new((*started.app.settings).clone(), &config, Clock::default()).unwrap();
        let router = tenants_fn::FUNCTION.router(app);
        let call = async || {
            let request = Request::get("/api/v1/tenants/me").header("authorization", format!("Bearer {token}"));
            let answer = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
            assert_eq!(answer.status(), 200);
        };
        for _ in 0..100 {
            call().await;
        }
        let before = on_processor();
        for _ in 0..CALLS {
            call().await;
        }
        println!("GET /api/v1/tenants/me: {} µs of processor time", (on_processor() - before) / CALLS / 1_000);
    });
    outside.block_on(started.platform.shutdown());
}

async fn sign_in(started: &Started) -> String {
    let login = json!({"email": started.demo.as_ref().unwrap().email, "password": started.secrets.demo_password});
    let url = format!("http://{}/api/v1/auth/login", started.platform.http_addr());
    let answer = reqwest::Client::builder().no_proxy().build().unwrap().post(url).json(&login).send().await.unwrap();
    answer.json::<serde_json::Value>().await.unwrap()["access_token"].as_str().unwrap().to_owned()
}

/// Nanoseconds that this thread has spent on a processor.
fn on_processor() -> u64 {
    let line = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    line.split(' ').next().unwrap().parse().unwrap()
}
