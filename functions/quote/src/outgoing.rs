//! A mail on its way out: its file, its entry in the ledger and the job of sending it, all promised with what caused it.

use tripdesk_core::{
    enquiry::Enquiry,
    error::Result,
    ids,
    job::{Job, JobState, Work},
    letter::MailBody,
    mailer::{Attachment, Automatic, Outgoing, compose},
    quote::Traveller,
    reply_address,
    runtime::App,
    send::{About, Send, SendState},
    store::Changes,
    tenant::{Tenant, TenantId},
};

/// What a mail to a traveller is made of.
pub(crate) struct Parcel {
    pub(crate) about: About,
    pub(crate) to: Traveller,
    /// Further envelope recipients, who hear of it without being named.
    pub(crate) besides: Vec<String>,
    pub(crate) body: MailBody,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) automatic: Automatic,
}

/// Where a mail comes from and which thread it stands in.
#[derive(Clone, Copy)]
pub(crate) struct Thread<'a> {
    pub(crate) app: &'a App,
    pub(crate) tenant: &'a TenantId,
    pub(crate) agency: &'a Tenant,
    pub(crate) enquiry: &'a Enquiry,
}

impl Thread<'_> {
    /// Lays the finished mail down, and answers the entry and the job that are to be saved with what caused it.
    pub(crate) async fn pack(&self, parcel: Parcel, request_id: &str) -> Result<(Send, Job)> {
        let Self { app, tenant, agency, enquiry } = *self;
        let (settings, now) = (&app.settings, app.clock.now());
        let send_id = ids::new_id(now);
        let from = reply_address::sender(agency, &settings.mail_from_domain);
        let mut recipients = vec![parcel.to.email.clone()];
        recipients.extend(parcel.besides.into_iter().filter(|one| !one.is_empty() && *one != parcel.to.email));
        let mail = Outgoing {
            from: from.clone(),
            to: (parcel.to.name, parcel.to.email),
            reply_to: Some(reply_address::reply_to(agency, &enquiry.id, &app.seal, &settings.inbound_domain)),
            subject: parcel.body.subject,
            html: parcel.body.html,
            text: parcel.body.text,
            attachments: parcel.attachments,
            message_id: message_id(app, &send_id),
            references: enquiry.correspondence.references.clone(),
            automatic: parcel.automatic,
        };
        let raw_file = format!("outgoing/{send_id}.eml");
        app.files.put(tenant, &raw_file, "message/rfc822", compose(&mail, now)?.into()).await?;
        let send = Send {
            id: send_id.clone(),
            tenant_id: agency.id.clone(),
            about: parcel.about,
            state: SendState::Pending,
            from: from.1,
            to: recipients,
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
        Ok((send, job))
    }

    /// Writes a mail down with the job of sending it, and ties its `Message-ID` to the enquiry so that an answer finds it.
    pub(crate) fn promise(&self, changes: Changes, (send, job): (&Send, &Job)) -> Result<Changes> {
        let changes = changes.write_down(self.tenant, send)?.promise(self.tenant, job)?;
        changes.mark_thread(self.tenant, &message_id(self.app, &send.id), &self.enquiry.id)
    }
}

/// Tells the queue of a job that stands in the table. Should that fail, the sweep does it: what was saved is not taken back.
pub(crate) async fn announce(app: &App, tenant: &TenantId, job: &Job) {
    if let Err(error) = app.queue.announce(tenant, &job.id).await {
        tracing::warn!(%error, job_id = job.id, "the queue did not hear of a job; the sweep tells it");
    }
}

fn message_id(app: &App, send_id: &str) -> String {
    format!("{send_id}@{}", app.settings.mail_from_domain)
}
