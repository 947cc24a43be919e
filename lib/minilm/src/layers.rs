//! The encoder's arithmetic (Devlin et al. 2018): embeddings, six layers of attention and feed-forward, layer norms.
//!
//! Invariant: every matrix product is one of integers, scaled afterwards; a sum of 1,536 products of a 12-bit and an
//! 8-bit number stays within 32 bits.

use crate::{BadModel, DIMENSIONS, tensors::Tensors};

const HEADS: usize = 12;
const HEAD: usize = DIMENSIONS / HEADS;
const INNER: usize = 4 * DIMENSIONS;
const VOCABULARY: usize = 30_522;
const POSITIONS: usize = 512;
/// Largest whole number an activation is kept as.
const STEPS: f32 = 2_047.0;

/// One row of numbers a token.
pub(crate) struct Rows {
    width: usize,
    values: Vec<f32>,
}

impl Rows {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &[f32]> {
        self.values.chunks_exact(self.width)
    }

    fn zeros(count: usize, width: usize) -> Self {
        Self { width, values: vec![0.0; count * width] }
    }

    fn count(&self) -> usize {
        self.values.len() / self.width
    }
}

/// From token to vector.
pub(crate) struct Embeddings {
    words: Vec<i8>,
    scales: Vec<f32>,
    /// Position and the one kind of segment, added up.
    places: Vec<f32>,
    /// The mean of all words, which says nothing of any of them.
    centre: Vec<f32>,
    norm: Norm,
}

/// The first number of a word in the vocabulary; marks and letters come before.
const FIRST_WORD: usize = 1_000;

impl Embeddings {
    pub(crate) fn read(tensors: &Tensors<'_>) -> Result<Self, BadModel> {
        let (words, scales) = tensors.matrix("embeddings.word_embeddings.weight", VOCABULARY, DIMENSIONS)?;
        let mut places = tensors.floats("embeddings.position_embeddings.weight", POSITIONS * DIMENSIONS)?;
        let segment = tensors.floats("embeddings.token_type_embeddings.weight", 2 * DIMENSIONS)?;
        for place in places.chunks_exact_mut(DIMENSIONS) {
            place.iter_mut().zip(&segment).for_each(|(value, more)| *value += more);
        }
        let centre = centre(&words, &scales);
        Ok(Self { words, scales, places, centre, norm: Norm::read(tensors, "embeddings.LayerNorm")? })
    }

    /// The sum of the directions in which tokens lie from the centre, of length one; nothing of a sentence is in it.
    pub(crate) fn direction(&self, tokens: &[usize]) -> Vec<f32> {
        let mut sum = vec![0.0; DIMENSIONS];
        for token in tokens {
            let word = &self.words[token * DIMENSIONS..(token + 1) * DIMENSIONS];
            let centred =
                word.iter().zip(&self.centre).map(|(weight, mean)| f32::from(*weight) * self.scales[*token] - mean);
            let mut row: Vec<f32> = centred.collect();
            to_length_one(&mut row);
            sum.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
        }
        to_length_one(&mut sum);
        sum
    }

    /// Tokens are below [`VOCABULARY`] and at most [`POSITIONS`] of them.
    pub(crate) fn of(&self, tokens: &[usize]) -> Rows {
        let mut rows = Rows::zeros(tokens.len(), DIMENSIONS);
        let places = self.places.chunks_exact(DIMENSIONS);
        for ((token, place), row) in tokens.iter().zip(places).zip(rows.values.chunks_exact_mut(DIMENSIONS)) {
            let word = &self.words[token * DIMENSIONS..(token + 1) * DIMENSIONS];
            for ((value, weight), place) in row.iter_mut().zip(word).zip(place) {
                *value = f32::from(*weight) * self.scales[*token] + place;
            }
        }
        self.norm.apply(&mut rows);
        rows
    }
}

fn centre(words: &[i8], scales: &[f32]) -> Vec<f32> {
    let mut sum = vec![0.0; DIMENSIONS];
    for (word, scale) in words.chunks_exact(DIMENSIONS).zip(scales).skip(FIRST_WORD) {
        sum.iter_mut().zip(word).for_each(|(sum, weight)| *sum += f32::from(*weight) * scale);
    }
    #[expect(clippy::cast_precision_loss, reason = "a count of words")]
    let words = (VOCABULARY - FIRST_WORD) as f32;
    sum.iter_mut().for_each(|value| *value /= words);
    sum
}

/// Scales a vector to length one.
pub(crate) fn to_length_one(vector: &mut [f32]) {
    let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    vector.iter_mut().for_each(|value| *value /= length);
}

