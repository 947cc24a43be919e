//! Asking: load the conversation, decide, save what was asked, answer.

use std::time::Instant;

use axum::{Json, extract::State};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    answer::{self, Answer, Citation, QuestionKind, Turn},
    error::{Error, Result},
    http::{Body, Problem, Wire},
    ids,
    metrics::{self, Figure},
    pricing::PricedOption,
    runtime::App,
    session::Session,
    store::{Changes, Key},
    tenant::{Tenant, TenantId},
};
use utoipa::ToSchema;

use crate::{
    compose::compose,
    gaps::{self, Asked},
    prices,
    retrieve::{Wanted, check_question, millis, retrieve},
};

/// Turns of a conversation that are remembered.
const REMEMBERED: usize = 6;
/// Passages that an answer is looked for in.
const PASSAGES: usize = 12;

/// A question.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Question {
    /// In the asker's words.
    question: String,
    /// Goes on with this conversation; a new one begins when absent.
    conversation_id: Option<String>,
}

/// An answer.
#[derive(Serialize, ToSchema)]
pub(crate) struct Answered {
    /// Names this question, for feedback.
    id: String,
    /// One to three sentences.
    answer: String,
    /// What the question is about.
    kind: QuestionKind,
    /// How it was answered: `extractive` (words and vectors), `extractive_lexical` (words alone), `bedrock`, `rates`.
    method: &'static str,
    /// Whether nothing answers it.
    abstained: bool,
    /// Where each sentence stands.
    citations: Vec<Citation>,
    /// What a price question was answered with, each line with its trace.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<PricedOption>,
    /// To go on with.
    conversation_id: String,
    /// How long it took.
    timings: Timings,
}

/// Milliseconds.
#[derive(Serialize, ToSchema)]
pub(crate) struct Timings {
    search_ms: f64,
    synthesis_ms: f64,
    total_ms: f64,
}

/// A conversation of one user.
#[derive(Default, Serialize, Deserialize)]
struct Conversation {
    id: String,
    user_id: String,
    turns: Vec<Turn>,
    updated_at: Timestamp,
}

/// Answers a question out of the agency's documents and rates.
#[utoipa::path(post, path = "/api/v1/helpdesk/ask", tag = "helpdesk", security(("bearer" = [])), request_body = Question,
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Answered), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn ask(
    State(app): State<App>,
    session: Session,
    Body(question): Body<Question>,
) -> Result<Json<Answered>, Wire> {
    let start = Instant::now();
    check_question("question", &question.question)?;
    if !session.agency.config.agents.helpdesk.enabled {
        return Err(Error::Forbidden("the helpdesk is switched off for your agency").into());
    }
    let mut conversation = conversation(&app, &session, question.conversation_id.as_deref()).await?;
    let meant = answer::resolved(&question.question, &conversation.turns);
    let decided = decide(&app, &session, &meant).await?;
    let now = app.clock.now();
    let turn = Turn {
        question: question.question.clone(),
        resolved: meant,
        titles: decided.answer.citations.iter().map(|citation| citation.title.clone()).collect(),
    };
    conversation.turns.push(turn);
    let surplus = conversation.turns.len().saturating_sub(REMEMBERED);
    conversation.turns.drain(..surplus);
    conversation.updated_at = now;
    let id = ids::new_id(now);
    let total_ms = millis(start);
    let asked = Asked::new(&id, &session, &question.question, &decided, total_ms, now);
    let changes = Changes::new().put(&conversation_key(&session, &conversation.id), &conversation)?;
    gaps::note(changes, &session, &asked)?.commit(&app.store).await?;
    decided.count();
    let total_ms = millis(start);
    Ok(Json(decided.answered(id, conversation.id, total_ms)))
}

/// What was decided before anything is saved.
pub(crate) struct Decided {
    /// The answer.
    pub answer: Answer,
    /// What the question is about.
    pub kind: QuestionKind,
    /// Titles of the passages found, best first.
    pub titles: Vec<String>,
    /// How it was answered.
    pub method: &'static str,
    options: Vec<PricedOption>,
    search_ms: f64,
    synthesis_ms: f64,
}

/// Finds and answers for a signed-in user; saves nothing.
///
/// # Errors
/// [`Error::Unavailable`] when table or files do not answer.
pub(crate) async fn decide(app: &App, session: &Session, question: &str) -> Result<Decided> {
    let wanted = Wanted::by(session, app, question, None, PASSAGES);
    decide_for(app, &session.tenant, &session.agency, &wanted).await
}

/// Finds and answers for whoever is named in `wanted`; saves nothing.
///
/// # Errors
/// As [`decide`].
pub(crate) async fn decide_for(app: &App, tenant: &TenantId, agency: &Tenant, wanted: &Wanted<'_>) -> Result<Decided> {
    let retrieved = retrieve(app, tenant, wanted).await?;
    let start = Instant::now();
    let places: Vec<String> = agency.config.destinations.iter().map(|place| place.name.clone()).collect();
    let (kind, priced) = prices::answer(app, tenant, agency, wanted.text, &places).await?;
    let indexes = retrieved.indexes();
    let titles = retrieved.found.hits.iter().filter_map(|hit| Some(hit.view(&indexes)?.document.title.to_owned()));
    let titles = titles.collect();
    if let Some(priced) = priced {
        let (answer, options, synthesis_ms) = (priced.answer, priced.options, millis(start));
        return Ok(Decided {
            answer,
            kind,
            titles,
            method: "rates",
            options,
            search_ms: retrieved.search_ms,
            synthesis_ms,
        });
    }
    let made = compose(app, wanted.text, kind, &retrieved, agency.config.agents.helpdesk.tone).await;
    Ok(Decided {
        answer: made.answer,
        kind,
        titles,
        method: made.method,
        options: Vec::new(),
        search_ms: retrieved.search_ms,
        synthesis_ms: made.synthesis_ms,
    })
}

impl Decided {
    /// Counts a question that was not answered.
    pub(crate) fn count(&self) {
        if self.answer.abstained {
            metrics::count(Figure::Abstentions, self.method);
        }
    }

    fn answered(self, id: String, conversation_id: String, total_ms: f64) -> Answered {
        Answered {
            id,
            answer: self.answer.text,
            kind: self.kind,
            method: self.method,
            abstained: self.answer.abstained,
            citations: self.answer.citations,
            options: self.options,
            conversation_id,
            timings: Timings { search_ms: self.search_ms, synthesis_ms: self.synthesis_ms, total_ms },
        }
    }
}

/// The caller's conversation of this id, or a new one. Somebody else's is answered as one that does not exist.
async fn conversation(app: &App, session: &Session, id: Option<&str>) -> Result<Conversation> {
    let Some(id) = id else {
        let id = ids::new_id(app.clock.now());
        return Ok(Conversation { id, user_id: session.user_id.clone(), ..Conversation::default() });
    };
    if !ids::is_id(id) {
        return Err(Error::NotFound("conversation"));
    }
    let found: Option<Conversation> = app.store.get(&conversation_key(session, id)).await?;
    found.filter(|found| found.user_id == session.user_id).ok_or(Error::NotFound("conversation"))
}

fn conversation_key(session: &Session, id: &str) -> Key {
    Key::of(&session.tenant, "conversation", id)
}
