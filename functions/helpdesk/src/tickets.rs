//! Tickets: questions that a person answers. States go `open → in_progress → resolved → closed`; a resolved one may be
//! taken up again.

use axum::{Json, extract::State};
use http::StatusCode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    answer::Answer,
    error::{Error, Result},
    http::{Body, Listing, Paging, Params, PathId, Problem, Wire},
    ids,
    mailer::Automatic,
    message::Message,
    notification::{Notification, NotificationKind},
    runtime::App,
    session::Session,
    store::{Changes, Key, Order},
    tenant::TenantId,
    user::Role,
};
use utoipa::ToSchema;

use crate::letters;

const LIST: &str = "tickets";
/// Most replies of one ticket.
const MOST_REPLIES: usize = 200;
/// Characters of a subject and of a text.
const LONGEST_SUBJECT: usize = 200;
const LONGEST_TEXT: usize = 10_000;

/// A ticket.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct Ticket {
    /// UUID.
    pub id: String,
    /// In a few words.
    subject: String,
    /// The question.
    text: String,
    /// Where it stands.
    state: TicketState,
    /// The `id` of the answer that led to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    question_id: Option<String>,
    /// What was written since.
    replies: Vec<TicketReply>,
    /// Who opened it; absent when it came by mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    user_id: Option<String>,
    /// The mail it came by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
    /// Address that asked by mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requester: Option<String>,
    /// What the documents say to a question that came by mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<Draft>,
    /// Who works on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    assignee_id: Option<String>,
    /// Raised by one on every change.
    version: u64,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
}

/// An answer that nobody has looked at yet.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct Draft {
    /// The answer and its proof.
    #[serde(flatten)]
    pub answer: Answer,
    /// The mail it was sent by, where the agency lets it go out by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub send_id: Option<String>,
    /// Why it was not sent by itself.
    pub reasons: Vec<String>,
}

/// One thing that was written.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct TicketReply {
    /// Who wrote it; absent when it came by mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    user_id: Option<String>,
    /// The mail it came by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message_id: Option<String>,
    text: String,
    /// Who is told.
    #[serde(default)]
    to: ReplyTo,
    /// The mail it was sent by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    send_id: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
}

/// Where a ticket stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TicketState {
    /// Nobody works on it.
    Open,
    /// Somebody does.
    InProgress,
    /// It is answered.
    Resolved,
    /// Nothing more comes.
    Closed,
}

impl TicketState {
    fn may_become(self, next: Self) -> bool {
        use TicketState::{Closed, InProgress, Open, Resolved};
        matches!(
            (self, next),
            (Open, InProgress | Resolved) | (InProgress, Resolved | Open) | (Resolved, Closed | InProgress)
        )
    }
}

/// Who is told of a reply.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ReplyTo {
    /// The agency's staff.
    #[default]
    Staff,
    /// Whoever asked by mail, by mail.
    Requester,
}

impl Ticket {
    /// A ticket for a question that came by mail.
    pub(crate) fn of_mail(id: &str, message: &Message, draft: Draft, now: Timestamp) -> Self {
        let state = if draft.send_id.is_some() { TicketState::Resolved } else { TicketState::Open };
        Self {
            id: id.to_owned(),
            subject: message.subject.chars().take(LONGEST_SUBJECT).collect(),
            text: message.text.chars().take(LONGEST_TEXT).collect(),
            state,
            question_id: None,
            replies: Vec::new(),
            user_id: None,
            message_id: Some(message.id.clone()),
            requester: message.from.clone(),
            draft: Some(draft),
            assignee_id: None,
            version: 1,
            created_at: now,
            updated_at: now,
        }
    }

    /// The ticket with what somebody wrote to it by mail: it waits for a person again. `None` when it has that already.
    pub(crate) fn gone_on(self, message: &Message, now: Timestamp) -> Option<Self> {
        let is_its = |id: Option<&String>| id == Some(&message.id);
        if is_its(self.message_id.as_ref()) || self.replies.iter().any(|reply| is_its(reply.message_id.as_ref())) {
            return None;
        }
        let mut replies = self.replies;
        replies.truncate(MOST_REPLIES);
        replies.push(TicketReply {
            user_id: None,
            message_id: Some(message.id.clone()),
            text: message.text.chars().take(LONGEST_TEXT).collect(),
            to: ReplyTo::Staff,
            send_id: None,
            at: now,
        });
        Some(Self { state: TicketState::Open, replies, version: self.version + 1, updated_at: now, ..self })
    }

