//! The states of a revision and the commands that lead from one to another (`product.md` section 6).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// State of a revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = QuoteState)]
pub enum State {
    /// Being worked on.
    Draft,
    /// Waiting to be sent.
    Ready,
    /// With the traveller.
    Sent,
    /// Opened by the traveller.
    Viewed,
    /// Accepted by the traveller.
    Accepted,
    /// Declined by the traveller.
    Declined,
    /// Its time is over.
    Expired,
    /// A later revision took its place.
    Superseded,
    /// Taken back by the agency.
    Withdrawn,
}

/// A wish to change the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// Mark as ready.
    Ready,
    /// Send to the traveller.
    Send,
    /// Send to the traveller once more.
    Resend,
    /// The traveller opened it.
    View,
    /// The traveller accepts.
    Accept,
    /// The traveller declines.
    Decline,
    /// Its time is over.
    Expire,
    /// A later revision takes its place.
    Supersede,
    /// The agency takes it back.
    Withdraw,
}

impl Command {
    /// Every command.
    pub const ALL: [Self; 9] = [
        Self::Ready,
        Self::Send,
        Self::Resend,
        Self::View,
        Self::Accept,
        Self::Decline,
        Self::Expire,
        Self::Supersede,
        Self::Withdraw,
    ];
}

/// A command that the state does not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a quote that is {} cannot be {}", word(.0), past(.1))]
pub struct IllegalChange(pub State, pub Command);

impl State {
    /// The state after a command.
    ///
    /// # Errors
    /// [`IllegalChange`] when it is not allowed in this state.
    pub fn after(self, command: Command) -> Result<Self, IllegalChange> {
        use State::{Accepted, Declined, Draft, Expired, Ready, Sent, Superseded, Viewed, Withdrawn};
        match (self, command) {
            (Draft, Command::Ready) => Ok(Ready),
            (Draft | Ready, Command::Send) => Ok(Sent),
            (Sent | Viewed, Command::Resend) => Ok(self),
            (Sent | Viewed, Command::View) => Ok(Viewed),
            (Sent | Viewed, Command::Accept) => Ok(Accepted),
            (Sent | Viewed, Command::Decline) => Ok(Declined),
            (Sent | Viewed, Command::Expire) => Ok(Expired),
            (Draft | Ready | Sent | Viewed | Declined | Expired, Command::Supersede) => Ok(Superseded),
            (Draft | Ready | Sent | Viewed, Command::Withdraw) => Ok(Withdrawn),
            _ => Err(IllegalChange(self, command)),
        }
    }

    /// Whether nothing of the revision may change any more except its state.
    #[must_use]
    pub fn is_frozen(self) -> bool {
        self != Self::Draft
    }
}

fn word(state: &State) -> &'static str {
    match state {
        State::Draft => "a draft",
        State::Ready => "ready",
        State::Sent => "sent",
        State::Viewed => "viewed",
        State::Accepted => "accepted",
        State::Declined => "declined",
        State::Expired => "expired",
        State::Superseded => "superseded",
        State::Withdrawn => "withdrawn",
    }
}

fn past(command: &Command) -> &'static str {
    match command {
        Command::Ready => "marked ready",
        Command::Send => "sent",
        Command::Resend => "sent again",
        Command::View => "viewed",
        Command::Accept => "accepted",
        Command::Decline => "declined",
        Command::Expire => "expired",
        Command::Supersede => "superseded",
        Command::Withdraw => "withdrawn",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_ends_a_revision() {
        for ended in [State::Accepted, State::Withdrawn, State::Superseded] {
            for command in Command::ALL {
                assert_eq!(ended.after(command), Err(IllegalChange(ended, command)));
            }
        }
    }

    #[test]
    fn viewing_is_optional_and_repeatable() {
        assert_eq!(State::Sent.after(Command::Accept), Ok(State::Accepted));
        assert_eq!(State::Viewed.after(Command::View), Ok(State::Viewed));
        assert_eq!(
            State::Draft.after(Command::Accept).map_err(|refused| refused.to_string()),
            Err("a quote that is a draft cannot be accepted".to_owned())
        );
    }
}
