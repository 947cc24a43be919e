//! Clients, by id and by name, and the enquiries of each.

use super::{Between, Changes, Key, Order, Page, PageRequest, Store, enquiries::enquiry_key};
use crate::{client::Client, enquiry::Enquiry, error::Result, tenant::TenantId};

/// Clients under the place of their name.
const BY_NAME: &str = "client-name";
/// That an enquiry is a client's.
const ENQUIRIES: &str = "client-enquiry";
/// Most enquiries of a client that are shown.
const MOST_SHOWN: u16 = 100;

/// That an enquiry is a client's.
#[derive(serde::Serialize, serde::Deserialize)]
struct Asked {
    enquiry_id: String,
}

impl Changes {
    /// A client as they are now, in place of what was known of them.
    ///
    /// # Errors
    /// As [`Changes::put`].
    pub fn put_client(self, tenant: &TenantId, before: Option<&Client>, client: &Client) -> Result<Self> {
        let place = client.place();
        let moved = before.map(Client::place).filter(|old| *old != place);
        let changes = match moved {
            Some(old) => self.delete(&Key::of(tenant, BY_NAME, old)),
            None => self,
        };
        changes.put(&key(tenant, &client.id), client)?.put(&Key::of(tenant, BY_NAME, place), client)
    }

    /// Notes that an enquiry is a client's.
    ///
    /// # Errors
    /// As [`Changes::put`].
    pub fn note_client(self, tenant: &TenantId, client_id: &str, enquiry_id: &str) -> Result<Self> {
        let asked = Asked { enquiry_id: enquiry_id.to_owned() };
        self.put(&Key::of(tenant, ENQUIRIES, format!("{client_id}#{enquiry_id}")), &asked)
    }

    /// Takes back that an enquiry is a client's.
    pub fn forget_client(self, tenant: &TenantId, client_id: &str, enquiry_id: &str) -> Self {
        self.delete(&Key::of(tenant, ENQUIRIES, format!("{client_id}#{enquiry_id}")))
    }
}

impl Store {
    /// A tenant's client.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn client_by_id(&self, tenant: &TenantId, client_id: &str) -> Result<Option<Client>> {
        self.get(&key(tenant, client_id)).await
    }

    /// A tenant's clients by name, those that answer to every word.
    ///
    /// # Errors
    /// As [`Store::client_by_id`].
    pub async fn clients(&self, tenant: &TenantId, words: &[String], page: &PageRequest) -> Result<Page<Client>> {
        let limit = usize::from(page.limit);
        let at_once = words.is_empty().then(|| i32::from(page.limit) + 1);
        let mut found: Vec<Client> = Vec::new();
        let mut after = page.after.clone();
        loop {
            let place = (at_once, after.as_deref());
            let all = Between::default();
            let (clients, next) = self.between::<Client>(tenant, BY_NAME, &all, Order::Ascending, place).await?;
            found.extend(clients.into_iter().filter(|client| client.answers_to(words)));
            after = next;
            if after.is_none() || found.len() > limit {
                break;
            }
        }
        let more = found.len() > limit;
        found.truncate(limit);
        let next = found.last().map(Client::place).filter(|_| more);
        Ok(Page { items: found, next })
    }

    /// A client's enquiries, newest first.
    ///
    /// # Errors
    /// As [`Store::client_by_id`].
    pub async fn enquiries_of_client(&self, tenant: &TenantId, client_id: &str) -> Result<Vec<Enquiry>> {
        let page = PageRequest { limit: MOST_SHOWN, after: None };
        let prefix = format!("{client_id}#");
        let asked = self.list_under::<Asked>(tenant, ENQUIRIES, &prefix, Order::Descending, &page).await?;
        let keys: Vec<Key> = asked.items.iter().map(|asked| enquiry_key(tenant, &asked.enquiry_id)).collect();
        self.get_all(&keys).await
    }
}

fn key(tenant: &TenantId, client_id: &str) -> Key {
    Key::of(tenant, "client", client_id)
}
