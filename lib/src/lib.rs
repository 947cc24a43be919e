//! Tripdesk's core library, in reading order: first the domain, pure and synchronous; then the edges, the only places
//! that touch AWS, time, randomness and the environment.

// -- core
pub mod enquiry;
pub mod error;
pub mod message;
pub mod money;
pub mod party;
pub mod tenant;
