//! What one arriving mail brings about: decided here, purely, out of what was read; saved in one step by the caller.
//!
//! Invariant: a message is always kept, whatever it is; only an enquiry or an amendment makes work.

use jiff::Timestamp;

use crate::{
    client::Client,
    enquiry::{
        self, Correspondence, Enquiry, EnquiryEvent, EnquiryState, Fields, changes, consultant_in_turn, language_of,
    },
    job::{Job, JobState, Work},
    letter::{Clarify, clarify},
    message::{Class, Message, State as MessageState},
    notification::{Notification, NotificationKind},
    tenant::{Status, Tenant},
};

/// Everything that one arriving mail brings about, saved together or not at all.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrival {
    /// The mail.
    pub message: Message,
    /// The enquiry it opened, or changed from the version given.
    pub enquiry: Option<(Enquiry, Option<u64>)>,
    /// The client who asks, as they were before and are now.
    pub client: Option<(Option<Client>, Client)>,
    /// Work that follows.
    pub job: Option<Job>,
    /// News for the agency.
    pub notification: Option<Notification>,
}

impl Arrival {
    /// A mail that is only kept.
    #[must_use]
    pub fn of(message: Message) -> Self {
        Self { message, enquiry: None, client: None, job: None, notification: None }
    }
}

/// Ids for whatever records may be made; fixed before the decision so that it stays pure.
#[derive(Debug, Clone)]
pub struct FreshIds {
    /// For an enquiry.
    pub enquiry: String,
    /// For a job.
    pub job: String,
    /// For a quote.
    pub quote: String,
    /// For a notification.
    pub notification: String,
    /// Whose turn it is to look after a new enquiry, counted from 1.
    pub turn: u64,
    /// For a ticket.
    pub ticket: String,
}

/// What was read of a mail.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The record, its class and steps filled in.
    pub message: Message,
    /// What the grammar understood.
    pub fields: Fields,
    /// What an answer has to know.
    pub correspondence: Correspondence,
    /// The enquiry of its thread.
    pub thread: Option<Enquiry>,
    /// The helpdesk's ticket it answers.
    pub ticket: Option<String>,
    /// The client who asks, when they asked before.
    pub client: Option<Client>,
    /// What it says of a mail of ours, when it is a report about one.
    pub returned: Option<Work>,
    /// Id of the mail's own event, which finds every log line of the case.
    pub request_id: String,
}

impl Reading {
    /// Whether the mail opens an enquiry rather than changing one.
    #[must_use]
    pub fn opens_enquiry(&self) -> bool {
        let asks = matches!(self.message.class, Class::Enquiry | Class::Amendment);
        let open = self.thread.as_ref().is_some_and(|enquiry| !enquiry.state.is_closed());
        asks && !open && self.message.state != MessageState::Quarantined
    }
}

/// Decides what follows from a mail.
#[must_use]
pub fn decide(agency: &Tenant, reading: Reading, ids: FreshIds, now: Timestamp) -> Arrival {
    let open = reading.thread.as_ref().is_some_and(|enquiry| !enquiry.state.is_closed());
    if reading.message.state == MessageState::Quarantined || agency.status != Status::Active {
        return keep(reading);
    }
    let goes_on = reading.ticket.is_some() && agency.config.agents.helpdesk.enabled;
    match reading.message.class {
        Class::HelpdeskQuestion | Class::Other | Class::Complaint | Class::Acceptance | Class::Amendment if goes_on => {
            question(agency, reading, ids, now)
        }
        Class::Enquiry | Class::Amendment if open => amend(agency, reading, ids, now),
        Class::Enquiry | Class::Amendment => open_enquiry(agency, reading, ids, now),
        Class::Acceptance | Class::Complaint if reading.thread.is_some() => tell(reading, ids, now),
        Class::Bounce | Class::AutoReply if reading.returned.is_some() => come_back(agency, reading, ids, now),
        Class::HelpdeskQuestion if agency.config.agents.helpdesk.enabled => question(agency, reading, ids, now),
        _ => keep(reading),
    }
}

