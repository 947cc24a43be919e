//! Text that means harm, in every field that somebody fills in, is text in page, mail, CSV and PDF (`hostile.md`, I6–I8).

use std::process::Command;

use serde_json::{Value, json};

use crate::support::World;

/// What strangers write; each is a name of a hotel, a room, a traveller and a line in turn.
const TEXTS: [&str; 12] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(2)>",
    "javascript:alert(3)",
    "<svg/onload=alert(4)>",
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "+1+cmd|x",
    "-2+3",
    "@SUM(1)",
    "#import \"/etc/passwd\": *",
    "$ #panic() $ *b* _i_ `c` <l> @r",
    ") Tj ET Q /JavaScript (app.alert(1)) >> endobj",
    "{{7*7}} {% raw %} abc\u{202e}gnp.exe",
];
const COLUMNS: &str = "hotel,destination,country,stars,room_type,max_adults,max_occupancy,board,valid_from,valid_to,currency,basis,unit,price,single_supplement,included,extra_adult,child_bands,commission_pct,min_nights,stop_sell";

fn text(place: usize) -> &'static str {
    TEXTS[place % TEXTS.len()]
}

/// A hotel and a room of each text.
fn sheet() -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let row = |place: usize| {
        let (hotel, room) = (quoted(text(place)), quoted(text(place + 1)));
        format!(
            "{hotel},Zanzibar,Tanzania,4,{room},2,3,HB,2026-01-01,2099-12-31,ZAR,net,room_night,{},,2,500,,,,no",
            1_000 + place
        )
    };
    let rows: Vec<String> = (0..TEXTS.len()).map(row).collect();
    format!("{COLUMNS}\n{}\n", rows.join("\n"))
}

async fn import(world: &World, csv: String) -> u16 {
    let call = world.http.post(format!("{}/api/v1/rates/import", world.base)).bearer_auth(&world.token);
    call.header("content-type", "text/csv").body(csv).send().await.unwrap().status().as_u16()
}

/// An agency whose own words mean harm, too.
async fn world() -> World {
    let world = World::new().await;
    let agency = world.get("/api/v1/tenants/me").await;
    let config = json!({"branding": {"company_name": "Evil <script>alert(9)</script> & Co", "email_signature": text(8)},
        "quoting": {"terms": format!("{}\n{}\n{}", text(0), text(9), text(4))}});
    let change = json!({"version": agency["version"], "config": config});
    let (status, answer) = world.call("PATCH", "/api/v1/tenants/me", Some(change)).await;
    assert_eq!(status, 200, "{answer}");
    let wishes = json!({"items": [{"kind": "quote_declined", "app": true, "mail": "all"}]});
    let (status, answer) = world.call("PUT", "/api/v1/notifications/preferences", Some(wishes)).await;
    assert_eq!(status, 200, "{answer}");
    assert_eq!(import(&world, sheet()).await, 200);
    world
}

/// A quote of three such hotels, for such a traveller, with such lines, sent.
async fn sent(world: &World, place: usize) -> Value {
    let option = |place: usize, lines: Value| json!({"hotel": text(place), "room_type": text(place + 1), "board": "HB", "lines": lines});
    let line = |place: usize| json!({"description": text(place).replace('\u{202e}', ""), "amount": "10.00", "optional": place % 2 == 1});
    let lines: Value = (0..6).map(|more| line(place + more)).collect();
    let asked = json!({"traveller": {"name": text(place), "email": format!("h{place}@post.example")},
        "party": {"rooms": [{"adults": 2}]}, "dates": {"check_in": "2027-07-03", "check_out": "2027-07-10"},
        "destination": "Zanzibar",
        "options": [option(place, lines), option(place + 1, json!([])), option(place + 2, json!([]))]});
    let (status, quote) = world.call("POST", "/api/v1/quotes", Some(asked)).await;
    assert_eq!(status, 201, "{quote}");
    let path = format!("/api/v1/quotes/{}", quote["id"].as_str().unwrap());
    assert_eq!(world.call("POST", &format!("{path}/send"), None).await.0, 202);
    world.settle().await;
    world.get(&path).await
}

