//! Finding passages: the index that counts, the question's vector, and the search over both.

use std::{
    collections::HashSet,
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{Json, extract::State};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    embed::Purpose,
    error::{Error, Result},
    http::{Body, Problem, Wire},
    knowledge::{Audience, Found, Index, Part, Query, search},
    runtime::App,
    session::Session,
    store::IndexPointer,
    tenant::TenantId,
    user::Role,
};
use utoipa::ToSchema;

use crate::ingest;

/// How long a question waits for its vector.
const LONGEST_WAIT: Duration = Duration::from_secs(4);

/// Longest question, in characters.
pub(crate) const LONGEST_QUESTION: usize = 2_000;

/// What was found for a question.
pub(crate) struct Retrieved {
    /// The segments searched: the agency's own, then the library's.
    pub segments: Vec<Arc<Index>>,
    /// Hits and words.
    pub found: Found,
    /// The question's vector, where vectors took part.
    pub vector: Option<Vec<f32>>,
    /// How long it took.
    pub search_ms: f64,
}

impl Retrieved {
    /// The indexes that were searched.
    pub(crate) fn indexes(&self) -> Vec<&Index> {
        self.segments.iter().map(AsRef::as_ref).collect()
    }
}

/// What to look for, and for whom.
pub(crate) struct Wanted<'a> {
    /// In words.
    pub text: &'a str,
    /// Only documents of this category.
    pub category: Option<&'a str>,
    /// Who is told.
    pub audience: Audience,
    /// The agency's day.
    pub today: Date,
    /// At most this many passages.
    pub limit: usize,
}

impl<'a> Wanted<'a> {
    /// What a signed-in user looks for.
    pub(crate) fn by(session: &Session, app: &App, text: &'a str, category: Option<&'a str>, limit: usize) -> Self {
        let today = app.clock.now().to_zoned(session.agency.config.zone()).date();
        let audience = if session.role >= Role::Admin { Audience::Admin } else { Audience::Staff };
        Self { text, category, audience, today, limit }
    }
}

/// Searches the agency's documents and the library's.
///
/// # Errors
/// [`Error::Unavailable`] when table or files do not answer.
pub(crate) async fn retrieve(app: &App, tenant: &TenantId, wanted: &Wanted<'_>) -> Result<Retrieved> {
    let start = Instant::now();
    let library = TenantId::library();
    let ((own, own_segments), (shared, shared_segments)) = tokio::try_join!(shelf(app, tenant), shelf(app, &library))?;
    let model = app.embedder.model();
    let segments: Vec<Arc<Index>> = own_segments.into_iter().chain(shared_segments).collect();
    let removed = own.segments.iter().chain(&shared.segments).map(|segment| segment.removed.iter().cloned().collect());
    let removed: Vec<HashSet<String>> = removed.collect();
    for (shelf, pointer) in [(tenant, &own), (&library, &shared)] {
        let library_lacks = *shelf == library && !pointer.is_complete(&model);
        if library_lacks || (pointer.passages() > 0 && pointer.embedded(&model) == 0) {
            // Documents came faster than their vectors, or the deployment has another model than when they were embedded.
            ingest::promise_vectors(app, tenant, shelf, pointer).await?;
        }
    }
    let compared = !model.is_empty() && segments.iter().any(|index| index.model() == model);
    let asked = if compared { vec![wanted.text.to_owned()] } else { Vec::new() };
    let vector = app.embedder.vectors(asked, Purpose::Question, LONGEST_WAIT).await.pop();
    let searched = segments.clone();
    let (text, category) = (wanted.text.to_owned(), wanted.category.map(str::to_owned));
    let (audience, today, limit) = (wanted.audience, wanted.today, wanted.limit);
    let of_question = vector.clone();
    let search = move || {
        let parts: Vec<Part<'_>> =
            searched.iter().zip(&removed).map(|(index, removed)| Part { index, removed }).collect();
        let (vector, category) = (vector.as_deref(), category.as_deref());
        search(&parts, &Query { text: &text, vector, model: &model, category, audience, today, limit })
    };
    let found = tokio::task::spawn_blocking(search).await.map_err(Error::internal)?;
    Ok(Retrieved { segments, found, vector: of_question, search_ms: millis(start) })
}

async fn shelf(app: &App, tenant: &TenantId) -> Result<(IndexPointer, Vec<Arc<Index>>)> {
    let pointer = app.store.index_pointer(tenant).await?;
    let segments = app.indexes.segments(&app.files, tenant, &pointer).await?;
    Ok((pointer, segments))
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
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Hits), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 413, body = Problem), (status = 415, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
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
    let wanted = Wanted::by(&session, &app, &wish.query, wish.category.as_deref(), limit);
    let retrieved = retrieve(&app, &session.tenant, &wanted).await?;
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
