//! CSV: pieces of a table to blocks.

use bytes::Bytes;
use luoshi_evidence::{Reason, unguarded};

use crate::block::{Block, Broken};
use crate::feed::unreadable;
use crate::grow::Growing;
use crate::layout::Layout;
use crate::problem::Problem;

/// The heading of a table.
#[derive(Debug, Clone)]
pub(crate) struct Heading {
    pub(crate) names: Vec<String>,
    /// For each column of the table, the column of the layout that it fills.
    places: Vec<Option<usize>>,
    /// Whether the table is our own export, in which an apostrophe guards what a spreadsheet would
    /// run as a formula.
    guarded: bool,
}

/// Reads the heading, which may have a byte-order mark before it.
pub(crate) fn heading(
    file: &str,
    line: &[u8],
    layout: &Layout,
    problems: &mut Vec<Problem>,
) -> Result<Heading, Box<Problem>> {
    let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
    let mut record = csv::StringRecord::new();
    let read = reader(line).read_record(&mut record);
    read.map_err(|error| unreadable(file, &error.to_string()))?;
    let names: Vec<&str> = record.iter().collect();
    let found = layout.find(file, &names, problems)?;
    let place = |at: usize| found.iter().position(|f| *f == Some(at));
    Ok(Heading {
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        places: (0..names.len()).map(place).collect(),
        guarded: layout.own_shape,
    })
}

impl Heading {
    /// The same, of a layout that has all columns of the table.
    pub(crate) fn of_all(&self) -> Heading {
        Heading {
            places: (0..self.names.len()).map(Some).collect(),
            ..self.clone()
        }
    }
}

fn reader(bytes: &[u8]) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        // As files are cut into pieces; a carriage return before it is a blank at the end of a cell.
        .terminator(csv::Terminator::Any(b'\n'))
        .from_reader(bytes)
}

/// Reads a piece, which holds whole lines.
pub(crate) fn read(heading: &Heading, layout: &Layout, bytes: &Bytes, into: &mut Block) {
    into.clear(layout.columns.len());
    let mut columns: Vec<Growing> = into.columns.drain(..).map(Growing::over).collect();
    let broken = &mut into.broken;
    let mut rows = 0;
    // A table without quotes needs no more than commas and line ends; nearly all are.
    match std::str::from_utf8(bytes) {
        Ok(text) if memchr::memchr(b'"', bytes).is_none() => {
            for line in text.lines().filter(|line| !is_blank(line.as_bytes())) {
                put(heading, cells(line), &mut columns, rows, broken);
                rows += 1;
            }
        }
        _ => {
            let mut reader = reader(bytes);
            let mut record = csv::ByteRecord::new();
            while reader.read_byte_record(&mut record).unwrap_or(false) {
                if record.len() == 1 && is_blank(&record[0]) {
                    continue;
                }
                match csv::StringRecord::from_byte_record(record.clone()) {
                    Ok(record) => put(heading, record.iter(), &mut columns, rows, broken),
                    Err(_) => broken.push((rows, wrong(Reason::BadText))),
                }
                rows += 1;
            }
        }
    }
    into.rows = rows;
    let finished = columns.into_iter().map(|column| column.finish(rows));
    into.columns.extend(finished);
}

/// Whether a line is none of the table's rows.
pub(crate) fn is_blank(line: &[u8]) -> bool {
    matches!(line, [] | [b'\r'])
}

fn put<'c>(
    heading: &Heading,
    mut cells: impl Iterator<Item = &'c str>,
    columns: &mut [Growing],
    row: usize,
    broken: &mut Vec<(usize, Broken)>,
) {
    let mut count = 0;
    for (place, cell) in heading.places.iter().zip(cells.by_ref()) {
        count += 1;
        let Some(place) = place else { continue };
        let cell = trimmed(cell);
        let cell = if heading.guarded {
            unguarded(cell)
        } else {
            cell
        };
        columns[*place].put(row, cell);
    }
    // What is cut off was at the end of the row, and nobody knows what it said.
    if count < heading.places.len() {
        broken.push((row, wrong(Reason::Unfinished)));
    } else if cells.next().is_some() {
        broken.push((row, wrong(Reason::Trailing)));
    }
}

/// The cells of a line without quotes. They are so short that a search made ready for long texts
/// costs more than a look at each byte.
fn cells(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let text = rest?;
        match text.bytes().position(|byte| byte == b',') {
            Some(at) => {
                rest = Some(&text[at + 1..]);
                Some(&text[..at])
            }
            None => rest.take(),
        }
    })
}

/// A cell without blanks around it, of which most have none.
fn trimmed(cell: &str) -> &str {
    match cell.as_bytes() {
        [] | [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => cell,
        _ => cell.trim(),
    }
}

fn wrong(reason: Reason) -> Broken {
    Broken {
        reason,
        field: String::new(),
    }
}
