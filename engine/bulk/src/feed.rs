//! Files to pieces, one after the other: a row group of Parquet, some megabytes of text.

use std::sync::{Arc, RwLock};

use bytes::Bytes;
use luoshi_diagnostics::{Code, Note};

use crate::file::{BulkFile, Format, Shared};
use crate::layout::Layout;
use crate::problem::Problem;
use crate::{csv, parquet};

/// A line longer than this is no record.
const LINE_AT_MOST: usize = 64 << 20;

/// What files are called: those that are read, and behind them those whose rows an arranged one holds.
pub(crate) type Names = RwLock<Vec<String>>;

/// What one thread reads at a time.
pub(crate) struct Piece {
    /// Its place among all pieces.
    pub(crate) at: usize,
    /// Index of its file.
    pub(crate) file: usize,
    /// The number of its first row.
    pub(crate) row: u64,
    pub(crate) content: Content,
}

/// What is to be read.
pub(crate) enum Content {
    RowGroup(Arc<parquet::Opened>, usize),
    Csv(Arc<csv::Heading>, Bytes),
    Jsonl(Bytes),
    /// Part of a file that cannot be read.
    Unreadable,
}

/// Hands out the pieces of files in order.
pub(crate) struct Feed<'f> {
    files: &'f [BulkFile],
    layout: &'f Layout,
    names: &'f Names,
    /// Bytes of a piece of text.
    size: usize,
    next: usize,
    file: usize,
    open: Option<Open>,
    pub(crate) problems: Vec<Problem>,
}

enum Open {
    Parquet {
        opened: Arc<parquet::Opened>,
        group: usize,
        row: u64,
    },
    Text {
        text: Text,
        /// Of a CSV file.
        heading: Option<Arc<csv::Heading>>,
    },
}

impl<'f> Feed<'f> {
    pub(crate) fn new(
        files: &'f [BulkFile],
        layout: &'f Layout,
        names: &'f Names,
        size: usize,
    ) -> Feed<'f> {
        Feed {
            files,
            layout,
            names,
            size: size.clamp(1, LINE_AT_MOST),
            next: 0,
            file: 0,
            open: None,
            problems: Vec::new(),
        }
    }

    /// The next piece; none after the last of the last file.
    pub(crate) fn next(&mut self) -> Option<Piece> {
        loop {
            if self.open.is_none() {
                let file = self.files.get(self.file)?;
                match self.open(file) {
                    Ok(open) => self.open = Some(open),
                    Err(problem) => {
                        self.problems.push(*problem);
                        return Some(self.unreadable());
                    }
                }
            }
            match self.open.as_mut()?.next(self.size) {
                Ok(Some((row, content))) => {
                    let piece = self.piece(row, content);
                    return Some(piece);
                }
                Ok(None) => self.close(),
                Err(detail) => {
                    let name = &self.files[self.file].name;
                    self.problems.push(*unreadable(name, &detail));
                    return Some(self.unreadable());
                }
            }
        }
    }

    fn close(&mut self) {
        self.open = None;
        self.file += 1;
    }

    fn unreadable(&mut self) -> Piece {
        let piece = self.piece(1, Content::Unreadable);
        self.close();
        piece
    }

    fn piece(&mut self, row: u64, content: Content) -> Piece {
        let at = self.next;
        self.next += 1;
        Piece {
            at,
            file: self.file,
            row,
            content,
        }
    }

    fn open(&mut self, file: &BulkFile) -> Result<Open, Box<Problem>> {
        match file.format {
            Format::Parquet => {
                let opened = parquet::open(file, self.layout, self.names, &mut self.problems)?;
                Ok(Open::Parquet {
                    opened: Arc::new(opened),
                    group: 0,
                    row: 1,
                })
            }
            Format::Csv => {
                let mut text = Text::new(&file.bytes, true);
                let first = text
                    .line()
                    .map_err(|detail| unreadable(&file.name, &detail))?;
                let heading = csv::heading(&file.name, &first, self.layout, &mut self.problems)?;
                Ok(Open::Text {
                    text,
                    heading: Some(Arc::new(heading)),
                })
            }
            Format::Jsonl => Ok(Open::Text {
                text: Text::new(&file.bytes, false),
                heading: None,
            }),
        }
    }
}

impl Open {
    fn next(&mut self, size: usize) -> Result<Option<(u64, Content)>, String> {
        match self {
            Open::Parquet { opened, group, row } => {
                let Some(rows) = opened.rows_of(*group) else {
                    return Ok(None);
                };
                let (at, first) = (*group, *row);
                *group += 1;
                *row = row.saturating_add(rows);
                Ok(Some((first, Content::RowGroup(Arc::clone(opened), at))))
            }
            Open::Text { text, heading } => {
                let Some((row, bytes)) = text.piece(size)? else {
                    return Ok(None);
                };
                let content = match heading {
                    Some(heading) => Content::Csv(Arc::clone(heading), bytes),
                    None => Content::Jsonl(bytes),
                };
                Ok(Some((row, content)))
            }
        }
    }
}

