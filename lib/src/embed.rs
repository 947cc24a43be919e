//! Vectors of texts, as an edge: by the built-in model, read from its files the first time it is needed; by a model of
//! Amazon Bedrock where the deployment names one; or not at all.
//!
//! Invariant: without vectors the platform works, and search is by words alone. Vectors of two models are never compared:
//! the model's name with its dimension stands in every index.
#![expect(clippy::float_arithmetic, reason = "vectors are floats")]

use std::{
    path::PathBuf,
    sync::{Arc, OnceLock},
    time::{Duration, Instant},
};

use aws_config::{SdkConfig, retry::RetryConfig, timeout::TimeoutConfig};
use aws_sdk_bedrockruntime::{Client, Config, primitives::Blob};
use serde_json::{Value, json};
use tripdesk_minilm::Encoder;

/// Names the vectors of the built-in model in an index.
pub const MODEL: &str = "all-MiniLM-L6-v2-int8-row";

/// Time of one call to Bedrock: a question does not wait long, it has its words.
const LONGEST_CALL: Duration = Duration::from_secs(4);
/// Numbers of a vector that Titan is asked for.
const TITAN_DIMENSIONS: usize = 512;
/// Texts of one call to Cohere's model.
const COHERE_BATCH: usize = 96;
/// Characters of a text that are embedded.
const LONGEST_TEXT: usize = 8_000;

/// What a text is embedded for; some models tell the two apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To be found.
    Passage,
    /// To find with.
    Question,
}

/// What makes vectors, perhaps.
#[derive(Clone, Default)]
pub struct Embedder {
    folder: Option<PathBuf>,
    encoder: Arc<OnceLock<Option<Encoder>>>,
    bedrock: Option<Bedrock>,
}

#[derive(Clone)]
struct Bedrock {
    client: Client,
    id: String,
}

impl Embedder {
    /// The built-in model in the first of the usual places that has it: `MODEL_DIR`, the Lambda artifact, `.models` here.
    #[must_use]
    pub fn from_env() -> Self {
        let artifact = std::env::var_os("LAMBDA_TASK_ROOT").map(|root| PathBuf::from(root).join("models"));
        let places = [std::env::var_os("MODEL_DIR").map(PathBuf::from), artifact, Some(PathBuf::from(".models"))];
        Self::new(places.into_iter().flatten().find(|folder| folder.join(WEIGHTS).is_file()))
    }

    /// The built-in model in this folder; none when absent.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, ..Self::default() }
    }

    /// A model of Bedrock in its place; an `endpoint` of its own takes the place of AWS's.
    #[must_use]
    pub fn bedrock(config: &SdkConfig, id: &str, endpoint: Option<&str>) -> Self {
        let timeouts = TimeoutConfig::builder().operation_timeout(LONGEST_CALL).build();
        let retries = RetryConfig::standard().with_max_attempts(2);
        let mut settings = Config::from(config).to_builder().timeout_config(timeouts).retry_config(retries);
        if let Some(endpoint) = endpoint {
            settings = settings.endpoint_url(endpoint);
        }
        let bedrock = Bedrock { client: Client::from_conf(settings.build()), id: id.to_owned() };
        Self { bedrock: Some(bedrock), ..Self::default() }
    }

    /// The name its vectors go by; empty when it makes none.
    #[must_use]
    pub fn model(&self) -> String {
        match (&self.bedrock, &self.folder) {
            (Some(bedrock), _) if bedrock.is_cohere() => bedrock.id.clone(),
            (Some(bedrock), _) => format!("{}/{TITAN_DIMENSIONS}", bedrock.id),
            (None, Some(_)) => MODEL.to_owned(),
            (None, None) => String::new(),
        }
    }

    /// Whether the built-in model can make vectors. Reads it.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.encoder().is_some()
    }

    /// The vector of a text by the built-in model, of length one. It takes milliseconds of work: call it where blocking is
    /// allowed.
    #[must_use]
    pub fn vector(&self, text: &str) -> Option<Vec<f32>> {
        self.encoder().map(|encoder| encoder.embed(text))
    }

    /// The vector of a word by itself, by the built-in model; microseconds of work.
    #[must_use]
    pub fn word(&self, word: &str) -> Option<Vec<f32>> {
        self.encoder().map(|encoder| encoder.word(word))
    }

    /// Vectors of the first of these texts, as many as can be made within `patience`.
    pub async fn vectors(&self, texts: Vec<String>, purpose: Purpose, patience: Duration) -> Vec<Vec<f32>> {
        let until = Instant::now() + patience;
        if let Some(bedrock) = &self.bedrock {
            return bedrock.vectors(&texts, purpose, until).await;
        }
        let embedder = self.clone();
        let work = move || {
            let in_time = texts.iter().take_while(|_| Instant::now() < until);
            in_time.map_while(|text| embedder.vector(text)).collect()
        };
        tokio::task::spawn_blocking(work).await.unwrap_or_default()
    }

    fn encoder(&self) -> Option<&Encoder> {
        self.encoder.get_or_init(|| self.read()).as_ref()
    }

    fn read(&self) -> Option<Encoder> {
        let folder = self.folder.as_ref()?;
        let weights = std::fs::read(folder.join(WEIGHTS)).ok()?;
        let vocabulary = std::fs::read_to_string(folder.join("vocab.txt")).ok()?;
        match Encoder::read(&weights, &vocabulary) {
            Ok(encoder) => Some(encoder),
            Err(failure) => {
                tracing::warn!(%failure, "the embedding model cannot be used; search is by words alone");
                None
            }
        }
    }
}

