//! The register.

use luoshi_audit::{CountyBy, read_register};
use luoshi_diagnostics::{FileId, Sources};

/// The codes of what is wrong with a register, with line and column.
fn wrong(text: &str) -> Vec<String> {
    let mut sources = Sources::default();
    let file: FileId = sources.add("counties.yaml", text);
    let staged = read_register(file, text);
    assert!(staged.value.is_none() || staged.notes.is_empty());
    let told = staged.notes.iter().map(|note| match &note.place {
        Some(place) => {
            let at = sources.line_column(place.file, place.start);
            format!("{} {}:{}", note.code.id(), at.line, at.column)
        }
        None => note.code.id().to_owned(),
    });
    told.collect()
}

const GOOD: &str = "luoshi: 1
counties:
  - name: 宁乡县
    townships:
      - { code: \"01\", name: 坪塘镇 }
      - { code: \"02\", name: 双江口镇 }
  - name: 长沙县
    townships: [{ code: \"03\", name: 黄花镇 }]
";

#[test]
fn every_township_has_its_county() {
    assert_eq!(wrong(GOOD), Vec::<String>::new());
    let mut sources = Sources::default();
    let file = sources.add("counties.yaml", GOOD);
    let register = read_register(file, GOOD).value.expect("it is good");
    let told: Vec<(&str, &str, &str)> = register
        .iter()
        .map(|(c, of)| (c, of.name.as_str(), of.county.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("01", "坪塘镇", "宁乡县"),
            ("02", "双江口镇", "宁乡县"),
            ("03", "黄花镇", "长沙县")
        ]
    );
    assert_eq!(register.get("04"), None);
}

#[test]
fn keys_may_be_chinese() {
    let chinese = GOOD
        .replace("counties", "县区")
        .replace("townships", "乡镇")
        .replace("code", "代码")
        .replace("name", "名称");
    assert_eq!(wrong(&chinese), Vec::<String>::new());
}

#[test]
fn a_register_with_one_wrong_line_is_none() {
    assert_eq!(wrong(""), ["LS0112"]);
    assert_eq!(wrong("luoshi: 2\ncounties: []\n"), ["LS0113 1:9"]);
    assert_eq!(wrong("luoshi: 1\n"), ["LS0107 1:1"]);
    assert_eq!(wrong(&GOOD.replace("\"02\"", "\"01\"")), ["LS0202 6:9"]);
    assert_eq!(wrong(&GOOD.replace("长沙县", "宁乡县")), ["LS0202 7:5"]);
    assert_eq!(wrong(&GOOD.replace(", name: 黄花镇", "")), ["LS0107 8:17"]);
    assert_eq!(
        wrong(&GOOD.replace("code: \"03\"", "cods: \"03\"")).len(),
        2
    );
}

#[test]
fn counties_by_word() {
    assert_eq!(CountyBy::from_word("folder"), Some(CountyBy::Folder));
    assert_eq!(CountyBy::from_word("prefix:6"), Some(CountyBy::Prefix(6)));
    assert_eq!(CountyBy::from_word("none"), Some(CountyBy::None));
    for wrong in [
        "",
        "prefix",
        "prefix:",
        "prefix:0",
        "prefix:-1",
        "prefix:x",
        "Folder",
    ] {
        assert_eq!(CountyBy::from_word(wrong), None, "{wrong}");
    }
    for way in [CountyBy::Folder, CountyBy::Prefix(6), CountyBy::None] {
        assert_eq!(CountyBy::from_word(&way.word()), Some(way));
    }
    assert_eq!(CountyBy::Prefix(6).county("430124101", "x"), "430124");
    assert_eq!(
        CountyBy::Prefix(6).county("甲1", "x"),
        "甲1",
        "a short code is its own county"
    );
    assert_eq!(CountyBy::Folder.county("430124101", "x"), "x");
    assert_eq!(CountyBy::None.county("430124101", "x"), "");
}
