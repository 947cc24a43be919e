//! The audit log: who did what to whose settings and accounts, and from where (`product.md` section 8).
//!
//! Invariant: an entry names fields and never their values; it is written in the transaction of the action it tells of, and
//! nothing changes or removes it as long as its agency exists.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::tenant::Slug;

/// One action, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = AuditEntry)]
pub struct Entry {
    /// UUIDv7: the log by id is the log by time.
    pub id: String,
    /// When it was done.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Who did it.
    pub actor: Actor,
    /// What was done.
    pub action: Action,
    /// The agency it was done to; absent where there is none.
    #[serde(default)]
    pub tenant_id: Option<Slug>,
    /// The record it was done to: a user's id, a mailbox, a slug.
    #[serde(default)]
    pub subject: Option<String>,
    /// Fields that changed, by their paths.
    #[serde(default)]
    pub changed: Vec<String>,
    /// The request that did it, as in the logs.
    pub request_id: String,
    /// Where the request came from, as the gateway saw it.
    #[serde(default)]
    pub address: Option<String>,
}

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[schema(as = AuditActor)]
pub enum Actor {
    /// Somebody of the agency.
    User {
        /// Their id.
        user_id: String,
    },
    /// The platform operator, or a command of theirs.
    Operator,
    /// The platform itself, without anybody asking.
    Platform,
    /// Somebody who has not signed in.
    Nobody,
}

/// What was done. The words are part of the API: add to them, never change them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[expect(missing_docs, reason = "each variant says what its word says")]
#[schema(as = AuditAction)]
pub enum Action {
    // -- agencies
    #[serde(rename = "tenant.created")]
    TenantCreated,
    #[serde(rename = "tenant.changed")]
    TenantChanged,
    #[serde(rename = "tenant.suspended")]
    TenantSuspended,
    #[serde(rename = "tenant.activated")]
    TenantActivated,
    #[serde(rename = "tenant.deleted")]
    TenantDeleted,
    #[serde(rename = "tenant.purged")]
    TenantPurged,
    #[serde(rename = "tenant.exported")]
    TenantExported,
    #[serde(rename = "tenant.imported")]
    TenantImported,
    #[serde(rename = "tenant.logo")]
    TenantLogo,
    #[serde(rename = "mailbox.added")]
    MailboxAdded,
    #[serde(rename = "mailbox.removed")]
    MailboxRemoved,
    #[serde(rename = "mail.routed")]
    MailRouted,
    // -- accounts
    #[serde(rename = "session.signed_in")]
    SessionSignedIn,
    #[serde(rename = "session.refused")]
    SessionRefused,
    #[serde(rename = "session.signed_out")]
    SessionSignedOut,
    #[serde(rename = "session.revoked")]
    SessionRevoked,
    #[serde(rename = "session.reused")]
    SessionReused,
    #[serde(rename = "password.forgotten")]
    PasswordForgotten,
    #[serde(rename = "password.reset")]
    PasswordReset,
    #[serde(rename = "password.changed")]
    PasswordChanged,
    #[serde(rename = "totp.enabled")]
    TotpEnabled,
    #[serde(rename = "totp.disabled")]
    TotpDisabled,
    #[serde(rename = "totp.recovery_code_used")]
    TotpRecoveryCodeUsed,
    #[serde(rename = "invitation.created")]
    InvitationCreated,
    #[serde(rename = "invitation.resent")]
    InvitationResent,
    #[serde(rename = "invitation.revoked")]
    InvitationRevoked,
    #[serde(rename = "invitation.accepted")]
    InvitationAccepted,
    #[serde(rename = "user.changed")]
    UserChanged,
    #[serde(rename = "user.removed")]
    UserRemoved,
    // -- what an agency sells and says
    #[serde(rename = "rates.imported")]
    RatesImported,
    #[serde(rename = "rates.changed")]
    RatesChanged,
    #[serde(rename = "extras.changed")]
    ExtrasChanged,
    #[serde(rename = "fx.changed")]
    FxChanged,
    #[serde(rename = "quote.sent")]
    QuoteSent,
    #[serde(rename = "quote.withdrawn")]
    QuoteWithdrawn,
    #[serde(rename = "knowledge.changed")]
    KnowledgeChanged,
    #[serde(rename = "knowledge.removed")]
    KnowledgeRemoved,
    // -- the platform
    #[serde(rename = "global_knowledge.changed")]
    GlobalKnowledgeChanged,
    #[serde(rename = "global_knowledge.removed")]
    GlobalKnowledgeRemoved,
}

impl Action {
    /// The word, as in the API and in the table.
    #[must_use]
    pub fn word(self) -> String {
        serde_json::to_value(self).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
    }
}

/// The request that an action came with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Its id, as in the logs.
    pub request_id: String,
    /// Where it came from, as the gateway saw it.
    pub address: Option<String>,
}

impl Origin {
    /// A command that somebody runs by hand, or the platform's own start.
    #[must_use]
    pub fn command(id: String) -> Self {
        Self { request_id: id, address: None }
    }
}

impl Entry {
    /// An action at `at`; what it was done to and what changed is told by [`Entry::about`] and [`Entry::changing`].
    #[must_use]
    pub fn new(id: String, at: Timestamp, actor: Actor, action: Action, origin: &Origin) -> Self {
        Self {
            id,
            at,
            actor,
            action,
            tenant_id: None,
            subject: None,
            changed: Vec::new(),
            request_id: origin.request_id.clone(),
            address: origin.address.clone(),
        }
    }

    /// The record it was done to.
    #[must_use]
    pub fn about(self, subject: impl Into<String>) -> Self {
        Self { subject: Some(subject.into()), ..self }
    }

    /// The fields that changed, by their paths.
    #[must_use]
    pub fn changing(self, fields: Vec<String>) -> Self {
        Self { changed: fields, ..self }
    }
}

/// The paths of all values that differ between two records, as JSON; lists count as one value.
#[must_use]
pub fn differences(before: &serde_json::Value, after: &serde_json::Value) -> Vec<String> {
    let mut paths = Vec::new();
    compare("", before, after, &mut paths);
    paths
}

fn compare(path: &str, before: &serde_json::Value, after: &serde_json::Value, paths: &mut Vec<String>) {
    let (Some(old), Some(new)) = (before.as_object(), after.as_object()) else {
        if before != after {
            paths.push(path.to_owned());
        }
        return;
    };
    let added = new.keys().filter(|name| !old.contains_key(*name));
    for name in old.keys().chain(added) {
        let inner = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        let nothing = serde_json::Value::Null;
        compare(&inner, old.get(name).unwrap_or(&nothing), new.get(name).unwrap_or(&nothing), paths);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn changed_fields_are_named_without_their_values() {
        let before = json!({"name": "A", "branding": {"primary_color": "#000000", "logo": null}, "places": ["a"]});
        let after = json!({"name": "A", "branding": {"primary_color": "#ffffff", "logo": null}, "places": ["a", "b"], "more": 1});
        assert_eq!(differences(&before, &after), ["branding.primary_color", "places", "more"]);
        assert!(differences(&before, &before).is_empty());
    }

    #[test]
    fn an_action_is_a_dotted_word() {
        assert_eq!(Action::TenantSuspended.word(), "tenant.suspended");
        assert_eq!(serde_json::from_value::<Action>(json!("user.removed")).ok(), Some(Action::UserRemoved));
    }
}
