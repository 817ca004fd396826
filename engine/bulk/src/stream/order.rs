//! Pieces in the order of the files: what was read of them is told, and what they cut is joined.

use std::collections::btree_map::Entry;
use std::sync::PoisonError;

use luoshi_diagnostics::{Code, Note};

use super::reader::{KEPT, Part, Reader, Seen, Told};
use super::{Done, Summary, Township};
use crate::block::Block;
use crate::problem::Problem;

/// What has been told so far.
pub(super) struct Order<'t, E> {
    /// Rows of a township that may go on in the next piece.
    carry: Option<Carry>,
    /// What comes next follows rows that could not be read.
    gap: bool,
    told: &'t Told,
    pub(super) summary: Summary,
    each: E,
}

struct Carry {
    block: Block,
    /// Rows beside it could not be read, so some of its own may be missing.
    gap: bool,
}

impl<'t, E> Order<'t, E> {
    pub(super) fn new(told: &'t Told, each: E) -> Order<'t, E> {
        Order {
            carry: None,
            gap: false,
            told,
            summary: Summary::default(),
            each,
        }
    }

    /// Tells the pieces that are next, as far as they were read.
    pub(super) fn tell<R, W>(&mut self, reader: &mut Reader<'_, W>, done: &Done<R>)
    where
        E: FnMut(R),
        W: FnMut(Township<'_>) -> R,
    {
        while let Some(parts) = done.take() {
            for part in parts {
                match part {
                    Part::Rows(rows) => self.summary.rows += rows,
                    Part::Open(block) => self.open(block, reader),
                    Part::Seen(seen) => {
                        self.close(reader);
                        self.answer(seen);
                    }
                    Part::Gap(problem) => self.gap(problem, reader),
                }
            }
        }
    }

    fn open<R, W>(&mut self, block: Block, reader: &mut Reader<'_, W>)
    where
        E: FnMut(R),
        W: FnMut(Township<'_>) -> R,
    {
        match &mut self.carry {
            Some(carry) if reader.goes_on(&carry.block, &block) => {
                // Of one that has too many already no more is kept.
                if carry.block.rows < KEPT {
                    carry.block.append(&block);
                    carry.block.cut(KEPT);
                }
            }
            _ => {
                // Rows without a township stand between this one and what is missing.
                let behind = self.carry.as_ref();
                let behind =
                    behind.is_some_and(|carry| carry.gap && reader.is_nobody(&carry.block));
                self.close(reader);
                let gap = std::mem::take(&mut self.gap) || behind;
                self.carry = Some(Carry { block, gap });
            }
        }
    }

    fn gap<R, W>(&mut self, problem: Option<Problem>, reader: &mut Reader<'_, W>)
    where
        E: FnMut(R),
        W: FnMut(Township<'_>) -> R,
    {
        if let Some(carry) = &mut self.carry {
            carry.gap = true;
        }
        self.close(reader);
        self.gap = true;
        self.summary.problems.extend(problem);
    }

    /// The township that was open is over.
    pub(super) fn close<R, W>(&mut self, reader: &mut Reader<'_, W>)
    where
        E: FnMut(R),
        W: FnMut(Township<'_>) -> R,
    {
        let Some(Carry { block, gap }) = self.carry.take() else {
            return;
        };
        let seen = reader.whole(&block);
        if gap {
            let file = block.file(0);
            let note = Note::new(Code::BulkIncomplete);
            let problem = Problem::of_file(&reader.file(file), note).of(&seen.code);
            self.summary.problems.push(problem);
        }
        self.answer(seen);
    }

    /// One that was told before is told by its code alone: nothing that is said of a part of its records holds.
    fn answer<R>(&mut self, seen: Seen<R>)
    where
        E: FnMut(R),
    {
        let Seen {
            code,
            files,
            answer,
        } = seen;
        let mut told = self.told.write().unwrap_or_else(PoisonError::into_inner);
        let first = told.insert(code.clone());
        drop(told);
        if let (true, Some(answer)) = (first, answer) {
            self.summary.townships += 1;
            return (self.each)(answer);
        }
        let again = self.summary.again.entry(code);
        if let Entry::Vacant(unknown) = &again {
            let note = Note::new(Code::BulkScattered);
            let problem = Problem::of_file("", note).of(unknown.key());
            self.summary.problems.push(problem);
        }
        let rows = again.or_default();
        for (file, more) in files {
            *rows.entry(file).or_default() += more;
        }
    }
}
