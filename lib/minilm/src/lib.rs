//! The sentence encoder all-MiniLM-L6-v2: a text in, a unit vector of 384 numbers out.
//!
//! It is a crate of its own so that it alone is built optimised for `cargo run`; unoptimised it would take seconds a
//! sentence. Weights are 8-bit integers with a scale a row, activations 12-bit integers with a scale a token, so that the
//! inner loops are integer sums that every compiler turns into vector instructions.
//!
//! Invariant: the same weights and text give the same vector; a weights file that is not whole is refused when it is read.
#![expect(clippy::float_arithmetic, reason = "a neural network is arithmetic on floats")]

mod layers;
mod nearest;
mod tensors;
mod wordpiece;

pub use nearest::{add, product, products};

use layers::{Embeddings, Layer, Rows, to_length_one};
use tensors::Tensors;
use wordpiece::Vocabulary;

/// Length of a vector.
pub const DIMENSIONS: usize = 384;
/// Tokens that are read of one text, the two marks around it included; the model was trained on no more.
const MOST_TOKENS: usize = 256;
const LAYERS: usize = 6;

/// A weights file or vocabulary that is not this model's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not the weights of all-MiniLM-L6-v2: {0}")]
pub struct BadModel(String);

/// The model, in memory: about 35 MB.
pub struct Encoder {
    vocabulary: Vocabulary,
    embeddings: Embeddings,
    layers: Vec<Layer>,
}

impl Encoder {
    /// Reads the model from `minilm.safetensors` and `vocab.txt`, as `scripts/fetch-model.py` makes them.
    ///
    /// # Errors
    /// [`BadModel`] names the tensor that is missing or has another shape.
    pub fn read(weights: &[u8], vocabulary: &str) -> Result<Self, BadModel> {
        let tensors = Tensors::read(weights)?;
        let layers = (0..LAYERS).map(|layer| Layer::read(&tensors, layer)).collect::<Result<_, _>>()?;
        let embeddings = Embeddings::read(&tensors)?;
        Ok(Self { vocabulary: Vocabulary::read(vocabulary)?, embeddings, layers })
    }

    /// The vector of a text, of length one.
    #[must_use]
    pub fn embed(&self, text: &str) -> Vec<f32> {
        let tokens = self.vocabulary.tokens(text, MOST_TOKENS);
        pulp::Arch::new().dispatch(Pass { layers: &self.layers, rows: self.embeddings.of(&tokens) })
    }

    /// The vector of a word by itself, of length one: the directions of its pieces, without what a sentence makes of them.
    /// It takes microseconds, where [`embed`](Self::embed) takes milliseconds.
    #[must_use]
    pub fn word(&self, word: &str) -> Vec<f32> {
        let tokens = self.vocabulary.tokens(word, MOST_TOKENS);
        self.embeddings.direction(tokens.get(1..tokens.len() - 1).unwrap_or_default())
    }
}

/// The way through all layers. It is a struct, as only a method that is always inlined is compiled for the vectors of the
/// processor at hand.
struct Pass<'m> {
    layers: &'m [Layer],
    rows: Rows,
}

impl pulp::NullaryFnOnce for Pass<'_> {
    type Output = Vec<f32>;

    #[inline(always)]
    fn call(self) -> Vec<f32> {
        let mut rows = self.rows;
        for layer in self.layers {
            rows = layer.apply(&rows);
        }
        mean(&rows)
    }
}

/// The mean of all rows, scaled to length one.
fn mean(rows: &Rows) -> Vec<f32> {
    let mut sum = vec![0.0; DIMENSIONS];
    for row in rows.iter() {
        sum.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
    }
    to_length_one(&mut sum);
    sum
}
