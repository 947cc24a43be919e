//! Steps that a person decides: not served, lost, spam, taken up again.

use axum::{Json, extract::State};
use serde::Deserialize;
use tripdesk_core::{
    enquiry::{Enquiry, EnquiryView, Step},
    error::{Error, Result},
    http::{Body, PathId, Problem, Wire},
    quote::Quote,
    runtime::App,
    session::Session,
    store::Changes,
    user::Role,
};
use utoipa::ToSchema;

/// Longest reply, in characters.
pub(crate) const MAX_REPLY: usize = 20_000;

/// Why an enquiry ends.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ending {
    /// In a sentence, for colleagues.
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
}

/// Turns an enquiry down: the agency does not serve it. Nothing is sent, and an open quote is withdrawn.
#[utoipa::path(post, path = "/api/v1/enquiries/{id}/reject", tag = "enquiries", security(("bearer" = [])), request_body = Ending,
    params(("id" = String, Path)), extensions(("x-access" = json!("consultant"))),
    responses((status = 200, body = EnquiryView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn reject(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
    Body(ending): Body<Ending>,
) -> Result<Json<EnquiryView>, Wire> {
    step(&app, &session, &id, Step::Reject, Some(ending)).await
}

/// Notes that the traveller went elsewhere. An open quote is withdrawn.
#[utoipa::path(post, path = "/api/v1/enquiries/{id}/lose", tag = "enquiries", security(("bearer" = [])), request_body = Ending,
    params(("id" = String, Path)), extensions(("x-access" = json!("consultant"))),
    responses((status = 200, body = EnquiryView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn lose(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
    Body(ending): Body<Ending>,
) -> Result<Json<EnquiryView>, Wire> {
    step(&app, &session, &id, Step::Lose, Some(ending)).await
}

/// Marks an enquiry as spam.
#[utoipa::path(post, path = "/api/v1/enquiries/{id}/spam", tag = "enquiries", security(("bearer" = [])),
    params(("id" = String, Path)), extensions(("x-access" = json!("consultant"))),
    responses((status = 200, body = EnquiryView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 400, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn spam(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
) -> Result<Json<EnquiryView>, Wire> {
    step(&app, &session, &id, Step::MarkSpam, None).await
}

/// Takes up an enquiry again that was turned down, lost or marked as spam.
#[utoipa::path(post, path = "/api/v1/enquiries/{id}/reopen", tag = "enquiries", security(("bearer" = [])),
    params(("id" = String, Path)), extensions(("x-access" = json!("consultant"))),
    responses((status = 200, body = EnquiryView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 400, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn reopen(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
) -> Result<Json<EnquiryView>, Wire> {
    step(&app, &session, &id, Step::Reopen, None).await
}

async fn step(
    app: &App,
    session: &Session,
    id: &str,
    step: Step,
    ending: Option<Ending>,
) -> Result<Json<EnquiryView>, Wire> {
    session.require(Role::Consultant)?;
    let reason = ending.map(|ending| sound_reason(&ending.reason)).transpose()?;
    let before = app.store.enquiry(&session.tenant, id).await?.ok_or(Error::NotFound("enquiry"))?;
    let expected = before.version;
    let mut after =
        before.after(step, reason, app.clock.now()).map_err(|refused| Error::conflict(refused.to_string()))?;
    if step == Step::Reopen {
        let state = after.state.looked_over(&after.missing, after.quote_id.as_deref());
        after = Enquiry { state: state.map_err(|refused| Error::conflict(refused.to_string()))?, ..after };
    }
    let mut changes = Changes::new().replace_enquiry(&session.tenant, &after, expected)?;
    if let Some(quote) = open_quote(app, session, &after).await? {
        let version = quote.version;
        if let Ok(withdrawn) = quote.withdrawn(app.clock.now()) {
            changes = changes.replace_quote(&session.tenant, &withdrawn, version)?;
        }
    }
    changes.commit(&app.store).await?.or_conflict("the enquiry was changed by somebody else just now")?;
    Ok(Json(after.into()))
}

/// The quote of an enquiry that ends: what the traveller could accept is taken back with it.
async fn open_quote(app: &App, session: &Session, enquiry: &Enquiry) -> Result<Option<Quote>> {
    match &enquiry.quote_id {
        Some(id) if enquiry.state.is_closed() => app.store.quote(&session.tenant, id).await,
        _ => Ok(None),
    }
}

fn sound_reason(reason: &str) -> Result<String> {
    let reason = reason.trim();
    let fits =
        !reason.is_empty() && reason.chars().count() <= 500 && !reason.chars().any(|c| c.is_control() && c != '\n');
    if fits { Ok(reason.to_owned()) } else { Err(Error::invalid("reason", "between 1 and 500 characters")) }
}
