//! PDF: the glyphs of each page with their places, which [`place`](super::place) puts together again as Markdown.
//!
//! Invariant: a page that goes on for ever is broken off, and so is one that the interpreter stumbles over; nothing is
//! drawn, no image is decoded and no font but an embedded one is looked for.

#![expect(clippy::float_arithmetic, reason = "places on a page are floats")]

use std::{
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::mpsc,
    time::{Duration, Instant},
};

use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask,
    font::Glyph,
    hayro_cmap::BfString,
    hayro_syntax::{LoadPdfError, Pdf},
    interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect};

use super::{
    LONGEST_TEXT, Unreadable,
    place::{Letter, Writer},
    weight::weigh,
};

/// Longest time that reading a file may take.
const LONGEST: Duration = Duration::from_secs(20);
/// What a page that is being broken off may take beyond that.
const GRACE: Duration = Duration::from_secs(2);
/// Room for trees of pages that go deep; memory is taken only as far as they do.
const STACK: usize = 256 << 20;
const INTRICATE: Unreadable = "the file is too intricate to be read";
/// Most glyphs of one page.
const MOST_GLYPHS: usize = 200_000;
/// Units of a glyph's own coordinates in one em.
const EM: f64 = 1_000.0;

/// The text of a file.
pub(super) fn markdown(bytes: &[u8]) -> Result<String, Unreadable> {
    weigh(bytes)?;
    let text = apart(bytes.to_vec())?;
    if text.trim().is_empty() { Err("there is no text in the file; a scan must be read by a person") } else { Ok(text) }
}

/// Reads on a thread of its own: the parser of a file's frame can neither be told to stop nor how deep it may go. A file that
/// keeps it busy is given up; its thread ends when the parser does.
fn apart(bytes: Vec<u8>) -> Result<String, Unreadable> {
    let (sender, receiver) = mpsc::channel();
    let until = Instant::now() + LONGEST;
    let work = move || {
        let read = catch_unwind(AssertUnwindSafe(|| pages(bytes, until)));
        // Nobody listens any more to a file that was given up.
        let _ = sender.send(read.unwrap_or(Err(INTRICATE)));
    };
    std::thread::Builder::new().stack_size(STACK).spawn(work).map_err(|_| INTRICATE)?;
    receiver.recv_timeout(LONGEST + GRACE).unwrap_or(Err(INTRICATE))
}

fn pages(bytes: Vec<u8>, until: Instant) -> Result<String, Unreadable> {
    let pdf = Pdf::new(bytes).map_err(|failure| match failure {
        LoadPdfError::Decryption(_) => "the file is protected by a password",
        LoadPdfError::Invalid => "not a whole PDF file",
    })?;
    let cache = InterpreterCache::new();
    let mut writer = Writer::default();
    for page in pdf.pages().iter() {
        let settings = InterpreterSettings { render_annotations: false, ..InterpreterSettings::default() };
        let bounds = Rect::new(0.0, 0.0, 1.0, 1.0);
        let mut context = Context::new(Affine::IDENTITY, bounds, &cache, pdf.xref(), settings);
        let mut letters = Letters { found: Vec::new(), until };
        interpret_page(page, &mut context, &mut letters);
        writer.page(letters.found);
        if writer.len() > LONGEST_TEXT {
            return Err("the text is longer than is read");
        }
    }
    Ok(writer.finish())
}

/// Collects letters instead of drawing them.
struct Letters {
    found: Vec<Letter>,
    until: Instant,
}

impl Letters {
    /// Unwinds out of the interpreter, which cannot be told to stop.
    fn check(&self) {
        if self.found.len() > MOST_GLYPHS || Instant::now() > self.until {
            resume_unwind(Box::new("too much"));
        }
    }
}

impl Device<'_> for Letters {
    fn draw_glyph(&mut self, glyph: &Glyph<'_>, page: Affine, own: Affine, _: &Paint<'_>, _: &GlyphDrawMode) {
        self.check();
        let text = match glyph.as_unicode() {
            Some(BfString::Char(letter)) => letter.to_string(),
            Some(BfString::String(letters)) => letters,
            None => return,
        };
        let transform = page * own;
        let [_, _, c, d, _, _] = transform.as_coeffs();
        let size = c.hypot(d) * EM;
        let advance = match glyph {
            Glyph::Outline(glyph) => glyph.advance_width().map_or(EM / 2.0, f64::from),
            Glyph::Type3(_) => EM / 2.0,
        };
        let (begin, end) = (transform * Point::ORIGIN, transform * Point::new(advance, 0.0));
        if size.is_finite() && begin.x.is_finite() && begin.y.is_finite() && end.x.is_finite() {
            self.found.push(Letter { text, x: begin.x, end: end.x, y: begin.y, size });
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {
        self.check();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.check();
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}

    fn set_blend_mode(&mut self, _: BlendMode) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}

    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}

    fn pop_clip_path(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
