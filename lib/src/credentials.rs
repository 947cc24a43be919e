//! With `TENANT_ROLE_ARN` set, records and files of a tenant are reached with credentials that reach no other tenant's: a
//! mistake of ours in a key is then refused by AWS (`product.md` section 2). Where no tenant is known yet, the function's
//! own role is used.
//!
//! Invariant: whose credentials a call gets is read from the key that the call names, never from what surrounds it.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime},
};

use aws_config::SdkConfig;
use aws_sdk_dynamodb::config::{Credentials, SharedCredentialsProvider};
use aws_sdk_sts::types::Tag;

use crate::{
    aws::failed,
    error::{Error, Result},
};

/// What a session may do at most; `infra/policies.mjs` asks AWS's rules about this very file.
const POLICY: &str = include_str!("session-policy.json");
/// How long credentials hold: as long as AWS allows a role that was assumed by a role.
const LIFE: Duration = Duration::from_secs(3600);
/// Clients are made anew this long before their credentials end: longer than any call takes.
const MARGIN: Duration = Duration::from_secs(300);
/// Tenants whose clients an instance keeps.
const MOST: usize = 200;

/// The role that is assumed for one tenant at a time.
#[derive(Debug, Clone)]
pub struct Scopes(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    role: Role,
    sts: aws_sdk_sts::Client,
    config: SdkConfig,
    held: Mutex<HashMap<String, Scoped>>,
}

/// Clients that reach one tenant's records and files alone.
#[derive(Debug, Clone)]
pub(crate) struct Scoped {
    pub(crate) records: aws_sdk_dynamodb::Client,
    pub(crate) files: aws_sdk_s3::Client,
    until: SystemTime,
}

/// What the policy of a session names.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Role {
    arn: String,
    partition: String,
    account: String,
    region: String,
    table: String,
    bucket: String,
}

impl Scopes {
    /// Sessions of the role `arn` on one table and one bucket; `None` for what is no role's ARN.
    #[must_use]
    pub fn new(config: &SdkConfig, arn: &str, table: &str, bucket: &str) -> Option<Self> {
        let region = config.region().map_or("us-east-1", |region| region.as_ref());
        let role = Role::parse(arn, region, table, bucket)?;
        let sts = aws_sdk_sts::Client::new(config);
        Some(Self(Arc::new(Inner { role, sts, config: config.clone(), held: Mutex::default() })))
    }

    /// The clients of a tenant.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when STS does not answer, [`Error::Internal`] when it refuses the role.
    pub(crate) async fn of(&self, tenant: &str) -> Result<Scoped> {
        if let Some(scoped) = self.held(tenant) {
            return Ok(scoped);
        }
        let scoped = self.assume(tenant).await?;
        let mut all = self.all();
        if all.len() >= MOST {
            // The one that ends first was used longest ago, or is about to be made anew anyway.
            let oldest = all.iter().min_by_key(|(_, scoped)| scoped.until).map(|(tenant, _)| tenant.clone());
            oldest.and_then(|tenant| all.remove(&tenant));
        }
        all.insert(tenant.to_owned(), scoped.clone());
        Ok(scoped)
    }

    async fn assume(&self, tenant: &str) -> Result<Scoped> {
        let Inner { role, sts, config, .. } = &*self.0;
        let tag = Tag::builder().key("tenant").value(tenant).build().map_err(Error::internal)?;
        let call = sts.assume_role().role_arn(&role.arn).role_session_name(format!("tenant-{tenant}"));
        let call = call.policy(role.policy(tenant)).tags(tag).duration_seconds(3600);
        let given = call.send().await.map_err(failed)?.credentials;
        let given = given.ok_or_else(|| Error::internal("a role was assumed without credentials"))?;
        let until = SystemTime::try_from(given.expiration).unwrap_or_else(|_| SystemTime::now() + LIFE);
        let credentials = Credentials::new(
            given.access_key_id,
            given.secret_access_key,
            Some(given.session_token),
            Some(until),
            "one tenant",
        );
        let provider = SharedCredentialsProvider::new(credentials);
        let config = config.to_builder().credentials_provider(provider).build();
        let files = aws_sdk_s3::config::Builder::from(&config).force_path_style(true).build();
        Ok(Scoped {
            records: aws_sdk_dynamodb::Client::new(&config),
            files: aws_sdk_s3::Client::from_conf(files),
            until: until.checked_sub(MARGIN).unwrap_or(until),
        })
    }

    fn held(&self, tenant: &str) -> Option<Scoped> {
        self.all().get(tenant).filter(|scoped| SystemTime::now() < scoped.until).cloned()
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, Scoped>> {
        self.0.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Role {
    /// `arn:<partition>:iam::<account>:role/<name>`.
    fn parse(arn: &str, region: &str, table: &str, bucket: &str) -> Option<Self> {
        let parts: Vec<&str> = arn.splitn(6, ':').collect();
        let ["arn", partition, "iam", "", account, name] = parts[..] else { return None };
        name.strip_prefix("role/").filter(|name| !name.is_empty())?;
        Some(Self {
            arn: arn.to_owned(),
            partition: partition.to_owned(),
            account: account.to_owned(),
            region: region.to_owned(),
            table: table.to_owned(),
            bucket: bucket.to_owned(),
        })
    }

    /// The policy of one tenant's session. A slug holds no character that means anything in a pattern.
    fn policy(&self, tenant: &str) -> String {
        let names = [
            ("partition", self.partition.as_str()),
            ("account", &self.account),
            ("region", &self.region),
            ("table", &self.table),
            ("bucket", &self.bucket),
            ("tenant", tenant),
        ];
        // STS counts characters: what is there for people goes.
        let short: String = POLICY.lines().map(str::trim).collect();
        names.iter().fold(short, |policy, (name, value)| policy.replace(&format!("{{{name}}}"), value))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn a_session_names_one_tenant_and_leaves_nothing_open() {
        let role = Role::parse("arn:aws:iam::111122223333:role/desk-one-tenant", "eu-west-1", "desk", "files").unwrap();
        let policy: serde_json::Value = serde_json::from_str(&role.policy("blue")).unwrap();
        let [items, files, list] = &policy["Statement"].as_array().unwrap()[..] else { panic!("three statements") };
        assert_eq!(items["Resource"], "arn:aws:dynamodb:eu-west-1:111122223333:table/desk");
        assert_eq!(items["Condition"]["ForAllValues:StringLike"]["dynamodb:LeadingKeys"][0], "T#blue#*");
        assert_eq!(items["Condition"]["Null"]["dynamodb:LeadingKeys"], "false");
        assert_eq!(files["Resource"], "arn:aws:s3:::files/t/blue/*");
        assert_eq!(list["Condition"]["StringLike"]["s3:prefix"][0], "t/blue/*");
        for name in ["partition", "account", "region", "table", "bucket", "tenant"] {
            assert!(!role.policy("blue").contains(&format!("{{{name}}}")), "{name} is left open");
        }
        let longest = "a".repeat(40);
        assert!(role.policy(&longest).len() < 2_048, "STS takes no longer policy");
    }

    #[test]
    fn only_the_arn_of_a_role_is_taken() {
        for bad in ["", "desk-one-tenant", "arn:aws:iam::1:user/x", "arn:aws:iam::1:role/", "arn:aws:s3:::role/x"] {
            assert_eq!(Role::parse(bad, "eu-west-1", "desk", "files"), None, "{bad}");
        }
    }
}
