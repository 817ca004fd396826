//! 应评尽评: every record of one sort needs one of another, as *Each needs* of `MEANING.md` says.

use luoshi_calendar::{Span, date};
use luoshi_evidence::Kind;
use luoshi_plan::model::Timing;
use luoshi_plan::{Limit, after};

use super::deadline::judge_deadline;
use super::{CollectCx, JudgeCx, Placed, Rows, index, interest};
use crate::assessment::Status;
use crate::lut::{NONE, one_of, subject_rows, word_bits};
use crate::program::Interest;
use crate::reason::{Deadline as Because, Reason};
use crate::verdict::Verdict;

/// Records that need another.
pub type EachNeeds = Placed<EachNeedsTerms>;

/// What an [`EachNeeds`] asks for.
#[derive(Debug, Clone)]
pub struct EachNeedsTerms {
    /// Which records of one sort: those of these days.
    pub span: Span,
    /// The records that need something.
    pub each: Filter,
    /// What each of them needs.
    pub needs: Filter,
    /// When.
    pub timing: Timing,
    /// For [`Timing::Within`].
    pub within: Limit,
    /// Workdays in which it is late and not missed; any time if none.
    pub grace: Option<u32>,
}

/// Which records are meant.
#[derive(Debug, Clone)]
pub struct Filter {
    /// Kind.
    pub kind: Kind,
    /// Their duties; any if none.
    pub duties: Vec<String>,
    /// Their statuses; any if none.
    pub status: Vec<String>,
    /// Marks that they carry, all of them.
    pub marks: Vec<String>,
}

impl Filter {
    fn interests(&self) -> Vec<Interest> {
        if self.duties.is_empty() {
            return vec![Interest {
                kind: self.kind,
                duty: None,
            }];
        }
        let of = |duty: &String| interest(self.kind, duty);
        self.duties.iter().map(of).collect()
    }
}

impl EachNeeds {
    pub(crate) fn interests(&self) -> Vec<Interest> {
        let mut all = self.each.interests();
        all.extend(self.needs.interests());
        all
    }

    pub(crate) fn collect(
        &self,
        at: usize,
        rows: Rows<'_>,
        lists: &mut [Vec<u32>],
        cx: &mut CollectCx<'_>,
    ) {
        let is_each = at < self.each.interests().len();
        let filter = if is_each { &self.each } else { &self.needs };
        let list = &mut lists[usize::from(!is_each)];
        let columns = cx.evidence.of(filter.kind);
        let status = one_of(&filter.status, &cx.evidence.names);
        let marks = word_bits(&filter.marks, &cx.evidence.names);
        let all = (1u64 << filter.marks.len().min(63)) - 1;
        let subjects = subject_rows(cx.plan, &self.rows, &cx.evidence.names);
        let days = self.span.numbers();
        rows.each(|row| {
            let fits = status
                .get(columns.status[row] as usize)
                .is_none_or(|ok| *ok)
                && marks
                    .get(columns.marks[row] as usize)
                    .is_none_or(|bits| *bits == all);
            let concerns = || {
                let about = subjects[columns.subject[row] as usize] != NONE;
                about && days.contains(&columns.day[row])
            };
            if fits && (!is_each || concerns()) {
                list.push(index(row));
            }
        });
    }

    pub(crate) fn judge(&self, lists: &[Vec<u32>], cx: &JudgeCx<'_>, out: &mut Vec<Verdict>) {
        if lists[0].is_empty() {
            out.push(Verdict::not_applicable(self.duty, Reason::NothingHappened));
            return;
        }
        let needs = cx.columns(self.needs.kind);
        // The answers to each record, the earliest first: columns are in order of day.
        let of = |row: &u32| (needs.refers[*row as usize], *row);
        let mut answers: Vec<(u32, u32)> = lists[1].iter().map(of).collect();
        answers.sort_by_key(|(refers, _)| *refers);
        let each = cx.columns(self.each.kind);
        for row in &lists[0] {
            let (id, day) = (each.id[*row as usize], each.day[*row as usize]);
            let first = answers.partition_point(|(refers, _)| *refers < id);
            let of = answers[first..].iter();
            let mut of = of.take_while(|(refers, _)| *refers == id);
            let answer = of.find(|(_, answer)| self.answers(needs.day[*answer as usize], day));
            let answer = answer.map(|(_, row)| *row);
            out.push(self.judge_record(*row as usize, answer, cx));
        }
    }

    /// Whether something of one day can answer a record of another, in time or not.
    fn answers(&self, answer: i32, day: i32) -> bool {
        match self.timing {
            Timing::Before | Timing::SameDayOrBefore | Timing::ByDue => true,
            // What came before cannot be what it called for.
            Timing::Within => answer >= day,
        }
    }

    fn judge_record(&self, row: usize, answer: Option<u32>, cx: &JudgeCx<'_>) -> Verdict {
        let each = cx.columns(self.each.kind);
        let needs = cx.columns(self.needs.kind);
        let own = date(each.day[row]).unwrap_or(cx.as_of);
        let done = answer.and_then(|a| date(needs.day[a as usize]));
        let due = match self.timing {
            Timing::Before => own.yesterday().unwrap_or(own),
            Timing::SameDayOrBefore | Timing::ByDue => own,
            Timing::Within => after(own, self.within, cx.plan),
        };
        let (mut status, mut reason, figure) =
            judge_deadline(due, done, self.grace, self.needs.kind, cx);
        if let Reason::Deadline(Because {
            due,
            done,
            workdays,
        }) = reason
        {
            reason = Reason::Answered(Because {
                due,
                done,
                workdays,
            });
        }
        let first = matches!(self.timing, Timing::Before | Timing::SameDayOrBefore);
        if first && done.is_some_and(|day| day > due) {
            status = Status::Violated;
        }
        let mut verdict = Verdict::new(self.duty, status, reason);
        let subject = cx
            .plan
            .subject_index
            .get(cx.evidence.names.text(each.subject[row]));
        verdict.subject = subject.and_then(|at| u32::try_from(*at).ok());
        verdict.record = each.id[row];
        verdict.day = Some(due);
        verdict.figure = figure;
        verdict.evidence.push(each.id[row]);
        if let Some(answer) = answer {
            let answer = answer as usize;
            verdict.evidence.push(needs.id[answer]);
            verdict.backfilled = cx.backfilled(self.needs.kind, [index(answer)]);
        }
        verdict
    }
}
