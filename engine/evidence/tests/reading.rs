//! What a JSONL text becomes as of a day.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use jiff::civil::{Date, date};
use luoshi_diagnostics::{FileId, Lang, Messages, Sources, render_text};
use luoshi_evidence::{Evidence, Kind, Record, find, read_jsonl, read_records};

const AS_OF: Date = date(2012, 12, 31);

/// Reads lines as of a day and lists every row as `kind day id status quantity actor *`.
#[track_caller]
fn rows(lines: &[&str], as_of: Date) -> Vec<String> {
    let staged = read_jsonl(&lines.join("\n"), FileId(0), as_of);
    assert_eq!(staged.notes, []);
    shown(&staged.value.unwrap())
}

fn shown(evidence: &Evidence) -> Vec<String> {
    let mut rows = Vec::new();
    for kind in Kind::ALL {
        let columns = evidence.of(kind);
        for row in 0..columns.len() {
            let mut parts = vec![
                luoshi_evidence::date_of(columns.day[row]).to_string(),
                evidence.ids.text(columns.id[row]).to_owned(),
                evidence.names.text(columns.status[row]).to_owned(),
                evidence.names.text(columns.actor[row]).to_owned(),
            ];
            if columns.quantity[row] != i64::MIN {
                parts.push(columns.quantity[row].to_string());
            }
            if columns.corrected[row] {
                parts.push("*".to_owned());
            }
            parts.retain(|part| !part.is_empty());
            rows.push(parts.join(" "));
        }
    }
    rows
}

/// The notes of a text as a reader sees them.
fn told(text: &str) -> String {
    let mut sources = Sources::default();
    let file = sources.add("evidence.jsonl", text);
    let staged = read_jsonl(text, file, AS_OF);
    assert!(staged.value.is_none());
    render_text(&staged.notes, &sources, Messages::of(Lang::ZhCn), false)
}

#[test]
fn records_are_sorted_by_day_and_line() {
    let lines = [
        r#"{"id":"c","kind":"visit","date":"2012-06-02","actor":["a","b"]}"#,
        r#"{"id":"b","kind":"visit","date":"2012-06-01","quantity":92.35}"#,
        r#"{"id":"d","kind":"查访","date":"2012-06-01","actor":"x, y；z"}"#,
        r#"{"id":"a","kind":"meeting","date":"2012-06-09","status":"held"}"#,
        r#"{"id":"e","kind":"visit","date":"2013-01-01"}"#,
    ];
    let expected = [
        "2012-06-09 a held",
        "2012-06-01 b 9235",
        "2012-06-01 d x、y、z",
        "2012-06-02 c a、b",
    ];
    assert_eq!(rows(&lines, AS_OF), expected);
    let staged = read_jsonl(&lines.join("\r\n"), FileId(0), AS_OF)
        .value
        .unwrap();
    assert_eq!((staged.total, staged.unseen), (5, 1));
    assert_eq!(staged.place(1).map(|place| place.start > 60), Some(true));
}

const VISIT: &str = r#"{"id":"v","kind":"visit","date":"2012-06-01","quantity":1,"status":"done"}"#;

