//! The words of `grants` are those of the interface of plugins, in both languages.

use luoshi_plan::model::{EvidenceColumn, PluginTable};
use luoshi_plugin_interface::{EVIDENCE, TABLES};

type Words = Vec<(&'static str, &'static str)>;

fn words<T>(words: &[(T, &'static str, &'static str)]) -> Words {
    words.iter().map(|(_, en, zh)| (*en, *zh)).collect()
}

#[test]
fn columns_are_those_of_the_records() {
    let columns = EVIDENCE.columns.iter();
    let columns: Words = columns.map(|column| (column.name, column.zh)).collect();
    assert_eq!(words(EvidenceColumn::WORDS), columns);
}

#[test]
fn tables_are_all_but_the_records() {
    let others = TABLES.iter().filter(|table| table.name != EVIDENCE.name);
    let others: Words = others.map(|table| (table.name, table.zh)).collect();
    assert_eq!(words(PluginTable::WORDS), others);
}
