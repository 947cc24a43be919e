//! Documents of the knowledge base: adding, replacing, changing, removing.

use axum::{Json, extract::State};
use base64::{Engine, engine::general_purpose::STANDARD};
use http::StatusCode;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize};
use tripdesk_core::{
    audit::{Action, Entry},
    error::{Error, FieldError, Result},
    http::{Body, Listing, Origin, Paging, Params, PathId, Problem, Wire},
    ids,
    knowledge::{Document, DocumentState, Format, Visibility},
    runtime::App,
    session::Session,
    store::Kept,
    tenant::TenantId,
    usage,
    user::Role,
};
use utoipa::{IntoParams, ToSchema};

use crate::{
    ingest::{self, Written},
    reading,
};

const LIST: &str = "documents";

/// A document to add. Either `text` or `file`.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewDocument {
    /// For people; 1 to 200 characters.
    pub title: String,
    /// Its text.
    pub text: Option<String>,
    /// How the text is written; Markdown when absent.
    pub format: Option<Format>,
    /// A Markdown, text, HTML, PDF or DOCX file.
    pub file: Option<File>,
    /// One of the agency's categories.
    pub category: Option<String>,
    /// Who may be told; staff when absent.
    #[serde(default)]
    pub visibility: Visibility,
    /// First day it holds.
    #[schema(value_type = Option<String>, format = Date)]
    pub valid_from: Option<Date>,
    /// Last day it holds.
    #[schema(value_type = Option<String>, format = Date)]
    pub valid_to: Option<Date>,
    /// The caller's own id: a document under it is replaced.
    pub external_id: Option<String>,
    /// A draft is not used until it is published.
    #[serde(default)]
    pub state: DocumentState,
}

impl NewDocument {
    /// How much somebody brings with it.
    fn bytes(&self) -> u64 {
        let (text, file) =
            (self.text.as_ref().map_or(0, String::len), self.file.as_ref().map_or(0, |file| file.data.len()));
        (text + file / 4 * 3) as u64
    }
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
    /// Whose it is.
    scope: Scope,
    text: String,
}

/// Whose a document is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Scope {
    /// The agency's own.
    #[default]
    Own,
    /// The platform's, which every agency may read.
    Global,
}

impl Scope {
    fn shelf(self, session: &Session) -> TenantId {
        match self {
            Self::Own => session.tenant.clone(),
            Self::Global => TenantId::library(),
        }
    }
}

/// Which documents to list.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// 1 to 100; 50 when absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// The agency's own when absent.
    #[serde(default)]
    scope: Scope,
}

/// Lists documents, newest first.
#[utoipa::path(get, path = "/api/v1/knowledge/documents", tag = "knowledge", security(("bearer" = [])), params(Wanted),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Listing<Document>), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn list(
    State(app): State<App>,
    session: Session,
    Params(wanted): Params<Wanted>,
) -> Result<Json<Listing<Document>>, Wire> {
    let paging = Paging { limit: wanted.limit, cursor: wanted.cursor };
    let shelf = wanted.scope.shelf(&session);
    let request = paging.request(&app.seal, &shelf, LIST)?;
    let mut page = app.store.documents(&shelf, &request).await?;
    page.items.retain(|document| is_shown(&session, document));
    Ok(Json(Paging::listing(&app.seal, &shelf, LIST, page)))
}

/// Adds a document; one of the same `external_id` is replaced.
#[utoipa::path(post, path = "/api/v1/knowledge/documents", tag = "knowledge", security(("bearer" = [])),
    extensions(("x-access" = json!("admin"))), request_body = NewDocument,
    responses((status = 201, body = Document), (status = 200, body = Document), (status = 400, body = Problem),
        (status = 401, body = Problem), (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem), (status = 429, body = Problem),
        (status = 503, body = Problem)))]
pub(crate) async fn create(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    Body(new): Body<NewDocument>,
) -> Result<(StatusCode, Json<Document>), Wire> {
    session.require(Role::Admin)?;
    usage::require_room(&app, &session.tenant, &session.agency, new.bytes()).await?;
    let id = ids::new_id(app.clock.now());
    let (written, replaces) =
        written(&app, &session.tenant, new, &session.agency.config.knowledge.categories, id).await?;
    let status = if replaces { StatusCode::OK } else { StatusCode::CREATED };
    let entry = session.entry(&app, Action::KnowledgeChanged, &origin).about(&written.document.id);
    Ok((status, Json(ingest::put(&app, &session.tenant, written, Some(entry)).await?)))
}

/// A new document as it is to be taken in, under `id` or that of the one it replaces; whether it replaces one.
///
/// # Errors
/// [`Error::Invalid`] names what is wrong with it.
pub(crate) async fn written(
    app: &App,
    shelf: &TenantId,
    new: NewDocument,
    categories: &[String],
    id: String,
) -> Result<(Written, bool)> {
    let (text, format, file) = (new.text, new.format, new.file);
    let read = move || content(text, format, file);
    let (format, text) = tokio::task::spawn_blocking(read).await.map_err(Error::internal)??;
    let now = app.clock.now();
    let before = match &new.external_id {
        Some(id) => app.store.document_by_external_id(shelf, id).await?,
        None => None,
    };
    let before = match before {
        Some(id) => app.store.document(shelf, &id).await?,
        None => None,
    };
    let document = Document {
        id: before.as_ref().map_or(id, |before| before.id.clone()),
        title: new.title.trim().to_owned(),
        category: new.category,
        state: new.state,
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
    check(&document, categories)?;
    Ok((Written { document, text }, before.is_some()))
}

/// Shows a document with its text, the agency's own or the library's.
#[utoipa::path(get, path = "/api/v1/knowledge/documents/{id}", tag = "knowledge", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))), params(("id" = String, Path)),
    responses((status = 200, body = DocumentWithText), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn show(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
) -> Result<Json<DocumentWithText>, Wire> {
    let own = kept(&app, &session.tenant, &id).await;
    let (scope, kept) = match own {
        Err(Error::NotFound(_)) => (Scope::Global, kept(&app, &TenantId::library(), &id).await?),
        own => (Scope::Own, own?),
    };
    if !is_shown(&session, &kept.document) {
        return Err(Error::NotFound("document").into());
    }
    let text = ingest::text(&app, &scope.shelf(&session), &kept).await?;
    Ok(Json(DocumentWithText { document: kept.document, scope, text }))
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
    state: Option<DocumentState>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, format = Date)]
    valid_from: Option<Option<Date>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, format = Date)]
    valid_to: Option<Option<Date>>,
}

