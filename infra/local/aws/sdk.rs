//! How the process reaches its own endpoint: the AWS SDK without a network beyond loopback.
//!
//! Invariant: no environment, profile, metadata service or proxy is looked at, so a developer's real credentials cannot be used.

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_dynamodb::config::{Credentials, SharedCredentialsProvider};

/// The configuration of every SDK client against `endpoint`: fixed credentials, `us-east-1`, one plain HTTP client for all.
/// (An address of digits makes the S3 client use path-style addresses by itself.)
pub fn sdk_config(endpoint: &str) -> SdkConfig {
    let credentials = Credentials::new("tripdesk", "local", None, None, "embedded");
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static("us-east-1"))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .endpoint_url(endpoint)
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .build()
}
