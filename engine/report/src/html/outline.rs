//! What became of each clause: the source documents as an outline, a light before each clause.

use luoshi_plan::Plan;
use luoshi_rules::Status;

use super::markup::{To, anchor, element, link, text};
use super::view::Section;
use crate::coverage::{
    Carrier, ClauseCoverage, ClauseState, DocumentCoverage, StateCounts, coverage,
};
use crate::reader::{Reader, shown};

pub(super) fn section(reader: &Reader<'_>, plan: &Plan) -> Section {
    let mut section = Section::new("coverage", reader.word("html-coverage"));
    let covered = coverage(reader.assessment, plan);
    section.intro.push(reader.word("coverage-rule"));
    if covered.has_suspects() {
        section.intro.push(reader.word("coverage-rule-suspect"));
    }
    let out = &mut section.markup;
    for document in covered.documents.iter().filter(|d| !d.sections.is_empty()) {
        write(reader, out, document);
    }
    section
}

fn write(reader: &Reader<'_>, out: &mut String, document: &DocumentCoverage) {
    out.push_str("<details class=\"document\"><summary><h3>");
    text(out, &document.named(reader));
    out.push_str("</h3>");
    counts(reader, out, &document.counts);
    out.push_str("</summary>");
    for section in &document.sections {
        if !section.heading.is_empty() {
            element(out, "h4", "", &section.heading);
        }
        out.push_str("<ul class=\"clauses\">\n");
        for covered in &section.clauses {
            clause(reader, out, covered);
        }
        out.push_str("</ul>");
    }
    out.push_str("</details>\n");
}

fn counts(reader: &Reader<'_>, out: &mut String, counts: &StateCounts) {
    out.push_str("<span class=\"counts\">");
    for (state, count) in counts {
        light(reader, out, *state, Some(*count));
        out.push(' ');
    }
    out.push_str("</span>");
}

fn clause(reader: &Reader<'_>, out: &mut String, covered: &ClauseCoverage) {
    out.extend(["<li id=\"", &anchor(To::Clause, &covered.id), "\">"]);
    light(reader, out, covered.state, None);
    out.push(' ');
    element(out, "code", "", &covered.id);
    out.push(' ');
    element(out, "span", "", &covered.summary);
    if let Some(reason) = &covered.reason {
        out.push(' ');
        let args = [("reason", reason.as_str().into())];
        element(out, "small", "", &reader.say("coverage-reason", args));
    }
    if !covered.carriers.is_empty() {
        out.push_str("<span class=\"carriers\">");
        for carrier in &covered.carriers {
            carried(reader, out, carrier);
        }
        out.push_str("</span>");
    }
    out.push_str("</li>\n");
}

/// What carries a clause, as a link where it has findings.
fn carried(reader: &Reader<'_>, out: &mut String, carrier: &Carrier) {
    out.push_str(" → ");
    let judged = reader.assessment.duties.iter();
    let judged = judged
        .filter(|d| !d.findings.is_empty())
        .any(|d| d.id == carrier.what.id);
    if judged {
        link(
            out,
            &anchor(To::Duty, &carrier.what.id),
            &shown(&carrier.what),
        );
    } else {
        text(out, &shown(&carrier.what));
    }
}

fn light(reader: &Reader<'_>, out: &mut String, state: ClauseState, count: Option<usize>) {
    out.extend([
        "<span class=\"light s-",
        colour(state),
        "\"><b aria-hidden=\"true\">",
    ]);
    text(out, &reader.word(sign(state)));
    out.push_str("</b>");
    element(
        out,
        "span",
        "",
        &reader.word(&format!("coverage-state-{}", state.word())),
    );
    if let Some(count) = count {
        out.push_str(&format!(" {count}"));
    }
    out.push_str("</span>");
}

/// The status whose colour a state shares.
fn colour(state: ClauseState) -> &'static str {
    match state {
        ClauseState::Failing => Status::Missed.word(),
        ClauseState::Unknown => Status::Unknown.word(),
        ClauseState::Unset => Status::Unset.word(),
        ClauseState::Pending => Status::Pending.word(),
        ClauseState::CarriedOut => Status::Met.word(),
        ClauseState::Suspect => Status::Suspect.word(),
        ClauseState::Waived => Status::Waived.word(),
        ClauseState::NotApplicable
        | ClauseState::NotJudged
        | ClauseState::Off
        | ClauseState::Guidance
        | ClauseState::Unmapped => Status::NotApplicable.word(),
    }
}

/// The catalogue key of a state's sign.
fn sign(state: ClauseState) -> &'static str {
    match state {
        ClauseState::Failing => "html-sign-missed",
        ClauseState::Unknown => "html-sign-unknown",
        ClauseState::Unset => "html-sign-unset",
        ClauseState::Pending => "html-sign-pending",
        ClauseState::CarriedOut => "html-sign-met",
        ClauseState::Suspect => "html-sign-suspect",
        ClauseState::Waived => "html-sign-waived",
        ClauseState::NotApplicable => "html-sign-not_applicable",
        ClauseState::NotJudged => "html-sign-not-judged",
        ClauseState::Off => "html-sign-off",
        ClauseState::Guidance => "html-sign-guidance",
        ClauseState::Unmapped => "html-sign-unmapped",
    }
}
