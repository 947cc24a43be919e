//! Tripdesk's core library, in reading order: first the domain, pure and synchronous; then the edges, the only places
//! that touch AWS, time, randomness and the environment.

// -- core
pub mod error;
pub mod money;
pub mod tenant;
pub mod user;
pub mod party;
pub mod message;
pub mod enquiry;
pub mod rates;
pub mod pricing;
pub mod quote;
pub mod letter;
pub mod job;
pub mod send;
pub mod knowledge;
pub mod answer;
pub mod notification;
pub mod seal;
pub mod reply_address;
pub mod extraction;
pub mod intake;

// -- edges
pub mod config;
pub mod clock;
pub mod ids;
pub mod aws;
pub mod secrets;
pub mod store;
pub mod files;
pub mod queue;
pub mod mailer;
pub mod rate_books;
pub mod model;
pub mod embed;
pub mod indexes;
pub mod password;
pub mod session;
pub mod http;
pub mod metrics;
pub mod telemetry;
pub mod runtime;
