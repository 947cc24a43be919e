//! Everything of one agency in one archive: its records as JSON lines, its files (documents, PDFs, mails that went out), and every
//! raw mail that came in.
//!
//! Invariant: no password, no token and no digest of one leaves in it.

use std::{collections::BTreeMap, io::Write, time::Duration};

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use flate2::{Compression, write::GzEncoder};
use futures_util::stream::{self, StreamExt as _};
use http::{StatusCode, header};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use tar::{Builder, Header};
use tripdesk_core::{
    audit::Action,
    error::{Error, Result},
    http::{PathText, Problem, Wire},
    operator::Operator,
    runtime::App,
    store::Changes,
    tenant::{Slug, Tenant, TenantId},
};
use utoipa::ToSchema;

/// Archives up to this size are answered at once; Lambda's answers end at 6 MB, in base64.
const MOST_AT_ONCE: usize = 4 * 1024 * 1024;
/// Archives up to this size are made by the API; above it the command does it, which writes into a file as it goes.
const MOST_HERE: u64 = 192 * 1024 * 1024;
/// How long the address of a larger archive holds.
const HANDED_OUT: Duration = Duration::from_secs(15 * 60);
/// Where larger archives lie among the tenant's files; no archive holds another.
const EXPORTS: &str = "exports/";
/// Records that open doors, or are only marks that vanish by themselves.
const LEFT_OUT: [&str; 7] = ["session", "reset", "device", "login", "circle", "limit", "idempotency"];
/// Files that are fetched side by side.
const AT_ONCE: usize = 16;
/// Fields that open doors.
const SECRET_FIELDS: [&str; 4] = ["password_hash", "second_factor", "digest", "refresh"];

/// What an archive holds.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Manifest {
    /// The agency.
    pub tenant_id: Slug,
    /// Its name.
    pub name: String,
    /// When the archive was made.
    #[schema(value_type = String, format = DateTime)]
    pub exported_at: Timestamp,
    /// Records, by noun.
    pub records: BTreeMap<String, u64>,
    /// Files.
    pub files: u64,
    /// Raw mails.
    pub mails: u64,
}

