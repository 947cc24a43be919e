//! A reply read against what was known: what it says anew takes the place of what was said before, and nothing else changes.

use super::{Context, Dates, Evidence, Fields, Gazetteer, Mail, extract};

/// The fields after a reply.
#[must_use]
pub fn amend(before: &Fields, reply: &Mail<'_>, context: &Context<'_>, gazetteer: &'static Gazetteer) -> Fields {
    let said = extract(reply, context, gazetteer);
    let mut after = before.clone();
    take(&mut after.destinations, said.destinations);
    take(&mut after.origin, said.origin);
    take(&mut after.board, said.board);
    take(&mut after.stars, said.stars);
    take(&mut after.budget, said.budget);
    take(&mut after.requested_hotels, said.requested_hotels);
    take(&mut after.interests, said.interests);
    take(&mut after.special_requests, said.special_requests);
    take(&mut after.contact.phone, said.contact.phone);
    if said.rooms.is_some() || said.room_count.is_some() {
        (after.rooms, after.room_count) = (said.rooms, said.room_count);
    }
    take(&mut after.adults, said.adults);
    take(&mut after.children, said.children);
    take(&mut after.child_ages, said.child_ages);
    stay(&mut after, said.dates, said.nights);
    after
}

/// New dates bring their own length; a new length alone moves the check-out.
fn stay(after: &mut Fields, dates: Option<Evidence<Dates>>, nights: Option<Evidence<u32>>) {
    match (dates, nights) {
        (Some(dates), nights) => (after.dates, after.nights) = (Some(dates), nights),
        (None, Some(nights)) => {
            if let Some(Evidence { value: Dates::Exact { check_in, check_out }, .. }) = &mut after.dates {
                let length = jiff::SignedDuration::from_hours(24 * i64::from(nights.value));
                *check_out = check_in.saturating_add(length);
            }
            after.nights = Some(nights);
        }
        (None, None) => {}
    }
}

fn take<T>(known: &mut Option<T>, said: Option<T>) {
    if said.is_some() {
        *known = said;
    }
}
