//! Composing an answer out of what was found: by the deployment's language model where there is one, checked against the
//! passages; else, and whenever the model fails or cannot prove what it says, by the built-in answerer.

use std::time::Instant;

use tripdesk_core::{
    answer::{self, Answer, QuestionKind, Sources, verified},
    knowledge::Index,
    model::Question,
    runtime::App,
    tenant::Tone,
};

use crate::retrieve::{Retrieved, millis};

/// Most tokens of an answer with its quotes.
const MOST_TOKENS: u16 = 1_200;

/// An answer and how it was made.
pub(crate) struct Composed {
    pub answer: Answer,
    pub method: &'static str,
    pub synthesis_ms: f64,
}

/// Answers from what was found, or says that nothing there answers.
pub(crate) async fn compose(
    app: &App,
    question: &str,
    kind: QuestionKind,
    retrieved: &Retrieved,
    tone: Tone,
) -> Composed {
    let start = Instant::now();
    if let Some(answer) = by_model(app, question, retrieved, tone).await {
        return Composed { answer, method: "bedrock", synthesis_ms: millis(start) };
    }
    let answer = by_hand(app, question, kind, retrieved, tone).await;
    let method = if retrieved.vector.is_some() { "extractive" } else { "extractive_lexical" };
    Composed { answer, method, synthesis_ms: millis(start) }
}

/// By the built-in answerer, which reads some sentences with the built-in model: milliseconds of work on a thread that may block.
async fn by_hand(app: &App, question: &str, kind: QuestionKind, retrieved: &Retrieved, tone: Tone) -> Answer {
    let (found, segments) = (retrieved.found.clone(), retrieved.segments.clone());
    let (embedder, question, vector) = (app.embedder.clone(), question.to_owned(), retrieved.vector.clone());
    let work = move || {
        let indexes: Vec<&Index> = segments.iter().map(AsRef::as_ref).collect();
        let vectors = |word: &str| embedder.word(word);
        // The question was made a vector of for the search; another model's would not be like the built-in one's.
        let known = |text: &str| vector.clone().filter(|_| text == question && embedder.is_there());
        let sentences = |text: &str| known(text).or_else(|| embedder.vector(text));
        let sources = Sources { found: &found, indexes: &indexes, vectors: &vectors, sentences: &sentences };
        answer::answer(&question, kind, sources, tone)
    };
    let answered = tokio::task::spawn_blocking(work).await;
    answered.unwrap_or_else(|error| {
        tracing::error!(%error, "the answerer stopped; the question goes unanswered");
        answer::none(tone)
    })
}

async fn by_model(app: &App, question: &str, retrieved: &Retrieved, tone: Tone) -> Option<Answer> {
    let model = app.model.as_ref().filter(|_| !retrieved.found.hits.is_empty())?;
    let (task, schema) = (verified::task(tone), verified::schema());
    let text = verified::shown(question, &retrieved.found, &retrieved.indexes());
    let wish = Question { task: &task, text: &text, document: "answer", schema: &schema, max_tokens: MOST_TOKENS };
    match model.ask(&wish).await {
        Ok(reply) => {
            let answer = verified::verified(&reply.document, &retrieved.found, &retrieved.indexes(), tone);
            if answer.is_none() {
                tracing::warn!("the model's answer cannot be proven; the built-in answerer takes over");
            }
            answer
        }
        Err(failure) => {
            tracing::warn!(%failure, "the model does not answer; the built-in answerer takes over");
            None
        }
    }
}
