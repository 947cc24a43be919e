//! What can go wrong, without a word of HTTP. Only `http` turns these into status codes and problem+json.
//!
//! Invariant: the `Display` text of every variant may be shown to a caller; the cause of an [`Error::Unavailable`] or
//! [`Error::Internal`] may not, and is logged once at the boundary.

use std::time::Duration;

/// One bad field of an input, named as the caller wrote it (`rooms[1].adults`).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
pub struct FieldError {
    /// Path of the field in the caller's own words; empty for the body as a whole.
    pub field: String,
    /// A lowercase fact: what is wrong with it.
    pub message: String,
}

impl FieldError {
    /// Names a field and what is wrong with it.
    pub fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into() }
    }
}

/// The failures of every operation.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The input breaks a rule; each bad field is named. 400.
    #[error("{}", summary(.0))]
    Invalid(Vec<FieldError>),
    /// No session, or one that no longer holds. 401.
    #[error("sign in first")]
    Unauthenticated,
    /// The right password of somebody who has set up a second factor, without its code. 401.
    #[error("a code of your authenticator app is needed")]
    CodeNeeded,
    /// A session without the right to do this. 403.
    #[error("{0}")]
    Forbidden(&'static str),
    /// Does not exist, or belongs to another tenant: the same answer. 404.
    #[error("no such {0}")]
    NotFound(&'static str),
    /// The state of things does not allow it now (stale version, illegal transition, taken name). 409.
    #[error("{0}")]
    Conflict(String),
    /// An idempotency key came again with another body. 422.
    #[error("{0}")]
    Unprocessable(String),
    /// Too many calls; try again after the duration. 429.
    #[error("too many requests")]
    TooMany(Duration),
    /// Something we depend on does not answer now; trying again may help. 503.
    #[error("temporarily unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A feature that this deployment has switched off by leaving a setting out. 503.
    #[error("{0}")]
    Disabled(&'static str),
    /// A fault of ours. 500.
    #[error("internal error")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// The result of every operation.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// One bad field.
    pub fn invalid(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self::Invalid(vec![FieldError::new(field, message)])
    }

    /// A state that does not allow the wish.
    pub fn conflict(detail: impl Into<String>) -> Self {
        Self::Conflict(detail.into())
    }

    /// Wraps a cause that trying again may cure.
    pub fn unavailable(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Unavailable(cause.into())
    }

    /// Wraps a cause that is our own fault.
    pub fn internal(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(cause.into())
    }

    /// Whether the same call may succeed later: a queue retries these and records the others.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Unavailable(_) | Self::TooMany(_))
    }
}

fn summary(errors: &[FieldError]) -> String {
    match errors {
        [] => "invalid input".to_owned(),
        [only] if only.field.is_empty() => only.message.clone(),
        [only] => format!("{}: {}", only.field, only.message),
        [first, rest @ ..] => format!("{}: {} (and {} more)", first.field, first.message, rest.len()),
    }
}
