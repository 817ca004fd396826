//! The form above the findings; hidden unless the script runs.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_rules::{DutySummary, Status};

use super::findings::Shelf;
use super::markup::{element, text};
use super::{months, row};
use crate::reader::shown;

/// The whole form.
pub(super) fn form(shelf: &Shelf<'_>) -> String {
    let reader = shelf.reader;
    let mut out = String::from(
        "<form class=\"filters script-only\" id=\"filters\" role=\"search\" aria-label=\"",
    );
    text(&mut out, &reader.word("html-filter"));
    out.push_str("\"><fieldset class=\"lights\">");
    element(&mut out, "legend", "", &reader.word("column-status"));
    statuses(shelf, &mut out);
    out.push_str("</fieldset><div class=\"fields\">");
    select(shelf, &mut out, "d", "column-duty", &duties(shelf));
    select(shelf, &mut out, "u", "column-about", &subjects(shelf));
    select(shelf, &mut out, "r", "column-who", &roles(shelf));
    select(shelf, &mut out, "c", "html-clause", &clauses(shelf));
    select(shelf, &mut out, "m", "html-month", &month_options(shelf));
    out.push_str("<label>");
    text(&mut out, &reader.word("html-text"));
    out.push_str(
        "<input type=\"search\" name=\"q\" autocomplete=\"off\"></label></div><p class=\"bar\">",
    );
    out.push_str("<output aria-live=\"polite\" data-text=\"");
    text(&mut out, &reader.word("html-shown"));
    out.push_str("\"></output>");
    for (action, key) in [
        ("clear", "html-clear"),
        ("unfold", "html-unfold"),
        ("fold", "html-fold"),
    ] {
        out.extend(["<button type=\"button\" data-do=\"", action, "\">"]);
        text(&mut out, &reader.word(key));
        out.push_str("</button>");
    }
    out.push_str("</p></form>\n");
    out
}

fn statuses(shelf: &Shelf<'_>, out: &mut String) {
    for status in Status::ALL {
        let count = shelf
            .reader
            .assessment
            .findings
            .iter()
            .filter(|f| f.status == status)
            .count();
        if count == 0 {
            continue;
        }
        out.extend([
            "<label class=\"pick\"><input type=\"checkbox\" name=\"s\" value=\"",
            status.word(),
            "\">",
        ]);
        shelf.lights.write(out, status, Some(count));
        out.push_str("</label>");
    }
}

/// What can be chosen: the value, and what people call it.
type Options = Vec<(String, String)>;

fn select(shelf: &Shelf<'_>, out: &mut String, name: &str, key: &str, options: &Options) {
    out.push_str("<label>");
    text(out, &shelf.reader.word(key));
    out.extend(["<select name=\"", name, "\"><option value=\"\">"]);
    text(out, &shelf.reader.word("html-any"));
    out.push_str("</option>");
    for (value, name) in options {
        out.push_str("<option value=\"");
        text(out, value);
        out.push_str("\">");
        text(out, name);
        out.push_str("</option>");
    }
    out.push_str("</select></label>");
}

/// The duties that have findings.
fn judged<'a>(shelf: &Shelf<'a>) -> impl Iterator<Item = &'a DutySummary> {
    let duties = shelf.reader.assessment.duties.iter();
    duties.filter(|d| !d.findings.is_empty())
}

fn duties(shelf: &Shelf<'_>) -> Options {
    let named = judged(shelf).map(|d| (d.id.clone(), d.name.clone()));
    named.collect()
}

fn subjects(shelf: &Shelf<'_>) -> Options {
    let all = shelf
        .reader
        .assessment
        .findings
        .iter()
        .filter_map(row::about);
    all.collect::<BTreeMap<_, _>>().into_iter().collect()
}

fn roles(shelf: &Shelf<'_>) -> Options {
    let a = shelf.reader.assessment;
    let named = a.findings.iter().flat_map(|f| &f.accountable);
    let mut all: BTreeMap<String, String> =
        named.map(|w| (w.role.id.clone(), shown(&w.role))).collect();
    for role in a.duties.iter().filter_map(|d| d.responsible.as_ref()) {
        let name = shelf.reader.actor_name(role).to_owned();
        all.entry(role.clone()).or_insert(name);
    }
    all.into_iter().collect()
}

fn clauses(shelf: &Shelf<'_>) -> Options {
    let all: BTreeSet<&String> = judged(shelf).flat_map(|d| &d.clauses).collect();
    all.into_iter().map(|c| (c.clone(), c.clone())).collect()
}

fn month_options(shelf: &Shelf<'_>) -> Options {
    let all = months::all(shelf.reader.assessment).into_iter();
    all.map(|m| (m.to_string(), m.to_string())).collect()
}
