//! A table as text, with the mapping by which it is read.

use std::path::Path;

use luoshi_diagnostics::{FileId, Lang, Messages, Sources};
use luoshi_evidence::{
    Field, Import, Kind, Mapping, Names, Record, decode, import_csv, mapping_yaml, read_records,
    write_csv,
};

use crate::seeds::{Seed, texts_of};
use crate::{Target, folder, notes, records};

pub(crate) const TARGET: Target = Target {
    name: "csv",
    run,
    seeds,
    words,
};

fn run(bytes: &[u8]) {
    let decoded = match decode(bytes, "a.csv") {
        Ok(decoded) => decoded,
        Err(note) => return notes::said(&[note], &Sources::default()),
    };
    let mut sources = Sources::default();
    let files = folder::files(&decoded.text, "a.csv");
    let part = |path: &str| {
        files
            .iter()
            .find(|(name, _)| *name == path)
            .map(|file| file.1)
    };
    let table = part("a.csv").unwrap_or_default();
    let file = sources.add("a.csv", table);
    let mut mapping = Mapping::default();
    if let Some(text) = part("mapping.yaml") {
        let at = sources.add("mapping.yaml", text);
        let staged = Mapping::from_yaml(text, at);
        notes::said(&staged.notes, &sources);
        mapping = staged.value.unwrap_or_default();
    }
    for kind in [mapping.kind, Some(Kind::Visit)] {
        let mapping = Mapping {
            kind,
            ..mapping.clone()
        };
        let import = import_csv(table, file, &mapping, &names());
        notes::said(&import.all_notes(), &sources);
        imported(&import);
    }
}

/// What a plan would know.
pub(crate) fn names() -> Names {
    let names = |all: &[(&str, &str)]| {
        let all = all.iter();
        all.map(|(name, id)| ((*name).to_owned(), (*id).to_owned()))
            .collect()
    };
    Names {
        subjects: names(&[("东风村", "v01"), ("v01", "v01"), ("村", "v02")]),
        duties: names(&[("走访", "visit")]),
        actors: names(&[("书记", "secretary"), ("维稳、综治中心主任", "director")]),
        ..Names::default()
    }
}

/// Records that were taken are what their canonical form says, as JSON and as a table, and the mapping that is
/// saved can be read.
pub(crate) fn imported(import: &Import) {
    import.records.iter().for_each(records::same);
    let mut table = Vec::new();
    assert!(write_csv(&import.records, &mut table).is_ok());
    let table = decode(&table, "x").expect("what was written");
    let again = import_csv(
        &table.text,
        FileId(0),
        &Mapping::default(),
        &Names::default(),
    );
    assert_eq!(again.rejected, []);
    assert_eq!(again.records, import.records);
    for lang in Lang::ALL {
        let saved = mapping_yaml(import, Messages::of(lang));
        let read = Mapping::from_yaml(&saved, FileId(0));
        assert!(read.notes.is_empty(), "{saved}\n{:?}", read.notes);
    }
}

fn seeds(root: &Path) -> Vec<Seed> {
    let mut seeds = Vec::new();
    for lines in texts_of(&root.join("policies"), &["jsonl"]) {
        let text = std::str::from_utf8(&lines.bytes).expect("lines are a text");
        let text: String = text.split_inclusive('\n').take(60).collect();
        let records: Vec<Record> = read_records(&text, FileId(0)).value.expect("a ledger");
        let mut table = Vec::new();
        write_csv(&records, &mut table).expect("memory is enough");
        seeds.push(Seed::new(format!("{}.csv", lines.name), table));
    }
    seeds.extend(texts_of(&root.join("plugins"), &["csv"]));
    seeds
}

fn words() -> Vec<String> {
    let heads = Field::ALL
        .iter()
        .flat_map(|field| [field.zh().to_owned(), field.key().to_owned()]);
    let kinds = Kind::ALL.iter().map(|kind| kind.zh().to_owned());
    let values = [
        "2012年5月10日",
        "5.10",
        "5月",
        "上午9时",
        "1,000.50",
        "1万元",
        "合计",
        "同上",
        "〃",
        "√",
        "金额(万元)",
        "、",
        "；",
        "\"\"",
        "\t",
        "'=",
        "%% mapping.yaml\n",
        "columns: {",
        "values: {",
        "heading: 2-3",
    ];
    heads
        .chain(kinds)
        .chain(values.map(str::to_owned))
        .collect()
}
