//! A draft changed by a consultant (`product.md` section 6: only a draft may change).

use jiff::Timestamp;

use super::{Head, NotNow, Quote, State, Traveller};

impl Quote {
    /// Whether the current revision may be changed.
    ///
    /// # Errors
    /// [`NotNow`] unless it is a draft.
    pub fn may_be_edited(&self) -> Result<(), NotNow> {
        if self.heads().any(|head| head.acceptance().is_some()) {
            return Err(NotNow::Accepted);
        }
        match self.current.state {
            State::Draft => Ok(()),
            _ => Err(NotNow::NotADraft),
        }
    }

    /// The quote with its draft computed anew.
    ///
    /// # Errors
    /// [`NotNow`] unless it is a draft.
    pub fn edited(self, head: Head, traveller: Traveller, now: Timestamp) -> Result<Self, NotNow> {
        self.may_be_edited()?;
        Ok(Self { current: head, traveller, updated_at: now, version: self.version + 1, ..self })
    }
}
