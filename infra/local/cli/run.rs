//! Starting the platform and keeping it up until Ctrl-C.

use std::time::{Duration, Instant};

use anyhow::Context as _;
use tripdesk_core::{clock::Clock, runtime::App};

use super::{Serve, demo, output::Output};
use crate::{
    agency::{self, Demo},
    functions,
    platform::{self, Platform},
    secrets::Secrets,
};

/// A started platform with what a person needs to use it.
pub(super) struct Started {
    pub(super) platform: Platform,
    pub(super) app: App,
    pub(super) secrets: Secrets,
    pub(super) demo: Option<Demo>,
}

/// Starts the platform in a data folder.
pub(super) async fn start(settings: &Serve) -> anyhow::Result<Started> {
    let chosen =
        platform::Settings { http: settings.http, smtp: settings.smtp, ..platform::Settings::new(&settings.data) };
    let clock = Clock::shifted(chosen.clock.clone());
    let prepared = platform::prepare(chosen).await?;
    let secrets = Secrets::of(&settings.data)?;
    let (app, functions) = functions::assemble(&prepared, secrets.environment(), clock)?;
    let demo = match settings.no_demo {
        true => None,
        false => Some(agency::provision(&app, &secrets.demo_password).await?),
    };
    let platform = prepared.start(functions).await?;
    Ok(Started { platform, app, secrets, demo })
}

/// Serves until Ctrl-C or a termination signal.
pub(super) async fn serve(settings: &Serve, output: &Output) -> anyhow::Result<()> {
    let began = Instant::now();
    let started = start(settings).await?;
    output.stage("Started", &format!("in {} ms, data in {}", began.elapsed().as_millis(), settings.data.display()));
    announce(&started, output).await?;
    stop_signal().await?;
    output.stage("Stopping", "");
    started.platform.shutdown().await;
    Ok(())
}

async fn announce(started: &Started, output: &Output) -> anyhow::Result<()> {
    let http = format!("http://{}", started.platform.http_addr());
    output.result(&format!("Console and API   {http}"));
    output.result(&format!("Mail in (SMTP)    {}", started.platform.smtp_addr()));
    if std::env::var_os("ADMIN_API_TOKEN").is_none() {
        output.result(&format!("Operator token    {}", started.secrets.admin_token));
    }
    let Some(demo) = &started.demo else { return Ok(()) };
    output.result(&format!("Demo agency       {}", demo.name));
    output.result(&format!("  sign in as      {}", demo.email));
    output.result(&format!("  password        {}", started.secrets.demo_password));
    output.result(&format!("  mail address    {}", demo.mailbox));
    if demo.is_new {
        first_quote(started, demo, output).await?;
    }
    Ok(())
}

/// Delivers the sample enquiry and tells what came of it.
async fn first_quote(started: &Started, demo: &Demo, output: &Output) -> anyhow::Result<()> {
    let visitor = demo::Visitor::sign_in(started, demo).await?;
    let delivered = visitor.deliver(agency::FIRST_MAIL).await?;
    started.platform.drain(Duration::from_secs(60)).await.map_err(anyhow::Error::msg)?;
    let outcome = visitor.outcome(&delivered).await.context("the sample enquiry came to nothing")?;
    if let Some(quote) = &outcome.quote {
        let http = format!("http://{}", started.platform.http_addr());
        let text = |name: &str| quote[name].as_str().unwrap_or_default().to_owned();
        output.result(&format!("Sample enquiry    {}", outcome.subject));
        output.result(&format!("  quote           {} ({})", text("number"), text("state")));
        output.result(&format!("  its PDF         {http}{}", quote["links"]["pdf"].as_str().unwrap_or_default()));
    }
    Ok(())
}

async fn stop_signal() -> anyhow::Result<()> {
    #[cfg(unix)]
    {
        let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
        tokio::select! {
            stopped = tokio::signal::ctrl_c() => stopped?,
            _ = terminate.recv() => {}
        }
        Ok(())
    }
    #[cfg(not(unix))]
    Ok(tokio::signal::ctrl_c().await?)
}
