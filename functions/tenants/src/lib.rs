//! Tripdesk's `tenants` function.
