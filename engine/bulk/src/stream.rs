//! Pieces to townships: each is read by one of several threads, and told in the order of the files.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note};
use luoshi_evidence::Evidence;

use crate::block::{Block, Column, NO_DAY, NO_NUMBER, Origin};
use crate::feed::{Content, Feed, Piece};
use crate::file::BulkFile;
use crate::fill::Filler;
use crate::layout::{CountyFrom, Layout};
use crate::mapping::Mapping;
use crate::problem::Problem;
use crate::ready::Ready;
use crate::{csv, jsonl};

/// One township of bulk files.
#[derive(Debug)]
pub struct Township<'a> {
    /// Its code, as the files write it.
    pub code: &'a str,
    /// Its county, if the mapping says where that comes from.
    pub county: Option<&'a str>,
    /// What counts as of the day; none if one of its records is wrong, for work that was done must
    /// not be taken for missing.
    pub evidence: Option<&'a Evidence>,
    /// Everything wrong with its records.
    pub problems: Vec<Problem>,
    /// How many rows it has.
    pub rows: usize,
}

/// What became of bulk files, beside the townships.
#[derive(Debug, Default)]
pub struct Summary {
    /// How many townships there are.
    pub townships: usize,
    /// How many rows were read.
    pub rows: u64,
    /// What is wrong with files, and with townships as a whole: those that come again later, or
    /// stand beside a part that cannot be read. What was told of such a township before does not
    /// hold: it rests on some of its records.
    pub problems: Vec<Problem>,
}

/// How to read bulk files.
#[derive(Debug, Clone)]
pub struct Reading<'a> {
    /// Which column is what.
    pub mapping: &'a Mapping,
    /// Records dated later are not seen.
    pub as_of: Date,
    /// How many threads read; at least one does.
    pub threads: usize,
    /// How much a thread takes at a time.
    pub sizes: Sizes,
}

/// How much a thread takes at a time: more needs more memory, less more joining of townships that
/// are cut in two. The results are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes {
    /// Bytes of a piece of text, as far as lines allow.
    pub bytes: usize,
    /// Rows of Parquet that are decoded together.
    pub rows: usize,
}

impl Default for Sizes {
    fn default() -> Self {
        Sizes {
            bytes: 4 << 20,
            rows: 1 << 16,
        }
    }
}

/// Reads townships from files, in order: `start` is called once on each thread and gives back what
/// looks at the townships that this thread reads; `each` is told the answers in the order of the
/// files. Only the townships that are being read are in memory.
///
/// All records of a township must stand together, in one file or in files that follow one another;
/// in which order does not matter. A township that comes again later is a problem of the summary.
pub fn read<R, W>(
    files: &[BulkFile],
    reading: &Reading<'_>,
    start: impl Fn() -> W + Sync,
    each: impl FnMut(R) + Send,
) -> Summary
where
    R: Send,
    W: FnMut(Township<'_>) -> R,
{
    let layout = Layout::of(reading.mapping);
    let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    let shared = Shared {
        feed: Mutex::new(Feed::new(files, &layout, reading.sizes.bytes)),
        done: Mutex::new(BTreeMap::new()),
        order: Mutex::new(Order {
            next: 0,
            carry: None,
            gap: false,
            told: BTreeSet::new(),
            summary: Summary::default(),
            each,
        }),
    };
    let worker = || Worker {
        shared: &shared,
        reader: Reader {
            layout: &layout,
            filler: Filler::new(&layout, &names, reading.as_of),
            look: start(),
            rows: reading.sizes.rows.max(1),
        },
    };
    std::thread::scope(|scope| {
        for _ in 0..reading.threads.max(1) {
            scope.spawn(|| worker().run());
        }
    });
    worker().finish();
    let order = shared
        .order
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    let feed = shared
        .feed
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    let mut summary = order.summary;
    summary.problems.extend(feed.problems);
    summary
}

/// What threads share.
struct Shared<'a, R, E> {
    feed: Mutex<Feed<'a>>,
    /// Pieces that were read, by their place.
    done: Mutex<BTreeMap<usize, Vec<Part<R>>>>,
    order: Mutex<Order<E>>,
}

/// Part of a piece, in order.
enum Part<R> {
    /// Rows of a township that may have begun before or go on after.
    Open(Block),
    /// A township that begins and ends within the piece, and what is said of it.
    Told(String, R),
    /// So many rows belong to the parts.
    Rows(u64),
    /// Rows that cannot be read.
    Gap(Option<Problem>),
}

/// What has been told so far.
struct Order<E> {
    next: usize,
    /// Rows of a township that may go on in the next piece.
    carry: Option<Carry>,
    /// What comes next follows rows that could not be read.
    gap: bool,
    told: BTreeSet<String>,
    summary: Summary,
    each: E,
}

struct Carry {
    block: Block,
    /// Rows beside it could not be read, so some of its own may be missing.
    gap: bool,
}

/// A thread at work.
struct Worker<'s, 'a, R, E, W> {
    shared: &'s Shared<'a, R, E>,
    reader: Reader<'a, W>,
}

