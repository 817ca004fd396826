//! What is proposed for people to decide: deductions, grades, lost eligibility, steps.

use jiff::civil::Date;
use luoshi_plan::model::{Decider, LadderStep};

use crate::accountable;
use crate::assessment::{Decision, Finding, Label, Measure, Proposal, Status, fails};
use crate::check::{JudgeCx, veto};
use crate::reason::{LadderCase, Reason};

pub(super) fn proposals(findings: &[Finding], cx: &JudgeCx<'_>) -> Vec<Proposal> {
    let mut out = Vec::new();
    for finding in findings {
        match &finding.reason {
            Reason::Attendance(attendance) => {
                let measure = attendance.deduct.map(Measure::Deduct);
                out.extend(measure.map(|m| from_roster(finding, m, finding.actor.clone(), cx)));
            }
            Reason::Run(run) => {
                let measure = run.grade.clone().map(Measure::Grade);
                out.extend(measure.map(|m| from_roster(finding, m, finding.actor.clone(), cx)));
            }
            Reason::Refused(days) => out.extend(refusal(finding, days, cx)),
            Reason::Veto(_) if finding.status == Status::Violated => {
                out.extend(vetoed(finding, cx))
            }
            Reason::Ladder(case) => out.extend(steps(finding, case, cx)),
            _ => {}
        }
    }
    out.extend(penalties(findings, cx));
    out
}

fn by(finding: &Finding, cx: &JudgeCx<'_>) -> Label {
    let info = &cx.program.duties[finding.duty];
    Label {
        id: info.id.clone(),
        name: info.name.clone(),
    }
}

fn decision(
    duty: &str,
    falls_on: Option<&Label>,
    decider: Option<&Decider>,
    from: Option<Date>,
    cx: &JudgeCx<'_>,
) -> Decision {
    let proposal = veto::Proposed {
        duty,
        falls_on: falls_on.map(|l| l.id.as_str()),
        level: decider.map(|d| d.level),
        lasts: None,
        from,
    };
    let ruling = veto::ruling(&proposal, cx);
    ruling.decision.unwrap_or(Decision::Proposed)
}

fn from_roster(
    finding: &Finding,
    measure: Measure,
    falls_on: Option<Label>,
    cx: &JudgeCx<'_>,
) -> Proposal {
    let by = by(finding, cx);
    let roster = cx
        .plan
        .content
        .rosters
        .iter()
        .find(|r| r.duty.id.name == by.id);
    let decider = roster.and_then(|r| match finding.reason {
        Reason::Refused(_) => r.refusal.as_ref().and_then(|r| r.decided_by.as_ref()),
        _ => r.absence.as_ref().and_then(|a| a.decided_by.as_ref()),
    });
    // One facet decided is not the other: who confirms a deduction has not confirmed a grade.
    let duty = match finding.facet {
        Some(facet) => format!("{}.{facet}", by.id),
        None => by.id.clone(),
    };
    Proposal {
        finding: finding.id.clone(),
        decision: decision(&duty, falls_on.as_ref(), decider, finding.day, cx),
        by,
        falls_on,
        measure,
        decided_by: decider.map(|d| d.name.clone()),
    }
}

fn refusal(finding: &Finding, days: &[Date], cx: &JudgeCx<'_>) -> Vec<Proposal> {
    let id = &cx.program.duties[finding.duty].id;
    let roster = cx
        .plan
        .content
        .rosters
        .iter()
        .find(|r| r.duty.id.name == *id);
    let Some(refusal) = roster.and_then(|r| r.refusal.as_ref()) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    if !refusal.ineligible.is_empty() {
        let measure = Measure::Ineligible(refusal.ineligible.clone());
        out.push(from_roster(finding, measure, finding.actor.clone(), cx));
    }
    if let Some(head) = &refusal.head {
        for holder in heads(finding, days, cx) {
            let measure = Measure::Head(head.clone());
            out.push(from_roster(finding, measure, Some(holder), cx));
        }
    }
    out
}

