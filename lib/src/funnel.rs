//! The agency's pipeline in figures: how fast first quotes are, how many enquiries are won, and what they earn.
//!
//! Invariant: what is sold is the option a traveller accepted, once a quote; options that were not taken count nowhere, and
//! amounts of two currencies are never added.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    enquiry::{EnquiryRow, EnquiryState},
    money::{Currency, Money},
    pricing::Exact,
};

/// What was sold of an enquiry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sale {
    /// The enquiry.
    pub enquiry_id: String,
    /// What the accepted option costs.
    pub total: Money,
    /// Its margin in percent.
    pub margin_pct: Decimal,
}

/// The pipeline over some days.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Funnel {
    /// Of all enquiries.
    pub total: Figures,
    /// By where they came from.
    pub by_source: Vec<Group>,
    /// By the place asked for first.
    pub by_destination: Vec<Group>,
    /// By the consultant who looks after them.
    pub by_consultant: Vec<Group>,
}

/// Enquiries that have something in common.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Group {
    /// What they have in common; empty when it is not known.
    pub name: String,
    /// Their figures.
    #[serde(flatten)]
    pub figures: Figures,
}

/// The figures of some enquiries.
#[derive(Debug, Clone, Default, PartialEq, Serialize, ToSchema)]
pub struct Figures {
    /// How many came in, spam left out.
    pub enquiries: u32,
    /// How many wait for information.
    pub needs_info: u32,
    /// How many were quoted.
    pub quoted: u32,
    /// How many were won.
    pub won: u32,
    /// How many were lost.
    pub lost: u32,
    /// How many were turned down.
    pub rejected: u32,
    /// Won out of those that came in, in percent.
    #[schema(value_type = Option<String>, example = "12.5")]
    pub conversion_pct: Option<Decimal>,
    /// Seconds from an enquiry to its first quote: the one in the middle.
    pub median_seconds_to_quote: Option<i64>,
    /// What was sold, by currency.
    pub sold: Vec<Sold>,
}

/// What was sold in one currency.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Sold {
    /// Sum of the accepted options, one a quote.
    pub value: Money,
    /// What of it the agency keeps.
    pub margin: Money,
    /// The same in percent of the value.
    #[schema(value_type = String, example = "11.20")]
    pub margin_pct: Decimal,
}

/// Counts the pipeline.
#[must_use]
pub fn funnel(rows: &[EnquiryRow], sales: &[Sale]) -> Funnel {
    let sales: BTreeMap<&str, &Sale> = sales.iter().map(|sale| (sale.enquiry_id.as_str(), sale)).collect();
    let rows: Vec<&EnquiryRow> = rows.iter().filter(|row| row.state != EnquiryState::Spam).collect();
    let by = |name: fn(&EnquiryRow) -> String| {
        let mut groups: BTreeMap<String, Vec<&EnquiryRow>> = BTreeMap::new();
        for row in &rows {
            groups.entry(name(row)).or_default().push(row);
        }
        let mut groups: Vec<Group> =
            groups.into_iter().map(|(name, rows)| Group { name, figures: figures(&rows, &sales) }).collect();
        groups.sort_by_key(|group| std::cmp::Reverse(group.figures.enquiries));
        groups
    };
    Funnel {
        total: figures(&rows, &sales),
        by_source: by(|row| row.source.clone()),
        by_destination: by(|row| row.destinations.first().cloned().unwrap_or_default()),
        by_consultant: by(|row| row.assigned_to.clone().unwrap_or_default()),
    }
}

fn figures(rows: &[&EnquiryRow], sales: &BTreeMap<&str, &Sale>) -> Figures {
    let count = |holds: &dyn Fn(&EnquiryRow) -> bool| {
        u32::try_from(rows.iter().filter(|row| holds(row)).count()).unwrap_or(u32::MAX)
    };
    let state = |state| count(&|row| row.state == state);
    let (enquiries, won) = (count(&|_| true), state(EnquiryState::Won));
    Figures {
        enquiries,
        needs_info: state(EnquiryState::NeedsInfo),
        quoted: count(&|row| row.quoted_at.is_some()),
        won,
        lost: state(EnquiryState::Lost),
        rejected: state(EnquiryState::Rejected),
        conversion_pct: percent(Exact::from(won), Exact::from(enquiries)),
        median_seconds_to_quote: median(rows),
        sold: sold(rows, sales),
    }
}

