//! Words planted everywhere come out nowhere (`hostile.md`, H4, T10): in every field, parameter and header of every route of the
//! description, and in a mail. None may stand in a log line, nor in any answer to another agency.

use serde_json::{Value, json};

use crate::process::Running;

/// What every planted word holds.
const MARK: &str = "zq7xcanary";
const PASSWORD: &str = "zq7xcanary walks four whales";

/// Plants a word of its own in each place.
#[derive(Default)]
struct Planter {
    planted: u32,
}

impl Planter {
    fn word(&mut self) -> String {
        self.planted += 1;
        format!("{MARK}{}", self.planted)
    }

    /// A value that a schema takes, with words wherever it takes text. What it refers to is in `all`.
    fn value(&mut self, schema: &Value, all: &Value, depth: u32) -> Value {
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.rsplit('/').next().unwrap();
            return if depth > 6 {
                Value::Null
            } else {
                self.value(&all["components"]["schemas"][name], all, depth + 1)
            };
        }
        for one_of in ["oneOf", "anyOf"] {
            let mut choices = schema[one_of].as_array().into_iter().flatten();
            if let Some(choice) = choices.find(|choice| choice["type"] != "null") {
                return self.value(choice, all, depth + 1);
            }
        }
        if let Some(parts) = schema["allOf"].as_array() {
            let parts: Vec<Value> = parts.iter().map(|part| self.value(part, all, depth + 1)).collect();
            let members = parts.into_iter().filter_map(|part| part.as_object().cloned()).flatten();
            return Value::Object(members.collect());
        }
        if let Some(choice) = schema["enum"].get(0) {
            return choice.clone();
        }
        let kinds = schema["type"].as_array().cloned().unwrap_or_else(|| vec![schema["type"].clone()]);
        match kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null") {
            Some("string") => self.text(schema["format"].as_str(), schema["pattern"].is_string()),
            Some("integer" | "number") => json!(1),
            Some("boolean") => json!(false),
            Some("array") => json!([self.value(&schema["items"], all, depth + 1)]),
            _ => {
                let members = schema["properties"].as_object().cloned().unwrap_or_default();
                let members = members.iter().map(|(name, member)| {
                    let value = if name.contains("email") || name == "address" {
                        json!(format!("{}@post.example", self.word()))
                    } else {
                        self.value(member, all, depth + 1)
                    };
                    (name.clone(), value)
                });
                Value::Object(members.collect())
            }
        }
    }

    fn text(&mut self, format: Option<&str>, has_pattern: bool) -> Value {
        match format {
            Some("date") => json!("2027-07-03"),
            Some("date-time") => json!("2027-07-03T08:00:00Z"),
            _ if has_pattern => json!("EUR"),
            _ => json!(self.word()),
        }
    }
}

/// An operation of the description.
struct Operation {
    method: String,
    path: String,
    access: String,
    parameters: Vec<(String, String)>,
    body: Option<Value>,
}

fn operations(all: &Value) -> Vec<Operation> {
    let mut found = Vec::new();
    for (path, item) in all["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let parameters = operation["parameters"].as_array().into_iter().flatten();
            let text = |parameter: &Value, name: &str| parameter[name].as_str().unwrap().to_owned();
            let body = &operation["requestBody"]["content"]["application/json"]["schema"];
            found.push(Operation {
                method: method.to_uppercase(),
                path: path.clone(),
                access: operation["x-access"].as_str().unwrap().to_owned(),
                parameters: parameters.map(|one| (text(one, "in"), text(one, "name"))).collect(),
                body: body.is_object().then(|| body.clone()),
            });
        }
    }
    found
}

/// Calls every route once as whoever may, with words in its path, its parameters, its body and every header that somebody may send.
async fn plant(platform: &Running, all: &Value, token: &str, planter: &mut Planter) {
    for operation in operations(all) {
        let mut path = operation.path.clone();
        while let (Some(begin), Some(end)) = (path.find('{'), path.find('}')) {
            path.replace_range(begin..=end, &planter.word());
        }
        let query = operation.parameters.iter().filter(|(place, _)| place == "query");
        let query: Vec<String> = query.map(|(_, name)| format!("{name}={}", planter.word())).collect();
        let path = if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) };
        let body = operation.body.as_ref().map(|schema| planter.value(schema, all, 0));
        let bearer = format!("Bearer {token}");
        let names = [
            "user-agent",
            "referer",
            "cookie",
            "origin",
            "x-forwarded-for",
            "x-request-id",
            "accept-language",
            "x-other",
        ];
        let words: Vec<String> = names.iter().map(|_| planter.word()).collect();
        let mut headers: Vec<(&str, &str)> = names.into_iter().zip(words.iter().map(String::as_str)).collect();
        match operation.access.as_str() {
            "operator" => headers.push(("x-admin-token", platform.operator())),
            "public" => {}
            _ => headers.push(("authorization", &bearer)),
        }
        platform.call(&operation.method, &path, &headers, body.as_ref()).await;
        // Whoever is nobody plants where the right token would stand.
        let (forged, key) = (format!("Bearer {}", planter.word()), planter.word());
        let headers = [
            ("authorization", forged.as_str()),
            ("x-admin-token", &key),
            ("x-client-id", &key),
            ("idempotency-key", &key),
        ];
        platform.call(&operation.method, &path, &headers, body.as_ref()).await;
    }
}

