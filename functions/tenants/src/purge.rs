//! The purge of a deleted agency: everything of it is removed, and then looked for again in every place it could be.
//!
//! Invariant: the agency's own record goes last, so that a purge that was cut off is simply called again. What stays is that the
//! id is taken, and what the operator did.

use std::{collections::HashMap, time::Duration};

use axum::{Json, extract::State};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use http::StatusCode;
use serde::Serialize;
use tokio::time::timeout;
use tripdesk_core::{
    audit::{Action, Entry},
    error::{Error, Result},
    http::{PathText, Problem, Wire},
    message::thread::recipient,
    operator::Operator,
    runtime::App,
    store::{Changes, WholeRecord},
    tenant::{Slug, Status, TenantId},
};
use utoipa::ToSchema;

/// How long a call may remove things, and then look for what is left: together less than the 29 seconds of the gateway.
const REMOVING: Duration = Duration::from_secs(17);
const LOOKING: Duration = Duration::from_secs(9);
/// Records that are removed before they are counted as removed.
const RECORDS: usize = 200;
/// Raw mails that are dealt with side by side.
const AT_ONCE: usize = 32;

/// What a purge did, and what it found afterwards.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = TenantPurge)]
pub struct Purge {
    /// The agency that was.
    pub tenant_id: Slug,
    /// Whether everything was looked for again, and nothing is left anywhere.
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

/// What was found afterwards, place by place; all empty when the purge is complete, or had no time to look.
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
    /// Caches that still know the agency: this instance's, and Redis.
    pub caches: Vec<String>,
}

/// How long a purge may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// As long as the gateway waits for an answer.
    OfACall,
    /// As long as it takes.
    Endless,
}

impl Patience {
    /// What the work came to; `None` when it took longer than `most`, and was left where it was.
    async fn spent_on<T>(self, most: Duration, work: impl Future<Output = Result<T>>) -> Result<Option<T>> {
        match self {
            Self::Endless => work.await.map(Some),
            Self::OfACall => timeout(most, work).await.ok().transpose(),
        }
    }
}

/// Removes everything of a deleted agency, looks for it again, and answers what is left: nothing. When that takes longer than
/// an answer may, it stops with 202 and `complete: false`, and the next call goes on.
#[utoipa::path(post, path = "/api/v1/admin/tenants/{id}/purge", tag = "admin", security(("operator" = [])),
    params(("id" = String, Path)), extensions(("x-access" = json!("operator"))),
    responses((status = 200, body = Purge), (status = 202, body = Purge), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem),
        (status = 503, body = Problem)))]
pub(crate) async fn purge(
    State(app): State<App>,
    operator: Operator,
    PathText(id): PathText,
) -> Result<(StatusCode, Json<Purge>), Wire> {
    let purge = run(&app, &operator, &id, Patience::OfACall).await?;
    let status = if purge.complete { StatusCode::OK } else { StatusCode::ACCEPTED };
    Ok((status, Json(purge)))
}

/// Purges a deleted agency; one that is gone already is looked for again.
///
/// # Errors
/// [`Error::NotFound`] when there never was one, [`Error::Conflict`] when it is not deleted, [`Error::Unavailable`] when table or
/// files do not answer: then the call is made again.
pub async fn run(app: &App, operator: &Operator, id: &str, patience: Patience) -> Result<Purge> {
    let slug = Slug::parse(id).map_err(|_| Error::NotFound("agency"))?;
    let tenant = operator.reach(slug.clone());
    let mut work = Work::default();
    let removed = match app.store.tenant(&tenant).await? {
        Some(agency) if agency.status != Status::Deleted => {
            return Err(Error::conflict("delete the agency first: a purge cannot be taken back"));
        }
        Some(_) => patience.spent_on(REMOVING, remove(app, operator, &tenant, &mut work)).await?,
        None if app.store.is_taken(id).await? => Some(()),
        None => return Err(Error::NotFound("agency")),
    };
    let left = match removed {
        Some(()) => patience.spent_on(LOOKING, left(app, &tenant, &work.mails)).await?,
        None => None,
    };
    let complete = left.as_ref().is_some_and(|left| *left == Left::default());
    tracing::info!(tenant = id, complete, records = work.removed.records, "agency purged");
    let left = left.unwrap_or_default();
    Ok(Purge { tenant_id: slug, complete, removed: work.removed, left, shared_mails: work.shared_mails })
}

