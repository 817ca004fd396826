//! The findings, one card for each duty: what is shared stands once in the card, what failed comes first.
//!
//! Written by hand and not from a template: there are about a thousand in a township-year.

use luoshi_rules::{DutySummary, Finding, fails};

use super::filters;
use super::lights::Lights;
use super::markup::{To, anchor, clause_anchor, element, link, text};
use super::row;
use super::view::Section;
use crate::reader::Reader;
use crate::text::{decided_by_people, parameter_in_words};

/// What the list needs at hand for every finding.
pub(super) struct Shelf<'r> {
    pub(super) reader: &'r Reader<'r>,
    pub(super) lights: &'r Lights,
    /// Labels that stand in every finding, looked up once.
    pub(super) labels: Labels,
}

/// Labels of the steps of an argument.
pub(super) struct Labels {
    pub(super) shows: String,
    pub(super) judged: String,
    pub(super) answers: String,
    pub(super) ask: String,
    pub(super) next: String,
    pub(super) asks: String,
    pub(super) settled: String,
    pub(super) nothing_shown: String,
}

impl<'r> Shelf<'r> {
    pub(super) fn of(reader: &'r Reader<'r>, lights: &'r Lights) -> Shelf<'r> {
        let labels = Labels {
            shows: reader.word("explain-shows"),
            judged: reader.word("explain-judged"),
            answers: reader.word("explain-answers"),
            ask: reader.word("explain-ask"),
            next: reader.word("explain-next"),
            asks: reader.word("explain-asks"),
            settled: reader.word("explain-settled"),
            nothing_shown: reader.word("explain-no-records"),
        };
        Shelf {
            reader,
            lights,
            labels,
        }
    }
}

pub(super) fn section(reader: &Reader<'_>, lights: &Lights) -> Section {
    let shelf = Shelf::of(reader, lights);
    let mut section = Section::new("findings", reader.word("html-findings"));
    section.intro.push(reader.word("html-findings-how"));
    let out = &mut section.markup;
    out.push_str(&filters::form(&shelf));
    let groups = grouped(reader);
    let keys = ["section-failures", "section-decisions", "html-others"];
    for (key, duties) in keys.into_iter().zip(&groups) {
        if duties.is_empty() {
            continue;
        }
        out.push_str("<div class=\"group\">");
        element(out, "h3", "", &reader.word(key));
        for duty in duties {
            card(&shelf, out, duty);
        }
        out.push_str("</div>\n");
    }
    out.push_str("<p class=\"none\" hidden>");
    text(out, &reader.word("html-none"));
    out.push_str("</p>\n");
    section
}

/// Duties with failures, vetoes and ladders that somebody must look at, all others.
fn grouped<'r>(reader: &Reader<'r>) -> [Vec<&'r DutySummary>; 3] {
    let mut groups = [Vec::new(), Vec::new(), Vec::new()];
    for duty in &reader.assessment.duties {
        let findings = findings_of(reader, duty);
        let failing = findings.iter().any(failing);
        let decided = findings.iter().any(|f| f.decision.is_some());
        let by_people = findings
            .first()
            .is_some_and(|f| decided_by_people(reader, f));
        let at = match (by_people, failing, decided) {
            _ if findings.is_empty() => continue,
            (false, true, _) => 0,
            (true, true, _) | (true, _, true) => 1,
            _ => 2,
        };
        groups[at].push(duty);
    }
    groups
}

/// The findings of a duty.
pub(super) fn findings_of<'r>(reader: &Reader<'r>, duty: &DutySummary) -> &'r [Finding] {
    let all = reader.assessment.findings.get(duty.findings.clone());
    all.unwrap_or_default()
}

/// Whether a finding counts as a failure.
pub(super) fn failing(finding: &Finding) -> bool {
    fails(finding.status, finding.severity)
}