/// The whole agency as a `tar.gz`. A large one is laid among its files, and the answer leads there (303).
#[utoipa::path(get, path = "/api/v1/admin/tenants/{id}/export", tag = "admin", security(("operator" = [])),
    params(("id" = String, Path)), extensions(("x-access" = json!("operator"))),
    responses((status = 200, body = Vec<u8>, content_type = "application/gzip"), (status = 303), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn export(
    State(app): State<App>,
    operator: Operator,
    PathText(id): PathText,
) -> Result<Response, Wire> {
    let (tenant, agency) = operator.tenant(&app.store, &id).await?;
    let size: u64 = app.files.list(&tenant).await?.iter().map(|file| file.size).sum();
    if size + app.store.mail_bytes(&tenant).await? > MOST_HERE {
        return Err(Error::conflict("too much for one call: use the command `tripdesk tenants export`").into());
    }
    let (archive, _) = write(&app, &operator, &agency, Vec::new()).await?;
    let name = format!("{id}-{}.tar.gz", app.clock.now().strftime("%Y%m%dT%H%M%SZ"));
    if archive.len() > MOST_AT_ONCE {
        let file = format!("{EXPORTS}{name}");
        app.files.put(&tenant, &file, "application/gzip", archive.into()).await?;
        let address = app.files.handed_out(&tenant, &file, HANDED_OUT).await?;
        return Ok((StatusCode::SEE_OTHER, [(header::LOCATION, address)]).into_response());
    }
    let headers = [
        (header::CONTENT_TYPE, "application/gzip".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, archive).into_response())
}

/// Writes an agency's archive, and notes in the audit log that it was made.
///
/// # Errors
/// [`Error::Unavailable`] when table or files do not answer, [`Error::Internal`] when `out` cannot be written.
pub async fn write<W: Write + Send>(app: &App, operator: &Operator, agency: &Tenant, out: W) -> Result<(W, Manifest)> {
    let (tenant, now) = (agency.operated(), app.clock.now());
    let mut archive = Archive { tar: Builder::new(GzEncoder::new(out, Compression::default())), at: now };
    let nouns = records(app, &tenant).await?;
    let mut manifest = Manifest {
        tenant_id: agency.id.clone(),
        name: agency.name.clone(),
        exported_at: now,
        records: nouns.iter().map(|(noun, records)| (noun.clone(), records.len() as u64)).collect(),
        files: 0,
        mails: 0,
    };
    for (noun, records) in &nouns {
        let lines: Vec<String> = records.iter().map(Value::to_string).collect();
        archive.add(&format!("records/{noun}.jsonl"), (lines.join("\n") + "\n").as_bytes())?;
    }
    let names =
        app.files.list(&tenant).await?.into_iter().map(|file| file.name).filter(|name| !name.starts_with(EXPORTS));
    let mut files = stream::iter(names).map(|name| file(app, &tenant, name)).buffered(AT_ONCE);
    while let Some(found) = files.next().await {
        let Some((name, bytes)) = found? else { continue };
        archive.add(&format!("files/{name}"), &bytes)?;
        manifest.files += 1;
    }
    let ids: Vec<String> = nouns.get("message").into_iter().flatten().filter_map(ses_message_id).collect();
    let mut mails = stream::iter(ids).map(|id| mail(app, id)).buffered(AT_ONCE);
    while let Some(found) = mails.next().await {
        let Some((id, bytes)) = found? else { continue };
        archive.add(&format!("mail/{id}.eml"), &bytes)?;
        manifest.mails += 1;
    }
    archive.add("manifest.json", &serde_json::to_vec_pretty(&manifest).map_err(Error::internal)?)?;
    let out = archive.finish()?;
    let entry = operator.entry(app, Action::TenantExported).about(agency.id.as_str());
    Changes::new().audit(&tenant, entry)?.commit(&app.store).await?.or_conflict("the export was noted before")?;
    Ok((out, manifest))
}

/// A file with its name, if it is still there.
async fn file(app: &App, tenant: &TenantId, name: String) -> Result<Option<(String, Bytes)>> {
    Ok(app.files.get(tenant, &name).await?.map(|bytes| (name, bytes)))
}

/// A raw mail with its id, if it is still there.
async fn mail(app: &App, id: String) -> Result<Option<(String, Bytes)>> {
    match app.files.raw_mail(&id).await {
        Ok(bytes) => Ok(Some((id, bytes))),
        Err(Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

fn ses_message_id(message: &Value) -> Option<String> {
    message["ses_message_id"].as_str().map(str::to_owned)
}

/// Every record that may leave, by noun.
async fn records(app: &App, tenant: &TenantId) -> Result<BTreeMap<String, Vec<Value>>> {
    let mut nouns: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    let mut pages = app.store.whole(tenant);
    while let Some(page) = pages.next().await {
        for record in page?.into_iter().filter(|record| !LEFT_OUT.contains(&record.noun.as_str())) {
            let mut fields = record.fields;
            if let Some(fields) = fields.as_object_mut() {
                fields.retain(|name, _| !SECRET_FIELDS.contains(&name.as_str()));
            }
            nouns.entry(record.noun).or_default().push(fields);
        }
    }
    Ok(nouns)
}

struct Archive<W: Write> {
    tar: Builder<GzEncoder<W>>,
    at: Timestamp,
}

impl<W: Write> Archive<W> {
    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let mut header = Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o600);
        header.set_mtime(u64::try_from(self.at.as_second()).unwrap_or(0));
        self.tar.append_data(&mut header, name, bytes).map_err(Error::internal)
    }

    fn finish(self) -> Result<W> {
        self.tar.into_inner().and_then(GzEncoder::finish).map_err(Error::internal)
    }
}
