//! Mails to people about their own account: composed in the agency's look, laid down as a file, and written into the
//! sending ledger with the job of handing them over. `quote` does that job.
//!
//! Invariant: nothing leaves from here. A mail goes out because the transaction that caused it was saved.

use crate::{
    error::Result,
    ids,
    invitation::Invitation,
    job::{Job, JobState, Work},
    letter::{self, Account, AccountMail, Look},
    mailer::{Automatic, Outgoing, compose},
    one_time::OneTimeToken,
    reply_address,
    runtime::App,
    send::{About, Send, SendState},
    store::Changes,
    tenant::{Tenant, TenantId},
};

/// A mail that is ready to be written down.
#[derive(Debug, Clone)]
pub struct Posted {
    send: Send,
    job: Job,
}

/// Who gets it.
#[derive(Debug, Clone, Copy)]
pub struct Addressee<'a> {
    /// Their name, perhaps empty.
    pub name: &'a str,
    /// Their address.
    pub email: &'a str,
}

/// Composes an account mail of an agency and lays it down as a file.
///
/// # Errors
/// [`Error::Unavailable`](crate::error::Error::Unavailable) when the files cannot be reached.
pub async fn account(
    app: &App,
    tenant: &TenantId,
    agency: &Tenant,
    to: Addressee<'_>,
    mail: AccountMail<'_>,
    request_id: &str,
) -> Result<Posted> {
    let (settings, now) = (&app.settings, app.clock.now());
    let send_id = ids::new_id(now);
    let from = reply_address::sender(agency, &settings.mail_from_domain);
    let body = letter::account(&Look::of(&agency.config, &agency.name), &agency.config, mail);
    let outgoing = Outgoing {
        from: from.clone(),
        to: (to.name.to_owned(), to.email.to_owned()),
        subject: body.subject,
        html: body.html,
        text: body.text,
        message_id: format!("{send_id}@{}", settings.mail_from_domain),
        automatic: Automatic::Generated,
        ..Outgoing::default()
    };
    let raw_file = format!("outgoing/{send_id}.eml");
    app.files.put(tenant, &raw_file, "message/rfc822", compose(&outgoing, now)?.into()).await?;
    let send = Send {
        id: send_id.clone(),
        tenant_id: agency.id.clone(),
        about: About::Account,
        state: SendState::Pending,
        from: from.1,
        to: vec![to.email.to_owned()],
        raw_file,
        ses_message_id: None,
        reason: None,
        created_at: now,
        updated_at: now,
    };
    let job = Job {
        id: ids::new_id(now),
        work: Work::Send { send_id },
        state: JobState::Pending,
        created_at: now,
        request_id: request_id.to_owned(),
        tenant_id: agency.id.clone(),
    };
    Ok(Posted { send, job })
}

/// The console's page where an invitation is taken up.
const INVITATION_PAGE: &str = "invitation";

/// The mail of an invitation, with the link that opens it.
///
/// # Errors
/// As [`account`].
pub async fn invitation(
    app: &App,
    tenant: &TenantId,
    agency: &Tenant,
    invitation: &Invitation,
    token: &OneTimeToken,
    request_id: &str,
) -> Result<Posted> {
    let link = token.link(&app.settings.public_url, INVITATION_PAGE);
    let event = Account::Invitation { inviter: &invitation.invited_by };
    let mail = AccountMail { event, at: invitation.ends_at, link: Some(&link) };
    let to = Addressee { name: &invitation.name, email: &invitation.email };
    account(app, tenant, agency, to, mail, request_id).await
}

/// Tells the queue of a mail that was saved. Should the queue not hear it, the sweep tells it again.
pub async fn announce(app: &App, tenant: &TenantId, posted: &Posted) {
    if let Err(error) = app.queue.announce(tenant, &posted.job.id).await {
        tracing::warn!(%error, "a mail waits for the sweep");
    }
}

impl Changes {
    /// Writes a mail down with the job of sending it.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn post(self, tenant: &TenantId, posted: &Posted) -> Result<Self> {
        self.write_down(tenant, &posted.send)?.promise(tenant, &posted.job)
    }
}