fn percent(part: Exact, whole: Exact) -> Option<Decimal> {
    part.times(Exact::from(100))?.ratio(whole, 2)
}

fn median(rows: &[&EnquiryRow]) -> Option<i64> {
    let waited = rows.iter().filter_map(|row| Some(row.quoted_at?.duration_since(row.created_at).as_secs()));
    let mut waited: Vec<i64> = waited.collect();
    waited.sort_unstable();
    waited.get(waited.len() / 2).copied()
}

fn sold(rows: &[&EnquiryRow], sales: &BTreeMap<&str, &Sale>) -> Vec<Sold> {
    let mut sums: BTreeMap<&str, (Currency, Exact, Exact)> = BTreeMap::new();
    for sale in rows.iter().filter_map(|row| sales.get(row.id.as_str())) {
        let currency = sale.total.currency;
        let value = Exact::from(sale.total.amount);
        let Some(margin) = value.times(sale.margin_pct.into()).map(Exact::percent) else { continue };
        let sum = sums.entry(sale_code(sale)).or_insert((currency, Exact::ZERO, Exact::ZERO));
        if let (Some(values), Some(margins)) = (sum.1.plus(value), sum.2.plus(margin)) {
            *sum = (currency, values, margins);
        }
    }
    let told = sums.into_values().filter_map(|(currency, value, margin)| {
        let money = |exact: Exact| Some(Money::new(exact.rounded(currency.minor_digits())?, currency));
        Some(Sold {
            value: money(value)?,
            margin: money(margin)?,
            margin_pct: percent(margin, value).unwrap_or_default(),
        })
    });
    told.collect()
}

fn sale_code(sale: &Sale) -> &str {
    sale.total.currency.code()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use jiff::{SignedDuration, Timestamp};

    use super::*;
    use crate::message::Class;

    fn row(id: &str, state: EnquiryState, to: &str, quoted_after: Option<i64>) -> EnquiryRow {
        let created_at = Timestamp::UNIX_EPOCH;
        EnquiryRow {
            id: id.to_owned(),
            state,
            class: Class::Enquiry,
            source: "phone".to_owned(),
            created_at,
            quoted_at: quoted_after.map(|seconds| created_at + SignedDuration::from_secs(seconds)),
            assigned_to: None,
            destinations: vec![to.to_owned()],
            quote_id: None,
            search: String::new(),
        }
    }

    fn sale(id: &str, total: &str, currency: &str, margin_pct: &str) -> Sale {
        Sale {
            enquiry_id: id.to_owned(),
            total: Money::new(total.parse().unwrap(), currency.parse().unwrap()),
            margin_pct: margin_pct.parse().unwrap(),
        }
    }

    #[test]
    fn figures_are_counted_by_group_and_currency() {
        let rows = [
            row("a", EnquiryState::Won, "Zanzibar", Some(10)),
            row("b", EnquiryState::Won, "Zanzibar", Some(30)),
            row("c", EnquiryState::Lost, "Mauritius", Some(90)),
            row("d", EnquiryState::NeedsInfo, "Mauritius", None),
            row("e", EnquiryState::Spam, "Mauritius", None),
        ];
        let sales = [sale("a", "1000", "ZAR", "10"), sale("b", "500", "EUR", "20"), sale("x", "9", "EUR", "20")];
        let told = funnel(&rows, &sales);
        assert_eq!((told.total.enquiries, told.total.quoted, told.total.won, told.total.lost), (4, 3, 2, 1));
        assert_eq!(told.total.conversion_pct.unwrap().to_string(), "50.00");
        assert_eq!(told.total.median_seconds_to_quote, Some(30));
        let sold: Vec<_> =
            told.total.sold.iter().map(|sold| (sold.value.to_string(), sold.margin.to_string())).collect();
        assert_eq!(
            sold,
            [("EUR 500.00".into(), "EUR 100.00".into()), ("ZAR 1000.00".to_owned(), "ZAR 100.00".to_owned())]
        );
        let places: Vec<_> = told.by_destination.iter().map(|group| (group.name.as_str(), group.figures.won)).collect();
        assert_eq!(places, [("Mauritius", 0), ("Zanzibar", 2)]);
        assert_eq!(told.by_consultant[0].name, "");
        assert_eq!(funnel(&[], &[]).total.conversion_pct, None);
    }
}
