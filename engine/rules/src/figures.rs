//! What failed in a township, by numbers: what an audit of many townships keeps of each.
//!
//! The same verdicts as those of an [`crate::Assessment`], without its texts, reasons and lists of
//! evidence. `luoshi check` of the township alone gives those.

use jiff::civil::Date;
use luoshi_calendar::{Period, Span};
use luoshi_evidence::{Evidence, Kind};
use luoshi_plan::Decimal;

use crate::assemble::id_of;
use crate::assessment::{Decision, Status, fails};
use crate::check::JudgeCx;
use crate::evaluate::Facts;
use crate::judge::{context, verdicts};
use crate::program::Program;
use crate::verdict::{Facet, Verdict, Who};

/// The results of one township.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many records of each kind count, by `Kind as usize`.
    pub records: [u32; Kind::COUNT],
    /// Records dated after the as-of day.
    pub unseen: u32,
    /// For each duty of the program, how many findings have each status, by `Status as usize`.
    pub statuses: Vec<[u32; Status::ALL.len()]>,
    /// The findings that are missed, violated or late, in the order of an assessment.
    pub failing: Vec<Failing>,
    /// The sheets of the scorecards.
    pub sheets: Vec<SheetFigures>,
}

/// A finding that is missed, violated or late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failing {
    /// Index into the program's duties.
    pub duty: usize,
    /// The side of the duty that it is about.
    pub facet: Facet,
    /// Index into the plan's subjects.
    pub subject: Option<u32>,
    /// Who, beside the subject, it is about.
    pub who: Who,
    /// The id of the record that it is about.
    pub record: Option<Box<str>>,
    /// The period.
    pub period: Option<Period>,
    /// Days that are no period of the calendar.
    pub days: Option<Span>,
    /// The day on which it stands: when something was due, happened, or ended.
    pub day: Option<Date>,
    /// Missed, violated or late.
    pub status: Status,
    /// How much of it: absences, workdays late, records that lack.
    pub figure: i64,
    /// What people decided, for what is only proposed.
    pub decision: Option<Decision>,
}

/// A sheet of a scorecard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetFigures {
    /// Index of the scorecard among the program's duties.
    pub scorecard: usize,
    /// Index into the plan's subjects; the township if none.
    pub subject: Option<u32>,
    /// The points.
    pub score: Decimal,
    /// The points before vetoes.
    pub sum: Decimal,
    /// Index into the grades of the scorecard.
    pub grade: Option<usize>,
    /// Whether a veto set the score.
    pub vetoed: bool,
}

impl Failing {
    /// Whether it counts as a failure: what is late does not if it is minor.
    #[must_use]
    pub fn fails(&self, program: &Program<'_>) -> bool {
        fails(self.status, program.duties[self.duty].severity)
    }

    /// The id that the finding has in an assessment.
    #[must_use]
    pub fn id(&self, program: &Program<'_>) -> String {
        let verdict = Verdict {
            facet: self.facet,
            subject: self.subject,
            who: self.who.clone(),
            period: self.period,
            days: self.days,
            day: self.day,
            ..Verdict::new(self.duty, self.status, crate::Reason::NothingHappened)
        };
        id_of(&verdict, self.record.as_deref(), program)
    }
}

/// Judges, and keeps what failed.
#[must_use]
pub fn figures(program: &Program<'_>, evidence: &Evidence, facts: &Facts) -> Figures {
    let cx = context(program, evidence, facts);
    let judged = verdicts(&cx);
    let mut figures = Figures {
        unseen: evidence.unseen,
        statuses: vec![[0; Status::ALL.len()]; program.duties.len()],
        ..Figures::default()
    };
    for kind in Kind::ALL {
        figures.records[kind as usize] = u32::try_from(evidence.of(kind).len()).unwrap_or(u32::MAX);
    }
    for verdict in &judged.verdicts {
        figures.statuses[verdict.duty][verdict.status as usize] += 1;
        let failing = [Status::Violated, Status::Missed, Status::Late];
        if failing.contains(&verdict.status) {
            figures.failing.push(failing_of(verdict, &cx));
        }
    }
    // Stable, as in an assessment.
    figures.failing.sort_by_key(|failing| failing.duty);
    for (scorecard, sheets) in &judged.sheets {
        figures
            .sheets
            .extend(sheets.iter().map(|sheet| SheetFigures {
                scorecard: *scorecard,
                subject: sheet.subject,
                score: sheet.score,
                sum: sheet.sum,
                grade: sheet.grade,
                vetoed: !sheet.vetoes.is_empty(),
            }));
    }
    figures
}

fn failing_of(verdict: &Verdict, cx: &JudgeCx<'_>) -> Failing {
    let record = (verdict.record != 0).then(|| cx.evidence.ids.shown(verdict.record));
    Failing {
        duty: verdict.duty,
        facet: verdict.facet,
        subject: verdict.subject,
        who: verdict.who.clone(),
        record: record.map(|id| id.into_owned().into_boxed_str()),
        period: verdict.period,
        days: verdict.days,
        day: verdict.day,
        status: verdict.status,
        figure: verdict.figure,
        decision: verdict.decision,
    }
}
