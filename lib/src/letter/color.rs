//! An agency's colours, made readable: text on a colour is black or white by contrast, and a colour used as ink is
//! darkened until it can be read on white (WCAG 2.2, success criterion 1.4.3: at least 4.5 to 1).

use serde::Serialize;

use crate::tenant::Branding;

/// Colours of a letter, each `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Palette {
    /// The agency's first colour, for areas.
    pub primary: String,
    /// Text on `primary`.
    pub on_primary: String,
    /// The first colour as ink on white.
    pub ink: String,
    /// The first colour as ink on a dark page.
    pub glow: String,
    /// A breath of the first colour, as a background for dark text.
    pub tint: String,
    /// The agency's second colour, for small areas.
    pub accent: String,
    /// Text on `accent`.
    pub on_accent: String,
}

type Rgb = [u8; 3];

const WHITE: Rgb = [255; 3];
const BLACK: Rgb = [17, 24, 28];
const NIGHT: Rgb = [32, 36, 40];
/// What is used when a stored colour cannot be read.
const FALLBACK: Rgb = [0x0f, 0x4c, 0x5c];
/// WCAG's contrast for text, in hundredths.
const READABLE: u32 = 450;

impl Palette {
    /// The palette of an agency's branding.
    #[must_use]
    pub fn of(branding: &Branding) -> Self {
        let primary = parse(&branding.primary_color).unwrap_or(FALLBACK);
        let accent = parse(&branding.secondary_color).unwrap_or(primary);
        Self {
            primary: hex(primary),
            on_primary: hex(text_on(primary)),
            ink: hex(toward(primary, BLACK, WHITE)),
            glow: hex(toward(primary, WHITE, NIGHT)),
            tint: hex(mix(primary, WHITE, 94)),
            accent: hex(accent),
            on_accent: hex(text_on(accent)),
        }
    }
}

fn parse(text: &str) -> Option<Rgb> {
    let digits = text.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.is_ascii())?;
    let value = u32::from_str_radix(digits, 16).ok()?;
    let [_, r, g, b] = value.to_be_bytes();
    Some([r, g, b])
}

fn hex([r, g, b]: Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// White where it can be read, or where it reads better than black.
fn text_on(background: Rgb) -> Rgb {
    let white = contrast(WHITE, background);
    if white >= READABLE || white >= contrast(BLACK, background) { WHITE } else { BLACK }
}

/// The first mix of `color` with `end`, in steps of four hundredths, that can be read on `background`.
fn toward(color: Rgb, end: Rgb, background: Rgb) -> Rgb {
    (0..=25).map(|step| mix(color, end, step * 4)).find(|mixed| contrast(*mixed, background) >= READABLE).unwrap_or(end)
}

/// `share` hundredths of `b` in `a`.
fn mix(a: Rgb, b: Rgb, share: u32) -> Rgb {
    let channel = |a: u8, b: u8| {
        let mixed = (u32::from(a) * (100 - share) + u32::from(b) * share + 50) / 100;
        u8::try_from(mixed).unwrap_or(u8::MAX)
    };
    [channel(a[0], b[0]), channel(a[1], b[1]), channel(a[2], b[2])]
}

/// Contrast in hundredths, 100 to 2100.
fn contrast(a: Rgb, b: Rgb) -> u32 {
    let (a, b) = (luminance(a) + 500, luminance(b) + 500);
    a.max(b) * 100 / a.min(b)
}

/// Relative luminance in ten-thousandths (WCAG 2.2, "relative luminance").
#[expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a colour is no money; the result lies in 0..=10000"
)]
fn luminance(color: Rgb) -> u32 {
    let linear = color.map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    ((0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]) * 10_000.0).round() as u32
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn contrast_is_that_of_the_standard() {
        assert_eq!(contrast([255; 3], [0; 3]), 2100);
        assert_eq!(contrast([0x77; 3], [255; 3]), 447, "#777777 on white is the well-known near miss");
        assert_eq!(contrast([0x76; 3], [255; 3]), 454);
    }

    #[test]
    fn pale_and_broken_colours_stay_readable() {
        let branding = |primary: &str| Branding { primary_color: primary.to_owned(), ..Branding::default() };
        assert_eq!(Palette::of(&branding("#ffee00")).on_primary, "#11181c");
        assert_eq!(Palette::of(&branding("#003366")).on_primary, "#ffffff");
        assert_eq!(Palette::of(&branding("red;}")).primary, "#0f4c5c");
        assert_eq!(Palette::of(&branding("#ééé")).primary, "#0f4c5c");
    }

    proptest! {
        #[test]
        fn every_pair_can_be_read(rgb: [u8; 3]) {
            let palette = Palette::of(&Branding { primary_color: hex(rgb), ..Branding::default() });
            let pair = |a: &str, b: Rgb| contrast(parse(a).unwrap(), b);
            prop_assert!(pair(&palette.ink, WHITE) >= READABLE);
            prop_assert!(pair(&palette.glow, NIGHT) >= READABLE);
            prop_assert!(pair(&palette.on_primary, parse(&palette.primary).unwrap()) >= 420);
            prop_assert!(contrast(BLACK, parse(&palette.tint).unwrap()) >= READABLE);
        }
    }
}
