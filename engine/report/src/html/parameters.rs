//! Who set what: what is open and what the plan set first, what the packages set folded away.

use luoshi_plan::{ParameterInForce, SetBy};

use super::columns;
use super::markup::{To, anchor, clause_anchor};
use super::view::{Cell, Section, Table};
use crate::reader::Reader;
use crate::text::{by_setter, reason_of, set_by, value_of};

pub(super) fn section(reader: &Reader<'_>) -> Section {
    let mut section = Section::new("parameters", reader.word("section-parameters"));
    section.intro.push(reader.word("html-parameters-how"));
    let keys = [
        "column-parameter",
        "column-value",
        "column-reason",
        "html-clause",
    ];
    for (by, parameters) in by_setter(reader) {
        let mut table = Table::new(
            set_by(reader.words, &reader.titles(), by),
            columns(reader, &keys),
        );
        table.folded = !matches!(by, SetBy::Nobody | SetBy::Plan);
        for parameter in parameters {
            table.named_row(
                anchor(To::Parameter, &parameter.id),
                vec![
                    parameter.name.as_str().into(),
                    value_of(reader, parameter).into(),
                    reason_of(reader, parameter).into(),
                    clauses(reader, parameter),
                ],
            );
        }
        section.tables.push(table);
    }
    section
}

/// Links to the clauses that a parameter concerns.
pub(super) fn clauses(reader: &Reader<'_>, parameter: &ParameterInForce) -> Cell {
    let clauses = parameter.clauses.iter();
    clauses.fold(Cell::default(), |cell, clause| {
        cell.and(clause, clause_anchor(reader, clause))
    })
}
