//! One pass over the evidence: each record goes to the checks that read its kind and duty.

use std::collections::BTreeSet;

use luoshi_calendar::number;
use luoshi_evidence::{Columns, Evidence, Kind};

use crate::assessment::Irrelevance;
use crate::check::{Check, CollectCx, Fact, Rows};
use crate::program::{Interest, Program};

/// The mark of the record of an issued paper.
pub const ISSUED: &str = "issued";

/// How much is kept of the records that a finding rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Every finding names its records. Memory grows with the records that count.
    Evidence,
    /// Counts alone. Memory depends on the plan, not on the number of records, but for the kinds
    /// that are judged one by one (incidents, rewards, tasks handed out and their answers) and for
    /// what a veto measures before incidents.
    Figures,
}

/// What each check has collected.
#[derive(Debug)]
pub struct Facts {
    pub(crate) of: Vec<Fact>,
    pub(crate) irrelevant: Vec<(Kind, u32, Irrelevance)>,
    pub(crate) detail: Detail,
}

/// Collects the facts of a program from evidence.
#[must_use]
pub fn evaluate(program: &Program<'_>, evidence: &Evidence, detail: Detail) -> Facts {
    let mut cx = CollectCx {
        plan: program.plan,
        evidence,
        trace: detail == Detail::Evidence,
        as_of: number(program.as_of),
        backfill: i32::try_from(program.plan.settings.backfill).unwrap_or(i32::MAX),
        issued: issued(evidence),
        irrelevant: Vec::new(),
    };
    let mut facts: Vec<Fact> = program
        .checks
        .iter()
        .map(|check| check.prepare(&cx))
        .collect();
    for kind in Kind::ALL {
        let columns = evidence.of(kind);
        if !columns.is_empty() {
            collect_kind(program, kind, columns, &mut facts, &mut cx);
        }
    }
    Facts {
        of: facts,
        irrelevant: cx.irrelevant,
        detail,
    }
}

/// Which of the joined marks hold that of an issued paper.
fn issued(evidence: &Evidence) -> Vec<bool> {
    let found: Vec<bool> = evidence.names.iter().map(is_issued).collect();
    if found.contains(&true) {
        found
    } else {
        Vec::new()
    }
}

/// Whether joined marks hold that of an issued paper.
pub(crate) fn is_issued(marks: &str) -> bool {
    // Most names are shorter than the mark.
    marks.len() >= ISSUED.len() && marks.split('、').any(|mark| mark == ISSUED)
}

/// Who reads which records of one kind: index of the check, of its interest, and the duty.
type Readers<'p> = Vec<(usize, usize, &'p Interest)>;

fn collect_kind(
    program: &Program<'_>,
    kind: Kind,
    columns: &Columns,
    facts: &mut [Fact],
    cx: &mut CollectCx<'_>,
) {
    let names = &cx.evidence.names;
    let interests = program.interests_of(kind);
    let readers: Readers<'_> = interests
        .iter()
        .map(|(c, i, interest)| (*c, *i, interest))
        .collect();
    let groups = Groups::of(columns, names.len());
    for (check, at, interest) in &readers {
        let rows = match &interest.duty {
            None => Rows::All(columns.len()),
            Some(duty) => match names.code(duty) {
                Some(code) => groups.rows(code),
                None => continue,
            },
        };
        program.checks[*check].collect(*at, rows, &mut facts[*check], cx);
    }
    if cx.trace && program.expects_duty(kind) {
        set_aside_unread(program, kind, &readers, columns, cx);
    }
}

/// Notes the records of duties that nobody reads.
fn set_aside_unread(
    program: &Program<'_>,
    kind: Kind,
    readers: &Readers<'_>,
    columns: &Columns,
    cx: &mut CollectCx<'_>,
) {
    if readers.iter().any(|(.., interest)| interest.duty.is_none()) {
        return;
    }
    let names = &cx.evidence.names;
    let mut read = vec![false; names.len()];
    let asked = readers.iter().filter_map(|(.., i)| i.duty.as_deref());
    for code in unjudged(program)
        .chain(asked)
        .filter_map(|duty| names.code(duty))
    {
        read[code as usize] = true;
    }
    for row in 0..columns.len() {
        // A paper that was issued is on record for its number, whether or not a duty asks for it.
        let issued = cx.is_issued(columns.marks[row]);
        if !read[columns.duty[row] as usize] && !issued {
            cx.set_aside(kind, row, Irrelevance::Duty);
        }
    }
}

/// Ids of the duties that no check reads for, because they are off or open: the plan knows them.
fn unjudged<'p>(program: &'p Program<'_>) -> impl Iterator<Item = &'p str> {
    let judged: BTreeSet<usize> = program
        .checks
        .iter()
        .filter(|check| !matches!(check, Check::Open(..)))
        .map(Check::duty)
        .collect();
    let duties = program.duties.iter().enumerate();
    let off = program.plan.inactive.iter().map(|off| off.duty.as_str());
    duties
        .filter(move |(at, _)| !judged.contains(at))
        .map(|(_, duty)| duty.id.as_str())
        .chain(off)
}

/// The rows of each duty, in order. With one duty alone nothing is copied.
struct Groups {
    only: Option<(u32, usize)>,
    rows: Vec<u32>,
    starts: Vec<u32>,
}

impl Groups {
    fn of(columns: &Columns, names: usize) -> Groups {
        let first = columns.duty[0];
        if columns.duty.iter().all(|duty| *duty == first) {
            return Groups {
                only: Some((first, columns.len())),
                rows: Vec::new(),
                starts: Vec::new(),
            };
        }
        let mut starts = vec![0u32; names + 1];
        for duty in &columns.duty {
            starts[*duty as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut rows = vec![0u32; columns.len()];
        for (row, duty) in columns.duty.iter().enumerate() {
            let at = &mut next[*duty as usize];
            rows[*at as usize] = crate::check::index(row);
            *at += 1;
        }
        Groups {
            only: None,
            rows,
            starts,
        }
    }

    fn rows(&self, duty: u32) -> Rows<'_> {
        match self.only {
            Some((only, len)) if only == duty => Rows::All(len),
            Some(_) => Rows::Some(&[]),
            None => {
                let at = duty as usize;
                Rows::Some(&self.rows[self.starts[at] as usize..self.starts[at + 1] as usize])
            }
        }
    }
}
