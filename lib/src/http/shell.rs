//! What stands around every router: the request id, the security headers, CORS, problem bodies, and the net under panics.

use std::{panic::AssertUnwindSafe, time::Instant};

use axum::{
    Router,
    extract::{MatchedPath, Request, State},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use tracing::Instrument;
use utoipa_axum::router::OpenApiRouter;

use super::{
    Meter,
    access::{self, Access},
    health, idempotency,
    problem::{Unsent, Wire, problem},
    security::{API_POLICY, secure},
    unread::Lent,
};
use crate::{
    config::Settings,
    error::{Error, Result},
    ids,
    limiter::Counter,
    limits::Limit,
    metrics::{self, Figure},
    runtime::{App, ClientAddress},
    telemetry,
};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The id of the request at hand.
#[derive(Debug, Clone)]
pub struct RequestId(pub String);

/// Finishes a router: unknown paths and wrong methods get problem documents, and every answer its headers.
pub fn shell(router: OpenApiRouter<App>, app: App) -> Router {
    let (router, description) = router.split_for_parts();
    let access = Access::of(&description);
    router
        .route("/health", get(health::health))
        .fallback(async || Wire(Error::NotFound("resource")))
        .method_not_allowed_fallback(async || {
            problem(StatusCode::METHOD_NOT_ALLOWED, "the method is not allowed here".to_owned(), Vec::new(), None)
        })
        .layer(middleware::from_fn_with_state(app.clone(), idempotency::once))
        .layer(middleware::from_fn_with_state((app.clone(), access), access::check))
        .layer(middleware::from_fn_with_state(app.clone(), around))
        .with_state(app)
}

async fn around(State(app): State<App>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let request_id = request_id(request.headers()).unwrap_or_else(|| ids::new_id(app.clock.now()));
    let meter = Meter::default();
    let origin = allowed_origin(&app.settings.cors_origins, request.headers());
    let method = request.method().clone();
    let span = tracing::info_span!(
        "request",
        request_id = %request_id,
        function = tracing::field::Empty,
        tenant = tracing::field::Empty
    );
    let (mut request, unread) = Lent::out_of(request);
    request.extensions_mut().insert(RequestId(request_id.clone()));
    request.extensions_mut().insert(meter.clone());
    let preflight = method == Method::OPTIONS && request.headers().contains_key(header::ACCESS_CONTROL_REQUEST_METHOD);
    let answer = async {
        let route = route(&request);
        let response = match within_limits(&app, &mut request, &meter).await {
            Err(refused) => Wire(refused).into_response(),
            Ok(()) if preflight => StatusCode::NO_CONTENT.into_response(),
            Ok(()) => caught(next.run(request)).await,
        };
        let status = response.status().as_u16();
        let micros = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
        let cold = telemetry::first_call();
        tracing::info!(method = word(&method), route, status, micros, cold, "request");
        metrics::count(Figure::Requests, class(status));
        metrics::measure(Figure::Latency, "", micros / 1_000);
        if cold {
            metrics::count(Figure::ColdStarts, "");
        }
        response
    };
    let mut response = finished(answer.instrument(span).await, &request_id);
    unread.drain().await;
    let headers = response.headers_mut();
    secure(headers, API_POLICY);
    meter.tell(headers);
    if let Ok(value) = HeaderValue::from_str(&request_id) {
        headers.insert(REQUEST_ID, value);
    }
    headers.append(header::VARY, HeaderValue::from_static("Origin"));
    if let Some(origin) = origin {
        allow(headers, origin, preflight);
    }
    response
}

/// Lets a request through that its address has room for. Where the address is not known, the limits of tenant and user hold.
async fn within_limits(app: &App, request: &mut Request, meter: &Meter) -> Result<()> {
    let Some(address) = client_address(&app.settings, request) else { return Ok(()) };
    request.extensions_mut().insert(address);
    let limit = Limit::per_minute(app.settings.requests_per_address);
    let verdict = app.limiter.admit(&[(Counter::of_address(address.0), limit)], app.clock.now()).await;
    meter.note(verdict);
    verdict.refused.map_or(Ok(()), |wait| Err(Error::TooMany(wait)))
}

/// The address that the gateway saw; or, where the content network proves itself with its key, the one that it saw. What
/// a caller writes into `X-Forwarded-For` is never looked at.
fn client_address(settings: &Settings, request: &Request) -> Option<ClientAddress> {
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    let proven = settings.edge_key.as_ref().zip(header("x-edge-key")).is_some_and(|(key, sent)| {
        aws_lc_rs::constant_time::verify_slices_are_equal(key.reveal().as_bytes(), sent.as_bytes()).is_ok()
    });
    let viewer = header("x-viewer-address").filter(|_| proven).and_then(|address| address.parse().ok());
    viewer.map(ClientAddress).or_else(|| request.extensions().get::<ClientAddress>().copied())
}

/// A method by its name; what is none of HTTP's own is anybody's word.
fn word(method: &Method) -> &'static str {
    const KNOWN: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
    KNOWN.into_iter().find(|known| *known == method.as_str()).unwrap_or("other")
}

