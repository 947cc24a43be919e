//! What was asked and how it went: the questions that nothing answered, what askers think of answers, and how a person
//! closes a gap.

use axum::{Json, extract::State};
use http::StatusCode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    answer::QuestionKind,
    error::{Error, Result},
    http::{Body, Listing, Paging, Params, PathId, Problem, Wire},
    ids,
    knowledge::{Case, Document, DocumentState, Visibility},
    runtime::App,
    session::Session,
    store::{Changes, Key, Order},
    user::Role,
};
use utoipa::ToSchema;

use crate::{
    ask::Decided,
    documents::{self, NewDocument},
    ingest,
    regressions::{self, Regression},
};

const LIST: &str = "gaps";

/// A question that was asked.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct Asked {
    /// UUID.
    id: String,
    /// In the asker's words.
    question: String,
    /// What it is about.
    pub kind: QuestionKind,
    /// How it was answered.
    #[serde(default)]
    pub method: String,
    /// Whether nothing answered it.
    pub abstained: bool,
    /// Titles of the documents cited.
    pub titles: Vec<String>,
    /// Who asked.
    user_id: String,
    /// What the asker thought of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub helpful: Option<bool>,
    /// How long the answer took, in milliseconds.
    #[serde(default)]
    pub total_ms: f64,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
}

impl Asked {
    /// The record of a question.
    pub(crate) fn new(
        id: &str,
        session: &Session,
        question: &str,
        decided: &Decided,
        total_ms: f64,
        at: Timestamp,
    ) -> Self {
        let mut titles: Vec<String> = decided.answer.citations.iter().map(|citation| citation.title.clone()).collect();
        titles.dedup();
        Self {
            id: id.to_owned(),
            question: question.to_owned(),
            kind: decided.kind,
            method: decided.method.to_owned(),
            abstained: decided.answer.abstained,
            titles,
            user_id: session.user_id.clone(),
            helpful: None,
            total_ms,
            at,
        }
    }
}

/// Notes a question, and a gap when nothing answered it.
///
/// # Errors
/// As [`Changes::put`].
pub(crate) fn note(changes: Changes, session: &Session, asked: &Asked) -> Result<Changes> {
    let changes = changes.put(&key(session, "question", &asked.id), asked)?;
    if asked.abstained { changes.put(&key(session, "gap", &asked.id), asked) } else { Ok(changes) }
}

/// Questions that nothing answered, newest first.
#[utoipa::path(get, path = "/api/v1/helpdesk/gaps", tag = "helpdesk", security(("bearer" = [])), params(Paging),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Listing<Asked>), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn gaps(
    State(app): State<App>,
    session: Session,
    Params(paging): Params<Paging>,
) -> Result<Json<Listing<Asked>>, Wire> {
    let request = paging.request(&app.seal, &session.tenant, LIST)?;
    let page = app.store.list(&session.tenant, "gap", Order::Descending, &request).await?;
    Ok(Json(Paging::listing(&app.seal, &session.tenant, LIST, page)))
}

/// How a person closes a gap.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GapAnswer {
    /// The answer, which becomes the text of a draft document.
    answer: String,
    /// What an answer must contain from now on; the whole answer when absent.
    fact: Option<String>,
    /// Title of the draft; the question when absent.
    title: Option<String>,
    /// Its category.
    category: Option<String>,
    /// Who may be told; staff when absent.
    #[serde(default)]
    visibility: Visibility,
}

/// What a closed gap has become.
#[derive(Serialize, ToSchema)]
pub(crate) struct Closed {
    /// The draft; it is used once it is published.
    document: Document,
    /// The question that must stay answered.
    regression: Regression,
}

/// Closes a gap: the answer becomes a draft document, and the question a regression question.
#[utoipa::path(post, path = "/api/v1/helpdesk/gaps/{id}/answer", tag = "helpdesk", security(("bearer" = [])),
    extensions(("x-access" = json!("consultant"))), params(("id" = String, Path)), request_body = GapAnswer,
    responses((status = 201, body = Closed), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem), (status = 429, body = Problem),
        (status = 503, body = Problem)))]
