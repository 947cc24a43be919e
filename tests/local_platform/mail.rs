//! Mail in and mail out.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use serde_json::json;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;
use tripdesk::invoke::Function;

use crate::support::{World, start};

/// A client that says what it is told and hears the last line of each reply; nothing when the connection is gone.
pub(crate) struct Smtp(BufReader<TcpStream>);

impl Smtp {
    async fn connect(world: &World) -> Self {
        Self::connect_to(world.platform.smtp_addr()).await
    }

    pub(crate) async fn connect_to(address: SocketAddr) -> Self {
        let mut smtp = Self(BufReader::new(TcpStream::connect(address).await.unwrap()));
        assert!(smtp.hear().await.starts_with("220 "));
        assert!(smtp.say("EHLO client.example").await.starts_with("250 "));
        smtp
    }

    pub(crate) async fn say(&mut self, line: &str) -> String {
        match self.0.write_all(format!("{line}\r\n").as_bytes()).await {
            Ok(()) => self.hear().await,
            Err(_) => String::new(),
        }
    }

    async fn hear(&mut self) -> String {
        loop {
            let mut line = String::new();
            let heard = self.0.read_line(&mut line).await;
            if heard.is_err() || line.get(3..4) != Some("-") {
                return line;
            }
        }
    }
}

