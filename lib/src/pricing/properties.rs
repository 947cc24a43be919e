//! What holds for every sheet, party and stay.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use jiff::{ToSpan, civil::Date};
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{
    EstimateChoice, Exact, LineKind, Offer, PriceRequest, Settings, Snapshot, price, reprice, sample::settings,
};
use crate::{
    party::{Room, Stay},
    rates::{RateBook, RateRow, sample::rows},
};

fn day(number: i32) -> Date {
    jiff::civil::date(2027, 1, 1).checked_add(number.days()).unwrap()
}

const BANDS: [&str; 4] = ["", "0-1:free;2-11:50%", "0-17:33.3333%", "0-5:free;6-12:20.5;6-12#2:75%;13-17#1:60%"];
const UNITS: [&str; 4] = ["person_night", "room_night", "person_stay", "room_stay"];

prop_compose! {
    /// Periods of one plan one after the other, some with a gap between them.
    fn plan(number: usize)(
        lengths in proptest::collection::vec((1_i32..12, 0_i32..12, 0_i64..100_000, 0_usize..4, any::<bool>()), 1..6),
        (unit, per_stay) in (0_usize..2, proptest::bool::weighted(0.2)),
        (currency, supplement, included, extra) in (0_usize..2, 0_i64..5_000, 1_u32..4, 0_i64..50_000),
        closed in proptest::bool::weighted(0.05),
    ) -> Vec<RateRow> {
        let mut start = 0;
        let mut periods = Vec::new();
        for (length, gap, price, bands, gross) in lengths {
            let mut row = rows(&[&format!("hotel=Hotel {number}, unit={}, extra_adult=1", UNITS[unit + if per_stay { 2 } else { 0 }])]).remove(0);
            start += if gap > 9 { gap } else { 0 };
            row.valid_from = day(start);
            row.valid_to = day(start + length - 1);
            row.currency = ["ZAR", "EUR"][currency].parse().unwrap();
            row.price = Decimal::new(price, 3);
            row.basis = if gross { crate::rates::Basis::Gross } else { crate::rates::Basis::Net };
            row.commission_pct = Decimal::new(1_250, 2);
            row.child_bands = BANDS[bands].parse().unwrap();
            row.single_supplement = Decimal::new(supplement, 2);
            (row.included, row.extra_adult) = (included, Some(Decimal::new(extra, 3)));
            (row.max_adults, row.max_occupancy, row.stop_sell) = (3, 5, closed && start % 7 == 0);
            start += length;
            periods.push(row);
        }
        periods
    }
}

prop_compose! {
    fn sheet()(plans in (plan(0), plan(1), plan(2))) -> Vec<RateRow> {
        [plans.0, plans.1, plans.2].concat()
    }
}

prop_compose! {
    fn asked()(
        rooms in proptest::collection::vec((1_u32..4, proptest::collection::vec(0_u8..18, 0..3)), 1..4),
        start in 0_i32..20, nights in 1_i32..15, limit in 1_u32..5,
    ) -> PriceRequest {
        let rooms = rooms.into_iter().map(|(adults, child_ages)| Room { adults, child_ages }).collect();
        let dates = Stay { check_in: day(start), check_out: day(start + nights) };
        PriceRequest { limit, ..PriceRequest::new(rooms, dates) }
    }
}

prop_compose! {
    fn any_settings()(markup in 0_i64..50_000, buffer in 0_i64..5_000, step in 0_usize..4) -> Settings {
        let mut set = settings("fx=EUR:20.123456 extra=Transfer:person:12.345:EUR extra=Fee?:booking:7:ZAR");
        set.markup_pct = Decimal::new(markup, 3);
        set.fx_buffer_pct = Decimal::new(buffer, 3);
        set.rounding_step = ["0", "0.05", "10", "99"][step].parse().unwrap();
        set
    }
}

fn json(offer: &Offer) -> String {
    serde_json::to_string(offer).unwrap()
}

/// Everything but the traces, which name rows.
fn amounts(offer: &Offer) -> Vec<String> {
    let option = |option: &super::PricedOption| {
        let lines: Vec<String> = option.lines.iter().map(|line| format!("{} {}", line.net, line.amount)).collect();
        format!("{} {} {} {} {}", option.hotel, option.total, option.per_person, option.margin_pct, lines.join(" "))
    };
    let refused = offer.refused.iter().map(|refusal| format!("{} {:?}", refusal.hotel, refusal.reason));
    offer.options.iter().map(option).chain(refused).collect()
}

