//! Lists: `?limit=1–100&cursor=` in, `{items, next_cursor}` out.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    error::{Error, Result},
    seal::{Purpose, SealKey},
    store::{Page, PageRequest},
    tenant::TenantId,
};

/// How much of a list, from where.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// 1 to 100; 50 when absent.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u16>,
    /// `next_cursor` of the page before.
    pub cursor: Option<String>,
}

/// A part of a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Listing<T> {
    /// The records.
    pub items: Vec<T>,
    /// Asks for the next part; `null` at the end.
    pub next_cursor: Option<String>,
}

impl Paging {
    /// What to ask the store. A cursor holds only for the tenant and the list it was made for.
    ///
    /// # Errors
    /// [`Error::Invalid`] naming `limit` or `cursor`.
    pub fn request(&self, seal: &SealKey, tenant: &TenantId, list: &str) -> Result<PageRequest> {
        self.request_in(seal, &scope(tenant, list))
    }

    /// The same, for a list of the operator's.
    ///
    /// # Errors
    /// As [`Paging::request`].
    pub fn operators_request(&self, seal: &SealKey, list: &str) -> Result<PageRequest> {
        self.request_in(seal, &operators_scope(list))
    }

    fn request_in(&self, seal: &SealKey, scope: &str) -> Result<PageRequest> {
        let limit = self.limit.unwrap_or(50);
        if !(1..=100).contains(&limit) {
            return Err(Error::invalid("limit", "between 1 and 100"));
        }
        let after = self.cursor.as_ref().map(|cursor| {
            let payload = seal.open(Purpose::Cursor, cursor).and_then(|payload| String::from_utf8(payload).ok());
            let place = payload.and_then(|payload| payload.strip_prefix(scope).map(str::to_owned));
            place.ok_or_else(|| Error::invalid("cursor", "not a cursor of this list"))
        });
        Ok(PageRequest { limit, after: after.transpose()? })
    }

    /// The answer to a page.
    pub fn listing<T>(seal: &SealKey, tenant: &TenantId, list: &str, page: Page<T>) -> Listing<T> {
        listing_in(seal, &scope(tenant, list), page)
    }

    /// The same, for a list of the operator's.
    pub fn operators_listing<T>(seal: &SealKey, list: &str, page: Page<T>) -> Listing<T> {
        listing_in(seal, &operators_scope(list), page)
    }
}

fn listing_in<T>(seal: &SealKey, scope: &str, page: Page<T>) -> Listing<T> {
    let sealed = |place: String| seal.seal(Purpose::Cursor, format!("{scope}{place}").as_bytes());
    Listing { items: page.items, next_cursor: page.next.map(sealed) }
}

fn scope(tenant: &TenantId, list: &str) -> String {
    format!("{tenant}\n{list}\n")
}

/// No slug begins with a line break, so that no agency's cursor is one of these.
fn operators_scope(list: &str) -> String {
    format!("\n{list}\n")
}
