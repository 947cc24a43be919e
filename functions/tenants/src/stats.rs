//! What the operator sees of an agency, and of the whole platform, in numbers.

use axum::{Json, extract::State};
use serde::Serialize;
use tripdesk_core::{
    error::Result,
    http::{PathText, Problem, Wire},
    operator::Operator,
    queue::Depth,
    runtime::App,
    store::{PageRequest, Worklist},
    tenant::{Slug, Status, Tenant, Usage},
    usage,
};
use utoipa::ToSchema;

/// Agencies that one overview looks at.
const MOST: usize = 10_000;
/// Unfinished records that are counted before "at least" is good enough.
const COUNTED: u16 = 1_000;

/// An agency in numbers.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TenantStats)]
pub(crate) struct Stats {
    /// Which agency.
    tenant_id: Slug,
    /// Whether it may work.
    status: Status,
    /// What it uses of its plan.
    usage: Usage,
    /// Mails taken in.
    messages: u64,
    /// Enquiries.
    enquiries: u64,
    /// Quotes.
    quotes: u64,
    /// Documents of its knowledge base.
    documents: u64,
    /// Tickets.
    tickets: u64,
    /// Mailboxes.
    mailboxes: u64,
}

/// Counts what an agency has.
#[utoipa::path(get, path = "/api/v1/admin/tenants/{id}/stats", tag = "admin", security(("operator" = [])),
    params(("id" = String, Path)), extensions(("x-access" = json!("operator"))),
    responses((status = 200, body = Stats), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn of_one(
    State(app): State<App>,
    operator: Operator,
    PathText(id): PathText,
) -> Result<Json<Stats>, Wire> {
    let (tenant, agency) = operator.tenant(&app.store, &id).await?;
    let count = |noun: &'static str| app.store.count(&tenant, noun);
    Ok(Json(Stats {
        usage: usage::of(&app, &tenant, &agency).await?,
        messages: count("message").await?,
        enquiries: count("enquiry").await?,
        quotes: count("quote").await?,
        documents: count("document").await?,
        tickets: count("ticket").await?,
        mailboxes: count("mailbox").await?,
        tenant_id: agency.id,
        status: agency.status,
    }))
}

/// The platform in numbers.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PlatformOverview)]
pub(crate) struct Overview {
    /// Agencies by their status.
    tenants: ByStatus,
    /// Mail for nobody, up to a thousand.
    unrouted: usize,
    /// Jobs that were promised and are not done, up to a thousand.
    pending_jobs: usize,
    /// Mails of which nobody knows whether they left, up to a thousand.
    open_sends: usize,
    /// The queue of jobs.
    queue: Depth,
}

/// Agencies by their status.
#[derive(Debug, Default, Serialize, ToSchema)]
#[schema(as = TenantsByStatus)]
pub(crate) struct ByStatus {
    /// At work.
    active: u64,
    /// Stopped.
    suspended: u64,
    /// Waiting for their purge.
    deleted: u64,
}

/// Shows how the platform is.
#[utoipa::path(get, path = "/api/v1/admin/overview", tag = "admin", security(("operator" = [])),
    extensions(("x-access" = json!("operator"))),
    responses((status = 200, body = Overview), (status = 401, body = Problem), (status = 429, body = Problem),
        (status = 503, body = Problem)))]
pub(crate) async fn overview(State(app): State<App>, _: Operator) -> Result<Json<Overview>, Wire> {
    let mut tenants = ByStatus::default();
    for agency in every_tenant(&app).await? {
        match agency.status {
            Status::Active => tenants.active += 1,
            Status::Suspended => tenants.suspended += 1,
            Status::Deleted => tenants.deleted += 1,
        }
    }
    let everything = PageRequest { limit: COUNTED, after: None };
    Ok(Json(Overview {
        tenants,
        unrouted: app.store.unrouted_mails(&everything).await?.items.len(),
        pending_jobs: unfinished(&app, Worklist::Jobs).await?,
        open_sends: unfinished(&app, Worklist::Sends).await?,
        queue: app.queue.depth().await?,
    }))
}

async fn unfinished(app: &App, list: Worklist) -> Result<usize> {
    let now = app.clock.now().to_string();
    let found: Vec<serde_json::Value> = app.store.worklist(list, &now, COUNTED).await?;
    Ok(found.len())
}

async fn every_tenant(app: &App) -> Result<Vec<Tenant>> {
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let page = app.store.tenants(&PageRequest { limit: 100, after }).await?;
        all.extend(page.items);
        after = page.next;
        if after.is_none() || all.len() >= MOST {
            return Ok(all);
        }
    }
}
