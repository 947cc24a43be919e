//! The operator's commands, run as a person runs them: results on standard output, reasons on standard error, an exit code.

use std::{
    path::Path,
    process::{Command, Output},
};

use serde_json::{Value, json};

use crate::{operator::operate, support::World};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/tenants");

fn tripdesk(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tripdesk"));
    command.args(arguments).env_remove("TABLE_NAME").env_remove("ADMIN_API_TOKEN");
    command.output().unwrap()
}

fn answer(arguments: &[&str]) -> Value {
    let output = tripdesk(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn agencies_are_imported_exported_and_purged_from_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let clients = folder.path().join("clients");
    for entry in std::fs::read_dir(FIXTURES).unwrap().map(Result::unwrap) {
        let to = clients.join(entry.file_name());
        std::fs::create_dir_all(&to).unwrap();
        std::fs::copy(entry.path().join("client.yaml"), to.join("client.yaml")).unwrap();
    }
    for n in 0..63 {
        let test = clients.join(format!("tn_{n:04x}"));
        std::fs::create_dir_all(&test).unwrap();
        std::fs::write(test.join("client.yaml"), "client: {id: tn_x, name: T, timezone: UTC, currency: USD}\n")
            .unwrap();
    }
    let data = folder.path().join("data");
    let (data, clients) = (data.to_str().unwrap(), clients.to_str().unwrap());
    let numbers =
        |report: &Value| ["created", "unchanged", "skipped", "failed"].map(|name| report[name].as_u64().unwrap());
    let import = ["tenants", "import", clients, "--data", data, "--json"];
    let dry = answer(&[&import[..], &["--dry-run"]].concat());
    assert_eq!((numbers(&dry), &dry["dry_run"]), ([4, 0, 63, 0], &json!(true)));
    assert_eq!(numbers(&answer(&import)), [4, 0, 63, 0]);
    assert_eq!(numbers(&answer(&import)), [0, 4, 63, 0]);

    let archive = folder.path().join("marula.tar.gz");
    let export = ["tenants", "export", "marula-travel", archive.to_str().unwrap(), "--data", data, "--json"];
    assert_eq!(answer(&export)["records"]["tenant"], 1);
    assert!(Path::new(&archive).metadata().unwrap().len() > 500);
    assert!(!tripdesk(&export).status.success(), "an archive that is there is not written over");

    let purge = tripdesk(&["tenants", "purge", "marula-travel", "--data", data]);
    assert!(!purge.status.success());
    assert!(String::from_utf8_lossy(&purge.stderr).contains("delete the agency first"), "{purge:?}");
    assert!(!tripdesk(&["tenants", "purge", "nobody-here", "--data", data]).status.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_tells_in_words_what_is_wrong() {
    let world = World::new().await;
    let (url, smtp) = (world.base.clone(), world.started.platform.smtp_addr().to_string());
    let data = world.data.path().to_str().unwrap().to_owned();
    let look = async |url: &str| {
        let arguments = ["doctor", "--url", url, "--smtp", &smtp, "--data", &data, "--json"].map(str::to_owned);
        tokio::task::spawn_blocking(move || tripdesk(&arguments.each_ref().map(String::as_str))).await.unwrap()
    };
    let well = look(&url).await;
    assert!(well.status.success(), "{}", String::from_utf8_lossy(&well.stdout));
    let ill = look("http://127.0.0.1:1").await;
    assert!(!ill.status.success());
    let findings: Vec<Value> = serde_json::from_slice(&ill.stdout).unwrap();
    let health = findings.iter().find(|finding| finding["check"] == "health").unwrap();
    assert_eq!(health["state"], "wrong");
    assert!(health["detail"].as_str().unwrap().contains("cannot be reached"), "{health}");
    let token = &world.started.secrets.admin_token;
    assert!(!String::from_utf8_lossy(&ill.stdout).contains(token.as_str()));
    assert_eq!(operate(&world, "GET", "mail/status", None).await.0, 200);
}