/// The object that the last event for `inbound-mail` speaks of.
async fn stored(world: &World) -> (serde_json::Value, Vec<u8>) {
    world.drain().await;
    let ses = world.seen.unscheduled(Function::InboundMail).pop().unwrap()["Records"][0]["ses"].clone();
    let key = format!("mail/{}", ses["mail"]["messageId"].as_str().unwrap());
    let got = world.s3().get_object().bucket(&world.resources.mail_bucket).key(key).send().await.unwrap();
    (ses, got.body.collect().await.unwrap().to_vec())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    let mut smtp = Smtp::connect(&world).await;
    assert!(smtp.say("RCPT TO:<a@in.tripdesk.example>").await.starts_with("503"));
    assert!(smtp.say("MAIL FROM:<> SIZE=100").await.starts_with("250"));
    assert!(smtp.say("RCPT TO:<a@elsewhere.example>").await.starts_with("550"));
    assert!(smtp.say("DATA").await.starts_with("554"));
    assert!(smtp.say("RCPT TO:<A@IN.tripdesk.example>").await.starts_with("250"));
    assert!(smtp.say("RCPT TO:<b+x@in.tripdesk.example>").await.starts_with("250"));
    assert!(smtp.say("DATA").await.starts_with("354"));
    assert!(smtp.say("Subject: dots\r\n\r\n..one\r\n..\r\n.").await.starts_with("250"));
    let (ses, mail) = stored(&world).await;
    assert_eq!(ses["receipt"]["recipients"], json!(["A@IN.tripdesk.example", "b+x@in.tripdesk.example"]));
    assert_eq!(ses["mail"]["source"], "");
    assert_eq!(ses["mail"]["commonHeaders"]["subject"], "dots");
    assert!(mail.ends_with(b"Subject: dots\r\n\r\n.one\r\n.\r\n"));
    assert!(smtp.say("DATA").await.starts_with("503"), "the envelope is used up");
    assert!(smtp.say("QUIT").await.starts_with("221"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_stored_is_not_acknowledged() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    world.fault(json!({ "service": "s3", "operation": "PutObject", "mode": "error", "count": 3 })).await;
    let mut smtp = Smtp::connect(&world).await;
    for expected in ["451", "250"] {
        smtp.say("MAIL FROM:<c@x.example>").await;
        smtp.say("RCPT TO:<a@in.tripdesk.example>").await;
        smtp.say("DATA").await;
        let answer = smtp.say("Subject: x\r\n\r\nbody\r\n.").await;
        assert!(answer.starts_with(expected), "{answer}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_of_41_mb_is_taken_and_one_of_65_is_not() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    let line = format!("{}\r\n", "x".repeat(998));
    let mut smtp = Smtp::connect(&world).await;
    for (lines, expected) in [(41_000, "250"), (68_000, "552")] {
        smtp.say("MAIL FROM:<c@x.example>").await;
        smtp.say("RCPT TO:<a@in.tripdesk.example>").await;
        smtp.say("DATA").await;
        let mail = format!("Subject: large\r\n\r\n{}.", line.repeat(lines));
        let answer = smtp.say(&mail).await;
        assert!(answer.starts_with(expected), "{answer}");
    }
    let (_, mail) = stored(&world).await;
    assert!(mail.len() > 41_000_000);
    assert!(smtp.say("MAIL FROM:<c@x.example> SIZE=99999999").await.starts_with("552"));
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_by_http_with_verdicts() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    let mail = "From: Ann <ann@x.example>\r\nSubject: hi\r\n\r\nbody\r\n";
    let path = "/_local/mail?rcpt=a+x@in.tripdesk.example&rcpt=b@in.tripdesk.example&dmarc=fail&spam=GRAY";
    let (status, answer) = world.post(path, mail).await;
    assert_eq!(status, 200, "{answer}");
    let (ses, _) = stored(&world).await;
    assert_eq!(answer["ses_message_id"], ses["mail"]["messageId"]);
    assert_eq!(ses["mail"]["source"], "ann@x.example");
    assert_eq!(ses["mail"]["destination"], json!(["a+x@in.tripdesk.example", "b@in.tripdesk.example"]));
    let verdicts =
        ["spam", "virus", "spf", "dkim", "dmarc"].map(|v| ses["receipt"][format!("{v}Verdict")]["status"].clone());
    assert_eq!(verdicts, ["GRAY", "PASS", "PASS", "PASS", "FAIL"].map(|v| json!(v)));
    for wrong in ["", "?rcpt=a@elsewhere.example", "?rcpt=a@in.tripdesk.example&spf=maybe", "?to=a@in.tripdesk.example"]
    {
        let (status, answer) = world.post(&format!("/_local/mail{wrong}"), mail).await;
        assert_eq!((status, &answer["status"]), (400, &json!(400)), "{wrong}: {answer}");
    }
}

const QUOTE: &str = "From: =?utf-8?q?K=C3=BCste?= <quotes@agency.example>\r\nTo: ann@x.example\r\nBcc: secret@x.example\r\n\
    Subject: =?utf-8?q?Your_trip?=\r\nMessage-ID: <ours@agency.example>\r\nX-SES-MESSAGE-TAGS: kind=quote\r\nMIME-Version: 1.0\r\n\
    Content-Type: multipart/mixed; boundary=m\r\n\r\n\
    --m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\nContent-Type: text/plain\r\n\r\nplain\r\n\
    --a\r\nContent-Type: text/html\r\n\r\n<p>rich</p>\r\n--a--\r\n\
    --m\r\nContent-Type: application/pdf; name=q.pdf\r\nContent-Disposition: attachment; filename=q.pdf\r\n\
    Content-Transfer-Encoding: base64\r\n\r\nJVBERg==\r\n--m--\r\n";

#[tokio::test(flavor = "multi_thread")]
async fn the_outbox_shows_what_went_out_and_keeps_it() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    world.send("From: a@x.example\r\nSubject: first\r\n\r\nhi", &["b@x.example"]).await.unwrap();
    let id = world.send(QUOTE, &["Ann <ann@x.example>"]).await.unwrap();
    world.platform.shutdown().await;

    let world = start(data.path()).await;
    let (_, outbox) = world.get("/_local/outbox").await;
    let mail = &outbox[0];
    assert_eq!((mail["id"].as_str(), outbox[1]["subject"].as_str()), (Some(id.as_str()), Some("first")));
    assert_eq!(mail["from"], "quotes@agency.example");
    assert_eq!(mail["to"], json!(["ann@x.example"]));
    assert_eq!(mail["subject"], "Your trip");
    assert_eq!((mail["text"].as_str(), mail["html"].as_str()), (Some("plain"), Some("<p>rich</p>")));
    assert_eq!(mail["attachments"], json!([{ "name": "q.pdf", "type": "application/pdf", "size": 4 }]));
    let message_id = format!("<{id}@email.amazonses.com>");
    assert_eq!(
        (mail["message_id"].as_str(), mail["headers"]["Message-ID"].as_str()),
        (Some(message_id.as_str()), Some(message_id.as_str()))
    );
    let raw = world.http.get(world.url(&format!("/_local/outbox/{id}.eml"))).send().await.unwrap();
    assert_eq!(raw.headers()["content-type"], "message/rfc822");
    let raw = raw.text().await.unwrap();
    assert!(!raw.contains("secret@") && !raw.contains("X-SES-") && raw.ends_with("--m--\r\n"), "{raw}");
    assert_eq!(world.get("/_local/outbox/..%2Flock.eml").await.0, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn ses_tells_what_became_of_a_mail() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    let id = world.send(QUOTE, &["ann@x.example", "bounce+1@simulator.amazonses.com"]).await.unwrap();
    world.send("From: a@x.example\r\n\r\nhi", &["complaint@simulator.amazonses.com"]).await.unwrap();
    world.drain().await;
    let notices = world.seen.unscheduled(Function::Quote).into_iter();
    let message = |event: serde_json::Value| event["Records"][0]["Sns"]["Message"].as_str().unwrap().to_owned();
    let events: Vec<serde_json::Value> = notices.map(|event| serde_json::from_str(&message(event)).unwrap()).collect();
    let kinds: std::collections::BTreeSet<&str> = events.iter().filter_map(|e| e["eventType"].as_str()).collect();
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["Bounce", "Complaint", "Delivery", "Send"]);
    let of =
        |kind: &str| events.iter().find(|e| e["eventType"] == kind && e["mail"]["messageId"] == id.as_str()).unwrap();
    assert_eq!(of("Delivery")["delivery"]["recipients"], json!(["ann@x.example"]));
    assert_eq!(of("Delivery")["mail"]["tags"]["kind"], json!(["quote"]));
    let bounced = &of("Bounce")["bounce"];
    assert_eq!(
        (&bounced["bounceType"], &bounced["bouncedRecipients"][0]["emailAddress"]),
        (&json!("Permanent"), &json!("bounce+1@simulator.amazonses.com"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn ses_refuses_what_it_would_refuse() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    let plain = "From: a@x.example\r\n\r\nhi";
    assert_eq!(world.send(plain, &["nobody"]).await.unwrap_err(), "MessageRejected");
    assert_eq!(world.send("Subject: x\r\n\r\nhi", &["b@x.example"]).await.unwrap_err(), "InvalidParameterValue");
    assert_eq!(world.platform.outbox().list().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_is_quick_and_says_goodbye() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    let mut smtp = Smtp::connect(&world).await;
    let began = Instant::now();
    world.platform.shutdown().await;
    assert!(began.elapsed() < Duration::from_secs(1), "{:?}", began.elapsed());
    assert!(smtp.hear().await.starts_with("421"));
}