/// Makes evidence of townships and shows it.
struct Reader<'a, W> {
    layout: &'a Layout,
    filler: Filler<'a>,
    look: W,
    /// Rows of Parquet that are decoded together.
    rows: usize,
}

impl<R, E, W> Worker<'_, '_, R, E, W>
where
    E: FnMut(R),
    W: FnMut(Township<'_>) -> R,
{
    fn run(mut self) {
        loop {
            let piece = lock(&self.shared.feed).next();
            let Some(piece) = piece else { break };
            let parts = self.reader.piece(&piece);
            lock(&self.shared.done).insert(piece.at, parts);
            // Whoever is telling already will tell this piece too, at the latest at its own end.
            if let Ok(mut order) = self.shared.order.try_lock() {
                self.reader.tell(&mut order, &self.shared.done);
            }
        }
        self.reader
            .tell(&mut lock(&self.shared.order), &self.shared.done);
    }

    /// Tells the last township of all.
    fn finish(mut self) {
        let mut order = lock(&self.shared.order);
        self.reader.tell(&mut order, &self.shared.done);
        self.reader.close(&mut order);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A thread that panics ends the whole run as soon as the others are through.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<R, W> Reader<'_, W>
where
    W: FnMut(Township<'_>) -> R,
{
    fn piece(&mut self, piece: &Piece) -> Vec<Part<R>> {
        let mut parts = Parts {
            list: Vec::new(),
            carry: None,
            begun: false,
        };
        match &piece.content {
            Content::Csv(heading, bytes) => {
                let block = csv::read(heading, self.layout, bytes);
                self.block(numbered(block, piece, 0), &mut parts);
            }
            Content::Jsonl(bytes) => {
                let block = jsonl::read(self.layout, bytes, piece.row == 1);
                self.block(numbered(block, piece, 0), &mut parts);
            }
            Content::RowGroup(file, group) => {
                if let Err(detail) = self.row_group(piece, file, *group, &mut parts) {
                    parts.close();
                    let rows = file.rows_of(*group).unwrap_or(0);
                    let problem = damaged(self.filler.file(piece.file), piece.row, rows, &detail);
                    parts.list.push(Part::Gap(Some(problem)));
                }
            }
            Content::Unreadable => parts.list.push(Part::Gap(None)),
        }
        parts.close();
        parts.list
    }

    fn row_group(
        &mut self,
        piece: &Piece,
        file: &crate::parquet::Opened,
        group: usize,
        parts: &mut Parts<R>,
    ) -> Result<(), String> {
        let mut before = 0;
        for batch in file
            .read(group, self.rows)
            .map_err(|error| error.to_string())?
        {
            let batch = batch.map_err(|error| error.to_string())?;
            let block = file.block(&batch).map_err(|error| error.to_string())?;
            let rows = block.rows as u64;
            self.block(numbered(block, piece, before), parts);
            before += rows;
        }
        Ok(())
    }

    /// Parts a block into townships. The first and the last of a piece stay open.
    fn block(&mut self, block: Block, parts: &mut Parts<R>) {
        let runs = runs(&block, self.layout.township);
        parts.list.push(Part::Rows(block.rows as u64));
        let Some((last, others)) = runs.split_last() else {
            return;
        };
        let mut others = others.iter().cloned();
        if let Some(carry) = &mut parts.carry {
            let first = others.next();
            let run = first.clone().unwrap_or_else(|| last.clone());
            if goes_on(carry, &block, run.start, self.layout.township) {
                carry.append(&block.slice(run));
                if first.is_none() {
                    return;
                }
                self.end_carry(parts);
            } else {
                self.end_carry(parts);
                others = runs[..runs.len() - 1].iter().cloned();
            }
        }
        if !parts.begun
            && let Some(run) = others.next()
        {
            parts.list.push(Part::Open(block.slice(run)));
            parts.begun = true;
        }
        let ready = self.filler.ready(&block);
        for run in others {
            let (code, answer) = self.show(&block, &ready, run);
            parts.list.push(Part::Told(code, answer));
        }
        parts.carry = Some(block.slice(last.clone()));
    }

    fn end_carry(&mut self, parts: &mut Parts<R>) {
        let Some(block) = parts.carry.take() else {
            return;
        };
        if parts.begun {
            let (code, answer) = self.whole(&block);
            parts.list.push(Part::Told(code, answer));
        } else {
            parts.list.push(Part::Open(block));
            parts.begun = true;
        }
    }

    /// Shows a township that is a block by itself.
    fn whole(&mut self, block: &Block) -> (String, R) {
        let ready = self.filler.ready(block);
        self.show(block, &ready, 0..block.rows)
    }

    fn show(&mut self, block: &Block, ready: &Ready, rows: Range<usize>) -> (String, R) {
        let code = block.columns[self.layout.township]
            .text(rows.start)
            .into_owned();
        let county = self.county(block, rows.start, &code);
        let n = rows.len();
        let (evidence, problems) = self.filler.fill(block, ready, rows);
        let answer = (self.look)(Township {
            code: &code,
            county: county.as_deref(),
            evidence,
            problems,
            rows: n,
        });
        (code, answer)
    }

    fn county(&self, block: &Block, row: usize, code: &str) -> Option<String> {
        let county = match self.layout.county {
            CountyFrom::Unknown => return None,
            CountyFrom::Column(column) => block.columns[column].text(row).trim().to_owned(),
            CountyFrom::Digits(digits) => code.chars().take(digits).collect(),
            CountyFrom::Divide(by) => (code.parse::<u64>().ok()? / by).to_string(),
        };
        (!county.is_empty()).then_some(county)
    }

    /// Tells the pieces that are next.
    fn tell<E: FnMut(R)>(
        &mut self,
        order: &mut Order<E>,
        done: &Mutex<BTreeMap<usize, Vec<Part<R>>>>,
    ) {
        loop {
            let parts = lock(done).remove(&order.next);
            let Some(parts) = parts else { return };
            order.next += 1;
            for part in parts {
                match part {
                    Part::Rows(rows) => order.summary.rows += rows,
                    Part::Open(block) => self.open(block, order),
                    Part::Told(code, answer) => {
                        self.close(order);
                        order.answer(code, answer);
                    }
                    Part::Gap(problem) => {
                        if let Some(carry) = &mut order.carry {
                            carry.gap = true;
                        }
                        self.close(order);
                        order.gap = true;
                        order.summary.problems.extend(problem);
                    }
                }
            }
        }
    }

    fn open<E: FnMut(R)>(&mut self, block: Block, order: &mut Order<E>) {
        let township = self.layout.township;
        match &mut order.carry {
            Some(carry) if goes_on(&carry.block, &block, 0, township) => {
                carry.block.append(&block);
            }
            _ => {
                self.close(order);
                let gap = std::mem::take(&mut order.gap);
                order.carry = Some(Carry { block, gap });
            }
        }
    }

    /// The township that was open is over.
    fn close<E: FnMut(R)>(&mut self, order: &mut Order<E>) {
        let Some(Carry { block, gap }) = order.carry.take() else {
            return;
        };
        let (code, answer) = self.whole(&block);
        if gap {
            let (file, _) = block.origin(0);
            let note = Note::new(Code::BulkIncomplete);
            let problem = Problem::of_file(self.filler.file(file), note).of(&code);
            order.summary.problems.push(problem);
        }
        order.answer(code, answer);
    }
}

impl<E> Order<E> {
    fn answer<R>(&mut self, code: String, answer: R)
    where
        E: FnMut(R),
    {
        (self.each)(answer);
        if self.told.contains(&code) {
            let note = Note::new(Code::BulkScattered);
            self.summary
                .problems
                .push(Problem::of_file("", note).of(&code));
        } else {
            self.summary.townships += 1;
            self.told.insert(code);
        }
    }
}

/// The parts of a piece while it is read.
struct Parts<R> {
    list: Vec<Part<R>>,
    /// Rows of the township at the end of what was read.
    carry: Option<Block>,
    /// The township in which the piece begins is over.
    begun: bool,
}

impl<R> Parts<R> {
    fn close(&mut self) {
        self.list.extend(self.carry.take().map(Part::Open));
    }
}

/// A block that knows where its rows come from.
fn numbered(mut block: Block, piece: &Piece, before: u64) -> Block {
    if block.origins.is_empty() {
        block.origins.push(Origin {
            start: 0,
            file: piece.file,
            row: before,
        });
    }
    for origin in &mut block.origins {
        origin.file = piece.file;
        origin.row += piece.row;
    }
    block
}

/// Rows of one township after the other. A row without a township goes with those before it.
fn runs(block: &Block, township: usize) -> Vec<Range<usize>> {
    let column = &block.columns[township];
    let mut starts = Vec::new();
    match column {
        Column::Whole(numbers) => part(numbers, NO_NUMBER, &mut starts),
        Column::Texts(texts) => part(&texts.codes, 0, &mut starts),
        Column::Days(days) => part(days, NO_DAY, &mut starts),
        Column::Hundredths(numbers) => part(numbers, NO_NUMBER, &mut starts),
        Column::Absent => starts.extend((block.rows > 0).then_some(0)),
    }
    let ends = starts.iter().skip(1).copied().chain([block.rows]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| *start..end)
        .collect()
}

fn part<T: Copy + PartialEq>(cells: &[T], nothing: T, starts: &mut Vec<usize>) {
    let Some(mut last) = cells.first().copied() else {
        return;
    };
    starts.push(0);
    for (row, cell) in cells.iter().enumerate() {
        if *cell != last && *cell != nothing {
            starts.push(row);
            last = *cell;
        }
    }
}

/// Whether rows of a block belong to the township of those before.
fn goes_on(before: &Block, block: &Block, row: usize, township: usize) -> bool {
    let column = &block.columns[township];
    let first = before.columns[township].text(0);
    column.is_empty_at(row) || column.text(row) == first
}

fn damaged(file: &str, first: u64, rows: u64, detail: &str) -> Problem {
    let shown = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let note = Note::new(Code::BulkDamaged)
        .arg("first", shown(first))
        .arg("last", shown((first + rows).saturating_sub(1)))
        .arg("detail", detail);
    Problem::of_file(file, note)
}
