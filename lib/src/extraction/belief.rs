//! What of a model's answer is believed: the model points at words of the mail, the grammar reads them.
//!
//! Invariant: a value without words that stand in the mail is dropped, and so is one that the grammar does not read in those
//! very words. Whatever a mail makes a model say, nothing comes of it that the mail itself does not say.

use rust_decimal::Decimal;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use crate::enquiry::{
    Board, Confidence, Context, Dates, Evidence, Fields, Gazetteer, Mail, Origin, Part, Source, extract, nights_between,
};

/// The longest passage that is taken for the words of one value, in characters.
const LONGEST_WORDS: usize = 400;
/// Values taken of one list.
const LONGEST_LIST: usize = 12;

/// What came of a model's answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The fields: the grammar's, with what was believed of the model's in their place.
    pub fields: Fields,
    /// Values that were believed, by the names of their fields.
    pub believed: Vec<&'static str>,
    /// Values that were not.
    pub dropped: Vec<&'static str>,
}

/// A value with the words it was read from.
#[derive(Deserialize)]
struct Told<T> {
    value: T,
    words: String,
}

/// A passage that is its own value.
#[derive(Deserialize)]
struct Passage {
    words: String,
}

#[derive(Deserialize)]
struct ToldDates {
    kind: String,
    from: jiff::civil::Date,
    to: jiff::civil::Date,
    words: String,
}

#[derive(Deserialize)]
struct ToldBudget {
    amount: Decimal,
    words: String,
}

/// Checks a model's document against the mail. Absent when nothing of it is believed: then it is nonsense.
#[must_use]
pub(super) fn checked(document: &Value, grammar: &Fields, mail: &Mail<'_>, context: &Context<'_>) -> Option<Checked> {
    let fields = grammar.clone();
    let mut check = Check { document, mail, context, checked: Checked { fields, believed: vec![], dropped: vec![] } };
    check.places();
    check.counts();
    check.dates();
    check.money_and_meals();
    check.people();
    let Check { checked, .. } = check;
    (!checked.believed.is_empty()).then_some(checked)
}

struct Check<'c> {
    document: &'c Value,
    mail: &'c Mail<'c>,
    context: &'c Context<'c>,
    checked: Checked,
}

