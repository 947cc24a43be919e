//! A booking: what an accepted quote becomes (`product.md` section 6). Who travels, what is paid when, and whether today's
//! rates still give the price that was agreed.
//!
//! Invariant: the total is the one option's that was accepted; nothing reprices it.

mod recheck;
mod schedule;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use recheck::{Recheck, recheck};
pub use schedule::{Payment, PaymentKind, schedule};

use crate::{
    money::Money,
    party::{Room, Stay},
    pricing::PricedOption,
    quote::{Quote, Traveller},
    tenant::Config,
};

/// A booking as stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Booking {
    /// UUID.
    pub id: String,
    /// The quote it came of.
    pub quote_id: String,
    /// That quote's number, which is the booking's, too.
    pub number: String,
    /// The enquiry it began with.
    pub enquiry_id: String,
    /// The revision that was accepted.
    pub revision: u32,
    /// Which option of it, from 1.
    pub option: u32,
    /// How far it has come.
    pub state: BookingState,
    /// What was chosen.
    pub stay: BookedStay,
    /// What it costs.
    pub total: Money,
    /// Who accepted.
    pub lead: Traveller,
    /// Who travels.
    pub guests: Vec<Guest>,
    /// What is to be paid, in order.
    pub payments: Vec<Payment>,
    /// What today's rates would give, as last looked.
    #[serde(default)]
    pub recheck: Option<Recheck>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// When the agency confirmed it.
    #[serde(default)]
    pub confirmed_at: Option<Timestamp>,
    /// Raised by one on every change.
    pub version: u64,
}

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BookedStay {
    /// Hotel as in the rate sheet.
    pub hotel: String,
    /// Destination as in the rate sheet.
    pub destination: String,
    /// Country as in the rate sheet.
    pub country: String,
    /// Room type as in the rate sheet.
    pub room_type: String,
    /// Board code.
    pub board: String,
    /// Check-in and check-out.
    pub dates: Stay,
    /// The rooms.
    pub rooms: Vec<Room>,
}

/// How far a booking has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BookingState {
    /// The traveller accepted; the agency has yet to confirm.
    Open,
    /// Confirmed to the traveller.
    Confirmed,
    /// The journey was made.
    Completed,
    /// Called off.
    Cancelled,
}

/// A wish to change a booking's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BookingCommand {
    /// The agency confirms.
    Confirm,
    /// The journey was made.
    Complete,
    /// It is called off.
    Cancel,
}

/// A command that the state does not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a booking that is {} cannot be {}", word(*.0), past(*.1))]
pub struct IllegalBooking(pub BookingState, pub BookingCommand);

impl BookingState {
    /// The state after a command.
    ///
    /// # Errors
    /// [`IllegalBooking`] when it is not allowed in this state.
    pub fn after(self, command: BookingCommand) -> Result<Self, IllegalBooking> {
        match (self, command) {
            (Self::Open, BookingCommand::Confirm) => Ok(Self::Confirmed),
            (Self::Confirmed, BookingCommand::Complete) => Ok(Self::Completed),
            (Self::Open | Self::Confirmed, BookingCommand::Cancel) => Ok(Self::Cancelled),
            _ => Err(IllegalBooking(self, command)),
        }
    }
}

fn word(state: BookingState) -> &'static str {
    match state {
        BookingState::Open => "open",
        BookingState::Confirmed => "confirmed",
        BookingState::Completed => "completed",
        BookingState::Cancelled => "cancelled",
    }
}

fn past(command: BookingCommand) -> &'static str {
    match command {
        BookingCommand::Confirm => "confirmed",
        BookingCommand::Complete => "completed",
        BookingCommand::Cancel => "cancelled",
    }
}

/// Somebody who travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Guest {
    /// Which room, from 1.
    pub room: u32,
    /// A child's age at check-in; absent for an adult.
    #[serde(default)]
    pub age: Option<u8>,
    /// Name as in the passport; empty until known.
    #[serde(default)]
    pub name: String,
}

