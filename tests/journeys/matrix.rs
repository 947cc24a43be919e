//! Every route as everybody (`hostile.md`, T1, T4, T7, T8, A3): out of the API's own description, so that a route without a rule
//! fails here.

use serde_json::{Value, json};
use tripdesk_core::{
    http::X_ACCESS,
    ids,
    session::{SessionRecord, access_token},
    store::Key,
    tenant::{Slug, Tenant},
    user::{Role, User},
};

use crate::support::World;

/// Who calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Caller {
    Nobody,
    Expired,
    SignedOut,
    Viewer,
    Consultant,
    Admin,
    Operator,
    /// An admin of another agency who names this one.
    Stranger,
}

const CALLERS: [Caller; 8] = [
    Caller::Nobody,
    Caller::Expired,
    Caller::SignedOut,
    Caller::Viewer,
    Caller::Consultant,
    Caller::Admin,
    Caller::Operator,
    Caller::Stranger,
];

/// A route as its description gives it.
struct Route {
    method: String,
    path: String,
    access: Option<String>,
    has_body: bool,
}

fn routes() -> Vec<Route> {
    let description = serde_json::to_value(tripdesk::functions::openapi()).unwrap();
    let paths = description["paths"].as_object().unwrap().clone();
    let each = paths.into_iter().flat_map(|(path, item)| {
        let operations = item.as_object().unwrap().clone();
        operations.into_iter().map(move |(method, operation)| Route {
            method: method.to_uppercase(),
            path: path.clone(),
            access: operation[X_ACCESS].as_str().map(str::to_owned),
            has_body: operation.get("requestBody").is_some(),
        })
    });
    each.collect()
}

/// The agency, another one, and a user of each to make more from.
struct Cast {
    own: (Tenant, User),
    other: (Tenant, User),
}

impl Cast {
    async fn of(world: &World) -> Self {
        let store = &world.started.app.store;
        let own = store.user_of_login(&world.started.demo.as_ref().unwrap().email).await.unwrap().unwrap();
        let id = Slug::parse("other-agency").unwrap();
        let tenant = Tenant { id: id.clone(), ..own.0.clone() };
        let email = "boss@other.example".to_owned();
        let user = User { id: ids::new_id(world.started.app.clock.now()), tenant_id: id, email, ..own.1.clone() };
        let made = store.create_tenant(&tenant, &tenant.default_mailbox("in.tripdesk.example"), &user).await.unwrap();
        made.or_conflict("made before").unwrap();
        Self { own, other: (tenant, user) }
    }

    /// A token of a session that began just now, or that ended.
    async fn token(&self, world: &World, caller: Caller) -> Option<String> {
        let app = &world.started.app;
        let ((tenant, user), role) = match caller {
            Caller::Nobody | Caller::Operator => return None,
            Caller::Viewer => (&self.own, Role::Viewer),
            Caller::Consultant => (&self.own, Role::Consultant),
            Caller::Stranger => (&self.other, Role::Admin),
            Caller::Admin | Caller::Expired | Caller::SignedOut => (&self.own, Role::Admin),
        };
        let now = app.clock.now();
        let user = User { id: ids::new_id(now), role, ..user.clone() };
        let tenant = tenant.operated();
        app.store.put(&Key::of(&tenant, "user", &user.id), &user).await.unwrap();
        let given_at = if caller == Caller::Expired { now - jiff::SignedDuration::from_hours(1) } else { now };
        let session = SessionRecord {
            id: ids::new_id(now),
            user_id: user.id.clone(),
            epoch: user.epoch,
            version: 1,
            created_at: given_at,
            refreshed_at: given_at,
            expires_at: now.as_second() + 600,
            device: String::new(),
            address: None,
        };
        if caller != Caller::SignedOut {
            let key = Key::of(&tenant, "session", format!("{}#{}", user.id, session.id));
            app.store.put(&key, &session).await.unwrap();
        }
        Some(access_token(&app.keys, &tenant, &session).unwrap())
    }
}

async fn call(world: &World, cast: &Cast, route: &Route, caller: Caller) -> (u16, Value) {
    let id = ids::new_id(world.started.app.clock.now());
    let path: String = route.path.split('{').enumerate().fold(String::new(), |path, (place, part)| match place {
        0 => part.to_owned(),
        _ => format!("{path}{id}{}", part.split_once('}').unwrap().1),
    });
    let mut request = world.http.request(route.method.parse().unwrap(), format!("{}{path}", world.base));
    if let Some(token) = cast.token(world, caller).await {
        request = request.bearer_auth(token);
    }
    match caller {
        Caller::Operator => request = request.header("x-admin-token", &world.started.secrets.admin_token),
        Caller::Stranger => request = request.header("x-client-id", cast.own.0.id.as_str()),
        _ => {}
    }
    if route.has_body {
        request = request.json(&json!({}));
    }
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap_or(Value::Null))
}

/// What the description promises this caller: the status of a refusal, or `None` for being let in.
fn refusal(access: &str, caller: Caller) -> Option<u16> {
    let rank = |caller| match caller {
        Caller::Viewer => Some(0),
        Caller::Consultant => Some(1),
        Caller::Admin => Some(2),
        _ => None,
    };
    let least = match access {
        "operator" => return (caller != Caller::Operator).then_some(401),
        "viewer" => 0,
        "consultant" => 1,
        "admin" => 2,
        _ => return None,
    };
    match (rank(caller), caller) {
        (Some(rank), _) => (rank < least).then_some(403),
        (None, Caller::Stranger) => Some(403),
        (None, _) => Some(401),
    }
}

#[test]
fn every_route_says_who_may_call_it() {
    let known = ["public", "viewer", "consultant", "admin", "operator"];
    let without: Vec<_> = routes()
        .into_iter()
        .filter(|route| !route.access.as_deref().is_some_and(|access| known.contains(&access)))
        .map(|route| format!("{} {}", route.method, route.path))
        .collect();
    assert!(without.is_empty(), "without {X_ACCESS}: {without:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_holds_to_it_as_everybody() {
    let world = World::new().await;
    let cast = Cast::of(&world).await;
    let mut wrong = Vec::new();
    for route in routes() {
        let Some(access) = route.access.as_deref() else { continue };
        for caller in CALLERS {
            let (status, body) = call(&world, &cast, &route, caller).await;
            let fits = match refusal(access, caller) {
                Some(403) => status == 403,
                Some(_) => status == 401 || (access == "operator" && status == 403),
                None if access == "public" => status < 500,
                None => ![401, 403, 405].contains(&status) && (status < 500 || status == 503),
            };
            if !fits {
                wrong.push(format!("{} {} ({access}) as {caller:?}: {status} {body}", route.method, route.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
