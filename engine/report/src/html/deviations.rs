//! What this plan changes of its packages.

use luoshi_plan::ParameterInForce;

use super::columns;
use super::markup::{To, anchor};
use super::parameters::clauses;
use super::view::{Column, Section, Table};
use crate::deviations::{changed, groups, headings, packages, row, summary};
use crate::reader::Reader;

pub(super) fn section(reader: &Reader<'_>) -> Section {
    let mut section = Section::new("deviations", reader.word("section-deviations"));
    section.tables.extend(parameters(reader));
    section.tables.extend(others(reader));
    section
}

fn parameters(reader: &Reader<'_>) -> Option<Table> {
    let changed: Vec<&ParameterInForce> = changed(&reader.assessment.parameters);
    let name = |name| Column {
        name,
        figures: false,
    };
    let mut named: Vec<Column> = headings(reader.words).map(name).into();
    named.extend(columns(reader, &["html-clause"]));
    let mut table = Table::new(summary(reader.words, &changed), named);
    for parameter in &changed {
        let cells = row(reader.words, parameter).into_iter().map(Into::into);
        let cells = cells.chain([clauses(reader, parameter)]).collect();
        table.named_row(anchor(To::Parameter, &parameter.id), cells);
    }
    (!changed.is_empty()).then_some(table)
}

fn others(reader: &Reader<'_>) -> Option<Table> {
    let assessment = reader.assessment;
    let groups = groups(
        reader.words,
        reader.glossary,
        &assessment.deviations,
        &assessment.inactive,
    );
    let against = packages(reader.words, &assessment.plan.packages);
    let keys = ["html-deviation", "html-deviation-what"];
    let mut table = Table::new(String::new(), columns(reader, &keys));
    for (heading, lines) in against.into_iter().chain(groups) {
        let mut heading = heading.trim_end_matches(['：', ':']).to_owned();
        for line in lines {
            // Said once for the lines below it.
            let cell = std::mem::take(&mut heading);
            table.row(vec![cell.into(), line.into()]);
        }
    }
    (!table.rows.is_empty()).then_some(table)
}
