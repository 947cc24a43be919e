//! How alike words are that are written differently: "garage" and "parking", "warm" and "heated".
//!
//! Invariant: without a model no two words are alike, and the families of words are all there is.

use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
    rc::Rc,
};

use tripdesk_minilm::{add, product};

use crate::knowledge::{Index, Term};

/// Makes the vector of a word, where a model is at hand.
pub type WordVectors<'a> = &'a dyn Fn(&str) -> Option<Vec<f32>>;

/// Likeness below which two words have nothing to do with each other, and above which they mean the same.
const STRANGERS: f32 = 0.15;
const SAME: f32 = 0.45;

type Vector = Option<Rc<Vec<f32>>>;

/// The vectors and weights of the words of one question and its passages, each made once.
pub(super) struct Likeness<'a> {
    vectors: WordVectors<'a>,
    indexes: &'a [&'a Index],
    known: RefCell<HashMap<String, Vector>>,
    weights: RefCell<HashMap<String, f32>>,
}

impl<'a> Likeness<'a> {
    pub(super) fn new(vectors: WordVectors<'a>, indexes: &'a [&'a Index]) -> Self {
        Self { vectors, indexes, known: RefCell::default(), weights: RefCell::default() }
    }

    /// Whether there is a model.
    pub(super) fn is_there(&self) -> bool {
        self.vector("hotel").is_some()
    }

    /// How much the likest of these words means the same, from 0 to 1.
    pub(super) fn best(&self, word: &str, among: &HashSet<String>) -> f32 {
        let Some(vector) = self.vector(word).filter(|_| is_plain(word)) else { return 0.0 };
        let others = among.iter().filter(|other| is_plain(other)).filter_map(|other| self.vector(other));
        let most = others.map(|other| product(&vector, &other)).fold(0.0, f32::max);
        ((most - STRANGERS) / (SAME - STRANGERS)).clamp(0.0, 1.0)
    }

    /// The direction of a text: its words by how rare they are; of length one, or nothing.
    pub(super) fn direction<'t>(&self, words: impl Iterator<Item = &'t Term>) -> Vec<f32> {
        let mut sum = Vec::new();
        for term in words.filter(|term| is_plain(&term.word)) {
            let Some(vector) = self.vector(&term.word) else { continue };
            sum.resize(vector.len(), 0.0);
            add(&mut sum, &vector, self.weight(&term.stem));
        }
        let length = product(&sum, &sum).sqrt();
        if length > 0.0 {
            sum.iter_mut().for_each(|value| *value /= length);
        }
        sum
    }

    /// The logarithm of how few passages have a word.
    fn weight(&self, stem: &str) -> f32 {
        if let Some(weight) = self.weights.borrow().get(stem) {
            return *weight;
        }
        let having: u32 = self.indexes.iter().map(|index| index.having(stem)).sum();
        let passages: usize = self.indexes.iter().map(|index| index.len()).sum();
        #[expect(clippy::cast_precision_loss, reason = "a logarithm of counts")]
        let weight = (1.0 + passages as f32 / (1.0 + having as f32)).ln();
        self.weights.borrow_mut().insert(stem.to_owned(), weight);
        weight
    }

    fn vector(&self, word: &str) -> Vector {
        if let Some(vector) = self.known.borrow().get(word) {
            return vector.clone();
        }
        let vector = (self.vectors)(word).map(Rc::new);
        self.known.borrow_mut().insert(word.to_owned(), vector.clone());
        vector
    }
}

/// A word of letters that is long enough to mean something.
fn is_plain(word: &str) -> bool {
    word.chars().count() > 2 && word.chars().all(char::is_alphabetic)
}
