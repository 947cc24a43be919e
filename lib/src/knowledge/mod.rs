//! What an agency knows, and finding it: documents become passages, passages an index, and a question the passages that
//! may answer it (`product.md` section 7).
//!
//! Invariant: an index is bytes and nothing else; what is found depends on them, the question and the date alone.
#![expect(clippy::float_arithmetic, reason = "scores of retrieval are floats; no money is touched here")]

mod document;
mod evaluate;
mod format;
mod html;
mod index;
mod kin;
mod language;
mod markdown;
mod merge;
mod passage;
mod search;
mod segments;
mod words;

pub use document::{Audience, Document, DocumentState, Format, Visibility};
pub use evaluate::{Case, Figures, Outcome, figures, gain};
pub use index::{BadIndex, DocumentView, Index, PassageView};
pub use language::Tongue;
pub(crate) use language::is_stop_word;
pub use merge::{Entry, Part, build, embedded, join};
pub use passage::{Passage, passages};
pub use search::{Found, Hit, Query, search};
pub use segments::{Change, Changed, Segment, changed};
pub use words::{Term, terms};

pub(crate) use kin::{kin, phrases};
pub(crate) use markdown::without_marks;
pub(crate) use words::split;

/// Most passages an agency may keep (`contract.md`, Sizes).
pub const MOST_PASSAGES: usize = 100_000;
