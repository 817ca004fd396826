//! Cases that are refused, each with the words in which it is.

use std::fs;

use luoshi_plugin_cases::Case;
use luoshi_plugin_interface::{Description, Outcome, ParameterKind, Scope};

fn describe() -> Description {
    let words = ParameterKind::Choice {
        options: vec!["a".to_owned(), "b".to_owned()],
        default: 0,
    };
    Description::new("toy", "1.0.0", Scope::Township)
        .title("甲", "A")
        .summary("甲。", "A.")
        .gives(&[Outcome::Met])
        .reads("evidence", &["day"])
        .parameter("days", "天数", "Days", ParameterKind::whole(1, 9, 2))
        .parameter("rate", "比例", "Rate", ParameterKind::decimal(0, 150, 50))
        .parameter("on", "启用", "On", ParameterKind::Flag(false))
        .parameter("word", "词", "Word", words)
        .message("m", "好。", "Good.")
}

/// A case with these parameters and tables; then what is wrong with it, or nothing.
fn refusal(parameters: &str, tables: &str) -> String {
    let text = format!(
        "about: 例\nas_of: 2012-05-20\nperiod: {{ from: 2012-05-10, to: 2012-05-31 }}\n\
         parameters: {{ {parameters} }}\ntables:\n{tables}\nexpect: []\n"
    );
    written(&text)
}

fn written(text: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("case.yaml");
    fs::write(&path, text).expect("a file");
    let read = Case::read(&path);
    let found = read.and_then(|case| {
        case.batches(&describe())?;
        case.setting(&describe())
    });
    let told = found
        .err()
        .map(|error| error.to_string())
        .unwrap_or_default();
    told.replace(&folder.path().display().to_string(), "")
        .replace("/case.yaml", "case.yaml")
}

#[test]
fn wrong_parameters_are_named() {
    let told = |parameters: &str| refusal(parameters, "  days: ''");
    assert_eq!(told("days: 3, rate: 1.25, on: true, word: b"), "");
    assert_eq!(told("dais: 3"), "case.yaml: there is no parameter `dais`");
    assert_eq!(
        told("days: 10"),
        "case.yaml: parameter `days`: 10 is not between 1 and 9"
    );
    assert_eq!(
        told("days: 2.5"),
        "case.yaml: parameter `days`: `2.5` is no whole number"
    );
    assert_eq!(
        told("rate: 1.51"),
        "case.yaml: parameter `rate`: 1.51 is not between 0.00 and 1.50"
    );
    assert_eq!(
        told("on: 1"),
        "case.yaml: parameter `on`: `1` is neither true nor false"
    );
    assert_eq!(
        told("word: c"),
        "case.yaml: parameter `word`: `c` is none of a, b"
    );
}

#[test]
fn wrong_tables_are_named_with_their_row() {
    let told = |tables: &str| refusal("", tables);
    let subjects = "  subjects: |\n    id\n    v01\n";
    let evidence = |csv: &str| format!("{subjects}  evidence: |\n    {csv}");
    let of = |csv: &str| told(&evidence(csv));
    assert_eq!(of("day,subject\n    2012-05-10,v01"), "");
    assert_eq!(
        told("  ledger: ''"),
        "case.yaml: there is no table `ledger` in this interface"
    );
    assert_eq!(
        of("date"),
        "case.yaml, table `evidence`: there is no column `date` in this interface"
    );
    assert_eq!(
        of("day,日期"),
        "case.yaml, table `evidence`: the column `日期` is there twice"
    );
    assert_eq!(
        of("day,subject\n    2012-05-10,v01\n    2012-05-11,v02"),
        "case.yaml, table `evidence`, row 2: column `subject`: `v02` is no id in the table `subjects`"
    );
    assert_eq!(
        of("day\n    2012-02-30"),
        "case.yaml, table `evidence`, row 1: column `day`: `2012-02-30` is no day such as 2012-05-31"
    );
    assert_eq!(
        of("minute\n    8:30"),
        "case.yaml, table `evidence`, row 1: column `minute`: `8:30` is no time such as 08:30"
    );
    assert_eq!(
        of("quantity\n    1.234"),
        "case.yaml, table `evidence`, row 1: column `quantity`: `1.234` is no number with at most two decimals"
    );
    assert!(
        of("day,kind\n    2012-05-10").starts_with("case.yaml, table `evidence`, row 1: CSV error")
    );
    assert_eq!(
        told("  subjects: |\n    id\n    v01\n    v01"),
        "case.yaml, table `subjects`, row 2: the id `v01` is there twice"
    );
    assert_eq!(
        told("  days: |\n    day,class\n    2012-05-21,1"),
        "case.yaml, table `days`, row 1: the day is not in the period"
    );
    assert_eq!(
        told("  evidence: { file: ../x.csv }"),
        "case.yaml, table `evidence`: `../x.csv` is not the name of a file beside the case"
    );
    assert!(
        told("  evidence: { file: x.csv }").starts_with("case.yaml, table `evidence`: x.csv: ")
    );
}

#[test]
fn wrong_keys_are_named() {
    let wrong =
        "about: 例\nas_of: 2012-05-20\nperiod: { from: 2012-05-10, to: 2012-05-31 }\ntables: {}\n";
    let told = |rest: &str| written(&format!("{wrong}{rest}"));
    assert_eq!(told("expect: []"), "");
    assert!(told("expect: []\nmore: 1").contains("unknown field `more`"));
    assert!(told("expect: [{ outcome: met, colour: red }]").contains("unknown field `colour`"));
    assert!(told("expect: [{ message: m }]").contains("missing field `outcome`"));
    assert!(written("about: 例").contains("missing field"));
}
