//! A piece to the townships in it: those that begin and end there are shown at once.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{PoisonError, RwLock};

use luoshi_diagnostics::{Code, Note};
use parquet::errors::ParquetError;

use super::Township;
use crate::block::Block;
use crate::feed::{Content, Piece};
use crate::fill::Filler;
use crate::layout::{CountyFrom, Layout};
use crate::parquet::Opened;
use crate::problem::Problem;
use crate::ready::Ready;
use crate::{csv, jsonl};

/// Records of a township: a few cells of a file may claim to stand for any number of them.
pub(crate) const RECORDS_AT_MOST: usize = 1_000_000;

/// So many of its rows tell that a township has too many; no more are kept.
pub(super) const KEPT: usize = RECORDS_AT_MOST + 1;

/// Part of a piece, in order.
pub(super) enum Part<R> {
    /// Rows of a township that may have begun before or go on after.
    Open(Block),
    /// A township that begins and ends within the piece.
    Seen(Seen<R>),
    /// So many rows belong to the parts.
    Rows(u64),
    /// Rows that cannot be read.
    Gap(Option<Problem>),
}

/// A township that was shown.
pub(super) struct Seen<R> {
    pub(super) code: String,
    /// How many of its rows are in which file.
    pub(super) files: Vec<(usize, u64)>,
    /// What is said of it; none if it was told before, for then no answer holds.
    pub(super) answer: Option<R>,
}

/// The codes of the townships that were told.
pub(super) type Told = RwLock<BTreeSet<String>>;

/// Makes evidence of townships and shows it.
pub(super) struct Reader<'a, W> {
    layout: &'a Layout,
    filler: Filler<'a>,
    look: W,
    /// Rows of Parquet that are decoded together.
    rows: usize,
    /// The rows of a piece that are not shown yet; one after the other, for their room.
    window: Block,
    /// The cells of the window as what they mean.
    ready: Ready,
    told: &'a Told,
    /// What row groups are read into.
    rooms: Vec<Vec<u8>>,
}

/// What came of a piece so far.
struct Parts<R> {
    list: Vec<Part<R>>,
    /// The township in which the piece begins is over.
    begun: bool,
}

impl<R> Parts<R> {
    /// So many more rows.
    fn count(&mut self, more: u64) {
        match self.list.last_mut() {
            Some(Part::Rows(rows)) => *rows += more,
            _ => self.list.push(Part::Rows(more)),
        }
    }
}

