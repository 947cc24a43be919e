//! The agency's own questions, asked all at once: how good the helpdesk is on its documents.

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    error::Error,
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
    responses((status = 200, body = Evaluation), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem)))]
pub(crate) async fn evaluate(
    State(app): State<App>,
    session: Session,
    Body(cases): Body<Cases>,
) -> Result<Json<Evaluation>, Wire> {
    session.require(Role::Consultant)?;
    if cases.cases.is_empty() || cases.cases.len() > 500 {
        return Err(Error::invalid("cases", "between 1 and 500").into());
    }
    let mut outcomes = Vec::with_capacity(cases.cases.len());
    for (i, case) in cases.cases.iter().enumerate() {
        check_question(&format!("cases[{i}].question"), &case.question)?;
        let decided = decide(&app, &session, &case.question).await?;
        let titles: Vec<&str> = decided.titles.iter().map(String::as_str).collect();
        outcomes.push(Outcome::of(case, &decided.answer.text, decided.answer.abstained, &titles));
    }
    Ok(Json(Evaluation { figures: figures(&outcomes), outcomes }))
}
