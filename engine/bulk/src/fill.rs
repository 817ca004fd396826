//! The rows of one township to its evidence: by columns where all is plain, else record by record.

use std::ops::Range;

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note};
use luoshi_evidence::{Builder, Draft, Evidence, Field, Kind, Reason, day_of};

use crate::block::{Block, Column, NO_DAY, NO_NUMBER};
use crate::layout::{Binding, Fill, Layout};
use crate::problem::{Field as At, Problem};
use crate::ready::{Cells, Known, NO_SORT, PLAIN_ID, Ready, ready};

/// Names are started anew beyond this many: what is worked out for each township grows with them.
const NAMES_AT_MOST: usize = 1 << 14;
/// No time of day.
const NO_MINUTE: u16 = u16::MAX;

/// Makes evidence of townships, one after the other, in the same memory.
pub(crate) struct Filler<'l> {
    layout: &'l Layout,
    files: &'l [String],
    as_of: Date,
    evidence: Evidence,
    /// Of the last township that was read record by record.
    of_records: Option<Evidence>,
    known: Known,
    /// Rows of each kind.
    rows: Vec<Vec<u32>>,
    /// Place in the ledger of each row of the township, where rows are passed over.
    seqs: Vec<u32>,
    /// A bit for each id.
    seen: Vec<u64>,
}

/// The numbers of the ids of a township.
#[derive(Clone, Copy)]
struct Series {
    first: i64,
    span: u32,
}

