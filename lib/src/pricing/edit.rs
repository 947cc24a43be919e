//! What a consultant decides about prices: which plans, which extras, lines of their own, and amounts by hand.
//!
//! Invariant: an edit is data beside the request. It is frozen with the revision, every amount it sets keeps the computed
//! one in its trace with the reason, and pricing the same request with the same edits gives the same bytes.

use std::{borrow::Cow, collections::HashSet};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    exact::Exact,
    exchange::Exchange,
    offer::{Line, LineKind, PricedOption},
    price::rounding_line,
    settings::Settings,
    trace::{ManualTrace, OwnTrace, Trace},
};
use crate::{
    enquiry::Board,
    error::FieldError,
    money::Money,
    rates::{Plan, RateBook},
};

/// Most alternatives of one quote.
const MOST_OPTIONS: usize = 3;
/// Most lines of a consultant's own on one option.
const MOST_LINES: usize = 40;

/// What a consultant decided about a revision's prices.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Edits {
    /// The plans to offer, the first being the main one; the best by rank when empty.
    pub options: Vec<OptionEdit>,
    /// Extras to treat otherwise than the price list does.
    pub extras: Vec<ExtraEdit>,
}

/// One alternative as a consultant wants it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OptionEdit {
    /// Hotel as in the rate sheet.
    pub hotel: String,
    /// Room type as in the rate sheet.
    pub room_type: String,
    /// Board code: `RO BB HB FB AI SC`.
    pub board: String,
    /// Amounts set by hand.
    #[serde(default)]
    pub prices: Vec<ManualPrice>,
    /// Lines beside rooms and extras.
    #[serde(default)]
    pub lines: Vec<OwnLine>,
}

/// An amount set by hand, for one room or one extra.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ManualPrice {
    /// Which room, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<u32>,
    /// Code of the extra.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra: Option<String>,
    /// What the traveller pays, in the display currency.
    #[schema(value_type = String, example = "12500.00")]
    pub amount: Decimal,
    /// Why.
    pub reason: String,
}

/// A line of a consultant's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnLine {
    /// For people.
    pub description: String,
    /// Who arranges it.
    #[serde(default)]
    pub arranged_by: ArrangedBy,
    /// What the traveller pays, in the display currency; nothing for what they arrange themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "1500.00")]
    pub amount: Option<Decimal>,
    /// What the agency owes for it; the amount when absent, so that the line earns nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub net: Option<Money>,
    /// Whether the traveller may leave it out; then it stands outside the total.
    #[serde(default)]
    pub optional: bool,
}

/// Who arranges a line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ArrangedBy {
    /// The agency.
    #[default]
    Agency,
    /// The traveller: it is on the quote as a reminder.
    Traveller,
}

/// How one extra is treated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtraEdit {
    /// Its code.
    pub code: String,
    /// How.
    pub choice: ExtraChoice,
}

/// How an extra is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExtraChoice {
    /// In the total.
    Included,
    /// Offered outside the total.
    Optional,
    /// Not on the quote.
    LeftOut,
}

impl Edits {
    /// Whether nothing was decided.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What was decided about one option, and that it alone is offered.
    #[must_use]
    pub fn only(&self, option: &PricedOption) -> Self {
        let plain = || OptionEdit {
            hotel: option.hotel.clone(),
            room_type: option.room_type.clone(),
            board: option.board.clone(),
            prices: Vec::new(),
            lines: Vec::new(),
        };
        let chosen = self.options.iter().find(|edit| edit.is_of(option)).cloned().unwrap_or_else(plain);
        Self { options: vec![chosen], extras: self.extras.clone() }
    }

    /// Every field that breaks a rule, or names what the sheet and the price list do not have.
    #[must_use]
    pub fn faults(&self, book: &RateBook, settings: &Settings) -> Vec<FieldError> {
        let mut faults = Vec::new();
        if self.options.len() > MOST_OPTIONS {
            faults.push(FieldError::new("options", "at most 3"));
        }
        let mut seen = HashSet::new();
        for (i, option) in self.options.iter().enumerate().take(MOST_OPTIONS) {
            if plan_of(book, option).is_none() {
                faults
                    .push(FieldError::new(format!("options[{i}]"), "no such hotel, room type and board in the rates"));
            } else if !seen.insert((&option.hotel, &option.room_type, &option.board)) {
                faults.push(FieldError::new(format!("options[{i}]"), "stands twice"));
            }
            faults.extend(
                option
                    .faults(settings)
                    .into_iter()
                    .map(|fault| FieldError::new(format!("options[{i}].{}", fault.field), fault.message)),
            );
        }
        let mut codes = HashSet::new();
        for (i, extra) in self.extras.iter().enumerate() {
            if !settings.extras.iter().any(|known| known.code == extra.code) {
                faults.push(FieldError::new(format!("extras[{i}].code"), "no such extra"));
            } else if !codes.insert(&extra.code) {
                faults.push(FieldError::new(format!("extras[{i}].code"), "stands twice"));
            }
        }
        faults
    }

