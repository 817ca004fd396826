//! Samples and estimates as text.

use std::fmt::Write as _;

use luoshi_diagnostics::{Arg, Messages};

use crate::bound::Openness;
use crate::draw::Sample;
use crate::estimate::{Estimate, StratumEstimate};
use crate::form::{Answer, Form, label};

/// How large the sample is and why, its strata, and the records to be checked.
#[must_use]
pub fn sample_text(words: Messages, sample: &Sample) -> String {
    let terms = sample.request.terms;
    let mut out = String::new();
    let mut say = |key: &str, args: Vec<(&'static str, Arg)>| {
        let _ = writeln!(out, "{}", words.text(key, &args));
    };
    say(
        "sample-drawn",
        vec![
            ("records", number(sample.records)),
            ("drawn", number(count(sample.items.len()))),
            ("day", sample.request.as_of.to_string().into()),
            ("seed", sample.request.seed.as_str().into()),
        ],
    );
    let shown = |rate: &dyn ToString| Arg::from(rate.to_string());
    let allowed = match sample.allowed {
        Some(allowed) => allowed.to_string(),
        None => "none".to_owned(),
    };
    say(
        "sample-terms-text",
        vec![
            ("confidence", shown(&terms.confidence)),
            ("tolerable", shown(&terms.tolerable)),
            ("expected", shown(&terms.expected)),
            ("allowed", allowed.into()),
        ],
    );
    say(
        "sample-compared",
        vec![
            ("hypergeometric", number(sample.compared.hypergeometric)),
            ("binomial", number(sample.compared.binomial)),
            ("poisson", number(sample.compared.poisson)),
        ],
    );
    say(
        "sample-population",
        vec![("digest", sample.population.as_str().into())],
    );
    if !sample.request.by.is_empty() {
        say(
            "sample-strata",
            vec![("count", number(count(sample.strata.len())))],
        );
        for stratum in &sample.strata {
            say(
                "sample-stratum",
                vec![
                    ("label", label(&sample.request.by, stratum, words).into()),
                    ("all", number(stratum.all)),
                    ("drawn", number(stratum.drawn)),
                ],
            );
        }
    }
    out.push('\n');
    // The first of these columns are the same in every row or follow from another.
    for row in Form::of(sample, words).rows {
        let cells: Vec<&str> = [0, 1, 5, 6, 7, 8, 9, 10]
            .into_iter()
            .filter_map(|at| row.get(at).map(String::as_str))
            .filter(|cell| !cell.is_empty())
            .collect();
        let _ = writeln!(out, "{}", cells.join("  "));
    }
    out
}

/// What the result says, in words and figures.
#[must_use]
pub fn estimate_text(words: Messages, estimate: &Estimate) -> String {
    let mut out = String::new();
    let whole = &estimate.whole;
    let unchecked = whole.answers[Answer::Unchecked as usize];
    let mut args = answers(whole);
    args.push(("drawn", number(whole.drawn)));
    args.push(("all", number(whole.all)));
    let _ = writeln!(out, "{}", words.text("sample-result", &args));
    if unchecked > 0 {
        let args = vec![("count", number(unchecked))];
        let _ = writeln!(out, "{}", words.text("sample-result-unchecked", &args));
    }
    let _ = writeln!(out, "{}", bounds(words, "sample-bounds", whole, estimate));
    let method = match (estimate.openness, estimate.strata.len()) {
        (Openness::Open, _) => "sample-method-open",
        (Openness::Closed, 0 | 1) => "sample-method-exact",
        (Openness::Closed, _) => "sample-method-strata",
    };
    let _ = writeln!(out, "{}", words.word(method));
    let key = format!("sample-verdict-{}", estimate.verdict.word());
    let args = vec![
        ("tolerable", Arg::from(estimate.tolerable.to_string())),
        ("confidence", estimate.confidence.to_string().into()),
        ("most", whole.most.to_string().into()),
        ("least", whole.least.to_string().into()),
    ];
    let _ = writeln!(out, "\n{}", words.text(&key, &args));
    if estimate.strata.len() > 1 {
        let _ = writeln!(out, "\n{}", words.word("sample-each"));
        for stratum in &estimate.strata {
            let _ = writeln!(
                out,
                "{}",
                bounds(words, "sample-each-stratum", stratum, estimate)
            );
        }
    }
    out
}

fn bounds(words: Messages, key: &str, of: &StratumEstimate, estimate: &Estimate) -> String {
    let label = match of.label.is_empty() {
        true => words.word("sample-stratum-lost"),
        false => of.label.clone(),
    };
    let mut args = answers(of);
    args.extend([
        ("label", Arg::from(label)),
        ("all", number(of.all)),
        ("drawn", number(of.drawn)),
        ("confidence", estimate.confidence.to_string().into()),
        (
            "rate",
            of.rate
                .map_or_else(|| "none".to_owned(), |rate| rate.to_string())
                .into(),
        ),
        ("most", of.most.to_string().into()),
        ("least", of.least.to_string().into()),
        ("low", of.both.0.to_string().into()),
        ("high", of.both.1.to_string().into()),
    ]);
    words.text(key, &args)
}

fn answers(of: &StratumEstimate) -> Vec<(&'static str, Arg)> {
    vec![
        ("confirmed", number(of.answers[Answer::Confirmed as usize])),
        ("refuted", number(of.answers[Answer::Refuted as usize])),
        ("not_found", number(of.answers[Answer::NotFound as usize])),
        ("unchecked", number(of.answers[Answer::Unchecked as usize])),
    ]
}

fn number(number: u64) -> Arg {
    Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