impl Check<'_> {
    fn places(&mut self) {
        let list = |read: &Fields| read.destinations.clone();
        if let Some(places) = self.listed("destinations", list) {
            self.checked.fields.destinations = Some(places);
        }
        if let Some(hotels) = self.listed("requested_hotels", |read| read.requested_hotels.clone()) {
            self.checked.fields.requested_hotels = Some(hotels);
        }
        let origin = self.told("origin", |told: Told<String>| {
            let read = self.read("", &told.words)?;
            read.origin.or_else(|| {
                let Evidence { value, origin, confidence, source } = read.destinations?;
                Some(Evidence { value: value.into_iter().next()?, origin, confidence, source })
            })
        });
        self.take("origin", origin, |fields, origin| fields.origin = Some(origin));
    }

    fn counts(&mut self) {
        self.count("nights", |read| read.nights.clone(), |fields, found| fields.nights = Some(found));
        self.count("room_count", |read| read.room_count.clone(), |fields, found| fields.room_count = Some(found));
        self.count("stars", |read| read.stars.clone(), |fields, found| fields.stars = Some(found));
        // Rooms told one by one already say who travels.
        if self.checked.fields.rooms.is_none() {
            self.count("adults", |read| read.adults.clone(), |fields, found| fields.adults = Some(found));
            self.count("children", |read| read.children.clone(), |fields, found| fields.children = Some(found));
            let ages = self.told("child_ages", |told: Told<Vec<u8>>| {
                let same = |read: &Evidence<Vec<u8>>| sorted(&read.value) == sorted(&told.value);
                let behind = |lead: &str| self.read(lead, &told.words)?.child_ages.filter(same);
                behind("").or_else(|| behind("children aged "))
            });
            self.take("child_ages", ages, |fields, ages| fields.child_ages = Some(ages));
        }
    }

    fn dates(&mut self) {
        let dates = self.told("dates", |told: ToldDates| {
            let value = told_dates(&told)?;
            let known = self.checked.fields.dates.clone().filter(|known| known.value == value);
            known.or_else(|| self.read("", &told.words)?.dates.filter(|read| read.value == value))
        });
        self.take("dates", dates, |fields, dates| {
            if let Dates::Exact { check_in, check_out } = dates.value {
                let value = nights_between(check_in, check_out);
                let stated = fields.nights.as_ref().is_some_and(|nights| nights.origin == Origin::Stated);
                if !stated {
                    let (confidence, source) = (dates.confidence, dates.source.clone());
                    fields.nights = Some(Evidence { value, origin: Origin::Inferred, confidence, source });
                }
            }
            fields.dates = Some(dates);
        });
    }

    fn money_and_meals(&mut self) {
        let budget = self.told("budget", |told: ToldBudget| {
            let same = |amount: Decimal| amount.normalize() == told.amount.normalize();
            let known = self.checked.fields.budget.clone().filter(|known| same(known.value.amount));
            let read = || self.read("budget ", &told.words)?.budget.filter(|read| same(read.value.amount));
            known.or_else(read)
        });
        self.take("budget", budget, |fields, budget| fields.budget = Some(budget));
        let board = self.told("board", |told: Told<Board>| {
            self.read("", &told.words)?.board.filter(|read| read.value == told.value)
        });
        self.take("board", board, |fields, board| fields.board = Some(board));
    }

    fn people(&mut self) {
        let name = self.told("name", |told: Passage| self.read("My name is ", &told.words)?.contact.name);
        self.take("name", name, |fields, name| fields.contact.name = Some(name));
        let email = self.told("email", |told: Passage| self.read("", &told.words)?.contact.email);
        self.take("email", email, |fields, email| fields.contact.email = Some(email));
        let phone = self.told("phone", |told: Passage| self.read("", &told.words)?.contact.phone);
        self.take("phone", phone, |fields, phone| fields.contact.phone = Some(phone));
        let wish = self.told("special_requests", |told: Passage| {
            let (part, start, text) = self.locate(&told.words)?;
            let source = self.source(part, start, text);
            let value = text.split_whitespace().collect::<Vec<_>>().join(" ");
            Some(Evidence { value, origin: Origin::Stated, confidence: Confidence(75), source: Some(source) })
        });
        self.take("special_requests", wish, |fields, wish| fields.special_requests = Some(wish));
    }

    /// What is read of a member of the document; absent when the document has none of that name.
    fn told<T: DeserializeOwned, V>(&self, name: &str, read: impl FnOnce(T) -> Option<V>) -> Option<Option<V>> {
        let member = self.document.get(name).filter(|member| !member.is_null())?;
        Some(serde_json::from_value(member.clone()).ok().and_then(read))
    }

    /// Puts a believed value in its field, and notes what became of it.
    fn take<T>(
        &mut self,
        name: &'static str,
        found: Option<Option<Evidence<T>>>,
        put: impl FnOnce(&mut Fields, Evidence<T>),
    ) {
        match found {
            None => {}
            Some(None) => self.checked.dropped.push(name),
            Some(Some(evidence)) => {
                put(&mut self.checked.fields, evidence);
                self.checked.believed.push(name);
            }
        }
    }

    fn count<T: Copy + PartialEq + TryFrom<i64>>(
        &mut self,
        name: &'static str,
        read: impl Fn(&Fields) -> Option<Evidence<T>>,
        put: impl FnOnce(&mut Fields, Evidence<T>),
    ) {
        let found = self.told(name, |told: Told<i64>| {
            let value = T::try_from(told.value).ok()?;
            let known = read(&self.checked.fields).filter(|known| known.value == value);
            known.or_else(|| read(&self.read("", &told.words)?).filter(|read| read.value == value))
        });
        self.take(name, found, put);
    }

    /// Names of a list, each read in its own words.
    fn listed(
        &mut self,
        name: &'static str,
        read: impl Fn(&Fields) -> Option<Evidence<Vec<String>>>,
    ) -> Option<Evidence<Vec<String>>> {
        let told: Vec<Value> = self.told(name, Some)?.unwrap_or_else(|| vec![Value::Null]);
        let mut all: Option<Evidence<Vec<String>>> = None;
        for one in told.into_iter().take(LONGEST_LIST) {
            let words = serde_json::from_value::<Told<String>>(one).ok().map(|one| one.words);
            match words.and_then(|words| read(&self.read("", &words)?)) {
                None => self.checked.dropped.push(name),
                Some(found) => match all.as_mut() {
                    None => all = Some(found),
                    Some(all) => {
                        let more = found.value.into_iter().filter(|name| !all.value.contains(name)).collect::<Vec<_>>();
                        all.value.extend(more);
                    }
                },
            }
        }
        self.checked.believed.extend(all.is_some().then_some(name));
        all
    }

    /// What the grammar reads in words of the mail, behind a lead of ours that tells what they are; its spans are the mail's.
    fn read(&self, lead: &str, words: &str) -> Option<Fields> {
        let (part, start, text) = self.locate(words)?;
        let behind = format!("{lead}{text}");
        let alone = Mail {
            subject: "",
            text: &behind,
            signature: "",
            from_name: None,
            from_address: None,
            ..self.mail.clone()
        };
        let read = extract(&alone, self.context, Gazetteer::load());
        let source = self.source(part, start, text);
        placed(&read, &source)
    }

    /// Where words stand in the mail, in which part, and how they are written there. Spaces and line breaks are the same.
    fn locate(&self, words: &str) -> Option<(Part, usize, &str)> {
        let wanted = words.split_whitespace().collect::<Vec<_>>().join(" ");
        (!wanted.is_empty() && wanted.chars().count() <= LONGEST_WORDS).then_some(())?;
        [(Part::Text, self.mail.text), (Part::Subject, self.mail.subject)].into_iter().find_map(|(part, text)| {
            let (start, end) = find(text, &wanted)?;
            Some((part, start, text.get(start..end)?))
        })
    }

    fn source(&self, part: Part, start: usize, text: &str) -> Source {
        let whole = if part == Part::Subject { self.mail.subject } else { self.mail.text };
        let first = whole.get(..start).map_or(0, |before| before.chars().count());
        Source {
            message_id: self.mail.message_id.to_owned(),
            part,
            text: text.to_owned(),
            start: first,
            end: first + text.chars().count(),
        }
    }
}

