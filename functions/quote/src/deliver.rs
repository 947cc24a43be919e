//! Handing a mail to SES exactly once, by the ledger (`product.md` section 6).

use std::time::Duration;

use tripdesk_core::{
    error::{Error, Result},
    job::Job,
    metrics::{self, Figure},
    notification::{Notification, NotificationKind},
    quote::{Quote, State},
    runtime::App,
    send::{About, Send, SendState, Turn},
    store::{Changes, Commit, move_send},
    tenant::TenantId,
};

use crate::{due, news::news, tell};

/// How often what is known of a mail is tried to be written down before it is left to the next turn.
const ATTEMPTS: u32 = 6;

/// Takes the ledger's entry one step on: claims it, hands the mail over, and writes down what is known.
///
/// # Errors
/// What may pass: SES did not take the mail now, or somebody else is at it.
pub(crate) async fn send(app: &App, tenant: &TenantId, job: &Job, send_id: &str) -> Result<()> {
    let entry = app.store.send(tenant, send_id).await?.ok_or(Error::NotFound("send"))?;
    let now = app.clock.now();
    match entry.turn(now) {
        Turn::Settled => {
            shred(app, tenant, &entry).await;
            finish(app, tenant, job).await
        }
        // The job stays pending: should whoever is at it have died, the sweep comes back to it.
        Turn::Wait => Ok(()),
        Turn::GiveUp => {
            let unknown = entry.moved(SendState::Unknown, Some("left behind while being handed over".to_owned()), now);
            settle(app, tenant, job, SendState::Claimed, unknown).await
        }
        Turn::HandOver => match held_back(app, tenant, &entry).await? {
            Some(reason) => {
                let failed = entry.moved(SendState::Failed, Some(reason), now);
                settle(app, tenant, job, SendState::Pending, failed).await
            }
            None => hand_over(app, tenant, job, entry).await,
        },
    }
}

/// Gives up a mail of an agency that does not work now, unless it is being handed over or settled.
///
/// # Errors
/// What may pass.
pub(crate) async fn refuse(app: &App, tenant: &TenantId, job: &Job, send_id: &str) -> Result<()> {
    let entry = app.store.send(tenant, send_id).await?.ok_or(Error::NotFound("send"))?;
    if entry.state != SendState::Pending {
        return send(app, tenant, job, send_id).await;
    }
    let reason = Some("the agency was suspended".to_owned());
    let refused = entry.moved(SendState::Failed, reason, app.clock.now());
    settle(app, tenant, job, SendState::Pending, refused).await
}

async fn hand_over(app: &App, tenant: &TenantId, job: &Job, entry: Send) -> Result<()> {
    let raw = app.files.get(tenant, &entry.raw_file).await?;
    let raw = raw.ok_or_else(|| Error::internal("a mail's file is gone"))?;
    let claimed = entry.moved(SendState::Claimed, None, app.clock.now());
    if app.store.move_send(tenant, SendState::Pending, &claimed).await? != Commit::Done {
        return Ok(());
    }
    let known = app.mailer.hand_over(&claimed.from, &claimed.to, raw.into(), &tag(tenant, &claimed.id)).await;
    settle(app, tenant, job, SendState::Claimed, claimed.handed_over(known, app.clock.now())).await
}

/// Why a mail that was promised must not go any more, if so.
async fn held_back(app: &App, tenant: &TenantId, entry: &Send) -> Result<Option<String>> {
    for address in &entry.to {
        if let Some(suppressed) = app.store.suppressed(tenant, address).await? {
            return Ok(Some(suppressed.reason.as_str().to_owned()));
        }
    }
    let (About::Quote { quote_id, revision } | About::Reminder { quote_id, revision }) = &entry.about else {
        return Ok(None);
    };
    let quote = app.store.quote(tenant, quote_id).await?.ok_or(Error::NotFound("quote"))?;
    let state = quote.head(*revision).map(|head| head.state);
    let still_wanted = match entry.about {
        About::Quote { .. } => matches!(state, Some(State::Draft | State::Ready | State::Sent | State::Viewed)),
        _ => matches!(state, Some(State::Sent | State::Viewed)),
    };
    Ok((!still_wanted).then(|| "the quote changed before the mail left".to_owned()))
}

/// The mark SES carries through its events: enough to find the entry again.
fn tag(tenant: &TenantId, send_id: &str) -> String {
    format!("{tenant}_{send_id}")
}

