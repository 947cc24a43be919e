//! Delivery reports: which of our mails did not arrive, at whom, and whether for good (RFC 3464, and the texts of
//! servers that do not follow it).
//!
//! Invariant: a mail is a bounce because a machine says so in its form; a person who writes about a bounce is none.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Parsed, address, guard, lexicon::tables, text::prefix};

tables! { "bounce.txt":
    SUBJECTS = "subjects";
    TEXTS = "texts";
    SOFT = "soft";
    /// Above these lines stands the report, below them our own mail.
    COPY = "copy";
}

/// A mail of ours that did not arrive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Bounce {
    /// For good, or for now.
    pub permanence: Permanence,
    /// The addresses that were not reached; empty when the report does not name them.
    pub recipients: Vec<String>,
    /// `Message-ID` of our mail, where the report returns its headers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Enhanced status code (RFC 3463), where one is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
}

/// Whether trying again can help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Permanence {
    /// The address does not work.
    Hard,
    /// Full, busy or delayed.
    Soft,
}

/// Bytes of a report's text that are read.
const MAX_REPORT: usize = 16 * 1024;
/// Addresses kept of one report.
const MAX_RECIPIENTS: usize = 50;

/// Reads the mail as a report of failed or delayed delivery.
#[must_use]
pub fn bounce(parsed: &Parsed) -> Option<Bounce> {
    let about = parsed.report.as_ref().and_then(|report| report.about.clone()).or_else(|| copied_id(&parsed.text));
    if let Some(report) = parsed.report.as_ref().filter(|report| report.status.to_lowercase().contains("-recipient:")) {
        let found = by_status(&report.status);
        // A report of success is a machine's mail, but no bounce.
        return found.map(|(permanence, recipients, status)| Bounce { permanence, recipients, about, status });
    }
    by_text(parsed).map(|(permanence, recipients)| {
        let status = status_code(prefix(&parsed.text, MAX_REPORT));
        Bounce { permanence, recipients, about, status }
    })
}

/// The addresses whose owners call a mail of ours spam, where the mail is a feedback loop's report (RFC 5965).
#[must_use]
pub fn complaint(parsed: &Parsed) -> Option<Vec<String>> {
    let report = parsed.report.as_ref().filter(|report| report.kind.eq_ignore_ascii_case("feedback-report"))?;
    let mut recipients = Vec::new();
    for line in report.status.lines() {
        if let Some((name, address)) = line.split_once(':')
            && name.trim().eq_ignore_ascii_case("original-rcpt-to")
        {
            push(&mut recipients, address.trim().trim_matches(['<', '>']));
        }
    }
    Some(recipients)
}

/// `Message-ID` of our mail, where its headers stand in the text of the report.
fn copied_id(text: &str) -> Option<String> {
    prefix(text, MAX_REPORT).lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let is_id = name.trim().eq_ignore_ascii_case("message-id");
        is_id.then(|| super::thread::message_ids(value).into_iter().next()).flatten()
    })
}

/// The per-recipient fields of RFC 3464 section 2.3.
fn by_status(status: &str) -> Option<(Permanence, Vec<String>, Option<String>)> {
    let mut recipients = Vec::new();
    let mut permanence = None;
    let mut code = None;
    let normal = status.replace("\r\n", "\n");
    for group in normal.split("\n\n") {
        let field = |name: &str| {
            group.lines().find_map(|line| {
                let (key, value) = line.split_once(':')?;
                key.trim().eq_ignore_ascii_case(name).then(|| value.trim())
            })
        };
        let Some(recipient) = field("original-recipient").or_else(|| field("final-recipient")) else { continue };
        let action = field("action").unwrap_or("failed").to_lowercase();
        if !action.starts_with("failed") && !action.starts_with("delayed") {
            continue;
        }
        let status = field("status").and_then(status_code).or_else(|| field("diagnostic-code").and_then(status_code));
        let for_good = action.starts_with("failed") && status.as_deref().is_none_or(is_permanent);
        if for_good || permanence.is_none() {
            permanence = Some(if for_good { Permanence::Hard } else { Permanence::Soft });
            code = status;
        }
        let address = recipient.rsplit_once(';').map_or(recipient, |(_, address)| address);
        push(&mut recipients, address);
    }
    permanence.map(|permanence| (permanence, recipients, code))
}

/// A full mailbox (x.2.2) may be emptied, a busy system (x.3.x, x.4.x with 4) may come back.
fn is_permanent(status: &str) -> bool {
    status.starts_with('5') && !matches!(status, "5.2.2" | "5.3.1" | "5.4.5")
}

/// The first code of the form `5.1.1`.
fn status_code(text: &str) -> Option<String> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.').find_map(|word| {
        let fields: Vec<&str> = word.trim_matches('.').split('.').collect();
        let [class, subject, detail] = fields.as_slice() else { return None };
        let is_code = matches!(*class, "2" | "4" | "5")
            && [subject, detail].iter().all(|field| (1..=3).contains(&field.len()))
            && subject.len() == 1;
        is_code.then(|| format!("{class}.{subject}.{detail}"))
    })
}

