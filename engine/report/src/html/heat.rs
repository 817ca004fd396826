//! Where and when things stand badly: duties, subjects and months against one another.

use std::collections::BTreeMap;

use luoshi_rules::{Finding, Status};

use super::findings::failing;
use super::lights::Lights;
use super::markup::{To, anchor, element, text};
use super::months;
use super::view::Section;
use crate::reader::{Reader, shown};

/// A row or a column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Line {
    /// In the order of the plan.
    Duty(usize),
    Subject(String, String),
    /// What is about no subject: the whole place, and persons.
    Whole,
    Month(months::Month),
    /// What counts on no day.
    Always,
}

/// Gives the line that a finding belongs to.
type LineOf = fn(&Finding) -> Line;

/// The three tables: name for the script, heading, rows, columns.
const VIEWS: [(&str, &str, LineOf, LineOf); 3] = [
    ("duty-month", "html-heat-duty-month", duty, month),
    ("subject-month", "html-heat-subject-month", subject, month),
    ("duty-subject", "html-heat-duty-subject", duty, subject),
];

pub(super) fn section(reader: &Reader<'_>, lights: &Lights) -> Section {
    let mut section = Section::new("heat", reader.word("html-heat"));
    if reader.assessment.findings.is_empty() {
        return section;
    }
    section.intro.push(reader.word("html-heat-how"));
    let out = &mut section.markup;
    out.push_str("<p class=\"legend\">");
    for status in Status::ALL
        .into_iter()
        .filter(|s| *s != Status::NotApplicable)
    {
        lights.write(out, status, None);
        out.push(' ');
    }
    out.push_str("</p><p class=\"switch script-only\" role=\"group\" aria-label=\"");
    text(out, &reader.word("html-heat"));
    out.push_str("\">");
    for (name, key, _, _) in VIEWS {
        out.extend([
            "<button type=\"button\" data-view=\"",
            name,
            "\" aria-pressed=\"false\">",
        ]);
        text(out, &reader.word(key));
        out.push_str("</button>");
    }
    out.push_str("<label><input type=\"checkbox\" id=\"only-bad\"> ");
    text(out, &reader.word("html-heat-only-bad"));
    out.push_str("</label></p>\n");
    for (name, key, rows, columns) in VIEWS {
        table(
            reader,
            lights,
            out,
            (name, &reader.word(key)),
            &Grid::of(reader, rows, columns),
        );
    }
    section
}

fn duty(finding: &Finding) -> Line {
    Line::Duty(finding.duty)
}

fn subject(finding: &Finding) -> Line {
    let found = finding.subject.as_ref();
    found.map_or(Line::Whole, |s| Line::Subject(s.id.clone(), shown(s)))
}

fn month(finding: &Finding) -> Line {
    months::of(finding).map_or(Line::Always, Line::Month)
}

/// Findings by row and column; those that nothing called for are left out.
struct Grid<'f> {
    columns: Vec<Line>,
    rows: BTreeMap<Line, BTreeMap<Line, Vec<&'f Finding>>>,
}

impl<'f> Grid<'f> {
    fn of(reader: &Reader<'f>, row: LineOf, column: LineOf) -> Grid<'f> {
        let mut rows: BTreeMap<Line, BTreeMap<Line, Vec<&Finding>>> = BTreeMap::new();
        let due = reader.assessment.findings.iter();
        for finding in due.filter(|f| f.status != Status::NotApplicable) {
            let cells = rows.entry(row(finding)).or_default();
            cells.entry(column(finding)).or_default().push(finding);
        }
        let mut columns: Vec<Line> = rows
            .values()
            .flat_map(|cells| cells.keys().cloned())
            .collect();
        columns.sort();
        columns.dedup();
        Grid { columns, rows }
    }
}

fn table(
    reader: &Reader<'_>,
    lights: &Lights,
    out: &mut String,
    (name, title): (&str, &str),
    grid: &Grid<'_>,
) {
    out.extend([
        "<div class=\"scroll heat\" data-view=\"",
        name,
        "\" tabindex=\"0\" role=\"region\" aria-label=\"",
    ]);
    text(out, title);
    out.push_str("\"><table><caption>");
    text(out, title);
    out.push_str("</caption><thead><tr><td></td>");
    for column in &grid.columns {
        out.push_str("<th scope=\"col\">");
        element(out, "span", "", &line_name(reader, column));
        out.push_str("</th>");
    }
    out.push_str("</tr></thead><tbody>\n");
    for (line, cells) in &grid.rows {
        let bad = cells.values().flatten().any(|f| failing(f));
        out.push_str(if bad { "<tr class=\"bad\">" } else { "<tr>" });
        row_heading(reader, out, line);
        for column in &grid.columns {
            cell(
                reader,
                lights,
                out,
                (line, column),
                cells.get(column).map_or(&[], Vec::as_slice),
            );
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table></div>\n");
}

fn row_heading(reader: &Reader<'_>, out: &mut String, line: &Line) {
    out.push_str("<th scope=\"row\">");
    match line {
        Line::Duty(at) => {
            let duty = reader.assessment.duties.get(*at);
            let id = duty.map_or(String::new(), |d| anchor(To::Duty, &d.id));
            super::markup::link(out, &id, &line_name(reader, line));
        }
        _ => text(out, &line_name(reader, line)),
    }
    out.push_str("</th>");
}

/// The worst status of a cell and how many findings have it; a failure leads to the first of them.
fn cell(
    reader: &Reader<'_>,
    lights: &Lights,
    out: &mut String,
    (row, column): (&Line, &Line),
    findings: &[&Finding],
) {
    let Some(worst) = findings.iter().map(|f| f.status).min() else {
        out.push_str("<td></td>");
        return;
    };
    let first = findings.iter().find(|f| f.status == worst);
    let count = findings.iter().filter(|f| f.status == worst).count();
    out.extend(["<td class=\"s-", worst.word(), "\" title=\""]);
    text(out, lights.word(worst));
    out.push_str(&format!(" {count}/{}\">", findings.len()));
    let label = match count {
        1 => lights.sign(worst).to_owned(),
        _ => format!("{}{count}", lights.sign(worst)),
    };
    match first.filter(|f| failing(f)) {
        Some(first) => {
            out.extend(["<a href=\"#", &anchor(To::Finding, &first.id), "\""]);
            filter_of(reader, out, row);
            filter_of(reader, out, column);
            out.push('>');
            text(out, &label);
            out.push_str("</a>");
        }
        None => text(out, &label),
    }
    out.push_str("</td>");
}

/// What the script filters by when the cell is chosen.
fn filter_of(reader: &Reader<'_>, out: &mut String, line: &Line) {
    match line {
        Line::Subject(id, _) => {
            out.push_str(" data-u=\"");
            text(out, id);
            out.push('"');
        }
        Line::Month(month) => out.extend([" data-m=\"", &month.to_string(), "\""]),
        Line::Duty(at) => {
            out.push_str(" data-d=\"");
            let duty = reader.assessment.duties.get(*at);
            text(out, duty.map_or("", |d| &d.id));
            out.push('"');
        }
        Line::Whole | Line::Always => {}
    }
}

fn line_name(reader: &Reader<'_>, line: &Line) -> String {
    match line {
        Line::Duty(at) => reader
            .assessment
            .duties
            .get(*at)
            .map_or(String::new(), |d| d.name.clone()),
        Line::Subject(_, name) => name.clone(),
        Line::Whole => reader.word("html-heat-whole"),
        Line::Month(month) => month.to_string(),
        Line::Always => reader.word("html-heat-always"),
    }
}
