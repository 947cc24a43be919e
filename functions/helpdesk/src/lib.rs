//! Tripdesk's `helpdesk` function.