    /// News of it, as news of a question or of an answer that came by mail.
    pub(crate) fn news(&self, id: String, now: Timestamp) -> Notification {
        let text = match self.replies.last() {
            Some(_) => format!("New on a ticket: {}", self.subject),
            None => format!("New ticket: {}", self.subject),
        };
        let kind = NotificationKind::TicketOpened;
        Notification { id, kind, text, subject_id: self.id.clone(), read_by: Vec::new(), created_at: now }
    }
}

/// A ticket to open.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewTicket {
    subject: String,
    text: String,
    question_id: Option<String>,
}

/// Lists tickets, newest first.
#[utoipa::path(get, path = "/api/v1/helpdesk/tickets", tag = "helpdesk", security(("bearer" = [])), params(Paging),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Listing<Ticket>), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn list(
    State(app): State<App>,
    session: Session,
    Params(paging): Params<Paging>,
) -> Result<Json<Listing<Ticket>>, Wire> {
    let request = paging.request(&app.seal, &session.tenant, LIST)?;
    let page = app.store.list(&session.tenant, "ticket", Order::Descending, &request).await?;
    Ok(Json(Paging::listing(&app.seal, &session.tenant, LIST, page)))
}

/// Opens a ticket.
#[utoipa::path(post, path = "/api/v1/helpdesk/tickets", tag = "helpdesk", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))), request_body = NewTicket,
    responses((status = 201, body = Ticket), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 413, body = Problem), (status = 415, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn create(
    State(app): State<App>,
    session: Session,
    Body(new): Body<NewTicket>,
) -> Result<(StatusCode, Json<Ticket>), Wire> {
    check_text("subject", &new.subject, LONGEST_SUBJECT)?;
    check_text("text", &new.text, LONGEST_TEXT)?;
    if new.question_id.as_deref().is_some_and(|id| !ids::is_id(id)) {
        return Err(Error::invalid("question_id", "not the id of an answer").into());
    }
    let now = app.clock.now();
    let ticket = Ticket {
        id: ids::new_id(now),
        subject: new.subject,
        text: new.text,
        state: TicketState::Open,
        question_id: new.question_id,
        replies: Vec::new(),
        user_id: Some(session.user_id.clone()),
        message_id: None,
        requester: None,
        draft: None,
        assignee_id: None,
        version: 1,
        created_at: now,
        updated_at: now,
    };
    app.store.put(&key(&session.tenant, &ticket.id), &ticket).await?;
    Ok((StatusCode::CREATED, Json(ticket)))
}

/// Shows a ticket.
#[utoipa::path(get, path = "/api/v1/helpdesk/tickets/{id}", tag = "helpdesk", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))), params(("id" = String, Path)),
    responses((status = 200, body = Ticket), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn show(State(app): State<App>, session: Session, PathId(id): PathId) -> Result<Json<Ticket>, Wire> {
    Ok(Json(found(&app, &session, &id).await?))
}

/// What is to change.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TicketChange {
    state: Option<TicketState>,
    assignee_id: Option<String>,
}

/// Moves a ticket on, or hands it to somebody.
#[utoipa::path(patch, path = "/api/v1/helpdesk/tickets/{id}", tag = "helpdesk", security(("bearer" = [])),
    extensions(("x-access" = json!("consultant"))), params(("id" = String, Path)), request_body = TicketChange,
    responses((status = 200, body = Ticket), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem), (status = 429, body = Problem),
        (status = 503, body = Problem)))]
