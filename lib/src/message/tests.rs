//! Whole mails: hostile ones (`hostile.md` M1 to M6), fixtures, and what holds for every sequence of bytes.

use std::{fmt::Write as _, time::Instant};

use proptest::prelude::*;

use super::*;

const HEAD: &str = "From: Jo <jo@mail.example>\r\nTo: agency@in.tripdesk.example\r\nSubject: Zanzibar\r\nMessage-ID: <1@mail.example>\r\n";

fn head_is_read(parsed: &Parsed) {
    assert_eq!(parsed.from.as_ref().unwrap().address, "jo@mail.example");
    assert_eq!(parsed.subject, "Zanzibar");
    assert_eq!(parsed.message_id.as_deref(), Some("1@mail.example"));
}

/// Parses within the time a hostile mail may take; an unoptimised build gets ten times as long.
fn in_time(raw: &[u8], allowed_ms: u128) -> Parsed {
    let started = Instant::now();
    let parsed = parse(raw);
    let allowed = if cfg!(debug_assertions) { allowed_ms * 10 } else { allowed_ms };
    let start = String::from_utf8_lossy(&raw[..raw.len().min(150)]);
    assert!(started.elapsed().as_millis() < allowed, "{:?} for {start}", started.elapsed());
    parsed
}

#[test]
fn nesting_of_fifty_thousand() {
    let mut multiparts = HEAD.to_owned();
    let mut messages = HEAD.to_owned();
    for i in 0..50_000 {
        write!(multiparts, "Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n").unwrap();
        messages.push_str("Content-Type: message/rfc822\r\n\r\n");
    }
    for mail in [multiparts, messages] {
        let parsed = in_time(mail.as_bytes(), 250);
        assert!(parsed.marks.contains(&Mark::TooDeep));
        head_is_read(&parsed);
    }
}

#[test]
fn three_hundred_thousand_parts() {
    let mut mail = format!("{HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n");
    for _ in 0..300_000 {
        mail.push_str("--b\r\n\r\nx\r\n");
    }
    let parsed = in_time(mail.as_bytes(), 250);
    assert!(parsed.marks.contains(&Mark::TooManyParts));
    assert!(parsed.text.starts_with("x\nx\n"));
    head_is_read(&parsed);
}

#[test]
fn two_hundred_thousand_headers() {
    let mut mail = HEAD.to_owned();
    for i in 0..200_000 {
        write!(mail, "X-H{i}: v\r\n").unwrap();
    }
    mail.push_str("\r\nTwo adults");
    let parsed = in_time(mail.as_bytes(), 250);
    assert!(parsed.marks.contains(&Mark::TooManyHeaders));
    assert_eq!(parsed.text, "Two adults");
    head_is_read(&parsed);
}

#[test]
fn forty_one_megabytes_are_marked_and_read() {
    let mut mail = format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nTwo adults\r\n--b\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    );
    let line = format!("{}\r\n", "QUJD".repeat(19));
    mail.push_str(&line.repeat(41 * 1024 * 1024 / line.len()));
    mail.push_str("\r\n--b--\r\n");
    let parsed = in_time(mail.as_bytes(), 1_000);
    assert_eq!(parsed.marks, [Mark::TooLarge]);
    assert_eq!(parsed.text, "Two adults");
    assert_eq!(parsed.attachments.len(), 1);
    assert_eq!(parsed.size, mail.len() as u64);
    head_is_read(&parsed);
}

