//! `Idempotency-Key` on a POST: whoever sends the same request again, because the answer was lost, gets the first one's answer
//! and no second effect. Handlers know nothing of it.
//!
//! Invariant: a key is one caller's (agency and user, or the operator) and one path's. An answer that may hold a token is
//! never kept: what lies under `/auth` is left out, and so is whatever sets a cookie.

use axum::{
    extract::{FromRequestParts, Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use http_body_util::BodyExt;

use super::{body::read_body, problem::Wire};
use crate::{
    error::{Error, Result},
    ids,
    runtime::App,
    seal::{Purpose, digest},
    session::Session,
    store::{KeptAnswer, Key, Turn},
};

const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
/// The largest body that any route takes; each has its own, smaller limit behind this one.
const LARGEST_BODY: usize = 32 * 1024 * 1024;

/// Answers a repeated request with the first one's answer.
pub(super) async fn once(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let key = match key(&request) {
        Ok(None) => return next.run(request).await,
        Ok(Some(key)) => key,
        Err(error) => return Wire(error).into_response(),
    };
    let place = match place(&app, &mut request, &key).await {
        Ok(Some(place)) => place,
        // The handler refuses this caller, in its own words.
        Ok(None) => return next.run(request).await,
        Err(refused) => return refused.into_response(),
    };
    let (parts, body) = request.into_parts();
    let bytes = match read_body(Request::from_parts(parts.clone(), body), LARGEST_BODY).await {
        Ok(bytes) => bytes,
        Err(refused) => return refused,
    };
    let request = Request::from_parts(parts, bytes.clone().into());
    match app.store.idempotent_turn(&place, &digest(&bytes), app.clock.now().as_second()).await {
        Err(error) => Wire(error).into_response(),
        Ok(Turn::Mine) => kept(&app, &place, &digest(&bytes), next.run(request).await).await,
        Ok(Turn::Answered(answer)) => replayed(&app, answer).unwrap_or_else(|error| Wire(error).into_response()),
        Ok(Turn::AtWork) => {
            let busy = Error::conflict("a request with this Idempotency-Key is being worked on");
            let mut response = Wire(busy).into_response();
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
            response
        }
        Ok(Turn::OtherBody) => {
            Wire(Error::Unprocessable("this Idempotency-Key was sent with another body before".to_owned()))
                .into_response()
        }
    }
}

/// The key of a request that may be repeated.
fn key(request: &Request) -> Result<Option<String>> {
    let applies = request.method() == Method::POST && !request.uri().path().starts_with("/api/v1/auth/");
    let mut values = request.headers().get_all(IDEMPOTENCY_KEY).iter();
    let (Some(only), true) = (values.next(), applies) else { return Ok(None) };
    let text = only.to_str().ok().filter(|text| (1..=255).contains(&text.len()) && values.next().is_none());
    text.map(|text| Some(text.to_owned()))
        .ok_or_else(|| Error::invalid("Idempotency-Key", "one value of 1 to 255 printable characters"))
}

/// Where the answer is kept; `None` for a caller whom the handler will turn away.
async fn place(app: &App, request: &mut Request, key: &str) -> Result<Option<Key>, Wire> {
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
    if request.headers().contains_key("x-admin-token") {
        let place = || Key::of_answer(None, &digest(format!("operator\n{path}\n{key}").as_bytes()));
        return Ok(is_operator(app, request.headers()).then(place));
    }
    if !request.headers().contains_key(header::AUTHORIZATION) {
        // A traveller: the path holds the token of their link.
        return Ok(Some(Key::of_answer(None, &digest(format!("public\n{path}\n{key}").as_bytes()))));
    }
    let (mut parts, body) = std::mem::take(request).into_parts();
    let session = Session::from_request_parts(&mut parts, app).await;
    let session = match session {
        Ok(session) => session,
        Err(Wire(Error::Unauthenticated | Error::Forbidden(_) | Error::Invalid(_))) => {
            *request = Request::from_parts(parts, body);
            return Ok(None);
        }
        Err(refused) => return Err(refused),
    };
    let place =
        Key::of_answer(Some(&session.tenant), &digest(format!("user\n{}\n{path}\n{key}", session.user_id).as_bytes()));
    parts.extensions.insert(session);
    *request = Request::from_parts(parts, body);
    Ok(Some(place))
}

fn is_operator(app: &App, headers: &HeaderMap) -> bool {
    let mut sent = headers.get_all("x-admin-token").iter();
    let (Some(token), Some(sent), None) = (&app.settings.admin_token, sent.next(), sent.next()) else { return false };
    aws_lc_rs::constant_time::verify_slices_are_equal(token.reveal().as_bytes(), sent.as_bytes()).is_ok()
}

/// Keeps a success for whoever asks again; after a failure, which changed nothing, the same key may try again.
async fn kept(app: &App, place: &Key, body: &str, response: Response) -> Response {
    let (parts, content) = response.into_parts();
    let Ok(content) = content.collect().await.map(http_body_util::Collected::to_bytes) else {
        return Wire(Error::internal("an answer broke off while it was made")).into_response();
    };
    let now = app.clock.now().as_second();
    let is_kept = parts.status.is_success() && !parts.headers.contains_key(header::SET_COOKIE);
    let noted = if is_kept {
        let text = |name| parts.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let answer = KeptAnswer {
            status: parts.status.as_u16(),
            content_type: text(header::CONTENT_TYPE),
            location: text(header::LOCATION),
            locked: app.seal.lock(Purpose::Answer, ids::random(), &content),
        };
        app.store.keep_answer(place, body, answer, now).await
    } else {
        app.store.delete(place).await
    };
    if let Err(error) = noted {
        // The effect stands and its answer goes out; only a repetition within the minute would have to wait.
        tracing::warn!(%error, "an answer could not be kept for its Idempotency-Key");
    }
    Response::from_parts(parts, content.into())
}

fn replayed(app: &App, answer: KeptAnswer) -> Result<Response> {
    let content = app.seal.unlock(Purpose::Answer, &answer.locked).map(Bytes::from);
    let content =
        content.ok_or_else(|| Error::conflict("this request was carried out; its answer is not kept any more"))?;
    let mut response = Response::new(content.into());
    *response.status_mut() = StatusCode::from_u16(answer.status).map_err(Error::internal)?;
    for (name, value) in [(header::CONTENT_TYPE, answer.content_type), (header::LOCATION, answer.location)] {
        if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
            response.headers_mut().insert(name, value);
        }
    }
    response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
    Ok(response)
}
