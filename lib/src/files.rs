//! Objects in S3: raw mail as SES laid it down, and each tenant's files under `t/<tenant>/`.
//!
//! Invariant: a key is made here out of a tenant and words of ours, never out of a name that somebody sent.

mod removal;

use aws_config::SdkConfig;
use aws_sdk_s3::{Client, operation::get_object::GetObjectError, primitives::ByteStream};
use bytes::Bytes;

pub use removal::StoredFile;

use crate::{
    aws::failed,
    credentials::Scopes,
    error::{Error, Result},
    tenant::TenantId,
};

/// The two buckets.
#[derive(Debug, Clone)]
pub struct Files {
    own: Client,
    scopes: Option<Scopes>,
    mail_bucket: String,
    files_bucket: String,
}

/// An object in the mail bucket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredMail {
    /// SES message id: the key without its prefix.
    pub ses_message_id: String,
    /// Seconds since 1970 when it was laid down.
    pub stored_at: i64,
}

/// Prefix of raw mails in the mail bucket; the receipt rule writes the same.
pub const MAIL_PREFIX: &str = "mail/";

impl Files {
    /// The buckets named in the settings.
    #[must_use]
    pub fn new(config: &SdkConfig, mail_bucket: &str, files_bucket: &str) -> Self {
        let config = aws_sdk_s3::config::Builder::from(config).force_path_style(true).build();
        Self {
            own: Client::from_conf(config),
            scopes: None,
            mail_bucket: mail_bucket.to_owned(),
            files_bucket: files_bucket.to_owned(),
        }
    }

    /// The same, reaching each tenant's files with credentials that reach nobody else's.
    #[must_use]
    pub fn scoped(self, scopes: Option<Scopes>) -> Self {
        Self { scopes, ..self }
    }

    /// The client for a tenant's files.
    async fn client(&self, tenant: &TenantId) -> Result<Client> {
        match &self.scopes {
            Some(scopes) => Ok(scopes.of(tenant.as_str()).await?.files),
            None => Ok(self.own.clone()),
        }
    }

    /// A raw mail.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, [`Error::Unavailable`] when S3 does not answer.
    pub async fn raw_mail(&self, ses_message_id: &str) -> Result<Bytes> {
        read(&self.own, &self.mail_bucket, &format!("{MAIL_PREFIX}{ses_message_id}"))
            .await?
            .ok_or(Error::NotFound("mail"))
    }

    /// Raw mails in the bucket after `after`, at most 1,000, by id.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when S3 does not answer.
    pub async fn raw_mails_after(&self, after: &str) -> Result<Vec<StoredMail>> {
        let call = self.own.list_objects_v2().bucket(&self.mail_bucket).prefix(MAIL_PREFIX);
        let call = if after.is_empty() { call } else { call.start_after(format!("{MAIL_PREFIX}{after}")) };
        let listed = call.send().await.map_err(failed)?;
        let mails = listed.contents().iter().filter_map(|object| {
            Some(StoredMail {
                ses_message_id: object.key()?.strip_prefix(MAIL_PREFIX)?.to_owned(),
                stored_at: object.last_modified()?.secs(),
            })
        });
        Ok(mails.collect())
    }

    /// A tenant's file, if it is there.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when S3 does not answer.
    pub async fn get(&self, tenant: &TenantId, name: &str) -> Result<Option<Bytes>> {
        read(&self.client(tenant).await?, &self.files_bucket, &tenant_key(tenant, name)).await
    }

    /// Writes a tenant's file.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when S3 does not answer.
    pub async fn put(&self, tenant: &TenantId, name: &str, content_type: &str, bytes: Bytes) -> Result<()> {
        let call = self.client(tenant).await?.put_object().bucket(&self.files_bucket).key(tenant_key(tenant, name));
        call.content_type(content_type).body(ByteStream::from(bytes)).send().await.map_err(failed)?;
        Ok(())
    }
}

async fn read(client: &Client, bucket: &str, key: &str) -> Result<Option<Bytes>> {
    match client.get_object().bucket(bucket).key(key).send().await {
        Ok(object) => object.body.collect().await.map(|body| Some(body.into_bytes())).map_err(Error::unavailable),
        Err(failure) if matches!(failure.as_service_error(), Some(GetObjectError::NoSuchKey(_))) => Ok(None),
        Err(failure) => Err(failed(failure)),
    }
}

fn tenant_key(tenant: &TenantId, name: &str) -> String {
    format!("t/{tenant}/{name}")
}
