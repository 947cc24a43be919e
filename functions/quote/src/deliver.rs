//! Handing a mail to SES exactly once, by the ledger (`product.md` section 6).

use tripdesk_core::{
    error::{Error, Result},
    ids,
    job::Job,
    notification::{Notification, NotificationKind},
    quote::Command,
    runtime::App,
    send::{About, Send, SendState, Turn},
    store::{Changes, Commit, move_send},
    tenant::TenantId,
};

/// Takes the ledger's entry one step on: claims it, hands the mail over, and writes down what is known.
///
/// # Errors
/// What may pass: SES did not take the mail now, or somebody else is at it.
pub(crate) async fn send(app: &App, tenant: &TenantId, job: &Job, send_id: &str) -> Result<()> {
    let entry = app.store.send(tenant, send_id).await?.ok_or(Error::NotFound("send"))?;
    let now = app.clock.now();
    match entry.turn(now) {
        Turn::Settled => finish(app, tenant, job).await,
        // The job stays pending: should whoever is at it have died, the sweep comes back to it.
        Turn::Wait => Ok(()),
        Turn::GiveUp => {
            let unknown = entry.moved(SendState::Unknown, Some("left behind while being handed over".to_owned()), now);
            settle(app, tenant, job, SendState::Claimed, unknown).await
        }
        Turn::HandOver => {
            let raw = app
                .files
                .get(tenant, &entry.raw_file)
                .await?
                .ok_or_else(|| Error::internal("a mail's file is gone"))?;
            let claimed = entry.moved(SendState::Claimed, None, now);
            if app.store.move_send(tenant, SendState::Pending, &claimed).await? != Commit::Done {
                return Ok(());
            }
            let known = app.mailer.hand_over(&claimed.from, &claimed.to, raw.into(), &tag(tenant, send_id)).await;
            settle(app, tenant, job, SendState::Claimed, claimed.handed_over(known, app.clock.now())).await
        }
    }
}

/// The mark SES carries through its events: enough to find the entry again.
fn tag(tenant: &TenantId, send_id: &str) -> String {
    format!("{tenant}_{send_id}")
}

/// Writes down what is known of a claimed mail, with all that follows from it.
async fn settle(app: &App, tenant: &TenantId, job: &Job, from: SendState, entry: Send) -> Result<()> {
    if entry.state == SendState::Pending {
        app.store.move_send(tenant, from, &entry).await?;
        return Err(Error::unavailable(format!("SES deferred the mail: {}", entry.reason.unwrap_or_default())));
    }
    let changes = consequences(app, tenant, &entry, move_send(Changes::new(), tenant, from, &entry)?).await?;
    match changes.finish(tenant, job)?.commit(&app.store).await? {
        Commit::Done => Ok(()),
        Commit::Refused("send" | "job") => Ok(()),
        Commit::Refused(other) => Err(Error::unavailable(format!("{other} changed meanwhile"))),
    }
}

/// What a settled mail changes: the quote it carried, and what people are told.
pub(crate) async fn consequences(app: &App, tenant: &TenantId, entry: &Send, changes: Changes) -> Result<Changes> {
    let now = app.clock.now();
    let About::Quote { quote_id, revision } = &entry.about else { return Ok(changes) };
    let quote = app.store.quote(tenant, quote_id).await?.ok_or(Error::NotFound("quote"))?;
    let (kind, text) = match entry.state {
        SendState::Sent => {
            (NotificationKind::QuoteSent, format!("Quote {} was sent to {}", quote.number, quote.traveller.name))
        }
        SendState::Unknown => (
            NotificationKind::SendUnknown,
            format!(
                "Nobody knows whether quote {} reached the mail system; look before sending it again",
                quote.number
            ),
        ),
        _ => (
            NotificationKind::SendFailed,
            format!("Quote {} could not be sent: {}", quote.number, entry.reason.as_deref().unwrap_or("refused")),
        ),
    };
    let news = Notification {
        id: ids::new_id(now),
        kind,
        text,
        subject_id: quote.id.clone(),
        read_by: Vec::new(),
        created_at: now,
    };
    let mut changes = changes.notify(tenant, &news)?;
    // SES gives the mail a Message-ID of its own, which is what an answer refers to.
    if let Some(id) = &entry.ses_message_id {
        changes = changes.mark_thread(tenant, &format!("{id}@email.amazonses.com"), &quote.enquiry_id)?;
    }
    let expected = quote.version;
    let current = quote.revision == *revision;
    match quote.after(Command::Send, now) {
        Ok(sent) if entry.state == SendState::Sent && current => changes.replace_quote(tenant, &sent, expected),
        _ => Ok(changes),
    }
}

async fn finish(app: &App, tenant: &TenantId, job: &Job) -> Result<()> {
    app.store.finish_job(tenant, job).await.map(|_| ())
}