/// Twice the room for a line. The most is the same wherever it began.
fn wider(room: usize) -> Result<usize, String> {
    match room < LINE_AT_MOST {
        true => Ok((room * 2).min(LINE_AT_MOST)),
        false => Err("a line without an end".to_owned()),
    }
}

/// The problem of a file that cannot be read.
pub(crate) fn unreadable(name: &str, detail: &str) -> Box<Problem> {
    let note = Note::new(Code::BulkUnreadable).arg("detail", detail);
    Box::new(Problem::of_file(name, note))
}

/// Lines of a file, cut into pieces.
struct Text {
    bytes: Shared,
    at: u64,
    row: u64,
    /// Whether a line break between quotes ends no line.
    quoted: bool,
}

impl Text {
    fn new(bytes: &Shared, quoted: bool) -> Text {
        Text {
            bytes: bytes.clone(),
            at: 0,
            row: 1,
            quoted,
        }
    }

    /// The first line, the heading.
    fn line(&mut self) -> Result<Bytes, String> {
        let mut room = 1 << 16;
        loop {
            let buffer = self.read(room)?;
            let whole = self.at + buffer.len() as u64 >= self.bytes.len;
            let end = self.first_end(&buffer);
            if let Some(end) = end.or(whole.then_some(buffer.len())) {
                return Ok(self.take(buffer, end, 1));
            }
            room = wider(room)?;
        }
    }

    /// Whole lines of about so many bytes, and the number of the first.
    fn piece(&mut self, size: usize) -> Result<Option<(u64, Bytes)>, String> {
        let mut room = size;
        if self.at >= self.bytes.len {
            return Ok(None);
        }
        loop {
            let buffer = self.read(room)?;
            let whole = self.at + buffer.len() as u64 >= self.bytes.len;
            let (end, lines) = if whole {
                (Some(buffer.len()), self.last_end(&buffer).1)
            } else {
                self.last_end(&buffer)
            };
            if let Some(end) = end {
                let row = self.row;
                return Ok(Some((row, self.take(buffer, end, lines))));
            }
            room = wider(room)?;
        }
    }

    fn read(&self, room: usize) -> Result<Vec<u8>, String> {
        let rest = usize::try_from(self.bytes.len - self.at).unwrap_or(usize::MAX);
        let room = room.min(rest);
        let buffer = self.bytes.read(self.at, room);
        let buffer = buffer.map_err(|error| error.to_string())?;
        if buffer.len() < room {
            return Err("the file ends too early".to_owned());
        }
        Ok(buffer)
    }

    fn take(&mut self, mut buffer: Vec<u8>, end: usize, lines: u64) -> Bytes {
        self.at += end as u64;
        self.row += lines;
        buffer.truncate(end);
        buffer.into()
    }

    fn first_end(&self, buffer: &[u8]) -> Option<usize> {
        self.ends(buffer).next().map(|at| at + 1)
    }

    /// The byte after the last line that ends in a buffer, and how many rows end there: in a table a blank line
    /// is none.
    fn last_end(&self, buffer: &[u8]) -> (Option<usize>, u64) {
        if !self.quoted {
            let end = memchr::memrchr(b'\n', buffer).map(|at| at + 1);
            let lines = memchr::memchr_iter(b'\n', buffer).count();
            return (end, lines as u64);
        }
        let (mut end, mut rows) = (0, 0);
        for at in self.ends(buffer) {
            rows += u64::from(!csv::is_blank(&buffer[end..at]));
            end = at + 1;
        }
        ((end > 0).then_some(end), rows)
    }

    /// Where lines end. Quotes count as the reader of tables counts them: only one at the beginning of a cell opens
    /// it, and two in one another's wake are a sign of the cell.
    fn ends<'b>(&self, buffer: &'b [u8]) -> impl Iterator<Item = usize> + use<'b> {
        let quoted = self.quoted;
        let (mut inside, mut passed) = (false, None);
        memchr::memchr2_iter(b'\n', b'"', buffer).filter(move |at| {
            if buffer[*at] == b'\n' {
                return !inside;
            }
            if !quoted || passed == Some(*at) {
                return false;
            }
            if !inside {
                let before = at.checked_sub(1).map(|before| buffer[before]);
                inside = matches!(before, None | Some(b',' | b'\n'));
            } else if buffer.get(*at + 1) == Some(&b'"') {
                passed = Some(*at + 1);
            } else {
                inside = false;
            }
            false
        })
    }
}
