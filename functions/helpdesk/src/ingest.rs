//! Taking documents in: passages, vectors, text, index, pointer. The text and the new index are written first; then one
//! transaction changes the document's record and the pointer together, so that the next question sees all or nothing.

use std::collections::HashSet;

use bytes::Bytes;
use tripdesk_core::{
    embed::MODEL,
    error::{Error, Result},
    ids,
    knowledge::{Document, Entry, Index, MOST_PASSAGES, Passage, build, merge, passages},
    runtime::App,
    session::Session,
    store::{Changes, Commit, IndexPointer},
};

/// How often a change is tried again when somebody else changed the index meanwhile.
const ATTEMPTS: u32 = 8;

/// A document with its text.
pub(crate) struct Written {
    /// Its record.
    pub document: Document,
    /// Its text.
    pub text: String,
}

/// Adds a document, in place of the one of the same id.
///
/// # Errors
/// [`Error::Invalid`] when nothing can be read out of it, [`Error::Conflict`] when others change too much at once.
pub(crate) async fn put(app: &App, session: &Session, written: Written) -> Result<Document> {
    let Written { document, text } = written;
    let embedder = app.embedder.clone();
    let (title, format, source) = (document.title.clone(), document.format, text.clone());
    let divide = move || {
        let passages = passages(&title, format, &source);
        let vectors: Vec<Vec<f32>> =
            passages.iter().map_while(|passage| embedder.vector(&passage.embedded(&title))).collect();
        (passages, vectors)
    };
    let (passages, vectors) = tokio::task::spawn_blocking(divide).await.map_err(Error::internal)?;
    if passages.is_empty() {
        return Err(Error::invalid("text", "there is nothing to read in it"));
    }
    let document = Document { passages: u32::try_from(passages.len()).unwrap_or(u32::MAX), ..document };
    app.files.put(&session.tenant, &text_file(&document), "text/plain; charset=utf-8", Bytes::from(text)).await?;
    let added = Added { document: document.clone(), passages, vectors };
    swap(app, session, Some(added), &document.id, |changes| changes.put_document(&session.tenant, &document)).await?;
    Ok(document)
}

/// Removes a document.
///
/// # Errors
/// As [`put`].
pub(crate) async fn remove(app: &App, session: &Session, document: &Document) -> Result<()> {
    let change = |changes: Changes| Ok(changes.remove_document(&session.tenant, document));
    swap(app, session, None, &document.id, change).await
}

/// The text of a document.
///
/// # Errors
/// [`Error::Internal`] when its file is gone.
pub(crate) async fn text(app: &App, session: &Session, document: &Document) -> Result<String> {
    let bytes = app.files.get(&session.tenant, &text_file(document)).await?;
    let bytes = bytes.ok_or_else(|| Error::internal("a document's text is gone"))?;
    String::from_utf8(bytes.to_vec()).map_err(Error::internal)
}

/// The name carries the version: a text is never written over.
fn text_file(document: &Document) -> String {
    format!("knowledge/{}-{}.txt", document.id, document.version)
}

#[derive(Clone)]
struct Added {
    document: Document,
    passages: Vec<Passage>,
    vectors: Vec<Vec<f32>>,
}

/// Writes an index without the old and with the new document, and makes it count.
async fn swap(
    app: &App,
    session: &Session,
    added: Option<Added>,
    replaced: &str,
    change: impl Fn(Changes) -> Result<Changes>,
) -> Result<()> {
    for _ in 0..ATTEMPTS {
        let before = app.store.index_pointer(&session.tenant).await?;
        let index = app.indexes.index(&app.files, &session.tenant, &before).await?;
        let (added, replaced) = (added.clone(), replaced.to_owned());
        let make = move || made(index.as_deref(), &replaced, added.as_ref());
        let bytes = tokio::task::spawn_blocking(make).await.map_err(Error::internal)?;
        let made = Index::open(&bytes).map_err(Error::internal)?;
        if made.len() > MOST_PASSAGES {
            return Err(Error::conflict("the knowledge base is full: it holds 100,000 passages"));
        }
        let now = app.clock.now();
        let version = before.version + 1;
        let pointer = IndexPointer {
            version,
            file: format!("knowledge/index/{version}-{}", ids::new_id(now)),
            documents: made.documents() as u64,
            passages: made.len() as u64,
            updated_at: now,
        };
        app.files.put(&session.tenant, &pointer.file, "application/octet-stream", bytes).await?;
        let changes = change(Changes::new())?;
        if changes.swap_index(&app.store, &session.tenant, &pointer, before.version).await? == Commit::Done {
            return Ok(());
        }
    }
    Err(Error::conflict("the knowledge base is being changed by others; try again"))
}

fn made(index: Option<&Index>, replaced: &str, added: Option<&Added>) -> Bytes {
    let entry = added.map(|one| Entry { document: &one.document, passages: &one.passages, vectors: &one.vectors });
    let entries: Vec<Entry<'_>> = entry.into_iter().collect();
    Bytes::from(match index {
        None => build(MODEL, &entries),
        Some(index) => merge(index, &HashSet::from([replaced.to_owned()]), MODEL, &entries),
    })
}
