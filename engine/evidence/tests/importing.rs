//! What tables and JSONL from elsewhere become.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::collections::BTreeMap;

use luoshi_diagnostics::{Code, FileId, Lang, Messages, Note, Sources, render_text};
use luoshi_evidence::{
    Field, Import, Kind, Mapping, Names, Reason, Record, import_csv, import_jsonl, write_csv,
    write_jsonl,
};

fn of_kind(kind: Kind) -> Mapping {
    Mapping {
        kind: Some(kind),
        ..Mapping::default()
    }
}

fn villages() -> Names {
    let table = |pairs: &[(&str, &str)]| -> BTreeMap<String, String> {
        pairs
            .iter()
            .map(|(name, id)| ((*name).to_owned(), (*id).to_owned()))
            .collect()
    };
    Names {
        subjects: table(&[("东风村", "v01"), ("红星村", "v02")]),
        actors: table(&[("综治办", "zongzhi_office"), ("派出所", "police_station")]),
        ..Names::default()
    }
}

/// The records as canonical JSON without ids, then the rejections as `row column reason`.
#[track_caller]
fn check(text: &str, mapping: &Mapping, names: &Names, expected: &[&str]) -> Import {
    let import = import_csv(text, FileId(0), mapping, names);
    let mut found: Vec<String> = import.records.iter().map(Record::content).collect();
    for rejection in &import.rejected {
        found.push(format!(
            "{} {} {:?}",
            rejection.row, rejection.column, rejection.reason
        ));
    }
    assert_eq!(found, expected);
    import
}

#[test]
fn an_attendance_sheet() {
    let text = "2012年6月集镇夜间巡逻队考勤表,,,\n\
                序号,日期,工号,考勤,天气\n\
                1,2012年6月1日,0012,√,晴\n\
                2,2012/6/1,0013,旷工,\n\
                3,2012.6.2,0014,病假,\n\
                合计,3,,,\n";
    let mapping = Mapping {
        duty: Some("night_patrol".to_owned()),
        ..of_kind(Kind::Shift)
    };
    let import = check(
        text,
        &mapping,
        &Names::default(),
        &[
            r#"{"actor":"0012","date":"2012-06-01","duty":"night_patrol","kind":"shift","status":"attended"}"#,
            r#"{"actor":"0013","date":"2012-06-01","duty":"night_patrol","kind":"shift","status":"absent"}"#,
            r#"{"actor":"0014","date":"2012-06-02","duty":"night_patrol","kind":"shift","status":"excused"}"#,
        ],
    );
    assert_eq!(import.totals, 1);
    let codes: Vec<Code> = import.notes.iter().map(|note| note.code).collect();
    assert_eq!(codes, [Code::HeadingUnknown]);
    assert!(
        import
            .columns
            .contains(&("考勤".to_owned(), Some(Field::Status)))
    );
}

#[test]
fn names_become_ids_and_unknown_names_are_refused() {
    let text = "类型\t走访日期\t村名\t走访人\n查访\t2012-06-01\t东风村\t综治办、派出所\nvisit\t2012-06-01\tv02\t派出所\n查访\t2012-06-01\t东凤村\t公安\n";
    let import = check(
        text,
        &Mapping::default(),
        &villages(),
        &[
            r#"{"actor":["zongzhi_office","police_station"],"date":"2012-06-01","kind":"visit","subject":"v01"}"#,
            r#"{"actor":"police_station","date":"2012-06-01","kind":"visit","subject":"v02"}"#,
            "4 村名 Name",
            "4 走访人 Name",
        ],
    );
    assert_eq!(import.rejected[0].suggestion, "东风村");
}

#[test]
fn every_bad_cell_is_named() {
    let text = "日期;村;金额(万元);人数;备注\n\
                2012-02-30;v01;1;2;\n\
                2012-06-01;v01;0.5;3人;好\n\
                ;v01;;;\n\
                2012-06-01;v01;约2;1.234;电话13812345678\n\
                2012-06-01;v01;0.5;3人;好\n\
                2012-06-01;v01;\"0.5;3\n";
    let import = check(
        text,
        &of_kind(Kind::Reward),
        &Names::default(),
        &[
            r#"{"amount":5000,"date":"2012-06-01","kind":"reward","note":"好","quantity":3,"subject":"v01"}"#,
            "2 日期 Date",
            "4 日期 Missing",
            "5 金额(万元) Number",
            "5 人数 Precise",
            "5 备注 Personal(Mobile)",
            "6 id Repeated",
            "7  Unfinished",
        ],
    );
    assert_eq!(import.rejected[4].value, "");
    let mut sources = Sources::default();
    sources.add("奖励.csv", text);
    let told = render_text(
        &import.all_notes(),
        &sources,
        Messages::of(Lang::ZhCn),
        false,
    );
    assert!(told.contains("「2012-02-30」不是有效日期"), "{told}");
    assert!(told.contains("奖励.csv:2:1"), "{told}");
}

