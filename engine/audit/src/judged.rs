//! An assessment as an audit keeps it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use luoshi_diagnostics::{Lang, Messages};
use luoshi_plan::Plan;
use luoshi_plan::model::Severity;
use luoshi_report::{Glossary, Reader};
use luoshi_rules::{Assessment, BareFinding, Measure, Outline, Status, fails, period_id, plain};
use sha2::{Digest, Sha256};

use crate::indication::Indication;
use crate::model::{
    Accountable, Clause, Duty, DutyCounts, Finding, Judged, Label, Month, PackageUsed, PlanTable,
    Proposal, Score, Texts, Where,
};
use crate::rectification::{rectification, rectification_rules};
use crate::shared::Shared;

/// Where a duty is written, by its id.
pub type PlaceOf<'a> = &'a dyn Fn(&str) -> Option<Where>;

/// The duties of a plan, as an assessment lists them.
#[must_use]
pub fn plan_table(plan: &Plan, assessment: &Assessment, place: PlaceOf<'_>) -> PlanTable {
    let duty = |duty: &luoshi_rules::DutySummary| Duty {
        id: duty.id.clone(),
        name: duty.name.clone(),
        section: duty.section.to_owned(),
        severity: duty.severity,
        clauses: duty.clauses.clone(),
        responsible: duty.responsible.clone(),
        place: place(&duty.id),
        signs_only: assessment
            .plugin_of(&duty.id)
            .is_some_and(|plugin| plugin.signs_only),
    };
    let duties: Vec<Duty> = assessment.duties.iter().map(duty).collect();
    let carried = |id: &str| {
        duties
            .iter()
            .any(|duty| duty.clauses.iter().any(|c| c == id))
    };
    let clauses = plan.content.clauses.iter();
    let clauses = clauses
        .filter(|clause| carried(&clause.id.name))
        .map(|clause| {
            let (heading, summary) = (clause.heading.clone(), clause.summary.clone());
            (clause.id.name.to_string(), Clause { heading, summary })
        });
    let packages = assessment.plan.packages.iter();
    PlanTable {
        packages: packages
            .map(|package| PackageUsed {
                name: package.name.clone(),
                version: package.version.clone(),
                digest: package.digest.clone(),
            })
            .collect(),
        from: assessment.plan.span.from,
        to: assessment.plan.span.to,
        clauses: clauses.collect(),
        duties,
        rectification: rectification_rules(plan),
    }
}

impl PlanTable {
    /// Its key: 16 hex digits of the SHA-256 of its JSON. The same for the same duties.
    #[must_use]
    pub fn key(&self) -> String {
        let json = serde_json::to_vec(self).unwrap_or_default();
        let digest = Sha256::digest(json);
        digest[..8].iter().fold(String::new(), |mut key, byte| {
            let _ = write!(key, "{byte:02x}");
            key
        })
    }
}

/// What an assessment came to, with the signs about its evidence; `plan` is the key of the [`PlanTable`] made of it.
#[must_use]
pub fn judged(
    plan: &str,
    glossary: &Glossary,
    assessment: &Assessment,
    signs: &[luoshi_signs::Indication],
) -> Judged {
    let bare = |finding: &luoshi_rules::Finding| BareFinding {
        duty: finding.duty,
        status: finding.status,
        figure: finding.figure,
        day: finding.day,
    };
    let outline = Outline {
        assessment,
        all: assessment.findings.iter().map(bare).collect(),
        irrelevant: u32::try_from(assessment.evidence.irrelevant.len()).unwrap_or(u32::MAX),
    };
    outlined(plan, glossary, &outline, signs)
}

/// The same of an outline, which holds all of an assessment that an audit keeps.
#[must_use]
pub fn outlined(
    plan: &str,
    glossary: &Glossary,
    outline: &Outline<'_>,
    signs: &[luoshi_signs::Indication],
) -> Judged {
    let assessment = outline.assessment;
    let evidence = &assessment.evidence;
    let of = Teller {
        assessment,
        glossary,
    };
    Judged {
        plan: plan.to_owned(),
        id: assessment.plan.id.clone(),
        title: assessment.plan.title.clone(),
        records: evidence.records,
        backfilled: evidence.backfilled,
        corrected: evidence.superseded + evidence.withdrawn,
        irrelevant: outline.irrelevant,
        simulated: evidence.simulated.clone(),
        duties: duties(outline),
        findings: of.findings(),
        scores: assessment.scores.iter().map(score).collect(),
        proposals: assessment.proposals.iter().map(proposal).collect(),
        signs: signs.iter().map(Indication::of).collect(),
        rectification: rectification(glossary, assessment),
    }
}