pub(crate) async fn answer(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
    Body(wish): Body<GapAnswer>,
) -> Result<(StatusCode, Json<Closed>), Wire> {
    session.require(Role::Consultant)?;
    let gap: Asked = app.store.get(&key(&session, "gap", &id)).await?.ok_or(Error::NotFound("gap"))?;
    if wish.answer.trim().is_empty() || wish.answer.chars().count() > 20_000 {
        return Err(Error::invalid("answer", "between 1 and 20,000 characters").into());
    }
    let title: String = wish.title.unwrap_or_else(|| gap.question.chars().take(200).collect());
    let new = NewDocument {
        title,
        text: Some(format!("{}\n\n{}", gap.question, wish.answer)),
        format: None,
        file: None,
        category: wish.category,
        visibility: wish.visibility,
        valid_from: None,
        valid_to: None,
        external_id: None,
        state: DocumentState::Draft,
    };
    let now = app.clock.now();
    let (written, _) =
        documents::written(&app, &session.tenant, new, &session.agency.config.knowledge.categories, ids::new_id(now))
            .await?;
    let case = Case {
        question: gap.question.clone(),
        fact: Some(wish.fact.unwrap_or(wish.answer)),
        document: Some(written.document.title.clone()),
    };
    let regression = Regression { id: id.clone(), case, created_at: now };
    let document = ingest::put(&app, &session.tenant, written, None).await?;
    let changes = Changes::new().put(&regressions::key(&session.tenant, &id), &regression)?;
    changes.delete(&key(&session, "gap", &id)).commit(&app.store).await?;
    Ok((StatusCode::CREATED, Json(Closed { document, regression })))
}

/// Takes a question off the list of gaps: it needs no answer.
#[utoipa::path(delete, path = "/api/v1/helpdesk/gaps/{id}", tag = "helpdesk", security(("bearer" = [])),
    extensions(("x-access" = json!("consultant"))), params(("id" = String, Path)),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn dismiss(State(app): State<App>, session: Session, PathId(id): PathId) -> Result<StatusCode, Wire> {
    session.require(Role::Consultant)?;
    let gap: Option<Asked> = app.store.get(&key(&session, "gap", &id)).await?;
    gap.ok_or(Error::NotFound("gap"))?;
    app.store.delete(&key(&session, "gap", &id)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What somebody thinks of an answer.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Feedback {
    /// The `id` of the answer.
    id: String,
    /// Whether it helped.
    helpful: bool,
    /// In their own words.
    comment: Option<String>,
}

/// Feedback as it was kept.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct Kept {
    id: String,
    helpful: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    comment: Option<String>,
}

/// Keeps what the asker thinks of an answer; an unhelpful one joins the gaps.
#[utoipa::path(post, path = "/api/v1/helpdesk/feedback", tag = "helpdesk", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))), request_body = Feedback,
    responses((status = 200, body = Kept), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn feedback(
    State(app): State<App>,
    session: Session,
    Body(feedback): Body<Feedback>,
) -> Result<Json<Kept>, Wire> {
    if feedback.comment.as_ref().is_some_and(|comment| comment.chars().count() > 2_000) {
        return Err(Error::invalid("comment", "at most 2,000 characters").into());
    }
    let found =
        if ids::is_id(&feedback.id) { app.store.get(&key(&session, "question", &feedback.id)).await? } else { None };
    let mut asked: Asked = found.ok_or(Error::NotFound("answer"))?;
    asked.helpful = Some(feedback.helpful);
    let kept = Kept { id: feedback.id, helpful: feedback.helpful, comment: feedback.comment };
    let changes = Changes::new().put(&key(&session, "question", &kept.id), &asked)?;
    let changes = changes.put(&key(&session, "feedback", &kept.id), &kept)?;
    let changes = if kept.helpful { changes } else { changes.put(&key(&session, "gap", &kept.id), &asked)? };
    changes.commit(&app.store).await?;
    Ok(Json(kept))
}

fn key(session: &Session, noun: &str, id: &str) -> Key {
    Key::of(&session.tenant, noun, id)
}
