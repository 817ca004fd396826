//! 一票否决: conditions shown by evidence, a decision by people, as *Vetoes* of `MEANING.md` says.

mod lapse;

use jiff::civil::Date;
use lapse::Measured;
pub(crate) use lapse::{DaySums, LapseWindow};
use luoshi_calendar::{Span, date, number};
use luoshi_evidence::Kind;
use luoshi_plan::model::{JurisdictionLevel, LapseMeasure, NoRecord, Veto};
use luoshi_plan::{Decimal, Limit, Plan, after};

use super::{Check, Fact, JudgeCx};
use crate::assessment::{Decision, Status, fails};
use crate::lut::{Places, lies_in, one_of};
use crate::program::Row;
use crate::reason::{Reason, VetoCase, VetoIncident};
use crate::verdict::Verdict;

/// Judges a veto for each of its rows; `verdicts` are those of all other checks.
pub(crate) fn judge(
    duty: usize,
    veto: &Veto,
    rows: &[Row],
    span: Span,
    verdicts: &[Verdict],
    cx: &JudgeCx<'_>,
) -> Vec<Verdict> {
    if rows.is_empty() {
        return vec![Verdict::not_applicable(duty, Reason::NoSubjects)];
    }
    let incidents = incidents(veto, rows, span, cx);
    let one = |at: usize| judge_row(duty, veto, at, rows, &incidents[at], verdicts, cx);
    (0..rows.len()).map(one).collect()
}

/// Rows of the incident columns that meet the kind and the marks, by row of the veto.
fn incidents(veto: &Veto, rows: &[Row], span: Span, cx: &JudgeCx<'_>) -> Vec<Vec<usize>> {
    let mut by_row = vec![Vec::new(); rows.len()];
    if veto.when.incidents.is_empty() {
        return by_row;
    }
    let columns = cx.columns(Kind::Incident);
    let names = &cx.evidence.names;
    let kinds: Vec<String> = veto
        .when
        .incidents
        .iter()
        .map(|i| i.name.to_string())
        .collect();
    let kinds = one_of(&kinds, names);
    let places = Places::new(cx.plan, rows, names);
    let days = span.numbers();
    for row in 0..columns.len() {
        let inside = days.contains(&columns.day[row]);
        let marks = || names.text(columns.marks[row]);
        let marked = veto
            .when
            .marks
            .iter()
            .all(|m| marks().split('、').any(|has| has == m));
        if inside && kinds[columns.status[row] as usize] && marked {
            for at in places.of(columns.subject[row]) {
                by_row[*at as usize].push(row);
            }
        }
    }
    by_row
}

fn judge_row(
    duty: usize,
    veto: &Veto,
    at: usize,
    rows: &[Row],
    incidents: &[usize],
    verdicts: &[Verdict],
    cx: &JudgeCx<'_>,
) -> Verdict {
    let when = &veto.when;
    let mut holds = Some(true);
    let mut also = |condition: Option<bool>| {
        holds = match (holds, condition) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (None, _) | (_, None) => None,
            (Some(true), Some(true)) => Some(true),
        };
    };
    let mut telling = Vec::new();
    if !when.incidents.is_empty() {
        let (shown, decided) = telling_incidents(duty, veto, at, incidents, cx);
        also(if !shown.is_empty() {
            Some(true)
        } else {
            decided
        });
        telling = shown;
    }
    let mut failed = 0;
    if !when.failed.is_empty() {
        let (failing, unknown) = failures(&when.failed, rows[at].subject, verdicts, cx);
        failed = failing;
        let enough = failed >= when.failed_at_least;
        also(if enough {
            Some(true)
        } else if unknown {
            None
        } else {
            Some(false)
        });
    }
    if let Some(rule) = &when.rule {
        let (failing, unknown) =
            failures(std::slice::from_ref(rule), rows[at].subject, verdicts, cx);
        also(if failing > 0 {
            Some(true)
        } else if unknown {
            None
        } else {
            Some(false)
        });
    }
    conclude(
        duty,
        veto,
        rows[at],
        holds,
        telling,
        (incidents.len(), failed),
        cx,
    )
}