impl<'l> Filler<'l> {
    pub(crate) fn new(layout: &'l Layout, files: &'l [String], as_of: Date) -> Filler<'l> {
        let mut filler = Filler {
            layout,
            files,
            as_of,
            evidence: Evidence::default(),
            of_records: None,
            known: Known::default(),
            rows: vec![Vec::new(); Kind::COUNT],
            seqs: Vec::new(),
            seen: Vec::new(),
        };
        filler.known.start(layout, &mut filler.evidence.names);
        filler
    }

    /// The name of a file.
    pub(crate) fn file(&self, at: usize) -> &'l str {
        self.files.get(at).map_or("", String::as_str)
    }

    /// Understands the cells of the first so many rows of a block. Names keep their numbers until the
    /// next.
    pub(crate) fn ready(&mut self, block: &Block, rows: usize, into: &mut Ready) {
        let names = &mut self.evidence.names;
        if names.len() > NAMES_AT_MOST {
            names.clear();
            self.known.start(self.layout, names);
        }
        ready((block, rows), self.layout, &mut self.known, names, into);
    }

    /// The evidence of a township, if nothing is wrong with its records, and all that is.
    pub(crate) fn fill(
        &mut self,
        block: &Block,
        ready: &Ready,
        rows: Range<usize>,
    ) -> (Option<&Evidence>, Vec<Problem>) {
        let odd = ready.odd.partition_point(|row| *row < rows.start);
        let plain = !ready.slow && ready.odd.get(odd).is_none_or(|row| *row >= rows.end);
        if plain && self.by_columns(block, ready, rows.clone()).is_some() {
            return (Some(&self.evidence), Vec::new());
        }
        let (evidence, problems) = self.by_record(block, rows);
        match evidence {
            // Names of its own: those of the others stay as they are.
            Some(evidence) => (Some(self.of_records.insert(evidence)), problems),
            None => (None, problems),
        }
    }

    fn by_columns(&mut self, block: &Block, ready: &Ready, rows: Range<usize>) -> Option<()> {
        self.evidence.clear();
        self.group(ready, rows.clone());
        let series = self.series(block, rows.clone())?;
        let prefixes = &self.layout.id_prefixes;
        let first = u64::try_from(series.first).ok()?;
        self.evidence.ids.number(first, series.span, prefixes);
        let bits = series.span as usize * prefixes.len() + 1;
        self.seen.clear();
        self.seen.resize(bits / 64 + 1, 0);
        for kind in Kind::ALL {
            if !self.rows[kind as usize].is_empty() {
                if kind == Kind::Correction {
                    return None;
                }
                self.fill_kind(kind, block, ready, rows.start, series)?;
            }
        }
        let total: usize = self.rows.iter().map(Vec::len).sum();
        self.evidence.total = u32::try_from(total).ok()?;
        self.evidence.settle(day_of(self.as_of));
        Some(())
    }

    /// The rows of each kind.
    fn group(&mut self, ready: &Ready, rows: Range<usize>) {
        self.rows.iter_mut().for_each(Vec::clear);
        self.seqs.clear();
        let kinds = &self.layout.kinds;
        let skips = kinds.contains(&None);
        let mut seq = 0;
        for row in rows {
            let kind = kinds[ready.sorts[row] as usize];
            if let Some(kind) = kind {
                self.rows[kind as usize].push(u32::try_from(row).unwrap_or(u32::MAX));
            }
            if skips {
                self.seqs.push(seq);
                seq += u32::from(kind.is_some());
            }
        }
    }

    /// The numbers of all ids, if they are near enough to one another.
    fn series(&self, block: &Block, rows: Range<usize>) -> Option<Series> {
        let (mut least, mut most) = (i64::MAX, i64::MIN);
        let ids = self
            .layout
            .roles
            .iter()
            .filter(|role| role.field == Field::Id);
        for role in ids {
            let Column::Whole(numbers) = &block.columns[role.column] else {
                return None;
            };
            for number in &numbers[rows.clone()] {
                // An absent number is the least of all, and so never the most.
                most = most.max(*number);
                least = least.min(if *number == NO_NUMBER {
                    i64::MAX
                } else {
                    *number
                });
            }
        }
        let near = 16 * rows.len() as i64 + 4_096;
        let span = most.checked_sub(least)?.checked_add(1)?;
        let fits = least >= 0 && most < PLAIN_ID && (1..=near).contains(&span);
        Some(Series {
            first: least,
            span: u32::try_from(span).ok().filter(|_| fits)?,
        })
    }

    fn fill_kind(
        &mut self,
        kind: Kind,
        block: &Block,
        ready: &Ready,
        start: usize,
        series: Series,
    ) -> Option<()> {
        let rows = &self.rows[kind as usize];
        let n = rows.len();
        let fills = &self.layout.fills[kind as usize];
        let columns = &mut self.evidence.kinds[kind as usize];
        let gather = Gather {
            layout: self.layout,
            block,
            ready,
            always: &self.known.always,
            rows,
        };
        if self.seqs.is_empty() {
            columns.seq.extend(
                rows.iter()
                    .map(|row| row - u32::try_from(start).unwrap_or(0)),
            );
        } else {
            columns
                .seq
                .extend(rows.iter().map(|row| self.seqs[*row as usize - start]));
        }
        gather.days(fills[Field::Date as usize], &mut columns.day);
        gather.names(Field::Duty, fills, &mut columns.duty);
        gather.names(Field::Subject, fills, &mut columns.subject);
        gather.names(Field::Actor, fills, &mut columns.actor);
        gather.names(Field::Status, fills, &mut columns.status);
        gather.names(Field::Marks, fills, &mut columns.marks);
        gather.numbers(Field::Quantity, fills, &mut columns.quantity);
        gather.numbers(Field::Amount, fills, &mut columns.amount);
        columns.minute.resize(n, NO_MINUTE);
        columns.until.resize(n, NO_DAY);
        columns.recorded.resize(n, NO_DAY);
        columns.attachments.resize(n, 0);
        columns.corrected.resize(n, false);
        columns.refers.reserve(n);
        gather.ids(Field::Id, fills, |id| {
            let code = id?.code(series)?;
            let (word, bit) = (code as usize / 64, 1 << (code % 64));
            let again = self.seen[word] & bit != 0;
            self.seen[word] |= bit;
            columns.id.push(code);
            (!again).then_some(())
        })?;
        let ids = &mut self.evidence.ids;
        let prefixes = &self.layout.id_prefixes;
        gather.ids(Field::Ref, fills, |id| {
            let code = match id {
                None => 0,
                Some(id) if !(0..PLAIN_ID).contains(&id.number) => return None,
                Some(id) => id.code(series).unwrap_or_else(|| {
                    ids.intern(&format!("{}{}", prefixes[id.prefix], id.number))
                }),
            };
            columns.refers.push(code);
            Some(())
        })
    }

    /// As a ledger of the same records would be read.
    fn by_record(&mut self, block: &Block, rows: Range<usize>) -> (Option<Evidence>, Vec<Problem>) {
        let township = block.columns[self.layout.township].text(rows.start);
        let mut builder = Builder::new(self.as_of);
        let mut problems = Vec::new();
        let mut of_notes = Vec::new();
        for row in rows {
            let (file, number) = block.origin(row);
            let file = &self.files[file];
            let before = problems.len();
            let Some(draft) = self.draft(block, row, (file, number), &mut problems) else {
                continue;
            };
            if problems.len() == before && builder.push_draft(&draft).is_some() {
                of_notes.push((file.as_str(), number));
            }
        }
        let staged = builder.finish();
        let mut places = of_notes.into_iter();
        let file = self.files.first().map_or("", String::as_str);
        for note in &staged.notes {
            let place = if note.code == Code::RecordDuplicate {
                places.next()
            } else {
                None
            };
            let (file, row) = place.map_or((file, None), |(file, row)| (file, Some(row)));
            problems.push(Problem::of_ledger(file, row, note));
        }
        let problems: Vec<Problem> = problems.into_iter().map(|p| p.of(&township)).collect();
        (staged.value.filter(|_| problems.is_empty()), problems)
    }

    /// The record of a row; none if it is passed over or nothing can be said of it.
    fn draft<'b>(
        &'b self,
        block: &'b Block,
        row: usize,
        (file, number): (&str, u64),
        problems: &mut Vec<Problem>,
    ) -> Option<Draft<'b>> {
        let mut wrong = |name: &str, value: &str, reason: Reason| {
            problems.push(Problem::of_record(
                file,
                number,
                &At { name, value },
                reason,
            ));
        };
        if let Ok(at) = block.broken.binary_search_by_key(&row, |(row, _)| *row) {
            let broken = &block.broken[at].1;
            wrong(&broken.field, "", broken.reason);
            return None;
        }
        if block.columns[self.layout.township].is_empty_at(row) {
            let note = Note::new(Code::BulkTownship);
            problems.push(Problem::at_row(file, number, note));
            return None;
        }
        let sort = self.sort(block, row);
        let Some(sort) = sort.map(|at| &self.layout.sorts[at as usize]) else {
            let word = self.layout.kind.map(|kind| block.columns[kind].text(row));
            let word = word.unwrap_or_default();
            let reason = if word.is_empty() {
                Reason::Missing
            } else {
                Reason::Kind
            };
            wrong(Field::Kind.key(), &word, reason);
            return None;
        };
        if sort.skip {
            return None;
        }
        let mut faulty = false;
        let mut draft = Draft::default();
        draft.set_kind(sort.kind);
        for field in Field::ALL {
            let (outcome, name, text) = match &sort.bindings[field as usize] {
                Binding::Nothing => continue,
                Binding::Always(text) => (draft.put(field, text.into()), field.key(), text.into()),
                Binding::Role(role) => {
                    let role = &self.layout.roles[*role];
                    let cell = block.columns[role.column].text(row);
                    let meant = match cell {
                        std::borrow::Cow::Borrowed(cell) => role.meant(cell),
                        std::borrow::Cow::Owned(cell) => role.meant(&cell).into_owned().into(),
                    };
                    if meant.is_empty() {
                        continue;
                    }
                    let name = self.layout.columns[role.column].as_str();
                    (draft.put(field, meant.clone()), name, meant)
                }
            };
            if let Err(reason) = outcome {
                faulty = true;
                wrong(name, &text, reason);
            }
        }
        // What is wrong with a field is said already, and is not missing besides.
        if let (false, Err((field, reason))) = (faulty, draft.whole()) {
            wrong(field.key(), "", reason);
        }
        Some(draft)
    }

    fn sort(&self, block: &Block, row: usize) -> Option<u16> {
        let Some(kind) = self.layout.kind else {
            return Some(0);
        };
        let word = block.columns[kind].text(row);
        let at = self.layout.words.get(word.trim())?;
        u16::try_from(*at).ok().filter(|at| *at != NO_SORT)
    }
}

