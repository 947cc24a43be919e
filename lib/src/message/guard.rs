//! The loop guard: may an automatic answer go out at all (`product.md` section 3.3, RFC 3834 section 2)?
//!
//! Invariant: in doubt, no. A person can always answer by hand; two machines that answer each other never stop.

use super::{Finding, Parsed, Verdicts, address};

/// Why no automatic answer goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The envelope has no return path.
    NullReturnPath,
    /// There is no one valid address to answer.
    NoAddress,
    /// `Auto-Submitted` says something other than `no`.
    AutoSubmitted,
    /// `X-Auto-Response-Suppress`, `X-Autoreply` and their like.
    Suppressed,
    /// `Precedence: bulk`, `list` or `junk`.
    Bulk,
    /// A `List-*` header, or another mark of a list server.
    List,
    /// A delivery report or another `multipart/report`.
    Report,
    /// The sender says that nobody reads answers, or is a machine by name.
    NoReply,
    /// The sender is one of our own addresses.
    OwnAddress,
    /// This conversation has had its automatic answer.
    ThreadAnswered,
    /// This sender has had three today.
    SenderAnswered,
    /// DMARC did not pass, so the sender may be someone else.
    NotAuthenticated,
}

/// Automatic answers already sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct History {
    /// In this conversation, ever.
    pub in_thread: u32,
    /// To this sender, in the last 24 hours.
    pub to_sender_today: u32,
}

/// Automatic answers in one conversation.
const MAX_IN_THREAD: u32 = 1;
/// Automatic answers to one sender in a day.
const MAX_TO_SENDER: u32 = 3;

/// Whether the mail may be answered automatically. `own_domains` are those we receive and send under.
///
/// # Errors
/// The first [`Reason`] against it.
pub fn may_answer(parsed: &Parsed, envelope_from: &str, own_domains: &[&str], history: History) -> Result<(), Reason> {
    let return_path = envelope_from.trim().trim_matches(['<', '>']).trim();
    if return_path.is_empty() || parsed.header("return-path").is_some_and(|path| path.trim() == "<>") {
        return Err(Reason::NullReturnPath);
    }
    header_reason(parsed).map_or(Ok(()), Err)?;
    let from = parsed.from.as_ref().ok_or(Reason::NoAddress)?;
    let answers_to = parsed.reply_to.as_ref().unwrap_or(from);
    for address in [from.address.as_str(), answers_to.address.as_str(), return_path] {
        if is_machine(address) {
            return Err(Reason::NoReply);
        }
        if own_domains.iter().any(|own| own.eq_ignore_ascii_case(address::domain(address))) {
            return Err(Reason::OwnAddress);
        }
    }
    if history.in_thread >= MAX_IN_THREAD {
        return Err(Reason::ThreadAnswered);
    }
    if history.to_sender_today >= MAX_TO_SENDER {
        return Err(Reason::SenderAnswered);
    }
    Ok(())
}

/// Whether the sender is who the mail says (`hostile.md` M9: anything but a DMARC pass holds the answer back).
///
/// # Errors
/// [`Reason::NotAuthenticated`].
pub fn is_authenticated(verdicts: &Verdicts) -> Result<(), Reason> {
    if verdicts.dmarc == Finding::Pass { Ok(()) } else { Err(Reason::NotAuthenticated) }
}

/// What the headers say against an answer.
pub(super) fn header_reason(parsed: &Parsed) -> Option<Reason> {
    let says = |name: &str| parsed.header(name).map(|value| value.trim().to_ascii_lowercase());
    if is_automatic(parsed) {
        return Some(Reason::AutoSubmitted);
    }
    let suppress = says("x-auto-response-suppress").unwrap_or_default();
    let suppressed =
        ["all", "oof", "autoreply"].iter().any(|word| suppress.split([',', ' ']).any(|said| said == *word));
    if suppressed
        || ["x-autoreply", "x-autorespond", "x-autoresponder", "x-loop"].iter().any(|name| says(name).is_some())
    {
        return Some(Reason::Suppressed);
    }
    if says("precedence").is_some_and(|value| is_bulk(&value)) {
        return Some(Reason::Bulk);
    }
    if is_list(parsed) {
        return Some(Reason::List);
    }
    let claims_report = says("content-type").is_some_and(|value| value.starts_with("multipart/report"));
    (parsed.report.is_some() || claims_report).then_some(Reason::Report)
}

/// `Auto-Submitted` with any value but `no` (RFC 3834 section 5).
pub(super) fn is_automatic(parsed: &Parsed) -> bool {
    parsed.header("auto-submitted").is_some_and(|value| {
        let word = value.split([';', '(', ' ']).find(|word| !word.is_empty()).unwrap_or_default();
        !word.eq_ignore_ascii_case("no")
    })
}

/// Whether a `Precedence` says that a machine sent it to many.
pub(super) fn is_bulk(precedence: &str) -> bool {
    ["bulk", "list", "junk", "auto_reply"].iter().any(|word| precedence.trim().eq_ignore_ascii_case(word))
}

