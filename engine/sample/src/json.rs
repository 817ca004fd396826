//! Samples and estimates for tools; rates are whole hundredths of a percent, named `..._bp`.

use serde_json::{Value, json};

use crate::bound::Openness;
use crate::draw::Sample;
use crate::estimate::{Estimate, StratumEstimate};
use crate::form::Answer;
use crate::rate::Expected;

/// A sample, `version` 1 of the format.
#[must_use]
pub fn sample_json(sample: &Sample) -> Value {
    let request = &sample.request;
    let expected = match request.terms.expected {
        Expected::Rate(rate) => json!({ "rate_bp": rate.hundredths() }),
        Expected::Count(count) => json!({ "count": count }),
    };
    let stratum = |stratum: &crate::draw::Stratum| {
        let key: serde_json::Map<String, Value> = request
            .by
            .iter()
            .zip(&stratum.key)
            .map(|(by, part)| (by.word().to_owned(), part.as_str().into()))
            .collect();
        json!({ "key": key, "records": stratum.all, "drawn": stratum.drawn })
    };
    let item = |item: &crate::draw::Item| {
        let unit = &item.unit;
        json!({
            "stratum": item.stratum,
            "township": unit.township,
            "record": unit.id,
            "date": unit.date.to_string(),
            "kind": unit.kind.name(),
            "duty": unit.duty,
            "subject": unit.subject,
            "actor": unit.actor,
        })
    };
    json!({
        "version": 1,
        "as_of": request.as_of.to_string(),
        "seed": request.seed,
        "confidence_bp": request.terms.confidence.hundredths(),
        "tolerable_bp": request.terms.tolerable.hundredths(),
        "expected": expected,
        "records": sample.records,
        "population": sample.population,
        "allowed_deviations": sample.allowed,
        "sizes_without_strata": {
            "hypergeometric": sample.compared.hypergeometric,
            "binomial": sample.compared.binomial,
            "poisson": sample.compared.poisson,
        },
        "strata": sample.strata.iter().map(stratum).collect::<Vec<_>>(),
        "items": sample.items.iter().map(item).collect::<Vec<_>>(),
    })
}

/// An estimate, `version` 1 of the format.
#[must_use]
pub fn estimate_json(estimate: &Estimate) -> Value {
    let method = match (estimate.openness, estimate.strata.len()) {
        (Openness::Open, _) => "binomial",
        (Openness::Closed, 0 | 1) => "hypergeometric",
        (Openness::Closed, _) => "stratified",
    };
    json!({
        "version": 1,
        "confidence_bp": estimate.confidence.hundredths(),
        "tolerable_bp": estimate.tolerable.hundredths(),
        "method": method,
        "verdict": estimate.verdict.word(),
        "whole": of(&estimate.whole),
        "strata": estimate.strata.iter().map(of).collect::<Vec<_>>(),
    })
}

fn of(of: &StratumEstimate) -> Value {
    let answers: serde_json::Map<String, Value> = Answer::ALL
        .into_iter()
        .map(|answer| (answer.word().to_owned(), of.answers[answer as usize].into()))
        .collect();
    json!({
        "label": of.label,
        "records": of.all,
        "drawn": of.drawn,
        "answers": answers,
        "rate_bp": of.rate.map(crate::rate::Rate::hundredths),
        "least_bp": of.least.hundredths(),
        "most_bp": of.most.hundredths(),
        "both_bp": [of.both.0.hundredths(), of.both.1.hundredths()],
        "most_records": of.most_records,
    })
}