    /// The settings with the extras treated as decided.
    pub(super) fn settings<'a>(&self, settings: &'a Settings) -> Cow<'a, Settings> {
        if self.extras.is_empty() {
            return Cow::Borrowed(settings);
        }
        let choice = |code: &str| self.extras.iter().find(|edit| edit.code == code).map(|edit| edit.choice);
        let mut edited = settings.clone();
        edited.extras.retain(|extra| choice(&extra.code) != Some(ExtraChoice::LeftOut));
        for extra in &mut edited.extras {
            match choice(&extra.code) {
                Some(ExtraChoice::Included) => extra.optional = false,
                Some(ExtraChoice::Optional) => extra.optional = true,
                Some(ExtraChoice::LeftOut) | None => {}
            }
        }
        Cow::Owned(edited)
    }

    /// The plans that were chosen, in their order; `None` when none was.
    pub(super) fn plans<'a>(&self, book: &'a RateBook) -> Option<Vec<Plan<'a>>> {
        let chosen = || self.options.iter().filter_map(|option| plan_of(book, option)).collect();
        (!self.options.is_empty()).then(chosen)
    }

    /// An option with what was decided about it; `None` when a figure is beyond a decimal, or cannot be exchanged.
    pub(super) fn applied(&self, option: PricedOption, paying: u32, settings: &Settings) -> Option<PricedOption> {
        match self.options.iter().find(|edit| edit.is_of(&option)) {
            Some(edit) if !edit.prices.is_empty() || !edit.lines.is_empty() => edit.applied(option, paying, settings),
            _ => Some(option),
        }
    }
}

impl OptionEdit {
    fn is_of(&self, option: &PricedOption) -> bool {
        (&self.hotel, &self.room_type, &self.board) == (&option.hotel, &option.room_type, &option.board)
    }

    fn faults(&self, settings: &Settings) -> Vec<FieldError> {
        let mut faults = Vec::new();
        let mut demand = |holds: bool, field: String, message: &str| {
            if !holds {
                faults.push(FieldError::new(field, message));
            }
        };
        demand(self.lines.len() <= MOST_LINES, "lines".to_owned(), "at most 40");
        for (i, price) in self.prices.iter().enumerate() {
            let at = |field: &str| format!("prices[{i}].{field}");
            demand(price.room.is_some() != price.extra.is_some(), at("room"), "either a room or an extra");
            demand(is_amount(price.amount, settings), at("amount"), AMOUNT);
            demand(is_words(&price.reason, 300), at("reason"), "1 to 300 characters");
        }
        for (i, line) in self.lines.iter().enumerate().take(MOST_LINES) {
            let at = |field: &str| format!("lines[{i}].{field}");
            let own = line.arranged_by == ArrangedBy::Traveller;
            demand(is_words(&line.description, 200), at("description"), "1 to 200 characters");
            demand(line.amount.is_none_or(|amount| is_amount(amount, settings)), at("amount"), AMOUNT);
            demand(own != line.amount.is_some(), at("amount"), "for what the agency arranges, and only for that");
            demand(!own || (line.net.is_none() && !line.optional), at("net"), "not for what the traveller arranges");
            let payable =
                |net: Money| !net.amount.is_sign_negative() && net.amount <= LARGEST && net.amount.scale() <= 4;
            demand(line.net.is_none_or(payable), at("net"), "0 to 1000000000000, with at most 4 decimals");
            let exchange = Exchange::new(settings);
            let known = line.net.is_none_or(|net| exchange.rate_from(net.currency).is_ok());
            demand(known, at("net"), "no exchange rate from its currency");
        }
        faults
    }