fn sorted(ages: &[u8]) -> Vec<u8> {
    let mut ages = ages.to_vec();
    ages.sort_unstable();
    ages
}

fn told_dates(told: &ToldDates) -> Option<Dates> {
    match told.kind.as_str() {
        "exact" => (told.to > told.from).then_some(Dates::Exact { check_in: told.from, check_out: told.to }),
        "window" => (told.to >= told.from).then_some(Dates::Window { earliest: told.from, latest: told.to }),
        "month" => Some(Dates::Month { month: format!("{:04}-{:02}", told.from.year(), told.from.month()) }),
        _ => None,
    }
}

/// Byte range of `wanted` in `text`, where any run of white space counts as one space.
fn find(text: &str, wanted: &str) -> Option<(usize, usize)> {
    let (mut plain, mut places) = (String::with_capacity(text.len()), Vec::with_capacity(text.len()));
    for (at, letter) in text.char_indices() {
        if !letter.is_whitespace() {
            plain.push(letter);
        } else if !plain.ends_with(' ') {
            plain.push(' ');
        } else {
            continue;
        }
        places.resize(plain.len(), at);
    }
    let start = plain.find(wanted)?;
    let last = plain[..start + wanted.len()].chars().next_back()?;
    let from = *places.get(start)?;
    Some((from, *places.get(start + wanted.len() - 1)? + last.len_utf8()))
}

/// The fields with every source replaced: their words are the passage the model pointed at.
fn placed(read: &Fields, source: &Source) -> Option<Fields> {
    let mut value = serde_json::to_value(read).ok()?;
    replace(&mut value, &serde_json::to_value(source).ok()?);
    serde_json::from_value(value).ok()
}

fn replace(value: &mut Value, source: &Value) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                if name == "source" { *member = source.clone() } else { replace(member, source) }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| replace(value, source)),
        _ => {}
    }
}
