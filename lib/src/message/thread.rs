//! Which conversation a mail belongs to, and the headers that keep what we send in it.
//!
//! Invariant: threading rests on a signed reply address, `In-Reply-To` and `References` alone, in this order, and
//! never on the subject (`product.md` section 3.5). Whether a token or an id is one of ours is checked by the caller.

use super::{Parsed, address};

/// Bytes of `References` that we send; RFC 5322 allows long lists, servers on the way do not all.
const MAX_REFERENCES: usize = 2_000;
/// Bytes of a message id that is worth keeping.
const MAX_ID: usize = 250;

/// An address that may lead to a tenant: lower case, the part before `+`, and what came after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The whole address in lower case: the exact mailbox to look up first.
    pub exact: String,
    /// The address without its tag: the mailbox to look up next. Equal to `exact` when there is no tag.
    pub canonical: String,
    /// What stood between the first `+` and `@`, its case kept: a signed token may live there.
    pub tag: Option<String>,
}

/// Reads an envelope recipient; none when it is no valid address.
#[must_use]
pub fn recipient(text: &str) -> Option<Recipient> {
    let address = address::normalise(text)?;
    let (local, domain) = address.rsplit_once('@')?;
    let (base, tag) = local.split_once('+').map_or((local, None), |(base, tag)| (base, Some(tag.to_owned())));
    if base.is_empty() {
        return None;
    }
    Some(Recipient {
        exact: address.to_lowercase(),
        canonical: format!("{}@{}", base.to_lowercase(), domain),
        tag: tag.filter(|tag| !tag.is_empty()),
    })
}

/// Where to look for the conversation, best first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Candidates {
    /// Tags of our own addresses in `To`, then in `Cc`, then of the envelope: each may be a signed reply token.
    pub tokens: Vec<String>,
    /// Message ids: `In-Reply-To` first, then `References` from the newest to the oldest, each once.
    pub message_ids: Vec<String>,
}

/// Collects the candidates of a mail that came to `envelope` recipients; only addresses in `own_domains` can carry a
/// token.
#[must_use]
pub fn candidates(parsed: &Parsed, envelope: &[&str], own_domains: &[&str]) -> Candidates {
    let mut found = Candidates::default();
    let named = parsed.recipients().map(|mailbox| mailbox.address.as_str());
    for recipient in named.chain(envelope.iter().copied()).filter_map(recipient) {
        let is_ours = own_domains.iter().any(|own| own.eq_ignore_ascii_case(address::domain(&recipient.canonical)));
        if let Some(tag) = recipient.tag.filter(|tag| is_ours && !found.tokens.contains(tag)) {
            found.tokens.push(tag);
        }
    }
    for id in parsed.in_reply_to.iter().chain(parsed.references.iter().rev()) {
        if !found.message_ids.contains(id) {
            found.message_ids.push(id.clone());
        }
    }
    found
}

/// The message ids in a header value, without angle brackets; white space inside, which some servers fold in, is
/// dropped. A value without brackets counts as ids divided by white space.
#[must_use]
pub fn message_ids(value: &str) -> Vec<String> {
    let bracketed = value.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(id, _)| id);
    let found: Vec<String> = bracketed.filter_map(normalise_id).collect();
    if found.is_empty() && !value.contains('<') {
        value.split_whitespace().filter(|word| word.contains('@')).filter_map(normalise_id).collect()
    } else {
        found
    }
}

/// One message id without brackets, white space and control characters; none when nothing sensible is left.
#[must_use]
pub fn normalise_id(id: &str) -> Option<String> {
    let id = id.trim().trim_start_matches('<').trim_end_matches('>');
    let id: String = id.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    (!id.is_empty() && id.len() <= MAX_ID && !id.contains(['<', '>'])).then_some(id)
}

