//! What every writer keeps to, whatever a paper says.

#[path = "../examples/samples/papers.rs"]
#[allow(dead_code, reason = "the example writes all of them")]
mod papers;

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use jiff::civil::date;
use luoshi_layout::geometry::half_cells_of;
use luoshi_layout::{
    Block, Cell, Column, ColumnStand, Document, Field, Figures, Inline, Mark, Table, docx, html,
    ics, text, xlsx,
};
use proptest::prelude::{ProptestConfig, any, prop, proptest};
use quick_xml::events::Event;

fn paper(name: &str) -> Document {
    let found = papers::papers().into_iter().find(|(n, _)| *n == name);
    found.expect("a sample").1
}

/// The parts of an archive, by name.
fn parts(bytes: Vec<u8>) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).expect("a part");
            let mut text = String::new();
            part.read_to_string(&mut text).expect("text");
            (part.name().expect("a name").into_owned(), text)
        })
        .collect()
}

fn part(bytes: Vec<u8>, name: &str) -> String {
    let found = parts(bytes).into_iter().find(|(n, _)| n == name);
    found.expect("the part").1
}

#[track_caller]
fn assert_well_formed(xml: &str) {
    let forbidden = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    assert!(!xml.contains(forbidden), "a character that XML forbids");
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut depth = 0i32;
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
}

