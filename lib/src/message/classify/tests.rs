//! Mails of every class in eight languages (`tests/fixtures/mail/classes.txt`), and what headers decide.

use std::fmt::Write as _;

use super::*;
use crate::{
    enquiry::{Context, DateOrder, Gazetteer, Mail, extract},
    extraction::signals,
    message::parse,
};

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

/// Two hundred mails of an agency's inbox, written and labelled without knowledge of the rules: the first hundred were told right 58
/// times before anything was mended on their account, the second hundred 76 times after that.
#[test]
fn an_inbox_is_told_apart() {
    let lines: Vec<&str> = include_str!("../../../../tests/fixtures/mail/inbox.jsonl").lines().collect();
    let mut wrong = String::new();
    let mut count = 0;
    for line in &lines {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let (subject, text) = (case["subject"].as_str().unwrap(), case["text"].as_str().unwrap());
        let named =
            case["headers"].as_object().unwrap().iter().filter_map(|(name, value)| Some((name, value.as_str()?)));
        let head: String = named.map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let raw = format!("Subject: x\r\n{head}Content-Type: text/plain; charset=utf-8\r\n\r\n{text}");
        let parsed = Parsed { subject: subject.to_owned(), ..parse(raw.as_bytes()) };
        let mail = Mail {
            message_id: "m",
            subject,
            text,
            signature: "",
            from_name: None,
            from_address: None,
            received: "2027-03-01T09:00:00+02:00[Africa/Johannesburg]".parse().unwrap(),
        };
        let context = Context {
            date_order: DateOrder::DayFirst,
            currency: "ZAR".parse().unwrap(),
            destinations: &[],
            hotels: &[],
            country: Some("ZA"),
        };
        let travel = signals(&extract(&mail, &context, Gazetteer::load()));
        let got = classify(&parsed, text, &Hints { travel, ..Hints::default() });
        let right = match &case["class"] {
            serde_json::Value::Array(any) => any.iter().any(|class| class == got.class.as_str()),
            class => class == got.class.as_str(),
        };
        if !right {
            count += 1;
            writeln!(wrong, "{} {} -> {}: {}", case["id"], case["class"], got.class.as_str(), got.reason).unwrap();
        }
    }
    assert!(count * 20 <= lines.len(), "{count} wrong\n{wrong}");
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
