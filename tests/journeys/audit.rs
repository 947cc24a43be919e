//! The audit log (`product.md` section 8): each route that changes something and is an admin's or the operator's is called once, and
//! its entry looked for. Routes come out of the API's own description, so that one without an entry here fails.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::{
    account_links,
    operator::{operate, provisioned},
    support::{World, enquiry},
};

/// What each of these routes leaves in the log.
const ENTRIES: [(&str, &str); 32] = [
    ("POST /api/v1/admin/knowledge/documents", "global_knowledge.changed"),
    ("PATCH /api/v1/admin/knowledge/documents/{id}", "global_knowledge.changed"),
    ("DELETE /api/v1/admin/knowledge/documents/{id}", "global_knowledge.removed"),
    ("POST /api/v1/admin/mail/{id}/route", "mail.routed"),
    ("POST /api/v1/admin/tenants", "tenant.created"),
    ("POST /api/v1/admin/tenants/import", "tenant.imported"),
    ("PATCH /api/v1/admin/tenants/{id}", "tenant.changed"),
    ("POST /api/v1/admin/tenants/{id}/invite", "invitation.created"),
    ("POST /api/v1/admin/tenants/{id}/suspend", "tenant.suspended"),
    ("POST /api/v1/admin/tenants/{id}/activate", "tenant.activated"),
    ("DELETE /api/v1/admin/tenants/{id}", "tenant.deleted"),
    ("POST /api/v1/admin/tenants/{id}/purge", "tenant.purged"),
    ("PUT /api/v1/extras", "extras.changed"),
    ("PUT /api/v1/fx", "fx.changed"),
    ("POST /api/v1/invitations", "invitation.created"),
    ("POST /api/v1/invitations/{id}/resend", "invitation.resent"),
    ("DELETE /api/v1/invitations/{id}", "invitation.revoked"),
    ("POST /api/v1/knowledge/documents", "knowledge.changed"),
    ("PATCH /api/v1/knowledge/documents/{id}", "knowledge.changed"),
    ("DELETE /api/v1/knowledge/documents/{id}", "knowledge.removed"),
    ("POST /api/v1/knowledge/uploads", "knowledge.changed"),
    ("POST /api/v1/rates/import", "rates.imported"),
    ("PUT /api/v1/rates/{id}", "rates.changed"),
    ("DELETE /api/v1/rates/{id}", "rates.changed"),
    ("PATCH /api/v1/tenants/me", "tenant.changed"),
    ("PUT /api/v1/tenants/me/logo", "tenant.logo"),
    ("DELETE /api/v1/tenants/me/logo", "tenant.logo"),
    ("POST /api/v1/tenants/me/mailboxes", "mailbox.added"),
    ("DELETE /api/v1/tenants/me/mailboxes", "mailbox.removed"),
    ("PATCH /api/v1/users/{id}", "user.changed"),
    ("DELETE /api/v1/users/{id}", "user.removed"),
    ("GET /api/v1/admin/tenants/{id}/export", "tenant.exported"),
];

/// Routes of these roles that change something, as the description has them.
fn described() -> BTreeSet<String> {
    let description = serde_json::to_value(tripdesk::functions::openapi()).unwrap();
    let mut found = BTreeSet::new();
    for (path, item) in description["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let access = operation["x-access"].as_str().unwrap_or_default();
            if method != "get" && ["admin", "operator"].contains(&access) {
                found.insert(format!("{} {path}", method.to_uppercase()));
            }
        }
    }
    found
}

#[test]
fn every_route_of_an_admin_or_the_operator_has_its_entry() {
    let known: BTreeSet<String> =
        ENTRIES.iter().map(|(route, _)| (*route).to_owned()).filter(|route| !route.starts_with("GET")).collect();
    assert_eq!(described(), known);
}

/// Calls routes, and keeps what the log said of each.
struct Walk<'a> {
    world: &'a World,
    seen: BTreeSet<String>,
    left: BTreeMap<&'static str, &'static str>,
}

