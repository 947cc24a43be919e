//! Uploads: an address that takes a file of any size, and the progress of its taking in. The work itself is in
//! [`bulk`](crate::bulk); it begins when the file is seen there, by whoever asks for the progress or by the sweep.

use std::time::Duration;

use axum::{Json, extract::State};
use http::StatusCode;
use jiff::{Timestamp, ToSpan, civil::Date};
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    audit::Action,
    error::{Error, FieldError, Result},
    http::{Body, Origin, PathId, Problem, Wire},
    ids,
    job::{Job, JobState, Work},
    knowledge::Visibility,
    runtime::App,
    session::Session,
    store::{Changes, Key},
    tenant::{Tenant, TenantId},
    usage,
    user::Role,
};
use utoipa::ToSchema;

use crate::bulk;

/// How long an address takes a file.
const ADDRESS_LIFE: Duration = Duration::from_secs(3_600);
/// How long an upload waits for its file.
pub(crate) const PATIENCE_HOURS: i64 = 24;
/// Errors that are told one by one.
const MOST_ERRORS: usize = 100;

/// What is going to be uploaded.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewUpload {
    /// Name of the file. Its ending tells what it is: `.ndjson` or `.jsonl` for documents, a line each, as
    /// `POST /knowledge/documents` takes them; `.md`, `.txt`, `.html`, `.pdf`, `.docx` for one document.
    name: String,
    /// Title of the one document; the file's name when absent.
    title: Option<String>,
    /// Category of documents that name none.
    category: Option<String>,
    /// Who may be told, of documents that do not say.
    #[serde(default)]
    visibility: Visibility,
    /// First day of the one document.
    #[schema(value_type = Option<String>, format = Date)]
    valid_from: Option<Date>,
    /// Last day of the one document.
    #[schema(value_type = Option<String>, format = Date)]
    valid_to: Option<Date>,
    /// The caller's own id of the one document.
    external_id: Option<String>,
}

/// An upload and how far it has come.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct Upload {
    /// UUID.
    pub id: String,
    /// Name of the file.
    pub name: String,
    /// Where it stands.
    pub state: UploadState,
    /// Title of the one document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Category of documents that name none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Who may be told, of documents that do not say.
    pub visibility: Visibility,
    /// First day of the one document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub valid_from: Option<Date>,
    /// Last day of the one document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub valid_to: Option<Date>,
    /// The caller's own id of the one document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Size of the file; 0 until it is there.
    pub bytes: u64,
    /// How much of it was read.
    pub bytes_read: u64,
    /// Lines that were read.
    pub lines_read: u64,
    /// Documents added.
    pub documents_added: u64,
    /// Documents replaced, by their `external_id`.
    pub documents_replaced: u64,
    /// Documents refused.
    pub documents_failed: u64,
    /// Passages that were made.
    pub passages: u64,
    /// The first hundred refusals.
    pub errors: Vec<LineError>,
    /// The job that works on it.
    pub job_id: String,
    /// Raised by one on every change.
    pub version: u64,
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
}

/// Where an upload stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum UploadState {
    /// Its file is not there yet.
    Waiting,
    /// It is being read.
    Working,
    /// Everything in it was read; what was refused is told.
    Done,
    /// Nothing of it, or no more of it, can be read.
    Failed,
}

/// Why a document was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct LineError {
    /// Line of the file, from 1.
    pub line: u64,
    /// The field that is wrong; empty when the whole is.
    pub field: String,
    /// What is wrong with it.
    pub message: String,
}

/// An upload, its share of work done, and for a new one where to send the file.
#[derive(Serialize, ToSchema)]
pub(crate) struct UploadView {
    #[serde(flatten)]
    upload: Upload,
    /// From 0 to 100.
    progress: u8,
    /// Where the file is to be sent.
    #[serde(rename = "upload", skip_serializing_if = "Option::is_none")]
    address: Option<Address>,
}

/// Where a file is to be sent.
#[derive(Serialize, ToSchema)]
pub(crate) struct Address {
    /// `PUT`, with the file as the body.
    method: &'static str,
    /// Secret: whoever has it may send the file.
    url: String,
    /// Until when.
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
}

