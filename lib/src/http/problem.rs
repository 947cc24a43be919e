//! Problem documents (RFC 9457).

use std::time::Duration;

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use serde::Serialize;
use utoipa::ToSchema;

use super::meter::whole_seconds;
use crate::error::{Error, FieldError};

/// The body of every answer that is not a success.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Problem {
    /// A URI that names the kind of problem; `about:blank` where the status says it all.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The status in words.
    pub title: &'static str,
    /// The status.
    pub status: u16,
    /// What to know about this one; never anything from the inside.
    pub detail: String,
    /// The id of the request, as in `X-Request-Id` and in the logs.
    pub request_id: String,
    /// Each bad field.
    pub errors: Vec<FieldError>,
}

/// An [`Error`] on its way out of a handler.
#[derive(Debug)]
pub struct Wire(pub Error);

impl<E: Into<Error>> From<E> for Wire {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Wire {
    fn into_response(self) -> Response {
        let status = status(&self.0);
        if let Error::Unavailable(cause) | Error::Internal(cause) = &self.0 {
            tracing::error!(status = status.as_u16(), cause = %chain(&**cause), "request failed");
        }
        let errors = match &self.0 {
            Error::Invalid(errors) => errors.clone(),
            Error::CodeNeeded => vec![FieldError::new("totp", "missing")],
            _ => Vec::new(),
        };
        let retry_after = match &self.0 {
            Error::TooMany(wait) => Some(*wait),
            Error::Unavailable(_) => Some(Duration::from_secs(1)),
            _ => None,
        };
        problem(status, self.0.to_string(), errors, retry_after)
    }
}

/// An answer with a problem document. The request id is filled in by the shell, which knows it.
pub(super) fn problem(
    status: StatusCode,
    detail: String,
    errors: Vec<FieldError>,
    retry_after: Option<Duration>,
) -> Response {
    let title = status.canonical_reason().unwrap_or("Error");
    let problem =
        Problem { kind: "about:blank", title, status: status.as_u16(), detail, request_id: String::new(), errors };
    let mut response = status.into_response();
    if let Some(wait) = retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(whole_seconds(wait).max(1)));
    }
    response.extensions_mut().insert(Unsent(problem));
    response
}

/// A problem whose request id is still to be filled in.
#[derive(Clone)]
pub(super) struct Unsent(pub(super) Problem);

fn status(error: &Error) -> StatusCode {
    match error {
        Error::Invalid(_) => StatusCode::BAD_REQUEST,
        Error::Unauthenticated | Error::CodeNeeded => StatusCode::UNAUTHORIZED,
        Error::Forbidden(_) => StatusCode::FORBIDDEN,
        Error::NotFound(_) => StatusCode::NOT_FOUND,
        Error::Conflict(_) => StatusCode::CONFLICT,
        Error::Unprocessable(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
        Error::Unavailable(_) | Error::Disabled(_) => StatusCode::SERVICE_UNAVAILABLE,
        Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// An error and its causes, for the log.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}