#[test]
fn a_table_without_a_day_or_a_kind_is_refused_as_a_whole() {
    let missing = |text: &str, mapping: &Mapping| -> Vec<Code> {
        let import = import_csv(text, FileId(0), mapping, &Names::default());
        assert_eq!((import.records.len(), import.rejected.len()), (0, 0));
        import.notes.iter().map(|note: &Note| note.code).collect()
    };
    assert_eq!(
        missing("村,人数\nv01,3\n", &of_kind(Kind::Visit)),
        [Code::HeadingMissing]
    );
    assert_eq!(
        missing("日期,人数\n2012-06-01,3\n", &Mapping::default()),
        [Code::HeadingMissing]
    );
    assert_eq!(missing("", &Mapping::default()), [Code::HeadingMissing]);
    assert_eq!(
        missing("一,二\n三,四\n", &Mapping::default()),
        [Code::HeadingMissing]
    );
}

const PATROL: &str = "kind: shift
duty: night_patrol
columns: { 巡逻日: date, 队员: actor, 第二队员: actor, 签到: 状态, 编码: id }
values: { status: { 1: attended, 0: absent } }
defaults: { subject: v01, date: 2012-06-09 }
";

#[test]
fn a_mapping_names_the_columns() {
    let mapping = Mapping::from_yaml(PATROL, FileId(0));
    assert_eq!(mapping.notes, []);
    let text = "编码,巡逻日,队员,第二队员,签到\na,2012-06-01,1,2,1\nb,,3,,0\n";
    check(
        text,
        &mapping.value.unwrap(),
        &Names::default(),
        &[
            r#"{"actor":["1","2"],"date":"2012-06-01","duty":"night_patrol","kind":"shift","status":"attended","subject":"v01"}"#,
            r#"{"actor":"3","date":"2012-06-09","duty":"night_patrol","kind":"shift","status":"absent","subject":"v01"}"#,
        ],
    );
    assert_eq!(
        Mapping::from_yaml("", FileId(0)).value,
        Some(Mapping::default())
    );
}

#[test]
fn a_bad_mapping_is_told() {
    for (yaml, place) in [
        ("columns: { 日期: dat }", Some("dat")),
        ("kind: vist", Some("vist")),
        ("defaults: { date: 2012-02-30 }", Some("2012-02-30")),
        ("colums: {}", None),
        ("kind: [", None),
    ] {
        let staged = Mapping::from_yaml(yaml, FileId(0));
        assert!(staged.value.is_none(), "{yaml}");
        assert_eq!(staged.notes[0].code, Code::MappingColumn);
        if let Some(word) = place {
            let place = staged.notes[0].place.clone().unwrap();
            assert_eq!(&yaml[place.start..place.end], word);
        }
    }
}

fn every_field() -> Vec<Record> {
    let lines = [
        r#"{"actor":["a","b"],"amount":-0.05,"attachments":[{"name":"记录, \"二\".pdf","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}],"date":"2012-05-10","duty":"council","id":"m1","jurisdiction":"PT","kind":"meeting","marks":["minutes","lead"],"note":"一\n二,\"三\"","quantity":92.35,"recorded_at":"2012-05-11T09:30:05","recorded_by":"0012","ref":"x","status":"held","subject":"v01","time":"09:05","until":"2012-06-01"}"#,
        r#"{"date":"2012-05-12","id":"c1","kind":"correction","ref":"m1","set":{"note":"","quantity":"3"}}"#,
        r#"{"date":"2012-05-12","id":"i1","kind":"incident","note":"=1+1"}"#,
        r#"{"date":"2012-05-12","id":"i2","kind":"incident","note":"'-1"}"#,
    ];
    lines
        .iter()
        .map(|line| Record::from_json(line, FileId(0)).unwrap())
        .collect()
}

#[test]
fn an_exported_table_comes_back_the_same() {
    let records = every_field();
    let mut csv = Vec::new();
    write_csv(&records, &mut csv).unwrap();
    let decoded = luoshi_evidence::decode(&csv, "a.csv").unwrap();
    assert!(decoded.text.contains("'=1+1"));
    let import = import_csv(
        &decoded.text,
        FileId(0),
        &Mapping::default(),
        &Names::default(),
    );
    assert_eq!(import.rejected, []);
    assert_eq!(import.notes, []);
    assert_eq!(import.records, records);

    let mut jsonl = Vec::new();
    write_jsonl(&records, &mut jsonl).unwrap();
    let text = String::from_utf8(jsonl).unwrap();
    assert_eq!(
        import_jsonl(&text, FileId(0), &Names::default()).records,
        records
    );
}

#[test]
fn jsonl_names_are_resolved_and_bad_lines_named() {
    let text = "{\"kind\":\"visit\",\"date\":\"2012-06-01\",\"subject\":\"东风村\"}\n\n\
                {\"kind\":\"visit\",\"date\":\"2012-06-01\",\"subject\":\"西风村\",\"actor\":\"派出所\"}\n\
                {\"kind\":\"visit\"\n";
    let import = import_jsonl(text, FileId(0), &villages());
    assert_eq!(import.records[0].subject.as_deref(), Some("v01"));
    let rejected: Vec<_> = import.rejected.iter().map(|r| (r.row, r.reason)).collect();
    assert_eq!(rejected, [(3, Reason::Name), (4, Reason::Unfinished)]);
    let place = import.rejected[0].place.clone().unwrap();
    assert_eq!(&text[place.start..place.end], "\"西风村\"");
}
