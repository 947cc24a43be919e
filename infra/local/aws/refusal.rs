//! The errors that a fault or an unsigned request gets, in each service's own words.
//!
//! Invariant: codes and statuses are the real services' (their API references, "Common errors"), so the SDK classifies and
//! retries them as it would against AWS.

use http::StatusCode;

use super::{Answer, plain};
use crate::faults::Service;

/// The service's throttling error.
pub(crate) fn throttled(service: Service) -> Answer {
    match service {
        Service::Dynamodb => dynamodb(
            StatusCode::BAD_REQUEST,
            "ProvisionedThroughputExceededException",
            "The level of configured provisioned throughput for the table was exceeded.",
        ),
        Service::Sqs => {
            sqs(StatusCode::BAD_REQUEST, "RequestThrottled", "The request was denied due to request throttling.")
        }
        Service::Ses | Service::Sts => {
            ses(StatusCode::BAD_REQUEST, "Sender", "Throttling", "Maximum sending rate exceeded.")
        }
        Service::Bedrock => bedrock(
            StatusCode::TOO_MANY_REQUESTS,
            "ThrottlingException",
            "Too many requests, please wait before trying again.",
        ),
        Service::S3 | Service::Redis => {
            s3(StatusCode::SERVICE_UNAVAILABLE, "SlowDown", "Please reduce your request rate.")
        }
    }
}

/// The service's HTTP 500.
pub(crate) fn failed(service: Service) -> Answer {
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    let message = "We encountered an internal error. Please try again.";
    match service {
        Service::Dynamodb => dynamodb(status, "InternalServerError", message),
        Service::Sqs => sqs(status, "InternalFailure", message),
        Service::Ses | Service::Sts => ses(status, "Receiver", "InternalFailure", message),
        Service::Bedrock => bedrock(status, "InternalServerException", message),
        Service::S3 | Service::Redis => s3(status, "InternalError", message),
    }
}

/// A request that no known service was signed for.
pub(crate) fn unsigned() -> Answer {
    s3(StatusCode::FORBIDDEN, "AccessDenied", "Sign for dynamodb, s3, sqs, ses or bedrock.")
}

/// What a session's policy does not allow.
pub(crate) fn denied(service: Service) -> Answer {
    let message = "The session is not allowed to do this.";
    match service {
        Service::Dynamodb => dynamodb(StatusCode::BAD_REQUEST, "AccessDeniedException", message),
        _ => s3(StatusCode::FORBIDDEN, "AccessDenied", message),
    }
}

/// An error of the SES Query protocol; `fault` is `Sender` or `Receiver`.
pub(crate) fn ses(status: StatusCode, fault: &str, code: &str, message: &str) -> Answer {
    let message = escape(message);
    let body = format!(
        "<ErrorResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><Error><Type>{fault}</Type><Code>{code}</Code>\
         <Message>{message}</Message></Error><RequestId>{}</RequestId></ErrorResponse>",
        uuid::Uuid::now_v7()
    );
    plain(status, "text/xml", body)
}

/// An error of S3.
pub(crate) fn s3(status: StatusCode, code: &str, message: &str) -> Answer {
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code><Message>{message}</Message>\
         <RequestId>{}</RequestId></Error>",
        uuid::Uuid::now_v7().simple()
    );
    plain(status, "application/xml", body)
}

/// An error of Bedrock: the kind stands in a header.
pub(crate) fn bedrock(status: StatusCode, kind: &'static str, message: &str) -> Answer {
    let mut answer = plain(status, "application/json", serde_json::json!({ "message": message }).to_string());
    answer.headers_mut().insert("x-amzn-errortype", http::HeaderValue::from_static(kind));
    answer
}

fn dynamodb(status: StatusCode, code: &str, message: &str) -> Answer {
    json(status, &format!("com.amazonaws.dynamodb.v20120810#{code}"), message)
}

fn sqs(status: StatusCode, code: &str, message: &str) -> Answer {
    json(status, &format!("com.amazonaws.sqs#{code}"), message)
}

fn json(status: StatusCode, kind: &str, message: &str) -> Answer {
    let body = serde_json::json!({ "__type": kind, "message": message }).to_string();
    plain(status, "application/x-amz-json-1.0", body)
}

/// Text made safe inside an XML element.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