fn duties(outline: &Outline<'_>) -> Vec<DutyCounts> {
    let of_one = outline.all.chunk_by(|a, b| a.duty == b.duty);
    of_one
        .map(|findings| {
            let duty = findings[0].duty;
            let severity = outline.assessment.duties[duty].severity;
            counts(u32::try_from(duty).unwrap_or(u32::MAX), findings, severity)
        })
        .collect()
}

fn counts(duty: u32, findings: &[BareFinding], severity: Severity) -> DutyCounts {
    let mut counts = BTreeMap::new();
    let mut months: BTreeMap<(i16, i8), (u32, u32)> = BTreeMap::new();
    let mut figures = 0;
    for finding in findings {
        *counts.entry(finding.status).or_insert(0) += 1;
        let failing = fails(finding.status, severity);
        if failing {
            figures += finding.figure;
        }
        if let Some(day) = finding.day.filter(|_| told(finding.status)) {
            let entry = months.entry((day.year(), day.month())).or_default();
            entry.0 += 1;
            entry.1 += u32::from(failing);
        }
    }
    let months = months.into_iter();
    let month = |((year, month), (judged, failing))| Month {
        month: format!("{year:04}-{month:02}").into(),
        judged,
        failing,
    };
    DutyCounts {
        duty,
        counts,
        figures,
        months: months.map(month).collect(),
    }
}

/// Whether a finding is over and can be told: carried out or not.
fn told(status: Status) -> bool {
    match status {
        Status::Met | Status::Late | Status::Missed | Status::Violated => true,
        Status::Suspect
        | Status::Unknown
        | Status::Unset
        | Status::DueSoon
        | Status::Pending
        | Status::Waived
        | Status::NotApplicable => false,
    }
}

/// Puts findings into words.
struct Teller<'a> {
    assessment: &'a Assessment,
    glossary: &'a Glossary,
}

impl Teller<'_> {
    fn findings(&self) -> Vec<Finding> {
        let findings = self.assessment.findings.iter();
        findings
            .filter(|finding| !plain(finding.status))
            .map(|finding| self.finding(finding))
            .collect()
    }

    fn finding(&self, finding: &luoshi_rules::Finding) -> Finding {
        let reason = |lang| {
            let reader = Reader {
                words: Messages::of(lang),
                assessment: self.assessment,
                glossary: self.glossary,
            };
            reader.reason(finding)
        };
        let accountable = finding.accountable.iter().map(|who| Accountable {
            role: label(&who.role),
            subject: who.subject.as_ref().map(label),
            holder: who.holder.clone(),
        });
        Finding {
            id: finding.id.clone(),
            duty: u32::try_from(finding.duty).unwrap_or(u32::MAX),
            status: finding.status,
            fails: fails(finding.status, finding.severity),
            facet: finding.facet.map(str::to_owned),
            subject: finding.subject.as_ref().map(|of| label(of).into()),
            actor: finding.actor.as_ref().map(|of| label(of).into()),
            record: finding.record.clone(),
            period: finding.period.as_ref().map(|of| period_id(of).into()),
            day: finding.day,
            figure: finding.figure,
            reason: Some(
                Texts {
                    zh: reason(Lang::ZhCn),
                    en: reason(Lang::En),
                }
                .into(),
            ),
            evidence: finding.evidence.clone(),
            decision: finding.decision.map(|d| d.word().to_owned()),
            accountable: accountable.collect(),
        }
    }
}

fn label(label: &luoshi_rules::Label) -> Label {
    Label {
        id: label.id.clone(),
        name: label.name.clone(),
    }
}

fn score(sheet: &luoshi_rules::ScoreSheet) -> Score {
    Score {
        scorecard: sheet.scorecard.id.clone(),
        subject: sheet.subject.as_ref().map(label),
        score: sheet.score.0,
        sum: sheet.sum.0,
        grade: sheet.grade.clone(),
        vetoes: sheet.vetoes.clone(),
    }
}

fn proposal(of: &luoshi_rules::Proposal) -> Proposal {
    Proposal {
        finding: of.finding.clone(),
        by: label(&of.by).into(),
        falls_on: of.falls_on.as_ref().map(|on| label(on).into()),
        measure: measure(&of.measure).to_owned().into(),
        decided_by: of.decided_by.clone().map(Shared::from),
        decision: of.decision.word().to_owned().into(),
    }
}

fn measure(measure: &Measure) -> &'static str {
    match measure {
        Measure::Deduct(_) => "deduct",
        Measure::Grade(_) => "grade",
        Measure::Ineligible(_) => "ineligible",
        Measure::Head(_) => "head",
        Measure::Score(_) => "score",
        Measure::Step(_) => "step",
    }
}
