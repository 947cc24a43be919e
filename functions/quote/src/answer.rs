//! What a traveller answers: yes to one option, or no. The same act stands behind the API and the page.
//!
//! Invariant: one guarded write holds the acceptance, the booking that comes of it and the thanks that go out, so that of any
//! number of answers at once, and of an answer and the end of the quote's time, exactly one counts.

use jiff::Timestamp;
use tripdesk_core::{
    booking::{self, Accepted, Booking, Recheck, recheck},
    enquiry::{Enquiry, EnquiryState},
    error::{Error, FieldError, Result},
    ids,
    job::Job,
    letter,
    mailer::Automatic,
    notification::NotificationKind,
    pricing::{PricedOption, Settings},
    quote::{Acceptance, Decline, Quote, Revision, Traveller},
    runtime::App,
    send::{About, Send},
    store::{Changes, Commit},
    tenant::{Tenant, TenantId},
    user::canonical_email,
};

use crate::{
    due,
    news::news,
    outgoing::{self, Parcel},
    papers::Papers,
    tell,
    visit::Visit,
};

/// How often an answer is tried against somebody who changes the same records: a first view, a consultant, the sweep.
const ATTEMPTS: u32 = 8;
/// Longest name, in characters.
const MAX_NAME: usize = 120;
/// Longest reason, in characters.
const MAX_REASON: usize = 2_000;

/// A yes, as the traveller wrote it.
#[derive(Debug, Clone)]
pub(crate) struct Yes {
    /// Which option, from 1.
    pub(crate) option: u32,
    pub(crate) name: String,
    pub(crate) email: String,
}

impl Yes {
    /// The yes with its name trimmed and its address in the form that is compared; or every field that will not do.
    pub(crate) fn sound(self, options: u32) -> Result<Self> {
        let (name, email) = (self.name.trim().to_owned(), canonical_email(&self.email));
        let mut faults = Vec::new();
        if !(1..=options).contains(&self.option) {
            faults.push(FieldError::new("option", format!("one of the options, 1 to {options}")));
        }
        if name.is_empty() || name.chars().count() > MAX_NAME || name.chars().any(char::is_control) {
            faults.push(FieldError::new("name", format!("a name of 1 to {MAX_NAME} characters")));
        }
        match email {
            Some(email) if faults.is_empty() => Ok(Self { option: self.option, name, email }),
            Some(_) => Err(Error::Invalid(faults)),
            None => {
                faults.push(FieldError::new("email", "not a mail address"));
                Err(Error::Invalid(faults))
            }
        }
    }
}

/// The traveller accepts; answers the quote as it is then.
///
/// # Errors
/// [`Error::Invalid`] naming each bad field; [`Error::Conflict`] when the quote does not take this answer (any more).
pub(crate) async fn accept(app: &App, visit: &Visit, yes: Yes, request_id: &str) -> Result<Quote> {
    let (tenant, quote) = (&visit.tenant, &visit.quote);
    let yes = yes.sound(visit.head().options)?;
    let agreed = agreement(visit, &yes, app.clock.now());
    // Most of those who come too late hear so before anything is made ready.
    taken(quote.clone().accepted(visit.revision, agreed.clone(), agreed.at))?;
    let revision = app.store.revision(tenant, &quote.id, visit.revision).await?.ok_or(Error::NotFound("quote"))?;
    let enquiry = app.store.enquiry(tenant, &quote.enquiry_id).await?.ok_or(Error::NotFound("enquiry"))?;
    let thanks = thanks(app, visit, &revision, &enquiry, (&yes, request_id)).await?;
    let booking_id = ids::new_id(agreed.at);
    let mut before = quote.clone();
    let mut enquiry = enquiry;
    for _ in 0..ATTEMPTS {
        let mut after = taken(before.clone().accepted(visit.revision, agreed.clone(), agreed.at))?;
        after.booking_id = Some(booking_id.clone());
        let booking = booked(app, visit, &after, &revision, &yes).await?;
        let changes = saved(app, visit, (&before, &after), &booking, &enquiry)?;
        let papers = Papers { app, tenant, agency: &visit.agency, enquiry: &enquiry, quote: &after };
        let outcome = tell::commit(app, tenant, papers.thread().promise(changes, (&thanks.0, &thanks.1))?).await;
        if !matches!(outcome, Ok(Commit::Done)) {
            before = current(app, visit).await?;
            // A lost answer of the table may hide that this very acceptance was written.
            if before.booking_id.as_ref() != Some(&booking_id) {
                // Somebody was first: that is the answer, whatever else went wrong.
                taken(before.clone().accepted(visit.revision, agreed.clone(), agreed.at))?;
                outcome?;
                enquiry = app.store.enquiry(tenant, &before.enquiry_id).await?.ok_or(Error::NotFound("enquiry"))?;
                continue;
            }
        }
        outgoing::announce(app, tenant, &thanks.1).await;
        return Ok(after);
    }
    Err(Error::unavailable("the quote changes all the time"))
}

fn taken<E: std::fmt::Display>(outcome: Result<Quote, E>) -> Result<Quote> {
    outcome.map_err(|refused| Error::conflict(refused.to_string()))
}