/// A new booking of the option that was accepted, with its guests unnamed but for the one who accepted.
#[must_use]
pub fn open(id: String, quote: &Quote, accepted: &Accepted<'_>, config: &Config, now: Timestamp) -> Booking {
    let Accepted { number, option, stay, rooms, lead } = *accepted;
    let today = now.to_zoned(config.zone()).date();
    Booking {
        id,
        quote_id: quote.id.clone(),
        number: quote.number.clone(),
        enquiry_id: quote.enquiry_id.clone(),
        revision: quote.standing().revision,
        option: number,
        state: BookingState::Open,
        stay: BookedStay {
            hotel: option.hotel.clone(),
            destination: option.destination.clone(),
            country: option.country.clone(),
            room_type: option.room_type.clone(),
            board: option.board.clone(),
            dates: stay,
            rooms: rooms.to_vec(),
        },
        total: option.total,
        lead: lead.clone(),
        guests: guests(rooms, &lead.name),
        payments: schedule(option.total, &config.booking, today, stay.check_in),
        recheck: None,
        created_at: now,
        updated_at: now,
        confirmed_at: None,
        version: 1,
    }
}

/// What was accepted, and by whom.
#[derive(Debug, Clone, Copy)]
pub struct Accepted<'a> {
    /// Which option, from 1.
    pub number: u32,
    /// The option.
    pub option: &'a PricedOption,
    /// Check-in and check-out.
    pub stay: Stay,
    /// The rooms.
    pub rooms: &'a [Room],
    /// Who accepted.
    pub lead: &'a Traveller,
}

fn guests(rooms: &[Room], lead: &str) -> Vec<Guest> {
    let mut guests = Vec::new();
    for (room, number) in rooms.iter().zip(1..) {
        let adults = (0..room.adults).map(|_| Guest { room: number, age: None, name: String::new() });
        guests.extend(adults);
        guests.extend(room.child_ages.iter().map(|age| Guest { room: number, age: Some(*age), name: String::new() }));
    }
    if let Some(first) = guests.iter_mut().find(|guest| guest.age.is_none()) {
        lead.clone_into(&mut first.name);
    }
    guests
}

impl Booking {
    /// The booking after a command.
    ///
    /// # Errors
    /// [`IllegalBooking`] when its state does not allow it.
    pub fn after(self, command: BookingCommand, now: Timestamp) -> Result<Self, IllegalBooking> {
        let state = self.state.after(command)?;
        let confirmed_at = if command == BookingCommand::Confirm { Some(now) } else { self.confirmed_at };
        Ok(Self { state, confirmed_at, ..self }.changed(now))
    }

    /// The same people in the same rooms under other names; `None` when the party is not the one that was priced.
    #[must_use]
    pub fn with_guests(self, guests: Vec<Guest>, now: Timestamp) -> Option<Self> {
        let party = |guests: &[Guest]| {
            let mut party: Vec<(u32, Option<u8>)> = guests.iter().map(|guest| (guest.room, guest.age)).collect();
            party.sort_unstable();
            party
        };
        (party(&guests) == party(&self.guests)).then(|| Self { guests, ..self }.changed(now))
    }

    /// A payment noted as made on a day, or as not made; `None` when there is no such payment.
    #[must_use]
    pub fn paid(mut self, number: usize, on: Option<Date>, now: Timestamp) -> Option<Self> {
        self.payments.get_mut(number)?.paid_on = on;
        Some(self.changed(now))
    }

    /// The booking with what today's rates say.
    #[must_use]
    pub fn rechecked(self, recheck: Option<Recheck>) -> Self {
        Self { recheck: recheck.or(self.recheck), ..self }
    }

    fn changed(self, now: Timestamp) -> Self {
        Self { updated_at: now, version: self.version + 1, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lead_is_the_first_adult() {
        let rooms = [Room { adults: 0, child_ages: vec![16] }, Room { adults: 2, child_ages: vec![] }];
        let guests = guests(&rooms, "Anna Berg");
        assert_eq!(guests.iter().map(|guest| guest.name.as_str()).collect::<Vec<_>>(), ["", "Anna Berg", ""]);
        assert_eq!(guests[0].age, Some(16));
    }

    #[test]
    fn an_end_is_an_end() {
        use BookingCommand::{Cancel, Complete, Confirm};
        for ended in [BookingState::Completed, BookingState::Cancelled] {
            assert!([Confirm, Complete, Cancel].into_iter().all(|command| ended.after(command).is_err()));
        }
        assert_eq!(
            BookingState::Confirmed.after(Confirm).map_err(|refused| refused.to_string()),
            Err("a booking that is confirmed cannot be confirmed".to_owned())
        );
    }
}
