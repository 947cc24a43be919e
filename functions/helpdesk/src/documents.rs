//! Documents of the knowledge base: adding, replacing, changing, removing.

use axum::{Json, extract::State};
use base64::{Engine, engine::general_purpose::STANDARD};
use http::StatusCode;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize};
use tripdesk_core::{
    error::{Error, FieldError, Result},
    http::{Body, Listing, Paging, Params, PathId, Problem, Wire},
    ids,
    knowledge::{Document, Format, Visibility},
    runtime::App,
    session::Session,
    tenant::Config,
    user::Role,
};
use utoipa::ToSchema;

use crate::ingest::{self, Written};

const LIST: &str = "documents";

/// A document to add. Either `text` or `file`.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewDocument {
    /// For people; 1 to 200 characters.
    title: String,
    /// Its text.
    text: Option<String>,
    /// How the text is written; Markdown when absent.
    format: Option<Format>,
    /// A Markdown, text or HTML file.
    file: Option<File>,
    /// One of the agency's categories.
    category: Option<String>,
    /// Who may be told; staff when absent.
    #[serde(default)]
    visibility: Visibility,
    /// First day it holds.
    #[schema(value_type = Option<String>, format = Date)]
    valid_from: Option<Date>,
    /// Last day it holds.
    #[schema(value_type = Option<String>, format = Date)]
    valid_to: Option<Date>,
    /// The caller's own id: a document under it is replaced.
    external_id: Option<String>,
}

/// A file inside a JSON body.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    /// Its name; the ending tells its format.
    name: String,
    /// Its bytes in base64.
    data: String,
}

/// A document with its text.
#[derive(Serialize, ToSchema)]
pub(crate) struct DocumentWithText {
    #[serde(flatten)]
    document: Document,
    text: String,
}

/// Lists documents, newest first.
#[utoipa::path(get, path = "/api/v1/knowledge/documents", tag = "knowledge", security(("bearer" = [])), params(Paging),
    responses((status = 200, body = Listing<Document>), (status = 400, body = Problem), (status = 401, body = Problem)))]
pub(crate) async fn list(
    State(app): State<App>,
    session: Session,
    Params(paging): Params<Paging>,
) -> Result<Json<Listing<Document>>, Wire> {
    let request = paging.request(&app.seal, &session.tenant, LIST)?;
    let mut page = app.store.documents(&session.tenant, &request).await?;
    page.items.retain(|document| is_shown(&session, document));
    Ok(Json(Paging::listing(&app.seal, &session.tenant, LIST, page)))
}

/// Adds a document; one of the same `external_id` is replaced.
#[utoipa::path(post, path = "/api/v1/knowledge/documents", tag = "knowledge", security(("bearer" = [])),
    request_body = NewDocument, responses((status = 201, body = Document), (status = 200, body = Document),
        (status = 400, body = Problem), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem)))]
pub(crate) async fn create(
    State(app): State<App>,
    session: Session,
    Body(new): Body<NewDocument>,
) -> Result<(StatusCode, Json<Document>), Wire> {
    session.require(Role::Admin)?;
    let (format, text) = content(new.text, new.format, new.file)?;
    let now = app.clock.now();
    let before = match &new.external_id {
        Some(id) => app.store.document_by_external_id(&session.tenant, id).await?,
        None => None,
    };
    let before = match before {
        Some(id) => app.store.document(&session.tenant, &id).await?,
        None => None,
    };
    let document = Document {
        id: before.as_ref().map_or_else(|| ids::new_id(now), |before| before.id.clone()),
        title: new.title.trim().to_owned(),
        category: new.category,
        visibility: new.visibility,
        valid_from: new.valid_from,
        valid_to: new.valid_to,
        external_id: new.external_id,
        format,
        passages: 0,
        version: before.as_ref().map_or(1, |before| before.version + 1),
        created_at: before.as_ref().map_or(now, |before| before.created_at),
        updated_at: now,
    };
    check(&document, &session.agency.config)?;
    let status = if before.is_some() { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(ingest::put(&app, &session, Written { document, text }).await?)))
}

/// Shows a document with its text.
#[utoipa::path(get, path = "/api/v1/knowledge/documents/{id}", tag = "knowledge", security(("bearer" = [])),
    params(("id" = String, Path)), responses((status = 200, body = DocumentWithText), (status = 401, body = Problem),
        (status = 404, body = Problem)))]
pub(crate) async fn show(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
) -> Result<Json<DocumentWithText>, Wire> {
    let document = found(&app, &session, &id).await?;
    let text = ingest::text(&app, &session, &document).await?;
    Ok(Json(DocumentWithText { document, text }))
}