#[test]
fn long_lines_and_endless_words_take_linear_time() {
    let words = "=?utf-8?q?a".repeat(200_000);
    let addresses = "a@b.example,".repeat(100_000);
    let markup = "<a '\"<".repeat(300_000);
    for mail in [
        format!("Subject: {words}\r\n\r\nx"),
        format!("From: {words}\r\n\r\nx"),
        format!("To: {addresses}\r\n\r\nx"),
        format!("References: {}\r\n\r\nx", "<a@b> ".repeat(300_000)),
        format!("Content-Type: text/html\r\n\r\n{markup}"),
        format!("Content-Type: text/html\r\n\r\n{}", "<div style='display:none'>".repeat(80_000)),
        format!("Content-Type: text/html\r\n\r\n{}", "<blockquote><br>".repeat(80_000)),
        format!("Content-Type: text/plain; charset=utf-7\r\n\r\n{}", "+AGE-".repeat(300_000)),
        format!("Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n{}", "QU=JD*".repeat(300_000)),
        format!(
            "Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}",
            "= ".repeat(700_000)
        ),
        format!(
            "Content-Type: multipart/mixed; boundary=\"{}\"\r\n\r\n{}",
            "b".repeat(5_000),
            "--bbbb\r\n".repeat(100_000)
        ),
    ] {
        let parsed = in_time(mail.as_bytes(), 1_000);
        let _ = strip(&parsed.text);
    }
}

#[test]
fn control_characters_and_encoded_line_breaks_are_harmless() {
    let parsed = parse(
        b"From: =?utf-8?q?Jo=0D=0ABcc:_x@mail.example?= <jo@mail.example>\r\nSubject: =?utf-8?b?VHJpcA0KQmNjOiB4QG1haWwuZXhhbXBsZQ==?=\r\n\
          Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nA\0B\x07C\r\n--b\r\n\
          Content-Disposition: attachment; filename=\"..\\..\\/etc/pass\r\n wd\"\r\nContent-Type: text/x\r\n\r\nx\r\n--b--\r\n",
    );
    assert_eq!(parsed.subject, "Trip Bcc: x@mail.example");
    assert_eq!(parsed.from.unwrap().name.as_deref(), Some("Jo Bcc: x@mail.example"));
    assert_eq!(parsed.text, "ABC");
    assert!(!parsed.attachments[0].name.contains(['/', '\\', '\r', '\n']));
}

#[test]
fn several_senders_are_none() {
    for from in [
        "From: a@mail.example, b@mail.example",
        "From: a@mail.example\r\nFrom: b@mail.example",
        "From: a@mail.example, \"x@y\"@z.example",
    ] {
        let parsed = parse(format!("{from}\r\n\r\nhi").as_bytes());
        assert_eq!(parsed.from, None, "{from}");
        assert!(parsed.marks.contains(&Mark::SeveralSenders), "{from}");
    }
}

#[test]
fn the_plain_form_is_the_text_and_files_are_listed() {
    let mail = "From: jo@mail.example\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n\
        --a\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nDeux adultes =E0 Maurice\r\n\
        --a\r\nContent-Type: multipart/related; boundary=r\r\n\r\n--r\r\nContent-Type: text/html\r\n\r\n<p>Deux</p>\r\n\
        --r\r\nContent-Type: image/png; name=logo.png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\nAAA=\r\n--r--\r\n--a--\r\n\
        --m\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename*=utf-8''r%C3%A9sa.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nQUJD\r\n\
        --m\r\nContent-Type: message/rfc822\r\n\r\nFrom: al@mail.example\r\nSubject: inner\r\n\r\nInner text\r\n--m--\r\n";
    let parsed = parse(mail.as_bytes());
    assert_eq!(parsed.text, "Deux adultes à Maurice");
    let list: Vec<_> =
        parsed.attachments.iter().map(|file| (file.name.as_str(), file.kind.as_str(), file.size)).collect();
    assert_eq!(list[..2], [("logo.png", "image/png", 5), ("résa.pdf", "application/pdf", 3)]);
    assert_eq!(list[2].1, "message/rfc822");
    assert_eq!(list.len(), 3);
    assert_eq!(parse::attachment(mail.as_bytes(), parsed.attachments[1].part).unwrap(), b"ABC");
    assert_eq!(parse::attached_mail(mail.as_bytes(), &parsed).unwrap().text, "Inner text");
}

#[test]
fn html_alone_is_read() {
    let parsed = parse("From: jo@mail.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<div>Zwei Erwachsene</div><div>Am Mo., 12. Apr. 2027 um 09:41 schrieb X &lt;x@y.example&gt;:</div><blockquote>alt</blockquote>".as_bytes());
    assert_eq!(strip(&parsed.text).text, "Zwei Erwachsene");
    assert_eq!(parsed.marks, [Mark::FromHtml]);
}

