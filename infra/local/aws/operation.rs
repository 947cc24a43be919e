//! Which service a request was signed for, and which of its operations it asks for.
//!
//! Invariant: names are those of the AWS API references, so a fault rule reads like an IAM action.

use http::Method;

use super::{Call, bedrock};
use crate::faults::Service;

/// The service of the SigV4 credential scope, in the header or (presigned) in the query.
pub(crate) fn service(call: &Call) -> Option<Service> {
    let header = call.headers().get(http::header::AUTHORIZATION).and_then(|v| v.to_str().ok());
    let scope = match header.and_then(|h| h.split_once("Credential=")) {
        Some((_, credential)) => credential.split([',', ' ']).next()?.to_owned(),
        None => query(call, "X-Amz-Credential")?,
    };
    match scope.split('/').nth(3)? {
        "dynamodb" => Some(Service::Dynamodb),
        "s3" => Some(Service::S3),
        "sqs" => Some(Service::Sqs),
        "ses" => Some(Service::Ses),
        "sts" => Some(Service::Sts),
        "bedrock" => Some(Service::Bedrock),
        _ => None,
    }
}

/// The operation's name; empty when the request names none.
pub(crate) fn name(service: Service, call: &Call) -> String {
    match service {
        Service::Dynamodb | Service::Sqs => target(call),
        Service::Ses | Service::Sts => form_urlencoded::parse(call.body())
            .find(|(key, _)| key == "Action")
            .map(|(_, action)| action.into_owned())
            .unwrap_or_default(),
        Service::S3 => s3(call).to_owned(),
        Service::Bedrock => bedrock::operation(call.uri().path()).to_owned(),
        Service::Redis => String::new(),
    }
}

/// `X-Amz-Target: DynamoDB_20120810.PutItem`, `AmazonSQS.SendMessage`.
fn target(call: &Call) -> String {
    let target = call.headers().get("x-amz-target").and_then(|v| v.to_str().ok()).unwrap_or_default();
    target.rsplit('.').next().unwrap_or_default().to_owned()
}

/// S3 says it by method, path and query alone.
fn s3(call: &Call) -> &'static str {
    let path = call.uri().path().trim_start_matches('/');
    let (bucket, key) = path.split_once('/').unwrap_or((path, ""));
    let has = |parameter: &str| query(call, parameter).is_some();
    match (call.method(), bucket.is_empty(), key.is_empty()) {
        (&Method::GET, true, _) => "ListBuckets",
        (&Method::GET, _, true) if has("list-type") => "ListObjectsV2",
        (&Method::GET, _, true) if has("versions") => "ListObjectVersions",
        (&Method::GET, _, true) => "ListObjects",
        (&Method::HEAD, _, true) => "HeadBucket",
        (&Method::PUT, _, true) => "CreateBucket",
        (&Method::DELETE, _, true) => "DeleteBucket",
        (&Method::POST, _, true) if has("delete") => "DeleteObjects",
        (&Method::POST, _, true) => "PostObject",
        (&Method::POST, _, false) if has("uploads") => "CreateMultipartUpload",
        (&Method::POST, _, false) => "CompleteMultipartUpload",
        (&Method::PUT, _, false) if has("partNumber") => "UploadPart",
        (&Method::PUT, _, false) if call.headers().contains_key("x-amz-copy-source") => "CopyObject",
        (&Method::PUT, _, false) => "PutObject",
        (&Method::GET, _, false) => "GetObject",
        (&Method::HEAD, _, false) => "HeadObject",
        (&Method::DELETE, _, false) if has("uploadId") => "AbortMultipartUpload",
        (&Method::DELETE, _, false) => "DeleteObject",
        _ => "",
    }
}

fn query(call: &Call, parameter: &str) -> Option<String> {
    let query = call.uri().query()?;
    let (_, value) = form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == parameter)?;
    Some(value.into_owned())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use bytes::Bytes;

    fn call(method: &str, uri: &str, headers: &[(&str, &str)], body: &'static str) -> Call {
        let mut request = http::Request::builder().method(method).uri(uri);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(Bytes::from_static(body.as_bytes())).unwrap()
    }

    #[test]
    fn the_service_is_the_signed_one() {
        let scope = |service: &str| {
            format!("AWS4-HMAC-SHA256 Credential=AK/20260101/us-east-1/{service}/aws4_request, Signature=0")
        };
        let of = |header: &str| service(&call("POST", "/", &[("authorization", header)], ""));
        assert_eq!(of(&scope("dynamodb")), Some(Service::Dynamodb));
        assert_eq!(of(&scope("ses")), Some(Service::Ses));
        assert_eq!(of(&scope("iam")), None);
        assert_eq!(of("Bearer x"), None);
        let presigned = "/files/a?X-Amz-Credential=AK%2F20260101%2Fus-east-1%2Fs3%2Faws4_request";
        assert_eq!(service(&call("PUT", presigned, &[], "")), Some(Service::S3));
    }

    #[test]
    fn operations_by_their_aws_names() {
        let s3 = |method, uri| name(Service::S3, &call(method, uri, &[], ""));
        assert_eq!(s3("PUT", "/mail/a/b"), "PutObject");
        assert_eq!(s3("GET", "/mail?list-type=2&prefix=a"), "ListObjectsV2");
        assert_eq!(s3("POST", "/mail/?delete"), "DeleteObjects");
        assert_eq!(s3("HEAD", "/mail"), "HeadBucket");
        let copy = call("PUT", "/mail/b", &[("x-amz-copy-source", "/mail/a")], "");
        assert_eq!(name(Service::S3, &copy), "CopyObject");
        let put = call("POST", "/", &[("x-amz-target", "DynamoDB_20120810.PutItem")], "{}");
        assert_eq!(name(Service::Dynamodb, &put), "PutItem");
        let send = call("POST", "/", &[], "Version=2010-12-01&Action=SendRawEmail");
        assert_eq!(name(Service::Ses, &send), "SendRawEmail");
        let ask = call("POST", "/model/some.model-v1%3A0/converse", &[], "{}");
        assert_eq!(name(Service::Bedrock, &ask), "Converse");
    }
}
