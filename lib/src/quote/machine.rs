//! Random lives of a quote: whatever comes in whatever order, the rules of its revisions hold.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use proptest::prelude::*;

use super::{Acceptance, Decline, Head, NotNow, Quote, State, Traveller};
use crate::{
    send::{About, Send, SendState},
    tenant::Slug,
};

#[derive(Debug, Clone, Copy)]
enum Step {
    Ready,
    Send,
    Resend,
    Settle(u32, SendState),
    Revise,
    Withdraw,
    View(u32),
    Accept(u32),
    Decline(u32),
    Wait,
}

fn step() -> impl Strategy<Value = Step> {
    let revision = 1..6_u32;
    let outcome = prop_oneof![3 => Just(SendState::Sent), 1 => Just(SendState::Unknown), 1 => Just(SendState::Failed)];
    prop_oneof![
        2 => Just(Step::Ready),
        4 => Just(Step::Send),
        1 => Just(Step::Resend),
        5 => (revision.clone(), outcome).prop_map(|(revision, state)| Step::Settle(revision, state)),
        3 => Just(Step::Revise),
        1 => Just(Step::Withdraw),
        2 => revision.clone().prop_map(Step::View),
        1 => revision.clone().prop_map(Step::Accept),
        1 => revision.prop_map(Step::Decline),
        1 => Just(Step::Wait),
    ]
}

fn start() -> Timestamp {
    "2026-11-24T08:00:00Z".parse().unwrap()
}

fn head(revision: u32, now: Timestamp) -> Head {
    Head {
        revision,
        answers: 1,
        state: State::Draft,
        created_at: now,
        valid_until: now.to_zoned(TimeZone::UTC).date().saturating_add(SignedDuration::from_hours(24 * 14)),
        reasons: Vec::new(),
        options: 3,
        main_total: None,
        main_hotel: None,
        hash: String::new(),
        sending: None,
        sent_at: None,
        reminded_at: None,
        answer: None,
    }
}

fn quote() -> Quote {
    Quote {
        id: "q".to_owned(),
        number: "Q-2026-0001".to_owned(),
        enquiry_id: "e".to_owned(),
        current: head(1, start()),
        earlier: Vec::new(),
        traveller: Traveller { name: "Anna".to_owned(), email: "anna@x.example".to_owned() },
        booking_id: None,
        created_at: start(),
        updated_at: start(),
        version: 1,
    }
}

fn mail(number: usize, state: SendState, now: Timestamp) -> Send {
    Send {
        id: format!("{number:04}"),
        tenant_id: Slug::parse("blue").unwrap(),
        about: About::Notification,
        state,
        from: String::new(),
        to: Vec::new(),
        raw_file: String::new(),
        ses_message_id: None,
        reason: None,
        created_at: now,
        updated_at: now,
    }
}

fn take(quote: Quote, step: Step, number: usize, now: Timestamp) -> Result<Quote, NotNow> {
    let pending = |quote: &Quote, revision| match quote.head(revision).and_then(|head| head.sending.clone()) {
        Some(sending) if matches!(sending.state, SendState::Pending | SendState::Unknown) => Some(sending.send_id),
        _ => None,
    };
    match step {
        Step::Ready => quote.ready(now),
        Step::Send => quote.being_sent(&mail(number, SendState::Pending, now), now),
        Step::Resend => quote.being_resent(&mail(number, SendState::Pending, now), now),
        Step::Settle(revision, state) => match pending(&quote, revision) {
            Some(id) => Ok(quote.mail_settled(revision, &Send { id, ..mail(0, state, now) }, now)),
            None => Err(NotNow::Known),
        },
        Step::Revise => {
            quote.may_be_revised()?;
            let next = head(quote.current.revision + 1, now);
            quote.amended(next, now)
        }
        Step::Withdraw => quote.withdrawn(now),
        Step::View(revision) => quote.viewed(revision, now).ok_or(NotNow::NoSuchRevision),
        Step::Accept(revision) => {
            let (name, email) = ("Anna".to_owned(), "anna@x.example".to_owned());
            let yes = Acceptance { option: 1, name, email, at: now, ip: None, revision_hash: String::new() };
            quote.accepted(revision, yes, now)
        }
        Step::Decline(revision) => quote.declined(revision, Decline { reason: String::new(), at: now, ip: None }, now),
        Step::Wait => Ok(quote),
    }
}

