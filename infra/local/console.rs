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
use http::{HeaderValue, StatusCode, header, header::InvalidHeaderValue};
use tokio::process::Command;
use tower::ServiceExt;
use tower_http::services::{ServeDir, ServeFile};
use tripdesk_core::http::{API_POLICY, secure};

/// Where the console's sources are, and its build below them: where this program was built, or, when it was carried elsewhere
/// (into a container), below the folder it runs in.
#[must_use]
pub fn sources() -> PathBuf {
    let built_at = Path::new(env!("CARGO_MANIFEST_DIR")).join("web");
    if built_at.is_dir() { built_at } else { PathBuf::from("web") }
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

/// Builds the console unless a build of the present sources is there; says so through `progress` before it begins.
pub async fn build(sources: &Path, progress: impl Fn(&str)) -> Build {
    if fresh(sources) {
        return Build::There;
    }
    if !sources.join("package.json").is_file() {
        return Build::Missing("its sources are not here".to_owned());
    }
    match made(sources, progress).await {
        Ok(()) => Build::Made,
        // An older console is better than none.
        Err(_) if sources.join("dist/index.html").is_file() => Build::There,
        Err(why) => Build::Missing(why),
    }
}

/// Builds with the packages that are there; installs them first where there are none, or where they will not do.
async fn made(sources: &Path, progress: impl Fn(&str)) -> Result<(), String> {
    let install = async || {
        progress("installing the console's packages (once, about a minute)");
        npm(sources, &["ci"]).await
    };
    let build = async || {
        progress("building the console");
        npm(sources, &["run", "build"]).await
    };
    if sources.join("node_modules/.package-lock.json").is_file() && build().await.is_ok() {
        return Ok(());
    }
    install().await?;
    build().await
}

async fn npm(sources: &Path, words: &[&str]) -> Result<(), String> {
    let mut npm = Command::new("npm");
    npm.arg("--prefix").arg(sources).args(words).stdin(Stdio::null()).stdout(Stdio::null()).kill_on_drop(true);
    let done = npm.output().await.map_err(|_| "it needs Node 20 or later, and npm was not found".to_owned())?;
    if done.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&done.stderr);
    Err(format!("npm {}: {}", words.join(" "), said.lines().last().unwrap_or("failed without a word")))
}

/// Whether the build is newer than everything it is made of.
fn fresh(sources: &Path) -> bool {
    let built = sources.join("dist/index.html");
    let of = ["src", "public", "index.html", "package.json", "package-lock.json", "vite.config.ts"];
    of.iter().all(|part| at_least_as_new(&built, &sources.join(part)))
}

/// Whether a file is no older than another, or than any file below a folder. What is not there is older than everything.
fn at_least_as_new(file: &Path, than: &Path) -> bool {
    let time = |path: &Path| path.metadata().and_then(|found| found.modified()).ok();
    let Some(made) = time(file) else { return false };
    if !than.is_dir() {
        return time(than).is_none_or(|changed| made >= changed);
    }
    let Ok(entries) = std::fs::read_dir(than) else { return true };
    entries.flatten().all(|entry| at_least_as_new(file, &entry.path()))
}

/// What the console is told about the place it runs in.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// Domain under which agencies receive mail.
    pub inbound_domain: &'a str,
    /// Origin that takes uploads.
    pub uploads: &'a str,
}

/// The API where its paths are, the console everywhere else.
///
/// # Errors
/// An origin of uploads that may not stand in a header.
pub fn beside(api: Router, sources: &Path, about: Surroundings<'_>) -> Result<Router, InvalidHeaderValue> {
    let dist = sources.join("dist");
    let page = ServeFile::new(dist.join("index.html")).precompressed_br().precompressed_gzip();
    let files = ServeDir::new(&dist).precompressed_br().precompressed_gzip().fallback(page);
    let config = serde_json::json!({"api": "", "inbound_domain": about.inbound_domain});
    let policy = policy(about.uploads)?;
    Ok(Router::new().fallback(move |request: Request| {
        let (api, files, config, policy) = (api.clone(), files.clone(), config.clone(), policy.clone());
        async move {
            let path = request.uri().path().to_owned();
            if is_api(&path) {
                return api.oneshot(request).await.into_response();
            }
            let page = match files.oneshot(request).await {
                _ if path == "/config.json" => axum::Json(config).into_response(),
                Ok(page) if page.status() == StatusCode::NOT_FOUND => no_console(),
                Ok(page) => page.map(Body::new),
                Err(never) => match never {},
            };
            with_headers(page, &path, policy)
        }
    }))
}

/// The console runs its own files and nothing else; PDFs are shown from memory, and uploads go where files are kept.
fn policy(uploads: &str) -> Result<HeaderValue, InvalidHeaderValue> {
    HeaderValue::try_from(format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; \
         connect-src 'self' {uploads}; frame-src 'self' blob:; object-src 'self' blob:; base-uri 'none'; form-action 'self'; \
         frame-ancestors 'none'"
    ))
}

/// Whether the API answers: it does for its own paths, and for what no page of the console is called (`/.env`).
fn is_api(path: &str) -> bool {
    ["/api/", "/.well-known/", "/q/"].iter().any(|start| path.starts_with(start))
        || ["/api", "/openapi.json", "/health"].contains(&path)
        || path.rsplit('/').next().is_some_and(|name| name.starts_with('.'))
}

fn no_console() -> Response {
    let text = "The console is not built. Install Node 20 or later and start again; the API works without it.\n";
    (StatusCode::NOT_FOUND, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// A page with its headers. A file whose name tells its content may be kept for ever, anything else is asked for again.
fn with_headers(mut page: Response, path: &str, policy: HeaderValue) -> Response {
    let kept = path.starts_with("/assets/") && page.status().is_success();
    let keep = if kept { "public, max-age=31536000, immutable" } else { "no-cache" };
    page.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    page.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    secure(page.headers_mut(), API_POLICY);
    page
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_build_older_than_its_sources_is_made_again() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let web = folder.path();
        fs::create_dir_all(web.join("dist"))?;
        fs::create_dir_all(web.join("src/pages"))?;
        fs::write(web.join("src/pages/Today.tsx"), "")?;
        assert!(!fresh(web));
        let built = web.join("dist/index.html");
        fs::write(&built, "")?;
        assert!(fresh(web));
        let earlier = fs::metadata(web.join("src/pages/Today.tsx"))?.modified()? - std::time::Duration::from_secs(60);
        fs::File::options().write(true).open(&built)?.set_modified(earlier)?;
        assert!(!fresh(web));
        Ok(())
    }
}
