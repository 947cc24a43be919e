//! A consultant's answer to the traveller, in the thread of their mail.

use axum::{Extension, Json, extract::State};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    enquiry::{Enquiry, EnquiryState, EnquiryView, Reply},
    error::{Error, Result},
    http::{Body, PathId, Problem, RequestId, Wire},
    letter,
    mailer::Automatic,
    post::shown_from_outside,
    quote::Traveller,
    runtime::App,
    send::{About, Send},
    session::Session,
    store::Changes,
    user::Role,
};
use utoipa::ToSchema;

use super::steps::MAX_REPLY;
use crate::outgoing::{Parcel, Thread, announce};

/// Most replies that an enquiry remembers.
const MOST_REPLIES: usize = 50;

/// What to answer.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ReplyRequest {
    /// What the mail says; the drafted reply when absent.
    text: Option<String>,
    /// Subject line; the enquiry's own, answered, when absent.
    subject: Option<String>,
}

/// A reply that is on its way.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Replied {
    /// Its entry in the sending ledger.
    send_id: String,
    enquiry: EnquiryView,
}

/// Answers the traveller by mail, in the thread of their own: with the drafted reply, or with words of the consultant's.
#[utoipa::path(post, path = "/api/v1/enquiries/{id}/reply", tag = "enquiries", security(("bearer" = [])), request_body = ReplyRequest,
    params(("id" = String, Path)), extensions(("x-access" = json!("consultant"))),
    responses((status = 202, body = Replied), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn reply(
    State(app): State<App>,
    session: Session,
    Extension(RequestId(request_id)): Extension<RequestId>,
    PathId(id): PathId,
    Body(request): Body<ReplyRequest>,
) -> Result<(StatusCode, Json<Replied>), Wire> {
    session.require(Role::Consultant)?;
    let tenant = &session.tenant;
    let enquiry = app.store.enquiry(tenant, &id).await?.ok_or(Error::NotFound("enquiry"))?;
    let to = addressee(&enquiry)?;
    let (subject, text) = words(&enquiry, request)?;
    let thread = Thread { app: &app, tenant, agency: &session.agency, enquiry: &enquiry };
    let parcel = Parcel {
        about: About::Enquiry { enquiry_id: enquiry.id.clone() },
        to,
        besides: Vec::new(),
        body: letter::reply(&shown_from_outside(&app, &session.agency.config), &session.agency.name, &subject, &text),
        attachments: Vec::new(),
        automatic: Automatic::No,
    };
    let (send, job) = thread.pack(parcel, &request_id).await?;
    let after = replied(enquiry.clone(), &session, &send, (subject, text));
    let changes = Changes::new().replace_enquiry(tenant, &after, enquiry.version)?;
    let changes = thread.promise(changes, (&send, &job))?;
    changes.commit(&app.store).await?.or_conflict("the enquiry was changed by somebody else just now")?;
    announce(&app, tenant, &job).await;
    Ok((StatusCode::ACCEPTED, Json(Replied { send_id: send.id, enquiry: after.into() })))
}

fn addressee(enquiry: &Enquiry) -> Result<Traveller> {
    if enquiry.state == EnquiryState::Spam {
        return Err(Error::conflict("an enquiry that is spam is not answered"));
    }
    let contact = &enquiry.fields.contact;
    let email = contact.email.as_ref().map(|email| email.value.clone());
    let email = email.ok_or_else(|| Error::conflict("no address of the traveller is known"))?;
    Ok(Traveller { name: contact.name.as_ref().map(|name| name.value.clone()).unwrap_or_default(), email })
}

/// Subject and text: as the consultant wrote them, else as they were drafted.
fn words(enquiry: &Enquiry, request: ReplyRequest) -> Result<(String, String)> {
    let text = request.text.or_else(|| enquiry.draft_reply.clone()).unwrap_or_default();
    if text.trim().is_empty() {
        return Err(Error::invalid("text", "there is no draft, and nothing was written"));
    }
    if text.chars().count() > MAX_REPLY {
        return Err(Error::invalid("text", "at most 20,000 characters"));
    }
    let subject = request.subject.unwrap_or_else(|| letter::reply_subject(&enquiry.subject));
    if subject.chars().count() > 200 || subject.chars().any(char::is_control) {
        return Err(Error::invalid("subject", "at most 200 characters on one line"));
    }
    Ok((subject, text))
}

/// The enquiry with the reply noted: what it asked for is not asked for again by itself.
fn replied(enquiry: Enquiry, session: &Session, send: &Send, (subject, text): (String, String)) -> Enquiry {
    let reply =
        Reply { send_id: send.id.clone(), at: send.created_at, user_id: session.user_id.clone(), subject, text };
    let mut replies = enquiry.replies;
    replies.push(reply);
    let over = replies.len().saturating_sub(MOST_REPLIES);
    Enquiry {
        replies: replies.split_off(over),
        asked: enquiry.missing.clone(),
        draft_reply: None,
        updated_at: send.created_at,
        version: enquiry.version + 1,
        ..enquiry
    }
}