/// Headers of a mail we send, in the order they are written.
pub type Headers = Vec<(&'static str, String)>;

/// The headers of an answer: `Auto-Submitted` where no person wrote it (RFC 3834 section 5), `In-Reply-To` and
/// `References` (RFC 5322 section 3.6.4), the oldest reference and the newest ones kept when the list grows long.
#[must_use]
pub fn reply_headers(parsed: &Parsed, author: Author) -> Headers {
    let mut headers = match author {
        Author::Machine => automatic_headers(),
        Author::Person => Headers::new(),
    };
    let Some(parent) = &parsed.message_id else { return headers };
    headers.push(("In-Reply-To", format!("<{parent}>")));
    let chain = if parsed.references.is_empty() && parsed.in_reply_to.len() == 1 {
        &parsed.in_reply_to
    } else {
        &parsed.references
    };
    headers.push(("References", references(chain, parent)));
    headers
}

/// Who wrote the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    /// A consultant, who read and sent it.
    Person,
    /// Nobody: it goes out by itself.
    Machine,
}

/// What every mail carries that no person wrote: no program shall answer it.
#[must_use]
pub fn automatic_headers() -> Headers {
    vec![("Auto-Submitted", "auto-replied".to_owned()), ("X-Auto-Response-Suppress", "All".to_owned())]
}

fn references(chain: &[String], parent: &str) -> String {
    let mut newest: Vec<&str> = vec![parent];
    let oldest = chain.first().map(String::as_str).filter(|id| *id != parent);
    let mut length = parent.len() + oldest.map_or(0, str::len);
    for id in chain.iter().skip(1).rev().map(String::as_str).filter(|id| *id != parent) {
        length += id.len() + 3;
        if length > MAX_REFERENCES {
            break;
        }
        newest.push(id);
    }
    newest.extend(oldest);
    newest.reverse();
    newest.iter().map(|id| format!("<{id}>")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use crate::message::parse;

    #[test]
    fn recipients_lead_to_one_mailbox() {
        let read = recipient("Blue-Horizon+AbC.9@IN.Tripdesk.example").unwrap();
        assert_eq!(read.canonical, "blue-horizon@in.tripdesk.example");
        assert_eq!(read.exact, "blue-horizon+abc.9@in.tripdesk.example");
        assert_eq!(read.tag.as_deref(), Some("AbC.9"));
        assert_eq!(recipient("<SLUG@in.tripdesk.example>").unwrap().canonical, "slug@in.tripdesk.example");
        assert_eq!(recipient("+x@in.tripdesk.example"), None);
        assert_eq!(recipient("a@b@in.tripdesk.example"), None);
    }

    #[test]
    fn tokens_come_from_to_or_cc_and_ids_from_the_newest() {
        let mail = parse(
            b"From: jo@mail.example\r\nTo: Al <al+x@mail.example>\r\nCc: agency+Tok3n@in.example\r\n\
              In-Reply-To: <c@x.example>\r\nReferences: <a@x.example>\r\n <b@x.example> <c@x.example>\r\n\r\nyes",
        );
        let found = candidates(&mail, &["agency+env@in.example"], &["in.example"]);
        assert_eq!(found.tokens, ["Tok3n", "env"]);
        assert_eq!(found.message_ids, ["c@x.example", "b@x.example", "a@x.example"]);
    }

    #[test]
    fn ids_are_normalised() {
        assert_eq!(message_ids(" <a@b> (comment) <c\r\n d@e>"), ["a@b", "cd@e"]);
        assert_eq!(message_ids("a@b"), ["a@b"]);
        assert_eq!(message_ids("your message of Tuesday"), Vec::<String>::new());
        assert_eq!(message_ids("<>"), Vec::<String>::new());
    }

    #[test]
    fn references_are_trimmed_in_the_middle() {
        let mut mail = parse(b"Message-ID: <new@x.example>\r\n\r\n");
        mail.references = (0..200).map(|i| format!("{i:0>40}@x.example")).collect();
        let headers = reply_headers(&mail, Author::Machine);
        let value = |name: &str| headers.iter().find(|(known, _)| *known == name).unwrap().1.clone();
        let references = value("References");
        assert!(references.len() < MAX_REFERENCES + 200);
        assert!(references.starts_with(&format!("<{:0>40}@x.example> ", 0)));
        assert!(references.ends_with(&format!("<{:0>40}@x.example> <new@x.example>", 199)));
        assert_eq!(value("Auto-Submitted"), "auto-replied");
        assert_eq!(value("In-Reply-To"), "<new@x.example>");
    }
}