fn table(texts: &[&str]) -> Table {
    let cell = |text: &&str| Cell {
        text: vec![Inline::plain(*text)],
        span: 1,
    };
    Table {
        caption: None,
        columns: vec![
            Column {
                stand: ColumnStand::Left,
                share: None
            };
            texts.len()
        ],
        head_rows: 0,
        rows: vec![texts.iter().map(cell).collect()],
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let figures = Figures::national();
    for (name, paper) in papers::papers() {
        assert_eq!(
            docx(&paper, &figures).unwrap(),
            docx(&paper, &figures).unwrap(),
            "{name}"
        );
        if let Some(bytes) = xlsx(&paper).unwrap() {
            let core = part(bytes, "docProps/core.xml");
            assert!(core.contains("2000-01-01T00:00:00Z"), "{name}: {core}");
        }
    }
}

#[test]
fn special_characters_are_text_and_forbidden_ones_are_left_out() {
    let mut hostile = paper("letter");
    hostile.title = vec!["<关于>&\"\u{0}通知\u{fffe}\u{1b}".to_owned()];
    let document = part(
        docx(&hostile, &Figures::national()).unwrap(),
        "word/document.xml",
    );
    assert!(document.contains(">&lt;关于&gt;&amp;&quot;通知<"));
    let page = html(&hostile, &Figures::national());
    assert!(page.contains("<h1>&lt;关于&gt;&amp;&quot;通知</h1>"));
}

#[test]
fn lines_and_tabs_of_a_text_are_kept() {
    let mut paper = paper("grid");
    paper.body = vec![Block::Paragraph {
        stand: luoshi_layout::Stand::Flush,
        text: vec![Inline::plain("甲\n乙\t丙")],
    }];
    let document = part(
        docx(&paper, &Figures::national()).unwrap(),
        "word/document.xml",
    );
    let keep = |text: &str| format!("<w:t xml:space=\"preserve\">{text}</w:t>");
    let expected = [&keep("甲"), "<w:br/>", &keep("乙"), "<w:tab/>", &keep("丙")].concat();
    assert!(document.contains(&expected), "{document}");
}

#[test]
fn a_row_always_fills_its_table() {
    let mut paper = paper("grid");
    let mut wrong = table(&["甲", "乙", "丙"]);
    wrong.rows[0][0].span = 9;
    wrong.rows.push(Vec::new());
    paper.body = vec![Block::Table(wrong.clone()), Block::Table(wrong)];
    let document = part(
        docx(&paper, &Figures::national()).unwrap(),
        "word/document.xml",
    );
    assert_eq!(document.matches("<w:gridSpan w:val=\"3\"/>").count(), 2);
    assert_eq!(document.matches("<w:tc>").count(), 2 * (1 + 3));
    assert!(
        !document.contains("</w:tbl><w:tbl>"),
        "two tables would become one"
    );
    assert!(
        !document.contains("</w:tbl><w:sectPr>"),
        "no section ends with a table"
    );
}

#[test]
fn cells_are_never_formulas() {
    let mut paper = paper("grid");
    let texts = ["=1+1", "+8613", "-1", "@SUM(A1)", "42", "007", "乙"];
    paper.body = vec![Block::Table(table(&texts))];
    let bytes = xlsx(&paper).unwrap().expect("a table");
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    let formulas = book.worksheet_formula(&name).unwrap();
    assert!(formulas.used_cells().next().is_none());
    let range = book.worksheet_range(&name).unwrap();
    let cells: Vec<Data> = range.rows().next().unwrap().to_vec();
    for (text, cell) in texts.iter().zip(&cells) {
        let expected = match *text {
            "42" => Data::Float(42.0),
            text => Data::String(text.to_owned()),
        };
        assert_eq!(*cell, expected);
    }
}

#[test]
fn every_table_has_a_sheet_with_a_name_that_excel_takes() {
    let mut paper = paper("grid");
    let long = "一季度[综治]/矛盾纠纷排查化解情况统计表（含重点人群以外的全部事项与逐件销号进度）";
    let mut one = table(&["甲"]);
    one.caption = Some(long.to_owned());
    paper.body = vec![Block::Table(one.clone()), Block::Table(one)];
    paper.title = vec!["':?".to_owned()];
    paper.body.push(Block::Table(table(&["乙"])));
    let bytes = xlsx(&paper).unwrap().expect("tables");
    let names = Xlsx::new(Cursor::new(bytes)).unwrap().sheet_names();
    assert_eq!(names.len(), 3);
    assert!(names[0].starts_with("一季度综治矛盾纠纷") && names[1].ends_with("（2）"));
    assert_eq!(names[2], "表");
    assert!(names.iter().all(|name| name.encode_utf16().count() <= 31));
    assert_eq!(xlsx(&self::paper("grid")).unwrap(), None);
}

#[test]
fn days_are_told_to_calendars() {
    let mut paper = paper("official");
    let mut whole = paper.events[0].clone();
    whole.id = "duty/2026-12-31".to_owned();
    whole.date = date(2026, 12, 31);
    whole.time = None;
    paper.events.push(whole);
    let calendar = ics(&paper, date(2026, 3, 5)).expect("two events");
    for line in [
        "UID:meeting.2026-03@document.luoshi",
        "DTSTART:20260312T013000Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "DTSTAMP:20260305T000000Z",
        "SEQUENCE:9560",
    ] {
        assert!(calendar.lines().any(|l| l == line), "{line} in\n{calendar}");
    }
    assert!(calendar.lines().all(|line| line.len() <= 75));
    paper.events.clear();
    assert_eq!(ics(&paper, date(2026, 3, 5)), None);
}

#[test]
fn lines_of_text_are_at_most_28_characters_wide() {
    let figures = Figures::national();
    for (name, paper) in papers::papers() {
        for line in text(&paper, &figures).lines() {
            let line = line.trim_start_matches('\u{c}');
            assert!(half_cells_of(line) <= 56, "{name}: {line}");
            let first = line.trim_start().chars().next();
            assert!(
                !first.is_some_and(|c| "，。、；：」》）".contains(c)),
                "{name}: {line}"
            );
        }
    }
}

#[test]
fn text_tells_the_parts_in_their_order() {
    let said = text(&paper("upward"), &Figures::national());
    let mut rest = said.as_str();
    for part in [
        "中共坪塘镇委员会文件",
        "坪委发〔2026〕3号",
        "签发人：张某某　李某　王某某",
        "综合治理工作情况的报告",
        "县委、县政府：",
        "    现将一季度",
        "特此报告。",
        "                        坪塘镇社会治安综合治理委员会\n                            2026年3月5日",
        "抄送：县委政法委，",
        "2026年3月6日印发",
    ] {
        let at = rest.find(part);
        assert!(at.is_some(), "{part} in\n{rest}");
        rest = &rest[at.unwrap_or(0)..];
    }
}

#[test]
fn html_fetches_nothing_and_runs_nothing() {
    for (name, paper) in papers::papers() {
        let page = html(&paper, &Figures::national());
        for word in ["<script", "http:", "https:", "url(", "@import", "onload"] {
            assert!(!page.contains(word), "{name}: {word}");
        }
    }
    let mut open = paper("preprinted");
    open.head.preprinted = false;
    let page = html(&open, &Figures::national());
    assert!(page.contains("<span class=\"open\">【待补：发文字号】</span>"));
    assert!(page.contains("<span class=\"open\">【待补：成文日期】</span>"));
}

#[test]
fn a_preprinted_head_is_left_out_everywhere() {
    let paper = paper("preprinted");
    let figures = Figures::national();
    let document = part(docx(&paper, &figures).unwrap(), "word/document.xml");
    assert!(!document.contains("FF0000") && !document.contains("坪塘镇人民政府文件"));
    assert!(!html(&paper, &figures).contains("<hr"));
    assert!(!text(&paper, &figures).contains("坪塘镇人民政府文件"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_gives_well_formed_parts(
        texts in prop::collection::vec(any::<String>(), 8),
        form in 0usize..4,
        rows in 0usize..3,
        span in 0usize..5,
    ) {
        let names = ["official", "letter", "minutes", "working"];
        let mut paper = paper(names[form]);
        paper.head.masthead.clone_from(&texts[0]);
        paper.head.number = Some(Field::Open(texts[1].clone()));
        paper.title = vec![texts[2].clone()];
        paper.note = Some(texts[3].clone());
        paper.addressees = vec![texts[4].clone()];
        let mut odd = table(&[&texts[5], &texts[6]]);
        odd.head_rows = rows;
        odd.rows[0][0].span = span;
        odd.rows[0][1].text.push(Inline { text: texts[7].clone(), mark: Mark::Open });
        paper.body.push(Block::Table(odd));
        for event in &mut paper.events {
            event.summary.clone_from(&texts[0]);
        }
        let figures = Figures::national();
        for (_, part) in parts(docx(&paper, &figures).unwrap()) {
            assert_well_formed(&part);
        }
        if let Some(bytes) = xlsx(&paper).unwrap() {
            for (_, part) in parts(bytes) {
                assert_well_formed(&part);
            }
        }
        let _ = (html(&paper, &figures), text(&paper, &figures), ics(&paper, date(2026, 3, 5)));
    }
}