/// Whoever headed the unit on one of the days, each once; nobody where the post was vacant.
fn heads(finding: &Finding, days: &[Date], cx: &JudgeCx<'_>) -> Vec<Label> {
    let unit = finding.actor.as_ref().map(|unit| unit.id.as_str());
    let mut units = cx.plan.content.units.iter();
    let Some(role) = units
        .find(|u| Some(u.id.name.as_str()) == unit)
        .and_then(|u| u.head.as_ref())
    else {
        return Vec::new();
    };
    let mut heads: Vec<Label> = Vec::new();
    for day in days {
        let chain = accountable::chain(cx.plan, &role.name, None, *day);
        let Some(post) = chain.into_iter().next() else {
            continue;
        };
        let Some(id) = post.holder else { continue };
        // It falls on whoever held the post then, not on the post.
        let name = format!("{id} {}", post.role.name);
        if heads.iter().all(|known| known.id != id) {
            heads.push(Label { id, name });
        }
    }
    heads
}

fn vetoed(finding: &Finding, cx: &JudgeCx<'_>) -> Vec<Proposal> {
    let by = by(finding, cx);
    let Some(veto) = cx
        .plan
        .content
        .vetoes
        .iter()
        .find(|v| v.duty.id.name == by.id)
    else {
        return Vec::new();
    };
    let decision = finding.decision.unwrap_or(Decision::Proposed);
    let proposal = |measure| Proposal {
        finding: finding.id.clone(),
        by: by.clone(),
        falls_on: finding.subject.clone(),
        measure,
        decided_by: Some(veto.decided_by.name.clone()),
        decision,
    };
    effects(&veto.effect).into_iter().map(proposal).collect()
}

fn effects(effect: &luoshi_plan::model::EffectKeys) -> Vec<Measure> {
    let mut out = Vec::new();
    out.extend(effect.score.map(Measure::Score));
    out.extend(effect.deduct.map(Measure::Deduct));
    out.extend(effect.grade.clone().map(Measure::Grade));
    if !effect.ineligible.is_empty() {
        out.push(Measure::Ineligible(effect.ineligible.clone()));
    }
    out
}

/// The step of a ladder that comes next, and what is lost while one is in force.
fn steps(finding: &Finding, case: &LadderCase, cx: &JudgeCx<'_>) -> Vec<Proposal> {
    let by = by(finding, cx);
    let ladders = &cx.plan.content.ladders;
    let Some(ladder) = ladders.iter().find(|l| l.duty.id.name == by.id) else {
        return Vec::new();
    };
    let proposal = |step: &LadderStep, measure, decision| Proposal {
        finding: finding.id.clone(),
        by: by.clone(),
        falls_on: finding.subject.clone(),
        measure,
        decided_by: Some(step.decided_by.name.clone()),
        decision,
    };
    let called = |name: &str| ladder.steps.iter().find(|s| s.name == name);
    let running = case.in_force.as_ref().and_then(|(name, ..)| called(name));
    let lost = running.filter(|step| !step.during.is_empty()).map(|step| {
        let lost = Measure::Ineligible(step.during.clone());
        proposal(step, lost, Decision::Confirmed)
    });
    let next = case
        .proposed
        .as_deref()
        .and_then(called)
        .map(|step| proposal(step, Measure::Step(step.name.clone()), Decision::Proposed));
    lost.into_iter().chain(next).collect()
}

/// What the plan's penalties propose, for each subject, unit or person with enough failures.
fn penalties(findings: &[Finding], cx: &JudgeCx<'_>) -> Vec<Proposal> {
    let mut out = Vec::new();
    for penalty in &cx.plan.content.penalties {
        let mut against: std::collections::BTreeMap<Option<&Label>, Vec<&Finding>> =
            std::collections::BTreeMap::new();
        for finding in findings {
            let id = &cx.program.duties[finding.duty].id;
            if fails(finding.status, finding.severity) && penalty.on.iter().any(|d| d.name == *id) {
                let falls_on = finding.subject.as_ref().or(finding.actor.as_ref());
                against.entry(falls_on).or_default().push(finding);
            }
        }
        for (falls_on, failing) in against {
            if failing.len() < penalty.at_least as usize {
                continue;
            }
            for measure in effects(&penalty.effect) {
                out.push(Proposal {
                    finding: failing[0].id.clone(),
                    by: Label {
                        id: penalty.id.name.to_string(),
                        name: penalty.name.clone(),
                    },
                    falls_on: falls_on.cloned(),
                    measure,
                    decided_by: penalty.decided_by.as_ref().map(|d| d.name.clone()),
                    decision: decision(
                        &penalty.id.name,
                        falls_on,
                        penalty.decided_by.as_ref(),
                        failing.iter().filter_map(|f| f.day).max(),
                        cx,
                    ),
                });
            }
        }
    }
    out
}
