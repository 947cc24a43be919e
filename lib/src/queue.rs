//! The job queue. A message only points at a job that stands in the table; it names its tenant under a seal, so that
//! nobody else's message can start work (`product.md` section 2: never out of a queue payload by itself).

use aws_config::SdkConfig;
use aws_sdk_sqs::Client;

use crate::{
    aws::failed,
    error::Result,
    seal::{Purpose, SealKey},
    tenant::{Slug, TenantId},
};

/// The queue and the seal of its messages.
#[derive(Clone)]
pub struct Queue {
    client: Client,
    url: String,
    seal: SealKey,
}

impl Queue {
    /// The queue named in the settings.
    #[must_use]
    pub fn new(config: &SdkConfig, url: &str, seal: SealKey) -> Self {
        Self { client: Client::new(config), url: url.to_owned(), seal }
    }

    /// Announces a job that was saved before.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when SQS does not answer; the sweep announces it again.
    pub async fn announce(&self, tenant: &TenantId, job_id: &str) -> Result<()> {
        let body = self.seal.seal(Purpose::Job, format!("{tenant}\n{job_id}").as_bytes());
        self.client.send_message().queue_url(&self.url).message_body(body).send().await.map_err(failed)?;
        Ok(())
    }

    /// Tenant and job of a message, or `None` when it is not ours.
    #[must_use]
    pub fn open(&self, body: &str) -> Option<(TenantId, String)> {
        let payload = String::from_utf8(self.seal.open(Purpose::Job, body)?).ok()?;
        let (tenant, job_id) = payload.split_once('\n')?;
        Some((TenantId::proven(Slug::parse(tenant).ok()?), job_id.to_owned()))
    }
}
