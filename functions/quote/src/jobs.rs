//! The job queue: each message points at a job that stands in the table. What failed for a passing reason is reported
//! back and comes again; what can never be done is recorded and let go.

use futures_util::future::join_all;
use serde_json::{Value, json};
use tracing::Instrument;
use tripdesk_core::{
    error::{Error, Result},
    job::{Job, JobState, Work},
    runtime::{App, JobMessage},
    tenant::{Status, Tenant, TenantId},
};

use crate::{deliver, notices, tell, watch, write};

/// Does a batch of jobs, side by side, and names those that are to come again.
pub(crate) async fn run(app: &App, messages: Vec<JobMessage>) -> Value {
    let outcomes = join_all(messages.iter().map(|message| one(app, message))).await;
    let failures: Vec<_> = messages
        .iter()
        .zip(outcomes)
        .filter(|(_, outcome)| outcome.is_err())
        .map(|(message, _)| json!({"itemIdentifier": message.message_id}))
        .collect();
    json!({"batchItemFailures": failures})
}

async fn one(app: &App, message: &JobMessage) -> Result<()> {
    let Some((tenant, job_id)) = app.queue.open(&message.body) else {
        tracing::warn!(message_id = message.message_id, "a job message that is not ours was dropped");
        return Ok(());
    };
    let Some(job) = app.store.job(&tenant, &job_id).await? else {
        tracing::warn!(%tenant, job_id, "a message pointed at no job");
        return Ok(());
    };
    let span = tracing::info_span!("job", function = "quote", request_id = %job.request_id, %tenant, job_id);
    let outcome = pursue(app, &tenant, job).instrument(span.clone()).await;
    match &outcome {
        Ok(()) => span.in_scope(|| tracing::info!("job done")),
        Err(error) => {
            let cause = std::error::Error::source(error).map(ToString::to_string);
            span.in_scope(|| tracing::warn!(%error, cause, "job comes again"));
        }
    }
    outcome
}

/// Does a job, and at once whatever work it promised in turn; should that fail for a passing reason, it gets a message of
/// its own, for the first job is done.
///
/// # Errors
/// What may pass: the job stays pending. What may not pass is recorded by the work itself.
pub(crate) async fn pursue(app: &App, tenant: &TenantId, job: Job) -> Result<()> {
    let Some(promised) = once(app, tenant, job).await? else { return Ok(()) };
    let id = promised.id.clone();
    match once(app, tenant, promised).await {
        Ok(_) => Ok(()),
        Err(error) => {
            tracing::warn!(%error, "the mail goes out a little later");
            app.queue.announce(tenant, &id).await
        }
    }
}

async fn once(app: &App, tenant: &TenantId, job: Job) -> Result<Option<Job>> {
    if job.state == JobState::Done {
        return Ok(None);
    }
    let agency = app.store.tenant(tenant).await?.ok_or(Error::NotFound("tenant"))?;
    match (agency.status, &job.work) {
        (Status::Active, _) => work(app, tenant, &agency, &job).await,
        // The ledger says why the mail did not go, so that it can be sent once the agency works again.
        (_, Work::Send { send_id }) => deliver::refuse(app, tenant, &job, send_id).await.map(|()| None),
        (
            _,
            Work::Quote { .. }
            | Work::Tell { .. }
            | Work::Watch
            | Work::Returned { .. }
            | Work::Upload { .. }
            | Work::Embed
            | Work::EmbedLibrary
            | Work::Question { .. },
        ) => app.store.finish_job(tenant, &job).await.map(|_| None),
    }
}

async fn work(app: &App, tenant: &TenantId, agency: &Tenant, job: &Job) -> Result<Option<Job>> {
    match &job.work {
        Work::Quote { enquiry_id, quote_id, revision } => {
            let wish = write::Wish { enquiry_id, quote_id, answers: *revision };
            write::quote(app, tenant, agency, job, &wish).await
        }
        Work::Send { send_id } => deliver::send(app, tenant, job, send_id).await.map(|()| None),
        Work::Tell { notification_id } => tell::tell(app, tenant, agency, job, notification_id).await.map(|()| None),
        Work::Returned { send_id, addresses, report } => {
            notices::returned(app, tenant, job, send_id, (*report, addresses)).await.map(|()| None)
        }
        Work::Watch => watch::watch(app, tenant, agency, job).await.map(|()| None),
        // The helpdesk's work, announced to the wrong queue.
        Work::Upload { .. } | Work::Embed | Work::EmbedLibrary | Work::Question { .. } => {
            app.queue.announce_job(tenant, job).await.map(|()| None)
        }
    }
}
