//! A JSONL file of records, one a line.

use jiff::civil::Date;
use luoshi_diagnostics::{FileId, Note, Staged};

use crate::builder::Builder;
use crate::columns::Evidence;
use crate::fault::Fault;
use crate::line::{read_line, read_record};
use crate::raw::RawRecord;
use crate::record::Record;

/// Reads a JSONL text: what counts as of a day, or a note for everything that is wrong.
///
/// Blank lines and a byte-order mark are passed over. The order of the lines is the order
/// of the ledger, which matters only between corrections of one record.
#[must_use]
pub fn read_jsonl(text: &str, file: FileId, as_of: Date) -> Staged<Evidence> {
    let mut builder = Builder::for_file(as_of, file, text.len());
    let mut faults = Vec::new();
    let mut raw = RawRecord::empty();
    for (start, line) in lines(text) {
        if let Some(places) = read_line(line, start, &mut raw, &mut faults) {
            builder.push_raw(&raw, Some(&places));
        }
    }
    builder.notes.extend(notes(&faults, file));
    builder.finish()
}

/// Reads a JSONL text as records, in the order of the file, without applying anything.
#[must_use]
pub fn read_records(text: &str, file: FileId) -> Staged<Vec<Record>> {
    let mut faults = Vec::new();
    let mut records = Vec::new();
    let mut raw = RawRecord::empty();
    for (start, line) in lines(text) {
        let read = read_line(line, start, &mut raw, &mut faults);
        records.extend(read.and_then(|_| Record::from_raw(&raw)));
    }
    Staged::new(records, notes(&faults, file).collect())
}

/// The record with this id as it was written, without corrections.
#[must_use]
pub fn find(text: &str, id: &str) -> Option<Record> {
    lines(text)
        .filter_map(|(_, line)| read_record(line))
        .find(|raw| raw.id == id)
        .and_then(|raw| Record::from_raw(&raw))
        .or_else(|| find_derived(text, id))
}

/// A record that was written without an id is found by the one it was given.
fn find_derived(text: &str, id: &str) -> Option<Record> {
    lines(text)
        .filter_map(|(_, line)| read_record(line))
        .filter(|raw| raw.id.is_empty())
        .filter_map(|raw| Record::from_raw(&raw))
        .find(|record| record.id == id)
}

/// The lines that hold something, each with the byte where it starts.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut next = text.len() - body.len();
    body.split('\n')
        .map(move |line| {
            let start = next;
            next += line.len() + 1;
            (start, line.strip_suffix('\r').unwrap_or(line))
        })
        .filter(|(_, line)| !line.trim_ascii().is_empty())
}

fn notes(faults: &[Fault], file: FileId) -> impl Iterator<Item = Note> {
    faults.iter().map(move |fault| fault.note(file))
}
