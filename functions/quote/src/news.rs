//! News for the agency about its quotes.

use jiff::Timestamp;
use tripdesk_core::{
    ids,
    notification::{Notification, NotificationKind},
};

/// One piece of news, new at `now`.
pub(crate) fn news(kind: NotificationKind, text: String, subject_id: &str, now: Timestamp) -> Notification {
    let id = ids::new_id(now);
    Notification { id, kind, text, subject_id: subject_id.to_owned(), read_by: Vec::new(), created_at: now }
}
