//! The sweep: mail that reached the bucket and was never taken in, because its event was lost.

use serde_json::{Value, json};
use tripdesk_core::{
    error::Result,
    message::{Finding, Verdicts},
    runtime::{App, MailReceived},
};

use crate::receive;

/// Seconds a mail may lie before the sweep thinks that its event was lost.
const PATIENCE: i64 = 60;
/// How far back the sweep looks, in seconds: SES keeps trying for less.
const REACH: i64 = 3 * 24 * 3_600;

/// Takes in every mail of the last days that has no mark of being received.
///
/// # Errors
/// When bucket or table do not answer; the next turn begins anew.
pub(crate) async fn run(app: &App) -> Result<Value> {
    let now = app.clock.now().as_second();
    let (mut after, mut taken) = (String::new(), 0);
    loop {
        let mails = app.files.raw_mails_after(&after).await?;
        let Some(last) = mails.last() else { break };
        after.clone_from(&last.ses_message_id);
        for mail in mails.iter().filter(|mail| (PATIENCE..REACH).contains(&(now - mail.stored_at))) {
            taken += usize::from(take_in_lost(app, &mail.ses_message_id).await?);
        }
    }
    tracing::info!(taken, "mail sweep");
    Ok(json!({"mails_taken_in": taken}))
}

async fn take_in_lost(app: &App, ses_message_id: &str) -> Result<bool> {
    if app.store.was_received(ses_message_id).await? {
        return Ok(false);
    }
    let raw = app.files.raw_mail(ses_message_id).await?;
    let parsed = tripdesk_core::message::parse(&raw);
    // The envelope is gone with the event. `Received` headers of our own receiver would name the recipient; without
    // them the mail goes to the operator's list. Verdicts are unknown, so nothing is answered automatically.
    let unknown = Finding::ProcessingFailed;
    let mail = MailReceived {
        ses_message_id: ses_message_id.to_owned(),
        envelope_from: String::new(),
        recipients: recipients_of_trace(&parsed),
        verdicts: Verdicts { spam: unknown, virus: unknown, spf: unknown, dkim: unknown, dmarc: unknown },
    };
    receive::mail(app, &mail).await?;
    Ok(true)
}

/// The recipient that the newest `Received` header names: SES itself writes that one, above all that a sender wrote.
fn recipients_of_trace(parsed: &tripdesk_core::message::Parsed) -> Vec<String> {
    let newest = parsed.header("received").unwrap_or_default();
    let named = newest.split(" for ").nth(1).map(|rest| rest.split([';', ' ']).next().unwrap_or_default());
    named.map(|address| address.trim_matches(['<', '>']).to_owned()).into_iter().collect()
}
