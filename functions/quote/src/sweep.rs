//! The sweep: whatever was promised and not done is queued again, so that no lost event is a lost quote.

use serde_json::{Value, json};
use tripdesk_core::{error::Result, runtime::App, send::CLAIM_LIFE};

/// Jobs looked at in one turn.
const BATCH: u16 = 500;

/// Queues every job again that is not done. One whose message is still on its way is then done once, for whoever comes
/// second finds it done.
///
/// # Errors
/// When table or queue do not answer; the next turn begins anew.
pub(crate) async fn run(app: &App) -> Result<Value> {
    let now = app.clock.now();
    let jobs = app.store.pending_jobs(now, BATCH).await?;
    for (tenant, job) in &jobs {
        app.queue.announce_job(tenant, job).await?;
    }
    let open = app.store.open_sends(now - CLAIM_LIFE, BATCH).await?.len();
    tracing::info!(jobs = jobs.len(), open_sends = open, "sweep");
    Ok(json!({"jobs_queued_again": jobs.len(), "open_sends": open}))
}
