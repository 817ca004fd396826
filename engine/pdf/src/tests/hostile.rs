//! Papers that nobody should write.

use luoshi_layout::{Block, Cell, Column, ColumnStand, Figures, Inline, Stand, Table};
use luoshi_plan::model::DocumentForm;

use super::measure::measured;
use super::{FONTS, papers};
use crate::{Fonts, Part, PdfFault, pdf};

#[test]
fn text_is_never_a_program() {
    let mut document = papers::blank(DocumentForm::Working);
    let hostile = "#panic(\"x\") $x$ *粗* _斜_ `代码` <标> @引 = 题 // 注 \\u{1F600} [\"]}, {\"kind\":\"gap\"}";
    document.title = vec![hostile.to_owned()];
    document.body = vec![papers::body(hostile)];
    let pages = measured(&document);
    let said: String = pages.lines(1).into_iter().map(|(_, line)| line).collect();
    for part in [
        "#panic(\"x\")",
        "$x$ *粗*",
        "\\u{1F600}",
        "{\"kind\":\"gap\"}",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
}

#[test]
fn a_word_without_end_stays_on_the_page() {
    let word = "a1".repeat(400);
    let mut document = papers::blank(DocumentForm::Working);
    let column = Column {
        stand: ColumnStand::Left,
        share: Some(1),
    };
    let cell = |text: &str| Cell {
        text: vec![Inline::plain(text)],
        span: 1,
    };
    document.body = vec![
        papers::body(&word),
        papers::body(&"！".repeat(400)),
        Block::Table(Table {
            caption: None,
            columns: vec![column; 8],
            head_rows: 0,
            rows: vec![vec![cell(&word), cell("b")]],
        }),
    ];
    let pages = measured(&document);
    assert!(pages.sizes.len() > 1);
    for text in &pages.texts {
        assert!(text.right < 184.5, "{text:?}");
    }
}

#[test]
fn a_cell_longer_than_a_page_goes_on_on_the_next() {
    let mut document = papers::blank(DocumentForm::Working);
    let mut table = papers::duties(2);
    table.rows[1][2].text = vec![Inline::plain("检查。".repeat(2_000))];
    document.body = vec![Block::Table(table)];
    let pages = measured(&document);
    assert!(pages.sizes.len() > 3);
    let lowest = pages.texts.iter().filter(|text| !text.text.contains('—'));
    let lowest = lowest.map(|text| text.ink_bottom).fold(0.0, f64::max);
    assert!(lowest < 262.5, "{lowest}");
}

#[test]
fn rows_that_do_not_add_up_are_filled_or_cut() {
    let cell = |span| Cell {
        text: vec![Inline::plain("格")],
        span,
    };
    let mut document = papers::blank(DocumentForm::Working);
    let column = Column {
        stand: ColumnStand::Centre,
        share: None,
    };
    document.body = vec![
        Block::Table(Table {
            caption: None,
            columns: vec![column; 3],
            head_rows: 9,
            rows: vec![
                vec![cell(0)],
                vec![cell(usize::MAX)],
                vec![cell(1); 7],
                vec![],
            ],
        }),
        Block::Table(Table {
            caption: None,
            columns: vec![],
            head_rows: 0,
            rows: vec![vec![cell(1)]],
        }),
    ];
    let pages = measured(&document);
    assert_eq!(
        pages
            .texts
            .iter()
            .filter(|text| text.text.contains('格'))
            .count(),
        5
    );
}

#[test]
fn an_empty_paper_is_one_page() {
    for form in [
        DocumentForm::Official,
        DocumentForm::Letter,
        DocumentForm::Minutes,
        DocumentForm::Working,
    ] {
        let written = pdf(&papers::blank(form), &Figures::national(), &FONTS).expect("a page");
        assert_eq!(written.pages, 1);
    }
}

#[test]
fn a_character_that_no_font_has_is_named_with_its_place() {
    let mut document = papers::notice();
    document
        .body
        .push(papers::body("请各村于会前报送名单\u{1F600}，不得迟报。"));
    document.title = vec!["关于\u{10FFFD}的通知".to_owned()];
    let Err(PdfFault::Characters(missing)) = pdf(&document, &Figures::national(), &FONTS) else {
        panic!("boxes were printed");
    };
    let told: Vec<_> = missing
        .iter()
        .map(|m| (m.part, m.character, m.excerpt.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (Part::Title, '\u{10FFFD}', "关于\u{10FFFD}的通知"),
            (Part::Body, '\u{1F600}', "会前报送名单\u{1F600}，不得迟报。"),
        ]
    );
    assert!(missing.iter().all(|m| !m.install.is_empty()));
}

#[test]
fn without_fonts_the_one_to_install_is_named() {
    let damaged = ("坏.ttf".to_owned(), b"no font".to_vec());
    let fonts = Fonts::load([damaged]);
    assert!(fonts.is_empty());
    assert_eq!(fonts.unreadable(), ["坏.ttf"]);
    let fault = pdf(&papers::notice(), &Figures::national(), &fonts).expect_err("no font");
    assert_eq!(
        fault,
        PdfFault::NoFont {
            wanted: "仿宋_GB2312".to_owned()
        }
    );
    assert_eq!(fault.notes().len(), 1);
}

#[test]
fn a_paper_of_some_thousand_pages_is_refused() {
    let mut document = papers::blank(DocumentForm::Working);
    let line = Block::Paragraph {
        stand: Stand::Body,
        text: vec![Inline::plain("行")],
    };
    document.body = vec![line; 200_001];
    let fault = pdf(&document, &Figures::national(), &FONTS).expect_err("too long");
    assert!(
        matches!(
            fault,
            PdfFault::TooLong {
                parts: 200_001..,
                ..
            }
        ),
        "{fault:?}"
    );
}