#[test]
fn corrections_replace_withdraw_and_correct_one_another() {
    let c = |id: &str, of: &str, rest: &str| {
        format!(r#"{{"id":"{id}","kind":"correction","date":"2012-07-01","ref":"{of}",{rest}}}"#)
    };
    let two = c("c1", "v", r#""set":{"quantity":"2"}"#);
    let three = c("c2", "v", r#""set":{"quantity":3,"status":""}"#);
    let void = c("c3", "v", r#""status":"void""#);
    let unvoid = c("c4", "c3", r#""status":"void""#);
    let amend = c("c5", "c1", r#""set":{"quantity":"7.5"}"#);
    let day = "2012-07-01";

    let replaced = rows(&[&two, VISIT], AS_OF);
    assert_eq!(replaced, ["2012-06-01 v done 200 *", &format!("{day} c1")]);
    let later_wins = rows(&[VISIT, &two, &three], AS_OF);
    assert_eq!(later_wins[0], "2012-06-01 v 300 *");
    let withdrawn = rows(&[VISIT, &two, &void], AS_OF);
    assert_eq!(withdrawn, [format!("{day} c1"), format!("{day} c3 void")]);
    let taken_back = rows(&[VISIT, &void, &unvoid], AS_OF);
    assert_eq!(
        taken_back,
        ["2012-06-01 v done 100", &format!("{day} c4 void")]
    );
    let amended = rows(&[VISIT, &amend, &two], AS_OF);
    assert_eq!(amended[0], "2012-06-01 v done 750 *");
    assert_eq!(amended[1], format!("{day} c5"));
    assert_eq!(amended[2], format!("{day} c1 *"));
    let not_yet = rows(&[VISIT, &two], date(2012, 6, 30));
    assert_eq!(not_yet, ["2012-06-01 v done 100"]);
}

#[test]
fn a_corrected_date_moves_the_record() {
    let late = r#"{"id":"v","kind":"visit","date":"2013-06-01"}"#;
    let moved = r#"{"id":"c","kind":"correction","date":"2012-07-01","ref":"v","set":{"date":"2012-06-01","note":"笔误"}}"#;
    assert_eq!(rows(&[late, moved], AS_OF)[0], "2012-06-01 v *");
    let evidence = read_jsonl(&format!("{late}\n{moved}"), FileId(0), AS_OF)
        .value
        .unwrap();
    assert_eq!(evidence.notes.of(0), Some("笔误"));
    assert_eq!((evidence.superseded, evidence.unseen), (1, 0));
}

#[test]
fn a_record_is_written_as_it_was_read() {
    let line = concat!(
        r#"{"actor":["a","b"],"amount":-0.05,"attachments":[{"name":"会议\"记录.pdf","sha256":"#,
        r#""e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}],"date":"2012-05-10","#,
        r#""duty":"council","id":"m1","jurisdiction":"PT","kind":"meeting","marks":["minutes"],"#,
        r#""note":"一\n二\u0000三","quantity":92.35,"recorded_at":"2012-05-11T09:30:05","#,
        r#""recorded_by":"0012","ref":"x","status":"held","subject":"v01","time":"09:05","until":"2012-06-01"}"#
    );
    assert!(Record::from_json(line, FileId(0)).is_err());
    let line = line.replace("\\u0000", "\\t");
    let record = Record::from_json(&line, FileId(0)).unwrap();
    assert_eq!(record.to_json(), line);
    assert_eq!(
        read_records(&line, FileId(0)).value.unwrap(),
        std::slice::from_ref(&record)
    );
    assert_eq!(find(&line, "m1"), Some(record));
    assert_eq!(find(&line, "m2"), None);
}

#[test]
fn a_record_without_id_gets_one_from_its_content() {
    let line = r#"{"kind":"visit","date":"2012-06-01","subject":"v01","recorded_by":"7"}"#;
    let record = Record::from_json(line, FileId(0)).unwrap();
    assert!(
        record.id.starts_with("visit-20120601-v01-"),
        "{}",
        record.id
    );
    assert_eq!(find(line, &record.id), Some(record.clone()));
    assert_eq!(rows(&[line], AS_OF), [format!("2012-06-01 {}", record.id)]);
}

#[test]
fn everything_wrong_is_told_at_once() {
    let text = concat!(
        "{\"id\":\"a\",\"kind\":\"vist\",\"date\":\"2012-02-30\",\"qantity\":1}\n",
        "not json\n",
        "{\"id\":\"b\",\"kind\":\"visit\",\"date\":\"2012-06-01\",\"note\":\"13812345678\"}\n",
        "{\"id\":\"c\",\"kind\":\"visit\",\"date\":\"2012-06-01\",\"quantity\":0.001}\n",
        "{\"id\":\"c\",\"kind\":\"visit\",\"date\":\"2012-06-01\"}\n",
        "{\"id\":\"c\",\"kind\":\"visit\",\"date\":\"2012-06-02\"}\n",
        "{\"id\":\"d\",\"kind\":\"correction\",\"date\":\"2012-06-02\",\"ref\":\"zz\",\"status\":\"void\"}\n",
        "{\"id\":\"e\",\"kind\":\"correction\",\"date\":\"2012-06-02\",\"ref\":\"e\",\"status\":\"void\"}\n",
        "{\"id\":\"f\",\"kind\":\"visit\"",
    );
    let told = told(text);
    for code in ["LS0303", "LS0304", "LS0305", "LS0306", "LS0307"] {
        assert!(told.contains(code), "{code} in {told}");
    }
    assert_eq!(told.matches("[LS0").count(), 10, "{told}");
}
