//! Date expressions of a public specification, read by themselves and as a mail of one sentence.

use jiff::civil::Date;
use serde_json::Value;

use super::day;
use crate::enquiry::{
    DateOrder, Dates, Fields, Part,
    dates::{self, Bound, Mention, Reference, Shape},
    scan::{Scan, fold},
};

/// A date expression with the values it may have, in the public date set's own format (a JSON array of
/// `{ref, input, text, type, values[{value | start, end}]}`).
#[must_use]
pub fn date_cases(json: &str) -> Vec<Value> {
    match serde_json::from_str(json) {
        Ok(Value::Array(cases)) => {
            cases.into_iter().filter(|case| case.get("type").and_then(Value::as_str) != Some("duration")).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether the days read from a date case are one of its values. Ranges of the set end on the day after (periods) or on the
/// last date named (pairs).
#[must_use]
pub fn date_resolved(case: &Value) -> bool {
    let text = |name: &str| case.get(name).and_then(Value::as_str).unwrap_or_default();
    let Ok(today) = text("ref").parse::<Date>() else { return false };
    let input = Scan::new("", Part::Text, text("input"));
    let reference = Reference { today, order: DateOrder::MonthFirst, south: false };
    let mentions = dates::mentions(&input, &reference);
    let wanted = fold(text("text"));
    let overlaps = |mention: &&Mention| {
        let said = fold(input.text(mention.first..mention.next));
        said.contains(&wanted) || wanted.contains(&said) && said.len() > 1
    };
    mentions.iter().filter(overlaps).any(|mention| {
        let values = case.get("values").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        values.iter().any(|value| is_value(mention, value, today))
    })
}

/// Whether the dates understood of a date case's sentence as if it were a mail are one of its values.
#[must_use]
pub fn date_understood(case: &Value, fields: &Fields) -> bool {
    let Some(dates) = fields.dates.as_ref() else { return false };
    let (first, last) = match &dates.value {
        Dates::Exact { check_in, check_out } => (Some(*check_in), Some(*check_out)),
        Dates::Window { earliest, latest } => (Some(*earliest), Some(*latest)),
        Dates::Month { month } => {
            let first: Option<Date> = format!("{month}-01").parse().ok();
            (first, first.map(Date::last_of_month))
        }
    };
    // A pair of the set ends where its last name begins ("August to October" on 1 October); a traveller means all of it.
    let until = |end: Date| {
        let day_before = dates::plus(end, -1);
        [Some(end), day_before, Some(end.last_of_month()), Some(end.last_of_year())].contains(&last)
    };
    let values = case.get("values").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    values.iter().any(|value| {
        let named = |name: &str| value.get(name).and_then(day);
        match (named("value"), named("start"), named("end")) {
            (Some(day), ..) => first == Some(day) || last == Some(day),
            (None, Some(start), Some(end)) => first == Some(start) && until(end),
            (None, Some(start), None) => first == Some(start) || first == dates::plus(start, 1),
            (None, None, Some(end)) => until(end),
            (None, None, None) => false,
        }
    })
}

fn is_value(mention: &Mention, value: &Value, today: Date) -> bool {
    if let Some(date) = value.get("value").and_then(day) {
        let yearless =
            |date: Date, other: Date| date.month() == other.month() && date.day() == other.day() && date >= today;
        return matches!(mention.shape, Shape::Day | Shape::Feast)
            && (mention.start.first == date || yearless(date, mention.start.first));
    }
    let (start, end) = (value.get("start").and_then(day), value.get("end").and_then(day));
    let after = |date: Date| dates::plus(date, 1);
    let ends = [Some(mention.end.first), after(mention.end.last), Some(mention.end.last)];
    match mention.bound {
        Bound::Exactly => start == Some(mention.start.first) && ends.contains(&end) && end.is_some(),
        Bound::Since => {
            end.is_none() && [Some(mention.start.first), after(mention.start.last)].contains(&start) && start.is_some()
        }
        Bound::Until => start.is_none() && ends.contains(&end) && end.is_some(),
    }
}
