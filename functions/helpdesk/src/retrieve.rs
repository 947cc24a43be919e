//! Finding passages: the index that counts, the question's vector, and the search over both.

use std::{sync::Arc, time::Instant};

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    error::{Error, Result},
    http::{Body, Problem, Wire},
    knowledge::{Audience, Found, Index, Query, search},
    runtime::App,
    session::Session,
    user::Role,
};
use utoipa::ToSchema;

/// Longest question, in characters.
pub(crate) const LONGEST_QUESTION: usize = 2_000;

/// What was found for a question.
pub(crate) struct Retrieved {
    /// The index, none when there are no documents.
    pub index: Option<Arc<Index>>,
    /// Hits and words.
    pub found: Found,
    /// Whether vectors took part.
    pub hybrid: bool,
    /// How long it took.
    pub search_ms: f64,
}

impl Retrieved {
    /// The indexes that were searched.
    pub(crate) fn indexes(&self) -> Vec<&Index> {
        self.index.as_deref().into_iter().collect()
    }
}

/// Searches the agency's documents.
///
/// # Errors
/// [`Error::Unavailable`] when table or files do not answer.
pub(crate) async fn retrieve(
    app: &App,
    session: &Session,
    text: &str,
    category: Option<&str>,
    limit: usize,
) -> Result<Retrieved> {
    let start = Instant::now();
    let pointer = app.store.index_pointer(&session.tenant).await?;
    let index = app.indexes.index(&app.files, &session.tenant, &pointer).await?;
    let zone = session.agency.config.zone();
    let today = app.clock.now().to_zoned(zone).date();
    let audience = if session.role >= Role::Admin { Audience::Admin } else { Audience::Staff };
    let (embedder, searched) = (app.embedder.clone(), index.clone());
    let (text, category) = (text.to_owned(), category.map(str::to_owned));
    let search = move || {
        let Some(index) = searched else { return (Found { hits: Vec::new(), words: Vec::new() }, false) };
        let vector = Some(&index).filter(|index| !index.model().is_empty()).and_then(|_| embedder.vector(&text));
        let query =
            Query { text: &text, vector: vector.as_deref(), category: category.as_deref(), audience, today, limit };
        (search(&[&index], &query), vector.is_some())
    };
    let (found, hybrid) = tokio::task::spawn_blocking(search).await.map_err(Error::internal)?;
    Ok(Retrieved { index, found, hybrid, search_ms: millis(start) })
}

/// What to search for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Search {
    /// Words, or a question.
    query: String,
    /// At most this many passages; 10 when absent.
    #[schema(minimum = 1, maximum = 50)]
    limit: Option<usize>,
    /// Only documents of this category.
    category: Option<String>,
}

/// Passages, best first.
#[derive(Serialize, ToSchema)]
pub(crate) struct Hits {
    hits: Vec<HitView>,
}

/// One passage.
#[derive(Serialize, ToSchema)]
pub(crate) struct HitView {
    passage_id: String,
    document_id: String,
    title: String,
    text: String,
    /// How much it has to do with the query, from 0 to 1.
    score: f32,
}

/// Finds passages.
#[utoipa::path(post, path = "/api/v1/helpdesk/search", tag = "helpdesk", security(("bearer" = [])), request_body = Search,
    responses((status = 200, body = Hits), (status = 400, body = Problem), (status = 401, body = Problem)))]
pub(crate) async fn find(
    State(app): State<App>,
    session: Session,
    Body(wish): Body<Search>,
) -> Result<Json<Hits>, Wire> {
    check_question("query", &wish.query)?;
    let limit = wish.limit.unwrap_or(10);
    if !(1..=50).contains(&limit) {
        return Err(Error::invalid("limit", "between 1 and 50").into());
    }
    let retrieved = retrieve(&app, &session, &wish.query, wish.category.as_deref(), limit).await?;
    let indexes = retrieved.indexes();
    let view = |hit: &tripdesk_core::knowledge::Hit| {
        let view = hit.view(&indexes)?;
        Some(HitView {
            passage_id: view.id(),
            document_id: view.document.id.to_owned(),
            title: view.document.title.to_owned(),
            text: view.text.to_owned(),
            score: hit.relevance,
        })
    };
    Ok(Json(Hits { hits: retrieved.found.hits.iter().filter_map(view).collect() }))
}

/// Refuses what is no question.
///
/// # Errors
/// [`Error::Invalid`] naming the field.
pub(crate) fn check_question(field: &str, text: &str) -> Result<()> {
    let fits = !text.trim().is_empty() && text.chars().take(LONGEST_QUESTION + 1).count() <= LONGEST_QUESTION;
    if fits { Ok(()) } else { Err(Error::invalid(field, "between 1 and 2,000 characters")) }
}

/// Milliseconds since then.
#[expect(clippy::float_arithmetic, reason = "a duration for people, with its fraction")]
pub(crate) fn millis(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1_000.0
}