#[test]
fn a_message_travels_as_the_contract_says() {
    let arrival = |spam| Delivery {
        id: "m1".to_owned(),
        ses_message_id: "s1".to_owned(),
        envelope_from: String::new(),
        envelope_to: Vec::new(),
        raw_key: "raw/s1".to_owned(),
        received_at: "2027-04-12T09:41:00Z".parse().unwrap(),
        verdicts: Verdicts {
            spam,
            virus: Finding::Pass,
            spf: Finding::Pass,
            dkim: Finding::Gray,
            dmarc: Finding::from_ses("processing_failed"),
        },
    };
    let parsed = parse(
        format!("{HEAD}Cc: agency@in.tripdesk.example\r\nDate: Mon, 12 Apr 2027 11:41:00 +0200\r\n\r\nHi\r\n-- \r\nJo")
            .as_bytes(),
    );
    let message = Message::received(arrival(Finding::Pass), &parsed, strip(&parsed.text));
    let json = serde_json::to_value(&message).unwrap();
    assert_eq!(json["from"], "jo@mail.example");
    assert_eq!(json["to"], serde_json::json!(["agency@in.tripdesk.example"]));
    assert_eq!(json["date"], "2027-04-12T09:41:00Z");
    assert_eq!(json["class"], "other");
    assert_eq!(json["text"], "Hi");
    assert_eq!(
        json["verdicts"],
        serde_json::json!({"spam": "PASS", "virus": "PASS", "spf": "PASS", "dkim": "GRAY", "dmarc": "PROCESSING_FAILED"})
    );
    assert_eq!(serde_json::from_value::<Message>(json).unwrap(), message);
    assert_eq!(Message::received(arrival(Finding::Fail), &parsed, Stripped::default()).state, State::Quarantined);
}

fn fixture(name: &str) -> (Vec<u8>, Parsed) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/mail");
    let raw = std::fs::read(folder.join(name).with_extension("eml")).unwrap();
    let parsed = parse(&raw);
    (raw, parsed)
}

#[test]
fn mails_are_read_to_their_newest_part() {
    for (name, text) in [
        (
            "amendment--outlook-html-only",
            "Guten Tag Frau Winter,\n\nkönnten wir statt sieben Nächten acht Nächte bleiben?",
        ),
        ("acceptance--gmail", "We are happy with option 2, please go ahead and book it."),
        ("newsletter--mailing", "Stay 7, pay 5\n\nBook by 31 May for stays in June.\n\nUnsubscribe"),
        (
            "supplier--rates",
            "Dear partner,\n\nPlease find attached our contracted rates for 2027/28. Commission remains at 20%.",
        ),
    ] {
        assert_eq!(strip(&fixture(name).1.text).text, text, "{name}");
    }
    let (_, parsed) = fixture("complaint--iso-2022-jp");
    assert_eq!(parsed.from.unwrap().name.as_deref(), Some("山田"));
    assert!(parsed.text.contains("担当者様"));
    assert_eq!(fixture("amendment--outlook-html-only").1.subject, "AW: Ihr Angebot für Sansibar");
}

#[test]
fn mails_are_of_the_class_in_their_name() {
    let names = [
        "enquiry--plain",
        "amendment--outlook-html-only",
        "acceptance--gmail",
        "bounce--dsn-hard",
        "bounce--exim-delayed",
        "auto_reply--exchange",
        "newsletter--mailing",
        "supplier--rates",
        "complaint--iso-2022-jp",
    ];
    for name in names {
        let (_, parsed) = fixture(name);
        let class = name.split("--").next().unwrap();
        let travel =
            TravelSignals { destination: class == "enquiry", dates: class == "enquiry", ..TravelSignals::default() };
        let hints = Hints { in_thread: !parsed.references.is_empty(), travel, ..Hints::default() };
        let got = classify(&parsed, &strip(&parsed.text).text, &hints);
        assert_eq!(serde_json::to_value(got.class).unwrap(), class, "{name}: {}", got.reason);
    }
}

