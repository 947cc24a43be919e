//! The purge of a deleted agency: everything of it is removed, and then looked for again in every place it could be.
//!
//! Invariant: the agency's own record goes last, so that a purge that was cut off is simply called again. What stays is that the
//! id is taken, and what the operator did.

use std::collections::HashMap;

use axum::{Json, extract::State};
use serde::Serialize;
use tripdesk_core::{
    audit::Action,
    error::{Error, Result},
    http::{PathText, Problem, Wire},
    message::thread::recipient,
    operator::Operator,
    runtime::App,
    store::{Changes, WholeRecord},
    tenant::{Slug, Status, TenantId},
};
use utoipa::ToSchema;

/// What a purge did, and what it found afterwards.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = TenantPurge)]
pub struct Purge {
    /// The agency that was.
    pub tenant_id: Slug,
    /// Whether nothing is left anywhere.
    pub complete: bool,
    /// What was removed by this call.
    pub removed: Removed,
    /// What was found when everything was looked for again.
    pub left: Left,
    /// Raw mails that stay because they came for another agency, too.
    pub shared_mails: u64,
}

/// What was removed.
#[derive(Debug, Clone, Default, Serialize, ToSchema)]
#[schema(as = PurgeRemoved)]
pub struct Removed {
    /// Records of the table.
    pub records: u64,
    /// Files, every version counted.
    pub files: u64,
    /// Raw mails, every version counted.
    pub mails: u64,
}

/// What was found afterwards, place by place; all empty when the purge is complete.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = PurgeLeft)]
pub struct Left {
    /// Keys in the table.
    pub table: Vec<String>,
    /// Keys in the table's index of unfinished work.
    pub index: Vec<String>,
    /// Objects in the bucket of files, earlier versions included.
    pub files: Vec<String>,
    /// Raw mails in the bucket of mail.
    pub mails: Vec<String>,
    /// Caches of this instance that still know the agency.
    pub caches: Vec<String>,
}

/// Removes everything of a deleted agency, looks for it again, and answers what is left: nothing.
#[utoipa::path(post, path = "/api/v1/admin/tenants/{id}/purge", tag = "admin", security(("operator" = [])),
    params(("id" = String, Path)), extensions(("x-access" = json!("operator"))),
    responses((status = 200, body = Purge), (status = 400, body = Problem), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn purge(
    State(app): State<App>,
    operator: Operator,
    PathText(id): PathText,
) -> Result<Json<Purge>, Wire> {
    Ok(Json(run(&app, &operator, &id).await?))
}

/// Purges a deleted agency; one that is gone already is looked for again.
///
/// # Errors
/// [`Error::NotFound`] when there never was one, [`Error::Conflict`] when it is not deleted, [`Error::Unavailable`] when table or
/// files do not answer: then the call is made again.
pub async fn run(app: &App, operator: &Operator, id: &str) -> Result<Purge> {
    let slug = Slug::parse(id).map_err(|_| Error::NotFound("agency"))?;
    let tenant = operator.reach(slug.clone());
    let mut removed = Removed::default();
    let mut mails = Mails::default();
    match app.store.tenant(&tenant).await? {
        Some(agency) if agency.status != Status::Deleted => {
            return Err(Error::conflict("delete the agency first: a purge cannot be taken back"));
        }
        Some(_) => {
            let records = records(app, &tenant).await?;
            mails = raw_mails(app, &tenant, &records).await?;
            for id in &mails.own {
                removed.mails += app.files.remove_raw_mail(id).await?;
            }
            removed.files = app.files.remove_all(&tenant).await?;
            let (last, rest): (Vec<_>, Vec<_>) = records.into_iter().partition(WholeRecord::is_tenant);
            app.store.remove(&rest).await?;
            removed.records = (rest.len() + last.len()) as u64;
            let entry = operator.entry(app, Action::TenantPurged).about(id);
            let entry = tripdesk_core::audit::Entry { tenant_id: Some(slug.clone()), ..entry };
            let changes = Changes::new().forget_tenant(&tenant).audit_platform(entry)?;
            changes.commit(&app.store).await?.or_conflict("the agency was purged by somebody else just now")?;
            app.rates.forget(&tenant);
            app.indexes.forget(&tenant);
        }
        None if app.store.is_taken(id).await? => {}
        None => return Err(Error::NotFound("agency")),
    }
    let left = left(app, &tenant, &mails).await?;
    let complete = left == Left::default();
    tracing::info!(tenant = id, complete, records = removed.records, "agency purged");
    Ok(Purge { tenant_id: slug, complete, removed, left, shared_mails: mails.shared })
}

/// Everything of a tenant in the table.
async fn records(app: &App, tenant: &TenantId) -> Result<Vec<WholeRecord>> {
    let mut records = Vec::new();
    let mut after = None;
    loop {
        let pass = app.store.pass(tenant, after).await?;
        records.extend(pass.records);
        after = pass.next;
        if after.is_none() {
            return Ok(records);
        }
    }
}

/// Raw mails that came for a tenant.
#[derive(Default)]
struct Mails {
    /// For nobody else.
    own: Vec<String>,
    /// How many came for another agency, too.
    shared: u64,
}

/// Tells by its envelope whether a mail came for another agency as well: then it is theirs to keep.
async fn raw_mails(app: &App, tenant: &TenantId, records: &[WholeRecord]) -> Result<Mails> {
    let mut mails = Mails::default();
    let mut known: HashMap<String, bool> = HashMap::new();
    for message in records.iter().filter(|record| record.noun == "message") {
        let Some(id) = message.fields["ses_message_id"].as_str() else { continue };
        let mut shared = false;
        for address in message.fields["envelope_to"].as_array().into_iter().flatten().filter_map(|to| to.as_str()) {
            let Some(address) = recipient(address) else { continue };
            let others = match known.get(&address.exact) {
                Some(others) => *others,
                None => leads_elsewhere(app, tenant, [&address.exact, &address.canonical]).await?,
            };
            known.insert(address.exact, others);
            shared |= others;
        }
        if shared {
            mails.shared += 1;
        } else {
            mails.own.push(id.to_owned());
        }
    }
    Ok(mails)
}

async fn leads_elsewhere(app: &App, tenant: &TenantId, addresses: [&String; 2]) -> Result<bool> {
    for address in addresses {
        if let Some(found) = app.store.tenant_of_mailbox(address).await? {
            return Ok(found != *tenant);
        }
    }
    Ok(false)
}

/// Looks for everything again.
async fn left(app: &App, tenant: &TenantId, mails: &Mails) -> Result<Left> {
    let mut raw = Vec::new();
    for id in &mails.own {
        match app.files.raw_mail(id).await {
            Ok(_) => raw.push(id.clone()),
            Err(Error::NotFound(_)) => {}
            Err(error) => return Err(error),
        }
    }
    let caches = [("rate books", app.rates.knows(tenant)), ("indexes", app.indexes.knows(tenant))];
    Ok(Left {
        table: records(app, tenant).await?.iter().map(WholeRecord::place).collect(),
        index: app.store.index_places(tenant).await?,
        files: app.files.versions_left(tenant).await?,
        mails: raw,
        caches: caches.into_iter().filter(|(_, knows)| *knows).map(|(name, _)| name.to_owned()).collect(),
    })
}
