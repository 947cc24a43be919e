//! Several writes that happen together or not at all.

use aws_sdk_dynamodb::{
    error::SdkError,
    operation::transact_write_items::TransactWriteItemsError,
    types::{
        AttributeValue, ConditionCheck, Delete, Put, TransactWriteItem, Update,
        builders::{DeleteBuilder, UpdateBuilder},
    },
};
use serde::Serialize;

use super::{Item, Key, Store, Worklist, text};
use crate::{
    aws::failed,
    error::{Error, Result},
};

/// How often a transaction that met another one is tried again.
const ATTEMPTS: u32 = 6;

/// Writes to be made together (at most 100, as DynamoDB allows).
#[derive(Debug, Default)]
#[must_use]
pub struct Changes {
    writes: Vec<TransactWriteItem>,
    guards: Vec<&'static str>,
    /// Ids of the news among them.
    pub(super) news: Vec<String>,
}

/// What came of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Commit {
    /// All were made.
    Done,
    /// None was made: the first guard that did not hold, by its name.
    Refused(&'static str),
}

impl Commit {
    /// Refusal as a conflict with this detail.
    ///
    /// # Errors
    /// [`Error::Conflict`] when refused.
    pub fn or_conflict(self, detail: impl Into<String>) -> Result<()> {
        match self {
            Self::Done => Ok(()),
            Self::Refused(_) => Err(Error::conflict(detail)),
        }
    }
}

impl Changes {
    /// Ids of the news among them, which whoever commits announces.
    #[must_use]
    pub fn news(&self) -> &[String] {
        &self.news
    }

    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes a record, whatever was there.
    ///
    /// # Errors
    /// [`Error::Internal`] when the record cannot be written as an item.
    pub fn put<T: Serialize>(self, key: &Key, record: &T) -> Result<Self> {
        Ok(self.with_put("", Put::builder().set_item(Some(item(key, record)?))))
    }

    /// The same, with its place in a worklist.
    ///
    /// # Errors
    /// As [`Changes::put`].
    pub fn put_listed<T: Serialize>(self, key: &Key, record: &T, list: Worklist, place: &str) -> Result<Self> {
        Ok(self.with_put("", Put::builder().set_item(Some(listed(key, record, list, place)?))))
    }

    /// Writes a record that must not be there yet; `guard` names the refusal.
    ///
    /// # Errors
    /// As [`Changes::put`].
    pub fn create<T: Serialize>(self, guard: &'static str, key: &Key, record: &T) -> Result<Self> {
        Ok(self.with_create(guard, item(key, record)?))
    }

    /// The same, with its place in a worklist.
    ///
    /// # Errors
    /// As [`Changes::put`].
    pub fn create_listed<T: Serialize>(
        self,
        guard: &'static str,
        key: &Key,
        record: &T,
        list: Worklist,
        place: &str,
    ) -> Result<Self> {
        Ok(self.with_create(guard, listed(key, record, list, place)?))
    }

    /// Writes a record in place of one whose `version` is `expected`.
    ///
    /// # Errors
    /// As [`Changes::put`].
    pub fn replace<T: Serialize>(self, guard: &'static str, key: &Key, record: &T, expected: u64) -> Result<Self> {
        let expected = AttributeValue::N(expected.to_string());
        Ok(self.with_put(guard, when("version", expected).set_item(Some(item(key, record)?))))
    }

    /// The same, with its place in a worklist.
    ///
    /// # Errors
    /// As [`Changes::put`].
    pub fn replace_listed<T: Serialize>(
        self,
        guard: &'static str,
        key: &Key,
        record: &T,
        expected: u64,
        (list, place): (Worklist, &str),
    ) -> Result<Self> {
        let expected = AttributeValue::N(expected.to_string());
        let put = when("version", expected).set_item(Some(listed(key, record, list, place)?));
        Ok(self.with_put(guard, put))
    }

    /// Writes a record in place of one whose `state` is `expected`.
    ///
    /// # Errors
    /// As [`Changes::put`].
    pub fn advance<T: Serialize>(self, guard: &'static str, key: &Key, record: &T, expected: &str) -> Result<Self> {
        self.exchange(guard, key, record, ("state", expected))
    }

    /// Writes a record in place of one whose field is as expected.
    ///
    /// # Errors
    /// As [`Changes::put`].
    pub fn exchange<T: Serialize>(
        self,
        guard: &'static str,
        key: &Key,
        record: &T,
        (field, expected): (&str, &str),
    ) -> Result<Self> {
        Ok(self.with_put(guard, when(field, text(expected)).set_item(Some(item(key, record)?))))
    }

