//! Prices: what a party pays for a stay in each plan, and why (`product.md` section 5).
//!
//! Invariant: no amount is guessed, none is a float, and each is rounded once. The same request, rows and settings give
//! the same bytes for ever.

mod describe;
mod edit;
mod exact;
mod exchange;
mod extras;
mod fx_age;
mod nights;
mod occupancy;
pub mod offer;
mod price;
mod rank;
mod refuse;
mod request;
mod room;
mod settings;
mod snapshot;
mod trace;
mod watch;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod choices;
#[cfg(test)]
mod edited;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod sample;

pub use edit::{ArrangedBy, Edits, ExtraChoice, ExtraEdit, ManualPrice, OptionEdit, OwnLine};
pub use exact::Exact;
pub use fx_age::{FxWarning, FxWarningReason, fx_warnings};
pub use offer::{Line, LineKind, Offer, PricedOption, Refusal, RefusalReason};
pub use price::{price, price_edited};
pub use request::{EstimateChoice, Party, PriceRequest};
pub use settings::{Extra, ExtraUnit, FxRate, Settings, extras_faults, fx_faults};
pub use snapshot::{Snapshot, reprice};
pub use trace::{
    ExtraTrace, FxTrace, ManualTrace, OccupancyRule, OwnTrace, PeriodTrace, PersonTrace, RoomTrace, RoundingTrace,
    StepTrace, Trace, Who,
};
pub use watch::margin_today;
