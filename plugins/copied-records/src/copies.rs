//! Records as they are compared, and copies as they are told of.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use luoshi_plugin_sdk::{Input, some_day, some_number, some_row};

/// Writers who have to share something before it may be a formula, or prescribed to all.
const WRITERS_AT_LEAST: usize = 5;

/// Records are compared with others of the same kind and duty alone: kind, duty.
pub(crate) type Place<'i> = (&'i str, &'i str);

/// Whose record it is: the subject, by its row, or whoever acted where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Writer<'i> {
    /// Row in `subjects`.
    Subject(usize),
    /// Ids of `actors`.
    Actor(&'i str),
}

/// A record.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Record<'i> {
    /// Its row.
    pub(crate) row: usize,
    /// Its day.
    pub(crate) day: i32,
    /// Whose it is.
    pub(crate) writer: Writer<'i>,
    /// Its note.
    pub(crate) note: &'i str,
    /// Sums of its attachments, with spaces between.
    pub(crate) files: &'i str,
    /// Its quantity in hundredths.
    pub(crate) quantity: Option<i64>,
}

/// What is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sign {
    /// An attachment.
    File,
    /// A note.
    Note,
    /// A note, but for a few characters.
    Near,
    /// A sequence of figures, this long.
    Figures(usize),
}

/// Records that look copied one from the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Copies<'i> {
    /// What is the same.
    pub(crate) sign: Sign,
    /// Their kind and duty.
    pub(crate) place: Place<'i>,
    /// The first day of one of them.
    pub(crate) first: i32,
    /// The last.
    pub(crate) last: i32,
    /// Their rows.
    pub(crate) rows: Vec<usize>,
}

/// Every record, with what it may be compared with.
pub(crate) fn records(input: &Input) -> impl Iterator<Item = (Place<'_>, Record<'_>)> {
    let evidence = input.evidence();
    let text = |column: &str| {
        let codes = evidence.texts(column);
        move |row: usize| input.text(codes[row])
    };
    let (kind, duty, actor) = (text("kind"), text("duty"), text("actor"));
    let (note, files) = (text("note"), text("files"));
    let (days, subjects) = (evidence.days("day"), evidence.rows_of("subject"));
    let quantities = evidence.numbers("quantity");
    (0..evidence.rows()).filter_map(move |row| {
        let subject = some_row(subjects[row]).map(Writer::Subject);
        let record = Record {
            row,
            day: some_day(days[row])?,
            writer: subject.unwrap_or_else(|| Writer::Actor(actor(row))),
            note: note(row),
            files: files(row),
            quantity: some_number(quantities[row]),
        };
        Some(((kind(row), duty(row)), record))
    })
}

impl Record<'_> {
    /// All of it but its place in the ledger.
    pub(crate) fn key(&self) -> impl Ord {
        (self.day, self.writer, self.note, self.files, self.quantity)
    }
}

impl<'i> Copies<'i> {
    /// Of these records; none if they are not far enough apart to be of different occasions.
    pub(crate) fn of(
        sign: Sign,
        place: Place<'i>,
        records: &[&Record<'i>],
        apart: i64,
    ) -> Option<Copies<'i>> {
        let first = records.iter().map(|record| record.day).min()?;
        let last = records.iter().map(|record| record.day).max()?;
        (i64::from(last) - i64::from(first) >= apart).then(|| Copies {
            sign,
            place,
            first,
            last,
            rows: records.iter().map(|record| record.row).collect(),
        })
    }

    /// What weighs most comes first: the same file before the same words, and more records before fewer.
    pub(crate) fn by_weight(&self, other: &Copies<'_>) -> Ordering {
        let sign = self.sign.order().cmp(&other.sign.order());
        let count = other.rows.len().cmp(&self.rows.len());
        let days = (self.first, self.last, self.place);
        sign.then(count)
            .then_with(|| days.cmp(&(other.first, other.last, other.place)))
    }
}

impl Sign {
    fn order(self) -> u8 {
        match self {
            Sign::File => 0,
            Sign::Note => 1,
            Sign::Near => 2,
            Sign::Figures(_) => 3,
        }
    }
}

/// Whether so many writers share it that it is a formula or prescribed: half of all, and not just a few.
pub(crate) fn is_common(sharing: usize, all: usize) -> bool {
    sharing >= WRITERS_AT_LEAST && 2 * sharing >= all
}

/// The number of different writers.
pub(crate) fn writers<'i, 'r>(records: impl IntoIterator<Item = &'r Record<'i>>) -> usize
where
    'i: 'r,
{
    let writers: BTreeSet<Writer<'i>> = records.into_iter().map(|record| record.writer).collect();
    writers.len()
}