/// The status as a kind of figure.
fn class(status: u16) -> &'static str {
    match status {
        ..400 => "2xx",
        400..500 => "4xx",
        _ => "5xx",
    }
}

/// The route that a request came to, as the description has it: what stands in a path itself (ids, tokens, anybody's words)
/// does not belong in logs.
fn route(request: &Request) -> String {
    request.extensions().get::<MatchedPath>().map_or_else(|| "none".to_owned(), |path| path.as_str().to_owned())
}

/// Runs a handler; a panic becomes a 500 and a log line, not a dead instance.
async fn caught(handler: impl Future<Output = Response>) -> Response {
    match futures_util::FutureExt::catch_unwind(AssertUnwindSafe(handler)).await {
        Ok(response) => response,
        // Its words may hold what somebody sent; the hook of `telemetry` has logged where it came from.
        Err(_) => Wire(Error::internal("panic")).into_response(),
    }
}

/// Writes the problem document, now that the request id is known. What axum itself refused gets one, too.
fn finished(mut response: Response, request_id: &str) -> Response {
    let unsent = response.extensions_mut().remove::<Unsent>();
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    let problem = match unsent {
        Some(Unsent(problem)) => problem,
        None if is_error && !is_json(&response) => {
            match problem(status, generic(status), Vec::new(), None).extensions_mut().remove::<Unsent>() {
                Some(Unsent(problem)) => problem,
                None => return response,
            }
        }
        None => return response,
    };
    let problem = super::Problem { request_id: request_id.to_owned(), ..problem };
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    let (mut parts, _) = response.into_parts();
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, body.into())
}

fn generic(status: StatusCode) -> String {
    status.canonical_reason().unwrap_or("error").to_ascii_lowercase()
}

fn is_json(response: &Response) -> bool {
    let content_type = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    content_type.is_some_and(|content_type| content_type.contains("json") || content_type.starts_with("text/html"))
}

/// A caller's own request id, if it is a UUID: any other text could be a secret, and would stand in the logs.
fn request_id(headers: &HeaderMap) -> Option<String> {
    let id = headers.get(REQUEST_ID)?.to_str().ok()?;
    ids::is_id(id).then(|| id.to_owned())
}

fn allowed_origin(allowed: &[String], headers: &HeaderMap) -> Option<HeaderValue> {
    let origin = headers.get(header::ORIGIN)?;
    let known = allowed.iter().any(|known| known.as_bytes() == origin.as_bytes());
    known.then(|| origin.clone())
}

fn allow(headers: &mut HeaderMap, origin: HeaderValue, preflight: bool) {
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.insert(header::ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
    headers.insert(
        header::ACCESS_CONTROL_EXPOSE_HEADERS,
        HeaderValue::from_static(
            "X-Request-Id, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Idempotency-Replayed",
        ),
    );
    if preflight {
        headers.insert(
            header::ACCESS_CONTROL_ALLOW_METHODS,
            HeaderValue::from_static("GET, POST, PUT, PATCH, DELETE, OPTIONS"),
        );
        headers.insert(
            header::ACCESS_CONTROL_ALLOW_HEADERS,
            HeaderValue::from_static(
                "Authorization, Content-Type, Idempotency-Key, X-Admin-Token, X-Client-ID, X-Request-Id",
            ),
        );
        headers.insert(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("600"));
    }
}
