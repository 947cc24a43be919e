//! Questions that come by mail: a ticket with a drafted answer and its proof; and the mails that answer tickets, which go
//! through the sending ledger like every other.
//!
//! A draft goes out by itself only where the agency allows it, DMARC passed, the loop guard has nothing against it, and
//! every sentence is cited from a document that travellers may be told of.

use tripdesk_core::{
    answer::Answer,
    error::{Error, Result},
    ids,
    job::Job,
    knowledge::Audience,
    letter::{Look, Note, note},
    mailer::{Automatic, Outgoing},
    message::{Finding, Message},
    post::{self, Parcel, shown_from_outside},
    runtime::App,
    send::{About, Send},
    store::{Changes, Commit},
    tenant::{AutoReply, Tenant, TenantId},
};

use crate::{
    ask::{Decided, decide_for},
    retrieve::{LONGEST_QUESTION, Wanted},
    tickets::{self, Draft, Ticket},
};

/// Passages that an answer is looked for in.
const PASSAGES: usize = 12;

/// Drafts the answer to a mail and opens its ticket. Done twice, it opens one.
///
/// # Errors
/// [`Error::Unavailable`] when table, files or queue do not answer.
pub(crate) async fn answer(
    app: &App,
    tenant: &TenantId,
    agency: &Tenant,
    job: &Job,
    (message_id, ticket_id): (&str, &str),
) -> Result<()> {
    let Some(message) = app.store.message(tenant, message_id).await? else {
        return app.store.finish_job(tenant, job).await.map(drop);
    };
    if let Some(ticket) = tickets::standing(app, tenant, ticket_id).await? {
        return go_on(app, tenant, job, ticket, &message).await;
    }
    let question = question(&message);
    let told = decided(app, tenant, agency, &question, Audience::Traveller).await?;
    let public = !told.answer.abstained;
    let decided = if public { told } else { decided(app, tenant, agency, &question, Audience::Staff).await? };
    let reasons = reasons(agency, &message, &decided, public);
    let mut draft = Draft { answer: decided.answer, send_id: None, reasons };
    let now = app.clock.now();
    let mut changes = Changes::new();
    let mut next = None;
    if draft.reasons.is_empty() {
        let ticket = Ticket::of_mail(ticket_id, &message, draft.clone(), now);
        let text = draft.answer.text.clone();
        let letter = Letter { ticket: &ticket, text: &text, automatic: Automatic::Replied };
        let (send, sending) = mail(app, tenant, agency, &letter).await?;
        let to = send.to.first().cloned().unwrap_or_default();
        changes = changes.write_down(tenant, &send)?.promise(tenant, &sending)?;
        changes = changes.note_answer(tenant, ticket_id, &to, &send.id, now)?;
        draft.send_id = Some(send.id);
        next = Some(sending);
    }
    let ticket = Ticket::of_mail(ticket_id, &message, draft, now);
    let mut changes = changes.create("ticket", &tickets::key(tenant, ticket_id), &ticket)?.finish(tenant, job)?;
    if let Some(id) = &message.rfc_message_id {
        changes = changes.mark_ticket(tenant, id, ticket_id)?;
    }
    let news = ticket.news(ids::new_id(now), now);
    if changes.notify(tenant, &news)?.commit(&app.store).await? == Commit::Done {
        app.queue.announce(tenant, &news.id).await?;
    }
    match next {
        Some(sending) => app.queue.announce_job(tenant, &sending).await,
        None => Ok(()),
    }
}

/// Adds a mail to the ticket it answers, and tells of it. Done twice, it is added once.
async fn go_on(app: &App, tenant: &TenantId, job: &Job, ticket: Ticket, message: &Message) -> Result<()> {
    let now = app.clock.now();
    let Some(ticket) = ticket.gone_on(message, now) else {
        return app.store.finish_job(tenant, job).await.map(drop);
    };
    let mut changes = tickets::replaced(Changes::new(), tenant, &ticket)?.finish(tenant, job)?;
    if let Some(id) = &message.rfc_message_id {
        changes = changes.mark_ticket(tenant, id, &ticket.id)?;
    }
    let news = ticket.news(ids::new_id(now), now);
    changes.notify(tenant, &news)?.commit(&app.store).await?.or_conflict("the ticket was changed just now")?;
    app.queue.announce(tenant, &news.id).await
}

