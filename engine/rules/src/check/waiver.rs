//! 豁免: what a waiver covers, as *Waivers* of `MEANING.md` says.

use luoshi_calendar::date;
use luoshi_evidence::Kind;

use super::JudgeCx;
use crate::assessment::{Status, WaiverSummary};
use crate::reason::Reason;
use crate::verdict::Verdict;

/// Turns failing verdicts that a waiver covers into `waived`, and lists the waivers.
pub(crate) fn apply(verdicts: &mut [Verdict], cx: &JudgeCx<'_>) -> Vec<WaiverSummary> {
    let columns = cx.columns(Kind::Waiver);
    let names = &cx.evidence.names;
    let mut waivers: Vec<WaiverSummary> = (0..columns.len())
        .filter_map(|row| {
            let subject = names.text(columns.subject[row]);
            let until = date(columns.until[row]).filter(|_| columns.until[row] != i32::MIN);
            Some(WaiverSummary {
                record: cx.evidence.ids.text(columns.id[row]).to_owned(),
                duty: names.text(columns.duty[row]).to_owned(),
                subject: (!subject.is_empty()).then(|| subject.to_owned()),
                from: date(columns.day[row])?,
                until,
                granted_by: names.text(columns.actor[row]).to_owned(),
                expired: until.is_some_and(|day| day < cx.as_of),
                covers: 0,
            })
        })
        .collect();
    for verdict in verdicts {
        if !matches!(
            verdict.status,
            Status::Missed | Status::Violated | Status::Late
        ) {
            continue;
        }
        if let Some(waiver) = waivers.iter_mut().find(|w| covers(w, verdict, cx)) {
            waiver.covers += 1;
            let because = std::mem::replace(&mut verdict.reason, Reason::NoSubjects);
            verdict.reason = Reason::Waived {
                waiver: waiver.record.clone(),
                instead_of: verdict.status,
                because: Box::new(because),
            };
            verdict.status = Status::Waived;
        }
    }
    waivers
}

fn covers(waiver: &WaiverSummary, verdict: &Verdict, cx: &JudgeCx<'_>) -> bool {
    let subject = verdict
        .subject
        .map(|at| cx.plan.subjects[at as usize].id.name.as_str());
    let person = match &verdict.who {
        crate::verdict::Who::Person(at) => {
            Some(cx.plan.content.persons[*at as usize].staff.name.as_str())
        }
        crate::verdict::Who::Unit(unit) => Some(unit.as_str()),
        _ => None,
    };
    let about = waiver.subject.as_deref();
    cx.program.duties[verdict.duty].id == waiver.duty
        && (about.is_none() || about == subject || about == person)
        && verdict
            .day
            .is_some_and(|day| waiver.from <= day && waiver.until.is_none_or(|until| day <= until))
}
