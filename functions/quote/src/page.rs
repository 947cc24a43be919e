//! The traveller's page: rendered here, answered by its forms, without a script.
//!
//! Invariant: every answer of it, the refusals too, is a page with its own policy; a form that was taken leads back to the
//! page by a redirect, so that reloading repeats nothing.

use axum::{
    Extension,
    extract::{Request, State},
    response::{IntoResponse, Response},
};
use http::{HeaderValue, StatusCode, header};
use tripdesk_core::{
    error::{Error, Result},
    http::{RequestId, read_body},
    letter::{self, Blank, Closed, Form, Look, PageBody, PageParts, Standing},
    logo,
    quote::{Answer, State as QuoteState},
    quote_link::Reader,
    runtime::App,
};

use crate::{
    answer::{self, Yes},
    public::{may_answer, read},
    visit::{Knock, Visit},
};

/// Largest form, in bytes.
const MAX_FORM: usize = 16 * 1024;

/// The traveller's page of a quote, in the agency's look and language.
#[utoipa::path(get, path = "/q/{token}", tag = "page", params(("token" = String, Path)),
    extensions(("x-access" = json!("public"))),
    responses((status = 200, body = String, content_type = "text/html"), (status = 403, body = String, content_type = "text/html"),
        (status = 404, body = String, content_type = "text/html"), (status = 410, body = String, content_type = "text/html"),
        (status = 429, body = tripdesk_core::http::Problem), (status = 503, body = String, content_type = "text/html")))]
pub(crate) async fn show(State(app): State<App>, Knock(opened): Knock) -> Response {
    let outcome = async {
        let visit = let_in(opened).map_err(|refused| *refused)?.counted(&app).await;
        shown(&app, &visit, &Form::default()).await.map_err(|error| refusal(&error))
    };
    outcome.await.map_or_else(|refused| refused, |page| html(StatusCode::OK, page))
}

/// The form that accepts: back to the page when it was taken, the form again with what is missing when not.
#[utoipa::path(post, path = "/q/{token}/accept", tag = "page", params(("token" = String, Path)),
    request_body(content = String, content_type = "application/x-www-form-urlencoded"),
    extensions(("x-access" = json!("public"))),
    responses((status = 303, description = "back to the page"), (status = 400, body = String, content_type = "text/html"),
        (status = 403, body = String, content_type = "text/html"), (status = 404, body = String, content_type = "text/html"),
        (status = 410, body = String, content_type = "text/html"), (status = 413, body = tripdesk_core::http::Problem),
        (status = 422, body = tripdesk_core::http::Problem), (status = 429, body = tripdesk_core::http::Problem),
        (status = 503, body = String, content_type = "text/html")))]
pub(crate) async fn accept(
    State(app): State<App>,
    Knock(opened): Knock,
    Extension(RequestId(request_id)): Extension<RequestId>,
    request: Request,
) -> Response {
    let outcome = async {
        let visit = let_in(opened).map_err(|refused| *refused)?;
        may_answer(&visit).map_err(|error| refusal(&error))?;
        let fields = fields(request).await?;
        let form = Form {
            option: fields.get("option").parse().ok(),
            name: fields.get("name").to_owned(),
            email: fields.get("email").to_owned(),
            bad: Vec::new(),
        };
        let yes = Yes { option: form.option.unwrap_or(0), name: form.name.clone(), email: form.email.clone() };
        let taken = answer::accept(&app, &visit, yes, &request_id).await.map(drop);
        Ok(answered(&app, &visit, form, taken).await)
    };
    outcome.await.unwrap_or_else(|refused| refused)
}

/// The form that declines.
#[utoipa::path(post, path = "/q/{token}/decline", tag = "page", params(("token" = String, Path)),
    request_body(content = String, content_type = "application/x-www-form-urlencoded"),
    extensions(("x-access" = json!("public"))),
    responses((status = 303, description = "back to the page"), (status = 400, body = String, content_type = "text/html"),
        (status = 403, body = String, content_type = "text/html"), (status = 404, body = String, content_type = "text/html"),
        (status = 410, body = String, content_type = "text/html"), (status = 413, body = tripdesk_core::http::Problem),
        (status = 422, body = tripdesk_core::http::Problem), (status = 429, body = tripdesk_core::http::Problem),
        (status = 503, body = String, content_type = "text/html")))]
