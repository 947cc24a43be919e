//! `kill -9` at any moment loses nothing that was acknowledged: the platform runs in a process of its own, is given mail in, mail
//! out and items as fast as it takes them, and dies in the middle.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use tripdesk::invoke::{EventEntry, Function};
use tripdesk::platform::{Functions, Settings, prepare};

use crate::mail::Smtp;
use crate::support::{eventually, send, start};

/// Where the victim finds its data folder.
const DATA: &str = "TRIPDESK_TEST_VICTIM";

/// Not a test: what runs in the process that is killed. Its functions never end, so that no event is settled there.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "the process that the test below kills"]
async fn victim() {
    let Some(data) = std::env::var_os(DATA) else { return };
    let prepared = prepare(Settings::new(&data)).await.unwrap();
    let events: EventEntry = Arc::new(|_, _| Box::pin(std::future::pending()));
    let platform = prepared.start(Functions { http: axum::Router::new(), events }).await.unwrap();
    let addresses = json!({ "smtp": platform.smtp_addr(), "aws": platform.endpoint_url() });
    std::fs::write(Path::new(&data).join("addresses.new"), addresses.to_string()).unwrap();
    std::fs::rename(Path::new(&data).join("addresses.new"), Path::new(&data).join("addresses")).unwrap();
    std::future::pending::<()>().await;
}

async fn spawn(data: &Path) -> (Child, Value) {
    let arguments = ["killed::victim", "--exact", "--ignored"];
    let mut command = Command::new(std::env::current_exe().unwrap());
    let child = command.args(arguments).env(DATA, data).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    eventually("the victim lives", async || data.join("addresses").exists()).await;
    (child, serde_json::from_slice(&std::fs::read(data.join("addresses")).unwrap()).unwrap())
}

/// Does `work` for n = 0, 1, … until it is refused; how many were acknowledged, while it goes on and at the end.
fn until_it_dies<F>(work: impl Fn(usize) -> F + Send + 'static) -> (Arc<AtomicUsize>, JoinHandle<()>)
where
    F: Future<Output = bool> + Send,
{
    let done = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&done);
    let at_work = tokio::spawn(async move {
        while work(count.load(Ordering::SeqCst)).await {
            count.fetch_add(1, Ordering::SeqCst);
        }
    });
    (done, at_work)
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost() {
    let data = tempfile::tempdir().unwrap();
    let (mut child, addresses) = spawn(data.path()).await;
    let smtp = addresses["smtp"].as_str().unwrap().parse().unwrap();
    let retry = aws_config::retry::RetryConfig::disabled();
    let sdk = tripdesk::aws::sdk_config(addresses["aws"].as_str().unwrap()).to_builder().retry_config(retry).build();
    let (ses, dynamodb) = (aws_sdk_ses::Client::new(&sdk), aws_sdk_dynamodb::Client::new(&sdk));

    let session = Arc::new(tokio::sync::Mutex::new(Smtp::connect_to(smtp).await));
    let mails_in = until_it_dies(move |n| {
        let session = Arc::clone(&session);
        async move {
            let mut smtp = session.lock().await;
            for line in ["MAIL FROM:<c@x.example>", "RCPT TO:<a@in.tripdesk.example>", "DATA"] {
                smtp.say(line).await;
            }
            smtp.say(&format!("Subject: in {n}\r\n\r\nbody\r\n.")).await.starts_with("250")
        }
    });
    let mails_out = until_it_dies(move |n| {
        let ses = ses.clone();
        async move {
            let mail = format!("From: a@x.example\r\nSubject: out {n}\r\n\r\nhi");
            send(&ses, &mail, &["b@x.example"]).await.is_ok()
        }
    });
    let items = until_it_dies(move |n| {
        let put = dynamodb.put_item().table_name("tripdesk").item("pk", AttributeValue::S("T#a".to_owned()));
        async move { put.item("sk", AttributeValue::S(n.to_string())).send().await.is_ok() }
    });
    let done = [&mails_in, &mails_out, &items].map(|(done, _)| Arc::clone(done));
    eventually("it is busy", async || done.iter().all(|done| done.load(Ordering::SeqCst) > 5)).await;
    child.kill().unwrap();
    child.wait().unwrap();
    for (_, at_work) in [mails_in, mails_out, items] {
        at_work.await.unwrap();
    }
    let [mails_in, mails_out, items] = done.map(|done| 0..done.load(Ordering::SeqCst));

    let world = start(data.path()).await;
    world.drain().await;
    let received = world.seen.unscheduled(Function::InboundMail).into_iter().map(|event| {
        let mail = &event["Records"][0]["ses"]["mail"];
        (mail["commonHeaders"]["subject"].as_str().unwrap().to_owned(), mail["messageId"].as_str().unwrap().to_owned())
    });
    let received: std::collections::BTreeMap<String, String> = received.collect();
    for n in mails_in {
        let key = format!("mail/{}", received[&format!("in {n}")]);
        world.s3().get_object().bucket("tripdesk-mail").key(key).send().await.unwrap();
    }
    let out: BTreeSet<String> = world.platform.outbox().list().iter().map(|mail| mail.subject.clone()).collect();
    assert!(mails_out.clone().all(|n| out.contains(&format!("out {n}"))));
    let notices = world.seen.unscheduled(Function::Quote).len();
    assert_eq!(notices, 2 * out.len(), "each mail that is out has its two events, and no other has any");
    for n in items {
        let get = world.dynamodb().get_item().table_name("tripdesk").key("pk", AttributeValue::S("T#a".to_owned()));
        assert!(get.key("sk", AttributeValue::S(n.to_string())).send().await.unwrap().item().is_some());
    }
}
