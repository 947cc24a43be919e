//! An enquiry in a list: the little that lists are filtered by and figures are counted from.
//!
//! Invariant: a row says nothing that its enquiry does not; it is written in the same step.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Enquiry, EnquiryState};
use crate::{message::Class, rates::folded};

/// Longest text that is searched, in bytes or a little less.
const MAX_SEARCHED: usize = 800;

/// One enquiry in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnquiryRow {
    /// UUID of the enquiry.
    pub id: String,
    /// How far it has come.
    pub state: EnquiryState,
    /// What the first mail was.
    pub class: Class,
    /// Where it came from: a mailbox, or what a person entered.
    pub source: String,
    /// When it came.
    pub created_at: Timestamp,
    /// When its first quote was made.
    #[serde(default)]
    pub quoted_at: Option<Timestamp>,
    /// Address of the consultant who looks after it.
    #[serde(default)]
    pub assigned_to: Option<String>,
    /// Where to.
    pub destinations: Vec<String>,
    /// Its quote.
    #[serde(default)]
    pub quote_id: Option<String>,
    /// What a search looks at.
    pub search: String,
}

/// What a list of enquiries is narrowed down by. Nothing set keeps everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EnquiryFilter {
    /// Only in this state.
    pub state: Option<EnquiryState>,
    /// Only of this class.
    pub class: Option<Class>,
    /// Only to this place, whatever its spelling.
    pub destination: Option<String>,
    /// Only of this consultant.
    pub assigned_to: Option<String>,
    /// Only with all of these words.
    pub words: Vec<String>,
}

impl From<&Enquiry> for EnquiryRow {
    fn from(enquiry: &Enquiry) -> Self {
        let fields = &enquiry.fields;
        let destinations = fields.destinations.as_ref().map(|places| places.value.clone()).unwrap_or_default();
        let hotels = fields.requested_hotels.iter().flat_map(|hotels| &hotels.value);
        let contact = [&fields.contact.name, &fields.contact.email, &fields.contact.phone];
        let said = contact.into_iter().flatten().map(|said| &said.value);
        let words: Vec<&str> =
            said.chain([&enquiry.subject]).chain(&destinations).chain(hotels).map(String::as_str).collect();
        Self {
            id: enquiry.id.clone(),
            state: enquiry.state,
            class: enquiry.class,
            source: enquiry.source.clone(),
            created_at: enquiry.created_at,
            quoted_at: enquiry.quoted_at,
            assigned_to: enquiry.assigned_to.clone(),
            quote_id: enquiry.quote_id.clone(),
            search: search_form(&words.join(" ")),
            destinations,
        }
    }
}

impl EnquiryFilter {
    /// Whether it keeps everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a row is kept.
    #[must_use]
    pub fn keeps(&self, row: &EnquiryRow) -> bool {
        let destination = |place: &String| row.destinations.iter().any(|known| folded(known) == folded(place));
        self.state.is_none_or(|state| state == row.state)
            && self.class.is_none_or(|class| class == row.class)
            && self.destination.as_ref().is_none_or(destination)
            && self.assigned_to.as_ref().is_none_or(|email| row.assigned_to.as_ref() == Some(email))
            && self.words.iter().all(|word| row.search.contains(word.as_str()))
    }
}

/// A text as searches compare it: without letter case, diacritics and doubled spaces, and not too long.
#[must_use]
pub fn search_form(text: &str) -> String {
    let bounded: String = text.chars().take(MAX_SEARCHED).collect();
    folded(&bounded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_filter_narrows_and_spelling_does_not_matter() {
        let row = EnquiryRow {
            id: "1".to_owned(),
            state: EnquiryState::Quoted,
            class: Class::Enquiry,
            source: "sunbird@in.example".to_owned(),
            created_at: Timestamp::UNIX_EPOCH,
            quoted_at: None,
            assigned_to: Some("nomsa@sunbird.example".to_owned()),
            destinations: vec!["Réunion".to_owned()],
            quote_id: None,
            search: search_form("Zoë Berg zoe@post.example Two weeks in Réunion"),
        };
        let filter = |words: &str| EnquiryFilter {
            words: words.split_whitespace().map(search_form).collect(),
            ..EnquiryFilter::default()
        };
        assert!(filter("zoe REUNION").keeps(&row) && !filter("zoe Zanzibar").keeps(&row));
        let to = |place: &str| EnquiryFilter { destination: Some(place.to_owned()), ..EnquiryFilter::default() };
        assert!(to("reunion").keeps(&row) && !to("Reunion Island").keeps(&row));
        let state = |state| EnquiryFilter { state: Some(state), ..EnquiryFilter::default() };
        assert!(state(EnquiryState::Quoted).keeps(&row) && !state(EnquiryState::Won).keeps(&row));
        let of = |email: &str| EnquiryFilter { assigned_to: Some(email.to_owned()), ..EnquiryFilter::default() };
        assert!(of("nomsa@sunbird.example").keeps(&row) && !of("pieter@sunbird.example").keeps(&row));
        assert!(EnquiryFilter::default().is_empty() && EnquiryFilter::default().keeps(&row));
    }
}