impl Walk<'_> {
    /// Entries that are new since the last look.
    async fn new_entries(&mut self) -> Vec<Value> {
        let (status, log) = operate(self.world, "GET", "admin/audit?limit=100", None).await;
        assert_eq!(status, 200, "{log}");
        let entries = log["items"].as_array().unwrap().clone();
        entries.into_iter().filter(|entry| self.seen.insert(entry["id"].as_str().unwrap().to_owned())).collect()
    }

    /// A call of the route's own caller, with its path filled in; its entry must be there afterwards.
    async fn call(&mut self, route: &'static str, ids: &str, body: Option<Value>) -> Value {
        let body = body.map(|body| ("application/json", body.to_string().into_bytes()));
        self.send(route, ids, body).await
    }

    async fn send(&mut self, route: &'static str, ids: &str, body: Option<(&str, Vec<u8>)>) -> Value {
        let action = self.left.remove(route).unwrap_or_else(|| panic!("{route} is not in the list"));
        self.new_entries().await;
        let (method, path) = route.split_once(' ').unwrap();
        let path = if path.contains("{id}") { path.replace("{id}", ids) } else { format!("{path}{ids}") };
        let call = self.world.http.request(method.parse().unwrap(), format!("{}{path}", self.world.base));
        let call = if path.contains("/admin/") {
            call.header("x-admin-token", &self.world.started.secrets.admin_token)
        } else {
            call.bearer_auth(&self.world.token)
        };
        let call = match body {
            Some((kind, bytes)) => call.header("content-type", kind).body(bytes),
            None => call,
        };
        let answer = call.send().await.unwrap();
        let status = answer.status();
        let bytes = answer.bytes().await.unwrap();
        assert!(status.is_success(), "{route}: {status} {}", String::from_utf8_lossy(&bytes));
        let entries = self.new_entries().await;
        let entry = entries.iter().find(|entry| entry["action"] == action);
        let entry = entry.unwrap_or_else(|| panic!("{route} left {entries:?} and no {action}"));
        let actor = if path.contains("/admin/") { "operator" } else { "user" };
        assert_eq!(entry["actor"]["kind"], actor, "{route}");
        assert!(!entry["request_id"].as_str().unwrap().is_empty(), "{route}");
        serde_json::from_slice(&bytes).unwrap_or(Value::Null)
    }
}