pub(crate) async fn change(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
    Body(change): Body<TicketChange>,
) -> Result<Json<Ticket>, Wire> {
    session.require(Role::Consultant)?;
    let mut ticket = found(&app, &session, &id).await?;
    if let Some(next) = change.state.filter(|next| *next != ticket.state) {
        if !ticket.state.may_become(next) {
            return Err(Error::conflict("a ticket in this state cannot be moved there").into());
        }
        ticket.state = next;
    }
    if let Some(assignee) = change.assignee_id {
        if !ids::is_id(&assignee) {
            return Err(Error::invalid("assignee_id", "not the id of a user").into());
        }
        ticket.assignee_id = Some(assignee);
    }
    Ok(Json(saved(&app, &session, ticket, Changes::new()).await?))
}

/// Something to write on a ticket.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewReply {
    text: String,
    /// Who is told; staff when absent.
    #[serde(default)]
    to: ReplyTo,
}

/// Writes on a ticket.
#[utoipa::path(post, path = "/api/v1/helpdesk/tickets/{id}/reply", tag = "helpdesk", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))), params(("id" = String, Path)), request_body = NewReply,
    responses((status = 200, body = Ticket), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem), (status = 429, body = Problem),
        (status = 503, body = Problem)))]
pub(crate) async fn reply(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
    Body(reply): Body<NewReply>,
) -> Result<Json<Ticket>, Wire> {
    check_text("text", &reply.text, LONGEST_TEXT)?;
    let mut ticket = found(&app, &session, &id).await?;
    if ticket.state == TicketState::Closed || ticket.replies.len() >= MOST_REPLIES {
        return Err(Error::conflict("this ticket takes no more replies").into());
    }
    let mut reply = TicketReply {
        user_id: Some(session.user_id.clone()),
        message_id: None,
        text: reply.text,
        to: reply.to,
        send_id: None,
        at: app.clock.now(),
    };
    if reply.to == ReplyTo::Staff {
        ticket.replies.push(reply);
        return Ok(Json(saved(&app, &session, ticket, Changes::new()).await?));
    }
    session.require(Role::Consultant)?;
    let letter = letters::Letter { ticket: &ticket, text: &reply.text, automatic: Automatic::No };
    let (send, job) = letters::mail(&app, &session.tenant, &session.agency, &letter).await?;
    reply.send_id = Some(send.id.clone());
    ticket.replies.push(reply);
    let changes = Changes::new().write_down(&session.tenant, &send)?.promise(&session.tenant, &job)?;
    let ticket = saved(&app, &session, ticket, changes).await?;
    app.queue.announce_job(&session.tenant, &job).await?;
    Ok(Json(ticket))
}

async fn saved(app: &App, session: &Session, ticket: Ticket, changes: Changes) -> Result<Ticket> {
    let before = ticket.version;
    let ticket = Ticket { version: before + 1, updated_at: app.clock.now(), ..ticket };
    let changes = changes.replace("version", &key(&session.tenant, &ticket.id), &ticket, before)?;
    changes.commit(&app.store).await?.or_conflict("the ticket was changed by somebody else just now")?;
    Ok(ticket)
}

async fn found(app: &App, session: &Session, id: &str) -> Result<Ticket> {
    app.store.get(&key(&session.tenant, id)).await?.ok_or(Error::NotFound("ticket"))
}

fn check_text(field: &str, text: &str, most: usize) -> Result<()> {
    let fits = !text.trim().is_empty() && text.chars().take(most + 1).count() <= most;
    if fits { Ok(()) } else { Err(Error::invalid(field, format!("between 1 and {most} characters"))) }
}

/// A ticket as it stands.
///
/// # Errors
/// [`Error::Unavailable`] when the table does not answer.
pub(crate) async fn standing(app: &App, tenant: &TenantId, id: &str) -> Result<Option<Ticket>> {
    app.store.get(&key(tenant, id)).await
}

/// The changes with a ticket in place of the version before it.
///
/// # Errors
/// As [`Changes::replace`].
pub(crate) fn replaced(changes: Changes, tenant: &TenantId, ticket: &Ticket) -> Result<Changes> {
    changes.replace("version", &key(tenant, &ticket.id), ticket, ticket.version - 1)
}

/// Where a ticket lies.
pub(crate) fn key(tenant: &TenantId, id: &str) -> Key {
    Key::of(tenant, "ticket", id)
}
