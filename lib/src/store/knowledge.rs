//! The knowledge base: records of documents, the pointer to the index that counts, tickets, gaps, conversations.
//!
//! Invariant: the pointer names an index that holds exactly the documents on record: both are changed in one transaction.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Changes, Key, Order, Page, PageRequest, Store};
use crate::{
    error::Result,
    knowledge::{Document, Segment},
    tenant::TenantId,
};

/// Which index counts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexPointer {
    /// Raised by one on every change; 0 is no index yet.
    pub version: u64,
    /// Its files, oldest first.
    #[serde(default)]
    pub segments: Vec<Segment>,
    /// When it was written.
    pub updated_at: Timestamp,
}

impl IndexPointer {
    /// How many documents count.
    #[must_use]
    pub fn documents(&self) -> u64 {
        self.segments.iter().map(|segment| segment.documents.saturating_sub(segment.removed.len() as u64)).sum()
    }

    /// How many passages its files have.
    #[must_use]
    pub fn passages(&self) -> u64 {
        self.segments.iter().map(|segment| segment.passages).sum()
    }

    /// How many of them have a vector of this model.
    #[must_use]
    pub fn embedded(&self, model: &str) -> u64 {
        self.segments.iter().filter(|segment| segment.model == model).map(|segment| segment.embedded).sum()
    }

    /// Whether every passage has a vector of this model; always, where there is none.
    #[must_use]
    pub fn is_complete(&self, model: &str) -> bool {
        self.segments.iter().all(|segment| segment.is_complete(model))
    }
}

/// A document's record, with the place of its text where that lies among others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What everybody sees.
    #[serde(flatten)]
    pub document: Document,
    /// Where its text lies; a file of its own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pack: Option<Pack>,
}

/// A part of a file that holds the texts of many documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// The file.
    pub file: String,
    /// First byte.
    pub begin: u64,
    /// How many.
    pub length: u64,
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

    /// The same, with the place of its text.
    ///
    /// # Errors
    /// As [`Store::index_pointer`].
    pub async fn kept_document(&self, tenant: &TenantId, id: &str) -> Result<Option<Kept>> {
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
    pub fn put_document(self, tenant: &TenantId, kept: &Kept) -> Result<Self> {
        let document = &kept.document;
        let changes = self.put(&document_key(tenant, &document.id), kept)?;
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

    /// Makes another index count, unless the index changed since: guard `index`.
    ///
    /// # Errors
    /// As [`Changes::put`].
    pub fn swap_index(self, tenant: &TenantId, pointer: &IndexPointer) -> Result<Self> {
        let key = pointer_key(tenant);
        match pointer.version {
            0 | 1 => self.create("index", &key, pointer),
            version => self.replace("index", &key, pointer, version - 1),
        }
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
