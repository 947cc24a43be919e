//! What SES checks and changes before a mail goes out.
//! (<https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html>, <https://docs.aws.amazon.com/ses/latest/dg/quotas.html>)
//!
//! Invariant: what SES is known to refuse is refused here, so that it is not first met in production.

use std::collections::HashSet;
use std::io;

use serde_json::{Map, Value, json};

use super::from_address;
use crate::fields::{self, Field};

/// SES takes at most this from `SendRawEmail` of its first API (SES quotas).
const LARGEST_MAIL: usize = 10 * 1024 * 1024;
/// To, Cc and Bcc together (SES quotas).
const MOST_RECIPIENTS: usize = 50;
/// SES refuses a second one of these.
const ONCE: [&str; 9] = ["from", "sender", "reply-to", "to", "cc", "bcc", "message-id", "date", "subject"];
/// What SES reads or sets itself; a recipient never sees the sender's own.
const NOT_SENT_ON: [&str; 6] =
    ["message-id", "bcc", "return-path", "x-ses-configuration-set", "x-ses-message-tags", "x-ses-source-arn"];
/// What `SendRawEmail` was given.
#[derive(Debug, Default)]
pub(crate) struct Submission {
    pub(crate) raw: Vec<u8>,
    pub(crate) source: Option<String>,
    pub(crate) destinations: Vec<String>,
    pub(crate) configuration_set: Option<String>,
    pub(crate) tags: Vec<(String, String)>,
}

/// Why a mail was not taken.
#[derive(Debug)]
pub(crate) enum Refused {
    /// `MessageRejected`: the mail or an address in it cannot be sent.
    Rejected(String),
    /// `InvalidParameterValue`: the request breaks a rule of SES.
    Invalid(String),
    /// It could not be stored.
    Disk(io::Error),
}

/// The recipients, after the checks that SES makes before it takes a mail.
pub(crate) fn check(submission: &Submission) -> Result<Vec<String>, Refused> {
    if submission.raw.len() > LARGEST_MAIL {
        let size = submission.raw.len();
        return Err(Refused::Invalid(format!("Message length is more than {LARGEST_MAIL} bytes long: '{size}'.")));
    }
    let (fields, _) = fields::split(&submission.raw);
    let mut seen = HashSet::new();
    for name in fields.iter().map(|field| field.name().to_ascii_lowercase()) {
        if ONCE.contains(&name.as_str()) && !seen.insert(name.clone()) {
            return Err(Refused::Invalid(format!("Duplicate header '{name}'.")));
        }
    }
    if !seen.contains("from") {
        return Err(Refused::Invalid("Missing required header 'From'.".to_owned()));
    }
    check_tags(&submission.tags)?;
    let message = mail_parser::MessageParser::default().parse_headers(submission.raw.as_slice());
    let to = match submission.destinations.as_slice() {
        [] => message.iter().flat_map(header_recipients).collect(),
        given => given.to_vec(),
    };
    let from = submission.source.clone().or_else(|| message.as_ref().and_then(from_address)).unwrap_or_default();
    for address in to.iter().chain([&from]) {
        check_address(bare(address)).map_err(Refused::Rejected)?;
    }
    match to.len() {
        0 => Err(Refused::Invalid("No recipients.".to_owned())),
        1..=MOST_RECIPIENTS => Ok(to.iter().map(|address| bare(address).to_owned()).collect()),
        _ => Err(Refused::Invalid(format!("Recipient count exceeds {MOST_RECIPIENTS}."))),
    }
}

/// SES limits what a tag is made of; a sealed value with another alphabet would be refused there.
fn check_tags(tags: &[(String, String)]) -> Result<(), Refused> {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"_-.@".contains(&b);
    let fits = |text: &str| (1..=256).contains(&text.len()) && text.bytes().all(allowed);
    match tags.iter().find(|(name, value)| !fits(name) || !fits(value)) {
        Some((name, _)) => Err(Refused::Invalid(format!("Invalid tag: {name}"))),
        None => Ok(()),
    }
}

/// `Name <address>` or an address alone.
pub(crate) fn bare(address: &str) -> &str {
    let inner = address.rsplit_once('<').and_then(|(_, rest)| rest.strip_suffix('>'));
    inner.unwrap_or(address).trim()
}

/// What SES asks of an address: ASCII (domains in Punycode), one `@`, a local part of at most 64, a domain of labels.
fn check_address(address: &str) -> Result<(), String> {
    let (local, domain) = address.rsplit_once('@').ok_or("Missing final '@domain'")?;
    let local_fits = (1..=64).contains(&local.len())
        && local.bytes().all(|b| b.is_ascii_graphic() && !b"@,;:<>()[]\\\"".contains(&b))
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..");
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    match local_fits && domain.len() <= 255 && domain.contains('.') && domain.split('.').all(label) {
        true => Ok(()),
        false => Err(format!("Illegal address: {address}")),
    }
}