/// One of the six layers.
pub(crate) struct Layer {
    query: Linear,
    key: Linear,
    value: Linear,
    attended: Linear,
    attended_norm: Norm,
    inner: Linear,
    outer: Linear,
    outer_norm: Norm,
}

impl Layer {
    pub(crate) fn read(tensors: &Tensors<'_>, layer: usize) -> Result<Self, BadModel> {
        let at = |part: &str| format!("encoder.layer.{layer}.{part}");
        let square = |part: &str| Linear::read(tensors, &at(part), DIMENSIONS, DIMENSIONS);
        Ok(Self {
            query: square("attention.self.query")?,
            key: square("attention.self.key")?,
            value: square("attention.self.value")?,
            attended: square("attention.output.dense")?,
            attended_norm: Norm::read(tensors, &at("attention.output.LayerNorm"))?,
            inner: Linear::read(tensors, &at("intermediate.dense"), INNER, DIMENSIONS)?,
            outer: Linear::read(tensors, &at("output.dense"), DIMENSIONS, INNER)?,
            outer_norm: Norm::read(tensors, &at("output.LayerNorm"))?,
        })
    }

    #[inline(always)]
    pub(crate) fn apply(&self, rows: &Rows) -> Rows {
        let whole = Whole::of(rows);
        let (queries, keys, values) = (self.query.apply(&whole), self.key.apply(&whole), self.value.apply(&whole));
        let mut attended = self.attended.apply(&Whole::of(&attention(&queries, &keys, &values)));
        add(&mut attended, rows);
        self.attended_norm.apply(&mut attended);
        let mut inner = self.inner.apply(&Whole::of(&attended));
        inner.values.iter_mut().for_each(|value| *value = gelu(*value));
        let mut outer = self.outer.apply(&Whole::of(&inner));
        add(&mut outer, &attended);
        self.outer_norm.apply(&mut outer);
        outer
    }
}

/// Rows as whole numbers, each with the scale that leads back.
struct Whole {
    width: usize,
    values: Vec<i16>,
    scales: Vec<f32>,
}

impl Whole {
    #[inline(always)]
    fn of(rows: &Rows) -> Self {
        let mut whole = Self { width: rows.width, values: Vec::with_capacity(rows.values.len()), scales: Vec::new() };
        for row in rows.iter() {
            let largest = row.iter().fold(f32::MIN_POSITIVE, |most, value| most.max(value.abs()));
            let scale = STEPS / largest;
            #[expect(clippy::cast_possible_truncation, reason = "the product lies between -STEPS and STEPS")]
            whole.values.extend(row.iter().map(|value| (value * scale).round() as i16));
            whole.scales.push(largest / STEPS);
        }
        whole
    }
}

/// `x · weightsᵀ + bias`.
struct Linear {
    width: usize,
    weights: Vec<i16>,
    scales: Vec<f32>,
    bias: Vec<f32>,
}

impl Linear {
    fn read(tensors: &Tensors<'_>, name: &str, outputs: usize, width: usize) -> Result<Self, BadModel> {
        let (weights, scales) = tensors.matrix(&format!("{name}.weight"), outputs, width)?;
        let bias = tensors.floats(&format!("{name}.bias"), outputs)?;
        Ok(Self { width, weights: weights.into_iter().map(i16::from).collect(), scales, bias })
    }

    #[inline(always)]
    fn apply(&self, rows: &Whole) -> Rows {
        let mut out = Rows::zeros(rows.scales.len(), self.bias.len());
        let outputs = self.weights.chunks_exact(self.width).zip(&self.scales).zip(&self.bias);
        for (output, ((weights, scale), bias)) in outputs.enumerate() {
            let inputs = rows.values.chunks(TOGETHER * rows.width).zip(rows.scales.chunks(TOGETHER));
            for ((inputs, input_scales), rows) in inputs.zip(out.values.chunks_mut(TOGETHER * self.bias.len())) {
                let sums = dots(inputs, weights);
                let places = rows.iter_mut().skip(output).step_by(self.bias.len());
                for ((place, sum), input_scale) in places.zip(sums).zip(input_scales) {
                    #[expect(clippy::cast_precision_loss, reason = "seven digits of a sum are more than the model has")]
                    let sum = sum as f32;
                    *place = sum * scale * input_scale + bias;
                }
            }
        }
        out
    }
}

/// Rows that meet a row of weights together, so that it is loaded once for all of them.
const TOGETHER: usize = 4;

