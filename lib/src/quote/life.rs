//! What may happen to a quote, and what follows for each of its revisions (`product.md` section 6).
//!
//! Invariant: at most one revision is accepted, and then none is open; a revision that went out stays acceptable until a
//! newer one has gone out, too, or its time is over.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::{
    Acceptance, Answer, Command, Decline, Head, IllegalChange, MAX_REVISIONS, Quote, Sending, State,
    validity::{ends_at, renewed},
};
use crate::send::{Send, SendState};

/// Why a wish cannot be granted now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotNow {
    /// The state of the revision does not allow it.
    #[error(transparent)]
    Illegal(#[from] IllegalChange),
    /// Its mail is on its way.
    #[error("this quote is being sent already")]
    BeingSent,
    /// Nobody knows whether its mail went out.
    #[error("nobody knows whether this quote went out: say what became of it, or resend it")]
    Unknown,
    /// Nothing is unknown.
    #[error("it is known what became of this quote's mail")]
    Known,
    /// The traveller accepted a revision.
    #[error("this quote was accepted")]
    Accepted,
    /// There is nothing to choose from.
    #[error("a quote without options cannot be sent")]
    NoOptions,
    /// There is nobody to send it to.
    #[error("a quote without an address cannot be sent")]
    NoAddress,
    /// It is no draft any more.
    #[error("only a draft can be changed; revise this quote first")]
    NotADraft,
    /// It is a draft still.
    #[error("a draft can be changed as it is")]
    StillADraft,
    /// It has as many revisions as a quote may have.
    #[error("a quote has at most {MAX_REVISIONS} revisions")]
    TooMany,
    /// It has no such revision.
    #[error("this quote has no such revision")]
    NoSuchRevision,
}

impl Quote {
    /// The quote as it is at `now`: what is past its last day is expired, whether the sweep came by or not.
    #[must_use]
    pub fn as_of(mut self, now: Timestamp, zone: &TimeZone) -> Self {
        for head in self.heads_mut().filter(|head| now >= ends_at(head.valid_until, zone)) {
            head.state = head.state.after(Command::Expire).unwrap_or(head.state);
        }
        self
    }

    /// A person found the draft good.
    ///
    /// # Errors
    /// [`NotNow`] unless it is a draft with something to offer.
    pub fn ready(mut self, now: Timestamp) -> Result<Self, NotNow> {
        self.refuse_if_accepted()?;
        self.current.state = self.current.state.after(Command::Ready)?;
        if self.current.options == 0 {
            return Err(NotNow::NoOptions);
        }
        Ok(self.changed(now))
    }

    /// The current revision with a last day that is still to come, should it have lain too long as a draft.
    #[must_use]
    pub fn renewed(mut self, today: Date, validity_days: u16) -> Self {
        if matches!(self.current.state, State::Draft | State::Ready) {
            self.current.valid_until = renewed(self.current.valid_until, today, validity_days);
        }
        self
    }

    /// The current revision's mail is written down.
    ///
    /// # Errors
    /// [`NotNow`] when it was sent, is being sent, or has nothing to offer or nobody to go to.
    pub fn being_sent(mut self, send: &Send, now: Timestamp) -> Result<Self, NotNow> {
        self.may_be_sent()?;
        self.current.state = State::Ready;
        self.current.sending = Some(noted(send, now));
        Ok(self.changed(now))
    }

    /// Whether the current revision may be sent now.
    ///
    /// # Errors
    /// [`NotNow`] says why not.
    pub fn may_be_sent(&self) -> Result<(), NotNow> {
        self.refuse_if_accepted()?;
        match self.current.send_state() {
            Some(SendState::Pending | SendState::Claimed) => return Err(NotNow::BeingSent),
            Some(SendState::Unknown) if self.current.state == State::Ready => return Err(NotNow::Unknown),
            _ => {}
        }
        self.current.state.after(Command::Send)?;
        self.may_go_out()
    }

