//! The sending ledger as records. Entries that are not settled stand in a worklist.

use jiff::Timestamp;

use super::{Changes, Commit, Key, Store, Worklist};
use crate::{
    error::Result,
    send::{Send, SendState},
    tenant::{Slug, TenantId},
};

impl Changes {
    /// Writes a mail down before anything is done about it.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn write_down(self, tenant: &TenantId, send: &Send) -> Result<Self> {
        self.create("send", &key(tenant, &send.id), send)
    }
}

impl Store {
    /// An entry of a tenant's ledger.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn send(&self, tenant: &TenantId, send_id: &str) -> Result<Option<Send>> {
        self.get(&key(tenant, send_id)).await
    }

    /// The entry that a tag of ours on a mail names: SES's events carry it, and no tenant else.
    ///
    /// # Errors
    /// As [`Store::send`].
    pub async fn send_by_tag(&self, tenant: &str, send_id: &str) -> Result<Option<(TenantId, Send)>> {
        let Ok(slug) = Slug::parse(tenant) else { return Ok(None) };
        let tenant = TenantId::proven(slug);
        Ok(self.send(&tenant, send_id).await?.map(|send| (tenant, send)))
    }

    /// Moves an entry on from the state it was read in; refused when somebody else moved it first.
    ///
    /// # Errors
    /// As [`Store::send`].
    pub async fn move_send(&self, tenant: &TenantId, from: SendState, send: &Send) -> Result<Commit> {
        move_send(Changes::new(), tenant, from, send)?.commit(self).await
    }

    /// Entries that were claimed or are unknown since before `until`, over all tenants.
    ///
    /// # Errors
    /// As [`Store::send`].
    pub async fn open_sends(&self, until: Timestamp, limit: u16) -> Result<Vec<(TenantId, Send)>> {
        let sends: Vec<Send> = self.worklist(Worklist::Sends, &until.to_string(), limit).await?;
        Ok(sends.into_iter().map(|send| (TenantId::proven(send.tenant_id.clone()), send)).collect())
    }
}

/// The same move as part of other changes.
///
/// # Errors
/// As [`Changes::advance`].
pub fn move_send(changes: Changes, tenant: &TenantId, from: SendState, send: &Send) -> Result<Changes> {
    let key = key(tenant, &send.id);
    match send.state {
        SendState::Claimed | SendState::Unknown => {
            let place = send.updated_at.to_string();
            changes.advance_listed("send", &key, send, from.as_str(), (Worklist::Sends, &place))
        }
        SendState::Pending | SendState::Sent | SendState::Failed => changes.advance("send", &key, send, from.as_str()),
    }
}

fn key(tenant: &TenantId, send_id: &str) -> Key {
    Key::of(tenant, "send", send_id)
}