pub(crate) async fn decline(State(app): State<App>, Knock(opened): Knock, request: Request) -> Response {
    let outcome = async {
        let visit = let_in(opened).map_err(|refused| *refused)?;
        may_answer(&visit).map_err(|error| refusal(&error))?;
        let fields = fields(request).await?;
        let taken = answer::decline(&app, &visit, fields.get("reason")).await.map(drop);
        Ok(answered(&app, &visit, Form::default(), taken).await)
    };
    outcome.await.unwrap_or_else(|refused| refused)
}

/// The open link, or the page that says why it stays shut.
fn let_in(opened: Result<Visit>) -> Result<Visit, Box<Response>> {
    let visit = opened.map_err(|error| Box::new(refusal(&error)))?;
    let closed = match visit.admitted() {
        Ok(()) => return Ok(visit),
        Err(Error::Gone(_)) if visit.head().state == QuoteState::Withdrawn => Closed::Withdrawn,
        Err(Error::Gone(_)) => Closed::Superseded,
        Err(error) => return Err(Box::new(refusal(&error))),
    };
    let look = Look::of(&visit.agency.config, &visit.agency.name);
    let page = letter::closed_page(&visit.agency.config, &look, &visit.quote.number, closed);
    Err(Box::new(html(StatusCode::GONE, page)))
}

/// The page of a visitor who is not let in. The cause of a failure is logged here, for nobody else sees it.
fn refusal(error: &Error) -> Response {
    let (status, blank) = match error {
        Error::Forbidden(_) => (StatusCode::FORBIDDEN, Blank::Closed),
        Error::Unavailable(_) | Error::Internal(_) => {
            let cause = std::error::Error::source(error).map(ToString::to_string);
            tracing::error!(%error, cause, "a page cannot be shown");
            (StatusCode::SERVICE_UNAVAILABLE, Blank::Later)
        }
        _ => (StatusCode::NOT_FOUND, Blank::Nowhere),
    };
    let mut response = html(status, letter::blank_page(blank));
    if status == StatusCode::SERVICE_UNAVAILABLE {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
    }
    response
}

/// Where an answer leads: to the page as the quote stands now, also when somebody else was first; or the form once more.
async fn answered(app: &App, visit: &Visit, form: Form, taken: Result<()>) -> Response {
    let faults = match taken {
        Ok(()) | Err(Error::Conflict(_)) => return back(&visit.token),
        Err(Error::Invalid(faults)) => faults,
        Err(error) => return refusal(&error),
    };
    let form = Form { bad: faults.into_iter().map(|fault| fault.field).collect(), ..form };
    match shown(app, visit, &form).await {
        Ok(page) => html(StatusCode::BAD_REQUEST, page),
        Err(error) => refusal(&error),
    }
}

fn back(token: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, format!("/q/{token}"))]).into_response()
}

async fn shown(app: &App, visit: &Visit, form: &Form) -> Result<PageBody> {
    let (_, letter) = read(app, visit).await?;
    let action = format!("/q/{}", visit.token);
    let pdf = format!("/api/v1/public/quotes/{}/pdf", visit.token);
    let standing = match (&visit.head().answer, visit.head().state) {
        _ if matches!(visit.reader, Reader::Agency { .. }) => Standing::Preview,
        (Some(Answer::Accepted(acceptance)), _) => Standing::Accepted(acceptance.option),
        (_, QuoteState::Declined) => Standing::Declined,
        (_, QuoteState::Expired) => Standing::Expired,
        _ => Standing::Open,
    };
    // The page stands where the API does: its own path is enough, and its policy allows no other place.
    let logo = visit.agency.config.branding.logo_url.as_deref().filter(|path| path.starts_with(logo::PATH));
    let parts = PageParts { standing, action: &action, pdf: &pdf, logo, form };
    Ok(letter::page(&visit.agency.config, &letter, &parts))
}

/// A page with a policy that allows its one style, its pictures and its forms, and nothing else.
fn html(status: StatusCode, page: PageBody) -> Response {
    let policy = format!(
        "default-src 'none'; style-src '{}'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        page.style
    );
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()),
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (status, headers, page.html).into_response()
}

/// The fields of a form, each as it came first.
struct Fields(Vec<(String, String)>);

impl Fields {
    fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

async fn fields(request: Request) -> Result<Fields, Response> {
    let body = read_body(request, MAX_FORM).await?;
    Ok(Fields(form_urlencoded::parse(&body).into_owned().collect()))
}
