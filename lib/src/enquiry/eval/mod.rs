//! Measures the extractor: precision, recall and made-up values per field, over cases with known answers.
//!
//! Invariant: pure. A value is right when it equals the gold value after folding; a value the gold does not have at all is
//! counted as invented; what a set does not annotate is not counted.

mod expressions;
mod sets;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::{Map, Value};

pub use self::{
    expressions::{date_cases, date_resolved, date_understood},
    sets::{Case, Format, cases},
};
use super::{BudgetBasis, Dates, Evidence, Fields, places, scan::fold};

/// What became of one field over a set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Score {
    /// Right values.
    pub right: usize,
    /// Values that differ from the gold one.
    pub wrong: usize,
    /// Gold values not found.
    pub missed: usize,
    /// Values where the gold says there is none.
    pub invented: usize,
}

impl Score {
    /// 2·right over all values of both sides, in thousandths; 1000 when there is nothing to find and nothing was found.
    #[must_use]
    pub fn f1_permille(&self) -> usize {
        let all = 2 * self.right + 2 * self.wrong + self.missed + self.invented;
        (2000 * self.right).checked_div(all).unwrap_or(1000)
    }

    /// Right values among the gold ones, in thousandths.
    #[must_use]
    pub fn recall_permille(&self) -> usize {
        (1000 * self.right).checked_div(self.right + self.wrong + self.missed).unwrap_or(1000)
    }

    /// Right values among those found, in thousandths.
    #[must_use]
    pub fn precision_permille(&self) -> usize {
        (1000 * self.right).checked_div(self.right + self.wrong + self.invented).unwrap_or(1000)
    }
}

/// Scores by field, and what was not right.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// Scores by field.
    pub fields: BTreeMap<String, Score>,
    /// Case, field, gold and found value, of each that is not right.
    pub misses: Vec<(String, String, Value, Value)>,
}

impl Report {
    /// Adds one case.
    pub fn add(&mut self, format: Format, case: &Case, fields: &Fields) {
        let found = values(fields);
        for (field, gold) in &case.gold {
            let value = pick(field, &found);
            let score = self.fields.entry(field.clone()).or_default();
            let outcome = match (gold.is_null(), value.is_null()) {
                (true, true) => continue,
                (true, false) => &mut score.invented,
                (false, true) => &mut score.missed,
                (false, false) if right(field, gold, &value, &found) => &mut score.right,
                (false, false) => &mut score.wrong,
            };
            *outcome += 1;
            let correct = !gold.is_null() && !value.is_null() && right(field, gold, &value, &found);
            if !correct {
                self.misses.push((case.id.clone(), field.clone(), gold.clone(), value));
            }
        }
        if format == Format::Own && !case.gold.is_empty() {
            self.unasked(case, &found);
        }
    }

    /// Adds what a mail was taken for, where its case says what it is.
    pub fn add_class(&mut self, case: &Case, found: &str) {
        let Some(gold) = case.class.as_deref() else { return };
        let score = self.fields.entry("class".to_owned()).or_default();
        if gold == found {
            score.right += 1;
        } else {
            score.wrong += 1;
            self.misses.push((case.id.clone(), "class".to_owned(), Value::from(gold), Value::from(found)));
        }
    }

    /// Our own cases are annotated whole: a value of a field the gold leaves out is invented.
    fn unasked(&mut self, case: &Case, found: &Map<String, Value>) {
        const WHOLE: [&str; 10] = [
            "destinations",
            "origin",
            "dates",
            "adults",
            "children",
            "child_ages",
            "budget",
            "room_count",
            "phone",
            "board",
        ];
        for field in WHOLE.into_iter().filter(|field| !case.gold.contains_key(*field)) {
            if let Some(value) = found.get(field) {
                self.fields.entry(field.to_owned()).or_default().invented += 1;
                self.misses.push((case.id.clone(), field.to_owned(), Value::Null, value.clone()));
            }
        }
    }

    /// Invented values among all found, in thousandths.
    #[must_use]
    pub fn invented_permille(&self) -> usize {
        let sum = |of: fn(&Score) -> usize| self.fields.values().map(of).sum::<usize>();
        let invented = sum(|score| score.invented);
        (1000 * invented).checked_div(sum(|score| score.right + score.wrong) + invented).unwrap_or(0)
    }

    /// A table for people: field, right, wrong, missed, invented, precision, recall, F1.
    #[must_use]
    pub fn table(&self) -> String {
        let mut lines = vec![format!(
            "{:<16}{:>7}{:>7}{:>8}{:>10}{:>11}{:>8}{:>7}",
            "field", "right", "wrong", "missed", "invented", "precision", "recall", "F1"
        )];
        for (field, score) in &self.fields {
            let share = |permille: usize| format!("{}.{:03}", permille / 1000, permille % 1000);
            lines.push(format!(
                "{field:<16}{:>7}{:>7}{:>8}{:>10}{:>11}{:>8}{:>7}",
                score.right,
                score.wrong,
                score.missed,
                score.invented,
                share(score.precision_permille()),
                share(score.recall_permille()),
                share(score.f1_permille())
            ));
        }
        lines.push(format!(
            "invented values: {}.{} % of all found",
            self.invented_permille() / 10,
            self.invented_permille() % 10
        ));
        lines.join("\n")
    }
}

