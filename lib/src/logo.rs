//! An agency's logo, made small and safe: whatever was uploaded becomes one PNG of at most 720 × 240 pixels, which mails and
//! pages show under a sealed address.
//!
//! Invariant: decoding is bounded in pixels and memory before a pixel is read; what was uploaded itself is never served.

use std::io::Cursor;

use image::{ImageFormat, ImageReader, Limits, imageops::FilterType};

use crate::{
    seal::{self, Purpose, SealKey},
    tenant::{Slug, TenantId},
};

/// Printed at 60 × 20 mm at most, this is 300 dots an inch.
const WIDTH: u32 = 720;
const HEIGHT: u32 = 240;
/// Largest side that is decoded, in pixels.
const SIDE: u32 = 4_096;
/// Most memory that decoding may take: four bytes for each pixel of the largest picture, and as much again.
const MEMORY: u64 = 128 << 20;
/// Largest file that is looked at (`contract.md`: a logo is at most 1 MB).
pub const MAX_FILE: usize = 1 << 20;

/// Where logos are served, under the API's public part.
pub const PATH: &str = "/api/v1/public/logos/";

/// The logo as a PNG; `None` when it is no PNG, JPEG or WebP, or is too large.
#[must_use]
pub fn prepare(bytes: &[u8]) -> Option<Vec<u8>> {
    let format = image::guess_format(bytes).ok()?;
    let known = matches!(format, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP);
    if !known || bytes.len() > MAX_FILE {
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

/// The tenant's file of a prepared logo, named by its content so that an address never shows another picture.
#[must_use]
pub fn file(png: &[u8]) -> String {
    format!("branding/{}.png", seal::digest(png))
}

/// The address part that names a tenant's logo, under a seal.
#[must_use]
pub fn token(key: &SealKey, tenant: &TenantId, file: &str) -> String {
    key.seal(Purpose::Logo, format!("{tenant}\n{file}").as_bytes())
}

/// The tenant and file that an address part names, if the seal is ours.
#[must_use]
pub fn open(key: &SealKey, token: &str) -> Option<(TenantId, String)> {
    let named = String::from_utf8(key.open(Purpose::Logo, token)?).ok()?;
    let (tenant, file) = named.split_once('\n')?;
    Some((TenantId::proven(Slug::parse(tenant).ok()?), file.to_owned()))
}

/// The file that an agency's `logo_url` shows; `None` when it shows no uploaded one.
#[must_use]
pub fn file_of(key: &SealKey, tenant: &TenantId, logo_url: Option<&str>) -> Option<String> {
    let (_, token) = logo_url?.split_once(PATH)?;
    open(key, token).filter(|(owner, _)| owner == tenant).map(|(_, file)| file)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use image::{DynamicImage, RgbaImage};

    use super::*;

    fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let picture = DynamicImage::ImageRgba8(RgbaImage::new(width, height));
        let picture = if format == ImageFormat::Jpeg { picture.into_rgb8().into() } else { picture };
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_picture_of_any_kind_becomes_a_small_png() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            let png = prepare(&encoded(1_440, 100, format)).unwrap();
            let small = image::load_from_memory_with_format(&png, ImageFormat::Png).unwrap();
            assert_eq!((small.width(), small.height()), (720, 50), "{format:?}");
        }
    }

    #[test]
    fn what_is_no_picture_or_too_large_a_one_is_no_logo() {
        assert_eq!(prepare(b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), None);
        assert_eq!(prepare(b"GIF89a"), None);
        assert_eq!(prepare(&encoded(5_000, 1, ImageFormat::Png)), None);
        assert_eq!(prepare(&vec![0; MAX_FILE + 1]), None);
        // A header that promises more pixels than there are bytes for.
        let mut bomb = encoded(1, 1, ImageFormat::Png);
        bomb[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
        assert_eq!(prepare(&bomb), None);
    }

    #[test]
    fn an_address_shows_the_logo_of_its_own_agency_only() {
        let key = SealKey::new("k");
        let (blue, red) = ["blue", "red"].map(|slug| TenantId::proven(Slug::parse(slug).unwrap())).into();
        let url = format!("https://desk.example{PATH}{}", token(&key, &blue, "branding/1.png"));
        assert_eq!(file_of(&key, &blue, Some(&url)).as_deref(), Some("branding/1.png"));
        assert_eq!(file_of(&key, &red, Some(&url)), None);
        assert_eq!(file_of(&key, &blue, Some("https://evil.example/pixel.png")), None);
    }
}
