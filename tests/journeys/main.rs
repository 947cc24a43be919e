//! Journeys from outside: the whole platform in this process, spoken to over HTTP and SMTP alone.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod account_links;
mod account_users;
mod accounts;
mod alternatives;
mod bookings;
mod boundary;
mod commands;
mod description;
mod desk;
mod enquiries;
mod faults;
mod health;
mod helpdesk;
mod hostile_text;
mod isolation;
mod life;
mod knowledge;
mod limits;
mod lives;
mod logo;
mod logs;
mod long_lists;
mod mail_to_quote;
mod matrix;
mod model;
mod model_of_a_quote;
mod operator;
mod page;
mod rates;
mod redis;
mod returned;
mod support;
mod tenants;
mod two_agencies;