/// The fields as plain JSON values, without evidence, and the words of those that have some (`…_said`).
fn values(fields: &Fields) -> Map<String, Value> {
    let mut found = Map::new();
    let Ok(Value::Object(all)) = serde_json::to_value(fields) else { return found };
    for (name, evidence) in all {
        let parts: Vec<(String, &Value)> = match (name.as_str(), &evidence) {
            ("contact", Value::Object(contact)) => {
                contact.iter().map(|(name, evidence)| (name.clone(), evidence)).collect()
            }
            _ => vec![(name, &evidence)],
        };
        for (name, evidence) in parts {
            if let Some(value) = evidence.get("value") {
                found.insert(name.clone(), value.clone());
            }
            if let Some(words) = evidence.pointer("/source/text") {
                found.insert(format!("{name}_said"), words.clone());
            }
        }
    }
    let people = |value: &Option<Evidence<u32>>| value.as_ref().map(|value| value.value);
    if let Some(adults) = people(&fields.adults) {
        found.insert("people".to_owned(), Value::from(adults + people(&fields.children).unwrap_or(0)));
    }
    found
}

fn pick(field: &str, found: &Map<String, Value>) -> Value {
    let name = match field {
        "depart" | "return" => "dates",
        name => name,
    };
    found.get(name).cloned().unwrap_or(Value::Null)
}

fn right(field: &str, gold: &Value, value: &Value, found: &Map<String, Value>) -> bool {
    if let Some(any) = gold.get("any_of").and_then(Value::as_array) {
        return any.iter().any(|gold| right(field, gold, value, found));
    }
    match field {
        "depart" | "return" => dated(field, gold, value),
        "dates" => dates_agree(gold, value),
        "budget" => budget_agrees(gold, value),
        "destinations" => named(gold, value, found.get("destinations_said")),
        "origin" | "name" => named(gold, value, found.get("origin_said")),
        _ => folded(gold) == folded(value),
    }
}

fn folded(value: &Value) -> Value {
    match value {
        Value::String(text) => text.parse::<u64>().map_or_else(|_| Value::from(fold(text)), Value::from),
        Value::Array(values) => values.iter().map(folded).collect(),
        other => other.clone(),
    }
}

/// Places: each gold name is among those found, by name or by the words said. A country or region beside a place in it
/// ("Hanoi, Vietnam") is neither right nor wrong.
fn named(gold: &Value, value: &Value, said: Option<&Value>) -> bool {
    let list = |value: &Value| match value {
        Value::Array(values) => values.iter().filter_map(Value::as_str).map(fold).collect::<Vec<_>>(),
        other => vec![fold(other.as_str().unwrap_or_default())],
    };
    let narrowed = |names: Vec<String>| -> Vec<String> {
        let wide = |name: &&String| !places::holds_one_of(name, &names);
        names.iter().filter(wide).cloned().collect()
    };
    let (gold, found) = (narrowed(list(gold)), narrowed(list(value)));
    let said = said.and_then(Value::as_str).map(fold).unwrap_or_default();
    let same = gold.iter().all(|name| found.contains(name)) && (gold.len() == found.len() || gold.len() == 1);
    same || gold.len() == 1 && gold[0] == said
}

fn day(value: &Value) -> Option<Date> {
    value.as_str()?.parse().ok()
}

fn dated(field: &str, gold: &Value, value: &Value) -> bool {
    let Some(gold) = day(gold) else { return false };
    let names = if field == "depart" { ["check_in", "earliest"] } else { ["check_out", "latest"] };
    let sides = names.iter().filter_map(|name| day(value.get(name)?)).collect::<Vec<_>>();
    let open =
        value.get("kind").and_then(Value::as_str) == Some("window") && value.get("earliest") == value.get("latest");
    sides.contains(&gold) || open && value.get("latest").and_then(day) == Some(gold)
}

/// Exact dates and months are equal, a month and all its days are the same; windows may differ by three days at either end.
fn dates_agree(gold: &Value, value: &Value) -> bool {
    let (gold, value) = (&whole_month(gold), &whole_month(value));
    if gold.get("kind") != value.get("kind") {
        return false;
    }
    let near = |name: &str| match (gold.get(name).and_then(day), value.get(name).and_then(day)) {
        (Some(gold), Some(value)) => gold.until(value).is_ok_and(|span| span.get_days().abs() <= 3),
        _ => false,
    };
    match serde_json::from_value::<Dates>(gold.clone()) {
        Ok(Dates::Window { .. }) => near("earliest") && near("latest"),
        _ => gold == value,
    }
}

/// A window of all days of a month as that month.
fn whole_month(dates: &Value) -> Value {
    match serde_json::from_value::<Dates>(dates.clone()) {
        Ok(Dates::Window { earliest, latest }) if earliest.day() == 1 && latest == earliest.last_of_month() => {
            serde_json::json!({"kind": "month", "month": format!("{:04}-{:02}", earliest.year(), earliest.month())})
        }
        _ => dates.clone(),
    }
}

fn budget_agrees(gold: &Value, value: &Value) -> bool {
    let same = |name: &str| gold.get(name).is_none() || gold.get(name) == value.get(name);
    let basis = gold.get("basis").is_none_or(|basis| serde_json::from_value::<BudgetBasis>(basis.clone()).is_ok())
        && same("basis");
    same("amount") && same("max") && same("currency") && basis
}
