//! Writing a revision of a quote: load what it rests on, decide purely, save it in one step, and promise its mail.

use bytes::Bytes;
use jiff::{SignedDuration, Timestamp, civil::Date};
use tripdesk_core::{
    enquiry::{self, Enquiry, EnquiryState, Plan},
    error::{Error, Result},
    ids,
    job::{Job, JobState, Work},
    letter::{self, LetterInput, QuoteLetter},
    mailer::{Attachment, Automatic, Outgoing, compose},
    notification::{Notification, NotificationKind},
    pricing::{self, Offer, PriceRequest, Settings, Snapshot},
    quote::{GateInput, Quote, Revision, State, Traveller, gate},
    rates::RateBook,
    reply_address,
    runtime::App,
    send::{About, Send, SendState},
    store::{Changes, Commit},
    tenant::{Tenant, TenantId},
};

use crate::pdf;

/// What a job asks for.
pub(crate) struct Wish<'a> {
    pub(crate) enquiry_id: &'a str,
    pub(crate) quote_id: &'a str,
    pub(crate) revision: u32,
}

/// Writes the revision, if it is not there yet, and answers the job of sending it, if it may go by itself.
///
/// # Errors
/// What may pass; the job comes again and writes the same records.
pub(crate) async fn quote(
    app: &App,
    tenant: &TenantId,
    agency: &Tenant,
    job: &Job,
    wish: &Wish<'_>,
) -> Result<Option<Job>> {
    let enquiry = app.store.enquiry(tenant, wish.enquiry_id).await?.ok_or(Error::NotFound("enquiry"))?;
    let (pointer, list) = app.store.prices(tenant).await?;
    let book = app.rates.book(&app.files, tenant, &pointer).await?;
    let settings = Settings::new(&agency.config, list.extras, list.fx);
    let now = app.clock.now();
    let today = now.to_zoned(agency.config.zone()).date();

    let plan = match enquiry::plan(&enquiry.fields, today) {
        Ok(plan) => plan,
        Err(missing) => return needs_info(app, tenant, job, enquiry, missing).await,
    };
    let draft = draft(agency, &enquiry, &plan, &book, &settings, today, now);
    let number = app.store.next_quote_number(tenant, today.year()).await?;
    let quote = named(wish, number, &enquiry, &draft, now);
    let (letter, pdf) = rendered(app, agency, &enquiry, &quote, &draft.revision, today).await?;
    app.files.put(tenant, &quote.pdf_file(wish.revision), "application/pdf", pdf.clone()).await?;
    let mail = match draft.reasons.is_empty() {
        true => Some(mail(app, tenant, agency, &enquiry, &quote, job, &letter, pdf).await?),
        false => None,
    };
    save(app, tenant, job, enquiry, &quote, &draft.revision, mail).await
}

/// A revision before it has a number, and why it may not go by itself.
struct Draft {
    revision: Revision,
    reasons: Vec<String>,
    valid_until: Date,
}

fn draft(
    agency: &Tenant,
    enquiry: &Enquiry,
    plan: &Plan,
    book: &RateBook,
    settings: &Settings,
    today: Date,
    now: Timestamp,
) -> Draft {
    let request = request(enquiry, plan);
    let offer = pricing::price(book, &request, settings);
    let input = GateInput {
        config: &agency.config,
        dmarc: enquiry.correspondence.dmarc,
        silenced: enquiry.correspondence.silenced.as_deref(),
        fields: &enquiry.fields,
        notes: &plan.notes,
        options: &offer.options,
    };
    let mut reasons = gate(&input);
    if offer.options.is_empty() {
        reasons.extend(refusals(&offer));
    }
    if enquiry.fields.contact.email.is_none() {
        reasons.push("no address to send it to".to_owned());
    }
    let snapshot = Snapshot::of(book, &request, settings, &offer);
    let validity = SignedDuration::from_hours(24 * i64::from(agency.config.quoting.validity_days));
    let revision = Revision {
        revision: 1,
        created_at: now,
        stay: plan.stay,
        rooms: plan.rooms.clone(),
        options: offer.options,
        snapshot,
        notes: plan.notes.clone(),
    };
    Draft { revision, reasons, valid_until: today.saturating_add(validity) }
}

