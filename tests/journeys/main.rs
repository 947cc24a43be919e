//! Journeys from outside: the whole platform in this process, spoken to over HTTP and SMTP alone.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod account_links;
mod account_users;
mod accounts;
mod boundary;
mod commands;
mod description;
mod helpdesk;
mod isolation;
mod limits;
mod mail_to_quote;
mod matrix;
mod operator;
mod rates;
mod redis;
mod support;
mod tenants;
mod two_agencies;
