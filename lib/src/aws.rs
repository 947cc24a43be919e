//! The one way to AWS: how clients are configured, and how their failures become ours.
//!
//! Invariant: every call is bounded in time and in attempts, with jittered back-off between them; what still fails is
//! [`Error::Unavailable`] when trying later may help and [`Error::Internal`] when it will not.

use std::{error::Error as StdError, time::Duration};

use aws_config::{
    SdkConfig,
    retry::RetryConfig,
    timeout::{TimeoutConfig, TimeoutConfigBuilder},
};
use aws_sdk_dynamodb::{
    config::http::HttpResponse,
    error::{ProvideErrorMetadata, SdkError},
};

use crate::error::Error;

/// Attempts of one call, the first included.
const ATTEMPTS: u32 = 4;

/// Error codes of the four services that trying again may cure.
const TRANSIENT: [&str; 14] = [
    "InternalError",
    "InternalFailure",
    "InternalServerError",
    "LimitExceededException",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "RequestThrottled",
    "ServiceUnavailable",
    "SlowDown",
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
    "TransactionConflictException",
    "TransactionInProgressException",
];

/// Clients' shared configuration from the environment: region, credentials, endpoints, retries and time limits.
pub async fn config_from_env() -> SdkConfig {
    aws_config::from_env().retry_config(retries()).timeout_config(timeouts().build()).load().await
}

/// Standard retries: exponential back-off with jitter.
#[must_use]
pub fn retries() -> RetryConfig {
    RetryConfig::standard().with_max_attempts(ATTEMPTS).with_initial_backoff(Duration::from_millis(50))
}

/// Time limits that fit inside the shortest function's own.
#[must_use]
pub fn timeouts() -> TimeoutConfigBuilder {
    TimeoutConfig::builder()
        .connect_timeout(Duration::from_secs(1))
        .operation_attempt_timeout(Duration::from_secs(3))
        .operation_timeout(Duration::from_secs(8))
}

/// Whether a failed call may succeed later.
pub fn is_transient<E: ProvideErrorMetadata>(failure: &SdkError<E, HttpResponse>) -> bool {
    match failure {
        SdkError::ServiceError(refused) => {
            let code = refused.err().code().unwrap_or_default();
            TRANSIENT.contains(&code) || refused.raw().status().is_server_error()
        }
        SdkError::ConstructionFailure(_) => false,
        _ => true,
    }
}

/// A failed call as our own error, its cause kept for the log.
pub fn failed<E>(failure: SdkError<E, HttpResponse>) -> Error
where
    E: ProvideErrorMetadata + StdError + Send + Sync + 'static,
{
    if is_transient(&failure) { Error::unavailable(failure) } else { Error::internal(failure) }
}
