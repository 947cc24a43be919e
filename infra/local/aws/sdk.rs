//! How the process reaches its own endpoint: the AWS SDK without a network beyond loopback.
//!
//! Invariant: no environment, profile, metadata service or proxy is looked at, so a developer's real credentials cannot be used.

use aws_config::{BehaviorVersion, Region, SdkConfig, identity::IdentityCache};
use aws_sdk_dynamodb::config::SharedCredentialsProvider;

use super::roles::OfWhoeverIsAtWork;

/// The configuration of every SDK client against `endpoint`: credentials of the function at work, never remembered, as one
/// client serves all functions here; `us-east-1`, one plain HTTP client for all.
/// (An address of digits makes the S3 client use path-style addresses by itself.)
pub fn sdk_config(endpoint: &str) -> SdkConfig {
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static("us-east-1"))
        .credentials_provider(SharedCredentialsProvider::new(OfWhoeverIsAtWork))
        .identity_cache(IdentityCache::no_cache())
        .endpoint_url(endpoint)
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .build()
}