impl<'a, R, W> Reader<'a, W>
where
    W: FnMut(Township<'_>) -> R,
{
    pub(super) fn new(
        layout: &'a Layout,
        filler: Filler<'a>,
        (rows, told): (usize, &'a Told),
        look: W,
    ) -> Self {
        Reader {
            layout,
            filler,
            look,
            rows,
            window: Block::default(),
            ready: Ready::default(),
            told,
            rooms: Vec::new(),
        }
    }

    /// The name of a file.
    pub(super) fn file(&self, at: usize) -> String {
        self.filler.file(at)
    }

    pub(super) fn piece(&mut self, piece: &Piece) -> Vec<Part<R>> {
        let mut parts = Parts {
            list: Vec::new(),
            begun: false,
        };
        let mut window = std::mem::take(&mut self.window);
        let read = match &piece.content {
            Content::Csv(heading, bytes) => {
                csv::read(heading, self.layout, bytes, &mut window);
                self.text(piece, &mut window, &mut parts);
                Ok(())
            }
            Content::Jsonl(bytes) => {
                jsonl::read(self.layout, bytes, piece.row == 1, &mut window);
                self.text(piece, &mut window, &mut parts);
                Ok(())
            }
            Content::RowGroup(file, group) => {
                let read = self.row_group(piece, (file, *group), &mut window, &mut parts);
                read.map_err(|detail| {
                    // How much of it was read before depends on how many rows are decoded together.
                    parts.list.clear();
                    window.clear(0);
                    let rows = file.rows_of(*group).unwrap_or(0);
                    Some(damaged(&self.file(piece.file), piece.row, rows, &detail))
                })
            }
            Content::Unreadable => {
                window.clear(0);
                Err(None)
            }
        };
        if window.rows > 0 {
            parts.list.push(Part::Open(window.slice(0..window.rows)));
        }
        parts.list.extend(read.err().map(Part::Gap));
        self.window = window;
        parts.list
    }

    fn text(&mut self, piece: &Piece, window: &mut Block, parts: &mut Parts<R>) {
        window.place(piece.file, piece.row);
        parts.count(window.rows as u64);
        self.townships(window, 0, false, parts);
    }

    fn row_group(
        &mut self,
        piece: &Piece,
        (file, group): (&Opened, usize),
        window: &mut Block,
        parts: &mut Parts<R>,
    ) -> Result<(), String> {
        window.clear(self.layout.columns.len());
        window.place(piece.file, piece.row);
        let told = |error: ParquetError| error.to_string();
        let read = file.read(group, self.rows, &mut self.rooms);
        let mut read = read.map_err(told)?;
        loop {
            let known = window.rows;
            let added = read.next(window).map_err(told)?;
            if added == 0 {
                break;
            }
            parts.count(added as u64);
            self.townships(window, known, read.is_between(), parts);
            // What is left is one township.
            window.cut(KEPT);
        }
        read.end(&mut self.rooms);
        Ok(())
    }

    /// Shows the townships of a window but for the last, which may go on unless it is known to be over: that one stays in
    /// it. The first of a piece may have begun before, and stays open too. So many rows were there before, of one township.
    fn townships(&mut self, window: &mut Block, known: usize, over: bool, parts: &mut Parts<R>) {
        let mut starts = window.starts(self.layout.township, known);
        if over {
            starts.push(window.rows);
        }
        let Some((last, others)) = starts.split_last().filter(|(_, others)| !others.is_empty())
        else {
            return;
        };
        let ends = starts[1..].iter();
        let mut runs = others.iter().zip(ends).map(|(start, end)| *start..*end);
        while !parts.begun {
            let Some(run) = runs.next() else { break };
            // Behind rows without a township the one before them may go on.
            parts.begun = !window.columns[self.layout.township].is_empty_at(run.start);
            parts.list.push(Part::Open(window.slice(run)));
        }
        let mut ready = std::mem::take(&mut self.ready);
        self.filler.ready(window, *last, &mut ready);
        for run in runs {
            let seen = self.show(window, &ready, run);
            parts.list.push(Part::Seen(seen));
        }
        self.ready = ready;
        window.forget(*last);
    }

    /// Shows a township that is a block by itself.
    pub(super) fn whole(&mut self, block: &Block) -> Seen<R> {
        let mut ready = std::mem::take(&mut self.ready);
        self.filler.ready(block, block.rows, &mut ready);
        let shown = self.show(block, &ready, 0..block.rows);
        self.ready = ready;
        shown
    }

    fn show(&mut self, block: &Block, ready: &Ready, mut rows: Range<usize>) -> Seen<R> {
        // However it was read, no more is said of one that has too many.
        rows.end = rows.end.min(rows.start + KEPT);
        let code = block.columns[self.layout.township]
            .text(rows.start)
            .into_owned();
        let files = block.files(rows.clone());
        let told = self.told.read().unwrap_or_else(PoisonError::into_inner);
        if told.contains(&code) {
            return Seen {
                code,
                files,
                answer: None,
            };
        }
        drop(told);
        let county = self.county(block, rows.clone(), &code);
        let n = rows.len();
        let (evidence, problems) = if n > RECORDS_AT_MOST {
            let (file, row) = block.origin(rows.start + RECORDS_AT_MOST);
            (None, vec![too_many(&self.file(file), row, &code)])
        } else {
            self.filler.fill(block, ready, rows)
        };
        let answer = (self.look)(Township {
            code: &code,
            county: county.as_deref(),
            evidence,
            problems,
            rows: n,
            files: files.clone(),
        });
        Seen {
            code,
            files,
            answer: Some(answer),
        }
    }

    fn county(&self, block: &Block, rows: Range<usize>, code: &str) -> Option<String> {
        let county = match self.layout.county {
            CountyFrom::Unknown => return None,
            CountyFrom::Column(column) => {
                let first = block.first_written(rows);
                block.columns[column].text(first).trim().to_owned()
            }
            CountyFrom::Digits(digits) => code.chars().take(digits).collect(),
            CountyFrom::Divide(by) => (code.parse::<u64>().ok()? / by).to_string(),
        };
        (!county.is_empty()).then_some(county)
    }

    /// Whether the first of some rows has no township, so that none has.
    pub(super) fn is_nobody(&self, block: &Block) -> bool {
        block.columns[self.layout.township].is_empty_at(0)
    }

    /// Whether rows belong to the township of those before.
    pub(super) fn goes_on(&self, before: &Block, block: &Block) -> bool {
        let township = self.layout.township;
        let (first, column) = (&before.columns[township], &block.columns[township]);
        column.is_empty_at(0) || column.text(0) == first.text(0)
    }
}

/// The first record beyond the limit is named.
fn too_many(file: &str, row: u64, township: &str) -> Problem {
    let limit = i64::try_from(RECORDS_AT_MOST).unwrap_or(i64::MAX);
    let note = Note::new(Code::BulkTownshipTooLarge).arg("limit", limit);
    Problem::at_row(file, row, note).of(township)
}

fn damaged(file: &str, first: u64, rows: u64, detail: &str) -> Problem {
    let shown = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let note = Note::new(Code::BulkDamaged)
        .arg("first", shown(first))
        .arg("last", shown((first + rows).saturating_sub(1)))
        .arg("detail", detail);
    Problem::of_file(file, note)
}
