//! Counters of what an agency uses of its plan, and how many records it has.

use aws_sdk_dynamodb::{
    operation::{put_item::PutItemError, update_item::UpdateItemError},
    types::{AttributeValue, Select},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Changes, Key, Store, changes::item, partition, text};
use crate::{aws::failed, error::Result, tenant::TenantId};

/// Bytes that were counted at some time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StorageMeasure {
    /// Of all files.
    pub bytes: u64,
    /// When they were counted.
    pub at: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Counter {
    value: u64,
}

impl Changes {
    /// Counts another quote of a month (`2027-07`) together with the quote; guard `plan` when as many as `limit` were counted.
    pub fn count_quote(self, tenant: &TenantId, month: &str, limit: u32) -> Self {
        self.count("plan", &month_key(tenant, month), limit)
    }
}

impl Store {
    /// How many records of one noun a tenant has.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn count(&self, tenant: &TenantId, noun: &str) -> Result<u64> {
        let pk = partition(tenant, noun);
        let mut pages = self
            .client([pk.as_str()])
            .await?
            .query()
            .table_name(&*self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", text(&pk))
            .select(Select::Count)
            .into_paginator()
            .send();
        let mut count = 0;
        while let Some(page) = pages.next().await {
            count += u64::try_from(page.map_err(failed)?.count).unwrap_or(0);
        }
        Ok(count)
    }

    /// Quotes written in a month, by its name (`2027-07`).
    ///
    /// # Errors
    /// As [`Store::count`].
    pub async fn quotes_of_month(&self, tenant: &TenantId, month: &str) -> Result<u64> {
        Ok(self.get::<Counter>(&month_key(tenant, month)).await?.map_or(0, |counter| counter.value))
    }

    /// Bytes of raw mail taken in for a tenant so far.
    ///
    /// # Errors
    /// As [`Store::count`].
    pub async fn mail_bytes(&self, tenant: &TenantId) -> Result<u64> {
        Ok(self.get::<Counter>(&mail_key(tenant)).await?.map_or(0, |counter| counter.value))
    }

    /// Counts the bytes of a mail that was taken in. Should the call be lost, the mail is not counted: it is no reason to
    /// take it in twice.
    ///
    /// # Errors
    /// As [`Store::count`].
    pub async fn add_mail_bytes(&self, tenant: &TenantId, bytes: u64) -> Result<()> {
        let key = mail_key(tenant);
        let [pk, sk] = key.attributes();
        self.client([key.pk.as_str()])
            .await?
            .update_item()
            .table_name(&*self.table)
            .key(pk.0, pk.1)
            .key(sk.0, sk.1)
            .update_expression("ADD #value :bytes")
            .expression_attribute_names("#value", "value")
            .expression_attribute_values(":bytes", AttributeValue::N(bytes.to_string()))
            .send()
            .await
            .map_err(failed)?;
        Ok(())
    }

    /// The latest measure of a tenant's files.
    ///
    /// # Errors
    /// As [`Store::count`].
    pub async fn storage_measure(&self, tenant: &TenantId) -> Result<Option<StorageMeasure>> {
        self.get(&measure_key(tenant)).await
    }

    /// Counts bytes into the latest measure of a tenant's files, unless that makes more than `most`; whether it was done.
    ///
    /// # Errors
    /// As [`Store::count`].
    pub async fn take_room(&self, tenant: &TenantId, bytes: u64, most: u64) -> Result<bool> {
        let Some(before) = most.checked_sub(bytes) else { return Ok(false) };
        let key = measure_key(tenant);
        let [pk, sk] = key.attributes();
        let taken = self
            .client([key.pk.as_str()])
            .await?
            .update_item()
            .table_name(&*self.table)
            .key(pk.0, pk.1)
            .key(sk.0, sk.1)
            .update_expression("ADD #bytes :wanted")
            .condition_expression("#bytes <= :before")
            .expression_attribute_names("#bytes", "bytes")
            .expression_attribute_values(":wanted", AttributeValue::N(bytes.to_string()))
            .expression_attribute_values(":before", AttributeValue::N(before.to_string()))
            .send()
            .await;
        match taken {
            Ok(_) => Ok(true),
            Err(refused)
                if refused.as_service_error().is_some_and(UpdateItemError::is_conditional_check_failed_exception) =>
            {
                Ok(false)
            }
            Err(failure) => Err(failed(failure)),
        }
    }

    /// Keeps a new measure of a tenant's files in place of the one that was read; whether nobody measured, or counted
    /// anything in, meanwhile.
    ///
    /// # Errors
    /// As [`Store::count`].
    pub async fn renew_storage_measure(
        &self,
        tenant: &TenantId,
        before: Option<StorageMeasure>,
        measure: StorageMeasure,
    ) -> Result<bool> {
        let key = measure_key(tenant);
        let call = self
            .client([key.pk.as_str()])
            .await?
            .put_item()
            .table_name(&*self.table)
            .set_item(Some(item(&key, &measure)?));
        let call = match before {
            None => call.condition_expression("attribute_not_exists(pk)"),
            Some(before) => call
                .condition_expression("#at = :at AND #bytes = :bytes")
                .expression_attribute_names("#at", "at")
                .expression_attribute_names("#bytes", "bytes")
                .expression_attribute_values(":at", text(&before.at.to_string()))
                .expression_attribute_values(":bytes", AttributeValue::N(before.bytes.to_string())),
        };
        match call.send().await {
            Ok(_) => Ok(true),
            Err(refused)
                if refused.as_service_error().is_some_and(PutItemError::is_conditional_check_failed_exception) =>
            {
                Ok(false)
            }
            Err(failure) => Err(failed(failure)),
        }
    }
}

fn month_key(tenant: &TenantId, month: &str) -> Key {
    Key::of(tenant, "counter", format!("quotes-of-month#{month}"))
}

fn mail_key(tenant: &TenantId) -> Key {
    Key::of(tenant, "counter", "mail-bytes")
}

fn measure_key(tenant: &TenantId) -> Key {
    Key::of(tenant, "counter", "storage")
}
