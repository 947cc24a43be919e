//! How long a quote holds: to the end of a day, where the agency is.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// The moment a quote stops to hold: the first of the day after its last one, also where clocks change at midnight.
#[must_use]
pub fn ends_at(valid_until: Date, zone: &TimeZone) -> Timestamp {
    let next = valid_until.tomorrow().and_then(|next| next.to_zoned(zone.clone()));
    next.map_or(Timestamp::MAX, |start| start.timestamp())
}

/// The last day of a quote that goes out `today`: as it was drafted, or counted anew when that day is past.
#[must_use]
pub(super) fn renewed(valid_until: Date, today: Date, validity_days: u16) -> Date {
    if valid_until >= today {
        return valid_until;
    }
    today.saturating_add(jiff::Span::new().days(i64::from(validity_days)))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_ends_where_the_agency_is() {
        let ends = |day: &str, zone: &str| ends_at(day.parse().unwrap(), &TimeZone::get(zone).unwrap()).to_string();
        assert_eq!(ends("2026-12-08", "Africa/Johannesburg"), "2026-12-08T22:00:00Z");
        assert_eq!(ends("2026-12-08", "Pacific/Kiritimati"), "2026-12-08T10:00:00Z");
        assert_eq!(ends("2026-12-08", "Pacific/Honolulu"), "2026-12-09T10:00:00Z");
        // The night the clocks go back is an hour longer, the one they go forward an hour shorter.
        assert_eq!(ends("2026-10-25", "Europe/Berlin"), "2026-10-25T23:00:00Z");
        assert_eq!(ends("2027-03-28", "Europe/Berlin"), "2027-03-28T22:00:00Z");
    }

    #[test]
    fn no_early_end_where_midnight_is_left_out_or_comes_twice() {
        let ends = |day: &str, zone: &str| ends_at(day.parse().unwrap(), &TimeZone::get(zone).unwrap()).to_string();
        // In Cairo, 24 April 2026 begins at 01:00; in Havana, 1 November 2026 has the hour after midnight twice.
        assert_eq!(ends("2026-04-23", "Africa/Cairo"), "2026-04-23T22:00:00Z");
        assert_eq!(ends("2026-10-31", "America/Havana"), "2026-11-01T04:00:00Z");
        assert_eq!(ends_at(Date::MAX, &TimeZone::UTC), Timestamp::MAX);
    }

    #[test]
    fn a_draft_that_lay_too_long_is_valid_anew() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(renewed(day("2026-12-08"), day("2026-12-08"), 14), day("2026-12-08"));
        assert_eq!(renewed(day("2026-12-08"), day("2026-12-09"), 14), day("2026-12-23"));
    }
}