/// A report about a mail of ours, for whoever keeps the sending ledger.
fn come_back(agency: &Tenant, mut reading: Reading, ids: FreshIds, now: Timestamp) -> Arrival {
    let job = reading.returned.take().map(|work| Job::new(ids.job, agency.id.clone(), work, &reading.request_id, now));
    Arrival { job, ..keep(reading) }
}

/// A question for the helpdesk, which drafts its answer; or what somebody writes to a ticket that stands already.
fn question(agency: &Tenant, reading: Reading, ids: FreshIds, now: Timestamp) -> Arrival {
    let Reading { mut message, thread, ticket, request_id, .. } = reading;
    let ticket_id = ticket.unwrap_or(ids.ticket);
    message.enquiry_id = thread.map(|enquiry| enquiry.id);
    message.ticket_id = Some(ticket_id.clone());
    let job = Job {
        id: ids.job,
        work: Work::Question { message_id: message.id.clone(), ticket_id },
        state: JobState::Pending,
        created_at: now,
        request_id,
        tenant_id: agency.id.clone(),
    };
    Arrival { message, enquiry: None, client: None, job: Some(job), notification: None }
}

fn open_enquiry(agency: &Tenant, reading: Reading, ids: FreshIds, now: Timestamp) -> Arrival {
    let Reading { mut message, fields, correspondence, thread, client: known, request_id, .. } = reading;
    let missing = enquiry::missing(&fields, &agency.config.required_enquiry_fields);
    message.enquiry_id = Some(ids.enquiry.clone());
    let client = Client::asking(&agency.id, &fields, known.as_ref(), now);
    let enquiry = Enquiry {
        id: ids.enquiry.clone(),
        state: if missing.is_empty() { EnquiryState::Qualified } else { EnquiryState::NeedsInfo },
        reason: None,
        class: message.class,
        created_at: now,
        updated_at: now,
        subject: message.subject.clone(),
        message_ids: vec![message.id.clone()],
        draft_reply: asking_reply(agency, &fields, &missing, &[], (&message.text, &message.subject)),
        fields,
        missing,
        quote_id: None,
        revision: 0,
        follows: thread.map(|closed| closed.id),
        source: correspondence.mailbox.clone(),
        assigned_to: consultant_in_turn(&agency.config.consultants, ids.turn).map(|one| one.email.clone()),
        client_id: client.as_ref().map(|client| client.id.clone()),
        quoted_at: None,
        asked: Vec::new(),
        history: Vec::new(),
        replies: Vec::new(),
        correspondence,
        version: 1,
    };
    let job = enquiry.missing.is_empty().then(|| quote_job(agency, &enquiry, &ids, 1, request_id, now));
    let notification = news(&enquiry, ids.notification, now);
    let client = client.map(|client| (known, client));
    Arrival { message, enquiry: Some((enquiry, None)), client, job, notification: Some(notification) }
}

/// The drafted reply that asks for exactly what is missing and was not asked for before; `None` when there is nothing to
/// ask, or nobody to ask. It is written in the traveller's language, `from` their text and subject.
#[must_use]
pub fn asking_reply(
    agency: &Tenant,
    fields: &Fields,
    missing: &[String],
    asked: &[String],
    (text, subject): (&str, &str),
) -> Option<String> {
    fields.contact.email.as_ref()?;
    let new = missing.iter().any(|field| !asked.contains(field));
    let ask = Clarify {
        language: language_of(text),
        traveller: fields.contact.name.as_ref().map(|name| name.value.as_str()),
        missing,
        in_reply_to: Some(subject),
    };
    new.then(|| clarify(&agency.config, &agency.name, ask).text)
}

