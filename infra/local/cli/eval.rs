//! How well enquiries are understood: cases with known answers in, a table out (`contract.md`, Commands).

use std::path::PathBuf;

use anyhow::{Context as _, ensure};
use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};
use tripdesk_core::enquiry::{
    Context, DateOrder, Gazetteer, Mail,
    eval::{Case, Format, Report, cases, date_cases, date_resolved},
    extract,
};

use super::output::Output;

/// Measures each file and prints its table; with `verbose`, what was not right, too.
pub(super) fn enquiries(files: &[PathBuf], verbose: bool, output: &Output) -> anyhow::Result<()> {
    ensure!(!files.is_empty(), "name at least one file of cases");
    for file in files {
        let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        output.result(&format!("\n{}", file.display()));
        if text.trim_start().starts_with('[') {
            dates(&text, output);
            continue;
        }
        let mut report = Report::default();
        for (format, case) in cases(&text) {
            report.add(format, &case, &read(format, &case)?);
        }
        output.result(&report.table());
        for (case, field, gold, found) in report.misses.iter().filter(|_| verbose) {
            output.result(&format!("{case}  {field}: {gold} <> {found}"));
        }
    }
    Ok(())
}

fn dates(text: &str, output: &Output) {
    let cases = date_cases(text);
    let right = cases.iter().filter(|case| date_resolved(case)).count();
    output.result(&format!("date expressions resolved: {right} of {}", cases.len()));
}

fn read(format: Format, case: &Case) -> anyhow::Result<tripdesk_core::enquiry::Fields> {
    let mail = Mail {
        message_id: &case.id,
        subject: &case.subject,
        text: &case.text,
        signature: "",
        from_name: None,
        from_address: None,
        received: received(case.received_at.as_deref())?,
    };
    // Public sets are American; our own cases are read as the demo agency would read them.
    let (date_order, currency) = match format {
        Format::Own => (DateOrder::DayFirst, "ZAR"),
        _ => (DateOrder::MonthFirst, "USD"),
    };
    let context = Context { date_order, currency: currency.parse()?, destinations: &[], hotels: &[], country: None };
    Ok(extract(&mail, &context, Gazetteer::load()))
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