fn id(record: &Value) -> String {
    record["id"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_admins_and_the_operator_do_is_on_record() {
    let world = World::new().await;
    let member = account_links::join(&world, "sipho@sunbird.example", "viewer").await;
    let mut walk = Walk { world: &world, seen: BTreeSet::new(), left: ENTRIES.into_iter().collect() };
    what_an_admin_does(&mut walk, &member).await;
    what_the_operator_does(&mut walk).await;
    assert!(walk.left.is_empty(), "not called: {:?}", walk.left);
    let log = world.get("/api/v1/audit?limit=100").await;
    let own: BTreeSet<&str> =
        log["items"].as_array().unwrap().iter().map(|entry| entry["action"].as_str().unwrap()).collect();
    for action in ["rates.imported", "extras.changed", "fx.changed", "knowledge.removed", "user.removed", "mail.routed"]
    {
        assert!(own.contains(action), "the agency's admin sees {action}");
    }
    assert!(!own.contains("tenant.purged") && !own.contains("global_knowledge.changed"));
    for planted in ["sipho@sunbird.example", "new@sunbird.example", "stray@post.example"] {
        assert!(!log.to_string().contains(planted), "{planted} stands in the log");
    }
}

async fn what_an_admin_does(walk: &mut Walk<'_>, member: &str) {
    let world = walk.world;
    let extras = world.get("/api/v1/extras").await;
    walk.call("PUT /api/v1/extras", "", Some(extras)).await;
    let rates = world.get("/api/v1/fx").await["rates"].clone();
    walk.call("PUT /api/v1/fx", "", Some(json!({"rates": rates}))).await;
    let sheet = world.bytes("/api/v1/rates/export").await;
    walk.send("POST /api/v1/rates/import", "", Some(("text/csv", sheet))).await;
    let mut rate = world.get("/api/v1/rates?limit=1").await["items"][0].clone();
    let rate_id = id(&rate);
    rate.as_object_mut().unwrap().remove("id");
    let changed = walk.call("PUT /api/v1/rates/{id}", &rate_id, Some(rate)).await;
    walk.call("DELETE /api/v1/rates/{id}", &id(&changed), None).await;

    let new = json!({"email": "new@sunbird.example", "name": "N", "role": "viewer"});
    let invitation = id(&walk.call("POST /api/v1/invitations", "", Some(new)).await);
    walk.call("POST /api/v1/invitations/{id}/resend", &invitation, None).await;
    walk.call("DELETE /api/v1/invitations/{id}", &invitation, None).await;
    let me = world.http.get(format!("{}/api/v1/auth/me", world.base)).bearer_auth(member).send().await.unwrap();
    let user = id(&me.json().await.unwrap());
    walk.call("PATCH /api/v1/users/{id}", &user, Some(json!({"role": "consultant"}))).await;
    walk.call("DELETE /api/v1/users/{id}", &user, None).await;

    let text = json!({"title": "Breakfast", "text": "Breakfast is served from 7 to 10."});
    let document = id(&walk.call("POST /api/v1/knowledge/documents", "", Some(text)).await);
    walk.call("PATCH /api/v1/knowledge/documents/{id}", &document, Some(json!({"title": "Meals"}))).await;
    walk.call("DELETE /api/v1/knowledge/documents/{id}", &document, None).await;
    walk.call("POST /api/v1/knowledge/uploads", "", Some(json!({"name": "a.md"}))).await;

    let version = world.get("/api/v1/tenants/me").await["version"].clone();
    let change = json!({"version": version, "config": {"branding": {"primary_color": "#102030"}}});
    walk.call("PATCH /api/v1/tenants/me", "", Some(change)).await;
    let pixel = data_encoding::BASE64.decode(crate::plan::PIXEL.as_bytes()).unwrap();
    walk.send("PUT /api/v1/tenants/me/logo", "", Some(("image/png", pixel))).await;
    walk.call("DELETE /api/v1/tenants/me/logo", "", None).await;
    let mailbox = json!({"address": "groups@in.tripdesk.example"});
    walk.call("POST /api/v1/tenants/me/mailboxes", "", Some(mailbox)).await;
    walk.call("DELETE /api/v1/tenants/me/mailboxes", "?address=groups@in.tripdesk.example", None).await;
}

async fn what_the_operator_does(walk: &mut Walk<'_>) {
    let world = walk.world;
    let text = json!({"title": "Visas", "text": "A visa takes ten days."});
    let document = id(&walk.call("POST /api/v1/admin/knowledge/documents", "", Some(text)).await);
    walk.call("PATCH /api/v1/admin/knowledge/documents/{id}", &document, Some(json!({"title": "Visa"}))).await;
    walk.call("DELETE /api/v1/admin/knowledge/documents/{id}", &document, None).await;
    let raw = enquiry("stray").replace('\n', "\r\n");
    let call = world.http.post(format!("{}/_local/mail", world.base));
    let call = call.query(&[("rcpt", "nobody@in.tripdesk.example"), ("from", "stray@post.example")]).body(raw);
    call.send().await.unwrap().error_for_status().unwrap();
    world.settle().await;
    let stray = id(&operate(world, "GET", "admin/mail/unrouted", None).await.1["items"][0]);
    walk.call("POST /api/v1/admin/mail/{id}/route", &stray, Some(json!({"tenant_id": "sunbird-travel"}))).await;

    walk.call("POST /api/v1/admin/tenants", "", Some(crate::operator::agency("blue-horizon"))).await;
    let yaml = "client: {id: marula, name: Marula, timezone: UTC, currency: USD}\n";
    let files = json!({"files": [{"path": "marula/client.yaml", "text": yaml}]});
    walk.call("POST /api/v1/admin/tenants/import", "", Some(files)).await;
    let made = provisioned(world, "green-valley").await;
    let change = json!({"version": made["version"], "name": "Green"});
    walk.call("PATCH /api/v1/admin/tenants/{id}", "green-valley", Some(change)).await;
    let email = json!({"email": "new@green.example"});
    walk.call("POST /api/v1/admin/tenants/{id}/invite", "green-valley", Some(email)).await;
    walk.call("GET /api/v1/admin/tenants/{id}/export", "green-valley", None).await;
    walk.call("POST /api/v1/admin/tenants/{id}/suspend", "green-valley", None).await;
    walk.call("POST /api/v1/admin/tenants/{id}/activate", "green-valley", None).await;
    walk.call("DELETE /api/v1/admin/tenants/{id}", "green-valley", None).await;
    walk.call("POST /api/v1/admin/tenants/{id}/purge", "green-valley", None).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quote_that_a_person_sends_or_takes_back_is_on_record() {
    let world = World::new().await;
    world.mail(&enquiry("anna")).await;
    world.settle().await;
    let quote = id(&world.quotes().await[0]);
    assert_eq!(world.call("POST", &format!("/api/v1/quotes/{quote}/revise"), None).await.0, 201);
    assert_eq!(world.call("POST", &format!("/api/v1/quotes/{quote}/send"), None).await.0, 202);
    world.settle().await;
    assert_eq!(world.call("POST", &format!("/api/v1/quotes/{quote}/withdraw"), None).await.0, 200);
    for action in ["quote.sent", "quote.withdrawn"] {
        let log = world.get(&format!("/api/v1/audit?action={action}")).await;
        assert_eq!(
            (log["items"].as_array().unwrap().len(), &log["items"][0]["subject"]),
            (1, &json!(quote)),
            "{action}"
        );
        assert_eq!(log["items"][0]["actor"]["kind"], "user");
    }
}
