//! How much a workbook may hold, found out before the library opens it: the library takes as much memory as a file says
//! that it will need.

use std::io::{Cursor, Read};

use calamine::{Dimensions, Reader as _, Xls, XlsError};
use luoshi_diagnostics::{Code, Note};
use zip::ZipArchive;

use super::records;
use super::tail::{attribute, tags};

/// Parts of an .xlsx at most.
const PARTS_AT_MOST: usize = 10_000;
/// Bytes of all parts at most, unpacked.
const UNPACKED_AT_MOST: u64 = 1 << 30;
/// No packing makes more bytes out of one.
const DEFLATE_AT_MOST: u64 = 1_032;
/// The table of texts, which stands in memory as a whole.
const TEXTS: &str = "sharedstrings.xml";
/// Cells of an .xls at most, empty ones between the first and the last of each sheet included.
const CELLS_AT_MOST: u64 = 4_000_000;
/// Cells that are merged with others at most, in one sheet.
const MERGED_AT_MOST: u64 = 4_000_000;
/// Rows and columns of a sheet.
const SHEET: (u32, u32) = (1_048_576, 16_384);

/// What a workbook has too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Excess {
    Parts,
    Unpacked,
    Cells,
    Merged,
}

impl Excess {
    /// The key of its words, and how much there may be.
    fn told(self) -> (&'static str, u64) {
        match self {
            Excess::Parts => ("workbook-parts", PARTS_AT_MOST as u64),
            Excess::Unpacked => ("workbook-unpacked", UNPACKED_AT_MOST >> 20),
            Excess::Cells => ("workbook-cells", CELLS_AT_MOST),
            Excess::Merged => ("workbook-merged", MERGED_AT_MOST),
        }
    }
}

/// Why a workbook is not opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unfit {
    TooMuch(Excess),
    /// It is damaged, in a way that the library would stumble over.
    Damaged(String),
}

impl Unfit {
    /// The same, found in a sheet.
    pub(super) fn of_sheet(self, sheet: &str) -> Unfit {
        match self {
            Unfit::Damaged(detail) => Unfit::Damaged(format!("{sheet}: {detail}")),
            Unfit::TooMuch(excess) => Unfit::TooMuch(excess),
        }
    }

    pub(super) fn note(self, path: &str) -> Note {
        match self {
            Unfit::Damaged(detail) => Note::new(Code::WorkbookUnreadable)
                .arg("reason", "damaged")
                .arg("path", path)
                .arg("detail", detail),
            Unfit::TooMuch(excess) => {
                let (what, limit) = excess.told();
                Note::new(Code::WorkbookTooLarge)
                    .arg("path", path)
                    .term("what", what)
                    .arg("limit", i64::try_from(limit).unwrap_or(i64::MAX))
            }
        }
    }
}

/// What can be given to the library.
pub(crate) enum Fit<'b> {
    Xlsx(&'b [u8]),
    /// The workbook of an .xls, in a file of its own.
    Xls(Vec<u8>),
    /// It needs a password.
    Locked,
}

/// The name of the thread on which the library reads an .xls. It panics over some that are damaged: then nothing is to be
/// said of the panic, for the workbook is refused with a reason.
pub const STUMBLES: &str = "xls";

/// Opens the workbook of an .xls.
pub(crate) fn opened(stream: Vec<u8>) -> Result<OldBook, XlsError> {
    let open = move || Xls::new(Cursor::new(stream));
    let thread = std::thread::Builder::new().name(STUMBLES.to_owned());
    let opened = thread.spawn(open).map_err(XlsError::Io)?;
    let damaged = |_| XlsError::Io(std::io::ErrorKind::InvalidData.into());
    opened.join().map_err(damaged)?
}

/// An .xls, open.
pub(crate) type OldBook = Xls<Cursor<Vec<u8>>>;

/// Whether a workbook can be opened.
pub(crate) fn fit(bytes: &[u8]) -> Result<Fit<'_>, Unfit> {
    if super::book::is_xls(bytes) {
        return Ok(xls(bytes)?.map_or(Fit::Locked, Fit::Xls));
    }
    xlsx(bytes).map(|()| Fit::Xlsx(bytes))
}

