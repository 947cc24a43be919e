//! Writing a revision of a quote: load what it rests on, decide purely, save it in one step, and promise its mail.

use jiff::{SignedDuration, Timestamp, civil::Date};
use tripdesk_core::{
    enquiry::{self, Enquiry, EnquiryState, Plan},
    error::{Error, Result},
    intake::asking_reply,
    job::Job,
    mailer::Automatic,
    metrics::{self, Figure},
    notification::{Notification, NotificationKind},
    pricing::{self, Offer, PriceRequest, Settings, Snapshot},
    quote::{GateInput, Head, Quote, Revision, Traveller, gate},
    rates::RateBook,
    runtime::App,
    send::Send,
    store::{Changes, Commit},
    tenant::{Tenant, TenantId},
    usage,
};

use crate::{news::news, outgoing::Thread, papers::Papers, tell};

/// What a job asks for.
pub(crate) struct Wish<'a> {
    pub(crate) enquiry_id: &'a str,
    pub(crate) quote_id: &'a str,
    /// Which wish of the enquiry the revision answers, from 1.
    pub(crate) answers: u32,
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
    if enquiry.quote_id.as_deref().is_some_and(|id| id != wish.quote_id) {
        // A quote was asked for twice before the first was written: an enquiry has one.
        return app.store.finish_job(tenant, job).await.map(|_| None);
    }
    let (pointer, list) = app.store.prices(tenant).await?;
    let book = app.rates.book(&app.files, tenant, &pointer).await?;
    let settings = Settings::new(&agency.config, list.extras, list.fx);
    let now = app.clock.now();
    let today = now.to_zoned(agency.config.zone()).date();

    let plan = match enquiry::stay_and_party(&enquiry.fields, today) {
        Ok(plan) => plan,
        Err(missing) => return needs_info(app, tenant, agency, job, enquiry, missing).await,
    };
    let before = app.store.quote(tenant, wish.quote_id).await?;
    if before.as_ref().is_some_and(|quote| quote.heads().any(|head| head.answers >= wish.answers)) {
        return app.store.finish_job(tenant, job).await.map(|_| None);
    }
    let number = before.as_ref().map_or(1, |quote| quote.current.revision + 1);
    let draft = draft(agency, &enquiry, &plan, number, &Prices { book: &book, settings: &settings }, now);
    let head = Head::of(&draft.revision, wish.answers, draft.valid_until, draft.reasons);
    let after = match before.clone().map(|quote| quote.amended(head.clone(), now)) {
        Some(Ok(amended)) => amended,
        Some(Err(refused)) => {
            tracing::warn!(%refused, quote_id = wish.quote_id, "a changed wish makes no revision");
            return app.store.finish_job(tenant, job).await.map(|_| None);
        }
        None => named(wish, app.store.next_quote_number(tenant, today.year()).await?, &enquiry, head, now),
    };
    let (after, mail) = packed(app, tenant, agency, &enquiry, (after, &draft.revision), job).await?;
    let change = QuoteChange { before, after, revision: draft.revision, answers: wish.answers };
    save(app, tenant, agency, job, enquiry, change, mail).await
}

/// The PDF laid down, and the mail with it when nothing speaks against sending.
async fn packed(
    app: &App,
    tenant: &TenantId,
    agency: &Tenant,
    enquiry: &Enquiry,
    (quote, revision): (Quote, &Revision),
    job: &Job,
) -> Result<(Quote, Option<(Send, Job)>)> {
    let now = app.clock.now();
    let papers = Papers { app, tenant, agency, enquiry, quote: &quote };
    let letter = papers.letter(revision, now.to_zoned(agency.config.zone()).date());
    if !quote.current.reasons.is_empty() {
        papers.pdf(&letter, revision.revision).await?;
        return Ok((quote, None));
    }
    let (send, next) = papers.mail(&letter, revision.revision, Automatic::Replied, &job.request_id).await?;
    let going = quote.being_sent(&send, now).map_err(Error::internal)?;
    Ok((going, Some((send, next))))
}

/// A revision, and why it may not go by itself.
struct Draft {
    revision: Revision,
    reasons: Vec<String>,
    valid_until: Date,
}

/// What prices are made of.
struct Prices<'a> {
    book: &'a RateBook,
    settings: &'a Settings,
}