/// An id that is a number behind a prefix.
#[derive(Clone, Copy)]
struct Id {
    prefix: usize,
    number: i64,
}

impl Id {
    fn code(self, series: Series) -> Option<u32> {
        let at = u32::try_from(self.number - series.first).ok();
        let at = at.filter(|at| *at < series.span)?;
        Some(1 + u32::try_from(self.prefix).ok()? * series.span + at)
    }
}

/// Takes the cells of some rows.
struct Gather<'a> {
    layout: &'a Layout,
    block: &'a Block,
    ready: &'a Ready,
    always: &'a [[u32; Field::COUNT]],
    rows: &'a [u32],
}

impl Gather<'_> {
    fn days(&self, fill: Fill, out: &mut Vec<i32>) {
        let of = |role: usize| -> &[i32] {
            match (
                &self.ready.roles[role],
                &self.block.columns[self.layout.roles[role].column],
            ) {
                (Cells::Days(days), _) | (Cells::AsIs(_), Column::Days(days)) => days,
                _ => &[],
            }
        };
        match fill {
            Fill::Role(role) => {
                let days = of(role);
                out.extend(self.rows.iter().map(|row| days[*row as usize]));
            }
            _ => out.extend(
                self.rows
                    .iter()
                    .map(|row| match self.binding(*row, Field::Date) {
                        Binding::Role(role) => of(*role)[*row as usize],
                        _ => NO_DAY,
                    }),
            ),
        }
    }

    fn names(&self, field: Field, fills: &[Fill], out: &mut Vec<u32>) {
        let of = |role: usize| match &self.ready.roles[role] {
            Cells::Names(codes) => Some(codes.as_slice()),
            _ => None,
        };
        let rows = self.rows.iter();
        let always =
            |row: &u32| self.always[self.ready.sorts[*row as usize] as usize][field as usize];
        match fills[field as usize] {
            Fill::Nothing => out.resize(self.rows.len(), 0),
            Fill::Always => out.extend(rows.map(always)),
            Fill::Role(role) => match of(role) {
                Some(codes) => out.extend(rows.map(|row| codes[*row as usize])),
                None => out.resize(self.rows.len(), 0),
            },
            Fill::BySort => out.extend(rows.map(|row| match self.binding(*row, field) {
                Binding::Nothing => 0,
                Binding::Always(_) => always(row),
                Binding::Role(role) => of(*role).map_or(0, |codes| codes[*row as usize]),
            })),
        }
    }

    fn numbers(&self, field: Field, fills: &[Fill], out: &mut Vec<i64>) {
        let one = |role: usize, row: u32| {
            let row = row as usize;
            match (
                &self.ready.roles[role],
                &self.block.columns[self.layout.roles[role].column],
            ) {
                (Cells::Numbers(numbers), _) => numbers[row],
                (Cells::AsIs(factor), Column::Whole(numbers) | Column::Hundredths(numbers)) => {
                    match numbers[row] {
                        NO_NUMBER => NO_NUMBER,
                        number => number * factor,
                    }
                }
                _ => NO_NUMBER,
            }
        };
        let rows = self.rows.iter();
        match fills[field as usize] {
            Fill::Nothing | Fill::Always => out.resize(self.rows.len(), NO_NUMBER),
            Fill::Role(role) => out.extend(rows.map(|row| one(role, *row))),
            Fill::BySort => out.extend(rows.map(|row| match self.binding(*row, field) {
                Binding::Role(role) => one(*role, *row),
                _ => NO_NUMBER,
            })),
        }
    }

    /// Shows the id of each row, until it is told to stop.
    fn ids(
        &self,
        field: Field,
        fills: &[Fill],
        mut each: impl FnMut(Option<Id>) -> Option<()>,
    ) -> Option<()> {
        let of = |role: usize| -> Option<(usize, &[i64])> {
            let role_of = &self.layout.roles[role];
            let numbers = match (&self.ready.roles[role], &self.block.columns[role_of.column]) {
                (Cells::AsIs(_), Column::Whole(numbers)) => numbers.as_slice(),
                _ => return None,
            };
            let mut prefixes = self.layout.id_prefixes.iter();
            let prefix = prefixes.position(|p| *p == role_of.prefix)?;
            Some((prefix, numbers))
        };
        let id = |(prefix, numbers): (usize, &[i64]), row: u32| {
            let number = numbers[row as usize];
            (number != NO_NUMBER).then_some(Id { prefix, number })
        };
        match fills[field as usize] {
            Fill::Role(role) => match of(role) {
                Some(from) => self.rows.iter().try_for_each(|row| each(id(from, *row))),
                None => self.rows.iter().try_for_each(|_| each(None)),
            },
            Fill::BySort => self
                .rows
                .iter()
                .try_for_each(|row| match self.binding(*row, field) {
                    Binding::Role(role) => each(of(*role).and_then(|from| id(from, *row))),
                    _ => each(None),
                }),
            Fill::Nothing | Fill::Always => self.rows.iter().try_for_each(|_| each(None)),
        }
    }

    fn binding(&self, row: u32, field: Field) -> &Binding {
        let sort = self.ready.sorts[row as usize];
        &self.layout.sorts[sort as usize].bindings[field as usize]
    }
}
