//! Requests and settings for tests, written short.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use rust_decimal::Decimal;

use super::{Extra, ExtraUnit, FxRate, Offer, PriceRequest, Settings, price};
use crate::{
    party::{Room, Stay},
    rates::{RateBook, sample::rows},
};

/// What a request is answered by a sheet, written as the columns in which its rows differ from a plain one.
pub(super) fn offer(sheet: &[&str], request: &PriceRequest, settings: &Settings) -> Offer {
    price(&RateBook::compile(rows(sheet)), request, settings)
}

/// `2+4,9 | 1` is a room of two adults and children of 4 and 9, and a room of one adult.
pub(super) fn party(text: &str) -> Vec<Room> {
    let room = |text: &str| {
        let (adults, ages) = text.trim().split_once('+').unwrap_or((text.trim(), ""));
        let child_ages = ages.split(',').filter(|age| !age.is_empty()).map(|age| age.parse().unwrap()).collect();
        Room { adults: adults.parse().unwrap(), child_ages }
    };
    text.split('|').map(room).collect()
}

/// `2027-07-01..2027-07-04` is three nights.
pub(super) fn stay(text: &str) -> Stay {
    let (check_in, check_out) = text.split_once("..").unwrap();
    Stay { check_in: check_in.parse().unwrap(), check_out: check_out.parse().unwrap() }
}

/// A request for everything that is sold.
pub(super) fn request(rooms: &str, dates: &str) -> PriceRequest {
    PriceRequest { limit: 100, ..PriceRequest::new(party(rooms), stay(dates)) }
}

/// Settings in ZAR: `markup=12.5 buffer=2 step=50 fx=EUR:20.5 extra=transfer:person:150:ZAR`, an optional extra with `?`.
pub(super) fn settings(text: &str) -> Settings {
    let mut settings = Settings {
        display_currency: "ZAR".parse().unwrap(),
        markup_pct: Decimal::ZERO,
        fx_buffer_pct: Decimal::ZERO,
        rounding_step: Decimal::ZERO,
        extras: Vec::new(),
        fx: Vec::new(),
    };
    for (name, value) in text.split_whitespace().map(|word| word.split_once('=').unwrap()) {
        match name {
            "display" => settings.display_currency = value.parse().unwrap(),
            "markup" => settings.markup_pct = value.parse().unwrap(),
            "buffer" => settings.fx_buffer_pct = value.parse().unwrap(),
            "step" => settings.rounding_step = value.parse().unwrap(),
            "fx" => settings.fx.push(fx(value, &settings)),
            "extra" => settings.extras.push(extra(value)),
            _ => panic!("{name}"),
        }
    }
    settings
}

fn fx(text: &str, settings: &Settings) -> FxRate {
    let (from, rate) = text.split_once(':').unwrap();
    FxRate {
        from: from.parse().unwrap(),
        to: settings.display_currency,
        rate: rate.parse().unwrap(),
        as_of: "2027-03-01T09:00:00Z".to_owned(),
        source: "bank".to_owned(),
    }
}

fn extra(text: &str) -> Extra {
    let [name, unit, price, currency] = text.split(':').collect::<Vec<_>>().try_into().unwrap();
    let unit = match unit {
        "person" => ExtraUnit::Person,
        "booking" => ExtraUnit::Booking,
        "night" => ExtraUnit::Night,
        _ => ExtraUnit::PersonNight,
    };
    Extra {
        code: name.trim_end_matches('?').to_owned(),
        name: name.trim_end_matches('?').to_owned(),
        unit,
        price: price.parse().unwrap(),
        currency: currency.parse().unwrap(),
        optional: name.ends_with('?'),
    }
}
