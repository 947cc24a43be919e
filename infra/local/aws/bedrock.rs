//! Bedrock Runtime: Converse as its wire format has it, with answers that somebody scripted.
//! (<https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html>)
//!
//! Invariant: there is no model here. Without a script every call is refused, so nothing is understood by accident; the last
//! answer of a script is given again and again.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Answer, plain, refusal};

/// Questions that are remembered.
const REMEMBERED: usize = 50;

/// One scripted answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scripted {
    /// The model uses the tool it was given, with this input.
    Tool(Value),
    /// The model writes a text instead.
    Text(String),
    /// The model uses the tool, but the tokens allowed do not suffice.
    CutOff(Value),
    /// These very bytes come back, with status 200.
    Raw(String),
}

/// The script, and what was asked.
#[derive(Debug, Default)]
pub struct Model(Mutex<Script>);

#[derive(Debug, Default)]
struct Script {
    answers: VecDeque<Scripted>,
    questions: VecDeque<Value>,
}

impl Model {
    /// Puts a script in the place of the old one, and forgets what was asked.
    pub fn script(&self, answers: impl IntoIterator<Item = Scripted>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) =
            Script { answers: answers.into_iter().collect(), questions: VecDeque::new() };
    }

    /// The bodies of the calls since the script was set, oldest first.
    #[must_use]
    pub fn questions(&self) -> Vec<Value> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).questions.iter().cloned().collect()
    }

    /// Carries one operation out.
    pub(crate) fn answer(&self, operation: &str, body: &[u8]) -> Answer {
        let question: Value = serde_json::from_slice(body).unwrap_or_default();
        if operation != "Converse" {
            return refusal::bedrock(StatusCode::BAD_REQUEST, "ValidationException", "This is not served here.");
        }
        match self.next(&question) {
            Some(scripted) => converse(&scripted, &question),
            None => refusal::bedrock(StatusCode::BAD_REQUEST, "ValidationException", "No answer is scripted."),
        }
    }

    fn next(&self, question: &Value) -> Option<Scripted> {
        let mut script = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if script.questions.len() == REMEMBERED {
            script.questions.pop_front();
        }
        script.questions.push_back(question.clone());
        if script.answers.len() > 1 { script.answers.pop_front() } else { script.answers.front().cloned() }
    }
}

/// The body of Converse's answer.
fn converse(scripted: &Scripted, question: &Value) -> Answer {
    let tool = question.pointer("/toolConfig/tools/0/toolSpec/name").cloned().unwrap_or_default();
    let used = |input: &Value| json!([{"toolUse": {"toolUseId": "tooluse_1", "name": tool, "input": input}}]);
    let (content, stop) = match scripted {
        Scripted::Tool(input) => (used(input), "tool_use"),
        Scripted::CutOff(input) => (used(input), "max_tokens"),
        Scripted::Text(text) => (json!([{ "text": text }]), "end_turn"),
        Scripted::Raw(body) => return plain(StatusCode::OK, "application/json", body.clone()),
    };
    let body = json!({
        "output": {"message": {"role": "assistant", "content": content}},
        "stopReason": stop,
        "usage": {"inputTokens": 100, "outputTokens": 20, "totalTokens": 120},
        "metrics": {"latencyMs": 1},
    });
    plain(StatusCode::OK, "application/json", body.to_string())
}

/// The operation of `POST /model/{id}/converse`.
pub(crate) fn operation(path: &str) -> &'static str {
    match path.rsplit('/').next() {
        Some("converse") => "Converse",
        Some("converse-stream") => "ConverseStream",
        Some("invoke") => "InvokeModel",
        _ => "",
    }
}