fn request(enquiry: &Enquiry, plan: &Plan) -> PriceRequest {
    let fields = &enquiry.fields;
    let mut request = PriceRequest::new(plan.rooms.clone(), plan.stay);
    request.destination = fields.destinations.as_ref().and_then(|places| places.value.first().cloned());
    request.hotels = fields.requested_hotels.as_ref().map(|hotels| hotels.value.clone()).unwrap_or_default();
    request.board = fields.board.as_ref().map(|board| board.value);
    request.stars = fields.stars.as_ref().map(|stars| stars.value);
    request.budget = fields.budget.as_ref().map(|budget| budget.value.clone());
    request
}

/// Each kind of refusal once, with an example, so that a consultant sees why there is nothing to offer.
fn refusals(offer: &Offer) -> Vec<String> {
    let mut seen = Vec::new();
    let mut lines = Vec::new();
    for refusal in &offer.refused {
        if !seen.contains(&refusal.reason) {
            seen.push(refusal.reason);
            lines.push(format!("{}, {}: {}", refusal.hotel, refusal.room_type, refusal.detail));
        }
    }
    lines
}

fn named(wish: &Wish<'_>, number: String, enquiry: &Enquiry, draft: &Draft, now: Timestamp) -> Quote {
    let contact = &enquiry.fields.contact;
    let main = draft.revision.options.first();
    Quote {
        id: wish.quote_id.to_owned(),
        number,
        enquiry_id: enquiry.id.clone(),
        state: State::Draft,
        revision: wish.revision,
        valid_until: draft.valid_until,
        reasons: draft.reasons.clone(),
        traveller: Traveller {
            name: contact.name.as_ref().map(|name| name.value.clone()).unwrap_or_default(),
            email: contact.email.as_ref().map(|email| email.value.clone()).unwrap_or_default(),
        },
        main_total: main.map(|option| option.total),
        main_hotel: main.map(|option| option.hotel.clone()),
        created_at: now,
        updated_at: now,
        version: 1,
    }
}

async fn rendered(
    app: &App,
    agency: &Tenant,
    enquiry: &Enquiry,
    quote: &Quote,
    revision: &Revision,
    today: Date,
) -> Result<(QuoteLetter, Bytes)> {
    let consultant = agency.config.consultants.iter().find(|consultant| consultant.active);
    let input = LetterInput {
        config: agency.config.clone(),
        tenant_name: agency.name.clone(),
        number: quote.number.clone(),
        revision: revision.revision,
        options: revision.options.clone(),
        stay: revision.stay,
        rooms: revision.rooms.clone(),
        fields: enquiry.fields.clone(),
        traveller: Some(quote.traveller.name.clone()).filter(|name| !name.is_empty()),
        consultant: consultant
            .map(|consultant| letter::Sender { name: consultant.name.clone(), email: consultant.email.clone() }),
        link: None,
        issued: today,
        valid_until: quote.valid_until,
    };
    let letter = letter::compose(&input);
    let printed = letter.clone();
    let pdf = tokio::task::spawn_blocking(move || pdf::render(&printed, None)).await.map_err(Error::internal)?;
    Ok((letter, Bytes::from(pdf.map_err(Error::internal)?)))
}

