//! Products and sums of vectors, which is what a search by meaning spends its time on. They stand here, as this
//! crate alone is built optimised for `cargo run`.
//!
//! Invariant: a row that is cut short has no product.

/// Each row's scale (f32, little-endian) times the sum of the products of its bytes with `question`. A sum of 4,096
/// products of a 12-bit and an 8-bit number stays within 32 bits.
#[must_use]
pub fn products(question: &[i16], rows: &[u8]) -> Vec<f32> {
    pulp::Arch::new().dispatch(Products { question, rows })
}

/// A struct for the same reason as [`Pass`](crate::Pass).
struct Products<'v> {
    question: &'v [i16],
    rows: &'v [u8],
}

impl pulp::NullaryFnOnce for Products<'_> {
    type Output = Vec<f32>;

    #[inline(always)]
    fn call(self) -> Vec<f32> {
        let rows = self.rows.chunks_exact(self.question.len() + 4);
        let mut products = Vec::with_capacity(rows.len());
        for row in rows {
            let (scale, numbers) = row.split_first_chunk::<4>().unwrap_or((&[0; 4], &[]));
            let mut sum = 0_i32;
            for (a, b) in self.question.iter().zip(numbers) {
                sum = sum.wrapping_add(i32::from(*a).wrapping_mul(i32::from(b.cast_signed())));
            }
            #[expect(clippy::cast_precision_loss, reason = "seven digits are enough for a cosine")]
            products.push(f32::from_le_bytes(*scale) * sum as f32);
        }
        products
    }
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
