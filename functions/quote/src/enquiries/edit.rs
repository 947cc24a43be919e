//! Enquiries written down and corrected by hand.

use axum::{Json, extract::State};
use http::StatusCode;
use jiff::Timestamp;
use serde::{Deserialize, Deserializer};
use tripdesk_core::{
    client::{Client, client_id},
    enquiry::{
        self, Correspondence, Enquiry, EnquiryEvent, EnquiryState, EnquiryView, FieldEdits, Fields, consultant_in_turn,
    },
    error::{Error, FieldError, Result},
    extraction::{self, Wording},
    http::{Body, PathId, Problem, Wire},
    ids,
    intake::asking_reply,
    message::Class,
    runtime::App,
    session::Session,
    store::Changes,
    tenant::{Tenant, TenantId},
    user::{Role, canonical_email},
};
use utoipa::ToSchema;

/// Longest text that is taken in, in characters.
const MAX_TEXT: usize = 50_000;

/// An enquiry that a person writes down: a text to be understood, fields, or both; the fields win.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[derive(Default)]
pub(crate) struct NewEnquiry {
    /// What it is called in lists; made of the fields when empty.
    subject: String,
    /// What the traveller said or wrote.
    text: String,
    /// Where it came from, such as `phone` or `walk_in`.
    source: Option<String>,
    /// What is known, as plain values.
    fields: FieldEdits,
    /// Address of the consultant who looks after it; the next in turn when absent.
    assigned_to: Option<String>,
}

