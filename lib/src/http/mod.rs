//! The HTTP boundary: the only room that knows status codes. It turns [`Error`](crate::error::Error) into RFC 9457
//! problem documents, reads bodies within limits, and puts the same headers on every answer.
//!
//! Invariant: nothing that leaves through here holds the cause of a failure, only its generic text and the request id.

mod access;
mod body;
mod document;
mod health;
mod idempotency;
mod meter;
mod origin;
mod page;
mod problem;
mod security;
mod shell;
mod unread;

pub use access::X_ACCESS;
pub use body::{Body, Params, PathId, PathText, read_body};
pub use document::{complete, document};
pub use meter::Meter;
pub use origin::Origin;
pub use page::{Listing, Paging};
pub use problem::{Problem, Wire};
pub use security::{API_POLICY, secure};
pub use shell::{RequestId, shell};