/// Opens an upload: its answer holds the address that takes the file.
#[utoipa::path(post, path = "/api/v1/knowledge/uploads", tag = "knowledge", security(("bearer" = [])),
    extensions(("x-access" = json!("admin"))), request_body = NewUpload,
    responses((status = 201, body = UploadView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn create(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    Body(new): Body<NewUpload>,
) -> Result<(StatusCode, Json<UploadView>), Wire> {
    session.require(Role::Admin)?;
    check(&new)?;
    // How large the file is shows when it is there; a plan without any room is told at once.
    usage::require_room(&app, &session.tenant, &session.agency, 0).await?;
    let now = app.clock.now();
    let upload = upload(new, now);
    let job = Job {
        id: upload.job_id.clone(),
        work: Work::Upload { upload_id: upload.id.clone() },
        state: JobState::Pending,
        created_at: now,
        request_id: upload.id.clone(),
        tenant_id: session.tenant.slug().clone(),
    };
    let entry = session.entry(&app, Action::KnowledgeChanged, &origin).about(&upload.id);
    let changes = Changes::new().put(&key(&session.tenant, &upload.id), &upload)?.promise(&session.tenant, &job)?;
    changes.audit(&session.tenant, entry)?.commit(&app.store).await?;
    let url = app.files.upload_address(&session.tenant, &file(&upload), ADDRESS_LIFE).await?;
    let expires_at = now + 3_600.seconds();
    let address = Some(Address { method: "PUT", url, expires_at });
    Ok((StatusCode::CREATED, Json(UploadView { progress: 0, address, upload })))
}

fn upload(new: NewUpload, now: Timestamp) -> Upload {
    Upload {
        id: ids::new_id(now),
        name: new.name,
        state: UploadState::Waiting,
        title: new.title,
        category: new.category,
        visibility: new.visibility,
        valid_from: new.valid_from,
        valid_to: new.valid_to,
        external_id: new.external_id,
        bytes: 0,
        bytes_read: 0,
        lines_read: 0,
        documents_added: 0,
        documents_replaced: 0,
        documents_failed: 0,
        passages: 0,
        errors: Vec::new(),
        job_id: ids::new_id(now),
        version: 1,
        created_at: now,
        updated_at: now,
    }
}

/// Tells how far an upload has come. The first who asks once the file is there sets the work going.
#[utoipa::path(get, path = "/api/v1/knowledge/uploads/{id}", tag = "knowledge", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))), params(("id" = String, Path)),
    responses((status = 200, body = UploadView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn show(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
) -> Result<Json<UploadView>, Wire> {
    let found: Option<Upload> = app.store.get(&key(&session.tenant, &id)).await?;
    let found = found.ok_or(Error::NotFound("upload"))?;
    let upload = begin(&app, &session.tenant, &session.agency, found).await?;
    Ok(Json(UploadView { progress: progress(&upload), address: None, upload }))
}

/// Sets the work going where the file has come and the plan has room for it; whoever is second changes nothing.
///
/// # Errors
/// [`Error::Unavailable`] when table, files or queue do not answer.
pub(crate) async fn begin(app: &App, tenant: &TenantId, agency: &Tenant, upload: Upload) -> Result<Upload> {
    if upload.state != UploadState::Waiting {
        return Ok(upload);
    }
    let Some(bytes) = app.files.size(tenant, &file(&upload)).await? else { return Ok(upload) };
    let job = app.store.job(tenant, &upload.job_id).await?;
    match (usage::require_room(app, tenant, agency, bytes).await, &job) {
        (Err(refused @ Error::Conflict(_)), Some(job)) => {
            let mut failed = Upload { state: UploadState::Failed, bytes, ..upload };
            failed.refuse(0, &refused);
            bulk::ended(app, tenant, job, failed.clone()).await?;
            return Ok(failed);
        }
        (roomy, _) => roomy?,
    }
    let begun = Upload { state: UploadState::Working, bytes, ..upload };
    let (begun, before) = next(app, begun);
    let changes = Changes::new().replace("upload", &key(tenant, &begun.id), &begun, before)?;
    changes.commit(&app.store).await?;
    if let Some(job) = &job {
        app.queue.announce_job(tenant, job).await?;
    }
    Ok(begun)
}

/// The upload as it is to be saved next, and the version it stands for.
pub(crate) fn next(app: &App, upload: Upload) -> (Upload, u64) {
    let before = upload.version;
    (Upload { version: before + 1, updated_at: app.clock.now(), ..upload }, before)
}

impl Upload {
    /// Notes that a document was refused.
    pub(crate) fn refuse(&mut self, line: u64, error: &Error) {
        self.documents_failed += 1;
        if self.errors.len() >= MOST_ERRORS {
            return;
        }
        let (field, message) = match error {
            Error::Invalid(faults) => {
                faults.first().map_or_else(Default::default, |fault| (fault.field.clone(), fault.message.clone()))
            }
            other => (String::new(), other.to_string()),
        };
        self.errors.push(LineError { line, field, message });
    }

    /// Whether its file holds many documents.
    pub(crate) fn is_bulk(&self) -> bool {
        let name = self.name.to_ascii_lowercase();
        [".ndjson", ".jsonl"].iter().any(|ending| name.ends_with(ending))
    }
}

fn progress(upload: &Upload) -> u8 {
    match upload.state {
        UploadState::Done => 100,
        _ if upload.bytes == 0 => 0,
        _ => u8::try_from(upload.bytes_read.saturating_mul(100) / upload.bytes).unwrap_or(99).min(99),
    }
}

fn check(new: &NewUpload) -> Result<()> {
    let mut faults = Vec::new();
    let fits = |text: &str| (1..=200).contains(&text.chars().count()) && !text.chars().any(char::is_control);
    let known = [".ndjson", ".jsonl", ".md", ".markdown", ".txt", ".html", ".htm", ".pdf", ".docx"];
    let lower = new.name.to_ascii_lowercase();
    if !fits(&new.name) || !known.iter().any(|ending| lower.ends_with(ending)) {
        faults.push(FieldError::new("name", "a name that ends in .ndjson, .jsonl, .md, .txt, .html, .pdf or .docx"));
    }
    for (field, value) in [("title", &new.title), ("category", &new.category), ("external_id", &new.external_id)] {
        if value.as_deref().is_some_and(|value| !fits(value)) {
            faults.push(FieldError::new(field, "between 1 and 200 characters"));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

/// The file that an upload's address takes.
pub(crate) fn file(upload: &Upload) -> String {
    format!("knowledge/uploads/{}", upload.id)
}

/// Where an upload's record lies.
pub(crate) fn key(tenant: &TenantId, id: &str) -> Key {
    Key::of(tenant, "upload", id)
}