/// The mail as it goes out: SES sets Message-ID, adds a missing Date, and takes its own fields and Bcc off.
pub(crate) fn as_delivered(raw: &[u8], message_id: &str, now: jiff::Timestamp) -> Vec<u8> {
    let (fields, rest) = fields::split(raw);
    let mut mail = format!("Message-ID: {message_id}\r\n").into_bytes();
    if !fields.iter().any(|field| field.is("date")) {
        let date = now.strftime("%a, %d %b %Y %H:%M:%S +0000");
        mail.extend_from_slice(format!("Date: {date}\r\n").as_bytes());
    }
    let sent_on = |field: &&Field<'_>| !NOT_SENT_ON.contains(&field.name().to_ascii_lowercase().as_str());
    for field in fields.iter().filter(sent_on) {
        mail.extend_from_slice(field.raw);
    }
    mail.extend_from_slice(rest);
    mail
}

/// Configuration set and tags, from the call or from the mail's own `X-SES-` fields.
pub(crate) fn routing(submission: &Submission) -> (Option<String>, Map<String, Value>) {
    let (fields, _) = fields::split(&submission.raw);
    let field = |name: &str| fields.iter().find(|field| field.is(name)).map(Field::value);
    let set = submission.configuration_set.clone().or_else(|| field("x-ses-configuration-set"));
    let in_mail = field("x-ses-message-tags").unwrap_or_default();
    let in_mail = in_mail.split([',', ';']).filter_map(|tag| tag.split_once('='));
    let mut tags: Map<String, Value> = in_mail.map(|(k, v)| (k.trim().to_owned(), json!(v.trim()))).collect();
    tags.extend(submission.tags.iter().map(|(name, value)| (name.clone(), json!(value))));
    (set.filter(|set| !set.is_empty()), tags)
}

fn header_recipients(message: &mail_parser::Message<'_>) -> Vec<String> {
    let lists = [message.to(), message.cc(), message.bcc()];
    let addresses = lists.into_iter().flatten().flat_map(mail_parser::Address::iter);
    addresses.filter_map(|address| address.address().map(str::to_owned)).collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    fn submission(raw: &str, to: &[&str]) -> Submission {
        let destinations = to.iter().map(ToString::to_string).collect();
        Submission { raw: raw.as_bytes().to_vec(), destinations, ..Submission::default() }
    }

    #[test]
    fn what_ses_refuses() {
        let plain = "From: a@x.example\r\n\r\nhi";
        let verdict = |submission: &Submission| match check(submission) {
            Ok(_) => "taken",
            Err(Refused::Rejected(_)) => "rejected",
            Err(Refused::Invalid(_)) => "invalid",
            Err(Refused::Disk(_)) => "disk",
        };
        for bad in [
            "nobody",
            "a@b@c.example",
            "a..b@x.example",
            "ü@x.example",
            "a@x_y.example",
            "a@",
            "a@localhost",
            "a@-x.example",
        ] {
            assert_eq!(verdict(&submission(plain, &[bad])), "rejected", "{bad}");
        }
        for good in ["a.b+c@x.example", "Ann <a@x.example>", "\"Doe, A\" <a@sub.x.example>", "o'neil@x.example"] {
            assert_eq!(verdict(&submission(plain, &[good])), "taken", "{good}");
        }
        for mail in ["Subject: x\r\n\r\nhi", "From: a@x.example\r\nfrom: b@x.example\r\n\r\nhi"] {
            assert_eq!(verdict(&submission(mail, &["b@x.example"])), "invalid", "{mail}");
        }
        assert_eq!(verdict(&submission(plain, &[])), "invalid", "nobody to send it to");
        assert_eq!(verdict(&submission(plain, &["b@x.example"; 50])), "taken");
        assert_eq!(verdict(&submission(plain, &["b@x.example"; 51])), "invalid");
        assert_eq!(verdict(&submission(&format!("{plain}{}", "x".repeat(LARGEST_MAIL)), &["b@x.example"])), "invalid");
        let mut tagged = submission(plain, &["b@x.example"]);
        tagged.tags.push(("send".to_owned(), "a/b+c=".to_owned()));
        assert_eq!(verdict(&tagged), "invalid", "the alphabet of a tag");
    }

    #[test]
    fn recipients_of_the_header_when_none_are_given() {
        let mail = "From: a@x.example\r\nTo: B <b@x.example>, c@x.example\r\nBcc: d@x.example\r\n\r\nhi";
        assert_eq!(check(&submission(mail, &[])).unwrap(), ["b@x.example", "c@x.example", "d@x.example"]);
    }
}