#[test]
fn a_delivery_report_names_recipient_permanence_and_our_mail() {
    let hard = bounce::bounce(&fixture("bounce--dsn-hard").1).unwrap();
    assert_eq!((hard.permanence, hard.status.as_deref()), (bounce::Permanence::Hard, Some("5.1.1")));
    assert_eq!(hard.recipients, ["Nobody@mail.example"]);
    assert_eq!(hard.about.as_deref(), Some("quote-12@tripdesk.example"));
    let soft = bounce::bounce(&fixture("bounce--exim-delayed").1).unwrap();
    assert_eq!((soft.permanence, soft.recipients), (bounce::Permanence::Soft, vec!["slow@mail.example".to_owned()]));
}

#[test]
fn the_traveller_is_the_author_of_what_staff_forwards() {
    let (raw, parsed) = fixture("enquiry--forwarded-by-staff");
    let found = forward::forwarded(&raw, &parsed).unwrap();
    assert_eq!(found.from.unwrap().address, "thandi@mail.example");
    assert!(found.text.starts_with("Hi Sam, we are looking") && !found.text.contains("Best wishes"));
    let (raw, parsed) = fixture("enquiry--forwarded-as-attachment");
    let found = forward::forwarded(&raw, &parsed).unwrap();
    assert_eq!(found.from.unwrap().address, "uwe@post.example");
    assert_eq!(found.text, "Hallo, wir sind zu dritt und möchten im August eine Woche Safari im Krüger-Park machen.");
    assert_eq!(found.note, "See attached.");
}

/// Bytes that look like a mail often enough to get past the first line.
fn mail_like() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        any::<Vec<u8>>(),
        Just(b"\r\n".to_vec()),
        Just(b"\r\n\r\n".to_vec()),
        Just(b"--b".to_vec()),
        Just(b"--b--\r\n".to_vec()),
        Just(b"Content-Type: multipart/mixed; boundary=b\r\n".to_vec()),
        Just(b"Content-Type: message/rfc822\r\n".to_vec()),
        Just(b"Content-Type: text/html; charset=utf-7\r\n".to_vec()),
        Just(b"Content-Type: text/plain; charset=iso-2022-jp\r\n".to_vec()),
        Just(b"Content-Transfer-Encoding: base64\r\n".to_vec()),
        Just(b"Content-Transfer-Encoding: quoted-printable\r\n".to_vec()),
        Just(b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n".to_vec()),
        Just(b"Content-Type: message/delivery-status\r\n".to_vec()),
        Just(b"Final-Recipient: rfc822;jo@mail.example\r\nAction: failed\r\nStatus: 5.1.1\r\n".to_vec()),
        Just(b"From: =?utf-8?q?Jo=0D=0A?= <jo@mail.example>\r\n".to_vec()),
        Just(b"Subject: =?x?b?AA?=\r\n".to_vec()),
        Just(b"Date: Mon, 31 Feb 2027 25:61:00 +9999\r\n".to_vec()),
    ];
    prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_bytes_are_a_mail(raw in prop_oneof![any::<Vec<u8>>(), mail_like()]) {
        let parsed = parse(&raw);
        let stripped = strip(&parsed.text);
        prop_assert!(!parsed.subject.contains(['\r', '\n', '\0']));
        prop_assert!(!parsed.text.contains(['\r', '\0']));
        prop_assert!(parsed.from.iter().all(|from| from.address.matches('@').count() == 1 && !from.address.contains(char::is_whitespace)));
        let _ = classify(&parsed, &stripped.text, &Hints::default());
        let _ = forward::forwarded(&raw, &parsed);
        let _ = guard::may_answer(&parsed, "x@y.example", &[], guard::History::default());
        let _ = thread::candidates(&parsed, &["a+b@c.example"], &["c.example"]);
        for (_, value) in thread::reply_headers(&parsed, thread::Author::Machine) {
            prop_assert!(!value.contains(['\r', '\n']));
        }
        for file in &parsed.attachments {
            let _ = parse::attachment(&raw, file.part);
            prop_assert!(!file.name.is_empty() && !file.name.contains(['/', '\\', '\r', '\n', '\0']));
        }
    }
}
