//! Whose credentials a call is signed with: those of the function at work, as Lambda gives each function those of its role.
//!
//! Invariant: what a function awaits is signed as that function; what the platform does for itself is signed as [`PLATFORM`].

use std::future::Future;

use aws_credential_types::provider::future;
use aws_sdk_dynamodb::config::{Credentials, ProvideCredentials};

/// Who signs where no function is at work.
pub(crate) const PLATFORM: &str = "tripdesk";

tokio::task_local! {
    static AT_WORK: &'static str;
}

/// Runs `work` with the credentials of `function`.
pub(crate) async fn as_function<F: Future>(function: &'static str, work: F) -> F::Output {
    AT_WORK.scope(function, work).await
}

/// Credentials whose access key is the name of the function at work. The endpoint checks no signature.
#[derive(Debug)]
pub(crate) struct OfWhoeverIsAtWork;

impl ProvideCredentials for OfWhoeverIsAtWork {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        let signer = AT_WORK.try_with(|function| *function).unwrap_or(PLATFORM);
        future::ProvideCredentials::ready(Ok(Credentials::new(signer, "local", None, None, "embedded")))
    }
}
