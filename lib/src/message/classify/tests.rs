//! Mails of every class in eight languages (`tests/fixtures/mail/classes.txt`), and what headers decide.

use std::fmt::Write as _;

use super::*;
use crate::message::parse;

fn class_named(name: &str) -> Class {
    serde_json::from_value(serde_json::Value::String(name.to_owned())).unwrap()
}

fn hints(words: &[&str]) -> Hints {
    let signals = words.iter().find(|word| word.chars().all(|c| "dtpb".contains(c))).copied().unwrap_or_default();
    Hints {
        in_thread: words.contains(&"thread"),
        is_staff_sender: words.contains(&"staff"),
        travel: TravelSignals {
            destination: signals.contains('d'),
            dates: signals.contains('t'),
            party: signals.contains('p'),
            budget: signals.contains('b'),
        },
    }
}

#[test]
fn mails_of_every_class() {
    let cases: Vec<&str> = include_str!("../../../../tests/fixtures/mail/classes.txt").split("%%% ").skip(1).collect();
    assert!(cases.len() > 60);
    let mut wrong = String::new();
    for case in cases {
        let (head, rest) = case.split_once('\n').unwrap();
        let (subject, text) = rest.split_once('\n').unwrap();
        let words: Vec<&str> = head.split_whitespace().collect();
        let parsed = Parsed { subject: subject.to_owned(), ..Parsed::default() };
        let got = classify(&parsed, text, &hints(&words[1..]));
        if got.class != class_named(words[0]) {
            write!(wrong, "\n{head} | {subject}\n   got {:?}: {}\n", got.class, got.reason).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn headers_come_before_words() {
    for (head, text, class) in [
        ("Auto-Submitted: auto-replied", "I will be back on Monday.", Class::AutoReply),
        ("Subject: Automatic reply: Your quote", "Thank you for your mail.", Class::AutoReply),
        ("Subject: Abwesenheitsnotiz", "Ich bin bis zum 3. Mai nicht erreichbar.", Class::AutoReply),
        ("Subject: Re: x", "I am currently out of the office with limited access to email.", Class::AutoReply),
        (
            "Subject: Safari specials\r\nList-Unsubscribe: <mailto:x@y.example>",
            "Two adults, seven nights.",
            Class::Newsletter,
        ),
        ("Subject: News\r\nPrecedence: bulk", "Read more.", Class::Newsletter),
        (
            "Subject: Trip\r\nList-Id: <info.agency.example>\r\nX-Google-Group-Id: 1\r\nPrecedence: list",
            "Can you quote for 2 adults?",
            Class::Enquiry,
        ),
        (
            "From: MAILER-DAEMON@mx.example\r\nSubject: Undelivered Mail Returned to Sender",
            "This is the mail system at host mx.example.",
            Class::Bounce,
        ),
        (
            "Content-Type: multipart/report; report-type=disposition-notification; boundary=b",
            "--b\r\n\r\nread\r\n--b\r\nContent-Type: message/disposition-notification\r\n\r\nDisposition: manual-action\r\n--b--",
            Class::AutoReply,
        ),
    ] {
        let parsed = parse(
            format!("From: jo@mail.example\r\n{head}\r\n\r\n{text}")
                .replace("From: jo@mail.example\r\nFrom", "From")
                .as_bytes(),
        );
        let signals = TravelSignals { destination: true, party: true, ..TravelSignals::default() };
        let got = classify(&parsed, &parsed.text, &Hints { travel: signals, ..Hints::default() });
        assert_eq!(got.class, class, "{head}: {}", got.reason);
    }
}