/// Markup of ours alone: no element that runs or loads, no handler, no address but those we wrote.
fn is_inert(html: &str) {
    let lower = html.to_ascii_lowercase();
    for element in ["<script", "<svg", "<img src=x", "<iframe", "<object", "<base", "<l>", "<b onclick"] {
        assert!(!lower.contains(element), "{element}: {html}");
    }
    for tag in lower.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag) {
        let outside_quotes: String = tag.split('"').step_by(2).collect();
        assert!(!outside_quotes.contains(" on"), "a handler: {tag}");
        let mut address = tag.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let ours = ["http://127.0.0.1", "mailto:", "/", "#", "data:,"];
        assert!(address.all(|to| ours.iter().any(|start| to.starts_with(start))), "an address: {tag}");
    }
    assert!(!html.contains('\u{202e}'), "text that turns round");
}

/// What a tool says to a PDF; nothing where the tool is not installed.
fn said(tool: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let out = Command::new(tool).args(arguments).arg(file.path()).output().ok()?;
    assert!(out.status.success(), "{tool}: {}", String::from_utf8_lossy(&out.stdout));
    assert!(out.stderr.is_empty(), "{tool} warns: {}", String::from_utf8_lossy(&out.stderr));
    Some(String::from_utf8_lossy(&out.stdout).into_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn in_page_mail_and_pdf_it_is_read_and_does_nothing() {
    let world = world().await;
    for place in (0..TEXTS.len()).step_by(3) {
        let quote = sent(&world, place).await;
        let url = quote["links"]["public"].as_str().unwrap();
        let page = world.http.get(url).send().await.unwrap().text().await.unwrap();
        is_inert(&page);
        assert!(page.contains("Evil &#60;script&#62;alert(9)&#60;/script&#62; &#38; Co"), "said as it was written");
        let form = [("option", "1"), ("name", "\"><img src=x onerror=alert(2)>"), ("email", "<script>x</script>")];
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let call = world.http.post(format!("{url}/accept")).header("content-type", "application/x-www-form-urlencoded");
        let refused = call.body(body).send().await.unwrap();
        assert_eq!(refused.status(), 400);
        is_inert(&refused.text().await.unwrap());

        let outbox = world.outbox().await;
        let mail = outbox.iter().find(|mail| mail["to"] == json!([format!("h{place}@post.example")])).unwrap();
        is_inert(mail["html"].as_str().unwrap());
        let pdf = world.bytes(quote["links"]["pdf"].as_str().unwrap()).await;
        said("qpdf", &["--check"], &pdf);
        if let Some(facts) = said("pdfinfo", &[], &pdf) {
            let says = |what: &str, how: &str| {
                facts
                    .lines()
                    .any(|line| line.split_once(':').is_some_and(|(name, value)| name == what && value.trim() == how))
            };
            assert!(says("JavaScript", "no") && says("Form", "none") && says("Tagged", "yes"), "{facts}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_is_told_to_the_agency_as_text() {
    let world = world().await;
    let quote = sent(&world, 0).await;
    let token = quote["links"]["public"].as_str().unwrap().rsplit('/').next().unwrap();
    let url = format!("{}/api/v1/public/quotes/{token}/decline", world.base);
    let reason = format!("{}\0{}", text(0), text(11));
    assert_eq!(world.http.post(url).json(&json!({"reason": reason})).send().await.unwrap().status(), 200);
    world.settle().await;
    let outbox = world.outbox().await;
    let told = outbox.iter().find(|mail| mail["to"][0].as_str().unwrap().contains("thandi")).unwrap();
    is_inert(told["html"].as_str().unwrap());
    let kept = world.get(&format!("/api/v1/quotes/{}", quote["id"].as_str().unwrap())).await;
    assert!(!kept["answer"]["reason"].as_str().unwrap().contains('\0'));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_cell_of_an_export_is_a_formula_and_it_reads_back_the_same() {
    let world = world().await;
    let export = String::from_utf8(world.bytes("/api/v1/rates/export").await).unwrap();
    for line in export.lines().skip(1) {
        for cell in line.split(',').filter(|cell| !cell.is_empty()) {
            let first = cell.trim_start_matches('"').chars().next().unwrap_or(' ');
            assert!(!"=+-@\t\r".contains(first), "{cell:?} in {line}");
        }
    }
    assert_eq!(import(&world, export.clone()).await, 200);
    assert_eq!(world.bytes("/api/v1/rates/export").await, export.as_bytes());
}
