//! Reading a mail step by step, each noted in the message's record. It saves nothing, so that a replay may use it too.

use axum::body::Bytes;
use jiff::Timestamp;
use serde_json::json;
use tripdesk_core::{
    client::client_id,
    enquiry::{Correspondence, Enquiry, Fields},
    error::{Error, Result},
    extraction::{self, Wording},
    extractor::{self, Understood},
    files::MAIL_PREFIX,
    ids,
    intake::Reading,
    message::{
        Class, Delivery, Message, Parsed, State, Stripped,
        classify::{Hints, classify},
        forward::forwarded,
        guard::{self, History},
        parse, strip, thread,
    },
    reply_address,
    runtime::{App, MailReceived},
    tenant::{Tenant, TenantId},
};

use crate::{returned, steps::Steps};

/// What is known of a mail before it is opened.
#[derive(Clone, Copy)]
pub(crate) struct Circumstances<'a> {
    pub(crate) tenant: &'a TenantId,
    pub(crate) agency: &'a Tenant,
    pub(crate) mailbox: &'a str,
    pub(crate) mail: &'a MailReceived,
    pub(crate) received_at: Timestamp,
}

/// The words that count, once history, signature and forwarding are out of the way.
struct Words {
    subject: String,
    text: String,
    signature: String,
    author_name: Option<String>,
    author_address: Option<String>,
    from_staff: bool,
}

/// Reads a mail for one tenant.
///
/// # Errors
/// [`Error::Unavailable`] when table or files do not answer.
pub(crate) async fn read(app: &App, at: Circumstances<'_>, raw: &Bytes) -> Result<Reading> {
    let mut steps = Steps::start();
    let bytes = raw.clone();
    let (parsed, words) = {
        let staff = staff_addresses(at.agency);
        let read = move || {
            let parsed = parse(&bytes);
            let words = words(&bytes, &parsed, &staff);
            (parsed, words)
        };
        tokio::task::spawn_blocking(read).await.map_err(Error::internal)?
    };
    steps.note("recipient", "routed", json!({"mailbox": at.mailbox}));
    steps.note(
        "parse",
        "read",
        json!({"bytes": parsed.size, "marks": parsed.marks, "attachments": parsed.attachments.len()}),
    );
    let verdicts = at.mail.verdicts;
    steps.note("verdicts", if verdicts.quarantines() { "quarantined" } else { "accepted" }, json!(verdicts));

    let thread = thread_of(app, at, &parsed).await?;
    let found = thread.as_ref().map(|enquiry| enquiry.id.clone());
    steps.note("thread", if found.is_some() { "continued" } else { "new" }, json!({"enquiry_id": found}));

    let message_id = ids::new_id(at.received_at);
    let understood = understand(app, at, &words, &message_id, thread.as_ref()).await?;
    steps.note("extract", "understood", told(&understood));
    let fields = understood.fields;

    let hints =
        Hints { in_thread: thread.is_some(), is_staff_sender: words.from_staff, travel: extraction::signals(&fields) };
    let classified = classify(&parsed, &words.text, &hints);
    let told = classified.class.as_str();
    steps.note("classify", told, json!({"confidence": classified.confidence, "reason": classified.reason}));

    let returned = returned::read(app, at.tenant, &parsed, &mut steps).await?;
    let domains = [app.settings.inbound_domain.as_str(), app.settings.mail_from_domain.as_str()];
    let history = history(app, at, thread.as_ref(), &words).await?;
    let silenced = silence(&parsed, &at, &domains, history);
    steps.note("answer", silenced.clone().unwrap_or_else(|| "allowed".to_owned()), json!({}));

    let correspondence = Correspondence {
        references: parsed.references.iter().chain(&parsed.message_id).cloned().collect(),
        dmarc: Some(verdicts.dmarc),
        silenced,
        mailbox: at.mailbox.to_owned(),
    };
    let message = message(at, &parsed, words, message_id, classified.class, steps);
    let address = fields.contact.email.as_ref().and_then(|email| client_id(at.tenant.slug(), &email.value));
    let client = match address {
        Some(id) => app.store.client_by_id(at.tenant, &id).await?,
        None => None,
    };
    let ticket = if thread.is_none() { ticket_of(app, at, &parsed).await? } else { None };
    let request_id = at.mail.ses_message_id.clone();
    Ok(Reading { message, fields, correspondence, thread, ticket, client, returned, request_id })
}

fn words(raw: &[u8], parsed: &Parsed, staff: &[String]) -> Words {
    let from = parsed.from.as_ref();
    let from_staff = from.is_some_and(|from| staff.iter().any(|known| known.eq_ignore_ascii_case(&from.address)));
    if let Some(inner) = forwarded(raw, parsed).filter(|_| from_staff) {
        return Words {
            subject: inner.subject.unwrap_or_else(|| parsed.subject.clone()),
            text: inner.text,
            signature: inner.signature,
            author_name: inner.from.as_ref().and_then(|from| from.name.clone()).or(inner.from_name),
            author_address: inner.from.map(|from| from.address),
            from_staff: false,
        };
    }
    // A web form sends in its own name and says in Reply-To who filled it in.
    let author = parsed.reply_to.as_ref().or(from);
    let stripped = strip(&parsed.text);
    Words {
        subject: parsed.subject.clone(),
        text: stripped.text,
        signature: stripped.signature,
        author_name: author.and_then(|author| author.name.clone()).or_else(|| from.and_then(|from| from.name.clone())),
        author_address: author.map(|author| author.address.clone()),
        from_staff,
    }
}

