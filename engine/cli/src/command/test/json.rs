//! The outcome of tests for tools; `version` 1 of the format.

use luoshi_diagnostics::Place;
use luoshi_report::{Glossary, Reader};
use luoshi_rule_tests::{CaseResult, Exercised, Fate, Mutant};
use serde_json::{Value, json};

use super::Outcome;

pub(super) fn as_json(of: &Outcome<'_>) -> Value {
    let cases = &of.report.cases;
    let failing = of.report.failing().count();
    let mut out = json!({
        "version": 1,
        "counts": { "cases": cases.len(), "failing": failing },
        "cases": cases.iter().map(|c| case(of, c)).collect::<Vec<_>>(),
    });
    if !of.filtered {
        let coverage = &of.report.coverage;
        out["coverage"] = json!({
            "exercised": coverage.exercised(),
            "of": coverage.of.len(),
            "items": coverage.of.iter().map(|e| exercised(of, e)).collect::<Vec<_>>(),
        });
    }
    if let Some(mutation) = of.mutation {
        let (noticed, tried) = mutation.score();
        out["mutation"] = json!({
            "noticed": noticed,
            "of": tried,
            "refused": mutation.mutants.len() - tried,
            "left_out": mutation.left_out,
            "mutants": mutation.mutants.iter().map(|m| mutant(of, m)).collect::<Vec<_>>(),
        });
    }
    out
}

fn at(of: &Outcome<'_>, place: &Place) -> Value {
    let place_ = of.sources.line_column(place.file, place.start);
    json!({
        "file": of.sources.name(place.file),
        "line": place_.line,
        "column": place_.column,
    })
}

fn case(of: &Outcome<'_>, case: &CaseResult) -> Value {
    let glossary = case
        .judged
        .as_ref()
        .map(|judged| Glossary::of(&judged.plan));
    let reason = |finding: Option<usize>| {
        let (judged, glossary) = (case.judged.as_ref()?, glossary.as_ref()?);
        let reader = Reader {
            words: of.session.words,
            assessment: &judged.assessment,
            glossary,
        };
        let finding = judged.assessment.findings.get(finding?)?;
        Some(reader.reason(finding))
    };
    let mismatches = case.mismatches.iter().map(|mismatch| {
        json!({
            "of": mismatch.of,
            "aspect": mismatch.aspect.word(),
            "expected": mismatch.expected,
            "found": mismatch.found,
            "reason": reason(mismatch.finding),
            "at": at(of, &mismatch.place),
        })
    });
    json!({
        "name": case.name,
        "why": case.why,
        "at": at(of, &case.place),
        "passed": case.mismatches.is_empty(),
        "mismatches": mismatches.collect::<Vec<_>>(),
    })
}

fn exercised(of: &Outcome<'_>, exercised: &Exercised) -> Value {
    let statuses = exercised.statuses.iter().map(|status| status.word());
    json!({
        "id": exercised.id,
        "name": exercised.name,
        "section": exercised.section,
        "at": at(of, &exercised.place),
        "exercised": exercised.exercised,
        "statuses": statuses.collect::<Vec<_>>(),
    })
}

fn mutant(of: &Outcome<'_>, mutant: &Mutant) -> Value {
    let (fate, by, cases) = match &mutant.fate {
        Fate::Noticed(file, name) => ("noticed", Some(json!([file, name])), None),
        Fate::Refused => ("refused", None, None),
        Fate::Survived(cases) => ("survived", None, Some(*cases)),
    };
    json!({
        "owner": mutant.owner,
        "key": mutant.key,
        "from": mutant.from,
        "to": mutant.to,
        "at": at(of, &mutant.place),
        "fate": fate,
        "by": by,
        "cases": cases,
    })
}