/// What a purge has done so far.
#[derive(Default)]
struct Work {
    removed: Removed,
    /// Raw mails that came for nobody else.
    mails: Vec<String>,
    /// How many came for another agency, too.
    shared_mails: u64,
    /// Whether a recipient leads to another agency, as far as it was looked up.
    elsewhere: HashMap<String, bool>,
}

/// Removes everything, part by part of the table: the raw mails before the messages that name them, the agency's own record
/// last of all.
async fn remove(app: &App, operator: &Operator, tenant: &TenantId, work: &mut Work) -> Result<()> {
    let mut pages = app.store.whole(tenant);
    while let Some(page) = pages.next().await {
        let rest: Vec<_> = page?.into_iter().filter(|record| !record.is_tenant()).collect();
        remove_raw_mails(app, tenant, &rest, work).await?;
        for some in rest.chunks(RECORDS) {
            app.store.remove(some).await?;
            work.removed.records += some.len() as u64;
        }
    }
    work.removed.files += app.files.remove_all(tenant).await?;
    let entry = operator.entry(app, Action::TenantPurged).about(tenant.as_str());
    let entry = Entry { tenant_id: Some(tenant.slug().clone()), ..entry };
    let changes = Changes::new().forget_tenant(tenant).audit_platform(entry)?;
    changes.commit(&app.store).await?.or_conflict("the agency was purged by somebody else just now")?;
    work.removed.records += 1;
    app.rates.forget(tenant);
    app.indexes.forget(tenant);
    app.agencies.forget(app.cache.as_ref(), tenant).await;
    Ok(())
}

/// Removes the raw mails of these messages, but those that came for another agency as well: they are theirs to keep.
async fn remove_raw_mails(app: &App, tenant: &TenantId, records: &[WholeRecord], work: &mut Work) -> Result<()> {
    let mut own = Vec::new();
    for message in records.iter().filter(|record| record.noun == "message") {
        let Some(id) = message.fields["ses_message_id"].as_str() else { continue };
        if is_shared(app, tenant, message, &mut work.elsewhere).await? {
            work.shared_mails += 1;
        } else {
            own.push(id.to_owned());
        }
    }
    let removals = stream::iter(own.clone()).map(|id| async move { app.files.remove_raw_mail(&id).await });
    let counts: Vec<u64> = removals.buffer_unordered(AT_ONCE).try_collect().await?;
    work.removed.mails += counts.iter().sum::<u64>();
    work.mails.extend(own);
    Ok(())
}

/// Tells by its envelope whether a mail came for another agency as well.
async fn is_shared(
    app: &App,
    tenant: &TenantId,
    message: &WholeRecord,
    known: &mut HashMap<String, bool>,
) -> Result<bool> {
    let mut shared = false;
    for address in message.fields["envelope_to"].as_array().into_iter().flatten().filter_map(|to| to.as_str()) {
        let Some(address) = recipient(address) else { continue };
        let elsewhere = match known.get(&address.exact) {
            Some(elsewhere) => *elsewhere,
            None => leads_elsewhere(app, tenant, [&address.exact, &address.canonical]).await?,
        };
        known.insert(address.exact, elsewhere);
        shared |= elsewhere;
    }
    Ok(shared)
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
async fn left(app: &App, tenant: &TenantId, mails: &[String]) -> Result<Left> {
    let looks = stream::iter(mails.to_vec()).map(|id| async move {
        let is_there = app.files.has_raw_mail(&id).await?;
        Ok::<_, Error>(is_there.then_some(id))
    });
    let found: Vec<Option<String>> = looks.buffer_unordered(AT_ONCE).try_collect().await?;
    let caches = [
        ("rate books", app.rates.knows(tenant)),
        ("indexes", app.indexes.knows(tenant)),
        ("agencies", app.agencies.knows(app.cache.as_ref(), tenant).await),
    ];
    Ok(Left {
        table: places(app, tenant).await?,
        index: app.store.index_places(tenant).await?,
        files: app.files.versions_left(tenant).await?,
        mails: found.into_iter().flatten().collect(),
        caches: caches.into_iter().filter(|(_, knows)| *knows).map(|(name, _)| name.to_owned()).collect(),
    })
}

/// Keys of everything of a tenant in the table.
async fn places(app: &App, tenant: &TenantId) -> Result<Vec<String>> {
    let pages: Vec<Vec<WholeRecord>> = app.store.whole(tenant).try_collect().await?;
    Ok(pages.iter().flatten().map(WholeRecord::place).collect())
}
