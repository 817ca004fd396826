//! The ledger while it is being made: drafts of records, what they serve and what they refer to.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_evidence::{Kind, Record};
use luoshi_plan::Plan;
use luoshi_rules::{Check, Program, Row};

use crate::chance::Chance;
use crate::planted::Planted;
use crate::profile::Profile;

/// Everything that mechanisms share while they fill and plant.
pub(crate) struct World<'a> {
    pub(crate) program: &'a Program<'a>,
    pub(crate) profile: &'a Profile,
    pub(crate) planted: &'a Planted,
    pub(crate) seed: u64,
    pub(crate) drafts: Vec<Draft>,
    /// Records left without what they need on purpose: index of the check, of the draft.
    pub(crate) unanswered: BTreeSet<(usize, usize)>,
    /// Records that findings are about, by duty, as the compliant year has them.
    pub(crate) numbers: BTreeMap<String, Vec<usize>>,
}

/// A record without an id.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) record: Record,
    /// The check that it was made for, and the cell of its table of facts.
    pub(crate) serves: Option<(usize, usize)>,
    /// The draft that it refers to.
    pub(crate) refers: Option<usize>,
    /// Taken out again.
    pub(crate) gone: bool,
    /// Part of a planted failure, or of a correction: not to be touched again.
    pub(crate) touched: bool,
    /// Enters the ledger long after its day.
    pub(crate) backfilled: bool,
    /// Enters the ledger on this day, whatever else would follow.
    pub(crate) entered: Option<Date>,
}

impl<'a> World<'a> {
    pub(crate) fn plan(&self) -> &'a Plan {
        self.program.plan
    }

    /// The last day of which there are records.
    pub(crate) fn as_of(&self) -> Date {
        self.program.as_of
    }

    pub(crate) fn chance(&self, name: &str) -> Chance {
        Chance::new(self.seed, name)
    }

    pub(crate) fn check(&self, at: usize) -> &'a Check {
        &self.program.checks[at]
    }

    /// The id of the duty of a check.
    pub(crate) fn duty_of(&self, check: usize) -> &'a str {
        &self.program.duties[self.check(check).duty()].id
    }

    pub(crate) fn subject_of(&self, row: &Row) -> Option<&'a str> {
        row.subject
            .map(|at| self.plan().subjects[at as usize].id.name.as_str())
    }

    /// Adds a record for a cell of a check, and says which draft it is.
    pub(crate) fn add(&mut self, record: Record, serves: Option<(usize, usize)>) -> usize {
        self.drafts.push(Draft {
            record,
            serves,
            refers: None,
            gone: false,
            touched: false,
            backfilled: false,
            entered: None,
        });
        self.drafts.len() - 1
    }

    /// Drafts that are still there, with their indices.
    pub(crate) fn alive(&self) -> impl Iterator<Item = (usize, &Draft)> {
        self.drafts.iter().enumerate().filter(|(_, d)| !d.gone)
    }

    /// The draft that `STEM/#3` names.
    pub(crate) fn numbered(&self, finding: &str, stem: &str) -> Option<usize> {
        let number = finding.strip_prefix(stem)?.strip_prefix("/#")?;
        let at = number.parse::<usize>().ok()?.checked_sub(1)?;
        self.numbers.get(stem)?.get(at).copied()
    }

    /// Drafts of a kind and a duty, by day.
    pub(crate) fn of_duty(&self, kind: Kind, duty: &str) -> Vec<usize> {
        let wanted = |d: &Draft| d.record.kind == kind && d.record.duty.as_deref() == Some(duty);
        let mut found: Vec<usize> = self
            .alive()
            .filter(|(_, d)| wanted(d))
            .map(|(at, _)| at)
            .collect();
        found.sort_by_key(|at| (self.drafts[*at].record.date, *at));
        found
    }

    /// Drafts made for a cell of a check, by day.
    pub(crate) fn serving(&self, check: usize, cell: usize) -> Vec<usize> {
        let mut found: Vec<usize> = self
            .alive()
            .filter(|(_, d)| d.serves == Some((check, cell)))
            .map(|(at, _)| at)
            .collect();
        found.sort_by_key(|at| (self.drafts[*at].record.date, *at));
        found
    }

    /// Takes a record out, and with it the answers that nothing else asks for.
    pub(crate) fn remove(&mut self, at: usize) {
        self.drafts[at].gone = true;
        for answer in self.answers_to(at) {
            if self.drafts[answer].serves.is_none() {
                self.remove(answer);
            } else {
                self.drafts[answer].refers = None;
            }
        }
    }

    /// Drafts that refer to one.
    pub(crate) fn answers_to(&self, at: usize) -> Vec<usize> {
        self.alive()
            .filter(|(_, d)| d.refers == Some(at))
            .map(|(answer, _)| answer)
            .collect()
    }

    /// Whether nothing refers to a draft and it refers to nothing.
    pub(crate) fn stands_alone(&self, at: usize) -> bool {
        self.drafts[at].refers.is_none() && self.answers_to(at).is_empty()
    }

    /// The record of a draft, which is from now on part of a planted failure.
    pub(crate) fn touch(&mut self, at: usize) -> &mut Record {
        self.drafts[at].touched = true;
        &mut self.drafts[at].record
    }

    /// A subject, and those that it lies in, from the nearest out.
    pub(crate) fn places(&self, subject: Option<&str>) -> Vec<&'a str> {
        let plan = self.plan();
        let mut at = subject.and_then(|s| plan.subject_index.get(s));
        let mut found = Vec::new();
        // A circle is cut after as many steps as there are subjects.
        while let Some(place) = at.filter(|_| found.len() <= plan.subjects.len()) {
            let subject = &plan.subjects[*place];
            found.push(subject.id.name.as_str());
            let outer = subject.lies_in.as_ref();
            at = outer.and_then(|s| plan.subject_index.get(&s.name));
        }
        found
    }
}