fn card(shelf: &Shelf<'_>, out: &mut String, duty: &DutySummary) {
    let findings = findings_of(shelf.reader, duty);
    let shown_first = |f: &&Finding| failing(f) || f.decision.is_some();
    out.push_str("<article class=\"duty\" id=\"");
    out.push_str(&anchor(To::Duty, &duty.id));
    out.push_str("\" data-d=\"");
    text(out, &duty.id);
    out.push_str("\" data-c=\"");
    text(out, &duty.clauses.join("|"));
    out.push_str("\" data-r=\"");
    text(out, duty.responsible.as_deref().unwrap_or(""));
    out.push_str("\"><header><h4>");
    text(out, &duty.name);
    out.push(' ');
    element(out, "code", "", &duty.id);
    out.push_str("</h4><p class=\"counts\">");
    shelf.lights.counts(out, findings.iter());
    out.push_str("</p></header>");
    shared(shelf, out, duty);
    let first: Vec<&Finding> = findings.iter().filter(shown_first).collect();
    let rest: Vec<&Finding> = findings.iter().filter(|f| !shown_first(f)).collect();
    for finding in &first {
        row::write(shelf, out, finding);
    }
    if !rest.is_empty() {
        folded(shelf, out, &rest, first.is_empty());
    }
    out.push_str("</article>\n");
}

/// The findings that nothing is to be done about, behind a line that says how many they are.
fn folded(shelf: &Shelf<'_>, out: &mut String, rest: &[&Finding], all: bool) {
    let key = if all { "html-all-of" } else { "html-rest-of" };
    let count = i64::try_from(rest.len()).unwrap_or(i64::MAX);
    out.push_str("<details class=\"rest\"><summary>");
    text(out, &shelf.reader.say(key, [("count", count.into())]));
    out.push_str("</summary>");
    for finding in rest {
        row::write(shelf, out, finding);
    }
    out.push_str("</details>");
}

/// What all findings of a duty have in common: clauses, parameters, how to object.
fn shared(shelf: &Shelf<'_>, out: &mut String, duty: &DutySummary) {
    let reader = shelf.reader;
    out.push_str("<details class=\"ask\"><summary>");
    text(out, &reader.word("html-asks"));
    out.push_str("</summary><dl>");
    if !duty.clauses.is_empty() {
        element(out, "dt", "", &shelf.labels.asks);
        for clause in &duty.clauses {
            out.push_str("<dd>");
            link(out, &clause_anchor(reader, clause), clause);
            out.push(' ');
            let summary = reader.glossary.clauses.get(clause);
            let summary = summary.map_or_else(|| reader.word("explain-no-summary"), Clone::clone);
            text(out, &summary);
            out.push_str("</dd>");
        }
    }
    let used = reader.assessment.parameters.iter();
    let mut used = used.filter(|p| duty.parameters.contains(&p.id)).peekable();
    if used.peek().is_some() {
        element(out, "dt", "", &shelf.labels.settled);
    }
    for parameter in used {
        out.push_str("<dd>");
        link(
            out,
            &anchor(To::Parameter, &parameter.id),
            &parameter_in_words(reader, parameter),
        );
        out.push_str("</dd>");
    }
    element(out, "dt", "", &reader.word("html-responsible"));
    let role = duty.responsible.as_deref();
    let role = role.map_or_else(
        || reader.word("proposals-nobody"),
        |r| reader.actor_name(r).to_owned(),
    );
    element(out, "dd", "", &role);
    objections(shelf, out, duty);
    out.push_str("</dl></details>");
}

/// How to correct, to be excused from, or to object to what failed.
fn objections(shelf: &Shelf<'_>, out: &mut String, duty: &DutySummary) {
    if !findings_of(shelf.reader, duty).iter().any(failing) {
        return;
    }
    element(out, "dt", "", &shelf.labels.next);
    for key in ["explain-correct", "explain-waive", "explain-appeal"] {
        let args = [("duty", duty.id.as_str().into())];
        element(out, "dd", "", &shelf.reader.say(key, args));
    }
}
