//! The console beside the API, from one address, as CloudFront serves both. Built on first start where Node is at hand.
//!
//! Invariant: a path of the API is never answered with a page, and a page never without its security headers.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
};

use axum::{
    Router,
    body::Body,
    extract::Request,
    response::{IntoResponse, Response},
};
use http::{HeaderName, HeaderValue, StatusCode, header};
use tokio::process::Command;
use tower::ServiceExt;
use tower_http::services::{ServeDir, ServeFile};

/// Where the console's sources are, and its build below them.
#[must_use]
pub fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("web")
}

/// What came of looking for the console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Build {
    /// Built earlier.
    There,
    /// Built just now.
    Made,
    /// Not to be had, and why.
    Missing(String),
}

/// Builds the console unless it is there; says so through `progress` before it begins.
pub async fn build(sources: &Path, progress: impl Fn(&str)) -> Build {
    if sources.join("dist/index.html").is_file() {
        return Build::There;
    }
    if !sources.join("package.json").is_file() {
        return Build::Missing("its sources are not here".to_owned());
    }
    for (what, words) in
        [("installing the console's packages", ["ci"].as_slice()), ("building the console", &["run", "build"])]
    {
        progress(what);
        let mut npm = Command::new("npm");
        npm.arg("--prefix").arg(sources).args(words).stdin(Stdio::null()).stdout(Stdio::null());
        match npm.output().await {
            Ok(done) if done.status.success() => {}
            Ok(done) => {
                let said = String::from_utf8_lossy(&done.stderr);
                return Build::Missing(format!("{what} failed: {}", said.lines().last().unwrap_or("npm said nothing")));
            }
            Err(_) => return Build::Missing("it needs Node 20 or later (npm was not found)".to_owned()),
        }
    }
    Build::Made
}

/// The API where its paths are, the console everywhere else.
pub fn beside(api: Router, sources: &Path) -> Router {
    let dist = sources.join("dist");
    let files = ServeDir::new(&dist).fallback(ServeFile::new(dist.join("index.html")));
    Router::new().fallback(move |request: Request| {
        let (api, files) = (api.clone(), files.clone());
        async move {
            if is_api(request.uri().path()) {
                return api.oneshot(request).await.into_response();
            }
            if request.uri().path() == "/config.json" {
                return with_headers(axum::Json(serde_json::json!({"api": ""})).into_response());
            }
            match files.oneshot(request).await {
                Ok(page) if page.status() == StatusCode::NOT_FOUND => no_console(),
                Ok(page) => with_headers(page.map(Body::new)),
                Err(never) => match never {},
            }
        }
    })
}

fn is_api(path: &str) -> bool {
    ["/api/", "/.well-known/", "/q/"].iter().any(|start| path.starts_with(start))
        || path == "/openapi.json"
        || path == "/health"
}

fn no_console() -> Response {
    let text = "The console is not built. Install Node 20 or later and start again; the API works without it.\n";
    with_headers((StatusCode::NOT_FOUND, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
}

/// The seven headers (`product.md` section 9), with a policy that lets the console run its own files and nothing else.
fn with_headers(mut page: Response) -> Response {
    const HEADERS: [(&str, &str); 7] = [
        ("strict-transport-security", "max-age=63072000; includeSubDomains"),
        (
            "content-security-policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; \
             connect-src 'self'; frame-src 'self' blob:; object-src 'self' blob:; base-uri 'none'; form-action 'self'; \
             frame-ancestors 'none'",
        ),
        ("x-frame-options", "DENY"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
        ("cross-origin-opener-policy", "same-origin"),
    ];
    for (name, value) in HEADERS {
        page.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    page
}
