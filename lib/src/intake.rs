//! What one arriving mail brings about: decided here, purely, out of what was read; saved in one step by the caller.
//!
//! Invariant: a message is always kept, whatever it is; only an enquiry or an amendment makes work.

use jiff::Timestamp;

use crate::{
    enquiry::{self, Correspondence, Enquiry, EnquiryState, Fields},
    job::{Job, JobState, Work},
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
    /// Work that follows.
    pub job: Option<Job>,
    /// News for the agency.
    pub notification: Option<Notification>,
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
    /// Id of the mail's own event, which finds every log line of the case.
    pub request_id: String,
}

/// Decides what follows from a mail.
#[must_use]
pub fn decide(agency: &Tenant, reading: Reading, ids: FreshIds, now: Timestamp) -> Arrival {
    let open = reading.thread.as_ref().is_some_and(|enquiry| !enquiry.state.is_closed());
    if reading.message.state == MessageState::Quarantined || agency.status != Status::Active {
        return keep(reading);
    }
    match reading.message.class {
        Class::Enquiry | Class::Amendment if open => amend(agency, reading, ids, now),
        Class::Enquiry | Class::Amendment => open_enquiry(agency, reading, ids, now),
        Class::Acceptance | Class::Complaint if reading.thread.is_some() => tell(reading, ids, now),
        Class::HelpdeskQuestion if agency.config.agents.helpdesk.enabled => question(agency, reading, ids, now),
        _ => keep(reading),
    }
}

/// A question for the helpdesk, which drafts its answer.
fn question(agency: &Tenant, reading: Reading, ids: FreshIds, now: Timestamp) -> Arrival {
    let Reading { mut message, thread, request_id, .. } = reading;
    message.enquiry_id = thread.map(|enquiry| enquiry.id);
    message.ticket_id = Some(ids.ticket.clone());
    let job = Job {
        id: ids.job,
        work: Work::Question { message_id: message.id.clone(), ticket_id: ids.ticket },
        state: JobState::Pending,
        created_at: now,
        request_id,
        tenant_id: agency.id.clone(),
    };
    Arrival { message, enquiry: None, job: Some(job), notification: None }
}

fn open_enquiry(agency: &Tenant, reading: Reading, ids: FreshIds, now: Timestamp) -> Arrival {
    let Reading { mut message, fields, correspondence, thread, request_id } = reading;
    let missing = enquiry::missing(&fields, &agency.config.required_enquiry_fields);
    message.enquiry_id = Some(ids.enquiry.clone());
    let enquiry = Enquiry {
        id: ids.enquiry.clone(),
        state: if missing.is_empty() { EnquiryState::Qualified } else { EnquiryState::NeedsInfo },
        reason: None,
        class: message.class,
        created_at: now,
        updated_at: now,
        subject: message.subject.clone(),
        message_ids: vec![message.id.clone()],
        fields,
        missing,
        draft_reply: None,
        quote_id: None,
        revision: 0,
        follows: thread.map(|closed| closed.id),
        correspondence,
        version: 1,
    };
    let job = enquiry.missing.is_empty().then(|| quote_job(agency, &enquiry, &ids, 1, request_id, now));
    let notification = news(&enquiry, ids.notification, now);
    Arrival { message, enquiry: Some((enquiry, None)), job, notification: Some(notification) }
}

fn amend(agency: &Tenant, reading: Reading, ids: FreshIds, now: Timestamp) -> Arrival {
    let Reading { mut message, fields, correspondence, thread, request_id } = reading;
    let Some(before) = thread else { return Arrival { message, enquiry: None, job: None, notification: None } };
    message.enquiry_id = Some(before.id.clone());
    let missing = enquiry::missing(&fields, &agency.config.required_enquiry_fields);
    let expected = before.version;
    let revision = if before.quote_id.is_some() { before.revision + 1 } else { 1 };
    let mut message_ids = before.message_ids.clone();
    message_ids.push(message.id.clone());
    let state = match (missing.is_empty(), before.quote_id.is_some()) {
        (false, _) => EnquiryState::NeedsInfo,
        (true, true) => EnquiryState::Quoted,
        (true, false) => EnquiryState::Qualified,
    };
    let changed = fields != before.fields || before.quote_id.is_none();
    let ids = FreshIds { quote: before.quote_id.clone().unwrap_or_else(|| ids.quote.clone()), ..ids };
    let enquiry = Enquiry {
        state,
        updated_at: now,
        message_ids,
        fields,
        missing,
        correspondence,
        revision: if changed { revision } else { before.revision },
        version: expected + 1,
        ..before
    };
    let wanted = changed && enquiry.missing.is_empty();
    let job = wanted.then(|| quote_job(agency, &enquiry, &ids, revision, request_id, now));
    let notification = news(&enquiry, ids.notification, now);
    Arrival { message, enquiry: Some((enquiry, Some(expected))), job, notification: Some(notification) }
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
    Arrival { message, enquiry: None, job: None, notification }
}

fn keep(reading: Reading) -> Arrival {
    let Reading { mut message, thread, .. } = reading;
    message.enquiry_id = thread.map(|enquiry| enquiry.id);
    Arrival { message, enquiry: None, job: None, notification: None }
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
