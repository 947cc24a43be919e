//! What the functions cost as AWS Lambda runs them: each release `bootstrap` is started cold, several times, and called warm
//! with a recorded event, against the endpoint of a local platform.
//!
//! ```text
//! cargo lambda build --release --target x86_64-unknown-linux-gnu      (or: cargo build --release --bins)
//! cargo bench --bench lambda -- [--bootstraps DIR] [--against DIR] [--cold N] [--warm N]
//! ```
//! DIR holds `<function>/bootstrap` (as `sam build` and `cargo lambda build` lay them) or `<function>`; `target/lambda` by
//! default. Cold is the time from the start of the process to its first question for work; CPU is that of all its threads, as
//! the kernel's scheduler counts it. The machine is noisy: medians, and ratios in one run, are worth quoting.
//!
//! `--against` measures a second folder, function by function right after the first, and prints how many times ours it
//! costs. A `prepare` in it is started first, with the events on its standard input, and lays out data of its own. The same
//! five functions in Python: `benches/lambda/python/build.sh DIR`.
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
    collections::BTreeMap,
    io::{Seek, Write},
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use events::{Case, Scene};
use flate2::{Compression, write::DeflateEncoder};
use instance::Instance;
use tokio::process::Command;
use tripdesk::start::{Choices, start};

const COLUMNS: [&str; 7] = ["cold ms", "init cpu", "first cpu", "warm cpu", "warm p50", "warm p99", "RSS MB"];

/// One function's, in the order of the columns.
type Figures = [f64; COLUMNS.len()];

struct Options {
    bootstraps: PathBuf,
    against: Option<PathBuf>,
    cold: usize,
    warm: usize,
}

#[tokio::main]
async fn main() {
    let options = options();
    let data = tempfile::tempdir().unwrap();
    let started = start(&Choices::on_free_ports(data.path())).await.unwrap();
    let scene = events::scene(&started).await;
    if let Some(folder) = &options.against {
        prepare(folder, &scene).await;
    }
    row("function", COLUMNS.map(str::to_owned), "zip MB");
    for case in &scene.cases {
        let Some(ours) = measured(&options.bootstraps, case, &scene, &options).await else { continue };
        let Some(folder) = &options.against else { continue };
        let Some(theirs) = measured(folder, case, &scene, &options).await else { continue };
        let mut ratios = theirs;
        ratios.iter_mut().zip(ours).for_each(|(theirs, ours)| *theirs /= ours);
        row("  times ours", ratios.map(|ratio| format!("{ratio:.1}")), "");
    }
    started.platform.shutdown().await;
}

/// Lets the other side lay out its data.
async fn prepare(folder: &Path, scene: &Scene) {
    let program = folder.join("prepare");
    if !program.is_file() {
        return;
    }
    let events: BTreeMap<_, _> = scene.cases.iter().map(|case| (case.function, (case.event)(0))).collect();
    let mut input = tempfile::tempfile().unwrap();
    serde_json::to_writer(&input, &events).unwrap();
    input.rewind().unwrap();
    let mut command = Command::new(program);
    command.env_clear().envs(scene.environment.iter().cloned()).stdin(Stdio::from(input));
    let status = command.status().await.unwrap();
    assert!(status.success(), "prepare: {status}");
}

/// Starts and calls one function of a folder, and prints what it cost; `None` when the folder has no such function.
async fn measured(folder: &Path, case: &Case, scene: &Scene, options: &Options) -> Option<Figures> {
    let Some(binary) = binary(folder, case.function) else {
        println!("{:<13} no bootstrap under {}", case.function, folder.display());
        return None;
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
    let (p50, p99) = (took[took.len() / 2], took[took.len() * 99 / 100]);
    let [cold, init_cpu] = [&mut cold, &mut init_cpu].map(|times| median(times));
    let [cold, init_cpu, first, warm, p50, p99] = [cold, init_cpu, first, warm, p50, p99].map(millis);
    let figures = [cold, init_cpu, first, warm, p50, p99, instance.resident_mb()];
    row(case.function, figures.map(|figure| format!("{figure:.2}")), &zipped(&binary));
    instance.stop().await;
    Some(figures)
}

fn row(name: &str, columns: [String; COLUMNS.len()], zip: &str) {
    let columns = columns.map(|column| format!("{column:>9}"));
    println!("{name:<13} {} {zip:>8}", columns.join(" "));
}

fn options() -> Options {
    let bootstraps = PathBuf::from("target/lambda");
    let mut options = Options { bootstraps, against: None, cold: 11, warm: 200 };
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let mut value = || arguments.next().unwrap_or_else(|| panic!("{name} needs a value"));
        match name.as_str() {
            "--bootstraps" => options.bootstraps = value().into(),
            "--against" => options.against = Some(value().into()),
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

/// The size of what is uploaded, in MB; unknown of a script, which is uploaded with much besides.
fn zipped(binary: &Path) -> String {
    let content = std::fs::read(binary).unwrap();
    if content.starts_with(b"#!") {
        return "-".to_owned();
    }
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(&content).unwrap();
    format!("{:.2}", encoder.finish().unwrap().len() as f64 / 1e6)
}
