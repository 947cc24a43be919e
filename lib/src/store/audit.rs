//! The audit log as records: each agency's own, the operator's, and one index over both.
//!
//! Invariant: an entry is created under an id of its own and never written again.

use jiff::Timestamp;

use super::{Changes, Key, Order, Page, PageRequest, Store, Worklist};
use crate::{
    audit::{Action, Actor, Entry},
    error::Result,
    tenant::TenantId,
};

const NOUN: &str = "audit";
/// The operator's own log; what they did to an agency outlives its purge here.
const OPERATORS: &str = "AUDIT";
/// Pages of the log that one call looks through for entries that a filter lets pass.
const MOST_PAGES: u16 = 20;

/// Which entries are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Of this kind only.
    pub action: Option<Action>,
    /// From this time on.
    pub from: Option<Timestamp>,
    /// Before this time.
    pub to: Option<Timestamp>,
}

/// Whose log is read.
#[derive(Clone, Copy)]
enum Log<'a> {
    Of(&'a TenantId),
    OfAll,
}

impl Changes {
    /// Notes an action in the log of the agency it was done to, in the same step as the action; what the operator did stands
    /// in the operator's log, too.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn audit(self, tenant: &TenantId, entry: Entry) -> Result<Self> {
        let entry = Entry { tenant_id: Some(tenant.slug().clone()), ..entry };
        let own = Key::of(tenant, NOUN, &entry.id);
        if entry.actor == Actor::Operator {
            return self.create(NOUN, &own, &entry)?.audit_platform(entry);
        }
        self.create_listed(NOUN, &own, &entry, Worklist::Audit, &entry.id)
    }

    /// Notes an action that was done to no agency, or to one whose log is gone.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn audit_platform(self, entry: Entry) -> Result<Self> {
        self.create_listed(NOUN, &Key::in_list(OPERATORS, &entry.id), &entry, Worklist::Audit, &entry.id)
    }
}

impl Store {
    /// An agency's log, newest first.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn audit(&self, tenant: &TenantId, filter: &AuditFilter, page: &PageRequest) -> Result<Page<Entry>> {
        self.filtered(Log::Of(tenant), filter, page).await
    }

    /// The log over all agencies, newest first. The index may lag a moment behind.
    ///
    /// # Errors
    /// As [`Store::audit`].
    pub async fn audit_of_all(&self, filter: &AuditFilter, page: &PageRequest) -> Result<Page<Entry>> {
        self.filtered(Log::OfAll, filter, page).await
    }

    /// Goes through a log until as many entries are found as were asked for. Ids sort by time, so time decides where to begin and
    /// where to stop.
    async fn filtered(&self, log: Log<'_>, filter: &AuditFilter, page: &PageRequest) -> Result<Page<Entry>> {
        let mut after = page.after.clone().or_else(|| filter.to.map(first_id));
        let mut items: Vec<Entry> = Vec::new();
        for _ in 0..MOST_PAGES {
            let request = PageRequest { limit: page.limit, after };
            let part = match log {
                Log::Of(tenant) => self.list::<Entry>(tenant, NOUN, Order::Descending, &request).await?,
                Log::OfAll => self.index_page(Worklist::Audit, Order::Descending, &request).await?,
            };
            let over = filter.from.is_some_and(|from| part.items.last().is_some_and(|last| last.at < from));
            for entry in part.items.into_iter().filter(|entry| filter.lets_pass(entry)) {
                if items.len() == usize::from(page.limit) {
                    let next = items.last().map(|last| last.id.clone());
                    return Ok(Page { items, next });
                }
                items.push(entry);
            }
            after = part.next.filter(|_| !over);
            if after.is_none() || items.len() == usize::from(page.limit) {
                break;
            }
        }
        Ok(Page { items, next: after })
    }
}

impl AuditFilter {
    fn lets_pass(&self, entry: &Entry) -> bool {
        self.action.is_none_or(|action| entry.action == action)
            && self.from.is_none_or(|from| entry.at >= from)
            && self.to.is_none_or(|to| entry.at < to)
    }
}

/// The least id that could have been made at this time.
fn first_id(at: Timestamp) -> String {
    let millis = u64::try_from(at.as_millisecond()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &[0; 10]).into_uuid().to_string()
}
