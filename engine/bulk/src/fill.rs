//! The rows of one township to its evidence: by columns where all is plain, else record by record.

mod gather;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::PoisonError;

use gather::{Gather, Rows, Series};
use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note};
use luoshi_evidence::{Builder, Draft, Evidence, Field, Kind, Reason, day_of};

use crate::block::{Block, Column, NO_DAY, NO_NUMBER};
use crate::feed::Names;
use crate::layout::{Binding, Layout};
use crate::problem::{Field as At, Problem};
use crate::ready::{Known, NO_SORT, PLAIN_ID, Ready, ready};

/// Names are started anew beyond this many: what is worked out for each township grows with them.
const NAMES_AT_MOST: usize = 1 << 14;

/// What is told of the records of a township: nobody puts more right at once, and each takes more room than a record.
const PROBLEMS_AT_MOST: usize = 1_000;
/// No time of day.
const NO_MINUTE: u16 = u16::MAX;

/// Makes evidence of townships, one after the other, in the same memory.
pub(crate) struct Filler<'l> {
    layout: &'l Layout,
    files: &'l Names,
    as_of: Date,
    evidence: Evidence,
    /// Of the last township that was read record by record.
    of_records: Option<Evidence>,
    known: Known,
    /// Rows of each sort.
    of_sort: Vec<Vec<u32>>,
    /// Rows of each sort where they stand together.
    runs: Vec<Range<usize>>,
    /// Rows of a kind that come from several sorts.
    mixed: Vec<u32>,
    /// Place in the ledger of each row of the township, where rows are passed over.
    seqs: Vec<u32>,
    /// For each id whether it was seen: a byte for each, for ids that follow one another would wait
    /// for the bits of their word.
    seen: Vec<bool>,
}

