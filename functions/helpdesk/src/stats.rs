//! How the helpdesk is used and how right it is: topics, counts, days.

use std::collections::BTreeMap;

use axum::{Json, extract::State};
use serde::Serialize;
use tripdesk_core::{
    answer::QuestionKind,
    error::Result,
    http::{Problem, Wire},
    runtime::App,
    session::Session,
    store::{Order, PageRequest},
};
use utoipa::ToSchema;

use crate::gaps::Asked;

/// Questions that statistics look back over.
const RECENT: u16 = 500;

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
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Topics), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
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
    /// Passages that have vectors; the rest is found by words alone until they are made.
    passages_embedded: u64,
    /// The embedding model; empty when search is by words alone.
    embedding_model: String,
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
    /// Share of the marked answers that helped, in percent; absent before the first mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    accuracy_pct: Option<u8>,
    /// Half of the answers took no longer, in milliseconds.
    median_ms: f64,
    /// Questions by kind.
    kinds: BTreeMap<QuestionKind, usize>,
    /// Answers by method.
    methods: BTreeMap<String, usize>,
    /// Questions by day, the agency's, oldest first.
    days: Vec<Day>,
}

/// A day's questions.
#[derive(Serialize, ToSchema)]
pub(crate) struct Day {
    #[schema(format = Date)]
    date: String,
    questions: usize,
    answered: usize,
}

/// Counts documents and the latest questions.
#[utoipa::path(get, path = "/api/v1/helpdesk/stats", tag = "helpdesk", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Stats), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn stats(State(app): State<App>, session: Session) -> Result<Json<Stats>, Wire> {
    let pointer = app.store.index_pointer(&session.tenant).await?;
    let asked = recent(&app, &session).await?;
    let count = |of: &dyn Fn(&Asked) -> bool| asked.iter().filter(|one| of(one)).count();
    let (mut kinds, mut methods) = (BTreeMap::new(), BTreeMap::new());
    for one in &asked {
        *kinds.entry(one.kind).or_default() += 1;
        *methods.entry(one.method.clone()).or_default() += 1;
    }
    let (helpful, unhelpful) = (count(&|one| one.helpful == Some(true)), count(&|one| one.helpful == Some(false)));
    let model = app.embedder.model();
    Ok(Json(Stats {
        documents: pointer.documents(),
        passages: pointer.passages(),
        passages_embedded: pointer.embedded(&model),
        embedding_model: model,
        questions: asked.len(),
        answered: count(&|one| !one.abstained),
        abstained: count(&|one| one.abstained),
        helpful,
        unhelpful,
        accuracy_pct: (helpful * 100).checked_div(helpful + unhelpful).and_then(|share| u8::try_from(share).ok()),
        median_ms: median(&asked),
        kinds,
        methods,
        days: days(&session, &asked),
    }))
}

fn median(asked: &[Asked]) -> f64 {
    let mut times: Vec<f64> = asked.iter().map(|one| one.total_ms).collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(0.0)
}

fn days(session: &Session, asked: &[Asked]) -> Vec<Day> {
    let zone = session.agency.config.zone();
    let mut days: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for one in asked {
        let day = days.entry(one.at.to_zoned(zone.clone()).date().to_string()).or_default();
        day.0 += 1;
        day.1 += usize::from(!one.abstained);
    }
    days.into_iter().map(|(date, (questions, answered))| Day { date, questions, answered }).collect()
}

async fn recent(app: &App, session: &Session) -> Result<Vec<Asked>> {
    let request = PageRequest { limit: RECENT, after: None };
    Ok(app.store.list(&session.tenant, "question", Order::Descending, &request).await?.items)
}
