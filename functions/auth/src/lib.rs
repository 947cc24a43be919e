//! Tripdesk's `auth` function.
