//! One finding: a line, and behind it the argument that leads to it.

use luoshi_rules::{Finding, Reason, Status};

use super::findings::{Shelf, failing};
use super::markup::{To, anchor, element, link, text};
use super::months;
use crate::explain::{about_plugin, in_a_row};
use crate::reader::shown;
use crate::text::{answerable, why};

/// Records named; the rest are counted.
const NAMED_AT_MOST: usize = 20;

/// Writes a finding.
pub(super) fn write(shelf: &Shelf<'_>, out: &mut String, finding: &Finding) {
    let id = anchor(To::Finding, &finding.id);
    open(out, finding, &id);
    line(shelf, out, finding);
    out.push_str("<dl>");
    if finding.status != Status::NotApplicable {
        records(shelf, out, finding);
    }
    judged(shelf, out, finding);
    answers(shelf, out, finding);
    if failing(finding) || finding.status != Status::Met && finding.status != Status::NotApplicable
    {
        element(out, "dt", "", &shelf.labels.next);
        element(out, "dd", "", &shelf.reader.advice(finding));
    }
    out.push_str("</dl><p class=\"ref\">");
    link(out, &id, &finding.id);
    out.push_str("</p></details>\n");
}

/// The opening tag with what the filters look at.
fn open(out: &mut String, finding: &Finding, id: &str) {
    out.push_str("<details class=\"f");
    if failing(finding) {
        out.push_str(" bad");
    }
    out.extend(["\" id=\"", id, "\" data-s=\"", finding.status.word()]);
    if let Some(about) = finding.subject.as_ref().or(finding.actor.as_ref()) {
        out.push_str("\" data-u=\"");
        text(out, &about.id);
    }
    if let Some(month) = months::of(finding) {
        out.extend(["\" data-m=\"", &month.to_string()]);
    }
    if !finding.accountable.is_empty() {
        out.push_str("\" data-r=\"");
        let roles: Vec<&str> = finding
            .accountable
            .iter()
            .map(|a| a.role.id.as_str())
            .collect();
        text(out, &roles.join("|"));
    }
    out.push_str("\">");
}

fn line(shelf: &Shelf<'_>, out: &mut String, finding: &Finding) {
    let reader = shelf.reader;
    out.push_str("<summary>");
    shelf.lights.write(out, finding.status, None);
    element(out, "span", "about", &reader.about(finding));
    element(out, "span", "when", &reader.when(finding));
    element(out, "span", "why", &why(reader, finding));
    let nearest = finding.accountable.first();
    let nearest = nearest.map_or(String::new(), |a| answerable(reader, a));
    element(out, "span", "who", &nearest);
    out.push_str("</summary>");
}

fn records(shelf: &Shelf<'_>, out: &mut String, finding: &Finding) {
    let reader = shelf.reader;
    element(out, "dt", "", &shelf.labels.shows);
    if let Reason::Run(run) = &finding.reason {
        element(out, "dd", "", &in_a_row(reader, run));
    }
    if finding.evidence.is_empty() {
        element(out, "dd", "", &shelf.labels.nothing_shown);
        return;
    }
    let count = finding.evidence.len();
    let said = [("count", i64::try_from(count).unwrap_or(i64::MAX).into())];
    out.push_str("<dd>");
    text(out, &reader.say("explain-rests-on", said));
    out.push_str("<span class=\"ids\">");
    for id in finding.evidence.iter().take(NAMED_AT_MOST) {
        out.push(' ');
        element(out, "code", "", id);
    }
    out.push_str("</span>");
    if count > NAMED_AT_MOST {
        out.push_str(" …");
    }
    out.push_str("</dd>");
}

fn judged(shelf: &Shelf<'_>, out: &mut String, finding: &Finding) {
    let reader = shelf.reader;
    let status = || shelf.lights.word(finding.status).to_owned();
    element(out, "dt", "", &shelf.labels.judged);
    let args = [
        ("status", status().into()),
        ("reason", reader.reason(finding).into()),
    ];
    element(out, "dd", "", &reader.say("explain-reason", args));
    if finding.status != Status::Met {
        let meaning = reader.word(&format!("status-{}.meaning", finding.status.word()));
        let args = [("status", status().into()), ("meaning", meaning.into())];
        element(out, "dd", "", &reader.say("explain-meaning", args));
    }
    for line in about_plugin(reader, finding) {
        element(out, "dd", "", &line);
    }
    for setting in reader.plugin_of(finding).iter().flat_map(|p| &p.settings) {
        element(out, "dd", "", &reader.setting_in_words(setting));
    }
    if finding.backfilled > 0 {
        let args = [("count", i64::from(finding.backfilled).into())];
        element(out, "dd", "", &reader.say("explain-backfilled", args));
    }
    if let Some(decision) = finding.decision {
        let word = reader.word(&format!("decision-{}", decision.word()));
        element(
            out,
            "dd",
            "",
            &reader.say("explain-decision", [("decision", word.into())]),
        );
    }
}

/// Who answers, from the nearest to the work up; whom to ask, for what is suspect.
fn answers(shelf: &Shelf<'_>, out: &mut String, finding: &Finding) {
    if finding.accountable.is_empty() {
        return;
    }
    let label = match finding.status {
        Status::Suspect => &shelf.labels.ask,
        _ => &shelf.labels.answers,
    };
    element(out, "dt", "", label);
    let chain: Vec<String> = finding
        .accountable
        .iter()
        .map(|a| answerable(shelf.reader, a))
        .collect();
    element(out, "dd", "", &chain.join(" → "));
}

/// Id and name of what a finding is about, for the filters.
pub(super) fn about(finding: &Finding) -> Option<(String, String)> {
    let label = finding.subject.as_ref().or(finding.actor.as_ref())?;
    Some((label.id.clone(), shown(label)))
}
