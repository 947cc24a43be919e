//! A quote's PDF: tagged, with embedded fonts, the same bytes for the same letter.
//!
//! Invariant: the letter reaches the template as JSON data. No word of it is ever parsed as markup, and the template can
//! reach nothing but that data, the logo and the fonts compiled into this crate.

mod data;
mod desk;

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests;

use tripdesk_core::{letter::QuoteLetter, logo};
use typst::{
    comemo,
    diag::{SourceDiagnostic, SourceResult},
    foundations::{Bytes, Smart},
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use desk::{Desk, Sheet};

/// Why there is no PDF. Each of these is a fault of ours, not of the letter.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The letter cannot be written as JSON.
    #[error("letter as data: {0}")]
    Data(#[from] serde_json::Error),
    /// The template, fonts or standards do not load.
    #[error("typesetting: {0}")]
    Setup(String),
    /// The template fails on this letter.
    #[error("template: {0}")]
    Template(String),
}

/// How many compilations a cached layout survives unused: enough for what all letters share, bounded for a warm instance.
const CACHE_AGE: usize = 4;

/// Typesets the letter as A4 PDF 1.7, PDF/A-2a and PDF/UA-1. A logo that cannot be read is left out and the agency's name
/// printed in its place. The first call loads fonts and template; later ones reuse them.
///
/// # Errors
/// [`PdfError`] when template and letter do not fit together: a bug, never the content of a text.
pub fn render(letter: &QuoteLetter, logo: Option<&[u8]>) -> Result<Vec<u8>, PdfError> {
    let desk = Desk::shared()?;
    let logo = logo.and_then(logo::prepare).map(Bytes::new);
    let data = Bytes::new(data::of(letter, logo.is_some(), desk)?);
    let pdf = lay_out(&Sheet::new(desk, data, logo)).and_then(|document| write(&document, letter));
    comemo::evict(CACHE_AGE);
    pdf
}

fn lay_out(sheet: &Sheet<'_>) -> Result<PagedDocument, PdfError> {
    accept(typst::compile(sheet).output)
}

/// Should a text ever break the standards (a glyph that cannot be mapped back), the quote still goes out, tagged, without
/// the claim to conform.
fn write(document: &PagedDocument, letter: &QuoteLetter) -> Result<Vec<u8>, PdfError> {
    conforming(document, letter).or_else(|_| export(document, letter, PdfStandards::default()))
}

fn conforming(document: &PagedDocument, letter: &QuoteLetter) -> Result<Vec<u8>, PdfError> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|fault| PdfError::Setup(fault.message().to_string()))?;
    export(document, letter, standards)
}

fn export(document: &PagedDocument, letter: &QuoteLetter, standards: PdfStandards) -> Result<Vec<u8>, PdfError> {
    let options = PdfOptions {
        ident: Smart::Custom(format!("{} {}", letter.number, letter.revision.as_deref().unwrap_or_default())),
        creator: Smart::Custom(Some("Tripdesk".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    accept(typst_pdf::pdf(document, &options)).map(without_suspects)
}

/// Poppler complains of `/Suspects false`, which is what its absence says as well (ISO 32000-1, table 321): blanks take its
/// place, so that nothing in the file moves.
fn without_suspects(mut pdf: Vec<u8>) -> Vec<u8> {
    const WRITTEN: &[u8] = b"/MarkInfo<</Marked true/Suspects false>>";
    const MEANT: &[u8; WRITTEN.len()] = b"/MarkInfo<</Marked true               >>";
    if let Some(at) = pdf.windows(WRITTEN.len()).rposition(|bytes| bytes == WRITTEN) {
        pdf[at..at + MEANT.len()].copy_from_slice(MEANT);
    }
    pdf
}

fn accept<T>(result: SourceResult<T>) -> Result<T, PdfError> {
    result.map_err(|faults| {
        let said: Vec<&str> = faults.iter().map(|fault: &SourceDiagnostic| fault.message.as_str()).collect();
        PdfError::Template(said.join("; "))
    })
}
