//! What pricing costs: one call over 10,000 rows (at most 5 ms), and compiling and reading 100,000 rows.
//!
//! `cargo bench --bench pricing`. Each figure is the CPU time of one thread, the mean of its runs.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement prints, and stops at the first surprise")]

use std::{
    hint::black_box,
    sync::OnceLock,
    time::{Duration, Instant},
};

use jiff::{ToSpan, civil::date};
use tripdesk_core::{
    party::{Room, Stay},
    pricing::{FxRate, PriceRequest, Settings, Snapshot, price, reprice},
    rates::{COLUMNS, RateBook, csv},
};

fn main() {
    let request = request();
    let settings = settings();
    for (plans, periods) in [(200, 50), (1_000, 10), (2_500, 4), (10_000, 1)] {
        let book = RateBook::compile(csv::read(sheet(plans, periods).as_bytes()).unwrap());
        let offer = price(&book, &request, &settings);
        assert!(offer.options.len() == 3, "{:?}", offer.refused.first());
        let call = mean(200, || price(&book, &request, &settings));
        println!("price, whole book of {plans:>6} plans x {periods:>2} periods: {call:?}");
        let place = PriceRequest { destination: Some("Place 3".to_owned()), ..request.clone() };
        println!("price, one place of it: {:?}", mean(200, || price(&book, &place, &settings)));
        let snapshot = Snapshot::of(&book, &request, &settings, &offer.options);
        println!("reprice its snapshot: {:?}", mean(200, || reprice(&snapshot)));
    }
    let text = sheet(10_000, 10);
    println!(
        "read 100,000 rows ({} MB): {:?}",
        text.len() / 1_000_000,
        mean(5, || csv::read(text.as_bytes()).unwrap())
    );
    let rows = csv::read(text.as_bytes()).unwrap();
    let mut copies: Vec<_> = (0..5).map(|_| rows.clone()).collect();
    println!("compile 100,000 rows: {:?}", mean(5, || RateBook::compile(copies.pop().unwrap())));
    println!("write 100,000 rows: {:?}", mean(5, || csv::write(&rows)));
}

/// The kernel counts in ticks, hence the mean over many runs.
fn mean<T>(runs: u32, mut work: impl FnMut() -> T) -> Duration {
    let start = cpu_time();
    for _ in 0..runs {
        black_box(work());
    }
    cpu_time().saturating_sub(start) / runs
}

/// What this thread has used of a processor, from the kernel's own account; the clock's time where there is none.
fn cpu_time() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    let account = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let used = account.split_whitespace().next().and_then(|nanoseconds| nanoseconds.parse().ok());
    used.map_or_else(|| START.get_or_init(Instant::now).elapsed(), Duration::from_nanos)
}

/// Seasons of one plan after the other, half of the plans in another currency, a third of them per room.
fn sheet(plans: i32, periods: i32) -> String {
    let mut text = COLUMNS.join(",");
    let days = 360 / periods;
    for plan in 0..plans {
        let currency = if plan % 2 == 0 { "ZAR" } else { "EUR" };
        let unit = if plan % 3 == 0 { "room_night" } else { "person_night" };
        for period in 0..periods {
            let from = date(2027, 1, 1).checked_add((period * days).days()).unwrap();
            let to = from.checked_add((days - 1).days()).unwrap();
            text.push_str(&format!(
                "\nHôtel {hotel},Place {place},Country {country},4,Room {room},3,5,HB,{from},{to},{currency},net,{unit},{price}.50,\
                 40,2,120.25,0-1:free;2-11:50%;2-11#2:33.33%;12-15:95.00,,1,no",
                hotel = plan / 4,
                place = plan % 40,
                country = plan % 10,
                room = plan % 4,
                price = 100 + (plan * 7 + period) % 900,
            ));
        }
    }
    text
}

fn request() -> PriceRequest {
    let room = |adults, child_ages: &[u8]| Room { adults, child_ages: child_ages.to_vec() };
    let dates = Stay { check_in: date(2027, 7, 1), check_out: date(2027, 7, 11) };
    PriceRequest::new(vec![room(2, &[4, 9]), room(2, &[])], dates)
}

fn settings() -> Settings {
    let fx = FxRate {
        from: "EUR".parse().unwrap(),
        to: "ZAR".parse().unwrap(),
        rate: "20.123456".parse().unwrap(),
        as_of: "2027-01-01".to_owned(),
        source: "bench".to_owned(),
    };
    Settings {
        display_currency: "ZAR".parse().unwrap(),
        markup_pct: "12.5".parse().unwrap(),
        fx_buffer_pct: "2.5".parse().unwrap(),
        rounding_step: "10".parse().unwrap(),
        extras: Vec::new(),
        fx: vec![fx],
    }
}
