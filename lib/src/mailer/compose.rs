//! A finished RFC 5322 mail out of its parts. Every automatic mail says that it is one (RFC 3834, section 5) and stands
//! in its thread (RFC 5322, section 3.6.4).

use jiff::Timestamp;
use mail_builder::{
    MessageBuilder,
    headers::{address::Address, message_id::MessageId, raw::Raw},
};

use crate::error::{Error, Result};

/// The parts of a mail.
#[derive(Debug, Clone, Default)]
pub struct Outgoing {
    /// Sender: name and address.
    pub from: (String, String),
    /// Recipient: name and address.
    pub to: (String, String),
    /// Where replies go.
    pub reply_to: Option<String>,
    /// On one line.
    pub subject: String,
    /// HTML form.
    pub html: String,
    /// Text form, saying the same.
    pub text: String,
    /// Files.
    pub attachments: Vec<Attachment>,
    /// Its own id, without angle brackets.
    pub message_id: String,
    /// Ids of the thread so far, oldest first, without angle brackets.
    pub references: Vec<String>,
    /// What kind of automatic mail it is.
    pub automatic: Automatic,
}

/// A file that goes with a mail.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Name for the reader.
    pub name: String,
    /// Media type.
    pub content_type: &'static str,
    /// Content.
    pub bytes: Vec<u8>,
}

/// The value of `Auto-Submitted`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Automatic {
    /// Answers a mail by itself.
    #[default]
    Replied,
    /// Comes from an event, not from a mail.
    Generated,
    /// A person pressed the button.
    No,
}

/// Writes the mail. Line breaks in names and subject are taken out before they could become headers.
///
/// # Errors
/// [`Error::Internal`] when it cannot be written.
pub fn compose(mail: &Outgoing, now: Timestamp) -> Result<Vec<u8>> {
    let automatic = match mail.automatic {
        Automatic::Replied => "auto-replied",
        Automatic::Generated => "auto-generated",
        Automatic::No => "no",
    };
    let mut builder = MessageBuilder::new()
        .from(address(&mail.from))
        .to(address(&mail.to))
        .subject(one_line(&mail.subject))
        .date(now.as_second())
        .message_id(mail.message_id.as_str())
        .header("Auto-Submitted", Raw::new(automatic))
        .text_body(mail.text.as_str())
        .html_body(mail.html.as_str());
    if mail.automatic != Automatic::No {
        builder = builder.header("X-Auto-Response-Suppress", Raw::new("All"));
    }
    if let Some(reply_to) = &mail.reply_to {
        builder = builder.reply_to(reply_to.as_str());
    }
    if let Some(last) = mail.references.last() {
        builder = builder.in_reply_to(last.as_str());
        builder = builder.references(MessageId::new_list(mail.references.iter().map(String::as_str)));
    }
    for file in &mail.attachments {
        builder = builder.attachment(file.content_type, file.name.as_str(), file.bytes.as_slice());
    }
    builder.write_to_vec().map_err(Error::internal)
}

fn address((name, address): &(String, String)) -> Address<'static> {
    let name = one_line(name);
    Address::new_address(if name.is_empty() { None } else { Some(name) }, one_line(address))
}

fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use mail_parser::MessageParser;

    use super::*;

    #[test]
    fn hostile_names_add_no_header() {
        let mail = Outgoing {
            from: ("Agency".to_owned(), "agency@in.example".to_owned()),
            to: ("Eve\r\nBcc: victim@x.example".to_owned(), "eve@x.example".to_owned()),
            subject: "Quote\r\nBcc: victim@x.example\r\n\r\n<html>".to_owned(),
            text: "hello".to_owned(),
            html: "<p>hello</p>".to_owned(),
            message_id: "1@in.example".to_owned(),
            references: vec!["a@x.example".to_owned(), "b@x.example".to_owned()],
            ..Outgoing::default()
        };
        let raw = compose(&mail, Timestamp::UNIX_EPOCH).unwrap();
        let parsed = MessageParser::default().parse(&raw).unwrap();
        assert!(parsed.bcc().is_none());
        assert_eq!(parsed.to().unwrap().iter().count(), 1);
        assert_eq!(parsed.in_reply_to().as_text(), Some("b@x.example"));
        assert_eq!(parsed.references().as_text_list().unwrap().len(), 2);
        assert_eq!(parsed.header_raw("Auto-Submitted").map(str::trim), Some("auto-replied"));
        assert_eq!(parsed.header_raw("Date").map(str::trim), Some("Thu, 1 Jan 1970 00:00:00 +0000"));
    }
}
