//! The traveller's link: a quote's revision under a seal. Whoever holds one reaches that revision and nothing else, for as
//! long as the revision itself is not revoked.
//!
//! Invariant: a link proves its tenant because only we can have sealed it (`product.md` section 2).

use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    seal::{Purpose, SealKey},
    tenant::{Slug, TenantId},
};

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The agency.
    pub tenant: TenantId,
    /// The quote.
    pub quote_id: String,
    /// Which revision of it.
    pub revision: u32,
    /// Who looks.
    pub reader: Reader,
}

/// Whom a link was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The traveller.
    Traveller,
    /// The agency, which looks before it sends; until then.
    Agency {
        /// When the preview ends.
        until: Timestamp,
    },
}

/// The traveller's token for a revision; the same every time.
#[must_use]
pub fn token(seal: &SealKey, tenant: &TenantId, quote_id: &str, revision: u32) -> Option<String> {
    Some(seal.seal(Purpose::QuoteLink, &[&place(quote_id, revision)?, tenant.as_str().as_bytes()].concat()))
}

/// The agency's own token for a look at a revision, whatever its state, until a moment not far off.
#[must_use]
pub fn preview(seal: &SealKey, tenant: &TenantId, quote_id: &str, revision: u32, until: Timestamp) -> Option<String> {
    let parts = [&place(quote_id, revision)?[..], &until.as_second().to_be_bytes(), tenant.as_str().as_bytes()];
    Some(seal.seal(Purpose::QuotePreview, &parts.concat()))
}

/// Where a token leads; `None` when it is not ours, or its time is over.
#[must_use]
pub fn open(seal: &SealKey, token: &str, now: Timestamp) -> Option<Opened> {
    if let Some(payload) = seal.open(Purpose::QuoteLink, token) {
        return opened(&payload, 20, Reader::Traveller);
    }
    let payload = seal.open(Purpose::QuotePreview, token)?;
    let until = Timestamp::from_second(i64::from_be_bytes(payload.get(20..28)?.try_into().ok()?)).ok()?;
    opened(&payload, 28, Reader::Agency { until }).filter(|_| now < until)
}

fn opened(payload: &[u8], tenant_at: usize, reader: Reader) -> Option<Opened> {
    let quote_id = Uuid::from_slice(payload.get(..16)?).ok()?.to_string();
    let revision = u32::from_be_bytes(payload.get(16..20)?.try_into().ok()?);
    let slug = Slug::parse(std::str::from_utf8(payload.get(tenant_at..)?).ok()?).ok()?;
    Some(Opened { tenant: TenantId::proven(slug), quote_id, revision, reader })
}

/// The quote's 16 bytes and the revision's 4.
fn place(quote_id: &str, revision: u32) -> Option<[u8; 20]> {
    let mut place = [0; 20];
    place[..16].copy_from_slice(Uuid::parse_str(quote_id).ok()?.as_bytes());
    place[16..].copy_from_slice(&revision.to_be_bytes());
    Some(place)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    const QUOTE: &str = "01930b5e-7c5a-7f00-8000-0123456789ab";

    #[test]
    fn a_link_leads_to_its_revision_and_a_changed_one_nowhere() {
        let (seal, now) = (SealKey::new("k"), Timestamp::UNIX_EPOCH);
        let tenant = TenantId::proven(Slug::parse("blue-horizon").unwrap());
        let token = token(&seal, &tenant, QUOTE, 3).unwrap();
        let found = open(&seal, &token, now).unwrap();
        assert_eq!((found.tenant, found.quote_id.as_str(), found.revision), (tenant, QUOTE, 3));
        assert!(token.len() < 100 && token.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b)));
        for at in 0..token.len() {
            let mut bytes = token.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(bytes).unwrap();
            assert_eq!(open(&seal, &changed, now).filter(|_| changed != token), None, "place {at}");
        }
        assert_eq!(open(&SealKey::new("other"), &token, now), None);
    }

    #[test]
    fn a_preview_ends() {
        let (seal, tenant) = (SealKey::new("k"), TenantId::proven(Slug::parse("blue").unwrap()));
        let until = Timestamp::from_second(1_000).unwrap();
        let token = preview(&seal, &tenant, QUOTE, 1, until).unwrap();
        let at = |second| open(&seal, &token, Timestamp::from_second(second).unwrap());
        assert_eq!(at(999).unwrap().reader, Reader::Agency { until });
        assert_eq!(at(1_000), None);
    }
}
