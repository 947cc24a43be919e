//! A mail on its way out: its file, its entry in the ledger and the job of sending it, all promised with what caused it.

use tripdesk_core::{
    enquiry::Enquiry,
    error::Result,
    job::Job,
    letter::MailBody,
    mailer::{Attachment, Automatic, Outgoing},
    post,
    quote::Traveller,
    reply_address,
    runtime::App,
    send::{About, Send},
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
        let mail = Outgoing {
            to: (parcel.to.name, parcel.to.email),
            reply_to: Some(reply_address::reply_to(agency, &enquiry.id, &app.seal, &app.settings.inbound_domain)),
            subject: parcel.body.subject,
            html: parcel.body.html,
            text: parcel.body.text,
            attachments: parcel.attachments,
            references: enquiry.correspondence.references.clone(),
            automatic: parcel.automatic,
            ..Outgoing::default()
        };
        let parcel = post::Parcel { about: parcel.about, mail, besides: parcel.besides };
        post::lay_down(app, tenant, agency, parcel, request_id).await
    }

    /// Writes a mail down with the job of sending it, and ties its `Message-ID` to the enquiry so that an answer finds it.
    pub(crate) fn promise(&self, changes: Changes, (send, job): (&Send, &Job)) -> Result<Changes> {
        let changes = changes.write_down(self.tenant, send)?.promise(self.tenant, job)?;
        changes.mark_thread(self.tenant, &post::message_id(self.app, &send.id), &self.enquiry.id)
    }
}

/// Tells the queue of a job that stands in the table. Should that fail, the sweep does it: what was saved is not taken back.
pub(crate) async fn announce(app: &App, tenant: &TenantId, job: &Job) {
    if let Err(error) = app.queue.announce(tenant, &job.id).await {
        tracing::warn!(%error, job_id = job.id, "the queue did not hear of a job; the sweep tells it");
    }
}
