//! A traveller's mail becomes a priced quote, once, whatever happens on the way.

use serde_json::{Value, json};
use tripdesk_core::runtime::Event;

use crate::support::{World, enquiry};

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_becomes_a_quote_with_its_pdf_and_a_mail() {
    let world = World::new().await;
    let id = world.mail(&enquiry("anna")).await;
    world.settle().await;

    let message = world.message(&id).await;
    assert_eq!(message["class"], "enquiry");
    let steps: Vec<_> =
        message["steps"].as_array().unwrap().iter().map(|step| step["step"].as_str().unwrap()).collect();
    assert_eq!(steps, ["recipient", "parse", "verdicts", "thread", "extract", "classify", "answer"]);

    let enquiry = world.get(&format!("/api/v1/enquiries/{}", message["enquiry_id"].as_str().unwrap())).await;
    assert_eq!(enquiry["state"], "quoted");
    assert_eq!(enquiry["adults"]["value"], 2);
    assert_eq!(
        enquiry["dates"]["value"],
        json!({"kind": "exact", "check_in": "2027-07-03", "check_out": "2027-07-10"})
    );
    assert_evidence(&enquiry, message["text"].as_str().unwrap());

    let quote = world.get(&format!("/api/v1/quotes/{}", enquiry["quote_id"].as_str().unwrap())).await;
    assert_eq!(quote["state"], "sent");
    let number = quote["number"].as_str().unwrap();
    assert!(number.starts_with("Q-20") && number.ends_with("-0001"), "{number}");
    assert_eq!(quote["options"].as_array().unwrap().len(), 3);
    assert!(quote["options"][0]["is_main"].as_bool().unwrap());
    let trace = world.get(&format!("/api/v1/quotes/{}/trace", quote["id"].as_str().unwrap())).await;
    assert_eq!(trace["reproduced"], true);

    let pdf = world.bytes(quote["links"]["pdf"].as_str().unwrap()).await;
    assert!(pdf.starts_with(b"%PDF-") && pdf.len() < 200_000);
    let outbox = world.outbox().await;
    assert_eq!(outbox.len(), 1);
    assert_eq!(outbox[0]["to"], json!(["anna@post.example"]));
    let headers = outbox[0]["headers"].to_string();
    assert!(headers.contains("auto-replied") && headers.contains("anna.1@post.example"), "{headers}");
    assert!(outbox[0]["text"].as_str().unwrap().contains(quote["options"][0]["hotel"].as_str().unwrap()));
}