impl Bedrock {
    fn is_cohere(&self) -> bool {
        self.id.contains("cohere.")
    }

    async fn vectors(&self, texts: &[String], purpose: Purpose, until: Instant) -> Vec<Vec<f32>> {
        let mut vectors = Vec::with_capacity(texts.len());
        for batch in texts.chunks(if self.is_cohere() { COHERE_BATCH } else { 1 }) {
            if Instant::now() >= until {
                break;
            }
            match self.ask(batch, purpose).await {
                Some(made) if made.len() == batch.len() => vectors.extend(made),
                _ => break,
            }
        }
        vectors
    }

    async fn ask(&self, texts: &[String], purpose: Purpose) -> Option<Vec<Vec<f32>>> {
        let clipped: Vec<String> = texts.iter().map(|text| text.chars().take(LONGEST_TEXT).collect()).collect();
        let wish = if self.is_cohere() {
            let side = if purpose == Purpose::Question { "search_query" } else { "search_document" };
            json!({"texts": clipped, "input_type": side, "truncate": "END"})
        } else {
            json!({"inputText": clipped.first()?, "dimensions": TITAN_DIMENSIONS, "normalize": true})
        };
        let call = self.client.invoke_model().model_id(&self.id).content_type("application/json");
        let answer = call.body(Blob::new(wish.to_string())).send().await;
        let answer = answer.inspect_err(|failure| tracing::warn!(%failure, "no vectors from the model")).ok()?;
        read_vectors(&serde_json::from_slice(answer.body().as_ref()).ok()?)
    }
}

/// The vectors of an answer, of length one: Titan's `embedding`, Cohere's `embeddings`.
fn read_vectors(answer: &Value) -> Option<Vec<Vec<f32>>> {
    let lists = match (answer.get("embedding"), answer.get("embeddings")) {
        (Some(one), _) => vec![one],
        (None, Some(Value::Array(many))) => many.iter().collect(),
        (None, Some(typed)) => typed.get("float")?.as_array()?.iter().collect(),
        (None, None) => return None,
    };
    lists.into_iter().map(one_vector).collect()
}

fn one_vector(list: &Value) -> Option<Vec<f32>> {
    #[expect(clippy::cast_possible_truncation, reason = "a vector has the precision of an f32")]
    let numbers: Vec<f32> =
        list.as_array()?.iter().map(|number| number.as_f64().map(|number| number as f32)).collect::<Option<_>>()?;
    let length = numbers.iter().map(|number| number * number).sum::<f32>().sqrt();
    (length > 0.0 && length.is_finite()).then(|| numbers.iter().map(|number| number / length).collect())
}

const WEIGHTS: &str = "minilm.safetensors";

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn answers_of_both_families_are_read_and_nonsense_is_none() {
        let one = vec![vec![0.6_f32, 0.8]];
        assert_eq!(read_vectors(&json!({"embedding": [3, 4]})).unwrap(), one);
        assert_eq!(read_vectors(&json!({"embeddings": [[0.6, 0.8]]})).unwrap(), one);
        assert_eq!(read_vectors(&json!({"embeddings": {"float": [[6, 8]]}})).unwrap(), one);
        for nonsense in
            [json!({}), json!({"embedding": "x"}), json!({"embedding": [0, 0]}), json!({"embeddings": [[null]]})]
        {
            assert_eq!(read_vectors(&nonsense), None, "{nonsense}");
        }
    }
}
