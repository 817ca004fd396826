//! What this plan changes of its packages.

use crate::deviations::{changed, groups, headings, packages, row, summary, write_groups};
use crate::reader::Reader;
use crate::table::{Side, Table, paragraph};

pub(super) fn body(reader: &Reader<'_>) -> String {
    let mut out = String::new();
    let words = reader.words;
    let assessment = reader.assessment;
    // A plan that builds on nothing departs from nothing.
    let Some(packages) = packages(words, &assessment.plan.packages) else {
        return out;
    };
    write_groups(&mut out, &[packages]);
    let changed = changed(&assessment.parameters);
    let groups = groups(
        words,
        reader.glossary,
        &assessment.deviations,
        &assessment.inactive,
    );
    if changed.is_empty() && groups.is_empty() {
        out.push('\n');
        paragraph(&mut out, "  ", 2, &words.word("deviations-none"));
    }
    if !changed.is_empty() {
        out.push('\n');
        paragraph(&mut out, "  ", 2, &summary(words, &changed));
        let columns = headings(words).map(|name| (name, Side::Left));
        let mut table = Table::new(columns.into());
        for parameter in changed {
            table.row(row(words, parameter).into());
        }
        table.write(&mut out, 4);
    }
    write_groups(&mut out, &groups);
    out
}
