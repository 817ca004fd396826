//! What an audit of many townships keeps of each: every finding by numbers, and in words only those that need a line.

use jiff::civil::Date;
use luoshi_evidence::Evidence;

use super::scores::{Told, score_sheets};
use super::{Judged, duties, evidence_summary, finding, finding_id, plugins, stamp};
use super::{proposals, years_without_holidays};
use crate::assessment::{Assessment, Finding, Status, plain};
use crate::evaluate::Facts;
use crate::follow_up::rectification;
use crate::judge::{context, verdicts};
use crate::program::Program;
use crate::reason::Reason;
use crate::unused::{Aside, set_aside};
use crate::verdict::Verdict;

/// Judges townships by one program, one after the other, as far as an audit of many keeps it.
///
/// The verdicts are those of [`judge`](crate::judge). Most of them are met, and an audit only counts these: no id, no name
/// and no list of records is made for them, and what the plan says is copied once and not for each township.
#[derive(Debug)]
pub struct Outliner<'p> {
    program: &'p Program<'p>,
    /// What no evidence changes stays in it.
    assessment: Assessment,
}

/// What judging a township came to.
#[derive(Debug)]
pub struct Outline<'a> {
    /// As [`judge`](crate::judge) gives it, with those findings alone that are not plain or that something follows from. Its
    /// duties have no findings; it has no sections of score sheets, no trends, and no lists of records that were set aside.
    pub assessment: &'a Assessment,
    /// Every finding by numbers, by duty.
    pub all: Vec<BareFinding>,
    /// How many records no duty asks for.
    pub irrelevant: u32,
}

/// A finding by numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BareFinding {
    /// Index of its duty.
    pub duty: usize,
    /// How it stands.
    pub status: Status,
    /// What is counted.
    pub figure: i64,
    /// The day by which it counts.
    pub day: Option<Date>,
}

impl<'p> Outliner<'p> {
    /// For the townships of a program.
    #[must_use]
    pub fn new(program: &'p Program<'p>) -> Outliner<'p> {
        let evidence = Evidence::default();
        let facts = crate::evaluate(program, &evidence, crate::Detail::Evidence);
        let cx = context(program, &evidence, &facts);
        let plan = program.plan;
        Outliner {
            program,
            assessment: Assessment {
                plan: stamp(plan),
                as_of: program.as_of,
                evidence: evidence_summary(&cx, &[]),
                parameters: plan.parameters.clone(),
                inactive: plan.inactive.clone(),
                deviations: plan.deviations.clone(),
                duties: duties(&[], &cx),
                findings: Vec::new(),
                proposals: Vec::new(),
                indicators: Vec::new(),
                scores: Vec::new(),
                waivers: Vec::new(),
                plugins: plugins::in_force(&cx),
                years_without_holidays: years_without_holidays(plan),
                rectification: rectification(&cx),
            },
        }
    }

    /// Judges the facts of a township, which must have been collected with [`Detail::Evidence`](crate::Detail::Evidence).
    #[must_use]
    pub fn judge(&mut self, evidence: &Evidence, facts: &Facts) -> Outline<'_> {
        let cx = context(self.program, evidence, facts);
        let Judged {
            mut verdicts,
            waivers,
            sheets,
        } = verdicts(&cx);
        let aside = set_aside(&verdicts, facts, &cx);
        let irrelevant = aside.iter();
        let irrelevant = irrelevant.filter(|(.., why)| matches!(why, Aside::Irrelevant(_)));
        let id = |at: usize| finding_id(&verdicts[at], &cx);
        let told = (Told::Sums, &cx);
        let scores = sheets.iter();
        let scores = scores.flat_map(|(duty, sheets)| score_sheets(*duty, sheets, &id, told));
        let of = &mut self.assessment;
        of.evidence = evidence_summary(&cx, &[]);
        of.scores = scores.collect();
        // Stable, as in a whole assessment.
        verdicts.sort_by_key(|verdict| verdict.duty);
        let kept = verdicts.iter().filter(|verdict| is_kept(verdict));
        let kept = kept.map(|verdict| finding(verdict, finding_id(verdict, &cx), &cx));
        of.findings = kept.collect::<Vec<Finding>>();
        of.proposals = proposals(&of.findings, &cx);
        of.waivers = waivers;
        of.rectification = rectification(&cx);
        let irrelevant = u32::try_from(irrelevant.count()).unwrap_or(u32::MAX);
        Outline {
            irrelevant,
            all: verdicts.iter().map(bare).collect(),
            assessment: of,
        }
    }
}

/// Whether it is told in words, or a proposal or the standing of a ladder is read from it.
fn is_kept(verdict: &Verdict) -> bool {
    let followed = match &verdict.reason {
        Reason::Attendance(of) => of.deduct.is_some(),
        Reason::Run(of) => of.grade.is_some(),
        Reason::Refused(_) | Reason::Veto(_) | Reason::Ladder(_) => true,
        _ => false,
    };
    followed || !plain(verdict.status)
}

fn bare(verdict: &Verdict) -> BareFinding {
    BareFinding {
        duty: verdict.duty,
        status: verdict.status,
        figure: verdict.figure,
        day: verdict.day,
    }
}
