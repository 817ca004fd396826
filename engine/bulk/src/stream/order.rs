//! Pieces in the order of the files: what was read of them is told, and what they cut is joined.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use luoshi_diagnostics::{Code, Note};

use super::reader::{Part, Reader};
use super::{Summary, Township, lock};
use crate::block::Block;
use crate::problem::Problem;

/// What has been told so far.
pub(super) struct Order<E> {
    /// The place of the piece that is told next.
    next: usize,
    /// Rows of a township that may go on in the next piece.
    carry: Option<Carry>,
    /// What comes next follows rows that could not be read.
    gap: bool,
    told: BTreeSet<String>,
    pub(super) summary: Summary,
    each: E,
}

struct Carry {
    block: Block,
    /// Rows beside it could not be read, so some of its own may be missing.
    gap: bool,
}

impl<E> Order<E> {
    pub(super) fn new(each: E) -> Order<E> {
        Order {
            next: 0,
            carry: None,
            gap: false,
            told: BTreeSet::new(),
            summary: Summary::default(),
            each,
        }
    }

    /// Tells the pieces that are next, as far as they were read.
    pub(super) fn tell<R, W>(
        &mut self,
        reader: &mut Reader<'_, W>,
        done: &Mutex<BTreeMap<usize, Vec<Part<R>>>>,
    ) where
        E: FnMut(R),
        W: FnMut(Township<'_>) -> R,
    {
        loop {
            let parts = lock(done).remove(&self.next);
            let Some(parts) = parts else { return };
            self.next += 1;
            for part in parts {
                match part {
                    Part::Rows(rows) => self.summary.rows += rows,
                    Part::Open(block) => self.open(block, reader),
                    Part::Told(code, answer) => {
                        self.close(reader);
                        self.answer(code, answer);
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
            Some(carry) if reader.goes_on(&carry.block, &block) => carry.block.append(&block),
            _ => {
                self.close(reader);
                let gap = std::mem::take(&mut self.gap);
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
        let (code, answer) = reader.whole(&block);
        if gap {
            let (file, _) = block.origin(0);
            let note = Note::new(Code::BulkIncomplete);
            let problem = Problem::of_file(reader.file(file), note).of(&code);
            self.summary.problems.push(problem);
        }
        self.answer(code, answer);
    }

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
