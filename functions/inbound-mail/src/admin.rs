//! Mail as the operator sees it: what led to nobody, where an address leads, and whether anything waits.

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tripdesk_core::{
    audit::Action,
    error::{Error, Result},
    http::{Body, Listing, Paging, Params, PathText, Problem, Wire},
    message::thread::recipient,
    operator::Operator,
    queue::Depth,
    runtime::App,
    store::{Changes, Page, PageRequest, Unrouted, Worklist},
    tenant::{Slug, Status},
};
use utoipa::{IntoParams, ToSchema};

use crate::receive;

const LIST: &str = "unrouted";
/// Unfinished records that are counted before "at least" is good enough.
const COUNTED: u16 = 1_000;

/// A mail that led to nobody.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = UnroutedMail)]
pub(crate) struct Stray {
    /// SES's id of it.
    id: String,
    /// Envelope sender.
    from: String,
    /// Envelope recipients.
    to: Vec<String>,
    /// Its subject.
    subject: String,
    /// When it came.
    #[schema(value_type = String, format = DateTime)]
    received_at: jiff::Timestamp,
}

impl From<Unrouted> for Stray {
    fn from(unrouted: Unrouted) -> Self {
        Self {
            id: unrouted.mail.ses_message_id,
            from: unrouted.mail.envelope_from,
            to: unrouted.mail.recipients,
            subject: unrouted.subject,
            received_at: unrouted.at,
        }
    }
}

