//! Mails of ours that come back as mails: reports of failed delivery, and complaints of feedback loops.
//!
//! Invariant: a report counts only when it names a mail of ours by its `Message-ID`: whoever did not get that mail does not
//! know it, so that nobody can have a stranger's address written to no more.

use serde_json::json;
use tripdesk_core::{
    error::Result,
    ids,
    job::{Report, Work},
    message::{
        Parsed,
        bounce::{self, Permanence},
    },
    runtime::App,
    send::Send,
    tenant::TenantId,
};

use crate::steps::Steps;

/// Under which domain the table knows the ids that SES gives, whatever the region.
const SES_IDS: &str = "email.amazonses.com";

/// What a report says of a mail in the sending ledger, noted; `None` when it is no report, or about no mail of ours.
///
/// # Errors
/// What may pass: the mail comes again.
pub(crate) async fn read(app: &App, tenant: &TenantId, parsed: &Parsed, steps: &mut Steps) -> Result<Option<Work>> {
    let (report, addresses, status) = match (bounce::complaint(parsed), bounce::bounce(parsed)) {
        (Some(addresses), _) => (Report::Complaint, addresses, None),
        (None, Some(bounce)) => {
            let is_hard = bounce.permanence == Permanence::Hard;
            (if is_hard { Report::Bounce } else { Report::Delay }, bounce.recipients, bounce.status)
        }
        (None, None) => return Ok(None),
    };
    let entry = match about(parsed) {
        Some(id) => entry(app, tenant, &id).await?,
        None => None,
    };
    let outcome = match report {
        Report::Bounce => "hard",
        Report::Delay => "soft",
        Report::Complaint => "complaint",
    };
    let send_id = entry.as_ref().map(|entry| &entry.id);
    steps.note("returned", outcome, json!({"status": status, "recipients": addresses, "send_id": send_id}));
    Ok(entry.map(|entry| {
        // A feedback loop that hides who complained means whoever the mail went to.
        let hidden = report == Report::Complaint && addresses.is_empty();
        let addresses = if hidden { entry.to } else { addresses };
        Work::Returned { send_id: entry.id, addresses, report }
    }))
}

/// `Message-ID` of the mail that a report is about, as the table knows it.
pub(crate) fn about(parsed: &Parsed) -> Option<String> {
    let reported = parsed.report.as_ref().and_then(|report| report.about.clone());
    let id = reported.or_else(|| bounce::bounce(parsed)?.about)?;
    match id.rsplit_once('@') {
        Some((local, domain)) if domain.to_ascii_lowercase().ends_with(".amazonses.com") => {
            Some(format!("{local}@{SES_IDS}"))
        }
        _ => Some(id),
    }
}

/// The entry of the ledger: by our own id, or by the one SES gave the mail that carried a quote.
async fn entry(app: &App, tenant: &TenantId, message_id: &str) -> Result<Option<Send>> {
    let Some((local, domain)) = message_id.rsplit_once('@') else { return Ok(None) };
    if domain.eq_ignore_ascii_case(&app.settings.mail_from_domain) && ids::is_id(local) {
        return app.store.send(tenant, local).await;
    }
    let enquiry = app.store.enquiry_of_thread(tenant, message_id).await?;
    let Some(quote_id) = enquiry.and_then(|enquiry| enquiry.quote_id) else { return Ok(None) };
    let Some(quote) = app.store.quote(tenant, &quote_id).await? else { return Ok(None) };
    for sending in quote.heads().filter_map(|head| head.sending.as_ref()) {
        let entry = app.store.send(tenant, &sending.send_id).await?;
        if let Some(entry) = entry.filter(|entry| entry.ses_message_id.as_deref() == Some(local)) {
            return Ok(Some(entry));
        }
    }
    Ok(None)
}
