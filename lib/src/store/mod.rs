//! The table: every record of every tenant, one file per noun. Keys are `T#<tenant>#<noun>` and an id, so that one
//! tenant's records can be fenced off by key prefix (`product.md` section 2).
//!
//! Invariant: a method that reaches a tenant's records takes its [`TenantId`](crate::tenant::TenantId) first. The few
//! that look something up before a tenant is known are named for it.

mod audit;
mod batch;
mod bookings;
mod changes;
mod clients;
mod due;
mod enquiries;
mod enquiry_rows;
mod idempotency;
mod jobs;
mod knowledge;
mod limits;
mod mailboxes;
mod notifications;
mod quotes;
mod rates;
mod received;
mod sends;
mod standing;
mod suppressed;
mod tenants;
mod usage;
mod users;
mod whole;

use std::{collections::HashMap, sync::Arc};

use aws_config::SdkConfig;
use aws_sdk_dynamodb::{
    Client,
    types::{AttributeValue, KeysAndAttributes, builders::KeysAndAttributesBuilder},
};
use serde::{Serialize, de::DeserializeOwned};

pub use audit::AuditFilter;
pub use batch::Between;
pub use changes::{Changes, Commit};
pub use due::{Due, DueKind};
pub(crate) use idempotency::{KeptAnswer, Turn};
pub use knowledge::{IndexPointer, Kept, Pack};
pub(crate) use limits::Swap;
pub use mailboxes::Mailbox;
pub use rates::{PriceChange, PriceList, SheetPointer, read_sheet};
pub use received::Unrouted;
pub use sends::move_send;
pub use standing::{AgencyStanding, SessionStanding, Standing, UserStanding};
pub use suppressed::{Suppressed, Suppression};
pub use usage::StorageMeasure;
pub use users::{Devices, KnownDevice, ResetRecord};
pub use whole::WholeRecord;

use crate::{
    aws::failed,
    credentials::Scopes,
    error::{Error, Result},
    tenant::TenantId,
};

/// The table and the client that reaches it.
#[derive(Debug, Clone)]
pub struct Store {
    own: Client,
    scopes: Option<Scopes>,
    table: Arc<str>,
}

/// An item's attributes.
type Item = HashMap<String, AttributeValue>;

/// Where one record lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    pk: String,
    sk: String,
}

impl Key {
    /// A record of a tenant.
    #[must_use]
    pub fn of(tenant: &TenantId, noun: &str, id: impl Into<String>) -> Self {
        Self { pk: partition(tenant, noun), sk: id.into() }
    }

    /// A record that is found before its tenant is known: a mailbox, a sign-in address, a received mail.
    fn global(noun: &str, id: &str) -> Self {
        Self { pk: format!("{noun}#{id}"), sk: noun.to_owned() }
    }

    /// A record in a list of the operator's.
    fn in_list(list: &str, id: &str) -> Self {
        Self { pk: list.to_owned(), sk: id.to_owned() }
    }

    fn attributes(&self) -> [(String, AttributeValue); 2] {
        [("pk".to_owned(), text(&self.pk)), ("sk".to_owned(), text(&self.sk))]
    }
}

/// The tenant whose records lie under a key, if they are a tenant's.
fn tenant_of(pk: &str) -> Option<&str> {
    pk.strip_prefix("T#")?.split('#').next()
}

/// The partition of one noun of one tenant.
fn partition(tenant: &TenantId, noun: &str) -> String {
    format!("T#{tenant}#{noun}")
}

/// A place in the index of work that is not finished, over all tenants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worklist {
    /// Jobs not yet done, oldest first.
    Jobs,
    /// Mails that may or may not have left, oldest first.
    Sends,
    /// Revisions whose time runs out, by that moment.
    Expiries,
    /// Revisions that the traveller is reminded of, by that moment.
    FollowUps,
    /// Tenants, by id.
    Tenants,
    /// Entries of the audit log, by id, which is by time.
    Audit,
}

impl Worklist {
    fn name(self) -> &'static str {
        match self {
            Self::Jobs => "JOBS",
            Self::Sends => "SENDS",
            Self::Expiries => "EXPIRIES",
            Self::FollowUps => "FOLLOW_UPS",
            Self::Tenants => "TENANTS",
            Self::Audit => "AUDIT",
        }
    }
}

/// Which end of a list comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Oldest, or first by name.
    Ascending,
    /// Newest, or last by name.
    Descending,
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    /// The records.
    pub items: Vec<T>,
    /// Sort key to go on after; `None` at the end.
    pub next: Option<String>,
}

/// What a page of a list is asked by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRequest {
    /// At most this many records.
    pub limit: u16,
    /// Go on after this sort key.
    pub after: Option<String>,
}

impl Store {
    /// The table named in the settings.
    #[must_use]
    pub fn new(config: &SdkConfig, table: &str) -> Self {
        Self { own: Client::new(config), scopes: None, table: table.into() }
    }

