//! Reading what callers send, within limits: 5 MB, JSON of depth 64, known fields only (`contract.md`, Sizes).

use std::{collections::HashSet, fmt};

use axum::extract::{FromRequest, FromRequestParts, OptionalFromRequest, Path, Query, Request};
use bytes::Bytes;
use http::{StatusCode, header, request::Parts};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, MapAccess, SeqAccess, Visitor},
};

use super::{
    problem::{Wire, problem},
    unread::drain,
};
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
        let bytes = read_body(request, MAX_BODY).await?;
        parse(&bytes).map(Body).map_err(|error| Wire(error).into_response())
    }
}

/// A body that may be left out: nothing of that length, and no word of its type.
impl<S: Send + Sync, T: DeserializeOwned> OptionalFromRequest<S> for Body<T> {
    type Rejection = axum::response::Response;

    async fn from_request(request: Request, state: &S) -> Result<Option<Self>, Self::Rejection> {
        use axum::body::HttpBody;
        let left_out = request.body().is_end_stream() && !request.headers().contains_key(header::CONTENT_TYPE);
        if left_out {
            return Ok(None);
        }
        <Self as FromRequest<S>>::from_request(request, state).await.map(Some)
    }
}

/// The whole body, or 413 when it is larger than `most` bytes. What is too much is read and thrown away, so that a caller
/// who is still writing hears the answer instead of a broken connection.
///
/// # Errors
/// The finished answer.
pub async fn read_body(request: Request, most: usize) -> Result<Bytes, axum::response::Response> {
    let mut body = request.into_body();
    let failure = match Limited::new(&mut body, most).collect().await {
        Ok(whole) => return Ok(whole.to_bytes()),
        Err(failure) => failure,
    };
    if failure.downcast_ref::<LengthLimitError>().is_none() {
        return Err(problem(StatusCode::BAD_REQUEST, "the body broke off".to_owned(), Vec::new(), None));
    }
    drain(body).await;
    let detail = format!("a body may have at most {} MB here", most / (1024 * 1024));
    Err(problem(StatusCode::PAYLOAD_TOO_LARGE, detail, Vec::new(), None))
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

/// A part of a path that is no id of ours, such as an agency's. What is not even text is answered as what does not exist.
#[derive(Debug, Clone)]
pub struct PathText(pub String);

impl<S: Send + Sync> FromRequestParts<S> for PathText {
    type Rejection = Wire;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Wire> {
        match Path::<String>::from_request_parts(parts, state).await {
            Ok(Path(text)) => Ok(Self(text)),
            Err(_) => Err(Wire(Error::NotFound("record"))),
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
    serde_path_to_error::deserialize::<_, Unambiguous>(&mut reader).map_err(invalid)?;
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(invalid)?;
    reader.end().map_err(|_| Error::invalid("", "something follows the JSON value"))?;
    Ok(value)
}

fn invalid(failure: serde_path_to_error::Error<serde_json::Error>) -> Error {
    let (path, message) = (failure.path().to_string(), plain(&failure.inner().to_string()));
    Error::invalid(field(&path, &message), message)
}

/// Any JSON in which no object names a member twice: two readers of such a one could take it for two different things.
struct Unambiguous;

impl<'de> Deserialize<'de> for Unambiguous {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Unambiguous {
    type Value = Self;

    fn expecting(&self, words: &mut fmt::Formatter<'_>) -> fmt::Result {
        words.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self, A::Error> {
        let mut names = HashSet::new();
        while let Some(name) = members.next_key::<String>()? {
            members.next_value::<Self>()?;
            if let Some(name) = names.replace(name) {
                return Err(serde::de::Error::custom(format_args!("duplicate field `{name}`")));
            }
        }
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self, A::Error> {
        while items.next_element::<Self>()?.is_some() {}
        Ok(self)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(self)
    }
}

/// The field a failure is about. Of one that is missing or doubled the path names the parent, and the message the field.
fn field(path: &str, message: &str) -> String {
    let parent = if path == "." { "" } else { path };
    let named = ["missing field `", "duplicate field `"]
        .iter()
        .find_map(|start| message.strip_prefix(start)?.split('`').next());
    match (parent, named) {
        (parent, None) => parent.to_owned(),
        ("", Some(name)) => name.to_owned(),
        (parent, Some(name)) if parent.ends_with(name) => parent.to_owned(),
        (parent, Some(name)) => format!("{parent}.{name}"),
    }
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
        assert_eq!(fault(r#"{"rooms":[{"child_ages":[4]}]}"#), "rooms[0].adults");
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
