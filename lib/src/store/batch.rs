//! Reading many records of known keys, and records between two ids.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::KeysAndAttributes;
use serde::de::DeserializeOwned;

use super::{Item, Key, Order, Store, partition, record, text};
use crate::{
    aws::failed,
    error::{Error, Result},
    tenant::TenantId,
};

/// Most keys of one call, as DynamoDB allows.
const MOST_KEYS: usize = 100;
/// How often what a busy table left undone is asked for again.
const ATTEMPTS: u32 = 5;

/// Which records of a noun, by id; an open end reaches to the first or last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Between {
    /// The first id, or a beginning of it.
    pub from: Option<String>,
    /// An id, or a beginning of it, that comes after the last.
    pub until: Option<String>,
}

impl Store {
    /// The records of these keys that are there, in the order of the keys.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the table does not answer, [`Error::Internal`] when a record cannot be read.
    pub async fn get_all<T: DeserializeOwned>(&self, keys: &[Key]) -> Result<Vec<T>> {
        let mut found: HashMap<(String, String), Item> = HashMap::new();
        for part in keys.chunks(MOST_KEYS) {
            let partitions: Vec<&str> = part.iter().map(|key| key.pk.as_str()).collect();
            let client = self.client(partitions).await?;
            let wanted = part.iter().map(|key| HashMap::from(key.attributes())).collect();
            let mut left = Some(KeysAndAttributes::builder().set_keys(Some(wanted)).build().map_err(Error::internal)?);
            for attempt in 0..ATTEMPTS {
                let Some(wanted) = left.take() else { break };
                if attempt > 0 {
                    tokio::time::sleep(std::time::Duration::from_millis(20 << attempt)).await;
                }
                let answer = client.batch_get_item().request_items(&*self.table, wanted).send().await;
                let mut answer = answer.map_err(failed)?;
                let items = answer.responses.take().and_then(|mut tables| tables.remove(&*self.table));
                found.extend(items.unwrap_or_default().into_iter().filter_map(|item| Some((place(&item)?, item))));
                left = answer.unprocessed_keys.take().and_then(|mut tables| tables.remove(&*self.table));
            }
            if left.is_some() {
                return Err(Error::unavailable("the table left a part of a read undone"));
            }
        }
        let in_order = keys.iter().filter_map(|key| found.remove(&(key.pk.clone(), key.sk.clone())));
        in_order.map(record).collect()
    }

    /// Records of one noun between two ids, at most `limit` of them or what one answer holds, with the id to go on after.
    pub(super) async fn between<T: DeserializeOwned>(
        &self,
        tenant: &TenantId,
        noun: &str,
        ids: &Between,
        order: Order,
        (limit, after): (Option<i32>, Option<&str>),
    ) -> Result<(Vec<T>, Option<String>)> {
        let pk = partition(tenant, noun);
        let client = self.client([pk.as_str()]).await?;
        let mut query = client
            .query()
            .table_name(&*self.table)
            .key_condition_expression("pk = :pk AND sk BETWEEN :from AND :until")
            .expression_attribute_values(":pk", text(&pk))
            .expression_attribute_values(":from", text(ids.from.as_deref().unwrap_or(" ")))
            .expression_attribute_values(":until", text(ids.until.as_deref().unwrap_or("\u{10ffff}")))
            .scan_index_forward(order == Order::Ascending)
            .set_limit(limit);
        if let Some(after) = after {
            let [pk, sk] = Key { pk, sk: after.to_owned() }.attributes();
            query = query.exclusive_start_key(pk.0, pk.1).exclusive_start_key(sk.0, sk.1);
        }
        let answer = query.send().await.map_err(failed)?;
        let next = answer.last_evaluated_key.as_ref().and_then(|key| key.get("sk")?.as_s().ok().cloned());
        let items = answer.items.unwrap_or_default().into_iter().map(record).collect::<Result<_>>()?;
        Ok((items, next))
    }

    /// Every record of one noun between two ids, by id.
    ///
    /// # Errors
    /// As [`Store::get_all`].
    pub async fn all_between<T: DeserializeOwned>(
        &self,
        tenant: &TenantId,
        noun: &str,
        ids: &Between,
    ) -> Result<Vec<T>> {
        let mut all = Vec::new();
        let mut after: Option<String> = None;
        loop {
            let (items, next) = self.between(tenant, noun, ids, Order::Ascending, (None, after.as_deref())).await?;
            all.extend(items);
            after = next;
            if after.is_none() {
                return Ok(all);
            }
        }
    }
}

fn place(item: &Item) -> Option<(String, String)> {
    let part = |name: &str| item.get(name)?.as_s().ok().cloned();
    Some((part("pk")?, part("sk")?))
}
