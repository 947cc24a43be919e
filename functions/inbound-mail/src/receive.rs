//! A mail comes in: which tenants it is for, and for each of them once.

use std::collections::BTreeMap;

use axum::body::Bytes;
use serde_json::{Value, json};
use tracing::Instrument;
use tripdesk_core::{
    error::{Error, Result},
    ids,
    intake::{self, FreshIds},
    message::{parse, thread::recipient},
    metrics::{self, Figure},
    runtime::{App, MailReceived},
    store::Commit,
    tenant::TenantId,
};

use crate::read::{self, Circumstances};

/// Takes a mail in for every tenant its envelope names, or keeps it in the operator's list when it names none.
///
/// # Errors
/// What may pass: Lambda tries again, and what was done before is not done twice.
pub(crate) async fn mail(app: &App, mail: &MailReceived) -> Result<Value> {
    let raw = app.files.raw_mail(&mail.ses_message_id).await?;
    let tenants = tenants(app, &mail.recipients).await?;
    if tenants.is_empty() {
        let bytes = raw.clone();
        let parsed = tokio::task::spawn_blocking(move || parse(&bytes)).await.map_err(Error::internal)?;
        app.store.keep_unrouted(mail, &parsed.subject, app.clock.now()).await?;
        tracing::info!(request_id = mail.ses_message_id, "mail for nobody was kept");
        return Ok(json!({"messages": [], "unrouted": true}));
    }
    let mut outcomes = Vec::new();
    for (tenant, mailbox) in tenants.into_values() {
        let span = tracing::info_span!("mail", function = "inbound-mail", request_id = %mail.ses_message_id, %tenant);
        outcomes.push(take_in(app, &tenant, &mailbox, mail, &raw).instrument(span).await?);
    }
    app.store.mark_received(mail, app.clock.now()).await?;
    Ok(json!({"messages": outcomes}))
}

/// The tenants of the envelope's recipients, each once, with the mailbox that led to it: the exact address first, then
/// the part before `+`.
async fn tenants(app: &App, recipients: &[String]) -> Result<BTreeMap<String, (TenantId, String)>> {
    let mut tenants = BTreeMap::new();
    for address in recipients.iter().filter_map(|text| recipient(text)) {
        for mailbox in [&address.exact, &address.canonical] {
            if let Some(tenant) = app.store.tenant_of_mailbox(mailbox).await? {
                tenants.entry(tenant.to_string()).or_insert((tenant, mailbox.clone()));
                break;
            }
        }
    }
    Ok(tenants)
}

/// Takes a mail in for one tenant, once.
///
/// # Errors
/// As [`mail`].
pub(crate) async fn take_in(
    app: &App,
    tenant: &TenantId,
    mailbox: &str,
    mail: &MailReceived,
    raw: &Bytes,
) -> Result<Value> {
    if app.store.has_seen(tenant, &mail.ses_message_id).await? {
        return again(app, tenant, mail).await;
    }
    let now = app.clock.now();
    let agency = app.store.tenant(tenant).await?.ok_or(Error::NotFound("tenant"))?;
    let circumstances = Circumstances { tenant, agency: &agency, mailbox, mail, received_at: now };
    let reading = read::read(app, circumstances, raw).await?;
    let turn = if reading.opens_enquiry() { app.store.next_turn(tenant).await? } else { 0 };
    let fresh = FreshIds {
        enquiry: ids::new_id(now),
        job: ids::new_id(now),
        quote: ids::new_id(now),
        notification: ids::new_id(now),
        turn,
        ticket: ids::new_id(now),
    };
    let arrival = intake::decide(&agency, reading, fresh, now);
    match app.store.save_arrival(tenant, &arrival).await? {
        Commit::Done => {}
        Commit::Refused("ses") => return again(app, tenant, mail).await,
        Commit::Refused("message-id") => return Ok(json!({"duplicate": true})),
        Commit::Refused(_) => return Err(Error::unavailable("the enquiry changed while the mail was read")),
    }
    app.store.add_mail_bytes(tenant, raw.len() as u64).await?;
    if let Some(job) = &arrival.job {
        app.queue.announce_job(tenant, job).await?;
    }
    if let Some(news) = &arrival.notification {
        app.queue.announce(tenant, &news.id).await?;
    }
    let (message_id, class) = (&arrival.message.id, arrival.message.class.as_str());
    tracing::info!(message_id, class, "mail taken in");
    metrics::count(Figure::Mails, class);
    Ok(json!({"message_id": message_id, "class": class}))
}

/// A mail that was taken in before: only its job's announcement may have been lost.
async fn again(app: &App, tenant: &TenantId, mail: &MailReceived) -> Result<Value> {
    if let Some(job_id) = app.store.job_of_mail(tenant, &mail.ses_message_id).await? {
        // Whoever hears of work that is not theirs hands it on.
        app.queue.announce(tenant, &job_id).await?;
    }
    Ok(json!({"duplicate": true}))
}
