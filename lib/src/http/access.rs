//! Who may call what: each operation's own description says it (`x-access`), and it is held here, before a body is read.
//!
//! Invariant: what the description says is what happens. `public` needs no token; `operator` is checked by the operator's own
//! extractor; for the rest a session of at least that role is there before the handler runs.

use std::{collections::HashMap, sync::Arc};

use axum::{
    extract::{FromRequestParts, MatchedPath, Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::Method;
use utoipa::openapi::{OpenApi, path::Operation};

use super::problem::Wire;
use crate::{runtime::App, session::Session, user::Role};

/// The extension of an operation's description that names the least role that may call it.
pub const X_ACCESS: &str = "x-access";

/// The least role of each operation that needs a session.
#[derive(Debug, Clone)]
pub(super) struct Access(Arc<HashMap<(Method, String), Role>>);

impl Access {
    /// As the descriptions say.
    pub(super) fn of(description: &OpenApi) -> Self {
        let roles = description.paths.paths.iter().flat_map(|(path, item)| {
            operations(item).filter_map(move |(method, operation)| Some(((method, path.clone()), role(operation)?)))
        });
        Self(Arc::new(roles.collect()))
    }

    fn least(&self, request: &Request) -> Option<Role> {
        let path = request.extensions().get::<MatchedPath>()?.as_str().to_owned();
        let method = if request.method() == Method::HEAD { Method::GET } else { request.method().clone() };
        self.0.get(&(method, path)).copied()
    }
}

/// Lets those through whom the description names; the handler finds their session made.
pub(super) async fn check(State((app, access)): State<(App, Access)>, request: Request, next: Next) -> Response {
    let Some(least) = access.least(&request) else { return next.run(request).await };
    let (mut parts, body) = request.into_parts();
    let session = match Session::from_request_parts(&mut parts, &app).await {
        Ok(session) => session,
        Err(refused) => return refused.into_response(),
    };
    if let Err(refused) = session.require(least) {
        return Wire(refused).into_response();
    }
    parts.extensions.insert(session);
    next.run(Request::from_parts(parts, body)).await
}

/// What an operation's description names.
fn role(operation: &Operation) -> Option<Role> {
    match operation.extensions.as_ref()?.get(X_ACCESS)?.as_str()? {
        "viewer" => Some(Role::Viewer),
        "consultant" => Some(Role::Consultant),
        "admin" => Some(Role::Admin),
        _ => None,
    }
}

/// The operations of a path with their methods.
fn operations(item: &utoipa::openapi::PathItem) -> impl Iterator<Item = (Method, &Operation)> {
    let all = [
        (Method::GET, &item.get),
        (Method::PUT, &item.put),
        (Method::POST, &item.post),
        (Method::DELETE, &item.delete),
        (Method::PATCH, &item.patch),
    ];
    all.into_iter().filter_map(|(method, operation)| Some((method, operation.as_ref()?)))
}