    /// The same, with its place in a worklist.
    ///
    /// # Errors
    /// As [`Changes::put`].
    pub fn advance_listed<T: Serialize>(
        self,
        guard: &'static str,
        key: &Key,
        record: &T,
        expected: &str,
        (list, place): (Worklist, &str),
    ) -> Result<Self> {
        let put = when("state", text(expected)).set_item(Some(listed(key, record, list, place)?));
        Ok(self.with_put(guard, put))
    }

    /// Removes a record, if it is there.
    pub fn delete(self, key: &Key) -> Self {
        self.with_delete("", key, Delete::builder())
    }

    /// Removes a record whose `field` is `expected`: of several who try at once, one does.
    pub fn take(self, guard: &'static str, key: &Key, field: &str, expected: &str) -> Self {
        let delete = Delete::builder()
            .condition_expression("#field = :expected")
            .expression_attribute_names("#field", field)
            .expression_attribute_values(":expected", text(expected));
        self.with_delete(guard, key, delete)
    }

    /// Writes nothing, but holds the other writes to it that a record's `version` is `expected`.
    pub fn witness(mut self, guard: &'static str, key: &Key, expected: u64) -> Self {
        let check = ConditionCheck::builder()
            .table_name("-")
            .set_key(Some(key.attributes().into()))
            .condition_expression("#field = :expected")
            .expression_attribute_names("#field", "version")
            .expression_attribute_values(":expected", AttributeValue::N(expected.to_string()));
        #[expect(clippy::expect_used, reason = "table, key and condition are set here, which is all that is demanded")]
        let check = check.build().expect("table, key and condition are set");
        self.writes.push(TransactWriteItem::builder().condition_check(check).build());
        self.guards.push(guard);
        self
    }

    /// Makes the writes.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the table does not answer or is too busy; then nothing, or everything, was written.
    pub async fn commit(self, store: &Store) -> Result<Commit> {
        let token = crate::ids::new_secret()[..36].to_owned();
        let client = store.client(self.writes.iter().filter_map(leading_key)).await?;
        for attempt in 0.. {
            let sent = client.transact_write_items().client_request_token(&token);
            let sent = self.writes.iter().cloned().fold(sent, |call, write| call.transact_items(tabled(write, store)));
            let failure = match sent.send().await {
                Ok(_) => return Ok(Commit::Done),
                Err(failure) => failure,
            };
            match self.refusal(&failure) {
                Cancelled::Guard(guard) => return Ok(Commit::Refused(guard)),
                Cancelled::Contention if attempt < ATTEMPTS => back_off(attempt).await,
                Cancelled::Contention => return Err(Error::unavailable(failure)),
                Cancelled::Otherwise => return Err(failed(failure)),
            }
        }
        Err(Error::internal("unreachable: the loop ends by returning"))
    }

    /// Raises a counter by one unless it stands at `limit`.
    pub(super) fn count(self, guard: &'static str, key: &Key, limit: u32) -> Self {
        // A counter that is not there yet stands at zero.
        let below = if limit == 0 { "#value < :limit" } else { "attribute_not_exists(#value) OR #value < :limit" };
        let update = Update::builder()
            .update_expression("ADD #value :one")
            .condition_expression(below)
            .expression_attribute_names("#value", "value")
            .expression_attribute_values(":one", AttributeValue::N("1".to_owned()))
            .expression_attribute_values(":limit", AttributeValue::N(limit.to_string()));
        self.with_update(guard, key, update)
    }

    /// Adds a word to a record's list; refused when it stands there, or when there is no such record.
    pub(super) fn append(self, guard: &'static str, key: &Key, field: &str, word: &str) -> Self {
        let update = Update::builder()
            .update_expression("SET #field = list_append(#field, :words)")
            .condition_expression("attribute_exists(pk) AND NOT contains(#field, :word)")
            .expression_attribute_names("#field", field)
            .expression_attribute_values(":words", AttributeValue::L(vec![text(word)]))
            .expression_attribute_values(":word", text(word));
        self.with_update(guard, key, update)
    }

