//! Verdicts to an assessment: names, ids, accountability, proposals.

mod outline;
mod plugins;
mod proposals;
mod scores;
pub(crate) mod who;

use luoshi_calendar::{Period, Span, Unit};
use luoshi_evidence::{Evidence, Kind};
use luoshi_plan::Plan;
use luoshi_plan::model::WorkdayCalendar;

use crate::accountable;
use crate::assessment::{
    Answerable, Assessment, DutySummary, EvidenceSummary, Finding, Label, PackageStamp, PlanStamp,
    Status, WaiverSummary,
};
use crate::check::score::Sheet;
use crate::check::{Check, Fact, JudgeCx};
use crate::evaluate::{Detail, Facts};
use crate::follow_up::rectification;
use crate::lut::{backfilled, id_text};
use crate::program::Program;
use crate::reason::Reason;
use crate::unused::{Aside, set_aside};
use crate::verdict::{Facet, Verdict, Who};
pub use outline::{BareFinding, Outline, Outliner};
use proposals::proposals;
use scores::{Told, score_sheets};

/// Everything judged, by numbers.
pub(crate) struct Judged {
    pub(crate) verdicts: Vec<Verdict>,
    pub(crate) waivers: Vec<WaiverSummary>,
    /// Index of the duty of each scorecard, and its sheets.
    pub(crate) sheets: Vec<(usize, Vec<Sheet>)>,
}

/// Names what was judged.
pub(crate) fn assemble(judged: Judged, cx: &JudgeCx<'_>, facts: &Facts) -> Assessment {
    let Judged {
        verdicts,
        waivers,
        sheets,
    } = judged;
    let aside = match facts.detail {
        Detail::Evidence => set_aside(&verdicts, facts, cx),
        Detail::Figures => Vec::new(),
    };
    let ids: Vec<String> = verdicts.iter().map(|v| finding_id(v, cx)).collect();
    let mut findings: Vec<Finding> = verdicts
        .iter()
        .zip(&ids)
        .map(|(v, id)| finding(v, id.clone(), cx))
        .collect();
    let scores = sheets
        .iter()
        .flat_map(|(duty, s)| score_sheets(*duty, s, &|v| ids[v].clone(), (Told::Whole, cx)))
        .collect();
    // Stable: within a duty the checks' own order of facet, subject and period is kept.
    findings.sort_by_key(|f| f.duty);
    let proposals = proposals(&findings, cx);
    let indicators = cx
        .program
        .checks
        .iter()
        .zip(cx.facts)
        .filter_map(|pair| match pair {
            (Check::Indicator(i), Fact::Values(v)) => Some(i.trends(v, cx)),
            _ => None,
        })
        .flatten()
        .collect();
    Assessment {
        plan: stamp(cx.plan),
        as_of: cx.as_of,
        evidence: evidence_summary(cx, &aside),
        parameters: cx.plan.parameters.clone(),
        inactive: cx.plan.inactive.clone(),
        deviations: cx.plan.deviations.clone(),
        duties: duties(&findings, cx),
        findings,
        proposals,
        indicators,
        scores,
        waivers,
        plugins: plugins::in_force(cx),
        years_without_holidays: years_without_holidays(cx.plan),
        rectification: rectification(cx),
    }
}

/// Empty where the plan itself says that there are no holidays.
fn years_without_holidays(plan: &Plan) -> Vec<i16> {
    match plan.settings.calendar {
        WorkdayCalendar::National => plan.workdays.unknown_years(plan.span),
        WorkdayCalendar::MondayToFriday => Vec::new(),
    }
}

fn stamp(plan: &Plan) -> PlanStamp {
    PlanStamp {
        id: plan.header.id.clone(),
        title: plan.header.title.clone(),
        issuer: plan.header.issuer.clone(),
        jurisdiction: plan.jurisdiction.code.clone(),
        place: plan.jurisdiction.name.clone(),
        span: plan.span,
        packages: plan
            .packages
            .iter()
            .map(|p| PackageStamp {
                name: p.name.clone(),
                version: p.version.to_string(),
                title: p.title.clone(),
                digest: plan.digests.get(&p.name).cloned(),
            })
            .collect(),
    }
}