/// Whether an .xlsx can be opened: it unpacks to as much as it may, whatever it says of itself.
fn xlsx(bytes: &[u8]) -> Result<(), Unfit> {
    xlsx_within(bytes, UNPACKED_AT_MOST)
}

fn xlsx_within(bytes: &[u8], most: u64) -> Result<(), Unfit> {
    // What is no archive, the library says better.
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else {
        return Ok(());
    };
    if zip.len() > PARTS_AT_MOST {
        return Err(Unfit::TooMuch(Excess::Parts));
    }
    let packed = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let small = packed.saturating_mul(DEFLATE_AT_MOST) <= most;
    let mut left = most;
    for at in 0..zip.len() {
        let damaged = |error: &dyn std::fmt::Display| Unfit::Damaged(error.to_string());
        let Ok(part) = zip.by_index(at) else {
            // Encrypted, or packed in a way that nobody uses: the library will say so.
            continue;
        };
        let texts = part.name().map_err(|error| damaged(&error))?;
        let texts = texts.to_ascii_lowercase().ends_with(TEXTS);
        let mut part = part.take(left.saturating_add(1));
        // Whatever goes wrong on the way is told by the library, if it is about a part that is wanted.
        let read = if texts {
            let mut text = Vec::new();
            let _ = part.read_to_end(&mut text);
            counted(&text)?;
            text.len() as u64
        } else if small {
            0
        } else {
            unpacked(part)
        };
        left = left
            .checked_sub(read)
            .ok_or(Unfit::TooMuch(Excess::Unpacked))?;
    }
    Ok(())
}

/// How many bytes come out of a part, up to its end or to what is wrong with it.
fn unpacked(mut part: impl Read) -> u64 {
    let mut buffer = [0; 1 << 14];
    let mut all = 0_u64;
    while let Ok(read @ 1..) = part.read(&mut buffer) {
        all = all.saturating_add(read as u64);
    }
    all
}

/// The table of texts says how many it holds, and the library makes room for so many.
fn counted(texts: &[u8]) -> Result<(), Unfit> {
    let said = String::from_utf8_lossy(texts);
    for tag in tags(&said, "sst") {
        let count = attribute(tag, "uniqueCount").and_then(|count| count.parse::<u64>().ok());
        // Each takes some bytes.
        if count.is_some_and(|count| count > texts.len() as u64) {
            return Err(Unfit::Damaged("uniqueCount".to_owned()));
        }
    }
    Ok(())
}

/// The workbook in an .xls, in a file of its own, if it can be opened: the library lays out each of its sheets from
/// the first cell to the last. None if it is encrypted.
fn xls(bytes: &[u8]) -> Result<Option<Vec<u8>>, Unfit> {
    let Some(stream) = records::stream(bytes).map_err(Unfit::Damaged)? else {
        return Ok(None);
    };
    if stream.cells > CELLS_AT_MOST {
        return Err(Unfit::TooMuch(Excess::Cells));
    }
    Ok(Some(stream.file))
}

/// The merged cells of a sheet that lie within it, if they are not too many.
pub(super) fn merged(merges: Vec<Dimensions>) -> Result<Vec<Dimensions>, Unfit> {
    let within = |merge: &Dimensions| {
        let (start, end) = (merge.start, merge.end);
        start.0 <= end.0 && start.1 <= end.1 && end.0 < SHEET.0 && end.1 < SHEET.1
    };
    let merges: Vec<Dimensions> = merges.into_iter().filter(within).collect();
    let area = |merge: &Dimensions| {
        u64::from(merge.end.0 - merge.start.0 + 1) * u64::from(merge.end.1 - merge.start.1 + 1)
    };
    match merges.iter().map(area).sum::<u64>() {
        sum if sum > MERGED_AT_MOST => Err(Unfit::TooMuch(Excess::Merged)),
        _ => Ok(merges),
    }
}

#[cfg(test)]
mod tests;
