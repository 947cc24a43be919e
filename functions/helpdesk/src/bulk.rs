//! Taking in what was uploaded, a slice at a turn: each turn reads some lines, saves their documents and its own progress
//! in one step with the index, and announces the next turn. Done twice, a slice is taken in once.

use std::{collections::HashSet, sync::Arc};

use bytes::Bytes;
use futures_util::future::join_all;
use tripdesk_core::{
    error::{Error, Result},
    ids,
    job::Job,
    knowledge::{DocumentState, Passage, passages},
    runtime::App,
    store::{Changes, Kept, Pack},
    tenant::{Tenant, TenantId},
};

use crate::{
    documents::{self, NewDocument},
    ingest::{self, Added, Written},
    reading,
    uploads::{self, Upload, UploadState},
};

/// Bytes of one slice, and the longest line.
const SLICE: u64 = 1024 * 1024;
const LONGEST_LINE: u64 = 8 * 1024 * 1024;
/// Most lines of one slice.
const MOST_LINES: usize = 2_000;
/// Lines that are looked up side by side.
const AT_ONCE: usize = 32;
/// Records of one transaction: a document and what it is found by are two.
const RECORDS: usize = 45;

/// Does one turn of an upload.
///
/// # Errors
/// [`Error::Unavailable`] when table, files or queue do not answer: the turn is done again.
pub(crate) async fn turn(app: &App, tenant: &TenantId, agency: &Tenant, job: &Job, upload_id: &str) -> Result<()> {
    let Some(upload) = app.store.get::<Upload>(&uploads::key(tenant, upload_id)).await? else {
        return app.store.finish_job(tenant, job).await.map(drop);
    };
    let upload = uploads::begin(app, tenant, agency, upload).await?;
    match upload.state {
        UploadState::Waiting => give_up_when_late(app, tenant, job, upload).await,
        UploadState::Done | UploadState::Failed => app.store.finish_job(tenant, job).await.map(drop),
        UploadState::Working if upload.is_bulk() => slice(app, tenant, agency, job, upload).await,
        UploadState::Working => single(app, tenant, agency, job, upload).await,
    }
}

async fn give_up_when_late(app: &App, tenant: &TenantId, job: &Job, mut upload: Upload) -> Result<()> {
    if app.clock.now().duration_since(upload.created_at).as_hours() < uploads::PATIENCE_HOURS {
        return Ok(());
    }
    upload.refuse(0, &Error::invalid("", "no file came within a day"));
    ended(app, tenant, job, Upload { state: UploadState::Failed, ..upload }).await
}

/// Saves an upload's end and its job's in one step; its file goes.
pub(crate) async fn ended(app: &App, tenant: &TenantId, job: &Job, upload: Upload) -> Result<()> {
    let (upload, before) = uploads::next(app, upload);
    let changes = Changes::new().replace("upload", &uploads::key(tenant, &upload.id), &upload, before)?;
    changes.finish(tenant, job)?.commit(&app.store).await?;
    app.files.remove(tenant, &uploads::file(&upload)).await
}

/// A file that is one document.
async fn single(app: &App, tenant: &TenantId, agency: &Tenant, job: &Job, mut upload: Upload) -> Result<()> {
    let taken = match document_of(app, tenant, agency, &upload).await {
        Ok((written, replaces)) => ingest::put(app, tenant, written, None).await.map(|document| (document, replaces)),
        Err(error) => Err(error),
    };
    match taken {
        Ok((document, replaces)) => {
            upload.passages = document.passages.into();
            if replaces {
                upload.documents_replaced = 1
            } else {
                upload.documents_added = 1
            }
            upload.state = UploadState::Done;
        }
        Err(error @ (Error::Invalid(_) | Error::Conflict(_))) => {
            upload.refuse(1, &error);
            upload.state = UploadState::Failed;
        }
        Err(error) => return Err(error),
    }
    upload.bytes_read = upload.bytes;
    ended(app, tenant, job, upload).await
}

