//! S3, by winterbaume on files.
//!
//! Invariant: one write at a time, and none while somebody reads. Winterbaume's conditional writes look first and write later,
//! which two writers at once would fool, and an overwrite takes the old bytes away from under a reader.

use std::path::Path;
use std::sync::Arc;

use http::header::{ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN};
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use tokio::sync::RwLock;
use winterbaume_core::{MockRequest, MockService as _, Vfs as _, VfsError};
use winterbaume_s3::S3Service;

use super::{Answer, Call, chunked, files::DurableFiles, plain, refusal, sqs};

/// Where winterbaume believes it is called, for path-style addresses.
const ORIGIN: &str = "https://s3.us-east-1.amazonaws.com";

/// The buckets with their objects.
pub(crate) struct Objects {
    service: S3Service,
    turns: RwLock<()>,
}

impl std::fmt::Debug for Objects {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Objects")
    }
}

impl Objects {
    /// Opens the folder and finds the objects of earlier processes in it.
    pub(crate) async fn open(folder: &Path) -> anyhow::Result<Self> {
        let files = Arc::new(DurableFiles::open(folder)?);
        forget_old_versions(&files).await?;
        let service = S3Service::recover_with_vfs(files).await?;
        Ok(Self { service, turns: RwLock::default() })
    }

    /// Carries one request out.
    pub(crate) async fn answer(&self, call: Call) -> Answer {
        let from_a_page = call.headers().contains_key(header::ORIGIN);
        if percent_encoded_beyond_ascii(call.uri().path()) {
            return refusal::s3(StatusCode::BAD_REQUEST, "InvalidURI", "Keys of this store are ASCII.");
        }
        let Some(request) = request(call) else {
            return refusal::s3(StatusCode::BAD_REQUEST, "IncompleteBody", "The chunked body is malformed.");
        };
        let reads = request.method == "GET" || request.method == "HEAD";
        let response = if reads {
            let _with_others = self.turns.read().await;
            self.service.handle(request).await
        } else {
            let _alone = self.turns.write().await;
            self.service.handle(request).await
        };
        let mut answer = sqs::from_winterbaume(response);
        if from_a_page {
            allow(answer.headers_mut());
        }
        answer
    }
}

/// A crash in the middle of an overwrite leaves the record of the old version beside the new one's, and a later deletion would
/// bring it back. No bucket here is versioned: of each key's records only the newest counts (their names sort by time).
async fn forget_old_versions(files: &DurableFiles) -> Result<(), VfsError> {
    let records = files.list("s3/").await?.into_iter().map(|entry| entry.key);
    let records: Vec<String> = records.filter(|key| key.contains("/meta/version-meta/")).collect();
    let object = |record: &str| record.rsplit_once('/').map(|(object, _)| object.to_owned());
    for pair in records.windows(2) {
        if let [older, newer] = pair
            && object(older) == object(newer)
        {
            files.delete(older).await?;
        }
    }
    Ok(())
}

/// Winterbaume lists such keys garbled; all of ours are made by the server, so a refusal only meets a mistake.
fn percent_encoded_beyond_ascii(path: &str) -> bool {
    path.split('%').skip(1).any(|code| matches!(code.bytes().next(), Some(b'8' | b'9' | b'a'..=b'f' | b'A'..=b'F')))
}

fn request(call: Call) -> Option<MockRequest> {
    let (mut parts, mut body) = call.into_parts();
    let encoding = parts.headers.get(header::CONTENT_ENCODING).and_then(|v| v.to_str().ok());
    if let Some(encoding) = encoding.filter(|e| e.contains("aws-chunked")) {
        let rest = encoding.split(',').map(str::trim).filter(|e| *e != "aws-chunked").collect::<Vec<_>>().join(",");
        body = chunked::decode(body)?;
        match HeaderValue::from_str(&rest) {
            Ok(rest) if !rest.is_empty() => parts.headers.insert(header::CONTENT_ENCODING, rest),
            _ => parts.headers.remove(header::CONTENT_ENCODING),
        };
    }
    let path = parts.uri.path_and_query().map_or("/", |p| p.as_str());
    let uri = format!("{ORIGIN}{path}");
    Some(MockRequest { method: parts.method.to_string(), uri, headers: parts.headers, body })
}

/// A browser asks before it uploads to a signed address of another origin. What it may do is what the deployed bucket's CORS rule
/// says, and no more.
pub(crate) fn preflight(call: &Call) -> Option<Answer> {
    let asked = call.method() == Method::OPTIONS && call.headers().contains_key(header::ORIGIN);
    asked.then(|| {
        let mut answer = plain(StatusCode::OK, "text/plain", "");
        allow(answer.headers_mut());
        answer
    })
}

fn allow(headers: &mut HeaderMap) {
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("PUT"));
    headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("content-type"));
}
