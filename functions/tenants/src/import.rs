//! The import of agencies from the earlier platform's folders: each becomes an agency of its own, or stays as it is.

use std::io::Read;

use axum::{
    Json,
    extract::{Request, State},
    response::{IntoResponse, Response},
};
use flate2::read::GzDecoder;
use http::header;
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    audit::Action,
    error::{Error, FieldError, Result},
    http::{Params, Problem, Wire, read_body},
    operator::Operator,
    runtime::App,
    store::{Changes, Commit},
    tenant::{
        Slug, Status, Tenant,
        import::{self, ClientFile, Imported, Outcome, Row, RowAction},
    },
};
use utoipa::{IntoParams, ToSchema};

/// Largest archive or list of files.
const MOST: usize = 5 * 1024 * 1024;
/// Bytes that an archive may unpack to, all files together.
const MOST_UNPACKED: u64 = 32 * 1024 * 1024;
/// Entries an archive may have.
const MOST_ENTRIES: usize = 20_000;

/// How to import.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct How {
    /// Tells what would be done, and does nothing.
    #[serde(default)]
    dry_run: bool,
}

/// Files by their paths, for those who have no archive at hand.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TenantFiles)]
pub(crate) struct Files {
    /// All files; only `client.yaml` of each folder is read.
    files: Vec<File>,
}

/// One file.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TenantFile)]
pub(crate) struct File {
    /// Its path: `folder/client.yaml`.
    path: String,
    /// What stands in it.
    text: String,
}

/// What an import did, or would do.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = TenantImport)]
pub struct Report {
    /// Whether nothing was done.
    pub dry_run: bool,
    /// Agencies made.
    pub created: usize,
    /// Agencies that were there already, and stay as they are.
    pub unchanged: usize,
    /// Folders of tests (`tn_*`).
    pub skipped: usize,
    /// Folders of which nothing is made.
    pub failed: usize,
    /// Every folder but those of tests.
    pub tenants: Vec<Row>,
}

/// Takes over the agencies of an archive (`tar` or `tar.gz`) or of a list of files. Done twice, it changes nothing.
#[utoipa::path(post, path = "/api/v1/admin/tenants/import", tag = "admin", security(("operator" = [])), params(How),
    request_body(content((Files = "application/json"), (Vec<u8> = "application/gzip"), (Vec<u8> = "application/x-tar"))),
    extensions(("x-access" = json!("operator"))),
    responses((status = 200, body = Report), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem), (status = 422, body = Problem), (status = 409, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn import(
    State(app): State<App>,
    operator: Operator,
    Params(how): Params<How>,
    request: Request,
) -> Result<Response, Wire> {
    let kind = kind(&request);
    if kind == Kind::Unknown {
        return Ok(http::StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response());
    }
    let bytes = match read_body(request, MOST).await {
        Ok(bytes) => bytes,
        Err(refused) => return Ok(refused),
    };
    let read = move || files(kind, &bytes).map(import::client_files);
    let files = tokio::task::spawn_blocking(read).await.map_err(Error::internal)??;
    let mode = if how.dry_run { Mode::DryRun } else { Mode::Real };
    Ok(Json(run(&app, &operator, &files, mode).await?).into_response())
}

/// Whether an import does anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// It tells what it would do.
    DryRun,
    /// It does it.
    Real,
}

/// Takes over every agency of these files.
///
/// # Errors
/// [`Error::Unavailable`] when the table does not answer: done again, it goes on where it stopped.
pub async fn run(app: &App, operator: &Operator, files: &[ClientFile], mode: Mode) -> Result<Report> {
    let mut report =
        Report { dry_run: mode == Mode::DryRun, created: 0, unchanged: 0, skipped: 0, failed: 0, tenants: Vec::new() };
    let mut seen: Vec<Slug> = Vec::new();
    for file in files {
        let row = match import::read(file) {
            Outcome::Test => {
                report.skipped += 1;
                continue;
            }
            Outcome::Bad(errors) => row(file, None, RowAction::Failed, errors),
            Outcome::Agency(agency) if seen.contains(&agency.id) => {
                let error = FieldError::new("client.id", "another folder of this import has the same id");
                row(file, Some(*agency), RowAction::Failed, vec![error])
            }
            Outcome::Agency(agency) => {
                seen.push(agency.id.clone());
                let action = take_over(app, operator, &agency, mode).await?;
                row(file, Some(*agency), action, Vec::new())
            }
        };
        match row.action {
            RowAction::Created => report.created += 1,
            RowAction::Unchanged => report.unchanged += 1,
            RowAction::Failed => report.failed += 1,
        }
        report.tenants.push(row);
    }
    Ok(report)
}

