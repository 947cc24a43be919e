//! The queue of documents and questions: each message points at a job that stands in the table. What failed for a passing
//! reason comes again; what can never be done is recorded and let go.

use serde_json::{Value, json};
use tracing::Instrument;
use tripdesk_core::{
    error::{Error, Result},
    job::{Job, JobState, Work},
    runtime::{App, JobMessage},
    tenant::{Status, TenantId},
};

use crate::{bulk, letters, vectors};

/// Does a batch of jobs one after the other, as each of them keeps a core busy, and names those that are to come again.
pub(crate) async fn run(app: &App, messages: Vec<JobMessage>) -> Value {
    let mut failures = Vec::new();
    for message in &messages {
        if one(app, message).await.is_err() {
            failures.push(json!({"itemIdentifier": message.message_id}));
        }
    }
    json!({"batchItemFailures": failures})
}

async fn one(app: &App, message: &JobMessage) -> Result<()> {
    let Some((tenant, job_id)) = app.queue.open(&message.body) else {
        tracing::warn!(message_id = message.message_id, "a job message that is not ours was dropped");
        return Ok(());
    };
    let Some(job) = app.store.job(&tenant, &job_id).await?.filter(|job| job.state == JobState::Pending) else {
        return Ok(());
    };
    let span = tracing::info_span!("job", function = "helpdesk", request_id = %job.request_id, %tenant, job_id);
    let outcome = work(app, &tenant, &job).instrument(span.clone()).await;
    match &outcome {
        Ok(()) => span.in_scope(|| tracing::info!("job done")),
        Err(error) => {
            let cause = std::error::Error::source(error).map(ToString::to_string);
            span.in_scope(|| tracing::warn!(%error, cause, "job comes again"));
        }
    }
    outcome
}

async fn work(app: &App, tenant: &TenantId, job: &Job) -> Result<()> {
    let agency = app.store.tenant(tenant).await?.ok_or(Error::NotFound("tenant"))?;
    if agency.status != Status::Active {
        return app.store.finish_job(tenant, job).await.map(drop);
    }
    match &job.work {
        Work::Upload { upload_id } => bulk::turn(app, tenant, &agency, job, upload_id).await,
        Work::Embed => vectors::embed(app, tenant, tenant, job).await,
        Work::EmbedLibrary => vectors::embed(app, tenant, &TenantId::library(), job).await,
        Work::Question { message_id, ticket_id } => {
            letters::answer(app, tenant, &agency, job, (message_id, ticket_id)).await
        }
        // Somebody else's work, announced to the wrong queue.
        Work::Quote { .. } | Work::Send { .. } | Work::Tell { .. } | Work::Returned { .. } | Work::Watch => {
            app.queue.announce_job(tenant, job).await
        }
    }
}
