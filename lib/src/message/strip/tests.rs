//! Replies of many programs and languages (`tests/fixtures/mail/replies`), and what holds for every text.

use std::{fmt::Write as _, fs, path::Path};

use proptest::prelude::*;

use super::*;

/// Every reply of every file: its name, the whole text, the newest part.
fn replies() -> Vec<(String, String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/mail/replies");
    let mut replies = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = fs::read_to_string(&path).unwrap();
        for case in file.split("%%% ").skip(1) {
            if let Some((name, text)) = case.split_once('\n').filter(|(name, _)| *name != "newest") {
                replies.push((format!("{}: {name}", path.display()), text.to_owned(), String::new()));
            } else if let (Some((_, newest)), Some(reply)) = (case.split_once('\n'), replies.last_mut()) {
                reply.2 = newest.trim().to_owned();
            }
        }
    }
    replies
}

#[test]
fn replies_are_stripped_to_their_newest_part() {
    let replies = replies();
    assert!(replies.len() > 60);
    let mut wrong = String::new();
    for (name, text, newest) in replies {
        let got = strip(&text).text;
        if got != newest {
            write!(wrong, "\n== {name}\n-- expected\n{newest}\n-- got\n{got}\n").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn line_ends_make_no_difference_and_a_second_time_changes_nothing() {
    for (name, text, newest) in replies() {
        assert_eq!(strip(&text.replace('\n', "\r\n")).text, newest, "{name}");
        assert_eq!(strip(&newest).text, newest, "{name}, again");
    }
}

#[test]
fn the_quotation_is_pointed_at() {
    let stripped = strip("yes\n\nOn 3 Mar 2025 at 10:15, Jo wrote:\n> no\n");
    assert_eq!(stripped.quoted_from, Some(5));
    assert_eq!(strip("yes").quoted_from, None);
}

#[test]
fn a_long_hostile_text_takes_linear_time() {
    for line in [
        "On 3 Mar 2025 10:15\n",
        "From: a\n",
        "-- \n",
        ">",
        "Regards\n",
        "a:\n\n",
        "Sent from my iPhone\n",
        "PS: x\nThanks\nJo\n",
    ] {
        let text = line.repeat(200_000 / line.len());
        let started = std::time::Instant::now();
        let _ = strip(&text);
        let _ = crate::message::forward::in_text(&text, "Fwd: x");
        assert!(started.elapsed().as_secs() < 30, "{line:?} {:?}", started.elapsed());
    }
}

/// Lines that mean something to the stripper, mixed with noise.
fn lines() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "\\PC{0,60}",
        Just("On Mon, 3 Mar 2025 at 10:15, Jo <jo@mail.example> wrote:".to_owned()),
        Just("> quoted".to_owned()),
        Just("-- ".to_owned()),
        Just("Kind regards,".to_owned()),
        Just("Jo Smith".to_owned()),
        Just("From: Jo <jo@mail.example>".to_owned()),
        Just("Subject: x".to_owned()),
        Just("Sent: Monday 10:15".to_owned()),
        Just("Sent from my iPhone".to_owned()),
        Just("PS: one more".to_owned()),
        Just(String::new()),
    ];
    prop::collection::vec(line, 0..30).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn what_is_left_is_lines_of_the_text_in_order(text in lines()) {
        let stripped = strip(&text);
        let mut source = text.split('\n').map(str::trim_end);
        for line in stripped.text.lines().filter(|line| !line.is_empty()) {
            prop_assert!(source.any(|known| known == line), "{line:?} of {:?}", stripped.text);
        }
        prop_assert!(stripped.quoted_from.is_none_or(|at| text.is_char_boundary(at)));
    }

    #[test]
    fn any_text_is_taken(text in any::<String>(), subject in any::<String>()) {
        let _ = strip(&text);
        let _ = crate::message::forward::in_text(&text, &subject);
    }
}