fn staff_addresses(agency: &Tenant) -> Vec<String> {
    agency.config.consultants.iter().map(|consultant| consultant.email.clone()).collect()
}

/// The enquiry a mail belongs to: by a sealed reply address, then by `In-Reply-To`, then by `References`; never by subject.
async fn thread_of(app: &App, at: Circumstances<'_>, parsed: &Parsed) -> Result<Option<Enquiry>> {
    let envelope: Vec<&str> = at.mail.recipients.iter().map(String::as_str).collect();
    let mut found = thread::candidates(parsed, &envelope, &[&app.settings.inbound_domain]);
    found.message_ids.extend(returned::about(parsed));
    for token in &found.tokens {
        if let Some(id) = reply_address::enquiry_of(at.tenant.as_str(), token, &app.seal)
            && let Some(enquiry) = app.store.enquiry(at.tenant, &id).await?
        {
            return Ok(Some(enquiry));
        }
    }
    for id in found.message_ids.iter().take(20) {
        if let Some(enquiry) = app.store.enquiry_of_thread(at.tenant, id).await? {
            return Ok(Some(enquiry));
        }
    }
    Ok(None)
}

/// The helpdesk's ticket that a mail answers.
async fn ticket_of(app: &App, at: Circumstances<'_>, parsed: &Parsed) -> Result<Option<String>> {
    for id in thread::candidates(parsed, &[], &[]).message_ids.iter().take(20) {
        if let Some(ticket) = app.store.ticket_of_thread(at.tenant, id).await? {
            return Ok(Some(ticket));
        }
    }
    Ok(None)
}

async fn understand(
    app: &App,
    at: Circumstances<'_>,
    words: &Words,
    message_id: &str,
    thread: Option<&Enquiry>,
) -> Result<Understood> {
    let pointer = app.store.sheet_pointer(at.tenant).await?;
    let book = app.rates.book(&app.files, at.tenant, &pointer).await?;
    let wording = Wording {
        message_id,
        subject: &words.subject,
        text: &words.text,
        signature: &words.signature,
        from_name: words.author_name.as_deref(),
        from_address: words.author_address.as_deref(),
        received_at: at.received_at,
    };
    Ok(match thread.filter(|enquiry| !enquiry.state.is_closed()) {
        Some(enquiry) => extraction::understand_reply(&enquiry.fields, &wording, &at.agency.config, &book).into(),
        None => extractor::understand(app.model.as_ref(), &wording, &at.agency.config, &book).await,
    })
}

/// Automatic answers that this thread and this sender have had.
async fn history(app: &App, at: Circumstances<'_>, thread: Option<&Enquiry>, words: &Words) -> Result<History> {
    let enquiry = thread.map(|enquiry| enquiry.id.as_str());
    let (in_thread, to_sender_today) =
        app.store.answers_given(at.tenant, enquiry, words.author_address.as_deref(), at.received_at).await?;
    Ok(History { in_thread, to_sender_today })
}

/// Why no automatic answer may go out, in a word.
fn silence(parsed: &Parsed, at: &Circumstances<'_>, domains: &[&str], history: History) -> Option<String> {
    let reason = guard::may_answer(parsed, &at.mail.envelope_from, domains, history).err()?;
    serde_json::to_value(reason).ok()?.as_str().map(str::to_owned)
}

/// What the step's record says: which fields, who read them, and what became of a model's answer.
fn told(understood: &Understood) -> serde_json::Value {
    let mut told = json!({"fields": known_fields(&understood.fields), "extractor": understood.extractor});
    if let Some(fallback) = &understood.fallback {
        told["fallback"] = json!(fallback);
    }
    if !understood.dropped.is_empty() {
        told["dropped"] = json!(understood.dropped);
    }
    told
}

fn known_fields(fields: &Fields) -> Vec<String> {
    let value = serde_json::to_value(fields).unwrap_or_default();
    value
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(_, value)| !is_empty(value))
        .map(|(name, _)| name.clone())
        .collect()
}

fn is_empty(value: &serde_json::Value) -> bool {
    value.as_object().is_some_and(serde_json::Map::is_empty)
}

/// The record of the mail: that of a plain delivery, with the words that count and what was decided.
fn message(at: Circumstances<'_>, parsed: &Parsed, words: Words, id: String, class: Class, steps: Steps) -> Message {
    let delivery = Delivery {
        id,
        ses_message_id: at.mail.ses_message_id.clone(),
        envelope_from: at.mail.envelope_from.clone(),
        envelope_to: at.mail.recipients.clone(),
        raw_key: format!("{MAIL_PREFIX}{}", at.mail.ses_message_id),
        received_at: at.received_at,
        verdicts: at.mail.verdicts,
    };
    let stripped = Stripped { text: words.text, signature: words.signature, quoted_from: None };
    let message = Message::received(delivery, parsed, stripped);
    let state = if message.state == State::Received { State::Processed } else { message.state };
    let conversation = parsed.references.first().or(parsed.message_id.as_ref()).cloned();
    Message {
        thread_id: conversation.unwrap_or_else(|| message.id.clone()),
        class,
        state,
        steps: steps.into_inner(),
        ..message
    }
}
