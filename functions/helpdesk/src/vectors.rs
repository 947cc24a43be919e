//! Making the vectors that an index lacks: after a bulk upload, and when the deployment has another model than before.
//! A turn of it makes some hundreds and announces the next one, so that no function runs long.

use std::{collections::HashMap, sync::Arc, time::Duration};

use bytes::Bytes;
use tripdesk_core::{
    embed::Purpose,
    error::{Error, Result},
    job::Job,
    knowledge::{Index, Segment, embedded},
    runtime::App,
    store::{Changes, IndexPointer},
    tenant::TenantId,
};

use crate::ingest;

/// Passages of one turn, and how long it may take.
const BATCH: usize = 1_000;
const PATIENCE: Duration = Duration::from_secs(12);

/// Does one turn on a shelf, for the tenant whose job it is. The job is done once every passage has its vector and neighbours are joined.
///
/// # Errors
/// [`Error::Unavailable`] when table, files or queue do not answer, or the model makes nothing.
pub(crate) async fn embed(app: &App, tenant: &TenantId, shelf: &TenantId, job: &Job) -> Result<()> {
    let model = app.embedder.model();
    let before = app.store.index_pointer(shelf).await?;
    let Some(place) = before.segments.iter().position(|segment| !segment.is_complete(&model)) else {
        ingest::swap(app, shelf, Arc::default(), std::collections::HashSet::new(), Ok).await?;
        return app.store.finish_job(tenant, job).await.map(drop);
    };
    let indexes = app.indexes.segments(&app.files, shelf, &before).await?;
    let index = indexes.get(place).map(Arc::clone).ok_or_else(|| Error::internal("a segment without its index"))?;
    let missing = index.without_vector(&model, BATCH);
    let texts = missing.iter().filter_map(|number| Some(index.passage(*number)?.embedded())).collect();
    let made = app.embedder.vectors(texts, Purpose::Passage, PATIENCE).await;
    if made.is_empty() {
        return Err(Error::unavailable("the embedding model makes no vectors"));
    }
    let vectors: HashMap<usize, Vec<f32>> = missing.into_iter().zip(made).collect();
    exchange(app, shelf, &before, place, (index, vectors, model)).await?;
    app.queue.announce_job(tenant, job).await
}

/// Puts the segment with its new vectors in place of the old one. Should somebody have changed the index meanwhile, the
/// next turn begins anew.
async fn exchange(
    app: &App,
    shelf: &TenantId,
    before: &IndexPointer,
    place: usize,
    (index, vectors, model): (Arc<Index>, HashMap<usize, Vec<f32>>, String),
) -> Result<()> {
    let work = move || Bytes::from(embedded(&index, &model, &vectors));
    let bytes = tokio::task::spawn_blocking(work).await.map_err(Error::internal)?;
    let file = ingest::segment_file(app, before.version + 1);
    let index = Index::open(&bytes).map_err(Error::internal)?;
    let mut segments = before.segments.clone();
    let removed = std::mem::take(&mut segments[place].removed);
    segments[place] = Segment { removed, ..Segment::of(file.clone(), &index) };
    let pointer = ingest::pointer(app, before, segments);
    ingest::commit(app, shelf, &pointer, Some((file, bytes)), Changes::new()).await.map(drop)
}