    fn with_update(mut self, guard: &'static str, key: &Key, update: UpdateBuilder) -> Self {
        let update = update.table_name("-").set_key(Some(key.attributes().into()));
        #[expect(clippy::expect_used, reason = "table, key and expression are set here, which is all that is demanded")]
        let update = update.build().expect("table, key and expression are set");
        self.writes.push(TransactWriteItem::builder().update(update).build());
        self.guards.push(guard);
        self
    }

    fn with_create(self, guard: &'static str, item: Item) -> Self {
        self.with_put(guard, Put::builder().condition_expression("attribute_not_exists(pk)").set_item(Some(item)))
    }

    fn with_put(mut self, guard: &'static str, put: aws_sdk_dynamodb::types::builders::PutBuilder) -> Self {
        // The table's name is filled in when the writes are made: what is to change does not depend on where.
        #[expect(clippy::expect_used, reason = "table and item are set here, which is all that the builder demands")]
        let put = put.table_name("-").build().expect("table and item are set");
        self.writes.push(TransactWriteItem::builder().put(put).build());
        self.guards.push(guard);
        self
    }

    fn with_delete(mut self, guard: &'static str, key: &Key, delete: DeleteBuilder) -> Self {
        let delete = delete.table_name("-").set_key(Some(key.attributes().into()));
        #[expect(clippy::expect_used, reason = "table and key are set here, which is all that the builder demands")]
        let delete = delete.build().expect("table and key are set");
        self.writes.push(TransactWriteItem::builder().delete(delete).build());
        self.guards.push(guard);
        self
    }

    fn refusal(
        &self,
        failure: &SdkError<TransactWriteItemsError, aws_sdk_dynamodb::config::http::HttpResponse>,
    ) -> Cancelled {
        let Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) = failure.as_service_error() else {
            return Cancelled::Otherwise;
        };
        let codes = || cancelled.cancellation_reasons().iter().map(|reason| reason.code().unwrap_or_default());
        if let Some(place) = codes().position(|code| code == "ConditionalCheckFailed") {
            return Cancelled::Guard(self.guards.get(place).copied().unwrap_or_default());
        }
        let busy = ["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"];
        if codes().any(|code| busy.contains(&code)) { Cancelled::Contention } else { Cancelled::Otherwise }
    }
}

/// Why a transaction was cancelled.
enum Cancelled {
    Guard(&'static str),
    Contention,
    Otherwise,
}

pub(super) async fn back_off(attempt: u32) {
    let most = 20_u64 << attempt.min(5);
    let [random] = crate::ids::random::<1>();
    let millis = most / 2 + most * u64::from(random) / 512;
    tokio::time::sleep(std::time::Duration::from_millis(millis)).await;
}

fn when(field: &str, expected: AttributeValue) -> aws_sdk_dynamodb::types::builders::PutBuilder {
    Put::builder()
        .condition_expression("#field = :expected")
        .expression_attribute_names("#field", field)
        .expression_attribute_values(":expected", expected)
}

pub(super) fn item<T: Serialize>(key: &Key, record: &T) -> Result<Item> {
    let mut item: Item = serde_dynamo::aws_sdk_dynamodb_1::to_item(record).map_err(Error::internal)?;
    item.extend(key.attributes());
    Ok(item)
}

fn listed<T: Serialize>(key: &Key, record: &T, list: Worklist, place: &str) -> Result<Item> {
    let mut item = item(key, record)?;
    item.insert("gsi1pk".to_owned(), text(list.name()));
    item.insert("gsi1sk".to_owned(), text(place));
    Ok(item)
}

/// The partition that a write goes to.
fn leading_key(write: &TransactWriteItem) -> Option<&str> {
    let put = write.put.as_ref().and_then(|put| put.item.get("pk"));
    let key = put.or_else(|| write.delete.as_ref().and_then(|delete| delete.key.get("pk")));
    let key = key.or_else(|| write.update.as_ref().and_then(|update| update.key.get("pk")));
    let key = key.or_else(|| write.condition_check.as_ref().and_then(|check| check.key.get("pk")));
    key?.as_s().ok().map(String::as_str)
}

fn tabled(mut write: TransactWriteItem, store: &Store) -> TransactWriteItem {
    let table = store.table.to_string();
    if let Some(put) = &mut write.put {
        put.table_name = table;
    } else if let Some(delete) = &mut write.delete {
        delete.table_name = table;
    } else if let Some(update) = &mut write.update {
        update.table_name = table;
    } else if let Some(check) = &mut write.condition_check {
        check.table_name = table;
    }
    write
}
