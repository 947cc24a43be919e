//! A tenant is an agency: its id, its state, and the configuration that everything else reads (`product.md` section 1).
//!
//! Invariant: a [`TenantId`] exists only because a verified session, an envelope recipient, a signed job or the operator
//! led to it. Its field is private and its constructor stays inside this crate.

mod config;
mod faults;
pub mod import;
mod patch;
mod usage;

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use config::{
    AgentSettings, Agents, AutoSend, Branding, Config, Consultant, Destination, EmailSettings, Knowledge, Language,
    Plan, Quoting, Tone,
};
pub use patch::patched;
pub use usage::{Usage, Used};

/// A tenant's name in addresses and keys: `^[a-z][a-z0-9-]{2,39}$`. A slug by itself opens nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, pattern = "^[a-z][a-z0-9-]{2,39}$", example = "blue-horizon")]
pub struct Slug(String);

impl Slug {
    /// Reads a slug, byte for byte: nothing is trimmed, folded or normalised.
    ///
    /// # Errors
    /// [`NotASlug`] when the text breaks the pattern.
    pub fn parse(text: &str) -> Result<Self, NotASlug> {
        let bytes = text.as_bytes();
        let starts_with_letter = bytes.first().is_some_and(u8::is_ascii_lowercase);
        let only_allowed = bytes.iter().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'-');
        if starts_with_letter && only_allowed && (3..=40).contains(&bytes.len()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotASlug)
        }
    }

    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Slug {
    type Error = NotASlug;

    fn try_from(text: String) -> Result<Self, NotASlug> {
        Self::parse(&text)
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text that is not a tenant slug.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a tenant id is 3 to 40 of a-z, 0-9 and -, and starts with a letter")]
pub struct NotASlug;

/// Proof that the caller may reach this tenant's data. Only this crate's edges make one: `session` from a verified
/// token, `one_time` from a sealed link, `store` from an envelope recipient or a sign-in address, `queue` from a signed
/// job, and `store::tenants` for the operator.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TenantId(Slug);

impl TenantId {
    pub(crate) fn proven(slug: Slug) -> Self {
        Self(slug)
    }

    /// The id as text, for keys, logs and answers.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The slug, for records that name their tenant.
    #[must_use]
    pub fn slug(&self) -> &Slug {
        &self.0
    }
}

impl fmt::Display for TenantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Whether an agency may work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Works.
    Active,
    /// Stopped by the operator: every token, mail, job and public link of it is refused from the next request on.
    Suspended,
    /// Gone for users; its data waits for the purge. The id is never used again.
    Deleted,
}

/// An agency as it is stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Tenant {
    /// The slug, unique for ever.
    pub id: Slug,
    /// Name people know the agency by.
    pub name: String,
    /// Whether it may work.
    pub status: Status,
    /// Raised by one on every change; a stale one is refused with 409.
    pub version: u64,
    /// What the agency has set up.
    pub config: Config,
    /// When it was provisioned.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: jiff::Timestamp,
    /// When it last changed.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: jiff::Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_taken_byte_for_byte() {
        for good in ["abc", "blue-horizon", "a12", &format!("a{}", "b".repeat(39))] {
            assert!(Slug::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "ab", "Abc", "1ab", "-ab", "a b", "abc ", "ab\u{e9}", "ａbc", "abc\0", "a_b", &"a".repeat(41)]
        {
            assert_eq!(Slug::parse(bad), Err(NotASlug), "{bad:?}");
        }
    }
}