    fn may_go_out(&self) -> Result<(), NotNow> {
        match (self.current.options, self.traveller.email.as_str()) {
            (0, _) => Err(NotNow::NoOptions),
            (_, "") => Err(NotNow::NoAddress),
            _ => Ok(()),
        }
    }

    /// The revision whose mail a person may send once more: the one the traveller has, or one whose mail failed or is unknown.
    ///
    /// # Errors
    /// [`NotNow`] when there is none, or its mail is on its way.
    pub fn to_resend(&self) -> Result<u32, NotNow> {
        self.refuse_if_accepted()?;
        let stuck = |head: &&Head| {
            head.state == State::Ready && matches!(head.send_state(), Some(SendState::Unknown | SendState::Failed))
        };
        let head = Some(&self.current).filter(stuck).or_else(|| self.offered());
        let head = head.ok_or(IllegalChange(self.current.state, Command::Resend))?;
        match head.send_state() {
            Some(SendState::Pending | SendState::Claimed) => Err(NotNow::BeingSent),
            _ => Ok(head.revision),
        }
    }

    /// Another mail with a revision is written down.
    ///
    /// # Errors
    /// As [`Quote::to_resend`].
    pub fn being_resent(mut self, send: &Send, now: Timestamp) -> Result<Self, NotNow> {
        let revision = self.to_resend()?;
        self.head_mut(revision)?.sending = Some(noted(send, now));
        Ok(self.changed(now))
    }

    /// What became of a revision's mail: once it is out, the revision is sent and those before it are superseded.
    #[must_use]
    pub fn mail_settled(mut self, revision: u32, send: &Send, now: Timestamp) -> Self {
        let Ok(head) = self.head_mut(revision) else { return self };
        // An older entry has nothing to say about a newer mail.
        if head.sending.as_ref().is_none_or(|sending| sending.send_id <= send.id) {
            head.sending = Some(noted(send, now));
        }
        if send.state == SendState::Sent {
            head.sent_at = head.sent_at.or(Some(now));
            if let Ok(sent) = head.state.after(Command::Send) {
                head.state = sent;
                self.supersede_before(revision);
            }
        }
        self.changed(now)
    }

    /// The revision whose mail nobody knows the end of.
    ///
    /// # Errors
    /// [`NotNow::Known`] when there is none.
    pub fn unknown_send(&self) -> Result<(&Head, &Sending), NotNow> {
        let unknown = |sending: &&Sending| sending.state == SendState::Unknown;
        let found = self.heads().filter_map(|head| Some((head, head.sending.as_ref().filter(unknown)?)));
        found.last().ok_or(NotNow::Known)
    }

    /// Another revision becomes the current one, as a draft. What was never sent is superseded by it at once.
    ///
    /// # Errors
    /// [`NotNow`] when a revision was accepted, or there are too many.
    pub fn amended(mut self, head: Head, now: Timestamp) -> Result<Self, NotNow> {
        self.refuse_if_accepted()?;
        if head.revision > MAX_REVISIONS {
            return Err(NotNow::TooMany);
        }
        let mut before = std::mem::replace(&mut self.current, head);
        if matches!(before.state, State::Draft | State::Ready) && !before.may_have_arrived() {
            before.state = before.state.after(Command::Supersede)?;
        }
        self.earlier.push(before);
        Ok(self.changed(now))
    }

    /// Whether a person may begin another revision.
    ///
    /// # Errors
    /// [`NotNow`] while the current one is a draft or on its way, and once one was accepted.
    pub fn may_be_revised(&self) -> Result<(), NotNow> {
        self.refuse_if_accepted()?;
        match (self.current.state, self.current.send_state()) {
            (State::Draft, _) => Err(NotNow::StillADraft),
            (_, Some(SendState::Pending | SendState::Claimed)) => Err(NotNow::BeingSent),
            _ if self.current.revision >= MAX_REVISIONS => Err(NotNow::TooMany),
            _ => Ok(()),
        }
    }

