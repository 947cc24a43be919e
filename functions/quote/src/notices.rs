//! What SES tells about mails that we sent: the answer to every send that nobody knew the end of, and which addresses take
//! no mail any more.

use serde_json::{Value, json};
use tripdesk_core::{
    error::{Error, Result},
    ids,
    job::{Job, Report},
    metrics::{self, Figure},
    notification::NotificationKind,
    runtime::{App, SendNotice},
    send::{About, Send, SendState},
    store::{Changes, Commit, Suppressed, Suppression, move_send},
    tenant::TenantId,
};

use crate::{deliver, news::news, tell};

/// How often a notice is tried against somebody who changes the same records.
const ATTEMPTS: u32 = 6;

/// Takes one notice in. One about a mail that is not ours is no error.
///
/// # Errors
/// What may pass: the notice comes again.
pub(crate) async fn take(app: &App, notice: SendNotice) -> Result<Value> {
    let Some((tenant, send_id)) = notice.send.rsplit_once('_').filter(|(_, id)| ids::is_id(id)) else {
        return Ok(json!({"taken": false}));
    };
    let Some((tenant, entry)) = app.store.send_by_tag(tenant, send_id).await? else {
        return Ok(json!({"taken": false}));
    };
    Ok(json!({"taken": learn(app, &tenant, entry, &notice).await?}))
}

/// Takes in what a report that came as a mail says of an entry, as if SES had told it, and ends the job.
///
/// # Errors
/// What may pass: the job comes again.
pub(crate) async fn returned(
    app: &App,
    tenant: &TenantId,
    job: &Job,
    send_id: &str,
    (report, addresses): (Report, &[String]),
) -> Result<()> {
    if let Some(entry) = app.store.send(tenant, send_id).await? {
        let notice = SendNotice {
            send: String::new(),
            ses_message_id: None,
            kind: if report == Report::Complaint { "Complaint" } else { "Bounce" }.to_owned(),
            addresses: addresses.to_vec(),
            permanent: report == Report::Bounce,
        };
        learn(app, tenant, entry, &notice).await?;
    }
    app.store.finish_job(tenant, job).await.map(|_| ())
}

/// Whether the notice was news.
async fn learn(app: &App, tenant: &TenantId, entry: Send, notice: &SendNotice) -> Result<bool> {
    let resolved = resolve(app, tenant, entry.clone(), notice).await?;
    let suppressed = suppress(app, tenant, &entry, notice).await?;
    Ok(resolved || suppressed)
}

/// Settles the entry when nobody knew its end; `false` when that was known.
async fn resolve(app: &App, tenant: &TenantId, mut entry: Send, notice: &SendNotice) -> Result<bool> {
    for _ in 0..ATTEMPTS {
        let (before, id) = (entry.state, entry.id.clone());
        let told = entry.noticed(&notice.kind, notice.ses_message_id.clone(), app.clock.now());
        let Some(settled) = told else { return Ok(false) };
        let changes = move_send(Changes::new(), tenant, before, &settled)?;
        let changes = deliver::consequences(app, tenant, &settled, changes).await?;
        if tell::commit(app, tenant, changes).await? == Commit::Done {
            // One that was unknown was counted as that; whoever handed this one over finds it settled.
            if before == SendState::Claimed {
                metrics::count(Figure::Sends, settled.state.as_str());
            }
            return Ok(true);
        }
        // Whoever handed the mail over may have written down the same at the same moment.
        entry = app.store.send(tenant, &id).await?.ok_or(Error::NotFound("send"))?;
    }
    if matches!(entry.state, SendState::Sent | SendState::Failed) { Ok(false) } else { Err(changing()) }
}

fn changing() -> Error {
    Error::unavailable("the ledger changed meanwhile")
}

/// Keeps from writing again to an address that bounced for good or complained. The second notice about it is no news.
async fn suppress(app: &App, tenant: &TenantId, entry: &Send, notice: &SendNotice) -> Result<bool> {
    let reason = match notice.kind.as_str() {
        "Bounce" if notice.permanent => Suppression::Bounced,
        "Complaint" => Suppression::Complained,
        _ => return Ok(false),
    };
    let now = app.clock.now();
    let mut is_news = false;
    for address in notice.addresses.iter().filter(|address| entry.to.iter().any(|to| to.eq_ignore_ascii_case(address)))
    {
        let changes = Changes::new().suppress(tenant, address, &Suppressed { reason, at: now })?;
        let subject = entry.about.quote_id().unwrap_or(&entry.id);
        let text = format!("A mail to {address} came to nothing: {}. No more mail goes there", reason.as_str());
        let changes = changes.notify(tenant, &news(NotificationKind::MailReturned, text, subject, now))?;
        is_news |= tell::commit(app, tenant, changes).await? == Commit::Done;
        note(app, tenant, &entry.id, reason).await?;
    }
    Ok(is_news)
}

/// Writes into the ledger, and into the quote it carried, that a mail which went out came to nothing.
async fn note(app: &App, tenant: &TenantId, send_id: &str, reason: Suppression) -> Result<()> {
    for _ in 0..ATTEMPTS {
        let (now, entry) = (app.clock.now(), app.store.send(tenant, send_id).await?);
        let Some(after) = entry.and_then(|entry| entry.came_back(reason.as_str(), now)) else { return Ok(()) };
        let mut changes = move_send(Changes::new(), tenant, SendState::Sent, &after)?;
        if let About::Quote { quote_id, revision } = &after.about
            && let Some(quote) = app.store.quote(tenant, quote_id).await?
        {
            let version = quote.version;
            changes = changes.replace_quote(tenant, &quote.mail_settled(*revision, &after, now), version)?;
        }
        if changes.commit(&app.store).await? == Commit::Done {
            return Ok(());
        }
    }
    Err(changing())
}
