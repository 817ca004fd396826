//! The figures of the standard, from the functions that all writers share.

use jiff::civil::date;
use luoshi_layout::geometry::{
    character, column_widths, masthead, page, page_number_line, rule_gap, signatory_rows,
    signature, text_width, title_lines, twips,
};
use luoshi_layout::{Column, ColumnStand, Field, Figures, Signature, SignatureDate, Table};
use luoshi_plan::model::DocumentForm;

fn close(left: i32, right: i32) {
    assert!(
        (left - right).abs() <= 20,
        "{left} and {right} differ by more than a point"
    );
}

#[test]
fn the_type_area_holds_22_lines_of_28_characters() {
    let figures = Figures::national();
    let page = page(&figures, false);
    let pitch = i32::try_from(figures.line_pitch).unwrap();
    assert_eq!(page.width() / character(&figures), 28);
    assert_eq!(page.height() / pitch, 22);
    close(page.width(), twips(15_600));
    close(page.height(), twips(22_500));
}

#[test]
fn the_dash_of_the_page_number_is_7_mm_below_the_type_area() {
    close(
        page_number_line(&Figures::national()).dash_below,
        twips(700),
    );
}

#[test]
fn a_masthead_fits_into_one_line_and_begins_35_mm_down() {
    let figures = Figures::national();
    for text in [
        "坪塘镇人民政府文件",
        "中共坪塘镇委员会办公室文件",
        "某某省某某市某某县坪塘镇人民政府综合治理委员会办公室文件",
    ] {
        let set = masthead(text, DocumentForm::Official, &figures);
        let characters = i32::try_from(text.chars().count()).unwrap();
        let width = characters * set.size * 10 * set.scale / 100;
        assert!(width <= page(&figures, false).width(), "{text}: {set:?}");
        assert!(set.scale >= 58, "{text} is hard to read: {set:?}");
        close(set.from_top, twips(3_500));
    }
    let letter = masthead("坪塘镇人民政府", DocumentForm::Letter, &figures);
    close(letter.from_top, twips(3_000));
    // 4 mm, less what lies between the ink of the number and the bottom of its line.
    close(rule_gap(&figures), twips(400) - 90);
}

fn signed(body: &str, sealed: bool, date: SignatureDate) -> Signature {
    Signature {
        bodies: vec![body.to_owned()],
        date,
        sealed,
    }
}

#[test]
fn a_sealed_name_is_centred_over_its_date_four_characters_in() {
    let figures = Figures::national();
    let day = SignatureDate::Day(date(2026, 3, 5));
    let places = signature(&signed("坪塘镇人民政府", true, day), &figures);
    let name = &places.rows[0].names[0];
    assert_eq!(places.date.text, "2026年3月5日");
    assert_eq!(places.date.right, 4 * character(&figures));
    close(
        name.right + text_width(&name.text, &figures) / 2,
        places.date.right + text_width(&places.date.text, &figures) / 2,
    );
}

#[test]
fn a_sealed_name_too_long_for_that_stays_within_the_type_area() {
    let figures = Figures::national();
    let day = SignatureDate::Day(date(2026, 3, 5));
    let places = signature(&signed(&"某".repeat(24), true, day), &figures);
    let name = &places.rows[0].names[0];
    assert_eq!(name.right, 0);
    close(
        text_width(&name.text, &figures) / 2,
        places.date.right + text_width(&places.date.text, &figures) / 2,
    );
}

#[test]
fn an_unsealed_date_begins_two_characters_after_the_name() {
    let figures = Figures::national();
    let two = 2 * character(&figures);
    let day = SignatureDate::Day(date(2026, 12, 15));
    for (body, date) in [
        ("坪塘镇社会治安综合治理委员会", day),
        ("坪塘镇政府", day),
        ("坪塘镇政府", SignatureDate::Open),
    ] {
        let places = signature(&signed(body, false, date), &figures);
        let name = &places.rows[0].names[0];
        let start = |text: &str, right: i32| right + text_width(text, &figures);
        assert_eq!(
            start(&name.text, name.right) - start(&places.date.text, places.date.right),
            two,
            "{body}"
        );
    }
    let short = signature(&signed("坪塘镇政府", false, day), &figures);
    assert_eq!(
        short.date.right, two,
        "7.3.5.2: a longer date stands two in"
    );
    let long = signature(
        &signed("坪塘镇社会治安综合治理委员会", false, day),
        &figures,
    );
    assert_eq!(long.rows[0].names[0].right, two);
}

#[test]
fn names_of_signatories_stand_two_in_a_line_under_the_first() {
    let figures = Figures::national();
    let names = ["张某", "李某某", "王某"].map(|n| Field::Filled(n.to_owned()));
    let rows = signatory_rows(&names, &figures);
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].names[0].0, rows[1].names[0].0);
    assert!(rows[0].label.is_some() && rows[1].label.is_none());
    let (at, _) = rows[0].names[1];
    assert_eq!(
        at + text_width("李某某", &figures),
        page(&figures, false).width() - character(&figures)
    );
}

#[test]
fn a_long_title_is_broken_evenly_and_not_within_a_word() {
    let figures = Figures::national();
    let title = "坪塘镇人民政府关于印发《坪塘镇社会治安综合治理工作实施方案》的通知";
    let lines = title_lines(&[title.to_owned()], &figures);
    assert_eq!(
        lines,
        [
            "坪塘镇人民政府关于印发《坪塘镇社会",
            "治安综合治理工作实施方案》的通知"
        ]
    );
    let short = ["关于召开例会的通知".to_owned()];
    assert_eq!(title_lines(&short, &figures), short);
}

#[test]
fn columns_share_exactly_the_width() {
    let column = |share| Column {
        stand: ColumnStand::Left,
        share,
    };
    let mut table = Table {
        caption: None,
        columns: vec![column(Some(1)), column(None), column(Some(2))],
        head_rows: 0,
        rows: Vec::new(),
    };
    assert_eq!(column_widths(&table, 900), [200, 300, 400]);
    table.columns = vec![column(None); 3];
    assert_eq!(column_widths(&table, 100).iter().sum::<i32>(), 100);
    table.columns.clear();
    assert!(column_widths(&table, 100).is_empty());
}
