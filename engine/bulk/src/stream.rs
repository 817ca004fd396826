//! Pieces to townships: each is read by one of several threads, and told in the order of the files.

mod order;
mod reader;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, RwLock};

use jiff::civil::Date;
use luoshi_evidence::Evidence;
use order::Order;
pub(crate) use reader::RECORDS_AT_MOST;
use reader::{Part, Reader};

use crate::feed::Feed;
use crate::file::BulkFile;
use crate::fill::Filler;
use crate::layout::Layout;
use crate::mapping::Mapping;
use crate::problem::Problem;

/// Pieces for each thread that may have been read and not told yet. Whoever is further ahead waits, or any number of
/// pieces would pile up behind a slow one.
const AHEAD: usize = 4;

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
    /// How many rows it has; of one with too many, how many tell that.
    pub rows: usize,
    /// How many of them are in which file, in the order of the files.
    pub files: Vec<(usize, u64)>,
}

/// What became of bulk files, beside the townships.
#[derive(Debug, Default)]
pub struct Summary {
    /// How many townships there are.
    pub townships: usize,
    /// How many rows were read.
    pub rows: u64,
    /// The townships that came again later, and how many rows of which file are theirs beside those that were
    /// told. A file in no order has few townships and many parts of them, so that parts are not kept.
    pub again: BTreeMap<String, BTreeMap<usize, u64>>,
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
            rows: 1 << 13,
        }
    }
}

/// Reads townships from files, in order: `start` is called once on each thread and gives back what
/// looks at the townships that this thread reads; `each` is told the answers in the order of the
/// files. Only the townships that are being read are in memory.
///
/// All records of a township must stand together, in one file or in files that follow one another;
/// in which order does not matter. A township that comes again later is a problem of the summary, and
/// `each` is told of its first part alone.
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
    let names = RwLock::new(files.iter().map(|file| file.name.clone()).collect());
    let told = RwLock::new(BTreeSet::new());
    let threads = reading.threads.max(1);
    let shared = Shared {
        feed: Mutex::new(Feed::new(files, &layout, &names, reading.sizes.bytes)),
        done: Done::new(threads.saturating_mul(AHEAD)),
        order: Mutex::new(Order::new(&told, each)),
    };
    let worker = || Worker {
        shared: &shared,
        reader: Reader::new(
            &layout,
            Filler::new(&layout, &names, reading.as_of),
            (reading.sizes.rows.max(1), &told),
            start(),
        ),
    };
    std::thread::scope(|scope| {
        for _ in 0..threads {
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
    done: Done<R>,
    order: Mutex<Order<'a, E>>,
}

/// Pieces that were read and are not told yet.
struct Done<R> {
    pieces: Mutex<Pieces<R>>,
    /// One of them is being told.
    told: Condvar,
    /// How many places before the next that is told one may be read.
    ahead: usize,
}

struct Pieces<R> {
    /// By their place.
    read: BTreeMap<usize, Vec<Part<R>>>,
    /// The place of the piece that is told next.
    next: usize,
    /// A thread has stopped: what it had to read never comes.
    stopped: bool,
}

impl<R> Done<R> {
    fn new(ahead: usize) -> Done<R> {
        Done {
            pieces: Mutex::new(Pieces {
                read: BTreeMap::new(),
                next: 0,
                stopped: false,
            }),
            told: Condvar::new(),
            ahead,
        }
    }

    fn put(&self, at: usize, parts: Vec<Part<R>>) {
        lock(&self.pieces).read.insert(at, parts);
    }

    /// The next piece, if it was read.
    fn take(&self) -> Option<Vec<Part<R>>> {
        let mut pieces = lock(&self.pieces);
        let next = pieces.next;
        let parts = pieces.read.remove(&next)?;
        pieces.next += 1;
        self.told.notify_all();
        Some(parts)
    }

    /// Waits until the piece at a place is not too far ahead. Whoever reads the next that is told never waits.
    fn wait(&self, at: usize) {
        let pieces = lock(&self.pieces);
        let far = |pieces: &mut Pieces<R>| !pieces.stopped && at >= pieces.next + self.ahead;
        drop(self.told.wait_while(pieces, far));
    }

    fn stop(&self) {
        lock(&self.pieces).stopped = true;
        self.told.notify_all();
    }
}

/// A thread at work.
struct Worker<'s, 'a, R, E, W> {
    shared: &'s Shared<'a, R, E>,
    reader: Reader<'a, W>,
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
            self.shared.done.put(piece.at, parts);
            // Whoever is telling already will tell this piece too, at the latest at its own end.
            if let Ok(mut order) = self.shared.order.try_lock() {
                order.tell(&mut self.reader, &self.shared.done);
            }
            self.shared.done.wait(piece.at);
        }
        lock(&self.shared.order).tell(&mut self.reader, &self.shared.done);
    }

    /// Tells the last township of all.
    fn finish(mut self) {
        let mut order = lock(&self.shared.order);
        order.tell(&mut self.reader, &self.shared.done);
        order.close(&mut self.reader);
    }
}

impl<R, E, W> Drop for Worker<'_, '_, R, E, W> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.shared.done.stop();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A thread that panics ends the whole run as soon as the others are through.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
