//! The embedding model, as an edge: read from its files the first time it is needed, or not at all.
//!
//! Invariant: without its files the platform works, and search is by words alone. The model is read once a process.

use std::{
    path::PathBuf,
    sync::{Arc, OnceLock},
};

use tripdesk_minilm::Encoder;

/// Names the vectors in an index; another model's are never compared with these.
pub const MODEL: &str = "all-MiniLM-L6-v2-int8-row";

/// The model, perhaps.
#[derive(Clone, Default)]
pub struct Embedder {
    folder: Option<PathBuf>,
    encoder: Arc<OnceLock<Option<Encoder>>>,
}

impl Embedder {
    /// The model in the first of the usual places that has it: `MODEL_DIR`, the Lambda artifact, `.models` here.
    #[must_use]
    pub fn from_env() -> Self {
        let artifact = std::env::var_os("LAMBDA_TASK_ROOT").map(|root| PathBuf::from(root).join("models"));
        let places = [std::env::var_os("MODEL_DIR").map(PathBuf::from), artifact, Some(PathBuf::from(".models"))];
        Self::new(places.into_iter().flatten().find(|folder| folder.join(WEIGHTS).is_file()))
    }

    /// The model in this folder; none when absent.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, encoder: Arc::default() }
    }

    /// Whether vectors can be made. Reads the model.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.encoder().is_some()
    }

    /// The vector of a text, of length one. It takes milliseconds of work: call it where blocking is allowed.
    #[must_use]
    pub fn vector(&self, text: &str) -> Option<Vec<f32>> {
        self.encoder().map(|encoder| encoder.embed(text))
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

const WEIGHTS: &str = "minilm.safetensors";