/// Changes a document; the next question sees it.
#[utoipa::path(patch, path = "/api/v1/knowledge/documents/{id}", tag = "knowledge", security(("bearer" = [])),
    extensions(("x-access" = json!("admin"))), params(("id" = String, Path)), request_body = DocumentChange,
    responses((status = 200, body = Document), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem), (status = 429, body = Problem),
        (status = 503, body = Problem)))]
pub(crate) async fn change(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    PathId(id): PathId,
    Body(change): Body<DocumentChange>,
) -> Result<Json<Document>, Wire> {
    session.require(Role::Admin)?;
    let before = changeable(&app, &session, &id).await?;
    if let Some(text) = &change.text {
        usage::require_room(&app, &session.tenant, &session.agency, text.len() as u64).await?;
    }
    let entry = session.entry(&app, Action::KnowledgeChanged, &origin).about(&id);
    let categories = &session.agency.config.knowledge.categories;
    let document = changed(&app, &session.tenant, (before, change), categories, entry).await?;
    Ok(Json(document))
}

/// Carries a change of a document out.
///
/// # Errors
/// [`Error::Conflict`] when the version is stale, [`Error::Invalid`] names what is wrong.
pub(crate) async fn changed(
    app: &App,
    shelf: &TenantId,
    (before, change): (Kept, DocumentChange),
    categories: &[String],
    entry: Entry,
) -> Result<Document> {
    if change.version.is_some_and(|version| version != before.document.version) {
        return Err(Error::conflict(format!("this version is stale; it is {} now", before.document.version)));
    }
    let text = match change.text {
        Some(text) => text,
        None => ingest::text(app, shelf, &before).await?,
    };
    let before = before.document;
    let document = Document {
        title: change.title.map_or(before.title, |title| title.trim().to_owned()),
        category: change.category.unwrap_or(before.category),
        state: change.state.unwrap_or(before.state),
        visibility: change.visibility.unwrap_or(before.visibility),
        valid_from: change.valid_from.unwrap_or(before.valid_from),
        valid_to: change.valid_to.unwrap_or(before.valid_to),
        version: before.version + 1,
        updated_at: app.clock.now(),
        ..before
    };
    check(&document, categories)?;
    ingest::put(app, shelf, Written { document, text }, Some(entry)).await
}

/// Removes a document; the next question no longer sees it.
#[utoipa::path(delete, path = "/api/v1/knowledge/documents/{id}", tag = "knowledge", security(("bearer" = [])),
    extensions(("x-access" = json!("admin"))), params(("id" = String, Path)),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 429, body = Problem),
        (status = 503, body = Problem)))]
pub(crate) async fn remove(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    PathId(id): PathId,
) -> Result<StatusCode, Wire> {
    session.require(Role::Admin)?;
    let kept = changeable(&app, &session, &id).await?;
    let entry = session.entry(&app, Action::KnowledgeRemoved, &origin).about(&id);
    ingest::remove(&app, &session.tenant, &kept.document, Some(entry)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A document of a shelf.
///
/// # Errors
/// [`Error::NotFound`] when there is none of this id.
pub(crate) async fn kept(app: &App, shelf: &TenantId, id: &str) -> Result<Kept> {
    app.store.kept_document(shelf, id).await?.ok_or(Error::NotFound("document"))
}

/// A document that the caller may change: the library's may be read alone.
async fn changeable(app: &App, session: &Session, id: &str) -> Result<Kept> {
    match kept(app, &session.tenant, id).await {
        Err(Error::NotFound(_)) if kept(app, &TenantId::library(), id).await.is_ok() => {
            Err(Error::Forbidden("the platform's documents are read-only for an agency"))
        }
        own => own,
    }
}

fn is_shown(session: &Session, document: &Document) -> bool {
    document.visibility != Visibility::Admin || session.role >= Role::Admin
}

fn content(text: Option<String>, format: Option<Format>, file: Option<File>) -> Result<(Format, String)> {
    match (text, file) {
        (Some(text), None) => Ok((format.unwrap_or_default(), text)),
        (None, Some(file)) => {
            let bytes = STANDARD.decode(file.data.as_bytes()).map_err(|_| Error::invalid("file.data", "not base64"))?;
            reading::read("file", &file.name, &bytes)
        }
        _ => Err(Error::invalid("text", "either text or file")),
    }
}

fn check(document: &Document, categories: &[String]) -> Result<()> {
    let mut faults = Vec::new();
    let mut demand = |holds: bool, field: &str, message: &str| {
        if !holds {
            faults.push(FieldError::new(field, message));
        }
    };
    let named = |text: &str| (1..=200).contains(&text.chars().count()) && !text.chars().any(char::is_control);
    let known = categories;
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
