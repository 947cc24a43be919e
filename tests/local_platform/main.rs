//! What AWS would do for the five functions, seen from outside: through the AWS SDK, SMTP and `/_local`, with small functions of
//! the test's own in their place.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod aws;
mod events;
mod killed;
mod mail;
mod model;
mod speed;
mod support;