impl<'l> Filler<'l> {
    pub(crate) fn new(layout: &'l Layout, files: &'l Names, as_of: Date) -> Filler<'l> {
        let mut filler = Filler {
            layout,
            files,
            as_of,
            evidence: Evidence::default(),
            of_records: None,
            known: Known::default(),
            of_sort: vec![Vec::new(); layout.sorts.len()],
            runs: Vec::new(),
            mixed: Vec::new(),
            seqs: Vec::new(),
            seen: Vec::new(),
        };
        filler.known.start(layout, &mut filler.evidence.names);
        filler
    }

    /// The name of a file.
    pub(crate) fn file(&self, at: usize) -> String {
        let files = self.files.read().unwrap_or_else(PoisonError::into_inner);
        files.get(at).cloned().unwrap_or_default()
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
        let start = rows.start;
        self.evidence.clear();
        self.places(block, ready, rows.clone());
        let in_runs = self.runs(ready, rows.clone());
        if !in_runs {
            self.group(ready, rows.clone());
        }
        let series = self.series(block, rows.clone())?;
        let prefixes = &self.layout.id_prefixes;
        let first = u64::try_from(series.first).ok()?;
        self.evidence.ids.number(first, series.span, prefixes);
        let ids = series.span as usize * prefixes.len() + 1;
        self.seen.clear();
        self.seen.resize(ids, false);
        let mut total = 0;
        let layout = self.layout;
        for (kind, sorts) in Kind::ALL.into_iter().zip(&layout.of_kind) {
            let held = |sort: &&usize| match in_runs {
                true => !self.runs[**sort].is_empty(),
                false => !self.of_sort[**sort].is_empty(),
            };
            let mut held = sorts.iter().filter(held);
            let (Some(first), more) = (held.next(), held.next().is_some()) else {
                continue;
            };
            if kind == Kind::Correction {
                return None;
            }
            if in_runs && !more {
                let run = self.runs[*first].clone();
                total += run.len();
                let rows = Rows::Run(run);
                self.fill_kind((kind, Some(*first)), (block, ready), (&rows, start), series)?;
                continue;
            }
            // One word for all records of a kind is the rule: what fills a field is the same for all.
            let (sort, rows) = if more {
                let mut mixed = std::mem::take(&mut self.mixed);
                mixed.clear();
                for sort in sorts {
                    if in_runs {
                        mixed.extend(
                            self.runs[*sort]
                                .clone()
                                .filter_map(|row| u32::try_from(row).ok()),
                        );
                    } else {
                        mixed.extend(&self.of_sort[*sort]);
                    }
                }
                mixed.sort_unstable();
                (None, mixed)
            } else {
                (Some(*first), std::mem::take(&mut self.of_sort[*first]))
            };
            total += rows.len();
            let list = Rows::List(&rows);
            let filled = self.fill_kind((kind, sort), (block, ready), (&list, start), series);
            match sort {
                Some(sort) => self.of_sort[sort] = rows,
                None => self.mixed = rows,
            }
            filled?;
        }
        self.evidence.total = u32::try_from(total).ok()?;
        self.evidence.settle(day_of(self.as_of));
        Some(())
    }

    /// The rows of each sort; those of sorts that are passed over are not read.
    fn group(&mut self, ready: &Ready, rows: Range<usize>) {
        self.of_sort.iter_mut().for_each(Vec::clear);
        for row in rows {
            let sort = ready.sorts[row] as usize;
            self.of_sort[sort].push(u32::try_from(row).unwrap_or(u32::MAX));
        }
    }

    /// The rows of each sort, where those of none stand in two places; false where they do.
    fn runs(&mut self, ready: &Ready, rows: Range<usize>) -> bool {
        self.runs.clear();
        self.runs.resize(self.layout.sorts.len(), 0..0);
        let sorts = &ready.sorts[rows.clone()];
        let mut at = 0;
        while let Some(sort) = sorts.get(at) {
            let end = at + run(&sorts[at..], *sort);
            let known = &mut self.runs[*sort as usize];
            if known.start < known.end {
                return false;
            }
            *known = rows.start + at..rows.start + end;
            at = end;
        }
        true
    }

    /// The place in the ledger of each row, where that is not its place among the rows of the township: because some
    /// are passed over, or because the file was arranged after it was written.
    fn places(&mut self, block: &Block, ready: &Ready, rows: Range<usize>) {
        let arranged = block.places(rows.clone(), &mut self.seqs);
        let kinds = &self.layout.kinds;
        if !kinds.contains(&None) {
            return;
        }
        let counts = |row: usize| u32::from(kinds[ready.sorts[row] as usize].is_some());
        let mut seq = 0;
        if arranged {
            let mut as_written = vec![rows.start; rows.len()];
            for (place, row) in self.seqs.iter().zip(rows.clone()) {
                as_written[*place as usize] = row;
            }
            for row in as_written {
                self.seqs[row - rows.start] = seq;
                seq += counts(row);
            }
        } else {
            for row in rows {
                self.seqs.push(seq);
                seq += counts(row);
            }
        }
    }

    /// The numbers of all ids, if they are near enough to one another.
    fn series(&self, block: &Block, rows: Range<usize>) -> Option<Series> {
        let (mut least, mut most) = (i64::MAX, i64::MIN);
        let roles = self.layout.roles.iter();
        let ids = roles.filter(|role| role.field == Field::Id);
        let columns: BTreeSet<usize> = ids.map(|role| role.column).collect();
        for column in columns {
            let Column::Whole(numbers) = &block.columns[column] else {
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

    /// Fills the columns of a kind; all rows are of one sort, if one is named.
    fn fill_kind(
        &mut self,
        (kind, sort): (Kind, Option<usize>),
        (block, ready): (&Block, &Ready),
        (rows, start): (&Rows<'_>, usize),
        series: Series,
    ) -> Option<()> {
        let n = rows.len();
        let columns = &mut self.evidence.kinds[kind as usize];
        let gather = Gather {
            layout: self.layout,
            block,
            ready,
            always: &self.known.always,
            rows,
            sort,
            fills: &self.layout.fills[kind as usize],
        };
        if self.seqs.is_empty() {
            columns.seq.extend(
                rows.each()
                    .map(|row| u32::try_from(row - start).unwrap_or(0)),
            );
        } else {
            rows.from(start, &self.seqs, &mut columns.seq);
        }
        gather.days(&mut columns.day);
        gather.names(Field::Duty, &mut columns.duty);
        gather.names(Field::Subject, &mut columns.subject);
        gather.names(Field::Actor, &mut columns.actor);
        gather.names(Field::Status, &mut columns.status);
        gather.names(Field::Marks, &mut columns.marks);
        gather.numbers(Field::Quantity, &mut columns.quantity);
        gather.numbers(Field::Amount, &mut columns.amount);
        columns.minute.resize(n, NO_MINUTE);
        columns.until.resize(n, NO_DAY);
        columns.recorded.resize(n, NO_DAY);
        columns.attachments.resize(n, 0);
        columns.corrected.resize(n, false);
        columns.id.reserve(n);
        columns.refers.reserve(n);
        // A record without an id is given one by its content, record by record.
        gather.ids((Field::Id, series), &mut columns.id, |_| None)?;
        let mut again = false;
        for code in &columns.id {
            again |= std::mem::replace(&mut self.seen[*code as usize], true);
        }
        let ids = &mut self.evidence.ids;
        let prefixes = &self.layout.id_prefixes;
        gather.ids((Field::Ref, series), &mut columns.refers, |id| match id {
            None => Some(0),
            Some(id) if !(0..PLAIN_ID).contains(&id.number) => None,
            Some(id) => Some(ids.intern(&format!("{}{}", prefixes[id.prefix], id.number))),
        })?;
        (!again).then_some(())
    }

    /// As a ledger of the same records would be read.
    fn by_record(&mut self, block: &Block, rows: Range<usize>) -> (Option<Evidence>, Vec<Problem>) {
        let township = block.columns[self.layout.township].text(rows.start);
        let mut builder = Builder::new(self.as_of);
        let mut problems = Vec::new();
        let mut of_notes = Vec::new();
        let files = self.files.read().unwrap_or_else(PoisonError::into_inner);
        let order = block.as_written(rows.clone());
        for row in order.unwrap_or_else(|| rows.collect()) {
            // It is not judged any more: what else is wrong with it is told once this is put right.
            if problems.len() + of_notes.len() >= PROBLEMS_AT_MOST {
                break;
            }
            let (file, number) = block.origin(row);
            let file = files.get(file).map_or("", String::as_str);
            let before = problems.len();
            let Some(draft) = self.draft(block, row, (file, number), &mut problems) else {
                continue;
            };
            if problems.len() == before && builder.push_draft(&draft).is_some() {
                of_notes.push((file, number));
            }
        }
        let staged = builder.finish();
        let mut places = of_notes.into_iter();
        let file = files.first().map_or("", String::as_str);
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

/// How many of the first are this one.
fn run(sorts: &[u16], sort: u16) -> usize {
    // Many at once: a run is long where there are any.
    let same = |some: &&[u16]| some.iter().fold(true, |all, other| all & (*other == sort));
    let whole = sorts.chunks_exact(32).take_while(same).count() * 32;
    let rest = sorts.get(whole..).unwrap_or(&[]);
    whole + rest.iter().take_while(|other| **other == sort).count()
}
