//! How well enquiries are understood: cases with known answers in, a table out (`contract.md`, Commands).

use std::path::PathBuf;

use anyhow::{Context as _, ensure};
use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};
use tripdesk_core::{
    enquiry::{
        Context, Fields, Gazetteer, Mail,
        eval::{Case, Format, Report, cases, date_cases, date_resolved, date_understood},
        extract,
    },
    extraction,
    message::{
        Classification, Parsed, Stripped,
        classify::{Hints, classify},
        parse, strip,
    },
};

use super::output::Output;

/// Measures each file and prints its table; with `verbose`, what was not right, too.
pub(super) fn enquiries(files: &[PathBuf], verbose: bool, output: &Output) -> anyhow::Result<()> {
    ensure!(!files.is_empty(), "name at least one file of cases");
    for file in files {
        let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        output.result(&format!("\n{}", file.display()));
        if text.trim_start().starts_with('[') {
            dates(&text, verbose, output);
            continue;
        }
        let mut report = Report::default();
        for (format, case) in cases(&text) {
            let opened = opened(&case)?;
            let fields = fields_of(format, &case, &opened)?;
            report.add(format, &case, &fields);
            report.add_class(&case, class_of(&opened, &fields).class.as_str());
        }
        output.result(&report.table());
        for (case, field, gold, found) in report.misses.iter().filter(|_| verbose) {
            output.result(&format!("{case}  {field}: {gold} <> {found}"));
        }
    }
    Ok(())
}

fn dates(text: &str, verbose: bool, output: &Output) {
    let cases = date_cases(text);
    let right = cases.iter().filter(|case| date_resolved(case)).count();
    output.result(&format!("date expressions resolved: {right} of {}", cases.len()));
    let (understood, missed): (Vec<_>, Vec<_>) = cases.iter().partition(|case| understood(case).unwrap_or(false));
    output.result(&format!("understood as a mail of one sentence: {} of {}", understood.len(), cases.len()));
    for case in missed.iter().filter(|_| verbose) {
        output.result(&case.to_string());
    }
}

/// Whether a date case's sentence is understood when it comes as a mail.
fn understood(case: &serde_json::Value) -> anyhow::Result<bool> {
    let text = |name: &str| case.get(name).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
    let mail = Case { text: text("input"), received_at: Some(text("ref")), ..Case::default() };
    let fields = fields_of(Format::SingleRequests, &mail, &opened(&mail)?)?;
    Ok(date_understood(case, &fields))
}

/// A raw mail as the demo agency would read it: taken apart, understood, and told by class.
pub(super) fn read(raw: &[u8]) -> anyhow::Result<(Opened, Classification)> {
    let parsed = parse(raw);
    let stripped = strip(&parsed.text);
    let received = parsed.date.unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(TimeZone::UTC);
    let opened = Opened { parsed, stripped, received };
    let fields = fields_of(Format::Own, &Case::default(), &opened)?;
    let class = class_of(&opened, &fields);
    Ok((opened, class))
}

/// The mail of a case as the platform would read it: taken apart when it is a raw one.
pub(super) struct Opened {
    pub(super) parsed: Parsed,
    stripped: Stripped,
    received: Zoned,
}

fn opened(case: &Case) -> anyhow::Result<Opened> {
    let parsed = match &case.raw {
        Some(raw) => parse(raw.as_bytes()),
        None => Parsed { subject: case.subject.clone(), text: case.text.clone(), ..Parsed::default() },
    };
    let stripped = match &case.raw {
        Some(_) => strip(&parsed.text),
        None => Stripped { text: case.text.clone(), signature: String::new(), quoted_from: None },
    };
    let received = match (&case.received_at, parsed.date) {
        (None, Some(date)) => date.to_zoned(TimeZone::UTC),
        _ => received(case.received_at.as_deref())?,
    };
    Ok(Opened { parsed, stripped, received })
}

fn fields_of(format: Format, case: &Case, opened: &Opened) -> anyhow::Result<Fields> {
    let from = opened.parsed.from.as_ref();
    let mail = Mail {
        message_id: &case.id,
        subject: &opened.parsed.subject,
        text: &opened.stripped.text,
        signature: &opened.stripped.signature,
        from_name: from.and_then(|from| from.name.as_deref()),
        from_address: from.map(|from| from.address.as_str()),
        received: opened.received.clone(),
    };
    let (date_order, currency, country) = case.read_as(format);
    let context = Context { date_order, currency: currency.parse()?, destinations: &[], hotels: &[], country };
    Ok(extract(&mail, &context, Gazetteer::load()))
}

/// What a mail is, told by itself alone.
fn class_of(opened: &Opened, fields: &Fields) -> Classification {
    let hints = Hints { travel: extraction::signals(fields), ..Hints::default() };
    classify(&opened.parsed, &opened.stripped.text, &hints)
}

fn received(text: Option<&str>) -> anyhow::Result<Zoned> {
    let Some(text) = text else { return Ok(Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC)) };
    if let Ok(zoned) = text.parse::<Zoned>() {
        return Ok(zoned);
    }
    if let Ok(time) = text.parse::<Timestamp>() {
        return Ok(time.to_zoned(TimeZone::UTC));
    }
    let day: Date = text.parse().with_context(|| format!("{text:?} is no date"))?;
    Ok(day.to_zoned(TimeZone::UTC)?)
}