fn draft(agency: &Tenant, enquiry: &Enquiry, plan: &Plan, number: u32, prices: &Prices<'_>, now: Timestamp) -> Draft {
    let request = request(enquiry, plan);
    let offer = pricing::price(prices.book, &request, prices.settings);
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
    if number > 1 {
        reasons.push("the traveller changed the request: look before sending".to_owned());
    }
    if enquiry.fields.contact.email.is_none() {
        reasons.push("no address to send it to".to_owned());
    }
    let snapshot = Snapshot::of(prices.book, &request, prices.settings, &offer.options);
    let today = now.to_zoned(agency.config.zone()).date();
    let validity = SignedDuration::from_hours(24 * i64::from(agency.config.quoting.validity_days));
    let revision = Revision {
        revision: number,
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
pub(crate) fn refusals(offer: &Offer) -> Vec<String> {
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

fn named(wish: &Wish<'_>, number: String, enquiry: &Enquiry, head: Head, now: Timestamp) -> Quote {
    let contact = &enquiry.fields.contact;
    Quote {
        id: wish.quote_id.to_owned(),
        number,
        enquiry_id: enquiry.id.clone(),
        current: head,
        earlier: Vec::new(),
        traveller: Traveller {
            name: contact.name.as_ref().map(|name| name.value.clone()).unwrap_or_default(),
            email: contact.email.as_ref().map(|email| email.value.clone()).unwrap_or_default(),
        },
        booking_id: None,
        created_at: now,
        updated_at: now,
        version: 1,
    }
}

/// A quote before and after a job, with the revision the job wrote and the wish it answers.
struct QuoteChange {
    before: Option<Quote>,
    after: Quote,
    revision: Revision,
    answers: u32,
}

async fn save(
    app: &App,
    tenant: &TenantId,
    agency: &Tenant,
    job: &Job,
    enquiry: Enquiry,
    change: QuoteChange,
    mail: Option<(Send, Job)>,
) -> Result<Option<Job>> {
    let now = app.clock.now();
    let QuoteChange { before, after: quote, revision, answers } = &change;
    let expected = enquiry.version;
    let quoted = Enquiry {
        state: EnquiryState::Quoted,
        quote_id: Some(quote.id.clone()),
        revision: enquiry.revision.max(*answers),
        quoted_at: enquiry.quoted_at.or(Some(now)),
        updated_at: now,
        version: expected + 1,
        ..enquiry
    };
    let changes = Changes::new().finish(tenant, job)?.replace_enquiry(tenant, &quoted, expected)?;
    let mut changes = match before {
        None => {
            let (month, limit) = (usage::month(agency, now), agency.config.plan.max_monthly_quotes);
            changes.create_quote(tenant, quote, revision)?.count_quote(tenant, &month, limit)
        }
        Some(before) => {
            changes.replace_quote(tenant, quote, before.version)?.create_revision(tenant, &quote.id, revision)?
        }
    };
    match &mail {
        Some((send, next)) => {
            let thread = Thread { app, tenant, agency, enquiry: &quoted };
            changes = thread.promise(changes, (send, next))?;
            changes = changes.note_answer(tenant, &quoted.id, &quote.traveller.email, &send.id, now)?;
        }
        None => changes = changes.notify(tenant, &drafted(quote, now))?,
    }
    match tell::commit(app, tenant, changes).await? {
        Commit::Done => {
            metrics::count(Figure::Quotes, if mail.is_some() { "auto" } else { "draft" });
            Ok(mail.map(|(_, next)| next))
        }
        // Somebody did this job before; what it promised then is found by the sweep.
        Commit::Refused("job" | "quote" | "revision") => Ok(None),
        Commit::Refused("plan") => used_up(app, tenant, job, &quoted).await,
        Commit::Refused(other) => Err(Error::unavailable(format!("the {other} changed meanwhile"))),
    }
}

/// The plan allows no more quotes this month: people are told, and the job is done.
async fn used_up(app: &App, tenant: &TenantId, job: &Job, enquiry: &Enquiry) -> Result<Option<Job>> {
    let now = app.clock.now();
    let text = format!("The plan's quotes of this month are used up; no quote was written for {}", enquiry.subject);
    let told = news(NotificationKind::EnquiryReceived, text, &enquiry.id, now);
    let changes = Changes::new().finish(tenant, job)?.notify(tenant, &told)?;
    tell::commit(app, tenant, changes).await.map(|_| None)
}

fn drafted(quote: &Quote, now: Timestamp) -> Notification {
    let why = quote.current.reasons.first().map(|reason| format!(": {reason}")).unwrap_or_default();
    let text = format!("Quote {} for {} waits for you{why}", quote.number, quote.traveller.name);
    news(NotificationKind::QuoteDrafted, text, &quote.id, now)
}

/// The enquiry turned out to lack something: it says so, and the job is done.
async fn needs_info(
    app: &App,
    tenant: &TenantId,
    agency: &Tenant,
    job: &Job,
    enquiry: Enquiry,
    missing: Vec<String>,
) -> Result<Option<Job>> {
    let expected = enquiry.version;
    let waiting = Enquiry {
        draft_reply: asking_reply(agency, &enquiry.fields, &missing, &enquiry.asked, ("", &enquiry.subject)),
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
