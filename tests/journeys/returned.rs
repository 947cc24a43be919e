//! Mails of ours that come back as mails: what the ledger then says, and who is written to no more.

use serde_json::{Value, json};

use crate::support::{World, enquiry};

/// A report of failed delivery, as mail servers write it (RFC 3464).
fn report(about: &str, recipient: &str, status: &str, action: &str) -> String {
    format!(
        "From: Mail Delivery System <MAILER-DAEMON@mx.post.example>\nTo: quotes@agency.example\nSubject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\nMessage-ID: <{status}.{action}@mx.post.example>\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nYour message could not be delivered.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.post.example\n\nFinal-Recipient: rfc822; {recipient}\nAction: {action}\nStatus: {status}\n\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: {about}\nSubject: Your quote\n\n--b--\n"
    )
}

fn complaint(about: &str) -> String {
    format!(
        "From: fbl@post.example\nTo: quotes@agency.example\nSubject: complaint about message\nMessage-ID: <fbl@post.example>\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nThis is an email abuse report.\n\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: Post/1\nVersion: 1\n\n--b\nContent-Type: message/rfc822\n\nMessage-ID: {about}\nSubject: Your quote\n\nDear traveller\n--b--\n"
    )
}

/// A quote that went out, and the `Message-ID` under which its reader has it.
async fn quoted(world: &World, name: &str) -> (Value, String) {
    world.mail(&enquiry(name)).await;
    world.settle().await;
    let quote = world.quotes().await[0].clone();
    assert_eq!(quote["state"], "sent", "{quote}");
    let outbox = world.outbox().await;
    let to = format!("{name}@post.example");
    let mail = outbox.iter().find(|mail| mail["to"][0] == to.as_str()).unwrap();
    (quote, mail["message_id"].as_str().unwrap().to_owned())
}

async fn take(world: &World, raw: &str) -> Value {
    let ses = world.mail(raw).await;
    world.settle().await;
    let id = world.message(&ses).await["id"].as_str().unwrap().to_owned();
    world.get(&format!("/api/v1/mail/messages/{id}")).await
}

async fn returned_news(world: &World) -> usize {
    let news = world.get("/api/v1/notifications").await;
    news["items"].as_array().unwrap().iter().filter(|one| one["kind"] == "mail_returned").count()
}

fn step<'m>(message: &'m Value, name: &str) -> &'m Value {
    message["steps"].as_array().unwrap().iter().find(|step| step["step"] == name).unwrap()
}

async fn sending(world: &World, quote: &Value) -> Value {
    world.get(&format!("/api/v1/quotes/{}", quote["id"].as_str().unwrap())).await["sending"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_of_a_dead_address_is_written_down_and_the_address_is_left_alone() {
    let world = World::new().await;
    let (quote, about) = quoted(&world, "rosa").await;
    let message = take(&world, &report(&about, "rosa@post.example", "5.1.1", "failed")).await;
    assert_eq!(
        (message["class"].as_str(), step(&message, "returned")["outcome"].as_str()),
        (Some("bounce"), Some("hard"))
    );
    assert_eq!(step(&message, "returned")["data"]["status"], "5.1.1");
    assert_eq!(message["enquiry_id"], quote["enquiry_id"]);
    assert_eq!(sending(&world, &quote).await["reason"], "the address bounced");
    assert_eq!(returned_news(&world).await, 1);
    // The same news from another server is no news.
    take(&world, &report(&about, "rosa@post.example", "5.1.10", "failed")).await;
    assert_eq!(returned_news(&world).await, 1);
    let path = format!("/api/v1/quotes/{}/resend", quote["id"].as_str().unwrap());
    assert_eq!(world.call("POST", &path, None).await.0, 202);
    world.settle().await;
    assert_eq!(world.outbox().await.len(), 1, "nothing goes there again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_mailbox_a_stranger_and_a_guess_stop_nothing() {
    let world = World::new().await;
    let (quote, about) = quoted(&world, "saul").await;
    let message = take(&world, &report(&about, "saul@post.example", "4.2.2", "delayed")).await;
    assert_eq!(step(&message, "returned")["outcome"], "soft");
    // Somebody who was not written to, and a report about a mail that was never sent.
    take(&world, &report(&about, "tess@post.example", "5.1.1", "failed")).await;
    let message = take(&world, &report("<1@email.amazonses.com>", "saul@post.example", "5.1.2", "failed")).await;
    assert_eq!(step(&message, "returned")["data"]["send_id"], Value::Null);
    assert_eq!(returned_news(&world).await, 0);
    assert_eq!(sending(&world, &quote).await["reason"], json!(null));
    let path = format!("/api/v1/quotes/{}/resend", quote["id"].as_str().unwrap());
    assert_eq!(world.call("POST", &path, None).await.0, 202);
    world.settle().await;
    assert_eq!(world.outbox().await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_complains_is_written_to_no_more() {
    let world = World::new().await;
    let (quote, about) = quoted(&world, "uma").await;
    let message = take(&world, &complaint(&about)).await;
    assert_eq!(step(&message, "returned")["outcome"], "complaint");
    assert_eq!(sending(&world, &quote).await["reason"], "the recipient complained");
    assert_eq!(returned_news(&world).await, 1);
}
