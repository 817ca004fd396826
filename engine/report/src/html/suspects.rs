//! What a person should look into: signs in the records, each with whom to ask.

use luoshi_rules::{Finding, Status};

use super::columns;
use super::open::{duty, links};
use super::view::{Section, Table};
use crate::reader::Reader;
use crate::text::answerable;

pub(super) fn section(reader: &Reader<'_>) -> Section {
    let mut section = Section::new("suspects", reader.word("section-suspects"));
    section.intro.push(reader.word("suspects-only"));
    let keys = ["column-duty", "column-about", "column-why", "column-ask"];
    let mut table = Table::new(String::new(), columns(reader, &keys));
    for ((_, why), findings) in reader.by_reason(Status::Suspect) {
        table.row(vec![
            duty(reader, findings[0]),
            links(reader, &findings),
            why.into(),
            ask(reader, findings[0]).into(),
        ]);
    }
    section
        .tables
        .extend((!table.rows.is_empty()).then_some(table));
    section
}

fn ask(reader: &Reader<'_>, finding: &Finding) -> String {
    let nearest = finding.accountable.first();
    nearest.map_or_else(|| "-".to_owned(), |who| answerable(reader, who))
}
