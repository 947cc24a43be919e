//! Options are alternatives: no sum over them is ever said, neither to the traveller nor to the agency (`product.md` section 5).

use std::process::Command;

use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::support::{World, enquiry};

/// Every sum of two or more options' totals.
fn sums(totals: &[Decimal]) -> Vec<Decimal> {
    let several = (1_u32..1 << totals.len()).filter(|chosen| chosen.count_ones() > 1);
    several.map(|chosen| (0..totals.len()).filter(|n| chosen >> n & 1 == 1).map(|n| totals[n]).sum()).collect()
}

/// Without the marks that part the digits of an amount: "R 70 250,00" and "70250.00" then hold the same figures.
fn figures(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | ',' | '.' | '’')).collect()
}

/// The words of a PDF; none where the tool that reads it is not installed.
fn words(pdf: &[u8]) -> String {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let read = Command::new("pdftotext").arg(file.path()).arg("-").output();
    read.map(|out| String::from_utf8_lossy(&out.stdout).into_owned()).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_sum_over_options_is_said_anywhere() {
    let world = World::new().await;
    world.mail(&enquiry("anna")).await;
    world.settle().await;
    let id = world.quotes().await[0]["id"].as_str().unwrap().to_owned();
    let quote = world.get(&format!("/api/v1/quotes/{id}")).await;
    let totals: Vec<Decimal> = quote["options"]
        .as_array()
        .unwrap()
        .iter()
        .map(|option| option["total"]["amount"].as_str().unwrap().parse().unwrap())
        .collect();
    assert_eq!(totals.len(), 3);
    let page = quote["links"]["public"].as_str().unwrap();
    let token = page.rsplit('/').next().unwrap();
    let public = format!("/api/v1/public/quotes/{token}");
    let fetched = async |address: String| world.http.get(address).send().await.unwrap().text().await.unwrap();
    let mut said = vec![
        ("the page", fetched(page.to_owned()).await),
        ("the traveller's API", fetched(format!("{}{public}", world.base)).await),
        ("the PDF", words(&world.bytes(quote["links"]["pdf"].as_str().unwrap()).await)),
        ("the trace", world.get(&format!("/api/v1/quotes/{id}/trace")).await.to_string()),
    ];
    let yes = json!({"option": 3, "name": "Anna Berg", "email": "anna@post.example"});
    let taken = world.http.post(format!("{}{public}/accept", world.base)).json(&yes).send().await.unwrap();
    assert_eq!(taken.status(), 200);
    assert_eq!(world.call("POST", &format!("/api/v1/quotes/{id}/book"), None).await.0, 201);
    world.settle().await;
    for path in ["quotes", "bookings", "analytics/funnel", "notifications", "clients", "enquiries"] {
        said.push((path, world.get(&format!("/api/v1/{path}")).await.to_string()));
    }
    said.push(("the quote", world.get(&format!("/api/v1/quotes/{id}")).await.to_string()));
    for mail in world.outbox().await {
        said.push(("a mail", format!("{}\n{}", mail["text"].as_str().unwrap(), mail["html"].as_str().unwrap())));
    }
    assert!(said.iter().filter(|(_, text)| figures(text).contains(&figures(&totals[2].to_string()))).count() >= 8);
    for sum in sums(&totals) {
        for (place, text) in &said {
            assert!(!figures(text).contains(&figures(&format!("{sum:.2}"))), "{place} says {sum}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_sold_is_the_one_option_that_was_taken() {
    let world = World::new().await;
    world.mail(&enquiry("ben")).await;
    world.settle().await;
    let quote = world.get(&format!("/api/v1/quotes/{}", world.quotes().await[0]["id"].as_str().unwrap())).await;
    let token = quote["links"]["public"].as_str().unwrap().rsplit('/').next().unwrap();
    let accept = format!("{}/api/v1/public/quotes/{token}/accept", world.base);
    let yes = json!({"option": 2, "name": "Ben Berg", "email": "ben@post.example"});
    let taken: Value = world.http.post(accept).json(&yes).send().await.unwrap().json().await.unwrap();
    assert_eq!(taken["accepted_option"], 2);
    let funnel = world.get("/api/v1/analytics/funnel").await;
    assert_eq!(funnel["total"]["sold"][0]["value"], quote["options"][1]["total"]);
}
