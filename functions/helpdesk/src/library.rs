//! The library: documents that every agency may read and the operator alone may change.

use axum::{Json, extract::State};
use http::StatusCode;
use tripdesk_core::{
    audit::Action,
    http::{Body, Listing, Paging, Params, PathId, Problem, Wire},
    ids,
    knowledge::Document,
    operator::Operator,
    runtime::App,
    tenant::TenantId,
};

use crate::{
    documents::{self, DocumentChange, NewDocument},
    ingest,
};

const LIST: &str = "library";

/// Lists the library's documents, newest first.
#[utoipa::path(get, path = "/api/v1/admin/knowledge/documents", tag = "admin", security(("operator" = [])), params(Paging),
    operation_id = "list_library", extensions(("x-access" = json!("operator"))),
    responses((status = 200, body = Listing<Document>), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn list(
    State(app): State<App>,
    _: Operator,
    Params(paging): Params<Paging>,
) -> Result<Json<Listing<Document>>, Wire> {
    let request = paging.operators_request(&app.seal, LIST)?;
    let page = app.store.documents(&TenantId::library(), &request).await?;
    Ok(Json(Paging::operators_listing(&app.seal, LIST, page)))
}

/// Adds a document to the library; one of the same `external_id` is replaced.
#[utoipa::path(post, path = "/api/v1/admin/knowledge/documents", tag = "admin", security(("operator" = [])),
    operation_id = "add_to_library", extensions(("x-access" = json!("operator"))), request_body = NewDocument,
    responses((status = 201, body = Document), (status = 200, body = Document), (status = 400, body = Problem),
        (status = 401, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem),
        (status = 503, body = Problem)))]
pub(crate) async fn create(
    State(app): State<App>,
    operator: Operator,
    Body(new): Body<NewDocument>,
) -> Result<(StatusCode, Json<Document>), Wire> {
    let (library, id) = (TenantId::library(), ids::new_id(app.clock.now()));
    let (written, replaces) = documents::written(&app, &library, new, &[], id).await?;
    let entry = operator.entry(&app, Action::GlobalKnowledgeChanged).about(&written.document.id);
    let status = if replaces { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(ingest::put(&app, &library, written, Some(entry)).await?)))
}

/// Changes a document of the library.
#[utoipa::path(patch, path = "/api/v1/admin/knowledge/documents/{id}", tag = "admin", security(("operator" = [])),
    operation_id = "change_library", extensions(("x-access" = json!("operator"))), params(("id" = String, Path)),
    request_body = DocumentChange,
    responses((status = 200, body = Document), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn change(
    State(app): State<App>,
    operator: Operator,
    PathId(id): PathId,
    Body(change): Body<DocumentChange>,
) -> Result<Json<Document>, Wire> {
    let library = TenantId::library();
    let before = documents::kept(&app, &library, &id).await?;
    let entry = operator.entry(&app, Action::GlobalKnowledgeChanged).about(&id);
    Ok(Json(documents::changed(&app, &library, (before, change), &[], entry).await?))
}

/// Removes a document from the library.
#[utoipa::path(delete, path = "/api/v1/admin/knowledge/documents/{id}", tag = "admin", security(("operator" = [])),
    operation_id = "remove_from_library", extensions(("x-access" = json!("operator"))), params(("id" = String, Path)),
    responses((status = 204), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn remove(State(app): State<App>, operator: Operator, PathId(id): PathId) -> Result<StatusCode, Wire> {
    let library = TenantId::library();
    let kept = documents::kept(&app, &library, &id).await?;
    let entry = operator.entry(&app, Action::GlobalKnowledgeRemoved).about(&id);
    ingest::remove(&app, &library, &kept.document, Some(entry)).await?;
    Ok(StatusCode::NO_CONTENT)
}