async fn document_of(app: &App, tenant: &TenantId, agency: &Tenant, upload: &Upload) -> Result<(Written, bool)> {
    if upload.bytes > reading::LARGEST as u64 {
        return Err(Error::invalid("file", "a file may have at most 64 MB"));
    }
    let bytes = app.files.get(tenant, &uploads::file(upload)).await?.unwrap_or_default();
    let name = upload.name.clone();
    let read = move || reading::read("file", &name, &bytes);
    let (format, text) = tokio::task::spawn_blocking(read).await.map_err(Error::internal)??;
    let stem = upload.name.rsplit_once('.').map_or(upload.name.as_str(), |(stem, _)| stem);
    let new = NewDocument {
        title: upload.title.clone().unwrap_or_else(|| stem.to_owned()),
        text: Some(text),
        format: Some(format),
        file: None,
        category: upload.category.clone(),
        visibility: upload.visibility,
        valid_from: upload.valid_from,
        valid_to: upload.valid_to,
        external_id: upload.external_id.clone(),
        state: DocumentState::Published,
    };
    let id = ids::named_id(upload.created_at, upload.id.as_bytes());
    documents::written(app, tenant, new, &agency.config.knowledge.categories, id).await
}

/// A line of the slice that became a document.
struct Line {
    written: Written,
    replaces: bool,
    passages: Vec<Passage>,
}

async fn slice(app: &App, tenant: &TenantId, agency: &Tenant, job: &Job, mut upload: Upload) -> Result<()> {
    let lines = match read_lines(app, tenant, &upload).await {
        Ok(lines) => lines,
        Err(error @ Error::Invalid(_)) => {
            upload.refuse(upload.lines_read + 1, &error);
            return ended(app, tenant, job, Upload { state: UploadState::Failed, ..upload }).await;
        }
        Err(error) => return Err(error),
    };
    let first = upload.lines_read + 1;
    let numbered: Vec<(u64, &Bytes)> =
        (first..).zip(&lines).filter(|(_, line)| !line.trim_ascii().is_empty()).collect();
    upload.lines_read += lines.len() as u64;
    upload.bytes_read += lines.iter().map(|line| line.len() as u64).sum::<u64>();
    let mut kept: Vec<Line> = Vec::new();
    for some in numbered.chunks(AT_ONCE) {
        let read = some.iter().map(|(number, line)| read_line(app, tenant, agency, &upload, (*number, line)));
        for ((number, _), read) in some.iter().zip(join_all(read).await) {
            match read {
                Ok(line) => kept.push(line),
                Err(error @ (Error::Invalid(_) | Error::Conflict(_))) => upload.refuse(*number, &error),
                Err(error) => return Err(error),
            }
        }
    }
    keep_last_of_each(&mut kept);
    save(app, tenant, job, upload, kept).await
}

/// The whole lines of the next slice, each with its end.
async fn read_lines(app: &App, tenant: &TenantId, upload: &Upload) -> Result<Vec<Bytes>> {
    let left = upload.bytes.saturating_sub(upload.bytes_read);
    for length in [SLICE, LONGEST_LINE] {
        if left == 0 {
            return Ok(Vec::new());
        }
        let part = app.files.part(tenant, &uploads::file(upload), upload.bytes_read, length.min(left)).await?;
        let is_last = part.len() as u64 >= left;
        let mut lines: Vec<Bytes> = Vec::new();
        let mut begin = 0;
        while let Some(end) = part[begin..].iter().position(|byte| *byte == b'\n').filter(|_| lines.len() < MOST_LINES)
        {
            lines.push(part.slice(begin..=begin + end));
            begin += end + 1;
        }
        if is_last && lines.len() < MOST_LINES && begin < part.len() {
            lines.push(part.slice(begin..));
        }
        if !lines.is_empty() {
            return Ok(lines);
        }
    }
    Err(Error::invalid("", "a line of more than 8 MB"))
}

