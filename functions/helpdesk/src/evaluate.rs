//! The agency's own questions, asked all at once: how good the helpdesk is on its documents.

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    error::{Error, Result},
    http::{Body, Problem, Wire},
    knowledge::{Case, Figures, Outcome, figures},
    runtime::App,
    session::Session,
    user::Role,
};
use utoipa::ToSchema;

use crate::{ask::decide, retrieve::check_question};

/// Questions with what is expected of their answers.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cases {
    /// 1 to 500.
    cases: Vec<Case>,
}

/// What came of them.
#[derive(Serialize, ToSchema)]
pub(crate) struct Evaluation {
    figures: Figures,
    outcomes: Vec<Outcome>,
}

/// Asks every question and counts; nothing is saved.
#[utoipa::path(post, path = "/api/v1/helpdesk/evaluate", tag = "helpdesk", security(("bearer" = [])), request_body = Cases,
    extensions(("x-access" = json!("consultant"))),
    responses((status = 200, body = Evaluation), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 413, body = Problem), (status = 415, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn evaluate(
    State(app): State<App>,
    session: Session,
    Body(cases): Body<Cases>,
) -> Result<Json<Evaluation>, Wire> {
    session.require(Role::Consultant)?;
    if cases.cases.is_empty() || cases.cases.len() > 500 {
        return Err(Error::invalid("cases", "between 1 and 500").into());
    }
    for (i, case) in cases.cases.iter().enumerate() {
        check_question(&format!("cases[{i}].question"), &case.question)?;
    }
    Ok(Json(evaluated(&app, &session, &cases.cases).await?))
}

/// Asks cases as the caller would.
///
/// # Errors
/// [`Error::Unavailable`] when table or files do not answer.
pub(crate) async fn evaluated(app: &App, session: &Session, cases: &[Case]) -> Result<Evaluation> {
    let mut outcomes = Vec::with_capacity(cases.len());
    for case in cases {
        let decided = decide(app, session, &case.question).await?;
        let titles: Vec<&str> = decided.titles.iter().map(String::as_str).collect();
        outcomes.push(Outcome::of(case, &decided.answer.text, decided.answer.abstained, &titles));
    }
    Ok(Evaluation { figures: figures(&outcomes), outcomes })
}