fn evidence_summary(cx: &JudgeCx<'_>, aside: &[(u32, u32, Aside)]) -> EvidenceSummary {
    let evidence = cx.evidence;
    let days = i32::try_from(cx.plan.settings.backfill).unwrap_or(i32::MAX);
    let late = |kind: &Kind| -> usize {
        let columns = evidence.of(*kind);
        (0..columns.len())
            .filter(|r| backfilled(columns.recorded[*r], columns.day[*r], days))
            .count()
    };
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let kinds: Vec<(&'static str, u32)> = Kind::ALL
        .into_iter()
        .filter(|kind| !evidence.of(*kind).is_empty())
        .map(|kind| (kind.name(), count(evidence.of(kind).len())))
        .collect();
    let (mut irrelevant, mut unused) = (Vec::new(), Vec::new());
    for (_, id, why) in aside {
        let id = id_text(evidence, *id);
        match why {
            Aside::Irrelevant(why) => irrelevant.push((id, *why)),
            Aside::Unused(why) => unused.push((id, *why)),
        }
    }
    EvidenceSummary {
        records: kinds.iter().map(|(_, n)| n).sum(),
        kinds,
        unseen: evidence.unseen,
        superseded: evidence.superseded,
        withdrawn: evidence.withdrawn,
        backfilled: count(Kind::ALL.iter().map(late).sum()),
        irrelevant,
        unused,
        simulated: simulated(evidence),
    }
}

/// The mark that `luoshi simulate` puts at the front of its ids, such as `sim-7`.
fn simulated(evidence: &Evidence) -> Option<String> {
    let id = evidence.ids.iter().find(|id| id.starts_with("sim-"))?;
    let seed = id.split('-').nth(1)?;
    Some(format!("sim-{seed}"))
}

fn duties(findings: &[Finding], cx: &JudgeCx<'_>) -> Vec<DutySummary> {
    let infos = cx.program.duties.iter().enumerate();
    infos
        .map(|(at, info)| {
            let start = findings.partition_point(|f| f.duty < at);
            let end = findings.partition_point(|f| f.duty <= at);
            DutySummary {
                id: info.id.clone(),
                name: info.name.clone(),
                section: info.section,
                clauses: info.clauses.clone(),
                parameters: cx
                    .plan
                    .uses
                    .get(&info.id)
                    .into_iter()
                    .flatten()
                    .cloned()
                    .collect(),
                responsible: info.responsible.clone(),
                severity: info.severity,
                findings: start..end,
            }
        })
        .collect()
}

/// Id and name of a subject.
pub(crate) fn subject_label(plan: &Plan, at: u32) -> Label {
    let subject = &plan.subjects[at as usize];
    Label {
        id: subject.id.name.to_string(),
        name: subject.name.to_string(),
    }
}

fn finding_id(verdict: &Verdict, cx: &JudgeCx<'_>) -> String {
    let record = cx.evidence.ids.shown(verdict.record);
    let record = (verdict.record != 0).then_some(record.as_ref());
    id_of(verdict, record, cx.program)
}

/// The id of a finding that is about this record.
pub(crate) fn id_of(verdict: &Verdict, record: Option<&str>, program: &Program<'_>) -> String {
    let plan = program.plan;
    let mut id = program.duties[verdict.duty].id.clone();
    if let Some(facet) = verdict.facet.word() {
        id.push('.');
        id.push_str(facet);
    }
    let subject = verdict
        .subject
        .map(|at| plan.subjects[at as usize].id.name.to_string());
    let who = who::id(plan, &verdict.who);
    // A record names what it is about better than its subject does.
    match (record, subject, who) {
        (None, Some(subject), Some(who)) => id.push_str(&format!("/{subject}.{who}")),
        (None, Some(one), None) | (None, None, Some(one)) => id.push_str(&format!("/{one}")),
        (None, None, None) => {}
        (Some(record), ..) => id.push_str(&format!("/{record}")),
    }
    if let Some(period) = verdict.period {
        id.push_str(&format!("/{}", period_id(&period)));
    } else if let Some(Span { from, to }) = verdict.days {
        id.push_str(&format!("/{from}_{to}"));
    } else if let (Facet::Report, Some(day)) = (verdict.facet, verdict.day) {
        id.push_str(&format!("/{day}"));
    }
    id
}

/// A period as ids of findings name it: `2012`, `2012-H1`, `2012-Q2`, `2012-06`, `2012-W23`,
/// `2012-06-02`.
#[must_use]
pub fn period_id(period: &Period) -> String {
    let Period { year, number, .. } = period;
    match period.unit {
        Unit::Year => format!("{year}"),
        Unit::HalfYear => format!("{year}-H{number}"),
        Unit::Quarter => format!("{year}-Q{number}"),
        Unit::Month => format!("{year}-{number:02}"),
        Unit::Week => format!("{year}-W{number:02}"),
        Unit::Day => period.full.from.to_string(),
    }
}

fn finding(verdict: &Verdict, id: String, cx: &JudgeCx<'_>) -> Finding {
    let evidence: &Evidence = cx.evidence;
    let info = &cx.program.duties[verdict.duty];
    Finding {
        id,
        duty: verdict.duty,
        facet: verdict.facet.word(),
        subject: verdict.subject.map(|at| subject_label(cx.plan, at)),
        actor: cx.who.label(&verdict.who),
        record: (verdict.record != 0).then(|| id_text(evidence, verdict.record)),
        period: verdict.period,
        day: verdict.day,
        status: verdict.status,
        severity: info.severity,
        figure: verdict.figure,
        reason: verdict.reason.clone(),
        evidence: verdict
            .evidence
            .iter()
            .map(|id| id_text(evidence, *id))
            .collect(),
        backfilled: verdict.backfilled,
        decision: verdict.decision,
        accountable: accountable(verdict, cx),
    }
}

/// Only what went wrong, or cannot be told, is traced back to those who answer for it. For what is
/// suspect the one who answers for the duty is named, to be asked, and nobody is traced. For a plugin
/// that failed nobody in the township answers.
fn accountable(verdict: &Verdict, cx: &JudgeCx<'_>) -> Vec<Answerable> {
    if matches!(verdict.status, Status::Met | Status::NotApplicable) {
        return Vec::new();
    }
    let info = &cx.program.duties[verdict.duty];
    let last = cx.as_of.min(cx.plan.span.to);
    let day = verdict.day.map_or(last, |day| day.min(last));
    let subject = verdict.subject.map(|at| at as usize);
    let status = match &verdict.reason {
        Reason::PluginFailed(_) => return Vec::new(),
        Reason::Waived { instead_of, .. } => *instead_of,
        _ => verdict.status,
    };
    if status == Status::Suspect {
        let asked = info.responsible.as_deref();
        let asked = asked.and_then(|role| accountable::answerable(cx.plan, role, subject, day));
        return asked.into_iter().collect();
    }
    let own = match &verdict.who {
        // A unit's head answers for what the unit did not do.
        Who::Unit(unit) => cx.who.unit(unit).and_then(|u| u.head.as_ref()),
        _ => None,
    };
    let own = own.map(|head| head.name.as_str());
    match own.or(info.responsible.as_deref()) {
        Some(role) => accountable::chain(cx.plan, role, subject, day),
        None => Vec::new(),
    }
}
