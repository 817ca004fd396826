//! All that the typesetting library gets to see: its program, the data of one paper, fonts. Neither a disk, the network nor
//! a clock.

use std::sync::{Arc, LazyLock};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{DiagSpan, FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};

use crate::fonts::Cast;

/// The program that sets the pages. The data is no part of it: no text of a paper is ever read as a program.
const PROGRAM: [(&str, &str); 7] = [
    ("/main.typ", include_str!("page/main.typ")),
    ("/text.typ", include_str!("page/text.typ")),
    ("/sheet.typ", include_str!("page/sheet.typ")),
    ("/pieces.typ", include_str!("page/pieces.typ")),
    ("/head.typ", include_str!("page/head.typ")),
    ("/table.typ", include_str!("page/table.typ")),
    ("/imprint.typ", include_str!("page/imprint.typ")),
];

/// Read once in a process.
struct Program {
    library: LazyHash<Library>,
    sources: Vec<Source>,
    data: Option<FileId>,
}

static PROGRAM_READ: LazyLock<Program> = LazyLock::new(|| Program {
    library: LazyHash::new(Library::builder().build()),
    sources: PROGRAM
        .iter()
        .filter_map(|(path, text)| Some(Source::new(id(path)?, (*text).to_owned())))
        .collect(),
    data: id("/paper.json"),
});

fn id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// What the library sees while it sets one paper.
pub(crate) struct Desk {
    cast: Arc<Cast>,
    data: Bytes,
}

impl Desk {
    /// For the data of one paper.
    pub(crate) fn new(cast: Arc<Cast>, data: Vec<u8>) -> Desk {
        Desk {
            cast,
            data: Bytes::new(data),
        }
    }

    /// The line of the program that a mistake was found in.
    pub(crate) fn place(&self, span: DiagSpan) -> Option<String> {
        let range = self.range(span)?;
        let source = self.source(span.id()?).ok()?;
        let line = source.lines().byte_to_line(range.start)? + 1;
        Some(format!(
            "{}:{line}",
            source.id().vpath().get_without_slash()
        ))
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &PROGRAM_READ.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.cast.book
    }

    // Invariant: the program has a first file, and every path of it is a path.
    fn main(&self) -> FileId {
        PROGRAM_READ.sources[0].id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let source = PROGRAM_READ.sources.iter().find(|source| source.id() == id);
        source.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match PROGRAM_READ.data == Some(id) {
            true => Ok(self.data.clone()),
            false => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.cast.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
