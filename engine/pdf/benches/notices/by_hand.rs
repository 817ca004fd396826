//! The same notice, written by hand as a page of typst.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, comemo};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::machine;

/// A sentence that no other notice has.
pub(crate) fn own_words(at: usize) -> String {
    format!("请第{at}组会前报送{}件纠纷的办理情况。", at % 97)
}

/// The fonts and the library, for all notices.
pub(crate) struct Hand {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl Hand {
    pub(crate) fn new() -> Hand {
        let fonts: Vec<Font> = machine::files()
            .filter(|(name, _)| name.contains("CJK") || name.contains("arphic"))
            .flat_map(|(_, bytes)| Font::iter(Bytes::new(bytes)))
            .collect();
        Hand {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
        }
    }

    /// One notice, its length in bytes and pages.
    pub(crate) fn notice(&self, at: usize) -> (usize, usize) {
        let page = Page {
            hand: self,
            source: Source::detached(PAGE.replace("OWN_WORDS", &own_words(at))),
        };
        let set = typst::compile::<PagedDocument>(&page).output;
        comemo::evict(1);
        let Ok(pages) = set else {
            panic!("the page written by hand is wrong");
        };
        let options = PdfOptions {
            ident: Smart::Auto,
            standards: PdfStandards::new(&[PdfStandard::A_2b]).unwrap_or_default(),
            tagged: false,
            ..PdfOptions::default()
        };
        let Ok(bytes) = typst_pdf::pdf(&pages, &options) else {
            panic!("the page written by hand cannot be written");
        };
        (bytes.len(), pages.pages().len())
    }
}

struct Page<'a> {
    hand: &'a Hand,
    source: Source,
}

impl World for Page<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.hand.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.hand.book
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        match id == self.source.id() {
            true => Ok(self.source.clone()),
            false => Err(FileError::AccessDenied),
        }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.hand.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

const PAGE: &str = include_str!("by_hand.typ");