async fn read_line(
    app: &App,
    tenant: &TenantId,
    agency: &Tenant,
    upload: &Upload,
    (number, line): (u64, &[u8]),
) -> Result<Line> {
    let mut reader = serde_json::Deserializer::from_slice(line);
    let new: NewDocument = serde_path_to_error::deserialize(&mut reader).map_err(|failure| {
        let (path, message) = (failure.path().to_string(), failure.inner().to_string());
        let message = message.split(" at line ").next().unwrap_or_default().to_owned();
        Error::invalid(if path == "." { String::new() } else { path }, message)
    })?;
    let new = NewDocument { category: new.category.or_else(|| upload.category.clone()), ..new };
    let id = ids::named_id(upload.created_at, format!("{} {number}", upload.id).as_bytes());
    let (mut written, replaces) = documents::written(app, tenant, new, &agency.config.knowledge.categories, id).await?;
    let passages = passages(&written.document.title, written.document.format, &written.text);
    if passages.is_empty() {
        return Err(Error::invalid("text", "there is nothing to read in it"));
    }
    written.document.passages = u32::try_from(passages.len()).unwrap_or(u32::MAX);
    Ok(Line { written, replaces, passages })
}

/// Of several lines of one slice under the same `external_id`, the last counts.
fn keep_last_of_each(lines: &mut Vec<Line>) {
    let mut seen: HashSet<String> = HashSet::new();
    lines.reverse();
    lines.retain(|line| line.written.document.external_id.as_ref().is_none_or(|id| seen.insert(id.clone())));
    lines.reverse();
}

/// Saves a slice: texts, records, then index and progress in one step.
async fn save(app: &App, tenant: &TenantId, job: &Job, mut upload: Upload, lines: Vec<Line>) -> Result<()> {
    let pack = format!("knowledge/packs/{}-{}", upload.id, upload.lines_read);
    let (mut texts, mut records) = (Vec::new(), Vec::new());
    let mut removed = HashSet::new();
    let mut added = Vec::new();
    for line in lines {
        let Written { document, text } = line.written;
        let place = Pack { file: pack.clone(), begin: texts.len() as u64, length: text.len() as u64 };
        texts.extend(text.into_bytes());
        records.push(Kept { document: document.clone(), pack: Some(place) });
        if line.replaces {
            removed.insert(document.id.clone());
            upload.documents_replaced += 1;
        } else {
            upload.documents_added += 1;
        }
        upload.passages += u64::from(document.passages);
        if document.state == DocumentState::Published {
            added.push(Added { document, passages: line.passages, vectors: Vec::new() });
        }
    }
    if !records.is_empty() {
        app.files.put(tenant, &pack, "text/plain; charset=utf-8", Bytes::from(texts)).await?;
    }
    for some in records.chunks(RECORDS) {
        let changes = some.iter().try_fold(Changes::new(), |changes, kept| changes.put_document(tenant, kept))?;
        changes.commit(&app.store).await?;
    }
    let is_done = upload.bytes_read >= upload.bytes;
    upload.state = if is_done { UploadState::Done } else { UploadState::Working };
    let (upload, before) = uploads::next(app, upload);
    let progress = |changes: Changes| {
        let changes = changes.replace("upload", &uploads::key(tenant, &upload.id), &upload, before)?;
        if is_done { changes.finish(tenant, job) } else { Ok(changes) }
    };
    let pointer = match ingest::swap(app, tenant, Arc::new(added), removed, progress).await {
        Ok(pointer) => pointer,
        Err(error @ Error::Conflict(_)) => return stop(app, tenant, job, upload, &error).await,
        Err(error) => return Err(error),
    };
    if is_done {
        ingest::promise_vectors(app, tenant, tenant, &pointer).await?;
        return app.files.remove(tenant, &uploads::file(&upload)).await;
    }
    app.queue.announce_job(tenant, job).await
}

/// The knowledge base is full, or somebody else worked on the same slice: then nothing is left to do here.
async fn stop(app: &App, tenant: &TenantId, job: &Job, upload: Upload, error: &Error) -> Result<()> {
    let Some(mut now) = app.store.get::<Upload>(&uploads::key(tenant, &upload.id)).await? else { return Ok(()) };
    if now.version >= upload.version {
        return Ok(());
    }
    now.refuse(now.lines_read + 1, error);
    ended(app, tenant, job, Upload { state: UploadState::Failed, ..now }).await
}
