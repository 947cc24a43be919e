//! Messages over HTTP, with the diagnostic record of each.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use http::header;
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    enquiry::Fields,
    error::Error,
    http::{Listing, Paging, Params, PathId, Problem, Wire},
    message::{Message, Step},
    runtime::{App, MailReceived},
    session::Session,
};
use utoipa::{IntoParams, ToSchema};

use crate::read::{self, Circumstances};

const LIST: &str = "messages";

/// Messages, newest first.
#[utoipa::path(get, path = "/api/v1/mail/messages", tag = "mail", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))), params(Paging),
    responses((status = 200, body = Listing<Message>), (status = 400, body = Problem), (status = 401, body = Problem)))]
pub(crate) async fn list(
    State(app): State<App>,
    session: Session,
    Params(paging): Params<Paging>,
) -> Result<Json<Listing<Message>>, Wire> {
    let request = paging.request(&app.seal, &session.tenant, LIST)?;
    let page = app.store.messages(&session.tenant, &request).await?;
    Ok(Json(Paging::listing(&app.seal, &session.tenant, LIST, page)))
}

/// One message with every step of its way.
#[utoipa::path(get, path = "/api/v1/mail/messages/{id}", tag = "mail", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))), params(("id" = String, Path)),
    responses((status = 200, body = Message), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn show(State(app): State<App>, session: Session, PathId(id): PathId) -> Result<Json<Message>, Wire> {
    Ok(Json(app.store.message(&session.tenant, &id).await?.ok_or(Error::NotFound("message"))?))
}

/// The mail as it came, for download.
#[utoipa::path(get, path = "/api/v1/mail/messages/{id}/raw", tag = "mail", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))), params(("id" = String, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "message/rfc822"), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn raw(State(app): State<App>, session: Session, PathId(id): PathId) -> Result<Response, Wire> {
    let message = app.store.message(&session.tenant, &id).await?.ok_or(Error::NotFound("message"))?;
    let mail = app.files.raw_mail(&message.ses_message_id).await?;
    let headers = [
        (header::CONTENT_TYPE, "message/rfc822".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{id}.eml\"")),
    ];
    Ok((headers, mail).into_response())
}

/// How to replay.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ReplayParams {
    /// Must be `true`: a replay never changes anything.
    dry_run: bool,
}

/// What a mail would become today.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Replay {
    /// The message as it would be recorded.
    message: Message,
    /// What would be understood.
    fields: Fields,
    /// The steps as they were when the mail came in.
    steps_then: Vec<Step>,
}

/// Reads a stored mail again, against today's configuration, without changing anything.
#[utoipa::path(post, path = "/api/v1/mail/messages/{id}/replay", tag = "mail", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))),
    params(("id" = String, Path), ReplayParams),
    responses((status = 200, body = Replay), (status = 400, body = Problem), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn replay(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
    Params(params): Params<ReplayParams>,
) -> Result<Json<Replay>, Wire> {
    if !params.dry_run {
        return Err(Error::invalid("dry_run", "a replay is a dry run; only true is allowed").into());
    }
    let before = app.store.message(&session.tenant, &id).await?.ok_or(Error::NotFound("message"))?;
    let raw = app.files.raw_mail(&before.ses_message_id).await?;
    let mail = MailReceived {
        ses_message_id: before.ses_message_id.clone(),
        envelope_from: before.envelope_from.clone(),
        recipients: before.envelope_to.clone(),
        verdicts: before.verdicts,
    };
    let circumstances = Circumstances {
        tenant: &session.tenant,
        agency: &session.agency,
        mailbox: "",
        mail: &mail,
        received_at: before.received_at,
    };
    let reading = read::read(&app, circumstances, &raw).await?;
    Ok(Json(Replay { message: reading.message, fields: reading.fields, steps_then: before.steps }))
}