/// Writes down what is known of a mail, with all that follows from it. What is known here is known nowhere else, so it is
/// tried for a while against a table that is busy.
async fn settle(app: &App, tenant: &TenantId, job: &Job, from: SendState, entry: Send) -> Result<()> {
    if entry.state == SendState::Pending {
        metrics::count(Figure::Sends, "deferred");
        app.store.move_send(tenant, from, &entry).await?;
        return Err(Error::unavailable(format!("SES deferred the mail: {}", entry.reason.unwrap_or_default())));
    }
    let mut attempt = 0;
    loop {
        match write_down(app, tenant, job, from, &entry).await {
            Ok(Commit::Done) => {
                metrics::count(Figure::Sends, entry.state.as_str());
                shred(app, tenant, &entry).await;
                return Ok(());
            }
            Ok(Commit::Refused("quote")) | Err(Error::Unavailable(_)) if attempt < ATTEMPTS => {
                tokio::time::sleep(Duration::from_millis(20 << attempt)).await;
                attempt += 1;
            }
            Ok(Commit::Refused("send" | "job")) => return settled_elsewhere(app, tenant, job, &entry.id).await,
            Ok(Commit::Refused(other)) => return Err(Error::unavailable(format!("the {other} changed meanwhile"))),
            Err(error) => return Err(error),
        }
    }
}

async fn write_down(app: &App, tenant: &TenantId, job: &Job, from: SendState, entry: &Send) -> Result<Commit> {
    let changes = move_send(Changes::new(), tenant, from, entry)?.finish(tenant, job)?;
    let commit = tell::commit(app, tenant, consequences(app, tenant, entry, changes).await?).await?;
    if commit == Commit::Done {
        note(entry);
    }
    Ok(commit)
}

/// Says in the log of the job what became of its mail, whoever wrote it down.
fn note(entry: &Send) {
    let (send_id, state) = (&entry.id, entry.state.as_str());
    tracing::info!(send_id, state, ses_message_id = entry.ses_message_id, "mail settled");
}

/// SES's own event, or this call itself behind a lost answer, was first: nothing is left of the job once the entry is settled.
async fn settled_elsewhere(app: &App, tenant: &TenantId, job: &Job, send_id: &str) -> Result<()> {
    let Some(entry) = app.store.send(tenant, send_id).await? else { return finish(app, tenant, job).await };
    match entry.state {
        SendState::Pending | SendState::Claimed => Ok(()),
        SendState::Sent | SendState::Unknown | SendState::Failed => {
            note(&entry);
            shred(app, tenant, &entry).await;
            finish(app, tenant, job).await
        }
    }
}

/// A mail about an account may carry a link that opens it: once it is settled, which it is for good, nobody needs its file.
/// Should that fail, the link itself still ends by its own time.
async fn shred(app: &App, tenant: &TenantId, entry: &Send) {
    if entry.about != About::Account {
        return;
    }
    if let Err(error) = app.files.remove_for_good(tenant, &entry.raw_file).await {
        tracing::warn!(%error, send_id = entry.id, "the file of an account's mail stays");
    }
}

/// What a settled mail changes: the quote it carried, and what people are told.
pub(crate) async fn consequences(app: &App, tenant: &TenantId, entry: &Send, changes: Changes) -> Result<Changes> {
    let now = app.clock.now();
    let Some(quote_id) = entry.about.quote_id() else { return Ok(changes) };
    let quote = app.store.quote(tenant, quote_id).await?.ok_or(Error::NotFound("quote"))?;
    let mut changes = changes;
    if let Some(told) = told(entry, &quote, now) {
        changes = changes.notify(tenant, &told)?;
    }
    // SES gives the mail a Message-ID of its own, which is what an answer refers to.
    if let Some(id) = &entry.ses_message_id {
        changes = changes.mark_thread(tenant, &format!("{id}@email.amazonses.com"), &quote.enquiry_id)?;
    }
    let About::Quote { revision, .. } = &entry.about else { return Ok(changes) };
    let agency = app.store.tenant(tenant).await?.ok_or(Error::NotFound("tenant"))?;
    let after = quote.clone().mail_settled(*revision, entry, now);
    due::expected(changes, tenant, &agency, (&quote, &after))?.replace_quote(tenant, &after, quote.version)
}

/// What the agency is told of a settled mail. That a thank-you or a reminder went out is no news.
fn told(entry: &Send, quote: &Quote, now: jiff::Timestamp) -> Option<Notification> {
    let (number, reason) = (&quote.number, entry.reason.as_deref().unwrap_or("refused"));
    let what = match entry.about {
        About::Quote { .. } => format!("quote {number}"),
        About::Reminder { .. } => format!("the reminder of quote {number}"),
        About::Acceptance { .. } => format!("the thanks for accepting quote {number}"),
        _ => format!("the confirmation of booking {number}"),
    };
    let (kind, text) = match (entry.state, &entry.about) {
        (SendState::Sent, About::Quote { .. }) => {
            (NotificationKind::QuoteSent, format!("Quote {number} was sent to {}", quote.traveller.name))
        }
        (SendState::Unknown, _) => (
            NotificationKind::SendUnknown,
            format!("Nobody knows whether {what} reached the mail system; look before sending it again"),
        ),
        (SendState::Failed, _) => (NotificationKind::SendFailed, format!("Not sent: {what} ({reason})")),
        _ => return None,
    };
    Some(news(kind, text, &quote.id, now))
}

async fn finish(app: &App, tenant: &TenantId, job: &Job) -> Result<()> {
    app.store.finish_job(tenant, job).await.map(|_| ())
}
