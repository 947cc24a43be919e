//! Enquiries over HTTP: lists, one by one, a text understood, and the start of a quote.

pub(crate) mod edit;
pub(crate) mod list;
pub(crate) mod reply;
pub(crate) mod steps;

use axum::{Json, extract::State};
use http::StatusCode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    enquiry::{self, EnquiryView, Fields},
    error::Error,
    extraction::{self, Wording},
    extractor::{self, Extractor},
    http::{Body, PathId, Problem, RequestId, Wire},
    ids,
    job::{Job, JobState, Work},
    message::{
        Class, Parsed,
        classify::{Hints, classify},
    },
    runtime::App,
    session::Session,
    store::Changes,
    usage,
    user::{Role, canonical_email},
};
use utoipa::ToSchema;

/// One enquiry.
#[utoipa::path(get, path = "/api/v1/enquiries/{id}", tag = "enquiries", security(("bearer" = [])), params(("id" = String, Path)),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = EnquiryView), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 400, body = Problem), (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn show(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
) -> Result<Json<EnquiryView>, Wire> {
    let enquiry = app.store.enquiry(&session.tenant, &id).await?.ok_or(Error::NotFound("enquiry"))?;
    Ok(Json(enquiry.into()))
}

/// A text to be understood.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExtractRequest {
    /// Subject line.
    #[serde(default)]
    subject: String,
    /// The text, without history or signature.
    text: String,
    /// When it was written; now when absent. Relative dates count from here.
    #[schema(value_type = Option<String>, format = DateTime)]
    received_at: Option<Timestamp>,
    /// The sender: an address, or a name with one in angle brackets.
    from: Option<String>,
}

/// What was understood of a text: the fields together under `fields` and once more beside them by their names.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Extracted {
    /// What the text is.
    class: Class,
    /// Required fields that it does not tell.
    missing: Vec<String>,
    /// Who read it.
    extractor: Extractor,
    /// What was understood.
    fields: Fields,
    /// The same, by name.
    #[serde(flatten)]
    named: Fields,
}

/// Understands a text as an enquiry, with evidence; nothing is saved.
#[utoipa::path(post, path = "/api/v1/enquiries/extract", tag = "enquiries", security(("bearer" = [])), request_body = ExtractRequest,
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Extracted), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem),
        (status = 403, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn extract(
    State(app): State<App>,
    session: Session,
    Body(request): Body<ExtractRequest>,
) -> Result<Json<Extracted>, Wire> {
    let (from_name, from_address) = sender(request.from.as_deref())?;
    let (pointer, _) = app.store.prices(&session.tenant).await?;
    let book = app.rates.book(&app.files, &session.tenant, &pointer).await?;
    let wording = Wording {
        message_id: "",
        subject: &request.subject,
        text: &request.text,
        signature: "",
        from_name: from_name.as_deref(),
        from_address: from_address.as_deref(),
        received_at: request.received_at.unwrap_or_else(|| app.clock.now()),
    };
    let config = &session.agency.config;
    let understood = extractor::understand(app.model.as_ref(), &wording, config, &book).await;
    let fields = understood.fields;
    let mail = Parsed { subject: request.subject.clone(), text: request.text.clone(), ..Parsed::default() };
    let hints = Hints { travel: extraction::signals(&fields), ..Hints::default() };
    Ok(Json(Extracted {
        class: classify(&mail, &request.text, &hints).class,
        missing: enquiry::missing(&fields, &config.required_enquiry_fields),
        extractor: understood.extractor,
        named: fields.clone(),
        fields,
    }))
}

/// Starts a quote for an enquiry: the answer names the quote that will be there in a moment.
#[utoipa::path(post, path = "/api/v1/enquiries/{id}/quote", tag = "enquiries", security(("bearer" = [])), params(("id" = String, Path)),
    extensions(("x-access" = json!("consultant"))),
    responses((status = 202, body = Object), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 400, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn quote(
    State(app): State<App>,
    session: Session,
    axum::Extension(RequestId(request_id)): axum::Extension<RequestId>,
    PathId(id): PathId,
) -> Result<(StatusCode, Json<serde_json::Value>), Wire> {
    session.require(Role::Consultant)?;
    let enquiry = app.store.enquiry(&session.tenant, &id).await?.ok_or(Error::NotFound("enquiry"))?;
    if let Some(quote_id) = enquiry.quote_id {
        return Err(Error::conflict(format!("this enquiry has quote {quote_id} already")).into());
    }
    if !enquiry.missing.is_empty() {
        return Err(Error::conflict(format!("not known yet: {}", enquiry.missing.join(", "))).into());
    }
    usage::require_quote(&app, &session.tenant, &session.agency).await?;
    let now = app.clock.now();
    let quote_id = ids::new_id(now);
    let work = Work::Quote { enquiry_id: enquiry.id, quote_id: quote_id.clone(), revision: 1 };
    let job = Job {
        id: ids::new_id(now),
        work,
        state: JobState::Pending,
        created_at: now,
        request_id,
        tenant_id: session.tenant.slug().clone(),
    };
    Changes::new().promise(&session.tenant, &job)?.commit(&app.store).await?;
    app.queue.announce(&session.tenant, &job.id).await?;
    Ok((StatusCode::ACCEPTED, Json(serde_json::json!({"quote_id": quote_id}))))
}

/// Name and address of `Anna Berg <anna@x.example>`, or an address alone.
fn sender(from: Option<&str>) -> Result<(Option<String>, Option<String>), Error> {
    let Some(from) = from.map(str::trim).filter(|from| !from.is_empty()) else { return Ok((None, None)) };
    let (name, address) = match from.strip_suffix('>').and_then(|from| from.rsplit_once('<')) {
        Some((name, address)) => {
            (Some(name.trim().trim_matches('"').to_owned()).filter(|name| !name.is_empty()), address)
        }
        None => (None, from),
    };
    let address = canonical_email(address).ok_or_else(|| Error::invalid("from", "not a mail address"))?;
    Ok((name, Some(address)))
}
