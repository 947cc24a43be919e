//! Mail addresses, read strictly.
//!
//! Invariant: an address here is one `local@domain` of RFC 5321 without quoting, comments, literals or control
//! characters. Whatever could be read as two addresses is none (`hostile.md` M6).

use mail_parser::{Addr, Address, HeaderValue, parsers::MessageStream};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::text::one_line;

/// Encoded words looked at in one header value; each costs a look ahead.
const MAX_ENCODED_WORDS: usize = 200;
/// Bytes of one address header that are read.
const MAX_ADDRESS_HEADER: usize = 64 * 1024;
/// Addresses kept of one header.
const MAX_MAILBOXES: usize = 200;

/// A name and an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = NamedAddress)]
pub struct Mailbox {
    /// Display name on one line; absent when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// `local@domain`, the domain in lower case.
    pub address: String,
}

/// What stood in an address header.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Mailboxes {
    /// The valid ones, each address once.
    pub(super) valid: Vec<Mailbox>,
    /// How many broke the rules.
    pub(super) refused: usize,
}

impl Mailboxes {
    /// Takes over what another header of the same name holds.
    pub(super) fn extend(&mut self, other: Self) {
        for mailbox in other.valid {
            self.push(mailbox);
        }
        self.refused += other.refused;
    }

    fn push(&mut self, mailbox: Mailbox) {
        if self.valid.len() < MAX_MAILBOXES && !self.valid.iter().any(|known| known.address == mailbox.address) {
            self.valid.push(mailbox);
        }
    }
}

/// Reads the raw value of an address header, groups opened.
pub(super) fn read(value: &[u8]) -> Mailboxes {
    let mut found = Mailboxes::default();
    let line = readable(value, MAX_ADDRESS_HEADER);
    let HeaderValue::Address(addresses) = MessageStream::new(&line).parse_address() else {
        return found;
    };
    let all: Vec<Addr<'_>> = match addresses {
        Address::List(list) => list,
        Address::Group(groups) => groups.into_iter().flat_map(|group| group.addresses).collect(),
    };
    for entry in all {
        match entry.address.as_deref().and_then(normalise) {
            Some(address) => {
                let name = entry.name.map(|name| one_line(&name, 200)).filter(|name| !name.is_empty());
                found.push(Mailbox { name, address });
            }
            None if entry.address.is_some() || entry.name.as_deref().is_some_and(|name| name.contains('@')) => {
                found.refused += 1;
            }
            None => {}
        }
    }
    found
}

/// The part of a header value that is worth reading: `max` bytes, and a bounded number of encoded words. It ends with
/// the line feed that the field parsers wait for.
pub(super) fn readable(value: &[u8], max: usize) -> Vec<u8> {
    let mut line = worth_reading(value, max).trim_ascii_end().to_vec();
    line.push(b'\n');
    line
}

fn worth_reading(value: &[u8], max: usize) -> &[u8] {
    let value = value.get(..max).unwrap_or(value);
    let mut words = 0;
    for (at, pair) in value.windows(2).enumerate() {
        if pair == b"=?" {
            words += 1;
            if words > MAX_ENCODED_WORDS {
                return value.get(..at).unwrap_or_default();
            }
        }
    }
    value
}

/// One valid address with its domain in lower case, or nothing. The local part keeps its case (RFC 5321 section 2.4).
#[must_use]
pub fn normalise(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix('<').and_then(|inner| inner.strip_suffix('>')).unwrap_or(text);
    let (local, domain) = text.rsplit_once('@')?;
    let domain = domain.strip_suffix('.').unwrap_or(domain);
    if !is_dot_atom(local) || local.len() > 64 || text.len() > 254 || !is_domain(domain) {
        return None;
    }
    Some(format!("{local}@{}", domain.to_lowercase()))
}

/// A dot-atom of RFC 5322 section 3.2.3, with the characters of other scripts that RFC 6532 allows.
fn is_dot_atom(text: &str) -> bool {
    text.split('.').all(|atom| {
        !atom.is_empty()
            && atom.chars().all(|c| {
                if c.is_ascii() {
                    c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c)
                } else {
                    c.is_alphanumeric()
                }
            })
    })
}

/// At least two labels of letters, digits and inner hyphens; other scripts as RFC 5890 allows them, roughly.
fn is_domain(text: &str) -> bool {
    text.contains('.')
        && text.len() <= 253
        && text.split('.').all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| {
                    if c.is_ascii() {
                        c.is_ascii_alphanumeric() || c == '-' || c == '_'
                    } else {
                        c.is_alphanumeric() || is_mark(c)
                    }
                })
        })
}

/// Combining marks that South Asian and South-East Asian domain names need.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{e31}'..='\u{e4e}' | '\u{200c}' | '\u{200d}')
}

/// The domain of a normalised address.
#[must_use]
pub fn domain(address: &str) -> &str {
    address.rsplit_once('@').map_or("", |(_, domain)| domain)
}

/// The local part of a normalised address.
#[must_use]
pub fn local(address: &str) -> &str {
    address.rsplit_once('@').map_or(address, |(local, _)| local)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(header: &str) -> (Vec<String>, usize) {
        let found = read(format!(" {header}\r\n").as_bytes());
        (found.valid.into_iter().map(|mailbox| mailbox.address).collect(), found.refused)
    }

    #[test]
    fn one_address_or_refused() {
        for (header, expect, refused) in [
            ("\"boss@agency.example\" <jo@mail.example>", vec!["jo@mail.example"], 0),
            ("boss@agency.example <jo@mail.example>", vec!["jo@mail.example"], 0),
            ("\"a@b\"@mail.example", vec![], 1),
            ("\"jo.smith\"@mail.example", vec![], 1),
            ("jo@evil.example@mail.example", vec![], 1),
            ("Travellers: jo@mail.example, al@mail.example;", vec!["jo@mail.example", "al@mail.example"], 0),
            ("undisclosed-recipients:;", vec![], 0),
            ("Jo <jo@MÜNCHEN.example>", vec!["jo@münchen.example"], 0),
            ("jo@[192.0.2.1]", vec![], 1),
            ("jo@localhost", vec![], 1),
            ("Jo <jo@mail.example>, Jo <jo@mail.example>", vec!["jo@mail.example"], 0),
        ] {
            let (valid, bad) = addresses(header);
            assert_eq!(valid, expect, "{header}");
            assert_eq!(bad > 0, refused > 0, "{header}");
        }
    }

    #[test]
    fn a_name_stays_on_one_line() {
        let found = read(b" =?utf-8?q?Jo=0D=0ABcc:_victim@mail.example?= <jo@mail.example>\r\n");
        assert_eq!(found.valid.len(), 1);
        assert_eq!(found.valid.first().and_then(|m| m.name.as_deref()), Some("Jo Bcc: victim@mail.example"));
    }

    #[test]
    fn an_address_never_holds_a_line_break() {
        assert_eq!(normalise("jo@mail.example\r\nBcc: x@y.example"), None);
        assert_eq!(normalise("<Jo.S@Mail.Example>").as_deref(), Some("Jo.S@mail.example"));
        assert_eq!(normalise(""), None);
    }
}
