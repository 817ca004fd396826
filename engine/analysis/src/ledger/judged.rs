//! Records as the engine judges them.

use jiff::civil::Date;
use luoshi_evidence::{Builder, Evidence, Record};
use luoshi_rules::{Assessment, Detail, Outcome, Program, Proposal, Status, evaluate, judge};

use crate::criterion::Section;

use super::Wanted;

/// What the engine says of these records.
pub(super) fn assessed(program: &Program<'_>, records: &[Record]) -> Assessment {
    let evidence = evidence(records, program.as_of);
    let facts = evaluate(program, &evidence, Detail::Evidence);
    judge(program, &evidence, &facts)
}

fn evidence(records: &[Record], as_of: Date) -> Evidence {
    let mut builder = Builder::new(as_of);
    for record in records {
        builder.push(record);
    }
    builder.finish().value.unwrap_or_default()
}

/// What a rule came to.
pub(super) fn outcome(
    assessment: &Assessment,
    wanted: &Wanted<'_>,
    subject: Option<&str>,
) -> Option<Outcome> {
    let subject = subject.filter(|_| wanted.per_subject);
    if wanted.section == Section::Penalty {
        let falls_on = |p: &Proposal| p.falls_on.as_ref().map(|l| l.id.as_str()) == subject;
        let mut proposals = assessment.proposals.iter();
        let proposed = proposals.any(|p| p.by.id == wanted.id && falls_on(p));
        return Some(if proposed {
            Outcome::Violated
        } else {
            Outcome::Holds
        });
    }
    let of = assessment.findings.iter().find(|finding| {
        let here = finding.subject.as_ref().map(|s| s.id.as_str()) == subject;
        assessment.duties[finding.duty].id == wanted.id
            && finding.facet.is_none()
            && (here || finding.status == Status::Unset)
    })?;
    match of.status {
        Status::Met | Status::NotApplicable => Some(Outcome::Holds),
        Status::Violated => Some(Outcome::Violated),
        Status::Unknown | Status::Unset => Some(Outcome::Unknown),
        _ => None,
    }
}
