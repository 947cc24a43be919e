//! Starting the platform and keeping it up until Ctrl-C.

use std::time::{Duration, Instant};

use anyhow::Context as _;

use super::{demo::Visitor, output::Output};
use crate::{
    agency::{self, Demo},
    console::{self, Build},
    start::{Choices, Started, start},
};

/// Serves until Ctrl-C or a termination signal.
pub(super) async fn serve(choices: &Choices, output: &Output) -> anyhow::Result<()> {
    let began = Instant::now();
    let started = start(choices).await?;
    output.stage("Started", &format!("in {} ms, data in {}", began.elapsed().as_millis(), choices.data.display()));
    // API and mail are up by now; only the console may still have to be built.
    let built = console::build(&console::sources(), |what| output.stage("Console", what)).await;
    if let Build::Missing(why) = &built {
        output.stage("Console", &format!("left out: {why}"));
    }
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
    let visitor = Visitor::sign_in(started, demo).await?;
    let delivered = visitor.deliver(agency::FIRST_MAIL).await?;
    for document in agency::KNOWLEDGE {
        visitor.add_document(document).await?;
    }
    // Other work may have come meanwhile, more than is done in a minute: that is no reason to stop.
    if let Err(left) = started.platform.drain(Duration::from_secs(60)).await {
        output.stage("Demo", &format!("the sample enquiry is still being worked on: {left}"));
        return Ok(());
    }
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
