//! Journeys from outside: the whole platform in this process, spoken to over HTTP and SMTP alone.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod boundary;
mod commands;
mod description;
mod helpdesk;
mod isolation;
mod mail_to_quote;
mod operator;
mod rates;
mod support;
mod tenants;