/// The mail that carries the quote: its file, its entry in the ledger, and the job of sending it.
#[expect(clippy::too_many_arguments, reason = "each is a different record the mail is made of")]
async fn mail(
    app: &App,
    tenant: &TenantId,
    agency: &Tenant,
    enquiry: &Enquiry,
    quote: &Quote,
    job: &Job,
    letter: &QuoteLetter,
    pdf: Bytes,
) -> Result<(Send, Job)> {
    let now = app.clock.now();
    let body = letter::mail(letter);
    let send_id = ids::new_id(now);
    let from = reply_address::sender(agency, &app.settings.mail_from_domain);
    let mail = Outgoing {
        from: from.clone(),
        to: (quote.traveller.name.clone(), quote.traveller.email.clone()),
        reply_to: Some(reply_address::reply_to(agency, &enquiry.id, &app.seal, &app.settings.inbound_domain)),
        subject: body.subject,
        html: body.html,
        text: body.text,
        attachments: vec![Attachment {
            name: format!("{}.pdf", quote.number),
            content_type: "application/pdf",
            bytes: pdf.into(),
        }],
        message_id: format!("{send_id}@{}", app.settings.mail_from_domain),
        references: enquiry.correspondence.references.clone(),
        automatic: Automatic::Replied,
    };
    let raw_file = format!("outgoing/{send_id}.eml");
    app.files.put(tenant, &raw_file, "message/rfc822", compose(&mail, now)?.into()).await?;
    let send = Send {
        id: send_id.clone(),
        tenant_id: agency.id.clone(),
        about: About::Quote { quote_id: quote.id.clone(), revision: quote.revision },
        state: SendState::Pending,
        from: from.1,
        to: vec![quote.traveller.email.clone()],
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
        request_id: job.request_id.clone(),
        tenant_id: agency.id.clone(),
    };
    Ok((send, job))
}

async fn save(
    app: &App,
    tenant: &TenantId,
    job: &Job,
    enquiry: Enquiry,
    quote: &Quote,
    revision: &Revision,
    mail: Option<(Send, Job)>,
) -> Result<Option<Job>> {
    let now = app.clock.now();
    let expected = enquiry.version;
    let quoted = Enquiry {
        state: EnquiryState::Quoted,
        quote_id: Some(quote.id.clone()),
        updated_at: now,
        version: expected + 1,
        ..enquiry
    };
    let mut changes = Changes::new()
        .finish(tenant, job)?
        .create_quote(tenant, quote, revision)?
        .replace_enquiry(tenant, &quoted, expected)?;
    match &mail {
        Some((send, next)) => {
            let message_id = format!("{}@{}", send.id, app.settings.mail_from_domain);
            changes = changes.write_down(tenant, send)?.promise(tenant, next)?.mark_thread(
                tenant,
                &message_id,
                &quoted.id,
            )?;
        }
        None => changes = changes.notify(tenant, &drafted(quote, now))?,
    }
    match changes.commit(&app.store).await? {
        Commit::Done => Ok(mail.map(|(_, next)| next)),
        // Somebody did this job before; what it promised then is found by the sweep.
        Commit::Refused("job" | "quote" | "revision") => Ok(None),
        Commit::Refused(other) => Err(Error::unavailable(format!("the {other} changed meanwhile"))),
    }
}

fn drafted(quote: &Quote, now: Timestamp) -> Notification {
    let why = quote.reasons.first().map(|reason| format!(": {reason}")).unwrap_or_default();
    Notification {
        id: ids::new_id(now),
        kind: NotificationKind::QuoteDrafted,
        text: format!("Quote {} for {} waits for you{why}", quote.number, quote.traveller.name),
        subject_id: quote.id.clone(),
        read_by: Vec::new(),
        created_at: now,
    }
}

/// The enquiry turned out to lack something: it says so, and the job is done.
async fn needs_info(
    app: &App,
    tenant: &TenantId,
    job: &Job,
    enquiry: Enquiry,
    missing: Vec<String>,
) -> Result<Option<Job>> {
    let expected = enquiry.version;
    let waiting = Enquiry {
        state: EnquiryState::NeedsInfo,
        missing,
        updated_at: app.clock.now(),
        version: expected + 1,
        ..enquiry
    };
    let changes = Changes::new().finish(tenant, job)?.replace_enquiry(tenant, &waiting, expected)?;
    match changes.commit(&app.store).await? {
        Commit::Done | Commit::Refused("job") => Ok(None),
        Commit::Refused(_) => Err(Error::unavailable("the enquiry changed meanwhile")),
    }
}
