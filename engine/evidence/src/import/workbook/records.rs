//! The records of an .xls, as far as they say where cells stand (MS-XLS 2.1.4 and 2.3).

use std::io::{Cursor, Read as _, Write as _};

use cfb::CompoundFile;

const BOUND_SHEET: u16 = 0x0085;
const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;
const DIMENSIONS: u16 = 0x0200;
/// Several cells of a row in one record.
const MUL_RK: u16 = 0x00BD;
/// Records that begin with the row and the column of a cell.
const CELLS: [u16; 8] = [
    0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E, MUL_RK,
];

/// What an .xls holds.
pub(super) struct Stream {
    /// It, in a file in which nothing else is.
    pub(super) file: Vec<u8>,
    /// How many cells all sheets have, from the first to the last of each that holds something.
    pub(super) cells: u64,
}

/// Takes the workbook out of an .xls; none if it is an encrypted .xlsx, which looks like one from outside.
///
/// The library has a reader of such files of its own, which stumbles over damaged ones: it is given a new one.
///
/// # Errors
/// What is wrong with the file.
pub(super) fn stream(bytes: &[u8]) -> Result<Option<Stream>, String> {
    let told = |error: std::io::Error| error.to_string();
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(told)?;
    let books = ["/Workbook", "/Book"];
    let Some(book) = books.into_iter().find(|book| file.is_stream(book)) else {
        let locked = file.is_stream("/EncryptedPackage");
        return locked.then_some(None).ok_or_else(|| "Workbook".to_owned());
    };
    let mut stream = Vec::new();
    let opened = file.open_stream(book);
    opened
        .and_then(|mut opened| opened.read_to_end(&mut stream))
        .map_err(told)?;
    let cells = of_book(&stream)?;
    let file = alone(book, &stream).map_err(told)?;
    Ok(Some(Stream { file, cells }))
}

fn alone(name: &str, stream: &[u8]) -> std::io::Result<Vec<u8>> {
    let memory = Cursor::new(Vec::with_capacity(stream.len() + stream.len() / 64));
    let mut file = CompoundFile::create_with_version(cfb::Version::V3, memory)?;
    file.create_stream(name)?.write_all(stream)?;
    file.flush()?;
    Ok(file.into_inner().into_inner())
}

fn of_book(stream: &[u8]) -> Result<u64, String> {
    let sheets = records(stream).filter(|record| record.kind == BOUND_SHEET);
    let starts = sheets.filter_map(|record| Some(u32_at(record.data, 0)? as usize));
    let mut cells = 0_u64;
    let mut left = stream.len();
    for start in starts {
        let sheet = stream.get(start..).ok_or("BoundSheet8")?;
        let (taken, held) = of_sheet(sheet)?;
        cells = cells.saturating_add(held);
        // Sheets do not lie in one another: a few bytes could pretend to be any number of them.
        left = left.checked_sub(taken).ok_or("BoundSheet8")?;
    }
    Ok(cells)
}

/// How many bytes a sheet takes, and how many cells it has.
fn of_sheet(sheet: &[u8]) -> Result<(usize, u64), String> {
    let mut held: Option<Cells> = None;
    let mut said = 0;
    let (mut taken, mut depth) = (0, 0_usize);
    for record in records(sheet) {
        taken += record.data.len() + HEAD;
        match record.kind {
            BOF => depth += 1,
            EOF if depth <= 1 => break,
            EOF => depth -= 1,
            // Of a chart within the sheet.
            _ if depth > 1 => {}
            DIMENSIONS => said = dimensions(record.data).ok_or("Dimensions")?,
            kind if CELLS.contains(&kind) => {
                let cell = cell(&record).ok_or("Cell")?;
                held = Some(held.map_or(cell, |held| held.with(cell)));
            }
            _ => {}
        }
    }
    Ok((taken, held.map_or(0, Cells::count).max(said)))
}

/// A rectangle of cells: first and last row, first and last column.
#[derive(Clone, Copy)]
struct Cells {
    rows: (u32, u32),
    columns: (u32, u32),
}

impl Cells {
    fn with(self, other: Cells) -> Cells {
        let span = |a: (u32, u32), b: (u32, u32)| (a.0.min(b.0), a.1.max(b.1));
        Cells {
            rows: span(self.rows, other.rows),
            columns: span(self.columns, other.columns),
        }
    }

    fn count(self) -> u64 {
        let length = |(first, last): (u32, u32)| u64::from(last.saturating_sub(first)) + 1;
        length(self.rows) * length(self.columns)
    }
}

fn cell(record: &Record<'_>) -> Option<Cells> {
    let (row, first) = (u16_at(record.data, 0)?, u16_at(record.data, 2)?);
    let last = match record.kind {
        MUL_RK => u16_at(record.data, record.data.len().checked_sub(2)?)?,
        _ => first,
    };
    Some(Cells {
        rows: (row, row),
        columns: (first.min(last), first.max(last)),
    })
}

/// How many cells the sheet says that it has; none if its last stands before its first.
fn dimensions(data: &[u8]) -> Option<u64> {
    let narrow = |at: usize| u16_at(data, at);
    let (first_row, end_row, first, end) = match data.len() {
        10 => (narrow(0)?, narrow(2)?, narrow(4)?, narrow(6)?),
        _ => (u32_at(data, 0)?, u32_at(data, 4)?, narrow(8)?, narrow(10)?),
    };
    if end_row == 0 || end == 0 {
        return Some(1);
    }
    let (last_row, last) = (end_row - 1, end - 1);
    let ordered = first_row <= last_row && first <= last;
    ordered.then(|| {
        let cells = Cells {
            rows: (first_row, last_row),
            columns: (first, last),
        };
        cells.count()
    })
}

/// Bytes before the data of a record.
const HEAD: usize = 4;

struct Record<'s> {
    kind: u16,
    data: &'s [u8],
}

fn records(stream: &[u8]) -> impl Iterator<Item = Record<'_>> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let kind = u16::try_from(u16_at(rest, 0)?).ok()?;
        let length = u16_at(rest, 2)? as usize;
        let data = rest.get(HEAD..HEAD + length)?;
        rest = &rest[HEAD + length..];
        Some(Record { kind, data })
    })
}

fn u16_at(data: &[u8], at: usize) -> Option<u32> {
    let bytes = data.get(at..)?.first_chunk::<2>()?;
    Some(u32::from(u16::from_le_bytes(*bytes)))
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    let bytes = data.get(at..)?.first_chunk::<4>()?;
    Some(u32::from_le_bytes(*bytes))
}
