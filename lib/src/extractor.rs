//! Two extractors behind one function: a language model where the deployment names one, and the built-in grammar, which is
//! the default, the check on the model, and what remains when the model fails.
//!
//! Invariant: a mail is never left unread because of the model; whatever becomes of its answer is told beside the fields.

use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    enquiry::Fields,
    extraction::{self, Wording, question},
    model::{Model, ModelError, Question},
    rates::RateBook,
    tenant::Config,
};

/// Who read a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Extractor {
    /// The built-in grammar.
    Grammar,
    /// A model of Bedrock, checked by the grammar.
    Bedrock,
}

/// What was understood, and by whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Understood {
    /// The fields.
    pub fields: Fields,
    /// Whose reading they are.
    pub extractor: Extractor,
    /// Why the model's answer was not used, in a word.
    pub fallback: Option<String>,
    /// Fields of the model's answer that were not believed.
    pub dropped: Vec<&'static str>,
}

impl From<Fields> for Understood {
    fn from(fields: Fields) -> Self {
        Self { fields, extractor: Extractor::Grammar, fallback: None, dropped: Vec::new() }
    }
}

/// Reads a first mail. The model is asked only where the grammar sees a wish to travel.
pub async fn understand(model: Option<&Model>, wording: &Wording<'_>, config: &Config, book: &RateBook) -> Understood {
    let grammar = extraction::understand(wording, config, book);
    let asks = grammar.is_travel_enquiry.as_ref().is_some_and(|asked| asked.value);
    let Some(model) = model.filter(|_| asks) else { return grammar.into() };
    match ask(model, wording, config).await {
        Ok(document) => match extraction::checked(&document, &grammar, wording, config, book) {
            Some(checked) => Understood {
                fields: checked.fields,
                extractor: Extractor::Bedrock,
                fallback: None,
                dropped: checked.dropped,
            },
            None => fallen_back(grammar, &ModelError::Nonsense),
        },
        Err(failure) => fallen_back(grammar, &failure),
    }
}

async fn ask(model: &Model, wording: &Wording<'_>, config: &Config) -> Result<serde_json::Value, ModelError> {
    let question = Question {
        task: question::TASK,
        text: &question::text(wording, config),
        document: question::DOCUMENT,
        schema: question::schema(),
        max_tokens: question::MAX_TOKENS,
    };
    Ok(model.ask(&question).await?.document)
}

fn fallen_back(grammar: Fields, failure: &ModelError) -> Understood {
    tracing::warn!(%failure, cause = ?std::error::Error::source(failure).map(ToString::to_string), "the grammar reads instead of the model");
    Understood { fallback: Some(failure.to_string()), ..grammar.into() }
}
