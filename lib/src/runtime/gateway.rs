//! An HTTP API event (payload format 2.0) as an `http::Request`, and the answer back.

use std::net::IpAddr;

use axum::{Router, body::Body};
use base64::{Engine, engine::general_purpose::STANDARD};
use http::Request;
use http_body_util::BodyExt;
use lambda_http::RequestExt;
use serde_json::{Value, json};
use tower::ServiceExt;

/// The address that the gateway saw; what a caller writes into `X-Forwarded-For` is never believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientAddress(pub IpAddr);

/// Whether an event is an HTTP request.
pub(super) fn is_http(event: &Value) -> bool {
    event.get("requestContext").is_some_and(|context| context.get("http").is_some())
}

/// Calls the router with the event's request.
pub(super) async fn call(router: Router, event: &Value) -> Result<Value, lambda_runtime::Error> {
    let request = lambda_http::request::from_str(&event.to_string())?;
    let address = event["requestContext"]["http"]["sourceIp"].as_str().and_then(|ip| ip.parse().ok());
    let path = request.raw_http_path().to_owned();
    let (mut parts, body) = request.into_parts();
    // The stage's name, where there is one, is no part of our paths.
    if let Some(query) = parts.uri.query() {
        parts.uri = format!("{path}?{query}").parse()?;
    } else if !path.is_empty() {
        parts.uri = path.parse()?;
    }
    if let Some(address) = address {
        parts.extensions.insert(ClientAddress(address));
    }
    let response = router.oneshot(Request::from_parts(parts, Body::from(body.to_vec()))).await?;
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await?.to_bytes();
    let (body, is_base64) = match std::str::from_utf8(&bytes) {
        Ok(text) => (text.to_owned(), false),
        Err(_) => (STANDARD.encode(&bytes), true),
    };
    let mut headers = serde_json::Map::new();
    for (name, value) in &parts.headers {
        let value = String::from_utf8_lossy(value.as_bytes());
        match headers.get_mut(name.as_str()) {
            Some(Value::String(values)) => *values = format!("{values}, {value}"),
            _ => drop(headers.insert(name.to_string(), json!(value))),
        }
    }
    Ok(json!({"statusCode": parts.status.as_u16(), "headers": headers, "body": body, "isBase64Encoded": is_base64}))
}