/// Writes down an enquiry that did not come by mail.
#[utoipa::path(post, path = "/api/v1/enquiries", tag = "enquiries", security(("bearer" = [])), request_body = NewEnquiry,
    extensions(("x-access" = json!("consultant"))),
    responses((status = 201, body = EnquiryView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 413, body = Problem), (status = 415, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn create(
    State(app): State<App>,
    session: Session,
    Body(new): Body<NewEnquiry>,
) -> Result<(StatusCode, Json<EnquiryView>), Wire> {
    session.require(Role::Consultant)?;
    sound(faults(&new))?;
    let config = &session.agency.config;
    let assigned = match &new.assigned_to {
        Some(email) => Some(consultant(&session.agency, email)?),
        None => {
            let turn = app.store.next_turn(&session.tenant).await?;
            consultant_in_turn(&config.consultants, turn).map(|one| one.email.clone())
        }
    };
    let read = understood(&app, &session, &new).await?;
    let fields = new.fields.clone().applied(&read).0;
    let before = known_client(&app, &session.tenant, &fields).await?;
    let now = app.clock.now();
    let client = Client::asking(&session.agency.id, &fields, before.as_ref(), now);
    let enquiry =
        written(&session.agency, &new, fields, (assigned, client.as_ref().map(|client| client.id.clone())), now);
    let mut changes = Changes::new().create_enquiry(&session.tenant, &enquiry)?;
    if let Some(client) = &client {
        changes = changes.put_client(&session.tenant, before.as_ref(), client)?;
        changes = changes.note_client(&session.tenant, &client.id, &enquiry.id)?;
    }
    changes.commit(&app.store).await?.or_conflict("an enquiry of this id is there already")?;
    Ok((StatusCode::CREATED, Json(enquiry.into())))
}

fn faults(new: &NewEnquiry) -> Vec<FieldError> {
    let mut faults = new.fields.faults();
    let mut demand = |holds: bool, field: &str, message: &str| {
        if !holds {
            faults.push(FieldError::new(field, message));
        }
    };
    let is_line = |text: &str, most: usize| text.chars().count() <= most && !text.chars().any(char::is_control);
    demand(is_line(&new.subject, 200), "subject", "at most 200 characters on one line");
    demand(new.text.chars().count() <= MAX_TEXT, "text", "at most 50,000 characters");
    demand(new.source.as_ref().is_none_or(|source| is_line(source, 60)), "source", "at most 60 characters on one line");
    let empty = new.text.trim().is_empty() && new.fields == FieldEdits::default();
    demand(!empty, "fields", "neither a text nor any field");
    faults
}

/// What the text tells, if there is one.
async fn understood(app: &App, session: &Session, new: &NewEnquiry) -> Result<Fields> {
    if new.text.trim().is_empty() {
        return Ok(Fields::default());
    }
    let pointer = app.store.sheet_pointer(&session.tenant).await?;
    let book = app.rates.book(&app.files, &session.tenant, &pointer).await?;
    let wording = Wording {
        message_id: "",
        subject: &new.subject,
        text: &new.text,
        signature: "",
        from_name: None,
        from_address: None,
        received_at: app.clock.now(),
    };
    Ok(extraction::understand(&wording, &session.agency.config, &book))
}

fn written(
    agency: &Tenant,
    new: &NewEnquiry,
    fields: Fields,
    (assigned_to, client_id): (Option<String>, Option<String>),
    now: Timestamp,
) -> Enquiry {
    let missing = enquiry::missing(&fields, &agency.config.required_enquiry_fields);
    let subject = if new.subject.trim().is_empty() { called(&fields) } else { new.subject.trim().to_owned() };
    Enquiry {
        id: ids::new_id(now),
        state: EnquiryState::New.looked_over(&missing, None).unwrap_or(EnquiryState::New),
        reason: None,
        class: Class::Enquiry,
        created_at: now,
        updated_at: now,
        message_ids: Vec::new(),
        draft_reply: asking_reply(agency, &fields, &missing, &[], (&new.text, &subject)),
        subject,
        fields,
        missing,
        quote_id: None,
        revision: 0,
        follows: None,
        source: new.source.clone().unwrap_or_else(|| "by_hand".to_owned()),
        assigned_to,
        client_id,
        quoted_at: None,
        asked: Vec::new(),
        history: Vec::new(),
        replies: Vec::new(),
        correspondence: Correspondence::default(),
        version: 1,
    }
}

/// "Zanzibar, Anna Berg": what an enquiry without a subject is called.
fn called(fields: &Fields) -> String {
    let place = fields.destinations.as_ref().and_then(|places| places.value.first().cloned());
    let name = fields.contact.name.as_ref().map(|name| name.value.clone());
    let words: Vec<String> = place.into_iter().chain(name).collect();
    if words.is_empty() { "Enquiry".to_owned() } else { words.join(", ") }
}

/// A change of an enquiry.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EnquiryChange {
    /// The version that was read; a stale one is refused with 409.
    version: u64,
    /// Fields as plain values; `null` clears one, what is not named stays.
    #[serde(default)]
    fields: FieldEdits,
    /// Address of the consultant who looks after it; `null` for nobody.
    #[serde(default, deserialize_with = "named")]
    #[schema(value_type = Option<String>)]
    assigned_to: Option<Option<String>>,
    /// Another wording of the drafted reply.
    draft_reply: Option<String>,
}

fn named<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<String>>, D::Error> {
    Option::<String>::deserialize(deserializer).map(Some)
}

/// Corrects an enquiry by hand: what is entered counts as stated, and every change is kept in its history.
#[utoipa::path(patch, path = "/api/v1/enquiries/{id}", tag = "enquiries", security(("bearer" = [])), request_body = EnquiryChange,
    params(("id" = String, Path)), extensions(("x-access" = json!("consultant"))),
    responses((status = 200, body = EnquiryView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn change(
    State(app): State<App>,
    session: Session,
    PathId(id): PathId,
    Body(change): Body<EnquiryChange>,
) -> Result<Json<EnquiryView>, Wire> {
    session.require(Role::Consultant)?;
    let before = app.store.enquiry(&session.tenant, &id).await?.ok_or(Error::NotFound("enquiry"))?;
    current(&before, change.version)?;
    sound(change.fields.faults())?;
    let assigned = match &change.assigned_to {
        Some(Some(email)) => Some(consultant(&session.agency, email)?),
        Some(None) => None,
        None => before.assigned_to.clone(),
    };
    let now = app.clock.now();
    let after = Enquiry { assigned_to: assigned, ..edited(&session, &before, change, now)? };
    let known = known_client(&app, &session.tenant, &after.fields).await?;
    let client = Client::asking(&session.agency.id, &after.fields, known.as_ref(), after.created_at);
    let after = Enquiry { client_id: client.as_ref().map(|client| client.id.clone()), ..after };
    let mut changes = Changes::new().replace_enquiry(&session.tenant, &after, before.version)?;
    if let Some(old) = before.client_id.as_ref().filter(|old| Some(*old) != after.client_id.as_ref()) {
        changes = changes.forget_client(&session.tenant, old, &after.id);
    }
    if let Some(client) = &client {
        changes = changes.put_client(&session.tenant, known.as_ref(), client)?;
        changes = changes.note_client(&session.tenant, &client.id, &after.id)?;
    }
    changes.commit(&app.store).await?.or_conflict("the enquiry was changed by somebody else just now")?;
    Ok(Json(after.into()))
}

/// The enquiry with what was entered, looked over again.
fn edited(session: &Session, before: &Enquiry, change: EnquiryChange, now: Timestamp) -> Result<Enquiry> {
    if before.state.is_closed() {
        return Err(Error::conflict("this enquiry is closed; open it again first"));
    }
    let agency = &session.agency;
    let (fields, told) = change.fields.applied(&before.fields);
    let missing = enquiry::missing(&fields, &agency.config.required_enquiry_fields);
    let state = before.state.looked_over(&missing, before.quote_id.as_deref());
    let event = EnquiryEvent { at: now, user_id: Some(session.user_id.clone()), message_id: None, changes: told };
    let redrafted = || asking_reply(agency, &fields, &missing, &before.asked, ("", &before.subject));
    let draft_reply = match change.draft_reply {
        Some(text) if text.chars().count() > super::steps::MAX_REPLY => {
            return Err(Error::invalid("draft_reply", "at most 20,000 characters"));
        }
        Some(text) => Some(text).filter(|text| !text.trim().is_empty()),
        None if missing == before.missing => before.draft_reply.clone(),
        None => redrafted(),
    };
    Ok(Enquiry {
        state: state.map_err(|refused| Error::conflict(refused.to_string()))?,
        history: before.history_with(event),
        draft_reply,
        fields,
        missing,
        updated_at: now,
        version: before.version + 1,
        ..before.clone()
    })
}

/// Whether the version is the one that counts now.
pub(crate) fn current(enquiry: &Enquiry, version: u64) -> Result<()> {
    if enquiry.version == version {
        return Ok(());
    }
    Err(Error::conflict(format!("version {version} is stale; it is {} now", enquiry.version)))
}

fn sound(faults: Vec<FieldError>) -> Result<()> {
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

/// The address of one of the agency's consultants, as the settings write it.
fn consultant(agency: &Tenant, email: &str) -> Result<String> {
    let wanted = canonical_email(email);
    let known = agency.config.consultants.iter().find(|one| canonical_email(&one.email) == wanted && wanted.is_some());
    let known = known.ok_or_else(|| Error::invalid("assigned_to", "not a consultant of this agency"))?;
    Ok(known.email.clone())
}

async fn known_client(app: &App, tenant: &TenantId, fields: &Fields) -> Result<Option<Client>> {
    let address = fields.contact.email.as_ref().map(|email| email.value.as_str());
    match address.and_then(|address| client_id(tenant.slug(), address)) {
        Some(id) => app.store.client_by_id(tenant, &id).await,
        None => Ok(None),
    }
}