/// The incidents that meet all conditions, and whether none of the others could.
fn telling_incidents(
    duty: usize,
    veto: &Veto,
    at: usize,
    incidents: &[usize],
    cx: &JudgeCx<'_>,
) -> (Vec<VetoIncident>, Option<bool>) {
    let columns = cx.columns(Kind::Incident);
    let window = cx
        .program
        .checks
        .iter()
        .zip(cx.facts)
        .find_map(|pair| match pair {
            (Check::Lapse(w), Fact::Days(sums)) if w.veto == duty => Some((w, sums)),
            _ => None,
        });
    let mut shown = Vec::new();
    let mut decided = Some(false);
    for row in incidents {
        let id = columns.id[*row];
        if veto.when.finding_required && !found_to_cause(id, cx) {
            continue;
        }
        let day = columns.day[*row];
        let measured = match (&veto.when.lapse, window) {
            (Some(lapse), Some((_, sums))) => {
                let days = i32::try_from(lapse.days).unwrap_or(i32::MAX);
                Some((lapse, sums.measure(at, day.saturating_sub(days), day)))
            }
            _ => None,
        };
        let lapsed = match measured {
            None => Some(true),
            // A ledger without any record of the kind tells nothing about the days before.
            Some(_) if window.is_some_and(|(w, _)| cx.columns(w.kind).is_empty()) => None,
            Some((lapse, m)) => lapsed(lapse, m),
        };
        match lapsed {
            Some(true) => shown.push(VetoIncident {
                record: cx.evidence.ids.shown(id).into_owned(),
                day: date(day).unwrap_or(cx.as_of),
                measure: measured.and_then(|(lapse, m)| measure(lapse.measure, m)),
                records: measured.map_or(0, |(_, m)| m.records),
            }),
            Some(false) => {}
            None => decided = None,
        }
    }
    (shown, decided)
}

fn lapsed(lapse: &luoshi_plan::model::Lapse, m: Measured) -> Option<bool> {
    if m.records == 0 {
        return match lapse.no_record {
            NoRecord::Lapsed => Some(true),
            NoRecord::NotLapsed => Some(false),
            NoRecord::Unknown => None,
        };
    }
    let Decimal(below) = lapse.below;
    Some(match lapse.measure {
        LapseMeasure::Count => i64::from(m.records) * 100 < below,
        LapseMeasure::Days => i64::from(m.days) * 100 < below,
        // Integers throughout: a mean in floating point could round across the line.
        LapseMeasure::AverageQuantity => m.sum < below * i64::from(m.records),
    })
}

fn measure(what: LapseMeasure, m: Measured) -> Option<Decimal> {
    match what {
        LapseMeasure::Count => Some(Decimal(i64::from(m.records) * 100)),
        LapseMeasure::Days => Some(Decimal(i64::from(m.days) * 100)),
        LapseMeasure::AverageQuantity => {
            (m.records > 0).then(|| Decimal(m.sum / i64::from(m.records)))
        }
    }
}

/// Whether a person has found that the lapse led to the incident.
fn found_to_cause(incident: u32, cx: &JudgeCx<'_>) -> bool {
    let decisions = cx.columns(Kind::Decision);
    let caused = cx.evidence.names.code("caused");
    (0..decisions.len())
        .any(|row| decisions.refers[row] == incident && Some(decisions.status[row]) == caused)
}

/// Failing verdicts of some duties for a subject, and whether any is unknown.
pub(crate) fn failures(
    duties: &[luoshi_plan::model::DutyRef],
    subject: Option<u32>,
    verdicts: &[Verdict],
    cx: &JudgeCx<'_>,
) -> (u32, bool) {
    let (mut failing, mut unknown) = (0, false);
    for verdict in verdicts {
        let info = &cx.program.duties[verdict.duty];
        let named = duties.iter().any(|d| d.name == info.id);
        let there = lies_in(&cx.outer, verdict.subject.map(|s| s as usize), subject);
        if named && there {
            failing += u32::from(fails(verdict.status, info.severity));
        }
        // What the plan leaves open has one finding for all subjects.
        let open = verdict.status == Status::Unset;
        unknown |= named && (open || there && verdict.status == Status::Unknown);
    }
    (failing, unknown)
}