    fn applied(&self, option: PricedOption, paying: u32, settings: &Settings) -> Option<PricedOption> {
        let currency = settings.display_currency;
        let mut lines: Vec<Line> = option.lines.into_iter().filter(|line| line.kind != LineKind::Rounding).collect();
        for line in &mut lines {
            if let Some(price) = self.prices.iter().find(|price| price.is_for(line)) {
                price.set(line, settings);
            }
        }
        let mut optional = option.optional_extras;
        for own in &self.lines {
            let line = own.line(settings)?;
            if own.optional { optional.push(line) } else { lines.push(line) }
        }
        let sum = lines.iter().try_fold(Decimal::ZERO, |sum, line| sum.checked_add(line.amount.amount))?;
        let total = Money::new(sum, currency).raised_to(settings.rounding_step);
        let net = lines.iter().try_fold(Exact::ZERO, |net, line| net.plus(owed(&line.trace)?))?;
        lines.extend(rounding_line(sum, total.amount, settings));
        let per_person = Exact::from(total.amount).ratio(paying.into(), currency.minor_digits())?;
        Some(PricedOption {
            lines,
            optional_extras: optional,
            per_person: Money::new(per_person, currency),
            margin_pct: margin_pct(total.amount, net)?,
            total,
            ..option
        })
    }
}

impl ManualPrice {
    fn is_for(&self, line: &Line) -> bool {
        match (&line.trace, &self.extra) {
            (Trace::Accommodation(_), None) => line.room == self.room,
            (Trace::Extra(trace), Some(code)) => trace.code == *code,
            _ => false,
        }
    }

    fn set(&self, line: &mut Line, settings: &Settings) {
        let amount = Money::new(self.amount, settings.display_currency);
        let computed = Box::new(line.trace.clone());
        line.trace = Trace::Manual(ManualTrace { instead_of: line.amount, reason: self.reason.clone(), computed });
        line.amount = amount;
    }
}

impl OwnLine {
    fn line(&self, settings: &Settings) -> Option<Line> {
        let amount = Money::new(self.amount.unwrap_or_default(), settings.display_currency);
        let net = self.net.unwrap_or(amount);
        let rate = Exchange::new(settings).rate_from(net.currency).ok()?;
        let owed = rate.of(net.amount.into())?;
        let kind = match self.arranged_by {
            ArrangedBy::Agency => LineKind::Own,
            ArrangedBy::Traveller => LineKind::OwnArrangement,
        };
        let trace = Trace::Own(OwnTrace { owed, fx: rate.trace() });
        Some(Line { kind, room: None, description: self.description.clone(), net, amount, trace })
    }
}

/// What the suppliers of a line get, in the display currency.
pub(super) fn owed(trace: &Trace) -> Option<Exact> {
    match trace {
        Trace::Accommodation(room) => match &room.fx {
            Some(fx) => room.net.times(fx.effective),
            None => Some(room.net),
        },
        Trace::Extra(extra) => Some(extra.rounding.exact),
        Trace::Rounding(_) => Some(Exact::ZERO),
        Trace::Own(own) => Some(own.owed),
        Trace::Manual(manual) => owed(&manual.computed),
    }
}

/// (total − what the suppliers get) / total, in percent; 0 for a total of nothing.
pub(super) fn margin_pct(total: Decimal, net: Exact) -> Option<Decimal> {
    if total.is_zero() {
        return Some(Decimal::new(0, 2));
    }
    Exact::from(total).minus(net)?.times(Exact::from(100))?.ratio(total.into(), 2)
}

const LARGEST: Decimal = Decimal::from_parts(0xd4a5_1000, 0xe8, 0, false, 0);
const AMOUNT: &str = "0 to 1000000000000, with no more decimals than the currency has";

fn is_amount(amount: Decimal, settings: &Settings) -> bool {
    let digits = settings.display_currency.minor_digits();
    !amount.is_sign_negative() && amount <= LARGEST && amount.normalize().scale() <= digits
}

fn is_words(text: &str, most: usize) -> bool {
    !text.trim().is_empty() && text.chars().take(most + 1).count() <= most && !text.chars().any(char::is_control)
}

fn plan_of<'a>(book: &'a RateBook, edit: &OptionEdit) -> Option<Plan<'a>> {
    book.plan(&edit.hotel, &edit.room_type, Board::from_code(&edit.board)?)
}