fn row(file: &ClientFile, agency: Option<Imported>, action: RowAction, errors: Vec<FieldError>) -> Row {
    let folder = file.folder.clone();
    match agency {
        None => Row { folder, source_id: None, id: None, name: None, action, notes: Vec::new(), errors },
        Some(Imported { source_id, id, name, notes, .. }) => {
            Row { folder, source_id: Some(source_id), id: Some(id), name: Some(name), action, notes, errors }
        }
    }
}

/// Makes the agency unless its id was ever taken. Its people are invited afterwards: the earlier platform had no accounts.
async fn take_over(app: &App, operator: &Operator, agency: &Imported, mode: Mode) -> Result<RowAction> {
    if app.store.is_taken(agency.id.as_str()).await? {
        return Ok(RowAction::Unchanged);
    }
    if mode == Mode::DryRun {
        return Ok(RowAction::Created);
    }
    let now = app.clock.now();
    let tenant = Tenant {
        id: agency.id.clone(),
        name: agency.name.clone(),
        status: Status::Active,
        version: 1,
        config: agency.config.clone(),
        created_at: now,
        updated_at: now,
    };
    let entry = operator.entry(app, Action::TenantImported).about(agency.id.as_str());
    let mailbox = tenant.default_mailbox(&app.settings.inbound_domain);
    let changes = Changes::new().provision(&tenant, &mailbox)?.audit(&tenant.operated(), entry)?;
    match changes.commit(&app.store).await? {
        Commit::Done => Ok(RowAction::Created),
        Commit::Refused("id") => Ok(RowAction::Unchanged),
        Commit::Refused(other) => Err(Error::conflict(format!("the {other} of {} is taken", agency.id))),
    }
}

/// What the body is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Json,
    Tar,
    Gzip,
    Unknown,
}

fn kind(request: &Request) -> Kind {
    let named = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    match named.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
        "application/json" => Kind::Json,
        "application/x-tar" | "application/tar" => Kind::Tar,
        "application/gzip" | "application/x-gzip" => Kind::Gzip,
        _ => Kind::Unknown,
    }
}

fn files(kind: Kind, bytes: &[u8]) -> Result<Vec<(String, String)>> {
    match kind {
        Kind::Gzip => unpacked(GzDecoder::new(bytes)),
        Kind::Tar => unpacked(bytes),
        Kind::Json | Kind::Unknown => {
            let mut reader = serde_json::Deserializer::from_slice(bytes);
            let list: Files = serde_path_to_error::deserialize(&mut reader).map_err(|failure| {
                let path = failure.path().to_string();
                Error::invalid(if path == "." { String::new() } else { path }, "a list of files with path and text")
            })?;
            Ok(list.files.into_iter().map(|file| (file.path, file.text)).collect())
        }
    }
}

/// The `client.yaml` files of an archive. It may claim what it likes: no more is unpacked than fits.
fn unpacked(archive: impl Read) -> Result<Vec<(String, String)>> {
    let broken = |_| Error::invalid("", "the archive cannot be read");
    let mut archive = tar::Archive::new(archive.take(MOST_UNPACKED));
    let mut files = Vec::new();
    for entry in archive.entries().map_err(broken)?.take(MOST_ENTRIES) {
        let mut entry = entry.map_err(broken)?;
        let path = entry.path().map_err(broken)?.to_string_lossy().into_owned();
        if !entry.header().entry_type().is_file() || !path.ends_with(".yaml") {
            continue;
        }
        let mut text = Vec::new();
        entry.read_to_end(&mut text).map_err(broken)?;
        files.push((path, String::from_utf8_lossy(&text).into_owned()));
    }
    Ok(files)
}
