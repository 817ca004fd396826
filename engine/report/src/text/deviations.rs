//! What this plan changes of its packages.

use crate::deviations::{changed, groups, headings, row, summary, write_groups};
use crate::reader::Reader;
use crate::table::{Side, Table, paragraph};

pub(super) fn body(reader: &Reader<'_>) -> String {
    let mut out = String::new();
    let assessment = reader.assessment;
    let changed = changed(&assessment.parameters);
    if !changed.is_empty() {
        paragraph(&mut out, "  ", 2, &summary(reader.words, &changed));
        let columns = headings(reader.words).map(|name| (name, Side::Left));
        let mut table = Table::new(columns.into());
        for parameter in changed {
            table.row(row(reader.words, parameter).into());
        }
        table.write(&mut out, 4);
    }
    let groups = groups(
        reader.words,
        reader.glossary,
        &assessment.deviations,
        &assessment.inactive,
    );
    write_groups(&mut out, &groups);
    out
}
