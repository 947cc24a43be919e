//! Mails on their way out: laid down as a file, and written into the sending ledger with the job of handing them over, which
//! `quote` does. Mails to people about their own account are composed here, too.
//!
//! Invariant: nothing leaves from here. A mail goes out because the transaction that caused it was saved.

use crate::{
    error::Result,
    ids,
    invitation::Invitation,
    job::{Job, Work},
    letter::{self, Account, AccountMail, Look},
    mailer::{Automatic, Outgoing, compose},
    one_time::OneTimeToken,
    reply_address,
    runtime::App,
    send::{About, Send, SendState},
    store::Changes,
    tenant::{Config, Tenant, TenantId},
};

/// What a mail is about and who hears of it; sender and ids of `mail` are filled in when it is laid down.
#[derive(Debug)]
pub struct Parcel {
    /// What it is about.
    pub about: About,
    /// The mail as its reader sees it.
    pub mail: Outgoing,
    /// Further envelope recipients, who hear of it without being named.
    pub besides: Vec<String>,
}

/// Lays a finished mail of an agency down, and answers its entry in the ledger and the job of sending it: both are to be
/// saved with what caused it.
///
/// # Errors
/// [`Error::Unavailable`](crate::error::Error::Unavailable) when the files cannot be reached.
pub async fn lay_down(
    app: &App,
    tenant: &TenantId,
    agency: &Tenant,
    parcel: Parcel,
    request_id: &str,
) -> Result<(Send, Job)> {
    let now = app.clock.now();
    let send_id = ids::new_id(now);
    let from = reply_address::sender(agency, &app.settings.mail_from_domain);
    let named = parcel.mail.to.1.clone();
    let besides = parcel.besides.into_iter().filter(|one| !one.is_empty() && *one != named);
    let to: Vec<String> = [named.clone()].into_iter().chain(besides).collect();
    let mail = Outgoing { from: from.clone(), message_id: message_id(app, &send_id), ..parcel.mail };
    let raw_file = format!("outgoing/{send_id}.eml");
    app.files.put(tenant, &raw_file, "message/rfc822", compose(&mail, now)?.into()).await?;
    let work = Work::Send { send_id: send_id.clone() };
    let job = Job::new(ids::new_id(now), agency.id.clone(), work, request_id, now);
    let send = Send {
        id: send_id,
        tenant_id: agency.id.clone(),
        about: parcel.about,
        state: SendState::Pending,
        from: from.1,
        to,
        raw_file,
        ses_message_id: None,
        reason: None,
        created_at: now,
        updated_at: now,
    };
    Ok((send, job))
}

/// The `Message-ID` of the mail that an entry of the ledger stands for, without angle brackets.
#[must_use]
pub fn message_id(app: &App, send_id: &str) -> String {
    format!("{send_id}@{}", app.settings.mail_from_domain)
}

/// The configuration with the logo's whole address: a mail is read far from the API.
#[must_use]
pub fn shown_from_outside(app: &App, config: &Config) -> Config {
    let mut config = config.clone();
    config.branding.logo_url = config.branding.logo_url.map(|path| format!("{}{path}", app.settings.public_url));
    config
}

/// An account mail that is ready to be written down.
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
    let body = letter::account(&Look::of(&shown_from_outside(app, &agency.config), &agency.name), &agency.config, mail);
    let mail = Outgoing {
        to: (to.name.to_owned(), to.email.to_owned()),
        subject: body.subject,
        html: body.html,
        text: body.text,
        automatic: Automatic::Generated,
        ..Outgoing::default()
    };
    let parcel = Parcel { about: About::Account, mail, besides: Vec::new() };
    let (send, job) = lay_down(app, tenant, agency, parcel, request_id).await?;
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
