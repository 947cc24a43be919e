//! A client: one person of an agency's, known by their mail address.
//!
//! Invariant: one address is one client of a tenant. The id follows from both, so that two mails of one person that come
//! in at once write the same record.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use crate::{enquiry::Fields, rates::folded, tenant::Slug, user::canonical_email};

/// A client as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Client {
    /// UUID.
    pub id: String,
    /// Their address, in lower case.
    pub email: String,
    /// Their name as last told; empty when nobody told.
    pub name: String,
    /// Telephone number in E.164.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// When they first asked.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When they last asked.
    #[schema(value_type = String, format = DateTime)]
    pub last_enquiry_at: Timestamp,
}

/// The client that an address stands for; `None` when the text is no address.
#[must_use]
pub fn client_id(tenant: &Slug, address: &str) -> Option<String> {
    let email = canonical_email(address)?;
    let digest = Sha256::digest(format!("{tenant}\n{email}").as_bytes());
    let bytes: [u8; 16] = std::array::from_fn(|place| digest[place]);
    Some(uuid::Builder::from_custom_bytes(bytes).into_uuid().to_string())
}

impl Client {
    /// The client who asks, after an enquiry with these fields; `None` when no address is known.
    #[must_use]
    pub fn asking(tenant: &Slug, fields: &Fields, before: Option<&Self>, now: Timestamp) -> Option<Self> {
        let contact = &fields.contact;
        let email = canonical_email(&contact.email.as_ref()?.value)?;
        let told = |name: &String| !name.trim().is_empty();
        let name = contact.name.as_ref().map(|name| name.value.clone()).filter(told);
        let phone = contact.phone.as_ref().map(|phone| phone.value.clone());
        Some(Self {
            id: client_id(tenant, &email)?,
            email,
            name: name.or_else(|| before.map(|known| known.name.clone())).unwrap_or_default(),
            phone: phone.or_else(|| before.and_then(|known| known.phone.clone())),
            created_at: before.map_or(now, |known| known.created_at),
            last_enquiry_at: now,
        })
    }

    /// Where the client stands in a list by name: those without one by their address.
    #[must_use]
    pub fn place(&self) -> String {
        let shown = if self.name.is_empty() { &self.email } else { &self.name };
        let named: String = folded(shown).chars().take(120).collect();
        format!("{named}#{}", self.id)
    }

    /// Whether every word stands in the name, the address or the number.
    #[must_use]
    pub fn answers_to(&self, words: &[String]) -> bool {
        let shown = folded(&format!("{} {} {}", self.name, self.email, self.phone.as_deref().unwrap_or_default()));
        words.iter().all(|word| shown.contains(word.as_str()))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use crate::enquiry::FieldEdits;

    fn fields(json: &str) -> Fields {
        serde_json::from_str::<FieldEdits>(json).unwrap().applied(&Fields::default()).0
    }

    #[test]
    fn an_address_is_one_client_of_one_tenant() {
        let (blue, red) = (Slug::parse("blue").unwrap(), Slug::parse("red").unwrap());
        let id = client_id(&blue, "Anna@Post.example").unwrap();
        assert_eq!(client_id(&blue, " anna@post.example"), Some(id.clone()));
        assert_ne!(client_id(&red, "anna@post.example"), Some(id.clone()));
        assert!(crate::ids::is_id(&id));
        assert_eq!(client_id(&blue, "anna"), None);
    }

    #[test]
    fn what_a_later_enquiry_does_not_say_is_kept() {
        let blue = Slug::parse("blue").unwrap();
        let first = fields(r#"{"contact":{"name":"Zoë Berg","email":"zoe@post.example","phone":"+27215550100"}}"#);
        let known = Client::asking(&blue, &first, None, Timestamp::UNIX_EPOCH).unwrap();
        let second = fields(r#"{"contact":{"email":"ZOE@post.example"}}"#);
        let later = Timestamp::from_second(60).unwrap();
        let again = Client::asking(&blue, &second, Some(&known), later).unwrap();
        assert_eq!(again, Client { last_enquiry_at: later, ..known.clone() });
        assert!(known.place().starts_with("zoe berg#"));
        assert!(known.answers_to(&["zoe".to_owned(), "5550".to_owned()]) && !known.answers_to(&["bergen".to_owned()]));
        assert_eq!(Client::asking(&blue, &Fields::default(), None, later), None);
    }
}
