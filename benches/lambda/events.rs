//! The recorded events, one kind a function: what each function does most.

use std::time::Duration;

use serde_json::{Value, json};
use tripdesk::{agency, start::Started};

/// What a function is called with; the argument numbers the call, so that no mail is a duplicate.
pub(crate) struct Case {
    pub(crate) function: &'static str,
    pub(crate) event: Box<dyn Fn(usize) -> Value>,
}

/// The platform as the functions find it.
pub(crate) struct Scene {
    pub(crate) environment: Vec<(String, String)>,
    pub(crate) cases: Vec<Case>,
}

/// Signs in, fills the knowledge base, lays out mails.
pub(crate) async fn scene(started: &Started) -> Scene {
    let base = format!("http://{}", started.platform.http_addr());
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let demo = started.demo.clone().unwrap();
    let login = json!({"email": demo.email, "password": started.secrets.demo_password});
    let signed_in: Value =
        client.post(format!("{base}/api/v1/auth/login")).json(&login).send().await.unwrap().json().await.unwrap();
    let token = signed_in["access_token"].as_str().unwrap().to_owned();
    for text in agency::KNOWLEDGE {
        let title = text.lines().next().unwrap_or_default().trim_start_matches("# ").to_owned();
        let call = client.post(format!("{base}/api/v1/knowledge/documents")).bearer_auth(&token);
        call.json(&json!({"title": title, "text": text})).send().await.unwrap().error_for_status().unwrap();
    }
    started.platform.drain(Duration::from_secs(60)).await.unwrap();

    let ask = json!({"question": "How much luggage may a traveller take on the transfer flight?"});
    let price = json!({"party": {"rooms": [{"adults": 2, "child_ages": [4, 9]}]}, "destination": "Zanzibar",
        "dates": {"check_in": "2027-07-03", "check_out": "2027-07-10"}});
    let cases = vec![
        case("auth", http("POST", "/api/v1/auth/login", "", Some(login))),
        case("tenants", http("GET", "/api/v1/tenants/me", &token, None)),
        Case { function: "inbound-mail", event: mails(started, &demo.mailbox).await },
        case("quote", http("POST", "/api/v1/quotes/price", &token, Some(price))),
        case("helpdesk", http("POST", "/api/v1/helpdesk/ask", &token, Some(ask))),
    ];
    Scene { environment: environment(started), cases }
}

fn case(function: &'static str, event: Value) -> Case {
    Case { function, event: Box::new(move |_| event.clone()) }
}

fn environment(started: &Started) -> Vec<(String, String)> {
    let settings = &started.app.settings;
    let pairs = [
        ("TABLE_NAME", settings.table.as_str()),
        ("MAIL_BUCKET", &settings.mail_bucket),
        ("FILES_BUCKET", &settings.files_bucket),
        ("QUOTE_QUEUE_URL", &settings.quote_queue_url),
        ("INBOUND_DOMAIN", &settings.inbound_domain),
        ("MAIL_FROM_DOMAIN", &settings.mail_from_domain),
        ("PUBLIC_URL", &settings.public_url),
        ("JWT_KEYS", settings.jwt_keys.reveal()),
        ("LINK_KEY", settings.link_key.reveal()),
        ("ADMIN_API_TOKEN", &started.secrets.admin_token),
        ("AWS_ENDPOINT_URL", started.platform.endpoint_url()),
        ("AWS_REGION", "us-east-1"),
        ("AWS_ACCESS_KEY_ID", "tripdesk"),
        ("AWS_SECRET_ACCESS_KEY", "local"),
        ("AWS_EC2_METADATA_DISABLED", "true"),
        ("LOG_LEVEL", "info"),
    ];
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
}

/// An event of API Gateway's HTTP API, payload format 2.0.
fn http(method: &str, path: &str, token: &str, body: Option<Value>) -> Value {
    let mut headers = json!({"host": "api.example", "content-type": "application/json", "accept": "application/json"});
    if !token.is_empty() {
        headers["authorization"] = json!(format!("Bearer {token}"));
    }
    json!({
        "version": "2.0", "routeKey": "$default", "rawPath": path, "rawQueryString": "", "headers": headers,
        "requestContext": {
            "accountId": "000000000000", "apiId": "measured", "domainName": "api.example", "domainPrefix": "api",
            "http": {"method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "measure"},
            "requestId": "measured", "routeKey": "$default", "stage": "$default", "time": "01/Jan/2026:00:00:00 +0000",
            "timeEpoch": 1_767_225_600_000_u64
        },
        "body": body.map(|body| body.to_string()), "isBase64Encoded": false
    })
}

/// Mails in the bucket, and the event that tells of each. The same text under many Message-IDs: each is a mail of its own.
async fn mails(started: &Started, mailbox: &str) -> Box<dyn Fn(usize) -> Value> {
    const MOST: usize = 1_000;
    let client = aws_sdk_s3::Client::from_conf(
        aws_sdk_s3::config::Builder::from(&tripdesk::aws::sdk_config(started.platform.endpoint_url()))
            .force_path_style(true)
            .build(),
    );
    let text = String::from_utf8(agency::FIRST_MAIL.to_vec()).unwrap();
    let at = text.find("Message-ID:").unwrap();
    let line = text[at..].find('\n').unwrap() + at;
    for number in 0..MOST {
        let mail = format!("{}Message-ID: <measured.{number}@post.example>{}", &text[..at], &text[line..]);
        let call = client.put_object().bucket(&started.app.settings.mail_bucket).key(format!("mail/measured{number}"));
        call.body(mail.into_bytes().into()).send().await.unwrap();
    }
    let mailbox = mailbox.to_owned();
    Box::new(move |number| {
        let id = format!("measured{}", number % MOST);
        json!({"Records": [{"eventSource": "aws:ses", "eventVersion": "1.0", "ses": {
            "mail": {"messageId": id, "source": "anna@post.example", "destination": [mailbox],
                "timestamp": "2026-11-23T06:00:00.000Z"},
            "receipt": {"recipients": [mailbox], "timestamp": "2026-11-23T06:00:00.000Z",
                "spamVerdict": {"status": "PASS"}, "virusVerdict": {"status": "PASS"}, "spfVerdict": {"status": "PASS"},
                "dkimVerdict": {"status": "PASS"}, "dmarcVerdict": {"status": "PASS"}}}}]})
    })
}