/// What holds of every quote at every moment.
fn sound(quote: &Quote) {
    let states: Vec<State> = quote.heads().map(|head| head.state).collect();
    let count = |wanted: &[State]| states.iter().filter(|state| wanted.contains(state)).count();
    assert!(count(&[State::Accepted]) <= 1, "{states:?}");
    assert!(count(&[State::Sent, State::Viewed]) <= 1, "the traveller has one that stands: {states:?}");
    if count(&[State::Accepted]) == 1 {
        assert_eq!(count(&[State::Draft, State::Ready, State::Sent, State::Viewed]), 0, "{states:?}");
    }
    assert!(states[..states.len() - 1].iter().all(|state| *state != State::Draft), "an old draft: {states:?}");
    for (head, number) in quote.heads().zip(1..) {
        assert_eq!(head.revision, number);
        assert!(!matches!(head.state, State::Sent | State::Viewed | State::Accepted) || head.sent_at.is_some());
        assert_eq!(head.acceptance().is_some(), head.state == State::Accepted);
    }
}

proptest! {
    #[test]
    fn the_rules_hold_in_every_life(steps in prop::collection::vec(step(), 1..60)) {
        let (mut quote, mut now) = (quote(), start());
        for (number, step) in steps.into_iter().enumerate() {
            now += SignedDuration::from_hours(if matches!(step, Step::Wait) { 24 * 8 } else { 1 });
            let before = quote.clone().as_of(now, &TimeZone::UTC);
            quote = match take(before.clone(), step, number, now) {
                Ok(after) => after,
                Err(_) => before.clone(),
            };
            sound(&quote);
            for old in before.heads().filter(|head| matches!(head.state, State::Accepted | State::Withdrawn | State::Superseded)) {
                prop_assert_eq!(quote.head(old.revision).map(|head| head.state), Some(old.state), "an end is an end");
            }
        }
    }
}

#[test]
fn what_the_traveller_has_stands_until_the_next_one_is_out() {
    let (now, sent) = (start(), SendState::Sent);
    let first = take(quote(), Step::Send, 1, now).unwrap();
    let first = take(first, Step::Settle(1, sent), 1, now).unwrap();
    let revised = take(first, Step::Revise, 2, now).unwrap();
    assert_eq!((revised.current.state, revised.offered().map(|head| head.revision)), (State::Draft, Some(1)));
    let accepted = take(revised.clone(), Step::Accept(1), 3, now).unwrap();
    assert_eq!((accepted.standing().revision, accepted.current.state), (1, State::Withdrawn));
    let on_its_way = take(revised, Step::Send, 4, now).unwrap();
    assert_eq!(on_its_way.offered().map(|head| head.revision), Some(1));
    let out = take(on_its_way, Step::Settle(2, sent), 5, now).unwrap();
    assert_eq!((out.earlier[0].state, out.offered().map(|head| head.revision)), (State::Superseded, Some(2)));
}

#[test]
fn whoever_has_the_link_has_the_mail() {
    let now = start();
    let unknown =
        take(take(quote(), Step::Send, 1, now).unwrap(), Step::Settle(1, SendState::Unknown), 1, now).unwrap();
    assert_eq!(take(unknown.clone(), Step::Send, 2, now), Err(NotNow::Unknown));
    assert_eq!(unknown.clone().viewed(1, now).unwrap().current.state, State::Viewed);
    assert_eq!(take(unknown, Step::Accept(1), 2, now).unwrap().current.state, State::Accepted);
}
