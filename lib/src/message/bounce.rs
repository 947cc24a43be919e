//! Delivery reports: which of our mails did not arrive, at whom, and whether for good (RFC 3464, and the texts of
//! servers that do not follow it).
//!
//! Invariant: a mail is a bounce because a machine says so in its form; a person who writes about a bounce is none.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Parsed, address, guard, lexicon::tables, parse::Report, text::prefix};

tables! { "bounce.txt":
    SENDERS = "senders";
    SUBJECTS = "subjects";
    TEXTS = "texts";
    FORMS = "forms";
    GONE = "gone";
    SOFT = "soft";
    NAMED = "named";
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

/// Whether the address is at fault: only then is nothing sent to it any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Permanence {
    /// The address does not work.
    Hard,
    /// Full, busy, delayed, or this one mail was not wanted.
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
    // A receipt names its recipient, too (RFC 8098): that somebody has read a mail is no failure.
    let by_fields = |report: &&Report| {
        let status = report.status.to_lowercase();
        status.contains("-recipient:") && !status.contains("disposition:")
    };
    if let Some(report) = parsed.report.as_ref().filter(by_fields) {
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
    for group in groups(status) {
        let field = |name: &str| {
            group.iter().find_map(|line| {
                let (key, value) = line.split_once(':')?;
                key.trim().eq_ignore_ascii_case(name).then(|| value.trim())
            })
        };
        let Some(recipient) = field("original-recipient").or_else(|| field("final-recipient")) else { continue };
        let action = field("action").unwrap_or("failed").to_lowercase();
        if ["delivered", "relayed", "expanded"].iter().any(|done| action.starts_with(done)) {
            continue;
        }
        let (status, diagnostic) = (field("status").unwrap_or_default(), field("diagnostic-code").unwrap_or_default());
        // "5.0.0" says no more than that it failed; the other server's words may.
        let status_said = status_code(status).filter(|code| !code.ends_with(".0.0"));
        let said = status_said.or_else(|| status_code(diagnostic)).or_else(|| status_code(status));
        let words = format!("{status} {diagnostic}").to_lowercase();
        let is_soft = action.starts_with("delayed") || waits(said.as_deref(), &words);
        if !is_soft || permanence.is_none() {
            permanence = Some(if is_soft { Permanence::Soft } else { Permanence::Hard });
            code = said;
        }
        let address = recipient.rsplit_once(';').map_or(recipient, |(_, address)| address);
        push(&mut recipients, address);
    }
    permanence.map(|permanence| (permanence, recipients, code))
}

/// The fields of each recipient, unfolded; blank lines part them.
fn groups(status: &str) -> Vec<Vec<String>> {
    let mut groups = vec![Vec::new()];
    for line in status.lines() {
        let is_folded = line.starts_with([' ', '\t']);
        match groups.last_mut() {
            Some(fields) if line.trim().is_empty() && !fields.is_empty() => groups.push(Vec::new()),
            _ if line.trim().is_empty() => {}
            Some(fields) => match fields.last_mut().filter(|_| is_folded) {
                Some(field) => *field = format!("{field} {}", line.trim()),
                None => fields.push(line.to_owned()),
            },
            None => {}
        }
    }
    groups
}

/// Whether trying again can help, by the codes (RFC 3463, RFC 5321 section 4.2.3) and the words of a server.
fn waits(code: Option<&str>, words: &str) -> bool {
    let replied = reply_code(words);
    if code.is_some_and(|code| code.starts_with('4'))
        || code.is_none() && replied.is_some_and(|reply| reply.starts_with('4'))
    {
        return true;
    }
    if GONE.iter().any(|phrase| words.contains(phrase)) {
        return false;
    }
    // A full mailbox may be emptied, a busy system come back, and what is refused for its contents or by a policy was refused, not
    // the address.
    let is_passing = |code: &str| {
        matches!(code, "5.2.2" | "5.2.3" | "5.3.1" | "5.3.2" | "5.3.4" | "5.4.5" | "5.4.6" | "5.4.7")
            || code.starts_with("5.6.")
            || code.starts_with("5.7.")
    };
    code.is_some_and(is_passing)
        || code.is_none() && replied == Some("552")
        || SOFT.iter().any(|phrase| words.contains(phrase))
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

/// The first reply code of SMTP (RFC 5321 section 4.2.3) that a mail is turned away with.
fn reply_code(text: &str) -> Option<&str> {
    const CODES: [&str; 9] = ["421", "450", "451", "452", "550", "551", "552", "553", "554"];
    text.split(|c: char| c.is_whitespace() || "-:;<>()[]\"'#".contains(c)).find(|word| CODES.contains(word))
}

/// Reports in free text: the sender must be a machine, or the mail carry its mark.
fn by_text(parsed: &Parsed) -> Option<(Permanence, Vec<String>)> {
    let failed = parsed.header("x-failed-recipients");
    let sender = parsed.from.as_ref().map(|from| address::local(&from.address).to_lowercase()).unwrap_or_default();
    let from = parsed.header("from").unwrap_or_default().to_lowercase();
    let is_daemon = ["bounce", "mdaemon"].iter().any(|name| sender.starts_with(name))
        || SENDERS.iter().any(|name| from.contains(name));
    let null_path = parsed
        .header("return-path")
        .is_some_and(|path| path.trim() == "<>" || path.to_lowercase().contains("mailer-daemon"));
    let subject = parsed.subject.to_lowercase();
    let original = prefix(&parsed.text, MAX_REPORT);
    let report = above_copy(original);
    let text = report.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let subject_says = SUBJECTS.iter().any(|phrase| subject.contains(phrase));
    let text_says = TEXTS.iter().any(|phrase| text.contains(phrase));
    let code = status_code(&text);
    let is_machine = is_daemon || null_path || parsed.content_type == "multipart/report" || guard::is_automatic(parsed);
    let has_form = guard::is_machine(&sender) || FORMS.iter().any(|phrase| text.contains(phrase));
    let is_coded = code.is_some() || reply_code(&text).is_some();
    let marked = failed.is_some()
        || (is_machine && (subject_says || text_says))
        || (is_daemon && is_coded)
        || (subject_says && text_says && has_form && parsed.in_reply_to.is_empty());
    if !marked {
        return None;
    }
    let mut recipients = Vec::new();
    for address in failed.unwrap_or_default().split(',') {
        push(&mut recipients, address);
    }
    if recipients.is_empty() {
        recipients = named_recipients(report);
    }
    let is_soft = waits(code.as_deref(), &format!("{subject} {text}"));
    Some((if is_soft { Permanence::Soft } else { Permanence::Hard }, recipients))
}

/// The report itself, without the copy of our mail below it.
fn above_copy(text: &str) -> &str {
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        let lower = line.to_lowercase();
        if COPY.iter().any(|phrase| lower.contains(phrase)) {
            break;
        }
        end += line.len();
    }
    // A report that begins with such a line is read whole.
    if text.get(..end).is_none_or(|above| above.trim().is_empty()) { text } else { text.get(..end).unwrap_or(text) }
}

/// Addresses in the report: those below a line that announces them, else any.
fn named_recipients(report: &str) -> Vec<String> {
    // What two servers said to each other names others, too.
    let lines: Vec<&str> =
        report.lines().take_while(|line| !line.to_lowercase().contains("transcript of session")).collect();
    let announced = lines.iter().position(|line| {
        let lower = line.to_lowercase();
        NAMED.iter().any(|phrase| lower.contains(phrase))
    });
    let below = announced.map(|at| addresses(lines.get(at..).unwrap_or_default())).unwrap_or_default();
    if below.is_empty() { addresses(&lines) } else { below }
}

fn addresses(lines: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for word in lines.iter().flat_map(|line| line.split(|c: char| c.is_whitespace() || "<>()[]\"',;".contains(c))) {
        let lower = word.to_lowercase();
        let word = ["mailto:", "smtp:", "smtp="]
            .iter()
            .fold(lower.as_str(), |word, mark| word.rsplit(mark).next().unwrap_or(word));
        let word = word.trim_matches([':', '.']);
        if word.contains('@') && !guard::is_machine(word) {
            push(&mut found, word);
        }
    }
    found
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
            (
                "From: mailer-daemon@mx.example\r\nSubject: Delivery failure\r\n\r\njo@mail.example: 421 closing transmission channel",
                Permanence::Soft,
                "jo@mail.example",
            ),
            (
                "From: postmaster@mx.example\r\nSubject: Zustellung verz\u{f6}gert\r\n\r\nIhre Nachricht an jo@mail.example konnte noch nicht zugestellt werden.",
                Permanence::Soft,
                "jo@mail.example",
            ),
            (
                "From: postmaster@mx.example\r\nSubject: Mancato recapito\r\n\r\nLa casella di posta di jo@mail.example ha superato la quota.",
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
    fn a_full_mailbox_a_policy_and_a_long_wait_are_no_fault_of_the_address() {
        let read = |status: &str, diagnostic: &str| {
            let fields = format!(
                "Final-Recipient: rfc822; jo@mail.example\r\nAction: failed\r\nStatus: {status}\r\nDiagnostic-Code: smtp;\r\n {diagnostic}\r\n"
            );
            by_status(&format!("Reporting-MTA: dns; mx.example\r\n \r\n{fields}")).unwrap().0
        };
        for (status, diagnostic, expected) in [
            ("5.0.0", "550 5.1.1 no such user here", Permanence::Hard),
            ("5.0.0", "552 mailbox is full", Permanence::Soft),
            ("5.7.1", "550 5.7.1 message refused by policy", Permanence::Soft),
            ("5.4.1", "550 5.4.1 Recipient address rejected: Access denied", Permanence::Hard),
            ("4.4.7", "delivery time expired", Permanence::Soft),
            ("5.3.4", "552 5.3.4 message size exceeds the limit", Permanence::Soft),
            ("5.2.1", "550 5.2.1 account disabled", Permanence::Hard),
            ("4.1.1", "450 4.1.1 user unknown for now", Permanence::Soft),
        ] {
            assert_eq!(read(status, diagnostic), expected, "{status} {diagnostic}");
        }
    }

    #[test]
    fn a_receipt_is_no_bounce() {
        let mail = parse(b"From: Jo <jo@mail.example>\r\nSubject: Read: your quote\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nYour message was read.\r\n\r\n--b\r\nContent-Type: message/disposition-notification\r\n\r\nFinal-Recipient: rfc822; jo@mail.example\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n\r\n--b--\r\n");
        assert_eq!(bounce(&mail), None);
    }

    #[test]
    fn servers_that_give_no_sign_but_their_words() {
        for (mail, permanence, recipients) in [
            (
                "From: gateway@corp.example\r\nSubject: Returned mail: error during delivery\r\n\r\n---- Failed recipients ----\n\n<jo@mail.example>: mailbox unavailable [SMTP error code 550]\n---- Returned message ----\nTo: al@other.example",
                Permanence::Hard,
                vec!["jo@mail.example"],
            ),
            (
                "From: \"Mail Delivery Service\" <robot@mx.example>\r\nSubject: Processing error\r\n\r\nIntended recipient: jo@mail.example\n\nThe following mail has been returned because of a disk quota.",
                Permanence::Soft,
                vec!["jo@mail.example"],
            ),
            (
                "From: postmaster@mx.example\r\nSubject: Undeliverable: our trip\r\n\r\nYour message\n To: al@other.example\ndid not reach the following recipient(s):\n[SMTP:jo@mail.example] unknown recipient",
                Permanence::Hard,
                vec!["jo@mail.example"],
            ),
        ] {
            let found = bounce(&parse(mail.as_bytes())).unwrap_or_else(|| panic!("no bounce: {mail}"));
            assert_eq!(
                (found.permanence, found.recipients),
                (permanence, recipients.into_iter().map(str::to_owned).collect::<Vec<_>>()),
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
