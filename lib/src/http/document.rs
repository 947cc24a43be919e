//! The frame of the API's description (OpenAPI 3.1). The routes describe themselves; what stands around every one of them is
//! added here, so that no route has to name it.

use utoipa::{
    Modify, OpenApi,
    openapi::{
        self, Content, OpenApi as Document, Ref, RefOr, Response, Schema,
        path::{Operation, ParameterBuilder, ParameterIn},
        security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme},
    },
};
use utoipa_axum::router::OpenApiRouter;

use super::health;
use crate::runtime::App;

/// A router that holds nothing but the description's frame; functions' routers are merged into it.
#[must_use]
pub fn document() -> OpenApiRouter<App> {
    #[derive(OpenApi)]
    #[openapi(
        info(title = "Tripdesk", description = "The back office of travel agencies. Money is exact: `{\"amount\":\"1234.50\",\"currency\":\"ZAR\"}`. Every error is a problem document (RFC 9457)."),
        paths(health::health),
        modifiers(&Securities)
    )]
    struct Frame;
    OpenApiRouter::with_openapi(Frame::openapi())
}

/// Adds to each operation what the shell may answer in its place, and names the type that every error really has.
pub fn complete(document: &mut Document) {
    for (path, item) in &mut document.paths.paths {
        for (method, operation) in operations_mut(item) {
            for status in outer_answers(&method, path, operation) {
                let problem = Response::builder().description(text(status)).content(PROBLEM, problem()).build();
                operation.responses.responses.entry(status.to_owned()).or_insert(RefOr::T(problem));
            }
            if is_repeatable(&method, path) {
                operation.parameters.get_or_insert_default().push(RefOr::T(idempotency_key()));
            }
            for (status, answer) in &mut operation.responses.responses {
                if let (true, RefOr::T(answer)) = (status.as_str() >= "400", answer) {
                    name_problems(answer);
                }
            }
        }
    }
    open_parts(document);
}

/// Every error may be a problem document; a few routes have something of their own to say beside it.
fn name_problems(answer: &mut Response) {
    let is_own = |content: &RefOr<Content>| {
        let RefOr::T(content) = content else { return true };
        !matches!(&content.schema, Some(RefOr::Ref(named)) if named.ref_location.ends_with("/Problem"))
    };
    answer.content.retain(|_, content| is_own(content));
    answer.content.insert(PROBLEM.to_owned(), RefOr::T(problem()));
}

/// A schema that refuses unknown members cannot be a part of a larger one: it would refuse the other parts' members.
fn open_parts(document: &mut Document) {
    let Some(components) = document.components.as_mut() else { return };
    let wholes = components.schemas.values().filter_map(|schema| match schema {
        RefOr::T(Schema::AllOf(whole)) => Some(whole),
        _ => None,
    });
    let parts: Vec<String> = wholes
        .flat_map(|whole| &whole.items)
        .filter_map(|part| match part {
            RefOr::Ref(named) => named.ref_location.rsplit('/').next().map(str::to_owned),
            RefOr::T(_) => None,
        })
        .collect();
    for part in parts {
        if let Some(RefOr::T(Schema::Object(part))) = components.schemas.get_mut(&part) {
            part.additional_properties = None;
        }
    }
}

const PROBLEM: &str = "application/problem+json";

/// Statuses that a caller may get before, or instead of, the handler's own.
fn outer_answers(method: &http::Method, path: &str, operation: &Operation) -> Vec<&'static str> {
    let mut statuses = vec!["429", "503"];
    if operation.security.as_ref().is_some_and(|security| !security.is_empty()) {
        statuses.extend(["400", "401", "403"]);
    }
    if operation.parameters.as_ref().is_some_and(|parameters| !parameters.is_empty()) {
        statuses.push("400");
    }
    if path.contains('{') {
        statuses.push("404");
    }
    if operation.request_body.is_some() {
        statuses.extend(["400", "413", "415"]);
    }
    if is_repeatable(method, path) {
        statuses.extend(["400", "409", "413", "422"]);
    }
    statuses
}

fn is_repeatable(method: &http::Method, path: &str) -> bool {
    method == http::Method::POST && !path.starts_with("/api/v1/auth/")
}

fn idempotency_key() -> openapi::path::Parameter {
    ParameterBuilder::new()
        .name("Idempotency-Key")
        .parameter_in(ParameterIn::Header)
        .description(Some(
            "The same request with the same key is carried out once; within a day its answer is given again.",
        ))
        .schema(Some(
            openapi::ObjectBuilder::new()
                .schema_type(openapi::schema::Type::String)
                .min_length(Some(1))
                .max_length(Some(255))
                .pattern(Some("^[!-~]+$")),
        ))
        .build()
}

fn problem() -> Content {
    Content::new(Some(RefOr::Ref(Ref::from_schema_name("Problem"))))
}

fn text(status: &str) -> &'static str {
    match status {
        "400" => "The request breaks a rule; each bad field is named",
        "401" => "No session, or one that no longer holds",
        "403" => "Not for this caller",
        "404" => "Does not exist, or belongs to somebody else",
        "409" => "Not now: the state does not allow it, or a request with the same key is being worked on",
        "413" => "The body is too large",
        "415" => "The body is of another type",
        "422" => "The Idempotency-Key came with another body before",
        "429" => "Too many requests; Retry-After says when to come back",
        _ => "Temporarily unavailable; Retry-After says when to come back",
    }
}

fn operations_mut(item: &mut openapi::PathItem) -> impl Iterator<Item = (http::Method, &mut Operation)> {
    use http::Method;
    let all = [
        (Method::GET, &mut item.get),
        (Method::PUT, &mut item.put),
        (Method::POST, &mut item.post),
        (Method::DELETE, &mut item.delete),
        (Method::PATCH, &mut item.patch),
    ];
    all.into_iter().filter_map(|(method, operation)| Some((method, operation.as_mut()?)))
}

struct Securities;

impl Modify for Securities {
    fn modify(&self, document: &mut openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        let bearer = SecurityScheme::Http(Http::builder().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build());
        components.add_security_scheme("bearer", bearer);
        components
            .add_security_scheme("operator", SecurityScheme::ApiKey(ApiKey::Header(ApiKeyValue::new("X-Admin-Token"))));
    }
}
