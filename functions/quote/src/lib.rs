//! Tripdesk's `quote` function.

pub mod pdf;
