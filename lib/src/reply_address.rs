//! The addresses that our mails come from and that answers go to. The reply address names the enquiry under a seal,
//! so that an answer finds its thread even when a mail program drops every threading header.

use data_encoding::{Encoding, Specification};

use crate::{
    seal::{Purpose, SealKey},
    tenant::Tenant,
};

/// Longest local part of an address (RFC 5321, section 4.5.3.1.1).
const MAX_LOCAL_PART: usize = 64;

/// Name and address an agency's mails come from.
#[must_use]
pub fn sender(agency: &Tenant, mail_from_domain: &str) -> (String, String) {
    let config = &agency.config;
    let names = [&config.email.from_name, &config.branding.company_name, &agency.name];
    let name = names.into_iter().find(|name| !name.is_empty()).cloned().unwrap_or_default();
    let address = match config.email.from_address.as_str() {
        "" => format!("{}@{mail_from_domain}", agency.id),
        own => own.to_owned(),
    };
    (name, address)
}

/// Where an answer about an enquiry goes: the agency's own choice, or its mailbox with the sealed enquiry after a `+`.
/// An agency whose id leaves no room for the seal gets its plain mailbox; threading headers then have to do.
#[must_use]
pub fn reply_to(agency: &Tenant, enquiry_id: &str, seal: &SealKey, inbound_domain: &str) -> String {
    if !agency.config.email.reply_to.is_empty() {
        return agency.config.email.reply_to.clone();
    }
    let local = match uuid::Uuid::parse_str(enquiry_id) {
        Ok(id) => format!("{}+{}", agency.id, token(agency.id.as_str(), id, seal)),
        Err(_) => agency.id.to_string(),
    };
    let local = if local.len() <= MAX_LOCAL_PART { local } else { agency.id.to_string() };
    format!("{local}@{inbound_domain}")
}

/// The enquiry that a reply address names, if the seal is ours and for this tenant.
#[must_use]
pub fn enquiry_of(tenant: &str, token_part: &str, seal: &SealKey) -> Option<String> {
    let given = token_part.to_ascii_lowercase();
    let bytes = BASE32_NOPAD_LOWER.decode(given.as_bytes()).ok()?;
    let id = uuid::Uuid::from_slice(bytes.get(..16)?).ok()?;
    (token(tenant, id, seal) == given).then(|| id.to_string())
}

/// The enquiry's 16 bytes and 8 bytes of seal, in the 39 letters and digits that every mail system leaves as they are.
fn token(tenant: &str, id: uuid::Uuid, seal: &SealKey) -> String {
    let sealed = seal.short_tag(Purpose::ReplyAddress, &[tenant.as_bytes(), b"\n", id.as_bytes()].concat());
    BASE32_NOPAD_LOWER.encode(&[id.as_bytes().as_slice(), &sealed].concat())
}

/// Base 32 (RFC 4648) in lower case without padding.
static BASE32_NOPAD_LOWER: std::sync::LazyLock<Encoding> = std::sync::LazyLock::new(|| {
    let mut alphabet = Specification::new();
    alphabet.symbols.push_str("abcdefghijklmnopqrstuvwxyz234567");
    #[expect(clippy::expect_used, reason = "32 different letters are a valid alphabet")]
    alphabet.encoding().expect("a valid alphabet")
});

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use crate::tenant::{Config, Slug, Status};

    const ENQUIRY: &str = "01930b5e-7c5a-7f00-8000-0123456789ab";

    fn agency(id: &str) -> Tenant {
        Tenant {
            id: Slug::parse(id).unwrap(),
            name: "Blue".to_owned(),
            status: Status::Active,
            version: 1,
            config: Config::new("UTC", "EUR".parse().unwrap()),
            created_at: jiff::Timestamp::UNIX_EPOCH,
            updated_at: jiff::Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn an_answer_finds_its_enquiry_within_the_tenant() {
        let seal = SealKey::new("k");
        let address = reply_to(&agency("blue"), ENQUIRY, &seal, "in.example");
        let tag = address.split_once('+').unwrap().1.split_once('@').unwrap().0;
        assert_eq!(enquiry_of("blue", tag, &seal).as_deref(), Some(ENQUIRY));
        assert_eq!(enquiry_of("blue", &tag.to_uppercase(), &seal).as_deref(), Some(ENQUIRY));
        assert_eq!(enquiry_of("other", tag, &seal), None);
        assert_eq!(enquiry_of("blue", "é".repeat(30).as_str(), &seal), None);
    }

    #[test]
    fn a_long_id_leaves_no_room_for_the_seal() {
        let address = reply_to(&agency(&format!("a{}", "b".repeat(39))), ENQUIRY, &SealKey::new("k"), "in.example");
        assert_eq!(address, format!("a{}@in.example", "b".repeat(39)));
    }
}
