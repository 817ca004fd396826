//! 豁免: what a waiver covers, as *Waivers* of `MEANING.md` says.

use luoshi_calendar::date;
use luoshi_evidence::Kind;

use super::JudgeCx;
use crate::assessment::{Status, WaiverSummary};
use crate::reason::Reason;
use crate::verdict::Verdict;

/// Turns failing and suspect verdicts that a waiver covers into `waived`, and lists the waivers.
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
    for verdict in &mut *verdicts {
        if !matches!(
            verdict.status,
            Status::Missed | Status::Violated | Status::Late | Status::Suspect
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
    for share in 0..verdicts.len() {
        waive_share(share, verdicts);
    }
    waivers
}

/// A share that is short only because of subjects that are waived is waived with them.
fn waive_share(at: usize, verdicts: &mut [Verdict]) {
    let verdict = &verdicts[at];
    let Reason::Share(share) = &verdict.reason else {
        return;
    };
    if !matches!(verdict.status, Status::Missed | Status::Late) {
        return;
    }
    let mut by = None;
    let (mut met, mut waived) = (0u64, 0u64);
    for one in verdicts.iter().filter(|v| v.duty == verdict.duty) {
        if let Reason::Waived { waiver, .. } = &one.reason {
            waived += 1;
            by.get_or_insert_with(|| waiver.clone());
        }
        met += u64::from(one.status == Status::Met);
    }
    let asked = u64::from(share.target.0) * u64::from(share.total).saturating_sub(waived);
    if let Some(waiver) = by.filter(|_| met * 10_000 >= asked) {
        let reason = Reason::Waived {
            waiver,
            instead_of: verdict.status,
            because: Box::new(verdict.reason.clone()),
        };
        verdicts[at].reason = reason;
        verdicts[at].status = Status::Waived;
    }
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
    let day = verdict.day.unwrap_or(cx.as_of);
    cx.program.duties[verdict.duty].id == waiver.duty
        && (about.is_none() || about == subject || about == person)
        // What has no day of its own is judged as of the run.
        && waiver.from <= day
        && waiver.until.is_some_and(|until| day <= until)
}
