//! An audit with everything that its findings refer to at hand.

use luoshi_audit::{
    Audit, Clause, Duty, DutyCounts, Finding, Indication, Judged, PlanTable, Township, Trouble,
};

use crate::format::ExportError;

/// An audit in which every index leads somewhere.
pub(crate) struct Whole<'a> {
    pub(crate) audit: &'a Audit,
    /// In the order of the audit.
    pub(crate) townships: Vec<Entry<'a>>,
}

/// A township and what it came to.
pub(crate) struct Entry<'a> {
    pub(crate) township: &'a Township,
    pub(crate) came_to: CameTo<'a>,
}

/// What a township came to.
pub(crate) enum CameTo<'a> {
    Judged(Told<'a>),
    Broken(&'a [Trouble]),
}

/// What judging a township came to.
pub(crate) struct Told<'a> {
    pub(crate) judged: &'a Judged,
    pub(crate) table: &'a PlanTable,
    /// Each duty that has findings, in the order of the plan.
    pub(crate) duties: Vec<(&'a Duty, &'a DutyCounts)>,
    /// Each finding that is not plain.
    pub(crate) cases: Vec<Case<'a>>,
}

/// A finding with all that it refers to.
#[derive(Clone, Copy)]
pub(crate) struct Case<'a> {
    pub(crate) township: &'a Township,
    pub(crate) table: &'a PlanTable,
    pub(crate) duty: &'a Duty,
    pub(crate) finding: &'a Finding,
}

impl<'a> Whole<'a> {
    /// Looks up every index once, so that no format has to.
    pub(crate) fn of(audit: &'a Audit) -> Result<Self, ExportError> {
        let townships = audit.townships.iter();
        let townships = townships.map(|township| {
            let came_to = match &township.outcome {
                luoshi_audit::Outcome::Judged(judged) => told(audit, township, judged)?,
                luoshi_audit::Outcome::Broken(troubles) => CameTo::Broken(troubles),
            };
            Ok(Entry { township, came_to })
        });
        Ok(Whole {
            audit,
            townships: townships.collect::<Result<_, ExportError>>()?,
        })
    }

    /// Every finding that is not plain.
    pub(crate) fn cases(&self) -> impl Iterator<Item = Case<'a>> {
        self.townships.iter().flat_map(Entry::cases).copied()
    }
}

fn told<'a>(
    audit: &'a Audit,
    township: &'a Township,
    judged: &'a Judged,
) -> Result<CameTo<'a>, ExportError> {
    let lost = || ExportError::Dangling(township.code.clone());
    let table = audit.plans.get(&judged.plan).ok_or_else(lost)?;
    let duty = |at: u32| {
        let at = usize::try_from(at).ok();
        at.and_then(|at| table.duties.get(at)).ok_or_else(lost)
    };
    let duties = judged.duties.iter();
    let duties = duties.map(|counts| Ok((duty(counts.duty)?, counts)));
    let cases = judged.findings.iter().map(|finding| {
        Ok(Case {
            township,
            table,
            duty: duty(finding.duty)?,
            finding,
        })
    });
    Ok(CameTo::Judged(Told {
        judged,
        table,
        duties: duties.collect::<Result<_, ExportError>>()?,
        cases: cases.collect::<Result<_, ExportError>>()?,
    }))
}

impl<'a> Entry<'a> {
    /// Its findings that are not plain; none of a broken township.
    pub(crate) fn cases(&self) -> &[Case<'a>] {
        match &self.came_to {
            CameTo::Judged(told) => &told.cases,
            CameTo::Broken(_) => &[],
        }
    }

    /// What stood in the way of judging it.
    pub(crate) fn troubles(&self) -> &'a [Trouble] {
        match self.came_to {
            CameTo::Judged(_) => &[],
            CameTo::Broken(troubles) => troubles,
        }
    }

    /// Signs that somebody should ask about; none of a broken township.
    pub(crate) fn signs(&self) -> &'a [Indication] {
        self.told().map_or(&[], |told| &told.judged.signs)
    }

    pub(crate) fn told(&self) -> Option<&Told<'a>> {
        match &self.came_to {
            CameTo::Judged(told) => Some(told),
            CameTo::Broken(_) => None,
        }
    }
}

/// The clauses that a duty carries out: number, and the clause if the plan has its text.
pub(crate) fn clauses<'a>(
    table: &'a PlanTable,
    duty: &'a Duty,
) -> impl Iterator<Item = (&'a str, Option<&'a Clause>)> {
    let clauses = duty.clauses.iter();
    clauses.map(|number| (number.as_str(), table.clauses.get(number)))
}
