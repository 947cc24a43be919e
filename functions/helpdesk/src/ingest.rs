//! Taking documents in: passages, vectors, text, index, pointer. The text and the new segment are written first; then one
//! transaction changes the document's record and the pointer together, so that the next question sees all or nothing.
//!
//! A shelf is where documents stand: a tenant's own, or the platform's library, which every tenant may read.

use std::{collections::HashSet, sync::Arc, time::Duration};

use bytes::Bytes;
use tripdesk_core::{
    audit::Entry,
    embed::Purpose,
    error::{Error, Result},
    ids,
    job::{Job, JobState, Work},
    knowledge::{self, Change, Changed, Document, DocumentState, Index, MOST_PASSAGES, Passage, passages},
    runtime::App,
    store::{Changes, Commit, IndexPointer, Kept},
    tenant::TenantId,
};

/// How often a change is tried again when somebody else changed the index meanwhile.
const ATTEMPTS: u32 = 12;
/// How long a caller waits for the vectors of a new document; what is left is made in the background.
const PATIENCE: Duration = Duration::from_secs(4);

/// A document with its text.
pub(crate) struct Written {
    /// Its record.
    pub document: Document,
    /// Its text.
    pub text: String,
}

/// A document on its way into an index.
pub(crate) struct Added {
    pub document: Document,
    pub passages: Vec<Passage>,
    pub vectors: Vec<Vec<f32>>,
}

/// Adds a document, in place of the one of the same id.
///
/// # Errors
/// [`Error::Invalid`] when nothing can be read out of it, [`Error::Conflict`] when others change too much at once.
pub(crate) async fn put(app: &App, shelf: &TenantId, written: Written, entry: Option<Entry>) -> Result<Document> {
    let Written { document, text } = written;
    let (title, format, source) = (document.title.clone(), document.format, text.clone());
    let divide = move || passages(&title, format, &source);
    let passages = tokio::task::spawn_blocking(divide).await.map_err(Error::internal)?;
    if passages.is_empty() {
        return Err(Error::invalid("text", "there is nothing to read in it"));
    }
    let texts = passages.iter().map(|passage| passage.embedded(&document.title)).collect();
    let vectors = app.embedder.vectors(texts, Purpose::Passage, PATIENCE).await;
    let document = Document { passages: u32::try_from(passages.len()).unwrap_or(u32::MAX), ..document };
    app.files.put(shelf, &text_file(&document), "text/plain; charset=utf-8", Bytes::from(text)).await?;
    let kept = Kept { document: document.clone(), pack: None };
    let removed = HashSet::from([document.id.clone()]);
    let lacks = vectors.len() < passages.len();
    let used = document.state == DocumentState::Published;
    let added: Vec<Added> = used.then(|| Added { document: document.clone(), passages, vectors }).into_iter().collect();
    let pointer =
        swap(app, shelf, Arc::new(added), removed, |changes| noted(changes.put_document(shelf, &kept)?, shelf, &entry))
            .await?;
    // What the library lacks is promised by the first question that finds it lacking.
    if lacks && *shelf != TenantId::library() {
        promise_vectors(app, shelf, shelf, &pointer).await?;
    }
    Ok(document)
}

/// Removes a document.
///
/// # Errors
/// As [`put`].
pub(crate) async fn remove(app: &App, shelf: &TenantId, document: &Document, entry: Option<Entry>) -> Result<()> {
    let change = |changes: Changes| noted(changes.remove_document(shelf, document), shelf, &entry);
    swap(app, shelf, Arc::default(), HashSet::from([document.id.clone()]), change).await.map(drop)
}

/// Notes a change in the log of the shelf's owner, in the same step.
fn noted(changes: Changes, shelf: &TenantId, entry: &Option<Entry>) -> Result<Changes> {
    match entry.clone() {
        None => Ok(changes),
        Some(entry) if *shelf == TenantId::library() => changes.audit_platform(entry),
        Some(entry) => changes.audit(shelf, entry),
    }
}

/// The text of a document.
///
/// # Errors
/// [`Error::Internal`] when its file is gone.
pub(crate) async fn text(app: &App, shelf: &TenantId, kept: &Kept) -> Result<String> {
    let bytes = match &kept.pack {
        Some(pack) => app.files.part(shelf, &pack.file, pack.begin, pack.length).await?,
        None => {
            let bytes = app.files.get(shelf, &text_file(&kept.document)).await?;
            bytes.ok_or_else(|| Error::internal("a document's text is gone"))?
        }
    };
    String::from_utf8(bytes.to_vec()).map_err(Error::internal)
}

/// The name carries the version: a text is never written over.
fn text_file(document: &Document) -> String {
    format!("knowledge/{}-{}.txt", document.id, document.version)
}