fn conclude(
    duty: usize,
    veto: &Veto,
    row: Row,
    holds: Option<bool>,
    mut telling: Vec<VetoIncident>,
    (happened, failed): (usize, u32),
    cx: &JudgeCx<'_>,
) -> Verdict {
    let falls_on = row
        .subject
        .map(|at| cx.plan.subjects[at as usize].id.name.as_str());
    let proposal = Proposed {
        duty: &veto.duty.id.name,
        falls_on,
        // No plan can make its township competent for a veto.
        level: Some(veto.decided_by.level.max(JurisdictionLevel::County)),
        lasts: veto.lasts,
        // Several cases of a year are one veto: a confirmed one covers those that follow.
        from: None,
    };
    let mut ruling = ruling(&proposal, cx);
    if let Some(settled) = ruling.settled.filter(|_| holds == Some(true)) {
        // What is over settles what happened until then; a later case stands by itself, with the
        // appeals that came since it.
        telling.sort_by_key(|case| case.day);
        if let Some(first) = telling
            .iter()
            .map(|case| case.day)
            .find(|day| *day > settled)
        {
            telling.retain(|case| case.day > settled);
            let appealed = appealed_since(&proposal, Some(first), cx);
            ruling = Ruling {
                decision: appealed.then_some(Decision::Suspended),
                ..Ruling::default()
            };
        }
    }
    let figure = i64::try_from(telling.len())
        .unwrap_or(i64::MAX)
        .max(i64::from(failed));
    let status = match (holds, ruling.decision) {
        (_, Some(Decision::Rejected | Decision::Lifted | Decision::Ended)) => Status::Met,
        // Decided by people on what the ledger does not show: it stands until they lift it.
        _ if ruling.is_decided() => Status::Violated,
        (Some(true), _) => Status::Violated,
        // A place without a case has not passed anything.
        (Some(false), _) if happened == 0 && !veto.when.incidents.is_empty() => {
            Status::NotApplicable
        }
        (Some(false), _) => Status::Met,
        (None, _) => Status::Unknown,
    };
    let evidence: Vec<u32> = telling
        .iter()
        .filter_map(|i| cx.evidence.ids.code(&i.record))
        .collect();
    let day = telling.last().map(|i| i.day);
    let reason = Reason::Veto(Box::new(VetoCase {
        incidents: telling,
        happened: u32::try_from(happened).unwrap_or(u32::MAX),
        failed,
        lapse: veto.when.lapse.as_ref().map(|l| (l.days, l.below)),
        decision: ruling.decision.map(|d| (d, ruling.record.clone())),
        not_competent: ruling.not_competent,
    }));
    let mut verdict = Verdict::new(duty, status, reason);
    verdict.subject = row.subject;
    verdict.day = day.or(Some(cx.as_of.min(cx.plan.span.to)));
    verdict.figure = figure;
    verdict.evidence = evidence;
    verdict.decision = match ruling.decision {
        None => (status == Status::Violated).then_some(Decision::Proposed),
        // An appeal against what nobody has decided and nothing shows suspends nothing.
        Some(Decision::Suspended) if status != Status::Violated => None,
        decision => decision,
    };
    verdict
}

/// Something proposed that people decide on.
pub(crate) struct Proposed<'a> {
    /// The `duty` of the decisions on it.
    pub(crate) duty: &'a str,
    /// The subject, unit or person that it falls on.
    pub(crate) falls_on: Option<&'a str>,
    /// The level that decides; any if the plan does not say.
    pub(crate) level: Option<JurisdictionLevel>,
    /// How long it lasts once confirmed.
    pub(crate) lasts: Option<Limit>,
    /// The last of the days that it rests on: an earlier decision was about less.
    pub(crate) from: Option<Date>,
}

