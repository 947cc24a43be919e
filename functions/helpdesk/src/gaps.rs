//! What was asked and how it went: gaps, topics, statistics, feedback.

use std::collections::BTreeMap;

use axum::{Json, extract::State};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    answer::{Answer, QuestionKind},
    error::{Error, Result},
    http::{Body, Listing, Paging, Params, Problem, Wire},
    ids,
    runtime::App,
    session::Session,
    store::{Changes, Key, Order, PageRequest},
};
use utoipa::ToSchema;

const LIST: &str = "gaps";
/// Questions that statistics look back over.
const RECENT: u16 = 500;

/// A question that was asked.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct Asked {
    /// UUID.
    id: String,
    /// In the asker's words.
    question: String,
    /// What it is about.
    kind: QuestionKind,
    /// Whether nothing answered it.
    abstained: bool,
    /// Titles of the documents cited.
    titles: Vec<String>,
    /// Who asked.
    user_id: String,
    /// What the asker thought of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    helpful: Option<bool>,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
}

impl Asked {
    /// The record of a question.
    pub(crate) fn new(
        id: &str,
        session: &Session,
        question: &str,
        kind: QuestionKind,
        answer: &Answer,
        at: Timestamp,
    ) -> Self {
        let mut titles: Vec<String> = answer.citations.iter().map(|citation| citation.title.clone()).collect();
        titles.dedup();
        Self {
            id: id.to_owned(),
            question: question.to_owned(),
            kind,
            abstained: answer.abstained,
            titles,
            user_id: session.user_id.clone(),
            helpful: None,
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
    responses((status = 200, body = Listing<Asked>), (status = 400, body = Problem), (status = 401, body = Problem)))]
pub(crate) async fn gaps(
    State(app): State<App>,
    session: Session,
    Params(paging): Params<Paging>,
) -> Result<Json<Listing<Asked>>, Wire> {
    let request = paging.request(&app.seal, &session.tenant, LIST)?;
    let page = app.store.list(&session.tenant, "gap", Order::Descending, &request).await?;
    Ok(Json(Paging::listing(&app.seal, &session.tenant, LIST, page)))
}

/// What is asked about most.
#[derive(Serialize, ToSchema)]
pub(crate) struct Topics {
    items: Vec<Topic>,
}

/// A document and how often it answered.
#[derive(Serialize, ToSchema)]
pub(crate) struct Topic {
    title: String,
    questions: usize,
}

/// Documents by how many of the latest questions they answered.
#[utoipa::path(get, path = "/api/v1/helpdesk/topics", tag = "helpdesk", security(("bearer" = [])),
    responses((status = 200, body = Topics), (status = 401, body = Problem)))]
pub(crate) async fn topics(State(app): State<App>, session: Session) -> Result<Json<Topics>, Wire> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for title in recent(&app, &session).await?.into_iter().flat_map(|asked| asked.titles) {
        *counts.entry(title).or_default() += 1;
    }
    let mut items: Vec<Topic> = counts.into_iter().map(|(title, questions)| Topic { title, questions }).collect();
    items.sort_by_key(|topic| std::cmp::Reverse(topic.questions));
    items.truncate(50);
    Ok(Json(Topics { items }))
}

/// How the helpdesk is doing, over the latest questions.
#[derive(Serialize, ToSchema)]
pub(crate) struct Stats {
    /// Documents that may be cited.
    documents: u64,
    /// Their passages.
    passages: u64,
    /// Questions looked at.
    questions: usize,
    /// Of these, answered.
    answered: usize,
    /// Of these, not answered.
    abstained: usize,
    /// Marked as helpful.
    helpful: usize,
    /// Marked as not helpful.
    unhelpful: usize,
    /// Questions by kind.
    kinds: BTreeMap<QuestionKind, usize>,
}

/// Counts documents and the latest questions.
#[utoipa::path(get, path = "/api/v1/helpdesk/stats", tag = "helpdesk", security(("bearer" = [])),
    responses((status = 200, body = Stats), (status = 401, body = Problem)))]
pub(crate) async fn stats(State(app): State<App>, session: Session) -> Result<Json<Stats>, Wire> {
    let pointer = app.store.index_pointer(&session.tenant).await?;
    let asked = recent(&app, &session).await?;
    let count = |of: &dyn Fn(&Asked) -> bool| asked.iter().filter(|one| of(one)).count();
    let mut kinds = BTreeMap::new();
    asked.iter().for_each(|one| *kinds.entry(one.kind).or_default() += 1);
    Ok(Json(Stats {
        documents: pointer.documents,
        passages: pointer.passages,
        questions: asked.len(),
        answered: count(&|one| !one.abstained),
        abstained: count(&|one| one.abstained),
        helpful: count(&|one| one.helpful == Some(true)),
        unhelpful: count(&|one| one.helpful == Some(false)),
        kinds,
    }))
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
    request_body = Feedback, responses((status = 200, body = Kept), (status = 400, body = Problem),
        (status = 401, body = Problem), (status = 404, body = Problem)))]
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

async fn recent(app: &App, session: &Session) -> Result<Vec<Asked>> {
    let request = PageRequest { limit: RECENT, after: None };
    Ok(app.store.list(&session.tenant, "question", Order::Descending, &request).await?.items)
}

fn key(session: &Session, noun: &str, id: &str) -> Key {
    Key::of(&session.tenant, noun, id)
}
