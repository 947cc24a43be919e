//! The operator's commands (`contract.md`, Commands). Progress goes to standard error, results to standard output.

mod demo;
mod doctor;
mod eval;
mod eval_helpdesk;
mod eval_mail;
mod eval_retrieval;
mod output;
mod run;
mod send;
mod tenants;

use std::{net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand, ValueEnum};
use tripdesk_core::telemetry;

use output::Output;

use crate::start::{Choices, DemoAgency};

/// The back office of travel agencies, whole, on this machine.
#[derive(Debug, Parser)]
#[command(name = "tripdesk", version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// How log lines look (on standard error).
    #[arg(long, global = true, value_enum, default_value = "text")]
    log: LogFormat,
    /// Prints results alone.
    #[arg(long, global = true)]
    quiet: bool,
    /// Prints results as JSON.
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LogFormat {
    Json,
    Text,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Starts the platform with its settings named.
    Serve(Serve),
    /// Does the main job once: delivers mails to an empty platform and shows each stage up to the quote.
    Demo {
        /// Mails to deliver; the shipped samples when none is named.
        mails: Vec<PathBuf>,
        /// Where PDF and outgoing mail are written.
        #[arg(long, default_value = "out")]
        out: PathBuf,
    },
    /// Hands a mail to a running platform.
    Send {
        /// The mail, as a file (RFC 5322).
        mail: PathBuf,
        /// Envelope recipient.
        #[arg(long)]
        to: String,
        /// Envelope sender.
        #[arg(long, default_value = "traveller@post.example")]
        from: String,
        /// The platform's SMTP address.
        #[arg(long, default_value = "127.0.0.1:2525")]
        smtp: SocketAddr,
    },
    /// Agencies: taken over from the earlier platform, exported, purged.
    Tenants {
        /// The data folder; without it, the deployed table where `TABLE_NAME` is set, else `.tripdesk`.
        #[arg(long, global = true)]
        data: Option<PathBuf>,
        #[command(subcommand)]
        command: tenants::Tenants,
    },
    /// Looks at a platform from outside and says in words what is wrong.
    Doctor(doctor::Doctor),
    /// Measures accuracy against cases with known answers.
    #[command(subcommand)]
    Eval(Eval),
    /// Prints the description of the API (OpenAPI 3.1).
    Openapi,
}

#[derive(Debug, Subcommand)]
enum Eval {
    /// Per-field precision, recall and made-up values of the extractor.
    Enquiries {
        /// Cases as JSON lines, or a JSON array of date expressions.
        files: Vec<PathBuf>,
        /// Prints each value that is not right, too.
        #[arg(long)]
        verbose: bool,
    },
    /// Hits, answers and abstentions of the helpdesk.
    Helpdesk {
        /// Documents and cases as JSON lines, or one JSON object with `documents` and `cases`.
        files: Vec<PathBuf>,
        /// Prints each case that failed, too.
        #[arg(long)]
        verbose: bool,
    },
    /// Classes of raw mails, and the processor time that reading one takes.
    Mail {
        /// Folders of mails (RFC 5322), one a file.
        folders: Vec<PathBuf>,
        /// Prints a line a mail, too: file, class, and of a bounce whether it is for good and whom it names.
        #[arg(long)]
        verbose: bool,
    },
    /// nDCG@10 of the helpdesk's search on public sets.
    Retrieval {
        /// Folders with BEIR's `corpus.jsonl`, `queries.jsonl` and `qrels.tsv`.
        folders: Vec<PathBuf>,
    },
}

#[derive(Debug, Clone, clap::Args)]
struct Serve {
    /// Where everything is kept.
    #[arg(long, default_value = ".tripdesk")]
    data: PathBuf,
    /// Address of API and console; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:8080")]
    http: SocketAddr,
    /// Address mail is taken at; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:2525")]
    smtp: SocketAddr,
    /// Leaves the demo agency out.
    #[arg(long)]
    no_demo: bool,
}

/// Reads the command line and does what it says.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let output = Output::new(arguments.quiet, arguments.json);
    start_logging(&arguments);
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return output.failed(&anyhow::anyhow!("no threads to run on: {error}")),
    };
    let done = runtime.block_on(async {
        match arguments.command {
            None => run::serve(&Serve::default().choices(), &output).await,
            Some(Command::Serve(settings)) => run::serve(&settings.choices(), &output).await,
            Some(Command::Demo { mails, out }) => demo::run(&mails, &out, &output).await,
            Some(Command::Send { mail, to, from, smtp }) => send::run(&mail, &from, &to, smtp, &output).await,
            Some(Command::Tenants { data, command }) => tenants::run(command, data.as_deref(), &output).await,
            Some(Command::Doctor(settings)) => doctor::run(&settings, &output).await,
            Some(Command::Eval(Eval::Enquiries { files, verbose })) => eval::enquiries(&files, verbose, &output),
            Some(Command::Eval(Eval::Helpdesk { files, verbose })) => eval_helpdesk::helpdesk(&files, verbose, &output),
            Some(Command::Eval(Eval::Mail { folders, verbose })) => eval_mail::mail(&folders, verbose, &output),
            Some(Command::Eval(Eval::Retrieval { folders })) => eval_retrieval::retrieval(&folders, &output),
            Some(Command::Openapi) => {
                output.result(&serde_json::to_string_pretty(&crate::functions::openapi())?);
                Ok(())
            }
        }
    });
    runtime.shutdown_timeout(std::time::Duration::from_secs(1));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => output.failed(&error),
    }
}

/// A command's own progress is for people; log lines come with `serve`, or when asked for by `LOG_LEVEL`.
fn start_logging(arguments: &Arguments) {
    let chatty = std::env::var_os("LOG_LEVEL").is_some() || arguments.log == LogFormat::Json;
    let serving = matches!(arguments.command, None | Some(Command::Serve(_)));
    let format = match arguments.log {
        LogFormat::Json => telemetry::Format::Json,
        LogFormat::Text => telemetry::Format::Text,
    };
    let level = if chatty || (serving && !arguments.quiet) { "info" } else { "error" };
    telemetry::init(format, level, "local");
}

impl Default for Serve {
    fn default() -> Self {
        let at = |port| SocketAddr::from(([127, 0, 0, 1], port));
        Self { data: PathBuf::from(".tripdesk"), http: at(8080), smtp: at(2525), no_demo: false }
    }
}

impl Serve {
    fn choices(&self) -> Choices {
        let demo = if self.no_demo { DemoAgency::LeftOut } else { DemoAgency::Provisioned };
        let named = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
        Choices {
            data: self.data.clone(),
            http: self.http,
            smtp: self.smtp,
            demo,
            redis_url: named("REDIS_URL"),
            tenant_role: named("TENANT_ROLE_ARN"),
            model: named("BEDROCK_MODEL_ID"),
        }
    }
}
