//! Empty ledgers: the rules, lists and looks that the workbook holds.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::{Cursor, Read};

use jiff::civil::date;
use luoshi_evidence::{Choices, Column, Field, Kind, Template, Texts, template_workbook};
use zip::ZipArchive;

fn column(field: Field, choices: Choices) -> Column {
    Column {
        field,
        heading: field.zh().to_owned(),
        required: field == Field::Date,
        choices,
        hint: format!("填{}", field.zh()),
        example: "例子".to_owned(),
        refusal: format!("{}有误", field.zh()),
    }
}

fn names(all: &[&str]) -> Vec<String> {
    all.iter().map(|name| (*name).to_owned()).collect()
}

fn template(columns: Vec<Column>) -> Template {
    let text = str::to_owned;
    Template {
        kind: Kind::Meeting,
        title: text("某镇会议台账"),
        remark: text("说明"),
        days: (date(2012, 5, 10), date(2012, 12, 31)),
        columns,
        texts: Texts {
            ledger: text("会议台账"),
            options: text("选项"),
            options_remark: text("供查对"),
            options_of: text("可选"),
            guide: text("填写说明"),
            guide_title: text("说明"),
            guide_headings: ["栏目", "怎样", "例子", "必填"].map(str::to_owned),
            required: text("必填"),
            optional: text("可不填"),
            example: text("例："),
            refused: text("填写有误"),
            footer: text("第 &P 页"),
            author: text("luoshi"),
        },
        paragraphs: vec![text("不得填写姓名")],
    }
}

fn part(workbook: &[u8], name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut text = String::new();
    zip.by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// The validation of a column: its type, its formulas, and how strict it is.
fn rule(sheet: &str, column: char) -> String {
    let at = sheet
        .find(&format!("sqref=\"{column}4:{column}1003\""))
        .unwrap();
    let start = sheet[..at].rfind("<dataValidation ").unwrap();
    let end = at + sheet[at..].find("</dataValidation>").unwrap();
    sheet[start..end].to_owned()
}

fn ledger() -> Vec<u8> {
    let subjects = Choices::ByDuty {
        of: vec![
            ("查访".to_owned(), names(&["东风村", "前进村"])),
            ("巡逻".to_owned(), names(&["东风村", "前进村"])),
            ("全部".to_owned(), names(&["东风村", "前进村", "集镇"])),
            ("没有".to_owned(), Vec::new()),
        ],
        all: names(&["东风村", "前进村", "集镇"]),
    };
    let columns = vec![
        column(Field::Date, Choices::Free),
        column(Field::Time, Choices::Free),
        column(
            Field::Duty,
            Choices::One(names(&["查访", "巡逻", "全部", "没有"])),
        ),
        column(Field::Subject, subjects),
        column(Field::Actor, Choices::Some(names(&["综治办"]))),
        column(Field::Quantity, Choices::Free),
        column(Field::Amount, Choices::Free),
        column(Field::Id, Choices::Free),
        column(Field::Marks, Choices::Some(Vec::new())),
        column(Field::Note, Choices::Free),
    ];
    template_workbook(&template(columns)).unwrap()
}

#[test]
fn each_column_takes_what_its_field_can_be() {
    let sheet = part(&ledger(), "xl/worksheets/sheet1.xml");
    let expected = [
        // 41039 is 2012-05-10, 41274 is 2012-12-31.
        (
            'A',
            "type=\"date\"",
            "<formula1>41039</formula1><formula2>41274</formula2>",
        ),
        ('B', "type=\"time\"", "<formula1>0</formula1>"),
        ('C', "type=\"list\"", "<formula1>duty_list</formula1>"),
        (
            'D',
            "type=\"list\"",
            "INDIRECT(IFERROR(VLOOKUP($C4,duty_lists,2,FALSE),\"subject_list\"))",
        ),
        (
            'E',
            "errorStyle=\"warning\"",
            "<formula1>actor_list</formula1>",
        ),
        (
            'F',
            "operator=\"greaterThanOrEqual\"",
            "<formula1>0</formula1>",
        ),
        (
            'G',
            "operator=\"greaterThanOrEqual\"",
            "<formula1>0</formula1>",
        ),
        ('H', "type=\"custom\"", "COUNTIF($H$4:$H$1003,H4)=1"),
        ('I', "type=\"textLength\"", "<formula1>200</formula1>"),
        ('J', "type=\"textLength\"", "<formula1>2000</formula1>"),
    ];
    for (column, kind, formula) in expected {
        let rule = rule(&sheet, column);
        assert!(
            rule.contains(kind) && rule.contains(formula),
            "{column}: {rule}"
        );
        assert!(rule.contains("有误\""), "{column} says nothing: {rule}");
    }
    assert!(
        rule(&sheet, 'C').find("errorStyle").is_none(),
        "a duty that is none must be refused"
    );
}

#[test]
fn lists_stand_on_their_sheet_and_one_serves_all_duties_for_the_same_subjects() {
    let workbook = part(&ledger(), "xl/workbook.xml");
    for name in [
        "name=\"duty_list\">'选项'!$A$3:$A$6<",
        "name=\"subject_list\">'选项'!$B$3:$B$5<",
        "name=\"subject_list_1\">'选项'!$C$3:$C$4<",
        "name=\"actor_list\">'选项'!$D$3<",
        // 查访 and 巡逻; the others are for everything or for nothing.
        "name=\"duty_lists\">'选项'!$E$3:$F$4<",
        "name=\"luoshi_aside_1\">'选项'!$A$1<",
        "name=\"luoshi_aside_2\">'填写说明'!$A$1<",
        "会议台账!$3:$3<",
    ] {
        assert!(workbook.contains(name), "{name} in {workbook}");
    }
    assert!(!workbook.contains("subject_list_2"));
}

#[test]
fn headings_are_protected_and_rows_are_not() {
    let workbook = ledger();
    let sheet = part(&workbook, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<sheetProtection sheet=\"1\"") && !sheet.contains("password"));
    assert!(
        sheet.contains("sort=\"0\" autoFilter=\"0\""),
        "sorting is allowed"
    );
    assert!(sheet.contains("ySplit=\"3\"") && sheet.contains("orientation=\"landscape\""));
    assert!(sheet.contains("paperSize=\"9\""));
    let styles = part(&workbook, "xl/styles.xml");
    let formats: Vec<&str> = styles
        .split("<cellXfs")
        .nth(1)
        .unwrap()
        .split("<xf ")
        .skip(1)
        .collect();
    let locked = |cell: &str| {
        let tag = sheet.split(&format!("r=\"{cell}\" s=\"")).nth(1).unwrap();
        let style: usize = tag.split('"').next().unwrap().parse().unwrap();
        !formats[style].contains("locked=\"0\"")
    };
    assert!(locked("A1") && locked("A3") && locked("J3"));
    assert!(!locked("A4") && !locked("J4") && !locked("J1003"));
    for face in ["宋体", "仿宋"] {
        assert!(styles.contains(face));
    }
    let notes = part(&workbook, "xl/comments1.xml");
    assert!(notes.contains("必填\n填日期\n例：例子"), "{notes}");
}

#[test]
fn the_same_template_gives_the_same_bytes() {
    assert!(ledger() == ledger());
}