async fn current(app: &App, visit: &Visit) -> Result<Quote> {
    let quote = app.store.quote(&visit.tenant, &visit.quote.id).await?.ok_or(Error::NotFound("quote"))?;
    Ok(quote.as_of(app.clock.now(), &visit.agency.config.zone()))
}

fn agreement(visit: &Visit, yes: &Yes, at: Timestamp) -> Acceptance {
    Acceptance {
        option: yes.option,
        name: yes.name.clone(),
        email: yes.email.clone(),
        at,
        ip: visit.ip.clone(),
        revision_hash: visit.head().hash.clone(),
    }
}

/// The mail that thanks, with its job. The address the quote went to hears of it, too, whoever accepted.
async fn thanks(
    app: &App,
    visit: &Visit,
    revision: &Revision,
    enquiry: &Enquiry,
    (yes, request_id): (&Yes, &str),
) -> Result<(Send, Job)> {
    let (agency, quote) = (&visit.agency, &visit.quote);
    let papers = Papers { app, tenant: &visit.tenant, agency, enquiry, quote };
    let letter = papers.letter(revision, app.clock.now().to_zoned(agency.config.zone()).date());
    let place = usize::try_from(yes.option - 1).map_err(Error::internal)?;
    let body = letter::acceptance(&agency.config, &letter, place).ok_or(Error::NotFound("option"))?;
    let parcel = Parcel {
        about: About::Acceptance { quote_id: quote.id.clone() },
        to: Traveller { name: yes.name.clone(), email: yes.email.clone() },
        besides: vec![quote.traveller.email.clone()],
        body,
        attachments: Vec::new(),
        automatic: Automatic::Generated,
    };
    papers.thread().pack(parcel, request_id).await
}

/// The booking, with what today's rates say; that they cannot be read now keeps nobody from accepting.
async fn booked(app: &App, visit: &Visit, quote: &Quote, revision: &Revision, yes: &Yes) -> Result<Booking> {
    let option = revision.option(yes.option).ok_or(Error::NotFound("option"))?;
    let lead = Traveller { name: yes.name.clone(), email: yes.email.clone() };
    let accepted = Accepted { number: yes.option, option, stay: revision.stay, rooms: &revision.rooms, lead: &lead };
    let now = app.clock.now();
    let id = quote.booking_id.clone().unwrap_or_default();
    let booking = booking::open(id, quote, &accepted, &visit.agency.config, now);
    let rechecked = todays(app, &visit.tenant, &visit.agency, (revision, option), now).await;
    Ok(booking.rechecked(rechecked.ok()))
}

/// What today's rates say to an option.
pub(crate) async fn todays(
    app: &App,
    tenant: &TenantId,
    agency: &Tenant,
    (revision, option): (&Revision, &PricedOption),
    now: Timestamp,
) -> Result<Recheck> {
    let (pointer, list) = app.store.prices(tenant).await?;
    let book = app.rates.book(&app.files, tenant, &pointer).await?;
    let settings = Settings::new(&agency.config, list.extras, list.fx);
    Ok(recheck(&revision.snapshot, option, &book, &settings, now))
}

fn saved(
    app: &App,
    visit: &Visit,
    (before, after): (&Quote, &Quote),
    booking: &Booking,
    enquiry: &Enquiry,
) -> Result<Changes> {
    let (tenant, now) = (&visit.tenant, app.clock.now());
    let won = Enquiry { state: EnquiryState::Won, updated_at: now, version: enquiry.version + 1, ..enquiry.clone() };
    let text =
        format!("{} accepted quote {}: {}, {}", booking.lead.name, after.number, booking.stay.hotel, booking.total);
    Changes::new()
        .replace_quote(tenant, after, before.version)?
        .create_booking(tenant, booking)?
        .replace_enquiry(tenant, &won, enquiry.version)?
        .notify(tenant, &news(NotificationKind::QuoteAccepted, text, &after.id, now))
}

/// The traveller declines; answers the quote as it is then.
///
/// # Errors
/// As [`accept`].
pub(crate) async fn decline(app: &App, visit: &Visit, reason: &str) -> Result<Quote> {
    if reason.chars().count() > MAX_REASON {
        return Err(Error::invalid("reason", format!("at most {MAX_REASON} characters")));
    }
    let reason: String = reason.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
    let reason = reason.trim().to_owned();
    let mut before = visit.quote.clone();
    for _ in 0..ATTEMPTS {
        let now = app.clock.now();
        let no = Decline { reason: reason.clone(), at: now, ip: visit.ip.clone() };
        let after = taken(before.clone().declined(visit.revision, no, now))?;
        let text = format!("{} declined quote {}", after.traveller.name, after.number);
        let told = news(NotificationKind::QuoteDeclined, text, &after.id, now);
        let changes = due::expected(Changes::new(), &visit.tenant, &visit.agency, (&before, &after))?
            .replace_quote(&visit.tenant, &after, before.version)?
            .notify(&visit.tenant, &told)?;
        if tell::commit(app, &visit.tenant, changes).await? == Commit::Done {
            return Ok(after);
        }
        before = current(app, visit).await?;
    }
    Err(Error::unavailable("the quote changes all the time"))
}