/// Whether a list server marked it (RFC 2369, RFC 2919).
pub(super) fn is_list(parsed: &Parsed) -> bool {
    const MARKS: [&str; 5] = ["mailing-list", "x-mailing-list", "x-listserver", "x-mailman-version", "x-beenthere"];
    parsed.headers.iter().any(|(name, _)| name.starts_with("list-") || MARKS.contains(&name.as_str()))
}

/// Whether an address belongs to a machine by its name.
#[must_use]
pub fn is_machine(address: &str) -> bool {
    let local = address::local(address).to_lowercase();
    let squeezed: String = local.chars().filter(|c| c.is_alphanumeric()).collect();
    const ANYWHERE: [&str; 14] = [
        "noreply",
        "donotreply",
        "dontreply",
        "mailerdaemon",
        "nichtantworten",
        "keineantwort",
        "nepasrepondre",
        "noresponder",
        "naoresponder",
        "nonrispondere",
        "nietbeantwoorden",
        "svarikke",
        "ikkesvar",
        "autoresponder",
    ];
    const WHOLE: [&str; 13] = [
        "postmaster",
        "bounce",
        "bounces",
        "listserv",
        "majordomo",
        "mailman",
        "daemon",
        "root",
        "nobody",
        "notification",
        "notifications",
        "autoreply",
        "uucp",
    ];
    let before_tag = local.split(['+', '=']).next().unwrap_or_default();
    ANYWHERE.iter().any(|name| squeezed.contains(name))
        || WHOLE.contains(&before_tag)
        || before_tag.starts_with("owner-")
        || before_tag.ends_with("-request")
        || before_tag.starts_with("bounce-")
        || before_tag.starts_with("bounces-")
        || before_tag.ends_with("-bounces")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::parse;

    const OURS: [&str; 1] = ["in.tripdesk.example"];

    fn verdict(headers: &str, envelope: &str) -> Result<(), Reason> {
        let mail = parse(format!("{headers}\r\n\r\nHello").as_bytes());
        may_answer(&mail, envelope, &OURS, History::default())
    }

    #[test]
    fn a_person_may_be_answered() {
        assert_eq!(verdict("From: jo@mail.example", "jo@mail.example"), Ok(()));
        assert_eq!(verdict("From: jo@mail.example\r\nAuto-Submitted: no", "<jo@mail.example>"), Ok(()));
        assert_eq!(verdict("From: noreen@mail.example", "noreen@mail.example"), Ok(()));
        assert_eq!(verdict("From: jo@mail.example\r\nX-Auto-Response-Suppress: DR, RN", "jo@mail.example"), Ok(()));
    }

    #[test]
    fn a_machine_may_not() {
        for (headers, envelope, reason) in [
            ("From: jo@mail.example", "", Reason::NullReturnPath),
            ("From: jo@mail.example", "<>", Reason::NullReturnPath),
            (
                "From: jo@mail.example\r\nAuto-Submitted: auto-replied (vacation)",
                "jo@mail.example",
                Reason::AutoSubmitted,
            ),
            ("From: jo@mail.example\r\nPrecedence: Bulk", "jo@mail.example", Reason::Bulk),
            ("From: jo@mail.example\r\nList-Id: <x.mail.example>", "jo@mail.example", Reason::List),
            (
                "From: jo@mail.example\r\nX-Auto-Response-Suppress: OOF, AutoReply",
                "jo@mail.example",
                Reason::Suppressed,
            ),
            ("From: jo@mail.example\r\nContent-Type: multipart/report; boundary=b", "jo@mail.example", Reason::Report),
            ("From: No-Reply <no-reply@shop.example>", "x@shop.example", Reason::NoReply),
            ("From: jo@mail.example\r\nReply-To: do_not_reply@mail.example", "jo@mail.example", Reason::NoReply),
            ("From: jo@mail.example", "bounces+77@mailer.example", Reason::NoReply),
            ("From: agency@in.tripdesk.example", "x@mail.example", Reason::OwnAddress),
            ("From: jo@mail.example, al@mail.example", "jo@mail.example", Reason::NoAddress),
            ("Subject: x", "jo@mail.example", Reason::NoAddress),
        ] {
            assert_eq!(verdict(headers, envelope), Err(reason), "{headers}");
        }
    }

    #[test]
    fn an_echo_robot_gets_one_answer_a_thread_and_three_a_day() {
        let mail = parse(b"From: jo@mail.example\r\n\r\nHello");
        let ask = |in_thread, to_sender_today| {
            may_answer(&mail, "jo@mail.example", &OURS, History { in_thread, to_sender_today })
        };
        assert_eq!(ask(1, 1), Err(Reason::ThreadAnswered));
        assert_eq!(ask(0, 2), Ok(()));
        assert_eq!(ask(0, 3), Err(Reason::SenderAnswered));
    }
}