fn amend(agency: &Tenant, reading: Reading, ids: FreshIds, now: Timestamp) -> Arrival {
    let Reading { mut message, fields, correspondence, thread, client: known, request_id, .. } = reading;
    let Some(before) = thread else { return Arrival::of(message) };
    message.enquiry_id = Some(before.id.clone());
    let missing = enquiry::missing(&fields, &agency.config.required_enquiry_fields);
    let expected = before.version;
    let revision = if before.quote_id.is_some() { before.revision + 1 } else { 1 };
    let mut message_ids = before.message_ids.clone();
    message_ids.push(message.id.clone());
    let state = before.state.looked_over(&missing, before.quote_id.as_deref()).unwrap_or(before.state);
    let event = EnquiryEvent {
        at: now,
        user_id: None,
        message_id: Some(message.id.clone()),
        changes: changes(&before.fields, &fields),
    };
    let client = Client::asking(&agency.id, &fields, known.as_ref(), now);
    let draft = asking_reply(agency, &fields, &missing, &before.asked, (&message.text, &before.subject));
    let changed = fields != before.fields || before.quote_id.is_none();
    let ids = FreshIds { quote: before.quote_id.clone().unwrap_or_else(|| ids.quote.clone()), ..ids };
    let enquiry = Enquiry {
        state,
        updated_at: now,
        message_ids,
        fields,
        missing,
        draft_reply: draft,
        history: before.history_with(event),
        client_id: client.as_ref().map(|client| client.id.clone()).or(before.client_id.clone()),
        correspondence,
        revision: if changed { revision } else { before.revision },
        version: expected + 1,
        ..before
    };
    let wanted = changed && enquiry.missing.is_empty();
    let job = wanted.then(|| quote_job(agency, &enquiry, &ids, revision, request_id, now));
    let notification = news(&enquiry, ids.notification, now);
    let client = client.map(|client| (known, client));
    Arrival { message, enquiry: Some((enquiry, Some(expected))), client, job, notification: Some(notification) }
}

/// A message in a thread that a person has to look at.
fn tell(reading: Reading, ids: FreshIds, now: Timestamp) -> Arrival {
    let Reading { mut message, thread, .. } = reading;
    let notification = thread.map(|enquiry| {
        message.enquiry_id = Some(enquiry.id.clone());
        let what = if message.class == Class::Acceptance { "accepts by mail" } else { "complains" };
        Notification {
            id: ids.notification,
            kind: NotificationKind::EnquiryReceived,
            text: format!("A traveller {what}: {}", enquiry.subject),
            subject_id: enquiry.id,
            read_by: Vec::new(),
            created_at: now,
        }
    });
    Arrival { notification, ..Arrival::of(message) }
}

fn keep(reading: Reading) -> Arrival {
    let Reading { mut message, thread, .. } = reading;
    message.enquiry_id = thread.map(|enquiry| enquiry.id);
    Arrival::of(message)
}

fn quote_job(
    agency: &Tenant,
    enquiry: &Enquiry,
    ids: &FreshIds,
    revision: u32,
    request_id: String,
    now: Timestamp,
) -> Job {
    Job {
        id: ids.job.clone(),
        work: Work::Quote { enquiry_id: enquiry.id.clone(), quote_id: ids.quote.clone(), revision },
        state: JobState::Pending,
        created_at: now,
        request_id,
        tenant_id: agency.id.clone(),
    }
}

fn news(enquiry: &Enquiry, id: String, now: Timestamp) -> Notification {
    let (kind, text) = if enquiry.missing.is_empty() {
        (NotificationKind::EnquiryReceived, format!("New enquiry: {}", enquiry.subject))
    } else {
        (NotificationKind::EnquiryNeedsInfo, format!("{} lacks {}", enquiry.subject, enquiry.missing.join(", ")))
    };
    Notification { id, kind, text, subject_id: enquiry.id.clone(), read_by: Vec::new(), created_at: now }
}
