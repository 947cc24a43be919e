//! The job queues: one of quotes and mails, one of documents and questions. A message only points at a job that stands in the table; it names its tenant under a seal, so that
//! nobody else's message can start work (`product.md` section 2: never out of a queue payload by itself).

use std::collections::HashMap;

use aws_config::SdkConfig;
use aws_sdk_sqs::{Client, types::QueueAttributeName};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    aws::failed,
    error::Result,
    job::{Job, Work},
    seal::{Purpose, SealKey},
    tenant::{Slug, TenantId},
};

/// The queues and the seal of their messages.
#[derive(Clone)]
pub struct Queue {
    client: Client,
    url: String,
    knowledge_url: String,
    seal: SealKey,
}

/// How much is in the queue, as SQS counts it: about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = QueueDepth)]
pub struct Depth {
    /// Jobs that wait.
    pub waiting: u64,
    /// Jobs at work.
    pub in_flight: u64,
    /// Jobs that failed three times.
    pub dead_letters: u64,
}

impl Queue {
    /// The queues named in the settings.
    #[must_use]
    pub fn new(config: &SdkConfig, url: &str, knowledge_url: &str, seal: SealKey) -> Self {
        Self { client: Client::new(config), url: url.to_owned(), knowledge_url: knowledge_url.to_owned(), seal }
    }

    /// Announces a job of quotes and mails that was saved before.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when SQS does not answer; the sweep announces it again.
    pub async fn announce(&self, tenant: &TenantId, job_id: &str) -> Result<()> {
        self.say(&self.url, tenant, job_id).await
    }

    /// Announces a job to whoever does its kind of work.
    ///
    /// # Errors
    /// As [`Queue::announce`].
    pub async fn announce_job(&self, tenant: &TenantId, job: &Job) -> Result<()> {
        let url = match &job.work {
            Work::Upload { .. } | Work::Embed | Work::EmbedLibrary | Work::Question { .. } => &self.knowledge_url,
            _ => &self.url,
        };
        self.say(url, tenant, &job.id).await
    }

    async fn say(&self, url: &str, tenant: &TenantId, job_id: &str) -> Result<()> {
        let body = self.seal.seal(Purpose::Job, format!("{tenant}\n{job_id}").as_bytes());
        self.client.send_message().queue_url(url).message_body(body).send().await.map_err(failed)?;
        Ok(())
    }

    /// How much is in the queue and in that of its dead letters.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when SQS does not answer.
    pub async fn depth(&self) -> Result<Depth> {
        let attributes = self.attributes(&self.url).await?;
        let count = |attributes: &Attributes, name| attributes.get(&name).and_then(|n| n.parse().ok()).unwrap_or(0);
        let dead_letters = match dead_letter_url(&self.url, &attributes) {
            Some(url) => count(&self.attributes(&url).await?, QueueAttributeName::ApproximateNumberOfMessages),
            None => 0,
        };
        Ok(Depth {
            waiting: count(&attributes, QueueAttributeName::ApproximateNumberOfMessages),
            in_flight: count(&attributes, QueueAttributeName::ApproximateNumberOfMessagesNotVisible),
            dead_letters,
        })
    }

    async fn attributes(&self, url: &str) -> Result<Attributes> {
        let call = self.client.get_queue_attributes().queue_url(url).attribute_names(QueueAttributeName::All);
        Ok(call.send().await.map_err(failed)?.attributes.unwrap_or_default())
    }

    /// Tenant and job of a message, or `None` when it is not ours.
    #[must_use]
    pub fn open(&self, body: &str) -> Option<(TenantId, String)> {
        let payload = String::from_utf8(self.seal.open(Purpose::Job, body)?).ok()?;
        let (tenant, job_id) = payload.split_once('\n')?;
        Some((TenantId::proven(Slug::parse(tenant).ok()?), job_id.to_owned()))
    }
}

type Attributes = HashMap<QueueAttributeName, String>;

/// The address of the queue for dead letters: beside the queue itself, under the name that its policy says.
fn dead_letter_url(url: &str, attributes: &Attributes) -> Option<String> {
    let policy: serde_json::Value = serde_json::from_str(attributes.get(&QueueAttributeName::RedrivePolicy)?).ok()?;
    let name = policy["deadLetterTargetArn"].as_str()?.rsplit(':').next()?.to_owned();
    Some(format!("{}/{name}", url.rsplit_once('/')?.0))
}
