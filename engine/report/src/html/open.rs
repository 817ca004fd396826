//! What cannot be told and what is missing; what is due; how good the ledger is.

use luoshi_rules::{Finding, Status};

use super::lights::Lights;
use super::markup::{To, anchor, element};
use super::view::{Cell, Section, Table};
use super::{columns, figures_column};
use crate::deviations::disabled_below;
use crate::reader::Reader;
use crate::text::{evidence_lines, number};

/// Findings linked to in one cell.
const LINKED_AT_MOST: usize = 3;

/// What is unset and what is unknown, with what is needed to tell.
pub(super) fn needed(reader: &Reader<'_>) -> Section {
    let mut section = Section::new("needed", reader.word("section-needed"));
    for status in [Status::Unset, Status::Unknown] {
        let meaning = reader.word(&format!("status-{}.meaning", status.word()));
        let args = [
            ("status", reader.status(status).into()),
            ("meaning", meaning.into()),
        ];
        let mut table = Table::new(
            reader.say("html-status-meaning", args),
            columns(
                reader,
                &["column-duty", "column-about", "column-why", "column-needed"],
            ),
        );
        for ((_, why), findings) in reader.by_reason(status) {
            table.row(vec![
                duty(reader, findings[0]),
                links(reader, &findings),
                why.into(),
                reader.advice(findings[0]).into(),
            ]);
        }
        section
            .tables
            .extend((!table.rows.is_empty()).then_some(table));
    }
    section.markup = ledger(reader);
    section
}

pub(super) fn duty(reader: &Reader<'_>, finding: &Finding) -> Cell {
    reader.duty(finding).map_or_else(Cell::default, |d| {
        Cell::link(&d.name, anchor(To::Duty, &d.id))
    })
}

/// The first findings as links, and how many there are when those are not all.
pub(super) fn links(reader: &Reader<'_>, findings: &[&Finding]) -> Cell {
    let mut cell = Cell::default();
    for finding in findings.iter().take(LINKED_AT_MOST) {
        let name = match finding.period {
            Some(period) => format!("{} {}", reader.about(finding), reader.period(period)),
            None => reader.about(finding),
        };
        cell = cell.and(name, anchor(To::Finding, &finding.id));
    }
    if findings.len() > LINKED_AT_MOST {
        let count = [("count", number(findings.len()).into())];
        cell = cell.and(reader.say("html-in-all", count), String::new());
    }
    cell
}

/// What is due soon or going on, by its last day.
pub(super) fn due(reader: &Reader<'_>, lights: &Lights) -> Section {
    let mut section = Section::new("due", reader.word("section-due"));
    let keys = [
        "column-last-day",
        "column-status",
        "column-duty",
        "column-about",
        "column-state",
    ];
    let mut table = Table::new(String::new(), columns(reader, &keys));
    for ((_, day, _, state), findings) in reader.going_on() {
        table.row(vec![
            day.map_or_else(|| "-".to_owned(), |d| d.to_string()).into(),
            Cell::light(lights, findings[0].status),
            duty(reader, findings[0]),
            links(reader, &findings),
            state.into(),
        ]);
    }
    section
        .tables
        .extend((!table.rows.is_empty()).then_some(table));
    section
}

/// What was entered late, corrected, or belongs to nothing.
fn ledger(reader: &Reader<'_>) -> String {
    let mut out = String::new();
    let lines = evidence_lines(reader);
    if lines.about.is_empty() {
        return out;
    }
    out.push_str("<div class=\"note\">");
    element(&mut out, "h3", "", &reader.word("section-evidence"));
    for line in &lines.about {
        element(&mut out, "p", "", line);
    }
    if !lines.unused.is_empty() {
        out.push_str("<ul>");
        for line in lines.unused.iter().chain(&lines.more) {
            element(&mut out, "li", "", line);
        }
        out.push_str("</ul>");
    }
    out.push_str("</div>\n");
    out
}

/// Waivers, active and expired, and what this plan does not carry out.
pub(super) fn excused(reader: &Reader<'_>) -> Section {
    let mut section = Section::new("excused", reader.word("html-excused"));
    section.tables.extend(waivers(reader));
    section.tables.extend(inactive(reader));
    section
}

fn waivers(reader: &Reader<'_>) -> Option<Table> {
    let keys = [
        "column-duty",
        "column-about",
        "column-span",
        "column-granted",
    ];
    let mut headings = columns(reader, &keys);
    headings.push(figures_column(reader, "column-covers"));
    headings.extend(columns(reader, &["column-waiver"]));
    let mut table = Table::new(reader.word("section-waivers"), headings);
    for waiver in &reader.assessment.waivers {
        let known = reader
            .assessment
            .duties
            .iter()
            .any(|d| d.id == waiver.duty && !d.findings.is_empty());
        let to = if known {
            anchor(To::Duty, &waiver.duty)
        } else {
            String::new()
        };
        let cells = crate::text::waiver_row(reader, waiver);
        let mut cells: Vec<Cell> = cells.into_iter().map(Cell::from).collect();
        cells[0] = Cell::link(reader.duty_name(&waiver.duty), to);
        table.row(cells);
    }
    (!table.rows.is_empty()).then_some(table)
}

fn inactive(reader: &Reader<'_>) -> Option<Table> {
    let keys = ["column-duty", "column-reason"];
    let mut table = Table::new(reader.word("section-inactive"), columns(reader, &keys));
    for off in disabled_below(&reader.assessment.inactive, &reader.assessment.deviations) {
        let why = off.reason.as_deref().unwrap_or_default();
        table.row(vec![off.name.as_str().into(), why.into()]);
    }
    // What the plan disables itself is among its deviations.
    let inactive = reader.assessment.inactive.iter();
    for inactive in inactive.filter(|i| i.reason.is_none()) {
        let why = reader.word("html-by-parameter");
        table.row(vec![inactive.name.as_str().into(), why.into()]);
    }
    (!table.rows.is_empty()).then_some(table)
}
