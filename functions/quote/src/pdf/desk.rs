//! The typesetter's desk: fonts, template and standard library, laid out once, and one sheet on it per letter.
//!
//! Invariant: a [`Sheet`] knows three files (template, data, logo). There is no file system, package, network or clock.

use std::sync::OnceLock;

use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use super::PdfError;

const TEMPLATE: &str = include_str!("../../templates/quote.typ");

const FONTS: [&[u8]; 6] = [
    include_bytes!("../../fonts/EBGaramond12-Regular.otf"),
    include_bytes!("../../fonts/EBGaramond12-Italic.otf"),
    include_bytes!("../../fonts/Inter-Regular.otf"),
    include_bytes!("../../fonts/Inter-SemiBold.otf"),
    include_bytes!("../../fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansArabic-Regular.ttf"),
];

/// What all letters share.
pub(super) struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    data: FileId,
    logo: FileId,
}

impl Desk {
    /// The one desk of this process.
    pub(super) fn shared() -> Result<&'static Self, PdfError> {
        static DESK: OnceLock<Result<Desk, String>> = OnceLock::new();
        DESK.get_or_init(Self::lay_out).as_ref().map_err(|fault| PdfError::Setup(fault.clone()))
    }

    fn lay_out() -> Result<Self, String> {
        let fonts: Vec<Font> = FONTS.iter().flat_map(|bytes| Font::iter(Bytes::new(*bytes))).collect();
        if fonts.len() != FONTS.len() {
            return Err("a font does not load".to_owned());
        }
        Ok(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            template: Source::new(file("quote.typ")?, TEMPLATE.to_owned()),
            data: file("letter.json")?,
            logo: file("logo.png")?,
        })
    }

    /// Whether a font has a picture of `c`. Phonetic extensions count as missing: Inter has some, and loses them when it
    /// shapes them.
    pub(super) fn shows(&self, c: char) -> bool {
        !('\u{1d00}'..='\u{1dbf}').contains(&c)
            && self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
    }
}

fn file(name: &str) -> Result<FileId, String> {
    let path = VirtualPath::new(name).map_err(|_| format!("not a path: {name}"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// One letter on the desk.
pub(super) struct Sheet<'a> {
    desk: &'a Desk,
    data: Bytes,
    logo: Option<Bytes>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(desk: &'a Desk, data: Bytes, logo: Option<Bytes>) -> Self {
        Self { desk, data, logo }
    }
}

impl World for Sheet<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.desk.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.desk.book
    }

    fn main(&self) -> FileId {
        self.desk.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.desk.template.id() { Ok(self.desk.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.desk.data {
            Ok(self.data.clone())
        } else if id == self.desk.logo {
            self.logo.clone().ok_or(FileError::AccessDenied)
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.desk.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