/// What people have decided on a proposal.
#[derive(Debug, Default)]
pub(crate) struct Ruling {
    pub(crate) decision: Option<Decision>,
    pub(crate) record: Option<String>,
    /// A decision by a body that may not decide.
    pub(crate) not_competent: Option<String>,
    /// The day since which it is rejected, lifted or ended.
    settled: Option<Date>,
}

impl Ruling {
    /// Whether a body that may decide has confirmed it at some time.
    fn is_decided(&self) -> bool {
        self.record.is_some()
    }
}

/// The decision in force on a proposal.
pub(crate) fn ruling(proposal: &Proposed<'_>, cx: &JudgeCx<'_>) -> Ruling {
    let names = &cx.evidence.names;
    let decisions = cx.columns(Kind::Decision);
    let mut ruling = Ruling::default();
    let mut decided = None;
    for row in concerning(Kind::Decision, proposal, cx) {
        let decision = match names.text(decisions.status[row]) {
            "confirmed" => Decision::Confirmed,
            "rejected" => Decision::Rejected,
            "lifted" => Decision::Lifted,
            _ => continue,
        };
        let actor = names.text(decisions.actor[row]);
        if !is_competent(actor, proposal.level, cx) {
            ruling.not_competent = Some(actor.to_owned());
            continue;
        }
        decided = date(decisions.day[row]);
        if decided < proposal.from {
            continue;
        }
        ruling.decision = Some(decision);
        ruling.record = Some(cx.evidence.ids.shown(decisions.id[row]).into_owned());
    }
    let end = decided.zip(proposal.lasts);
    let end = end.map(|(day, limit)| after(day, limit, cx.plan));
    match ruling.decision {
        Some(Decision::Confirmed) if end.is_some_and(|end| end < cx.as_of) => {
            ruling.decision = Some(Decision::Ended);
            ruling.settled = end;
        }
        Some(Decision::Rejected | Decision::Lifted) => ruling.settled = decided,
        _ => {}
    }
    let open = appealed_since(proposal, decided, cx);
    if open && matches!(ruling.decision, None | Some(Decision::Confirmed)) {
        ruling.decision = Some(Decision::Suspended);
    }
    ruling
}

/// The records of a kind that are about a proposal.
fn concerning(kind: Kind, of: &Proposed<'_>, cx: &JudgeCx<'_>) -> impl Iterator<Item = usize> {
    let columns = cx.columns(kind);
    let names = &cx.evidence.names;
    (0..columns.len()).filter(move |row| {
        let about = names.text(columns.subject[*row]);
        names.text(columns.duty[*row]) == of.duty && of.falls_on.is_none_or(|who| about == who)
    })
}

/// Whether somebody appealed against a proposal on a day or after it.
fn appealed_since(of: &Proposed<'_>, day: Option<Date>, cx: &JudgeCx<'_>) -> bool {
    let appeals = cx.columns(Kind::Appeal);
    concerning(Kind::Appeal, of, cx)
        .any(|row| day.is_none_or(|day| number(day) <= appeals.day[row]))
}

/// Whether whoever decided may: what is left to a level above the plan's own is not decided by
/// the plan's own units, roles and persons, nor by nobody.
pub(crate) fn is_competent(
    actors: &str,
    level: Option<JurisdictionLevel>,
    cx: &JudgeCx<'_>,
) -> bool {
    let own = cx.plan.jurisdiction.level;
    level.is_none_or(|level| level <= own)
        || actors
            .split('、')
            .any(|actor| !actor.is_empty() && !is_of_the_plan(actor, cx.plan))
}

/// Whether an actor is a unit, a role or a person of the plan.
pub(crate) fn is_of_the_plan(actor: &str, plan: &Plan) -> bool {
    let content = &plan.content;
    content.units.iter().any(|u| u.id.name == actor)
        || content.roles.iter().any(|r| r.id.name == actor)
        || content.persons.iter().any(|p| p.staff.name == actor)
}