/// What a mail asks: its sentences that end in a question mark; where it has none, all of it.
fn question(message: &Message) -> String {
    let sentences = message.text.split_inclusive(['.', '!', '?', '\n']).map(str::trim);
    // "I have a general question: at what time …?": what stands before the colon asks for nothing.
    let asked = sentences.filter(|sentence| sentence.ends_with('?'));
    let asked: Vec<&str> = asked.map(|one| one.rsplit_once(": ").map_or(one, |(_, after)| after)).collect();
    let whole = if asked.is_empty() { format!("{}\n{}", message.subject, message.text) } else { asked.join(" ") };
    whole.chars().take(LONGEST_QUESTION).collect()
}

async fn decided(app: &App, tenant: &TenantId, agency: &Tenant, text: &str, audience: Audience) -> Result<Decided> {
    let today = app.clock.now().to_zoned(agency.config.zone()).date();
    let wanted = Wanted { text, category: None, audience, today, limit: PASSAGES };
    decide_for(app, tenant, agency, &wanted).await
}

/// Why a draft waits for a person; empty when it may go out by itself.
fn reasons(agency: &Tenant, message: &Message, decided: &Decided, public: bool) -> Vec<String> {
    let guard = message.steps.iter().find(|step| step.step == "answer").map(|step| step.outcome.as_str());
    let open: [(bool, &str); 6] = [
        (agency.config.agents.helpdesk.auto_reply == AutoReply::Cited, "answers by mail are not sent by themselves"),
        (!decided.answer.abstained, "nothing in the documents answers it"),
        (is_cited(&decided.answer) && public, "not every sentence is cited from a document for travellers"),
        (message.verdicts.dmarc == Finding::Pass, "the sender is not proven"),
        (guard == Some("allowed"), "the mail must not be answered automatically"),
        (message.from.is_some(), "the mail names no sender"),
    ];
    open.iter().filter(|(holds, _)| !holds).map(|(_, reason)| (*reason).to_owned()).collect()
}

/// Whether an answer has a proof.
fn is_cited(answer: &Answer) -> bool {
    !answer.citations.is_empty() && answer.citations.iter().all(|citation| !citation.quote.is_empty())
}

/// An answer to a ticket by mail.
pub(crate) struct Letter<'a> {
    pub ticket: &'a Ticket,
    pub text: &'a str,
    pub automatic: Automatic,
}

/// The mail that answers a ticket: its file, its entry in the ledger, and the job of sending it.
///
/// # Errors
/// [`Error::Conflict`] when nobody asked by mail, [`Error::Unavailable`] when the files do not answer.
pub(crate) async fn mail(app: &App, tenant: &TenantId, agency: &Tenant, letter: &Letter<'_>) -> Result<(Send, Job)> {
    let nobody = || Error::conflict("nobody asked this by mail");
    let to = letter.ticket.requester.clone().ok_or_else(nobody)?;
    let message_id = letter.ticket.message_id.as_ref().ok_or_else(nobody)?;
    let asked = app.store.message(tenant, message_id).await?.ok_or_else(nobody)?;
    let body = note(
        &Look::of(&shown_from_outside(app, &agency.config), &agency.name),
        &Note {
            subject: reply_subject(&asked.subject),
            paragraphs: letter.text.split("\n\n").map(str::to_owned).collect(),
            ..Note::default()
        },
    );
    let mail = Outgoing {
        to: (asked.from_name.clone().unwrap_or_default(), to),
        reply_to: Some(format!("{}@{}", agency.id, app.settings.inbound_domain)),
        subject: body.subject,
        html: body.html,
        text: body.text,
        references: asked.references.iter().chain(&asked.rfc_message_id).cloned().collect(),
        automatic: letter.automatic,
        ..Outgoing::default()
    };
    let about = About::Ticket { ticket_id: letter.ticket.id.clone() };
    post::lay_down(app, tenant, agency, Parcel { about, mail, besides: Vec::new() }, &letter.ticket.id).await
}

/// "Re: " once.
fn reply_subject(subject: &str) -> String {
    if subject.to_lowercase().starts_with("re:") { subject.to_owned() } else { format!("Re: {subject}") }
}
