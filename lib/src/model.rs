//! A language model of Amazon Bedrock, asked through Converse for one JSON document of a given schema.
//!
//! Invariant: an answer is data that nobody believes yet; whoever asks checks it and can do without it. A call is bounded in
//! time, attempts and tokens, and what it reads is a user's text, never an instruction.

use std::{collections::HashMap, time::Duration};

use aws_config::{SdkConfig, retry::RetryConfig, timeout::TimeoutConfig};
use aws_sdk_bedrockruntime::{
    Client, Config,
    config::http::HttpResponse,
    error::{BuildError, ProvideErrorMetadata, SdkError},
    operation::converse::{ConverseError, ConverseOutput},
    types::{
        ContentBlock, ConversationRole, InferenceConfiguration, Message, SpecificToolChoice, StopReason,
        SystemContentBlock, Tool, ToolChoice, ToolConfiguration, ToolInputSchema, ToolSpecification,
    },
};
use aws_smithy_types::{Document, Number};
use serde_json::Value;

/// Time of one attempt, and of all: within the 29 s that API Gateway waits, with room for what follows.
const ATTEMPT: Duration = Duration::from_secs(8);
/// See [`ATTEMPT`].
const ALTOGETHER: Duration = Duration::from_secs(12);
/// Attempts of one call, the first included: a mail does not wait long, it has the grammar.
const ATTEMPTS: u32 = 2;
/// Characters of a user's text that the model reads; what is longer is cut.
pub const LONGEST_TEXT: usize = 16_000;

/// The model of a deployment, with its client.
#[derive(Clone)]
pub struct Model {
    client: Client,
    id: String,
}

/// What a model is asked.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// Who it is and what it shall do: ours alone, never made of a user's text.
    pub task: &'a str,
    /// The user's text with what belongs to it.
    pub text: &'a str,
    /// Name of the document it writes.
    pub document: &'a str,
    /// JSON schema of that document.
    pub schema: &'a Value,
    /// The most tokens it may write.
    pub max_tokens: u16,
}

/// A model's answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// The document, of the schema if the model kept to it.
    pub document: Value,
    /// Tokens read and written.
    pub tokens: (u32, u32),
}

/// Why there is no answer. None of these texts holds any of the question.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// The account's quota is used up for now.
    #[error("throttled")]
    Throttled,
    /// No answer in time.
    #[error("timed_out")]
    TimedOut,
    /// The service or the model fails.
    #[error("unavailable")]
    Unavailable,
    /// The call is not allowed or not understood: a setting of ours is wrong.
    #[error("refused")]
    Refused(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The answer grew beyond the tokens allowed.
    #[error("cut_off")]
    CutOff,
    /// The answer is no document.
    #[error("nonsense")]
    Nonsense,
}

impl Model {
    /// The model of this name; an `endpoint` of its own takes the place of AWS's.
    #[must_use]
    pub fn new(config: &SdkConfig, id: &str, endpoint: Option<&str>) -> Self {
        let timeouts = TimeoutConfig::builder()
            .connect_timeout(Duration::from_secs(1))
            .operation_attempt_timeout(ATTEMPT)
            .operation_timeout(ALTOGETHER)
            .build();
        let retries = RetryConfig::standard().with_max_attempts(ATTEMPTS);
        let mut settings = Config::from(config).to_builder().timeout_config(timeouts).retry_config(retries);
        if let Some(endpoint) = endpoint {
            settings = settings.endpoint_url(endpoint);
        }
        Self { client: Client::from_conf(settings.build()), id: id.to_owned() }
    }

    /// The model's name, for the record.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Asks for a document, at temperature 0.
    ///
    /// # Errors
    /// [`ModelError`] says why there is none.
    pub async fn ask(&self, question: &Question<'_>) -> Result<Reply, ModelError> {
        let said = Message::builder()
            .role(ConversationRole::User)
            .content(ContentBlock::Text(clipped(question.text).to_owned()))
            .build()
            .map_err(refused)?;
        let limits =
            InferenceConfiguration::builder().temperature(0.0).max_tokens(i32::from(question.max_tokens)).build();
        let answer = self
            .client
            .converse()
            .model_id(&self.id)
            .system(SystemContentBlock::Text(question.task.to_owned()))
            .messages(said)
            .inference_config(limits)
            .tool_config(one_tool(question).map_err(refused)?)
            .send()
            .await
            .map_err(failed)?;
        read(&answer, question.document)
    }
}