    /// The same, reaching each tenant's records with credentials that reach nobody else's.
    #[must_use]
    pub fn scoped(self, scopes: Option<Scopes>) -> Self {
        Self { scopes, ..self }
    }

    /// The client for records under these keys: one tenant's where they are all that tenant's, else the function's own.
    async fn client<'a>(&self, keys: impl IntoIterator<Item = &'a str>) -> Result<Client> {
        let Some(scopes) = &self.scopes else { return Ok(self.own.clone()) };
        let mut tenants = keys.into_iter().map(tenant_of);
        let Some(Some(tenant)) = tenants.next() else { return Ok(self.own.clone()) };
        if tenants.any(|other| other != Some(tenant)) {
            return Ok(self.own.clone());
        }
        Ok(scopes.of(tenant).await?.records)
    }

    /// Asks the table for a record that is never there.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the table does not answer.
    pub(crate) async fn is_up(&self) -> Result<()> {
        self.get::<serde_json::Value>(&Key::global("HEALTH", "deep")).await.map(drop)
    }

    /// One record, as it is now (a consistent read).
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the table does not answer, [`Error::Internal`] when the record cannot be read.
    pub async fn get<T: DeserializeOwned>(&self, key: &Key) -> Result<Option<T>> {
        let [pk, sk] = key.attributes();
        let client = self.client([key.pk.as_str()]).await?;
        let answer = client
            .get_item()
            .table_name(&*self.table)
            .key(pk.0, pk.1)
            .key(sk.0, sk.1)
            .consistent_read(true)
            .send()
            .await
            .map_err(failed)?;
        answer.item.map(record).transpose()
    }

    /// Two records at once, as they are now.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub async fn get_both<A: DeserializeOwned, B: DeserializeOwned>(
        &self,
        first: &Key,
        second: &Key,
    ) -> Result<(Option<A>, Option<B>)> {
        let [first, second] = self.batch([first, second], KeysAndAttributes::builder()).await?;
        Ok((first.map(record).transpose()?, second.map(record).transpose()?))
    }

    /// A few fields of some records, as they are now.
    async fn get_parts<const N: usize>(&self, keys: [&Key; N], fields: &[&str]) -> Result<[Option<Item>; N]> {
        let names = ["pk", "sk"].iter().chain(fields).map(|field| (format!("#{field}"), (*field).to_owned()));
        let names: HashMap<String, String> = names.collect();
        let wanted = names.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
        let parts =
            KeysAndAttributes::builder().projection_expression(wanted).set_expression_attribute_names(Some(names));
        self.batch(keys, parts).await
    }

    async fn batch<const N: usize>(
        &self,
        keys: [&Key; N],
        wanted: KeysAndAttributesBuilder,
    ) -> Result<[Option<Item>; N]> {
        let places = keys.map(|key| HashMap::from(key.attributes()));
        let wanted = wanted.set_keys(Some(places.into())).consistent_read(true).build().map_err(Error::internal)?;
        let client = self.client(keys.map(|key| key.pk.as_str())).await?;
        let answer = client.batch_get_item().request_items(&*self.table, wanted).send().await.map_err(failed)?;
        if answer.unprocessed_keys().is_some_and(|left| !left.is_empty()) {
            return Err(Error::unavailable("the table left a part of a read undone"));
        }
        let mut items = answer.responses.unwrap_or_default().remove(&*self.table).unwrap_or_default();
        Ok(keys.map(|key| {
            let [pk, sk] = key.attributes();
            let place = items.iter().position(|item| item.get("pk") == Some(&pk.1) && item.get("sk") == Some(&sk.1));
            place.map(|place| items.swap_remove(place))
        }))
    }

    /// Writes a record, whatever was there.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub async fn put<T: Serialize>(&self, key: &Key, record: &T) -> Result<()> {
        Changes::new().put(key, record)?.commit(self).await.map(|_| ())
    }

    /// Removes a record, if it is there.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub async fn delete(&self, key: &Key) -> Result<()> {
        Changes::new().delete(key).commit(self).await.map(|_| ())
    }

    /// Some records of one noun of a tenant, by id, as they are now: whoever wrote one sees it.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub async fn list<T: DeserializeOwned>(
        &self,
        tenant: &TenantId,
        noun: &str,
        order: Order,
        page: &PageRequest,
    ) -> Result<Page<T>> {
        self.list_under(tenant, noun, "", order, page).await
    }

    /// The same, of records whose id begins with `prefix`.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub async fn list_under<T: DeserializeOwned>(
        &self,
        tenant: &TenantId,
        noun: &str,
        prefix: &str,
        order: Order,
        page: &PageRequest,
    ) -> Result<Page<T>> {
        self.list_partition(partition(tenant, noun), prefix, order, page).await
    }

    /// Some records of a list of the operator's.
    async fn list_in<T: DeserializeOwned>(&self, list: &str, page: &PageRequest) -> Result<Page<T>> {
        self.list_partition(list.to_owned(), "", Order::Ascending, page).await
    }

    async fn list_partition<T: DeserializeOwned>(
        &self,
        pk: String,
        prefix: &str,
        order: Order,
        page: &PageRequest,
    ) -> Result<Page<T>> {
        let client = self.client([pk.as_str()]).await?;
        let mut query = client
            .query()
            .table_name(&*self.table)
            .expression_attribute_values(":pk", text(&pk))
            .consistent_read(true)
            .scan_index_forward(order == Order::Ascending)
            .limit(i32::from(page.limit));
        query = if prefix.is_empty() {
            query.key_condition_expression("pk = :pk")
        } else {
            query
                .key_condition_expression("pk = :pk AND begins_with(sk, :prefix)")
                .expression_attribute_values(":prefix", text(prefix))
        };
        if let Some(after) = &page.after {
            let [pk, sk] = Key { pk, sk: after.clone() }.attributes();
            query = query.exclusive_start_key(pk.0, pk.1).exclusive_start_key(sk.0, sk.1);
        }
        let answer = query.send().await.map_err(failed)?;
        let next = answer.last_evaluated_key.as_ref().and_then(|key| key.get("sk")?.as_s().ok().cloned());
        let items = answer.items.unwrap_or_default().into_iter().map(record).collect::<Result<_>>()?;
        Ok(Page { items, next })
    }

    /// Every record of one noun of a tenant. For nouns that are few by nature.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub async fn list_all<T: DeserializeOwned>(&self, tenant: &TenantId, noun: &str) -> Result<Vec<T>> {
        let mut all = Vec::new();
        let mut after = None;
        loop {
            let request = PageRequest { limit: 100, after };
            let page = self.list(tenant, noun, Order::Ascending, &request).await?;
            all.extend(page.items);
            after = page.next;
            if after.is_none() {
                return Ok(all);
            }
        }
    }

    /// Unfinished work over all tenants, oldest first: at most `limit` records whose place is not after `until`.
    ///
    /// The index may lag behind the table: what is read here is looked up again before anything is decided.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub async fn worklist<T: DeserializeOwned>(&self, list: Worklist, until: &str, limit: u16) -> Result<Vec<T>> {
        let answer = self
            .own
            .query()
            .table_name(&*self.table)
            .index_name("gsi1")
            .key_condition_expression("gsi1pk = :list AND gsi1sk <= :until")
            .expression_attribute_values(":list", text(list.name()))
            .expression_attribute_values(":until", text(until))
            .limit(i32::from(limit))
            .send()
            .await
            .map_err(failed)?;
        answer.items.unwrap_or_default().into_iter().map(record).collect()
    }

    /// A part of an index list, by its places. The index may lag behind the table.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub async fn index_page<T: DeserializeOwned>(
        &self,
        list: Worklist,
        order: Order,
        page: &PageRequest,
    ) -> Result<Page<T>> {
        let query = self
            .own
            .query()
            .table_name(&*self.table)
            .index_name("gsi1")
            .scan_index_forward(order == Order::Ascending)
            .limit(i32::from(page.limit))
            .expression_attribute_values(":list", text(list.name()));
        let query = match (&page.after, order) {
            (None, _) => query.key_condition_expression("gsi1pk = :list"),
            (Some(_), Order::Ascending) => query.key_condition_expression("gsi1pk = :list AND gsi1sk > :after"),
            (Some(_), Order::Descending) => query.key_condition_expression("gsi1pk = :list AND gsi1sk < :after"),
        };
        let after = page.after.as_deref().map(text);
        let query = after.into_iter().fold(query, |query, after| query.expression_attribute_values(":after", after));
        let answer = query.send().await.map_err(failed)?;
        let next = answer.last_evaluated_key.as_ref().and_then(|key| key.get("gsi1sk")?.as_s().ok().cloned());
        let items = answer.items.unwrap_or_default().into_iter().map(record).collect::<Result<_>>()?;
        Ok(Page { items, next })
    }

    /// Raises a counter by one and answers its new value; the first is 1.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub async fn count_up(&self, key: &Key) -> Result<u64> {
        let [pk, sk] = key.attributes();
        let client = self.client([key.pk.as_str()]).await?;
        let answer = client
            .update_item()
            .table_name(&*self.table)
            .key(pk.0, pk.1)
            .key(sk.0, sk.1)
            .update_expression("ADD #value :one")
            .expression_attribute_names("#value", "value")
            .expression_attribute_values(":one", AttributeValue::N("1".to_owned()))
            .return_values(aws_sdk_dynamodb::types::ReturnValue::UpdatedNew)
            .send()
            .await
            .map_err(failed)?;
        let value = answer.attributes.as_ref().and_then(|item| item.get("value")?.as_n().ok()?.parse().ok());
        value.ok_or_else(|| Error::internal("a counter without a value"))
    }
}

/// An item as a record.
fn record<T: DeserializeOwned>(item: Item) -> Result<T> {
    serde_dynamo::aws_sdk_dynamodb_1::from_item(item).map_err(Error::internal)
}

fn text(value: &str) -> AttributeValue {
    AttributeValue::S(value.to_owned())
}
