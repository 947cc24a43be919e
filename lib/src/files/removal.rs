//! What lies in the buckets of one tenant as a whole: listed, measured, handed out, and removed with every earlier version.

use std::time::Duration;

use aws_sdk_s3::{Client, presigning::PresigningConfig};
use futures_util::{StreamExt as _, stream};

use super::{Files, MAIL_PREFIX, tenant_key};
use crate::{
    aws::failed,
    error::{Error, Result},
    tenant::TenantId,
};

/// Objects that are removed side by side.
const AT_ONCE: usize = 32;

/// A file of a tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// Its name under the tenant's folder.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
}

impl Files {
    /// Every file of a tenant.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when S3 does not answer.
    pub async fn list(&self, tenant: &TenantId) -> Result<Vec<StoredFile>> {
        let prefix = tenant_key(tenant, "");
        let call = self.client(tenant).await?.list_objects_v2().bucket(&self.files_bucket).prefix(&prefix);
        let mut pages = call.into_paginator().send();
        let mut files = Vec::new();
        while let Some(page) = pages.next().await {
            files.extend(page.map_err(failed)?.contents().iter().filter_map(|object| {
                let name = object.key()?.strip_prefix(&prefix)?.to_owned();
                Some(StoredFile { name, size: u64::try_from(object.size().unwrap_or(0)).unwrap_or(0) })
            }));
        }
        Ok(files)
    }

    /// An address that hands out one file of a tenant for a while, to whoever has it.
    ///
    /// # Errors
    /// [`Error::Internal`] when it cannot be signed.
    pub async fn handed_out(&self, tenant: &TenantId, name: &str, holds: Duration) -> Result<String> {
        // By the function's own credentials: a session of one tenant may end before the address does.
        let call = self.own.get_object().bucket(&self.files_bucket).key(tenant_key(tenant, name));
        let signing = PresigningConfig::expires_in(holds).map_err(Error::internal)?;
        let signed = call.presigned(signing).await.map_err(Error::internal)?;
        Ok(signed.uri().to_owned())
    }

    /// Removes every file of a tenant with all its versions, and answers how many there were.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when S3 does not answer; what is left is removed by the next call.
    pub async fn remove_all(&self, tenant: &TenantId) -> Result<u64> {
        remove_versions(&self.own, &self.files_bucket, &tenant_key(tenant, "")).await
    }

    /// Removes a raw mail with all its versions.
    ///
    /// # Errors
    /// As [`Files::remove_all`].
    pub async fn remove_raw_mail(&self, ses_message_id: &str) -> Result<u64> {
        remove_versions(&self.own, &self.mail_bucket, &format!("{MAIL_PREFIX}{ses_message_id}")).await
    }

    /// Removes one file of a tenant with all its versions: what nobody may read again.
    ///
    /// # Errors
    /// As [`Files::remove_all`].
    pub async fn remove_for_good(&self, tenant: &TenantId, name: &str) -> Result<u64> {
        remove_versions(&self.own, &self.files_bucket, &tenant_key(tenant, name)).await
    }

    /// Whether any version of a raw mail is there.
    ///
    /// # Errors
    /// As [`Files::remove_all`].
    pub async fn has_raw_mail(&self, ses_message_id: &str) -> Result<bool> {
        let (found, _) = versions(&self.own, &self.mail_bucket, &format!("{MAIL_PREFIX}{ses_message_id}")).await?;
        Ok(!found.is_empty())
    }

    /// Everything that is left of a tenant's files, earlier versions included.
    ///
    /// # Errors
    /// As [`Files::remove_all`].
    pub async fn versions_left(&self, tenant: &TenantId) -> Result<Vec<String>> {
        let (found, _) = versions(&self.own, &self.files_bucket, &tenant_key(tenant, "")).await?;
        Ok(found.into_iter().map(|(key, _)| key).collect())
    }
}

/// Lists again for as long as a listing could not show everything.
async fn remove_versions(client: &Client, bucket: &str, prefix: &str) -> Result<u64> {
    let mut removed = 0;
    loop {
        let (found, shown) = versions(client, bucket, prefix).await?;
        removed += found.len() as u64;
        let calls = found
            .into_iter()
            .map(|(key, version)| client.delete_object().bucket(bucket).key(key).set_version_id(version).send());
        let mut calls = stream::iter(calls).buffer_unordered(AT_ONCE);
        while let Some(answer) = calls.next().await {
            answer.map_err(failed)?;
        }
        if shown == Shown::All {
            return Ok(removed);
        }
    }
}

/// How much of what there is a listing shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    All,
    Some,
}

/// Versions and marks of deletion under a prefix, by key and version id.
async fn versions(client: &Client, bucket: &str, prefix: &str) -> Result<(Vec<(String, Option<String>)>, Shown)> {
    let listed = client.list_object_versions().bucket(bucket).prefix(prefix).send().await.map_err(failed)?;
    // A bucket that never had versions answers the id "null", which only means "the one there is".
    let version = |id: Option<&str>| id.filter(|id| *id != "null").map(str::to_owned);
    let objects = listed.versions().iter().filter_map(|one| Some((one.key()?.to_owned(), version(one.version_id()))));
    let marks =
        listed.delete_markers().iter().filter_map(|one| Some((one.key()?.to_owned(), version(one.version_id()))));
    // A folder ends with a slash; anything else is one object, whose name may be the beginning of another's.
    let wanted = |key: &str| prefix.ends_with('/') || key == prefix;
    let shown = if listed.is_truncated() == Some(true) { Shown::Some } else { Shown::All };
    Ok((objects.chain(marks).filter(|(key, _)| wanted(key)).collect(), shown))
}