/// The one tool there is, which must be used: its input is the document.
fn one_tool(question: &Question<'_>) -> Result<ToolConfiguration, BuildError> {
    let tool = ToolSpecification::builder()
        .name(question.document)
        .input_schema(ToolInputSchema::Json(to_document(question.schema)))
        .build()?;
    let choice = SpecificToolChoice::builder().name(question.document).build()?;
    ToolConfiguration::builder().tools(Tool::ToolSpec(tool)).tool_choice(ToolChoice::Tool(choice)).build()
}

fn read(answer: &ConverseOutput, document: &str) -> Result<Reply, ModelError> {
    if *answer.stop_reason() == StopReason::MaxTokens {
        return Err(ModelError::CutOff);
    }
    let content = answer.output().and_then(|output| output.as_message().ok()).ok_or(ModelError::Nonsense)?.content();
    let used = content.iter().filter_map(|block| block.as_tool_use().ok()).find(|used| used.name() == document);
    let value = to_value(used.ok_or(ModelError::Nonsense)?.input()).ok_or(ModelError::Nonsense)?;
    let count = |tokens: i32| u32::try_from(tokens).unwrap_or(0);
    let tokens = answer.usage().map_or((0, 0), |usage| (count(usage.input_tokens()), count(usage.output_tokens())));
    value.is_object().then_some(Reply { document: value, tokens }).ok_or(ModelError::Nonsense)
}

fn refused(cause: BuildError) -> ModelError {
    ModelError::Refused(cause.into())
}

fn failed(failure: SdkError<ConverseError, HttpResponse>) -> ModelError {
    match &failure {
        SdkError::TimeoutError(_) => ModelError::TimedOut,
        SdkError::DispatchFailure(cause) if cause.is_timeout() => ModelError::TimedOut,
        SdkError::ResponseError(_) => ModelError::Nonsense,
        SdkError::ServiceError(answer) => match answer.err().code().unwrap_or_default() {
            "ThrottlingException" | "ServiceQuotaExceededException" => ModelError::Throttled,
            "ModelTimeoutException" => ModelError::TimedOut,
            "AccessDeniedException" | "ValidationException" | "ResourceNotFoundException" => {
                ModelError::Refused(failure.into())
            }
            "" if answer.raw().status().is_success() => ModelError::Nonsense,
            _ => ModelError::Unavailable,
        },
        SdkError::ConstructionFailure(_) => ModelError::Refused(failure.into()),
        _ => ModelError::Unavailable,
    }
}

/// The text up to [`LONGEST_TEXT`] characters.
fn clipped(text: &str) -> &str {
    text.char_indices().nth(LONGEST_TEXT).map_or(text, |(end, _)| &text[..end])
}

fn to_document(value: &Value) -> Document {
    match value {
        Value::Null => Document::Null,
        Value::Bool(value) => Document::Bool(*value),
        Value::Number(number) => Document::Number(match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => Number::PosInt(number),
            (None, Some(number)) => Number::NegInt(number),
            (None, None) => Number::Float(number.as_f64().unwrap_or_default()),
        }),
        Value::String(text) => Document::String(text.clone()),
        Value::Array(values) => Document::Array(values.iter().map(to_document).collect()),
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| (name.clone(), to_document(value)));
            Document::Object(members.collect::<HashMap<_, _>>())
        }
    }
}

/// The document as a JSON value; absent when it holds a number that JSON does not have.
fn to_value(document: &Document) -> Option<Value> {
    Some(match document {
        Document::Null => Value::Null,
        Document::Bool(value) => Value::Bool(*value),
        Document::Number(Number::PosInt(number)) => Value::from(*number),
        Document::Number(Number::NegInt(number)) => Value::from(*number),
        Document::Number(Number::Float(number)) => Value::Number(serde_json::Number::from_f64(*number)?),
        Document::String(text) => Value::from(text.as_str()),
        Document::Array(values) => Value::Array(values.iter().map(to_value).collect::<Option<_>>()?),
        Document::Object(members) => {
            let members = members.iter().map(|(name, value)| Some((name.clone(), to_value(value)?)));
            Value::Object(members.collect::<Option<_>>()?)
        }
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_survive_the_way_there_and_back() {
        let value = json!({"a": [1, -2, 0.5, null, true], "b": {"c": "text"}});
        assert_eq!(to_value(&to_document(&value)), Some(value));
        assert_eq!(to_value(&Document::Number(Number::Float(f64::INFINITY))), None);
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let long = "é".repeat(LONGEST_TEXT + 5);
        assert_eq!(clipped(&long).chars().count(), LONGEST_TEXT);
        assert_eq!(clipped("short"), "short");
    }
}