/// Mail that led to nobody.
#[utoipa::path(get, path = "/api/v1/admin/mail/unrouted", tag = "admin", security(("operator" = [])), params(Paging),
    extensions(("x-access" = json!("operator"))),
    responses((status = 200, body = Listing<Stray>), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn unrouted(
    State(app): State<App>,
    _: Operator,
    Params(paging): Params<Paging>,
) -> Result<Json<Listing<Stray>>, Wire> {
    let request = paging.operators_request(&app.seal, LIST)?;
    let page = app.store.unrouted_mails(&request).await?;
    let page = Page { items: page.items.into_iter().map(Stray::from).collect(), next: page.next };
    Ok(Json(Paging::operators_listing(&app.seal, LIST, page)))
}

/// Where a mail belongs.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MailDestination)]
pub(crate) struct Destination {
    /// The agency.
    tenant_id: String,
}

/// What became of a mail that was routed by hand.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MailRouted)]
pub(crate) struct Routed {
    /// The agency.
    tenant_id: Slug,
    /// The message it became; absent when the agency has it already.
    message_id: Option<String>,
    /// What kind of message.
    class: Option<String>,
}

/// Gives a mail that led to nobody to an agency: it is read anew, as if it had come to the agency's own mailbox.
#[utoipa::path(post, path = "/api/v1/admin/mail/{id}/route", tag = "admin", security(("operator" = [])),
    params(("id" = String, Path, description = "SES's id of the mail")), request_body = Destination,
    extensions(("x-access" = json!("operator"))),
    responses((status = 200, body = Routed), (status = 400, body = Problem), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 413, body = Problem), (status = 415, body = Problem), (status = 422, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn route(
    State(app): State<App>,
    operator: Operator,
    PathText(id): PathText,
    Body(destination): Body<Destination>,
) -> Result<Json<Routed>, Wire> {
    let (tenant, agency) = operator.tenant(&app.store, &destination.tenant_id).await?;
    if agency.status != Status::Active {
        return Err(Error::conflict("the agency is not active").into());
    }
    let unrouted = app.store.unrouted(&id).await?.ok_or(Error::NotFound("mail"))?;
    let raw = app.files.raw_mail(&unrouted.mail.ses_message_id).await?;
    let mailbox = agency.default_mailbox(&app.settings.inbound_domain).address;
    // The agency's own address stands in for the one that led nowhere, so that whose mail it is can be told later.
    let mut mail = unrouted.mail.clone();
    mail.recipients.push(mailbox.clone());
    let outcome = receive::take_in(&app, &tenant, &mailbox, &mail, &raw).await?;
    let entry = operator.entry(&app, Action::MailRouted).about(&id);
    let changes = Changes::new().forget_unrouted(&id).audit(&tenant, entry)?;
    changes.commit(&app.store).await?.or_conflict("the mail was routed by somebody else just now")?;
    let text = |name: &str| outcome.get(name).and_then(Value::as_str).map(str::to_owned);
    Ok(Json(Routed { tenant_id: agency.id, message_id: text("message_id"), class: text("class") }))
}

/// Which address.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// An envelope recipient, tag and all.
    address: String,
}

/// Where an address leads.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MailLookup)]
pub(crate) struct Lead {
    /// The address as it was asked for, in lower case.
    address: String,
    /// The mailbox that it leads to.
    mailbox: String,
    /// The agency.
    tenant_id: Slug,
    /// Whether the agency may work.
    status: Status,
}

/// Tells where mail for an address would go.
#[utoipa::path(get, path = "/api/v1/mail/lookup", tag = "admin", security(("operator" = [])), params(Which),
    extensions(("x-access" = json!("operator"))),
    responses((status = 200, body = Lead), (status = 400, body = Problem), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn lookup(
    State(app): State<App>,
    _: Operator,
    Params(which): Params<Which>,
) -> Result<Json<Lead>, Wire> {
    let address = recipient(which.address.trim()).ok_or_else(|| Error::invalid("address", "not a mail address"))?;
    for mailbox in [&address.exact, &address.canonical] {
        let Some(tenant) = app.store.tenant_of_mailbox(mailbox).await? else { continue };
        let agency = app.store.tenant(&tenant).await?.ok_or(Error::NotFound("mailbox"))?;
        let (tenant_id, status) = (agency.id, agency.status);
        return Ok(Json(Lead { address: address.exact.clone(), mailbox: mailbox.clone(), tenant_id, status }));
    }
    Err(Error::NotFound("mailbox").into())
}

/// Whether anything waits.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MailStatus {
    /// Jobs in the queue.
    queue_depth: u64,
    /// Jobs at work.
    in_flight: u64,
    /// Jobs that failed three times.
    dead_letters: u64,
    /// Jobs that were promised and are not done, up to a thousand.
    pending_jobs: usize,
    /// When the oldest of them was promised.
    #[schema(value_type = Option<String>, format = DateTime)]
    oldest: Option<jiff::Timestamp>,
    /// How long ago that was, in seconds.
    oldest_seconds: Option<i64>,
    /// Mail for nobody, up to a thousand.
    unrouted: usize,
    /// Mails of which nobody knows whether they left, up to a thousand.
    open_sends: usize,
}

/// Tells how much work waits in the queue and in the table, and since when.
#[utoipa::path(get, path = "/api/v1/mail/status", tag = "admin", security(("operator" = [])),
    extensions(("x-access" = json!("operator"))),
    responses((status = 200, body = MailStatus), (status = 401, body = Problem), (status = 429, body = Problem),
        (status = 503, body = Problem)))]
pub(crate) async fn status(State(app): State<App>, _: Operator) -> Result<Json<MailStatus>, Wire> {
    let now = app.clock.now();
    let Depth { waiting, in_flight, dead_letters } = app.queue.depth().await?;
    let jobs = app.store.pending_jobs(now, COUNTED).await?;
    let oldest = jobs.iter().map(|(_, job)| job.created_at).min();
    let sends: Vec<Value> = app.store.worklist(Worklist::Sends, &now.to_string(), COUNTED).await?;
    let unrouted = app.store.unrouted_mails(&PageRequest { limit: COUNTED, after: None }).await?;
    Ok(Json(MailStatus {
        queue_depth: waiting,
        in_flight,
        dead_letters,
        pending_jobs: jobs.len(),
        oldest,
        oldest_seconds: oldest.map(|oldest| now.duration_since(oldest).as_secs().max(0)),
        unrouted: unrouted.items.len(),
        open_sends: sends.len(),
    }))
}
