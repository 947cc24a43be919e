//! Jobs: promised before any queue hears of them, found again by the sweep when the queue forgot.

use jiff::Timestamp;

use super::{Changes, Commit, Key, Store, Worklist};
use crate::{
    error::Result,
    job::{Job, JobState},
    tenant::TenantId,
};

impl Changes {
    /// Promises a job together with the records that call for it. A job of the same id stays as it is made first.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn promise(self, tenant: &TenantId, job: &Job) -> Result<Self> {
        let place = job.created_at.to_string();
        self.create_listed("job", &key(tenant, &job.id), job, Worklist::Jobs, &place)
    }

    /// Marks a job as done together with what it made; guard `job` when it was done before.
    ///
    /// # Errors
    /// As [`Changes::advance`].
    pub fn finish(self, tenant: &TenantId, job: &Job) -> Result<Self> {
        let done = Job { state: JobState::Done, ..job.clone() };
        self.advance("job", &key(tenant, &job.id), &done, JobState::Pending.as_str())
    }
}

impl Store {
    /// A tenant's job.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn job(&self, tenant: &TenantId, job_id: &str) -> Result<Option<Job>> {
        self.get(&key(tenant, job_id)).await
    }

    /// Marks a job as done that made nothing.
    ///
    /// # Errors
    /// As [`Store::job`].
    pub async fn finish_job(&self, tenant: &TenantId, job: &Job) -> Result<Commit> {
        Changes::new().finish(tenant, job)?.commit(self).await
    }

    /// Jobs promised before `until` that are not done, with the proof of their tenant.
    ///
    /// # Errors
    /// As [`Store::job`].
    pub async fn pending_jobs(&self, until: Timestamp, limit: u16) -> Result<Vec<(TenantId, Job)>> {
        let jobs: Vec<Job> = self.worklist(Worklist::Jobs, &until.to_string(), limit).await?;
        Ok(jobs.into_iter().map(|job| (TenantId::proven(job.tenant_id.clone()), job)).collect())
    }
}

fn key(tenant: &TenantId, job_id: &str) -> Key {
    Key::of(tenant, "job", job_id)
}
