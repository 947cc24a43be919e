//! Sets of mails with known answers: ours, and those of public collections, one JSON line a case.
//!
//! Invariant: what a set does not annotate is not in its gold.

use serde_json::{Map, Value};

use crate::enquiry::DateOrder;

/// A mail and what it says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Case {
    /// Where it comes from.
    pub id: String,
    /// Subject line; may be empty.
    pub subject: String,
    /// The text.
    pub text: String,
    /// When it came: a date, or an RFC 9557 time with its zone.
    pub received_at: Option<String>,
    /// Field by field; `null` says that the mail does not say it.
    pub gold: Map<String, Value>,
    /// What the mail is (`enquiry`, `bounce` …), where the set says so.
    pub class: Option<String>,
    /// The whole mail as it came, in the place of subject and text.
    pub raw: Option<String>,
    /// The agency's country (ISO 3166 alpha-2), where it is not the demo agency's.
    pub country: Option<String>,
    /// The agency's currency, likewise.
    pub currency: Option<String>,
}

impl Case {
    /// How the agency that the mail came to reads it: which comes first in 03/04, its currency and its country.
    #[must_use]
    pub fn read_as(&self, format: Format) -> (DateOrder, &str, Option<&str>) {
        // Public sets are American; our own cases are read as the demo agency would read them, where they name no other.
        if format != Format::Own {
            return (DateOrder::MonthFirst, "USD", None);
        }
        let country = self.country.as_deref().unwrap_or("ZA");
        let order = if country == "US" { DateOrder::MonthFirst } else { DateOrder::DayFirst };
        (order, self.currency.as_deref().unwrap_or("ZAR"), Some(country))
    }
}

/// A set's own format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Ours: `{"id","subject"?,"text","received_at","gold":{field: value},"class"?,"country"?,"currency"?}`, or `raw` in the place of subject and text.
    Own,
    /// Single requests of schema-guided dialogues: `gold`, `gold_canonical`, `today`.
    SingleRequests,
    /// Long-form requests with the legs of the plan that answered them.
    LongForm,
    /// Terse messages with gold tokens.
    GoldTokens,
}

/// Reads a set of JSON lines; lines without a text are left out.
#[must_use]
pub fn cases(lines: &str) -> Vec<(Format, Case)> {
    lines.lines().filter_map(|line| case(&serde_json::from_str(line).ok()?)).collect()
}

fn case(line: &Value) -> Option<(Format, Case)> {
    let text = |name: &str| line.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let format = if line.get("gold_tokens").is_some() {
        Format::GoldTokens
    } else if line.get("legs").is_some() {
        Format::LongForm
    } else if line.get("gold_canonical").is_some() {
        Format::SingleRequests
    } else {
        Format::Own
    };
    let received_at = ["received_at", "today"].iter().find_map(|name| line.get(name)?.as_str()).map(str::to_owned);
    let gold = match format {
        Format::Own => line.get("gold").and_then(Value::as_object).cloned().unwrap_or_default(),
        Format::SingleRequests => single_request(line)?,
        Format::LongForm => long_form(line)?,
        Format::GoldTokens => gold_tokens(line)?,
    };
    let class = line.get("class").or_else(|| line.pointer("/gold/class")).and_then(Value::as_str).map(str::to_owned);
    let some = |name: &str| line.get(name).and_then(Value::as_str).map(str::to_owned);
    let (raw, country, currency) = (some("raw"), some("country"), some("currency"));
    let mut gold = gold;
    gold.remove("class");
    let (id, subject, body) = (text("id"), text("subject"), text("text"));
    let case = Case { id, subject, text: body, received_at, gold, class, raw, country, currency };
    (!case.text.is_empty() || !case.subject.is_empty() || case.raw.is_some()).then_some((format, case))
}

/// Slots as fields: both the words said and the canonical value are right.
fn single_request(line: &Value) -> Option<Map<String, Value>> {
    let (said, canonical) = (line.get("gold")?.as_object()?, line.get("gold_canonical")?.as_object()?);
    let names = [
        ("destination", "destinations"),
        ("origin", "origin"),
        ("depart", "depart"),
        ("return", "return"),
        ("people", "people"),
        ("nights", "nights"),
        ("rooms", "room_count"),
        ("stars", "stars"),
    ];
    let either = |slot: &str| -> Option<Value> {
        let values = [said.get(slot), canonical.get(slot)].into_iter().flatten().cloned().collect::<Vec<_>>();
        (!values.is_empty()).then(|| serde_json::json!({ "any_of": values }))
    };
    Some(names.iter().filter_map(|(slot, field)| Some(((*field).to_owned(), either(slot)?))).collect())
}

fn long_form(line: &Value) -> Option<Map<String, Value>> {
    let legs = line.get("legs")?.as_array()?;
    let first = legs.first()?.as_array()?;
    let origin = first.first()?.clone();
    let mut places: Vec<Value> = Vec::new();
    for leg in legs {
        let to = leg.as_array()?.get(1)?.as_str()?;
        let names = to.split(['(', ')']).map(str::trim).filter(|name| !name.is_empty()).map(Value::from);
        places.extend(names);
    }
    places.retain(|place| *place != origin);
    Some(
        [
            ("origin".to_owned(), serde_json::json!({ "any_of": [origin] })),
            ("destinations".to_owned(), serde_json::json!({ "any_of": places })),
        ]
        .into_iter()
        .collect(),
    )
}

fn gold_tokens(line: &Value) -> Option<Map<String, Value>> {
    let tokens = line.get("gold_tokens")?.as_object()?;
    let names = [("departure_city", "origin"), ("arrival_city", "destinations"), ("number_of_passengers", "people")];
    Some(
        names
            .iter()
            .filter_map(|(slot, field)| {
                Some(((*field).to_owned(), serde_json::json!({ "any_of": [tokens.get(*slot)?] })))
            })
            .collect(),
    )
}
