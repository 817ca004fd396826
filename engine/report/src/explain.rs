//! The argument behind one finding, in numbered steps that a person can follow.

use luoshi_evidence::Record;
use luoshi_rules::{Finding, Reason, Status, WaiverSummary, fails};

use crate::reader::Reader;
use crate::table::paragraph;
use crate::text::{answerable, parameter_in_words, waiver_state};

mod record;
mod records;

pub use record::explain_record;
pub(crate) use records::in_a_row;

/// How records are looked up: by id, as they were written.
pub type Find<'f> = &'f dyn Fn(&str) -> Option<Record>;

/// Writes one step; nothing when there is nothing to say.
type Step = fn(&Reader<'_>, &Finding, Find<'_>) -> String;

/// The steps in order, each with the catalogue key of its heading.
const STEPS: [(&str, Step); 6] = [
    ("explain-asks", asks),
    ("explain-shows", records::shows),
    ("explain-judged", judged),
    ("explain-settled", settled),
    ("explain-answers", answers),
    ("explain-next", next),
];

/// The argument behind a finding.
#[must_use]
pub fn explain(reader: &Reader<'_>, finding: &Finding, find: Find<'_>) -> String {
    let mut out = String::new();
    let duty = reader.duty(finding).map_or("", |d| d.name.as_str());
    let args = [
        ("duty", duty.into()),
        ("about", reader.about(finding).into()),
        ("when", reader.when(finding).into()),
        ("status", reader.status(finding.status).into()),
    ];
    paragraph(&mut out, "", 0, &reader.say("explain-title", args));
    paragraph(&mut out, "", 0, &finding.id);
    if let Some(label) = reader.simulated() {
        paragraph(&mut out, "*** ", 4, &label);
    }
    let mut number = 0;
    for (key, step) in STEPS {
        let body = step(reader, finding, find);
        if body.is_empty() {
            continue;
        }
        number += 1;
        let heading = reader.word(heading(key, finding));
        out.push_str(&format!("\n{number}. {heading}\n{body}"));
    }
    out
}

/// Nobody is held to account for what is only to be looked into.
pub(crate) fn heading<'k>(key: &'k str, finding: &Finding) -> &'k str {
    match (key, finding.status) {
        ("explain-answers", Status::Suspect) => "explain-ask",
        _ => key,
    }
}

/// What the plan asks for: the clauses that the duty carries out.
fn asks(reader: &Reader<'_>, finding: &Finding, _: Find<'_>) -> String {
    let mut out = String::new();
    let Some(duty) = reader.duty(finding) else {
        return out;
    };
    let name = format!("{} ({})", duty.name, duty.id);
    paragraph(&mut out, "   ", 3, &name);
    for clause in &duty.clauses {
        let summary = reader.glossary.clauses.get(clause);
        let summary = summary.map_or_else(|| reader.word("explain-no-summary"), Clone::clone);
        let args = [
            ("clause", clause.as_str().into()),
            ("summary", summary.into()),
        ];
        paragraph(&mut out, "   ", 5, &reader.say("explain-clause", args));
    }
    out
}

/// How it was judged.
fn judged(reader: &Reader<'_>, finding: &Finding, _: Find<'_>) -> String {
    let mut out = String::new();
    let args = [
        ("status", reader.status(finding.status).into()),
        ("reason", reader.reason(finding).into()),
    ];
    paragraph(&mut out, "   ", 3, &reader.say("explain-reason", args));
    let meaning = reader.word(&format!("status-{}.meaning", finding.status.word()));
    let args = [
        ("status", reader.status(finding.status).into()),
        ("meaning", meaning.into()),
    ];
    paragraph(&mut out, "   ", 3, &reader.say("explain-meaning", args));
    for line in about_plugin(reader, finding) {
        paragraph(&mut out, "   ", 3, &line);
    }
    for line in ineffective(reader, finding) {
        paragraph(&mut out, "   ", 3, &line);
    }
    if finding.backfilled > 0 {
        let args = [("count", i64::from(finding.backfilled).into())];
        paragraph(&mut out, "   ", 3, &reader.say("explain-backfilled", args));
    }
    if let Some(decision) = finding.decision {
        let word = reader.word(&format!("decision-{}", decision.word()));
        paragraph(
            &mut out,
            "   ",
            3,
            &reader.say("explain-decision", [("decision", word.into())]),
        );
    }
    out
}

