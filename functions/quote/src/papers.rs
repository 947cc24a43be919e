//! The papers of a quote: its letter, its PDF, and the mail that carries both.

use bytes::Bytes;
use jiff::civil::Date;
use tripdesk_core::{
    enquiry::Enquiry,
    error::{Error, Result},
    job::Job,
    letter::{self, LetterInput, QuoteLetter, Sender},
    logo,
    mailer::{Attachment, Automatic},
    post::shown_from_outside,
    quote::{Quote, Revision},
    quote_link,
    runtime::App,
    send::{About, Send},
    tenant::{Tenant, TenantId},
};

use crate::{
    outgoing::{Parcel, Thread},
    pdf,
};

/// What the papers of one quote are made from.
#[derive(Clone, Copy)]
pub(crate) struct Papers<'a> {
    pub(crate) app: &'a App,
    pub(crate) tenant: &'a TenantId,
    pub(crate) agency: &'a Tenant,
    pub(crate) enquiry: &'a Enquiry,
    pub(crate) quote: &'a Quote,
}

impl<'a> Papers<'a> {
    /// The letter of a revision, issued `today` in the agency's time zone.
    pub(crate) fn letter(&self, revision: &Revision, today: Date) -> QuoteLetter {
        let consultants = &self.agency.config.consultants;
        let assigned = consultants.iter().find(|one| Some(&one.email) == self.enquiry.assigned_to.as_ref());
        let consultant = assigned.or_else(|| consultants.iter().find(|consultant| consultant.active));
        let head = self.quote.head(revision.revision).unwrap_or(&self.quote.current);
        letter::compose(&LetterInput {
            config: shown_from_outside(self.app, &self.agency.config),
            tenant_name: self.agency.name.clone(),
            number: self.quote.number.clone(),
            revision: revision.revision,
            options: revision.options.clone(),
            stay: revision.stay,
            rooms: revision.rooms.clone(),
            fields: self.enquiry.fields.clone(),
            traveller: Some(self.quote.traveller.name.clone()).filter(|name| !name.is_empty()),
            consultant: consultant.map(|one| Sender { name: one.name.clone(), email: one.email.clone() }),
            link: page(self.app, self.tenant, &self.quote.id, revision.revision),
            issued: today,
            valid_until: head.valid_until,
        })
    }

    /// Renders the PDF and lays it down as the revision's file.
    pub(crate) async fn pdf(&self, letter: &QuoteLetter, revision: u32) -> Result<Bytes> {
        let pdf = rendered(letter, self.logo().await?).await?;
        let file = self.quote.pdf_file(revision);
        self.app.files.put(self.tenant, &file, "application/pdf", pdf.clone()).await?;
        Ok(pdf)
    }

    /// Renders the confirmation of a booking and lays it down as the booking's file.
    pub(crate) async fn booking_pdf(&self, letter: &QuoteLetter, booking_id: &str) -> Result<Bytes> {
        let pdf = rendered(letter, self.logo().await?).await?;
        self.app.files.put(self.tenant, &booking_file(booking_id), "application/pdf", pdf.clone()).await?;
        Ok(pdf)
    }

    /// The mail that carries a revision, with its PDF laid down on the way.
    pub(crate) async fn mail(
        &self,
        letter: &QuoteLetter,
        revision: u32,
        automatic: Automatic,
        request_id: &str,
    ) -> Result<(Send, Job)> {
        let pdf = self.pdf(letter, revision).await?;
        let name = format!("{}.pdf", self.quote.number);
        let parcel = Parcel {
            about: About::Quote { quote_id: self.quote.id.clone(), revision },
            to: self.quote.traveller.clone(),
            besides: Vec::new(),
            body: letter::mail(letter),
            attachments: vec![Attachment { name, content_type: "application/pdf", bytes: pdf.into() }],
            automatic,
        };
        self.thread().pack(parcel, request_id).await
    }

    /// The agency's uploaded logo.
    async fn logo(&self) -> Result<Option<Bytes>> {
        let shown = self.agency.config.branding.logo_url.as_deref();
        match logo::file_of(&self.app.seal, self.tenant, shown) {
            Some(file) => self.app.files.get(self.tenant, &file).await,
            None => Ok(None),
        }
    }

    /// The thread that mails about this quote stand in.
    pub(crate) fn thread(&self) -> Thread<'a> {
        Thread { app: self.app, tenant: self.tenant, agency: self.agency, enquiry: self.enquiry }
    }
}

/// File of the PDF that confirmed a booking.
pub(crate) fn booking_file(booking_id: &str) -> String {
    format!("bookings/{booking_id}.pdf")
}

async fn rendered(letter: &QuoteLetter, logo: Option<Bytes>) -> Result<Bytes> {
    let letter = letter.clone();
    let rendered =
        tokio::task::spawn_blocking(move || pdf::render(&letter, logo.as_deref())).await.map_err(Error::internal)?;
    rendered.map(Bytes::from).map_err(Error::internal)
}

/// The traveller's page of a revision.
pub(crate) fn page(app: &App, tenant: &TenantId, quote_id: &str, revision: u32) -> Option<String> {
    let token = quote_link::token(&app.seal, tenant, quote_id, revision)?;
    Some(format!("{}/q/{token}", app.settings.public_url))
}
