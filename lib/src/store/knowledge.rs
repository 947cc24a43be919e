//! The knowledge base: records of documents, the pointer to the index that counts, tickets, gaps, conversations.
//!
//! Invariant: the pointer names an index that holds exactly the documents on record: both are changed in one transaction.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Changes, Commit, Key, Order, Page, PageRequest, Store};
use crate::{error::Result, knowledge::Document, tenant::TenantId};

/// Which index counts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexPointer {
    /// Raised by one on every change; 0 is no index yet.
    pub version: u64,
    /// The index, as a file of the tenant; empty when there is none.
    pub file: String,
    /// How many documents it has.
    pub documents: u64,
    /// How many passages it has.
    pub passages: u64,
    /// When it was written.
    pub updated_at: Timestamp,
}

/// Which document stands under a caller's own id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct ExternalId {
    document_id: String,
}

impl Store {
    /// Which index of a tenant counts; version 0 when there is none.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn index_pointer(&self, tenant: &TenantId) -> Result<IndexPointer> {
        Ok(self.get(&pointer_key(tenant)).await?.unwrap_or_default())
    }

    /// A tenant's document.
    ///
    /// # Errors
    /// As [`Store::index_pointer`].
    pub async fn document(&self, tenant: &TenantId, id: &str) -> Result<Option<Document>> {
        self.get(&document_key(tenant, id)).await
    }

    /// The id of the document that stands under a caller's own id.
    ///
    /// # Errors
    /// As [`Store::index_pointer`].
    pub async fn document_by_external_id(&self, tenant: &TenantId, external_id: &str) -> Result<Option<String>> {
        let found: Option<ExternalId> = self.get(&external_key(tenant, external_id)).await?;
        Ok(found.map(|found| found.document_id))
    }

    /// A tenant's documents, newest first.
    ///
    /// # Errors
    /// As [`Store::index_pointer`].
    pub async fn documents(&self, tenant: &TenantId, page: &PageRequest) -> Result<Page<Document>> {
        self.list(tenant, "document", Order::Descending, page).await
    }
}

impl Changes {
    /// Writes a document's record and what it is found by.
    ///
    /// # Errors
    /// As [`Changes::put`].
    pub fn put_document(self, tenant: &TenantId, document: &Document) -> Result<Self> {
        let changes = self.put(&document_key(tenant, &document.id), document)?;
        match &document.external_id {
            None => Ok(changes),
            Some(id) => changes.put(&external_key(tenant, id), &ExternalId { document_id: document.id.clone() }),
        }
    }

    /// Removes a document's record and what it is found by.
    pub fn remove_document(self, tenant: &TenantId, document: &Document) -> Self {
        let changes = self.delete(&document_key(tenant, &document.id));
        match &document.external_id {
            None => changes,
            Some(id) => changes.delete(&external_key(tenant, id)),
        }
    }

    /// Makes another index count, with these changes of documents, unless the index changed since `before`.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn swap_index(
        self,
        store: &Store,
        tenant: &TenantId,
        pointer: &IndexPointer,
        before: u64,
    ) -> Result<Commit> {
        let key = pointer_key(tenant);
        let changes = match before {
            0 => self.create("index", &key, pointer)?,
            version => self.replace("index", &key, pointer, version)?,
        };
        changes.commit(store).await
    }
}

fn pointer_key(tenant: &TenantId) -> Key {
    Key::of(tenant, "index", "current")
}

fn document_key(tenant: &TenantId, id: &str) -> Key {
    Key::of(tenant, "document", id)
}

fn external_key(tenant: &TenantId, external_id: &str) -> Key {
    Key::of(tenant, "external-document", external_id)
}
