//! Handing a finished mail to SES, and saying exactly what is known afterwards: accepted, refused, not taken now, or
//! unknown. Only that answer decides whether a mail may ever be handed over again (`product.md` section 6).

mod compose;

use std::time::Duration;

use aws_config::{SdkConfig, retry::RetryConfig, timeout::TimeoutConfig};
use aws_sdk_ses::{
    Client,
    error::{ProvideErrorMetadata, SdkError},
    primitives::Blob,
    types::{MessageTag, RawMessage},
};

pub use compose::{Attachment, Automatic, Outgoing, compose};

use crate::send::Handover;

/// SES, called once per attempt: a retry inside the client could send a mail twice.
#[derive(Debug, Clone)]
pub struct Mailer {
    client: Client,
    configuration_set: Option<String>,
}

/// SES error codes that mean: not taken, come back later.
const DEFERRED: [&str; 5] = [
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
    "ServiceUnavailable",
    "AccountSendingPausedException",
];

impl Mailer {
    /// SES with the shared configuration, without the client's own retries.
    #[must_use]
    pub fn new(config: &SdkConfig, configuration_set: Option<&str>) -> Self {
        let timeouts =
            TimeoutConfig::builder().connect_timeout(Duration::from_secs(1)).operation_timeout(Duration::from_secs(8));
        let config = aws_sdk_ses::config::Builder::from(config)
            .retry_config(RetryConfig::disabled())
            .timeout_config(timeouts.build())
            .build();
        Self { client: Client::from_conf(config), configuration_set: configuration_set.map(str::to_owned) }
    }

    /// Hands over one RFC 5322 mail for these envelope recipients. The tag comes back in the events SES sends about it.
    pub async fn hand_over(&self, from: &str, to: &[String], raw: Vec<u8>, tag: &str) -> Handover {
        #[expect(clippy::expect_used, reason = "data, name and value are set, which is all that the builders demand")]
        let (message, tag) = (
            RawMessage::builder().data(Blob::new(raw)).build().expect("data is set"),
            MessageTag::builder().name("send").value(tag).build().expect("name and value are set"),
        );
        let call = self.client.send_raw_email().source(from).set_destinations(Some(to.to_vec()));
        let call = call.raw_message(message).tags(tag).set_configuration_set_name(self.configuration_set.clone());
        match call.send().await {
            Ok(answer) => Handover::Accepted(answer.message_id),
            Err(failure) => known(&failure),
        }
    }
}

fn known<E: ProvideErrorMetadata>(failure: &SdkError<E, aws_sdk_ses::config::http::HttpResponse>) -> Handover {
    match failure {
        SdkError::ConstructionFailure(_) => Handover::Refused("the mail could not be encoded".to_owned()),
        SdkError::DispatchFailure(lost) if lost.as_connector_error().is_some_and(never_left) => {
            Handover::Deferred("no connection".to_owned())
        }
        SdkError::ServiceError(refused) => {
            let code = refused.err().code().unwrap_or("unnamed");
            if DEFERRED.contains(&code) {
                Handover::Deferred(code.to_owned())
            } else if refused.raw().status().is_server_error() {
                Handover::Unknown(code.to_owned())
            } else {
                Handover::Refused(code.to_owned())
            }
        }
        _ => Handover::Unknown("no answer".to_owned()),
    }
}

/// Whether the connection itself was refused, so that nothing can have been taken.
fn never_left(lost: &aws_sdk_ses::error::ConnectorError) -> bool {
    let mut cause: Option<&dyn std::error::Error> = Some(lost);
    while let Some(error) = cause {
        if let Some(io) = error.downcast_ref::<std::io::Error>() {
            return io.kind() == std::io::ErrorKind::ConnectionRefused;
        }
        cause = error.source();
    }
    false
}