/// Makes an index count that lacks what was removed and has what was added, with the records that belong to it.
///
/// # Errors
/// [`Error::Conflict`] when others change too much at once, or the knowledge base is full.
pub(crate) async fn swap(
    app: &App,
    shelf: &TenantId,
    added: Arc<Vec<Added>>,
    removed: HashSet<String>,
    records: impl Fn(Changes) -> Result<Changes>,
) -> Result<IndexPointer> {
    let removed = Arc::new(removed);
    for _ in 0..ATTEMPTS {
        let before = app.store.index_pointer(shelf).await?;
        let indexes = app.indexes.segments(&app.files, shelf, &before).await?;
        let file = segment_file(app, before.version + 1);
        let made =
            made(&before, indexes, Arc::clone(&added), Arc::clone(&removed), (app.embedder.model(), &file)).await?;
        let pointer = pointer(app, &before, made.segments);
        if pointer.passages() > MOST_PASSAGES as u64 && !added.is_empty() {
            return Err(Error::conflict("the knowledge base is full: it holds 100,000 passages"));
        }
        if commit(app, shelf, &pointer, made.written.map(|bytes| (file, bytes)), records(Changes::new())?).await? {
            return Ok(pointer);
        }
    }
    Err(Error::conflict("the knowledge base is being changed by others; try again"))
}

/// The pointer to segments that follow on others.
pub(crate) fn pointer(app: &App, before: &IndexPointer, segments: Vec<knowledge::Segment>) -> IndexPointer {
    IndexPointer { version: before.version + 1, segments, updated_at: app.clock.now() }
}

/// A name that no segment had before.
pub(crate) fn segment_file(app: &App, version: u64) -> String {
    format!("knowledge/index/{version}-{}", ids::new_id(app.clock.now()))
}

/// Writes a new segment and makes the pointer count; `false` when somebody else changed the index meanwhile.
///
/// # Errors
/// [`Error::Conflict`] when a record was changed by somebody else, [`Error::Unavailable`] when table or files do not answer.
pub(crate) async fn commit(
    app: &App,
    shelf: &TenantId,
    pointer: &IndexPointer,
    written: Option<(String, Bytes)>,
    records: Changes,
) -> Result<bool> {
    if let Some((file, bytes)) = written {
        app.files.put(shelf, &file, "application/octet-stream", bytes).await?;
    }
    match records.swap_index(shelf, pointer)?.commit(&app.store).await? {
        Commit::Done => Ok(true),
        Commit::Refused("index") => Ok(false),
        Commit::Refused(_) => Err(Error::conflict("changed by somebody else just now")),
    }
}

async fn made(
    before: &IndexPointer,
    indexes: Vec<Arc<Index>>,
    added: Arc<Vec<Added>>,
    removed: Arc<HashSet<String>>,
    (model, file): (String, &str),
) -> Result<Changed> {
    let (segments, file) = (before.segments.clone(), file.to_owned());
    let work = move || {
        let entries: Vec<knowledge::Entry<'_>> = added
            .iter()
            .map(|one| knowledge::Entry { document: &one.document, passages: &one.passages, vectors: &one.vectors })
            .collect();
        let indexes: Vec<&Index> = indexes.iter().map(AsRef::as_ref).collect();
        let change = Change { added: &entries, removed: &removed, model: &model, file: &file };
        knowledge::changed(&segments, &indexes, &change)
    };
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)
}

/// Promises the work of making vectors where some are missing. The same occasion makes the same job. What the library
/// lacks is made by a job of the tenant that found it so, for the library has no queue of its own.
///
/// # Errors
/// [`Error::Unavailable`] when the table does not answer.
pub(crate) async fn promise_vectors(
    app: &App,
    tenant: &TenantId,
    shelf: &TenantId,
    pointer: &IndexPointer,
) -> Result<()> {
    let model = app.embedder.model();
    if pointer.is_complete(&model) {
        return Ok(());
    }
    let occasion = pointer.segments.last().map_or("", |segment| segment.file.as_str());
    let job = Job {
        id: ids::named_id(pointer.updated_at, format!("embed {shelf} {model} {occasion}").as_bytes()),
        work: if shelf == tenant { Work::Embed } else { Work::EmbedLibrary },
        state: JobState::Pending,
        created_at: app.clock.now(),
        request_id: "embed".to_owned(),
        tenant_id: tenant.slug().clone(),
    };
    if Changes::new().promise(tenant, &job)?.commit(&app.store).await? == Commit::Done
        && app.queue.announce_job(tenant, &job).await.is_err()
    {
        tracing::warn!(%tenant, "vectors are made once the sweep announces it again");
    }
    Ok(())
}
