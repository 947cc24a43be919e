//! The index of a tenant as a row of segments: a change writes a small new one, and neighbours are joined as they grow,
//! so that adding a document to a hundred thousand passages writes a few and not all.
//!
//! Invariant: a document counts in one segment at most; what was removed or replaced is marked in the segment that has
//! it until that segment is written again.

use std::collections::HashSet;

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use super::{
    index::Index,
    merge::{Entry, Part, join},
};

/// A segment is joined with the ones after it until it is this many times as large.
const LARGER: u64 = 3;
/// Removed documents that a segment may carry, in number and as a share of all.
const MOST_REMOVED: usize = 500;
const REMOVED_SHARE: u64 = 4;

/// One file of a tenant's index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// The file.
    pub file: String,
    /// Documents in it, removed ones included.
    pub documents: u64,
    /// Passages in it, those of removed documents included.
    pub passages: u64,
    /// Passages that have a vector.
    pub embedded: u64,
    /// What made the vectors; empty when it has none.
    pub model: String,
    /// Documents that no longer count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<String>,
}

impl Segment {
    /// What is written down of an index.
    #[must_use]
    pub fn of(file: String, index: &Index) -> Self {
        let missing = index.without_vector(index.model(), usize::MAX).len();
        let embedded = if index.model().is_empty() { 0 } else { index.len() - missing };
        Self {
            file,
            documents: index.documents() as u64,
            passages: index.len() as u64,
            embedded: embedded as u64,
            model: index.model().to_owned(),
            removed: Vec::new(),
        }
    }

    /// Whether every passage has a vector of this model; always, where there is none.
    #[must_use]
    pub fn is_complete(&self, model: &str) -> bool {
        model.is_empty() || (self.model == model && self.embedded == self.passages)
    }
}

/// What is to change in an index.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// Documents to add.
    pub added: &'a [Entry<'a>],
    /// Documents that no longer count, the old forms of added ones included.
    pub removed: &'a HashSet<String>,
    /// What makes vectors; empty when nothing does.
    pub model: &'a str,
    /// The name of a new file.
    pub file: &'a str,
}

/// An index after a change.
#[derive(Debug, Clone)]
pub struct Changed {
    /// Its segments.
    pub segments: Vec<Segment>,
    /// The new file, if one was made.
    pub written: Option<Bytes>,
}

/// Carries a change out on segments and their indexes, which stand in the same order.
#[must_use]
pub fn changed(before: &[Segment], indexes: &[&Index], change: &Change<'_>) -> Changed {
    let mut segments: Vec<Segment> = before.to_vec();
    for (segment, index) in segments.iter_mut().zip(indexes) {
        mark(segment, index, change.removed);
    }
    let from = first_to_join(&segments, change);
    let removed: Vec<HashSet<String>> =
        segments[from..].iter().map(|segment| segment.removed.iter().cloned().collect()).collect();
    let parts: Vec<Part<'_>> =
        indexes[from..].iter().zip(&removed).map(|(index, removed)| Part { index, removed }).collect();
    if parts.is_empty() && change.added.is_empty() {
        segments.retain(|segment| (segment.removed.len() as u64) < segment.documents);
        return Changed { segments, written: None };
    }
    let model = if change.model.is_empty() { parts.last().map_or("", |part| part.index.model()) } else { change.model };
    let bytes = Bytes::from(join(&parts, model, change.added));
    segments.truncate(from);
    segments.retain(|segment| (segment.removed.len() as u64) < segment.documents);
    let mut written = None;
    if let Ok(index) = Index::open(&bytes)
        && !index.is_empty()
    {
        segments.push(Segment::of(change.file.to_owned(), &index));
        written = Some(bytes);
    }
    Changed { segments, written }
}

/// Marks what was removed and stands in a segment.
fn mark(segment: &mut Segment, index: &Index, removed: &HashSet<String>) {
    if removed.is_empty() {
        return;
    }
    let gone = (0..index.documents()).filter_map(|number| index.document(number)).map(|document| document.id);
    for id in gone.filter(|id| removed.contains(*id)) {
        if segment.removed.iter().all(|known| known != id) {
            segment.removed.push(id.to_owned());
        }
    }
}

