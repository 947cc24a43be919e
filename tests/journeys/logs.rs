//! What the logs tell of one mail, in a process of its own: the id it was stored under leads from the mail to the sent quote.

use std::process::Command;

use serde_json::Value;

const MAIL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/demo/mail/01-family-zanzibar.eml");

#[test]
fn one_id_leads_from_the_mail_to_the_sent_quote() {
    let out = tempfile::tempdir().unwrap();
    let mut demo = Command::new(env!("CARGO_BIN_EXE_tripdesk"));
    demo.args(["demo", MAIL, "--log", "json", "--quiet", "--out"]).arg(out.path()).env("LOG_LEVEL", "info");
    let ran = demo.output().unwrap();
    let logs = String::from_utf8(ran.stderr).unwrap();
    assert!(ran.status.success(), "{logs}");
    assert!(!logs.contains('@'), "an address in the logs:\n{logs}");

    let lines: Vec<Value> = logs.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let taken_in = lines.iter().find(|line| line["message"] == "mail taken in");
    let id = &taken_in.unwrap_or_else(|| panic!("no mail was taken in:\n{logs}"))["span"]["request_id"];
    let of_the_mail = lines.iter().filter(|line| &line["span"]["request_id"] == id);
    let told: Vec<_> = of_the_mail
        .map(|line| format!("{}: {}", line["span"]["function"].as_str().unwrap(), line["message"].as_str().unwrap()))
        .collect();
    for step in ["inbound-mail: mail taken in", "quote: mail settled", "quote: job done"] {
        assert!(told.iter().any(|line| line == step), "{step} is missing in {told:#?}\n{logs}");
    }
    let settled = lines.iter().find(|line| line["message"] == "mail settled").unwrap();
    assert_eq!(settled["state"], "sent");

    // One line an event, and the first of the process is marked as the cold start.
    let events: Vec<_> = lines.iter().filter(|line| line["message"] == "event").collect();
    let cold = lines.iter().filter(|line| line["cold"] == true).count();
    assert!(events.iter().any(|line| line["function"] == "inbound-mail" && line["kind"] == "mail"), "{logs}");
    assert_eq!(cold, 1, "{logs}");
}
