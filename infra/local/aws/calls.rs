//! Which function makes which call to AWS, written down as its role has to allow it: the IAM action and the kind of resource.
//! `infra/calls.txt` holds what the tests saw, and `infra/policies.mjs` holds the roles of `template.yaml` to that list.
//!
//! Invariant: nothing of a call but its action and the kind of its resource is kept.

use std::{
    collections::BTreeSet,
    io::Write,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use http::{Uri, header};
use serde_json::Value;

use super::{Call, roles};
use crate::faults::Service;

/// Variable that names a folder to write the calls into; without it nothing is recorded.
const FOLDER: &str = "TRIPDESK_RECORD_CALLS";

/// What was called so far, and the file that tells of it.
#[derive(Debug, Default)]
pub(crate) struct Calls {
    file: Option<PathBuf>,
    seen: Mutex<BTreeSet<String>>,
}

impl Calls {
    /// A recorder of its own file in the folder that the environment names.
    pub(crate) fn from_env() -> Self {
        let folder = std::env::var_os(FOLDER).map(PathBuf::from);
        Self { file: folder.map(|folder| folder.join(uuid::Uuid::now_v7().to_string())), seen: Mutex::default() }
    }

    /// Writes a call down, unless its like was seen before or the platform itself made it.
    pub(crate) fn note(&self, service: Service, operation: &str, call: &Call) {
        let Some(file) = &self.file else { return };
        let signer = signer(call);
        let function = match signer.as_deref() {
            None | Some(roles::PLATFORM) => return,
            Some(session) if session.starts_with("ASIA") => "one-tenant",
            Some(function) => function,
        };
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        for (action, on) in needed(service, operation, call) {
            let line = format!("{function} {action} {on}\n");
            if seen.contains(&line) {
                continue;
            }
            let written = std::fs::OpenOptions::new().create(true).append(true).open(file);
            if let Err(error) = written.and_then(|mut file| file.write_all(line.as_bytes())) {
                tracing::warn!(%error, "the record of calls cannot be kept");
            }
            seen.insert(line);
        }
    }
}

/// The access key of the credential scope, in the header or (presigned) in the query.
fn signer(call: &Call) -> Option<String> {
    let header = call.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    match header.and_then(|value| value.split_once("Credential=")) {
        Some((_, scope)) => scope.split('/').next().map(str::to_owned),
        None => {
            let query = call.uri().query()?;
            let (_, scope) = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "X-Amz-Credential")?;
            scope.split('/').next().map(str::to_owned)
        }
    }
}

/// The IAM actions that a call needs, each with the kind of what it is done to.
/// (<https://docs.aws.amazon.com/service-authorization/latest/reference/>)
fn needed(service: Service, operation: &str, call: &Call) -> Vec<(String, String)> {
    match service {
        Service::Dynamodb => records(operation, call.body()),
        Service::S3 => vec![files(operation, call.uri())],
        Service::Sqs => vec![(format!("sqs:{operation}"), queue(call.body()))],
        Service::Ses => vec![(format!("ses:{operation}"), "identity".to_owned())],
        Service::Sts => {
            vec![("sts:AssumeRole".to_owned(), "role".to_owned()), ("sts:TagSession".to_owned(), "role".to_owned())]
        }
        Service::Bedrock => vec![("bedrock:InvokeModel".to_owned(), "model".to_owned())],
        Service::Redis => Vec::new(),
    }
}

/// A transaction has no action of its own: its parts have.
fn records(operation: &str, body: &[u8]) -> Vec<(String, String)> {
    let request: Value = serde_json::from_slice(body).unwrap_or_default();
    let on = if request.get("IndexName").is_some() { "index" } else { "table" };
    let one = |action: &str| (format!("dynamodb:{action}"), on.to_owned());
    match operation {
        "TransactGetItems" => vec![one("GetItem")],
        "TransactWriteItems" => {
            let items = request["TransactItems"].as_array().map(Vec::as_slice).unwrap_or_default();
            let parts = items.iter().filter_map(Value::as_object).flat_map(serde_json::Map::keys);
            parts
                .map(|part| {
                    one(&if part == "ConditionCheck" { "ConditionCheckItem".to_owned() } else { format!("{part}Item") })
                })
                .collect()
        }
        other => vec![one(other)],
    }
}

/// A bucket with the first part of the key, which is what policies go by.
fn files(operation: &str, uri: &Uri) -> (String, String) {
    let (path, query) = (uri.path(), uri.query().unwrap_or_default());
    let action = match operation {
        "ListObjects" | "ListObjectsV2" | "HeadBucket" => "ListBucket",
        "ListObjectVersions" => "ListBucketVersions",
        "HeadObject" => "GetObject",
        "CreateMultipartUpload" | "UploadPart" | "CompleteMultipartUpload" => "PutObject",
        "DeleteObject" if query.contains("versionId=") => "DeleteObjectVersion",
        "DeleteObjects" => "DeleteObject",
        other => other,
    };
    let (bucket, key) = path.trim_start_matches('/').split_once('/').unwrap_or((path.trim_start_matches('/'), ""));
    let bucket = bucket.trim_start_matches("tripdesk-");
    let on = match key.split_once('/') {
        Some((first, _)) => format!("{bucket}/{first}/*"),
        None => bucket.to_owned(),
    };
    (format!("s3:{action}"), on)
}

fn queue(body: &[u8]) -> String {
    let request: Value = serde_json::from_slice(body).unwrap_or_default();
    let url = request["QueueUrl"].as_str().unwrap_or_default();
    url.rsplit('/').next().unwrap_or_default().trim_start_matches("tripdesk-").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(actions: Vec<(String, String)>) -> Vec<String> {
        actions.into_iter().map(|(action, on)| format!("{action} {on}")).collect()
    }

    #[test]
    fn a_transaction_needs_what_its_parts_need() {
        let body = br#"{"TransactItems":[{"Put":{}},{"ConditionCheck":{}},{"Delete":{}}]}"#;
        assert_eq!(
            named(records("TransactWriteItems", body)),
            ["dynamodb:PutItem table", "dynamodb:ConditionCheckItem table", "dynamodb:DeleteItem table"]
        );
        assert_eq!(named(records("Query", br#"{"IndexName":"gsi1"}"#)), ["dynamodb:Query index"]);
    }

    #[test]
    fn files_and_queues_are_kept_by_their_kind() {
        assert_eq!(files("HeadObject", &Uri::from_static("/tripdesk-files/t/blue/rates/1")).1, "files/t/*");
        assert_eq!(
            files("ListObjectsV2", &Uri::from_static("/tripdesk-mail")),
            ("s3:ListBucket".to_owned(), "mail".to_owned())
        );
        let old = Uri::from_static("/tripdesk-mail/mail/x?versionId=1");
        assert_eq!(files("DeleteObject", &old).0, "s3:DeleteObjectVersion");
        assert_eq!(queue(br#"{"QueueUrl":"http://127.0.0.1:1/000000000000/tripdesk-quote"}"#), "quote");
    }
}
