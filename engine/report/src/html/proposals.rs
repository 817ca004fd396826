//! What is proposed, who decides, how it stands.

use luoshi_rules::Proposal;

use super::columns;
use super::markup::{To, anchor};
use super::view::{Cell, Section, Table};
use crate::reader::{Reader, shown};
use crate::text::measure;

pub(super) fn section(reader: &Reader<'_>) -> Section {
    let mut section = Section::new("proposals", reader.word("section-proposals"));
    section.intro.push(reader.word("html-proposals-only"));
    let keys = [
        "column-falls-on",
        "column-measure",
        "column-by",
        "column-decides",
        "column-decision",
    ];
    let mut table = Table::new(String::new(), columns(reader, &keys));
    for proposal in &reader.assessment.proposals {
        table.row(row(reader, proposal));
    }
    if !table.rows.is_empty() {
        section.tables.push(table);
    }
    section
}

fn row(reader: &Reader<'_>, proposal: &Proposal) -> Vec<Cell> {
    let on = proposal.falls_on.as_ref();
    let decided_by = proposal.decided_by.clone();
    let known = reader
        .assessment
        .findings
        .iter()
        .any(|f| f.id == proposal.finding);
    let to = if known {
        anchor(To::Finding, &proposal.finding)
    } else {
        String::new()
    };
    vec![
        on.map_or_else(|| reader.word("report-whole"), shown).into(),
        measure(reader, &proposal.measure).into(),
        Cell::link(shown(&proposal.by), to),
        decided_by
            .unwrap_or_else(|| reader.word("proposals-nobody"))
            .into(),
        reader
            .word(&format!("decision-{}", proposal.decision.word()))
            .into(),
    ]
}
