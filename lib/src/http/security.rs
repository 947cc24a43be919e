//! The seven headers of every answer (`product.md` section 9). What a page may load is its own affair; the rest is the same
//! everywhere.

use http::{HeaderMap, HeaderName, HeaderValue};

/// The content policy of answers that are no pages: it forbids everything.
pub const API_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";

/// The six headers that never differ.
const ALIKE: [(&str, &str); 6] = [
    ("strict-transport-security", "max-age=63072000; includeSubDomains"),
    ("x-frame-options", "DENY"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ("cross-origin-opener-policy", "same-origin"),
];

/// Puts all seven on an answer, with the content policy given; one that is there already stays.
pub fn secure(headers: &mut HeaderMap, policy: &'static str) {
    for (name, value) in ALIKE.into_iter().chain([("content-security-policy", policy)]) {
        headers.entry(HeaderName::from_static(name)).or_insert(HeaderValue::from_static(value));
    }
}
