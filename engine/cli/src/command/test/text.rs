//! The outcome of tests as people read it.

use std::collections::BTreeMap;

use luoshi_diagnostics::{Arg, Args, Messages, Place};
use luoshi_report::{Glossary, Reader, paragraph};
use luoshi_rule_tests::{Aspect, CaseResult, Exercised, Fate, Mismatch, Mutant, Mutation};

use super::Outcome;

pub(super) fn as_text(of: &Outcome<'_>, quiet: bool) -> String {
    let mut out = String::new();
    for case in of.report.failing() {
        failing(of, case, &mut out);
    }
    if of.session.verbose && !quiet {
        passing(of, &mut out);
    }
    let failing = of.report.failing().count();
    let counts = [("cases", of.report.cases.len()), ("failing", failing)];
    let key = if failing == 0 {
        "test-all-hold"
    } else {
        "test-summary"
    };
    if !of.report.cases.is_empty() {
        say(of, &mut out, key, counts);
    }
    if quiet {
        return out;
    }
    if !of.filtered {
        coverage(of, &mut out);
    }
    match of.mutation {
        Some(mutation) => mutated(of, mutation, &mut out),
        None if of.mutate => say(of, &mut out, "test-not-mutated", []),
        None => {}
    }
    out
}

fn words(of: &Outcome<'_>) -> Messages {
    of.session.words
}