/// The products of up to [`TOGETHER`] rows that lie one after another with `weights`; none for rows that are not there.
#[inline(always)]
fn dots(rows: &[i16], weights: &[i16]) -> [i32; TOGETHER] {
    let width = weights.len();
    let row = |number: usize| rows.get(number * width..(number + 1) * width);
    match (row(0), row(1), row(2), row(3)) {
        (Some(a), Some(b), Some(c), Some(d)) => {
            let mut sums = [0; TOGETHER];
            for ((((weight, a), b), c), d) in weights.iter().zip(a).zip(b).zip(c).zip(d) {
                for (sum, value) in sums.iter_mut().zip([a, b, c, d]) {
                    *sum = product(*sum, *value, *weight);
                }
            }
            sums
        }
        (a, b, c, _) => [a, b, c, None].map(|row| {
            row.map_or(0, |row| row.iter().zip(weights).fold(0, |sum, (value, weight)| product(sum, *value, *weight)))
        }),
    }
}

/// Wrapping, as a check on every sum would keep the compiler from using vector instructions; it never wraps.
#[inline(always)]
fn product(sum: i32, value: i16, weight: i16) -> i32 {
    sum.wrapping_add(i32::from(value).wrapping_mul(i32::from(weight)))
}

/// Scaled dot-product attention of every head.
#[inline(always)]
fn attention(queries: &Rows, keys: &Rows, values: &Rows) -> Rows {
    let count = queries.count();
    let mut out = Rows::zeros(count, DIMENSIONS);
    let mut weights = vec![0.0; count];
    // Keys lie crosswise, so that the scores of one query are sums over rows of equal step.
    let mut crosswise = vec![0.0; HEAD * count];
    for head in (0..DIMENSIONS).step_by(HEAD) {
        for (token, key) in keys.iter().enumerate() {
            for (dimension, value) in key[head..head + HEAD].iter().enumerate() {
                crosswise[dimension * count + token] = *value;
            }
        }
        for (query, out) in queries.iter().zip(out.values.chunks_exact_mut(DIMENSIONS)) {
            weights.fill(0.0);
            for (value, keys) in query[head..head + HEAD].iter().zip(crosswise.chunks_exact(count)) {
                weights.iter_mut().zip(keys).for_each(|(weight, key)| *weight += value * key);
            }
            softmax(&mut weights);
            for (weight, value) in weights.iter().zip(values.iter()) {
                let out = out[head..head + HEAD].iter_mut();
                out.zip(&value[head..head + HEAD]).for_each(|(out, value)| *out += weight * value);
            }
        }
    }
    out
}

#[inline(always)]
fn softmax(scores: &mut [f32]) {
    #[expect(clippy::cast_precision_loss, reason = "32 is exact")]
    let scale = 1.0 / (HEAD as f32).sqrt();
    let largest = scores.iter().fold(f32::MIN, |most, score| most.max(*score));
    scores.iter_mut().for_each(|score| *score = ((*score - largest) * scale).exp());
    let sum: f32 = scores.iter().sum();
    scores.iter_mut().for_each(|score| *score /= sum);
}

#[inline(always)]
fn add(rows: &mut Rows, more: &Rows) {
    rows.values.iter_mut().zip(&more.values).for_each(|(value, more)| *value += more);
}

/// Layer normalisation.
struct Norm {
    weight: Vec<f32>,
    bias: Vec<f32>,
}

impl Norm {
    fn read(tensors: &Tensors<'_>, name: &str) -> Result<Self, BadModel> {
        let weight = tensors.floats(&format!("{name}.weight"), DIMENSIONS)?;
        Ok(Self { weight, bias: tensors.floats(&format!("{name}.bias"), DIMENSIONS)? })
    }

    #[inline(always)]
    fn apply(&self, rows: &mut Rows) {
        #[expect(clippy::cast_precision_loss, reason = "384 is exact")]
        let width = DIMENSIONS as f32;
        for row in rows.values.chunks_exact_mut(DIMENSIONS) {
            let mean = row.iter().sum::<f32>() / width;
            let variance = row.iter().map(|value| (value - mean) * (value - mean)).sum::<f32>() / width;
            let scale = 1.0 / (variance + 1e-12).sqrt();
            for ((value, weight), bias) in row.iter_mut().zip(&self.weight).zip(&self.bias) {
                *value = (*value - mean) * scale * weight + bias;
            }
        }
    }
}

/// x · Φ(x), with the error function by Abramowitz and Stegun 7.1.26 (within 1.5e-7).
#[inline(always)]
fn gelu(x: f32) -> f32 {
    let z = x.abs() * std::f32::consts::FRAC_1_SQRT_2;
    let t = 1.0 / (1.0 + 0.327_591_1 * z);
    let series = ((((1.061_405_4 * t - 1.453_152) * t + 1.421_413_7) * t - 0.284_496_74) * t + 0.254_829_6) * t;
    let erf = (1.0 - series * (-z * z).exp()).copysign(x);
    0.5 * x * (1.0 + erf)
}