/// Every span names the words it was read from.
fn assert_evidence(enquiry: &Value, text: &str) {
    for field in ["destinations", "dates", "adults", "board"] {
        let source = &enquiry[field]["source"];
        if source["part"] == "text" {
            let (start, end) = (source["start"].as_u64().unwrap() as usize, source["end"].as_u64().unwrap() as usize);
            let words: String = text.chars().skip(start).take(end - start).collect();
            assert_eq!(source["text"], words.as_str(), "{field}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_mail_many_times_at_once_is_one_quote_and_one_mail() {
    let world = World::new().await;
    let mail = enquiry("ben");
    let all = (0..100).map(|_| world.mail(&mail));
    futures_util::future::join_all(all).await;
    world.settle().await;
    assert_eq!(world.get("/api/v1/enquiries").await["items"].as_array().unwrap().len(), 1);
    assert_eq!(world.quotes().await.len(), 1);
    assert_eq!(world.outbox().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_event_a_hundred_times_at_once_is_one_enquiry_one_quote_and_one_mail() {
    let world = World::new().await;
    let id = world.mail(&enquiry("bea")).await;
    let pass = json!({"status": "PASS"});
    let receipt = json!({"recipients": [world.mailbox], "spamVerdict": pass, "virusVerdict": pass, "spfVerdict": pass,
        "dkimVerdict": pass, "dmarcVerdict": pass});
    let ses = json!({"mail": {"messageId": id, "source": "anna@post.example"}, "receipt": receipt});
    let event = json!({"Records": [{"eventSource": "aws:ses", "ses": ses}]});
    // As Lambda would hand it over, again and again, beside the one that the platform itself delivers.
    let again =
        (0..100).map(|_| (inbound_mail_fn::FUNCTION.on_event)(&world.started.app, Event::read(event.clone()).unwrap()));
    for answer in futures_util::future::join_all(again).await {
        answer.unwrap();
    }
    world.settle().await;
    assert_eq!(world.get("/api/v1/enquiries").await["items"].as_array().unwrap().len(), 1);
    assert_eq!(world.quotes().await.len(), 1);
    assert_eq!(world.outbox().await.len(), 1);
    assert_eq!(world.get("/api/v1/mail/messages").await["items"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_makes_a_draft_revision_and_no_second_quote() {
    let world = World::new().await;
    world.mail(&enquiry("cora")).await;
    world.settle().await;
    let sent = world.outbox().await;
    let reply_to = sent[0]["headers"].to_string();
    assert!(reply_to.contains("sunbird-travel+"), "{reply_to}");
    let reply = format!(
        "From: cora Berg <cora@post.example>\nTo: sunbird-travel@in.tripdesk.example\nSubject: Re: your quote\n\
         Message-ID: <cora.2@post.example>\nIn-Reply-To: {}\nDate: Tue, 24 Nov 2026 08:00:00 +0200\n\n\
         Thank you! Please make it 8 nights and add a child aged 4.\n",
        sent[0]["message_id"].as_str().unwrap()
    );
    world.mail(&reply).await;
    world.settle().await;
    let quotes = world.quotes().await;
    assert_eq!(quotes.len(), 1);
    assert_eq!((quotes[0]["revision"].as_u64(), quotes[0]["state"].as_str()), (Some(2), Some("draft")));
    let quote = world.get(&format!("/api/v1/quotes/{}", quotes[0]["id"].as_str().unwrap())).await;
    assert_eq!(quote["dates"]["check_out"], "2027-07-11");
    assert_eq!(quote["rooms"], json!([{"adults": 2, "child_ages": [4]}]));
    assert_eq!(quote["revisions"].as_array().unwrap().len(), 2);
    assert_eq!(world.outbox().await.len(), 1, "an amended quote waits for a person");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_must_not_be_answered_is_kept_and_not_answered() {
    let world = World::new().await;
    let unconfirmed = world.mail_with(&enquiry("dan"), &[("dmarc", "FAIL")]).await;
    let spam = world.mail_with(&enquiry("eve"), &[("spam", "FAIL")]).await;
    let robot = world.mail(&enquiry("fay").replace("Subject:", "Auto-Submitted: auto-replied\nSubject:")).await;
    world.settle().await;
    assert!(world.outbox().await.is_empty());
    let quotes = world.quotes().await;
    assert_eq!(quotes.len(), 1, "the unconfirmed sender's enquiry is drafted");
    assert!(quotes[0]["reasons"].to_string().contains("DMARC"));
    assert_eq!(world.message(&unconfirmed).await["class"], "enquiry");
    assert_eq!(world.message(&spam).await["state"], "quarantined");
    assert_eq!(world.message(&robot).await["class"], "auto_reply");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_finds_everything_again_and_sends_nothing_twice() {
    let world = World::new().await;
    world.mail(&enquiry("gus")).await;
    world.settle().await;
    let world = world.restarted().await;
    world.settle().await;
    assert_eq!(world.quotes().await.len(), 1);
    assert_eq!(world.outbox().await.len(), 1);
    world.mail(&enquiry("hal")).await;
    world.settle().await;
    assert_eq!(world.quotes().await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_of_ses_is_unknown_until_ses_tells() {
    let world = World::new().await;
    let fault = json!({"service": "ses", "operation": "*", "mode": "drop_response", "rate": 1, "count": 1, "seed": 1});
    assert!(world.call("POST", "/_local/faults", Some(fault)).await.0 < 300);
    world.mail(&enquiry("ida")).await;
    world.settle().await;
    assert_eq!(world.outbox().await.len(), 1);
    assert_eq!(world.quotes().await[0]["state"], "sent", "SES's own event says that it went");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_throttled_ses_delays_the_one_mail() {
    let world = World::new().await;
    let fault = json!({"service": "ses", "operation": "*", "mode": "throttle", "rate": 1, "count": 1, "seed": 1});
    assert!(world.call("POST", "/_local/faults", Some(fault)).await.0 < 300);
    world.mail(&enquiry("jon")).await;
    world.settle().await;
    assert_eq!(world.outbox().await.len(), 1);
    assert_eq!(world.quotes().await[0]["state"], "sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_sent_by_a_consultant_once() {
    let world = World::new().await;
    world.mail_with(&enquiry("kim"), &[("dmarc", "GRAY")]).await;
    world.settle().await;
    let id = world.quotes().await[0]["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/quotes/{id}/send");
    assert_eq!(world.call("POST", &path, None).await.0, 202);
    assert_eq!(world.call("POST", &path, None).await.0, 409);
    world.settle().await;
    assert_eq!(world.outbox().await.len(), 1);
    assert_eq!(world.get(&format!("/api/v1/quotes/{id}")).await["state"], "sent");
    assert_eq!(world.call("POST", &path, None).await.0, 409);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_understood_without_being_saved() {
    let world = World::new().await;
    let text =
        "Wir sind zwei Erwachsene und möchten vom 3. bis 10. Juli 2027 nach Sansibar, Halbpension. Budget 4.500 €.";
    let ask = json!({"subject": "Anfrage", "text": text, "from": "Jana Kühn <jana@post.example>", "received_at": "2026-11-23T08:00:00Z"});
    let (status, found) = world.call("POST", "/api/v1/enquiries/extract", Some(ask)).await;
    assert_eq!((status, found["class"].as_str()), (200, Some("enquiry")), "{found}");
    assert_eq!(found["destinations"]["value"], json!(["Zanzibar"]));
    assert_eq!(found["dates"], found["fields"]["dates"]);
    assert_eq!(found["budget"]["value"], json!({"amount": "4500", "currency": "EUR", "basis": "total"}));
    assert_eq!(found["missing"], json!([]));
    assert_eq!(world.get("/api/v1/enquiries").await["items"], json!([]));
    let wrong = json!({"text": text, "from": "nobody"});
    assert_eq!(world.call("POST", "/api/v1/enquiries/extract", Some(wrong)).await.1["errors"][0]["field"], "from");
}
