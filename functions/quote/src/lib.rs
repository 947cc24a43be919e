//! Tripdesk's `quote` function.
