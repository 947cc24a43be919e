//! Everything of one tenant, whatever its noun: for the export, and for the purge and its proof.
//!
//! Invariant: it is found by reading the whole table, so that no record can hide behind a noun that somebody forgot to list. That
//! costs a pass over the table, which is right for what happens once in an agency's life.

use std::collections::HashMap;

use aws_sdk_dynamodb::{
    operation::scan::builders::ScanFluentBuilder,
    types::{AttributeValue, DeleteRequest, WriteRequest},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use futures_util::stream::{self, Stream, StreamExt as _, TryStreamExt as _};
use serde_json::Value;

use super::{Item, Key, Store, text};
use crate::{
    aws::failed,
    error::{Error, Result},
    tenant::TenantId,
};

/// DynamoDB takes so many writes in one batch.
const BATCH: usize = 25;
/// Batches that are written side by side.
const BATCHES_AT_ONCE: usize = 8;
/// Rounds in which what a batch left undone is tried again.
const ROUNDS: u32 = 8;
/// Parts that the table is looked through in, side by side.
const SEGMENTS: i32 = 8;
/// What stays when an agency is purged: that its id is taken, and what the operator did.
const KEPT: &str = "NOT begins_with(pk, :slug) AND pk <> :log";

/// A record as it lies in the table.
#[derive(Debug, Clone, PartialEq)]
pub struct WholeRecord {
    /// Its noun: `user`, `quote`, `mailbox`.
    pub noun: String,
    /// Its attributes, binary ones in base64.
    pub fields: Value,
    key: Key,
}

impl WholeRecord {
    /// Its partition and its sort key, for a report.
    #[must_use]
    pub fn place(&self) -> String {
        format!("{} {}", self.key.pk, self.key.sk)
    }

    /// Whether it is the tenant's own record, which goes last.
    #[must_use]
    pub fn is_tenant(&self) -> bool {
        self.noun == "tenant"
    }
}

/// How far a part was looked through.
enum Place {
    Begin,
    After(Item),
    End,
}

impl Store {
    /// Looks through the whole table, several parts of it side by side, for what belongs to a tenant: by its partition, or by the
    /// tenant that it names.
    pub fn whole<'a>(
        &'a self,
        tenant: &'a TenantId,
    ) -> impl Stream<Item = Result<Vec<WholeRecord>>> + Send + Unpin + 'a {
        stream::select_all((0..SEGMENTS).map(|segment| self.segment(tenant, segment).boxed()))
    }

    fn segment<'a>(
        &'a self,
        tenant: &'a TenantId,
        segment: i32,
    ) -> impl Stream<Item = Result<Vec<WholeRecord>>> + Send + 'a {
        stream::try_unfold(Place::Begin, move |place| async move {
            let after = match place {
                Place::Begin => None,
                Place::After(key) => Some(key),
                Place::End => return Ok(None),
            };
            let scan = self.scan_for(tenant).consistent_read(true).segment(segment).total_segments(SEGMENTS);
            let answer = scan.set_exclusive_start_key(after).send().await.map_err(failed)?;
            let records: Vec<_> = answer.items.unwrap_or_default().into_iter().filter_map(whole).collect();
            Ok(Some((records, answer.last_evaluated_key.map_or(Place::End, Place::After))))
        })
    }

    /// A look through everything for what belongs to a tenant.
    fn scan_for(&self, tenant: &TenantId) -> ScanFluentBuilder {
        let whose = format!("(begins_with(pk, :own) OR tenant_id = :tenant) AND {KEPT}");
        let scan = self.own.scan().table_name(&*self.table).filter_expression(whose);
        scan.set_expression_attribute_values(Some(values(tenant)))
    }

    /// Places in the index of unfinished work that still lead to a tenant.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the table does not answer.
    pub async fn index_places(&self, tenant: &TenantId) -> Result<Vec<String>> {
        let mut places = Vec::new();
        let mut after = None;
        loop {
            let scan = self.scan_for(tenant).index_name("gsi1").set_exclusive_start_key(after);
            let answer = scan.send().await.map_err(failed)?;
            places.extend(answer.items.unwrap_or_default().into_iter().filter_map(whole).map(|record| record.place()));
            after = answer.last_evaluated_key;
            if after.is_none() {
                return Ok(places);
            }
        }
    }

    /// Removes records for good, several batches side by side.
    ///
    /// # Errors
    /// As [`Store::index_places`].
    pub async fn remove(&self, records: &[WholeRecord]) -> Result<()> {
        let batches: Vec<_> = records.chunks(BATCH).map(deletions).collect::<Result<_>>()?;
        let batches = stream::iter(batches).map(|batch| self.remove_batch(batch));
        batches.buffer_unordered(BATCHES_AT_ONCE).try_collect::<Vec<()>>().await.map(drop)
    }

    async fn remove_batch(&self, mut left: Vec<WriteRequest>) -> Result<()> {
        for round in 0.. {
            let answer = self.own.batch_write_item().request_items(&*self.table, left).send().await.map_err(failed)?;
            left = answer.unprocessed_items.unwrap_or_default().remove(&*self.table).unwrap_or_default();
            match (left.is_empty(), round) {
                (true, _) => break,
                (false, ROUNDS..) => return Err(Error::unavailable("the table left deletions undone")),
                (false, _) => super::changes::back_off(round).await,
            }
        }
        Ok(())
    }
}

fn values(tenant: &TenantId) -> HashMap<String, AttributeValue> {
    HashMap::from([
        (":own".to_owned(), text(&format!("T#{tenant}#"))),
        (":tenant".to_owned(), text(tenant.as_str())),
        (":slug".to_owned(), text("SLUG#")),
        (":log".to_owned(), text("AUDIT")),
    ])
}

fn deletions(records: &[WholeRecord]) -> Result<Vec<WriteRequest>> {
    let deletion = |record: &WholeRecord| {
        let request = DeleteRequest::builder().set_key(Some(record.key.attributes().into())).build();
        Ok(WriteRequest::builder().delete_request(request.map_err(Error::internal)?).build())
    };
    records.iter().map(deletion).collect()
}

fn whole(mut item: Item) -> Option<WholeRecord> {
    let mut take = |name: &str| match item.remove(name) {
        Some(AttributeValue::S(text)) => Some(text),
        _ => None,
    };
    let (pk, sk) = (take("pk")?, take("sk")?);
    drop((take("gsi1pk"), take("gsi1sk")));
    let noun = match pk.strip_prefix("T#") {
        Some(own) => own.split_once('#').map(|(_, noun)| noun.to_owned()),
        None => pk.split('#').next().map(str::to_lowercase),
    };
    let fields = Value::Object(item.into_iter().map(|(name, value)| (name, json(value))).collect());
    Some(WholeRecord { noun: noun?, fields, key: Key { pk, sk } })
}

/// An attribute as JSON. Numbers stay exact: those that no JSON number of ours holds stay text.
fn json(value: AttributeValue) -> Value {
    match value {
        AttributeValue::S(text) => Value::String(text),
        AttributeValue::N(number) => serde_json::from_str(&number).unwrap_or(Value::String(number)),
        AttributeValue::Bool(flag) => Value::Bool(flag),
        AttributeValue::B(bytes) => Value::String(STANDARD.encode(bytes)),
        AttributeValue::L(list) => Value::Array(list.into_iter().map(json).collect()),
        AttributeValue::M(map) => Value::Object(map.into_iter().map(|(name, value)| (name, json(value))).collect()),
        AttributeValue::Ss(texts) => texts.into(),
        _ => Value::Null,
    }
}
