//! How often somebody has called: small records that several instances change at once, and that vanish by themselves.

use aws_sdk_dynamodb::{
    config::{Config, retry::RetryConfig},
    operation::put_item::PutItemError,
    types::{AttributeValue, ReturnValuesOnConditionCheckFailure},
};

use super::{Item, Key, Store, changes::item};
use crate::{aws::failed, error::Result, limits::Usage};

/// What came of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Swap {
    /// It was made.
    Done,
    /// Somebody else was faster: what stands there.
    Moved(Usage),
}

impl Key {
    /// The record of a limit that belongs to no tenant.
    pub(crate) fn of_limit(what: &str) -> Self {
        Self::global("LIMIT", what)
    }
}

impl Store {
    /// Writes a usage where `before` stands, or nothing yet; it vanishes after `expires_at` (seconds since 1970).
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub(crate) async fn swap_usage(&self, key: &Key, before: Usage, after: Usage, expires_at: i64) -> Result<Swap> {
        let number = |value: i64| AttributeValue::N(value.to_string());
        let mut record: Item = item(key, &after)?;
        record.insert("expires_at".to_owned(), number(expires_at));
        let client = self.client([key.pk.as_str()]).await?;
        let sent = client
            .put_item()
            .table_name(&*self.table)
            .set_item(Some(record))
            .condition_expression("attribute_not_exists(pk) OR (tat = :tat AND since = :since AND spent = :spent)")
            .expression_attribute_values(":tat", number(before.tat))
            .expression_attribute_values(":since", number(before.since))
            .expression_attribute_values(":spent", number(i64::from(before.spent)))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .customize()
            // Whoever counts calls has no time for a second try, and goes on alone.
            .config_override(Config::builder().retry_config(RetryConfig::disabled()))
            .send()
            .await;
        match sent {
            Ok(_) => Ok(Swap::Done),
            Err(failure) => match failure.as_service_error() {
                Some(PutItemError::ConditionalCheckFailedException(moved)) => moved
                    .item
                    .clone()
                    .map(super::record)
                    .transpose()
                    .map(|usage| Swap::Moved(usage.unwrap_or_default())),
                _ => Err(failed(failure)),
            },
        }
    }
}