/// Saves words for good where an agency can.
async fn keep(platform: &Running, token: &str, planter: &mut Planter) {
    let bearer = format!("Bearer {token}");
    let headers = [("authorization", bearer.as_str())];
    let (a, b, c) = (planter.word(), planter.word(), planter.word());
    let email = format!("{a}@post.example");
    let party = json!({"rooms": [{"adults": 2}]});
    let dates = json!({"check_in": "2027-07-03", "check_out": "2027-07-10"});
    let saved = [
        ("/api/v1/helpdesk/tickets", json!({"subject": a, "text": b})),
        (
            "/api/v1/knowledge/documents",
            json!({"title": a, "text": format!("{b} is served from 7 to 10."), "external_id": c}),
        ),
        ("/api/v1/helpdesk/ask", json!({"question": format!("when is {b} served?")})),
        (
            "/api/v1/enquiries",
            json!({"text": format!("{a} wants to go to Zanzibar"), "fields": {"contact": {"name": b, "email": email}}}),
        ),
        (
            "/api/v1/quotes",
            json!({"traveller": {"name": a, "email": email}, "party": party, "dates": dates, "destination": b}),
        ),
        ("/api/v1/invitations", json!({"email": email, "name": b, "role": "viewer"})),
    ];
    for (path, body) in saved {
        let (status, answer) = platform.call("POST", path, &headers, Some(&body)).await;
        assert!(status < 300, "{path}: {status} {answer}");
    }
    let (subject, name, text) = (planter.word(), planter.word(), planter.word());
    let raw = format!(
        "From: {name} <{name}@post.example>\r\nTo: alpha-travel@in.tripdesk.example\r\nSubject: {subject}\r\nX-Other: {text}\r\n\
         Message-ID: <{name}@post.example>\r\nDate: Mon, 23 Nov 2026 08:00:00 +0200\r\n\r\n{text} for two adults to Zanzibar, 3 to 10 July 2027.\r\n"
    );
    for recipient in ["alpha-travel", &planter.word()] {
        let path = format!("/_local/mail?rcpt={recipient}@in.tripdesk.example&from={name}@post.example");
        let sent = platform.http.post(format!("{}{path}", platform.base)).body(raw.clone()).send().await.unwrap();
        assert!(sent.status().is_success());
    }
    platform.call("POST", "/_local/drain", &[], None).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_planted_anywhere_comes_out_nowhere() {
    let platform = Running::start(&[]).await;
    let email = format!("{MARK}@alpha.example");
    let alpha = platform.agency("alpha-travel", &email, PASSWORD, 100_000).await;
    let beta = platform.agency("beta-travel", "berta@beta.example", "four small whales at the cape", 100_000).await;
    let token = |granted: &Value| granted["access_token"].as_str().unwrap().to_owned();
    let all = serde_json::to_value(tripdesk::functions::openapi()).unwrap();
    let mut planter = Planter::default();
    keep(&platform, &token(&alpha), &mut planter).await;
    plant(&platform, &all, &token(&alpha), &mut planter).await;
    assert!(planter.planted > 1_000, "{} words were planted", planter.planted);

    let bearer = format!("Bearer {}", token(&beta));
    for operation in operations(&all).iter().filter(|operation| operation.method == "GET") {
        let path = operation.path.replace("{id}", "01930b5e-7c5a-7f00-8000-0123456789ab").replace("{token}", "none");
        let (_, answer) = platform.call("GET", &path, &[("authorization", &bearer)], None).await;
        assert!(!answer.to_string().contains(MARK), "{path} tells another agency: {answer}");
    }
    for (path, body) in [
        ("/api/v1/helpdesk/ask", json!({"question": "what is served from 7 to 10?"})),
        ("/api/v1/helpdesk/search", json!({"query": "served from 7 to 10"})),
        (
            "/api/v1/quotes/price",
            json!({"party": {"rooms": [{"adults": 2}]}, "dates": {"check_in": "2027-07-03", "check_out": "2027-07-10"}}),
        ),
    ] {
        let (_, answer) = platform.call("POST", path, &[("authorization", &bearer)], Some(&body)).await;
        assert!(!answer.to_string().contains(MARK), "{path} tells another agency: {answer}");
    }

    let log = platform.log();
    assert!(log.lines().count() > 200, "the log is empty");
    let secrets =
        ["jwt_keys", "link_key", "admin_token"].map(|name| platform.secrets[name].as_str().unwrap().to_owned());
    let tokens = [&alpha, &beta].map(|granted| [token(granted), granted["refresh_token"].as_str().unwrap().to_owned()]);
    let kept_out = [MARK, "@alpha.example", "berta@", "whales", "eyJ", "argon2"].map(str::to_owned).into_iter();
    for secret in kept_out.chain(secrets).chain(tokens.into_iter().flatten()) {
        let line = log.lines().find(|line| line.contains(&secret));
        assert_eq!(line, None, "{secret} stands in the log");
    }
}