/// What is to change; `null` removes a setting.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentChange {
    /// The version that was read; a stale one is refused with 409.
    version: Option<u64>,
    title: Option<String>,
    text: Option<String>,
    #[serde(default, deserialize_with = "present")]
    category: Option<Option<String>>,
    visibility: Option<Visibility>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, format = Date)]
    valid_from: Option<Option<Date>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, format = Date)]
    valid_to: Option<Option<Date>>,
}

/// Changes a document; the next question sees it.
#[utoipa::path(patch, path = "/api/v1/knowledge/documents/{id}", tag = "knowledge", security(("bearer" = [])),
    params(("id" = String, Path)), request_body = DocumentChange, responses((status = 200, body = Document),
        (status = 400, body = Problem), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn change(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
    Body(change): Body<DocumentChange>,
) -> Result<Json<Document>, Wire> {
    session.require(Role::Admin)?;
    let before = found(&app, &session, &id).await?;
    if change.version.is_some_and(|version| version != before.version) {
        return Err(Error::conflict(format!("this version is stale; it is {} now", before.version)).into());
    }
    let text = match change.text {
        Some(text) => text,
        None => ingest::text(&app, &session, &before).await?,
    };
    let document = Document {
        title: change.title.map_or(before.title, |title| title.trim().to_owned()),
        category: change.category.unwrap_or(before.category),
        visibility: change.visibility.unwrap_or(before.visibility),
        valid_from: change.valid_from.unwrap_or(before.valid_from),
        valid_to: change.valid_to.unwrap_or(before.valid_to),
        version: before.version + 1,
        updated_at: app.clock.now(),
        ..before
    };
    check(&document, &session.agency.config)?;
    Ok(Json(ingest::put(&app, &session, Written { document, text }).await?))
}

/// Removes a document; the next question no longer sees it.
#[utoipa::path(delete, path = "/api/v1/knowledge/documents/{id}", tag = "knowledge", security(("bearer" = [])),
    params(("id" = String, Path)), responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
pub(crate) async fn remove(State(app): State<App>, session: Session, PathId(id): PathId) -> Result<StatusCode, Wire> {
    session.require(Role::Admin)?;
    let document = found(&app, &session, &id).await?;
    ingest::remove(&app, &session, &document).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn found(app: &App, session: &Session, id: &str) -> Result<Document> {
    let document = app.store.document(&session.tenant, id).await?;
    document.filter(|document| is_shown(session, document)).ok_or(Error::NotFound("document"))
}

fn is_shown(session: &Session, document: &Document) -> bool {
    document.visibility != Visibility::Admin || session.role >= Role::Admin
}

fn content(text: Option<String>, format: Option<Format>, file: Option<File>) -> Result<(Format, String)> {
    match (text, file) {
        (Some(text), None) => Ok((format.unwrap_or_default(), text)),
        (None, Some(file)) => {
            let ending = file.name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
            let format = match ending.as_str() {
                "md" | "markdown" => Format::Markdown,
                "txt" => Format::Text,
                "html" | "htm" => Format::Html,
                _ => return Err(Error::invalid("file.name", "a file ends in .md, .txt or .html")),
            };
            let bytes = STANDARD.decode(file.data.as_bytes()).map_err(|_| Error::invalid("file.data", "not base64"))?;
            let text = String::from_utf8(bytes).map_err(|_| Error::invalid("file.data", "not text in UTF-8"))?;
            Ok((format, text))
        }
        _ => Err(Error::invalid("text", "either text or file")),
    }
}

fn check(document: &Document, config: &Config) -> Result<()> {
    let mut faults = Vec::new();
    let mut demand = |holds: bool, field: &str, message: &str| {
        if !holds {
            faults.push(FieldError::new(field, message));
        }
    };
    let named = |text: &str| (1..=200).contains(&text.chars().count()) && !text.chars().any(char::is_control);
    let known = &config.knowledge.categories;
    let category = document.category.as_deref();
    demand(named(&document.title), "title", "between 1 and 200 characters");
    demand(category.is_none_or(named), "category", "between 1 and 200 characters");
    let listed = known.is_empty() || category.is_none_or(|category| known.iter().any(|one| one == category));
    demand(listed, "category", "not one of the agency's categories");
    demand(document.external_id.as_deref().is_none_or(named), "external_id", "between 1 and 200 characters");
    let in_order = document.valid_from.zip(document.valid_to).is_none_or(|(from, to)| from <= to);
    demand(in_order, "valid_to", "before valid_from");
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

/// Tells `null` from absent.
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