/// Reports in free text: the sender must be a machine, or the mail carry its mark.
fn by_text(parsed: &Parsed) -> Option<(Permanence, Vec<String>)> {
    let failed = parsed.header("x-failed-recipients");
    let sender = parsed.from.as_ref().map(|from| address::local(&from.address).to_lowercase()).unwrap_or_default();
    let is_daemon = [
        "mailer-daemon",
        "postmaster",
        "mailerdaemon",
        "mail-daemon",
        "mdaemon",
        "mail.daemon",
        "microsoftexchange",
        "bounce",
        "mailsystem",
        "mail-system",
    ]
    .iter()
    .any(|name| sender.starts_with(name));
    let null_path = parsed.header("return-path").is_some_and(|path| path.trim() == "<>");
    let subject = parsed.subject.to_lowercase();
    let text = prefix(&parsed.text, MAX_REPORT).to_lowercase();
    let subject_says = SUBJECTS.iter().any(|phrase| subject.contains(phrase));
    let text_says = TEXTS.iter().any(|phrase| text.contains(phrase));
    let is_machine = failed.is_some()
        || is_daemon
        || null_path
        || parsed.content_type == "multipart/report"
        || guard::is_automatic(parsed);
    let marked = failed.is_some()
        || (is_machine && (subject_says || text_says))
        || (subject_says && text_says && parsed.in_reply_to.is_empty() && guard::is_machine(&sender));
    if !marked {
        return None;
    }
    let mut recipients = Vec::new();
    for address in failed.unwrap_or_default().split(',') {
        push(&mut recipients, address);
    }
    if recipients.is_empty() {
        recipients = named_recipients(prefix(&parsed.text, MAX_REPORT));
    }
    let code = status_code(&text);
    let waits = code.as_deref().is_some_and(|code| !is_permanent(code))
        || SOFT.iter().any(|phrase| text.contains(phrase) || subject.contains(phrase));
    Some((if waits { Permanence::Soft } else { Permanence::Hard }, recipients))
}

/// Addresses in the report itself, above the copy of our mail.
fn named_recipients(text: &str) -> Vec<String> {
    let mut recipients = Vec::new();
    for line in text.lines() {
        let lower = line.to_lowercase();
        if COPY.iter().any(|phrase| lower.contains(phrase)) {
            break;
        }
        for word in line.split(|c: char| c.is_whitespace() || "<>()[]\"',;".contains(c)) {
            let word = word.trim_start_matches("mailto:").trim_matches([':', '.']);
            if word.contains('@') && !guard::is_machine(word) {
                push(&mut recipients, word);
            }
        }
    }
    recipients
}

fn push(recipients: &mut Vec<String>, address: &str) {
    if let Some(address) = address::normalise(address)
        && recipients.len() < MAX_RECIPIENTS
        && !recipients.contains(&address)
    {
        recipients.push(address);
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use crate::message::parse;

    #[test]
    fn status_fields_name_the_recipient_and_the_permanence() {
        let report = |action: &str, status: &str| {
            format!(
                "Reporting-MTA: dns; mx.example\r\n\r\nOriginal-Recipient: rfc822;jo@mail.example\r\nFinal-Recipient: rfc822; jo@mail.example\r\nAction: {action}\r\nStatus: {status}\r\n"
            )
        };
        let read = |action: &str, status: &str| by_status(&report(action, status));
        let (permanence, recipients, status) = read("failed", "5.1.1").unwrap();
        assert_eq!(
            (permanence, recipients.as_slice(), status.as_deref()),
            (Permanence::Hard, ["jo@mail.example".to_owned()].as_slice(), Some("5.1.1"))
        );
        assert_eq!(read("failed", "5.2.2 (mailbox full)").unwrap().0, Permanence::Soft);
        assert_eq!(read("delayed", "4.4.1").unwrap().0, Permanence::Soft);
        assert_eq!(read("delivered", "2.0.0"), None);
    }

    #[test]
    fn servers_with_texts_of_their_own() {
        for (mail, permanence, recipient) in [
            (
                "From: MAILER-DAEMON@mx.example\r\nSubject: failure notice\r\n\r\nHi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<jo@mail.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nTo: al@other.example",
                Permanence::Hard,
                "jo@mail.example",
            ),
            (
                "From: Mail Delivery System <Mailer-Daemon@mx.example>\r\nX-Failed-Recipients: jo@mail.example\r\nSubject: Mail delivery failed: returning message to sender\r\n\r\nThis message was created automatically.",
                Permanence::Hard,
                "jo@mail.example",
            ),
            (
                "From: postmaster@mx.example\r\nSubject: Unzustellbar: Angebot\r\n\r\nIhre Nachricht konnte nicht zugestellt werden: jo@mail.example. Das Postfach ist voll.",
                Permanence::Soft,
                "jo@mail.example",
            ),
        ] {
            let found = bounce(&parse(mail.as_bytes())).unwrap();
            assert_eq!(
                (found.permanence, found.recipients.as_slice()),
                (permanence, [recipient.to_owned()].as_slice()),
                "{mail}"
            );
        }
    }

    #[test]
    fn a_report_in_free_text_names_our_mail_by_the_headers_it_returns() {
        let mail = parse(b"From: MAILER-DAEMON@mx.example\r\nSubject: failure notice\r\n\r\nI wasn't able to deliver your message.\n\n<jo@mail.example>:\nno mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nMessage-Id: <12@tripdesk.example>\nSubject: Your quote");
        assert_eq!(bounce(&mail).unwrap().about.as_deref(), Some("12@tripdesk.example"));
    }

    #[test]
    fn a_feedback_loop_names_who_complains() {
        let mail = parse(b"From: fbl@mail.example\r\nSubject: abuse\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nOriginal-Rcpt-To: <jo@mail.example>\r\n\r\n--b--\r\n");
        assert_eq!(complaint(&mail), Some(vec!["jo@mail.example".to_owned()]));
        assert_eq!(complaint(&parse(b"From: jo@mail.example\r\nSubject: abuse\r\n\r\nThis is spam.")), None);
    }

    #[test]
    fn a_person_who_writes_of_a_bounce_is_no_bounce() {
        let mail = parse(b"From: Jo <jo@mail.example>\r\nSubject: Mail delivery failed?\r\n\r\nMy last mail could not be delivered. We still want the trip.");
        assert_eq!(bounce(&mail), None);
    }
}
