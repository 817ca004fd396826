//! `LAYOUT.md` and `TABLES.md` say what the code does. `LUOSHI_BLESS=1` writes `TABLES.md` again.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

use luoshi_plugin_interface::{
    Batch, Encoder, MAGIC, NO_DAY, NO_MINUTE, NO_NUMBER, NO_ROW, ROWS_AT_MOST, TABLES, Type, table,
};

const HEAD: &str = "# Tables

插件可以申请查看的表和列。插件的说明里写英文名；方案授权时，中英文名均可。
各类型的存放方式见 [`LAYOUT.md`](LAYOUT.md)。

What a plugin may ask to see. A description names tables and columns in English; a plan that grants them may use either name.
How each type is packed is in [`LAYOUT.md`](LAYOUT.md). Written by a test from `plugins/interface/src/tables.rs`.
";

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../wit")
        .join(name)
}

fn read(name: &str) -> String {
    std::fs::read_to_string(file(name)).unwrap_or_default()
}

fn tables() -> String {
    let mut text = HEAD.to_owned();
    for table in TABLES {
        let (name, zh, about) = (table.name, table.zh, table.about);
        let _ = write!(text, "\n## {name} {zh}\n\n{about}\n\n");
        text += "| column | 列 | type | what |\n| --- | --- | --- | --- |\n";
        for column in table.columns {
            let (name, zh, about) = (column.name, column.zh, column.about);
            let _ = writeln!(text, "| {name} | {zh} | {} | {about} |", column.kind.word());
        }
    }
    text
}

#[test]
fn the_page_of_tables_is_the_catalogue() {
    if std::env::var_os("LUOSHI_BLESS").is_some() {
        std::fs::write(file("TABLES.md"), tables()).expect("the folder is there");
    }
    assert_eq!(read("TABLES.md"), tables(), "run again with LUOSHI_BLESS=1");
}

#[test]
fn names_are_distinct_in_both_languages() {
    let mut names = BTreeSet::new();
    for found in TABLES {
        assert!(
            names.insert(found.name) && names.insert(found.zh),
            "{}",
            found.name
        );
        assert_eq!(table(found.zh).map(|t| t.name), Some(found.name));
        let mut columns = BTreeSet::new();
        for column in found.columns {
            assert!(
                columns.insert(column.name) && columns.insert(column.zh),
                "{}",
                column.name
            );
            assert_eq!(found.column(column.zh).map(|c| c.name), Some(column.name));
        }
    }
}

#[test]
fn the_page_of_the_layout_has_every_type_and_limit() {
    let page = read("LAYOUT.md");
    let magic = std::str::from_utf8(&MAGIC).expect("letters");
    assert!(page.contains(&format!("`{magic}`: this layout")));
    assert!(page.contains(&format!("at most {ROWS_AT_MOST} |")));
    for (kind, value, absent) in [
        (Type::Text, "u32", "0".to_owned()),
        (Type::Row, "u32", NO_ROW.to_string()),
        (Type::Day, "i32", NO_DAY.to_string()),
        (Type::Minute, "u16", NO_MINUTE.to_string()),
        (Type::Number, "i64", NO_NUMBER.to_string()),
        (Type::Small, "u8", String::new()),
    ] {
        let line = format!(
            "| {} | `{value}` | {} | {absent}",
            kind.word(),
            kind.width()
        );
        assert!(page.contains(&line), "{line}");
    }
}

#[test]
fn the_example_of_the_layout_is_what_is_packed() {
    let mut encoder = Encoder::default();
    encoder.start(4);
    encoder.codes([1, 2].into_iter());
    encoder.days([15_471, 15_472].into_iter());
    encoder.minutes([8 * 60 + 30, NO_MINUTE].into_iter());
    encoder.numbers([150, NO_NUMBER].into_iter());
    let packed = encoder.finish(2, 1, ["visit", "巡查"].into_iter());

    let page = read("LAYOUT.md");
    let dump = page
        .split("```text\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let lines = dump.expect("a dump").lines();
    let words = lines.flat_map(|line| line.split_whitespace().skip(1));
    let told: Vec<u8> = words
        .map(|hex| u8::from_str_radix(hex, 16).expect("hex"))
        .collect();
    assert_eq!(told, packed);

    let types = [Type::Text, Type::Day, Type::Minute, Type::Number];
    let batch = Batch::new(&told, &types).expect("a whole batch");
    assert_eq!(batch.days(1).collect::<Vec<_>>(), [15_471, 15_472]);
    assert_eq!(batch.texts().collect::<Vec<_>>(), [Ok("visit"), Ok("巡查")]);
}