/// Which plugin judged, and what a finding of it is worth.
pub(crate) fn about_plugin(reader: &Reader<'_>, finding: &Finding) -> Vec<String> {
    let plugin = reader.plugin_of(finding);
    let mut lines: Vec<String> = plugin
        .into_iter()
        .flat_map(|plugin| reader.plugin_in_words(plugin))
        .collect();
    if finding.status == Status::Suspect {
        lines.push(reader.word("explain-suspect"));
    }
    lines
}

/// The parameters that decide it, and who set them.
fn settled(reader: &Reader<'_>, finding: &Finding, _: Find<'_>) -> String {
    let mut out = String::new();
    let open = match &finding.reason {
        Reason::Unset(Some(id)) => Some(id.as_str()),
        _ => None,
    };
    let used = reader.duty(finding).map_or(&[][..], |d| &d.parameters);
    for parameter in &reader.assessment.parameters {
        if open == Some(&parameter.id) || used.contains(&parameter.id) {
            paragraph(&mut out, "   - ", 5, &parameter_in_words(reader, parameter));
        }
    }
    for setting in reader.plugin_of(finding).iter().flat_map(|p| &p.settings) {
        paragraph(&mut out, "   - ", 5, &reader.setting_in_words(setting));
    }
    out
}

/// Who answers, from the nearest to the work up; whom to ask, for what is suspect.
fn answers(reader: &Reader<'_>, finding: &Finding, _: Find<'_>) -> String {
    let mut out = String::new();
    for (at, who) in finding.accountable.iter().enumerate() {
        let first = if at == 0 {
            "   ".to_owned()
        } else {
            format!("   {}→ ", "  ".repeat(at - 1))
        };
        let hang = 3 + 2 * at;
        paragraph(&mut out, &first, hang, &answerable(reader, who));
    }
    out
}

/// Waivers that would be about this finding and cover nothing, with what is wrong with them.
fn ineffective(reader: &Reader<'_>, finding: &Finding) -> Vec<String> {
    let duty = reader.duty(finding).map_or("", |d| d.id.as_str());
    let about: Vec<&str> = [&finding.subject, &finding.actor]
        .into_iter()
        .flatten()
        .map(|label| label.id.as_str())
        .collect();
    let concerns = |waiver: &&WaiverSummary| {
        let subject = waiver.subject.as_deref();
        waiver.duty == duty && subject.is_none_or(|s| about.contains(&s))
    };
    let waivers = reader.assessment.waivers.iter().filter(concerns);
    let flawed = waivers.filter(|w| !w.flaws.is_empty());
    flawed
        .filter(|_| fails(finding.status, finding.severity))
        .map(|waiver| {
            let args = [
                ("record", waiver.record.as_str().into()),
                ("state", waiver_state(reader, waiver).into()),
            ];
            reader.say("explain-ineffective", args)
        })
        .collect()
}

/// What can be done about it.
fn next(reader: &Reader<'_>, finding: &Finding, _: Find<'_>) -> String {
    let mut out = String::new();
    paragraph(&mut out, "   ", 3, &reader.advice(finding));
    let duty = reader.duty(finding).map_or("", |d| d.id.as_str());
    for key in remedies(finding) {
        let text = reader.say(key, [("duty", duty.into())]);
        paragraph(&mut out, "   - ", 5, &text);
    }
    out
}

/// What may be recorded against a finding. A sign needs no waiver, since nothing follows from it.
fn remedies(finding: &Finding) -> &'static [&'static str] {
    if finding.status == Status::Suspect {
        &["explain-correct", "explain-appeal"]
    } else if fails(finding.status, finding.severity) {
        &["explain-correct", "explain-waive", "explain-appeal"]
    } else {
        &[]
    }
}
