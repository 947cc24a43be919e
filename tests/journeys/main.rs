//! Journeys from outside: the whole platform in this process, spoken to over HTTP and SMTP alone.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod boundary;
mod description;
mod helpdesk;
mod knowledge;
mod mail_to_quote;
mod rates;
mod support;
