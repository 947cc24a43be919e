//! The papers of a quote: its letter, its PDF, and the mail that carries both.

use bytes::Bytes;
use jiff::civil::Date;
use tripdesk_core::{
    enquiry::Enquiry,
    error::{Error, Result},
    ids,
    job::{Job, JobState, Work},
    letter::{self, LetterInput, QuoteLetter, Sender},
    mailer::{Attachment, Automatic, Outgoing, compose},
    quote::{Quote, Revision},
    reply_address,
    runtime::App,
    send::{About, Send, SendState},
    store::Changes,
    tenant::{Tenant, TenantId},
};

use crate::pdf;

/// What the papers of one quote are made from.
#[derive(Clone, Copy)]
pub(crate) struct Papers<'a> {
    pub(crate) app: &'a App,
    pub(crate) tenant: &'a TenantId,
    pub(crate) agency: &'a Tenant,
    pub(crate) enquiry: &'a Enquiry,
    pub(crate) quote: &'a Quote,
}

impl Papers<'_> {
    /// The letter of a revision, issued `today` in the agency's time zone.
    pub(crate) fn letter(&self, revision: &Revision, today: Date) -> QuoteLetter {
        let consultant = self.agency.config.consultants.iter().find(|consultant| consultant.active);
        letter::compose(&LetterInput {
            config: self.agency.config.clone(),
            tenant_name: self.agency.name.clone(),
            number: self.quote.number.clone(),
            revision: revision.revision,
            options: revision.options.clone(),
            stay: revision.stay,
            rooms: revision.rooms.clone(),
            fields: self.enquiry.fields.clone(),
            traveller: Some(self.quote.traveller.name.clone()).filter(|name| !name.is_empty()),
            consultant: consultant.map(|one| Sender { name: one.name.clone(), email: one.email.clone() }),
            link: None,
            issued: today,
            valid_until: self.quote.valid_until,
        })
    }

    /// Renders the PDF and lays it down as the revision's file.
    pub(crate) async fn pdf(&self, letter: &QuoteLetter) -> Result<Bytes> {
        let letter = letter.clone();
        let rendered =
            tokio::task::spawn_blocking(move || pdf::render(&letter, None)).await.map_err(Error::internal)?;
        let pdf = Bytes::from(rendered.map_err(Error::internal)?);
        let file = self.quote.pdf_file(self.quote.revision);
        self.app.files.put(self.tenant, &file, "application/pdf", pdf.clone()).await?;
        Ok(pdf)
    }

    /// The mail that carries the quote: its file, its entry in the ledger, and the job of sending it.
    pub(crate) async fn mail(
        &self,
        letter: &QuoteLetter,
        pdf: Bytes,
        automatic: Automatic,
        request_id: &str,
    ) -> Result<(Send, Job)> {
        let (settings, now) = (&self.app.settings, self.app.clock.now());
        let (body, send_id) = (letter::mail(letter), ids::new_id(now));
        let from = reply_address::sender(self.agency, &settings.mail_from_domain);
        let traveller = &self.quote.traveller;
        let name = format!("{}.pdf", self.quote.number);
        let mail = Outgoing {
            from: from.clone(),
            to: (traveller.name.clone(), traveller.email.clone()),
            reply_to: Some(reply_address::reply_to(
                self.agency,
                &self.enquiry.id,
                &self.app.seal,
                &settings.inbound_domain,
            )),
            subject: body.subject,
            html: body.html,
            text: body.text,
            attachments: vec![Attachment { name, content_type: "application/pdf", bytes: pdf.into() }],
            message_id: message_id(self.app, &send_id),
            references: self.enquiry.correspondence.references.clone(),
            automatic,
        };
        let raw_file = format!("outgoing/{send_id}.eml");
        self.app.files.put(self.tenant, &raw_file, "message/rfc822", compose(&mail, now)?.into()).await?;
        let send = Send {
            id: send_id.clone(),
            tenant_id: self.agency.id.clone(),
            about: About::Quote { quote_id: self.quote.id.clone(), revision: self.quote.revision },
            state: SendState::Pending,
            from: from.1,
            to: vec![traveller.email.clone()],
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
            tenant_id: self.agency.id.clone(),
        };
        Ok((send, job))
    }
}

/// Writes a mail down with the job of sending it, and ties its `Message-ID` to the enquiry so that an answer finds it.
pub(crate) fn promise(
    app: &App,
    changes: Changes,
    tenant: &TenantId,
    enquiry_id: &str,
    (send, job): (&Send, &Job),
) -> Result<Changes> {
    changes.write_down(tenant, send)?.promise(tenant, job)?.mark_thread(tenant, &message_id(app, &send.id), enquiry_id)
}

fn message_id(app: &App, send_id: &str) -> String {
    format!("{send_id}@{}", app.settings.mail_from_domain)
}