fn accommodation_net(offer: &Offer) -> Option<Decimal> {
    let option = offer.options.first()?;
    let rooms = option.lines.iter().filter(|line| line.kind == LineKind::Accommodation);
    Some(rooms.map(|line| line.net.amount).sum())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_rows_does_not_matter(
        (sheet, shuffled) in sheet().prop_flat_map(|sheet| (Just(sheet.clone()), Just(sheet).prop_shuffle())),
        asked in asked(), settings in any_settings(),
    ) {
        let one = price(&RateBook::compile(sheet), &asked, &settings);
        prop_assert_eq!(json(&one), json(&price(&RateBook::compile(shuffled), &asked, &settings)));
    }

    #[test]
    fn splitting_a_period_changes_nothing(
        sheet in sheet(), which in any::<prop::sample::Index>(), at in 1_i64..10, asked in asked(), settings in any_settings(),
    ) {
        let mut split = sheet.clone();
        let row = &mut split[which.index(sheet.len())];
        let second = row.valid_from.checked_add(at.days()).unwrap();
        prop_assume!(second <= row.valid_to);
        let later = RateRow { valid_from: second, ..row.clone() };
        row.valid_to = second.yesterday().unwrap();
        split.push(later);
        let whole = price(&RateBook::compile(sheet), &asked, &settings);
        prop_assert_eq!(amounts(&whole), amounts(&price(&RateBook::compile(split), &asked, &settings)));
    }

    #[test]
    fn another_night_never_costs_less(periods in plan(0), asked in asked(), settings in any_settings()) {
        prop_assume!(!periods[0].unit.is_per_stay());
        let book = RateBook::compile(periods);
        let mut longer = asked.clone();
        longer.dates.check_out = asked.dates.check_out.tomorrow().unwrap();
        let (before, after) = (price(&book, &asked, &settings), price(&book, &longer, &settings));
        if let (Some(before), Some(after)) = (accommodation_net(&before), accommodation_net(&after)) {
            prop_assert!(before <= after, "{} {}", before, after);
        }
    }

    #[test]
    fn a_snapshot_is_priced_to_the_same_bytes(
        sheet in sheet(), asked in asked(), settings in any_settings(), estimate in any::<bool>(),
    ) {
        let mut asked = asked;
        if estimate {
            asked.estimate = EstimateChoice::LastSeason;
            asked.dates.check_in = asked.dates.check_in.checked_add(1.year()).unwrap();
            asked.dates.check_out = asked.dates.check_out.checked_add(1.year()).unwrap();
        }
        let book = RateBook::compile(sheet);
        let offer = price(&book, &asked, &settings);
        let frozen = serde_json::to_string(&Snapshot::of(&book, &asked, &settings, &offer.options)).unwrap();
        let thawed: Snapshot = serde_json::from_str(&frozen).unwrap();
        prop_assert_eq!(serde_json::to_string(&reprice(&thawed)).unwrap(), serde_json::to_string(&offer.options).unwrap());
        let read: Offer = serde_json::from_str(&json(&offer)).unwrap();
        prop_assert_eq!(json(&read), json(&offer));
    }

    #[test]
    fn lines_add_up_to_the_total_and_the_total_to_the_step(sheet in sheet(), asked in asked(), settings in any_settings()) {
        for option in price(&RateBook::compile(sheet), &asked, &settings).options {
            prop_assert_eq!(option.lines.iter().map(|line| line.amount.amount).sum::<Decimal>(), option.total.amount);
            if !settings.rounding_step.is_zero() {
                prop_assert!((option.total.amount % settings.rounding_step).is_zero());
            }
        }
    }

    #[test]
    fn no_settings_make_it_panic(
        sheet in sheet(), asked in asked(),
        numbers in proptest::collection::vec((any::<i64>(), any::<i64>(), 0_u32..29, any::<bool>()), 5),
    ) {
        let number = |i: usize| {
            let (high, low, scale, negative) = numbers[i];
            let part = |n: i64| u32::try_from(n.unsigned_abs() & 0xffff_ffff).unwrap();
            Decimal::from_parts(part(low), part(low >> 32), part(high), negative, scale)
        };
        let mut settings = settings("fx=EUR:1 extra=Transfer:person:1:EUR");
        (settings.markup_pct, settings.fx_buffer_pct, settings.rounding_step) = (number(0), number(1), number(2));
        (settings.fx[0].rate, settings.extras[0].price) = (number(3), number(4));
        let _ = price(&RateBook::compile(sheet), &asked, &settings);
    }

    #[test]
    fn exact_numbers_agree_with_decimals(a in any::<i64>(), b in any::<i64>(), x in 0_u32..6, y in 0_u32..6) {
        let (a, b) = (Decimal::new(a / 1000, x), Decimal::new(b / 100_000_000, y));
        let (one, other) = (Exact::from(a), Exact::from(b));
        prop_assert_eq!(one.plus(other).unwrap(), Exact::from(a + b));
        prop_assert_eq!(one.minus(other).unwrap(), Exact::from(a - b));
        if let Some(product) = a.checked_mul(b).filter(|product| product.scale() == x + y) {
            prop_assert_eq!(one.times(other).unwrap(), Exact::from(product));
            prop_assert_eq!(one.times(other).unwrap().rounded(2), Some(crate::money::round_half_away(product, 2)));
        }
        let text = serde_json::to_string(&one).unwrap();
        prop_assert_eq!(&text, &format!("\"{}\"", a.normalize()).replace("\"-0\"", "\"0\""));
        prop_assert_eq!(serde_json::from_str::<Exact>(&text).unwrap(), one);
    }
}
