//! What the functions cost as AWS Lambda runs them: each release `bootstrap` is started cold, several times, and called warm
//! with a recorded event, against the endpoint of a local platform.
//!
//! ```text
//! cargo lambda build --release --target x86_64-unknown-linux-gnu      (or: cargo build --release --bins)
//! cargo bench --bench lambda -- [--bootstraps DIR] [--cold N] [--warm N]
//! ```
//! DIR holds `<function>/bootstrap` (as `sam build` and `cargo lambda build` lay them) or `<function>`; `target/lambda` by
//! default. Cold is the time from the start of the process to its first question for work; CPU is that of all its threads, as
//! the kernel's scheduler counts it. The machine is noisy: medians, and ratios in one run, are worth quoting.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "a measurement prints, and stops at the first surprise"
)]

mod events;
mod instance;
mod runtime_api;

use std::{
    io::Write,
    path::{Path, PathBuf},
    time::Duration,
};

use flate2::{Compression, write::DeflateEncoder};
use instance::Instance;
use tripdesk::start::{Choices, start};

struct Options {
    bootstraps: PathBuf,
    cold: usize,
    warm: usize,
}

#[tokio::main]
async fn main() {
    let options = options();
    let data = tempfile::tempdir().unwrap();
    let started = start(&Choices::on_free_ports(data.path())).await.unwrap();
    let scene = events::scene(&started).await;
    println!(
        "{:<13} {:>9} {:>9} {:>10} {:>10} {:>9} {:>9} {:>8} {:>8}",
        "function", "cold ms", "init cpu", "first cpu", "warm cpu", "warm p50", "warm p99", "RSS MB", "zip MB"
    );
    for case in &scene.cases {
        let Some(binary) = binary(&options.bootstraps, case.function) else {
            println!("{:<13} no bootstrap under {}", case.function, options.bootstraps.display());
            continue;
        };
        let mut cold = Vec::new();
        let mut init_cpu = Vec::new();
        for _ in 0..options.cold {
            let instance = Instance::start(&binary, case.function, &scene.environment).await;
            cold.push(instance.cold);
            init_cpu.push(instance.cpu());
            instance.stop().await;
        }
        let mut instance = Instance::start(&binary, case.function, &scene.environment).await;
        let before = instance.cpu();
        instance.call(&(case.event)(0)).await;
        let first = instance.cpu() - before;
        let before = instance.cpu();
        let mut took = Vec::new();
        for turn in 1..=options.warm {
            took.push(instance.call(&(case.event)(turn)).await);
        }
        let warm = (instance.cpu() - before) / u32::try_from(options.warm).unwrap();
        took.sort();
        println!(
            "{:<13} {:>9.1} {:>9.2} {:>10.2} {:>10.3} {:>9.2} {:>9.2} {:>8.1} {:>8.2}",
            case.function,
            millis(median(&mut cold)),
            millis(median(&mut init_cpu)),
            millis(first),
            millis(warm),
            millis(took[took.len() / 2]),
            millis(took[took.len() * 99 / 100]),
            instance.resident_mb(),
            zipped_mb(&binary),
        );
        instance.stop().await;
    }
    started.platform.shutdown().await;
}

fn options() -> Options {
    let mut options = Options { bootstraps: PathBuf::from("target/lambda"), cold: 11, warm: 200 };
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let mut value = || arguments.next().unwrap_or_else(|| panic!("{name} needs a value"));
        match name.as_str() {
            "--bootstraps" => options.bootstraps = value().into(),
            "--cold" => options.cold = value().parse().unwrap(),
            "--warm" => options.warm = value().parse().unwrap(),
            _ => {} // cargo's own, such as --bench
        }
    }
    options
}

fn binary(folder: &Path, function: &str) -> Option<PathBuf> {
    let places = [folder.join(function).join("bootstrap"), folder.join(function)];
    places.into_iter().find(|place| place.is_file())
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// The size of what is uploaded.
fn zipped_mb(binary: &Path) -> f64 {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(&std::fs::read(binary).unwrap()).unwrap();
    encoder.finish().unwrap().len() as f64 / 1e6
}
