//! Letters, pages on their side, tables (8, 10.1).

use luoshi_layout::Block;
use luoshi_plan::model::DocumentForm;

use super::measure::{measured, same, within};
use super::papers;

#[test]
fn a_letter_has_its_name_30_mm_and_its_double_lines_20_mm_from_the_edges_of_the_paper() {
    let pages = measured(&papers::letter());
    let mark = pages.text("坪塘镇人民政府");
    same("the top of the name", mark.ink_top, 30.0);
    let mut red: Vec<_> = pages.areas.iter().filter(|area| area.page == 1).collect();
    red.sort_by(|a, b| a.top.total_cmp(&b.top));
    let [upper, below, above, lower] = red[..] else {
        panic!("two double lines: {red:?}");
    };
    for rule in [upper, below, above, lower] {
        same("170 mm", rule.width, 170.0);
        same("in the middle of the paper", rule.left, 20.0);
    }
    within("name to line", upper.top - mark.ink_bottom, 4.0, 0.1);
    assert!(upper.height > below.height && lower.height > above.height);
    same("20 mm", lower.top + lower.height, 277.0);
    assert!(
        pages.areas.iter().all(|area| area.page == 1),
        "only on the first page"
    );
}

#[test]
fn a_letter_has_its_number_to_the_right_and_no_page_number_on_its_first_page() {
    let pages = measured(&papers::letter());
    same("to the right", pages.text("8号").right, 184.0);
    let urgency = pages.text("加急");
    same("urgency to the left", urgency.left, 28.0);
    same("in one line", urgency.base, pages.line(1, "坪政函"));
    let numbered = |page| {
        pages
            .texts
            .iter()
            .any(|text| text.page == page && text.text.contains('—'))
    };
    assert!(!numbered(1) && numbered(2) && numbered(3));
    let last = pages.lines(3);
    assert!(
        !last.iter().any(|(_, line)| line.contains("印发")),
        "{last:?}"
    );
}

#[test]
fn a_page_on_its_side_has_its_number_where_the_others_have_it() {
    let pages = measured(&papers::report());
    let sideways: Vec<usize> = (1..=pages.sizes.len())
        .filter(|page| pages.sizes[page - 1].0 > 290.0)
        .collect();
    assert!(sideways.len() > 2, "{:?}", pages.sizes);
    let four = 14.0 * 25.4 / 72.0;
    for page in sideways {
        let on_page = pages
            .texts
            .iter()
            .filter(|text| text.page == page && text.text.contains('—'));
        let number: Vec<_> = on_page.collect();
        let (first, last) = (
            number.first().expect("a number"),
            number.last().expect("a number"),
        );
        // Beside the left edge of the type area, which is the bottom edge once the page is turned.
        assert!(first.left > 24.0 && first.left < 28.0, "{first:?}");
        let top = first.ink_top.min(last.ink_top);
        let bottom = first.ink_bottom.max(last.ink_bottom);
        if page % 2 == 1 {
            within("odd: at the foot", bottom, 210.0 - 26.0 - four, 0.5);
        } else {
            within("even: at the head", top, 28.0 + four, 0.5);
        }
    }
}

#[test]
fn the_head_of_a_table_is_on_every_page_and_no_row_is_torn() {
    let pages = measured(&papers::working());
    assert!(pages.sizes.len() > 2);
    for page in 1..=pages.sizes.len() {
        let lines = pages.lines(page);
        assert!(
            lines.iter().any(|(_, line)| line.contains("完成时限")),
            "{lines:?}"
        );
        let begun = lines
            .iter()
            .filter(|(_, line)| line.contains("检查山塘"))
            .count();
        let ended = lines
            .iter()
            .filter(|(_, line)| line.contains("综治办"))
            .count();
        assert_eq!(begun, ended, "{lines:?}");
    }
}

#[test]
fn a_working_paper_begins_with_its_title() {
    let pages = measured(&papers::working());
    let (base, line) = pages.lines(1).remove(0);
    assert_eq!(line, "夜间巡逻签到表");
    same("on the first line", base, 37.0 + 0.8 * 36.0 * 25.4 / 72.0);
}

#[test]
fn what_follows_a_page_break_begins_a_page() {
    let mut document = papers::blank(DocumentForm::Working);
    document.body = vec![
        papers::body("前一页。"),
        Block::PageBreak,
        Block::PageBreak,
        papers::body("后一页。"),
    ];
    let pages = measured(&document);
    assert_eq!(pages.sizes.len(), 2);
    assert_eq!(pages.text("后一页").page, 2);
}
