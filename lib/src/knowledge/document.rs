//! A document: its record, without its text.
//!
//! Invariant: a document outside its validity, or above its reader, is neither found nor cited.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A document of the knowledge base. Its text lies in a file of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Document {
    /// UUID.
    pub id: String,
    /// For people.
    pub title: String,
    /// One of the agency's categories.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Whether it is used.
    #[serde(default)]
    pub state: DocumentState,
    /// Who may be told of it.
    pub visibility: Visibility,
    /// First day it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub valid_from: Option<Date>,
    /// Last day it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub valid_to: Option<Date>,
    /// The caller's own id; adding a document under it again replaces this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// How the text is written.
    pub format: Format,
    /// Passages it was divided into.
    pub passages: u32,
    /// Raised by one on every change.
    pub version: u64,
    /// When it was added.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it was last changed.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
}

/// Whether a document is used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DocumentState {
    /// It answers questions.
    #[default]
    Published,
    /// It waits for somebody to publish it, and is not found.
    Draft,
}

/// Who may be told of a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Everybody, travellers included.
    Public,
    /// The agency's staff.
    #[default]
    Internal,
    /// The agency's admins.
    Admin,
}

/// Who is asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// A traveller, by mail.
    Traveller,
    /// A user of the agency.
    Staff,
    /// An admin of the agency.
    Admin,
}

impl Visibility {
    /// Whether this reader may be told.
    #[must_use]
    pub fn allows(self, audience: Audience) -> bool {
        match self {
            Self::Public => true,
            Self::Internal => audience != Audience::Traveller,
            Self::Admin => audience == Audience::Admin,
        }
    }
}

/// How a text is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Markdown with tables.
    #[default]
    Markdown,
    /// Plain text; headings are told by their look.
    Text,
    /// HTML.
    Html,
}
