//! Lists of an agency that has been at it for years.

use std::time::{Duration, Instant};

use serde_json::json;
use tripdesk_core::{
    enquiry::{Correspondence, Enquiry, EnquiryState, FieldEdits, Fields},
    ids,
    message::Class,
    store::Changes,
};

use crate::support::World;

/// Enquiries written at once: each takes two of the hundred writes of a transaction.
const AT_ONCE: usize = 50;
/// What a page may take in an unoptimised build on a busy machine; optimised and alone it is far below.
const PATIENCE: Duration = Duration::from_secs(5);

fn numbered(number: usize, now: jiff::Timestamp) -> Enquiry {
    let place = ["Zanzibar", "Mauritius", "Cape Town", "Réunion"][number % 4];
    let edits = json!({"destinations": [place], "adults": 2, "contact": {"name": format!("Traveller {number}"),
        "email": format!("traveller{number}@post.example")}});
    let fields = serde_json::from_value::<FieldEdits>(edits).unwrap().applied(&Fields::default()).0;
    Enquiry {
        id: ids::new_id(now),
        state: if number.is_multiple_of(500) { EnquiryState::Lost } else { EnquiryState::NeedsInfo },
        reason: None,
        class: Class::Enquiry,
        created_at: now,
        updated_at: now,
        subject: format!("A journey to {place}"),
        message_ids: Vec::new(),
        fields,
        missing: vec!["dates".to_owned()],
        draft_reply: Some("When would you like to travel? ".repeat(20)),
        quote_id: None,
        revision: 0,
        follows: None,
        source: "phone".to_owned(),
        assigned_to: None,
        client_id: None,
        quoted_at: None,
        asked: Vec::new(),
        history: Vec::new(),
        replies: Vec::new(),
        correspondence: Correspondence::default(),
        version: 1,
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "writes 5,000 enquiries; run by name to measure"]
async fn a_page_of_five_thousand_enquiries_comes_at_once() {
    let world = World::new().await;
    let (agency, _) = world.started.app.store.user_of_login("thandi@sunbird-travel.example").await.unwrap().unwrap();
    let tenant = agency.operated();
    let now = world.started.app.clock.now();
    let all: Vec<usize> = (0..5_000).collect();
    for part in all.chunks(AT_ONCE) {
        let changes = part
            .iter()
            .fold(Changes::new(), |changes, number| changes.create_enquiry(&tenant, &numbered(*number, now)).unwrap());
        changes.commit(&world.started.app.store).await.unwrap();
    }
    for query in ["", "?state=lost", "?q=traveller4321", "?destination=reunion&limit=20", "?q=nobody"] {
        let mut times = Vec::new();
        for _ in 0..9 {
            let start = Instant::now();
            world.get(&format!("/api/v1/enquiries{query}")).await;
            times.push(start.elapsed());
        }
        times.sort_unstable();
        eprintln!("GET /enquiries{query}: median {:?}, slowest {:?}", times[4], times[8]);
        assert!(times[4] < PATIENCE, "{query}: {times:?}");
    }
}
