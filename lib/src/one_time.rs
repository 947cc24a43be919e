//! Links in mails that open one thing once: a new password, an invitation.
//!
//! Invariant: a link's token names its tenant under a seal, so that it leads to one record of one tenant or to nothing;
//! the record holds the token's digest alone.

use crate::{
    seal::{Purpose, SealKey, digest},
    tenant::{Slug, TenantId},
};

/// A token as it travels in a link. It is shown to nobody but its addressee.
#[derive(Clone, PartialEq, Eq)]
pub struct OneTimeToken(String);

impl OneTimeToken {
    /// A token for one record (`subject`) of a tenant, made unguessable by a fresh secret.
    #[must_use]
    pub fn new(seal: &SealKey, purpose: Purpose, tenant: &TenantId, subject: &str, secret: &str) -> Self {
        Self(seal.seal(purpose, format!("{tenant}\n{subject}\n{secret}").as_bytes()))
    }

    /// What the record keeps of it.
    #[must_use]
    pub fn digest(&self) -> String {
        digest(self.0.as_bytes())
    }

    /// A page of the console with the token, as it stands in a mail.
    #[must_use]
    pub fn link(&self, public_url: &str, page: &str) -> String {
        format!("{public_url}/{page}?token={}", self.0)
    }
}

/// The tenant and the record that a token of ours leads to; `None` for any other text.
#[must_use]
pub fn opened(seal: &SealKey, purpose: Purpose, token: &str) -> Option<(TenantId, String)> {
    let payload = String::from_utf8(seal.open(purpose, token)?).ok()?;
    let (tenant, rest) = payload.split_once('\n')?;
    let (subject, _) = rest.split_once('\n')?;
    Some((TenantId::proven(Slug::parse(tenant).ok()?), subject.to_owned()))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn a_token_leads_to_its_record_for_its_purpose_alone() {
        let (seal, tenant) = (SealKey::new("k"), TenantId::proven(Slug::parse("blue-horizon").unwrap()));
        let token = OneTimeToken::new(&seal, Purpose::Invitation, &tenant, "i-1", "secret");
        assert_eq!(opened(&seal, Purpose::Invitation, &token.0), Some((tenant.clone(), "i-1".to_owned())));
        assert_eq!(opened(&seal, Purpose::PasswordReset, &token.0), None);
        assert_eq!(opened(&seal, Purpose::Invitation, &format!("{}x", token.0)), None);
        let again = OneTimeToken::new(&seal, Purpose::Invitation, &tenant, "i-1", "another");
        assert_ne!(again.digest(), token.digest());
        assert!(token.link("https://t.example", "invitation").starts_with("https://t.example/invitation?token="));
    }
}
