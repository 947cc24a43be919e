//! Tripdesk's `inbound-mail` function.