/// The first of the segments that are written again together with what is added.
fn first_to_join(segments: &[Segment], change: &Change<'_>) -> usize {
    let heavy = |segment: &Segment| {
        segment.removed.len() > MOST_REMOVED || segment.removed.len() as u64 > segment.documents / REMOVED_SHARE
    };
    let mut from = segments.len();
    let mut size: u64 = change.added.iter().map(|entry| entry.passages.len() as u64).sum();
    let unfinished =
        !change.added.is_empty() && change.added.iter().any(|entry| entry.vectors.len() < entry.passages.len());
    let mut open = change.model.is_empty() || !unfinished;
    while let Some(segment) = from.checked_sub(1).and_then(|last| segments.get(last)) {
        open = open && segment.is_complete(change.model);
        let small = size > 0 && segment.passages < LARGER * size;
        // With nothing added, the last two are looked at.
        let alone = size == 0 && from == segments.len() && segments.len() > 1;
        if !open || !(small || alone) {
            break;
        }
        from -= 1;
        size += segment.passages;
    }
    // A row of one is joined with nothing.
    if change.added.is_empty() && segments.len() - from < 2 {
        from = segments.len();
    }
    segments[..from].iter().position(heavy).unwrap_or(from)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::knowledge::{Document, DocumentState, Format, Passage, Visibility, build, passages};

    fn document(number: usize) -> (Document, Vec<Passage>) {
        let text = format!("Hotel {number} has {} rooms and a pool of {number} metres.", number * 3);
        let passages = passages("Sheet", Format::Markdown, &text);
        let document = Document {
            id: format!("d{number}"),
            title: format!("Hotel {number}"),
            category: None,
            state: DocumentState::Published,
            visibility: Visibility::Internal,
            valid_from: None,
            valid_to: None,
            external_id: None,
            format: Format::Markdown,
            passages: 1,
            version: 1,
            created_at: jiff::Timestamp::UNIX_EPOCH,
            updated_at: jiff::Timestamp::UNIX_EPOCH,
        };
        (document, passages)
    }

    /// Ids that count, over all segments.
    fn counted(segments: &[Segment], indexes: &[Index]) -> Vec<String> {
        let mut ids: Vec<String> = segments
            .iter()
            .zip(indexes)
            .flat_map(|(segment, index)| {
                let all = (0..index.documents()).map(|n| index.document(n).unwrap().id.to_owned());
                all.filter(|id| !segment.removed.contains(id)).collect::<Vec<_>>()
            })
            .collect();
        ids.sort();
        ids
    }

    proptest! {
        /// Whatever is added, replaced and removed, each document that is left counts once, and segments stay few.
        #[test]
        fn each_document_counts_once(steps in proptest::collection::vec((0_usize..12, proptest::bool::ANY), 1..40)) {
            let (mut segments, mut indexes): (Vec<Segment>, Vec<Index>) = (Vec::new(), Vec::new());
            let mut left: Vec<String> = Vec::new();
            for (step, (number, adds)) in steps.into_iter().enumerate() {
                let (document, passages) = document(number);
                let entry = [Entry { document: &document, passages: &passages, vectors: &[] }];
                let removed = HashSet::from([document.id.clone()]);
                let file = format!("f{step}");
                let added: &[Entry<'_>] = if adds { &entry } else { &[] };
                let change = Change { added, removed: &removed, model: "", file: &file };
                let made = changed(&segments, &indexes.iter().collect::<Vec<_>>(), &change);
                let kept = |file: &str| segments.iter().position(|old| old.file == file).map(|place| indexes[place].clone());
                indexes = made
                    .segments
                    .iter()
                    .map(|segment| kept(&segment.file).unwrap_or_else(|| Index::open(made.written.as_ref().unwrap()).unwrap()))
                    .collect();
                segments = made.segments;
                left.retain(|id| *id != document.id);
                if adds {
                    left.push(document.id.clone());
                }
                left.sort();
                prop_assert_eq!(counted(&segments, &indexes), left.clone());
                prop_assert!(segments.len() <= 6);
            }
        }
    }

    #[test]
    fn a_large_segment_is_left_alone_when_a_small_one_comes() {
        let many: Vec<(Document, Vec<Passage>)> = (0..50).map(document).collect();
        let entries: Vec<Entry<'_>> =
            many.iter().map(|(document, passages)| Entry { document, passages, vectors: &[] }).collect();
        let large = Index::open(&Bytes::from(build("", &entries))).unwrap();
        let before = [Segment::of("large".to_owned(), &large)];
        let (one, passages) = document(99);
        let added = [Entry { document: &one, passages: &passages, vectors: &[] }];
        let change = Change { added: &added, removed: &HashSet::new(), model: "", file: "small" };
        let made = changed(&before, &[&large], &change);
        let files: Vec<&str> = made.segments.iter().map(|segment| segment.file.as_str()).collect();
        assert_eq!(files, ["large", "small"]);
        let all: HashSet<String> = many.iter().map(|(document, _)| document.id.clone()).collect();
        let change = Change { added: &[], removed: &all, model: "", file: "none" };
        let small = Index::open(made.written.as_ref().unwrap()).unwrap();
        let made = changed(&made.segments, &[&large, &small], &change);
        assert_eq!(made.segments.iter().map(|one| one.documents).sum::<u64>(), 1);
    }
}
