//! Quotes as the API shows them to the agency.

use jiff::{SignedDuration, Timestamp, civil::Date};
use serde::Serialize;
use tripdesk_core::{
    money::Money,
    party::{Room, Stay},
    pricing::PricedOption,
    quote::{Answer, Head, Quote, Revision, Sending, State, Traveller},
    quote_link,
    runtime::App,
    tenant::TenantId,
};
use utoipa::ToSchema;

use crate::papers;

/// How long the agency's own look at a quote stays open.
const PREVIEW: SignedDuration = SignedDuration::from_hours(12);

/// A quote in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QuoteSummary {
    id: String,
    number: String,
    enquiry_id: String,
    /// State of the revision that counts: the accepted one, or else the latest.
    state: State,
    /// The revision that counts.
    revision: u32,
    /// The revision that the traveller can accept now.
    offered: Option<u32>,
    #[schema(value_type = String, format = Date)]
    valid_until: Date,
    /// Why it was not sent by itself.
    reasons: Vec<String>,
    traveller: Traveller,
    /// What the main option costs.
    main_total: Option<Money>,
    main_hotel: Option<String>,
    /// How far its mail has come.
    sending: Option<Sending>,
    /// The booking that came of it.
    booking_id: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    version: u64,
    links: Links,
}

/// Where to see a quote.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Links {
    /// The traveller's page; absent until the traveller may have it.
    public: Option<String>,
    /// The same page for the agency's own eyes, whatever the state: nothing can be answered there, and it counts as no view.
    preview: Option<String>,
    /// Its PDF.
    pdf: String,
}

/// A quote with the revision that counts.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QuoteView {
    #[serde(flatten)]
    summary: QuoteSummary,
    /// Every revision, oldest first.
    revisions: Vec<RevisionSummary>,
    /// The alternatives of the revision that counts.
    options: Vec<PricedOption>,
    dates: Stay,
    rooms: Vec<Room>,
    /// What was assumed where the enquiry left it open.
    notes: Vec<String>,
    /// What the traveller said to it.
    answer: Option<Answer>,
}

/// One revision in short.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RevisionSummary {
    revision: u32,
    state: State,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = Date)]
    valid_until: Date,
    reasons: Vec<String>,
    main_total: Option<Money>,
    main_hotel: Option<String>,
    /// SHA-256 of what was offered.
    hash: String,
    /// How far its mail has come.
    sending: Option<Sending>,
    #[schema(value_type = Option<String>, format = DateTime)]
    sent_at: Option<Timestamp>,
    #[schema(value_type = Option<String>, format = DateTime)]
    reminded_at: Option<Timestamp>,
    /// How often the traveller opened it.
    views: u64,
    /// What the traveller said to it.
    answer: Option<Answer>,
}

/// A quote for a list, as it is at `now`.
pub(crate) fn summary(app: &App, tenant: &TenantId, quote: &Quote, now: Timestamp) -> QuoteSummary {
    let head = quote.standing();
    QuoteSummary {
        id: quote.id.clone(),
        number: quote.number.clone(),
        enquiry_id: quote.enquiry_id.clone(),
        state: head.state,
        revision: head.revision,
        offered: quote.offered().map(|head| head.revision),
        valid_until: head.valid_until,
        reasons: head.reasons.clone(),
        traveller: quote.traveller.clone(),
        main_total: head.main_total,
        main_hotel: head.main_hotel.clone(),
        sending: head.sending.clone(),
        booking_id: quote.booking_id.clone(),
        created_at: quote.created_at,
        updated_at: quote.updated_at,
        version: quote.version,
        links: links(app, tenant, quote, now),
    }
}

fn links(app: &App, tenant: &TenantId, quote: &Quote, now: Timestamp) -> Links {
    let standing = quote.standing();
    let arrived = Some(standing).filter(|head| head.may_have_arrived()).or_else(|| quote.offered());
    let preview = quote_link::preview(&app.seal, tenant, &quote.id, standing.revision, now + PREVIEW);
    Links {
        public: arrived.and_then(|head| papers::page(app, tenant, &quote.id, head.revision)),
        preview: preview.map(|token| format!("{}/q/{token}", app.settings.public_url)),
        pdf: format!("/api/v1/quotes/{}/pdf", quote.id),
    }
}

/// A quote with the revision that counts, and how often each of its revisions was viewed.
pub(crate) fn view(summary: QuoteSummary, quote: &Quote, revision: Revision, views: &[u64]) -> QuoteView {
    let revisions = quote.heads().zip(views.iter().copied().chain(std::iter::repeat(0)));
    QuoteView {
        summary,
        revisions: revisions.map(|(head, views)| revision_summary(head, views)).collect(),
        options: revision.options,
        dates: revision.stay,
        rooms: revision.rooms,
        notes: revision.notes,
        answer: quote.standing().answer.clone(),
    }
}

fn revision_summary(head: &Head, views: u64) -> RevisionSummary {
    RevisionSummary {
        revision: head.revision,
        state: head.state,
        created_at: head.created_at,
        valid_until: head.valid_until,
        reasons: head.reasons.clone(),
        main_total: head.main_total,
        main_hotel: head.main_hotel.clone(),
        hash: head.hash.clone(),
        sending: head.sending.clone(),
        sent_at: head.sent_at,
        reminded_at: head.reminded_at,
        views,
        answer: head.answer.clone(),
    }
}
