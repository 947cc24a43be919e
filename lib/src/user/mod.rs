//! A user: somebody of an agency who signs in. Roles are closed, and each is asked for by name at the route.

mod second_factor;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use second_factor::{FactorState, RECOVERY_CODES, SecondFactor, code, recovery_code, step};

use crate::tenant::Slug;

/// What a user may do; each role may do what those before it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Reads.
    Viewer,
    /// Works on enquiries and quotes.
    Consultant,
    /// Sets up the agency: users, branding, rates, knowledge.
    Admin,
}

/// A user as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// UUID.
    pub id: String,
    /// The agency.
    pub tenant_id: Slug,
    /// Address they sign in with, in lower case.
    pub email: String,
    /// Name shown.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Argon2id hash in PHC form.
    pub password_hash: String,
    /// Raised by one to end every session of the user, and every link that was mailed for a new password.
    #[serde(default)]
    pub epoch: u64,
    /// Second factor, once its setting up began.
    #[serde(default)]
    pub second_factor: Option<SecondFactor>,
    /// Raised by one on every change.
    pub version: u64,
    /// When they joined.
    pub created_at: jiff::Timestamp,
}

impl User {
    /// The second factor that is asked for at sign-in.
    #[must_use]
    pub fn asked_factor(&self) -> Option<&SecondFactor> {
        self.second_factor.as_ref().filter(|factor| factor.state == FactorState::On)
    }
}

/// A user as shown to others and to themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Profile {
    /// UUID.
    pub id: String,
    /// Address they sign in with.
    pub email: String,
    /// Name shown.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// The agency.
    pub tenant_id: Slug,
    /// Whether a code is asked for at sign-in.
    pub totp_enabled: bool,
}

impl From<User> for Profile {
    fn from(user: User) -> Self {
        let totp_enabled = user.asked_factor().is_some();
        Self {
            id: user.id,
            email: user.email,
            name: user.name,
            role: user.role,
            tenant_id: user.tenant_id,
            totp_enabled,
        }
    }
}

/// An address as it is compared and stored: trimmed, in lower case; `None` when it cannot be an address.
#[must_use]
pub fn canonical_email(text: &str) -> Option<String> {
    let text = text.trim();
    let (local, domain) = text.rsplit_once('@')?;
    let plain = |part: &str| {
        !part.is_empty() && !part.chars().any(|c| c.is_whitespace() || c.is_control() || "<>,;:\"()[]\\@".contains(c))
    };
    let fits = text.len() <= 254 && plain(local) && plain(domain) && domain.contains('.');
    fits.then(|| text.to_lowercase())
}

/// A person's name on one line, without what cannot be seen; `None` when nothing is left or it is too long.
#[must_use]
pub fn person_name(text: &str) -> Option<String> {
    let name = crate::letter::plain_line(text, 121);
    (1..=120).contains(&name.chars().count()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line() {
        assert_eq!(person_name("  Thandi\r\n Mokoena\u{202e} "), Some("Thandi Mokoena".to_owned()));
        assert_eq!(person_name("\u{200b} \n"), None);
        assert_eq!(person_name(&"x".repeat(121)), None);
    }

    #[test]
    fn an_address_is_compared_in_lower_case_or_refused() {
        assert_eq!(canonical_email(" Thandi@Sunbird.Example "), Some("thandi@sunbird.example".to_owned()));
        for bad in [
            "",
            "thandi",
            "@x.example",
            "a@b",
            "a b@c.example",
            "a@b.example\nBcc: c@d.example",
            "a,b@c.example",
            "a@b@c.example",
        ] {
            assert_eq!(canonical_email(bad), None, "{bad:?}");
        }
    }
}
