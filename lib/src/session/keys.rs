//! Ed25519 keys of access tokens, as a JWK set (RFC 7517, RFC 8037). The first signs; all of them verify, so that a
//! rotated key goes on being believed for as long as it stays in the set, or until its own `exp` where it names one.

use std::collections::HashMap;

use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::Timestamp;
use jsonwebtoken::{DecodingKey, EncodingKey};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Why the configured keys cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Not a JWK set of Ed25519 private keys.
    #[error("JWT_KEYS is not a JWK set of Ed25519 private keys (RFC 8037)")]
    Malformed,
    /// An empty set.
    #[error("JWT_KEYS holds no key")]
    Empty,
}

/// The keys of access tokens.
pub struct Keys {
    signing_id: String,
    signing: EncodingKey,
    verifying: HashMap<String, Verifying>,
    published: Vec<PublicKey>,
}

/// A key that verifies, for as long as it may.
struct Verifying {
    key: DecodingKey,
    /// Seconds since 1970.
    until: Option<i64>,
}

/// The public half, as served at `/.well-known/jwks.json`.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PublicKeys {
    /// One entry a key.
    pub keys: Vec<PublicKey>,
}

/// One public key.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PublicKey {
    /// Always `OKP`.
    pub kty: &'static str,
    /// Always `Ed25519`.
    pub crv: &'static str,
    /// Always `sig`.
    #[serde(rename = "use")]
    pub usage: &'static str,
    /// Always `EdDSA`.
    pub alg: &'static str,
    /// Which key.
    pub kid: String,
    /// The public key, base64url.
    pub x: String,
}

#[derive(Serialize, Deserialize)]
struct PrivateSet {
    keys: Vec<PrivateKey>,
}

#[derive(Serialize, Deserialize)]
struct PrivateKey {
    kty: String,
    crv: String,
    kid: String,
    d: String,
    /// When a retired key stops to verify, in seconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    exp: Option<i64>,
}

/// A private key taken apart.
struct Pair {
    kid: String,
    seed: [u8; 32],
    public: Vec<u8>,
    until: Option<i64>,
}

impl Keys {
    /// Reads a JWK set of private keys.
    ///
    /// # Errors
    /// [`KeyError`] says what is wrong without repeating any of it.
    pub fn parse(json: &str) -> Result<Self, KeyError> {
        let set: PrivateSet = serde_json::from_str(json).map_err(|_| KeyError::Malformed)?;
        let pairs = set.keys.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        let (signing_id, signing) = match pairs.first() {
            Some(pair) => (pair.kid.clone(), EncodingKey::from_ed_der(&pkcs8(&pair.seed))),
            None => return Err(KeyError::Empty),
        };
        let verifying = |pair: &Pair| Verifying { key: DecodingKey::from_ed_der(&pair.public), until: pair.until };
        let published = |pair: &Pair| PublicKey {
            kty: "OKP",
            crv: "Ed25519",
            usage: "sig",
            alg: "EdDSA",
            kid: pair.kid.clone(),
            x: URL_SAFE_NO_PAD.encode(&pair.public),
        };
        Ok(Self {
            signing_id,
            signing,
            verifying: pairs.iter().map(|pair| (pair.kid.clone(), verifying(pair))).collect(),
            published: pairs.iter().map(published).collect(),
        })
    }

    /// A fresh set of one key, as text for a secret store.
    #[must_use]
    pub fn generate(kid: &str) -> String {
        let key = PrivateKey {
            kty: "OKP".to_owned(),
            crv: "Ed25519".to_owned(),
            kid: kid.to_owned(),
            d: URL_SAFE_NO_PAD.encode(crate::ids::random::<32>()),
            exp: None,
        };
        serde_json::to_string(&PrivateSet { keys: vec![key] }).unwrap_or_default()
    }

    /// What anybody may know of the keys that verify at `now`.
    #[must_use]
    pub fn published(&self, now: Timestamp) -> PublicKeys {
        let keys = self.published.iter().filter(|key| self.verifying(&key.kid, now).is_some());
        PublicKeys { keys: keys.cloned().collect() }
    }

    pub(super) fn signing_id(&self) -> &str {
        &self.signing_id
    }

    pub(super) fn signing(&self) -> &EncodingKey {
        &self.signing
    }

    pub(super) fn verifying(&self, kid: &str, now: Timestamp) -> Option<&DecodingKey> {
        let found = self.verifying.get(kid)?;
        found.until.is_none_or(|until| now.as_second() < until).then_some(&found.key)
    }
}

fn read(key: &PrivateKey) -> Result<Pair, KeyError> {
    let seed = URL_SAFE_NO_PAD.decode(&key.d).ok().and_then(|seed| <[u8; 32]>::try_from(seed).ok());
    let seed = seed.filter(|_| key.kty == "OKP" && key.crv == "Ed25519").ok_or(KeyError::Malformed)?;
    let pair = Ed25519KeyPair::from_seed_unchecked(&seed).map_err(|_| KeyError::Malformed)?;
    Ok(Pair { kid: key.kid.clone(), seed, public: pair.public_key().as_ref().to_vec(), until: key.exp })
}

/// A private key in PKCS #8 (RFC 8410, section 7): a fixed frame around the 32 bytes.
fn pkcs8(seed: &[u8; 32]) -> Vec<u8> {
    const FRAME: [u8; 16] =
        [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];
    [&FRAME[..], &seed[..]].concat()
}
