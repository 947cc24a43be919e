//! The states of an enquiry and the steps that lead from one to another (`product.md` section 4).
//!
//! Invariant: what is closed changes only by being opened again, and what was won is never opened again.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How far an enquiry has come (`product.md` section 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EnquiryState {
    /// Just came in.
    New,
    /// Something required is missing.
    NeedsInfo,
    /// All that is required is known.
    Qualified,
    /// A quote was made.
    Quoted,
    /// Accepted.
    Won,
    /// Declined or gone elsewhere.
    Lost,
    /// Not to be served.
    Rejected,
    /// Not an enquiry at all.
    Spam,
}

/// What moves an enquiry on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Something required turned out to be missing.
    Lack,
    /// All that is required is known.
    Complete,
    /// A quote was made.
    Quote,
    /// The traveller accepted.
    Win,
    /// The traveller declined, or went elsewhere.
    Lose,
    /// The agency does not serve it.
    Reject,
    /// It is no enquiry.
    MarkSpam,
    /// It is taken up again.
    Reopen,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 8] =
        [Self::Lack, Self::Complete, Self::Quote, Self::Win, Self::Lose, Self::Reject, Self::MarkSpam, Self::Reopen];
}

/// A step that the state does not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an enquiry that is {} cannot be {}", word(.0), past(.1))]
pub struct IllegalStep(pub EnquiryState, pub Step);

impl EnquiryState {
    /// Every state.
    pub const ALL: [Self; 8] =
        [Self::New, Self::NeedsInfo, Self::Qualified, Self::Quoted, Self::Won, Self::Lost, Self::Rejected, Self::Spam];

    /// Whether a reply opens a new enquiry instead of changing this one.
    #[must_use]
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Won | Self::Lost | Self::Rejected | Self::Spam)
    }

    /// The state after a step.
    ///
    /// # Errors
    /// [`IllegalStep`] when it is not allowed in this state.
    pub fn after(self, step: Step) -> Result<Self, IllegalStep> {
        match (self, step) {
            (Self::New | Self::NeedsInfo | Self::Qualified | Self::Quoted, Step::Lack) => Ok(Self::NeedsInfo),
            (Self::New | Self::NeedsInfo | Self::Qualified, Step::Complete) => Ok(Self::Qualified),
            (Self::Quoted, Step::Complete) | (Self::Qualified | Self::Quoted, Step::Quote) => Ok(Self::Quoted),
            (Self::Quoted, Step::Win) => Ok(Self::Won),
            (Self::New | Self::NeedsInfo | Self::Qualified | Self::Quoted, Step::Lose) => Ok(Self::Lost),
            (Self::New | Self::NeedsInfo | Self::Qualified | Self::Quoted, Step::Reject) => Ok(Self::Rejected),
            (Self::New | Self::NeedsInfo | Self::Qualified, Step::MarkSpam) => Ok(Self::Spam),
            (Self::Lost | Self::Rejected | Self::Spam, Step::Reopen) => Ok(Self::New),
            _ => Err(IllegalStep(self, step)),
        }
    }

    /// The state of an open enquiry once it is looked over: by what is missing and by whether it has a quote.
    ///
    /// # Errors
    /// [`IllegalStep`] for a closed one.
    pub fn looked_over(self, missing: &[String], quote_id: Option<&str>) -> Result<Self, IllegalStep> {
        if !missing.is_empty() {
            return self.after(Step::Lack);
        }
        let complete = self.after(Step::Complete)?;
        if quote_id.is_some() { complete.after(Step::Quote) } else { Ok(complete) }
    }
}

fn word(state: &EnquiryState) -> &'static str {
    match state {
        EnquiryState::New => "new",
        EnquiryState::NeedsInfo => "waiting for information",
        EnquiryState::Qualified => "qualified",
        EnquiryState::Quoted => "quoted",
        EnquiryState::Won => "won",
        EnquiryState::Lost => "lost",
        EnquiryState::Rejected => "rejected",
        EnquiryState::Spam => "spam",
    }
}

fn past(step: &Step) -> &'static str {
    match step {
        Step::Lack | Step::Complete => "changed",
        Step::Quote => "quoted",
        Step::Win => "won",
        Step::Lose => "lost",
        Step::Reject => "rejected",
        Step::MarkSpam => "marked as spam",
        Step::Reopen => "opened again",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_way_from_new_to_won_is_the_one_of_the_rules() {
        let way = [
            (Step::Lack, EnquiryState::NeedsInfo),
            (Step::Complete, EnquiryState::Qualified),
            (Step::Quote, EnquiryState::Quoted),
            (Step::Win, EnquiryState::Won),
        ];
        let mut state = EnquiryState::New;
        for (step, expected) in way {
            assert_eq!(state.after(step), Ok(expected));
            state = expected;
        }
        let refused = EnquiryState::NeedsInfo.after(Step::Quote).map_err(|refused| refused.to_string());
        assert_eq!(refused, Err("an enquiry that is waiting for information cannot be quoted".to_owned()));
        assert!(EnquiryState::Qualified.after(Step::Win).is_err());
    }

    #[test]
    fn what_is_missing_and_the_quote_decide_the_state() {
        let lack = ["dates".to_owned()];
        assert_eq!(EnquiryState::Quoted.looked_over(&lack, Some("q")), Ok(EnquiryState::NeedsInfo));
        assert_eq!(EnquiryState::NeedsInfo.looked_over(&[], Some("q")), Ok(EnquiryState::Quoted));
        assert_eq!(EnquiryState::New.looked_over(&[], None), Ok(EnquiryState::Qualified));
        assert!(EnquiryState::Lost.looked_over(&[], None).is_err());
    }

    proptest! {
        #[test]
        fn what_is_closed_only_opens_again(state in prop::sample::select(&EnquiryState::ALL[..]), steps in prop::collection::vec(prop::sample::select(&Step::ALL[..]), 0..20)) {
            let mut state = state;
            for step in steps {
                match state.after(step) {
                    Ok(next) => {
                        prop_assert!(!state.is_closed() || (step == Step::Reopen && next == EnquiryState::New));
                        prop_assert!(state != EnquiryState::Won);
                        state = next;
                    }
                    Err(refused) => prop_assert_eq!(refused, IllegalStep(state, step)),
                }
            }
        }
    }
}
