//! Enquiries as lists: a row beside each enquiry, written in the same step, so that a filter reads little.

use super::{Between, Changes, Key, Order, Page, PageRequest, Store, enquiries::enquiry_key};
use crate::{
    enquiry::{Enquiry, EnquiryFilter, EnquiryRow},
    error::Result,
    tenant::TenantId,
};

const NOUN: &str = "enquiry-row";

impl Changes {
    /// The row of an enquiry that is being written.
    ///
    /// # Errors
    /// As [`Changes::put`].
    pub(super) fn put_row(self, tenant: &TenantId, enquiry: &Enquiry) -> Result<Self> {
        self.put(&Key::of(tenant, NOUN, &enquiry.id), &EnquiryRow::from(enquiry))
    }
}

impl Store {
    /// A tenant's enquiries that a filter keeps, newest first.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn enquiries_kept(
        &self,
        tenant: &TenantId,
        filter: &EnquiryFilter,
        ids: &Between,
        page: &PageRequest,
    ) -> Result<Page<Enquiry>> {
        let limit = usize::from(page.limit);
        // Without a filter every row is wanted; with one, each answer of the table is looked through whole.
        let at_once = filter.is_empty().then(|| i32::from(page.limit) + 1);
        let mut kept: Vec<String> = Vec::new();
        let mut after = page.after.clone();
        loop {
            let place = (at_once, after.as_deref());
            let (rows, next) = self.between::<EnquiryRow>(tenant, NOUN, ids, Order::Descending, place).await?;
            kept.extend(rows.into_iter().filter(|row| filter.keeps(row)).map(|row| row.id));
            after = next;
            if after.is_none() || kept.len() > limit {
                break;
            }
        }
        let more = kept.len() > limit;
        kept.truncate(limit);
        let keys: Vec<Key> = kept.iter().map(|id| enquiry_key(tenant, id)).collect();
        Ok(Page { items: self.get_all(&keys).await?, next: kept.pop().filter(|_| more) })
    }

    /// The rows of a tenant's enquiries between two ids, oldest first.
    ///
    /// # Errors
    /// As [`Store::enquiries_kept`].
    pub async fn enquiry_rows(&self, tenant: &TenantId, ids: &Between) -> Result<Vec<EnquiryRow>> {
        self.all_between(tenant, NOUN, ids).await
    }
}
