//! The safetensors file: a length, a JSON header of names, types, shapes and places, and the numbers.
//!
//! Invariant: no tensor is handed out whose bytes do not lie inside the file or whose shape is not the one asked for.

use std::collections::HashMap;

use serde::Deserialize;

use crate::BadModel;

/// The file's tensors by name.
pub(crate) struct Tensors<'a> {
    entries: HashMap<String, Entry>,
    data: &'a [u8],
}

#[derive(Deserialize)]
struct Entry {
    dtype: String,
    shape: Vec<usize>,
    data_offsets: (usize, usize),
}

impl<'a> Tensors<'a> {
    pub(crate) fn read(file: &'a [u8]) -> Result<Self, BadModel> {
        let broken = || BadModel("the header cannot be read".to_owned());
        let (length, rest) = file.split_first_chunk::<8>().ok_or_else(broken)?;
        let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| broken())?;
        let (header, data) = rest.split_at_checked(length).ok_or_else(broken)?;
        let entries = serde_json::from_slice(header).map_err(|_| broken())?;
        Ok(Self { entries, data })
    }

    /// The floats of a tensor of this many numbers.
    pub(crate) fn floats(&self, name: &str, count: usize) -> Result<Vec<f32>, BadModel> {
        let bytes = self.bytes(name, "F32", count, 4)?;
        Ok(bytes.as_chunks::<4>().0.iter().map(|four| f32::from_le_bytes(*four)).collect())
    }

    /// The 8-bit integers of a matrix, and the scale of each of its rows.
    pub(crate) fn matrix(&self, name: &str, rows: usize, width: usize) -> Result<(Vec<i8>, Vec<f32>), BadModel> {
        let bytes = self.bytes(name, "I8", rows * width, 1)?;
        let scales = self.floats(&format!("{name}.scale"), rows)?;
        Ok((bytes.iter().map(|byte| byte.cast_signed()).collect(), scales))
    }

    fn bytes(&self, name: &str, dtype: &str, count: usize, size: usize) -> Result<&'a [u8], BadModel> {
        let bad = || BadModel(format!("tensor {name}"));
        let entry = self.entries.get(name).ok_or_else(bad)?;
        let fits = entry.dtype == dtype
            && entry.shape.iter().try_fold(1, |n: usize, side| n.checked_mul(*side)) == Some(count);
        let bytes = self.data.get(entry.data_offsets.0..entry.data_offsets.1).ok_or_else(bad)?;
        if fits && bytes.len() == count * size { Ok(bytes) } else { Err(bad()) }
    }
}
