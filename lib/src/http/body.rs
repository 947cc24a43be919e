//! Reading what callers send, within limits: 5 MB, JSON of depth 64, known fields only (`contract.md`, Sizes).

use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use bytes::Bytes;
use http::{StatusCode, header, request::Parts};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::de::DeserializeOwned;

use super::problem::{Wire, problem};
use crate::error::Error;

/// Largest body of an API call, in bytes.
const MAX_BODY: usize = 5 * 1024 * 1024;
/// Deepest nesting of a JSON body.
const MAX_DEPTH: usize = 64;

/// A JSON body of a known shape. A wrong or unknown field is answered with 400 and its name.
#[derive(Debug, Clone)]
pub struct Body<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = axum::response::Response;

    async fn from_request(request: Request, _: &S) -> Result<Self, Self::Rejection> {
        use axum::response::IntoResponse;
        if !is_json(&request) {
            let detail = "the body must be sent as application/json in UTF-8".to_owned();
            return Err(problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail, Vec::new(), None));
        }
        let bytes = read_body(request).await?;
        parse(&bytes).map(Body).map_err(|error| Wire(error).into_response())
    }
}

/// The whole body, or 413 when it is larger than an API call may be.
///
/// # Errors
/// The finished answer.
pub async fn read_body(request: Request) -> Result<Bytes, axum::response::Response> {
    let body = Limited::new(request.into_body(), MAX_BODY);
    body.collect().await.map(http_body_util::Collected::to_bytes).map_err(|failure| {
        let (status, detail) = if failure.downcast_ref::<LengthLimitError>().is_some() {
            (StatusCode::PAYLOAD_TOO_LARGE, "a body may have at most 5 MB")
        } else {
            (StatusCode::BAD_REQUEST, "the body broke off")
        };
        problem(status, detail.to_owned(), Vec::new(), None)
    })
}

/// A query string of a known shape.
#[derive(Debug, Clone)]
pub struct Params<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Params<T> {
    type Rejection = Wire;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Wire> {
        match Query::<T>::from_request_parts(parts, state).await {
            Ok(Query(params)) => Ok(Self(params)),
            Err(rejected) => Err(Wire(Error::invalid("query", plain(&rejected.body_text())))),
        }
    }
}

/// An id in a path. What is no id of ours is not looked up; it is answered as one that does not exist.
#[derive(Debug, Clone)]
pub struct PathId(pub String);

impl<S: Send + Sync> FromRequestParts<S> for PathId {
    type Rejection = Wire;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Wire> {
        match Path::<String>::from_request_parts(parts, state).await {
            Ok(Path(id)) if crate::ids::is_id(&id) => Ok(Self(id)),
            _ => Err(Wire(Error::NotFound("record"))),
        }
    }
}

fn is_json(request: &Request) -> bool {
    let Some(Ok(content_type)) = request.headers().get(header::CONTENT_TYPE).map(|value| value.to_str()) else {
        return false;
    };
    let mut parts = content_type.split(';').map(|part| part.trim().to_ascii_lowercase());
    let kind_fits = parts.next().as_deref() == Some("application/json");
    kind_fits && parts.all(|part| part.strip_prefix("charset=").is_none_or(|set| set.trim_matches('"') == "utf-8"))
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Error> {
    if depth(bytes) > MAX_DEPTH {
        return Err(Error::invalid("", "the body is nested too deeply"));
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|failure| {
        let path = failure.path().to_string();
        Error::invalid(if path == "." { String::new() } else { path }, plain(&failure.inner().to_string()))
    })?;
    reader.end().map_err(|_| Error::invalid("", "something follows the JSON value"))?;
    Ok(value)
}

/// The deepest nesting of brackets outside strings: found without building anything.
fn depth(bytes: &[u8]) -> usize {
    let (mut deepest, mut open, mut in_string, mut escaped) = (0_usize, 0_usize, false, false);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => {
                open += 1;
                deepest = deepest.max(open);
            }
            b'}' | b']' if !in_string => open = open.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// A parser's message without the place in the text, which means nothing to most callers.
fn plain(message: &str) -> String {
    message.split(" at line ").next().unwrap_or(message).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Outer {
        #[expect(dead_code, reason = "only its reading matters")]
        rooms: Vec<crate::party::Room>,
    }

    #[test]
    fn a_bad_field_is_named_where_it_stands() {
        let fault = |json: &str| match parse::<Outer>(json.as_bytes()) {
            Err(Error::Invalid(errors)) => errors[0].field.clone(),
            other => format!("{other:?}"),
        };
        assert_eq!(fault(r#"{"rooms":[{"adults":2},{"adults":"two"}]}"#), "rooms[1].adults");
        assert_eq!(fault(r#"{"rooms":[],"tenant_id":"b"}"#), "tenant_id");
        assert_eq!(fault(r#"{"rooms":[],"rooms":[]}"#), "rooms");
        assert_eq!(fault(r#"{"rooms":[]} {}"#), "");
        assert_eq!(fault(r#"{"rooms":[{"adults":1e999}]}"#), "rooms[0].adults");
    }

    #[test]
    fn depth_is_counted_outside_strings() {
        assert_eq!(depth(br#"{"a":"[[[[","b":[{}]}"#), 3);
        assert_eq!(depth(&b"[".repeat(100_000)), 100_000);
        assert_eq!(depth(br#""\"[[""#), 0);
    }
}
