//! Seals: short texts that only we can have written. Links to quotes, reply addresses, job messages and list cursors
//! carry one, so that what comes back from outside is either ours, byte for byte, or nothing.
//!
//! Invariant: a seal made for one purpose never opens for another; the purpose is part of what is signed.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// What a seal is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Traveller's link to a quote.
    QuoteLink,
    /// Address that a traveller's reply comes back to.
    ReplyAddress,
    /// Message on the job queue.
    Job,
    /// Place in a list.
    Cursor,
    /// Address of an agency's logo.
    Logo,
    /// The agency's own look at a quote.
    QuotePreview,
    /// Answer kept for a request that comes again; only locked, never sealed.
    Answer,
    /// Token that renews a session.
    Refresh,
    /// Link to choose a new password.
    PasswordReset,
    /// Link that takes up an invitation.
    Invitation,
    /// Secret that an authenticator app holds.
    SecondFactor,
}

/// The key of all seals.
#[derive(Clone)]
pub struct SealKey([u8; 32]);

impl SealKey {
    /// Derives the key from the configured secret, of any length.
    #[must_use]
    pub fn new(secret: &str) -> Self {
        Self(Sha256::digest(secret.as_bytes()).into())
    }

    /// `payload` in base64url, a dot, and its HMAC-SHA-256 cut to 128 bits.
    #[must_use]
    pub fn seal(&self, purpose: Purpose, payload: &[u8]) -> String {
        let tag = &self.mac(purpose, payload).finalize().into_bytes()[..16];
        format!("{}.{}", URL_SAFE_NO_PAD.encode(payload), URL_SAFE_NO_PAD.encode(tag))
    }

    /// The payload, if the seal is ours and for this purpose. Compared in constant time.
    #[must_use]
    pub fn open(&self, purpose: Purpose, sealed: &str) -> Option<Vec<u8>> {
        let (payload, tag) = sealed.split_once('.')?;
        let payload = URL_SAFE_NO_PAD.decode(payload).ok()?;
        let tag = URL_SAFE_NO_PAD.decode(tag).ok().filter(|tag| tag.len() == 16)?;
        self.mac(purpose, &payload).verify_truncated_left(&tag).ok()?;
        Some(payload)
    }

    /// A tag of 64 bits, for a place that is too small for a whole one, such as an address.
    #[must_use]
    pub fn short_tag(&self, purpose: Purpose, payload: &[u8]) -> [u8; 8] {
        let tag = self.mac(purpose, payload).finalize().into_bytes();
        std::array::from_fn(|place| tag[place])
    }

    /// A secret of 160 bits that only we can make again, so that it need not be kept anywhere.
    #[must_use]
    pub fn derived(&self, purpose: Purpose, payload: &[u8]) -> [u8; 20] {
        let tag = self.mac(purpose, payload).finalize().into_bytes();
        std::array::from_fn(|place| tag[place])
    }

    /// `bytes` so that we alone can read them again (AES-256-GCM). `nonce` is random and used once.
    #[must_use]
    pub fn lock(&self, purpose: Purpose, nonce: [u8; 12], bytes: &[u8]) -> Vec<u8> {
        let mut locked = bytes.to_vec();
        let sealed = self.cipher(purpose).seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::empty(),
            &mut locked,
        );
        #[expect(clippy::expect_used, reason = "the cipher refuses only what is larger than 64 GB")]
        sealed.expect("bytes that fit into memory");
        [nonce.as_slice(), &locked].concat()
    }

    /// The bytes again, if we locked them for this purpose.
    #[must_use]
    pub fn unlock(&self, purpose: Purpose, locked: &[u8]) -> Option<Vec<u8>> {
        let (nonce, locked) = locked.split_first_chunk::<12>()?;
        let mut bytes = locked.to_vec();
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let length = self.cipher(purpose).open_in_place(nonce, Aad::empty(), &mut bytes).ok()?.len();
        bytes.truncate(length);
        Some(bytes)
    }

    fn cipher(&self, purpose: Purpose) -> LessSafeKey {
        let key = self.mac(purpose, b"lock").finalize().into_bytes();
        #[expect(clippy::expect_used, reason = "HMAC-SHA-256 gives the 32 bytes that the cipher takes")]
        LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &key).expect("a key of 32 bytes"))
    }

    fn mac(&self, purpose: Purpose, payload: &[u8]) -> Hmac<Sha256> {
        #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("a key of 32 bytes");
        mac.update(&[purpose as u8]);
        mac.update(payload);
        mac
    }
}

/// SHA-256 in lower-case hex: keys of dedupe records, stored forms of one-time tokens.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_what_it_sealed_and_nothing_else() {
        let key = SealKey::new("a secret");
        let sealed = key.seal(Purpose::Cursor, b"page 2");
        assert_eq!(key.open(Purpose::Cursor, &sealed).as_deref(), Some(&b"page 2"[..]));
        assert_eq!(key.open(Purpose::Job, &sealed), None);
        assert_eq!(SealKey::new("another").open(Purpose::Cursor, &sealed), None);
        let locked = key.lock(Purpose::Answer, [7; 12], b"an answer");
        assert_eq!(key.unlock(Purpose::Answer, &locked).as_deref(), Some(&b"an answer"[..]));
        assert_eq!(key.unlock(Purpose::Cursor, &locked), None);
        assert_eq!(key.unlock(Purpose::Answer, &locked[..20]), None);
        assert_eq!(key.unlock(Purpose::Answer, b""), None);
        for forged in ["", ".", "cGFnZSAy.", "cGFnZSAy.AAAA", &sealed.replace('c', "d"), &format!("{sealed}A")] {
            assert_eq!(key.open(Purpose::Cursor, forged), None, "{forged}");
        }
    }
}
