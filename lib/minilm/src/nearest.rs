//! Products and sums of vectors, which is what a search by meaning spends its time on. They stand here, as this
//! crate alone is built optimised for `cargo run`.
//!
//! Invariant: a row that is cut short has no product.

/// Each row's scale (f32, little-endian) times the sum of the products of its bytes with `question`. A sum of 4,096
/// products of a 12-bit and an 8-bit number stays within 32 bits.
#[must_use]
pub fn products(question: &[i16], rows: &[u8]) -> Vec<f32> {
    let one = |row: &[u8]| {
        let (scale, numbers) = row.split_first_chunk::<4>().unwrap_or((&[0; 4], &[]));
        let sum = question
            .iter()
            .zip(numbers)
            .fold(0_i32, |sum, (a, b)| sum.wrapping_add(i32::from(*a).wrapping_mul(i32::from(b.cast_signed()))));
        #[expect(clippy::cast_precision_loss, reason = "seven digits are enough for a cosine")]
        let sum = sum as f32;
        f32::from_le_bytes(*scale) * sum
    };
    rows.chunks_exact(question.len() + 4).map(one).collect()
}

/// The product of two vectors of one length; of vectors of length one it is their likeness.
#[must_use]
pub fn product(one: &[f32], other: &[f32]) -> f32 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

/// Adds a vector to a sum, with a weight.
pub fn add(sum: &mut [f32], vector: &[f32], weight: f32) {
    sum.iter_mut().zip(vector).for_each(|(sum, value)| *sum += weight * value);
}
