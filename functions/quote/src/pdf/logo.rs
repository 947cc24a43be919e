//! An agency's logo, made small and safe: whatever was uploaded becomes one PNG of at most 720 × 240 pixels.
//!
//! Invariant: decoding is bounded in pixels and memory before a pixel is read.

use std::io::Cursor;

use image::{ImageFormat, ImageReader, Limits, imageops::FilterType};

/// Printed at 60 × 20 mm at most, this is 300 dots an inch.
const WIDTH: u32 = 720;
const HEIGHT: u32 = 240;
/// Largest side that is decoded, in pixels.
const SIDE: u32 = 4_096;
/// Most memory that decoding may take: four bytes for each pixel of the largest picture, and as much again.
const MEMORY: u64 = 128 << 20;
/// Largest file that is looked at (`contract.md`: a logo is at most 1 MB).
const FILE: usize = 1 << 20;

/// The logo as a PNG for the template; `None` when it is no PNG, JPEG or WebP, or is too large.
pub(super) fn prepare(bytes: &[u8]) -> Option<Vec<u8>> {
    let format = image::guess_format(bytes).ok()?;
    let known = matches!(format, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP);
    if !known || bytes.len() > FILE {
        return None;
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE);
    limits.max_image_height = Some(SIDE);
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let picture = reader.decode().ok()?;
    let fits = picture.width() <= WIDTH && picture.height() <= HEIGHT;
    let picture = if fits { picture } else { picture.resize(WIDTH, HEIGHT, FilterType::CatmullRom) };
    let mut png = Cursor::new(Vec::new());
    picture.into_rgba8().write_to(&mut png, ImageFormat::Png).ok()?;
    Some(png.into_inner())
}