/// Writes a text of the catalogue with counts.
fn say<const N: usize>(
    of: &Outcome<'_>,
    out: &mut String,
    key: &str,
    counts: [(&'static str, usize); N],
) {
    let counts = counts.map(|(name, count)| (name, number(count)));
    paragraph(out, "", 0, &words(of).text(key, &Args::from(counts)));
}

fn number(count: usize) -> Arg {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

fn at(of: &Outcome<'_>, place: &Place) -> String {
    let line = of.sources.line_column(place.file, place.start).line;
    format!("{}:{line}", of.sources.name(place.file))
}

fn failing(of: &Outcome<'_>, case: &CaseResult, out: &mut String) {
    let args = vec![
        ("name", case.name.as_str().into()),
        ("at", at(of, &case.place).into()),
    ];
    paragraph(out, "", 0, &words(of).text("test-failed", &args));
    if let Some(why) = &case.why {
        paragraph(out, "  ", 2, why);
    }
    let mut told = None;
    for mismatch in &case.mismatches {
        differs(of, mismatch, out);
        // Several things of one finding have one reason.
        let last = std::mem::replace(&mut told, mismatch.finding);
        if let Some(reason) = reason(of, case, mismatch).filter(|_| told != last) {
            paragraph(out, "      ", 6, &reason);
        }
    }
    out.push('\n');
}

fn differs(of: &Outcome<'_>, mismatch: &Mismatch, out: &mut String) {
    let line = of
        .sources
        .line_column(mismatch.place.file, mismatch.place.start)
        .line;
    let shown = |value: &Option<String>| match value {
        None => String::new(),
        Some(value) => in_words(of, mismatch.aspect, value),
    };
    let key = match (&mismatch.expected, &mismatch.found) {
        (None, _) => "test-unexpected",
        (_, None) => "test-absent",
        _ => "test-differs",
    };
    let aspect = words(of).word(&format!("test-of-{}", mismatch.aspect.word()));
    let args = vec![
        ("of", mismatch.of.as_str().into()),
        ("aspect", aspect.into()),
        ("expected", shown(&mismatch.expected).into()),
        ("found", shown(&mismatch.found).into()),
        ("line", number(line)),
    ];
    paragraph(out, "  ", 4, &words(of).text(key, &args));
}

/// Statuses and decisions in the reader's language, with the word that a test would write.
fn in_words(of: &Outcome<'_>, aspect: Aspect, value: &str) -> String {
    let prefix = match aspect {
        Aspect::Status => "status",
        Aspect::Decision if value != "none" => "decision",
        _ => return value.to_owned(),
    };
    let word = words(of).word(&format!("{prefix}-{value}"));
    if word == value {
        return word;
    }
    format!("{word} ({value})")
}

/// Why the finding stands as it does.
fn reason(of: &Outcome<'_>, case: &CaseResult, mismatch: &Mismatch) -> Option<String> {
    let judged = case.judged.as_ref()?;
    let glossary = Glossary::of(&judged.plan);
    let reader = Reader {
        words: words(of),
        assessment: &judged.assessment,
        glossary: &glossary,
    };
    let finding = judged.assessment.findings.get(mismatch.finding?)?;
    Some(reader.reason(finding))
}

fn passing(of: &Outcome<'_>, out: &mut String) {
    let holds = of.report.cases.iter();
    for case in holds.filter(|case| case.mismatches.is_empty()) {
        let args = vec![
            ("name", case.name.as_str().into()),
            ("at", at(of, &case.place).into()),
        ];
        paragraph(out, "", 0, &words(of).text("test-passed", &args));
    }
}

fn coverage(of: &Outcome<'_>, out: &mut String) {
    let coverage = &of.report.coverage;
    let (exercised, all) = (coverage.exercised(), coverage.of.len());
    if of.report.cases.is_empty() {
        say(of, out, "test-none", [("of", all)]);
    } else {
        say(
            of,
            out,
            "test-coverage",
            [("exercised", exercised), ("of", all)],
        );
    }
    let mut sections: BTreeMap<&str, Vec<&Exercised>> = BTreeMap::new();
    for item in coverage.untouched() {
        sections.entry(item.section).or_default().push(item);
    }
    if !sections.is_empty() {
        say(of, out, "test-untouched", [("count", all - exercised)]);
    }
    for items in sections.values() {
        for item in items {
            let line = format!("{}  {}  {}", item.id, item.name, at(of, &item.place));
            paragraph(out, "  ", 4, &line);
        }
    }
    if of.session.verbose {
        seen(of, out);
    }
}

/// In which statuses each has been seen.
fn seen(of: &Outcome<'_>, out: &mut String) {
    out.push('\n');
    say(of, out, "test-seen", []);
    for item in of.report.coverage.of.iter().filter(|e| e.exercised) {
        let statuses = item.statuses.iter();
        let statuses = statuses.map(|s| words(of).word(&format!("status-{}", s.word())));
        let list = words(of).list(&statuses.collect::<Vec<_>>());
        paragraph(out, "  ", 4, &format!("{}  {list}", item.id));
    }
}

fn mutated(of: &Outcome<'_>, mutation: &Mutation, out: &mut String) {
    let (noticed, tried) = mutation.score();
    out.push('\n');
    let refused = mutation.mutants.len() - tried;
    let counts = [("noticed", noticed), ("of", tried), ("refused", refused)];
    say(of, out, "test-mutation", counts);
    if mutation.left_out > 0 {
        say(of, out, "test-left-out", [("count", mutation.left_out)]);
    }
    if noticed < tried {
        say(of, out, "test-survivors", [("count", tried - noticed)]);
    }
    for mutant in mutation.survivors() {
        changed(of, mutant, out);
    }
    if of.session.verbose {
        refusals(of, mutation, out);
    }
}

/// One change at its place; of a survivor, whether any case could have noticed it.
fn changed(of: &Outcome<'_>, mutant: &Mutant, out: &mut String) {
    let touched = match mutant.fate {
        Fate::Survived(0) => "no",
        Fate::Survived(_) | Fate::Noticed(..) | Fate::Refused => "yes",
    };
    let args = vec![
        ("owner", mutant.owner.as_str().into()),
        ("key", mutant.key.as_str().into()),
        ("from", mutant.from.as_str().into()),
        ("to", mutant.to.as_str().into()),
        ("at", at(of, &mutant.place).into()),
        ("touched", touched.into()),
    ];
    paragraph(out, "  ", 4, &words(of).text("test-survivor", &args));
}

/// The changes that the checks of plans refuse by themselves.
fn refusals(of: &Outcome<'_>, mutation: &Mutation, out: &mut String) {
    let mutants = mutation.mutants.iter();
    let refused: Vec<&Mutant> = mutants.filter(|m| m.fate == Fate::Refused).collect();
    if refused.is_empty() {
        return;
    }
    out.push('\n');
    say(of, out, "test-refused", [("count", refused.len())]);
    for mutant in refused {
        changed(of, mutant, out);
    }
}