    /// The agency takes the quote back: every revision that is open.
    ///
    /// # Errors
    /// [`NotNow`] when none is.
    pub fn withdrawn(mut self, now: Timestamp) -> Result<Self, NotNow> {
        self.refuse_if_accepted()?;
        if !self.heads().any(|head| head.state.after(Command::Withdraw).is_ok()) {
            return Err(IllegalChange(self.current.state, Command::Withdraw).into());
        }
        self.close(Command::Withdraw);
        Ok(self.changed(now))
    }

    /// The traveller opened a revision for the first time; `None` when that changes nothing.
    #[must_use]
    pub fn viewed(mut self, revision: u32, now: Timestamp) -> Option<Self> {
        let head = self.head_mut(revision).ok()?;
        arrive(head, now);
        if head.state != State::Sent {
            return None;
        }
        head.state = head.state.after(Command::View).ok()?;
        self.supersede_before(revision);
        Some(self.changed(now))
    }

    /// The traveller accepts an option of a revision; what else was open is withdrawn.
    ///
    /// # Errors
    /// [`NotNow`] unless that revision is with the traveller.
    pub fn accepted(mut self, revision: u32, acceptance: Acceptance, now: Timestamp) -> Result<Self, NotNow> {
        let head = self.head_mut(revision)?;
        arrive(head, now);
        head.state = head.state.after(Command::Accept)?;
        head.answer = Some(Answer::Accepted(acceptance));
        self.supersede_before(revision);
        self.close(Command::Withdraw);
        Ok(self.changed(now))
    }

    /// The traveller declines a revision.
    ///
    /// # Errors
    /// [`NotNow`] unless that revision is with the traveller.
    pub fn declined(mut self, revision: u32, decline: Decline, now: Timestamp) -> Result<Self, NotNow> {
        let head = self.head_mut(revision)?;
        arrive(head, now);
        head.state = head.state.after(Command::Decline)?;
        head.answer = Some(Answer::Declined(decline));
        Ok(self.changed(now))
    }

    /// The traveller was reminded of a revision.
    #[must_use]
    pub fn reminded(mut self, revision: u32, now: Timestamp) -> Self {
        if let Ok(head) = self.head_mut(revision) {
            head.reminded_at = Some(now);
        }
        self.changed(now)
    }

    /// The same with its next version.
    #[must_use]
    pub fn changed(self, now: Timestamp) -> Self {
        Self { updated_at: now, version: self.version + 1, ..self }
    }

    fn refuse_if_accepted(&self) -> Result<(), NotNow> {
        if self.standing().state == State::Accepted { Err(NotNow::Accepted) } else { Ok(()) }
    }

    fn heads_mut(&mut self) -> impl Iterator<Item = &mut Head> {
        self.earlier.iter_mut().chain([&mut self.current])
    }

    fn head_mut(&mut self, revision: u32) -> Result<&mut Head, NotNow> {
        self.heads_mut().find(|head| head.revision == revision).ok_or(NotNow::NoSuchRevision)
    }

    fn supersede_before(&mut self, revision: u32) {
        for head in self.heads_mut().filter(|head| head.revision < revision) {
            head.state = head.state.after(Command::Supersede).unwrap_or(head.state);
        }
    }

    fn close(&mut self, command: Command) {
        for head in self.heads_mut() {
            head.state = head.state.after(command).unwrap_or(head.state);
        }
    }
}

/// Whoever has the link has the mail: one that nobody knew the end of did go out.
fn arrive(head: &mut Head, now: Timestamp) {
    if head.state == State::Ready && head.may_have_arrived() {
        head.state = State::Sent;
        head.sent_at = head.sent_at.or(Some(now));
    }
}

fn noted(send: &Send, now: Timestamp) -> Sending {
    Sending { send_id: send.id.clone(), state: send.state, reason: send.reason.clone(), at: now }
}
